"""Files of a report, drawn once for its figures and kept on the disk."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation

from marsad.composing.chart_style import Chart
from marsad.desk.exports.tables import Column, as_csv
from marsad.desk.indicators.charts import Drawing, write_whole
from marsad.desk.transparency.charts import charts
from marsad.desk.transparency.models import Report
from marsad.desk.transparency.printing import print_pdf
from marsad.desk.transparency.shown import tidy

COLUMNS = (
    Column("table", lambda one: one[0]),
    Column("row", lambda one: one[1]),
    Column("column", lambda one: one[2]),
    Column("value", lambda one: one[3]),
)


def pdf_of(report: Report, language: str) -> bytes:
    """The report as a PDF in a language."""
    file = _folder(report) / f"{settings.VERSION}-{report.sha256[:32]}-{language}.pdf"
    try:
        return file.read_bytes()
    except FileNotFoundError:
        printed = print_pdf(report, language)
    write_whole(file, printed)
    return printed


def csv_of(report: Report) -> bytes:
    """The figures as lines of table, row, column and value."""
    return b"".join(as_csv(COLUMNS, tidy(report.said)))


def drawings_of(said: Mapping[str, Any], language: str) -> dict[str, Chart]:
    """The drawings of a report by their tables."""
    with translation.override(language):
        return charts(said)


def drawing_of(report: Report, name: str, language: str) -> bytes | None:
    """A drawing of a report as SVG; None where it has none of this name."""
    chart = drawings_of(report.said, language).get(name)
    return None if chart is None else Drawing(chart.spec, _folder(report)).svg()


def _folder(report: Report) -> Path:
    return Path(settings.CHARTS) / "transparency" / str(report.pk)
