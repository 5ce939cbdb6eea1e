"""Statements and calls of the register: by who speaks, on which theme, on which day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef

from marsad.desk.chronicles.bearers import bearer_of
from marsad.desk.chronicles.cursors import Cursor
from marsad.desk.chronicles.timeline import Line
from marsad.desk.chronicles.windows import of_kinds
from marsad.desk.entities.follow import followed_by
from marsad.desk.entities.models import Entity, Name
from marsad.desk.register.models import Citation, Entry, Kind
from marsad.desk.register.wording import writer_for
from marsad.desk.safeguards.models import Person
from marsad.text.normalise import fold

PAGE: Final = 40
KINDS: Final = (Kind.QUOTE, Kind.CALL)
# How newsrooms write one letter, folded, in the words of a statement.
_WRITTEN: Final[Mapping[str, str]] = {
    "ا": "اأإآٱ",
    "ي": "يىئ",
    "و": "وؤ",
    "ه": "هة",
    "ك": "كک",
    "a": "aàâä",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîï",
    "o": "oôö",
    "u": "uùûü",
    **{str(digit): f"{digit}{chr(0x0660 + digit)}" for digit in range(10)},
}
# Vowel signs, shadda and tatweel may stand after any letter.
_SIGNS: Final = "[\u064b-\u0655\u0670\u0640]*"
_MOST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks the list of statements for."""

    words: str = ""
    entity: Entity | None = None
    is_followed: bool = False
    since: date | None = None
    until: date | None = None
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some statements, and where the older ones begin."""

    lines: Sequence[Line]
    older: Cursor | None = None


def asked_in(asked: Any, person: Person) -> Asked:
    """Read what was asked from an address; what is not understood is left out."""
    pk = asked.get("entity", "")
    entity = None
    if pk.isascii() and pk.isdigit():
        rows: Any = Entity.objects.visible_to(person)
        entity = rows.filter(pk=int(pk)).first()
    return Asked(
        words=" ".join(asked.get("q", "").split())[:100],
        entity=entity.whole if entity else None,
        is_followed=asked.get("followed") == "1",
        since=_day(asked.get("since", "")),
        until=_day(asked.get("until", "")),
        after=Cursor.parse(asked.get("after", "")),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def statements(asked: Asked, person: Person) -> Any:
    """All statements and calls that are asked for, newest first."""
    rows: Any = Entry.objects.visible_to(person).current().filter(of_kinds(KINDS))
    if asked.entity is not None:
        rows = rows.filter(actor__in=bearer_of(asked.entity, person).name_ids)
    if asked.is_followed:
        names = Name.objects.filter(entity__in=followed_by(person))
        rows = rows.filter(actor__in=list(names.values_list("pk", flat=True)))
    if asked.since is not None:
        rows = rows.filter(day__gte=asked.since)
    if asked.until is not None:
        rows = rows.filter(day__lte=asked.until)
    # Words of withdrawn documents are not even found.
    standing = Citation.objects.filter(
        entry=OuterRef("pk"), document__withdrawn_at__isnull=True
    )
    rows = rows.filter(Exists(standing))
    for word in asked.words.split()[:_MOST_WORDS]:
        rows = rows.filter(words__iregex=pattern_of(word))
    return rows.with_sources().order_by("-day", "-id")


def page_of(asked: Asked, person: Person) -> Page:
    """One page of statements."""
    rows = statements(asked, person)
    if asked.after is not None:
        rows = rows.filter(asked.after.older(1))
    found = list(rows[: PAGE + 1])
    writer = writer_for(person, [one.fields for one in found])
    lines = [Line(one, writer.said(one.kind, one.fields)) for one in found]
    older = lines[PAGE - 1].place if len(lines) > PAGE else None
    return Page(lines[:PAGE], older)


def pattern_of(word: str) -> str:
    """A pattern that finds a word however its letters are written."""
    letters = (
        f"[{_WRITTEN[letter]}]" if letter in _WRITTEN else re.escape(letter)
        for letter in fold(word)
    )
    return _SIGNS.join(letters)
