"""Where sentences, headlines and bullet points begin and end.

A sentence ends at a full stop, question or exclamation mark, and at every line end and
bullet. It does not end at the two dots that Arabic papers write for a pause, inside a
number or an address, after the number of a list, or after an initial or abbreviation.
"""

from bisect import bisect_right

from marsad.text.tokens import Tokens

_STRONG = frozenset(".?!؟۔")
_BULLETS = frozenset("•●▪■◦‣⁃∙")
_BREAKS = _STRONG | _BULLETS | {"\n"}
# The longest sentence of 3,400 in Arabic, English and French news has 101 tokens, a list
# of all members about 300. What is longer is no sentence, and no reader looks past it.
_LONGEST = 400
_PAUSES = frozenset(",،;؛:")
_CLOSERS = frozenset("\"»”›’')]}")
# A straight mark may open the next sentence as well: it closes where it touches.
_EITHER = frozenset("\"'")
# Abbreviations that are followed by a name or a number, folded.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt rep sen gov st jr sr vs inc ltd co corp jan "
    "feb aug sept sep oct nov dec mm mme mlle al etc approx د".split()
)
# Words as well: abbreviations only before a number (No. 5, art. 3).
_BEFORE_NUMBERS = frozenset(("no", "art", "p", "pp", "vol"))
_SHORTENED = _ABBREVIATIONS | _BEFORE_NUMBERS
_JOINED = frozenset(".,")
# What follows the dot of an address is short (gov, info) and no word that begins a
# sentence whose space was forgotten.
_LONGEST_SUFFIX = 4
_LETTER_NAME = 3  # the longest names of foreign letters in Arabic: إيه، إكس، آر
_BEGINNERS = frozenset(
    "the he she it we they this that but and in at on il elle le la les".split()
)


class Sentences:
    """The sentences of a text as token ranges, and which one a token belongs to."""

    __slots__ = ("_ranges", "firsts", "lasts")

    def __init__(self, tokens: Tokens) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        words = tokens.words
        first = 0
        for index in tokens.signs:
            if words[index] not in _BREAKS or index < first:
                continue
            last = _end_at(tokens, index, first)
            if last > first:
                self._add(words, first, last)
                first = last
        if first < len(words):
            self._add(words, first, len(words))
        self._ranges = list(zip(self.firsts, self.lasts, strict=True))

    def _add(self, words: list[str], first: int, last: int) -> None:
        """Add a sentence; one without end is cut behind a comma, or anywhere."""
        while last - first > _LONGEST:
            cut = next(
                (
                    index + 1
                    for index in range(first + _LONGEST - 1, first + _LONGEST // 2, -1)
                    if words[index] in _PAUSES
                ),
                first + _LONGEST,
            )
            self.firsts.append(first)
            self.lasts.append(cut)
            first = cut
        self.firsts.append(first)
        self.lasts.append(last)

    def __len__(self) -> int:
        return len(self.firsts)

    def of(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence that a token belongs to."""
        index = bisect_right(self.firsts, token) - 1
        found = self._ranges[index if index > 0 else 0]
        return found if found[1] > token else (found[0], token + 1)


def _end_at(tokens: Tokens, index: int, first: int) -> int:
    """Return the token after the sentence that a break ends; ``first`` if it ends none."""
    word = tokens.words[index]
    if word == "\n":
        return index + 1
    if word in _BULLETS:
        return index
    if word == "." and _is_inner_dot(tokens, index, first):
        return first
    return _after_closers(tokens, index + 1)


def _is_inner_dot(tokens: Tokens, index: int, first: int) -> bool:
    before, after = tokens.words[index - 1], _word(tokens, index + 1)
    is_word = len(before) > 1 and before.isalpha() and before not in _SHORTENED
    if is_word and after not in _JOINED and not _touches(tokens, index + 1):
        # A plain word, a dot, and a space: nearly every full stop.
        return False
    return (
        _is_pause(tokens, index)
        or _is_abbreviation(tokens, index, first)
        or _is_inside_word(tokens, index)
    )


def _is_pause(tokens: Tokens, index: int) -> bool:
    """Say whether a dot touches another one: «..» is a pause, not an end."""
    words = tokens.words
    return (index + 1 < len(words) and words[index + 1] == ".") or (
        words[index - 1] == "." and _touches(tokens, index)
    )


def _is_abbreviation(tokens: Tokens, index: int, first: int) -> bool:
    if not _touches(tokens, index):
        return False
    before, after = tokens.words[index - 1], _word(tokens, index + 1)
    if after == "\n":
        return False
    if after == "," and _touches(tokens, index + 1):
        return True
    if before[0].isdecimal():
        # The number of a list: "1. Members ..."; elsewhere a number may end a sentence.
        return index - 1 == first
    if before in _BEFORE_NUMBERS:
        return after[:1].isdecimal()
    if before in _ABBREVIATIONS:
        return True
    return _is_initial(tokens, index - 1)


def _is_initial(tokens: Tokens, index: int) -> bool:
    """Say whether one letter stands for a name: "J. Allen", "U.S.", «ج. بلينكن»."""
    word = tokens.words[index]
    is_unit = tokens.words[index - 1][0].isdecimal() if index else False
    return len(word) == 1 and word.isalpha() and not is_unit


def _is_inside_word(tokens: Tokens, index: int) -> bool:
    """Say whether a dot parts no sentences: "example.org", «سي.آي.إيه»."""
    if not (_touches(tokens, index) and _touches(tokens, index + 1)):
        return False
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if not after.isalnum():
        return False
    if not after.isascii():
        return len(before) <= _LETTER_NAME and len(after) <= _LETTER_NAME
    is_address = before == "www" or len(after) <= _LONGEST_SUFFIX
    return is_address and after not in _BEGINNERS


def _after_closers(tokens: Tokens, index: int) -> int:
    """Return the token after the marks that close a sentence together: «؟!»."""
    words = tokens.words
    while index < len(words):
        word = words[index]
        if word in _EITHER and not _touches(tokens, index):
            break
        if word not in _CLOSERS and word not in _STRONG:
            break
        index += 1
    return index


def _touches(tokens: Tokens, index: int) -> bool:
    return 0 < index < len(tokens) and tokens.ends[index - 1] == tokens.starts[index]


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if index < len(tokens.words) else ""
