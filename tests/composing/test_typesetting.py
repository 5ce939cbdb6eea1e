"""Tests for an edition that becomes a brief."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from composing.edition_maker import RELEASED, edition, passage
from marsad.composing.edition_sources import edition_sources
from marsad.composing.editions import Block, Sort
from marsad.composing.pieces import plain
from marsad.composing.typesetting import Recall, typeset
from marsad.marking import Audience, Marking

LANGUAGES = ("ar", "en", "fr")


def _line(brief, name):
    return next(line for line in brief.lines if line.id == name)


def _with(made, language, *blocks):
    """The edition with these blocks alone in one language."""
    manuscript = replace(made.in_language(language), blocks=blocks)
    return replace(made, manuscripts=(manuscript,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocks_keep_the_order_in_which_people_put_them(language):
    brief = typeset(edition(), language)
    blocks = edition().in_language(language).blocks

    assert [line.id for line in brief.lines] == [
        one.id for one in blocks if one.sort is not Sort.SECTION
    ]
    assert [section.heading for section in brief.sections[1:]] == [
        one.text for one in blocks if one.sort is Sort.SECTION
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_citations_are_numbered_by_passage_in_the_order_of_first_use(language):
    brief = typeset(edition(), language)
    cited = []
    for line in brief.lines:
        cited += line.citations
        for row in line.table.rows if line.table else ():
            cited += row.citations

    first_uses = list(dict.fromkeys(cited))
    assert first_uses == list(range(1, len(first_uses) + 1))
    passages = [
        one.number for source in edition_sources(edition(), language) for one in source.passages
    ]  # fmt: skip
    assert sorted(passages) == first_uses


def test_two_entries_of_one_passage_share_its_number():
    made = edition("en")
    entry = made.by_number[1]
    twin = replace(entry, number=99)
    block = Block("twice", Sort.STATEMENT, "Said twice.", (1, 99))
    made = _with(replace(made, entries=(entry, twin)), "en", block)

    assert _line(typeset(made, "en"), "twice").citations == (1,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_shows_the_exact_words_in_their_own_language(language):
    quoted = _line(typeset(edition(), language), "q11").quoted

    assert [(one.text, one.language) for one in quoted] == [
        ("We will keep every promise we made here,", "en")
    ]
    speaker = {"ar": "مبعوثة الرابطة", "en": "The league’s envoy"}
    assert plain(quoted[0].speaker) == speaker.get(language, "L’envoyée de la ligue")


def test_a_quotation_without_a_sentence_says_who_where_and_when():
    assert plain(_line(typeset(edition(), "en"), "q10").pieces) == (
        "The league’s spokesperson, quoted by وكالة المرفأ on 15 November 2026:"
    )


def test_the_words_of_an_outlet_are_said_to_be_its_own():
    made = edition("en")
    reported = replace(made.by_number[11], fields={"form": "indirect"})
    entries = tuple(reported if one.number == 11 else one for one in made.entries)

    assert (
        _line(typeset(replace(made, entries=entries), "en"), "q11")
        .quoted[0]
        .is_reported
    )


@pytest.mark.parametrize(
    ("name", "bound", "big"),
    [
        pytest.param("f2", "about ", "10,500", id="about"),
        pytest.param("f3", "", "-70.5%", id="a share below nothing"),
        pytest.param("f5", "", "$1.25 billion", id="money"),
    ],
)
def test_a_figure_is_written_large_with_its_bound(name, bound, big):
    line = _line(typeset(edition(), "en"), name)

    assert (plain(line.bound), plain(line.big)) == (bound, big)


def test_a_figure_never_stands_without_its_day_and_its_source():
    for language in LANGUAGES:
        brief = typeset(edition(), language)
        for name in ("f1", "f2", "f3", "f5"):
            notes = " ".join(plain(note) for note in _line(brief, name).notes)
            assert "2026" in notes
            assert "Northgate Wire" in notes or "Dépêche du Lac" in notes


def test_a_figure_past_its_expiry_and_a_disputed_one_say_so():
    made = edition("en")
    disputed = replace(made.by_number[1], rivals=(77,))
    made = replace(
        made,
        entries=tuple(disputed if one.number == 1 else one for one in made.entries),
    )
    brief = typeset(made, "en")

    assert "check it before use" in plain(_line(brief, "f2").notes[-1])
    assert _line(brief, "f1").state == "disputed"
    assert "another value" in plain(_line(brief, "f1").notes[0])


def test_a_range_shows_both_its_ends():
    made = edition("en")
    ranged = replace(made.by_number[2], bound="exact", high=12000.0)
    made = replace(
        made, entries=tuple(ranged if one.number == 2 else one for one in made.entries)
    )

    assert plain(_line(typeset(made, "en"), "f2").big) == "10,500–12,000"


def test_a_roll_is_a_table_of_members_with_their_days():
    table = _line(typeset(edition(), "fr"), "roll").table

    assert table.columns == ("#", "Membre", "Depuis")
    assert [plain(row.cells[1]) for row in table.rows] == ["Irak", "Italie", "Tchad"]
    assert [len(row.citations) for row in table.rows] == [0, 0, 1]


def test_a_meeting_says_when_and_where():
    assert plain(_line(typeset(edition(), "ar"), "meeting").heading) == (
        "15 نوفمبر/تشرين الثاني 2026 · روما · إيطاليا"
    )


def test_a_picture_names_whom_to_thank_and_the_licence():
    picture = _line(typeset(edition(), "en"), "image").picture

    assert plain(picture.credit) == "Picture: Amina Testa · Licence: CC BY 4.0"
    assert picture.path == "images/hall.png"
    assert picture.alternative == "A wide hall with rows of empty seats"


def test_a_film_leads_elsewhere_and_says_what_is_said_in_it():
    film = _line(typeset(edition(), "en"), "video").picture

    assert (film.path, film.address) == ("", "https://films.example.org/opening")
    assert film.transcript == "Welcome to session 12."


def test_a_draft_says_on_its_face_that_nobody_released_it():
    brief = typeset(edition(number="", released_at=None), "en")

    assert brief.face.state == "draft"
    assert "nobody has released it" in plain(brief.face.long)
    assert brief.dated == datetime(2026, 11, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("ar", "صدرت برقم 2026-014، 2026-11-22 14:00 UTC"),
        ("en", "Released, number 2026-014, 2026-11-22 14:00 UTC"),
        ("fr", "Publiée, numéro 2026-014, 2026-11-22 14:00 UTC"),
    ],
)
def test_a_release_says_its_number_and_moment(language, face):
    brief = typeset(edition(), language)

    assert plain(brief.face.short) == face
    assert brief.dated == RELEASED


def test_a_moment_is_told_in_universal_time_wherever_it_was_set():
    elsewhere = datetime.fromisoformat("2026-11-22T17:00:00+03:00")

    assert "14:00 UTC" in plain(
        typeset(edition(released_at=elsewhere), "en").face.short
    )


def test_a_correction_names_what_it_corrects_and_what_was_wrong():
    wrong = {"en": "The brief said 86 members; there are 87."}
    face = typeset(edition("en", corrects="2026-013", correction=wrong), "en").face

    assert face.state == "correction"
    assert "2026-013" in face.notices[0].heading
    assert plain(face.notices[0].text) == wrong["en"]


def test_a_recall_stands_before_everything_else():
    recall = Recall(
        datetime(2026, 11, 23, 9, tzinfo=UTC), {"en": "The source withdrew."}
    )
    face = typeset(edition("en"), "en", recall=recall).face

    assert face.state == "recalled"
    assert plain(face.short) == "Recalled: number 2026-014, 2026-11-23 09:00 UTC"
    assert plain(face.notices[0].text) == "The source withdrew."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_a_brief_says_for_whom_it_is(language, audience):
    made = edition(language, audience=audience, marking=Marking.CLEAR)

    assert plain(typeset(made, language).marking_why)


def test_named_partners_are_named():
    made = edition("en", audience=Audience.CLIENTS, partners=("Iraq", "Italy"))

    assert plain(typeset(made, "en").marking_why) == (
        "For these partners alone: Iraq and Italy."
    )


def test_a_machine_draft_and_a_stale_translation_say_what_they_are():
    made = edition("ar", number="", released_at=None)
    block = Block(
        "s", Sort.STATEMENT, "نص.", (1,), draft="machine", freshness="changed"
    )
    notes = _line(typeset(_with(made, "ar", block), "ar"), "s").notes

    assert "مسودة ترجمة آلية" in plain(notes[0])
    assert "تغيّر الأصل" in plain(notes[1])


def test_a_brief_says_from_which_reports_it_is_drawn():
    assert plain(typeset(edition(), "en").drawn) == (
        "From 4 reports by 4 outlets, published between 15 November 2026 and"
        " 18 November 2026. It knows of what was published up to 21 November 2026."
    )


def test_a_foreword_stands_apart_paragraph_by_paragraph():
    made = edition("en")
    manuscript = replace(made.in_language("en"), foreword="Dear all,\n\nRead this.\n")
    brief = typeset(replace(made, manuscripts=(manuscript,)), "en")

    assert [plain(one) for one in brief.foreword] == ["Dear all,", "Read this."]


def test_an_edition_that_cites_nothing_is_laid_out_all_the_same():
    made = _with(edition("en"), "en", Block("r", Sort.REMARK, "Hello."))
    brief = typeset(replace(made, entries=()), "en")

    assert (
        plain(brief.drawn) == "It knows of what was published up to 21 November 2026."
    )
    assert edition_sources(made, "en") == ()


def test_a_script_is_no_address_of_a_source():
    made = edition("en")
    bad = replace(passage(2, "has 87 members"), address="javascript:alert(1)")
    entry = replace(made.by_number[1], passages=(bad,))
    made = replace(made, entries=(entry,))
    block = Block("s", Sort.STATEMENT, "87 members.", (1,))

    assert edition_sources(_with(made, "en", block), "en")[0].url == ""


def test_no_day_is_taken_from_the_clock():
    assert typeset(edition(as_of=date(2026, 11, 1)), "en").dated == RELEASED
