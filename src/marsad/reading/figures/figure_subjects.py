"""What a figure is about, in a few words of its own clause."""

from collections.abc import Set

from marsad.reading.figures.drafts import Draft
from marsad.reading.passage import Passage

# A label is cut before a verb, a relative or a word of time, and holds so many words.
_STOPS = frozenset(
    "who which that were was are is has have had will would said told after before since "
    "during when while but and or as than died fled left came went remain remained "
    "qui que qu ont sont est etait etaient ete seront sera avait avaient a aura auront seraient "
    "serait restent reste restaient fut furent dont apres avant depuis lors mais ou et plus "
    "الذين التي الذي اللذين اللتين وقد قد كما قتلوا كانوا كان كانت منذ نحو حوالي قرابه اكثر واكثر "
    "خلال بعد قبل حتي عندما فيما بينما مما وفق وفقا حسب بحسب علي بينهم بينها او مقابل ضد لصالح "
    "اصل يوم ليل نزحوا غادروا اصيبوا لقوا جرحوا".split()
)
# Words at the edges of a label that say nothing by themselves.
_EDGES = frozenset(
    "بنسبه نسبه بقيمه قيمه بنحو بواقع لتصل لتبلغ ليصل ليبلغ pour atteindre reach reaching of the a an to in on at for by with from per cent percent over up de d des du la le les "
    "l a au aux en sur par pour dans un une ' - % من في الي عن ال و ب ل".split()
)
_LONGEST = 8


# A measure is of what follows these: 12 percent of the voters, $5m in aid.
_OF = frozenset("of in for to worth de d des du en pour من".split())


def subject_of(passage: Passage, draft: Draft, aside: Set[int]) -> str:
    """Return the counted noun with the words that go on from it, or those before.

    Words aside, those of dates, other figures, rise and fall, belong to no subject.
    """
    words = passage.words
    if not _is_measure(draft):
        start = draft.first if draft.number.form == "dual" else draft.number.last
        label = _label(passage, start, draft.last, aside)
    elif words[draft.last : draft.last + 1] and words[draft.last] in _OF:
        label = _label(passage, draft.last + 1, draft.last + 1, aside)
    else:
        label = ""
    return label or _label_before(passage, draft.first, aside)


def _is_measure(draft: Draft) -> bool:
    """Say whether the unit is a measure of something named elsewhere."""
    return draft.unit in _MEASURES or draft.unit.isupper()


_MEASURES = frozenset(["percent", "basis point", "percentage point", "time"])


def _label(passage: Passage, start: int, least: int, aside: Set[int]) -> str:
    """Return the words from a token on; those before ``least`` are the noun itself."""
    words = passage.words
    if start >= len(words):
        return ""
    _, end = passage.sentences.of(start)
    last = start
    while last < min(end, start + _LONGEST):
        if last >= least and (last in aside or not _goes_on(words[last])):
            break
        if last > max(start, least) and words[last].endswith("ed"):
            # Most likely a verb: "30% of Syrians agreed".
            break
        last += 1
    return _trimmed(passage, start, last)


def _label_before(passage: Passage, end: int, aside: Set[int]) -> str:
    """Return the words before a figure, past what only leads to it: "GDP shrank by"."""
    words = passage.words
    start, _ = passage.sentences.of(end)
    while end > start and (
        end - 1 in aside or words[end - 1] in _EDGES or words[end - 1] in _STOPS
    ):
        end -= 1
    first = end
    while first > max(start, end - _LONGEST // 2) and _goes_on(words[first - 1]):
        if first - 1 in aside:
            break
        first -= 1
    return _trimmed(passage, first, end)


def _goes_on(word: str) -> bool:
    return (word[0].isalpha() or word in "'-") and word not in _STOPS


def _trimmed(passage: Passage, first: int, last: int) -> str:
    words = passage.words
    while first < last and words[first] in _EDGES:
        first += 1
    while last > first and words[last - 1] in _EDGES:
        last -= 1
    return passage.span(first, last).quote if first < last else ""
