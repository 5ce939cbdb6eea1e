"""Arabic marks of quotation that pair wrongly, or that nothing closes."""

from marsad.reading.passage import Passage
from marsad.reading.quotations.arabic_contents import ContentFinder
from marsad.text.marks import Marked

# No quotation is longer, in tokens; it keeps the work linear.
_LONGEST = 400


class BrokenMarks:
    """Finds where what stands behind an opening mark of a passage is over."""

    __slots__ = ("_inside", "contents", "passage", "words")

    def __init__(self, passage: Passage, contents: ContentFinder) -> None:
        self.passage = passage
        self.words = passage.words
        self.contents = contents
        self._inside: dict[Marked, int | None] = {}

    def end(self, mark: Marked) -> int:
        """Return the end of an unclosed mark: before a later sentence with a new one."""
        following = self.passage.sentences.of(min(mark.last, len(self.words) - 1))[0]
        if following > mark.first and mark.last in self.contents.openers:
            return following
        return self.inside(mark) or mark.last

    def inside(self, mark: Marked) -> int | None:
        """Return the stop after which the outlet reports on, looked for once."""
        if mark not in self._inside:
            self._inside[mark] = self._stop_inside(mark)
        return self._inside[mark]

    def _stop_inside(self, mark: Marked) -> int | None:
        """Return the stop after which the outlet reports on inside a marked stretch.

        A mark that was never closed pairs with a later one: the sentence between that
        begins with a verb of saying shows it.
        """
        for token in range(mark.first + 1, min(mark.last, mark.first + _LONGEST) - 1):
            if self.words[token] not in (".", "\n"):
                continue
            for ahead in range(token + 1, min(token + 6, mark.last)):
                cue = self.contents.cue_at.get(ahead)
                if cue is None or cue.is_participle or cue.has("strict"):
                    continue
                is_head = ahead > token + 1 or cue.clitic > 0
                if is_head and self.contents.find(cue):
                    return token
        return None
