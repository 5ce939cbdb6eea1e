"""A stretch of tokens that may name a party, before one of several is chosen.

Producers give candidates freely; the longest one at a place wins, and what lies inside
or across it is dropped, so that a nested name is found once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.reading.findings import Party
from marsad.reading.passage import Passage, Seen


class Named(NamedTuple):
    """A candidate: its tokens, whom it names and how sure that is."""

    first: int
    last: int
    clitic: int
    canonical: str  # empty for words that only look like a party
    type: str
    classes: tuple[str, ...] = ()  # what a later mention may call it
    mention: str = "name"
    reader: str = "parties.name"
    score: float = 0.9
    why: str = ""
    is_doubtful: bool = False
    short: str = ""  # the short form that the text gives in brackets
    # A known body inside the name, with its type and classes: whom a later word means.
    inner: tuple[str, str, tuple[str, ...]] | None = None
    goes_on: bool = False  # behind the end of a known name: "Central Bank of Egypt"
    own_name: tuple[int, int] | None = None  # the tokens of its name without its head

    def seen(self, passage: Passage) -> Seen:
        """Make the finding of this candidate."""
        return Seen(
            self.first,
            self.last,
            Party(
                span=passage.span(self.first, self.last, self.clitic),
                reader=self.reader,
                score=self.score,
                why=self.why,
                is_doubtful=self.is_doubtful,
                canonical=self.canonical,
                type=self.type,
                mention=self.mention,
            ),
        )


def later_mention(first: int, last: int, clitic: int, one: Named) -> Named:
    """Give the candidate that names a body again by its class alone."""
    return Named(
        first,
        last,
        clitic,
        one.canonical,
        one.type,
        one.classes,
        "nominal",
        reader="parties.nominal",
        score=0.7,
        why=f"a later mention of {one.canonical}, named before",
        is_doubtful=one.is_doubtful and "hospital" in one.classes,
    )


def described_state(first: int, last: int, clitic: int, iso: str) -> Named:
    """Give the candidate that means a state by a description: "the country"."""
    return Named(
        first,
        last,
        clitic,
        iso,
        "state",
        ("state",),
        "nominal",
        reader="parties.nominal",
        score=0.7,
        why=f"a description of {iso}, spoken of before",
    )


_KNOWN, _BUILT = "parties.known_body", "parties.body"


def longest(candidates: Sequence[Named]) -> list[Named]:
    """Choose the longest candidates that do not overlap, in the order of the text."""
    known = {one.first: one for one in candidates if one.reader == _KNOWN}
    chosen: list[Named] = []
    for one in sorted(candidates, key=lambda one: (one.first, -one.last, -one.score)):
        sure = known.get(one.first)
        if one.reader == _BUILT and sure and _is_whole(sure, one):
            continue
        if not chosen or one.first >= chosen[-1].last:
            chosen.append(one)
        elif one.last - one.first > chosen[-1].last - chosen[-1].first:
            chosen[-1] = one
    return chosen


def _is_whole(sure: Named, built: Named) -> bool:
    """Say whether a known name of two words and more is not to be built upon.

    "Central Bank of Egypt" goes on where the known "Central Bank" ends.
    """
    is_long = sure.last - sure.first > 1
    return is_long and not built.goes_on
