"""A brief as a tagged PDF (PDF/UA-1), shaped and in its direction, fonts embedded."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from marsad.composing.briefs import Brief, Line, Row, Section
from marsad.composing.drawing import FONT, font_folder
from marsad.composing.outline import Outline
from marsad.composing.pages import CitedSource, Drawn, cited_sources, original
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, direction, isolated, name, plain


def print_pdf(brief: Brief, outline: Outline, drawings: Mapping[str, Drawn]) -> bytes:
    """Lay a brief out on pages; the same brief gives the same bytes."""
    template = files("marsad.composing") / "templates" / "brief.typ"
    charts = {
        name: {"svg": str(one.svg), "alternative": one.alternative}
        for name, one in drawings.items()
    }
    printed: bytes = typst.compile(
        template.read_bytes(),
        font_paths=_fonts(),
        # Words travel as data, so that no text of a source is ever run as a command.
        sys_inputs={
            "data": json.dumps(_data(brief, outline), ensure_ascii=False),
            "charts": json.dumps(charts, ensure_ascii=False),
        },
        pdf_standards="ua-1",
        timestamp=datetime.combine(_day(outline), datetime.min.time(), UTC),
    )
    return printed


@cache
def _fonts() -> typst.Fonts:
    """The shipped fonts only, so that every machine prints the same bytes."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])


def _day(outline: Outline) -> date:
    """The day of the newest report; PDF knows no year before 1."""
    return max(outline.today, date(1970, 1, 1))


def _data(brief: Brief, outline: Outline) -> dict[str, Any]:
    language = brief.language
    comma = "، " if language == "ar" else ", "
    day = _day(outline)
    return {
        "language": language,
        "rtl": direction(language) == "rtl",
        "font": [FONT, "Libertinus Serif"],
        # The same family's heavier cut has a name of its own in the file.
        "bold": f"{FONT} SmBld",
        "title": plain(brief.title),
        "drawn": isolated(brief.drawn),
        "date": [day.year, day.month, day.day],
        "marking": str(brief.marking),
        "tlp": brief.marking.name.lower().replace("_", "-"),
        "marking_why": isolated(brief.marking_why),
        "draft": phrase("draft", language),
        "draft_why": phrase("draft.why", language),
        "sources_heading": phrase("sources", language),
        "sections": [_section(one, language) for one in brief.sections],
        "sources": [_source(one, comma) for one in cited_sources(brief, outline)],
    }


def _section(section: Section, language: str) -> dict[str, Any]:
    table = section.table
    return {
        "key": section.key,
        "heading": section.heading,
        "nothing": section.nothing,
        "left_out": isolated(section.left_out),
        "chart": section.chart or "",
        "lines": [_line(line, language) for line in section.lines],
        "table": table
        and {
            "caption": isolated(table.caption),
            "columns": list(table.columns),
            "rows": [_row(row) for row in table.rows],
        },
    }


def _line(line: Line, language: str) -> dict[str, Any]:
    return {
        "text": isolated(line.pieces),
        "citations": list(line.citations),
        "heading": isolated(line.heading),
        "bound": isolated(line.bound),
        "big": isolated(line.big),
        "state": line.state,
        "notes": [isolated(note) for note in line.notes],
        "quoted": [
            {
                "text": quote.text,
                "language": quote.language,
                "citation": quote.citation,
                "note": isolated(original(quote, language)),
            }
            for quote in line.quoted
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "cells": [isolated(cell) for cell in row.cells],
        "citations": list(row.citations),
    }


def _source(one: CitedSource, comma: str) -> dict[str, Any]:
    parts: list[Pieces] = [one.outlet, one.published, name(one.title, one.language)]
    if one.reprint:
        parts.append(one.reprint)
    return {
        "line": comma.join(isolated(part) for part in parts if plain(part).strip()),
        "url": one.url,
        "passages": [
            {
                "number": passage.number,
                "language": passage.language,
                "before": passage.before,
                "quote": passage.quote,
                "after": passage.after,
            }
            for passage in one.passages
        ],
    }
