"""What tells one document's story, small enough for a column of a database.

1. Of the title and the first words: the rare stems. Of the whole text: the persons by
   their sound, the parties, the towns of meetings, each with its rarity; the figures;
   the days that it dates; runs of words of its quotes.
2. Of all runs of four words the smallest hashes are kept: from them it can be told how
   much of one text stands in another.
3. Keys lead to documents that may tell the same story: the very smallest hashes find
   reprints, pairs of rare names find translations, pairs of rare words the rest.
"""

import base64
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final, Self

from marsad.linking.rarity import Commonness, stem, usual
from marsad.linking.reprints import runs_of
from marsad.linking.sounds import name_parts, sound_of
from marsad.reading.findings import DateMention, Figure, Meeting, Party, Person, Quote
from marsad.reading.pipeline import Reading
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_VERSION: Final = 1
# The title and about the first two paragraphs, where news says what happened.
_LEAD: Final = 900
_WORDS: Final = 32
_NAMES: Final = 24
_FIGURES: Final = 16
_SKETCH: Final = 96
_QUOTED: Final = 48
# An event that is told as news was dated at most so many days before or after.
_NEWS_DAYS: Final = 10
_OF_TIME: Final = frozenset(("year", "month", "week", "day", "hour", "minute", "times"))
# Up to a dozen, numbers are in every text.
_SMALL: Final = 12

# How many of each make the keys.
_SKETCH_KEYS: Final = 10
_QUOTE_KEYS: Final = 4
_NAME_KEYS: Final = 6
_WORD_KEYS: Final = 6

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Signature:
    """What a document's story is recognised by."""

    day: date | None
    language: str
    words: Weights
    names: Weights
    # How a surname is written, by its sound, for those who read why.
    written: Mapping[str, str]
    figures: Weights
    days: frozenset[int]
    quoted: frozenset[int]
    sketch: tuple[int, ...]
    # Of how many different runs of words the sketch holds the smallest.
    runs: int

    def as_json(self) -> dict[str, Any]:
        """Write the signature as short JSON, about 2,000 characters."""
        return {
            "v": _VERSION,
            "d": self.day.isoformat() if self.day else None,
            "l": self.language,
            "w": dict(self.words),
            "n": dict(self.names),
            "p": dict(self.written),
            "f": dict(self.figures),
            "e": sorted(self.days),
            "q": _packed(sorted(self.quoted)),
            "s": _packed(self.sketch),
            "r": self.runs,
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Self:
        """Read back a signature that was written with ``as_json``."""
        return cls(
            day=date.fromisoformat(kept["d"]) if kept["d"] else None,
            language=kept["l"],
            words=kept["w"],
            names=kept["n"],
            written=kept["p"],
            figures=kept["f"],
            days=frozenset(kept["e"]),
            quoted=frozenset(_unpacked(kept["q"])),
            sketch=_unpacked(kept["s"]),
            runs=kept["r"],
        )


def _packed(hashes: Sequence[int]) -> str:
    return base64.b64encode(struct.pack(f"<{len(hashes)}I", *hashes)).decode()


def _unpacked(packed: str) -> tuple[int, ...]:
    raw = base64.b64decode(packed)
    return struct.unpack(f"<{len(raw) // 4}I", raw)


def sign(reading: Reading, commonness: Commonness | None = None) -> Signature:
    """The signature of a document; a site gives its own counts of what is common."""
    document = reading.document
    common = commonness or usual()
    hashes = set(runs_of(document.text))
    language = document.language or "und"
    return Signature(
        day=document.published,
        language=language,
        words=_words(document.title or "", document.text, language, common),
        names=(names := _names(reading, common)),
        written=_written(reading, names),
        figures=_figures(reading),
        days=frozenset(_days(reading)),
        quoted=frozenset(_quoted(reading)),
        sketch=tuple(sorted(hashes)[:_SKETCH]),
        runs=len(hashes),
    )


def _words(title: str, text: str, language: str, common: Commonness) -> Weights:
    said = words_of(fold(f"{title}\n{text[:_LEAD]}"))
    counts = Counter(
        stem(word, language) for word in said if len(word) > 2 and word.isalpha()
    )
    return _heaviest(
        {
            word: common.rarity(word) * min(2, count) ** 0.5
            for word, count in counts.items()
            if word
        },
        _WORDS,
    )


def _names(reading: Reading, common: Commonness) -> Weights:
    counts: Counter[str] = Counter()
    leading: set[str] = set()
    for finding in reading.findings:
        for name in _named(finding):
            counts[name] += 1
            if finding.span.start < _LEAD:
                leading.add(name)
    return _heaviest(
        {
            name: common.rarity(name)
            * (1.0 if name in leading else 0.6)
            * (1.0 if count > 1 else 0.8)
            for name, count in counts.items()
        },
        _NAMES,
    )


def _named(finding: object) -> Iterator[str]:
    """Names that are the same in all languages: codes, sounds, towns."""
    match finding:
        case Person():
            parts = name_parts(finding.canonical)
            if parts and (sound := sound_of(parts[-1])):
                yield f"~{sound}"
        case Party():
            yield finding.canonical
        case Meeting() if finding.city:
            yield f"@{finding.city}"


def _written(reading: Reading, names: Weights) -> dict[str, str]:
    surnames: dict[str, str] = {}
    for one in reading.findings:
        if isinstance(one, Person):
            for sound in _named(one):
                surnames.setdefault(sound, one.canonical.split()[-1])
    return {sound: surnames[sound] for sound in names if sound in surnames}


def _figures(reading: Reading) -> Weights:
    weights: dict[str, float] = {}
    for one in reading.findings:
        if isinstance(one, Figure) and one.unit not in _OF_TIME and one.value:
            is_small = one.value <= _SMALL and not _unit(one.unit)
            weights[f"{one.value:.12g}{_unit(one.unit)}"] = 0.3 if is_small else 1.0
    return _heaviest(weights, _FIGURES)


def _unit(unit: str) -> str:
    """Percents and currencies; what else is counted is named in too many ways."""
    if unit == "percent":
        return "%"
    return unit if len(unit) == 3 and unit.isupper() else ""


def _days(reading: Reading) -> Iterator[int]:
    published = reading.document.published
    for one in reading.findings:
        if isinstance(one, DateMention) and one.precision == "day" and published:
            away = one.interval.first - published
            if one.interval.first == one.interval.last and abs(away.days) <= _NEWS_DAYS:
                yield one.interval.first.toordinal()


def _quoted(reading: Reading) -> list[int]:
    runs = {
        run
        for one in reading.findings
        if isinstance(one, Quote)
        for run in runs_of(one.span.quote)
    }
    return sorted(runs)[:_QUOTED]


def _heaviest(weights: Weights, most: int) -> dict[str, float]:
    rounded = {name: round(weight, 2) for name, weight in weights.items()}
    return {name: rounded[name] for name in _ranked(rounded)[:most] if rounded[name]}


def _ranked(weights: Weights) -> list[str]:
    """The heaviest first, of equals the first in the alphabet.

    A database may give back the names of a JSON column in an order of its own.
    """
    return sorted(weights, key=lambda name: (-weights[name], name))


def keys_of(signature: Signature) -> tuple[str, ...]:
    """Short strings, a few dozen; documents of one story share at least one of them.

    They are compared with those of documents at most a week apart.
    """
    keys = [f"s{one:08x}" for one in signature.sketch[:_SKETCH_KEYS]]
    keys += [f"q{one:08x}" for one in sorted(signature.quoted)[:_QUOTE_KEYS]]
    figures = [
        name for name in _ranked(signature.figures) if signature.figures[name] == 1.0
    ]
    names = _ranked(signature.names)[:_NAME_KEYS]
    keys += _pairs("n", names)
    keys += [f"f{name}|{figure}" for name in names[:4] for figure in figures[:4]]
    keys += _pairs("w", _ranked(signature.words)[:_WORD_KEYS])
    return tuple(dict.fromkeys(keys))


def _pairs(kind: str, names: Iterable[str]) -> list[str]:
    return [f"{kind}{one}|{other}" for one, other in combinations(sorted(names), 2)]
