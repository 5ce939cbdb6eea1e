"""One key for a name however it is spelt, and Latin letters for an Arabic name.

A key is a skeleton of consonant classes: hamza seats, long and short vowels and the
letters that newsrooms exchange (غ ج ق ك for g, س ز ص, ت ط ث, doubled letters) fall
together, so that آلن, ألن and Allen, or بلينكن, بلينكين and Blinken, have one key.
Short keys collide: join two names only with a second sign (a title, a state, a first
name).
"""

import re
from functools import lru_cache

from marsad.text.normalise import fold

_ARABIC_CLASSES = {
    **dict.fromkeys("ب", "B"),
    **dict.fromkeys("ف", "F"),
    **dict.fromkeys("تطث", "T"),
    **dict.fromkeys("دضذظ", "D"),
    **dict.fromkeys("جغقكخ", "K"),
    **dict.fromkeys("سصزش", "S"),
    **dict.fromkeys("حه", "H"),
    "ل": "L",
    "م": "M",
    "ن": "N",
    "ر": "R",
}
_LATIN_CLASSES = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("fv", "F"),
    "t": "T",
    "d": "D",
    **dict.fromkeys("gjkq", "K"),
    **dict.fromkeys("sz", "S"),
    "h": "H",
    "l": "L",
    "m": "M",
    "n": "N",
    "r": "R",
}
# Groups of Latin letters that stand for one sound, the longer ones first.
_GROUPS = (
    ("tsch", "S"), ("tch", "S"), ("sch", "S"), ("ph", "F"), ("sh", "S"), ("ch", "S"),
    ("kh", "K"), ("gh", "K"), ("dh", "D"), ("th", "T"), ("dj", "K"), ("ck", "K"),
    ("x", "KS"), ("qu", "K"), ("ce", "S"), ("ci", "S"), ("cy", "S"), ("c", "K"),
)  # fmt: skip
_GROUP = re.compile("|".join(group for group, _ in _GROUPS))
_CLASS_OF_GROUP = dict(_GROUPS)
_VOWELS = "aeiou"
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def name_key(word: str) -> str:
    """Return the skeleton of one word of a name in Arabic or Latin letters.

    The key of a word without letters is empty. An initial vowel counts, inner vowels
    do not.
    """
    folded = fold(word)
    letters = "".join(letter for letter in folded if letter.isalpha())
    if not letters:
        return ""
    key = _latin_key(letters) if letters[0].isascii() else _arabic_key(letters)
    return _DOUBLED.sub(r"\1", key)


def _arabic_key(letters: str) -> str:
    letters = letters.replace("تش", "ش")
    head = "A" if letters[0] in "اعء" else {"ي": "Y", "و": "W"}.get(letters[0], "")
    if letters.endswith("ه") and len(letters) > 2:
        letters = letters[:-1]
    return head + "".join(_ARABIC_CLASSES.get(letter, "") for letter in letters)


def _latin_key(letters: str) -> str:
    head = "A" if letters[0] in _VOWELS else {"y": "Y", "w": "W"}.get(letters[0], "")
    if letters.endswith("h") and letters[-2:-1] in tuple(_VOWELS):
        letters = letters[:-1]
    marked = _GROUP.sub(lambda match: _CLASS_OF_GROUP[match.group()], letters)
    return head + "".join(
        letter if letter.isupper() else _LATIN_CLASSES.get(letter, "")
        for letter in marked
    )


_ARTICLE = re.compile(r"(?:ال|al-|el-|al |el )(?=\w{3})", re.IGNORECASE)


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name, without articles, in their order."""
    bare = _ARTICLE.sub("", fold(name)) if not name.isspace() else ""
    return tuple(key for word in re.split(r"[\s\-.]+", bare) if (key := name_key(word)))


_ROMAN = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "dh", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y",
}  # fmt: skip
_MAGHREB = {"ش": "ch", "ق": "k", "ج": "j", "و": "w", "ي": "y"}
_LONG = {"ا": "a", "و": "u", "ي": "i"}


@lru_cache(maxsize=4096)
def romanise(word: str, *, is_maghreb: bool = False) -> str:
    """Write an Arabic word of a name in Latin letters, as newsrooms roughly do.

    Short vowels are guessed: an "a" parts consonants that no vowel parts. In the
    manner of the Maghreb ش is "ch", ق is "k" and a long و is "ou".
    """
    folded = fold(word)
    if folded.startswith("ال") and len(folded) > 4:
        stem = romanise(folded[2:], is_maghreb=is_maghreb)
        return stem if is_maghreb else f"al-{stem}"
    pieces: list[str] = []
    for index, letter in enumerate(folded):
        pieces.append(_piece(folded, index, letter, pieces, is_maghreb=is_maghreb))
    return "".join(pieces).capitalize()


def _piece(
    word: str, index: int, letter: str, before: list[str], *, is_maghreb: bool
) -> str:
    is_last = index == len(word) - 1
    if is_last and letter in "هي":
        return "a" if letter == "ه" else "i"
    if letter in _LONG and index > 0 and _is_vowel_here(word, index):
        if letter == "و" and is_maghreb:
            return "ou"
        return _LONG[letter]
    latin = (_MAGHREB.get(letter) if is_maghreb else None) or _ROMAN.get(letter, "")
    if not latin or not before or before[-1][-1:] in _VOWELS or latin[0] in _VOWELS:
        return latin
    is_parted = len(before) > 1 and any(
        sign in _VOWELS for sign in before[-2] + before[-1]
    )
    after = word[index + 1 : index + 2]
    if is_parted and not is_last and after in _LONG:
        return latin  # two consonants between two vowels: "Gharbi"
    after_alef = word[index - 2 : index - 1] == "ا"
    return ("e" if is_maghreb else "i") + latin if after_alef else "a" + latin


def _is_vowel_here(word: str, index: int) -> bool:
    """Say whether ا و ي stand here for a long vowel and not for a consonant."""
    if word[index] == "ا":
        return True
    before = word[index - 1]
    after = word[index + 1 : index + 2]
    return before not in "اوي" and after not in ("ا",)


_FOREIGN = {"غ": "g", "ق": "k", "ج": "j", "خ": "kh", "و": "o", "ي": "i"}
# Two consonants that stand side by side in European names without a vowel.
_CLUSTERS = frozenset(
    "st nt nd rt rd lt ld rg rk nk ns rs rn rm tr dr br gr kr fr bl gl kl fl sl sk sm sn ts rl ln lm mb rb lb nz lz rz ks nf rf lf nj nb ng sh ch th ph kh gh".split()
)


# An r between consonants has lost its vowel: "nbrg" was "nberg".
_CROWDED = re.compile(r"([bdfgkmnpst])r([bdfgklmnpstz])")


@lru_cache(maxsize=4096)
def romanise_foreign(word: str) -> str:
    """Write in Latin letters a European name that stands in Arabic letters."""
    written = ""
    for letter in fold(word):
        latin = _FOREIGN.get(letter) or _ROMAN.get(letter, "")
        pair = written[-1:] + latin[:1]
        is_parted = any(sign in _VOWELS for sign in pair) or pair in _CLUSTERS
        written += latin if not written or is_parted else "e" + latin
    return _CROWDED.sub(r"\1er\2", written).capitalize()
