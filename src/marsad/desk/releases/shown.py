"""A frozen edition as its pages show it: block beside block, with sources and doubts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from marsad.composing.doubts import Doubt, explain
from marsad.composing.editions import Block, Cited, Edition, Manuscript, Sort
from marsad.desk.briefs.blocks import BLOCKS
from marsad.desk.briefs.checking import Checked
from marsad.desk.briefs.models import Override

_HEADS = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Told:
    """A doubt in words, and who answered for it."""

    words: str
    doubt: Doubt
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One block in one language; no block where this language has none."""

    language: str
    block: Block | None
    entries: tuple[Cited, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def grouping(self) -> str:
        """The name of the grouping whose members it lists."""
        roll = self.block.roll if self.block else None
        return _in(roll.grouping, self.language) if roll else ""

    @property
    def members(self) -> list[str]:
        """The members that it lists, in this language."""
        roll = self.block.roll if self.block else None
        return [_in(one.names, self.language) for one in roll.members] if roll else []


@dataclass(frozen=True, slots=True)
class Row:
    """One block in all languages."""

    id: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def is_empty_head(self) -> bool:
        """Whether it is a title or summary that no language has."""
        is_head = self.id in _HEADS
        return is_head and not any(
            one.told or (one.block and one.block.text) for one in self.cells
        )

    @property
    def is_troubled(self) -> bool:
        """Whether a doubt of it is open."""
        return any(one.override is None for cell in self.cells for one in cell.told)


def rows_of(
    edition: Edition, checked: Checked | None = None, *, reader: str = "en"
) -> list[Row]:
    """Every block of an edition in all its languages, heads first."""
    told = _told(checked, reader) if checked else {}
    entries = edition.by_number
    by_language = {one.language: _blocks(one) for one in edition.manuscripts}
    rows = (
        Row(
            name,
            _label(sort, name),
            tuple(
                _cell(language, blocks.get(name), entries, told.get((language, name)))
                for language, blocks in by_language.items()
            ),
        )
        for name, sort in _order(edition.manuscripts)
    )
    return [one for one in rows if not one.is_empty_head]


def of_the_whole(checked: Checked, reader: str) -> list[Told]:
    """The doubts that concern no block: about the marking of the whole."""
    return list(_told(checked, reader).get(("", ""), ()))


def _blocks(one: Manuscript) -> dict[str, Block]:
    heads = (
        Block("title", Sort.SECTION, one.title),
        Block("summary", Sort.SECTION, one.summary),
    )
    return {block.id: block for block in (*heads, *one.blocks)}


def _order(manuscripts: Iterable[Manuscript]) -> Iterator[tuple[str, Sort]]:
    """Each block once, in the order of the first language; others' own ones after."""
    order: dict[str, Sort] = {}
    for one in manuscripts:
        for name, block in _blocks(one).items():
            order.setdefault(name, block.sort)
    return iter(order.items())


def _label(sort: Sort, name: str) -> str:
    if name in _HEADS:
        return _("Title") if name == "title" else _("Summary")
    block: Any = dict(BLOCKS)[sort.value]
    return str(block.label)


def _cell(
    language: str,
    block: Block | None,
    entries: Mapping[int, Cited],
    told: Sequence[Told] | None,
) -> Cell:
    cited = tuple(
        entries[number]
        for number in (block.entries if block else ())
        if number in entries
    )
    return Cell(language, block, cited, tuple(told or ()))


def _told(checked: Checked, reader: str) -> dict[tuple[str, str], list[Told]]:
    found: dict[tuple[str, str], list[Told]] = {}
    for one in checked.doubts:
        override = checked.overrides.get(one.key)
        told = Told(explain(one, reader), one, override)
        found.setdefault((one.language, one.block), []).append(told)
    return found


def _in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")
