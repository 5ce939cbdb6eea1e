"""Documents and findings for tests, each finding placed by the words that it covers."""

from collections.abc import Callable
from datetime import date

from marsad.collecting.documents import Document
from marsad.reading.findings import (
    Amount,
    Commitment,
    DateMention,
    Figure,
    Finding,
    Interval,
    Meeting,
    Membership,
    Party,
    Person,
    Quote,
)
from marsad.reading.pipeline import Reading
from marsad.spans import Span

Maker = Callable[[str], Finding]


def document(
    text: str,
    *,
    named: str = "report",
    published: str = "2021-06-29",
    language: str = "ar",
    outlet: str | None = None,
) -> Document:
    """A document as a newsroom publishes it."""
    return Document(
        id=named,
        text=text,
        published=date.fromisoformat(published),
        language=language,
        outlet=outlet or f"outlet of {named}",
        url=f"https://{named}.example.org/story",
        title=text.splitlines()[0][:60],
    )


def reading(source: Document, *makers: Maker) -> Reading:
    """A document with the findings that the makers place in its text."""
    findings = sorted(
        (make(source.text) for make in makers), key=lambda one: one.span[:2]
    )
    return Reading(source, tuple(findings))


def place(text: str, words: str) -> Span:
    """The first place of some words in a text; raises ValueError where there is none."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def days(first: str, last: str | None = None) -> Interval:
    """A stretch of days by its ISO dates."""
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


def figure(
    words: str,
    value: float,
    unit: str,
    *,
    bound: str = "exact",
    change: str | None = None,
    as_of: str | None = None,
    place_name: str | None = None,
) -> Maker:
    """A figure at some words."""
    return lambda text: Figure(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        value=value,
        unit=unit,
        bound=bound,
        change=change,
        as_of=as_of,
        place=place_name,
    )


def day(words: str, interval: Interval, *, precision: str = "day") -> Maker:
    """A mention of some days."""
    return lambda text: DateMention(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        interval=interval,
        precision=precision,
    )


def quote(
    words: str, speaker_name: str, *, form: str = "direct", speaker: str | None = None
) -> Maker:
    """Words that somebody said."""
    return lambda text: Quote(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        form=form,
        speaker=place(text, speaker) if speaker else None,
        speaker_name=speaker_name,
    )


def person(
    words: str, canonical: str, *, role: str | None = None, party: str | None = None
) -> Maker:
    """A named person."""
    return lambda text: Person(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        canonical=canonical,
        role=role,
        party=party,
    )


def party(words: str, canonical: str, kind: str = "organisation") -> Maker:
    """A state or an organisation."""
    return lambda text: Party(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        canonical=canonical,
        type=kind,
    )


def membership(
    words: str, count: int, *, event: str = "count", as_of: str | None = None
) -> Maker:
    """Words that count members."""
    return lambda text: Membership(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        event=event,
        count=count,
        as_of=as_of,
    )


def commitment(
    words: str,
    party_name: str,
    *,
    amount: tuple[float, str] | None = None,
    due: Interval | None = None,
) -> Maker:
    """A clause by which a party binds itself."""
    return lambda text: Commitment(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        party=party_name,
        action="do what it promised",
        amount=Amount(*amount) if amount else None,
        due=due,
    )


def meeting(
    words: str,
    name: str,
    *,
    city: str | None = None,
    country: str | None = None,
    interval: Interval | None = None,
    held: str = "planned",
) -> Maker:
    """A meeting, held or planned."""
    return lambda text: Meeting(
        span=place(text, words),
        reader="by hand",
        score=1.0,
        why="by hand",
        name=name,
        city=city,
        country=country,
        interval=interval,
        held=held,
    )
