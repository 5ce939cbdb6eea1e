"""The future tense of those who bind themselves: we will, France will, it would.

Here: what the three languages share, and English. The first person of somebody who
speaks for a party, the third person of a party that stands as the subject, and what an
official says will be done. Forecasts, and what one party says of another, are left out
or doubtful.
"""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.deeds.actors import (
    NOBODY,
    Actor,
    actor_before,
    actor_in,
    body_meant,
    home,
    is_quoted,
    speaker_at,
)
from marsad.reading.deeds.authors import voice_at
from marsad.reading.deeds.clauses import Clause, bounds, clause_end, sentence_of
from marsad.reading.deeds.stands import stand_at
from marsad.reading.deeds.subjects import opening
from marsad.reading.findings import Party
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_OWN_FORECASTS = wordset("english_forecasts")
_FORECASTS = wordset("forecasts_en")
_ADVERBS = wordset("adverbs")
_DONE = wordset("done_en")

# «His country will», «it will»: the state or body spoken of before.
PRONOUNS = wordset("pronouns")
_NEGATIONS = frozenset(["not", "never", "t", "pas", "لن"])
_SAYS = wordset("says")


class Promise(NamedTuple):
    """A clause that binds somebody, how it was found, and whether it is certain."""

    clause: Clause
    actor: Actor
    shape: str
    is_sure: bool


def english_futures(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the futures by which parties bind themselves in English."""
    for hit in passage.hits("will"):
        yield from will(passage, found, hit)


def clause_from(passage: Passage, first: int, told: int, *, clitic: int = 0) -> Clause:
    """Return the clause that begins at a token and is told from another one."""
    _, high = bounds(passage, first)
    return Clause(first, clitic, first, told, clause_end(passage, told, high))


def spoken(passage: Passage, found: Found, clause: Clause) -> Iterator[Promise]:
    """Bind the party for which the first person speaks, or the one who speaks."""
    actor = speaker_at(passage, found, clause.verb)
    if not actor.party and is_quoted(found, clause.verb) and not actor.person:
        actor = home(passage, found)
    elif not actor.party and not is_quoted(found, clause.verb):
        before = actor_before(passage, found, clause.first)
        is_before = passage.language == "ar" and before.party is not None
        actor = before if is_before else voice_at(passage, found, clause.first)
        actor = actor if actor.party else before
    if (actor.party or actor.person) and clause.last > clause.verb + 1:
        # «There is no way we will» refuses more than it promises.
        is_sure = "way" not in passage.words[clause.verb - 2 : clause.verb]
        yield Promise(clause, actor, "own", is_sure=is_sure)


def will(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    """Read will, would and va: of the first person, or of a party that undertakes."""
    shape = hit.row["shape"]
    low, _ = bounds(passage, hit.first)
    clause = clause_from(passage, hit.first, hit.last)
    deed = _deed(passage, hit.last)
    if shape == "own":
        if deed not in _OWN_FORECASTS:
            yield from spoken(passage, found, clause)
        return
    first = _past_hearer(passage.words, opening(passage, hit.first, low), hit.first)
    clause = clause._replace(first=first)
    if shape == "reported" and not is_reported(passage, clause.first):
        return
    if shape == "law" and not hits_from(passage.hits("commits"), low, hit.first):
        return
    if deed == "be":
        yield from done(passage, found, clause, hit.last, _DONE)
    elif _is_ours(passage, clause, low) and deed not in _OWN_FORECASTS:
        yield from spoken(passage, found, clause)
    elif _may_undertake(passage, deed, hit.last):
        is_known = deed == "remain" or _undertakes(passage, hit.last)
        yield from third(passage, found, clause, is_known=is_known)


def _is_ours(passage: Passage, clause: Clause, low: int) -> bool:
    """Say whether «and will» goes on with «we»: «We stand with them and will help»."""
    words = passage.words
    if clause.first < clause.verb or words[clause.verb - 1] not in ("and", "but"):
        return False
    for index in range(clause.verb - 2, max(low, clause.verb - _TO_WE) - 1, -1):
        if words[index] in ("we", "i"):
            return True
        if words[index] in PRONOUNS or words[index] in _NEW_SUBJECTS:
            return False
    return False


_TO_WE = 30
_NEW_SUBJECTS = frozenset(["who", "which", "that", ";", ":"])


def _past_hearer(words: list[str], first: int, verb: int) -> int:
    """Return where a clause begins behind «told analysts»: at its own subject."""
    if words[first - 1 : first] not in (["told"], ["tells"]):
        return first
    for index in range(first + 1, min(verb, first + _HEARER)):
        if words[index] in _SUBJECT_HEADS:
            return index
    return first


_HEARER = 4
_SUBJECT_HEADS = wordset("determiners") | wordset("pronouns")


def _may_undertake(passage: Passage, deed: str, token: int) -> bool:
    """Say whether somebody may undertake a deed: «meet the cost», not «meet in Rome»."""
    if deed == "remain":
        return not _STEADY.isdisjoint(passage.words[token : token + 5])
    if deed == "meet":
        return not _AID.isdisjoint(passage.words[token : token + 6])
    return deed.isalpha() and len(deed) > 1 and deed not in _FORECASTS


# «Will remain engaged in the effort», not «will remain a problem».
_STEADY = frozenset(
    "engaged committed steadfast involved seized vigilant resolute united alongside".split()
)
_AID = frozenset(["cost", "costs", "bill", "shortfall", "half", "expenses", "target"])


def done(
    passage: Passage, found: Found, clause: Clause, after: int, deeds: frozenset[str]
) -> Iterator[Promise]:
    """Bind an official's party to what he says will be done; it stays doubtful."""
    actor = speaker_at(passage, found, clause.verb)
    if actor.party and not deeds.isdisjoint(passage.words[after : after + 3]):
        yield Promise(clause, actor, "done", is_sure=False)


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


def is_reported(passage: Passage, first: int) -> bool:
    """Say whether «would» is a future told by somebody: a saying word leads to it."""
    low, _ = sentence_of(passage, first)
    return not _SAYS.isdisjoint(passage.words[max(low, first - 30) : first + 4])


def third(
    passage: Passage, found: Found, clause: Clause, *, is_known: bool = True
) -> Iterator[Promise]:
    """Bind the party that is the subject of a future.

    A verb that is not known as one of undertakings binds only a party that heads its
    subject, and no bare «it».
    """
    if clause.first < clause.verb and passage.words[clause.first] in _AND:
        clause = clause._replace(first=clause.first + 1)
    actor = _subject(passage, found, clause, is_known=is_known)
    if actor and actor.party and clause.last > clause.told:
        yield from promised(passage, found, clause, actor)


_AND = frozenset(["and", "but", "et", "mais"])


def _subject(
    passage: Passage, found: Found, clause: Clause, *, is_known: bool
) -> Actor | None:
    words = passage.words
    subject = words[clause.first : clause.verb]
    is_question = not PRONOUNS.isdisjoint(words[clause.told : clause.told + 1])
    if not subject and (is_question or not _hangs_on(passage, found, clause.first)):
        return None
    if len(subject) < _FEW_WORDS and (not subject or not PRONOUNS.isdisjoint(subject)):
        is_spoken = speaker_at(passage, found, clause.verb).party is not None
        if not is_known and "it" in subject and not is_spoken:
            return None
        return antecedent(passage, found, clause.first)
    if (
        subject
        and subject[0] in _POSSESSIVES
        and not _OWN_HEADS.isdisjoint(subject[1:4])
    ):
        return antecedent(passage, found, clause.first)
    own = _own_body(passage, found, clause)
    if own is not None:
        return own
    if not is_subject(passage, found, clause):
        meant = body_meant(passage, found, clause.first, clause.verb)
        return meant if meant.party or not is_known else _unknown_body(passage, clause)
    if not _is_head(passage, found, clause):
        return None
    return actor_in(passage, found, clause.first, clause.verb)


def _own_body(passage: Passage, found: Found, clause: Clause) -> Actor | None:
    """Return whose «the Department», alone in front of its verb or an aside, is."""
    words = passage.words
    end = clause.verb
    if words[end - 1] == ",":
        commas = (i for i in range(clause.first + 1, end - 1) if words[i] == ",")
        end = next(commas, end)
    head = words[clause.first : end]
    is_own = len(head) == _OWN_WORDS and head[0] == "the" and head[1] in _DEPARTMENTS
    if not is_own or within(found.parties, clause.first, end):
        return None
    party = stand_at(passage, found, clause.first)
    return Actor(party) if party else None


_OWN_WORDS = 2
_DEPARTMENTS = frozenset("department ministry government administration".split())


def _unknown_body(passage: Passage, clause: Clause) -> Actor:
    """Return a body that no list knows, by its own words: "the electricity company"."""
    words = passage.words
    first = clause.first
    while first < clause.verb and words[first] in _DETERMINERS:
        first += 1
    last = clause.verb
    while last > first and words[last - 1] in _ADVERBS:
        last -= 1
    heads = words[first : min(last, first + 4)]
    is_name = passage.language == "en" and 0 < last - first <= _LONGEST_NAME
    if not is_name or _BODIES.isdisjoint(heads) or not words[first].isalpha():
        return NOBODY
    return Actor(passage.span(first, last).quote)


_BODIES = wordset("acting_bodies")
_DETERMINERS = wordset("determiners")
_LONGEST_NAME = 7


def _hangs_on(passage: Passage, found: Found, first: int) -> bool:
    """Say whether a future without a subject is joined to one: «and will», «who will»."""
    before = passage.words[first - 1]
    if before not in _LEADING:
        return False
    if before not in ("who", "which", "qui"):
        return True
    near = within(found.parties, first - 8, first)
    return bool(near) and near[-1].last >= first - 2


# A future without a subject hangs on one of these; else it is a question.
_LEADING = frozenset(
    ["and", "but", "or", "et", "mais", "ou", "puis", "then", "who", "which", "qui", ","]
)


def _is_head(passage: Passage, found: Found, clause: Clause) -> bool:
    """Say whether a party heads its subject: «France», not «talks with France»."""
    named = [
        *within(found.parties, clause.first, clause.verb),
        *within(found.persons, clause.first, clause.verb),
    ]
    first = min((one.first for one in named), default=clause.first)
    before = passage.words[clause.first : first]
    if hits_from(passage.hits("gathering"), clause.first, first):
        return True
    if any(word.endswith("ing") for word in before):
        return False  # «Defeating Daesh will take time».
    return _LINKS.isdisjoint(before) or not _OFFICES.isdisjoint(before)


_OBJECTS = wordset("objects_fr") | _ADVERBS
_POSSESSIVES = wordset("possessives")
_OWN_HEADS = wordset("own_heads")
_LINKS = wordset("subject_links")
_OFFICES = wordset("officials") | wordset("government")


def is_subject(passage: Passage, found: Found, clause: Clause) -> bool:
    """Say whether a name, not something of theirs, stands right before the verb."""
    near = clause.verb - 1
    passed = _OBJECTS if passage.language == "fr" else _ADVERBS
    while near > clause.first and passage.words[near] in passed:
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
    return any(end > near for end in ends)


def antecedent(passage: Passage, found: Found, token: int) -> Actor:
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


def promised(
    passage: Passage, found: Found, clause: Clause, actor: Actor
) -> Iterator[Promise]:
    """Bind a party by its future: doubtful where it refuses or another foretells it."""
    speaker = speaker_at(passage, found, clause.verb)
    is_own = str(actor.party).startswith("Minist") or speaker.party == actor.party
    is_foretold = speaker.party is not None and not is_own
    words = passage.words[clause.verb - 1 : clause.told + 1]
    is_refusal = not _NEGATIONS.isdisjoint(words) or (
        passage.words[clause.first : clause.first + 4][-2:] == ["no", "way"]
    )
    yield Promise(clause, actor, "future", is_sure=not is_foretold and not is_refusal)
