"""A whole brief in one language: its sections in the order in which people need them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Final, TypeVar

from marsad.collecting.documents import Document
from marsad.composing.archive import is_public
from marsad.composing.briefs import Brief, Face, Line, Section, Table
from marsad.composing.counting import bare
from marsad.composing.drafting import Drafter
from marsad.composing.figure_lines import FigureLines
from marsad.composing.outline import Outline
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, number, words
from marsad.composing.provenance import drawn_from
from marsad.composing.report_lines import ReportLines
from marsad.marking import Marking

LANGUAGES = ("ar", "en", "fr")
# PDF knows no year before 1, and reports without any day have none.
_EPOCH: Final = date(1980, 1, 1)


def brief(outline: Outline, language: str, marking: Marking) -> Brief:
    """Write the brief of an outline in one language."""
    drafter = Drafter(outline, language)
    documents = [reading.document for reading in outline.readings]
    return Brief(
        language=language,
        title=_title(drafter, outline.body),
        drawn=drawn(documents, language),
        marking=marking,
        marking_why=_why(marking, documents, language),
        sections=_sections(drafter, outline),
        face=Face(
            state="draft",
            short=words(phrase("draft", language)),
            long=words(phrase("draft.why", language)),
        ),
        # Nothing to do with when it is written: the day of the newest report.
        dated=datetime.combine(max(outline.today, _EPOCH), time(), UTC),
    )


def marking_of(documents: Iterable[Document]) -> Marking:
    """CLEAR where every source can be read by anybody at its address, else AMBER."""
    return Marking.CLEAR if all(map(is_public, documents)) else Marking.AMBER


def drawn(documents: Sequence[Document], language: str) -> Pieces:
    """From how many reports, of which outlets, of which days a brief is drawn."""
    days = [one.published for one in documents if one.published]
    outlets = {one.outlet or one.id for one in documents}
    return drawn_from(len(documents), outlets, days, language)


def _title(drafter: Drafter, body: str | None) -> Pieces:
    if body is None:
        return words(phrase("title", drafter.language))
    return said("title.body", drafter.language, body=drafter.names.party(body))


def _why(marking: Marking, documents: Iterable[Document], language: str) -> Pieces:
    if marking is Marking.CLEAR:
        return words(phrase("marking.clear", language))
    private = sum(not is_public(one) for one in documents)
    return said("marking.amber", language, count=number(bare(private, language)))


def _sections(drafter: Drafter, outline: Outline) -> tuple[Section, ...]:
    figures, reports = FigureLines(drafter), ReportLines(drafter)
    make = _Maker(drafter.language)
    headlines, statements = outline.headlines, outline.statements
    commitments, meetings = outline.commitments, outline.meetings
    return (
        make("contradictions", _each(figures.contradiction, outline.contradictions)),
        make(
            "headlines",
            _each(figures.figure, headlines.entries),
            left_out=headlines.left_out,
            chart="figures",
        ),
        _members(figures.members_table(outline.members.entries), drafter.language),
        make(
            "statements",
            _each(reports.statement, statements.entries),
            left_out=statements.left_out,
        ),
        make(
            "commitments",
            _each(reports.commitment, commitments.entries),
            left_out=commitments.left_out,
        ),
        make(
            "meetings",
            _each(reports.meeting, meetings.entries),
            left_out=meetings.left_out,
        ),
    )


_Entry = TypeVar("_Entry")


def _each(
    draft: Callable[[_Entry, int], Line], entries: Iterable[_Entry]
) -> tuple[Line, ...]:
    """A line for each entry, numbered from one."""
    return tuple(draft(entry, place) for place, entry in enumerate(entries, 1))


def _members(table: Table | None, language: str) -> Section:
    return Section(
        key="members",
        heading=phrase("members", language),
        lines=(),
        table=table,
        chart="members" if table else None,
        nothing="" if table else phrase("none.members", language),
    )


class _Maker:
    """Makes a section with its heading, and says so where it is empty or cut."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(
        self,
        key: str,
        lines: tuple[Line, ...],
        *,
        left_out: int = 0,
        chart: str | None = None,
    ) -> Section:
        language = self._language
        rest = said("left_out", language, count=number(bare(left_out, language)))
        return Section(
            key=key,
            heading=phrase(key, language),
            lines=lines,
            chart=chart if lines else None,
            nothing="" if lines else phrase(f"none.{key}", language),
            left_out=rest if left_out else (),
        )
