"""The two sides of a meeting or call just told: «They agreed», «the leaders agreed».

Readouts tell first who met whom, then what the two of them agreed.
"""

from collections.abc import Iterator

from marsad.reading.deeds.affiliations import side_of
from marsad.reading.deeds.bound_states import bound_state
from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.homes import home_state
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, within

_MET = frozenset(
    "met meets meet meeting spoke speaks spoken talks call summit discussed".split()
)
_TWO = frozenset(["they", "both", "two", "pair", "sides", "neighbours"])
_LEADERS = frozenset("leaders ministers presidents premiers secretaries envoys".split())
_DETERMINERS = frozenset(["the", "both", "two"])
_ABOUT = frozenset("discuss discussed discusses about on over regarding".split())
_CONJUNCTIONS = frozenset(["when", "where", "after", "and", "but", "as"])
_WORDS = 4


def met_pair(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the states whose two leaders a subject means, parted by a comma."""
    first += first < last and passage.words[first] in _CONJUNCTIONS
    if passage.language != "en" or not _means_two(passage.words[first:last]):
        return None
    is_pronoun = passage.words[first] == "they"
    is_shared = passage.words[last].startswith(_SHARED)
    for number, (low, high) in enumerate(_back(passage, first)):
        if number == 0 and not is_pronoun:
            continue
        words = passage.words[low:high]
        has_met = not _MET.isdisjoint(words)
        if has_met:
            sides = _sides(passage, found, low, high)
            if len(sides) == _PAIR:
                return ",".join(sides)
        is_told = has_met or number == 0 or _means_two(words[:_WORDS])
        if is_pronoun and not is_told and not is_shared:
            return None
    return None


# What only several do together.
_SHARED = ("agree", "reaffirm", "resolv", "decid", "undertook")
_PAIR = 2
_CODE = 2


def _back(passage: Passage, token: int) -> Iterator[tuple[int, int]]:
    """Give the sentence up to a token and the few before it, line ends passed over."""
    low, high = sentence_of(passage, token)[0], token
    for _ in range(_MOST):
        if passage.words[low:high] != ["\n"] or low == token:
            yield low, high
        if low == 0:
            return
        low, high = sentence_of(passage, low - 1)[0], low


_MOST = 8


def _means_two(words: list[str]) -> bool:
    """Say whether words begin with «they», «the two», «the leaders»."""
    if not words or not (words[0] in _DETERMINERS or words[0] == "they"):
        return False
    near = words[:_WORDS]
    return not (_TWO | _LEADERS).isdisjoint(near) and "of" not in near


def _sides(passage: Passage, found: Found, low: int, high: int) -> list[str]:
    """Return the states for which those who meet speak: by name, by office at home."""
    persons = [
        (one.first, bound_state(party))
        for one in within(found.persons, low, high)
        if isinstance(one.finding, Person)
        and (party := side_of(passage, found, one.finding.canonical).party)
    ]
    sides = _in_order(persons)
    if len(sides) == _PAIR:
        return sides
    topic = next((i for i in range(low, high) if passage.words[i] in _ABOUT), high)
    named = [
        (one.first, one.finding.canonical)
        for one in within(found.parties, low, topic)
        if isinstance(one.finding, Party) and one.finding.type == "state"
    ]
    named += [
        (hit.first, hit.row["iso"])
        for tag in ("state_title", "nationality")
        for hit in hits_from(passage.hits(tag), low, topic)
    ]
    sides = _in_order([*persons, *named])
    home = home_state(passage, found) if len(sides) == 1 else None
    return [home, *sides] if home and home not in sides else sides


def _in_order(told: list[tuple[int, str]]) -> list[str]:
    """Return the states told, in the order of the text, each once."""
    states = (state for _, state in sorted(told))
    return list(dict.fromkeys(state for state in states if len(state) == _CODE))
