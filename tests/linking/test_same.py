"""Tests for what one kept finding is to another."""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from makers import (
    commitment,
    days,
    document,
    figure,
    meeting,
    membership,
    party,
    quote,
    reading,
)
from marsad.collecting.files import open_file
from marsad.collecting.folders import find_inputs
from marsad.linking.contradictions import find_contradictions
from marsad.linking.entries import Entry, entries_of, entry_keys
from marsad.linking.indicators import link_indicators
from marsad.linking.persons import link_persons
from marsad.linking.same import compare
from marsad.linking.statements import link_statements
from marsad.linking.undertakings import link_commitments, link_meetings
from marsad.linking.values import SeriesKey, indicator_key
from marsad.reading.findings import Membership
from marsad.reading.pipeline import Reading, read

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@cache
def readings():
    opened = [open_file(one)[0] for one in find_inputs([EXAMPLES], report=print)]
    return tuple(Reading(one, read(one)) for one in opened)


def place_of(document_id, finding):
    return document_id, finding.kind, *finding.span[:2]


@cache
def entries():
    return tuple(
        (place_of(one.document.id, finding), entry)
        for one in readings()
        for finding, entry in entries_of(one)
    )


@cache
def verdicts():
    """What pairs that share a key are to each other, by verdict, as two places."""
    found = {"same": set(), "rival": set(), "successor": set()}
    for (one, first), (other, second) in combinations(entries(), 2):
        if set(entry_keys(first)) & set(entry_keys(second)):
            link = compare(first, second)
            if link.verdict:
                found[link.verdict].add(frozenset((one, other)))
    return found


def pairs(groups):
    return {
        frozenset(place_of(one.document.id, one.finding) for one in two)
        for group in groups
        for two in combinations(group, 2)
    }


def of_kinds(found, *kinds):
    return {pair for pair in found if all(place[1] in kinds for place in pair)}


def test_pairs_agree_with_all_readings_at_once_on_figures():
    series = link_indicators(readings())
    points = [point.attestations for one in series for point in one.points]

    valued = {place for place, entry in entries() if entry.value}
    assert {pair for pair in verdicts()["same"] if pair <= valued} == pairs(points)


def test_pairs_agree_with_all_readings_at_once_on_contradictions():
    rivalries = find_contradictions(link_indicators(readings()))
    rivals = [
        [one, other]
        for rivalry in rivalries
        for first, second in combinations(rivalry.points, 2)
        for one in first.attestations
        for other in second.attestations
    ]

    assert rivals
    assert of_kinds(verdicts()["rival"], "figure", "membership") == pairs(rivals)


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        pytest.param("commitment", link_commitments, id="commitments"),
        pytest.param("meeting", link_meetings, id="meetings"),
    ],
)  # fmt: skip
def test_pairs_agree_with_all_readings_at_once(kind, link):
    expected = pairs(one.attestations for one in link(readings()))

    assert expected
    assert of_kinds(verdicts()["same"], kind) == expected


def test_pairs_join_what_all_readings_at_once_join_and_translations_besides():
    # Only whoever sees all statements sees that two would do for a translation.
    statements = link_statements(readings(), link_persons(readings()))
    expected = pairs(one.attestations for one in statements)
    language = {place: entry.language for place, entry in entries()}

    found = of_kinds(verdicts()["same"], "quote")

    assert expected
    assert expected <= found
    assert all(len({language[one] for one in two}) == 2 for two in found - expected)


def test_what_is_linked_shares_a_key_and_is_linked_both_ways():
    turned = {None: None, "one": "other", "other": "one"}
    for (_, one), (_, other) in combinations(entries()[:150], 2):
        there, back = compare(one, other), compare(other, one)
        assert (there.score, there.verdict) == (back.score, back.verdict)
        assert turned[there.later] == back.later
        if there.verdict:
            assert set(entry_keys(one)) & set(entry_keys(other))


def test_an_entry_comes_back_from_json_as_it_was():
    for _, entry in entries():
        kept = json.dumps(entry.as_json(), ensure_ascii=False)

        assert Entry.of_json(json.loads(kept)) == entry


def entry(source, *makers):
    ((_, one), *_) = entries_of(reading(source, *makers))
    return one


def said(
    text,
    words,
    name="a",
    *,
    by="Ann Linde",
    language="ar",
    published="2021-06-29",
    numbers=(),
):
    source = document(text, named=name, language=language, published=published)
    return entry(source, quote(words, by), *numbers)


AR = "وقالت ليند «إننا استعدنا 98% من الأراضي ولن نتوقف قبل النصر»."
AR_95 = "وقالت ليند «إننا استعدنا 95% من الأراضي ولن نتوقف قبل النصر»."
EN = "Linde said: “We have retaken 98% of the land and will not stop before victory.”"


def _words(text):
    for opening, closing in ("«»", "“”"):
        if opening in text:
            return text[text.index(opening) + 1 : text.index(closing)]
    raise ValueError(text)


def _percent(text, value):
    return figure(f"{value}%", value, "percent")


def test_numbers_that_differ_are_rivals_and_never_the_same_whatever_the_letters():
    one = said(AR, _words(AR), "a", numbers=(_percent(AR, 98),))
    other = said(AR_95, _words(AR_95), "b", numbers=(_percent(AR_95, 95),))

    assert compare(one, other).verdict == "rival"


def test_numbers_that_no_reader_saw_still_part_two_statements():
    one, other = said(AR, _words(AR), "a"), said(AR_95, _words(AR_95), "b")

    assert compare(one, other).verdict == "rival"


def test_a_translation_is_proposed_with_less_certainty():
    one = said(AR, _words(AR), "a", numbers=(_percent(AR, 98),))
    other = said(
        EN, _words(EN), "b", by="Linde", language="en", numbers=(_percent(EN, 98),)
    )

    link = compare(one, other)

    assert link.verdict == "same"
    assert 0.5 < link.score < 0.75
    assert "98" in link.why


@pytest.mark.parametrize(
    ("by", "published"),
    [
        pytest.param("Jeppe Kofod", "2021-06-29", id="somebody else"),
        pytest.param("Ann Linde", "2021-07-29", id="a month later"),
    ],
)
def test_the_same_words_of_another_voice_or_time_are_another_statement(by, published):
    one = said(AR, _words(AR), "a")

    assert (
        compare(one, said(AR, _words(AR), "b", by=by, published=published)).verdict
        is None
    )


def counted(text, words, count, name, published):
    source = document(text, named=name, published=published)
    return entry(
        source, party("التحالف الدولي", "Global Coalition"), membership(words, count)
    )


def test_a_count_is_superseded_by_a_later_one_and_denied_by_one_of_its_days():
    old = counted("يضم التحالف الدولي 74 عضوا.", "74 عضوا", 74, "a", "2018-02-14")
    rival = counted("يضم التحالف الدولي 75 عضوا.", "75 عضوا", 75, "b", "2018-02-15")
    new = counted("يضم التحالف الدولي 83 عضوا.", "83 عضوا", 83, "c", "2021-06-29")

    assert compare(old, rival).verdict == "rival"
    assert "74 and 75 cannot both hold" in compare(old, rival).why
    assert compare(new, old).verdict == "successor"
    assert compare(new, old).later == "one"
    assert compare(old, new).later == "other"


def test_a_series_is_told_from_one_reading():
    source = document("يضم التحالف الدولي 74 عضوا منذ 20 عاما.")
    read_by_hand = reading(
        source,
        party("التحالف الدولي", "Global Coalition"),
        membership("74 عضوا", 74),
        figure("20 عاما", 20, "year"),
    )
    count, years = read_by_hand.findings[1:]

    assert isinstance(count, Membership)
    assert indicator_key(count, read_by_hand) == SeriesKey(
        "members", "Global Coalition", None, "member"
    )
    assert indicator_key(years, read_by_hand) is None


def pledged(text, words, amount, name):
    return entry(
        document(text, named=name, language="en"),
        commitment(words, "US", amount=(amount, "USD")),
    )


def test_one_pledge_with_two_amounts_is_shown_as_rivals():
    text = "The United States will give ${} million for the areas that were freed."
    words = "will give ${} million for the areas that were freed"
    one = pledged(text.format(200), words.format(200), 200e6, "a")
    again = pledged(text.format(200), words.format(200), 200e6, "b")
    other = pledged(text.format(250), words.format(250), 250e6, "c")

    assert compare(one, again).verdict == "same"
    assert compare(one, other).verdict == "rival"


def planned(name, interval, published, title="ministerial meeting"):
    text = "Ministers will meet in Marrakech."
    maker = meeting(
        "Ministers will meet in Marrakech",
        title,
        city="Marrakech",
        country="MA",
        interval=interval,
    )
    return entry(document(text, named=name, language="en", published=published), maker)


def test_a_meeting_that_was_put_off_is_followed_by_its_new_date():
    old = planned("a", days("2022-04-11"), "2022-03-01")
    new = planned("b", days("2022-05-11"), "2022-04-01")
    same = planned("c", days("2022-05-11"), "2022-05-01")

    assert compare(new, old).verdict == "successor"
    assert compare(new, old).later == "one"
    assert compare(new, same).verdict == "same"
    assert set(entry_keys(old)) & set(entry_keys(new))


def joined(name, *who, event="joined"):
    text = "قبرص انضمت إلى التحالف."
    source = document(text, named=name)
    span = reading(source, membership("انضمت", 1)).findings[0].span
    finding = Membership(
        span=span, reader="by hand", score=1.0, why="by hand", event=event, who=who
    )
    ((_, one),) = entries_of(Reading(source, (finding,)))
    return one


def test_a_state_joins_once():
    assert compare(joined("a", "CY"), joined("b", "CY")).verdict == "same"
    assert compare(joined("a", "CY"), joined("b", "DJ")).verdict is None
    assert (
        compare(joined("a", "CY"), joined("b", "CY", event="attended")).verdict is None
    )


def test_findings_of_two_kinds_are_never_linked():
    assert compare(joined("a", "CY"), said(AR, _words(AR))).verdict is None
