"""A verb of saying in its place in an English or French text."""

from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import Row
from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_words import is_adverb

LONGEST_VERB = 7  # an auxiliary with the adverbs behind it


class Cue(NamedTuple):
    """A verb of saying with its auxiliary, and what its form and lexicon row say."""

    edge: int  # where the subject in front of it ends
    first: int
    last: int
    row: Row
    is_participle: bool = False  # hangs on an earlier verb and keeps its subject
    is_inverted: bool = False  # its pronoun is tied to it: «a-t-il dit»
    is_hedged: bool = False  # may say so, or will: "would argue"
    agent: int = 0  # where a passive names who speaks: "were told by X"

    def has(self, *flags: str) -> bool:
        """Say whether the lexicon gives the verb one of the flags."""
        return not _flags(self.row["flags"]).isdisjoint(flags)


@cache
def _flags(written: str) -> frozenset[str]:
    return frozenset(written.split())


def opens_line(passage: Passage, token: int) -> bool:
    """Say whether a word opens a line, an adverb before it left out: "Deeply concerned"."""
    while token > 0 and is_adverb(passage.words[token - 1], passage.language):
        token -= 1
    return token == 0 or passage.words[token - 1] == "\n"


def word_at(words: list[str], token: int) -> str:
    """Return the word at a token; a line end beyond the text."""
    return words[token] if 0 <= token < len(words) else "\n"
