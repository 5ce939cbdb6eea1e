"""What the website keeps in mind of a release: it never changes, so it is read once."""

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from marsad.desk.releases.models import Carried, Release

log = logging.getLogger(__name__)

# Blocks whose words stand for an entry in the language of the reader. Of a quotation
# they only lead to what was said.
_TELLING: Final = frozenset(("statement", "figure", "meeting"))


class Line(NamedTuple):
    """An entry that a release carries: enough to sort, filter and find it."""

    row: int
    entry: int
    kind: str
    series: str
    day: date
    due_on: date | None


class Words(NamedTuple):
    """Words of a release that can be searched: of which block, in which language."""

    block: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What lists, searches and feeds need of one release."""

    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    languages: tuple[str, ...]
    as_of: date
    correction: Mapping[str, str]
    # Entry -> language -> what the release says of it in that language.
    told: Mapping[int, Mapping[str, str]]
    words: tuple[Words, ...]
    lines: tuple[Line, ...]
    rolls: tuple[str, ...]
    is_clear: bool


_KEPT: dict[tuple[int, str], Digest] = {}


def digests(keys: Mapping[int, str]) -> Mapping[int, Digest]:
    """The digests of releases, by their row; ``keys`` are rows with their hashes."""
    missing = [pk for pk, sha in keys.items() if (pk, sha) not in _KEPT]
    for pk, digest in _read(missing):
        _KEPT[pk, keys[pk]] = digest
    for gone in _KEPT.keys() - keys.items():
        _KEPT.pop(gone, None)
    return {pk: _KEPT[pk, sha] for pk, sha in keys.items()}


def forget() -> None:
    """Forget all digests."""
    _KEPT.clear()


def _read(rows: list[int]) -> Iterable[tuple[int, Digest]]:
    if not rows:
        return
    lines: dict[int, list[Line]] = {}
    carried = Carried.objects.filter(release__in=rows).values_list(
        "release", "pk", "entry", "kind", "series", "day", "due_on"
    )
    for release, row, entry, kind, series, day, due_on in carried:
        line = Line(row, entry, kind, series, day, due_on)
        lines.setdefault(release, []).append(line)
    editions = Release.objects.filter(pk__in=rows).values_list("pk", "edition")
    for pk, edition in editions.iterator(chunk_size=50):
        yield pk, _digest(json.loads(edition), tuple(lines.get(pk, ())), pk)


def _digest(edition: Mapping[str, Any], lines: tuple[Line, ...], pk: int) -> Digest:
    manuscripts = edition["manuscripts"]
    is_clear = all(one["marking"] == 0 for one in (edition, *edition["entries"]))
    if not is_clear:
        log.error("release %s is for the public and cites what is not: not shown", pk)
    return Digest(
        titles={one["language"]: one["title"] for one in manuscripts},
        summaries={one["language"]: one["summary"] for one in manuscripts},
        languages=tuple(one["language"] for one in manuscripts),
        as_of=date.fromisoformat(edition["as_of"]),
        correction=edition["correction"],
        told=_told(manuscripts),
        words=tuple(_words(manuscripts)),
        lines=lines,
        rolls=tuple(
            block["roll"]["kind"]
            for one in manuscripts[:1]
            for block in one["blocks"]
            if block["roll"]
        ),
        is_clear=is_clear,
    )


def _told(manuscripts: Iterable[Mapping[str, Any]]) -> dict[int, dict[str, str]]:
    """Of the blocks that cite an entry, the one that cites the fewest others."""
    found: dict[int, dict[str, tuple[int, str]]] = {}
    for one in manuscripts:
        for block in one["blocks"]:
            if block["sort"] not in _TELLING or not block["text"]:
                continue
            said = (len(block["entries"]), block["text"])
            for entry in block["entries"]:
                by_language = found.setdefault(entry, {})
                before = by_language.get(one["language"], said)
                by_language[one["language"]] = min(
                    before, said, key=lambda pair: pair[0]
                )
    return {
        entry: {language: text for language, (_, text) in by_language.items()}
        for entry, by_language in found.items()
    }


def _words(manuscripts: Iterable[Mapping[str, Any]]) -> Iterable[Words]:
    for one in manuscripts:
        language = one["language"]
        yield Words("", language, one["title"])
        if one["summary"]:
            yield Words("", language, one["summary"])
        for block in one["blocks"]:
            if block["text"]:
                yield Words(block["id"], language, block["text"])
