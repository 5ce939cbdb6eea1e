"""Words, numbers, signs and line ends of a folded text, with their places."""

import re
from bisect import bisect_right
from itertools import accumulate, compress, count
from operator import not_

# Fractions and small or circled numbers: the regex engine takes them for letters.
_NUMBER_SIGNS = "²³¹¼-¾⁰-₉⅐-↋①-⒛⓪-⓿❶-➓"
# A number keeps its inner points and commas; every other sign stands alone, so that
# "l'Irak", "Anti-ISIS" and "لـ«داعش»" come apart in the same way in all languages.
_TOKEN = re.compile(rf"([^\W\d_{_NUMBER_SIGNS}]+|[^\s\w]|\d+(?:[.,]\d+)*|\n\s*|\S)")


class Tokens:
    r"""The tokens of a text as three lists of equal length: words, starts, ends.

    Starts and ends are positions in the folded view, the end exclusive. A run of line
    ends is the one token "\\n". ``signs`` and ``digits`` are the numbers of the tokens
    that are no words, so that who looks for a comma does not ask every word.
    """

    __slots__ = ("digits", "ends", "signs", "starts", "words")

    def __init__(self, text: str) -> None:
        # Pieces alternate between what stands before a token and the token.
        pieces = _TOKEN.split(text)
        ends = list(accumulate(map(len, pieces)))
        self.words: list[str] = pieces[1::2]
        self.starts: list[int] = ends[:-1:2]
        self.ends: list[int] = ends[1::2]
        words, no_word = self.words, map(not_, map(str.isalpha, self.words))
        others = list(compress(count(), no_word))
        self.digits: list[int] = [i for i in others if "0" <= words[i] < ":"]
        self.signs: list[int] = [i for i in others if not "0" <= words[i] < ":"]
        for index in self.signs:
            if words[index][0] == "\n":
                words[index] = "\n"

    def __len__(self) -> int:
        return len(self.words)

    def at(self, position: int) -> int:
        """Return the index of the last token that starts at or before a position."""
        return max(0, bisect_right(self.starts, position) - 1)


def words_of(text: str) -> tuple[str, ...]:
    """Return the tokens of a folded text without their places."""
    return tuple(_TOKEN.findall(text))
