"""Whether a draft names nobody of whom the entries that it cites do not speak."""

import re
from collections.abc import Iterable
from typing import Final

from marsad.composing.held import Held
from marsad.composing.said import SaidName
from marsad.linking.persons import names_agree
from marsad.linking.spellings import may_be_one, words_of_name
from marsad.text.normalise import fold

_WORDS: Final = re.compile(r"\w+")
_ARABIC_HEADS: Final = re.compile(
    r"^(?:[وف]?(?:لل|[بك]?ال|[بلك]))(?=\w{3})|^[وف](?=\w{3})"
)


def is_borne(name: SaidName, held: Held) -> bool:
    """Whether the entries speak of whom a draft names."""
    if name.canonical in held.names:
        return True
    if name.is_person and _is_one_of(name, held.persons):
        return True
    if name.state in held.names and not _has_body_of(name, held.names):
        return True
    return _is_written(name.words, held.letters)


def _has_body_of(name: SaidName, names: Iterable[str]) -> bool:
    """Whether another body of the same state is known, so that it must be told apart."""
    head = name.canonical.split(" ")[0]
    return any(one.startswith(f"{head} ") for one in names)


def _is_one_of(name: SaidName, persons: Iterable[str]) -> bool:
    said = {words_of_name(name.canonical), words_of_name(name.words)}
    known = {words_of_name(person) for person in persons}
    return any(_agree(one, other) for one in said for other in known if one and other)


def _agree(said: tuple[str, ...], held: tuple[str, ...]) -> bool:
    if len(said) == 1:
        return may_be_one(said[0], held[-1])
    return names_agree(said, held)


def _is_written(words: str, letters: str) -> bool:
    """Whether a name stands in the words of the entries, the article aside."""
    return f" {_bare(words)} " in f" {_bare(letters)} "


def _bare(text: str) -> str:
    words = _WORDS.findall(fold(text))
    return " ".join(_ARABIC_HEADS.sub("", word) for word in words)
