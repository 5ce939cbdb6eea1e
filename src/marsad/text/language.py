"""Which language a paragraph is written in: Arabic, English, French, or none of them.

A letter rule separates the scripts and keeps Kurdish, Persian and Urdu apart from
Arabic; frequent words separate English from French. Text in any other language is
"und" (undetermined, ISO 639-2) and is not read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from marsad.text.normalise import fold

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d5\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Letters of Persian, Urdu and Kurdish that Arabic words do not have; the Farsi ya and
# kaf stand in careless Arabic typing as well, so they say nothing.
_NOT_ARABIC = re.compile(r"[پچژگڕڵێۆەٹڈڑےںھ]")
_ARABIC_WORDS = frozenset(
    ["في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "هذا", "هذه", "مع", "كان", "بين", "قال"]
)
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "a", "is", "was", "that", "for", "it", "with", "as", "on", "be", "at", "by", "this", "had", "not", "are", "but", "from", "or", "have", "an", "they", "which", "one", "were", "all", "their", "there", "been", "has", "who", "will", "more", "said", "when", "its", "his", "he", "her", "she", "would", "about", "after", "two", "we", "our", "you", "also", "than", "other"]
)
_FRENCH = frozenset(
    ["le", "la", "les", "de", "des", "du", "et", "un", "une", "est", "dans", "que", "qui", "pour", "en", "sur", "par", "au", "aux", "avec", "ce", "cette", "ne", "pas", "il", "elle", "ils", "son", "sa", "ses", "se", "plus", "ont", "ete", "sont", "d", "l", "qu", "n", "s", "c", "j", "nous", "vous", "leur", "leurs", "mais", "ou", "comme", "apres", "fait", "selon", "entre", "deux", "dont", "etait"]
)
_WORD = re.compile(r"[a-z]+")
# A paragraph of which more than one letter in twenty is foreign to Arabic is not it.
_FOREIGN_SHARE = 0.05


class Run(NamedTuple):
    """A stretch of neighbouring paragraphs in one language."""

    language: str
    start: int
    end: int


def language_of(paragraph: str) -> str:
    """Name the language of a paragraph: "ar", "en", "fr" or "und"."""
    arabic = len(_ARABIC.findall(paragraph))
    latin = len(_LATIN.findall(paragraph))
    if arabic == latin == 0:
        return "und"
    if arabic >= latin:
        return _arabic_or_not(paragraph, arabic)
    return _english_or_french(paragraph)


def _arabic_or_not(paragraph: str, letters: int) -> str:
    foreign = len(_NOT_ARABIC.findall(paragraph))
    if foreign <= _FOREIGN_SHARE * letters and foreign < 8:
        return "ar"
    words = set(paragraph.split())
    return "ar" if len(words & _ARABIC_WORDS) >= 3 and foreign < letters / 10 else "und"


def _english_or_french(paragraph: str) -> str:
    words = _WORD.findall(fold(paragraph))
    english = sum(word in _ENGLISH for word in words)
    french = sum(word in _FRENCH for word in words)
    if english == french == 0:
        return "und"
    return "en" if english >= french else "fr"


_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")


def runs(text: str, known: str | None = None) -> Iterator[Run]:
    """Yield the stretches of one language; a line too short to tell joins its neighbour.

    ``known`` is the language that the publisher states, used where letters and words
    do not tell. The runs cover the whole text, in order, without gaps.
    """
    language, start, end = known or "", 0, 0
    for match in _PARAGRAPH.finditer(text):
        found = language_of(match.group())
        if found == "und" and not _is_foreign(match.group()):
            found = language
        if found != language and language and end > start:
            yield Run(language, start, end)
            start = end
        language, end = found or language, match.end()
    if end > start:
        yield Run(language or "und", start, end)


def _is_foreign(paragraph: str) -> bool:
    """Say whether an undetermined paragraph is long enough to be another language."""
    return len(paragraph.split()) >= 8
