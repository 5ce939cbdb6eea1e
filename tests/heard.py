"""What the reader finds in a text, as short as tests compare it."""

from datetime import date

from marsad.collecting.documents import Document
from marsad.reading.findings import Call, Commitment, Meeting, Quote
from marsad.reading.pipeline import read


def quotes(text: str, language: str, published: date | None = None) -> list[Quote]:
    """Return the quotes of a text, in its order."""
    found = read(Document("report", text, published=published, language=language))
    return [one for one in found if isinstance(one, Quote)]


def said(
    text: str, language: str, published: date | None = None
) -> list[tuple[str, str | None]]:
    """Return the words and the speaker's words of the quotes readers would agree on."""
    return [
        (one.span.quote, one.speaker.quote if one.speaker else None)
        for one in quotes(text, language, published)
        if not one.is_doubtful
    ]


def callers(text: str, language: str) -> list[str | None]:
    """Return who calls in a text, in the order of the calls."""
    found = read(Document("report", text, published=None, language=language))
    return [one.party for one in found if isinstance(one, Call)]


def pledgers(text: str, language: str) -> list[tuple[str, str | None]]:
    """Return the words of the sure pledges in a text and whom they bind."""
    found = read(Document("report", text, published=None, language=language))
    return [
        (one.span.quote, one.party)
        for one in found
        if isinstance(one, Commitment) and not one.is_doubtful
    ]


def meetings(
    text: str, language: str, published: date | None = None
) -> list[tuple[str, str | None, date | None]]:
    """Return the words of the sure meetings in a text, their state and first day."""
    found = read(Document("report", text, published=published, language=language))
    return [
        (one.span.quote, one.country, one.interval.first if one.interval else None)
        for one in found
        if isinstance(one, Meeting) and not one.is_doubtful
    ]
