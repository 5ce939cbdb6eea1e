"""Parties, persons, sources and words of a made-up site, the same for the same seed.

States are the states of the word lists. Bodies and persons are invented, so that no
sentence is put into the mouth of anybody who lives.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

from marsad.composing.lexicons import __name__ as composing_lexicons
from marsad.reading.lexicon import rows

LANGUAGES: Final = ("ar", "en", "fr")
# Of ten reports six are in Arabic, three in English, one in French.
_WEIGHTS: Final = (6, 9, 10)
# So that of 5 million findings about 300,000 name the same state.
_SKEW: Final = 1.1
_BODIES: Final = {
    "ar": ("معهد {} للدراسات", "هيئة {} للإغاثة", "مجلس {} للتعاون", "مركز {} للحوار"),
    "en": ("{} Institute", "{} Relief Agency", "{} Cooperation Council", "{} Centre"),
    "fr": ("Institut {}", "Agence de secours {}", "Conseil {}", "Centre {}"),
}
_FORMS: Final = {
    "state": {
        "ar": ("{}", "دولة {}", "حكومة {}", "وفد {}", "جمهورية {}"),
        "en": ("{}", "the {} government", "State of {}", "the delegation of {}"),
        "fr": ("{}", "le gouvernement de {}", "la délégation de {}"),
    },
    "organisation": {
        "ar": ("{}", "{} الدولي", "مكتب {}"),
        "en": ("{}", "the {}", "International {}"),
        "fr": ("{}", "{} international"),
    },
    "person": {
        "ar": ("{}", "الدكتور {}", "السيد {}"),
        "en": ("{}", "Dr {}", "Mr {}"),
        "fr": ("M. {}",),
    },
}


@dataclass(slots=True)
class Named:
    """A name as it is written, with its row and its entity's."""

    pk: int
    entity: int
    kind: str
    canonical: str
    text: str
    language: str
    count: int = 0


@dataclass(slots=True)
class Crowd:
    """Names of one sort in one language, drawn by how often each is met."""

    names: list[Named]
    weights: list[float]
    _drawn: list[Named] = field(default_factory=list)

    def draw(self, chance: random.Random) -> Named:
        """The next name that a report mentions."""
        if not self._drawn:
            self._drawn = chance.choices(
                self.names, cum_weights=self.weights, k=100_000
            )
        named = self._drawn.pop()
        named.count += 1
        return named


@dataclass(slots=True)
class World:
    """Everybody and everything that reports are made of."""

    chance: random.Random
    entities: list[dict[str, Any]]
    names: list[Named]
    parties: dict[str, Crowd]
    persons: dict[str, Crowd]
    words: dict[str, Sequence[str]]

    def language(self) -> str:
        """The language of the next report."""
        drawn = self.chance.random() * _WEIGHTS[-1]
        return next(
            one for one, top in zip(LANGUAGES, _WEIGHTS, strict=True) if drawn < top
        )

    def some_words(self, language: str, count: int) -> str:
        """Words of a language in no particular order, common ones more often."""
        words = self.words[language]
        chance, size = self.chance.random, len(words)
        # The square of a chance is a rough Zipf: half of the words are the first quarter.
        return " ".join(words[int(size * chance() ** 3)] for _ in range(count))


def make_world(seed: int, entities: int, names: int) -> World:
    """A world of so many parties and persons, who go by so many names."""
    chance = random.Random(seed)  # noqa: S311 (a fixed draw, not a secret)
    words = {one: _words(one) for one in LANGUAGES}
    everybody = _entities(chance, entities, words)
    spelled = _names(everybody, names)
    parties, persons = {}, {}
    for language in LANGUAGES:
        here = [one for one in spelled if one.language == language]
        parties[language] = _crowd([one for one in here if one.kind != "person"])
        persons[language] = _crowd([one for one in here if one.kind == "person"])
    return World(chance, everybody, spelled, parties, persons, words)


def _words(language: str) -> list[str]:
    read = (row["form"] for row in rows(f"common_words_{language}"))
    return [form for line in read for form in line.split("|")]


def _states() -> list[tuple[str, str, str, str]]:
    written = (files(composing_lexicons) / "states.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in written.splitlines() if line[:1] != "#"]
    return [(row[0], row[1], row[3], row[5]) for row in lines[1:]]


def _entities(
    chance: random.Random, count: int, words: dict[str, Sequence[str]]
) -> list[dict[str, Any]]:
    found = [
        {"kind": "state", "canonical": iso, "ar": ar, "en": en, "fr": fr}
        for iso, ar, en, fr in _states()
    ][: count // 3]
    given = [(row["ar"], row["en"]) for row in rows("names_ar")]
    called = {one["canonical"] for one in found}
    while len(found) < count:
        number = len(found)
        is_body = number % 2 == 0
        made = _body(chance, number, words) if is_body else _person(chance, given)
        if made["canonical"] not in called:
            called.add(made["canonical"])
            found.append(made)
    # Bodies and persons stand among the states: the most named are of every sort.
    chance.shuffle(found)
    found.sort(key=lambda one: one["kind"] != "state" or chance.random() < 0.4)
    return found


def _body(
    chance: random.Random, number: int, words: dict[str, Sequence[str]]
) -> dict[str, Any]:
    shape = chance.randrange(4)
    stem = f"{chance.choice(words['en']).title()} {number}"
    named = {one: _BODIES[one][shape].format(stem) for one in ("en", "fr")}
    ar = _BODIES["ar"][shape].format(f"{chance.choice(words['ar'])} {number}")
    return {"kind": "organisation", "canonical": named["en"], "ar": ar, **named}


def _person(chance: random.Random, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    three = [chance.choice(given) for _ in range(3)]
    ar, latin = (" ".join(one[side] for one in three) for side in (0, 1))
    made = {"kind": "person", "canonical": latin, "ar": ar, "en": latin, "fr": latin}
    return made | {"office": "Spokesperson"}


def _names(entities: Sequence[dict[str, Any]], count: int) -> list[Named]:
    """Spellings, most for who is most named, each written once."""
    found: dict[tuple[str, str, str], Named] = {}
    turn = 0
    while len(found) < count and turn < 40:
        for place, one in enumerate(entities):
            language = LANGUAGES[turn % 3]
            forms = _FORMS[one["kind"]][language]
            form = forms[turn // 3 % len(forms)]
            text = form.format(one[language])
            if turn // 3 >= len(forms):
                text = f"{text} ({turn})"
            key = (one["kind"], one["canonical"], text)
            if key not in found:
                named = Named(len(found) + 1, place + 1, *key[:2], text, language)
                found[key] = named
            if len(found) == count:
                break
        turn += 1
    return list(found.values())


def _crowd(names: list[Named]) -> Crowd:
    """Zipf's law among entities, and once more among the spellings of each."""
    seen: dict[int, int] = {}
    weights = []
    for named in names:
        seen[named.entity] = seen.get(named.entity, 0) + 1
        weights.append(1 / named.entity**_SKEW / seen[named.entity])
    return Crowd(names, list(accumulate(weights)))
