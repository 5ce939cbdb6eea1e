"""Memberships told in a clause of their own: who or how many, and a word of membership.

The stricter reader knows the body by name. Here the clause around the word is read:
it needs a number of members, a party, a body by its noun or a day, as the event wants,
and reaches from its subject to where it ends.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from marsad.reading.deeds.clauses import COMMAS, bounds, clause_end, longest, trimmed
from marsad.reading.deeds.member_lists import (
    Stretch,
    membership,
    parties_in,
    with_date,
)
from marsad.reading.deeds.prospects import is_prospect
from marsad.reading.deeds.subjects import opening
from marsad.reading.findings import Figure, Party
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_LONGEST: Final = 18
_FEWEST: Final = 3
_NEAR: Final = 6
_MEMBERS: Final = wordset("members") | wordset("member_counted")
_JOINED_BODIES: Final = wordset("joined_bodies")
_FORMERLY: Final = frozenset(("بعد", "بعدما", "after", "formerly", "against"))
_PRONOUNS: Final = wordset("joined_pronouns")
_FOUNDED_BODIES: Final = wordset("founded_bodies")
_NOT_JOINED: Final = wordset("not_joined")
_RELATIVES: Final = frozenset(("الذي", "التي", "الذين", "who", "which", "qui"))
_ARTICLES: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "ول", "وب", "ل", "ب", "و")
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th|e|eme|ème)?")
_ORDINALS: Final = {
    word: float(number)
    for words in (
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth",
        "deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme"
        " onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme"
        " dix-huitieme dix-neuvieme vingtieme",
    )
    for number, word in enumerate(words.split(), start=2)
}
_MEMBER_WORDS: Final = frozenset(
    "member members state states country nation navy signatory partner"
    " membre membres pays etat partenaire signataire".split()
)


class Clause(NamedTuple):
    """A clause of membership: its tokens, the letters cut off, the word in it."""

    first: int
    last: int
    clitic: int
    hit: Hit


def by_clause(passage: Passage, found: Found) -> Iterator[Seen]:
    """Find memberships by the clauses around their words."""
    for hit in longest(passage.hits("member_verb")):
        clause = _clause(passage, found, hit)
        seen = _READ[hit.row["shape"]](passage, found, clause)
        if seen is not None:
            yield seen


def _clause(passage: Passage, found: Found, hit: Hit) -> Clause:
    low, high = bounds(passage, hit.first)
    last = clause_end(passage, hit.last - 1, min(high, hit.last + _LONGEST))
    last = trimmed(passage, hit.first, _before_comma(passage, found, hit.last, last))
    if passage.language == "ar":
        first = arabic_subject(passage, found, hit, low)
        clitic = hit.clitic if first == hit.first else 0
        return Clause(first, max(last, hit.last), clitic, hit)
    return Clause(_latin_subject(passage, found, hit, low), max(last, hit.last), 0, hit)


def _latin_subject(passage: Passage, found: Found, hit: Hit, low: int) -> int:
    """The subject, or the body before the comma of "the Fund, created in 2012"."""
    comma = hit.first - 1
    if comma > low and passage.words[comma] in COMMAS:
        near = within(found.parties, max(low, comma - 8), comma)
        return near[-1].first if near and near[-1].last == comma else hit.first
    return max(low, opening(passage, hit.first, low))


def _before_comma(passage: Passage, found: Found, first: int, last: int) -> int:
    """End at a comma, but for one that goes on with a list of parties."""
    for index in range(first, last):
        if passage.words[index] in COMMAS:
            follows = within(found.parties, index + 1, index + 4)
            if not follows or not within(found.parties, first, index):
                return index
    return last


def arabic_subject(passage: Passage, found: Found, hit: Hit, low: int) -> int:
    """The body that a relative clause is about, or that stands right before the verb."""
    words = passage.words
    index = hit.first
    is_relative = index > low and words[index - 1] in _RELATIVES
    if is_relative:
        index -= 1
        if index > low and words[index - 1] in COMMAS:
            index -= 1
    for one in within(found.parties, max(low, index - 8), index):
        if one.last == index:
            return one.first
    if not is_relative:
        return hit.first
    begin = index
    while begin > max(low, index - 4) and words[begin - 1].startswith(("ال", "لل")):
        begin -= 1
    if begin > low and words[begin - 1].isalpha() and begin < index:
        begin -= 1
    return begin


def _counted(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """A number of members close behind the word."""
    hit = clause.hit
    if not _FORMERLY.isdisjoint(passage.words[max(0, hit.first - 3) : hit.first]):
        return None  # «بعد أن كان عدد الأعضاء 67»: what the count grew from
    reach = min(clause.last, hit.last + _NEAR)
    in_body = _tells_of_a_body(passage, found, clause)
    is_said = _says_member(passage, hit)
    for one in within(found.figures, hit.last, reach):
        if _counts_members(one, in_body=in_body, is_said=is_said):
            # «67 عضوا في خريف 2016» held then, not on the day of the report.
            counted = clause._replace(last=with_date(found, one.last))
            return _made(passage, found, counted, "count", _value(one))
    return None


def _counted_before(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """A number of members close before the word: "nine organisations strong"."""
    hit = clause.hit
    for one in within(found.figures, max(clause.first, hit.first - _NEAR), hit.first):
        figure = one.finding
        if isinstance(figure, Figure) and figure.value >= _FEWEST:
            counted = clause._replace(last=hit.last)
            return _made(passage, found, counted, "count", _value(one))
    return None


def _says_member(passage: Passage, hit: Hit) -> bool:
    """Whether the word itself speaks of members: «عدد أعضائه», "its membership"."""
    words = passage.words[hit.first : hit.last]
    return any(part in word for word in words for part in ("عض", "طراف", "memb"))


def _counts_members(one: Seen, *, in_body: bool, is_said: bool = False) -> bool:
    figure = one.finding
    if is_said and isinstance(figure, Figure) and figure.unit in ("", "person"):
        return figure.value >= _FEWEST
    if not isinstance(figure, Figure) or figure.value < _FEWEST:
        return False
    if figure.change and not is_said:
        return False
    return figure.unit in _MEMBERS or (in_body and figure.unit == "person")


def _tells_of_a_body(passage: Passage, found: Found, clause: Clause) -> bool:
    """Whether the clause names what people can be members of."""
    stretch = range(clause.first, min(clause.last, clause.hit.last + 3))
    if any(_is_noun_of(passage.words[index], _FOUNDED_BODIES) for index in stretch):
        return True
    return any(
        party.type in ("organisation", "office")
        for _, party in parties_in(found, clause.first, clause.hit.last + 3)
    )


def _joined(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """Somebody joins a body: both must be there, the body by name, noun or pronoun."""
    hit = clause.hit
    words = passage.words
    if not _NOT_JOINED.isdisjoint(words[max(0, hit.first - 4) : hit.first]):
        return None
    if is_prospect(passage, hit, bounds(passage, hit.first)[0]):
        return None
    parties = parties_in(found, clause.first, clause.last)
    if any(party.type == "armed_group" for _, party in parties):
        return None
    after = range(hit.last, clause.last)
    noun = next((i for i in after if _is_noun_of(words[i], _JOINED_BODIES)), None)
    is_named = any(one.first >= hit.last and _is_body(party) for one, party in parties)
    is_meant = hit.first > 0 and words[hit.first - 1] in _PRONOUNS
    joiners = [party for one, party in parties if not _is_joined(one, party, hit)]
    if not (noun or is_named or is_meant) or not (joiners or _we(words, clause)):
        return None
    who = tuple(party.canonical for party in joiners)
    count = _ordinal(passage, hit.first, clause.last)
    return _made(passage, found, clause, "joined", count, who)


def _is_body(party: Party) -> bool:
    return party.type in ("organisation", "office")


def _is_joined(one: Seen, party: Party, hit: Hit) -> bool:
    return _is_body(party) and one.first >= hit.last


def _we(words: list[str], clause: Clause) -> bool:
    return not _SELVES.isdisjoint(words[clause.first : clause.hit.first])


_SELVES: Final = frozenset(
    "we i you nous vous elle il it they ils elles qui who".split()
)


def _ordinal(passage: Passage, first: int, last: int) -> float | None:
    """Read "as its 85th member": the number of the member that joined."""
    for index in range(last - 2, first - 1, -1):
        if passage.words[index + 1] in _MEMBER_WORDS:
            word = passage.words[index]
            known = _ORDINAL.fullmatch(word)
            if known or word in _ORDINALS:
                return float(known[1]) if known else _ORDINALS[word]
    return None


def _attended(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """Parties, or a number of them, that took part."""
    first, last = clause.first, clause.last
    if not _NOT.isdisjoint(passage.words[first : clause.hit.last]):
        return None
    who = tuple(party.canonical for _, party in parties_in(found, first, last))
    number = next(
        (
            one
            for one in within(found.figures, first, last)
            if _counts_members(one, in_body=bool(who))
        ),
        None,
    )
    if number is None and len(set(who)) < _least(passage, clause):
        return None
    value = _value(number) if number else None
    return _made(passage, found, clause, "attended", value, who)


_NOT: Final = frozenset("not n pas no لم لا ما without sans".split())
_GATHERED: Final = frozenset("reuni reunis reunie reunies reunissait bringing".split())
_SENT: Final = frozenset(
    "ممثل ممثلين ممثلون ممثلو وفد وفود مندوب مندوبون مندوبين".split()
)


def _least(passage: Passage, clause: Clause) -> int:
    """How many parties tell of attendance: one host or guest alone does seldom."""
    words = passage.words[clause.hit.first : clause.hit.last + 2]
    if passage.language == "ar":
        return 1 if not _SENT.isdisjoint(words) else 2
    return 2 if not _GATHERED.isdisjoint(words) else 1


def _founded(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """A body that came into being: on a day, or by somebody."""
    dates = within(found.dates, clause.hit.first, clause.last)
    if not dates and not _is_by_founders(passage, found, clause):
        return None
    if not _has_body(passage, found, clause):
        return None
    return _made(passage, found, clause, "founded")


def _is_by_founders(passage: Passage, found: Found, clause: Clause) -> bool:
    """Whether a named body was founded by somebody: no day is needed then."""
    hit = clause.hit
    if _BY.isdisjoint(passage.words[hit.first : hit.last + 2]):
        return False
    return any(
        _is_body(party) for _, party in parties_in(found, clause.first, hit.first)
    )


_BY: Final = frozenset(("by", "par"))


def _has_body(passage: Passage, found: Found, clause: Clause) -> bool:
    begin = max(0, clause.first - _NEAR)
    words = passage.words[begin : clause.hit.last + 4]
    if any(_is_noun_of(word, _FOUNDED_BODIES) for word in words):
        return True
    near = parties_in(found, begin, clause.hit.last + 4)
    return any(_is_body(party) for _, party in near)


def _founders(passage: Passage, found: Found, clause: Clause) -> Seen | None:
    """Somebody founds a body: a party or person, and the body by name or noun."""
    first, last, hit = clause.first, clause.last, clause.hit
    who = tuple(
        party.canonical
        for one, party in parties_in(found, first, last)
        if one.first < hit.first or passage.language == "ar"
    )
    persons = within(found.persons, first, last)
    after = passage.words[hit.last : min(last, hit.last + _NEAR)]
    has_noun = any(_is_noun_of(word, _FOUNDED_BODIES) for word in after)
    named = [party for _, party in parties_in(found, hit.last, last) if _is_body(party)]
    if not (has_noun or named) or not (who or persons):
        return None
    return _made(passage, found, clause, "founded", None, who)


def _is_noun_of(word: str, nouns: frozenset[str]) -> bool:
    if word in nouns:
        return True
    for article in _ARTICLES:
        if word.startswith(article) and word[len(article) :] in nouns:
            return True
    return word.endswith("s") and word[:-1] in nouns


def _value(one: Seen) -> float | None:
    return one.finding.value if isinstance(one.finding, Figure) else None


def _made(
    passage: Passage,
    found: Found,
    clause: Clause,
    event: str,
    count: float | None = None,
    who: tuple[str, ...] = (),
) -> Seen:
    stretch = Stretch(clause.first, clause.last, clause.clitic)
    return membership(passage, found, stretch, event, who=who, count=count)


_READ: Final[dict[str, Callable[[Passage, Found, Clause], Seen | None]]] = {
    "count": _counted,
    "counted": _counted_before,
    "joined": _joined,
    "attended": _attended,
    "founded": _founded,
    "founder": _founders,
}
