"""A brief as a tagged PDF (PDF/UA-1), shaped and in its direction, fonts embedded."""

import json
from collections.abc import Sequence
from datetime import UTC
from importlib.resources import files
from typing import Any

import typst

from marsad.composing.briefs import Brief, Line, Picture, Row, Section, Table
from marsad.composing.cited_sources import CitedSource
from marsad.composing.drawing import ARABIC_FONT, FONT
from marsad.composing.illustrations import Illustrations, as_drawing
from marsad.composing.isolating import isolate
from marsad.composing.pages import original
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, direction, isolated, name, plain
from marsad.composing.printable import fonts, printable, printable_drawing


def print_pdf(
    brief: Brief, sources: Sequence[CitedSource], illustrations: Illustrations
) -> bytes:
    """Lay a brief out on pages; the same brief gives the same bytes."""
    template = files("marsad.composing") / "templates" / "brief.typ"
    charts = {name: one.alternative for name, one in illustrations.charts.items()}
    # Its hints know no set of files, which it takes all the same.
    compiled: Any = typst.compile
    printed: bytes = compiled(
        {
            "main.typ": template.read_bytes(),
            # Words travel as data, so that no text of a source is ever run as a command.
            "brief.json": _json(_data(brief, sources)),
            "charts.json": _json(charts),
            **_drawn(brief, illustrations),
        },
        font_paths=fonts(),
        pdf_standards="ua-1",
        timestamp=brief.dated,
    )
    return printed


def _json(data: Any) -> bytes:
    return printable(json.dumps(data, ensure_ascii=False)).encode()


def _drawn(brief: Brief, illustrations: Illustrations) -> dict[str, bytes]:
    """The files of charts and pictures, by the names that the template asks for."""
    charts = illustrations.charts.items()
    drawn = {f"chart-{name}.svg": _drawing(one.svg) for name, one in charts}
    for line in brief.lines:
        if line.picture and line.picture.path:
            raw = illustrations.pictures[line.picture.sha256]
            drawn[_file(line.picture)] = as_drawing(line.picture, raw).encode()
    return drawn


def _drawing(svg: str) -> bytes:
    return printable_drawing(svg).encode()


def _file(picture: Picture) -> str:
    return f"picture-{picture.sha256[:16]}.svg" if picture.path else ""


def _data(brief: Brief, sources: Sequence[CitedSource]) -> dict[str, Any]:
    language = brief.language
    comma = "، " if language == "ar" else ", "
    moment = brief.dated.astimezone(UTC)
    face = brief.face
    return {
        "language": language,
        "rtl": direction(language) == "rtl",
        "arabic": ARABIC_FONT,
        "font": [FONT, "Libertinus Serif"],
        # The same family's heavier cut has a name of its own in the file.
        "bold": f"{FONT} SmBld",
        "title": plain(brief.title),
        "title_shown": isolated(brief.title),
        "drawn": isolated(brief.drawn),
        "summary": isolated(brief.summary),
        "foreword_heading": phrase("foreword", language),
        "foreword_note": phrase("foreword.whose", language),
        "foreword": [isolated(one) for one in brief.foreword],
        "date": list(moment.timetuple()[:6]),
        "marking": str(brief.marking),
        "tlp": brief.marking.name.lower().replace("_", "-"),
        "marking_why": isolated(brief.marking_why),
        "state": face.state,
        "face": isolated(face.short),
        "face_plain": plain(face.short),
        "face_long": isolated(face.long),
        "notices": [
            {"heading": one.heading, "text": isolated(one.text)} for one in face.notices
        ],
        "transcript": phrase("transcript", language),
        "watch": phrase("watch", language),
        "sources_heading": phrase("sources", language),
        "sections": [_section(one, language) for one in brief.sections],
        "sources": [_source(one, comma) for one in sources],
    }


def _section(section: Section, language: str) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": isolated(isolate(section.heading, language)),
        "nothing": section.nothing,
        "left_out": isolated(section.left_out),
        "chart": section.chart or "",
        "groups": [
            {"look": look, "lines": [_line(line, language) for line in lines]}
            for look, lines in section.groups
        ],
        "table": section.table and _table(section.table),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": isolated(table.caption),
        "columns": list(table.columns),
        "rows": [_row(row) for row in table.rows],
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
        "chart": line.chart,
        # The data of a chart are told by its alternative text; on paper there is no room.
        "table": None if line.chart or line.table is None else _table(line.table),
        "picture": line.picture and _picture(line.picture, language),
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


def _picture(picture: Picture, language: str) -> dict[str, Any]:
    return {
        "file": _file(picture),
        "alternative": picture.alternative,
        "credit": isolated(picture.credit),
        "address": picture.address,
        "transcript": isolated(isolate(picture.transcript, language)),
        "is_tall": picture.height > picture.width,
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
