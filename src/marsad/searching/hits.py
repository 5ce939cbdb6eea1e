"""A search: the records that a question finds, ordered, filtered and counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from tantivy import FieldType, Occur, Schema, Searcher
from tantivy import Query as Wording

from marsad.searching import fields
from marsad.searching.facets import Facets, counted
from marsad.searching.index import Index
from marsad.searching.questions import Question, question
from marsad.searching.records import STRICTEST
from marsad.searching.wordings import wording

# A page for people, or a parcel for a machine; more is asked for in turns.
_MOST_SHOWN: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked, of which records, and which part of the answer is shown."""

    words: str = ""
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    # The strictest marking shown. Who names none is shown what everybody may see.
    markings_up_to: int = 0
    order: Literal["relevance", "newest"] = "relevance"
    offset: int = 0
    # The cursor of the last hit shown, in the order of time: nothing moves when
    # records are added meanwhile.
    after: int | None = None
    limit: int = 20
    # Whether the last word is only begun, as while somebody types.
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its key, and its score for the words, from 0 up."""

    key: str
    score: float
    cursor: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: how many, a page of them, and the counts of all."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Facets = field(default_factory=Facets)
    # Nothing has all the words: these records have some of them.
    is_loosened: bool = False


def search(index: Index, query: Query) -> Found:
    """Find the records that have all the words, or where none has, any of them."""
    asked = question(query.words, prefix=query.prefix)
    is_nothing = not (asked.is_blank or asked.wanted or asked.unwanted)
    if is_nothing or query.markings_up_to < 0:
        return Found()
    with index.reading() as searcher:
        return _Search(searcher, index.schema, query).found(asked)


class _Search:
    """One query on what one commit shows."""

    def __init__(self, searcher: Searcher, schema: Schema, query: Query) -> None:
        self._searcher, self._schema, self._query = searcher, schema, query

    def found(self, asked: Question) -> Found:
        """The answer, by all the words or, failing that, by any."""
        most = len(asked.wanted)
        filters = list(self._filters())
        for least in dict.fromkeys((most, min(1, most))):
            meant = wording(asked, self._schema, self._searcher, least=least)
            meant = _all_of(meant, *filters)
            total, facets = counted(self._searcher, meant)
            if total:
                hits = self._page(meant, is_ranked=bool(most))
                return Found(total, hits, facets, is_loosened=least < most)
        return Found()

    def _page(self, meant: Wording, *, is_ranked: bool) -> tuple[Hit, ...]:
        query = self._query
        if query.limit < 1:
            return ()
        is_by_time = query.order == "newest" or not is_ranked
        if is_by_time and query.after is not None:
            meant = _all_of(meant, self._between(fields.RANK, 0, query.after - 1))
        listed = self._searcher.search(
            meant,
            min(query.limit, _MOST_SHOWN),
            count=False,
            order_by_field=fields.RANK if is_by_time else None,
            offset=min(max(query.offset, 0), self._searcher.num_docs),
        )
        return tuple(
            Hit(
                self._searcher.doc(address)[fields.KEY][0],
                score=0.0 if is_by_time else value,
                cursor=value if is_by_time else None,
            )
            for value, address in listed.hits
        )

    def _filters(self) -> Iterator[Wording]:
        """What every record found must be, whatever its words."""
        query, schema = self._query, self._schema
        labels = (query.kinds, query.sources, query.parties, query.languages)
        fields_of = (fields.KINDS, fields.SOURCES, fields.PARTIES, fields.LANGUAGES)
        for name, asked in zip(fields_of, labels, strict=True):
            if asked:
                known = [fields.plain(label) for label in asked]
                yield Wording.term_set_query(schema, name, known)
        if query.markings_up_to < STRICTEST:
            yield self._between(fields.MARKING, 0, query.markings_up_to)
        if query.since or query.until:
            # The undated come before the first day: they are in no stretch of time.
            first = fields.rank(query.since or date.min)
            last = fields.rank(query.until or date.max) + fields.ONE_DAY - 1
            yield self._between(fields.RANK, first, last)

    def _between(self, name: str, first: int, last: int) -> Wording:
        if last < first:
            return Wording.empty_query()
        return Wording.range_query(self._schema, name, FieldType.Unsigned, first, last)


def _all_of(meant: Wording, *filters: Wording) -> Wording:
    """A wording under filters, which give no score."""
    unscored = [(Occur.Must, Wording.const_score_query(one, 0.0)) for one in filters]
    return Wording.boolean_query([(Occur.Must, meant), *unscored])
