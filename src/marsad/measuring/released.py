"""A line of a release, with the numbers and names by which it is known elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from marsad.collecting.documents import Document
from marsad.linking.sounds import name_parts, sound_of
from marsad.reading.findings import Figure, Finding, Party, Person
from marsad.reading.pipeline import read
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_VERSION: Final = 1


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
        numbers=tuple(one.value for one in findings if isinstance(one, Figure)),
        names=frozenset(name for one in named if (name := name_of(one))),
        said_on=on,
        name_words=frozenset(
            word for one in named for word in words_of(fold(one.span.quote))
        ),
    )


def name_of(finding: Finding) -> str:
    """A name that is the same in every language: a code, a short name, a sound."""
    match finding:
        case Party():
            return finding.canonical
        case Person() if parts := name_parts(finding.canonical):
            sound = sound_of(parts[-1])
            return f"~{sound}" if sound else ""
    return ""
