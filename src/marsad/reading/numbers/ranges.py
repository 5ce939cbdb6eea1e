"""Two numbers that are one range: "20 to 30 million", «بين 5 و10», "de 5 à 10"."""

from dataclasses import replace

from marsad.reading.lexicon import hits_from
from marsad.reading.numbers.numbers import Number
from marsad.reading.passage import Passage

_TO = frozenset(["to", "or", "a", "ou", "الي", "او", "حتي", "-", "–", "—", "ـ"])
_AND = frozenset(["and", "et", "و"])
_BETWEEN = frozenset(["between", "entre", "بين"])


def with_ranges(passage: Passage, numbers: list[Number]) -> list[Number]:
    """Join two neighbouring numbers into a range: "20 to 30", «بين 5 و10»."""
    joined: list[Number] = []
    for number in numbers:
        if joined and _is_range(passage, joined[-1], number):
            joined[-1] = _range(joined[-1], number)
        else:
            joined.append(number)
    return joined


def _is_range(passage: Passage, low: Number, high: Number) -> bool:
    if low.high is not None or not {low.form, high.form} <= {"digits", "words"}:
        return False
    if _scaled(low, high) >= high.value:
        return False
    if tells_a_change(passage, low.first) or _is_day(passage, low, high):
        return False
    between = passage.words[low.last : high.first]
    follows = low.first > 0 and _is_between(passage, low.first)
    if len(between) == 1:
        return between[0] in _TO or (follows and between[0] in _AND)
    if between:
        return False
    return follows and passage.words[high.first].startswith("و")


def _is_day(passage: Passage, low: Number, high: Number) -> bool:
    """Say whether the first is the day of a month and the second none: "since Nov. 7 to 412"."""
    first = low.first - (passage.words[low.first - 1 : low.first] == ["."])
    months = passage.hits("month")
    return high.value > _LAST_DAY and bool(hits_from(months, first - 1, first))


_LAST_DAY = 31
FROM = frozenset(["from", "de", "من"])
# Behind these, "from 500 to 4,000" tells two figures, and no range.
_CHANGES = frozenset(
    "porter porte passer passe passera passee tombe tomber monte augmente baisse rose fell "
    "rising falling grew increased decreased up down went cut raised raise dropped rise fall "
    "ارتفع ارتفعت انخفض انخفضت تراجع تراجعت زاد زادت رفع خفض قفز قفزت ارتفاعا انخفاضا".split()
)


def tells_a_change(passage: Passage, token: int) -> bool:
    """Say whether what goes "from" a figure at a token rises or falls."""
    if token == 0 or passage.words[token - 1] not in FROM:
        return False
    return any(word in _CHANGES for word in passage.words[max(0, token - 6) : token])


def _is_between(passage: Passage, token: int) -> bool:
    words = passage.words
    before = words[token - 1]
    if before in ("ال", "$", "£", "€") and token > 1:
        before = words[token - 2]
    return before in _BETWEEN


def _scaled(low: Number, high: Number) -> float:
    """Give the lower end the scale of the higher: "20 to 30 million"."""
    if low.scale == 1 and high.scale > 1 and low.value * high.scale < high.value:
        return low.value * high.scale
    return low.value


def _range(low: Number, high: Number) -> Number:
    return replace(
        low, last=high.last, value=_scaled(low, high), high=high.value, scale=high.scale
    )
