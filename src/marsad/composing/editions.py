"""An edition: what people wrote for a brief in each language, with all that it cites.

It is a value apart from any site: read from JSON and written to JSON, letter for letter
the same each time. What is checked, laid out, hashed, signed and sent is always this.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from marsad.errors import Unreadable
from marsad.marking import Audience, Marking

LANGUAGES: Final = ("ar", "en", "fr")


class Sort(StrEnum):
    """What a block of a brief is."""

    SECTION = "section"  # a heading; `text` is what it says, `key` the standing section
    STATEMENT = "statement"  # sentences, each borne by the entries
    FIGURE = "figure"  # a figure writ large, and a sentence on it
    QUOTATION = "quotation"  # the exact words of a statement, and who says them
    MEETING = "meeting"  # a meeting that was held or is to come
    CHART = "chart"  # figures of one series over time; `text` is the caption
    ROLL = "roll"  # who is a member of a grouping on a day
    IMAGE = "image"  # a picture; `text` is the caption
    VIDEO = "video"  # a film elsewhere; `text` is the caption
    REMARK = "remark"  # words that claim nothing: a greeting, a way from part to part


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source, with those around them and where exactly they stand."""

    document: int
    outlet: str
    title: str
    address: str  # a public web address, or nothing
    published: date | None
    language: str
    sha256: str  # of the document's exact text
    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry of the register as it was when the edition was made."""

    number: int
    version: int
    kind: str  # quote, figure, commitment, call, meeting, membership
    state: str  # current, retracted, merged
    marking: Marking
    language: str
    words: str
    fields: Mapping[str, Any]  # as the readers and the register write them
    day: date
    until: date | None = None
    # Who speaks, promises, calls or joins, by language; nothing where nobody is known.
    actor: Mapping[str, str] = field(default_factory=dict)
    # Every party that the fields name, by language: {"FR": {"ar": "فرنسا", ...}}.
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # Of a figure or a count of members; the name of its series by language.
    series: str = ""
    series_name: Mapping[str, str] = field(default_factory=dict)
    value: float | None = None
    high: float | None = None
    bound: str = ""
    unit: str = ""
    expires_on: date | None = None
    due_on: date | None = None
    # Of a commitment: open, due, kept, broken, withdrawn.
    outcome: str = ""
    # Entries that say otherwise and that nobody has resolved.
    rivals: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, or a film that stands elsewhere, with whom to thank and what it shows."""

    name: str  # of the file in the pack: letters, digits and hyphens
    sha256: str
    media_type: str  # image/png, image/jpeg, image/webp, image/svg+xml
    width: int
    height: int
    alternative: str
    credit: str
    licence: str
    # Of a film: where it is shown, and what is said in it.
    address: str = ""
    transcript: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a grouping on the day of a roll."""

    names: Mapping[str, str]
    since: date | None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is a member of a grouping on a day."""

    grouping: Mapping[str, str]  # its name by language
    kind: str  # coalition, line, group, small_group
    as_of: date
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a brief in one language."""

    id: str  # the same in each language of a brief
    sort: Sort
    text: str = ""
    entries: tuple[int, ...] = ()
    key: str = ""  # of a section: efforts, failures, statements, figures, ...
    media: Media | None = None
    roll: Roll | None = None
    # "" where people wrote it; "machine" while nobody has accepted a machine's draft.
    draft: str = ""
    # How it stands to the original of another language: fresh, changed, untranslated;
    # "" in the original itself.
    freshness: str = ""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What people wrote in one language."""

    language: str
    title: str
    summary: str
    blocks: tuple[Block, ...]
    # A partner's own words before ours; never a claim of the Cell.
    foreword: str = ""
    # How many blocks a partner's copy lacks because their marking forbids them.
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """A brief in all its languages, ready to be checked, laid out, sent."""

    kind: str  # daily, weekly, situational, standing
    audience: Audience
    marking: Marking
    as_of: date  # what the brief knows of: dates are relative to this day
    manuscripts: tuple[Manuscript, ...]
    entries: tuple[Cited, ...]
    topics: tuple[str, ...] = ()
    # Of a standing page: where it stands (mission, how-we-work).
    slug: str = ""
    # Given when it is released; a draft has none of them.
    number: str = ""
    released_at: datetime | None = None
    # Named partners, where it is for them alone, by their codes; and what each is called
    # in each language.
    partners: tuple[str, ...] = ()
    partner_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # The number of the release that this one corrects, and what was wrong, by language.
    corrects: str = ""
    correction: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_number(self) -> dict[int, Cited]:
        """The entries by their numbers."""
        return {one.number: one for one in self.entries}

    @property
    def is_draft(self) -> bool:
        """Whether nobody has released it."""
        return self.released_at is None

    def in_language(self, language: str) -> Manuscript:
        """What was written in a language; raises KeyError where nothing was."""
        for one in self.manuscripts:
            if one.language == language:
                return one
        raise KeyError(language)


_EDITIONS: Final = TypeAdapter(Edition)


def to_json(edition: Edition) -> bytes:
    """An edition as canonical JSON in UTF-8: sorted keys, no blanks, one way to write it."""
    plain = _EDITIONS.dump_python(edition, mode="json")
    written = json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return written.encode()


def from_json(raw: bytes) -> Edition:
    """Read an edition back; raises Unreadable where it is none."""
    try:
        return _EDITIONS.validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise Unreadable("an edition", f"{place}: {first['msg']}") from error


def sha256(edition: Edition) -> str:
    """The hash that stands for an edition: of its canonical JSON, in hexadecimal."""
    return hashlib.sha256(to_json(edition)).hexdigest()
