"""What would have changed a finding: which words it hangs on, found by leaving them out.

Each word of a text is taken out in turn and the text is read again. A finding that is
not found any more hangs on that word; a field that says something else came from it.
Nothing is told by the readers about themselves: what they do is tried.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from marsad.collecting.documents import Document
from marsad.reading.findings import Finding
from marsad.reading.goldform import finding_as_json
from marsad.reading.pipeline import read
from marsad.spans import Span

_WORD: Final = re.compile(r"\w+(?:[.,٫٬’']\w+)*|[%٪«»“”\"$€£:]")
# Beyond so many words one would wait for minutes: as many readings as words.
MOST_WORDS: Final = 2_000
# A longer text is read by its surroundings: a speaker may be named some lines above.
_WHOLE: Final = 4_000
_BEFORE: Final = 2_500
_AFTER: Final = 600
# Places say nothing new, the score is counted from the reader, and an action or subject
# is the words themselves.
_NOT_COMPARED: Final = frozenset(
    "id kind start end surface score why cue speaker continues continues_at"
    " action subject".split()
)


@dataclass(frozen=True, slots=True)
class Without:
    """What a reading says when one word is left out."""

    word: Span
    is_found: bool
    # Each field that says something else: what it said, what it would say.
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


def counterfactuals(
    document: Document,
    findings: Sequence[Finding],
    *,
    told: Callable[[int, int], object] | None = None,
) -> list[list[Without]]:
    """For each finding, the words that it hangs on, in the order of the text.

    ``told`` hears how many words were tried, and of how many. A text of more than
    ``MOST_WORDS`` words is tried as far as that.
    """
    said: list[list[Without]] = [[] for _ in findings]
    words = [match.span() for match in _WORD.finditer(document.text)][:MOST_WORDS]
    seen: dict[tuple[int, int], list[Finding]] = {}
    for number, (start, end) in enumerate(words, start=1):
        around = _around(document.text, start, end)
        if around not in seen:
            seen = {around: _read(document, *around)}
        word = Span(start, end, document.text[start:end])
        for place, change in _changes(document, findings, seen[around], around, word):
            said[place].append(change)
        if told is not None:
            told(number, len(words))
    return said


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The lines that are read anew: all of a short text, else those around a word."""
    if len(text) <= _WHOLE:
        return 0, len(text)
    # The same stretch for all words of a line, or each would be read twice.
    line = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    last = len(text) if after < 0 else after
    begin = text.find("\n", max(0, line - _BEFORE), line) + 1 or line
    return begin, min(len(text), last + _AFTER)


def _read(document: Document, start: int, end: int) -> list[Finding]:
    text = document.text[start:end]
    return [_moved(one, start) for one in read(replace(document, text=text))]


def _moved(finding: Finding, by: int) -> Finding:
    span = finding.span
    return replace(finding, span=Span(span.start + by, span.end + by, span.quote))


def _changes(
    document: Document,
    findings: Sequence[Finding],
    before: Sequence[Finding],
    around: tuple[int, int],
    word: Span,
) -> Iterator[tuple[int, Without]]:
    text = document.text
    # The space goes with its word, or two would stand side by side.
    cut = word.end + (text[word.end : word.end + 1] == " ")
    left = text[around[0] : word.start] + text[cut : around[1]]
    after = [_moved(one, around[0]) for one in read(replace(document, text=left))]
    gone = cut - word.start
    same_before = {_key(one): one for one in before}
    same_after = {_key(one): one for one in after}
    for place, one in enumerate(findings):
        known = same_before.get(_key(one))
        if known is None or _covers(word, one.span):
            continue
        start, end = (_place(edge, word, gone) for edge in one.span[:2])
        still = same_after.get((one.kind, start, end)) or _nearest(
            after, one.kind, start, end
        )
        change = _compared(word, known, still)
        if change is not None:
            yield place, change


def _key(finding: Finding) -> tuple[str, int, int]:
    return finding.kind, finding.span.start, finding.span.end


def _covers(word: Span, span: Span) -> bool:
    # Without its only word a name is not found: nobody needs to be told.
    return word.start <= span.start and span.end <= word.end


def _place(edge: int, word: Span, gone: int) -> int:
    return edge if edge <= word.start else max(word.start, edge - gone)


def _nearest(
    after: Sequence[Finding], kind: str, start: int, end: int
) -> Finding | None:
    """The finding of a kind that covers at least half of a stretch together with it."""
    best, most = None, 0.5
    for one in after:
        if one.kind != kind:
            continue
        shared = min(end, one.span.end) - max(start, one.span.start)
        whole = max(end, one.span.end) - min(start, one.span.start)
        if whole and shared / whole >= most:
            best, most = one, shared / whole
    return best


def _compared(word: Span, before: Finding, after: Finding | None) -> Without | None:
    if after is None:
        return Without(word, is_found=False)
    one, other = _fields(before), _fields(after)
    names = dict.fromkeys((*one, *other))
    changed = {
        name: (one.get(name), other.get(name))
        for name in names
        if one.get(name) != other.get(name)
    }
    return Without(word, is_found=True, fields=changed) if changed else None


def _fields(finding: Finding) -> dict[str, Any]:
    written = finding_as_json(finding)
    return {name: value for name, value in written.items() if name not in _NOT_COMPARED}


def grouped(changes: Sequence[Without]) -> list[tuple[list[Without], Without]]:
    """Words whose absence says the same, together with what it says, in their order."""
    groups: dict[str, list[Without]] = {}
    for one in changes:
        groups.setdefault(repr((one.is_found, one.fields)), []).append(one)
    return [(same, same[0]) for same in groups.values()]
