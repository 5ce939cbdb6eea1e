import pytest

from marsad.desk.register.cite import cite
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.grade import grade
from marsad.desk.register.merge import merge
from marsad.desk.register.models import ENTERED, Entry, State, Status, versions_known
from marsad.desk.register.reject import reject
from marsad.desk.register.retract import retract
from marsad.desk.register.undo import undo
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused


@pytest.fixture
def findings(report):
    found = list(report.findings.filter(kind__in=ENTERED).order_by("start"))
    assert len(found) >= 4, [(one.kind, one.quote) for one in found]
    return found


def test_a_confirmed_finding_becomes_an_entry_that_rests_on_its_words(findings, lina):
    [entry] = confirm(findings[:1], by=lina, because="read in the source")

    [citation] = entry.citations.all()
    assert citation.quote == findings[0].quote
    text = citation.document.wording.text
    assert text[citation.start : citation.end] == citation.quote
    findings[0].refresh_from_db()
    assert findings[0].status == Status.CONFIRMED
    assert findings[0].entry == entry


def test_a_finding_is_decided_once(findings, lina, omar):
    confirm(findings[:1], by=lina, because="read in the source")

    with pytest.raises(Refused, match="already confirmed by Lina"):
        confirm(findings[:1], by=omar, because="read in the source")

    assert Entry.objects.count() == 1


def test_several_findings_are_decided_together_or_not_at_all(findings, lina):
    reject(findings[1:2], by=lina, because="not a statement")

    with pytest.raises(Refused):
        confirm(findings[:3], by=lina, because="read in the source")

    assert Entry.objects.count() == 0


def test_an_undone_confirmation_proposes_the_finding_again(findings, lina):
    [entry] = confirm(findings[:1], by=lina, because="read in the source")

    undoing = undo(entry.versions.get().decision, by=lina, because="wrong key")

    entry.refresh_from_db()
    findings[0].refresh_from_db()
    assert entry.state == State.RETRACTED
    assert findings[0].status == Status.PROPOSED
    undo(undoing, by=lina, because="it was the right key")
    entry.refresh_from_db()
    findings[0].refresh_from_db()
    assert entry.state == State.CURRENT
    assert findings[0].entry == entry
    assert entry.citations.count() == 1


def test_a_decision_that_others_stand_on_is_not_undone(findings, lina, omar):
    [entry] = confirm(findings[:1], by=lina, because="read in the source")
    first = entry.versions.get().decision
    grade(entry, "B", "2", by=omar, because="two outlets")

    with pytest.raises(Refused, match="changed since"):
        undo(first, by=lina, because="never mind")


def test_a_merged_entry_gives_its_sources_and_takes_them_back(
    findings, make_document, lina
):
    other = make_document("وقال وزير الخارجية الكويتي إن التحالف يضم 74 عضوا.\n")
    found = other.findings.filter(kind__in=ENTERED).first()
    same = next(one for one in findings if one.kind == found.kind)
    kept, gone = confirm([same, found], by=lina, because="read in the source")

    merge(gone, into=kept, by=lina, because="the same words")

    assert kept.citations.count() == 2
    decision = kept.versions.last().decision
    undo(decision, by=lina, because="two things after all")
    assert kept.citations.count() == 1
    assert gone.citations.count() == 1
    gone.refresh_from_db()
    assert gone.state == State.CURRENT


def test_the_register_is_shown_as_it_was_known(findings, lina):
    [entry] = confirm(findings[:1], by=lina, because="read in the source")
    before = entry.versions.get().at
    retract(entry, by=lina, because="the outlet corrected itself")

    [known] = versions_known(before)

    assert known.snapshot["state"] == State.CURRENT
    [now] = versions_known(entry.versions.last().at)
    assert now.snapshot["state"] == State.RETRACTED


def test_who_saw_an_older_version_looks_again_first(findings, lina, omar):
    [entry] = confirm(findings[:1], by=lina, because="read in the source")
    grade(entry, "B", "2", by=omar, because="two outlets")

    with pytest.raises(Refused, match="changed by Omar"):
        correct(entry, entry.fields, version=1, by=lina, because="spelling")


def test_a_second_report_is_one_more_source(findings, make_document, lina):
    [figure] = [one for one in findings if one.fields.get("value") == 98]
    [entry] = confirm([figure], by=lina, because="read in the source")
    other = make_document("وأكد أن 98 في المئة من الأراضي حررت.\n")
    [again] = other.findings.filter(kind="figure")

    cite(entry, again, by=lina, because="the same figure")

    assert entry.citations.count() == 2


def test_every_decision_stands_in_the_trail_with_its_reason(findings, lina):
    confirm(findings[:2], by=lina, because="read in the source")

    last = AuditRecord.objects.last()
    assert (last.act, last.by, last.because) == (
        "register.confirm",
        "Lina (lina)",
        "read in the source",
    )
    assert trail.verify().fault is None


def test_who_has_no_right_is_refused_and_the_refusal_is_written(findings, auditor):
    with pytest.raises(Refused, match="no right"):
        confirm(findings[:1], by=auditor, because="why not")

    last = AuditRecord.objects.last()
    assert (last.act, last.outcome) == ("register.confirm", "refused")
