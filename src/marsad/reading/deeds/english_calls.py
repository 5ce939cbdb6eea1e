"""English words of calling that call for nothing: advising soldiers, ordering ships."""

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage

# «Train, advise and assist» is what instructors do.
_INSTRUCTING = frozenset(
    """train trains trained training assist assists assisted assisting equip equips
    equipped equipping accompany accompanying enable enabling mentor mentoring""".split()
)
_NEAR = 3
_FINITE = frozenset(
    "is are was were has have had will would can could may might does did".split()
)
_LINKS = frozenset(["who", "which", "that", "what", "it", "they", "he", "she"])


def is_no_english_call(passage: Passage, hit: Hit, told: int) -> bool:
    """Say whether a word that may call for something calls for nothing here."""
    words = passage.words
    if words[hit.first].startswith("advis"):
        near = words[max(0, hit.first - _NEAR) : hit.last + _NEAR]
        if not _INSTRUCTING.isdisjoint(near):
            return True
    if words[hit.last - 1].startswith("order") and words[hit.last] in ("back", "in"):
        return True
    return words[told : told + 1] == ["to"] and _has_verb(passage, hit.last, told)


def _has_verb(passage: Passage, first: int, last: int) -> bool:
    """Say whether another verb stands before the «to»: «ordered ships that will come to»."""
    words = passage.words
    return any(
        words[index] in _FINITE
        and words[index - 1] not in _LINKS
        and passage.written(index)[0].islower()  # not Mrs May
        for index in range(first + 1, last)
    )
