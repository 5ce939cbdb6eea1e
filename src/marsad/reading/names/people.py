"""The persons that one passage names, so that a later surname finds its owner.

A person enters with a full name; later words of that name are looked up as they are
written and by their key, so that بلينكن and بلينكين are one. Two persons with one
surname are told apart by nearness.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from marsad.reading.names.arabic_surnames import other_form
from marsad.reading.names.gazetteer import arabic_names, is_common
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset
from marsad.text.names import name_key

# Korean names: the surname stands first, the given name has a hyphen: "Kim Jong-un".
_SURNAME_FIRST = re.compile(r"[A-Z]\w+ [A-Z]\w+-[a-z]\w*")
_PARTICLES = wordset("no_surname_words")


_PROCLITICS = ("", "و", "ل", "ب", "ف", "ك")
_RARE = 4  # letters of a first name that is known by itself, if no list knows it
_MEMORY = 100  # persons back that a shorter form of a name may mean


class Known(NamedTuple):
    """A person of this passage: the full name and whom the person speaks for."""

    canonical: str
    party: str | None
    token: int  # where the full name stands


class People:
    """The persons of a passage by the words of their names."""

    __slots__ = ("_all", "_by_key", "_by_word", "_by_words")

    def __init__(self) -> None:
        self._all: list[tuple[frozenset[str], Known]] = []
        self._by_word: dict[str, list[Known]] = {}
        self._by_key: dict[str, list[Known]] = {}
        self._by_words: dict[tuple[str, ...], Known] = {}

    def add(self, words: list[str], person: Known) -> None:
        """Enter a person under the words of the name, the first one left out."""
        self._by_words.setdefault(tuple(words), person)
        self._all.append((frozenset(words), person))
        first = 0 if _SURNAME_FIRST.fullmatch(person.canonical) else 1
        for word in words[first:] if first else words[:1]:
            if word in _PARTICLES:
                continue
            self._put(self._by_word, word, person)
            other = other_form(word)
            if other:
                self._put(self._by_word, other, person)
            key = name_key(word)
            if len(key) > 3:
                self._put(self._by_key, key, person)

        if len(words) > 1 and _is_rare(words[0]):
            self._put(self._by_word, words[0], person)

    def _put(self, among: dict[str, list[Known]], word: str, person: Known) -> None:
        persons = among.setdefault(word, [])
        if all(other.canonical != person.canonical for other in persons):
            persons.append(person)

    def words(self) -> frozenset[str]:
        """Return the words that lead to a person."""
        return frozenset(self._by_word)

    def named(self, canonical: str) -> Known | None:
        """Return the person of a canonical name, if this passage named them."""
        return next((one for _, one in self._all if one.canonical == canonical), None)

    def by_words(self, words: list[str]) -> Known | None:
        """Return the person entered under exactly these words."""
        return self._by_words.get(tuple(words))

    def in_full(self, passage: Passage) -> Iterator[tuple[int, int, int, Known]]:
        """Give the places where full names entered stand, with their proclitic."""
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for full in self._by_words:
            if len(full) > 1:
                firsts.setdefault(full[0], []).append(full)
        wanted = {clitic + word for word in firsts for clitic in _PROCLITICS}
        for token in passage.tokens_of(wanted):
            word = passage.words[token]
            for clitic in sorted({"", word[0]}.intersection(_PROCLITICS)):
                fulls = firsts.get(word[len(clitic) :], ())
                for full in filter(partial(_stands, passage.words, token), fulls):
                    last = token + len(full)
                    yield token, last, len(clitic), self._by_words[full]

    def containing(self, words: list[str]) -> Known | None:
        """Return the person whose longer name holds all of these words."""
        wanted = frozenset(words)
        held = self._all[-_MEMORY:]
        return next((person for names, person in held if wanted < names), None)

    def by_word(self, word: str, token: int) -> Known | None:
        """Return the person whose name has a word, the nearest named before a token."""
        return _nearest(self._by_word.get(word, []), token)

    def by_key(self, word: str, token: int) -> Known | None:
        """Return the person whose name has a word that sounds like this one."""
        persons = self._by_key.get(name_key(word))
        return _nearest(persons, token) if persons else None


def _is_rare(word: str) -> bool:
    """Say whether an Arabic first name is on no list, so that it tells its bearer."""
    is_arabic = "\u0620" <= word[0] <= "\u064a"
    is_long = len(word) > _RARE and not word.startswith("ال")
    return is_arabic and is_long and not (word in arabic_names() or is_common(word))


def _nearest(persons: list[Known], token: int) -> Known | None:
    before = [person for person in persons if person.token <= token]
    if before:
        return max(before, key=lambda person: person.token)
    return persons[0] if persons else None


def _stands(words: list[str], token: int, full: tuple[str, ...]) -> bool:
    """Say whether a name goes on behind its first word as it was entered."""
    return tuple(words[token + 1 : token + len(full)]) == full[1:]
