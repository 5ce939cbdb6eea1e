"""A whole brief in one language: its sections in the order in which people need them."""

from collections.abc import Iterable, Sequence

from marsad.collecting.documents import Document
from marsad.composing.archive import is_public
from marsad.composing.briefs import Brief, Line, Section
from marsad.composing.calendars import day
from marsad.composing.counting import Quantity, bare
from marsad.composing.drafting import Drafter
from marsad.composing.figure_lines import FigureLines
from marsad.composing.outline import Outline
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, number, words
from marsad.composing.report_lines import ReportLines
from marsad.marking import Marking

LANGUAGES = ("ar", "en", "fr")


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
    )


def marking_of(documents: Iterable[Document]) -> Marking:
    """CLEAR where every source can be read by anybody at its address, else AMBER."""
    return Marking.CLEAR if all(map(is_public, documents)) else Marking.AMBER


def drawn(documents: Sequence[Document], language: str) -> Pieces:
    """From how many reports, of which outlets, of which days a brief is drawn."""
    days = sorted(one.published for one in documents if one.published)
    outlets = {one.outlet or one.id for one in documents}
    parts = {
        "reports": Quantity(len(documents), "report").written(
            language, is_subject=False
        ),
        "outlets": Quantity(len(outlets), "outlet").written(language),
    }
    if not days:
        return (*parts["reports"],)
    is_one_day = days[0] == days[-1]
    return said(
        "drawn.day" if is_one_day else "drawn",
        language,
        **parts,
        first=day(days[0], language),
        last=day(days[-1], language),
    )


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
    contradictions = _lines(
        figures.contradiction(one, place)
        for place, one in enumerate(outline.contradictions, 1)
    )
    headlines = _lines(
        figures.figure(one, place)
        for place, one in enumerate(outline.headlines.entries, 1)
    )
    statements = _lines(
        reports.statement(one, place)
        for place, one in enumerate(outline.statements.entries, 1)
    )
    commitments = _lines(
        reports.commitment(one, place)
        for place, one in enumerate(outline.commitments.entries, 1)
    )
    meetings = _lines(
        reports.meeting(one, place)
        for place, one in enumerate(outline.meetings.entries, 1)
    )
    members = figures.members_table(outline.members.entries)
    make = _Maker(drafter.language)
    return (
        make("contradictions", contradictions),
        make(
            "headlines", headlines, left_out=outline.headlines.left_out, chart="figures"
        ),
        Section(
            key="members",
            heading=phrase("members", drafter.language),
            lines=(),
            table=members,
            chart="members" if members else None,
            nothing="" if members else phrase("none.members", drafter.language),
        ),
        make("statements", statements, left_out=outline.statements.left_out),
        make("commitments", commitments, left_out=outline.commitments.left_out),
        make("meetings", meetings, left_out=outline.meetings.left_out),
    )


def _lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(lines)


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
