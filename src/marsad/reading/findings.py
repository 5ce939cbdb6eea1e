"""What a reader saw: the nine kinds of finding, each anchored to its words.

The kinds and their fields are those of the annotation form: quote, figure, date,
commitment, call, meeting, party, person, membership. Every finding carries its span,
the reader that produced it, a score from 0 to 1 and a line that says why.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from marsad.spans import Span


class Interval(NamedTuple):
    """A stretch of calendar days, both ends included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


class Amount(NamedTuple):
    """A quantity with its unit: an ISO 4217 code or an English singular noun."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a reader saw in a text, with the words that prove it."""

    kind: ClassVar[str] = ""

    span: Span
    reader: str
    score: float
    why: str
    # Two careful readers may differ on it: shown last, never counted on.
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Finding):
    """A mention of a state, a group of states or an organisation."""

    kind: ClassVar[str] = "party"

    canonical: str  # ISO 3166 alpha-2 for a state, else a short English name
    type: str  # state / organisation / armed_group / office
    mention: str = "name"  # name / nominal


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Finding):
    """A mention of a named person, titles left out."""

    kind: ClassVar[str] = "person"

    canonical: str
    role: str | None = None
    # The state or body that the person speaks for, where role or register tell.
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Finding):
    """A date or time expression, resolved to the days that it means."""

    kind: ClassVar[str] = "date"

    interval: Interval
    precision: str  # day / month / season / year / range


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Finding):
    """A number with its unit, its bound and what it counts."""

    kind: ClassVar[str] = "figure"

    value: float
    high: float | None = None
    bound: str = "exact"  # exact / at_least / more_than / at_most / less_than / about
    unit: str = ""
    subject: str = ""
    change: str | None = None  # decrease / increase
    as_of: str | None = None
    place: str | None = None
    baseline: float | None = None  # the value that it is compared with: "up from 45"
    per: str | None = None  # hour / day / week / month / year, of a rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Finding):
    """Words that somebody said or is reported to have said."""

    kind: ClassVar[str] = "quote"

    form: str  # direct / indirect / mixed
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    continues: Span | None = None  # the span of the quote that it goes on from
    # The state or body that the speaker speaks for, where it is known.
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Finding):
    """A clause in which a party binds itself to do something."""

    kind: ClassVar[str] = "commitment"

    party: str | None
    action: str
    amount: Amount | None = None
    due: Interval | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Finding):
    """A clause in which a party asks another to act."""

    kind: ClassVar[str] = "call"

    party: str | None
    addressee: str | None = None
    action: str = ""
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Finding):
    """The mention that best names a meeting, with its place and days."""

    kind: ClassVar[str] = "meeting"

    name: str
    city: str | None = None
    country: str | None = None
    interval: Interval | None = None
    held: str = "past"  # past / planned
    attendance: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Finding):
    """Words that count members, or say that a party joined, attended or founded."""

    kind: ClassVar[str] = "membership"

    event: str  # count / joined / attended / founded
    who: tuple[str, ...] = ()
    count: int | None = None
    as_of: str | None = None


KINDS = (
    Quote,
    Figure,
    DateMention,
    Commitment,
    Call,
    Meeting,
    Party,
    Person,
    Membership,
)
