"""Which language a paragraph is written in: Arabic, English, French, or none of them.

Letters separate the scripts and keep Kurdish, Persian and Urdu apart from Arabic;
frequent words separate English, French and their neighbours. Text in any other
language is "und" (undetermined, ISO 639-2) and is not read.
"""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from marsad.text.normalise import fold

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d5\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
# Letters of Persian, Urdu and Kurdish that Arabic words do not have. The Farsi ya and
# kaf stand in careless Arabic typing as well: they only call for a second look.
_NOT_ARABIC = re.compile(r"[پچژگڕڵێۆەٹڈڑےںھہ]")
_SECOND_LOOK = re.compile(r"[پچژگڕڵێۆەٹڈڑےںھہکی]")
_ARABIC_WORDS = frozenset(
    "في من على إلى الى أن ان إن عن التي الذي هذا هذه ذلك مع كان كانت بين قال بعد قبل خلال "
    "كما أو لم لن قد ما لا هو هي كل عند حتى منذ".split()
)
# Frequent words of Persian, Urdu and Sorani that no Arabic word is written like.
_NEIGHBOURS = frozenset(
    "از در که كه را است برای براي این با شده های هاي می یک آن تا شود کرد بود خود "
    "کے کی کا کو میں سے نے اور ہے ہیں پر یہ لە بۆ لەگەڵ ئەو".split()
)
# Where more than one letter in twenty is foreign, or this many are, words must tell.
_FOREIGN_SHARE = 0.05
_FOREIGN_LETTERS = 8
_PLENTY = 3  # so many frequent words are no accident

_ENGLISH = frozenset(
    "the of and to in is was that for it with as on be at by this had not are but from or "
    "have an they which one were all their there been has who will more said when its his "
    "he her she would about after two we our you also than other into over could".split()
)
_FRENCH = frozenset(
    "le la les de des du et un une est dans que qui pour en sur par au aux avec ce cette "
    "ne pas il elle ils son sa ses se plus ont ete sont d' l' qu' n' s' c' j' nous vous leur "
    "leurs mais ou comme apres fait selon entre deux dont etait ces nos sans sous".split()
)
# Frequent words of Spanish, Portuguese, Italian, German, Dutch, Turkish and Kurmanji,
# folded; those that French shares with its sisters count on both sides.
_OTHERS = frozenset(
    "de la en un que se es no el los las del por con para como pero su sus y lo al mas fue esta ha uma dos das nao em "
    "ao com che di della dei gli sono nel anche und der das den dem nicht mit ist auf fur ein "
    "eine von zu wird het een niet voor dat zijn ve bir bu ile icin olarak ku ji bi xwe li wan".split()
)
# An elision goes with its letter: "d'" is French, the D of "D.C." is nothing.
_WORD = re.compile(r"[a-z]+'?")
# Half the words of running English or French are frequent ones; of a list, few are.
_RUNNING_SHARE = 0.1
_CLEAR_LEAD = 2
# A line of one or two words is a name or a heading, in whatever language stands around.
_SHORTEST_CHANGE = 3

_PARAGRAPH = re.compile("[^\n\r\u2028\u2029]+[\n\r\u2028\u2029]*|[\n\r\u2028\u2029]+")


class Run(NamedTuple):
    """A stretch of neighbouring paragraphs in one language."""

    language: str
    start: int
    end: int


class _Guess(NamedTuple):
    """What a paragraph seems to be, and whether it says so clearly."""

    language: str  # "" where nothing tells
    is_sure: bool


_NOTHING = _Guess("", is_sure=False)


def language_of(paragraph: str) -> str:
    """Name the language of a paragraph: "ar", "en", "fr" or "und"."""
    return _guess(paragraph).language or "und"


def runs(text: str, known: str | None = None) -> Iterator[Run]:
    """Yield the stretches of one language; a line too short to tell joins its neighbour.

    ``known`` is the language that the publisher states, used where letters and words
    do not tell. The runs cover the whole text, in order, without gaps.
    """
    language, start, end = (known or "").lower()[:2], 0, 0
    likely = ""
    for match in _PARAGRAPH.finditer(text):
        guess = _guess(match.group())
        likely = likely or guess.language
        if guess.is_sure and guess.language != language:
            # What stands before the first sure paragraph belongs to it.
            if language and end > start:
                yield Run(language, start, end)
                start = end
            language = guess.language
        end = match.end()
    if end > start:
        yield Run(language or likely or "und", start, end)


def _guess(paragraph: str) -> _Guess:
    arabic = sum(map(len, _ARABIC.findall(paragraph)))
    latin = sum(map(len, _LATIN.findall(paragraph)))
    if arabic == latin == 0:
        return _NOTHING
    is_long = len(paragraph.split(None, _SHORTEST_CHANGE)) >= _SHORTEST_CHANGE
    if arabic >= latin:
        return _Guess(_arabic_or_not(paragraph, arabic), is_long)
    return _latin_language(paragraph, is_long=is_long)


def _arabic_or_not(paragraph: str, letters: int) -> str:
    if not _SECOND_LOOK.search(paragraph):
        return "ar"
    words = set(paragraph.split())
    arabic = len(words & _ARABIC_WORDS)
    if len(words & _NEIGHBOURS) > arabic:
        return "und"
    foreign = len(_NOT_ARABIC.findall(paragraph))
    if foreign <= _FOREIGN_SHARE * letters and foreign < _FOREIGN_LETTERS:
        return "ar"
    is_arabic = arabic >= _PLENTY and foreign <= 2 * _FOREIGN_SHARE * letters
    return "ar" if is_arabic else "und"


def _latin_language(paragraph: str, *, is_long: bool) -> _Guess:
    words = _WORD.findall(fold(paragraph))
    counts = [
        (sum(map(frequent.__contains__, words)), language)
        for language, frequent in (("und", _OTHERS), ("fr", _FRENCH), ("en", _ENGLISH))
    ]
    counts.sort(key=itemgetter(0))
    (second, _), (most, language) = counts[1:]
    if most == 0:
        return _NOTHING
    is_clear = most - second >= _CLEAR_LEAD and most >= _RUNNING_SHARE * len(words)
    return _Guess(language, is_long and is_clear)
