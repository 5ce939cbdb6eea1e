"""To whom somebody speaks in Arabic: «قال لرويترز», «صرحت لإذاعة «المدينة» بأن».

Whoever hears is no speaker, though a body or a person stands right behind the verb.
"""

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.arabic_phrases import BREAKERS
from marsad.reading.quotations.speakers import Candidates

_TO = "ل"
_TO_THE = "لل"
_MEDIA = frozenset(
    """لقناه لصحيفه لمجله لوكاله لاذاعه لموقع لبرنامج لجريده لتلفزيون لراديو لشبكه لفضاييه
    ليوميه لاسبوعيه لمحطه لمراسل لمراسله لمبعوث لوسايل لوكالات لصحيفتي لقناتي لصحف لمنبر
    لميكروفون لبوابه لمنصه لدوريه""".split()
)
# Media that are called by their names alone, folded, by how many words these have.
_NAMES = {
    name: size
    for size, names in (
        (
            1,
            """رويترز بلومبرغ بلومبيرغ شينخوا سبوتنيك موزاييك الاناضول الجزيره العربيه وات تاس
        انترفاكس الميادين سانا واع واج بترا واس قنا معا وفا كونا الحره الحدث يورونيوز دويتشه
        اكسبرس ديوان شمس نسمه حنبعل التاسعه الصباح الشروق""",
        ),
        (2, """فرانس اسوشيتد اسوشييتد يونايتد سكاي روسيا فوكس دوتشه جوهره"""),
        (3, """سي بي ان"""),
    )
    for name in names.split()
}
_OPENERS = frozenset('«"“„(')
_CLOSERS = frozenset('»"”)')
_LONGEST_NAME = 4
_DEFINITE = "ال"


class Hearers:
    """Passes over the hearers that stand between the verbs of a passage and the rest."""

    __slots__ = ("_candidates", "_passage", "_words")

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._passage = candidates.passage
        self._words = candidates.passage.words

    def after(self, token: int, limit: int) -> int:
        """Return the token behind whom a verb is said to, or the token itself."""
        if token >= limit or self._words[token][0] != _TO:
            return token
        end = self._after_known(token, limit) or self._after_alone(token, limit)
        if end is None and self._is_media(token):
            end = self._after_name(token + 1, limit)
        if end is None:
            return token
        while end < limit and self._words[end] in _OPENERS and self._is_name(end):
            end = self._after_marks(end, limit)
        return end

    def _after_known(self, token: int, limit: int) -> int | None:
        """Pass over a known body or person that carries ل, or follows its noun."""
        is_media = self._is_media(token)
        for seen in (
            *self._candidates.parties(token, token + 2),
            *self._candidates.persons(token, token + 2),
        ):
            is_clitic = seen.finding.span.start > self._passage.place(token)
            if (seen.first == token and is_clitic) or (
                seen.first > token and (is_media or self._words[token] == _TO)
            ):
                return min(seen.last, limit)
        return None

    def _after_alone(self, token: int, limit: int) -> int | None:
        """Pass over a medium that is called by its name alone: «لفرانس برس»."""
        word = self._words[token][len(_TO) :]
        size = _NAMES.get("ا" + word if word.startswith(_TO) else word)
        return min(limit, token + size) if size else None

    def _is_media(self, token: int) -> bool:
        word = self._words[token]
        if word == _TO:
            return True
        return word in _MEDIA or (word.startswith(_TO_THE) and len(word) > len("للان"))

    def _after_name(self, token: int, limit: int) -> int:
        """Pass over the name of a medium: a few words, or what stands in marks."""
        if token < limit and self._words[token] in _OPENERS:
            return self._after_marks(token, limit)
        if self._words[token - 1].startswith(_TO_THE):
            return token
        end = token
        while end < limit and end - token < _LONGEST_NAME and self._goes_on(end, token):
            end += 1
        return end

    def _goes_on(self, token: int, first: int) -> bool:
        word = self._words[token]
        if not word.isalpha() or word in BREAKERS:
            return False
        is_office = any(
            hits_from(self._passage.hits(tag), token, token + 1)
            for tag in ("speaker", "title")
        )
        if is_office or self._candidates.persons(token, token + 1):
            return False
        return token == first or word.startswith(_DEFINITE)

    def _is_name(self, token: int) -> bool:
        """Say whether short marks at a token hold a name, and no words that are said."""
        end = self._after_marks(token, min(len(self._words), token + _LONGEST_NAME + 8))
        return self._words[token] == "(" and end > token

    def _after_marks(self, token: int, limit: int) -> int:
        for end in range(token + 1, limit):
            if self._words[end] in _CLOSERS:
                return end + 1
        return token
