"""How many of the records found there are of each kind, source, party and month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tantivy import Query, Searcher

from marsad.searching.fields import KINDS, MONTH, PARTIES, RANK, SOURCES

# So many of a facet are told, the most frequent first; a century has 1,200 months.
_MOST: Final = {KINDS: 100, SOURCES: 200, PARTIES: 200, MONTH: 1_200}
# Each segment counts all its labels, or a sum over segments would be too small.
_ALL: Final = 50_000
_TOTAL: Final = "total"


@dataclass(frozen=True, slots=True)
class Facets:
    """The counts of what was found, under every filter; the most frequent first."""

    kinds: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    parties: Mapping[str, int] = field(default_factory=dict)
    # By year and month, as in 2021-06, the newest first; the undated count in none.
    months: Mapping[str, int] = field(default_factory=dict)


def counted(searcher: Searcher, query: Query) -> tuple[int, Facets]:
    """Count what a query finds, all of it and by facet."""
    # Every record has one rank.
    asked: dict[str, Any] = {_TOTAL: {"value_count": {"field": RANK}}}
    asked |= {
        name: {"terms": {"field": name, "size": most, "segment_size": _ALL}}
        for name, most in _MOST.items()
    }
    told = searcher.aggregate(query, asked)
    months = sorted(_counts(told[MONTH]).items(), reverse=True)
    found = Facets(
        kinds=_counts(told[KINDS]),
        sources=_counts(told[SOURCES]),
        parties=_counts(told[PARTIES]),
        months={f"{month[:-2]:>04}-{month[-2:]}": count for month, count in months},
    )
    return round(told[_TOTAL]["value"]), found


def _counts(told: Mapping[str, Any]) -> dict[str, int]:
    buckets = [(_label(one["key"]), one["doc_count"]) for one in told["buckets"]]
    # The same order at every search: by count, then by label.
    return dict(sorted(buckets, key=lambda bucket: (-bucket[1], bucket[0])))


def _label(key: str | float) -> str:
    return key if isinstance(key, str) else f"{key:.0f}"
