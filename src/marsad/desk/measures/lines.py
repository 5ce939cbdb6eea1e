"""The lines of open releases, ready to be looked for in later documents."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from marsad.composing.editions import Sort
from marsad.desk.releases.models import Release
from marsad.linking.surroundings import sentences_of
from marsad.measuring.uptake import Lines, ReleasedLine, line_of

# A quotation was somebody's before it was ours; a caption says too little.
_OURS: Final = frozenset((Sort.STATEMENT, Sort.FIGURE, Sort.MEETING))
_BETWEEN: Final = "|"


@lru_cache(maxsize=2)
def _lines(releases: tuple[int, ...]) -> Lines:
    rows = Release.objects.filter(pk__in=releases).order_by("opens_at", "pk")
    return Lines([line for one in rows for line in lines_of(one)])


def released_lines() -> Lines:
    """Every line of releases that are open and were not recalled; made once for each set."""
    rows: Any = Release.objects.opened().filter(recall__isnull=True)
    return _lines(tuple(rows.order_by("pk").values_list("pk", flat=True)))


def untraceable(release: Release) -> list[ReleasedLine]:
    """The lines of a release that say too little of their own to be known elsewhere."""
    lines = list(lines_of(release))
    plain = set(Lines(lines).too_plain)
    return [one for one in lines if one.id in plain]


def lines_of(release: Release) -> Iterator[ReleasedLine]:
    """The sentences of a release, in each of its languages."""
    for manuscript in release.frozen.manuscripts:
        for block in manuscript.blocks:
            if block.sort not in _OURS:
                continue
            for number, sentence in enumerate(sentences_of(block.text)):
                name = _BETWEEN.join((manuscript.language, block.id, str(number)))
                yield line_of(
                    name,
                    release.number,
                    manuscript.language,
                    sentence.quote,
                    release.opens_at.date(),
                )


def place_of(line: str) -> tuple[str, str]:
    """The language and the block that a line's name tells."""
    language, block, _number = line.split(_BETWEEN)
    return language, block


def origins_of(release: Release) -> frozenset[str]:
    """The texts that a release itself cites: what stands in them was theirs first."""
    return frozenset(
        passage.sha256 for one in release.frozen.entries for passage in one.passages
    )
