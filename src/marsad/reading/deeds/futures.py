"""The future tense of those who bind themselves: we will, سنعمل, nous ferons.

The first person of somebody who speaks for a party, and the third person of a party
that is said to do what one undertakes. Forecasts, and what one party says of another,
are left out or doubtful.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.deeds.actors import (
    Actor,
    actor_before,
    actor_in,
    author,
    body_meant,
    home,
    is_quoted,
    speaker_at,
)
from marsad.reading.deeds.clauses import Clause, bounds, clause_end, sentence_of
from marsad.reading.deeds.subjects import opening, opening_arabic
from marsad.reading.findings import Party
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

# «سنعمل»: the first person plural future; after the group, nouns that begin alike.
_ARABIC_OWN = re.compile(r"(?<!\w)([وفل]{0,2})سن(\w{3,})")
_NOT_OWN = wordset("not_own")
_ARABIC_REFUSAL = re.compile(r"(?<!\w)([وف]?)لن (ن\w{3,})")
_FRENCH_OWN = re.compile(
    r"(?<!\w)(?:nous (?:(?:n'|l'|ne |y |en |leur |les |vous |le |la )){0,2}(\w{2,}rons)|je (?:(?:n'|l'|ne |y |en |leur |les |vous |le |la )){0,2}(\w{2,}rai))(?!\w)"
)
_FRENCH_FORECASTS = wordset("french_forecasts")
_ENGLISH_FORECASTS = wordset("english_forecasts")
_ADVERBS = wordset("adverbs")

# «His country will», «it will»: the state or body spoken of before.
_PRONOUNS = wordset("pronouns")
_NEGATIONS = frozenset(["not", "never", "t", "pas", "لن"])
_SAYS = wordset("says")


class Promise(NamedTuple):
    """A clause that binds somebody, how it was found, and whether it is certain."""

    clause: Clause
    actor: Actor
    shape: str
    is_sure: bool


def futures(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the futures by which parties bind themselves."""
    if passage.language == "ar":
        yield from _arabic(passage, found)
        return
    for hit in passage.hits("will"):
        yield from _will(passage, found, hit)
    if passage.language == "fr":
        yield from _french(passage, found)


def _arabic(passage: Passage, found: Found) -> Iterator[Promise]:
    for pattern in (_ARABIC_OWN, _ARABIC_REFUSAL):
        for match in pattern.finditer(passage.text):
            if match[2] not in _NOT_OWN:
                yield from _arabic_own(passage, found, match)
    for hit in passage.hits("will"):
        word = passage.words[min(hit.last, len(passage.words) - 1)]
        if word.startswith("ن"):
            clause = _clause(passage, hit.first, hit.last, clitic=hit.clitic)
            yield from _spoken(passage, found, clause)
        else:
            yield from _third_arabic(passage, found, hit)
    for hit in passage.hits("undertakes"):
        yield from _third_arabic(passage, found, hit)


def _arabic_own(
    passage: Passage, found: Found, match: re.Match[str]
) -> Iterator[Promise]:
    token = passage.tokens.at(match.start())
    low, high = bounds(passage, token)
    clitic = 0 if match[1] == "ل" else len(match[1])
    first = token
    if not clitic and token > low and passage.words[token - 1] == "نحن":
        first = token - 1
    last = clause_end(passage, token, high)
    clause = Clause(first, clitic, token, min(token + 1, last), last)
    yield from _spoken(passage, found, clause)


def _clause(passage: Passage, first: int, told: int, *, clitic: int = 0) -> Clause:
    _, high = bounds(passage, first)
    return Clause(first, clitic, first, told, clause_end(passage, told, high))


def _spoken(passage: Passage, found: Found, clause: Clause) -> Iterator[Promise]:
    """Bind the party for which the first person speaks."""
    actor = speaker_at(passage, found, clause.verb)
    if not actor.party and is_quoted(found, clause.verb) and not actor.person:
        actor = home(passage, found)
    elif not actor.party and not is_quoted(found, clause.verb):
        before = actor_before(passage, found, clause.first)
        actor = author(found) if passage.language != "ar" else before
        actor = actor if actor.party else before
    if actor.party and clause.last > clause.verb + 1:
        # «There is no way we will» refuses more than it promises.
        is_sure = "way" not in passage.words[clause.first : clause.verb]
        yield Promise(clause, actor, "own", is_sure=is_sure)


def _third_arabic(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    low, high = bounds(passage, hit.first)
    first = opening_arabic(passage, found, hit, low)
    actor = _arabic_subject(passage, found, hit, first)
    last = clause_end(passage, hit.last, high)
    if actor.party is None or last <= hit.last:
        return
    clitic = hit.clitic if first == hit.first else 0
    clause = Clause(first, clitic, hit.first, hit.last, last)
    yield from _promised(passage, found, clause, actor)


def _arabic_subject(passage: Passage, found: Found, hit: Hit, first: int) -> Actor:
    """Return who is to act: named in front of the verb or right behind it."""
    if first < hit.first:
        if not _PRONOUNS.isdisjoint(passage.words[first : hit.first]):
            return _antecedent(passage, found, first)
        if not _is_subject(passage, found, Clause(first, 0, hit.first, 0, 0)):
            return body_meant(passage, found, first, hit.first)
        return actor_in(passage, found, first, hit.first)
    if passage.words[min(hit.last, len(passage.words) - 1)] in _PRONOUNS:
        return _antecedent(passage, found, hit.first)
    return actor_in(passage, found, hit.last, hit.last + 2)


def _will(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    """Read will, would and va: of the first person, or of a party that undertakes."""
    shape = hit.row["shape"]
    low, _ = bounds(passage, hit.first)
    first = opening(passage, hit.first, low)
    clause = _clause(passage, hit.first, hit.last)._replace(first=first)
    if shape == "own":
        if _deed(passage, hit.last) not in _ENGLISH_FORECASTS:
            yield from _spoken(passage, found, clause)
        return
    if not _undertakes(passage, hit.last):
        return
    if shape == "reported" and not _is_reported(passage, first):
        return
    yield from _third(passage, found, clause)


def _deed(passage: Passage, token: int) -> str:
    """Return the verb after will, its adverbs passed over."""
    for word in passage.words[token : token + 4]:
        if word not in _ADVERBS:
            return word
    return ""


def _undertakes(passage: Passage, token: int) -> bool:
    return any(
        _ADVERBS.issuperset(passage.words[token : hit.first])
        for hit in hits_from(passage.hits("undertakes"), token, token + 4)
    )


def _is_reported(passage: Passage, first: int) -> bool:
    """Say whether «would» is a future told by somebody: a saying word leads to it."""
    low, _ = sentence_of(passage, first)
    return not _SAYS.isdisjoint(passage.words[max(low, first - 30) : first + 4])


def _third(passage: Passage, found: Found, clause: Clause) -> Iterator[Promise]:
    subject = passage.words[clause.first : clause.verb]
    if not subject and passage.words[clause.first - 1] in ("who", "which", "qui"):
        near = within(found.parties, clause.first - 8, clause.first)
        if not near or near[-1].last < clause.first - 2:
            return
    if len(subject) < _FEW_WORDS and (not subject or not _PRONOUNS.isdisjoint(subject)):
        actor = _antecedent(passage, found, clause.first)
    elif _is_subject(passage, found, clause):
        actor = actor_in(passage, found, clause.first, clause.verb)
    else:
        actor = body_meant(passage, found, clause.first, clause.verb)
    if actor.party and clause.last > clause.told:
        yield from _promised(passage, found, clause, actor)


def _is_subject(passage: Passage, found: Found, clause: Clause) -> bool:
    """Say whether a name, not something of theirs, stands right before the verb."""
    near = clause.verb - 1
    if passage.words[near] in _ADVERBS:
        near -= 1
    if passage.words[clause.verb - 1] in (",", "s", "will", "va", "vont"):
        return True
    ends = [
        one.last
        for kind in (found.parties, found.persons)
        for one in within(kind, clause.first, clause.verb)
    ]
    ends += [
        hit.last
        for tag in ("nationality", "gathering")
        for hit in hits_from(passage.hits(tag), clause.first, clause.verb)
    ]
    return any(end >= near for end in ends)


def _antecedent(passage: Passage, found: Found, token: int) -> Actor:
    """Return whom «it» means: the one quoted, else the party named last before."""
    speaker = speaker_at(passage, found, token)
    if speaker.party:
        return speaker
    low, _ = sentence_of(passage, token)
    named = within(found.parties, low, token)
    if named and isinstance(named[-1].finding, Party):
        return Actor(named[-1].finding.canonical)
    return actor_before(passage, found, token)


# A pronoun alone, with an adverb at most.
_FEW_WORDS = 4


def _promised(
    passage: Passage, found: Found, clause: Clause, actor: Actor
) -> Iterator[Promise]:
    """Bind a party by its future: doubtful where it refuses or another foretells it."""
    speaker = speaker_at(passage, found, clause.verb)
    is_foretold = speaker.party is not None and speaker.party != actor.party
    words = passage.words[clause.verb - 1 : clause.told + 1]
    is_refusal = not _NEGATIONS.isdisjoint(words)
    yield Promise(clause, actor, "future", is_sure=not is_foretold and not is_refusal)


def _french(passage: Passage, found: Found) -> Iterator[Promise]:
    for match in _FRENCH_OWN.finditer(passage.text):
        stem = (match[1] or match[2]).removesuffix("rons").removesuffix("rai")
        if stem not in _FRENCH_FORECASTS:
            first = passage.tokens.at(match.start())
            verb = passage.tokens.at(match.end() - 1)
            low, _ = bounds(passage, first)
            clause = _clause(passage, first, verb)
            first = opening(passage, first, low)
            yield from _spoken(passage, found, clause._replace(first=first, verb=verb))
    for hit in passage.hits("undertakes"):
        if _is_future(passage, hit):
            low, high = bounds(passage, hit.first)
            first = opening(passage, hit.first, low)
            last = clause_end(passage, hit.last, high)
            if last > hit.last and _may_report(passage, hit, first):
                clause = Clause(first, 0, hit.first, hit.last, last)
                yield from _third(passage, found, clause)


def _is_future(passage: Passage, hit: Hit) -> bool:
    """Say whether a French form is a future; «se rendra» is a journey."""
    word = passage.words[hit.first]
    before = passage.words[hit.first - 1] if hit.first else ""
    return word.endswith(_FUTURE_ENDS) and before not in ("se", "'")


_FUTURE_ENDS = ("ra", "ront", "rait", "raient")


def _may_report(passage: Passage, hit: Hit, first: int) -> bool:
    """Say whether a form is a future, or a conditional that reports one after «que»."""
    if passage.words[hit.first].endswith(("ra", "ront")):
        return True
    return first > 0 and passage.words[first - 1] in ("que", "'", "qu")
