"""Which words are names of persons, by lists of names and of common words.

Loaded once; looked up word by word. Words are folded. A weak name is a common word
as well (عادل, "mark") and needs a second sign before it counts.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.reading.wordsets import wordset
from marsad.text.names import name_key, name_keys
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_OFTEN = 8  # a word of a name counted so often is a name on its own
_SHORT = 3  # letters of a word too short to be known by its count
_VERY_COMMON = 1800  # of the common words, those that are never taken for a name


class GivenName(NamedTuple):
    """An Arabic word of a name with its usual English forms."""

    english: str
    maghreb: str
    is_weak: bool


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the common words of a language that are not names by themselves."""
    return frozenset(fold(row["form"]) for row in rows(f"common_words_{language}"))


_MOST_COMMON = 400  # words of English and French that are never part of a name


@cache
def most_common(language: str) -> frozenset[str]:
    """Return the most common words of a language, which no name begins or ends with."""
    first = rows(f"common_words_{language}")[:_MOST_COMMON]
    return frozenset(fold(row["form"]) for row in first) - _NAMES_TOO


_NAMES_TOO = wordset("names_too")


_PREFIXES = (
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
    "ي",
    "ت",
    "ال",
    "وال",
    "بال",
    "لل",
    "ولل",
    "وب",
    "ول",
    "سي",
    "ست",
    "سن",
)
_SUFFIXES = (
    "ه",
    "ها",
    "هم",
    "هما",
    "نا",
    "ا",
    "ات",
    "ان",
    "ين",
    "ون",
    "وا",
    "ت",
    "ته",
    "تها",
)
_AFTER_WILL = tuple("ايتن")  # after the «س» of the future comes a present verb
_STEM = 3  # letters that a stem has at the least


@lru_cache(maxsize=8192)
def is_common(word: str, *, is_once: bool = False) -> bool:
    """Say whether an Arabic word is a common one, with proclitics and endings cut.

    With ``is_once`` only one of the two ends is cut.
    """
    common = common_words("ar")
    if word in common:
        return True
    stems = _stems(word)
    if any(stem in common or "ال" + stem in common for stem in stems):
        return True
    stems = stems[:1] if is_once else stems
    return any(map(_is_with_ending, stems))


def _stems(word: str) -> Sequence[str]:
    """Return a word and what remains of it when proclitics are cut."""
    if word[0] == "س" and word[1:2] not in _AFTER_WILL:
        return [word]
    stems = [word] + [word[len(p) :] for p in _PREFIXES if word.startswith(p)]
    return [stem for stem in stems if len(stem) >= _STEM]


def _is_with_ending(stem: str) -> bool:
    """Say whether a stem is a common word with an ending."""
    common = common_words("ar")
    bare_ones = (stem[: -len(s)] for s in _SUFFIXES if stem.endswith(s))
    return any(
        len(bare) >= _STEM and (bare in common or bare + "ه" in common)
        for bare in bare_ones
    )


@cache
def very_common() -> frozenset[str]:
    """Return the Arabic words that are far more often words than names."""
    return frozenset(
        fold(row["form"]) for row in rows("common_words_ar")[:_VERY_COMMON]
    )


_MADDA = "madda"


@cache
def names_with_madda() -> Mapping[str, GivenName]:
    """Return the names that only their madda tells from a common word: آنا and أنا."""
    return {
        fold(row["ar"]): GivenName(row["en"], row["en"], is_weak=False)
        for row in rows("names_foreign_ar")
        if row.get("also_word") == _MADDA
    }


@cache
def arabic_names() -> Mapping[str, GivenName]:
    """Return the words of personal names in Arabic letters."""
    names: dict[str, GivenName] = {}
    common = common_words("ar")
    never = very_common() | _not_names("never")
    for row in rows("names_wikidata"):
        word, english = fold(row["ar"]), row["en"].capitalize()
        if word not in names and word not in never:
            is_weak = word in common or len(word) < _SHORT or int(row["count"]) < _OFTEN
            names[word] = GivenName(english, english, is_weak)
    for row in rows("names_foreign_ar"):
        if row.get("also_word") != _MADDA:
            is_weak = bool(row.get("also_word"))
            names[fold(row["ar"])] = GivenName(row["en"], row["en"], is_weak)
    for row in rows("names_ar"):
        english = row["en"]
        is_weak = bool(row.get("also_word"))
        names[fold(row["ar"])] = GivenName(
            english, row.get("maghreb") or english, is_weak
        )
    for word in _not_names("weak") & names.keys():
        names[word] = names[word]._replace(is_weak=True)
    return names


@cache
def words_for_surnames() -> frozenset[str]:
    """Return the words that are surnames only where something else says so."""
    return _not_names("weak") | _not_names("never") | common_words("ar")


def _not_names(kind: str) -> frozenset[str]:
    return frozenset(
        fold(form)
        for row in rows("not_names_ar")
        if row["kind"] == kind
        for form in row["form"].split("|")
    )


@cache
def arabic_given_names() -> frozenset[str]:
    """Return the given names of the Arab world, which are no surnames on their own."""
    return frozenset(fold(row["ar"]) for row in rows("names_ar"))


@cache
def foreign_given_names() -> frozenset[str]:
    """Return first names of other languages in Arabic letters."""
    return frozenset(
        fold(row["ar"]) for row in rows("names_foreign_ar") if not row.get("also_word")
    )


@cache
def _by_key() -> Mapping[str, Sequence[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("names_wikidata"):
        word = fold(row["ar"])
        found.setdefault(name_key(word), []).append((word, row["en"].capitalize()))
    return found


_CLOSE = 0.86  # share of letters that two spellings of one name have in common


def spelt_like(word: str) -> str | None:
    """Return the English of the most frequent name that is spelt nearly like a word."""
    for other, english in _by_key().get(name_key(word), ()):
        if SequenceMatcher(None, word, other).ratio() >= _CLOSE:
            return english
    return None


class Figure(NamedTuple):
    """A public figure with the keys of the words of each form of the name."""

    canonical: str
    party: str | None
    forms: tuple[tuple[str, ...], ...]
    lasts: frozenset[str]  # the last words of the forms as they are written
    firsts: frozenset[str]
    is_son: bool  # a form says whose son: «مهدي بن جمعة» is not «مهدي جمعة»


# Words of names that say nothing on their own.
_LINKS = wordset("name_links")
_LEAST_KEY = 5  # classes of consonants in the keys of two words that name somebody


_SONS = frozenset(["بن", "ابن"])


@cache
def figures_by_key(language: str) -> Mapping[str, Sequence[Figure]]:
    """Return public figures by the key of the last word of each form of their names."""
    found: dict[str, list[Figure]] = {}
    for row in (*rows("public_figures"), *rows("figures_ar")):
        written = row.get(language, "").split("|")
        forms = [words_of(fold(form)) for form in written if form]
        keys = tuple(_keys(form) for form in forms)
        lasts = frozenset(form[-1] for form in forms if form)
        is_son = any(not _SONS.isdisjoint(form) for form in forms)
        firsts = frozenset(form[0] for form in forms if form)
        party = row["party"] or None
        figure = Figure(row["canonical"], party, keys, lasts, firsts, is_son)
        for last in {form[-1] for form in keys if form}:
            found.setdefault(last, []).append(figure)
    return found


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    keys = (name_keys(word) for word in words if word not in _LINKS)
    return tuple(key[0] for key in keys if key)


def figure_named(words: Sequence[str], language: str) -> Figure | None:
    """Return the public figure whose name ends in these words, in any spelling.

    First and last word alone name the figure too.
    """
    keys = _keys(words)
    if len(keys) < 2 or len("".join(keys)) < _LEAST_KEY:
        return None
    is_son = not _SONS.isdisjoint(words)
    for figure in figures_by_key(language).get(keys[-1], ()):
        if language == "ar" and _is_another(words[0], figure, is_son=is_son):
            continue
        if not any(_is_spelt_alike(words[-1], last) for last in figure.lasts):
            continue
        for form in figure.forms:
            if form and (form[-len(keys) :] == keys or _are_ends(form, keys, words)):
                return figure
    return None


def _is_another(word: str, figure: Figure, *, is_son: bool) -> bool:
    """Say whether an Arabic first name is another one of like sound: محمود is not محمد."""
    if is_son and not figure.is_son:
        return True
    if word not in arabic_given_names() or word in figure.firsts:
        return False
    names = arabic_names()
    like = (names[first] for first in figure.firsts & arabic_given_names())
    return all(one.english != names[word].english for one in like)


def _are_ends(
    form: tuple[str, ...], keys: tuple[str, ...], words: Sequence[str]
) -> bool:
    """Say whether words are first and last of a form; fathers' names tell nobody."""
    is_father = words[-1] in arabic_given_names() or words[-2] in _SERVANTS
    return (form[0], form[-1]) == keys and not is_father


_SERVANTS = frozenset(["عبد"])
_ALIKE = 0.7  # share of letters that two spellings of one surname have at the least


def _is_spelt_alike(word: str, other: str) -> bool:
    """Say whether words of one key are one name too: عمر is not العامري."""
    return SequenceMatcher(None, word, other).ratio() >= _ALIKE


@cache
def latin_names() -> Mapping[str, int]:
    """Return the words of personal names in Latin letters with their counts."""
    names: dict[str, int] = {}
    for row in rows("names_wikidata"):
        word = fold(row["en"])
        names[word] = max(names.get(word, 0), int(row["count"]))
    for row in rows("names_ar"):
        for english in (row["en"], row.get("maghreb") or ""):
            for word in fold(english).split():
                names[word] = max(names.get(word, 0), _OFTEN)
    return names
