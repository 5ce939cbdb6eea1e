"""Where English and French prose says that somebody speaks, in the order of the text."""

from bisect import bisect_left

from marsad.reading.passage import Passage
from marsad.reading.quotations.english_verbs import english_cue
from marsad.reading.quotations.french_verbs import french_cue
from marsad.reading.quotations.latin_verbs import LONGEST_VERB, Cue


class Cues:
    """The verbs of saying of one passage, in order."""

    __slots__ = ("_firsts", "all")

    def __init__(self, passage: Passage) -> None:
        self.all: list[Cue] = []
        read = french_cue if passage.language == "fr" else english_cue
        for hit in passage.hits("says"):
            cue = read(passage, hit)
            if cue is not None:
                self._keep(cue)
        self._firsts = [cue.first for cue in self.all]

    def _keep(self, cue: Cue) -> None:
        """Of two that overlap, keep the longer one."""
        before = self.all[-1] if self.all else None
        if before is None or before.last <= cue.first:
            self.all.append(cue)
        elif cue.last - cue.first > before.last - before.first:
            self.all[-1] = cue

    def next(self, first: int, last: int) -> Cue | None:
        """Return the first cue that begins in tokens first to last (exclusive)."""
        index = bisect_left(self._firsts, first)
        if index < len(self.all) and self._firsts[index] < last:
            return self.all[index]
        return None

    def before(self, first: int, last: int) -> Cue | None:
        """Return the last cue that begins in tokens first to last (exclusive)."""
        index = bisect_left(self._firsts, last) - 1
        if index >= 0 and self._firsts[index] >= first:
            return self.all[index]
        return None

    def at(self, token: int) -> Cue | None:
        """Return the cue that begins at a token, or whose auxiliary does."""
        cue = self.next(token, token + LONGEST_VERB)
        return cue if cue is not None and cue.edge <= token <= cue.first else None
