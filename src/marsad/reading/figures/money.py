"""Money: signs and codes beside a sum, and whose dinar, pound or riyal is meant."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from marsad.reading.findings import Party
from marsad.reading.lexicon import Row, rows
from marsad.reading.passage import Found, Passage, within
from marsad.text.normalise import fold

SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
}
# ISO 4217 codes that newsrooms write beside a sum.
_CODES = frozenset(
    "usd eur gbp sar aed qar kwd bhd omr iqd jod lbp syp egp tnd dzd mad lyd sdg yer try irr "
    "ils rub cny jpy chf sek nok dkk cad aud inr pkr afn ngn xof".split()
)
# The money of states whose pounds, liras, riyals, dinars … share a name.
_NATIONAL = {
    "pound?": {"GB": "GBP", "EG": "EGP", "SD": "SDG", "SY": "SYP", "LB": "LBP", "SS": "SSP"},
    "lira?": {"TR": "TRY", "SY": "SYP", "LB": "LBP"},
    "riyal?": {"SA": "SAR", "QA": "QAR", "YE": "YER", "OM": "OMR", "IR": "IRR"},
    "dinar?": {
        "TN": "TND", "IQ": "IQD", "KW": "KWD", "JO": "JOD", "BH": "BHD", "LY": "LYD",
        "DZ": "DZD", "RS": "RSD",
    },
    "dirham?": {"AE": "AED", "MA": "MAD"},
    "crown?": {"NO": "NOK", "SE": "SEK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"},
    "rupee?": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR"},
    "peso?": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP"},
    "franc?": {"CH": "CHF", "FR": "FRF", "ML": "XOF", "SN": "XOF", "NE": "XOF", "TD": "XAF"},
    "shilling?": {"KE": "KES", "SO": "SOS", "UG": "UGX", "TZ": "TZS"},
    # «ولاية» is not money, yet whose it is decides what it is as well.
    "wilaya?": {"TN": "governorate", "DZ": "province", "OM": "province", "US": "state"},
}  # fmt: skip
# Where no state is named, the one whose money is most written of.
_USUAL = {
    "pound?": "GBP", "lira?": "TRY", "riyal?": "SAR", "dinar?": "IQD", "dirham?": "AED",
    "crown?": "SEK", "rupee?": "INR", "peso?": "MXN", "franc?": "CHF", "shilling?": "KES",
    "wilaya?": "state",
}  # fmt: skip
# Month names that only one or two states write.
_MONTHS = {
    "يوليوز": "MA", "شتنبر": "MA", "غشت": "MA", "نونبر": "MA", "دجنبر": "MA",
    "جانفي": "TN", "فيفري": "TN", "جويليه": "TN", "افريل": "TN", "اوت": "TN", "جوان": "TN",
}  # fmt: skip
# How many tokens around a sum are searched for the state.
_NEAR = 400


class Sign(NamedTuple):
    """A sign or code of money in front of a sum, and where it begins."""

    first: int
    unit: str


def sign_before(passage: Passage, token: int) -> Sign | None:
    """Return the money sign or code that stands right before a token."""
    if token == 0:
        return None
    words = passage.words
    before = words[token - 1]
    if before in SIGNS:
        named = words[token - 2] if token > 1 else ""
        if before == "$" and named in _DOLLARS and passage.touches(token - 1):
            return Sign(token - 2, _DOLLARS[named])
        return Sign(token - 1, SIGNS[before])
    if before in _CODES and passage.written(token - 1).isupper():
        return Sign(token - 1, before.upper())
    return None


def sign_after(passage: Passage, token: int, *, is_scaled: bool = False) -> str | None:
    """Return the money that a sign or code at a token stands for."""
    if token >= len(passage.words):
        return None
    word = passage.words[token]
    if word in SIGNS:
        return SIGNS[word]
    if is_scaled and word == "de" and passage.words[token + 1 : token + 2] == ["$"]:
        return "USD"
    if is_scaled and word == "won":
        # Only behind millions and billions is it the money and not the verb.
        return "KRW"
    if word in _CODES and passage.written(token).isupper():
        return word.upper()
    return None


def national(unit: str, token: int, passage: Passage, found: Found) -> str:
    """Say whose money a name shared by several states is, by the states around it."""
    monies = _NATIONAL.get(unit)
    if monies is None:
        return unit
    first, last = max(0, token - _NEAR), token + _NEAR
    named = Counter(
        seen.finding.canonical
        for seen in within(found.parties, first, last)
        if isinstance(seen.finding, Party) and seen.finding.canonical in monies
    )
    if not named:
        places = _places()
        named = Counter(
            places[word]
            for word in passage.words[first:last]
            if word in places and places[word] in monies
        )
    return monies[named.most_common(1)[0][0]] if named else _USUAL[unit]


@cache
def _places() -> dict[str, str]:
    """Return the words that name a state, its people or its cities, folded."""
    states = {state for monies in _NATIONAL.values() for state in monies}
    found: dict[str, str] = dict(_MONTHS)
    for name, column in (
        ("states", "iso"),
        ("nationalities", "iso"),
        ("cities", "country"),
    ):
        for row in rows(name):
            if row[column] in states:
                found.update(dict.fromkeys(_single_words(row), row[column]))
    return found


def _single_words(row: Row) -> Iterator[str]:
    """Yield the names of one word in a row, folded."""
    for language in ("ar", "en", "fr"):
        forms = row.get(language, "").split("|")
        yield from (fold(form) for form in forms if form and " " not in form)
