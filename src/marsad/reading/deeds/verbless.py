"""Pledges without a verb of their own: lists, headlines and sums that are strung on.

1. «• Norway: 45 million crowns» and the points below a line that promises something.
2. "Morocco to send two planes": an English headline.
3. "Sweden will give 300 million and Norway 40": the second party shares the verb.
"""

from collections.abc import Iterator

from marsad.reading.deeds.actors import NOBODY, Actor, actor_before, actor_in
from marsad.reading.deeds.authors import voice_at
from marsad.reading.deeds.clauses import (
    Clause,
    bounds,
    clause_end,
    sentence_of,
    trimmed,
)
from marsad.reading.deeds.complements import is_money
from marsad.reading.deeds.futures import Promise
from marsad.reading.deeds.subjects import opens_line
from marsad.reading.findings import Figure, Party
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_BULLETS = frozenset("•-–—*●■◄▪")
_FORECASTS = wordset("forecasts_en")
_OUTCOMES = wordset("outcomes")
_JOINERS = frozenset([",", "،", "and", "et", "while", "tandis", "que", ";", "؛"])
_AT_MOST = frozenset(
    ["au", "plus", "up", "to", "another", "a", "further", "autres", "some"]
)
_ARTICLES = frozenset(["le", "la", "les", "l", "'", "the"])
# Lines of a list that are looked at, and the words of a line that leads to one.
_LINES = 15
_LEAD = 60


def verbless_pledges(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find what is promised in lists, English headlines and strung sums."""
    yield from _of_parties(passage, found)
    for lead in _leads(passage):
        yield from _points(passage, found, lead)
    if passage.language == "en":
        yield from _headlines(passage, found)
    yield from _gaps(passage, found)


def _of_parties(passage: Passage, found: Found) -> Iterator[Promise]:
    """Read the lines of a list of sums: «• Norway: 45 million crowns …»."""
    words = passage.words
    for one in found.parties:
        if one.last >= len(words) or words[one.last] != ":" or one.first == 0:
            continue
        sums = within(found.figures, one.last + 1, one.last + 7)
        if words[one.first - 1] in _BULLETS and sums and _is_sum(sums[0]):
            yield from _point(passage, found, one)


def _point(passage: Passage, found: Found, one: Seen) -> Iterator[Promise]:
    _, high = bounds(passage, one.first)
    last = trimmed(passage, one.first, high)
    clause = Clause(one.first, 0, one.first, one.last, last)
    actor = actor_in(passage, found, one.first, one.last)
    yield Promise(clause, actor, "listed", is_sure=True)


def _is_sum(seen: Seen) -> bool:
    return isinstance(seen.finding, Figure) and is_money(seen.finding.unit)


def _leads(passage: Passage) -> Iterator[int]:
    """Return the colons that end a line of pledging above a list."""
    words = passage.words
    for colon in passage.tokens_of(frozenset([":"])):
        if words[colon + 1 : colon + 2] != ["\n"]:
            continue
        first = _line_start(words, colon)
        promises = any(
            hits_from(passage.hits(tag), first, colon)
            for tag in ("commits", "pledge_noun")
        )
        if promises or not _OUTCOMES.isdisjoint(words[first:colon]):
            yield colon


def _line_start(words: list[str], token: int) -> int:
    low = max(0, token - _LEAD)
    return next((i + 1 for i in range(token - 1, low - 1, -1) if words[i] == "\n"), low)


def _points(passage: Passage, found: Found, lead: int) -> Iterator[Promise]:
    """Read the points below a line of pledging: each is promised."""
    words = passage.words
    actor = _promiser(passage, found, lead)
    newline = lead + 1
    for _ in range(_LINES):
        first = _behind_bullet(words, newline + 1)
        if first is None:
            return
        end = next(
            (i for i in range(first, len(words)) if words[i] == "\n"), len(words)
        )
        if end - first > 2 and not within(found.calls, first - 2, end):
            yield from _told_point(passage, found, (first, end), actor)
        newline = end


def _told_point(
    passage: Passage, found: Found, line: tuple[int, int], actor: Actor
) -> Iterator[Promise]:
    first, end = line
    named = [one for one in within(found.parties, first, end) if one.first == first]
    is_labelled = bool(named) and passage.words[named[0].last] == ":"
    if is_labelled:
        actor = actor_in(passage, found, first, named[0].last)
    last = clause_end(passage, first, min(end, bounds(passage, first)[1]))
    if (is_labelled or not named) and actor.party and last > first + 1:
        clause = Clause(first, 0, first, first, last)
        yield Promise(clause, actor, "point", is_sure=False)


def _promiser(passage: Passage, found: Found, lead: int) -> Actor:
    """Return who promises what stands in the list: who is named above it."""
    named = actor_in(passage, found, _line_start(passage.words, lead), lead)
    for actor in (
        named,
        actor_before(passage, found, lead),
        voice_at(passage, found, lead),
    ):
        if actor.party:
            return actor
    return NOBODY


def _behind_bullet(words: list[str], token: int) -> int | None:
    """Return the token behind a bullet or a number that opens a line, or None."""
    if token >= len(words):
        return None
    if words[token] in _BULLETS:
        return token + 1
    after = token + (1 if words[token] == "(" else 0)
    numbered = words[after : after + 1] != [] and words[after].isdigit()
    if numbered and words[after + 1 : after + 2] in (["."], [")"], ["-"], ["°"]):
        return after + 2
    return None


def _headlines(passage: Passage, found: Found) -> Iterator[Promise]:
    """Read "Morocco to send two planes": a party and an infinitive open a line."""
    words = passage.words
    for one in found.parties:
        verb = one.last + 1
        if verb >= len(words) or words[one.last] != "to":
            continue
        first = one.first - (1 if one.first and words[one.first - 1] == "the" else 0)
        if words[verb] in _FORECASTS or not words[verb].isalpha():
            continue
        if opens_line(passage, first) or passage.words[first - 1] == ":":
            last = clause_end(passage, verb, bounds(passage, verb)[1])
            clause = Clause(first, 0, one.last, verb, last)
            actor = actor_in(passage, found, one.first, one.last)
            yield Promise(clause, actor, "headline", is_sure=True)


def _gaps(passage: Passage, found: Found) -> Iterator[Promise]:
    """Read "and Norway 40": a party and its number behind another party's pledge."""
    for one in found.parties:
        figure = _number_behind(passage, found, one)
        if figure is None or not _is_strung(passage, one):
            continue
        low, high = sentence_of(passage, one.first)
        promised = any(
            hits_from(passage.hits(tag), low, one.first)
            for tag in ("commits", "will", "undertakes")
        )
        sums = within(found.figures, low, one.first)
        if not promised or not sums or _unit(sums[-1]) != _unit(figure):
            continue
        clause = _gap(passage, one, figure, high)
        if isinstance(one.finding, Party):
            actor = actor_in(passage, found, one.first, one.last)
            yield Promise(clause, actor, "gap", is_sure=True)


def _unit(seen: Seen) -> str:
    """Return what a figure counts: sums of any currency are alike."""
    if not isinstance(seen.finding, Figure):
        return ""
    return "sum" if _is_sum(seen) else seen.finding.unit


def _gap(passage: Passage, one: Seen, figure: Seen, high: int) -> Clause:
    words = passage.words
    first = one.first
    while first > 0 and words[first - 1] in _ARTICLES:
        first -= 1
    last = clause_end(passage, figure.last - 1, high)
    for index in range(figure.last, last):
        if words[index] in (",", "،", "and", "et", "("):
            last = index
            break
    clitic = 1 if words[first].startswith("و") else 0
    return Clause(first, clitic, one.first, figure.first, max(last, figure.last))


def _is_strung(passage: Passage, one: Seen) -> bool:
    words = passage.words
    before = one.first - 1
    while before > 0 and words[before] in _ARTICLES:
        before -= 1
    if passage.language == "ar":
        return words[one.first].startswith("و") or words[before] == ":"
    return before > 0 and words[before] in _JOINERS | {":"}


def _number_behind(passage: Passage, found: Found, one: Seen) -> Seen | None:
    """Return the figure right behind a party, bounds and a comma passed over."""
    for figure in within(found.figures, one.last, one.last + 4):
        if _AT_MOST.issuperset(passage.words[one.last : figure.first]):
            return figure
    return None
