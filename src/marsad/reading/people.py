"""The persons that one passage names, so that a later surname finds its owner.

A person enters with a full name; later words of that name are looked up as they are
written and by their key, so that بلينكن and بلينكين are one. Two persons with one
surname are told apart by nearness.
"""

from typing import NamedTuple

from marsad.text.names import name_key


class Known(NamedTuple):
    """A person of this passage: the full name and whom the person speaks for."""

    canonical: str
    party: str | None
    token: int  # where the full name stands


class People:
    """The persons of a passage by the words of their names."""

    __slots__ = ("_by_key", "_by_word", "_by_words")

    def __init__(self) -> None:
        self._by_word: dict[str, list[Known]] = {}
        self._by_key: dict[str, list[Known]] = {}
        self._by_words: dict[tuple[str, ...], Known] = {}

    def add(self, words: list[str], person: Known) -> None:
        """Enter a person under the words of the name, the first one left out."""
        self._by_words.setdefault(tuple(words), person)
        for word in words[1:]:
            self._put(self._by_word, word, person)
            key = name_key(word)
            if len(key) > 3:  # noqa: PLR2004 - shorter keys collide
                self._put(self._by_key, key, person)

    def _put(self, among: dict[str, list[Known]], word: str, person: Known) -> None:
        persons = among.setdefault(word, [])
        if all(other.canonical != person.canonical for other in persons):
            persons.append(person)

    def words(self) -> frozenset[str]:
        """Return the words that lead to a person."""
        return frozenset(self._by_word)

    def by_words(self, words: list[str]) -> Known | None:
        """Return the person entered under exactly these words."""
        return self._by_words.get(tuple(words))

    def by_word(self, word: str, token: int) -> Known | None:
        """Return the person whose name has a word, the nearest named before a token."""
        return _nearest(self._by_word.get(word, []), token)

    def by_key(self, word: str, token: int) -> Known | None:
        """Return the person whose name has a word that sounds like this one."""
        return _nearest(self._by_key.get(name_key(word), []), token)


def _nearest(persons: list[Known], token: int) -> Known | None:
    before = [person for person in persons if person.token <= token]
    if before:
        return max(before, key=lambda person: person.token)
    return persons[0] if persons else None
