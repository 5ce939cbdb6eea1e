"""A signal of known content, a match with its reason, and what every signal kind can do.

A signal kind is a module with one class (see ``SignalKind``); all of them stand in one
visible tuple, ``KINDS`` in ``marsad.matching.kinds``. Each brings a slow reference
(``compare``) that its fast index must agree with on every example and every property
test, and an index that many signals are searched by.

A match has a band. SAME is close enough to be put before people as the known content;
LOOK is weaker evidence (a logo, a caption, a crop), shown as such, and by itself never
enough for a referral.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Protocol

from marsad.spans import Span


class Kind(StrEnum):
    """How known content is told: by its bytes, its look, its address or its words."""

    SHA256 = "sha256"
    MD5 = "md5"
    PDQ = "pdq"
    VPDQ = "vpdq"
    URL = "url"
    URL_PATTERN = "url_pattern"
    EXACT_WORDING = "exact_wording"
    WORDING = "wording"


class Band(IntEnum):
    """How strong a likeness is; never merged, and the weaker one never acts alone."""

    LOOK = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Signal:
    """One banked sign of known content: its number in the bank, its kind, its value.

    ``value`` is canonical text: hex for hashes (64 for PDQ), frames for vPDQ, an address,
    a pattern, or the words themselves.
    """

    number: int
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why a post resembles one signal: distance, places on both sides, and the reason.

    ``distance`` is in the unit of the kind: bits for PDQ (0 to 256), share of words not
    found for wording (0 to 1), 0 for what is equal. ``ours`` are places in the post's own
    text, ``theirs`` in the banked text, pairwise; empty for pictures. ``reason`` is a code
    of ``marsad.matching.reasons`` and ``details`` its numbers, for a sentence in the
    reader's language.
    """

    number: int
    kind: Kind
    distance: float
    band: Band
    reason: str
    ours: tuple[Span, ...] = ()
    theirs: tuple[Span, ...] = ()
    details: Mapping[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A banked value, one that is met, and whether they are known to be alike."""

    banked: str
    met: str
    is_alike: bool
    why: str


class Index(Protocol):
    """Many signals of one kind, searched at once; exact by the rule of its kind.

    Numbers are those of bank entries, any 64-bit integer. What was added is found by the
    next question, what was dropped is not. Nothing is pickled: what is saved are plain
    arrays and text, which are mapped into memory when they are opened.
    """

    def __len__(self) -> int:
        """How many signals are searched."""
        ...

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more signals in: numbers and canonical values."""
        ...

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        ...

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """What each of these resembles, the nearest first; nothing is an empty tuple."""
        ...

    def save(self, folder: Path) -> None:
        """Write it down, whole or not at all."""
        ...


class SignalKind(Protocol):
    """One way in which known content is told."""

    @property
    def kind(self) -> Kind:
        """Which way this is."""
        ...

    @property
    def examples(self) -> tuple[Example, ...]:
        """Values that are alike and some that are not, with the reason."""
        ...

    def canonical(self, value: str) -> str:
        """The one form of a value; raises Unreadable saying what is wrong with it."""
        ...

    def compare(self, banked: str, met: str) -> Likeness | None:
        """The slow reference: how what is met resembles a banked value; number 0."""
        ...

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> Index:
        """An index over signals, in memory."""
        ...

    def opened(self, folder: Path) -> Index:
        """An index that was saved; raises Unreadable where it is damaged."""
        ...
