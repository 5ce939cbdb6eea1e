"""Capital cities that stand for their governments: "Moscow says", «أعلنت واشنطن».

A capital is a place after a word of place, and a party where it deals, speaks or acts.
"""

from collections.abc import Iterator

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_seats import ArabicSeats
from marsad.reading.names.latin_seats import LatinSeats
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Passage


def seat_mentions(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the capitals that act for their governments."""
    case = cases(passage.language, "seats")
    hits = [hit for hit in passage.hits("seat") if letters.allows(hit, case)]
    if not hits:
        return
    if passage.language != "ar":
        yield from map(_seat, LatinSeats(passage, letters, hits).acting())
        return
    yield from map(_seat, ArabicSeats(passage, hits).acting())


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
