"""Numbers written in digits: what they are worth, and which ones count nothing."""

import re
from collections.abc import Sequence

from marsad.reading.passage import Passage

# A point or comma before exactly three digits parts thousands, unless the head is 0 or
# the outlet's language never writes it so.
_THOUSANDS = {
    "ar": re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+"),
    "en": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
    "fr": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
}
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MOST_GROUPS = 5
# Longer rows of digits are telephone and account numbers.
_LONGEST = 13

# What stands joined to a number that names a thing, an hour or a place in a row.
_ORDINAL_ENDS = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "ere",
        "ers",
        "eres",
        "e",
        "es",
        "eme",
        "emes",
        "nde",
    ]
)
_CLITICS = frozenset(
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "ول", "وب", "كال", "الـ"]
)
_JOINED_BEFORE = frozenset(":/.#@_\\*=&")
_CURRENCY_LETTERS = frozenset(
    "us usd eur gbp a c rs e ll ro ksh tsh ush rm cfaf fcfa sr bd kd jd qr dh dhs tk rmb le sh "
    "sfr nis ld".split()
)
_HOUR_ENDS = frozenset(["h", "am", "pm"])


def is_digits(word: str) -> bool:
    """Say whether a token is written in digits."""
    return "0" <= word[0] <= "9"


def is_year(word: str) -> bool:
    """Say whether a token may be a year: four digits, 1600 to 2099."""
    return len(word) == 4 and _YEAR.fullmatch(word) is not None


def value_of(word: str, language: str, *, is_pointed: bool = False) -> float | None:
    """Read a token of digits; None where it is no number.

    ``is_pointed`` says that a point parts decimals here, though three digits follow it.
    """
    if len(word) > _LONGEST:
        return None
    thousands = _THOUSANDS[language].fullmatch(word)
    if thousands and not (is_pointed and "." in word and not word.endswith("000")):
        if language == "fr":
            return float(word.replace(".", "").replace(",", "."))
        if language == "ar":
            return float(word.replace(".", "").replace(",", ""))
        return float(word.replace(",", ""))
    if _DECIMAL.fullmatch(word):
        return float(word.replace(",", "."))
    plain = word.replace(",", "")
    return float(plain) if _DECIMAL.fullmatch(plain) else None


def has_points(words: Sequence[str]) -> bool:
    """Say whether a text parts decimals by a point: 0.920, 12.5."""
    return any(_POINTED.fullmatch(word) is not None for word in words if "." in word)


_POINTED = re.compile(r"0\.\d+|\d+\.\d{1,2}|\d{1,3},\d{3}")


def end_of_groups(passage: Passage, token: int) -> int:
    """Return the token after a number parted by spaces: "30 000" and "1 127 450"."""
    words, language = passage.words, passage.language
    last = token + 1
    if len(words[token]) > 3 or words[token][0] == "0":
        return last
    while last < min(len(words), token + _MOST_GROUPS) and _is_group(passage, last):
        # English parts thousands by commas: only round ones are taken for groups.
        if language == "en" and words[last] != "000":
            break
        last += 1
    if last == token + 1:
        return _past_signs(passage, last, "،" if language == "ar" else "'")
    return last


def _past_signs(passage: Passage, last: int, sign: str) -> int:
    """Step over «،» and the Swiss ' between thousands: 3'800."""
    words = passage.words
    start = last
    while (
        last < start + 2 * _MOST_GROUPS
        and words[last : last + 1] == [sign]
        and last + 1 < len(words)
        and len(words[last + 1]) == 3
        and words[last + 1].isdigit()
        and passage.touches(last)
        and passage.touches(last + 1)
    ):
        last += 2
    return last


def _is_group(passage: Passage, token: int) -> bool:
    word = passage.words[token]
    starts, ends = passage.tokens.starts, passage.tokens.ends
    return (
        len(word.split(",")[0]) == 3
        and word[:3].isdigit()
        and starts[token] == ends[token - 1] + 1
        and passage.text[ends[token - 1]] == " "
    )


def counts_nothing(passage: Passage, first: int, last: int) -> bool:
    """Say whether the signs joined to a number make it a name, an hour or an ordinal."""
    return _is_bound_before(passage, first) or _is_bound_after(passage, last)


def _is_bound_before(passage: Passage, token: int) -> bool:
    words = passage.words
    if not passage.touches(token):
        return False
    before = words[token - 1]
    if before in _JOINED_BEFORE:
        return token >= 2 and passage.touches(token - 1)
    if before in "-–—'":
        return _is_part_of_a_name(passage, token, before)
    return (
        before[0].isalpha()
        and before not in _CLITICS
        and before not in _CURRENCY_LETTERS
    )


def _is_part_of_a_name(passage: Passage, token: int, sign: str) -> bool:
    """Say whether a hyphen joins a number to letters: F-16, COVID-19."""
    if token < 2 or not passage.touches(token - 1):
        return False
    left = passage.words[token - 2]
    return left[0].isalpha() and sign != "—" and len(left) > 1 - (sign == "-")


def _is_bound_after(passage: Passage, last: int) -> bool:
    words = passage.words
    if last < len(words) and words[last] == "h" and passage.language == "fr":
        return True
    if last >= len(words) or not passage.touches(last):
        return False
    after = words[last]
    if len(after) == 1 and "ء" <= after <= "ي" and after not in ("م", "و"):
        # Minutes and seconds of a race: 39د 56ث.
        return True
    if after in _ORDINAL_ENDS or after in _HOUR_ENDS or after == "s":
        return True
    if after in ":/h":
        return (
            last + 1 < len(words)
            and is_digits(words[last + 1])
            and passage.touches(last + 1)
        )
    return after in ("@", "_", "*")
