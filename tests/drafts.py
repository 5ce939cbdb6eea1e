"""Editions made out of the engine's own drafts, and by hand, to be checked."""

from datetime import date

from marsad.composing.drafting import Drafter
from marsad.composing.editions import Block, Cited, Edition, Manuscript, Passage, Sort
from marsad.composing.figure_lines import FigureLines
from marsad.composing.pieces import plain
from marsad.composing.sections import brief
from marsad.linking.entries import SAYING
from marsad.linking.indicators import Series
from marsad.linking.values import values_of
from marsad.marking import Audience, Marking
from marsad.reading.findings import Interval
from marsad.reading.goldform import finding_as_json

LANGUAGES = ("ar", "en", "fr")


def edition_of(plan):
    """The brief of an outline in three languages, its citations as entries."""
    entries = tuple(_cited(one, plan) for one in plan.citations)
    return Edition(
        kind="weekly",
        audience=Audience.WORLD,
        marking=Marking.CLEAR,
        as_of=plan.today,
        manuscripts=tuple(_manuscript(plan, language) for language in LANGUAGES),
        entries=entries,
    )


def _manuscript(plan, language):
    drafted = brief(plan, language, Marking.CLEAR)
    return Manuscript(
        language=language,
        title=plain(drafted.title),
        summary="",
        blocks=tuple(block for line in drafted.lines for block in _blocks(line)),
    )


def _blocks(line):
    """The sentence of a line, and the words that it leads to in quotation marks."""
    yield Block(line.id, Sort.STATEMENT, plain(line.pieces), line.citations)
    for place, one in enumerate(line.quoted, 1):
        # The sentence around a meeting is more than its entry cites.
        if not one.is_reported and not line.id.startswith("meeting"):
            words = f"“{one.text.strip()}”"
            yield Block(f"{line.id}-{place}", Sort.STATEMENT, words, (one.citation,))


def _cited(citation, plan):
    reading = next(
        one for one in plan.readings if one.document.id == citation.document.id
    )
    finding = next(
        one
        for one in reading.findings
        if one.span == citation.span and isinstance(one, SAYING)
    )
    value = next(
        (one for one in values_of(reading) if one.attestation.finding == finding), None
    )
    published = citation.document.published or plan.today
    days = value.moment if value else Interval(published, published)
    fields = finding_as_json(finding)
    text = citation.document.text
    return Cited(
        number=citation.number,
        version=1,
        kind=finding.kind,
        state="current",
        marking=Marking.CLEAR,
        language=citation.language,
        words=citation.span.quote,
        fields={k: v for k, v in fields.items() if k not in _OF_A_FINDING},
        day=days.first,
        until=days.last if days.last != days.first else None,
        series="|".join(part or "" for part in value.key) if value else "",
        value=value.value if value else None,
        high=value.high if value else None,
        bound=value.bound if value else "",
        unit=value.key.unit if value else "",
        series_name=_series_names(value, plan) if value else {},
        actor=_actor(citation, reading, plan),
        due_on=getattr(finding, "due", None) and finding.due.last,
        passages=(
            Passage(
                document=1,
                outlet=citation.document.outlet or "",
                title="",
                address="",
                published=citation.document.published,
                language=citation.language,
                sha256=citation.document.sha256,
                start=citation.span.start,
                end=citation.span.end,
                before=text[citation.context.start : citation.span.start],
                quote=citation.span.quote,
                after=text[citation.span.end : citation.context.end],
            ),
        ),
    )


def _series_names(value, plan):
    """What the desk's catalogue of indicators calls a series."""
    series = Series(*value.key, points=())
    return {
        one: plain(FigureLines(Drafter(plan, one)).label(series)) for one in LANGUAGES
    }


def _actor(citation, reading, plan):
    """What the desk's catalogue calls whoever speaks or promises in the words cited."""
    names = [
        getattr(one, field, None)
        for field in ("person", "speaker_name", "party")
        for one in reading.findings
        if one.span == citation.span
    ]
    name = next(filter(None, names), None)
    if name is None:
        return {}
    return {one: plain(Drafter(plan, one).names.party(name)) for one in LANGUAGES}


_OF_A_FINDING = frozenset("id kind start end surface reader score why".split())


def entry(number, words, *, language="en", kind="figure", on="2026-11-15", **more):
    """An entry of the register with one passage, read on one day."""
    day = date.fromisoformat(on)
    outlet = more.pop("outlet", "")
    marking = more.pop("marking", Marking.CLEAR)
    quote = more.pop("quote", words)
    given = {
        "number": number,
        "version": 1,
        "kind": kind,
        "state": "current",
        "marking": marking,
        "language": language,
        "words": words,
        "fields": {},
        "day": day,
        **more,
    }
    passage = Passage(
        document=number,
        outlet=outlet,
        title="",
        address="",
        published=day,
        language=language,
        sha256="",
        start=0,
        end=len(quote),
        before="",
        quote=quote,
        after="",
    )
    return Cited(passages=(passage,), **given)


def edition(language, blocks, entries, **more):
    """An edition of some blocks in one language, for everybody."""
    given = {
        "kind": "daily",
        "audience": Audience.WORLD,
        "marking": Marking.CLEAR,
        "as_of": date(2026, 11, 22),
        **more,
    }
    title = {"ar": "إحاطة إعلامية", "en": "Media brief", "fr": "Note de presse"}
    written = Manuscript(language, title[language], "", tuple(blocks))
    return Edition(manuscripts=(written,), entries=tuple(entries), **given)
