"""What outlets do to a sentence, done by rule: the same edits at every run."""

import random
import re
import unicodedata
from collections.abc import Callable

from marsad.reading.lexicon import rows

Edit = Callable[[list[str], str, random.Random], list[str]]

_DIGITS = re.compile(r"[1-9]\d*")
_LOOSE = str.maketrans("أإآىة", "ااايه")
_PROCLITICS = ("و", "ال", "ب", "ل")
_STRANGE = {
    language: [row["form"] for row in rows(f"common_words_{language}")][200:]
    for language in ("ar", "en", "fr")
}


def _word_dropped(words: list[str], _: str, draw: random.Random) -> list[str]:
    """One word in seven is left out."""
    return [word for word in words if draw.random() > 1 / 7]


def _halves_swapped(words: list[str], _: str, __: random.Random) -> list[str]:
    """What stood behind the middle comes first."""
    commas = [at for at, word in enumerate(words) if word[-1] in ",،;؛"]
    middle = min(commas, key=lambda at: abs(at - len(words) // 2), default=None)
    at = len(words) // 2 if middle is None else middle + 1
    return [*words[at:], *words[:at]]


def _synonyms(words: list[str], language: str, draw: random.Random) -> list[str]:
    """One word in seven is another word."""
    return [
        draw.choice(_STRANGE[language]) if draw.random() < 1 / 7 else word
        for word in words
    ]


def _numbers_changed(words: list[str], _: str, __: random.Random) -> list[str]:
    """Every number in digits is another one."""
    return [_DIGITS.sub(lambda found: str(int(found[0]) + 7), word) for word in words]


def _words_added(words: list[str], language: str, draw: random.Random) -> list[str]:
    """A word is put in after one word in five."""
    longer = []
    for word in words:
        longer.append(word)
        if draw.random() < 1 / 5:
            longer.append(draw.choice(_STRANGE[language]))
    return longer


def _first_part(words: list[str], _: str, __: random.Random) -> list[str]:
    """What stands behind the first three fifths is left out."""
    return words[: max(1, len(words) * 3 // 5)]


def _clitics(words: list[str], language: str, draw: random.Random) -> list[str]:
    """Arabic words take or lose what is written onto them, others an s."""
    return [
        _reattached(word, language, draw) if draw.random() < 1 / 4 else word
        for word in words
    ]


def _reattached(word: str, language: str, draw: random.Random) -> str:
    if not word.isalpha() or len(word) < 4:
        return word
    if language != "ar":
        return word.removesuffix("s") if word.endswith("s") else f"{word}s"
    for proclitic in ("وال", "بال", "ال", "و", "ب"):
        if word.startswith(proclitic) and len(word) > len(proclitic) + 3:
            return word.removeprefix(proclitic)
    return draw.choice(_PROCLITICS) + word


def _spelling(words: list[str], language: str, draw: random.Random) -> list[str]:
    """Marks, hamza and accents are left out, or tatweel and capitals put in."""
    return [
        _respelt(word, language) if draw.random() < 1 / 2 else word for word in words
    ]


def _respelt(word: str, language: str) -> str:
    if language == "ar":
        return word.translate(_LOOSE).replace("لم", "لـم")
    parted = unicodedata.normalize("NFD", word.upper())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


EDITS: dict[str, Edit] = {
    "one word in seven dropped": _word_dropped,
    "clauses swapped": _halves_swapped,
    "one word in seven replaced": _synonyms,
    "numbers changed": _numbers_changed,
    "one word in five added": _words_added,
    "the first three fifths": _first_part,
    "clitics and endings": _clitics,
    "spelling": _spelling,
}


def edited(text: str, language: str, edit: Edit, draw: random.Random) -> str:
    """A sentence after one kind of edit."""
    return " ".join(edit(text.split(), language, draw)) or text
