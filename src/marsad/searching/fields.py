"""The fields of the index: what of a record is found, filtered, counted and ordered."""

from datetime import date
from typing import Final
from zlib import crc32

from tantivy import Document, Schema, SchemaBuilder

from marsad.searching.keys import KEYS, pieces
from marsad.searching.records import Record

# Raise it with every change of a field: an index of other fields is refused.
FIELDS: Final = 1
VERSION: Final = f"fields {FIELDS}, keys {KEYS}"

KINDS, SOURCES, PARTIES, LANGUAGES = "kind", "source", "party", "language"
LABELS: Final = (KINDS, SOURCES, PARTIES, LANGUAGES)
MONTH, MARKING, RANK, KEY = "month", "marking", "rank", "key"
TITLE, BODY, SINGULARS, FORMS = "title", "body", "singulars", "forms"
_NO_WORDS: Final = ((), (), ())
# The day and then a number of the record's own order all records, each in one place.
ONE_DAY: Final = 1 << 32


def schema() -> Schema:
    """The fields as tantivy wants them; the words are keys already, parted by spaces."""
    builder = SchemaBuilder()
    builder.add_text_field(KEY, stored=True, tokenizer_name="raw", index_option="basic")
    for label in LABELS:
        builder.add_text_field(
            label, fast=True, tokenizer_name="raw", index_option="basic"
        )
    for number in (MONTH, MARKING, RANK):
        builder.add_unsigned_field(number, indexed=number == MARKING, fast=True)
    for text in (TITLE, BODY):
        builder.add_text_field(text, tokenizer_name="whitespace")
    for words in (SINGULARS, FORMS):
        builder.add_text_field(words, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def document(record: Record) -> Document:
    """A record as tantivy keeps it: keys and labels, of the texts nothing."""
    made = Document()
    made.add_text(KEY, plain(record.key))
    made.add_text(KINDS, plain(record.kind))
    made.add_text(LANGUAGES, plain(record.language))
    if record.source:
        made.add_text(SOURCES, plain(record.source))
    for party in dict.fromkeys(record.parties):
        made.add_text(PARTIES, plain(party))
    made.add_unsigned(MARKING, record.marking)
    made.add_unsigned(
        RANK, rank(record.day) + crc32(record.key.encode("utf-8", "replace"))
    )
    if record.day:
        made.add_unsigned(MONTH, record.day.year * 100 + record.day.month)
    _add_words(made, record)
    return made


def _add_words(made: Document, record: Record) -> None:
    for name, text in ((TITLE, record.title), (BODY, record.body)):
        # Columns rather than rows: a long text is put together in a third of the time.
        stems, singulars, forms = tuple(zip(*pieces(text), strict=True)) or _NO_WORDS
        made.add_text(name, " ".join(stems))
        made.add_text(SINGULARS, " ".join(filter(None, singulars)))
        made.add_text(FORMS, " ".join(filter(None, forms)))


def rank(day: date | None) -> int:
    """Where a day's records begin in the order of time; the undated come before all."""
    return day.toordinal() * ONE_DAY if day else 0


def plain(label: str) -> str:
    """A label without the lone halves of signs, which tantivy's Unicode does not know."""
    return label.encode("utf-8", "replace").decode("utf-8")
