"""Where a released line turns up in later documents, and how it was altered.

1. Pairs of rare words that stand together lead to the lines that may stand in a text.
2. A line stands there verbatim where its words do, whatever signs and marks are written.
3. Else the stretch is sought in which most of its words and pairs stand; if they are
   enough, the two are aligned word by word, and what differs is said.
4. What reads no line so may be a translation: the same numbers, names and known words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

from marsad.collecting.documents import Document
from marsad.linking.rarity import Commonness, usual
from marsad.measuring.changes import Change, What, changes_across, changes_between
from marsad.measuring.evidence import Pair, Wanted, pairs_of, wanted_of
from marsad.measuring.released import ReleasedLine, line_of
from marsad.measuring.renderings import Renderings, line_on
from marsad.measuring.sides import Side, is_of_something_else, side_of
from marsad.measuring.signs import sentences_of
from marsad.measuring.stretches import Stretch, stretch_of
from marsad.measuring.windows import Content, Window, windows
from marsad.measuring.wordings import Wording
from marsad.reading.findings import Finding
from marsad.reading.pipeline import LANGUAGES, read
from marsad.text.language import runs

How = Literal["verbatim", "edited", "translated"]

__all__ = ["Change", "How", "Lines", "ReleasedLine", "Uptake", "What", "line_of"]

_RANK: Final = {"verbatim": 0, "edited": 1, "translated": 2}
# A document must hold so much of a line's pairs for the line to be sought in it.
_SOUGHT: Final = 0.12
# On made and real texts what was edited scored 0.48 and more, what was not 0.26 at most.
_ENOUGH: Final = 0.42
# With so many of its words, a line may have all its numbers changed.
_WHOLE: Final = 0.85
# Pairs of rare words weigh one each: fewer than this may be a common phrase.
_EVIDENCE: Final = 2.5
# "Ministers of the Coalition met in Washington" has less than this of its own; the
# plainest of 36 made lines has 9.
_OWN: Final = 4.0
# A page may repeat a sentence without end.
_MOST: Final = 12
# Two finds are of one place where this much of the shorter is shared.
_SAME_PLACE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Uptake:
    """One place of a document where a released line stands, as it is or altered."""

    line: str  # its id
    release: str
    how: How
    # Code points of the document's exact text; ``quote`` are the words there.
    start: int
    end: int
    quote: str
    score: float
    changes: tuple[Change, ...] = ()


class Lines:
    """Thousands of released lines, made ready to be looked for in documents.

    A site that has counted its own documents gives its own counts of what is common.
    """

    def __init__(
        self, lines: Iterable[ReleasedLine], commonness: Commonness | None = None
    ) -> None:
        self._wanted = wanted_of(lines, commonness or usual())
        known = [one for one in self._wanted if one.pair_weight >= _OWN]
        self._renderings = Renderings(
            [one.lines for one in known], commonness or usual()
        )
        self._by_pair: dict[Pair, list[int]] = defaultdict(list)
        for number, wanted in enumerate(self._wanted):
            for pair in wanted.pairs if wanted.pair_weight >= _OWN else ():
                self._by_pair[pair].append(number)

    @property
    def too_plain(self) -> tuple[str, ...]:
        """The ids of lines with too little of their own to be recognised by."""
        return tuple(
            line.id
            for wanted in self._wanted
            if wanted.pair_weight < _OWN
            for line in wanted.lines
        )

    def find(
        self,
        document: Document,
        *,
        origins: frozenset[str] = frozenset(),
        findings: Sequence[Finding] | None = None,
    ) -> tuple[Uptake, ...]:
        """Where lines stand in a document of their day or later, in its order.

        ``origins`` are the hashes of documents that a release itself quotes: what stands
        in them was theirs before it was ours. A document without a day gives nothing,
        for nobody can tell whether it came later. Of releases that say the same words
        the latest one before the document counts. ``findings`` are what was read in the
        document; who has them saves most of the time, which is for reading.
        """
        if document.published is None or document.sha256 in origins:
            return ()
        text = Wording(document.text)
        found = [
            one
            for wanted in self._candidates(list(filter(None, text.keys)))
            if (line := line_on(wanted.lines, document.published))
            for one in _places(wanted, line, text)
        ]
        if self._may_be_translated(document):
            found += self._translated(
                document, text, read(document) if findings is None else findings
            )
        return _best(found)

    def _may_be_translated(self, document: Document) -> bool:
        """Whether there are lines in another language than that of a document."""
        written = {run.language for run in runs(document.text, document.language)}
        read_in = written.intersection(LANGUAGES)
        return any(self._renderings.languages - {language} for language in read_in)

    def _translated(
        self, document: Document, text: Wording, findings: Sequence[Finding]
    ) -> Iterator[Uptake]:
        """The sentences that render a line in another language."""
        for row, sentence in sentences_of(document, text, findings):
            rendering = self._renderings.of(sentence)
            if rendering is not None:
                line = rendering.line
                changes = changes_across(
                    _released(line.text, line.language),
                    side_of(sentence.text, sentence.language),
                )
                yield Uptake(
                    line.id,
                    line.release,
                    "translated",
                    *text.span(*row),
                    round(rendering.score, 3),
                    changes,
                )

    def _candidates(self, keys: Sequence[str]) -> list[Wanted]:
        """The lines of which enough pairs stand in a document."""
        held: dict[int, float] = defaultdict(float)
        for pair in dict.fromkeys(pairs_of(keys)):
            for number in self._by_pair.get(pair, ()):
                held[number] += self._wanted[number].pairs[pair]
        return [
            self._wanted[number]
            for number in sorted(held)
            if held[number]
            >= max(_EVIDENCE, _SOUGHT * self._wanted[number].pair_weight)
        ]


def _places(wanted: Wanted, line: ReleasedLine, text: Wording) -> Iterator[Uptake]:
    """Where one line stands in a text: verbatim, and edited elsewhere."""
    length = len(wanted.wording)
    taken = []
    for first, clitic in text.places_of(wanted.wording):
        taken.append((first, first + length))
        span = text.span(first, first + length, clitic)
        yield Uptake(line.id, line.release, "verbatim", *span, 1.0)
    content = text.content()
    whole = {word for first, last in taken for word in range(first, last)}
    keys = ["" if word in whole else text.keys[word] for word in content]
    sentences = text.numbers_of_sentences(content)
    found = windows(wanted, Content(keys, sentences), least=_EVIDENCE)
    for window in islice(found, _MOST):
        if window.score < _ENOUGH:
            continue
        stretch = stretch_of(
            wanted.wording, text, content[window.first], content[window.last - 1] + 1
        )
        if not any(_overlap(stretch, other) for other in taken):
            edited = _edited(line, text, stretch, window)
            yield from (edited,) if edited else ()


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@lru_cache(4096)
def _released(text: str, language: str) -> Side:
    return side_of(text, language)


def _edited(
    line: ReleasedLine, text: Wording, stretch: Stretch, window: Window
) -> Uptake | None:
    """The words that a line became, or None where they tell of something else."""
    span = text.span(stretch.first, stretch.last)
    before = _released(line.text, line.language)
    after = side_of(span.quote, line.language)
    if window.words < _WHOLE and is_of_something_else(before, after):
        return None
    changes = changes_between(before, after)
    return Uptake(
        line.id, line.release, "edited", *span, round(window.score, 3), changes
    )


def _best(found: Iterable[Uptake]) -> tuple[Uptake, ...]:
    """Of several finds at one place the one that is nearest to its line."""
    kept: list[Uptake] = []
    ranked = sorted(
        found, key=lambda one: (_RANK[one.how], -one.score, one.start, one.line)
    )
    for one in ranked:
        if not any(_is_same_place(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.line)))


def _is_same_place(one: Uptake, other: Uptake) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared > _SAME_PLACE * shorter
