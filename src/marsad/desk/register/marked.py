"""A document's text with its findings marked, ready for a page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from marsad.desk.register.models import ENTERED, Finding, Kind
from marsad.desk.register.segments import Paragraph, Place, Segment, paragraphs

# A sign for each kind: colour alone tells nothing to who does not see it.
SIGNS: Final[Mapping[str, str]] = {
    Kind.QUOTE: "❝",
    Kind.FIGURE: "#",
    Kind.COMMITMENT: "◆",
    Kind.CALL: "!",
    Kind.MEETING: "@",
    Kind.MEMBERSHIP: "+",
    Kind.PARTY: "○",
    Kind.PERSON: "●",
    Kind.DATE: "∷",
}
_BREAK: Final = mark_safe("\n")


def marked(text: str, findings: Iterable[Finding]) -> SafeString:
    """Every paragraph of a text, its findings marked and known by their numbers."""
    known = {one.pk: one for one in findings}
    places = [Place(one.pk, one.start, one.end) for one in known.values()]
    lines = (
        (_paragraph(line, known),)
        for line in paragraphs(text, places)
        if not line.is_blank
    )
    return format_html_join(_BREAK, "{}", lines)


def _paragraph(line: Paragraph, known: Mapping[int, Finding]) -> SafeString:
    pieces = ((_piece(piece, known),) for piece in line.segments)
    return format_html("<p>{}</p>", format_html_join("", "{}", pieces))


def _piece(piece: Segment, known: Mapping[int, Finding]) -> str | SafeString:
    if not piece.covered_by:
        return piece.text
    over = [known[one.number] for one in piece.covered_by]
    begun = [known[one.number] for one in piece.begins]
    signs = "".join(SIGNS[one.kind] for one in begun if one.kind in ENTERED)
    beginning = format_html(' id="at-{}"', piece.start) if begun else ""
    sign = format_html(' data-signs="{}"', signs) if signs else ""
    return format_html(
        '<mark{}{} class="{}" data-findings="{}">{}</mark>',
        beginning,
        sign,
        " ".join(_classes(over)),
        " ".join(str(one.pk) for one in over),
        piece.text,
    )


def _classes(over: Sequence[Finding]) -> list[str]:
    """How a piece looks: as the innermost finding that can be entered, mentions fainter.

    What lies around that one keeps its line, so that both are seen.
    """
    entered = [one for one in over if one.kind in ENTERED]
    shown = entered[-1] if entered else over[-1]
    around = sorted({f"in-{one.kind}" for one in entered[:-1]} - {f"in-{shown.kind}"})
    mention = [] if over[-1].kind in ENTERED else ["mention"]
    return [f"k-{shown.kind}", f"s-{shown.status}", *mention, *around]
