"""A brief as one self-contained page: its own style, fonts and drawings, no other host."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from marsad.collecting.documents import Document
from marsad.composing.archive import is_public, source_path
from marsad.composing.briefs import Brief, Quoted
from marsad.composing.calendars import day
from marsad.composing.citations import Citation
from marsad.composing.counting import Quantity
from marsad.composing.drafting import outlet_name
from marsad.composing.outline import Outline
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, direction, fill, number, plain, words


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart ready for a page: the drawing and the words that stand for it."""

    svg: Markup
    alternative: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that a citation leads to, with those around them."""

    number: int
    language: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source as a brief lists it, with the passages that are cited."""

    outlet: Pieces
    published: Pieces
    title: str
    language: str
    url: str
    file: str
    sha256: str
    reprint: Pieces
    passages: tuple[Passage, ...]


def page(
    brief: Brief,
    outline: Outline,
    drawings: Mapping[str, Drawn],
    languages: Sequence[str],
) -> str:
    """Write a brief as HTML."""
    language = brief.language
    return _environment().get_template("brief.html.j2").render(
        brief=brief,
        languages=languages,
        charts=drawings,
        sources=cited_sources(brief, outline),
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


def cited_sources(brief: Brief, outline: Outline) -> tuple[CitedSource, ...]:
    """The sources that a brief uses, in the order of their first citation."""
    used = _used(brief)
    passages: dict[str, list[Citation]] = {}
    for one in outline.citations:
        if one.number in used:
            passages.setdefault(one.document.id, []).append(one)
    reprints = dict(outline.register.reprints)
    documents = {one.document.id: one.document for one in outline.readings}
    return tuple(
        _source(cited, documents.get(reprints.get(document, "")), brief.language)
        for document, cited in passages.items()
    )


def _used(brief: Brief) -> set[int]:
    """The numbers of all citations that a brief shows."""
    numbers = {one for line in brief.lines for one in line.citations}
    numbers |= {quote.citation for line in brief.lines for quote in line.quoted}
    for section in brief.sections:
        for row in section.table.rows if section.table else ():
            numbers |= set(row.citations)
    return numbers


def _source(
    cited: Sequence[Citation], origin: Document | None, language: str
) -> CitedSource:
    document = cited[0].document
    credited = (origin.outlet or origin.id) if origin else ""
    return CitedSource(
        outlet=outlet_name(document.outlet, language)
        if document.outlet
        else words(phrase("no_outlet", language)),
        published=day(document.published, language) if document.published else (),
        title=document.title or "",
        language=cited[0].language,
        # An address that is no web address (a script, a file) is not made a link.
        url=(document.url or "") if is_public(document) else "",
        file=source_path(document),
        sha256=document.sha256,
        reprint=said("reprint", language, outlet=outlet_name(credited, language))
        if credited
        else (),
        passages=tuple(map(_passage, cited)),
    )


def _passage(one: Citation) -> Passage:
    text = one.document.text
    return Passage(
        number=one.number,
        language=one.language,
        before=text[one.context.start : one.span.start],
        quote=one.span.quote,
        after=text[one.span.end : one.context.end],
    )


def original(quoted: Quoted, language: str) -> Pieces:
    """The note that says whose words these are, and in which language."""
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
    return f"data:font/woff2;base64,{base64.b64encode(raw).decode('ascii')}"
