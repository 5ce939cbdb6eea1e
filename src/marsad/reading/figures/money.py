"""Money: signs and codes beside a sum, and whose dinar, pound or riyal is meant."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from marsad.reading.findings import Party
from marsad.reading.lexicon import Row, rows
from marsad.reading.passage import Found, Passage, within
from marsad.text.normalise import fold

SIGNS = {
    "$": "dollar?",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
    "₦": "NGN",
    "₹": "INR",
    "₩": "KRW",
    "₴": "UAH",
    "₸": "KZT",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₵": "GHS",
    "₾": "GEL",
    "₼": "AZN",
    "؋": "AFN",
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
    "ils rub cny jpy chf sek nok dkk cad aud inr pkr afn ngn xof ron pln huf czk kes ugx tzs "
    "etb ghs zar brl mxn idr myr thb vnd krw sgd hkd nzd mru xaf cop clp ars php lkr npr bdt "
    "mmk kzt uzs azn uah rsd mkd bgn isk sos ssp mwk zmw rwf bif cdf gnf djf mzn xpf".split()
)
# Abbreviations as newsrooms write them, with the money that each stands for.
_SHORT = {
    "LL": "LBP", "RO": "OMR", "KSh": "KES", "Ksh": "KES", "KSH": "KES", "Sh": "shilling?",
    "TSh": "TZS", "Tsh": "TZS", "USh": "UGX", "Ush": "UGX", "Rs": "rupee?", "RM": "MYR",
    "CFAF": "cfa?", "FCFA": "cfa?", "Fcfa": "cfa?", "CFA": "cfa?", "SR": "SAR",
    "BD": "BHD", "KD": "KWD", "JD": "JOD", "QR": "QAR", "Dh": "dirham?", "Dhs": "dirham?",
    "DH": "dirham?", "DHS": "dirham?", "Tk": "BDT", "RMB": "CNY", "LE": "EGP", "DT": "TND",
    "DA": "DZD", "SFr": "CHF", "Fr": "CHF", "kr": "crown?", "zl": "PLN", "zł": "PLN",
    "Kč": "CZK", "Ft": "HUF", "Sfr": "CHF", "frs": "franc?", "NIS": "ILS", "LD": "LYD",
    "FG": "GNF", "FC": "CDF", "Ar": "MGA", "UM": "MRU",
}  # fmt: skip
# In these a million is written before the abbreviation: MDH, MDT, MDA.
_MILLIONS = {"MDH": "MAD", "MDT": "TND", "MDA": "DZD", "MFCFA": "XOF"}
# The money of states whose pounds, liras, riyals, dinars … share a name.
_NATIONAL = {
    "pound?": {
        "GB": "GBP", "EG": "EGP", "SD": "SDG", "SY": "SYP", "LB": "LBP", "SS": "SSP",
        "TR": "TRY",
    },
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
    "franc?": {
        "CH": "CHF", "FR": "FRF", "ML": "XOF", "SN": "XOF", "NE": "XOF", "TD": "XAF",
        "BF": "XOF", "CI": "XOF", "BJ": "XOF", "TG": "XOF", "CM": "XAF", "GA": "XAF",
        "RW": "RWF", "BI": "BIF", "CD": "CDF", "GN": "GNF", "DJ": "DJF", "KM": "KMF",
    },
    "cfa?": {
        "ML": "XOF", "SN": "XOF", "NE": "XOF", "BF": "XOF", "CI": "XOF", "BJ": "XOF",
        "TG": "XOF", "GW": "XOF", "CM": "XAF", "GA": "XAF", "CG": "XAF", "CF": "XAF",
        "GQ": "XAF", "TD": "XAF",
    },
    "dollar?": {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "US": "USD", "SG": "SGD"},
    "mark?": {"BA": "BAM", "DE": "DEM"},
    "shilling?": {"KE": "KES", "SO": "SOS", "UG": "UGX", "TZ": "TZS"},
    # «ولاية» is not money, yet whose it is decides what it is as well.
    "wilaya?": {"TN": "governorate", "DZ": "province", "OM": "province", "US": "state"},
}  # fmt: skip
# Where no state is named, the one whose money is most written of.
_USUAL = {
    "pound?": "GBP", "lira?": "TRY", "riyal?": "SAR", "dinar?": "IQD", "dirham?": "AED",
    "crown?": "SEK", "rupee?": "INR", "peso?": "MXN", "franc?": "CHF", "cfa?": "XOF", "shilling?": "KES",
    "wilaya?": "state", "dollar?": "USD", "mark?": "mark",
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
    return _short_before(passage, token)


def _short_before(passage: Passage, token: int) -> Sign | None:
    """Read "LL46,000", "KSh1.5 million", "Rs. 300", "F CFA 500"."""
    place = token - 1 - (passage.words[token - 1] == ".")
    if place < 0 or passage.language == "ar":
        return None
    unit = _SHORT.get(passage.written(place))
    is_told = unit is not None and (unit.isupper() or passage.language == "en")
    return Sign(place, unit) if unit and is_told else None


def sign_after(passage: Passage, token: int, *, is_scaled: bool = False) -> str | None:
    """Return the money that a sign or code at a token stands for."""
    if token >= len(passage.words):
        return None
    word = passage.words[token]
    if word in SIGNS:
        return SIGNS[word]
    if is_scaled and word == "de" and passage.words[token + 1 : token + 2] == ["$"]:
        return "dollar?"
    if is_scaled and word == "won":
        # Only behind millions and billions is it the money and not the verb.
        return "KRW"
    if word in _CODES and passage.written(token).isupper():
        return word.upper()
    if passage.language != "fr":
        return None
    written = passage.written(token)
    return _SHORT.get(written) if len(written) > 1 else None


def millions_after(passage: Passage, token: int) -> tuple[str, int] | None:
    """Return the money of an abbreviation that holds a million, and its end: 230 MDH."""
    if token >= len(passage.words):
        return None
    if passage.language == "ar":
        return _dinars_after(passage.words, token)
    unit = _MILLIONS.get(passage.written(token)) if passage.language == "fr" else None
    return (unit, token + 1) if unit else None


def _dinars_after(words: list[str], token: int) -> tuple[str, int] | None:
    """Read the Tunisian «م د», «م.د.»: millions of dinars."""
    for written in _DINARS:
        end = token + len(written)
        if words[token:end] == written:
            return "dinar?", end + (words[end : end + 1] == ["."] and len(written) > 2)
    return None


_DINARS = (["م", ".", "د"], ["م", "د"])


def whose_dollar(found: Found) -> str:
    """Say whose a bare dollar is: American, unless the text is of one other such state."""
    named = Counter(
        seen.finding.canonical
        for seen in found.parties
        if isinstance(seen.finding, Party) and seen.finding.type == "state"
    )
    if not named or "US" in named:
        return "USD"
    state, count = named.most_common(1)[0]
    is_home = state in _DOLLAR_STATES and 2 * count >= named.total()
    return _NATIONAL["dollar?"][state] if is_home else "USD"


_DOLLAR_STATES = frozenset(["CA", "AU", "NZ", "SG", "US"])


def national(unit: str, token: int, passage: Passage, found: Found) -> str:
    """Say whose money a name shared by several states is, by the states around it."""
    if unit == "dollar?":
        return whose_dollar(found)
    monies = _NATIONAL.get(unit)
    if monies is None:
        return unit
    first, last = max(0, token - _NEAR), token + _NEAR
    named: Counter[str] = Counter()
    for seen in within(found.parties, first, last):
        if isinstance(seen.finding, Party) and seen.finding.canonical in monies:
            named[seen.finding.canonical] += _weight(seen.first - token)
    places = _places()
    for place, word in enumerate(passage.words[first:last], first):
        state = places.get(word)
        if state in monies:
            # A word that only hints counts for less than a party.
            named[state] += _weight(place - token) // 2
    named = named or _named_anywhere(passage, found, monies)
    if not named or (unit == "cfa?" and any(monies[one] == "XOF" for one in named)):
        # Both CFA francs are worth the same, and the western one is written of more.
        return _USUAL[unit]
    return monies[named.most_common(1)[0][0]]


def _named_anywhere(
    passage: Passage, found: Found, monies: Mapping[str, str]
) -> Counter[str]:
    """Count the states that a whole text names, where none stands near a sum."""
    named: Counter[str] = Counter()
    for seen in found.parties:
        if isinstance(seen.finding, Party) and seen.finding.canonical in monies:
            named[seen.finding.canonical] += 1
    places = _places()
    for token in passage.tokens_of(places.keys()):
        state = places[passage.words[token]]
        if state in monies:
            named[state] += 1
    return named


def _weight(away: int) -> int:
    """Return how much a state so many tokens away counts: the nearest by far most."""
    return _NEAREST // (abs(away) + _BLUR)


_NEAREST = 10_000
_BLUR = 8


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
