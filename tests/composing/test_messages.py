"""Tests for what partners say that a draft disagrees with."""

from dataclasses import replace
from datetime import date

import pytest

from drafts import edition, entry
from marsad.composing.doubts import Code
from marsad.composing.editions import Block, Sort
from marsad.composing.messages import disagreements
from supported import MEETING, MEMBERS, PLEDGE, REGISTER

ON = date(2026, 11, 22)


def doubts_of(language, text, entries, *others, on=ON, **more):
    block = Block("a", Sort.STATEMENT, text, entries)
    return disagreements(edition(language, [block], REGISTER), others, on=on, **more)


def members(count, number=50, *, bound="exact", **more):
    """A partner's count of the members."""
    return replace(
        MEMBERS,
        number=number,
        words=f"the Coalition has {count} members",
        fields={**MEMBERS.fields, "count": count},
        value=float(count),
        bound=bound,
        actor={"ar": "كينيا", "en": "Kenya", "fr": "Kenya"},
        **more,
    )


SENTENCES = {
    "ar": "يضم التحالف الدولي 83 عضوا حتى 15 نوفمبر 2026.",
    "en": "The Global Coalition had 83 members on 15 November 2026.",
    "fr": "La Coalition mondiale comptait 83 membres au 15 novembre 2026.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_another_value_of_one_series_for_one_moment_disagrees(language):
    (doubt,) = doubts_of(language, SENTENCES[language], (1,), members(84))

    assert (doubt.code, doubt.entries) == (Code.ONE_MESSAGE, (1, 50))
    assert (doubt.details["holds"], doubt.details["theirs"]) == ("84", "50")
    assert "83" in doubt.words
    assert doubt.may_be_overridden


@pytest.mark.parametrize("language", SENTENCES)
def test_the_same_value_agrees(language):
    assert not doubts_of(language, SENTENCES[language], (1,), members(83))


def test_a_bound_that_holds_of_both_agrees():
    partner = members(80, bound="more_than")

    assert not doubts_of("en", SENTENCES["en"], (1,), partner)


def test_an_earlier_value_is_no_disagreement():
    partner = members(79, day=date(2026, 9, 10))

    assert not doubts_of("en", SENTENCES["en"], (1,), partner)


def test_a_number_of_the_sentence_is_compared_whatever_it_cites():
    (doubt,) = doubts_of("en", SENTENCES["en"], (14,), members(84))

    assert doubt.entries == (50,)
    assert doubt.details["wrote"]
    assert doubts_of("en", "The Global Coalition has 83 members.", (14,), members(84))


def test_the_day_that_a_sentence_names_parts_it_from_another():
    then = "The Global Coalition had 79 members on 1 July 2026."

    assert not doubts_of("en", then, (14,), members(84))


def test_what_the_block_cites_itself_is_nobody_else():
    assert not doubts_of("en", "The Coalition has 84 members.", (1,), MEMBERS)


@pytest.mark.parametrize(
    ("published", "is_found"),
    [
        (date(2026, 11, 22), True),
        (date(2026, 8, 24), True),
        (date(2026, 8, 23), False),
        (date(2026, 11, 23), False),
    ],
    ids=["today", "90 days ago", "91 days ago", "tomorrow"],
)
def test_only_lines_of_the_last_days_are_compared(published, is_found):
    one = members(84, day=date(2026, 11, 15))
    said = replace(one.passages[0], published=published)
    found = doubts_of("en", SENTENCES["en"], (1,), replace(one, passages=(said,)))

    assert bool(found) is is_found


def test_fewer_days_may_be_asked_for():
    assert doubts_of("en", SENTENCES["en"], (1,), members(84), days=7)
    assert not doubts_of("en", SENTENCES["en"], (1,), members(84), days=6)


def test_a_retracted_line_disagrees_with_nobody():
    assert not doubts_of("en", SENTENCES["en"], (1,), members(84, state="retracted"))


def pledge(number=51, *, amount=22.5e6, due="2026-11-15/2027-06-30", **more):
    fields = {
        **PLEDGE.fields,
        "amount": {"value": amount, "unit": "EUR"},
        "due": due,
    }
    last = date.fromisoformat(due.split("/")[1])
    return replace(
        PLEDGE, number=number, fields=fields, value=amount, due_on=last, **more
    )


PROMISES = {
    "ar": "تعهدت فرنسا بدفع 22.5 مليون يورو.",
    "en": "France pledged 22.5 million euros.",
    "fr": "La France a promis 22,5 millions d’euros.",
}


@pytest.mark.parametrize("language", PROMISES)
@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"amount": 20e6}, "amount"),
        ({"due": "2026-11-15/2027-09-30"}, "days"),
    ],
    ids=["another sum", "another day"],
)
def test_one_promise_with_another_sum_or_day_disagrees(language, change, about):
    partner = pledge(day=date(2026, 10, 1), **change)
    (doubt,) = doubts_of(language, PROMISES[language], (4,), partner)

    assert (doubt.details["about"], doubt.entries) == (about, (4, 51))


def test_a_promise_in_other_words_is_known_by_its_day():
    partner = pledge(amount=30e6, words="France will give 30 million euros by June")

    assert doubts_of("en", PROMISES["en"], (4,), replace(partner, language="en"))


def test_the_same_promise_agrees():
    assert not doubts_of("fr", PROMISES["fr"], (4,), pledge(day=date(2026, 10, 1)))


def test_the_promise_of_another_party_is_another():
    fields = {**pledge(amount=20e6).fields, "party": "DE"}
    partner = replace(pledge(amount=20e6), fields=fields)

    assert not doubts_of("en", PROMISES["en"], (4,), partner)


def test_one_meeting_with_two_counts_of_those_who_came_disagrees():
    fields = {**MEETING.fields, "attendance": 43}
    partner = replace(MEETING, number=52, fields=fields)
    text = "حضر الاجتماع الحادي عشر 45 وفدا."
    on = date(2025, 5, 20)
    (doubt,) = doubts_of("ar", text, (5,), partner, on=on)

    assert (doubt.details["wrote"], doubt.details["holds"]) == ("45", "43")


def test_nearly_the_same_words_with_another_number_disagree():
    fields = {"form": "direct", "speaker_name": "Karim Haddad", "party": "IQ"}
    ours = entry(
        1,
        "We freed 12 towns this week and the work goes on",
        kind="quote",
        fields=fields,
    )
    theirs = entry(
        2,
        "We freed 14 towns this week and the work goes on",
        kind="quote",
        fields=fields,
    )
    block = Block("a", Sort.STATEMENT, "Karim Haddad spoke of 12 towns.", (1,))
    (doubt,) = disagreements(edition("en", [block], [ours]), [theirs], on=ON)

    assert doubt.details["about"] == "words"


def test_figures_of_one_subject_without_a_series_are_compared():
    theirs = entry(
        2,
        "14 schools in Mosul reopened",
        fields={
            "value": 14,
            "bound": "exact",
            "unit": "school",
            "subject": "schools in Mosul",
            "place": "IQ",
        },
        value=14.0,
        bound="exact",
        unit="school",
        on="2026-11-17",
    )
    other = replace(
        theirs, fields={**theirs.fields, "subject": "schools closed by snow"}
    )
    text = "12 schools in Mosul reopened."

    assert doubts_of("en", text, (11,), theirs)
    assert not doubts_of("en", text, (11,), other)


def test_headings_and_remarks_disagree_with_nobody():
    blocks = [Block("h", Sort.SECTION, SENTENCES["en"])]

    assert not disagreements(edition("en", blocks, REGISTER), [members(84)], on=ON)


def test_the_same_lines_give_the_same_doubts():
    lines = (members(84), members(85, number=53), pledge(amount=20e6))
    one = doubts_of("en", SENTENCES["en"], (1, 4), *lines)

    assert one == doubts_of("en", SENTENCES["en"], (1, 4), *lines)
    assert [each.entries[-1] for each in one] == [50, 53, 51]
