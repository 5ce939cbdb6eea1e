"""The sources of a drafted brief, in the order of their first citation."""

from collections.abc import Sequence

from marsad.collecting.documents import Document
from marsad.composing.archive import is_public, source_path
from marsad.composing.briefs import Brief
from marsad.composing.calendars import day
from marsad.composing.citations import Citation
from marsad.composing.cited_sources import CitedPassage, CitedSource, cited_numbers
from marsad.composing.drafting import outlet_name
from marsad.composing.outline import Outline
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import words


def drafted_sources(brief: Brief, outline: Outline) -> tuple[CitedSource, ...]:
    """The sources that a drafted brief uses, in the order of their first citation."""
    used = cited_numbers(brief)
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


def _passage(one: Citation) -> CitedPassage:
    text = one.document.text
    return CitedPassage(
        number=one.number,
        language=one.language,
        before=text[one.context.start : one.span.start],
        quote=one.span.quote,
        after=text[one.span.end : one.context.end],
    )
