"""Draw a series as SVG, once for each content, and keep the drawing on the disk."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from marsad.composing.chart_style import Spec
from marsad.composing.counting import bare
from marsad.composing.drawing import to_svg, with_font
from marsad.composing.pieces import Pieces, number
from marsad.composing.series_chart import Dot, Role, Told, series_chart
from marsad.desk.indicators.expiry import is_stale
from marsad.desk.indicators.points import Page, Shown

# So many drawings of one series are kept: three languages, two widths, some past days.
_KEPT: Final = 40
_SIGNS: Final = {
    "about": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn, and the hash by which it is known."""

    spec: Spec
    folder: Path

    @property
    def hash(self) -> str:
        """The same content has the same hash, whoever asks."""
        # A newer version of the site may draw the same content in another way.
        whole = json.dumps([settings.VERSION, self.spec], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()[:32]

    def svg(self) -> bytes:
        """The drawing from the disk, or drawn now and kept there."""
        file = self.folder / f"{self.hash}.svg"
        try:
            return with_font(file.read_bytes())
        except FileNotFoundError:
            drawn = to_svg(self.spec).encode("utf-8")
        _keep(file, drawn)
        return with_font(drawn)


def drawing_of(page: Page, *, language: str, width: int, today: date) -> Drawing | None:
    """The drawing of a series in one language; None where there is nothing to draw."""
    dots = list(_dots(page, language))
    if not dots:
        return None
    latest = page.latest
    stale_from = latest.expires_on if latest else None
    spec = series_chart(
        # What is only proposed is drawn first, below what is confirmed.
        sorted(dots, key=lambda dot: (dot.role != "proposal", dot.point.moment)),
        Told(title=page.indicator.title, key=_key(page), stale=_("past its expiry")),
        language=language,
        width=width,
        stale_from=stale_from if is_stale(stale_from, today) else None,
        today=today,
    )
    return Drawing(spec, settings.CHARTS / str(page.indicator.pk))


def _dots(page: Page, language: str) -> Iterator[Dot]:
    for one in page.values:
        role: Role = "rival" if one.is_rival else "entry"
        yield Dot(one.point, role, _written(one, language))
    for one in _new(page):
        yield Dot(one.point, "proposal", _written(one, language))


def _new(page: Page) -> list[Shown]:
    """Proposals that say something which no confirmed value says, each once."""
    said = {_place(one) for one in page.values}
    proposed = {_place(one): one for one in page.proposals}
    return [one for place, one in proposed.items() if place not in said]


def _place(one: Shown) -> tuple[object, ...]:
    return one.point.value, one.point.high, one.point.moment


def _written(one: Shown, language: str) -> Pieces:
    """The number with a sign for its bound: the table beside has the words."""
    point = one.point
    figure = bare(point.value, language)
    if point.high is not None:
        figure = f"{figure}–{bare(point.high, language)}"
    sign = "%" if point.unit == "percent" else ""
    return number(f"{_SIGNS.get(point.bound, '')}{figure}{sign}")


def _key(page: Page) -> list[str]:
    """What the marks that are used mean, two of them on a line."""
    bounds = {one.point.bound for one in (*page.values, *page.proposals)}
    parts = [_("dot: a value")]
    if "about" in bounds:
        parts.append(_("ring with dashes: about"))
    if bounds - {"about", "exact"}:
        parts.append(_("arrow: an open bound"))
    if page.rivals:
        parts.append(_("red diamond: disputed"))
    if _new(page):
        parts.append(_("faint square: proposed, not confirmed"))
    return [" · ".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]


def write_whole(file: Path, drawn: bytes) -> None:
    """Write whole or not at all: two workers may draw the same at one time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
        part.write(drawn)
    os.replace(part.name, file)  # noqa: PTH105 (the name of a temporary file)


def _keep(file: Path, drawn: bytes) -> None:
    """Keep a drawing, and throw the oldest of its folder away."""
    write_whole(file, drawn)
    oldest_first = sorted(
        file.parent.glob("*.svg"), key=lambda one: one.stat().st_mtime
    )
    for old in oldest_first[:-_KEPT]:
        old.unlink(missing_ok=True)
