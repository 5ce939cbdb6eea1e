"""Doubts about a draft: what the support check found, where, and the way out."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from marsad.composing.counting import table
from marsad.composing.editions import Block, Cited
from marsad.composing.pieces import Piece, Pieces, fill, isolated

# Longer words of a draft are cut short in an explanation.
_LONGEST: Final = 120
_SPACE: Final = "\u00a0"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Code(StrEnum):
    """What is wrong with a draft."""

    UNCITED = "uncited"  # a fact, and no entry that bears it
    UNKNOWN_ENTRY = "unknown_entry"  # an entry that the edition does not hold
    RETRACTED = "retracted"  # an entry that was retracted or merged into another
    EXPIRED = "expired"  # an entry that is no longer to be used
    CONTRADICTED = "contradicted"  # an entry against which another stands, unresolved
    MARKING = "marking"  # an entry that this audience may not read
    NUMBER = "number"  # a number, bound or day that no entry of the block bears
    QUOTATION = "quotation"  # words in quotation marks that no source has
    NAME = "name"  # somebody of whom no entry of the block speaks
    FACT_IN_REMARK = "fact_in_remark"  # a block that claims nothing, and does
    REPORTED_AS_SAID = "reported_as_said"  # reported speech, shown as exact words
    NO_ALTERNATIVE = "no_alternative"  # a picture without words for who cannot see it
    NO_CREDIT = "no_credit"  # a picture without whom to thank
    NO_LICENCE = "no_licence"  # a picture of which nobody says that it may be used
    MACHINE_DRAFT = "machine_draft"  # a machine's words that nobody has accepted
    UNTRANSLATED = "untranslated"  # a block that another language has, and this not
    CHANGED_ORIGINAL = "changed_original"  # a translation older than its original
    ONE_MESSAGE = "one_message"  # a partner says otherwise
    EMPTY = "empty"  # no words where words belong


# A named person may answer for these with a reason; all others have to be fixed.
_ANSWERABLE: Final = frozenset(
    (
        Code.UNCITED,
        Code.NUMBER,
        Code.NAME,
        Code.EXPIRED,
        Code.CONTRADICTED,
        Code.ONE_MESSAGE,
        Code.CHANGED_ORIGINAL,
        Code.FACT_IN_REMARK,
        Code.REPORTED_AS_SAID,
        Code.NO_LICENCE,
    )
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that stands between a draft and its release."""

    code: Code
    language: str
    block: str  # its id; "title" and "summary" stand for the heads of a manuscript
    words: str  # the words of the draft that it concerns, perhaps none
    entries: tuple[int, ...] = ()  # the entries concerned, by number
    # What the explanation says: wrote="99", holds="98"; `case` tells one sort of a
    # code from another (bound, day).
    details: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    # Stands for the doubt, the text of its block and its entries as they are: where
    # one of them changes, the key is another, and what was overridden is open again.
    key: str = ""

    @property
    def may_be_overridden(self) -> bool:
        """Whether a named person may answer for it with a reason, or has to fix it."""
        return self.code in _ANSWERABLE


def doubt_of(
    code: Code,
    language: str,
    block: Block,
    *,
    words: str = "",
    entries: Iterable[Cited] = (),
    details: Mapping[str, str] | None = None,
) -> Doubt:
    """A doubt about a block, with the key that stands for it."""
    cited, said = tuple(entries), dict(details or {})
    return Doubt(
        code=code,
        language=language,
        block=block.id,
        words=words,
        entries=tuple(one.number for one in cited),
        details=said,
        key=_key(code, language, block, cited, {**said, "words": words}),
    )


def _key(
    code: Code,
    language: str,
    block: Block,
    entries: Iterable[Cited],
    said: Mapping[str, str],
) -> str:
    """Stand for a doubt: the same while block, entries and words are the same."""
    media = asdict(block.media) if block.media else None
    told = [
        code.value,
        language,
        block.id,
        block.text,
        block.draft,
        block.freshness,
        media,
        list(block.entries),
        sorted((one.number, one.version) for one in entries),
        said,
    ]
    written = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]


def explain(doubt: Doubt, language: str) -> str:
    """Say in one sentence what is wrong and the way out; numbers and names isolated."""
    rows = _explanations()
    case = doubt.details.get("case", "")
    is_borne_by_none = doubt.code is Code.NUMBER and not doubt.entries
    sort = "nowhere" if is_borne_by_none and case != "weekday" else case
    row = rows.get(f"{doubt.code}.{sort}") or rows[doubt.code.value]
    frame = _typeset(row[language]) if language == "fr" else row[language]
    return isolated(fill(frame, **_places(doubt)))


def _typeset(french: str) -> str:
    """French with the blanks that never break inside its marks, before its double signs."""
    for sign in (" :", " ;", " »", "« "):
        french = french.replace(sign, sign.replace(" ", _SPACE))
    return french


def _places(doubt: Doubt) -> dict[str, Pieces]:
    numbers = ", ".join(str(number) for number in doubt.entries)
    places = {name: _piece(value) for name, value in doubt.details.items()}
    return {
        "holds": (),
        **places,
        "words": _piece(_short(doubt.words)),
        "entries": (Piece(numbers, "number"),) if numbers else (),
    }


def _short(words: str) -> str:
    """Words that fit into a sentence."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _piece(value: str) -> Pieces:
    is_number = bool(value) and not any(one.isalpha() for one in value)
    return (Piece(value, "number" if is_number else "name"),) if value else ()


@cache
def _explanations() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in table("doubts")}
