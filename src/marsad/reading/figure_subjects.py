"""What a figure is about, in a few words of its own clause."""

from marsad.reading.drafts import Draft
from marsad.reading.passage import Passage

# A label is cut before a verb, a relative or a word of time, and holds so many words.
_STOPS = frozenset(
    "who which that were was are is has have had will would said told after before since "
    "during when while but and or qui que ont sont est etait etaient ete seront sera avait "
    "apres avant depuis lors mais ou et dont الذين التي الذي اللذين وقد كما قتلوا كانوا منذ "
    "خلال بعد قبل حتي عندما فيما بينما مما وفق وفقا حسب بحسب علي بينهم بينها".split()
)
# Words at the edges of a label that say nothing by themselves.
_EDGES = frozenset(
    "of the a an to in on at for by with from per cent percent over up de d des du la le les "
    "l a au aux en sur par pour dans un une ' - % من في الي عن ال و ب ل".split()
)
_LONGEST = 8


def subject_of(passage: Passage, draft: Draft) -> str:
    """Return the counted noun with the words that go on from it, or those before."""
    start = draft.last if _is_measure(draft) else draft.number.last
    label = _label(passage, start, draft.last)
    return label or _label_before(passage, draft.first)


def _is_measure(draft: Draft) -> bool:
    """Say whether the unit is a measure of something named elsewhere."""
    return draft.unit in ("percent", "fraction") or draft.unit.isupper()


def _label(passage: Passage, start: int, least: int) -> str:
    words = passage.words
    if start >= len(words):
        return ""
    _, end = passage.sentences.of(start)
    first, last = start, start
    while last < min(end, start + _LONGEST) and _goes_on(
        words[last], is_noun=last < least
    ):
        last += 1
    return _trimmed(passage, first, last)


def _label_before(passage: Passage, end: int) -> str:
    words = passage.words
    start, _ = passage.sentences.of(end)
    first = end
    while first > max(start, end - _LONGEST // 2) and _goes_on(
        words[first - 1], is_noun=False
    ):
        first -= 1
    return _trimmed(passage, first, end)


def _goes_on(word: str, *, is_noun: bool) -> bool:
    if is_noun:
        return True
    return (word[0].isalpha() or word in "'-") and word not in _STOPS


def _trimmed(passage: Passage, first: int, last: int) -> str:
    words = passage.words
    while first < last and words[first] in _EDGES:
        first += 1
    while last > first and words[last - 1] in _EDGES:
        last -= 1
    return passage.span(first, last).quote if first < last else ""
