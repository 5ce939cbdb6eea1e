"""The unit of a number without a noun: that of a figure, or of a noun, close by."""

from collections.abc import Sequence

from marsad.reading.figures.antecedents import antecedent
from marsad.reading.figures.drafts import Draft
from marsad.reading.figures.identifiers import VOTES
from marsad.reading.numbers.bracketed import is_listed
from marsad.reading.numbers.counted import counted_at
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import is_duration, is_plural, singular, unit_at
from marsad.reading.passage import Passage

# How far back a number without a noun looks for the figure that names it.
_REACH = 40
_DRAFTS_BACK = 5
_SUMS_BACK = 15
_MILLION = 1e6
_LEAST_ASIDE = 100
_AHEAD = 12
# Where so many are told, countries, parties and the like are not meant.
_FEW = frozenset(["country", "party", "region", "province", "ministry", "state"])
_MANY = 250
_NOT_LENT = frozenset(["", "fraction", "time", "magnitude"])
_COMPARES = frozenset(
    "from to against versus and than contre a de et مقابل الي من ب و".split()
)
# Nouns that say what a number near them counts: "the number of", «عدد».
_NUMBER_OF = frozenset(["عدد", "number", "nombre", "اعداد", "بعدد", "وعدد"])
_THEIR_NUMBER = frozenset(["عددهم", "وعددهم", "عددهن", "وعددهن", "لعددهم"])
_STAFF = frozenset(
    ["staff", "crew", "team", "delegation", "population", "equipe", "equipage"]
)
_RECORDS = frozenset(
    "reported recorded registered confirmed found counted built".split()
)
# Verbs behind a number that people do or suffer.
_DEEDS = frozenset(
    "were was are have had died fled returned joined left came killed wounded injured sont "
    "etaient ont avaient seraient آخرون قتلوا اصيبوا كانوا لقوا عادوا غادروا جرحوا".split()
)


def unit_for(
    passage: Passage, number: Number, drafts: Sequence[Draft], following: Number | None
) -> str | None:
    """Return the unit that a bare number borrows, or None."""
    return (
        _whole(passage, number, drafts)
        or _of_scale(passage.words, number)
        or _from_end(passage, number, following)
        or _by_name(passage, number)
        or _from_noun(passage, number, drafts)
        or _from_before(passage, number, drafts)
        or _from_after(passage, number, following)
        or _people(passage, number)
        or _from_noun(passage, number, drafts, is_far=True)
    )


def _of_scale(words: Sequence[str], number: Number) -> str | None:
    """Return "magnitude" for "of magnitude 6.8", "une magnitude de 6,8", "6,8 sur Richter"."""
    near = words[max(0, number.first - _TO_SCALE) : number.first]
    behind = words[number.last : number.last + _TO_SCALE]
    is_measured = "richter" in behind and behind[0] in _ON
    if "magnitude" in near:
        # Only the same phrase measures: "a magnitude 7 quake, 3 km".
        is_measured = is_measured or "," not in near[near.index("magnitude") :]
    return "magnitude" if is_measured and number.value < _STRONGEST else None


# Words between "magnitude" and its number: "la magnitude du séisme était de".
_TO_SCALE = 7
_ON = frozenset(["on", "sur", "a"])
_STRONGEST = 10


def _from_end(passage: Passage, number: Number, following: Number | None) -> str | None:
    """Return the unit of the end that a figure moves to: "from 80 to 95 dollars"."""
    words = passage.words
    if following is None or words[number.first - 1 : number.first] not in _FROM:
        return None
    between = words[number.last : following.first]
    if len(between) != 1 or between[0] not in _TO:
        return None
    counted = counted_at(passage, following.last, following.value)
    return counted.unit if counted is not None and counted.is_known else None


_FROM = (["from"], ["de"], ["من"])
_TO = frozenset(["to", "a", "الي"])


def _from_noun(
    passage: Passage, number: Number, drafts: Sequence[Draft], *, is_far: bool = False
) -> str | None:
    """Return the unit of a plural noun between the last figure and a bare number."""
    words, first = passage.words, number.first
    is_whole = number.value == int(number.value) and number.scale < _MILLION
    is_whole = is_whole and not number.is_definite
    if not is_whole or number.form == "vague":
        return None
    start, _ = passage.sentences.of(first)
    if is_far and start > 0:
        # What is counted may be told in the sentence before.
        start, _ = passage.sentences.of(start - 1)
    last = drafts[-1].last if drafts else 0
    if words[first - 1] in _COMPARES and last > start:
        return None
    return antecedent(passage, first, since=max(last, start))


def _whole(passage: Passage, number: Number, drafts: Sequence[Draft]) -> str | None:
    """Return what the part counts: the 217 of «112 نائبا من أصل 217»."""
    before = tuple(passage.words[max(0, number.first - 2) : number.first])
    is_near = bool(drafts) and number.first - drafts[-1].last <= len(before)
    return drafts[-1].unit or None if is_near and before in _OUT_OF else None


_OUT_OF = frozenset([("من", "اصل"), ("من", "مجموع"), ("out", "of")])


def _by_name(passage: Passage, number: Number) -> str | None:
    """Read "the number of instructors", «عدد مقاتليه», "voted 21 to 9", "a staff of five"."""
    words, first = passage.words, number.first
    start, end = passage.sentences.of(first)
    for token in range(max(start, first - 8), min(end, number.last + 6)):
        unit = (
            _of_the_number(passage, token, end) if words[token] in _NUMBER_OF else None
        )
        if unit is not None:
            return unit
        if words[token] in VOTES and token < first and number.value < _MANY:
            return "vote"
    return _by_telling_noun(words, first, start) or _of_total(passage, first)


def _of_total(passage: Passage, first: int) -> str | None:
    """Return the unit in "the number of homes rebuilt in the province now totals 1,350"."""
    words = passage.words
    if words[first - 1 : first] and words[first - 1] in _TOTALLING:
        for token in range(first - 1, max(0, first - _FAR_TOTAL) - 1, -1):
            if words[token] in _STOPS and not words[token + 1].isdigit():
                break
            if words[token] in _NUMBER_OF:
                return _of_the_number(passage, token, first)
    return None


_TOTALLING = frozenset("totals totalled totaled reaches reached exceeds exceeded surpassed passed at to is was hit".split())  # fmt: skip
_FAR_TOTAL = 30
_STOPS = frozenset([".", "!", "?"])


def _of_the_number(passage: Passage, token: int, end: int) -> str | None:
    """Return the unit of what "the number of" at a token is said of."""
    words, place = passage.words, token + 1
    while place < end and words[place] in _BEFORE_NOUN:
        place += 1
    if place < end and words[place][0].isdigit():
        return None
    return _noun_at(words, place, passage.language)


_BEFORE_NOUN = frozenset(
    ["of", "d", "de", "'", "les", "des", "the", "its", "their", "ses"]
)


def _by_telling_noun(words: Sequence[str], first: int, start: int) -> str | None:
    """Return the unit that "population", "membership", "a staff of" tell."""
    told = _TELLING.intersection(words[max(start, first - _TOLD) : first])
    if told:
        return _TELLING_UNITS[min(told)]
    if _THEIR_NUMBER.intersection(words[max(start, first - 3) : first]):
        return "person"
    if words[first - 2 : first - 1] and words[first - 1] in ("of", "de"):
        if words[first - 2] in _STAFF:
            return "person"
        return "member" if words[first - 2] in _CLUBS else None
    return None


# Nouns that say what a bare number behind them counts, and how far before it.
_TELLING_UNITS = dict.fromkeys(
    "population attendance headcount toll effectif effectifs".split(), "person"
) | dict.fromkeys("membership adhesions".split(), "member")
_TELLING = frozenset(_TELLING_UNITS)
_TOLD = 8
_CLUBS = frozenset("club bloc alliance league coalition cercle ligue".split())


def _noun_at(words: Sequence[str], token: int, language: str) -> str | None:
    """Return the unit of the noun at a token or right behind an adjective there."""
    if words[token : token + 1] == ["من"]:
        return "person"
    for place in (token, token + 1):
        unit = unit_at(words, place, language)
        if unit is not None:
            return unit.name
    is_english = language == "en" and token < len(words)
    return singular(words[token]) if is_english and is_plural(words[token]) else None


def _from_before(
    passage: Passage, number: Number, drafts: Sequence[Draft]
) -> str | None:
    """Return the unit of the nearest figure before that may name a bare number."""
    is_aside = _is_aside(passage.words, number.first)
    is_small = is_aside and number.value < _LEAST_ASIDE
    if is_small and not is_listed(passage, number.first):
        # A small number in brackets is the minute of a goal or a note.
        return None
    # Millions without a noun go on from the last money, however far back.
    is_sum = number.scale >= _MILLION
    for before in reversed(drafts[-_SUMS_BACK if is_sum else -_DRAFTS_BACK :]):
        if not is_aside and _is_aside(passage.words, before.first):
            continue
        if is_sum and before.unit.isupper() and len(before.unit) == 3:
            return before.unit
        if number.first - before.last > _REACH:
            continue
        if may_lend(passage.words, before.unit, number):
            return before.unit
    return None


def _is_aside(words: Sequence[str], token: int) -> bool:
    """Say whether a figure opens a bracket: the same sum in other money."""
    return token > 0 and words[token - 1] == "("


def may_lend(words: Sequence[str], unit: str, number: Number) -> bool:
    """Say whether the unit of a figure before may be that of a bare number."""
    if unit in _NOT_LENT or is_duration(unit):
        return False
    is_whole = number.value == int(number.value)
    is_compared = number.first > 0 and words[number.first - 1] in _COMPARES
    if unit == "percent":
        return not is_whole or is_compared
    if unit.isupper():
        return number.scale > 1 or is_compared
    if not is_whole and number.scale == 1:
        return False
    return not (unit in _FEW and number.value > _MANY)


def _from_after(
    passage: Passage, number: Number, following: Number | None
) -> str | None:
    if following is None:
        return None
    _, end = passage.sentences.of(number.first)
    if following.first >= end or following.first - number.last > _AHEAD:
        return None
    counted = counted_at(passage, following.last, following.value)
    if counted is None or not may_lend(passage.words, counted.unit, number):
        return None
    return counted.unit


def _people(passage: Passage, number: Number) -> str | None:
    """Say "person" where a bare number does what people do: "108 were killed"."""
    words = passage.words
    after = words[number.last] if number.last < len(words) else ""
    is_whole = number.value == int(number.value) and number.value > 1
    behind = words[number.last + 1] if number.last + 1 < len(words) else ""
    is_deed = after in _DEEDS and behind not in _RECORDS
    return "person" if is_whole and is_deed else None
