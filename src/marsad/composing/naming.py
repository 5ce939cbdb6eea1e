"""What states, bodies, people and towns are called in the language of a brief.

1. States, towns and known bodies have their name from word files.
2. Others are called as a report in the brief's language calls them.
3. What no report calls in that language keeps its name, marked as foreign.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from marsad.composing.counting import table
from marsad.composing.pieces import Piece, Pieces, fill, name, words
from marsad.linking.attestations import attest
from marsad.linking.persons import LinkedPerson
from marsad.reading.findings import Party
from marsad.reading.lexicon import rows
from marsad.reading.pipeline import Reading
from marsad.text.normalise import fold

_GOVERNMENT: Final = "Government of "
_NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
_VOWELS: Final = "aeiouhâàéèêëîïôöûüAEIOUHÂÀÉÈÊËÎÏÔÖÛÜ"
# French contracts de with le and les; an article before a vowel has lost its own.
_OF: Final = {"le": "du ", "les": "des ", "la": "de la ", "l’": "de l’"}
_THE: Final = {"le": "le ", "les": "les ", "la": "la ", "l’": "l’", "-": ""}


class Names:
    """Names in one language, from word files and from what the readings write.

    ``called`` are names that are known already, by the readers' own name for each.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        language: str,
        called: Mapping[str, str] = _NOBODY,
    ) -> None:
        self.language = language
        self._written = {**_written(readings, language), **called}

    def party(self, canonical: str) -> Pieces:
        """The name of a state or body, without an article."""
        if canonical.startswith(_GOVERNMENT):
            state = _iso(canonical.removeprefix(_GOVERNMENT))
            return fill(_speakers()["government", self.language][1], of=self.of(state))
        if row := _states().get(canonical):
            return (Piece(row[self.language], "name"),)
        if "," in canonical:
            return joined(
                [self.party(one) for one in canonical.split(",")], self.language
            )
        known = _bodies().get(canonical)
        if known and (found := known[self.language]):
            return (Piece(found, "name"),)
        if self.language == "en":
            return (Piece(canonical, "name"),)
        if written := self._written.get(canonical):
            return (Piece(written, "name"),)
        return name(canonical, "en")

    def subject(self, canonical: str) -> Pieces:
        """The name as the subject of a sentence: with the article that it takes."""
        bare = self.party(canonical)
        article = self._article(canonical, bare)
        return (*words(article), *bare) if article else bare

    def of(self, canonical: str) -> Pieces:
        """The name after a noun that it owns: of Iraq, du Koweït, العراق."""
        if self.language == "ar":
            return self.party(canonical)
        if self.language == "en":
            return self.subject(canonical)
        bare = self.party(canonical)
        article = _french_article(canonical, bare[0])
        if article == "-":
            is_elided = bare[0].text[:1] in _VOWELS
            return (*words("d’" if is_elided else "de "), *bare)
        return (*words(_OF[article]), *bare)

    def is_feminine(self, canonical: str) -> bool:
        """Whether an Arabic verb before this name takes the feminine."""
        if row := _states().get(canonical):
            return row["ar_gender"] == "f"
        first = self.party(canonical)[0].text.split(" ")[0]
        return first.endswith("ة") or first in ("الأمم", "دول", "الدول")

    def is_plural(self, canonical: str) -> bool:
        """Whether a French verb after this name takes the plural."""
        article = _french_article(canonical, self.party(canonical)[0])
        return article == "les" or "," in canonical

    def verb_form(self, canonical: str) -> str:
        """Which form of the verb goes with it: Arabic feminine, French plural; m or f."""
        if self.language == "ar":
            return "f" if self.is_feminine(canonical) else "m"
        is_plural = self.language == "fr" and self.is_plural(canonical)
        return "f" if is_plural else "m"

    def place(self, place: str | None) -> Pieces:
        """Where a figure holds, in brackets after what it counts."""
        if not place:
            return ()
        template = {"ar": " ({place})", "en": " ({place})", "fr": " ({place})"}
        return fill(template[self.language], place=self.party(place))

    def town(self, city: str) -> Pieces:
        """The name of a town."""
        row = _towns().get(city)
        if row and row.get(self.language):
            return (Piece(row[self.language].split("|")[0], "name"),)
        return name(city, None if self.language == "en" else "en")

    def speaker(
        self, speaker: str, person: LinkedPerson | None, written: str = ""
    ) -> Pieces:
        """Whoever spoke: a person, a body, an office of a body, or as the text has it."""
        if person is not None:
            return self._person(person)
        label, body = _label_and_body(speaker)
        if label is None:
            return self.subject(speaker)
        alone, of = _speakers()[label, self.language]
        if not body:
            return name(written) if written else words(alone)
        return fill(of, of=self._owner(label, self._known(body)))

    def _known(self, body: str) -> str:
        """The body without the adjectives that stand between it and the label."""
        words_of_body = body.split(" ")
        for length in range(len(words_of_body), 1, -1):
            shorter = " ".join(words_of_body[:length])
            if shorter in _bodies() or shorter in self._written:
                return shorter
        return body

    def _owner(self, label: str, body: str) -> Pieces:
        is_adjective = self.language == "en" and label == "spokesperson"
        return self.party(body) if is_adjective else self.of(body)

    def _person(self, person: LinkedPerson) -> Pieces:
        if self.language == "en":
            return name(person.canonical)
        for row in rows("public_figures"):
            if row["canonical"] == person.canonical and row.get(self.language):
                return name(row[self.language].split("|")[0])
        spelling = person.spelling(self.language)
        return name(spelling) if spelling else name(person.canonical, "en")

    def _article(self, canonical: str, bare: Pieces) -> str:
        if canonical.startswith(_GOVERNMENT) or self.language == "ar":
            return ""
        if self.language == "fr":
            return _THE[_french_article(canonical, bare[0])]
        row = _states().get(canonical)
        if row:
            return "the " if row["en_article"] == "the" else ""
        parts = fold(bare[0].text).split()
        return "the " if len(parts) > 1 and _HEADS & set(parts) else ""


_HEADS: Final = frozenset(row["head"] for row in table("heads_en"))


def joined(
    parts: Iterable[Pieces], language: str, *, last: str | None = "and"
) -> Pieces:
    """A list of names, with the language's "and" before the last unless told not to."""
    listed = list(parts)
    comma = "، " if language == "ar" else ", "
    final = {"ar": " و", "en": " and ", "fr": " et "}[language] if last else comma
    pieces: list[Piece] = []
    for index, part in enumerate(listed):
        if index:
            pieces += words(final if index == len(listed) - 1 else comma)
        pieces += part
    return tuple(pieces)


def _french_article(canonical: str, bare: Piece) -> str:
    if row := _states().get(canonical):
        return row["fr_article"]
    head = fold(bare.text).replace("-", " ").split(" ")[0]
    return _french_heads().get(head, "-")


def _label_and_body(speaker: str) -> tuple[str | None, str]:
    """Part "Global Coalition spokesperson" into the label and the body."""
    spoken = " ".join(speaker.split())
    for label in sorted(_labels(), key=len, reverse=True):
        if spoken == label:
            return label, ""
        if spoken.endswith(f" {label}"):
            return label, spoken.removesuffix(f" {label}")
    return None, ""


def _written(readings: Sequence[Reading], language: str) -> Mapping[str, str]:
    """The most frequent name of each body in the reports of one language."""
    counts: dict[str, Counter[str]] = {}
    for one in attest(readings, Party):
        if one.language == language and one.finding.mention == "name":
            surface = " ".join(one.finding.span.quote.split())
            counts.setdefault(one.finding.canonical, Counter())[surface] += 1
    return {
        canonical: min(found, key=lambda text: (-found[text], text))
        for canonical, found in counts.items()
    }


@cache
def _states() -> Mapping[str, Mapping[str, str]]:
    return {row["iso"]: row for row in table("states")}


def _iso(state: str) -> str:
    """The code of a state that is called by its English name."""
    found = (code for code, row in _states().items() if row["en"] == state)
    return next(found, state)


@cache
def _bodies() -> Mapping[str, Mapping[str, str]]:
    return {
        row["canonical"]: {
            "ar": (row.get("ar") or "").split("|")[0],
            "en": row["canonical"],
            "fr": (row.get("fr") or "").split("|")[0].replace("'", "’"),
        }
        for row in rows("bodies")
    }


@cache
def _towns() -> Mapping[str, Mapping[str, str]]:
    # A city stands before the houses in it: London, not Lancaster House.
    found: dict[str, Mapping[str, str]] = {}
    for row in rows("cities"):
        found.setdefault(row["city"], row)
    return found


@cache
def _speakers() -> Mapping[tuple[str, str], tuple[str, str]]:
    return {
        (row["label"], row["language"]): (row["alone"], row["of"])
        for row in table("speakers")
    }


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for label, _ in _speakers())


@cache
def _french_heads() -> Mapping[str, str]:
    return {row["head"]: row["article"] for row in table("heads_fr")}
