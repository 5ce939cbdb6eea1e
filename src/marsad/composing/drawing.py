"""Specifications of charts to SVG and PNG, with the fonts that are shipped here."""

import base64
from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

import vl_convert

# Twice the size on screen, so that print and sharp screens get clean letters.
_SCALE: Final = 2.0

FONT: Final = "IBM Plex Sans Arabic"
# For Arabic on paper: no ligature, so that words can be copied out again.
ARABIC_FONT: Final = "Noto Naskh Arabic"

_KEEP_OPEN: Final = ExitStack()


def to_svg(spec: dict[str, Any]) -> str:
    """The drawing as SVG with its letters as text."""
    _know_fonts()
    return str(vl_convert.vegalite_to_svg(spec))


def to_png(svg: str, *, scale: float = _SCALE) -> bytes:
    """The same drawing as a picture."""
    _know_fonts()
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def with_font(svg: bytes) -> bytes:
    """A picture in a page sees none of its fonts, so the drawing carries its own."""
    return svg.replace(b">", b">" + _font_style(), 1)


@cache
def _font_style() -> bytes:
    font = (font_folder() / "IBMPlexSansArabic-Regular.woff2").read_bytes()
    encoded = base64.b64encode(font).decode()
    return (
        f'<style>@font-face{{font-family:"{FONT}";font-weight:400 600;'
        f'src:url("data:font/woff2;base64,{encoded}")}}'
        f'text{{font-family:"{FONT}","Noto Sans Arabic",sans-serif}}</style>'
    ).encode()


@cache
def font_folder() -> Path:
    """The folder of the fonts that are shipped with the package."""
    return _KEEP_OPEN.enter_context(as_file(files("marsad.composing") / "fonts"))


@cache
def _know_fonts() -> None:
    vl_convert.register_font_directory(str(font_folder()))
