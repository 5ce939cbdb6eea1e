"""Capital cities that stand for their governments: "Moscow says", «أعلنت واشنطن».

A capital is a place after a word of place, and a party where it deals, speaks or acts.
"""

from collections.abc import Iterator, Mapping, Set

from marsad.reading.lexicon import Hit
from marsad.reading.names.latin_seats import LatinSeats
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Words before a capital city that make it a place.
_PLACE_WORDS = wordset("place_words_ar")
_WITH = wordset("dealt_with_ar")
_BETWEEN = "بين"


def seat_mentions(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the capitals that act for their governments."""
    case = cases(passage.language, "seats")
    hits = [hit for hit in passage.hits("seat") if letters.allows(hit, case)]
    if not hits:
        return
    if passage.language != "ar":
        yield from map(_seat, LatinSeats(passage, letters, hits).acting())
        return
    parties = {hit.first for tag in ("seat", "state") for hit in passage.hits(tag)}
    cities = {hit.last for hit in passage.hits("city")}
    ends = dict.fromkeys(cities | {hit.last for hit in hits}, False)
    for hit in hits:
        ends[hit.last] = _acts_arabic(passage, hit, parties, ends)
        if ends[hit.last]:
            yield _seat(hit)


def _seat(hit: Hit) -> Named:
    canonical = hit.row["iso"]
    is_state = len(canonical) == 2
    return Named(
        hit.first,
        hit.last,
        hit.clitic,
        canonical,
        "state" if is_state else "organisation",
        ("state",) if is_state else ("union",),
        reader="parties.seat",
        score=0.75,
        why=f"a capital that acts here for its government ({canonical})",
    )


def _acts_arabic(
    passage: Passage, hit: Hit, parties: Set[int], ends: Mapping[int, bool]
) -> bool:
    """Say whether an Arabic capital city stands for its government."""
    before, after = _around(passage, hit)
    clitic = passage.words[hit.first][: hit.clitic]
    if clitic.endswith(("ب", "ل", "ك")):
        return False
    if clitic == "و" and hit.first in ends:
        return ends[hit.first]
    if before in _WITH:
        return True
    if before == _BETWEEN:
        return hit.last in parties
    if after in ("(", "-", "/", "–", "العاصمه", "القديمه") or before in _PLACE_WORDS:
        return False
    if before.startswith("ال") and passage.words[max(0, hit.first - 2)].endswith(
        "عاصمه"
    ):
        return False
    if before == "\n" and after[:1].isdigit():
        return False  # a dateline
    return not (before in ("\n", "", "،", "-") and after in ("،", "\n"))


def _around(passage: Passage, hit: Hit) -> tuple[str, str]:
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    return before, words[hit.last] if hit.last < len(words) else "\n"
