"""Where sentences, headlines and bullet points begin and end.

A sentence ends at a full stop, question or exclamation mark and at every line end. It
does not end at the two dots that Arabic papers write for a pause, inside a number, or
after an initial or an abbreviation.
"""

from bisect import bisect_right

from marsad.text.tokens import Tokens

_ENDS = frozenset(".?!؟…\n۔")
_CLOSERS = frozenset("\"»”›’')]}")
# Abbreviations that are followed by a name or a number, folded.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "sgt",
        "capt",
        "rep",
        "sen",
        "gov",
        "st",
        "jr",
        "sr",
        "no",
        "vs",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "m",
        "mm",
        "mme",
        "mlle",
        "art",
        "al",
        "etc",
        "approx",
        "د",
        "م",
        "أ",
    ]
)


class Sentences:
    """The sentences of a text as token ranges, and which one a token belongs to."""

    __slots__ = ("firsts", "lasts")

    def __init__(self, tokens: Tokens) -> None:
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        first = 0
        words = tokens.words
        for index, word in enumerate(words):
            if word not in _ENDS or not _ends_here(tokens, index):
                continue
            last = _after_closers(words, index + 1)
            if last > first:
                self.firsts.append(first)
                self.lasts.append(last)
                first = last
        if first < len(words):
            self.firsts.append(first)
            self.lasts.append(len(words))

    def __len__(self) -> int:
        return len(self.firsts)

    def of(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence that a token belongs to."""
        index = max(0, bisect_right(self.firsts, token) - 1)
        return self.firsts[index], max(self.lasts[index], token + 1)


def _ends_here(tokens: Tokens, index: int) -> bool:
    if tokens.words[index] != ".":
        return True
    if _is_pause(tokens, index) or _is_abbreviation(tokens, index):
        return False
    return not _is_inside_word(tokens, index)


def _is_inside_word(tokens: Tokens, index: int) -> bool:
    """Say whether a letter or digit follows at once, as in "U.N" or an address."""
    following = index + 1
    return (
        following < len(tokens.words)
        and tokens.ends[index] == tokens.starts[following]
        and tokens.words[following].isalnum()
        and index > 0
        and tokens.ends[index - 1] == tokens.starts[index]
        and len(tokens.words[following]) <= 3
    )


def _is_pause(tokens: Tokens, index: int) -> bool:
    """Say whether a dot touches another one: «..» is a pause, not an end."""
    words = tokens.words
    return (index + 1 < len(words) and words[index + 1] == ".") or (
        index > 0
        and words[index - 1] == "."
        and tokens.ends[index - 1] == tokens.starts[index]
    )


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    if index == 0 or tokens.ends[index - 1] != tokens.starts[index]:
        return False
    if index + 1 < len(tokens.words) and tokens.words[index + 1] == "\n":
        return False
    before = tokens.words[index - 1]
    if before in _ABBREVIATIONS:
        return True
    # An initial: one letter with a stop, as in "J. Allen", "U.S." or «ج. بلينكن».
    return len(before) == 1 and before.isalpha()


def _after_closers(words: list[str], index: int) -> int:
    while index < len(words) and words[index] in _CLOSERS:
        index += 1
    return index
