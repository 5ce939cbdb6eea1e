"""Words that bound a number: more than, at least, about, and what they end at."""

from functools import cache

from marsad.reading.lexicon import Hit, rows
from marsad.reading.passage import Passage
from marsad.text.normalise import fold

EXACT = "exact"
# Small words that may stand between a bound and its number.
_BETWEEN = frozenset(
    [
        "a",
        "an",
        "another",
        "un",
        "une",
        "l",
        "'",
        "d",
        "de",
        "la",
        "les",
        "ال",
        "ما",
        "$",
    ]
)
_FAR = 3
# «لتصل إلى 28 مليونا» tells what was reached.
_REACHED = frozenset(("لتصل", "ليصل"))
_PHRASAL = frozenset(
    "hand hands handed handing turn turned turning sign signed".split()
)


class Bounds:
    """The bound words of a passage, by the token at which they touch a number."""

    def __init__(self, passage: Passage) -> None:
        self._words = passage.words
        self._before: dict[int, Hit] = {}
        self._after: dict[int, Hit] = {}
        for hit in passage.hits("bound"):
            if hit.row["place"] == "before":
                _keep_longest(self._before, hit.last, hit)
            elif self._words[hit.last : hit.last + 1] != ["من"]:
                # «22 دولة وأكثر من 40 منظمة»: the bound is of what follows.
                _keep_longest(self._after, hit.first, hit)

    def of(self, first: int, number_last: int, last: int) -> tuple[str, str]:
        """Return the bound of a figure, and the words that say it.

        The figure begins at ``first``; its number ends before ``number_last`` and its
        noun before ``last``: a bound may follow either.
        """
        for token in range(first, max(first - _FAR, 0), -1):
            hit = self._before.get(token)
            if hit is not None and not self._is_of_a_verb(hit):
                return hit.row["bound"], " ".join(self._words[hit.first : hit.last])
            if self._words[token - 1] not in _BETWEEN:
                break
        hit = self._after.get(last) or self._after.get(number_last)
        if hit is not None:
            return hit.row["bound"], " ".join(self._words[hit.first : hit.last])
        return self._with_noun_between(first)

    def _is_of_a_verb(self, hit: Hit) -> bool:
        """Say whether a bound is the second part of a verb: "hand over 12 towers"."""
        before = self._words[hit.first - 1] if hit.first else ""
        if self._words[hit.first] in _REACHED:
            return True
        return self._words[hit.first] == "over" and before in _PHRASAL

    def _with_noun_between(self, first: int) -> tuple[str, str]:
        """Read «لا تزيد قيمته عن», where what is bounded stands inside the bound."""
        if first < _FAR or self._words[first - 1] not in ("عن", "علي"):
            return EXACT, ""
        for phrase in (
            self._words[first - 4 : first - 2] + self._words[first - 1 : first],
            self._words[first - 3 : first - 2] + self._words[first - 1 : first],
        ):
            bound = _split_bounds().get(" ".join(phrase))
            if bound is not None:
                return bound, " ".join(self._words[first - 4 : first])
        return EXACT, ""


@cache
def _split_bounds() -> dict[str, str]:
    """Return the bounds of Arabic that end in a preposition, by their folded words."""
    return {
        fold(form): row["bound"]
        for row in rows("bounds")
        for form in row["ar"].split("|")
        if form.endswith((" عن", " على"))
    }


def _keep_longest(hits: dict[int, Hit], place: int, hit: Hit) -> None:
    known: Hit | None = hits.get(place)
    if known is None or hit.last - hit.first > known.last - known.first:
        hits[place] = hit
