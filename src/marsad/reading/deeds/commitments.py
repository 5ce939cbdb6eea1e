"""Commitments: the clauses in which a party binds itself to do something.

Read from words of pledging, agreeing and resolving, from sums set aside, from nouns of
pledging, from the futures of a party or of its speaker, and from lists of pledges.
Undertakings that are strung together are findings of their own. Aims, plans and
forecasts are doubtful; a passive without a responsible party is none.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from marsad.reading.deeds.arabic_futures import arabic_futures
from marsad.reading.deeds.bound_states import bound_by_force
from marsad.reading.deeds.clauses import Clause, action_of, sentence_of
from marsad.reading.deeds.complements import is_money
from marsad.reading.deeds.coordination import strung
from marsad.reading.deeds.french_futures import french_futures
from marsad.reading.deeds.futures import Promise, english_futures
from marsad.reading.deeds.pledge_nouns import pledges_told_by_nouns
from marsad.reading.deeds.pledge_verbs import pledges_told_by_verbs
from marsad.reading.deeds.verbless import verbless_pledges
from marsad.reading.findings import (
    Amount,
    Commitment,
    DateMention,
    Figure,
    Interval,
)
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_BEFORE = frozenset(["before", "avant", "قبل"])
_ENDS = frozenset(["end", "close", "late", "fin", "نهايه", "اواخر", "اخر", "ختام"])


def read_commitments(passage: Passage, found: Found) -> list[Seen]:
    """Find the clauses in which a party pledges, agrees or resolves to do something."""
    seen: list[Seen] = []
    taken = -1
    for one in sorted(_candidates(passage, found), key=_order):
        if one.first >= taken:
            seen.append(one)
            taken = one.last
    return seen


def _order(one: Seen) -> tuple[int, bool, int]:
    """Order by place; of those that begin alike, the surer and longer comes first."""
    return one.first, one.finding.is_doubtful, -one.last


def _candidates(passage: Passage, found: Found) -> Iterator[Seen]:
    promises = [
        one
        for one in _all_promises(passage, found)
        if not _is_hypothetical(passage, one.clause)
        and not _is_law(passage, one.clause)
    ]
    gaps = [one.clause.first for one in promises if one.shape == "gap"]
    for promise in promises:
        for piece in strung(passage, found, _up_to_gap(passage, promise, gaps)):
            yield _seen(passage, found, piece)


def _up_to_gap(passage: Passage, promise: Promise, gaps: list[int]) -> Promise:
    """End a pledge where another party's number is strung on."""
    clause = promise.clause
    for gap in gaps:
        if clause.told < gap < clause.last and promise.shape != "gap":
            end = gap
            while end > clause.told + 1 and passage.words[end - 1] in _STRINGS:
                end -= 1
            return promise._replace(clause=clause._replace(last=end))
    return promise


_STRINGS = frozenset([",", "،", "and", "et", "while", "tandis", "que"])
_LAWS = wordset("laws")
_NEAR_LAW = 14


def _is_law(passage: Passage, clause: Clause) -> bool:
    """Say whether a clause is what a law or an article lays down."""
    low, _ = sentence_of(passage, clause.first)
    low = max(low, clause.first - _NEAR_LAW)
    return not _LAWS.isdisjoint(passage.words[low : clause.first])


def _all_promises(passage: Passage, found: Found) -> Iterator[Promise]:
    yield from pledges_told_by_verbs(passage, found)
    yield from pledges_told_by_nouns(passage, found)
    yield from _FUTURES[passage.language](passage, found)
    yield from verbless_pledges(passage, found)


_FUTURES = {"ar": arabic_futures, "en": english_futures, "fr": french_futures}
_IF = wordset("hypothetical")
_HOPES = frozenset("hope hopes hoped hoping fear fears doubt doubts".split())


def _is_hypothetical(passage: Passage, clause: Clause) -> bool:
    """Say whether a clause tells only what would be, or is hoped: if they agreed."""
    words = passage.words
    hopes = words[max(0, clause.first - 3) : clause.verb]
    if passage.language == "en" and not _HOPES.isdisjoint(hopes):
        return words[clause.verb] in ("will", "would")
    near = words[max(0, clause.verb - 3) : clause.verb]
    if near in (["s", "'", "il"], ["s", "'", "ils"]):
        return True  # "s'ils acceptent"
    return not _IF.isdisjoint(
        passage.words[max(0, clause.first - 1) : clause.first + 1]
    )


def _seen(passage: Passage, found: Found, promise: Promise) -> Seen:
    clause, actor = promise.clause, promise.actor
    word = passage.span(clause.verb, clause.verb + 1).quote
    finding = Commitment(
        span=passage.span(clause.first, clause.last, clause.clitic),
        reader=f"commitments.{promise.shape}",
        score=0.85 if promise.is_sure else 0.4,
        why=f"«{word}» binds {actor.party or actor.person}",
        is_doubtful=not promise.is_sure,
        # One who speaks for no known body binds himself.
        party=bound_by_force(actor.party) if actor.party else actor.person,
        action=action_of(passage, clause.told, clause.last),
        amount=_amount(found, clause),
        due=_due(passage, found, clause),
        person=actor.person if actor.party else None,
    )
    return Seen(clause.first, clause.last, finding)


def _amount(found: Found, clause: Clause) -> Amount | None:
    """Return the first sum of money, or share, that is undertaken."""
    for one in within(found.figures, clause.first, clause.last):
        figure = one.finding
        if isinstance(figure, Figure) and (
            is_money(figure.unit) or figure.unit == "percent"
        ):
            return Amount(figure.value, figure.unit)
    return None


def _due(passage: Passage, found: Found, clause: Clause) -> Interval | None:
    """Return by when, or when, it is to be done: no day before the text's own."""
    for one in within(found.dates, clause.first, clause.last):
        if not isinstance(one.finding, DateMention):
            continue
        days = one.finding.interval
        if passage.published and days.last <= passage.published:
            continue  # The day of the pledge itself is no day to keep it.
        if _is_before(passage, one.first):
            # Before the end of a year is up to its last day, not up to its last months.
            edge = (
                days.last if _is_end(passage, one) else days.first - timedelta(days=1)
            )
            return _until(passage.published, edge)
        return days
    return None


def _is_before(passage: Passage, token: int) -> bool:
    return not _BEFORE.isdisjoint(passage.words[max(0, token - 3) : token])


def _is_end(passage: Passage, one: Seen) -> bool:
    """Say whether a date is the end of something: the end of 2015, نهاية عام 2015."""
    words = passage.words[max(0, one.first - 3) : one.last]
    return not _ENDS.isdisjoint(words)


def _until(published: date | None, day: date) -> Interval:
    """Return the days up to a day, from the publication on."""
    return Interval(published if published and published <= day else day, day)
