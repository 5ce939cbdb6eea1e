"""Whether two words of names, in any of the scripts, may be spellings of one name.

1. Common names are told by the lists: محمد and محمود, "Hassan" and "Hussein", are two.
2. Two Arabic words are one where only a seat of hamza differs, a letter for g, or, in
   foreign names, a vowel: آلن and ألين.
3. An Arabic and a Latin word are weighed by the letter groups of the two scripts.
4. Two Latin words are one where little but vowels differs: "Poutine" and "Putin".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from marsad.linking.sounds import name_parts
from marsad.reading.lexicon import rows
from marsad.text.normalise import fold
from marsad.text.transliteration.likeness import SAME, likeness

# Of two letters, or of one and the one after it, what their difference costs.
_Cost = Callable[[str, str], float]

_ARABIC: Final = re.compile("[ء-ي]")
_ARABIC_WORD: Final = re.compile(r"[ء-ي]+")
_ARABIC_PARTICLES: Final = frozenset("بن بنت ابن ال ابو ابي اب دي فان فون".split())
_SERVANT: Final = re.compile(r"\bعبد ")
_CLOSED: Final = re.compile(r"(?<=\w) (?=(?:الدين|الله)\b)")  # «نصر الله», one name
_ENDS_OF_FAITH: Final = re.compile(r"(?<=\w{3})[aeu]?dd?(?:ine|een|in)$")
# An article that has become like the first letter of the name: "Essebsi".
_ASSIMILATED: Final = re.compile(r"^[ea]([dnrstz])(?=\1\w{3})")
_ARTICLED: Final = 4  # letters of a word whose ال is hardly ever its own
_LATIN_SERVANTS: Final = frozenset("abd abdel abdul abdal abdol abdoul".split())
_FAITHS: Final = frozenset("din dine deen eddin eddine uddin addin".split())


@lru_cache(maxsize=65536)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name in either script, without articles and particles, folded.

    "Abdel Fattah" is one word, and so is «صلاح الدين».
    """
    if not _ARABIC.search(folded := fold(name)):
        return tuple(_joined(name_parts(name)))
    closed = _CLOSED.sub("", _SERVANT.sub("عبد", folded))
    words = _ARABIC_WORD.findall(closed)
    kept = [word for word in words if word not in _ARABIC_PARTICLES] or words
    return tuple(
        word[2:] if word.startswith("ال") and len(word) > _ARTICLED else word
        for word in kept
    )


def _joined(parts: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for part in parts:
        is_servant = bool(joined) and joined[-1] in _LATIN_SERVANTS
        is_faith = bool(joined) and part in _FAITHS
        if is_servant or is_faith:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


@lru_cache(maxsize=65536)
def may_be_one(one: str, other: str) -> bool:
    """Whether two words of names, folded, may be spellings of one."""
    if one == other:
        return True
    is_arabic, is_other_arabic = bool(_ARABIC.match(one)), bool(_ARABIC.match(other))
    if is_arabic and is_other_arabic:
        return _is_one_arabic(one, other)
    if is_arabic:
        return _is_one_in_two_scripts(one, other)
    if is_other_arabic:
        return _is_one_in_two_scripts(other, one)
    return _is_one_latin(one, other)


# What newsrooms write in turn, at what cost; of 2,676 pairs of spellings of one name that
# are one letter apart, 25 in 100 lack a ي, 13 an ا, 5 a و; 7 have ج for غ, 4 ز for س.
_IN_TURN: Final = ("جغقك", "سزص", "تطث", "حه", "دضظذ", "فو", "شس", "اي", "او", "وي")
_ARABIC_LIMIT: Final = 0.6
_SWAP, _VOWEL, _SHORT = 0.35, 0.6, 3


def _is_one_arabic(one: str, other: str) -> bool:
    given = _given()
    # «حسنن» is no list's name, but a letter off a common name is mostly another name.
    if one in given or other in given or min(len(one), len(other)) < _SHORT:
        return False
    return _cost(one, other, _arabic_swap, _arabic_lack) <= _ARABIC_LIMIT


def _arabic_swap(one: str, other: str) -> float:
    return _SWAP if any(one in two and other in two for two in _IN_TURN) else 1.0


def _arabic_lack(letter: str, after: str) -> float:
    if not after:
        return 1.0 if letter == "ي" else _VOWEL
    return _VOWEL if letter in "اوي" else 1.0


def _is_one_in_two_scripts(arabic: str, latin: str) -> bool:
    listed = in_arabic().get(latin, frozenset())
    if arabic in listed:
        return True
    bare = _ASSIMILATED.sub("", latin)
    if bare != latin and _is_one_in_two_scripts(arabic, bare):
        return True
    given = _given()
    if arabic.endswith("الدين") and (ending := _ENDS_OF_FAITH.search(latin)):
        return _is_one_in_two_scripts(arabic[:-5], latin[: ending.start()])
    if arabic not in given:
        return likeness(arabic, latin) >= SAME
    if not listed.isdisjoint(given):
        return False
    return any(_is_one_latin(usual, latin) for usual in _usual()[arabic])


# So much two Latin spellings may differ: one vowel for another in a short word, one
# more in a long one. A vowel that only one of them has makes "Amir" of "Amr".
_LIMIT, _LONG_LIMIT, _LONG = 0.45, 0.6, 7


def _is_one_latin(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    genders = {_genders().get(one), _genders().get(other)}
    is_feminine = f"{first}e" == second or f"{second}e" == first  # "Michelle"
    if genders == {"m", "f"} or ("f" in genders and is_feminine):
        return False
    listed = in_arabic().get(one, frozenset()) & _given()
    other_listed = in_arabic().get(other, frozenset()) & _given()
    if listed and other_listed:
        return not listed.isdisjoint(other_listed)
    limit = _LONG_LIMIT if max(len(first), len(second)) >= _LONG else _LIMIT
    return _cost(first, second, _latin_swap, _latin_lack) <= limit


# Letters that spellings of one sound use in turn, English and French, the longer first.
_SOUNDS: Final = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"^abd[aeou]{1,2}(?:l|([rnszdt])(?=\1))(?!l?ah?$)(?=\w{3})", "abd"),
        (_ENDS_OF_FAITH.pattern, "din"),
        ("tsch|tch|sch|sh|ch|cz", "S"),
        ("kh", "x"),
        ("gu(?=[ei])|gh|dj|j", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("qu(?=[aeio])|ck|q|c(?=[^eiy]|$)", "k"),
        ("c", "s"),
        ("ou|oo|w(?![aeiouy])", "u"),
        ("w", "v"),
        ("ee|y", "i"),
        ("ei", "ai"),
        (r"(.)\1+", r"\1"),
    )
)
_NEAR: Final = ("ae", "ei", "ou", "sz", "xk", "xh", "vf", "vu", "bp")
_LIKE, _VOWEL_SWAP, _LACK = 0.2, 0.5, 0.5
_SILENT: Final = 0.2


@lru_cache(maxsize=65536)
def _plain(latin: str) -> str:
    for written, sound in _SOUNDS:
        latin = written.sub(sound, latin)
    return latin


def _latin_swap(one: str, other: str) -> float:
    if any(one in two and other in two for two in _NEAR):
        return _LIKE
    return _VOWEL_SWAP if one in "aeiou" and other in "aeiou" else 1.0


def _latin_lack(letter: str, after: str) -> float:
    if letter == "h" or (letter == "e" and not after):
        return _SILENT
    return _LACK if letter in "aeiou" else 1.0


def _cost(one: str, other: str, swap: _Cost, lack: _Cost) -> float:
    """The least cost of turning one word into another, letter by letter."""
    lacks = [lack(letter, other[at : at + 1]) for at, letter in enumerate(other, 1)]
    before = [0.0]
    for lacking in lacks:
        before.append(before[-1] + lacking)
    for place, letter in enumerate(one, 1):
        left_out = lack(letter, one[place : place + 1])
        after = [before[0] + left_out]
        for at, like in enumerate(other):
            changed = before[at] + (0.0 if letter == like else swap(letter, like))
            after.append(min(changed, before[at + 1] + left_out, after[at] + lacks[at]))
        before = after
    return before[-1]


@cache
def in_arabic() -> Mapping[str, frozenset[str]]:
    """Return for Latin words of names the Arabic words of the lists, all folded."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("names_ar"):
        for latin in {row["en"], row.get("maghreb") or row["en"]}:
            before = found.get(_one_word(latin), frozenset())
            found[_one_word(latin)] = before | {_one_word(row["ar"])}
    for row in rows("names_wikidata"):
        found.setdefault(_one_word(row["en"]), frozenset([_one_word(row["ar"])]))
    return found


def _one_word(name: str) -> str:
    return "".join(words_of_name(name))


@cache
def _given() -> frozenset[str]:
    """Return the given names of the Arab world, without the article."""
    return frozenset(_usual())


@cache
def _usual() -> Mapping[str, tuple[str, ...]]:
    """Return the usual Latin spellings of each Arab name of the lists."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("names_ar"):
        forms = (row["en"], row.get("maghreb") or row["en"])
        found.setdefault(_one_word(row["ar"]), tuple(map(_one_word, forms)))
    return found


@cache
def _genders() -> Mapping[str, str]:
    return {
        fold(form): row["gender"]
        for row in rows("given_names")
        for form in row["form"].split("|")
    }
