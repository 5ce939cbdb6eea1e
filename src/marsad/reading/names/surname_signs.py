"""What bears out that a public surname standing alone means its bearer.

A surname that is a word as well needs a title, a verb of saying or another person beside
it; behind the first name of somebody else it is not the public figure's.
"""

from collections.abc import Set

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_surnames import stands_as_surname
from marsad.reading.names.gazetteer import (
    arabic_names,
    common_words,
    latin_names,
    most_common,
    words_for_surnames,
)
from marsad.reading.names.roles import Titles
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage


class SurnameSigns:
    """The surroundings of public surnames in one passage."""

    __slots__ = ("_letters", "_passage", "_says", "_states", "_titles")

    def __init__(
        self, passage: Passage, letters: Letters, titles: Titles, says: Set[int]
    ) -> None:
        self._passage = passage
        self._letters = letters
        self._titles = titles.before
        self._states = titles.states()
        self._says = says

    def bear_out(self, hit: Hit, surname: str, *, is_after_person: bool) -> bool:
        """Say whether a surname that is a word as well means a person here."""
        language = self._passage.language
        if language != "ar":
            return surname not in common_words(language)
        if surname not in words_for_surnames() or hit.first in self._titles:
            return True
        is_and = self._passage.words[hit.first][: hit.clitic] == "و"
        if is_and and is_after_person:
            return True  # «لافروف وكيري»
        party = hit.row["party"]
        if len(party) == 2 and party not in self._states:
            return False
        return hit.first - 1 in self._says or stands_as_surname(self._passage, hit)

    def is_other(self, hit: Hit, *, is_after_person: bool) -> bool:
        """Say whether a public surname belongs here to another, unknown, first name."""
        before = hit.first - 1
        if before < 0:
            return False
        word = self._passage.words[before]
        if self._passage.language == "ar":
            is_word = word in common_words("ar") or before in self._titles
            return word in arabic_names() and not (is_word or is_after_person)
        if word in most_common(self._passage.language):
            return False
        return (
            self._letters.capital[before]
            and latin_names().get(word, 0) > 2
            and before not in self._titles
        )


__all__ = ["SurnameSigns"]
