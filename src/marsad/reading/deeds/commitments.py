"""Commitments: the clauses in which a party binds itself to do something.

Read from words of pledging, agreeing and resolving, from sums set aside, from the
first person plural future of a party's speaker, and from the future of a party that is
said to undertake. Undertakings that are strung together are findings of their own.
Aims, plans and forecasts are doubtful; a passive without a responsible party is none.
"""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

from marsad.reading.deeds.actors import Actor, actor_in, author, is_quoted
from marsad.reading.deeds.bearers import bearer
from marsad.reading.deeds.clauses import Clause, action_of, bounds, longest, trimmed
from marsad.reading.deeds.complements import complement, is_money
from marsad.reading.deeds.arabic_futures import arabic_futures
from marsad.reading.deeds.french_futures import french_futures
from marsad.reading.deeds.futures import Promise, english_futures
from marsad.reading.deeds.pledge_nouns import pledges_told_by_nouns
from marsad.reading.deeds.subjects import clause_of, is_finite, opens_line
from marsad.reading.findings import (
    Amount,
    Commitment,
    DateMention,
    Figure,
    Interval,
)
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within

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
    for promise in _all_promises(passage, found):
        if not _is_hypothetical(passage, promise.clause):
            yield from _strung(passage, found, promise)


def _all_promises(passage: Passage, found: Found) -> Iterator[Promise]:
    for hit in longest(passage.hits("commits")):
        yield from _promises(passage, found, hit)
    yield from pledges_told_by_nouns(passage, found)
    yield from _FUTURES[passage.language](passage, found)
    yield from _listed(passage, found)


_FUTURES = {"ar": arabic_futures, "en": english_futures, "fr": french_futures}
_IF = frozenset(
    ["if", "unless", "whether", "should", "si", "لو", "اذا", "لولا", "ولو", "واذا"]
)


def _is_hypothetical(passage: Passage, clause: Clause) -> bool:
    """Say whether a clause tells only what would be: if they agreed, لو اتفقت."""
    return not _IF.isdisjoint(
        passage.words[max(0, clause.first - 1) : clause.first + 1]
    )


def _listed(passage: Passage, found: Found) -> Iterator[Promise]:
    """Read the lines of a list of pledges: «• Norway: 45 million crowns …»."""
    words = passage.words
    for one in found.parties:
        if one.last >= len(words) or words[one.last] != ":" or one.first == 0:
            continue
        sums = within(found.figures, one.last + 1, one.last + 7)
        if words[one.first - 1] not in _BULLETS or not sums:
            continue
        figure = sums[0].finding
        if isinstance(figure, Figure) and is_money(figure.unit):
            _, high = bounds(passage, one.first)
            clause = Clause(
                one.first, 0, one.first, one.last, trimmed(passage, one.first, high)
            )
            actor = actor_in(passage, found, one.first, one.last)
            yield Promise(clause, actor, "listed", is_sure=True)


_BULLETS = frozenset("•-–*●")


def _promises(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    shape = hit.row["shape"]
    if shape == "heading":
        if opens_line(passage, hit.first):
            yield from _pledge(passage, found, hit)
    elif shape == "formula":
        yield from _pledge(passage, found, hit)
    elif shape == "reflexive":
        if _is_reflexive(passage, hit):
            yield from _pledge(passage, found, hit)
    elif is_finite(passage, hit):
        yield from _pledge(passage, found, hit)


def _is_reflexive(passage: Passage, hit: Hit) -> bool:
    """Say whether a French verb has its «se», as in «s'est engagé»."""
    before = passage.words[max(0, hit.first - 4) : hit.first]
    return not {"s", "se", "nous", "m", "me"}.isdisjoint(before)


def _pledge(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    _, high = bounds(passage, hit.first)
    takes = hit.row["takes"]
    told = complement(passage, found, hit.last, high, takes)
    if told is None:
        return
    clause = clause_of(passage, found, hit, told)
    if takes == "sum":
        clause = clause._replace(last=_sum_end(passage, found, clause))
    if takes == "sum" and not _is_given(passage, clause, hit):
        return
    if hit.row["doubt"] == "low" and not is_quoted(found, hit.first):
        # An aim in passing counts only of one who is named as having it.
        actor = _named_subject(passage, found, hit, clause)
    else:
        actor = bearer(passage, found, hit, clause)
        if actor.party is None:
            actor = Actor(author(found).party or actor.person, actor.person)
    if actor.party is None or not _may_decide(passage, found, hit, clause):
        return
    if not _NOT_BOUND.isdisjoint(passage.words[hit.last : clause.last]):
        return
    if takes == "to" and not _QUESTIONS.isdisjoint(passage.words[hit.last : told]):
        return
    yield Promise(clause, actor, hit.row["shape"], is_sure=hit.row["doubt"] != "low")


# Talking to the press on terms of anonymity binds nobody.
_NOT_BOUND = frozenset(["anonymity", "anonymat"])
_QUESTIONS = frozenset(["that", "whether"])


def _named_subject(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return the party named right before a verb, or right behind an Arabic one."""
    if passage.language == "ar" and clause.first == hit.first:
        return actor_in(passage, found, hit.last, hit.last + 2)
    return actor_in(passage, found, clause.first, hit.first)


# Words of giving that need no word of aid beside their sum.
_GIVING = (
    "giv",
    "provid",
    "pledge",
    "offer",
    "commit",
    "donat",
    "alloc",
    "earmark",
    "set",
    "promet",
    "promis",
    "mis",
    "offr",
    "offert",
    "octroi",
    "debloq",
    "consacr",
    "verse",
    "allou",
    "financ",
)


def _is_given(passage: Passage, clause: Clause, hit: Hit) -> bool:
    """Say whether a sum is given: the verb says so, or a word of aid beside it."""
    words = passage.words[hit.first : hit.last]
    if passage.language == "ar" or any(word.startswith(_GIVING) for word in words):
        return True
    return bool(hits_from(passage.hits("aid"), clause.verb, clause.last))


def _sum_end(passage: Passage, found: Found, clause: Clause) -> int:
    """Return where the clause of a sum ends: a comma behind it begins another's."""
    sums = within(found.figures, clause.told, clause.last)
    if not sums or passage.language == "ar":
        return clause.last
    for index in range(sums[0].last, clause.last):
        if passage.words[index] == ",":
            return index
    return clause.last


def _may_decide(passage: Passage, found: Found, hit: Hit, clause: Clause) -> bool:
    """Say whether a decision is a body's own: its subject is named, or «they»."""
    if hit.row["shape"] != "decision":
        return True
    if passage.language == "ar":
        plural = passage.words[hit.first].endswith("وا")
        near = actor_in(passage, found, hit.last, hit.last + 4)
        return plural or near.party is not None
    low, _ = bounds(passage, hit.first)
    first = clause.first if clause.first < hit.first else low
    return actor_in(passage, found, first, hit.first).party is not None


def _strung(passage: Passage, found: Found, promise: Promise) -> Iterator[Seen]:
    """Cut a clause into its undertakings: the first keeps the verb and the subject."""
    clause = promise.clause
    starts = [clause.first, *_seams(passage, found, clause), clause.last]
    for number, (first, last) in enumerate(itertools.pairwise(starts)):
        clitic, told = clause.clitic, clause.told
        if number:
            clitic = 1 if passage.words[first].startswith("و") else 0
            first += 0 if clitic else 1
            told = first
        last = trimmed(passage, first, last)
        piece = Clause(first, clitic, clause.verb, told, last)
        yield _seen(passage, found, promise._replace(clause=piece))


def _seams(passage: Passage, found: Found, clause: Clause) -> list[int]:
    """Return the tokens at which a further undertaking begins."""
    words = passage.words
    stretch = range(clause.told + 3, clause.last - 2)
    if passage.language == "ar":
        opener = words[min(clause.told, clause.last - 1)]
        heads = {_bare(opener), _bare(words[min(clause.told + 1, clause.last - 1)])}
        return [
            index
            for index in stretch
            if words[index][0] == "و"
            and (words[index][1:] == opener or _is_seam(passage, found, index, heads))
        ]
    joiner = "and" if passage.language == "en" else "et"
    opener = words[min(clause.told, clause.last - 1)]
    return [
        index
        for index in stretch
        if words[index] == joiner and _goes_on(passage, index + 1, opener)
    ]


def _goes_on(passage: Passage, token: int, opener: str) -> bool:
    """Say whether a second undertaking follows: the same particle, or a future."""
    words = passage.words
    if words[token] == opener and opener in ("to", "a", "de", "d"):
        return _is_deed(passage, token + 1)
    if words[token] in ("will", "would"):
        return True
    return passage.language == "fr" and bool(
        words[token].endswith(("era", "eront", "ira", "iront"))
        and hits_from(passage.hits("undertakes"), token, token + 1)
    )


def _is_deed(passage: Passage, token: int) -> bool:
    word = passage.words[token]
    if passage.language == "fr":
        return word.endswith(("er", "ir", "re"))
    return bool(hits_from(passage.hits("undertakes"), token, token + 1))


def _bare(word: str) -> str:
    return word.lstrip("وبل")


_GOVERNED = frozenset(["علي", "الي", "في", "من"])


def _is_seam(passage: Passage, found: Found, index: int, heads: set[str]) -> bool:
    """Say whether «و» joins a second undertaking: a masdar that governs, or the same."""
    words = passage.words
    bare = words[index][1:]
    if len(bare) > 2 and bare in heads:
        return True
    is_after_comma = words[index - 1] in ("،", ",")
    return (
        is_after_comma
        and bare.startswith("ال")
        and words[index + 1] in _GOVERNED
        and not within(found.parties, index, index + 1)
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
        party=actor.party or actor.person,
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
        if passage.published and days.last < passage.published:
            continue
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
