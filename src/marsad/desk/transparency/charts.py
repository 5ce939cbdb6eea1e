"""Drawings of a report: what came of notices, what readers found, how often we were wrong."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import get_language

from marsad.composing.chart_style import INK, MAIN, Chart, Spec, frame, label
from marsad.composing.counting import bare
from marsad.composing.drawing import FONT
from marsad.composing.pieces import number, plain, words
from marsad.desk.transparency.shown import written
from marsad.desk.transparency.words import COLUMNS, HEADINGS, name_of

_WIDTH: Final = 360
_STEP: Final = 30
_QUIET: Final = "#9db3bb"


def charts(said: Mapping[str, Any]) -> dict[str, Chart]:
    """Every drawing of frozen figures, in the language that is set."""
    tables = {one["key"]: one for one in said["tables"]}
    return {name: made(tables[name]) for name, made in _MAKERS.items()}


def _bars(at: int) -> Callable[[Mapping[str, Any]], Chart]:
    """Counts of one column as bars, a total left out."""

    def made(table: Mapping[str, Any]) -> Chart:
        rows = [one for one in table["rows"] if one["of"][-1] != "total"]
        values = [
            {**_named(table, one), "value": _count(one["cells"][at])} for one in rows
        ]
        for one in values:
            one["written"] = label(number(bare(one["value"], _language())), _language())
        most = max((one["value"] for one in values), default=0)
        title = f"{HEADINGS[table['key']].title}: {COLUMNS[table['columns'][at]]}"
        told = tuple(f"{one['plain']}: {one['value']}" for one in values)
        return _chart(table["key"], title, values, told, _bar_layers(max(1, most)))

    return made


def _count(cell: Any) -> int:
    return int(cell["count"] if isinstance(cell, dict) else cell)


def _bar_layers(most: int) -> list[Spec]:
    # The number stands behind the end of its bar.
    beside: Spec = (
        {"align": "right", "dx": -6} if _is_mirrored() else {"align": "left", "dx": 6}
    )
    x = _x([0, most * 1.12], tickMinStep=1, tickCount=min(5, most))
    return [
        {
            "mark": {"type": "bar", "color": MAIN, "height": {"band": 0.62}},
            "encoding": {"y": _y(), "x": x},
        },
        {
            "mark": {**_LETTERS, **beside},
            "encoding": {"y": _y(), "x": x, "text": {"field": "written"}},
        },
    ]


def _intervals(table: Mapping[str, Any]) -> Chart:
    """Shares as points with the intervals in which they lie; of nothing there is none."""
    rows = [one for one in table["rows"] if one["cells"][0]["of"]]
    values = [
        {**_named(table, one)}
        | {part: 100 * one["cells"][0][part] for part in ("share", "low", "high")}
        for one in rows
    ]
    told = tuple(
        f"{_named(table, one)['plain']}: {plain(written(one['cells'][0]))}"
        for one in table["rows"]
    )
    title = str(HEADINGS[table["key"]].title)
    return _chart(table["key"], f"{title} (%)", values, told, _interval_layers())


def _interval_layers() -> list[Spec]:
    x = _x([0, 100], tickCount=5)
    low = {**x, "field": "low"}
    return [
        {
            "mark": {"type": "rule", "color": _QUIET, "strokeWidth": 5},
            "encoding": {"y": _y(), "x": low, "x2": {"field": "high"}},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 90, "color": MAIN},
            "encoding": {"y": _y(), "x": {**x, "field": "share"}},
        },
    ]


_LETTERS: Final[Spec] = {
    "type": "text",
    "baseline": "middle",
    "font": FONT,
    "fontSize": 12,
    "fontWeight": 600,
    "color": INK,
}


def _named(table: Mapping[str, Any], row: Mapping[str, Any]) -> Spec:
    key = row["of"][-1]
    told = name_of(table["of"][-1], key) or key
    return {"name": label(words(told), _language()), "plain": told}


def _x(domain: list[float], **ticks: int) -> Spec:
    return {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": domain, "reverse": _is_mirrored(), "nice": False},
        "axis": {"title": None, "format": "d", **ticks},
    }


def _y() -> Spec:
    return {
        "field": "name",
        "type": "nominal",
        # In the order of the table, not of the alphabet.
        "sort": None,
        "axis": {
            "title": None,
            "orient": "right" if _is_mirrored() else "left",
            "labelLimit": 360,
            "labelPadding": 8,
            "ticks": False,
        },
    }


def _chart(
    name: str, title: str, values: list[Spec], told: tuple[str, ...], layers: list[Spec]
) -> Chart:
    said = words(title)
    spec = {
        **frame(said, (), _language()),
        "data": {"values": values},
        "width": _WIDTH,
        "height": max(_STEP, _STEP * len(values)),
        "layer": layers,
    }
    return Chart(name, spec, said, told)


def _language() -> str:
    return (get_language() or "en")[:2]


def _is_mirrored() -> bool:
    return _language() == "ar"


_MAKERS: Final[Mapping[str, Callable[[Mapping[str, Any]], Chart]]] = {
    "verdicts": _bars(1),
    "outcomes": _bars(0),
    "errors": _intervals,
}
