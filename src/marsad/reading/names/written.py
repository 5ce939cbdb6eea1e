"""How a passage writes its words: capital letters, and the case that a form asks for.

Folding takes case away, so "us" and "US" look alike to the automaton. In English and
French a form of a lexicon asks for the case in which the lexicon writes it: capitals
throughout, a capital first letter, or none.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from marsad.reading.lexicon import Hit, rows
from marsad.reading.passage import Passage
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_LONGEST_ACRONYM = 7
# From the loosest case to the strictest; titled: a capital behind its article too.
_ORDER = ("", "capital", "titled", "upper")
_ARTICLES = ("le ", "la ", "les ", "l'", "the ", "der ", "die ", "das ", "el ", "il ")


class Letters:
    """Which tokens of a passage begin with a capital, and which are capitals only."""

    __slots__ = ("capital", "passage", "upper")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        original, tokens = passage.original, passage.tokens
        if passage.language == "ar":
            self.capital = self.upper = [False] * len(tokens)
            return
        if len(original) == len(passage.text):
            starts, ends = tokens.starts, tokens.ends
        else:
            starts = [passage.view.place(start) for start in tokens.starts]
            ends = [passage.view.ends(end) for end in tokens.ends]
        pieces = [original[s:e] for s, e in zip(starts, ends, strict=True)]
        self.capital = [piece[:1].isupper() for piece in pieces]
        self.upper = [piece.isupper() for piece in pieces]

    def allows(self, hit: Hit, cases: Mapping[tuple[str, ...], str]) -> bool:
        """Say whether the words of a hit are written in the case that its form asks."""
        passage = self.passage
        if passage.language == "ar":
            return True
        case = cases.get(tuple(passage.words[hit.first : hit.last]), "")
        if case == "upper":
            last = hit.last - 1 - _stop(passage, hit)
            is_number = passage.words[last].isdigit()  # "G7"
            return self.upper[hit.first] and (is_number or self.upper[last])
        if case == "titled":
            # "Le Monde" and no "Le monde".
            second = hit.first + 1 + (passage.words[hit.first + 1] == "'")
            return self.capital[hit.first] and self.capital[second]
        return self.capital[hit.first] if case == "capital" else True


def _stop(passage: Passage, hit: Hit) -> int:
    """Return 1 where a form ends in a full stop, as in "U.S."."""
    return int(passage.words[hit.last - 1] == "." and hit.last - hit.first > 1)


@cache
def cases(language: str, *lexicons: str) -> Mapping[tuple[str, ...], str]:
    """Return for each form of some lexicons the case in which it is written."""
    found: dict[tuple[str, ...], str] = {}
    for form in _forms(language, lexicons):
        words = words_of(fold(form))
        loosest = min(_case(form), found.get(words, "upper"), key=_ORDER.index)
        if words:
            found[words] = loosest
    return found


def _forms(language: str, lexicons: Iterable[str]) -> Iterator[str]:
    for lexicon in lexicons:
        for row in rows(lexicon):
            yield from (row.get(language) or "").split("|")


def _case(form: str) -> str:
    letters = [letter for letter in form if letter.isalpha()]
    if not letters or letters[0].islower():
        return ""
    article = next((one for one in _ARTICLES if form.lower().startswith(one)), "")
    if article and form[len(article)].isupper():
        return "titled"
    is_acronym = all(letter.isupper() for letter in letters)
    return "upper" if is_acronym and len(letters) <= _LONGEST_ACRONYM else "capital"
