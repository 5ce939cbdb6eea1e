"""Tests for what rules propose for a brief: what, in which section, in which words."""

from dataclasses import replace
from datetime import date

import pytest

from drafts import LANGUAGES, edition_of, entry
from marsad.composing.editions import Block, Edition, Manuscript, Sort
from marsad.composing.proposal import (
    Candidate,
    Course,
    Reason,
    Roster,
    Wanted,
    propose,
)
from marsad.composing.support import check
from marsad.marking import Audience, Marking

DAY = date(2026, 11, 22)
WANTED = Wanted("daily", DAY, Audience.WORLD, LANGUAGES)
MEMBERS = "members|Global Coalition||member"
DETAINED = "fighters-detained|||person"


def count(number, value, *, on="2026-11-15", **more):
    """An entry that counts the members of the Coalition."""
    given = {
        "kind": "membership",
        "fields": {"event": "count", "count": value, "as_of": on},
        "series": MEMBERS,
        "value": float(value),
        "bound": "exact",
        "unit": "member",
        "outlet": "Harbour Wire",
        "on": on,
        **more,
    }
    return entry(number, f"The Coalition has {value} members", **given)


def said(number, words, *, form="direct", **more):
    """An entry that quotes a minister."""
    fields = {"speaker_name": "KW", "form": form, "party": "KW"}
    return entry(
        number, words, kind="quote", fields=fields, outlet="Harbour Wire", **more
    )


def promised(number, words, **fields):
    """An entry in which Kuwait promises something."""
    return entry(
        number,
        words,
        kind="commitment",
        fields={"party": "KW", **fields},
        outlet="Harbour Wire",
    )


def proposed(*entries, wanted=WANTED, **more):
    return propose([Candidate(one) for one in entries], wanted, **more)


def texts(proposal, language):
    return [one.text.get(language) for each in proposal.sections for one in each.blocks]


def test_a_figure_is_said_with_its_bound_its_day_and_its_outlet_in_each_language():
    held = entry(
        1,
        "some 9,000 fighters are held",
        series=DETAINED,
        value=9000.0,
        bound="about",
        unit="person",
        outlet="Harbour Wire",
    )

    found = proposed(held)

    assert [one.key for one in found.sections] == ["failures"]
    assert texts(found, "en") == [
        "About 9,000 fighters are being held (as of 15 November 2026), "
        "according to Harbour Wire."
    ]
    assert texts(found, "ar") == [
        "يبلغ عدد المحتجزين نحو 9 آلاف مقاتل (حتى 15 نوفمبر/تشرين الثاني 2026)، "
        "بحسب Harbour Wire."
    ]
    [block] = found.sections[0].blocks
    assert (block.sort, block.written) == (Sort.FIGURE, frozenset(LANGUAGES))


def test_exact_words_become_a_quotation_and_only_the_speaker_is_written():
    found = proposed(said(1, "we will stand with the people of Mosul"))

    [block] = found.sections[0].blocks
    assert block.sort is Sort.QUOTATION
    assert (
        block.text["fr"] == "Le Koweït, cité par Harbour Wire le 15 novembre 2026\xa0:"
    )
    assert "Mosul" not in block.text["en"]


def test_an_account_of_what_was_said_waits_for_its_translation():
    found = proposed(said(1, "it would go on to help the returnees", form="indirect"))

    [block] = found.sections[0].blocks
    assert block.sort is Sort.STATEMENT
    assert block.written == frozenset({"en"})
    assert not block.is_ticked
    assert "“" not in block.text["en"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "تعهّدت الكويت بتقديم أكثر من مليوني دولار، على أن يُنجز في يونيو/حزيران 2027، بحسب Harbour Wire."),
        ("en", "Kuwait pledged more than $2 million, due in June 2027, according to Harbour Wire."),
        ("fr", "Le Koweït a promis plus de 2\xa0millions de dollars, échéance en juin 2027, selon Harbour Wire."),
    ],
)  # fmt: skip
def test_a_promise_is_said_with_its_sum_its_bound_and_its_due_month(language, words):
    found = proposed(
        promised(
            1,
            "Kuwait pledged more than $2 million",
            amount={"value": 2_000_000, "unit": "USD"},
            due="2027-06-01/2027-06-30",
        )
    )

    assert texts(found, language) == [words]


def test_a_promise_without_a_sum_keeps_its_words_in_quotation_marks():
    found = proposed(promised(1, "Kuwait will host the next meeting"))

    assert texts(found, "fr")[0].endswith(
        "selon Harbour Wire\xa0: «\xa0Kuwait will host the next meeting\xa0»"
    )


def test_of_a_series_only_the_newest_value_is_said_and_the_rest_is_its_chart():
    found = proposed(
        count(1, 79, on="2026-09-01"),
        count(2, 83),
        courses=[Course(7, MEMBERS, {"en": "Members"}, values=2)],
        rosters=[Roster(3, members=83), Roster(4, members=0)],
    )

    [section] = found.sections
    assert section.key == "members"
    assert [one.key for one in section.blocks] == ["entry-2", "chart-7", "roll-3"]
    assert [one.is_ticked for one in section.blocks] == [True, True, False]


def test_a_series_of_one_value_is_no_chart():
    found = proposed(courses=[Course(7, MEMBERS, {"en": "Members"}, values=1)])

    assert found.sections == ()


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        pytest.param(count(1, 74, rivals=(9,)), Reason.CONTRADICTED, id="denied"),
        pytest.param(count(1, 74, expires_on=DAY), Reason.EXPIRED, id="expired"),
        pytest.param(
            count(1, 74, marking=Marking.GREEN), Reason.MARKING, id="not for all"
        ),
    ],
)
def test_what_may_not_be_said_is_listed_apart_with_its_reason(held, reason):
    found = proposed(held)

    assert found.sections == ()
    assert [(one.cited.number, one.reason) for one in found.held] == [(1, reason)]


def test_the_adversarys_words_are_never_proposed():
    found = propose([Candidate(said(1, "whatever"), is_adversary=True)], WANTED)

    assert found.sections == ()
    assert found.held[0].reason is Reason.ADVERSARY


def test_what_is_old_is_proposed_unticked():
    [section] = proposed(count(1, 67, on="2024-10-01")).sections

    assert not section.blocks[0].is_ticked


def test_partners_words_stand_among_the_news_of_partners():
    found = propose(
        [Candidate(said(1, "we will train two more brigades"), is_partner=True)], WANTED
    )

    assert [one.key for one in found.sections] == ["partners"]


def test_titles_say_the_kind_and_the_day_in_each_language():
    titles = proposed().title

    assert titles == {
        "ar": "الموجز اليومي، 22 نوفمبر/تشرين الثاني 2026",
        "en": "Daily brief, 22 November 2026",
        "fr": "Note quotidienne, 22 novembre 2026",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_support_check_has_no_doubt_about_what_rules_wrote(plan, language):
    entries = [
        replace(one, expires_on=None, rivals=()) for one in edition_of(plan).entries
    ]
    wanted = Wanted("weekly", plan.today, Audience.WORLD, LANGUAGES)

    found = proposed(*entries, wanted=wanted)

    assert len(found.sections) >= 4
    blocks = [
        Block(one.key, one.sort, one.text[language], (one.cited.number,))
        for each in found.sections
        for one in each.blocks
        if language in one.written
    ]
    heads = [
        Block(one.key, Sort.SECTION, one.heading[language], key=one.key)
        for one in found.sections
    ]
    written = Manuscript(language, found.title[language], "", (*heads, *blocks))
    whole = Edition(
        "weekly",
        Audience.WORLD,
        Marking.CLEAR,
        plan.today,
        (written,),
        tuple(entries),
    )
    assert check(whole, on=plan.today) == ()
