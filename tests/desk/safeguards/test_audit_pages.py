import csv
import hashlib
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from marsad.desk.register.confirm import confirm
from marsad.desk.safeguards import trail
from marsad.desk.safeguards.add import add
from marsad.desk.safeguards.change import change
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.subjects import PAGES, subject_of, withheld_from
from marsad.desk.safeguards.trail import Line
from marsad.errors import Refused
from marsad.marking import Marking


@pytest.fixture
def trail_of(lina):
    """Write some lines, as acts would."""

    def write(count, **more):
        said = {"act": "register.confirm", "outcome": "done", "by": "Lina (lina)"}
        said |= {"person_id": lina.pk, "because": "read in the source"}
        for _ in range(count):
            trail.append(Line(**(said | more)))

    return write


def _numbers(answer):
    return [one["record"].number for one in answer.context["lines"]]


def test_the_newest_line_comes_first_and_pages_lead_through_all(
    client, auditor, sign_in, trail_of
):
    trail_of(120)
    sign_in(auditor)

    first = client.get("/audit/")
    second = client.get(f"/audit/?before={first.context['page'].older}")
    third = client.get(f"/audit/?before={second.context['page'].older}")
    back = client.get(f"/audit/?after={third.context['page'].newer}")

    assert _numbers(first) + _numbers(second) + _numbers(third) == list(
        range(120, 0, -1)
    )
    assert third.context["page"].older is None
    assert _numbers(back) == _numbers(second)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("act=people.add", [3], id="act"),
        pytest.param("outcome=refused", [2], id="outcome"),
        pytest.param("who=machines", [3], id="machines"),
        pytest.param("who={lina}", [4, 2, 1], id="person"),
        pytest.param("subject=register.entry:12", [4], id="subject"),
        pytest.param("first_day={day}&last_day={day}", [4, 3, 2, 1], id="today"),
        pytest.param("last_day=2001-01-01", [], id="long ago"),
        pytest.param("act=register.confirm&outcome=done", [4, 1], id="two at once"),
        pytest.param("act=nonsense", [4, 3, 2, 1], id="a question that is none"),
        pytest.param("before=99999999999999999999", [4, 3, 2, 1], id="a huge number"),
    ],
)
def test_a_filter_keeps_the_lines_it_names(
    client, auditor, lina, sign_in, trail_of, asked, expected
):
    trail_of(1)
    trail_of(1, outcome="refused", act="register.reject")
    trail_of(1, act="people.add", by="command line", person_id=None)
    trail_of(1, subject="register.entry:12")
    sign_in(auditor)
    day = timezone.now().date().isoformat()

    answer = client.get("/audit/?" + asked.format(lina=lina.pk, day=day))

    assert _numbers(answer) == expected


def test_a_clock_that_was_set_back_hides_no_line(
    client, auditor, sign_in, trail_of, monkeypatch
):
    moments = iter(datetime(2026, 3, day, 12, tzinfo=UTC) for day in (1, 2, 5, 3, 4))
    monkeypatch.setattr(trail.timezone, "now", lambda: next(moments))
    trail_of(5)
    monkeypatch.undo()
    sign_in(auditor)

    answer = client.get("/audit/?first_day=2026-03-02&last_day=2026-03-03")

    assert _numbers(answer) == [4, 2]


def test_the_page_asks_as_much_for_a_long_trail_as_for_a_short_one(
    client, auditor, sign_in, trail_of, django_assert_max_num_queries
):
    trail_of(120)
    sign_in(auditor)

    with django_assert_max_num_queries(14):
        client.get("/audit/?act=register.confirm&outcome=done")


def test_one_line_shows_before_and_after(client, auditor, lina, sign_in):
    change(lina, language="fr", by=lina, because="تقرأ بالفرنسية")
    sign_in(auditor)

    page = client.get("/audit/1/").content.decode()

    assert "تقرأ بالفرنسية" in page
    assert '<tr class="changed"><th scope="row"><bdi>language</bdi></th>' in page
    assert AuditRecord.objects.get().hash in page
    assert f'href="/people/{lina.pk}/"' in page


def test_details_of_what_is_marked_above_the_reader_are_withheld(
    client, auditor, huda, make_document, make_person, sign_in
):
    huda.places.create(group="analyst")
    huda.forget_groups()
    report = make_document(marking=Marking.RED)
    figures = list(report.findings.filter(kind="figure"))[:1]
    confirm(figures, by=huda, because="read in the source")
    line = AuditRecord.objects.last()

    assert withheld_from(auditor, [line]) == {line.number}
    assert withheld_from(huda, [line]) == set()
    sign_in(auditor)
    page = client.get(f"/audit/{line.number}/").content.decode()
    assert "above your clearance" in page


def test_a_subject_leads_to_its_page_if_there_is_one(lina):
    assert subject_of("safeguards.person:3").address == "/people/3/"
    assert subject_of("nothing.known:3").address is None
    assert subject_of("nothing.known:3").kind == "nothing.known"
    assert subject_of("safeguards.person:x").address is None


@pytest.mark.parametrize("label", PAGES)
def test_every_kind_of_subject_has_its_page(label):
    assert apps.get_model(label)
    assert subject_of(f"{label}:12").address.endswith("/12/")


def test_a_check_is_written_with_its_head(client, auditor, sign_in, trail_of):
    trail_of(3)
    head = AuditRecord.objects.last().hash
    sign_in(auditor)

    client.post("/audit/verify/")

    line = AuditRecord.objects.last()
    assert line.act == "audit.verify"
    assert line.details == {"count": 3, "head": head, "fault": None}
    assert head in client.get("/audit/").content.decode()


def _exported(client, form, **asked):
    answer = client.post("/audit/export/", {"form": form, **asked})
    return b"".join(answer.streaming_content)


def test_the_hashes_of_an_export_can_be_taken_again_by_anybody(
    client, auditor, lina, sign_in, trail_of
):
    trail_of(3, because="قرئ في المصدر ✓", details={"before": {"value": 74}})
    sign_in(auditor)

    lines = _exported(client, "jsonl").decode("utf-8").splitlines()

    previous = "0" * 64
    assert len(lines) == 3
    for line in lines:
        said = json.loads(line)
        taken = said.pop("hash")
        canonical = json.dumps(
            said, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        assert hashlib.sha256(canonical.encode()).hexdigest() == taken
        assert said["previous_hash"] == previous
        previous = taken


def test_a_spreadsheet_gets_no_formula(client, auditor, sign_in, trail_of):
    for because in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "عادي"):
        trail_of(1, because=because)
    sign_in(auditor)

    exported = _exported(client, "csv", act="register.confirm")

    assert exported.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(exported.decode("utf-8-sig"))))
    reasons = [row["because"] for row in rows]
    assert reasons == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "عادي"]


def test_an_export_is_a_line_of_the_trail_too(client, auditor, sign_in, trail_of):
    trail_of(2)
    sign_in(auditor)

    _exported(client, "jsonl", outcome="done")

    line = AuditRecord.objects.last()
    assert line.act == "audit.export"
    assert line.details["asked"] == {"outcome": "done"}
    assert line.details["form"] == "jsonl"


def test_an_export_in_no_form_is_refused(client, auditor, sign_in, trail_of):
    trail_of(1)
    sign_in(auditor)

    assert client.post("/audit/export/", {"form": "exe"}).status_code == 302

    assert AuditRecord.objects.last().outcome == "refused"


@pytest.mark.parametrize("group", ["analyst", "officer", "releasing", "partner"])
def test_others_do_not_read_the_trail(client, make_person, sign_in, group, trail_of):
    trail_of(1)
    sign_in(make_person("rana", group))

    assert client.get("/audit/").status_code == 403
    assert client.get("/audit/1/").status_code == 403
    assert client.post("/audit/export/", {"form": "csv"}).status_code == 403
    assert client.post("/audit/verify/").status_code == 403


def test_a_refused_act_shows_why(client, auditor, lina, sign_in):
    with pytest.raises(Refused):
        add("rana", groups=["analyst"], clearance=1, by=lina, because="helps")
    sign_in(auditor)

    assert "has no right to do people.add" in client.get("/audit/1/").content.decode()
    assert timezone.now() - AuditRecord.objects.get().at < timedelta(minutes=1)
