"""Numbers with their nouns, as Arabic, English and French newsrooms write them.

Arabic: one noun stands alone, two are a dual, 3 to 10 take the plural, 11 to 99 the
accusative singular, round hundreds the genitive singular; so do the scale words ألف,
مليون and مليار, and what follows them is genitive singular.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from marsad.composing.pieces import Piece, Pieces, number, words

_SPACE: Final = "\u00a0"
_SCALES: Final = (10**12, 10**9, 10**6)
_SCALE_WORDS: Final[Mapping[str, Mapping[int, tuple[str, ...]]]] = {
    # The forms after one, after two (as a subject) and after three to ten.
    "ar": {
        10**12: ("تريليون", "تريليونا", "تريليونات"),
        10**9: ("مليار", "مليارا", "مليارات"),
        10**6: ("مليون", "مليونا", "ملايين"),
        10**3: ("ألف", "ألفا", "آلاف"),
    },
    "en": {10**12: ("trillion",), 10**9: ("billion",), 10**6: ("million",)},
    "fr": {
        10**12: ("billion", "billions"),
        10**9: ("milliard", "milliards"),
        10**6: ("million", "millions"),
    },
}
_BOUNDS: Final[Mapping[str, Mapping[str, str]]] = {
    "ar": {
        "at_least": "ما لا يقل عن ",
        "more_than": "أكثر من ",
        "at_most": "ما لا يزيد على ",
        "less_than": "أقل من ",
        "about": "نحو ",
    },
    "en": {
        "at_least": "at least ",
        "more_than": "more than ",
        "at_most": "at most ",
        "less_than": "less than ",
        "about": "about ",
    },
    "fr": {
        "at_least": "au moins ",
        "more_than": "plus de ",
        "at_most": "au plus ",
        "less_than": "moins de ",
        "about": "environ ",
    },
}
_TO: Final = {"ar": " إلى ", "en": " to ", "fr": " à "}


class Quantity:
    """A value with its bound and unit, ready to be written in one language."""

    def __init__(
        self,
        value: float,
        unit: str,
        *,
        bound: str = "exact",
        high: float | None = None,
    ) -> None:
        self.value = value
        self.unit = unit
        self.bound = bound
        self.high = high

    def written(self, language: str, *, is_subject: bool = True) -> Pieces:
        """The whole expression: bound, number, noun; empty if the unit is not known."""
        bound = bound_words(self.bound, self.unit, language)
        is_nominative = is_subject and not bound
        pieces = _count(self.value, self.unit, language, is_nominative=is_nominative)
        if not pieces:
            return ()
        if self.high is not None:
            low = number(bare(self.value, language))
            top = _count(self.high, self.unit, language, is_nominative=False)
            pieces = (*low, Piece(_TO[language]), *top)
        return (*words(bound), *pieces) if bound else pieces

    def bounded_number(self, language: str) -> Pieces:
        """The bound and the number without a noun, for tables and charts."""
        bound = bound_words(self.bound, self.unit, language)
        if self.unit in ("percent", "fraction"):
            figure = _percent(self.value, self.unit, language)
        else:
            figure = number(bare(self.value, language))
        return (*words(bound), *figure) if bound else figure


def bound_words(bound: str, unit: str, language: str) -> str:
    """The words of a bound with the blank after them; nothing for an exact value."""
    noun = nouns().get(unit)
    if (language, bound) == ("en", "less_than") and noun and noun["kind"] == "thing":
        return "fewer than "
    return _BOUNDS[language].get(bound, "")


def _count(value: float, unit: str, language: str, *, is_nominative: bool) -> Pieces:
    if unit in ("percent", "fraction"):
        return _percent(value, unit, language)
    noun = nouns().get(unit)
    if noun is None:
        return ()
    if language == "ar":
        return _arabic(value, noun, is_nominative=is_nominative)
    if language == "en":
        return _english(value, noun)
    return _french(value, noun)


def bare(value: float, language: str) -> str:
    """A number in digits, grouped and pointed as the language does."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    if language == "fr":
        text = text.replace(",", _SPACE).replace(".", ",")
    return text


def _percent(value: float, unit: str, language: str) -> Pieces:
    share = round(value * 100, 6) if unit == "fraction" else value
    sign = f"{_SPACE}%" if language == "fr" else "%"
    return number(bare(share, language) + sign)


def _scaled(value: float) -> tuple[float, int]:
    """A number that people write with a scale word, and the scale; else scale 1."""
    for scale in _SCALES:
        scaled = value / scale
        if scaled >= 1 and round(scaled, 2) == scaled:
            return scaled, scale
    return value, 1


def _arabic(value: float, noun: Mapping[str, str], *, is_nominative: bool) -> Pieces:
    scaled, scale = _scaled(value)
    is_round = value >= 1000 and value % 1000 == 0
    if scale == 1 and is_round:
        scaled, scale = value / 1000, 1000
    if scale > 1:
        one, two, few = _SCALE_WORDS["ar"][scale]
        forms = {"one": one, "two": two, "few": few, "many": one}
        head = _arabic_head(scaled, forms, is_nominative=is_nominative, in_idafa=True)
        return (*head, Piece(f" {noun['ar_one']}"))
    forms = {form: noun[f"ar_{form}"] for form in ("one", "two", "few", "many")}
    if scaled == 1:
        ending = "واحدة" if noun["ar_gender"] == "f" else "واحد"
        return words(f"{noun['ar_one']} {ending}")
    return _arabic_head(scaled, forms, is_nominative=is_nominative, in_idafa=False)


def _arabic_head(
    value: float, forms: Mapping[str, str], *, is_nominative: bool, in_idafa: bool
) -> Pieces:
    """A number with the form of the noun that its last two digits ask for."""
    if in_idafa and value == 1:
        return words(forms["one"])
    if value == 2:
        dual = forms["two"]
        return words(dual if is_nominative else _oblique(dual))
    written = number(bare(value, "ar"))
    if value != int(value):
        return (*written, Piece(f" {forms['one']}"))
    rest = int(value) % 100
    form = "few" if 3 <= rest <= 10 else "many" if 11 <= rest <= 99 else "one"
    return (*written, Piece(f" {forms[form]}"))


def _oblique(dual: str) -> str:
    """A dual after a preposition or as an object: عضوين for عضوان, مليوني for مليونا."""
    oblique = []
    for word in dual.split(" "):
        if word.endswith("ان"):
            word = f"{word[:-2]}ين"
        elif word.endswith("ا"):
            word = f"{word[:-1]}ي"
        oblique.append(word)
    return " ".join(oblique)


def _english(value: float, noun: Mapping[str, str]) -> Pieces:
    scaled, scale = _scaled(value)
    written = bare(scaled, "en")
    if scale > 1:
        written = f"{written} {_SCALE_WORDS['en'][scale][0]}"
    if noun["kind"] == "money":
        return number(f"{noun['en_one']}{written}")
    counted = noun["en_one"] if value == 1 else noun["en_many"]
    return (*number(written), Piece(f" {counted}"))


def _french(value: float, noun: Mapping[str, str]) -> Pieces:
    scaled, scale = _scaled(value)
    # The French plural begins at two: 1,9 million, 2 millions.
    counted = noun["fr_one"] if value < 2 else noun["fr_many"]
    if scale == 1:
        return (*number(bare(value, "fr")), Piece(f"{_SPACE}{counted}"))
    word = _SCALE_WORDS["fr"][scale][scaled >= 2]
    of = "d’" if counted[0] in "aeéiouh" else "de "
    return (*number(bare(scaled, "fr")), Piece(f"{_SPACE}{word} {of}{counted}"))


@cache
def nouns() -> Mapping[str, Mapping[str, str]]:
    """The nouns that can be counted in all three languages, by their unit."""
    return {row["unit"]: row for row in table("nouns")}


@cache
def table(file: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one of this package's word files, with its columns as keys."""
    path = files("marsad.composing.lexicons").joinpath(f"{file}.tsv")
    lines = [
        line
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    columns = lines[0].split("\t")
    return tuple(
        dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]
    )
