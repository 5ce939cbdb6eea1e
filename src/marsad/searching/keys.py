"""The match key of a word: what it is found by, never what is shown.

A text and a question are cut and folded by the same functions. An Arabic word loses its
proclitics (see ``proclitics``), a French one its elided article, an English one its
possessive; figures lose their thousands marks. A word in the sound plural is also found
by its singular, as a second and weaker key.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from marsad.searching.proclitics import FRAGMENTS, chain
from marsad.text.normalise import fold

# Raise it with every change of what a key is: an index of another one is refused.
KEYS: Final = 1
_LETTER: Final = r"[^\W\d_]"
# An elision goes only with the word that it stands before: «d'Artagnan», not "Id'".
_WORD: Final = re.compile(
    rf"(?:(?:(?:jus|lors|puis|quoi)?qu|[cdjlmnst])'(?={_LETTER}))?"
    # Letters with dots between them are one word: U.S., «أ.ف.ب».
    rf"((?:{_LETTER}\.)+{_LETTER}(?!{_LETTER})|{_LETTER}+"
    # 10 000 is one figure, and so is 2.5; 2021 100 is two.
    r"|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    rf"(?:'s(?!{_LETTER}))?"
)
# The one word that may have spaces inside, tatweel and marks left out.
_SPACED_FIGURE: Final = re.compile(r"\d[\Wـ]{0,4}\s[\Wـ]{0,4}\d{3}")
# A mark before exactly three digits parts thousands, after one to three digits that are
# not a lone nought: 2,763 of such marks in 44,516 articles, 1,238 decimal commas.
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+")
_NOT_DIGIT: Final = re.compile(r"\D")
_ARABIC: Final = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
# Letters that Persian and Kurdish names bring, as Arabic newsrooms write them.
_NEIGHBOURS: Final = str.maketrans("پڤچگھہەۆێڕڵ", "بفجكهههويرل")
# Egypt's spelling of two words that news is full of: مسئول, شئون.
_EGYPTIAN: Final = (("مسيول", "مسوول"), ("شيون", "شوون"))
# A longer run of letters is no word, and is found by its beginning.
_LONGEST: Final = 64
_SHORTEST_SINGULAR: Final = 3
_SHORTEST_PLURAL: Final = 4
# سوريا is not سوري, nor كانوا a noun, nor its ها part of one.
_NO_ACCUSATIVE: Final = ("يا", "وا", "ها")
# Endings in s that are no plural: Hamas, Paris, virus, press.
_NO_PLURAL: Final = ("as", "is", "os", "us", "ss")
_ALWAYS_WITH_S: Final = frozenset(
    "news series species means thus does goes gaz".split()
)
_SIBILANTS: Final = ("ches", "shes", "sses", "xes", "zes")


class Key(NamedTuple):
    """What one word is found by; all of it is empty for a sign or a lone proclitic."""

    stem: str
    singulars: tuple[str, ...] = ()
    # The word as written, folded, and its steps to the stem: for the start of a word.
    forms: tuple[str, ...] = ()

    def meets(self, other: "Key") -> bool:
        """Whether two words are found by one another."""
        if self.stem == other.stem:
            return True
        mine, theirs = {self.stem, *self.singulars}, {other.stem, *other.singulars}
        return not mine.isdisjoint(theirs)


class Place(NamedTuple):
    """A key and where its word stands in the folded text."""

    key: Key
    start: int
    end: int


class Piece(NamedTuple):
    """The keys of what stands between two spaces, joined as the index takes them."""

    stems: str
    singulars: str
    forms: str


def pieces(text: str) -> list[Piece]:
    """A text as the index takes it in, piece by piece."""
    if _SPACED_FIGURE.search(text):
        return [_piece_of(keys_of(text))]
    return [
        _piece(one) if len(one) <= _LONGEST else _piece_of(keys_of(one))
        for one in text.split()
    ]


def keys_of_piece(piece: str) -> tuple[Key, ...]:
    """The keys of what stands between two spaces, remembered for a while."""
    return _keys(piece) if len(piece) <= _LONGEST else tuple(keys_of(piece))


def keys_of(text: str) -> list[Key]:
    """The keys of a text's words, in order."""
    return [key for key in map(key_of, _WORD.findall(fold(text))) if key.stem]


def places(folded: str) -> Iterator[Place]:
    """The keys of a folded text with the places of their words."""
    for match in _WORD.finditer(folded):
        if (key := key_of(match[1])).stem:
            yield Place(key, *match.span(1))


@lru_cache(maxsize=1 << 15)
def key_of(word: str) -> Key:
    """The key of one folded word."""
    if word[0].isdecimal():
        return Key(_figure(word))
    word = word.replace(".", "")[:_LONGEST]
    if _ARABIC.match(word):
        return _arabic(word)
    word = word.casefold()
    return Key(word, tuple(_latin_singulars(word)))


@lru_cache(maxsize=1 << 15)
def _keys(piece: str) -> tuple[Key, ...]:
    return tuple(keys_of(piece))


# News repeats itself: of a hundred pieces all but four or five were seen before.
@lru_cache(maxsize=1 << 16)
def _piece(written: str) -> Piece:
    return _piece_of(keys_of(written))


def _piece_of(keys: list[Key]) -> Piece:
    return Piece(
        " ".join(key.stem for key in keys),
        " ".join(one for key in keys for one in key.singulars),
        " ".join(form for key in keys for form in key.forms),
    )


def _figure(word: str) -> str:
    if " " in word or _THOUSANDS.fullmatch(word):
        return _NOT_DIGIT.sub("", word)
    # A comma left over is a decimal one, as French writes it.
    return word[:_LONGEST].replace(",", ".")


def _arabic(word: str) -> Key:
    word = word.translate(_NEIGHBOURS)
    for theirs, ours in _EGYPTIAN:
        word = word.replace(theirs, ours)
    if word in FRAGMENTS:
        return Key("")
    *forms, stem = chain(word)
    return Key(stem, tuple(_arabic_singulars(stem)), tuple(forms))


def _arabic_singulars(stem: str) -> Iterator[str]:
    """What a sound plural or accusative is of: مسؤولون, دبابات, قرارات; قرارا."""
    if stem.endswith("ا") and not stem.endswith(_NO_ACCUSATIVE):
        if len(stem) > _SHORTEST_SINGULAR:
            yield stem[:-1]
        return
    short = stem[:-2]
    if len(short) < _SHORTEST_SINGULAR:
        return
    if stem.endswith(("ون", "ين")):
        yield short
        # The dual of a feminine: دولتين.
        if short.endswith("ت") and len(short) > _SHORTEST_SINGULAR:
            yield short[:-1] + "ه"
    elif stem.endswith("ات"):
        yield short
        yield short + "ه"


def _latin_singulars(word: str) -> Iterator[str]:
    """What an English or French plural may be of; the word itself stays its first key."""
    if len(word) < _SHORTEST_PLURAL or word[-1] not in "sx" or word in _ALWAYS_WITH_S:
        return
    if word.endswith(_NO_PLURAL):
        return
    if word.endswith("aux"):
        yield word[:-1]
        yield word[:-2] + "l"
    elif word[-1] == "s":
        yield word[:-1]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        elif word.endswith(_SIBILANTS):
            yield word[:-2]
