from datetime import date

import pytest

from marsad.desk.documents.reinstate import reinstate
from marsad.desk.documents.withdraw import withdraw
from marsad.desk.register.confirm import confirm
from marsad.desk.sources.models import Source


def test_the_places_of_findings_count_the_code_points_of_the_text(
    ask, make_document, secret
):
    document = make_document(
        "🕊️ قال وزير الخارجية الكويتي إن «التحالف ملتزم»، وإنّ 98 في المئة حررت.\n"
    )
    said = ask(f"documents/{document.pk}/text", secret).json()
    findings = ask(f"documents/{document.pk}/findings", secret).json()["rows"]

    assert said["length"] == len(said["text"])
    assert findings
    for one in findings:
        assert said["text"][one["start"] : one["end"]] == one["quote"]


def test_of_a_withdrawn_document_only_the_reason_is_shown(ask, report, lina, secret):
    found = report.findings.filter(kind="quote").first()
    [entry] = confirm([found], by=lina, because="read in the source")
    withdraw(report, by=lina, because="The outlet took it back.")

    for part in ("text", "findings"):
        answer = ask(f"documents/{report.pk}/{part}", secret)
        assert answer.status_code == 410
        assert "The outlet took it back." in answer.json()["detail"]
        assert found.quote not in answer.content.decode()
    said = ask(f"documents/{report.pk}", secret).json()
    assert said["withdrawn_because"] == "The outlet took it back."
    for address in (f"entries/{entry.pk}", f"entries/{entry.pk}/versions"):
        assert (
            f'"document": {{"id": {report.pk}'
            not in ask(address, secret).content.decode()
        )
    mentions = ask(f"entities/{found.name.entity_id}/mentions", secret).json()
    assert mentions["rows"] == []

    reinstate(report, by=lina, because="The outlet brought it back.")

    assert ask(f"documents/{report.pk}/text", secret).status_code == 200


def test_custody_is_told(ask, report, lina, secret):
    withdraw(report, by=lina, because="The outlet took it back.")

    rows = ask(f"documents/{report.pk}/custody", secret).json()["rows"]

    assert [(row["event"], row["because"]) for row in rows][:1] == [
        ("withdrawn", "The outlet took it back.")
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("language=en", ["en"], id="a language"),
        pytest.param("since=2018-02-14", ["fr"], id="from a day on"),
        pytest.param("until=2018-02-12", ["en"], id="up to a day"),
        pytest.param("since=2018-02-13&until=2018-02-13", ["ar"], id="one day"),
        pytest.param("", ["fr", "ar", "en"], id="nothing: the newest first"),
    ],
)
def test_documents_are_found_by_day_and_language(
    ask, make_document, secret, asked, found
):
    make_document("قال الوزير إن التحالف ملتزم.\n", day=date(2018, 2, 13))
    make_document("The minister said so.\n", language="en", day=date(2018, 2, 12))
    make_document("Le ministre l'a dit.\n", language="fr", day=date(2018, 2, 14))

    rows = ask(f"documents?{asked}", secret).json()["rows"]

    assert [row["language"] for row in rows] == found


def test_documents_are_found_and_counted_by_source(ask, make_document, secret):
    outlet = Source.objects.create(name="وكالة المرفأ")
    mine = make_document("قال الوزير إن التحالف ملتزم.\n", source=outlet)
    make_document("وقال إن 98 في المئة حررت.\n")

    page = ask(f"documents?source={outlet.pk}&count=true", secret).json()

    assert [row["id"] for row in page["rows"]] == [mine.pk]
    assert page["count"] == 1


def test_a_page_of_documents_asks_the_database_a_few_times(
    ask, make_document, secret, django_assert_max_num_queries
):
    for number in range(6):
        make_document(f"قال الوزير إن التحالف يضم {60 + number} عضوا.\n")
    ask("documents", secret)

    with django_assert_max_num_queries(4):
        assert len(ask("documents", secret).json()["rows"]) == 6
