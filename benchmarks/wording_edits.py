"""What people do to a text so that it is not known again, by rule: the same at every run."""

import random
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from wording_texts import FORMULAS, Writer

Edit = Callable[[str, random.Random, Writer], str]

_EMOJI: Final = "😀🌧🍲⚽🌱🔥✨🎈🌍👍🏽"
_MARKS: Final = "\u064e\u064f\u0650\u0651\u0652\u064b"
_LOOSE: Final = str.maketrans("أإآىةؤئ", "ااايهوي")
_DOTLESS: Final = str.maketrans("بتثنيجخذزشضظغفقة", "ٮٮٮںىححدرسصطعڡٯه")
_REDOTTED: Final = {
    letter: group
    for group in ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
    for letter in group
}
_LOOKALIKES: Final = str.maketrans("كيهأاعaeopcyx", "کیھٱاعаеорсух")
_BORROWED: Final = str.maketrans("كيهوفab", "گېہۆڤаЬ")
_LEET: Final = str.maketrans("oieast", "013457")
_FORMS: Final = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFE8D, 0xFEF5)
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
# How Arabic is written in Latin letters on the net; several habits for most letters.
_ARABIZI: Final = {
    "ا": ("a", "a", ""), "أ": ("a", "2a"), "إ": ("i", "e"), "آ": ("aa", "2a"), "ب": ("b",),
    "ت": ("t",), "ث": ("th", "s", "t"), "ج": ("j", "g"), "ح": ("7", "h"), "خ": ("kh", "5", "7'"),
    "د": ("d",), "ذ": ("th", "z", "d"), "ر": ("r",), "ز": ("z",), "س": ("s",), "ش": ("sh", "ch"),
    "ص": ("s", "9"), "ض": ("d", "9'"), "ط": ("t", "6"), "ظ": ("z", "dh"), "ع": ("3", "a"),
    "غ": ("gh", "3'"), "ف": ("f",), "ق": ("q", "k", "9"), "ك": ("k",), "ل": ("l",), "م": ("m",),
    "ن": ("n",), "ه": ("h",), "و": ("w", "o", "ou"), "ي": ("y", "i"), "ى": ("a",), "ة": ("a", "ah"),
    "ء": ("2", ""), "ؤ": ("2", "o"), "ئ": ("2", "i"), "،": (",",), "ً": ("an",),
}  # fmt: skip


def _drop(share: float) -> Edit:
    def edit(text: str, draw: random.Random, _: Writer) -> str:
        words = text.split()
        gone = set(draw.sample(range(len(words)), max(1, round(len(words) * share))))
        return " ".join(word for at, word in enumerate(words) if at not in gone)

    return edit


def _replace(share: float) -> Edit:
    def edit(text: str, draw: random.Random, writer: Writer) -> str:
        words = text.split()
        for at in draw.sample(range(len(words)), max(1, round(len(words) * share))):
            words[at] = writer.some(1)[0]
        return " ".join(words)

    return edit


def _greeting(text: str, draw: random.Random, writer: Writer) -> str:
    return f"{draw.choice(FORMULAS[writer.language])}\n{text}"


def _link(text: str, draw: random.Random, _: Writer) -> str:
    return f"{text} https://news.example/{draw.getrandbits(40):x}?ref=share"


def _hashtags(text: str, _: random.Random, writer: Writer) -> str:
    return f"{text} " + " ".join(f"#{'_'.join(writer.some(2))}" for __ in range(3))


def _quoted(text: str, _: random.Random, writer: Writer) -> str:
    around = [writer.text(len(text) - 20, len(text) + 20) for __ in range(2)]
    return f"{around[0]} «{text}» {around[1]}"


def _typos(text: str, draw: random.Random, writer: Writer) -> str:
    """One letter in twenty is another, twice, gone, or changes place with the next."""
    letters = list(text)
    for at in range(len(letters) - 1):
        if letters[at].isalpha() and draw.random() < 0.05:
            way = draw.randrange(4)
            if way == 0:
                letters[at] = draw.choice(draw.choice(writer.words))
            elif way == 1:
                letters[at] *= 2
            elif way == 2:
                letters[at] = ""
            else:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def _halves_swapped(text: str, _: random.Random, __: Writer) -> str:
    words = text.split()
    half = len(words) // 2
    return " ".join(words[half:] + words[:half])


def _parts_mixed(text: str, draw: random.Random, _: Writer) -> str:
    """Four parts in another order, parted by lines."""
    words = text.split()
    cuts = [len(words) * part // 4 for part in range(5)]
    parts = [" ".join(words[a:b]) for a, b in pairwise(cuts)]
    draw.shuffle(parts)
    return "\n".join(parts)


def _neighbours_swapped(text: str, draw: random.Random, _: Writer) -> str:
    """One word in seven changes place with the next."""
    words = text.split()
    for at in range(draw.randrange(3), len(words) - 1, 7):
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _shuffled(text: str, draw: random.Random, _: Writer) -> str:
    """Every word in another place: what is left are words, not a wording."""
    words = text.split()
    draw.shuffle(words)
    return " ".join(words)


def _elongated(text: str, draw: random.Random, _: Writer) -> str:
    return "".join(
        one * draw.randint(2, 6) if one.isalpha() and draw.random() < 0.15 else one
        for one in text
    )


def _redotted(text: str, draw: random.Random, _: Writer) -> str:
    return "".join(
        draw.choice(_REDOTTED[one]) if one in _REDOTTED and draw.random() < 0.3 else one
        for one in text
    )


def _between(signs: str, chance: float) -> Edit:
    def edit(text: str, draw: random.Random, _: Writer) -> str:
        return "".join(
            one + draw.choice(signs)
            if one.isalpha() and draw.random() < chance
            else one
            for one in text
        )

    return edit


def _arabizi(text: str, draw: random.Random, _: Writer) -> str:
    written = []
    for word in text.split():
        out = "".join(draw.choice(_ARABIZI.get(one, (one,))) for one in word)
        # Short vowels stand between some consonants.
        written.append(
            re.sub(
                r"(?<=[bcdfgjklmnqrstz])(?=[bcdfgjklmnqrstz])",
                lambda _: draw.choice(("", "a", "i", "e")),
                out,
            )
        )
    return " ".join(written)


def _spaced(text: str, _: random.Random, __: Writer) -> str:
    return "   ".join(" ".join(word) for word in text.split())


def _first_part(text: str, _: random.Random, __: Writer) -> str:
    words = text.split()
    return " ".join(words[: max(1, len(words) * 3 // 5)])


EDITS: Final[dict[str, Edit]] = {
    "unchanged": lambda text, _, __: text,
    "greeting in front": _greeting,
    "link added": _link,
    "hashtags added": _hashtags,
    "quoted, 3 times as long": _quoted,
    "5 % of words dropped": _drop(0.05),
    "10 % of words dropped": _drop(0.10),
    "20 % of words dropped": _drop(0.20),
    "5 % of words replaced": _replace(0.05),
    "10 % of words replaced": _replace(0.10),
    "20 % of words replaced": _replace(0.20),
    "5 % of letters mistyped": _typos,
    "halves swapped": _halves_swapped,
    "four parts mixed": _parts_mixed,
    "neighbours swapped": _neighbours_swapped,
    "all words shuffled": _shuffled,
    "first 60 % only": _first_part,
    "elongated": _elongated,
    "letters spaced": _spaced,
    "emoji between letters": _between(_EMOJI, 0.15),
    "tatweel": _between("\u0640", 0.4),
    "vowel marks": _between(_MARKS, 0.8),
    "zero-width signs": _between("\u200b\u200c\u200d\u2060", 0.3),
    "dots and dashes": _between(".-_*", 0.5),
    "presentation forms": lambda text, _, __: "".join(_FORMS.get(a, a) for a in text),
    "loose spelling": lambda text, _, __: text.translate(_LOOSE),
    "dotless": lambda text, _, __: text.translate(_DOTLESS),
    "wrong dots": _redotted,
    "look-alike letters": lambda text, _, __: text.translate(_LOOKALIKES),
    "borrowed letters": lambda text, _, __: text.translate(_BORROWED),
    "digits for letters": lambda text, _, __: text.translate(_LEET),
    "in Latin letters": _arabizi,
}
ARABIC_ONLY: Final = {
    "tatweel", "vowel marks", "presentation forms", "loose spelling", "dotless",
    "wrong dots", "in Latin letters",
}  # fmt: skip
LATIN_ONLY: Final = {"digits for letters"}
_HEAVY: Final = {"20 % of words replaced", "first 60 % only", "in Latin letters"}
_INSIDE: Final = tuple(name for name in EDITS if "between" in name or name in {
    "elongated", "letters spaced", "tatweel", "vowel marks", "zero-width signs", "dotless",
    "loose spelling", "wrong dots", "look-alike letters", "presentation forms",
})  # fmt: skip
_AROUND: Final = (
    "greeting in front",
    "link added",
    "hashtags added",
    "quoted, 3 times as long",
)
_WORDS: Final = ("5 % of words dropped", "10 % of words dropped", "5 % of words replaced",
                 "10 % of words replaced", "halves swapped", "four parts mixed")  # fmt: skip


def fits(name: str, language: str) -> bool:
    """Say whether an edit means anything in a language."""
    return name not in (LATIN_ONLY if language == "ar" else ARABIC_ONLY)


def three_at_once(text: str, draw: random.Random, writer: Writer) -> str:
    """One edit of the words, one around the text and one of the letters."""
    for names in (_WORDS, _AROUND, _INSIDE):
        fitting = [name for name in names if fits(name, writer.language)]
        text = EDITS[draw.choice(fitting)](text, draw, writer)
    return text
