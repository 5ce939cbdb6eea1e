"""The two sides of a meeting or call just told: «They agreed», «the leaders agreed».

Readouts tell first who met whom, then what the two of them agreed.
"""

from marsad.reading.deeds.affiliations import side_of
from marsad.reading.deeds.bound_states import bound_state
from marsad.reading.deeds.homes import home_state
from marsad.reading.deeds.references import sentences_back
from marsad.reading.findings import Party, Person
from marsad.reading.passage import Found, Passage, within

_MET = frozenset(
    "met meets meet meeting spoke speaks spoken talks call summit discussed".split()
)
_TWO = frozenset(["they", "both", "two", "pair", "sides", "neighbours"])
_LEADERS = frozenset("leaders ministers presidents premiers secretaries envoys".split())
_DETERMINERS = frozenset(["the", "both", "two"])
_ABOUT = frozenset("discuss discussed discusses about on over regarding".split())
_WORDS = 4


def met_pair(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the states whose two leaders a subject means, parted by a comma."""
    if passage.language != "en" or not _means_two(passage.words[first:last]):
        return None
    is_pronoun = passage.words[first] == "they"
    for number, (low, high) in enumerate(sentences_back(passage, first)):
        if number == 0:
            continue
        words = passage.words[low:high]
        has_met = not _MET.isdisjoint(words)
        if has_met:
            sides = _sides(passage, found, low, high)
            if len(sides) == _PAIR:
                return ",".join(sides)
        if is_pronoun and not (has_met or _means_two(words[:_WORDS])):
            return None
    return None


_PAIR = 2
_CODE = 2


def _means_two(words: list[str]) -> bool:
    """Say whether words begin with «they», «the two», «the leaders»."""
    if not words or not (words[0] in _DETERMINERS or words[0] == "they"):
        return False
    near = words[:_WORDS]
    return not (_TWO | _LEADERS).isdisjoint(near) and "of" not in near


def _sides(passage: Passage, found: Found, low: int, high: int) -> list[str]:
    """Return the states for which those who meet speak: by name, by office at home."""
    told = [
        bound_state(party)
        for one in within(found.persons, low, high)
        if isinstance(one.finding, Person)
        and (party := side_of(passage, found, one.finding.canonical).party)
    ]
    topic = next((i for i in range(low, high) if passage.words[i] in _ABOUT), high)
    told += [
        one.finding.canonical
        for one in within(found.parties, low, topic)
        if isinstance(one.finding, Party) and one.finding.type == "state"
    ]
    sides = [side for side in dict.fromkeys(told) if len(side) == _CODE]
    home = home_state(passage, found) if len(sides) == 1 else None
    return [home, *sides] if home and home not in sides else sides
