import re
from datetime import date

import pytest

from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.models import (
    ENTERED,
    Decision,
    Entry,
    Finding,
    Kind,
    Status,
)
from marsad.desk.register.reject import reject
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking

HTMX = {"HX-Request": "true"}


@pytest.fixture
def findings(report):
    return list(report.findings.filter(kind__in=ENTERED).order_by("start"))


@pytest.fixture
def browser_of_lina(sign_in, lina):
    return sign_in(lina)


def decide(client, finding, verb="confirm", **more):
    return client.post(
        f"/register/read/{finding.document_id}/decide/",
        {"one": f"{verb}:{finding.pk}"} | more,
        headers=HTMX,
    )


def numbers_in(answer):
    return set(map(int, re.findall(r'id="finding-(\d+)"', answer.content.decode())))


def test_the_source_stands_beside_its_findings_in_its_own_direction(
    browser_of_lina, report, findings
):
    page = browser_of_lina.get(f"/register/read/{report.pk}/").content.decode()

    assert '<article class="text" lang="ar" dir="rtl">' in page
    assert {int(n) for n in re.findall(r'id="finding-(\d+)"', page)} == {
        one.pk for one in findings
    }
    starts = re.findall(r'id="at-(\d+)"', page)
    assert len(starts) == len(set(starts))
    assert all(str(one.start) in starts for one in findings)


def test_the_text_on_the_page_is_the_text_of_the_document(browser_of_lina, report):
    page = browser_of_lina.get(f"/register/read/{report.pk}/").content.decode()

    article = page[page.index("<article") : page.index("</article>")]
    shown = re.findall(r"<p>(.*?)</p>", article, re.DOTALL)
    plain = [re.sub(r"<[^>]+>", "", one) for one in shown]
    assert plain == report.wording.text.splitlines()


def test_mentions_are_marked_and_stay_out_of_the_list(browser_of_lina, report):
    page = browser_of_lina.get(f"/register/read/{report.pk}/").content.decode()
    assert re.search(r'<mark[^>]*class="[^"]*mention', page)
    assert not re.search(r'class="finding k-(party|person|date)', page)

    page = browser_of_lina.get(f"/register/read/{report.pk}/?kind=party")

    assert 'class="finding k-party' in page.content.decode()


def test_a_decision_is_answered_with_the_changed_row_and_the_counts(
    browser_of_lina, findings, django_assert_max_num_queries
):
    with django_assert_max_num_queries(45):
        answer = decide(browser_of_lina, findings[0])

    assert answer.status_code == 200
    assert numbers_in(answer) == {findings[0].pk}
    page = answer.content.decode()
    assert 'data-status="confirmed"' in page
    assert 'id="progress"' in page
    assert "<html" not in page
    assert len(page) < 4000


def test_a_page_asks_as_much_for_many_findings_as_for_few(
    browser_of_lina, make_document, django_assert_max_num_queries
):
    many = "".join(
        f"وأعلن التحالف الدولي أن {n} في المئة من الأراضي قد حررت.\n"
        for n in range(5, 65)
    )
    document = make_document(many)

    with django_assert_max_num_queries(22):
        page = browser_of_lina.get(f"/register/read/{document.pk}/")

    assert page.content.decode().count('<li id="finding-') >= 60


def test_who_is_slower_sees_in_the_row_what_was_decided(
    browser_of_lina, findings, omar
):
    reject(findings[:1], by=omar, because="not in the text")

    answer = decide(browser_of_lina, findings[0])

    page = answer.content.decode()
    assert "already rejected by Omar" in page
    assert 'data-status="rejected"' in page


def test_several_are_decided_together_or_not_at_all(browser_of_lina, findings, omar):
    confirm(findings[1:2], by=omar, because="read in the source")

    answer = browser_of_lina.post(
        f"/register/read/{findings[0].document_id}/decide/",
        {"all": "confirm", "finding": [one.pk for one in findings[:3]]},
        headers=HTMX,
    )

    assert numbers_in(answer) == {one.pk for one in findings[:3]}
    assert "already confirmed by Omar" in answer.content.decode()
    assert Entry.objects.count() == 1


def test_a_rejection_keeps_the_reason_that_was_given(browser_of_lina, findings):
    decide(browser_of_lina, findings[0], "reject", because="cut wrongly")

    last = findings[0].changes.get().decision
    assert (last.act, last.because) == ("reject", "cut wrongly")


def test_undo_takes_back_what_i_did_last_here_and_nothing_of_others(
    browser_of_lina, findings, omar
):
    decide(browser_of_lina, findings[0])
    confirm(findings[1:2], by=omar, because="read in the source")

    answer = browser_of_lina.post(
        f"/register/read/{findings[0].document_id}/decide/",
        {"one": "undo"},
        headers=HTMX,
    )

    assert numbers_in(answer) == {findings[0].pk}
    findings[0].refresh_from_db()
    findings[1].refresh_from_db()
    assert findings[0].status == Status.PROPOSED
    assert findings[1].status == Status.CONFIRMED


def test_nothing_to_undo_is_said(browser_of_lina, report):
    answer = browser_of_lina.post(
        f"/register/read/{report.pk}/decide/", {"one": "undo"}, headers=HTMX
    )

    assert "nothing of yours to take back" in answer.content.decode()


@pytest.mark.parametrize(
    "order",
    [
        pytest.param({"one": "confirm:999999"}, id="a finding that is not there"),
        pytest.param({"one": "release:1"}, id="a verb that is not there"),
        pytest.param({"all": "confirm"}, id="nothing chosen"),
        pytest.param({}, id="nothing at all"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(browser_of_lina, report, order):
    address = f"/register/read/{report.pk}/decide/"

    answer = browser_of_lina.post(address, order, headers=HTMX)

    assert answer.status_code == 200
    assert 'class="message message-error"' in answer.content.decode()
    assert Decision.objects.count() == 0


def test_findings_of_another_document_are_not_decided_here(
    browser_of_lina, findings, make_document
):
    other = make_document("وأكد أن 98 في المئة من الأراضي حررت.\n")

    browser_of_lina.post(
        f"/register/read/{other.pk}/decide/", {"one": f"confirm:{findings[0].pk}"}
    )

    assert Entry.objects.count() == 0


def test_another_report_of_the_same_is_proposed_and_added_as_a_source(
    browser_of_lina, findings, make_document, lina
):
    [figure] = [one for one in findings if one.fields.get("value") == 98]
    [entry] = confirm([figure], by=lina, because="read in the source")
    other = make_document("وأكد وزير الخارجية أن 98 في المئة من الأراضي حررت.\n")
    again = other.findings.get(kind=Kind.FIGURE)
    page = browser_of_lina.get(f"/register/read/{other.pk}/").content.decode()
    assert f'value="cite:{again.pk}:{entry.pk}"' in page

    browser_of_lina.post(
        f"/register/read/{other.pk}/decide/", {"one": f"cite:{again.pk}:{entry.pk}"}
    )

    assert entry.citations.count() == 2
    again.refresh_from_db()
    assert again.entry == entry


def test_without_htmx_a_decision_leads_back_to_its_place(browser_of_lina, findings):
    answer = browser_of_lina.post(
        f"/register/read/{findings[0].document_id}/decide/",
        {"one": f"confirm:{findings[0].pk}", "filters": "status=open&x=1"},
    )

    assert answer.status_code == 302
    assert answer.url == (
        f"/register/read/{findings[0].document_id}/?status=open"
        f"#finding-{findings[0].pk}"
    )


def test_a_wrong_field_comes_back_with_what_was_typed(browser_of_lina, findings):
    figure = next(one for one in findings if one.kind == Kind.FIGURE)
    address = f"/register/read/{figure.document_id}/edit/{figure.pk}/"

    answer = browser_of_lina.post(
        address, {"value": "كثير", "bound": "exact"}, headers=HTMX
    )

    page = answer.content.decode()
    assert "is no number" in page
    assert 'value="كثير"' in page
    assert Entry.objects.count() == 0


def test_a_correction_that_comes_too_late_keeps_what_was_typed(
    browser_of_lina, findings, omar
):
    figure = next(one for one in findings if one.kind == Kind.FIGURE)
    confirm([figure], by=omar, because="read in the source")
    address = f"/register/read/{figure.document_id}/edit/{figure.pk}/"

    answer = browser_of_lina.post(
        address, {"value": "٧٥", "bound": "at_least", "unit": "member"}, headers=HTMX
    )

    page = answer.content.decode()
    assert "already confirmed by Omar" in page
    assert 'value="٧٥"' in page


def test_a_corrected_finding_is_entered_as_it_was_corrected(browser_of_lina, findings):
    figure = next(one for one in findings if one.fields.get("value") == 98)
    address = f"/register/read/{figure.document_id}/edit/{figure.pk}/"

    browser_of_lina.post(
        address,
        {
            "value": "٩٩٫٥",
            "bound": "at_least",
            "unit": "percent",
            "subject": "territory",
            "as_of": "12/2/2018",
            "because": "the minister said so",
        },
    )

    entry = Entry.objects.get()
    assert (entry.value, entry.bound, str(entry.day)) == (
        99.5,
        "at_least",
        "2018-02-12",
    )
    assert entry.versions.get().decision.because == "the minister said so"


def test_the_next_document_that_waits_is_the_next_older_one(
    browser_of_lina, make_document, lina
):
    old, middle, new = (
        make_document(
            f"وأعلن التحالف أن {n} في المئة من الأراضي حررت.\n", day=date(2018, 2, n)
        )
        for n in (10, 11, 12)
    )

    def after(document):
        return browser_of_lina.get(f"/register/read/{document.pk}/next/").url

    assert after(new) == f"/register/read/{middle.pk}/"
    assert after(old) == f"/register/read/{new.pk}/"
    reject(list(middle.findings.filter(kind__in=ENTERED)), by=lina, because="doubt")
    assert after(new) == f"/register/read/{old.pk}/"


def test_what_waits_is_listed_with_the_newest_first(browser_of_lina, make_document):
    for n in (10, 12, 11):
        make_document(
            f"وأعلن التحالف أن {n} في المئة من الأراضي حررت.\n",
            day=date(2018, 2, n),
            title=f"خبر {n}",
        )

    page = browser_of_lina.get("/register/waiting/").content.decode()

    assert re.findall(r"خبر \d+", page) == ["خبر 12", "خبر 11", "خبر 10"]


def test_a_document_above_the_clearance_has_no_address(browser_of_lina, make_document):
    secret = make_document(marking=Marking.RED)

    for address in ("", "next/"):
        assert (
            browser_of_lina.get(f"/register/read/{secret.pk}/{address}").status_code
            == 404
        )
    found = secret.findings.filter(kind__in=ENTERED).first()
    assert decide(browser_of_lina, found).status_code == 404


def test_who_only_reads_sees_no_buttons(sign_in, make_person, report):
    reader = sign_in(make_person("rima", Group.RELEASING))

    page = reader.get(f"/register/read/{report.pk}/").content.decode()

    assert 'value="confirm:' not in page
    finding = report.findings.filter(kind__in=ENTERED).first()
    assert decide(reader, finding).status_code == 403


def test_a_speaker_is_chosen_by_name(browser_of_lina, make_document, lina):
    document = make_document(
        "قال وزير الخارجية الكويتي صباح الخالد إن التحالف ملتزم بهزيمة التنظيم.\n"
        "وزار الوزير ريكس تيلرسون مدينة الكويت.\n"
    )
    quote = document.findings.filter(kind=Kind.QUOTE).first()
    other = document.findings.filter(kind=Kind.PERSON).order_by("start").last()

    browser_of_lina.post(
        f"/register/read/{document.pk}/edit/{quote.pk}/",
        {"speaker_name": other.quote, "party": "", "form": "indirect"},
    )

    entry = Entry.objects.get()
    assert entry.fields["speaker_name"] == other.fields["canonical"]
    assert entry.actor.canonical == other.fields["canonical"]


def test_a_speaker_that_nobody_knows_is_refused(browser_of_lina, findings):
    quote = next(one for one in findings if one.kind == Kind.QUOTE)

    answer = browser_of_lina.post(
        f"/register/read/{quote.document_id}/edit/{quote.pk}/",
        {"speaker_name": "زعيم مجهول", "form": "direct"},
        headers=HTMX,
    )

    assert "Nobody is called «زعيم مجهول» here" in answer.content.decode()


def test_a_day_that_was_taken_out_falls_back_on_publication(findings, lina):
    figure = next(one for one in findings if one.fields.get("value") == 98)
    entry = correct(
        figure, {**figure.fields, "as_of": "2017-12"}, by=lina, because="as of December"
    )
    assert str(entry.day) == "2017-12-01"

    entry = correct(
        entry, {**entry.fields, "as_of": None}, by=lina, because="no day is given"
    )

    assert entry.day == figure.document.day


def test_a_withdrawn_document_shows_its_reason_and_not_its_text(
    browser_of_lina, report, findings
):
    type(report).objects.filter(pk=report.pk).update(
        withdrawn_at="2026-01-01T00:00Z", withdrawn_because="by wish of the outlet"
    )

    page = browser_of_lina.get(f"/register/read/{report.pk}/").content.decode()

    assert "by wish of the outlet" in page
    assert findings[0].quote not in page
    assert decide(browser_of_lina, findings[0]).status_code == 409
    assert Finding.objects.filter(status=Status.CONFIRMED).count() == 0


@pytest.mark.parametrize(("order", "turned"), [("sure", True), ("unsure", False)])
def test_findings_are_ordered_by_how_sure_they_are(
    browser_of_lina, findings, order, turned
):
    where = f"/register/read/{findings[0].document_id}/?order={order}"

    page = browser_of_lina.get(where)

    scores = [row.finding.score for row in page.context["rows"]]
    assert len(set(scores)) > 1
    assert scores == sorted(scores, reverse=turned)
