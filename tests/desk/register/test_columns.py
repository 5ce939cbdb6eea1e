import csv
import io
import json

from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import ENTERED
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.marking import Marking


def test_the_register_is_handed_out_whole_and_written_down(report, lina, sign_in):
    findings = list(report.findings.filter(kind__in=ENTERED))
    confirm(findings, by=lina, because="read in the source")

    answer = sign_in(lina).get("/register/", {"format": "csv"})

    written = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert len(rows) == len(findings)
    assert {row["document_sha256"] for row in rows} == {report.text_sha256}
    assert AuditRecord.objects.last().act == "exports.hand_out"


def test_what_was_known_on_a_day_is_handed_out_as_it_was(report, lina, sign_in):
    [entry] = confirm([report.findings.get(fields__value=98)], by=lina, because="read")
    day = entry.entered_at.date().isoformat()

    answer = sign_in(lina).get("/register/", {"format": "json", "as_of": day})

    [row] = json.loads(b"".join(answer.streaming_content))
    assert (row["entry"], row["value"]) == (entry.pk, 98)


def test_what_is_above_the_clearance_is_not_handed_out(
    make_document, make_person, sign_in
):
    report = make_document(marking=Marking.RED)
    boss = make_person("boss", Group.ANALYST, clearance=Marking.RED)
    confirm(list(report.findings.filter(kind="figure")), by=boss, because="read")
    low = make_person("sami", Group.ANALYST, clearance=Marking.GREEN)

    answer = sign_in(low).get("/register/", {"format": "json"})

    assert json.loads(b"".join(answer.streaming_content)) == []
