"""A brief as one self-contained page: its own style, fonts and drawings, no other host."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.composing.briefs import Brief, Quoted
from marsad.composing.cited_sources import CitedSource
from marsad.composing.counting import Quantity
from marsad.composing.illustrations import Illustrations, data_address
from marsad.composing.isolating import isolate
from marsad.composing.phrases import phrase
from marsad.composing.pieces import Piece, Pieces, direction, fill, number, plain, words

_DOT: Final = " · "


def page(
    brief: Brief,
    sources: Sequence[CitedSource],
    illustrations: Illustrations,
    languages: Sequence[str],
) -> str:
    """Write a brief as HTML."""
    language = brief.language
    return _environment().get_template("brief.html.j2").render(
        brief=brief,
        languages=languages,
        charts=illustrations.charts,
        address_of=illustrations.address_of,
        isolate=lambda text: isolate(text, language),
        sources=sources,
        comma="، " if language == "ar" else ", ",
        tlp=_tlp(brief),
        style=_style(),
        say=lambda key, **parts: _say(key, language, **parts),
        in_language=lambda quoted: plain(original(quoted, language)),
        self_name=lambda other: phrase("self", other),
    )  # fmt: skip


def entry_page(briefs: Sequence[Brief], counts: Sequence[tuple[str, int]]) -> str:
    """Write the page that a pack opens with: each language and its files."""
    return _environment().get_template("index.html.j2").render(
        briefs=briefs,
        counts=counts,
        tlp=_tlp(briefs[0]),
        style=_style(),
        say=phrase,
        count=lambda unit, value, language: Quantity(value, unit).written(language),
    )  # fmt: skip


def original(quoted: Quoted, language: str) -> Pieces:
    """The note that says whose words these are, and in which language."""
    about = _in_language(quoted, language)
    return (*quoted.speaker, Piece(_DOT), *about) if quoted.speaker else about


def _in_language(quoted: Quoted, language: str) -> Pieces:
    known = quoted.language if quoted.language in ("ar", "en", "fr") else "und"
    frame = phrase("in_words_of" if quoted.is_reported else "in_language", language)
    return fill(frame, language=words(phrase(f"language.{known}", language)))


def _say(key: str, language: str, **parts: object) -> str:
    places = {place: number(str(value)) for place, value in parts.items()}
    return plain(fill(phrase(key, language), **places))


def _tlp(brief: Brief) -> str:
    return brief.marking.name.lower().replace("_", "-")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("marsad.composing"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals.update(plain=plain, direction=direction)
    return environment


@cache
def _style() -> Markup:
    template = _environment().get_template("style.css")
    fonts = {
        name.lower(): _font(f"IBMPlexSansArabic-{name}.woff2")
        for name in ("Regular", "SemiBold")
    }
    return Markup(template.render(**fonts))  # noqa: S704


def _font(name: str) -> str:
    raw = (files("marsad.composing") / "fonts" / name).read_bytes()
    return data_address(raw, "font/woff2")
