"""Counts in brackets, one behind each name of a list: «تونس (6500) وفرنسا (1700)»."""

from marsad.reading.numbers.digits import is_digits, is_year
from marsad.reading.passage import Passage

_FEWEST = 3
_FEWEST_PLAIN = 2  # that cannot be years


def is_listed(passage: Passage, token: int) -> bool:
    """Say whether digits at a token are one of several counts in brackets."""
    words = passage.words
    if not _is_bracketed(words, token):
        return False
    first, last = passage.sentences.of(token)
    listed = [one for one in range(first + 1, last) if _is_bracketed(words, one)]
    plain = sum(not is_year(words[one]) for one in listed)
    return len(listed) >= _FEWEST and plain >= _FEWEST_PLAIN


def _is_bracketed(words: list[str], token: int) -> bool:
    return (
        0 < token < len(words) - 1
        and words[token - 1] == "("
        and words[token + 1] == ")"
        and is_digits(words[token])
    )
