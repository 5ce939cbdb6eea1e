"""Numbered parts of a year or a month: the first half of 2024, «الربع الأخير من 2024»."""

from dataclasses import replace
from datetime import date, timedelta

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.tenses import AHEAD, leaning
from marsad.reading.dates.timewords import TimeWords
from marsad.reading.findings import Interval
from marsad.reading.numbers.numbers import NumberReader
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Passage

_OF = frozenset(["of", "the", "de", "d", "'", "du", "l", "من", "عام"])
_LAST = frozenset(["last", "final", "dernier", "derniere", "الاخير", "الاخيره"])


def with_piece(times: TimeWords, mention: Mention) -> Mention:
    """Take in the numbered part in front of a month, a year or a stretch."""
    is_led = mention.clitic and times.word(mention.first)[: mention.clitic] != "ل"
    if mention.precision not in ("year", "month") or is_led:
        return mention
    place = mention.first
    while place > 0 and times.word(place - 1) in _OF:
        place -= 1
    found = _piece_before(times, place)
    if found is None:
        return _with_first_units(times, mention, place)
    first, clitic, piece, number = found
    interval = almanac.piece_of(mention.interval, piece, number)
    if interval is None:
        return mention
    return replace(
        mention, first=first, clitic=clitic, interval=interval, precision="range",
        why=f"a {piece} of a {mention.precision}", is_doubtful=False,
    )  # fmt: skip


def _numbers(passage: Passage) -> NumberReader:
    return NumberReader(passage, set())


def _with_first_units(times: TimeWords, mention: Mention, end: int) -> Mention:
    """Take in "first six months of", «الأشهر الثلاثة الأولى من»: a part from its start."""
    numbers = times.passage.once(_numbers)
    for first in range(end - 1, max(end - _FIRST_REACH, -1), -1):
        phrase = _first_units(times, numbers, first, end)
        if phrase is None:
            continue
        start, unit, count, is_last = phrase
        whole = mention.interval
        if is_last:
            low = almanac.months_after(whole.last.replace(day=1), 1 - count)
            interval = Interval(low, whole.last)
        else:
            length = almanac.length_after(unit, count, whole.first)
            interval = Interval(whole.first, length.last - timedelta(days=1))
        if interval.last > whole.last or interval.first < whole.first:
            return mention
        return replace(
            mention, first=start, clitic=0, interval=interval, precision="range",
            why=f"so many {unit}s of a {mention.precision}",
        )  # fmt: skip
    return mention


# «الأشهر الثلاثة الأولى من» is four words before its year.
_FIRST_REACH = 6
_FIRSTS = frozenset("first premiers premieres الاولي الاول الاوايل".split())
_LASTS = frozenset("last derniers dernieres الاخيره الاخير".split())
_UNITS = frozenset(["month", "week", "day"])


def _first_units(
    times: TimeWords, numbers: NumberReader, first: int, end: int
) -> tuple[int, str, int, bool] | None:
    """Return start, unit, count, and whether the last are meant, of a phrase of units."""
    words = set(times.words[first:end])
    number = numbers.at(first)
    if number is None or number.value != int(number.value) or not 1 < number.value < 32:
        return None
    is_last = not words.isdisjoint(_LASTS)
    if times.language == "en":
        is_last = times.word(first - 1) in _LASTS
        is_told = is_last or times.word(first - 1) in _FIRSTS
    else:
        is_told = is_last or not words.isdisjoint(_FIRSTS)
    if not is_told:
        return None
    start, places = first, range(number.last, end)
    if times.language == "ar":
        start, places = first - 1, range(first - 1, first)
    elif times.language == "en":
        start = first - 1
    for place in places:
        unit = unit_at(times.words, place, times.language)
        if (
            unit is not None
            and unit.name in _UNITS
            and (unit.name == "month" or not is_last)
        ):
            return start, unit.name, int(number.value), is_last
    return None


def _piece_before(times: TimeWords, end: int) -> tuple[int, int, str, int] | None:
    """Return where a numbered part that ends at a token begins, and what it is."""
    if times.language == "ar":
        number, noun_end = _number_before(times, end)
        noun = times.before("piece", noun_end) if number else None
        if noun is None or noun.last - noun.first > 1:
            return None
        return noun.first, noun.clitic, noun.value, number
    noun = times.before("piece", end)
    if noun is None:
        return _letter_before(times, end)
    number, first = _number_before(times, noun.first)
    return (first, 0, noun.value, number) if number else None


def _letter_before(times: TimeWords, end: int) -> tuple[int, int, str, int] | None:
    """Read the Q4 of "Q4 2022", the T1 of "T1 2023", the S1 and H1 of a year."""
    number = times.number(end - 1)
    letters = _LETTERS.get(times.language, {})
    piece = letters.get(times.word(end - 2))
    if piece is None or number is None or not times.passage.touches(end - 1):
        return None
    most = 4 if piece == "quarter" else 2
    return (end - 2, 0, piece, number) if number <= most else None


_LETTERS = {
    "en": {"q": "quarter", "h": "half"},
    "fr": {"t": "quarter", "s": "half"},
}


def _number_before(times: TimeWords, end: int) -> tuple[int, int]:
    """Return the number of an ordinal that ends at a token, and where it begins."""
    if times.word(end - 1) in _LAST:
        return -1, end - 1
    ordinal = times.before("ordinal", end)
    if ordinal is None or int(ordinal.value) > 4:
        return 0, end
    return int(ordinal.value), ordinal.first


def bare_pieces(times: TimeWords, published: date) -> list[Mention]:
    """Return the parts of the year of publication: "the second half of the year"."""
    mentions: list[Mention] = []
    for noun in times.all("piece"):
        if noun.value in ("week", "third"):
            continue
        end = noun.last
        if times.language == "ar":
            end += 1
        found = _piece_before(times, end)
        if found is None:
            continue
        last = _past_the_year(times, end)
        if last is None:
            continue
        first, clitic, piece, number = found
        interval = almanac.piece_of(almanac.year_of(published.year), piece, number)
        if interval is not None:
            mentions.append(
                Mention(
                    first,
                    last,
                    clitic,
                    interval,
                    "range",
                    "dates.piece",
                    f"a {piece} of the year of publication",
                )
            )
    return mentions


def bare_letters(times: TimeWords, published: date) -> list[Mention]:
    """Return "Q3", "T3" and «الربع الثالث» without a year: the nearest by the verb."""
    found: list[Mention] = []
    for token in times.rows:
        told = _letter_before(times, token + 1)
        if told is None:
            continue
        first, _, piece, number = told
        interval = almanac.piece_of(almanac.year_of(published.year), piece, number)
        if interval is None or not times.passage.written(first)[0].isupper():
            continue
        if leaning(times, first) == AHEAD and interval.last < published:
            interval = almanac.piece_of(
                almanac.year_of(published.year + 1), piece, number
            )
        if interval is not None:
            found.append(
                Mention(
                    first, token + 1, 0, interval, "range", "dates.piece",
                    f"a {piece} of the year of publication",
                )
            )  # fmt: skip
    return found


def _past_the_year(times: TimeWords, token: int) -> int | None:
    """Return the token after "of the year"; French also tells a semestre by itself."""
    place = token
    while times.word(place) in _OF:
        place += 1
    word = times.at("span", place)
    if word is not None and word.value == "year" and place > token:
        return word.last
    is_alone = times.language == "fr" and times.word(token - 1) in (
        "semestre",
        "trimestre",
    )
    return token if is_alone else None
