"""What somebody asks for, read from one line: words, phrases in marks, and not-words.

All words are wanted. Words between quotation marks («», “”, "") are wanted one after
the other; a minus before a word or a phrase wants it absent. No other sign means
anything, and no line is wrong: a mark that is never closed is passed over.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from marsad.searching.keys import Key, keys_of
from marsad.text.normalise import fold

# Nobody types more; what stands further on is passed over.
_LONGEST: Final = 1_000
_MOST_TERMS: Final = 32
# The longest first.
_ARTICLES: Final = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل")
_PART: Final = re.compile(
    r"(?P<minus>(?<!\S)[-−])?(?:"
    r"(?P<marked>«[^«»]*»|[“”„][^“”„]*[“”]|\"[^\"]*\")"
    r"|(?P<bare>[^\s«»“”„\"]+))"
)


class Term(NamedTuple):
    """One word, or the words of a phrase in their order."""

    keys: tuple[Key, ...]
    # What stood between quotation marks is wanted as it stands, singular or plural.
    is_exact: bool = False
    # The word is only begun, and wants every word that begins so.
    is_begun: bool = False

    @property
    def starts(self) -> tuple[str, ...]:
        """What a word that is only begun may begin with, without its article too."""
        key = self.keys[0]
        word = next(iter(key.forms), key.stem)
        article = next(filter(word.startswith, _ARTICLES), "")
        rest = word.removeprefix(article)
        return (word, rest) if article and rest else (word,)


class Question(NamedTuple):
    """What is wanted, what is not, and whether anything was asked at all."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]
    is_blank: bool


def question(words: str, *, prefix: bool = False) -> Question:
    """Read a line; with ``prefix`` its last word, unless marked, is only begun."""
    line = words[:_LONGEST]
    parts = list(_PART.finditer(line))
    unwanted = [_term(part) for part in parts if part["minus"]]
    wanted = [_term(part) for part in parts if part["marked"] and not part["minus"]]
    # Bare words are read together: «10 000» is one figure.
    bare = " ".join(part["bare"] for part in parts if _is_bare(part))
    is_begun = prefix and bool(parts) and _is_begun(line, parts[-1])
    keys = keys_of(bare)
    wanted += [
        Term((key,), is_begun=is_begun and number == len(keys))
        for number, key in enumerate(keys, start=1)
    ]
    return Question(_terms(wanted), _terms(unwanted), not fold(line).strip())


def _is_bare(part: re.Match[str]) -> bool:
    return bool(part["bare"]) and not part["minus"]


def _is_begun(line: str, last: re.Match[str]) -> bool:
    """Whether a line breaks off in a word that may go on."""
    return _is_bare(last) and line[-1].isalnum() and bool(keys_of(last["bare"]))


def _term(part: re.Match[str]) -> Term:
    return Term(tuple(keys_of(part["marked"] or part["bare"])), bool(part["marked"]))


def _terms(found: list[Term]) -> tuple[Term, ...]:
    """The terms that have a word, each once, as many as anybody needs."""
    distinct: Iterator[Term] = (term for term in dict.fromkeys(found) if term.keys)
    return tuple(islice(distinct, _MOST_TERMS))
