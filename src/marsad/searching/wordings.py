"""A question as tantivy's query, built of terms: nothing typed is ever read as syntax."""

from typing import Final

from tantivy import Occur, Query, Schema, Searcher

from marsad.searching.fields import BODY, FORMS, SINGULARS, TITLE
from marsad.searching.keys import Key
from marsad.searching.questions import Question, Term

_IN_TITLE: Final = 3.0
# Found by the singular of what was asked or what is written.
_BY_SINGULAR: Final = 0.4
# Of the words that go on from a beginning, so many in each field.
_MOST_GOING_ON: Final = 64


def wording(
    asked: Question, schema: Schema, searcher: Searcher, *, least: int
) -> Query:
    """What finds the records that have at least so many of the wanted terms."""
    wanted = [(Occur.Should, _found(one, schema, searcher)) for one in asked.wanted]
    unwanted = [
        (Occur.MustNot, _found(one, schema, searcher)) for one in asked.unwanted
    ]
    if not wanted:
        return Query.boolean_query([(Occur.Must, Query.all_query()), *unwanted])
    if least == len(wanted):
        wanted = [(Occur.Must, one) for _, one in wanted]
    has_enough = Query.boolean_query(wanted)
    return Query.boolean_query([(Occur.Must, has_enough), *unwanted])


def _found(term: Term, schema: Schema, searcher: Searcher) -> Query:
    if len(term.keys) > 1:
        return _phrase(term, schema)
    if term.is_exact:
        return _any([_in_texts(schema, term.keys[0].stem)])
    ways = _word(term.keys[0], schema)
    if term.is_begun:
        ways += _going_on(term.starts, schema, searcher)
    return _any(ways)


def _any(ways: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, way) for way in ways])


def _phrase(term: Term, schema: Schema) -> Query:
    words: list[str | tuple[int, str]] = [key.stem for key in term.keys]
    title = Query.phrase_query(schema, TITLE, words)
    body = Query.phrase_query(schema, BODY, words)
    return _any([Query.boost_query(title, _IN_TITLE), body])


def _word(key: Key, schema: Schema) -> list[Query]:
    stems = (key.stem, *key.singulars)
    by_singular = [_in_texts(schema, one) for one in key.singulars]
    by_singular += [Query.term_query(schema, SINGULARS, one) for one in stems]
    weaker = [Query.boost_query(one, _BY_SINGULAR) for one in by_singular]
    return [_in_texts(schema, key.stem), *weaker]


def _in_texts(schema: Schema, stem: str) -> Query:
    title = Query.term_query(schema, TITLE, stem)
    body = Query.term_query(schema, BODY, stem)
    return _any([Query.boost_query(title, _IN_TITLE), body])


def _going_on(
    starts: tuple[str, ...], schema: Schema, searcher: Searcher
) -> list[Query]:
    """The words of the index that go on from a beginning, in alphabetical order."""
    ways = []
    for field in (TITLE, BODY, FORMS):
        for start in starts:
            found = searcher.terms_with_prefix(field, start, limit=_MOST_GOING_ON)
            words = [word for word, _ in found]
            ways.append(Query.term_set_query(schema, field, words))
    return ways
