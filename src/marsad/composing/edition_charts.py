"""The charts of an edition, drawn from the figures that it cites and kept by content."""

import hashlib
import json
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from marsad.composing.calendars import named
from marsad.composing.chart_style import Chart, Spec
from marsad.composing.counting import bare
from marsad.composing.drawing import to_png, to_svg
from marsad.composing.edition_lines import chart_names, in_language
from marsad.composing.editions import Block, Cited, Edition, Sort
from marsad.composing.figures_written import moment, written
from marsad.composing.illustrations import Drawn
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Pieces, number, plain, words
from marsad.composing.series_chart import Dot, Told, series_chart
from marsad.linking.indicators import Point

# Eight charts in three languages of the last few editions, some 100 KB each.
_KEPT: Final = 64
_SIGNS: Final = {
    "about": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
}


def edition_charts(edition: Edition, language: str) -> tuple[Chart, ...]:
    """Every chart of a language that has at least one figure to show."""
    names = chart_names(edition)
    charts = []
    for block in edition.in_language(language).blocks:
        cited = _valued(edition, block) if block.sort is Sort.CHART else []
        if cited:
            charts.append(_chart(names[block.id], block, cited, edition, language))
    return tuple(charts)


def draw_kept(spec: Spec, folder: Path | None) -> tuple[str, bytes]:
    """A drawing as SVG and PNG, from what was kept or drawn now."""
    written_spec = json.dumps(spec, sort_keys=True, ensure_ascii=False)
    return _draw(written_spec, folder)


def drawn(chart: Chart, folder: Path | None = None) -> Drawn:
    """A chart ready to be laid out; ``folder`` keeps drawings from run to run."""
    svg, png = draw_kept(chart.spec, folder)
    return Drawn(svg, png, chart.alternative)


@lru_cache(maxsize=_KEPT)
def _draw(spec: str, folder: Path | None) -> tuple[str, bytes]:
    if folder is None:
        svg = to_svg(json.loads(spec))
        return svg, to_png(svg)
    # A newer version may draw the same content in another way.
    whole = f"{version('marsad')}\n{spec}".encode()
    stem = hashlib.sha256(whole).hexdigest()[:32]
    return _kept(folder, stem, json.loads(spec))


def _kept(folder: Path, stem: str, spec: Spec) -> tuple[str, bytes]:
    svg_file, png_file = folder / f"{stem}.svg", folder / f"{stem}.png"
    try:
        return svg_file.read_text("utf-8"), png_file.read_bytes()
    except FileNotFoundError:
        svg = to_svg(spec)
        png = to_png(svg)
    _keep(svg_file, svg.encode())
    _keep(png_file, png)
    return svg, png


def _keep(file: Path, raw: bytes) -> None:
    """Write whole or not at all: two workers may draw the same at one time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
        part.write(raw)
    os.replace(part.name, file)  # noqa: PTH105 (the name of a temporary file)


def _valued(edition: Edition, block: Block) -> list[Cited]:
    known = (edition.by_number.get(number) for number in block.entries)
    valued = [one for one in known if one is not None and one.value is not None]
    return sorted(valued, key=lambda one: (moment(one).last, one.number))


def _chart(
    name: str, block: Block, cited: Sequence[Cited], edition: Edition, language: str
) -> Chart:
    latest = cited[-1]
    stale = latest.expires_on
    title = in_language(latest.series_name, language) or block.text
    spec = series_chart(
        [_dot(one, language) for one in cited],
        Told(
            title=title,
            key=_key(cited, language),
            stale=phrase("chart.stale", language),
        ),
        language=language,
        stale_from=stale if stale and stale < edition.as_of else None,
        today=edition.as_of,
    )
    told = tuple(_told(one, language) for one in cited)
    return Chart(name, spec, words(title), told)


def _dot(cited: Cited, language: str) -> Dot:
    point = Point(
        value=cited.value or 0.0,
        high=cited.high,
        bound=cited.bound or "exact",
        unit=cited.unit,
        change=None,
        moment=moment(cited),
        attestations=(),
    )
    return Dot(point, "rival" if cited.rivals else "entry", _signed(cited, language))


def _signed(cited: Cited, language: str) -> Pieces:
    """The number with a sign for its bound: the data beside it has the words."""
    figure = bare(cited.value or 0.0, language)
    if cited.high is not None:
        figure = f"{figure}–{bare(cited.high, language)}"
    sign = "%" if cited.unit == "percent" else ""
    return number(f"{_SIGNS.get(cited.bound, '')}{figure}{sign}")


def _told(cited: Cited, language: str) -> str:
    moment_of_it = plain(named(moment(cited), language))
    figure = plain(written(cited, language).whole)
    disputed = f" ({phrase('chart.disputed', language)})" if cited.rivals else ""
    return f"{moment_of_it}: {figure}{disputed}"


def _key(cited: Sequence[Cited], language: str) -> list[str]:
    """What the marks that are used mean, two of them on a line."""
    bounds = {one.bound or "exact" for one in cited}
    kinds = ["exact"]
    kinds += ["about"] if "about" in bounds else []
    kinds += ["open"] if bounds - {"about", "exact"} else []
    kinds += ["disputed"] if any(one.rivals for one in cited) else []
    if kinds == ["exact"]:
        return []
    parts = [phrase(f"chart.key.{kind}", language) for kind in kinds]
    return [" · ".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]
