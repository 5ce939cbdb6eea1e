"""Shares of something: a third, «نصفهم», "one in eight", "sept Irakiens sur dix"."""

from collections.abc import Sequence

from marsad.reading.figures.drafts import Draft
from marsad.reading.numbers.counted import counted_at
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import Unit, is_duration, unit_at
from marsad.reading.passage import Passage

# "One in eight", "neuf sur dix": the round numbers that people tell shares of.
_WHOLES = frozenset(
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 1000, 10000]
)
_IN = {
    "en": (
        ("in",),
        ("out", "of"),
        ("out", "of", "every"),
        ("in", "every"),
        ("of", "every"),
    ),
    "fr": (("sur",),),
    "ar": (("من", "كل"), ("من", "اصل", "كل")),
}
# English and French write a share with four decimals; Arabic gives it in full.
_DECIMALS = {"ar": 16, "en": 4, "fr": 4}
_BETWEEN = 3
_TENTHS = 10
_ARTICLES = frozenset(["a", "an", "un", "une", "one"])


def rounded(value: float, language: str) -> float:
    """Return a share as it is written: 0.3333."""
    return round(value, _DECIMALS[language])


def share(passage: Passage, number: Number) -> Draft:
    """Read a fraction: of a measure ("half an hour", «نصف ساعة»), or of something."""
    words, last = passage.words, number.last
    unit = _measure_after(words, last, passage.language)
    if unit is not None:
        reader = "figures.counted"
        return Draft(number, number.first, unit.last, number.clitic, unit.name, reader)
    end = _french_whole(passage, last) if passage.language == "fr" else last
    return Draft(
        number, number.first, end, number.clitic, "fraction", "figures.fraction"
    )


def _measure_after(words: Sequence[str], token: int, language: str) -> Unit | None:
    place = token
    while place < len(words) and place < token + 3 and words[place] in _SMALL:
        place += 1
    unit = unit_at(words, place, language)
    if unit is None or unit.is_definite or unit.is_dual:
        return None
    is_measure = is_duration(unit.name) or unit.name in _MEASURES or unit.name.isupper()
    is_one = place > token and words[place - 1] in _ARTICLES
    is_direct = place == token or words[place - 1] in ("de", "d", "'")
    # "A third of a cent" is a share of a cent; "half a point" is a length.
    if language == "en":
        return unit if is_measure and is_one else None
    return unit if is_measure and is_direct else None


_SMALL = frozenset(["of", "a", "an", "one", "de", "d", "'"])
_MEASURES = frozenset(
    [
        "cent",
        "degree",
        "percentage point",
        "point",
        "tonne",
        "ton",
        "kilometre",
        "mile",
        "metre",
        "litre",
    ]
)


def _french_whole(passage: Passage, token: int) -> int:
    """Take in what the share is of: "moitié des capitales", "moitié des 400 000 Yézidis"."""
    words = passage.words
    if words[token : token + 1] not in (["des"], ["de"], ["d"]):
        return token
    place = token + 1
    while place < len(words) and words[place] in ("'", "ses", "leurs", "ces", "nos"):
        place += 1
    while place < len(words) and words[place][0].isdigit():
        place += 1
    counted = counted_at(passage, place, 2)
    if counted is None or words[counted.last : counted.last + 1] in _GOING_ON:
        # "La moitié des élèves des écoles rurales": of what is a long phrase.
        return token
    return counted.last


_GOING_ON = (["de"], ["d"], ["du"], ["des"])


def one_in_many(
    passage: Passage, number: Number, whole: Number, last: int
) -> Draft | None:
    """Read "one in eight", "one list in five", "9 cas sur 10" as a fraction."""
    between = tuple(passage.words[last : whole.first])
    if number.value == 1 and between[-1:] == ("in",) and len(between) <= _BETWEEN:
        # "One list in five": what is counted stands inside.
        between = ("in",)
    if between not in _IN[passage.language] or whole.value not in _WHOLES:
        return None
    if not 0 < number.value < whole.value or whole.form == "fraction":
        return None
    after = counted_at(passage, whole.last, whole.value)
    if (
        between == ("in",)
        and after is not None
        and (is_duration(after.unit) or (number.value > 3 and whole.value != _TENTHS))
    ):
        return None
    if between == ("sur",) and after is not None and after.is_known:
        return None
    part = Number(
        number.first,
        whole.last,
        number.clitic,
        rounded(number.value / whole.value, passage.language),
        "fraction",
    )
    return Draft(
        part, number.first, whole.last, number.clitic, "fraction", "figures.fraction"
    )
