"""Words that bound a number: more than, at least, about, and what they end at."""

from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage

EXACT = "exact"
# Small words that may stand between a bound and its number.
_BETWEEN = frozenset(
    ["a", "an", "another", "un", "une", "l", "'", "d", "de", "la", "les", "ال", "ما", "$"]
)
_FAR = 3


class Bounds:
    """The bound words of a passage, by the token at which they touch a number."""

    def __init__(self, passage: Passage) -> None:
        self._words = passage.words
        self._before: dict[int, Hit] = {}
        self._after: dict[int, Hit] = {}
        for hit in passage.hits("bound"):
            if hit.row["place"] == "before":
                _keep_longest(self._before, hit.last, hit)
            else:
                _keep_longest(self._after, hit.first, hit)

    def of(self, first: int, last: int) -> tuple[str, str]:
        """Return the bound of the tokens first to last, and the words that say it."""
        for token in range(first, max(first - _FAR, 0), -1):
            hit = self._before.get(token)
            if hit is not None:
                return hit.row["bound"], " ".join(self._words[hit.first : hit.last])
            if self._words[token - 1] not in _BETWEEN:
                break
        hit = self._after.get(last)
        if hit is not None:
            return hit.row["bound"], " ".join(self._words[hit.first : hit.last])
        return EXACT, ""


def _keep_longest(hits: dict[int, Hit], place: int, hit: Hit) -> None:
    known: Hit | None = hits.get(place)
    if known is None or hit.last - hit.first > known.last - known.first:
        hits[place] = hit
