import pytest
from django.utils.html import strip_tags

from marsad.desk.catalogue import keep_up
from marsad.desk.catalogue.asking import Asked, find, index_at, rows_of
from marsad.desk.register.confirm import confirm
from marsad.desk.register.models import ENTERED
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    settings.SEARCH_INDEX = tmp_path / "search"
    index_at.cache_clear()
    yield
    index_at.cache_clear()


def found(person, words, **more):
    asked = Asked(words=words, **more)
    return [
        (one.kind, one.row.pk) for one in rows_of(find(asked, person), asked, person)
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("التحالف", id="as written"),
        pytest.param("تحالف", id="without its article"),
        pytest.param("والتحالف", id="with a prefix that is not there"),
        pytest.param("للأراضي", id="with another prefix, alef with hamza"),
        pytest.param("الاراضي", id="alef without hamza"),
        pytest.param("٧٤ عضوا", id="Arabic-Indic digits"),
        pytest.param("مُلتزِم", id="with vowel signs"),
        pytest.param("«هزيمة التنظيم»", id="a phrase, its prefix apart"),
    ],
)
def test_a_word_is_found_however_it_is_written(report, lina, words):
    keep_up.keep_up()

    assert ("document", report.pk) in found(lina, words)


def test_what_was_confirmed_is_found_and_what_was_retracted_is_not(report, lina):
    finding = report.findings.filter(kind="figure").first()
    [entry] = confirm([finding], by=lina, because="read in the source")
    keep_up.keep_up()
    assert ("entry", entry.pk) in found(lina, finding.quote)

    retract(entry, by=lina, because="wrong after all")
    keep_up.keep_up()

    assert ("entry", entry.pk) not in found(lina, finding.quote)


def test_nobody_finds_what_they_may_not_read(report, make_document, make_person, lina):
    secret = make_document("تقرير سري عن التحالف في الكويت.\n", marking=Marking.RED)
    keep_up.keep_up()

    assert ("document", secret.pk) not in found(lina, "سري")
    cleared = make_person("salma", Group.ANALYST, clearance=Marking.RED)
    assert ("document", secret.pk) in found(cleared, "سري")
    partner = make_person("pierre", Group.PARTNER, clearance=Marking.RED)
    assert found(partner, "التحالف") == [
        one for one in found(partner, "التحالف") if one[0] != "document"
    ]


def test_the_counts_beside_a_search_know_only_what_the_reader_may_see(
    report, make_document, lina
):
    make_document("تقرير سري عن التحالف.\n", marking=Marking.RED, outlet="Hidden Times")
    keep_up.keep_up()

    answer = find(Asked(words="التحالف"), lina)

    assert "Hidden Times" not in answer.facets.sources
    assert answer.facets.sources == {"Al-Jarida": 1}


def test_a_lost_index_is_built_anew(report, lina, settings, tmp_path):
    keep_up.keep_up()
    settings.SEARCH_INDEX = tmp_path / "elsewhere"
    index_at.cache_clear()

    keep_up.keep_up()

    assert ("document", report.pk) in found(lina, "التحالف")


def test_the_whole_index_can_be_rebuilt_while_it_is_read(report, lina):
    confirm(
        list(report.findings.filter(kind__in=ENTERED)),
        by=lina,
        because="read in the source",
    )
    told = []

    count = keep_up.rebuild(told.append)

    assert count == sum(told)
    assert ("document", report.pk) in found(lina, "الكويت")


def test_the_page_marks_the_words_in_the_direction_of_the_source(report, lina, sign_in):
    keep_up.keep_up()

    page = sign_in(lina).get("/search/", {"q": "للتحالف"}).content.decode()

    assert 'dir="rtl"' in page
    assert "<mark>التحالف</mark>" in page


def test_the_page_reads_nothing_into_hostile_words(report, lina, sign_in):
    keep_up.keep_up()
    hostile = '<script>alert(1)</script> body:* "unclosed «'

    answer = sign_in(lina).get("/search/", {"q": hostile, "page": "-1", "party": "x"})

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_a_search_costs_few_queries(
    report, make_document, lina, sign_in, django_assert_max_num_queries
):
    for number in range(15):
        make_document(f"التحالف في الكويت، تقرير {number}.\n")
    keep_up.keep_up()
    client = sign_in(lina)

    with django_assert_max_num_queries(14):
        page = client.get("/search/", {"q": "التحالف"})

    assert "التحالف" in strip_tags(page.content.decode())
