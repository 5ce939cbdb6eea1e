"""A report as a tagged PDF (PDF/UA-1), in its language and direction, fonts embedded."""

import json
from collections.abc import Mapping
from datetime import UTC
from importlib.resources import files
from typing import Any

import typst
from django.conf import settings
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from marsad.composing.drawing import ARABIC_FONT, FONT, to_svg
from marsad.composing.isolating import isolate
from marsad.composing.pieces import Pieces, direction, isolated
from marsad.composing.printable import fonts, printable, printable_drawing
from marsad.desk.transparency.charts import charts
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.shown import ShownTable, shown


def print_pdf(report: Report, language: str) -> bytes:
    """Lay a report out on pages; the same figures give the same bytes."""
    with translation.override(language):
        said = report.said
        drawn = charts(said)
        data = _data(report, said, language)
        data["charts"] = {name: one.alternative for name, one in drawn.items()}
        pictures = {
            f"chart-{name}.svg": _drawing(one.spec) for name, one in drawn.items()
        }
    # Its hints know no set of files, which it takes all the same.
    compiled: Any = typst.compile
    template = files("marsad.desk.transparency") / "printed" / "report.typ"
    printed: bytes = compiled(
        {
            "main.typ": template.read_bytes(),
            # Words travel as data, so that no name of a category is ever run as a command.
            "report.json": printable(json.dumps(data, ensure_ascii=False)).encode(),
            **pictures,
        },
        font_paths=fonts(),
        pdf_standards="ua-1",
        # A page counts seconds, a database less than that.
        timestamp=report.made_at.replace(microsecond=0),
    )
    return printed


def _drawing(spec: Mapping[str, Any]) -> bytes:
    return printable_drawing(to_svg(dict(spec))).encode()


def _data(report: Report, said: Mapping[str, Any], language: str) -> dict[str, Any]:
    title = title_of(report)
    made = timezone.localtime(report.made_at)
    return {
        "language": language,
        "rtl": direction(language) == "rtl",
        "arabic": ARABIC_FONT,
        "font": [FONT, "Libertinus Serif"],
        "bold": f"{FONT} SmBld",
        "title": title,
        "title_shown": _isolated(title, language),
        "date": list(report.made_at.astimezone(UTC).timetuple()[:6]),
        "made": _isolated(
            _("Counted from the records on %(day)s.")
            % {"day": formats.date_format(made, "DATE_FORMAT")},
            language,
        ),
        "about": [_isolated(one, language) for one in about()],
        "hash_name": _("SHA-256 of the figures"),
        "sha256": report.sha256,
        "house": f"{_('Marsad')} {settings.VERSION}",
        "tables": [_table(one, language) for one in shown(said)],
    }


def title_of(report: Report) -> str:
    """What a report is called in the language that is set."""
    days = {
        "begins": formats.date_format(report.begins, "DATE_FORMAT"),
        "ends": formats.date_format(report.ends, "DATE_FORMAT"),
    }
    return (
        _("Referrals of online content: transparency report, %(begins)s – %(ends)s")
        % days
    )


def about() -> tuple[str, ...]:
    """What every report says of itself before its figures."""
    return (
        _(
            "A referral is a request that a platform look at a post under its own rules. The "
            "cell has no power to remove anything."
        ),
        _(
            "Every number is counted from the records of the desk; they count deeds, not "
            "persons. What is nought is shown, and no share stands without what it is of."
        ),
    )


def _table(one: ShownTable, language: str) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": _isolated(one.title, language),
        "meaning": _isolated(one.meaning, language),
        "of": list(one.of),
        "columns": list(one.columns),
        "has_share": one.has_share,
        "rows": [
            {
                "names": [_told(each) for each in row.names],
                "cells": [_told(each) for each in row.cells],
                "is_total": row.is_total,
            }
            for row in one.rows
        ],
    }


def _told(pieces: Pieces) -> str:
    return isolated(pieces)


def _isolated(text: str, language: str) -> str:
    return isolated(isolate(text, language))
