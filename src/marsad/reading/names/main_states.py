"""The state that a text is about, or at home in where it names none.

Three of five mentions make a state what a text is about; where no state is named, its
cities tell, and then the people who govern.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from marsad.reading.passage import Passage

_CODE = 2  # letters of an ISO code


def main_state(isos: Iterable[str]) -> str:
    """Return the code of the one state that a text is about, empty if there is none."""
    counts = Counter(isos)
    if not counts:
        return ""
    iso, count = counts.most_common(1)[0]
    return iso if count * 5 >= counts.total() * 3 else ""


def home_state(passage: Passage, isos: Iterable[str]) -> str | None:
    """Return the code of the state that a text is at home in, if anything tells."""
    signs = (isos, _of_cities(passage), _of_figures(passage))
    return next(filter(None, map(main_state, signs)), None)


def _of_cities(passage: Passage) -> Iterator[str]:
    return (
        hit.row["country"] for hit in passage.hits("city") if hit.row.get("country")
    )


def _of_figures(passage: Passage) -> Iterator[str]:
    for tag in ("figure", "surname"):
        for hit in passage.hits(tag):
            if len(hit.row["party"]) == _CODE:
                yield hit.row["party"]


__all__ = ["home_state", "main_state"]
