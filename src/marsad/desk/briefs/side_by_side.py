"""A brief in all its languages beside each other, block against block, with its doubts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.composing.doubts import Doubt, explain
from marsad.composing.editions import Block, Cited, Manuscript, Sort
from marsad.desk.briefs.checking import Checked
from marsad.desk.briefs.models import Brief, Override

# The heads of a manuscript, which doubts name like blocks.
HEADS = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Told:
    """A doubt as the page tells it, with the answer or what a partner says instead."""

    doubt: Doubt
    words: str
    override: Override | None = None
    others: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One block in one language; no block where this language has none."""

    page: Brief
    block: Block | None
    # Of its words, which are still the original's where nobody has translated them.
    language: str = ""
    entries: tuple[Cited, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def may_stand(self) -> bool:
        """Whether a person may say that it stands for the original as it is now."""
        is_behind = bool(
            self.block and self.block.freshness in ("changed", "untranslated")
        )
        return is_behind or bool(self.block and self.block.draft == "machine")

    @property
    def is_quoting(self) -> bool:
        """Whether the block shows the exact words of its entry."""
        return self.block is not None and self.block.sort is Sort.QUOTATION


@dataclass(frozen=True, slots=True)
class Row:
    """One block in all languages, the original first."""

    id: str
    number: int
    sort: Sort
    cells: tuple[Cell, ...]

    @property
    def is_troubled(self) -> bool:
        """Whether a doubt of it is still open."""
        return any(one.override is None for cell in self.cells for one in cell.told)


@dataclass(frozen=True, slots=True)
class Column:
    """One language of a brief: its page, its heads and how many blocks are behind."""

    page: Brief
    manuscript: Manuscript
    told: tuple[Told, ...] = ()
    behind: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All languages of a brief beside each other."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    # Doubts about the whole of it.
    told: tuple[Told, ...]


def comparison(checked: Checked, pages: Sequence[Brief], language: str) -> Comparison:
    """Lay the languages of a brief side by side; doubts are told in one language."""
    told = _told(checked, language)
    texts = {one.language: one for one in checked.edition.manuscripts}
    shown = [one for one in pages if one.language in texts]
    return Comparison(
        columns=tuple(
            Column(
                page=one,
                manuscript=texts[one.language],
                told=tuple(
                    t for head in HEADS for t in told.get((one.language, head), ())
                ),
                behind=_behind(texts[one.language]),
            )
            for one in shown
        ),
        rows=tuple(_rows(checked, shown, texts, told)),
        told=tuple(told.get(("", ""), ())),
    )


def _told(checked: Checked, language: str) -> dict[tuple[str, str], list[Told]]:
    found: dict[tuple[str, str], list[Told]] = {}
    for one in checked.doubts:
        others = tuple(
            checked.others[number] for number in one.entries if number in checked.others
        )
        told = Told(one, explain(one, language), checked.overrides.get(one.key), others)
        found.setdefault((one.language, one.block), []).append(told)
    return found


def _behind(manuscript: Manuscript) -> dict[str, int]:
    counts = {"changed": 0, "untranslated": 0, "machine": 0}
    for one in manuscript.blocks:
        if one.draft == "machine":
            counts["machine"] += 1
        elif one.freshness in counts:
            counts[one.freshness] += 1
    return {state: count for state, count in counts.items() if count}


def _rows(
    checked: Checked,
    pages: Sequence[Brief],
    texts: Mapping[str, Manuscript],
    told: Mapping[tuple[str, str], Sequence[Told]],
) -> Iterator[Row]:
    blocks = {
        language: {one.id: one for one in text.blocks}
        for language, text in texts.items()
    }
    entries = checked.edition.by_number
    for number, name in enumerate(_order(texts[one.language] for one in pages), 1):
        versions = [blocks[one.language].get(name) for one in pages]
        cells = tuple(
            _cell(page, block, versions[0], entries, told)
            for page, block in zip(pages, versions, strict=True)
        )
        sort = next(one.block.sort for one in cells if one.block)
        yield Row(name, number, sort, cells)


def _order(texts: Iterable[Manuscript]) -> list[str]:
    """The blocks in the order of the original; what only others have, after its fellow."""
    order: list[str] = []
    for text in texts:
        place = 0
        for block in text.blocks:
            if block.id in order:
                place = order.index(block.id) + 1
            else:
                order.insert(place, block.id)
                place += 1
    return order


def _cell(
    page: Brief,
    block: Block | None,
    original: Block | None,
    entries: Mapping[int, Cited],
    told: Mapping[tuple[str, str], Sequence[Told]],
) -> Cell:
    if block is None:
        return Cell(page, None)
    is_copy = original is not None and original.text == block.text
    return Cell(
        page=page,
        block=block,
        language=page.original if is_copy else page.language,
        entries=tuple(entries[one] for one in block.entries if one in entries),
        told=tuple(told.get((page.language, block.id), ())),
    )
