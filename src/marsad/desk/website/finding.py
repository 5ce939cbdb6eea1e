"""Search in what everybody may read: titles, summaries and lines of public releases.

It looks at nothing but the holdings, so what is not open cannot be found, not even that
it exists. Words are met in any of their spellings, as in the search of the desk.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from marsad.desk.website.digests import Digest
from marsad.desk.website.holdings import Holdings, Shown
from marsad.searching.excerpts import Excerpt, excerpt
from marsad.searching.keys import Key, pieces
from marsad.searching.questions import question

LONGEST: Final = 200
_MOST: Final = 40
_A_TITLE: Final = 3

# The stems of each line of a release, read once: a digest never changes.
_STEMS: dict[int, tuple[Digest, tuple[frozenset[str], ...]]] = {}


@dataclass(frozen=True, slots=True)
class Hit:
    """A release, and its line that meets the question best."""

    release: Shown
    language: str
    block: str
    excerpt: Excerpt


def find(now: Holdings, words: str, language: str) -> list[Hit]:
    """The releases that have all the words in one line, the reader's language first."""
    asked = question(words[:LONGEST])
    wanted = [_ways(key) for term in asked.wanted for key in term.keys]
    unwanted = [_ways(key) for term in asked.unwanted for key in term.keys]
    if not wanted:
        return []
    scored: list[tuple[float, Hit]] = []
    for place, release in enumerate(one for one in now.releases if not one.is_recalled):
        best = _best(release, wanted, unwanted, language)
        if best:
            score, index = best
            said = release.digest.words[index]
            shown = excerpt(said.text, words[:LONGEST], around=240)
            hit = Hit(release, said.language, said.block, shown)
            scored.append((score - place / 10_000, hit))
    scored.sort(key=lambda one: -one[0])
    return [hit for _, hit in scored[:_MOST]]


def _ways(key: Key) -> frozenset[str]:
    return frozenset((key.stem, *key.singulars))


def _best(
    release: Shown,
    wanted: list[frozenset[str]],
    unwanted: list[frozenset[str]],
    language: str,
) -> tuple[float, int] | None:
    lines = _stems(release)
    if any(not ways.isdisjoint(line) for ways in unwanted for line in lines):
        return None
    found: Counter[int] = Counter()
    for index, line in enumerate(lines):
        if all(not ways.isdisjoint(line) for ways in wanted):
            said = release.digest.words[index]
            found[index] = 1 + _A_TITLE * (not said.block) + (said.language == language)
    return next(((score, at) for at, score in found.most_common(1)), None)


def _stems(release: Shown) -> tuple[frozenset[str], ...]:
    digest, lines = _STEMS.get(release.pk, (None, ()))
    if digest is not release.digest:
        lines = tuple(_of(one.text) for one in release.digest.words)
        _STEMS[release.pk] = (release.digest, lines)
    return lines


def _of(text: str) -> frozenset[str]:
    # Piece by piece, for those of news repeat themselves and are remembered.
    ways: set[str] = set()
    for piece in pieces(text):
        ways.update(piece.stems.split(), piece.singulars.split())
    return frozenset(ways)
