"""Tests for a partner's copy: nothing above its ceiling, and no words of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.edition_maker import MEDIA, edition, passage
from marsad.composing.adapting import adapt
from marsad.composing.edition_pack import edition_pack
from marsad.composing.editions import Block, Manuscript, Sort, to_json
from marsad.composing.pieces import plain
from marsad.composing.typesetting import typeset
from marsad.errors import Refused
from marsad.marking import Audience, Marking


def _adapt(made, **chosen):
    return adapt(
        made,
        **{
            "languages": ("ar", "en", "fr"),
            "without": frozenset(),
            "foreword": {},
            "ceiling": Marking.CLEAR,
            "audience": Audience.WORLD,
            **chosen,
        },
    )


def _marked(made, markings):
    """The edition with some entries marked otherwise."""
    return replace(
        made,
        marking=max((made.marking, *markings.values())),
        entries=tuple(
            replace(one, marking=markings.get(one.number, one.marking))
            for one in made.entries
        ),
    )


def test_languages_and_sections_that_are_not_wanted_go():
    adapted = _adapt(edition(), languages=("fr",), without=frozenset({"figures"}))

    (manuscript,) = adapted.manuscripts
    ids = [one.id for one in manuscript.blocks]
    assert manuscript.language == "fr"
    assert "f1" not in ids
    assert "chart" not in ids
    assert "q10" in ids
    assert {one.number for one in adapted.entries} == {3, 6, 10, 11, 13, 14}
    assert manuscript.left_out == 0
    assert manuscript.summary


def test_a_block_above_the_ceiling_goes_and_is_counted():
    made = _marked(edition(), {11: Marking.AMBER, 2: Marking.GREEN})
    adapted = _adapt(made, ceiling=Marking.GREEN, audience=Audience.COMMUNITY)

    ids = [one.id for one in adapted.manuscripts[0].blocks]
    assert "q11" not in ids
    assert "f2" in ids
    assert [one.left_out for one in adapted.manuscripts] == [1, 1, 1]
    assert adapted.marking is Marking.GREEN
    assert "1" in plain(typeset(adapted, "en").marking_why)


def test_a_ceiling_never_reaches_past_the_audience():
    made = _marked(edition(), {11: Marking.AMBER})
    adapted = _adapt(made, ceiling=Marking.RED, audience=Audience.WORLD)

    assert 11 not in adapted.by_number
    assert adapted.marking is Marking.CLEAR


def test_a_summary_goes_where_something_was_held_back():
    adapted = _adapt(_marked(edition(), {11: Marking.AMBER}))

    assert {one.summary for one in adapted.manuscripts} == {""}


def test_a_heading_under_which_nothing_is_left_goes():
    made = _marked(edition(), dict.fromkeys((3, 6, 13), Marking.AMBER))
    adapted = _adapt(made)

    assert "efforts" not in [one.id for one in adapted.manuscripts[0].blocks]


def test_a_member_of_a_roll_that_is_held_back_takes_the_roll_with_it():
    adapted = _adapt(_marked(edition(), {14: Marking.AMBER}))

    assert "roll" not in [one.id for one in adapted.manuscripts[0].blocks]


def test_a_remark_that_repeats_held_words_goes():
    made = _marked(edition("en"), {11: Marking.AMBER})
    manuscript = made.in_language("en")
    told = Block(
        "told", Sort.REMARK, "They said: “We will  keep every promise we made here,”"
    )
    made = replace(
        made, manuscripts=(replace(manuscript, blocks=(*manuscript.blocks, told)),)
    )

    adapted = _adapt(made)

    assert "told" not in [one.id for one in adapted.manuscripts[0].blocks]
    assert b"every promise" not in to_json(adapted)


def test_words_around_a_passage_that_hold_held_words_go():
    made = _marked(edition("en"), {11: Marking.AMBER})
    assert "promise" in made.by_number[3].passages[0].before

    adapted = _adapt(made)

    assert adapted.by_number[3].passages[0].before == ""
    assert adapted.by_number[3].passages[0].quote == "fell by 70.5% in a year"


def test_a_title_with_held_words_is_refused():
    made = _marked(edition("en"), {1: Marking.AMBER})
    manuscript = replace(made.in_language("en"), title="The league has 87 members")

    with pytest.raises(Refused, match="title"):
        _adapt(replace(made, manuscripts=(manuscript,)))


def test_what_people_marked_stricter_than_its_entries_is_refused():
    with pytest.raises(Refused, match="TLP:AMBER, above TLP:CLEAR"):
        _adapt(edition(marking=Marking.AMBER))


def test_a_language_in_which_nothing_is_written_is_refused():
    with pytest.raises(Refused, match="nothing is written in fr"):
        _adapt(edition("ar"), languages=("fr",))


def test_a_foreword_is_the_partners_own_and_set_apart():
    adapted = _adapt(edition("en"), foreword={"en": "Dear colleagues, read page 2."})
    html = edition_pack(adapted, MEDIA)["brief-en.html"].decode()

    assert adapted.manuscripts[0].foreword == "Dear colleagues, read page 2."
    foreword = html[html.index('<div class="foreword">') :]
    foreword = foreword[: foreword.index("</div>")]
    assert "not those of the authors" in foreword
    assert "Dear colleagues" in foreword


def test_nothing_changes_where_nothing_is_asked():
    assert _adapt(edition()) == edition()


_WORDS = st.text(alphabet="abcdefghij", min_size=6, max_size=12)
_MARKINGS = st.sampled_from(list(Marking))


@st.composite
def _editions(draw):
    """Editions whose entries have words of their own, cited in any way at all."""
    made = edition("en")
    words = draw(st.lists(_WORDS, min_size=1, max_size=6, unique=True))
    entries = []
    for number, said in enumerate(words, 1):
        secret = f"{said}{number}x"
        around = draw(st.sampled_from(words))
        place = replace(
            passage(2, "has 87 members"),
            quote=secret,
            before=draw(st.sampled_from(("", f"{around}1x "))),
            title=draw(st.sampled_from(("", f"On {around}2x"))),
        )
        entries.append(
            replace(
                made.by_number[1],
                number=number,
                marking=draw(_MARKINGS),
                words=secret,
                passages=(place,),
            )
        )
    sorts = (Sort.SECTION, Sort.STATEMENT, Sort.QUOTATION, Sort.FIGURE, Sort.REMARK)
    blocks = []
    for place in range(draw(st.integers(0, 8))):
        sort = draw(st.sampled_from(sorts))
        told = draw(st.sampled_from(entries))
        cited = draw(st.sets(st.integers(1, len(entries)), max_size=2))
        blocks.append(
            Block(
                f"b{place}",
                sort,
                draw(st.sampled_from(("Words.", f"It says {told.words}."))),
                () if sort in (Sort.SECTION, Sort.REMARK) else tuple(sorted(cited)),
                key=draw(st.sampled_from(("efforts", "figures"))),
            )
        )
    told = draw(st.sampled_from(entries))
    summary = draw(st.sampled_from(("", "Short.", f"In short: {told.words}.")))
    manuscript = Manuscript("en", "Title", summary, tuple(blocks))
    return replace(
        made,
        marking=max(one.marking for one in entries),
        manuscripts=(manuscript,),
        entries=tuple(entries),
    )


@settings(deadline=None, max_examples=300)
@given(_editions(), _MARKINGS, st.sampled_from(list(Audience)))
def test_a_partners_copy_holds_no_entry_above_its_ceiling_and_no_words_of_one(
    made, ceiling, audience
):
    try:
        adapted = _adapt(made, ceiling=ceiling, audience=audience)
    except Refused:
        return
    written = to_json(adapted).decode()

    for one in made.entries:
        if one.marking > ceiling or not one.marking.may_reach(audience):
            assert one.number not in adapted.by_number
            assert one.words not in written
    cited = {
        number for block in adapted.manuscripts[0].blocks for number in block.entries
    }
    assert cited == set(adapted.by_number)
    assert adapted.marking.may_reach(audience)
    assert adapted.marking <= ceiling
