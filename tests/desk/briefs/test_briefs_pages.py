"""Tests for the list of briefs and for the page with its languages side by side."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.newsroom import (
    make_brief,
    make_entry,
    make_release,
    make_somebody,
    make_submission,
    officer,
    statement,
    write,
    writer,
)
from marsad.desk.briefs.checking import doubts_of
from marsad.desk.briefs.freeze import pages_of
from marsad.desk.briefs.listing import PAGE, listing
from marsad.desk.briefs.models import BriefKind, Override
from marsad.desk.briefs.standings import Stand
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def karim():
    return writer()


def the_page(brief, language):
    return next(one for one in pages_of(brief) if one.language == language)


def address(brief):
    return f"/briefs/{brief.translation_key}/"


def altered(brief):
    """The brief with a number in English that its entry does not bear."""
    page = the_page(brief, "en")
    block = page.body[0]
    entries = [one.pk for one in block.value["entries"]]
    changed = {
        "type": "statement",
        "id": str(block.id),
        "value": {
            "text": "The Coalition has 75 members.",
            "entries": [
                {"type": "item", "value": one, "id": str(block.id)} for one in entries
            ],
        },
    }
    write(page, [changed], by=writer())
    return brief


def test_a_draft_stands_in_the_list_with_its_languages(sign_in, karim, client):
    brief = make_brief()
    sign_in(karim)

    page = client.get("/briefs/").content.decode()

    assert address(brief) in page
    assert 'lang="ar"' in page
    assert f"/editing/pages/{brief.pk}/edit/" in page


def test_the_list_is_empty_in_words(sign_in, karim, client):
    sign_in(karim)
    client.cookies["language"] = "en"

    assert "Briefs stand here once" in client.get("/briefs/").content.decode()
    assert (
        "No brief is like this" in client.get("/briefs/?kind=weekly").content.decode()
    )


def test_the_list_says_where_each_brief_stands():
    draft, waiting, out = make_brief(), make_brief(), make_brief()
    make_submission(waiting)
    release = make_release(out)
    altered(out)

    stands = {one.original.pk: one.standing for one in listing(officer()).rows}

    assert stands[draft.pk].stand is Stand.DRAFT
    assert stands[waiting.pk].stand is Stand.SUBMITTED
    assert (stands[out.pk].stand, stands[out.pk].number) == (
        Stand.RELEASED,
        release.number,
    )
    assert (stands[waiting.pk].is_changed, stands[out.pk].is_changed) == (False, True)
    for stand, found in (
        ("draft", {draft.pk}),
        ("submitted", {waiting.pk}),
        ("released", {out.pk}),
        ("changed", {out.pk}),
    ):
        rows = listing(officer(), stand=stand).rows
        assert {one.original.pk for one in rows} == found


def test_the_list_is_of_one_kind_if_asked():
    make_brief()
    weekly = make_brief(kind=BriefKind.WEEKLY)

    rows = listing(officer(), kind="weekly").rows

    assert [one.original.pk for one in rows] == [weekly.pk]


def test_the_list_goes_on_page_by_page_and_asks_few_questions():
    entry, today = make_entry(), timezone.localdate()
    for number in range(PAGE + 3):
        body = {"en": [statement("The Coalition has 74 members.", entry)]}
        day = today - timedelta(days=number // 2)
        make_brief(body, languages=("en",), as_of=day)

    with CaptureQueriesContext(
        connection,
    ) as few:
        first = listing(officer())
    second = listing(officer(), after=first.older)

    seen = [one.original.pk for one in (*first.rows, *second.rows)]
    assert len(seen) == len(set(seen)) == PAGE + 3
    assert second.older == ""
    assert len(few) < 20
    assert len(listing(officer(), after="no such, place").rows) == PAGE


def test_the_list_says_how_much_of_a_translation_is_behind():
    brief = make_brief()
    page = the_page(brief, "ar")
    name = str(page.body[0].id)
    entry = page.body[0].value["entries"][0]
    write(
        page, [statement("يضم التحالف اليوم 74 عضوا.", entry, name=name)], by=writer()
    )

    [row] = listing(officer()).rows

    first, second = row.languages
    assert row.last.user == writer()
    assert (first.page.language, first.is_whole) == ("ar", True)
    assert (second.page.language, second.changed, second.is_whole) == ("en", 1, False)


def test_what_a_reader_is_not_cleared_for_is_neither_listed_nor_shown(
    sign_in, make_person, client
):
    brief = make_brief(audience=Audience.CLIENTS, marking=Marking.AMBER)
    low = make_person("low", "officer", clearance=Marking.GREEN)
    sign_in(low)

    assert address(brief) not in client.get("/briefs/").content.decode()
    assert client.get(address(brief)).status_code == 404
    assert client.post(f"{address(brief)}override/").status_code == 403
    assert client.post(f"{address(brief)}en/accept/").status_code == 404


def test_the_languages_stand_side_by_side_each_in_its_direction(sign_in, karim, client):
    brief = make_brief(languages=("ar", "en", "fr"))
    sign_in(karim)

    page = client.get(address(brief)).content.decode()

    assert "of-3" in page
    places = [page.index(f'version-title" lang="{one}"') for one in ("ar", "en", "fr")]
    assert places == sorted(places)
    assert 'lang="ar" dir="rtl">يضم' in page
    assert 'lang="fr" dir="ltr"' in page


def test_a_doubt_stands_beside_its_block_with_the_way_out(sign_in, karim, client):
    brief = altered(make_brief())
    sign_in(karim)
    client.cookies["language"] = "en"

    page = client.get(address(brief)).content.decode()

    assert "does not bear the number" in page
    assert "troubled" in page
    assert "Let it stand" not in page


def test_the_same_is_checked_anew_without_the_page_around_it(sign_in, karim, client):
    brief = make_brief()
    sign_in(karim)

    part = client.get(address(brief), headers={"HX-Request": "true"}).content.decode()

    assert part.startswith('<div id="comparison"')
    assert "<html" not in part


def test_an_officer_lets_a_doubt_stand_from_the_page(sign_in, client):
    brief = altered(make_brief())
    key = doubts_of(brief).open[0].key
    rima = officer()
    sign_in(rima)
    client.cookies["language"] = "en"
    assert "Let it stand" in client.get(address(brief)).content.decode()

    refused = client.post(
        f"{address(brief)}override/",
        {"doubt": key, "because": ""},
        headers={"HX-Request": "true"},
    )
    client.post(f"{address(brief)}override/", {"doubt": key, "because": "two sources"})

    assert refused.status_code == 422
    assert Override.objects.get().by == rima
    assert "two sources" in client.get(address(brief)).content.decode()


def test_a_writer_accepts_a_block_from_the_page_and_an_officer_does_not(
    sign_in, karim, client
):
    brief = make_brief()
    page = the_page(brief, "ar")
    block = page.body[0]
    entry = block.value["entries"][0]
    new = [statement("يضم التحالف اليوم 74 عضوا.", entry, name=str(block.id))]
    write(page, new, by=karim)
    sign_in(karim)
    client.cookies["language"] = "en"
    shown = client.get(address(brief)).content.decode()
    assert "This still stands for the original" in shown

    client.post(f"{address(brief)}en/accept/", {"block": str(block.id)})

    assert doubts_of(brief).doubts == ()
    sign_in(officer())
    assert client.post(f"{address(brief)}en/accept/").status_code == 403


def test_another_language_is_begun_from_the_page(sign_in, karim, client):
    brief = make_brief()
    sign_in(karim)

    client.post(f"{address(brief)}begin/", {"language": "fr"})

    assert {one.language for one in pages_of(brief)} == {"ar", "en", "fr"}


@pytest.mark.parametrize("group", ["auditor", "director", "releasing"])
def test_who_only_reads_is_offered_nothing_to_write(sign_in, client, group):
    brief = make_brief()
    sign_in(make_somebody(f"a-{group}", group))

    page = client.get(address(brief)).content.decode()

    assert "/editing/pages/" not in page
    assert client.get("/briefs/").status_code == 200


def test_a_partner_reads_no_drafts(sign_in, client):
    brief = make_brief()
    sign_in(make_somebody("yusuf", "partner", clearance=Marking.GREEN))

    assert client.get("/briefs/").status_code == 403
    assert client.get(address(brief)).status_code == 403


def test_what_is_no_brief_is_not_there(sign_in, karim, client):
    sign_in(karim)

    assert (
        client.get("/briefs/00000000-0000-0000-0000-000000000000/").status_code == 404
    )
    brief = make_brief()
    assert client.post(f"{address(brief)}fr/accept/").status_code == 404
