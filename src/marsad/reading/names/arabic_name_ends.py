"""Arabic words that are no names where they stand: places, verbs, months, bearers of names."""

from functools import cache

from marsad.reading.lexicon import hits_from
from marsad.reading.names.arabic_words import province_words
from marsad.reading.names.gazetteer import arabic_names
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Heads of places, prizes and events that bear a person's name.
_NAMED_AFTER = wordset("named_after_persons")
_HONOURS = frozenset(["الملك", "الشيخ", "الامير", "السلطان", "الامام", "الريس", "الشهيد", "القديس", "الاب"])  # fmt: skip
# Words beside which a month is no name: «5 جوان», «جوان الجاري».
_MONTH_BEFORE = frozenset(["شهر", "اشهر", "شهري", "بشهر", "موفي", "اواخر", "اوائل", "منتصف", "مطلع", "بدايه", "نهايه", "غره"])  # fmt: skip
_MONTH_AFTER = frozenset(["الجاري", "المقبل", "الماضي", "القادم", "المنقضي", "الفارط", "المنصرم", "الحالي", "من"])  # fmt: skip


def is_named_after(passage: Passage, token: int) -> bool:
    """Say whether a place, a prize or a body bears the name that begins here."""
    before = passage.words[token - 1] if token else ""
    if before in _HONOURS and token > 1:
        before = passage.words[token - 2]
    return before in _NAMED_AFTER or before[1:] in _NAMED_AFTER


def is_adjective_of_title(passage: Passage, token: int, nisbas: frozenset[str]) -> bool:
    """Say whether «المصري» goes with a title and stands before the name."""
    words = passage.words
    if words[token] not in nisbas or token + 1 >= len(words):
        return False
    is_behind = bool(hits_from(passage.hits("title"), token - 1, token))
    return is_behind and words[token + 1] in arabic_names()


def is_construct(title: str) -> bool:
    """Say whether a title asks for a noun after it: «ملك» and not «الملك»."""
    return not title.startswith(("ال", "لل", "وال", "بال"))


def ends_of_names(passage: Passage) -> frozenset[int]:
    """Return the tokens at which no name goes on: verbs of saying, states, cities."""
    return frozenset(passage.tokens_of(_provinces())).union(
        hit.first
        for tag in ("says", "state", "seat", "city")
        for hit in passage.hits(tag)
        if hit.last - hit.first == 1 or tag != "says"
    )


@cache
def _provinces() -> frozenset[str]:
    return province_words() - arabic_names().keys()


def months(passage: Passage) -> frozenset[int]:
    """Return the tokens of months that a number or a word of time shows as such."""
    words = passage.words
    found: set[int] = set()
    for hit in passage.hits("month"):
        before = words[hit.first - 1] if hit.first else ""
        after = words[hit.last] if hit.last < len(words) else ""
        is_dated = before[:1].isdigit() or after[:1].isdigit()
        if is_dated or before in _MONTH_BEFORE or after in _MONTH_AFTER:
            found.update(range(hit.first, hit.last))
    return frozenset(found)


__all__ = [
    "ends_of_names",
    "is_adjective_of_title",
    "is_construct",
    "is_named_after",
    "months",
]
