"""A line of a release, with the numbers and names by which it is known elsewhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from marsad.collecting.documents import Document
from marsad.linking.sounds import name_parts, sound_of
from marsad.measuring.wordings import plain_number
from marsad.reading.findings import DateMention, Figure, Finding, Party, Person
from marsad.reading.pipeline import read
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_VERSION: Final = 1
_DIGITS: Final = re.compile(r"(?<![\w.,])\d+(?:[.,٫٬]\d+)*(?![\w])")
# Small numbers stand in lists, and years in dates that were not read.
_SMALL: Final = 12
_YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class ReleasedLine:
    """One sentence of a release in one language, ready to be looked for."""

    id: str
    release: str
    language: str
    text: str
    # Of its figures, in the order of the line.
    numbers: tuple[float, ...]
    # States by their codes, bodies by their short names, "~" and a surname's sound.
    names: frozenset[str]
    said_on: date
    # Folded words that stand inside names: whoever writes of the subject writes them.
    name_words: frozenset[str] = frozenset()
    # The days, months and years that it dates, as intervals of ISO days.
    dates: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """Write the line as JSON, so that it need not be read again."""
        return {
            "v": _VERSION,
            "id": self.id,
            "release": self.release,
            "language": self.language,
            "text": self.text,
            "numbers": list(self.numbers),
            "names": sorted(self.names),
            "said_on": self.said_on.isoformat(),
            "name_words": sorted(self.name_words),
            "dates": sorted(self.dates),
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Self:
        """Read back a line that was written with ``as_json``."""
        return cls(
            id=kept["id"],
            release=kept["release"],
            language=kept["language"],
            text=kept["text"],
            numbers=tuple(kept["numbers"]),
            names=frozenset(kept["names"]),
            said_on=date.fromisoformat(kept["said_on"]),
            name_words=frozenset(kept["name_words"]),
            dates=frozenset(kept["dates"]),
        )


def line_of(
    id: str,  # noqa: A002 (as the field is called)
    release: str,
    language: str,
    text: str,
    on: date,
) -> ReleasedLine:
    """A sentence of a release, read for its numbers and names."""
    findings = read(Document(id, text, on, language))
    named = [one for one in findings if isinstance(one, Party | Person)]
    return ReleasedLine(
        id=id,
        release=release,
        language=language,
        text=text,
        numbers=numbers_of(text, findings),
        names=frozenset(name for one in named if (name := name_of(one))),
        said_on=on,
        name_words=frozenset(
            word for one in named for word in words_of(fold(one.span.quote))
        ),
        dates=frozenset(
            str(one.interval) for one in findings if isinstance(one, DateMention)
        ),
    )


def numbers_of(
    text: str, findings: Iterable[Finding], offset: int = 0
) -> tuple[float, ...]:
    """The figures of a text, and numbers in digits that were read as nothing else.

    What a number counts may be a word that no reader knows; the number is there.
    """
    held = [one for one in findings if isinstance(one, Figure | DateMention)]
    numbers = [one.value for one in held if isinstance(one, Figure)]
    for match in _DIGITS.finditer(text):
        start = match.start() + offset
        if not any(one.span.start <= start < one.span.end for one in held):
            value = float(plain_number(fold(match.group())))
            is_other = value > _SMALL and value not in _YEARS
            numbers += [value] if is_other else []
    return tuple(numbers)


def name_of(finding: Finding) -> str:
    """A name that is the same in every language: a code, a short name, a sound."""
    match finding:
        case Party():
            return finding.canonical
        case Person() if parts := name_parts(finding.canonical):
            sound = sound_of(parts[-1])
            return f"~{sound}" if sound else ""
    return ""
