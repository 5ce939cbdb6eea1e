"""Tests for the story that a document belongs to."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makers import document
from marsad.collecting.files import open_file
from marsad.collecting.folders import find_inputs
from marsad.linking.rarity import Commonness, stem, usual
from marsad.linking.signatures import Signature, keys_of, sign
from marsad.linking.stories import Candidate, assign, contained, likeness
from marsad.reading.pipeline import Reading, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
# The sample reports that tell of one event; every other one stands alone.
STORIES = ({"01", "02", "03"}, {"04", "05"}, {"06", "07"}, {"08", "09"})


@cache
def signatures():
    """The signature of each sample report by its number."""
    opened = [open_file(one)[0] for one in find_inputs([EXAMPLES], report=print)]
    return {
        Path(one.id).name[:2]: sign(Reading(one, read(one)))
        for one in opened
        if Path(one.id).name[0].isdigit()
    }


def told(text, **known):
    source = document(text, **known)
    return sign(Reading(source, read(source)))


def grouped(order):
    """What a site does: look candidates up by key, assign, keep."""
    kept = {}
    for name in order:
        signature = signatures()[name]
        keys = set(keys_of(signature))
        near = {story for story, other in kept.values() if keys & set(keys_of(other))}
        held = [Candidate(story, one) for story, one in kept.values() if story in near]
        choice = assign(signature, held)
        kept[name] = (choice.story if choice else f"begun by {name}", signature)
    stories = {}
    for name, (story, _) in kept.items():
        stories.setdefault(story, set()).add(name)
    return {frozenset(story) for story in stories.values()}


def test_reports_of_one_event_in_three_languages_are_one_story():
    several = {story for story in grouped(sorted(signatures())) if len(story) > 1}

    assert several == set(map(frozenset, STORIES))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_order_in_which_documents_come_does_not_change_the_stories(data):
    order = data.draw(st.permutations(sorted(signatures())))

    assert grouped(order) == grouped(sorted(signatures()))


def test_two_meetings_of_the_same_members_in_one_week_stay_apart():
    kuwait, rome = signatures()["06"], signatures()["08"]
    same_week = replace(rome, day=kuwait.day)

    assert likeness(kuwait, same_week).score < 0.5
    assert assign(same_week, [Candidate("kuwait", kuwait)]) is None


def test_a_reprint_is_told_from_a_report_of_its_own():
    agency, english, reprint = (signatures()[name] for name in ("01", "02", "03"))

    assert likeness(agency, reprint).is_reprint
    assert likeness(agency, reprint).score == 1.0
    assert not likeness(agency, english).is_reprint


def test_what_is_reprinted_a_month_later_is_a_reprint_of_another_week():
    agency, reprint = signatures()["01"], signatures()["03"]
    late = replace(reprint, day=date(2014, 11, 28))

    found = likeness(agency, late)

    assert found.is_reprint
    assert found.score == 0.0
    assert assign(late, [Candidate("kuwait", agency)]) is None


def test_why_names_what_is_shared():
    found = likeness(signatures()["08"], signatures()["09"])

    assert found.why.startswith("They share names (")
    assert "figures (" in found.why
    assert "~" not in found.why


def test_a_daily_statement_with_other_numbers_is_another_story():
    form = (
        "Coalition forces conducted {} strikes near Raqqa on {}, destroying {} vehicles, "
        "{} fighting positions and {} supply routes. Near Mosul the forces destroyed {} "
        "tunnels. Officials said the strikes degrade the ability of the group to project "
        "terror inside Iraq and Syria and to conduct operations in the wider region."
    )
    first = form.format(23, "January 8", 15, 29, 34, 41)
    second = form.format(18, "January 9", 19, 26, 37, 52)
    known = {"language": "en", "published": "2016-01-09"}

    found = likeness(told(first, **known), told(second, **known))

    assert not found.is_reprint
    assert found.score < 0.5


def test_a_story_never_spans_more_than_a_week():
    report = signatures()["01"]
    held = [
        Candidate("kuwait", replace(report, day=date(2014, 10, day)))
        for day in (20, 23, 26)
    ]

    assert assign(replace(report, day=date(2014, 10, 27)), held)
    assert assign(replace(report, day=date(2014, 10, 28)), held) is None


def test_a_document_between_two_stories_names_the_other():
    report = signatures()["01"]
    held = [Candidate("a", report), Candidate("b", signatures()["02"])]

    choice = assign(signatures()["03"], held)

    assert choice.story == "a"
    assert choice.also == ("b",)


def test_candidates_in_any_order_give_one_choice():
    held = [
        Candidate(str(i % 3), signatures()[n]) for i, n in enumerate(("01", "02", "08"))
    ]

    choices = {assign(signatures()["03"], order) for order in permutations(held)}

    assert len(choices) == 1


@pytest.mark.parametrize("name", ["01", "02", "09", "12"])
def test_a_signature_comes_back_from_short_json(name):
    signature = signatures()[name]
    # A database may keep the names inside in an order of its own.
    kept = json.dumps(signature.as_json(), ensure_ascii=False, sort_keys=True)

    assert Signature.of_json(json.loads(kept)) == signature
    assert keys_of(Signature.of_json(json.loads(kept))) == keys_of(signature)
    assert len(kept) < 4000


def test_keys_are_few_and_short():
    for signature in signatures().values():
        assert 0 < len(keys_of(signature)) <= 70
        assert max(map(len, keys_of(signature))) <= 100


def test_a_document_without_findings_or_day_still_has_a_signature():
    bare = sign(Reading(replace(document("عاجل"), published=None), ()))

    assert likeness(bare, bare).score < 0.99
    assert assign(bare, []) is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_the_same_both_ways(one, other):
    first = sign(Reading(document(f"x{one}"), ()))
    second = sign(Reading(document(f"y{other}"), ()))

    assert likeness(first, second).score == likeness(second, first).score
    assert 0 <= contained(first, second) <= 1


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        pytest.param("المؤتمر", "ومؤتمر", "ar", id="article and conjunction"),
        pytest.param("الدوليه", "دولي", "ar", id="gender"),
        pytest.param("ministers", "ministerial", "en", id="English endings"),
        pytest.param("ministre", "ministres", "fr", id="French plural"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, other, language):
    assert stem(one, language) == stem(other, language)


def test_what_stands_in_many_texts_is_less_rare():
    assert usual().rarity("US") < usual().rarity("KW") <= 1.0
    assert Commonness({"KW": 1.0}).rarity("KW") == 0.0


def test_a_site_that_counts_its_own_documents_weighs_by_them():
    source = document("قال جون آلن في الكويت إن 14 دولة ستشارك في التحالف الدولي.")
    reading = Reading(source, read(source))

    ours = sign(reading, Commonness({"KW": 0.9}))

    assert ours.names.get("KW", 0.0) < sign(reading).names["KW"]
