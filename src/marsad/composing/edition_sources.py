"""Where the citations of an edition lead: passages, numbered in the order of first use."""

from collections.abc import Iterator, Sequence
from typing import Final

from marsad.composing.calendars import day
from marsad.composing.cited_sources import CitedPassage, CitedSource
from marsad.composing.drafting import outlet_name
from marsad.composing.editions import Block, Cited, Edition, Passage
from marsad.composing.phrases import phrase
from marsad.composing.pieces import words

_WEB: Final = ("http://", "https://")
_Place = tuple[int, str, int, int]


def entries_of(block: Block) -> tuple[int, ...]:
    """Every entry that a block rests on: its own, and those of a roll's members."""
    members = block.roll.members if block.roll else ()
    named = (one.entry for one in members if one.entry is not None)
    return tuple(dict.fromkeys((*block.entries, *named)))


class Numbering:
    """Gives each passage that a language cites its number, in the order of first use."""

    def __init__(self, edition: Edition, language: str) -> None:
        self.language = language
        self.entries = edition.by_number
        self._numbers: dict[_Place, int] = {}
        self._passages: list[Passage] = []
        for block in edition.in_language(language).blocks:
            for number in entries_of(block):
                self._number(self.entries.get(number))

    def _number(self, cited: Cited | None) -> None:
        for passage in cited.passages if cited else ():
            if _place(passage) not in self._numbers:
                self._passages.append(passage)
                self._numbers[_place(passage)] = len(self._passages)

    def of(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The citations of some entries, each once."""
        found = (
            self._numbers[_place(passage)]
            for cited in self.known(numbers)
            for passage in cited.passages
        )
        return tuple(dict.fromkeys(found))

    def known(self, numbers: Sequence[int]) -> tuple[Cited, ...]:
        """Those of some entries that the edition holds."""
        return tuple(self.entries[one] for one in numbers if one in self.entries)

    def bearing(self, cited: Cited) -> int:
        """The citation that bears an entry's own words; 0 where it has no passage."""
        exact = (one for one in cited.passages if cited.words == one.quote)
        holding = (one for one in cited.passages if cited.words in one.quote)
        chosen = next(exact, None) or next(holding, None)
        passages = (chosen,) if chosen else cited.passages[:1]
        return self._numbers[_place(passages[0])] if passages else 0

    @property
    def passages(self) -> tuple[tuple[int, Passage], ...]:
        """Every passage with its number."""
        return tuple(enumerate(self._passages, 1))


def edition_sources(edition: Edition, language: str) -> tuple[CitedSource, ...]:
    """The sources that a language cites, in the order of their first citation."""
    numbering = Numbering(edition, language)
    grouped: dict[tuple[int, str], list[tuple[int, Passage]]] = {}
    for number, passage in numbering.passages:
        grouped.setdefault((passage.document, passage.sha256), []).append(
            (number, passage)
        )
    return tuple(_source(cited, language) for cited in grouped.values())


def _source(cited: Sequence[tuple[int, Passage]], language: str) -> CitedSource:
    first = cited[0][1]
    return CitedSource(
        outlet=outlet_name(first.outlet, language)
        if first.outlet
        else words(phrase("no_outlet", language)),
        published=day(first.published, language) if first.published else (),
        title=first.title,
        language=first.language,
        url=first.address if first.address.startswith(_WEB) else "",
        file="",
        sha256=first.sha256,
        reprint=(),
        passages=tuple(
            CitedPassage(number, one.language, one.before, one.quote, one.after)
            for number, one in cited
        ),
    )


def _place(passage: Passage) -> _Place:
    return passage.document, passage.sha256, passage.start, passage.end


def cited_documents(numbering: Numbering) -> Iterator[Passage]:
    """One passage of each document that is cited."""
    seen: set[tuple[int, str]] = set()
    for _, passage in numbering.passages:
        document = passage.document, passage.sha256
        if document not in seen:
            seen.add(document)
            yield passage
