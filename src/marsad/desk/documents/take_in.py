"""Take a document in: its bytes are kept already, its text and custody begin here."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from marsad.collecting.circumstances import UNKNOWN, Circumstances
from marsad.collecting.documents import Document as Text
from marsad.desk.documents.custody import note_custody
from marsad.desk.documents.models import Capture, Custody, Document, DocumentText
from marsad.desk.safeguards.acts import Actor, Worker, act, note, touch
from marsad.desk.sources.add import add
from marsad.desk.sources.models import Source
from marsad.errors import Refused, Unreadable
from marsad.marking import Marking

# Any number will do, as long as nobody else locks it.
_INTAKE_LOCK: Final = 7_261_736_165
_LONGEST_TITLE: Final = 500
# What stands at the head of a text is its title as far as a line of a list goes.
_LINE: Final = 120


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes in the content store, and the name that they came under."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is said of a document by who hands it over."""

    # From where it came: a path, an address, "uploaded".
    origin: str
    marking: Marking = Marking.GREEN
    source: Source | None = None
    # The day of publication of what does not state one.
    published: date | None = None
    # What is known better than the bytes know it: beside a file, of an address.
    said: Circumstances = UNKNOWN
    # What was taken in from here since then was taken in by this very order.
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """The document that bytes became, or that they had become before."""

    document: Document
    is_new: bool


@act("documents.take_in")
def take_in(
    original: Original,
    text: Text,
    parcel: Parcel,
    *,
    then: Callable[[Document], None],
    by: Actor,
    because: str,
) -> Taken:
    """Make a document of a text, and then what follows, whole or not at all.

    The same part of the same bytes again is a sighting of the document there is.
    """
    one_at_a_time()
    document = known(original.sha256, text.id)
    made = None if document else _make(original, text, parcel, by=by)
    document = made or document or known(original.sha256, text.id)
    if document is None:
        raise Refused(original.name, "was taken in half by another worker", "try again")
    event = Custody.Event.TAKEN_IN if made else Custody.Event.SIGHTED
    note_custody(document, event, by=by, origin=parcel.origin, because=because)
    note(origin=parcel.origin[:300], event=event.value)
    touch(document)
    if made:
        then(made)
    return Taken(document, is_new=made is not None)


def one_at_a_time() -> None:
    """Let no other intake come between, until the transaction ends."""
    # Two reports of one event that come at once must not begin two stories. SQLite has
    # one writer at a time already.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_INTAKE_LOCK])


def known(sha256: str, part: str) -> Document | None:
    """The document that these bytes became before."""
    rows = Document.objects.filter(capture__sha256=sha256, part=part[:200])
    found: Document | None = rows.first()
    return found


def is_done(document: Document, parcel: Parcel) -> bool:
    """Whether this order was carried out before it was broken off."""
    lines = document.custody.filter(
        origin=parcel.origin[:2000],
        event__in=(Custody.Event.TAKEN_IN, Custody.Event.SIGHTED),
    )
    if parcel.asked_at:
        lines = lines.filter(at__gte=parcel.asked_at)
    return lines.exists()


def completed(text: Text, parcel: Parcel) -> Text:
    """A text with what is said of it by who hands it over, ready to be read."""
    _require_storable(text.text)
    said = parcel.said
    outlet = parcel.source.name if parcel.source else said.outlet or text.outlet
    return replace(
        text,
        published=said.published or text.published or parcel.published,
        language=said.language or text.language,
        outlet=outlet,
        url=said.url or text.url,
        title=said.title or text.title or _first_line(text.text),
    )


def _make(
    original: Original, text: Text, parcel: Parcel, *, by: Actor
) -> Document | None:
    """The new rows of a document, or None where another worker was quicker."""
    capture, _ = Capture.objects.get_or_create(
        sha256=original.sha256,
        defaults={"size": original.size, "name": original.name[-300:]},
    )
    try:
        with transaction.atomic():
            document = Document.objects.create(
                capture=capture,
                part=text.id[:200],
                text_sha256=hashlib.sha256(text.text.encode()).hexdigest(),
                title=(text.title or "")[:_LONGEST_TITLE],
                language=(text.language or "")[:8],
                published=text.published,
                day=text.published or timezone.now().astimezone(UTC).date(),
                outlet=(text.outlet or "")[:200],
                address=_web_address(text.url),
                source=_source(parcel, text.outlet),
                marking=int(parcel.marking),
            )
    except IntegrityError:
        return None
    DocumentText.objects.create(document=document, text=text.text)
    return document


def _source(parcel: Parcel, outlet: str | None) -> Source | None:
    """The source that was named, or the outlet's own; a suspended one is refused."""
    source = parcel.source
    if source is None and outlet and (name := " ".join(outlet.split())[:200]):
        source = Source.objects.filter(name__iexact=name).first()
        source = source or add(
            name, by=Worker("take-in"), because="named in a document"
        )
    if source is not None and source.suspended_at:
        raise Refused(source.name, "is suspended", "resume it, or name another source")
    return source


def _web_address(url: str | None) -> str:
    """An address that may stand in a page as a link, or nothing."""
    url = (url or "").strip()
    return url[:2000] if url.lower().startswith(("http://", "https://")) else ""


def _first_line(text: str) -> str | None:
    first = next(
        (line.strip() for line in text.splitlines() if line.strip("\ufeff \t")), ""
    )
    if len(first) <= _LINE:
        return first.strip("\ufeff") or None
    return f"{first[:_LINE].rpartition(' ')[0] or first[:_LINE]}…"


def _require_storable(text: str) -> None:
    """Refuse letters that no database keeps, on every database alike."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        problem = "holds half a character (a lone surrogate)"
        raise Unreadable("the text", problem, "export it again") from None
    if "\0" in text:
        raise Unreadable("the text", "holds a character of value 0", "export it again")
