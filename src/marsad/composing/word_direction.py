"""What pandoc leaves out of a Word document that runs from right to left."""

from typing import Any, Final

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from marsad.composing.pieces import direction

# A font that every office has and that holds both scripts; nothing is embedded here.
_FONT: Final = "Arial"
# Pandoc turns the paragraphs of the text itself, and leaves those in another language
# as they are; these styles it forgets.
_LEFT_ALONE: Final = ("Title", "Subtitle", "Author", "Date", "TableCaption", "Caption")


def set_direction(document: WordFile, language: str) -> None:
    """Name the font of both scripts; turn tables, sections and styles where needed."""
    for style in document.styles.element.findall(qn("w:style")):
        properties = style.find(qn("w:rPr"))
        if properties is None:
            properties = OxmlElement("w:rPr")
            style.append(properties)
        _set_font(properties, language)
    body = document.element.body
    for restart in list(body.iter(qn("w:numRestart"))):
        # Notes are numbered through, so that a mark leads to one note only.
        restart.getparent().remove(restart)
    if direction(language) == "rtl":
        _turn_all(document)


def _turn_all(document: WordFile) -> None:
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) in _LEFT_ALONE:
            _turn(style)
    for table in document.element.body.iter(qn("w:tblPr")):
        if table.find(qn("w:bidiVisual")) is None:
            # The schema wants it right behind the style of the table.
            place = 1 if table.find(qn("w:tblStyle")) is not None else 0
            table.insert(place, OxmlElement("w:bidiVisual"))
    for section in document.element.body.iter(qn("w:sectPr")):
        if section.find(qn("w:bidi")) is None:
            section.append(OxmlElement("w:bidi"))


def _turn(style: Any) -> None:
    """Let the paragraphs of a style run from right to left."""
    properties = style.find(qn("w:pPr"))
    if properties is None:
        properties = OxmlElement("w:pPr")
        before = style.find(qn("w:rPr"))
        style.insert(list(style).index(before), properties)
    if properties.find(qn("w:bidi")) is None:
        mark = OxmlElement("w:bidi")
        later = [qn(f"w:{name}") for name in _AFTER_BIDI]
        place = next(
            (at for at, one in enumerate(properties) if one.tag in later),
            len(properties),
        )
        properties.insert(place, mark)


# What the schema of paragraph properties wants behind the mark of direction.
_AFTER_BIDI: Final = (
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
)


def _set_font(properties: Any, language: str) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    if language == "ar":
        mark = properties.find(qn("w:lang"))
        if mark is None:
            mark = OxmlElement("w:lang")
            properties.append(mark)
        mark.set(qn("w:bidi"), "ar")
