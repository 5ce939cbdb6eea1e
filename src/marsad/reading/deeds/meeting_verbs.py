"""Clauses in which people meet: اجتمع، التقى، met, held talks, se sont réunis.

A verb of meeting counts where it names whom one meets, or the place or day; needs,
targets and deadlines are met as well.
"""

from typing import NamedTuple

from marsad.reading.deeds.clauses import bounds, clause_end, trimmed
from marsad.reading.deeds.meeting_names import Named
from marsad.reading.deeds.places import Place, between
from marsad.reading.deeds.subjects import opening
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_ARTICLES = frozenset(["the", "a", "an"])
# Words of fewer letters tell no participant from another.
_SHORT = 2
# What a clause with its participants tells.
_CLAUSE = 3


def met(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    """Return the clause in which people meet, if it names them or the place."""
    low, high = bounds(passage, hit.first)
    end = _met_end(passage, hit, high)
    if passage.language == "ar":
        first, clitic = hit.first, hit.clitic
    else:
        before = passage.words[hit.first - 1] if hit.first else ""
        verb = hit.first - 1 if before == "," else hit.first
        first, clitic = opening(passage, verb, low), 0
        if passage.words[first] in _ARTICLES:
            first += 1
    spots = [place for place in between(named, hit.last, end) if place.is_in]
    if not _is_met(passage, found, hit, end, has_place=bool(spots)):
        return None
    if passage.language == "en":
        end = _first_comma(passage, found, hit, end, spots)
    last = _last_anchor(found, hit, end, spots)
    last = trimmed(passage, first, last)
    words = _words(passage, found, hit, range(first, last), spots)
    return Named(first, clitic, last, hit.first, words, _CLAUSE, None, is_bare=False)


def _first_comma(
    passage: Passage, found: Found, hit: Hit, end: int, spots: list[Place]
) -> int:
    """Return the comma behind the first name or place: an English clause ends there."""
    for index in range(hit.last, end):
        if passage.words[index] == ",":
            named = any(place.first < index for place in spots)
            if named or within(found.persons, hit.last, index):
                return index
    return end


def _last_anchor(found: Found, hit: Hit, end: int, spots: list[Place]) -> int:
    """Return where the last name, day or place of the clause ends."""
    ends = [
        one.last
        for kind in (found.parties, found.persons, found.dates)
        for one in within(kind, hit.last, end)
    ]
    ends += [place.last for place in spots]
    return min(end, max(ends, default=hit.last + _UNNAMED))


# So many words of a clause that names nobody.
_UNNAMED = 6


def _words(
    passage: Passage, found: Found, hit: Hit, stretch: range, spots: list[Place]
) -> frozenset[str]:
    """Return the words that tell who met, days and places left out."""
    taken = set(range(hit.first, hit.last))
    for one in within(found.dates, stretch.start, stretch.stop):
        taken.update(range(one.first, one.last))
    for place in spots:
        taken.update(range(place.first, place.last))
    return frozenset(
        passage.words[token]
        for token in stretch
        if token not in taken and len(passage.words[token]) > _SHORT
    )


def _met_end(passage: Passage, hit: Hit, high: int) -> int:
    end = clause_end(passage, hit.last, high) if hit.last < high else hit.last
    for stop in hits_from(passage.hits("meeting_ends"), hit.last + 1, end):
        if passage.words[stop.first] not in _DAY_WORDS:
            return stop.first
    return end


_DAY_WORDS = wordset("day_words")


class _Beside(NamedTuple):
    """What stands beside a verb that may tell of a meeting."""

    words: list[str]  # from the verb to the clause's end
    before: list[str]
    persons: bool
    parties: bool
    nations: bool
    place: bool
    day: bool


def _is_met(
    passage: Passage, found: Found, hit: Hit, end: int, *, has_place: bool
) -> bool:
    """Say whether a verb tells of a meeting, not of needs met or guests received."""
    near = min(end, hit.last + _NEAR)
    persons = within(found.persons, hit.last, near)
    beside = _Beside(
        passage.words[hit.last : end],
        passage.words[max(0, hit.first - 4) : hit.first],
        bool(persons),
        bool(within(found.parties, hit.last, min(end, hit.last + 4))),
        bool(hits_from(passage.hits("nationality"), hit.last, min(end, hit.last + 5))),
        has_place,
        bool(within(found.dates, hit.last, end)),
    )
    if hit.row["shape"] == "received":
        words = passage.words
        return any("," not in words[hit.last : one.first] for one in persons)
    word = passage.words[hit.first]
    if passage.language == "ar":
        return any(beside[2:])
    return (
        _met_in_french(word, beside)
        if passage.language == "fr"
        else _met_in_english(word, beside)
    )


def _met_in_french(word: str, beside: _Beside) -> bool:
    if word.startswith("entret"):
        return "avec" in beside.words
    if word.startswith("rencontr"):
        return beside.persons or beside.parties
    if not {"s", "se"}.isdisjoint(beside.before):
        return beside.place or beside.day
    return beside.place and word.endswith("s")


def _met_in_english(word: str, beside: _Beside) -> bool:
    if word.startswith(("bring", "brought", "gather")):
        return beside.place
    if not _MATTERS.isdisjoint(beside.words[:5]):
        return False
    if beside.persons or beside.place:
        return True
    if word in ("met", "meet", "meets"):
        return beside.nations or (beside.parties and "with" in beside.words[:3])
    return beside.parties


# Needs and targets are met as well.
_MATTERS = wordset("matters")
# Whom one meets is named no farther from the verb than this.
_NEAR = 12
