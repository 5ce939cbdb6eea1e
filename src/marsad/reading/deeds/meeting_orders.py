"""Which of a row of meetings a name means: «the next», «the last», «the 58th»."""

import re

from marsad.reading.passage import Found, Passage, within

MARKERS = {
    **dict.fromkeys(
        """next upcoming forthcoming following prochain prochaine suivant suivante المقبل
        المقبله القادم القادمه التالي التاليه المرتقب المرتقبه""".split(),
        "next",
    ),
    **dict.fromkeys(
        """last previous earlier dernier derniere precedente precedent السابق السابقه
        الاخير الاخيره""".split(),
        "last",
    ),
}

SUFFIXES = frozenset(["st", "nd", "rd", "th", "e", "eme", "er", "ere"])


def days_in(found: Found, first: int, last: int) -> frozenset[int]:
    """Return the tokens of a name that tell its day."""
    return frozenset(
        token
        for one in within(found.dates, first - 2, last)
        for token in range(one.first, one.last)
    )


def marker_of(
    passage: Passage, days: frozenset[int], first: int, last: int
) -> str | None:
    """Return the word that says which meeting: «next», but not of «next week»."""
    for token in range(first, last):
        if token not in days and (marker := MARKERS.get(passage.words[token])):
            return marker
    return None


def order_of(
    passage: Passage, days: frozenset[int], first: int, last: int
) -> str | None:
    """Return which of a row of meetings is named: its ordinal number."""
    near = [
        token for token in range(first, min(last, first + _NUMBER)) if token not in days
    ]
    found = [word for token in near if (word := ordinal(passage.words[token]))]
    if passage.words[first].isdigit() and passage.words[first + 1] in SUFFIXES:
        return passage.words[first]
    return " ".join(found) or None


def ordinal(word: str) -> str | None:
    """Return the number that a word for one of a row gives: «fourth», «58th»."""
    if match := _NUMBERED.fullmatch(word):
        return match[1]
    if word.endswith("ieme") and word not in _ORDERS:
        return word
    plain = word.lstrip("و").removeprefix("لل").removeprefix("ال")
    return _ORDERS.get(word) or _ORDERS.get(plain)


# Behind so many words no number of a meeting stands.
_NUMBER = 8
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th|e|eme|er|ere)")
_ORDERS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first premier premiere اول اولي اولا",
            "second deuxieme seconde ثان ثاني ثانيه ثانيا",
            "third troisieme ثالث ثالثه ثالثا",
            "fourth quatrieme رابع رابعه رابعا",
            "fifth cinquieme خامس خامسه خامسا",
            "sixth sixieme سادس سادسه",
            "seventh septieme سابع سابعه",
            "eighth huitieme ثامن ثامنه",
            "ninth neuvieme تاسع تاسعه",
            "tenth dixieme عاشر عاشره",
            "eleventh onzieme",
            "twelfth douzieme",
        ),
        start=1,
    )
    for word in words.split()
}
