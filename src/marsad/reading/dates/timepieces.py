"""Numbered parts of a year or a month: the first half of 2024, «الربع الأخير من 2024»."""

from dataclasses import replace
from datetime import date

from marsad.reading.dates import almanac
from marsad.reading.dates.mentions import Mention
from marsad.reading.dates.timewords import TimeWords

_OF = frozenset(["of", "the", "de", "d", "'", "du", "l", "من", "عام"])
_LAST = frozenset(["last", "final", "dernier", "derniere", "الاخير", "الاخيره"])


def with_piece(times: TimeWords, mention: Mention) -> Mention:
    """Take in the numbered part in front of a month, a year or a stretch."""
    if mention.precision not in ("year", "month") or mention.clitic:
        return mention
    place = mention.first
    while place > 0 and times.word(place - 1) in _OF:
        place -= 1
    found = _piece_before(times, place)
    if found is None:
        return mention
    first, clitic, piece, number = found
    interval = almanac.piece_of(mention.interval, piece, number)
    if interval is None:
        return mention
    return replace(
        mention, first=first, clitic=clitic, interval=interval, precision="range",
        why=f"a {piece} of a {mention.precision}", is_doubtful=False,
    )  # fmt: skip


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
