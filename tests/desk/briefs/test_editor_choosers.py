"""Whoever chooses an entry sees what it says, from whom, and what is wrong with it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from desk.briefs.editor_examples import (
    a_brief,
    a_plain_entry,
    an_entry,
    raised,
    statement,
)
from marsad.desk.catalogue.asking import index_at
from marsad.desk.catalogue.keep_up import rebuild
from marsad.desk.contradictions.models import Contradiction
from marsad.desk.documents.models import Document
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ENTRIES = "/editing/choose/entry/results/"


@pytest.fixture
def karim(make_person):
    """A communications officer."""
    return make_person("karim", Group.OFFICER, name="Karim")


@pytest.fixture
def desk(sign_in, karim):
    """A browser in which an officer is signed in, reading Arabic."""
    browser = sign_in(karim)
    browser.cookies["language"] = "ar"
    return browser


def listed(desk, **asked):
    """The rows that a list shows."""
    answer = desk.get(ENTRIES, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def chosen(desk, kind, pk):
    """What a block is told of a row."""
    answer = desk.get(reverse(f"{kind}_chooser:chosen", args=[pk]))
    return answer.json()["result"] if answer.status_code == 200 else None


class TestLines:
    def test_a_figure_shows_all_that_decides_whether_to_cite_it(
        self, desk, report, lina
    ):
        entry = an_entry(lina, kind="figure")

        line = chosen(desk, "entry", entry.pk)

        facts = " | ".join(line["facts"])
        assert line["title"] == entry.words
        assert (line["language"], line["direction"]) == ("ar", "rtl")
        assert "\N{FIRST STRONG ISOLATE}74\N{POP DIRECTIONAL ISOLATE}" in facts
        assert "Al-Jarida" in facts
        assert "TLP:GREEN" in facts
        assert f"{entry.source_grade}{entry.information_grade}" in facts
        assert str(entry.pk) in facts
        assert line["edit_url"] == f"/register/{entry.pk}/"

    def test_foreign_pieces_are_isolated(self, desk, report, lina):
        entry = an_entry(lina, kind="figure")

        facts = chosen(desk, "entry", entry.pk)["facts"]

        assert "\N{FIRST STRONG ISOLATE}Al-Jarida\N{POP DIRECTIONAL ISOLATE}" in facts
        assert not any("<" in one for one in facts)

    def test_words_of_another_language_keep_their_direction(self, desk):
        entry = a_plain_entry("The campaign goes on", language="en")

        assert f'dir="ltr" lang="en">{entry.words}<' in listed(desk)

    def test_an_expired_and_a_contradicted_one_say_so(self, desk, lina):
        yesterday = timezone.localdate() - timedelta(days=1)
        one = a_plain_entry("نسبة", kind="figure", expires_on=yesterday)
        other = a_plain_entry("نسبة أخرى", kind="figure")
        Contradiction.objects.create(
            key="1 2",
            about="value",
            day=one.day,
            one=one,
            other=other,
            why="98 and 95",
            compared="98 95",
            marking=Marking.GREEN,
        )

        assert len(chosen(desk, "entry", one.pk)["warnings"]) == 2
        assert len(chosen(desk, "entry", other.pk)["warnings"]) == 1

    def test_a_contradiction_above_the_clearance_is_not_told(self, desk):
        one = a_plain_entry("نسبة", kind="figure")
        Contradiction.objects.create(
            key="1 2",
            about="value",
            day=one.day,
            one=one,
            other=a_plain_entry("نسبة سرية", kind="figure", marking=Marking.RED),
            why="98 and 95",
            compared="98 95",
            marking=Marking.RED,
        )

        assert chosen(desk, "entry", one.pk)["warnings"] == []

    def test_the_outlet_of_a_document_above_the_clearance_is_not_told(
        self, desk, report, lina
    ):
        entry = an_entry(lina, kind="figure")
        Document.objects.filter(pk=report.pk).update(marking=Marking.RED)

        assert "Al-Jarida" not in listed(desk)
        assert "Al-Jarida" not in str(chosen(desk, "entry", entry.pk))

    def test_an_indicator_shows_its_last_value(self, desk, report, lina):
        entry = an_entry(lina, kind="figure", series__gt="")
        indicator = Indicator.objects.create(key=entry.series, title_ar="أعضاء التحالف")

        line = chosen(desk, "indicator", indicator.pk)

        assert line["title"] == "أعضاء التحالف"
        assert any(f"{entry.value:g}" in one for one in line["facts"])

    def test_a_grouping_shows_how_many_members_it_has(self, desk):
        grouping = Grouping.objects.create(kind="line", name_ar="خط التمويل")

        line = chosen(desk, "grouping", grouping.pk)

        assert line["title"] == "خط التمويل"
        assert any("0" in one for one in line["facts"])


class TestLists:
    @pytest.fixture
    def entries(self):
        """Three entries of different kinds and days."""
        return (
            a_plain_entry("التحالف ملتزم", day=date(2018, 2, 13)),
            a_plain_entry("نسبة الأراضي", kind="figure", day=date(2018, 3, 1)),
            a_plain_entry("اجتماع وزاري", kind="meeting", day=date(2019, 1, 5)),
        )

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            pytest.param({}, {0, 1, 2}, id="everything"),
            pytest.param({"kind": "figure"}, {1}, id="a kind"),
            pytest.param({"first": "2018-02-20"}, {1, 2}, id="from a day"),
            pytest.param({"last": "2018-12-31"}, {0, 1}, id="until a day"),
            pytest.param({"kind": "figure", "last": "2018-02-20"}, set(), id="both"),
            pytest.param({"series": "a|b|c|d"}, {0, 1, 2}, id="a series nobody has"),
            pytest.param({"party": "nobody at all"}, set(), id="a party nobody named"),
            pytest.param({"kind": "nonsense"}, {0, 1, 2}, id="a kind that is none"),
        ],
    )
    def test_a_list_is_narrowed(self, desk, entries, asked, found):
        told = listed(desk, **asked)

        assert {n for n, one in enumerate(entries) if one.words in told} == found

    def test_a_number_finds_its_entry(self, desk, entries):
        told = listed(desk, q=str(entries[1].pk))

        assert entries[1].words in told
        assert entries[0].words not in told

    @pytest.mark.parametrize(
        "words",
        [
            pytest.param("التحالف", id="as it stands"),
            pytest.param("تحالف", id="without its article"),
            pytest.param("والتحالف", id="with a word grown on"),
            pytest.param("التَّحالُف", id="with vowel signs"),
            pytest.param("التحـالف", id="drawn long"),
        ],
    )
    def test_words_find_entries_however_they_are_spelt(
        self, desk, entries, settings, tmp_path, words
    ):
        settings.SEARCH_INDEX = tmp_path / "search"
        index_at.cache_clear()
        rebuild()

        told = listed(desk, q=words)

        assert entries[0].words in told
        assert entries[1].words not in told

    def test_what_was_retracted_is_not_offered(self, desk):
        a_plain_entry("قول سُحب", state="retracted")

        assert "قول سُحب" not in listed(desk)

    def test_a_page_that_is_none_is_not_there(self, desk, entries):
        assert desk.get(ENTRIES, {"p": "99"}).status_code == 404

    def test_the_dialogue_is_in_the_readers_language_and_says_its_labels(
        self, desk, entries
    ):
        told = desk.get("/editing/choose/entry/").json()["html"]

        assert 'role="search"' in told
        for name in ("q", "kind", "party", "series", "first", "last"):
            assert f'<label for="id_{name}"' in told


class TestClearance:
    @pytest.fixture
    def rows(self):
        """One row of each sort, above the clearance of an officer."""
        return {
            "entry": a_plain_entry("قول سري", marking=Marking.RED),
            "indicator": Indicator.objects.create(key="سري|ب|ج|د", marking=Marking.RED),
            "grouping": Grouping.objects.create(
                kind="line", name_ar="مجموعة سرية", marking=Marking.RED
            ),
        }

    @pytest.mark.parametrize("kind", ["entry", "indicator", "grouping"])
    @pytest.mark.parametrize("view", ["choose", "choose_results"])
    def test_a_list_names_nothing_above_it(self, desk, rows, kind, view):
        answer = desk.get(reverse(f"{kind}_chooser:{view}"))

        assert answer.status_code == 200
        assert "سري" not in answer.content.decode()
        assert "\\u0633\\u0631\\u064a" not in answer.content.decode()

    @pytest.mark.parametrize("kind", ["entry", "indicator", "grouping"])
    @pytest.mark.parametrize("number", [None, "987654321", "0", "x", "1 OR 1=1"])
    def test_a_forged_number_is_not_there(self, desk, rows, kind, number):
        address = reverse(f"{kind}_chooser:chosen", args=[number or rows[kind].pk])

        assert desk.get(address).status_code == 404

    def test_what_was_marked_higher_since_is_gone_from_the_index_too(
        self, desk, settings, tmp_path
    ):
        entry = a_plain_entry("التحالف ملتزم")
        settings.SEARCH_INDEX = tmp_path / "search"
        index_at.cache_clear()
        rebuild()
        raised(entry)

        assert entry.words not in listed(desk, q="التحالف")


class TestSpeed:
    def asked_for(self, desk, page):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        desk.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert desk.get(address).status_code == 200
        return len(asked)

    def test_more_blocks_ask_the_database_no_more(self, desk, lina):
        few = a_brief(lina, *self.blocks(3), languages=("ar",))
        many = a_brief(lina, *self.blocks(60), languages=("ar",))

        assert self.asked_for(desk, many) <= self.asked_for(desk, few) + 2

    def blocks(self, count):
        return [statement(f"جملة {n}", a_plain_entry(f"قول {n}")) for n in range(count)]

    def test_more_rows_ask_the_database_no_more(self, desk):
        a_plain_entry("قول")
        with CaptureQueriesContext(connection) as few:
            listed(desk)
        for number in range(19):
            a_plain_entry(f"قول {number}")
        with CaptureQueriesContext(connection) as many:
            listed(desk)

        assert len(many) <= len(few) + 1
