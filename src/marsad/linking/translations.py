"""What two wordings in two languages have in common: numbers, parties, known words.

Letters say nothing across scripts. A number, a state and a word whose translation the
lexicons know are the same in every language; how much of what two statements hold is
shared tells whether one may be a translation of the other. Measured on news that was
translated sentence by sentence (docs/linking.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from marsad.reading.lexicon import forms, rows
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

# So much of what the two hold must be shared, and so much must be shared at all: a
# number, or a party and a word. On NTREX-128 the first at 0.3 linked 9 pairs wrongly and
# 137 rightly, at 0.4 3 and 133, at 0.5 2 and 119.
SHARED: Final = 0.4
ENOUGH: Final = 2.0
# A statement and its translation differ in length by a third at most, mostly less.
LENGTH_RATIO: Final = 2.0
# How much a sign tells: many statements of a speaker name the same states.
_WEIGHTS: Final = {"number": 3.0, "party": 1.5, "word": 1.0}
# Lexicons whose rows hold a word and its translations.
_TRANSLATED: Final = (
    "units", "body_fields", "body_heads", "nominals", "titles", "meetings",
    "time_words", "aid_words", "party_words", "state_arms", "changes",
)  # fmt: skip
_SHORTEST: Final = 3
_PROCLITICS: Final = (
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال"
)  # fmt: skip


class Sign(NamedTuple):
    """One thing that is the same in every language."""

    kind: Literal["number", "party", "word"]
    what: str


Signs = frozenset[Sign]


class Likeness(NamedTuple):
    """The share of what two wordings hold that both hold, and what that is."""

    share: float
    weight: float
    shared: tuple[Sign, ...]

    @property
    def is_enough(self) -> bool:
        """Whether one may be a translation of the other."""
        return self.share >= SHARED and self.weight >= ENOUGH


NOTHING: Final = Likeness(0.0, 0.0, ())


# A statement is compared with many others, those of its own language not at all.
@lru_cache(4096)
def signs_of(
    text: str, language: str, numbers: frozenset[float], parties: frozenset[str]
) -> Signs:
    """What a wording holds that is the same in every language."""
    found = {Sign("number", f"{number:g}") for number in numbers}
    found.update(Sign("party", name) for name in parties)
    found.update(Sign("word", word) for word in _words(text, language))
    return frozenset(found)


def likeness(one: Signs, other: Signs) -> Likeness:
    """How much two wordings share; nothing where each has a number of its own."""
    shared = one & other
    if _has_number(one - other) and _has_number(other - one):
        return NOTHING
    weight = _weight(shared)
    both = _weight(one) + _weight(other)
    share = 2 * weight / both if both else 0.0
    ordered = sorted(shared, key=lambda sign: (-_WEIGHTS[sign.kind], sign))
    return Likeness(share, weight, tuple(ordered))


def _has_number(signs: Signs) -> bool:
    return any(sign.kind == "number" for sign in signs)


def _weight(signs: Signs) -> float:
    return sum(_WEIGHTS[sign.kind] for sign in signs)


def _words(text: str, language: str) -> Iterator[str]:
    known = _translated(language)
    for word in words_of(fold(text)):
        for form in _forms(word, language):
            if form in known:
                yield known[form]
                break


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    if language != "ar":
        yield word.removesuffix("s")
        return
    for proclitic in _PROCLITICS:
        rest = word.removeprefix(proclitic)
        if rest != word and len(rest) >= _SHORTEST:
            yield rest
            yield f"ال{rest}"


@cache
def _translated(language: str) -> Mapping[str, str]:
    """Single words of the lexicons in a language, each with its English."""
    known: dict[str, str] = {}
    for row in (row for name in _TRANSLATED for row in rows(name)):
        english = row.get("english") or row.get("unit") or forms(row, "en")[0]
        own = [english] if language == "en" else []
        for word in _single(own + forms(row, language)):
            known.setdefault(word, english.casefold())
    return known


def _single(forms_of_row: Iterable[str]) -> Iterator[str]:
    for form in forms_of_row:
        words = words_of(fold(form))
        if len(words) == 1 and len(words[0]) >= _SHORTEST:
            yield words[0]
