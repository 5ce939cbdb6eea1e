"""The frozen edition of a brief, block by block, ready to be a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from marsad.composing.edition_lines import picture_path
from marsad.composing.editions import Block, Cited, Edition, Manuscript, Roll, Sort
from marsad.desk.website.drawings import dots, drawing
from marsad.desk.website.entries import Told, tell
from marsad.desk.website.holdings import Shown


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered citation: the number in this brief, and the entry behind it."""

    number: int
    told: Told


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a brief."""

    block: Block
    language: str
    sources: tuple[Source, ...] = ()
    drawing: SafeString | str = ""
    picture: str = ""
    paragraphs: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """What it is, as templates ask."""
        return str(self.block.sort.value)

    @property
    def first(self) -> Told | None:
        """The entry that it shows, of a figure, a quotation or a meeting."""
        return self.sources[0].told if self.sources else None

    @property
    def values(self) -> list[Told]:
        """Of a chart: its values, the newest first."""
        told = (one.told for one in self.sources)
        return sorted(told, key=lambda one: one.cited.day, reverse=True)

    @property
    def grouping(self) -> str:
        """Of a roll: what it is the roll of."""
        return (
            self.block.roll.grouping.get(self.language, "") if self.block.roll else ""
        )

    @property
    def members(self) -> list["Seat"]:
        """Of a roll: its members, by the day they joined."""
        return seats(self.block.roll, self.language) if self.block.roll else []


@dataclass(frozen=True, slots=True)
class Seat:
    """A member on a roll, with the length of its bar in hundredths."""

    name: str
    since: object
    share: int
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief under one heading."""

    heading: str
    key: str
    parts: list[Part] = field(default_factory=list)


def sections(shown: Shown, edition: Edition, language: str) -> list[Section]:
    """A brief in one language, in its order; what stands before the first heading too."""
    manuscript = edition.in_language(language)
    numbers = numbered(manuscript)
    entries = edition.by_number
    told = {
        number: _with_rivals(tell(entries[number], shown, language), entries, language)
        for number in numbers
        if number in entries
    }
    found = [Section("", "")]
    for block in manuscript.blocks:
        if block.sort is Sort.SECTION:
            found.append(Section(block.text, block.id))
        else:
            found[-1].parts.append(_part(block, language, numbers, told))
    return [one for one in found if one.heading or one.parts]


def numbered(manuscript: Manuscript) -> dict[int, int]:
    """Entry -> its number in this brief, in the order in which they are cited."""
    cited = (number for block in manuscript.blocks for number in block.entries)
    return {entry: place for place, entry in enumerate(dict.fromkeys(cited), start=1)}


def _part(
    block: Block, language: str, numbers: Mapping[int, int], told: Mapping[int, Told]
) -> Part:
    sources = tuple(
        Source(numbers[one], told[one]) for one in block.entries if one in told
    )
    chart: SafeString | str = ""
    if block.sort is Sort.CHART:
        chart = drawing(dots(one.told for one in sources), block.text, language)
    return Part(
        block=block,
        language=language,
        sources=sources,
        drawing=chart,
        picture=picture_path(block.media) if block.media else "",
        paragraphs=tuple(filter(None, map(str.strip, block.text.split("\n")))),
    )


def _with_rivals(one: Told, entries: Mapping[int, Cited], language: str) -> Told:
    """What disagrees, where this very release carries it as well."""
    rivals = tuple(_rivals(one, entries, language))
    return Told(one.cited, one.release, one.reader, one.text, one.language, rivals)


def _rivals(one: Told, entries: Mapping[int, Cited], language: str) -> Iterator[Told]:
    for number in one.cited.rivals:
        if (own := entries.get(number)) is not None:
            yield tell(own, one.release, language)


def seats(roll: Roll, language: str) -> list[Seat]:
    """The members of a roll, the oldest first, with bars as long as they are members."""
    known = [one.since for one in roll.members if one.since]
    first = min(known, default=roll.as_of)
    whole = max(1, (roll.as_of - first).days)
    found = [
        Seat(
            name=one.names.get(language) or next(iter(one.names.values()), ""),
            since=one.since,
            share=round(100 * (roll.as_of - one.since).days / whole)
            if one.since
            else 0,
            entry=one.entry,
        )
        for one in roll.members
    ]
    return sorted(found, key=lambda one: (one.since is None, str(one.since), one.name))
