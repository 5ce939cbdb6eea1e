"""Places in a row in words: third, «الحادي عشر», vingtième; from the third on."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

_ENGLISH: Final = (
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_FRENCH: Final = (
    "troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme "
    "douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme "
    "dix-neuvieme vingtieme"
).split()
_ARABIC: Final = "ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()
# In front of «عشر» the first two of a row count as well.
_ARABIC_TEENS: Final = {
    **{name: value for value, name in enumerate(("حادي", "ثاني"), start=11)},
    **{name: value for value, name in enumerate(_ARABIC[:7], start=13)},
}
_ARABIC_TENS: Final = {"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30}
_ENGLISH_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ENGLISH_ONES: Final = {
    name: value
    for value, name in enumerate(["first", "second", *_ENGLISH[:7]], start=1)
}
_HEADS: Final = re.compile("^(?:[وف]?(?:لل|[بك]?ال))")


class Order(NamedTuple):
    """A place in a row, and the token after it."""

    value: int
    last: int


def order_at(words: Sequence[str], token: int, language: str) -> Order | None:
    """The place in a row that is written at a token of folded words, if any."""
    if language == "ar":
        return _arabic(words, token)
    if language == "en" and (value := _ENGLISH_TENS.get(words[token])):
        return _english_tens(words, token, value)
    if language == "fr" and (order := _french_joined(words, token)):
        return order
    value = _latin()[language].get(words[token], 0)
    return Order(value, token + 1) if value else None


def _english_tens(words: Sequence[str], token: int, tens: int) -> Order | None:
    """Read "twenty-first", in one token or in three."""
    rest = [word for word in words[token + 1 : token + 3] if word != "-"]
    one = _ENGLISH_ONES.get(rest[0]) if rest else None
    if one is None:
        return None
    return Order(tens + one, token + (3 if words[token + 1] == "-" else 2))


def _french_joined(words: Sequence[str], token: int) -> Order | None:
    """Read "dix-septième" where the hyphen is a token of its own."""
    if words[token : token + 2] != ["dix", "-"] or token + 2 >= len(words):
        return None
    value = _latin()["fr"].get(f"dix-{words[token + 2]}", 0)
    return Order(value, token + 3) if value else None


def _arabic(words: Sequence[str], token: int) -> Order | None:
    word = words[token]
    head = _HEADS.match(word)
    if head is None:
        return None
    plain = word[head.end() :]
    bare = plain.removesuffix("ه")
    after = words[token + 1] if token + 1 < len(words) else ""
    if after in ("عشر", "عشره") and bare in _ARABIC_TEENS:
        return Order(_ARABIC_TEENS[bare], token + 2)
    ones = _ARABIC_TEENS.get(bare, 10) - 10
    if ones and (tens := _ARABIC_TENS.get(after.removeprefix("وال"))):
        return Order(tens + ones, token + 2)
    if bare in _ARABIC:
        return Order(_ARABIC.index(bare) + 3, token + 1)
    return None


@cache
def _latin() -> Mapping[str, Mapping[str, int]]:
    return {
        "en": {name: value for value, name in enumerate(_ENGLISH, start=3)},
        "fr": {name: value for value, name in enumerate(_FRENCH, start=3)},
    }
