"""What a verb of calling or pledging governs: the words in which it is told.

A lexicon says what has to follow: a word, an Arabic proclitic, a bare object, a sum of
money or a noun of action. Without it, the word is no call and no pledge.
"""

import re
from functools import cache

from marsad.reading.deeds.clauses import (
    BREAKS,
    COMMAS,
    REACH,
    SCARE_QUOTE,
    THAT,
    TRAILING,
    comma_before,
    sayings,
)
from marsad.reading.findings import Figure
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.quotations.masdars import is_masdar
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# A sum that is given stands close to its verb.
_NEAR_SUM = 9


# A subject between a verb and its object is no longer than this.
_CLOSE = 9


_NO_ADDRESSEE_L = wordset("no_addressee_l")


_NO_OBJECT_B = wordset("no_object_b")


def complement(
    passage: Passage, found: Found, after: int, high: int, takes: str
) -> int | None:
    """Return the token at which what is asked or undertaken begins, or None.

    ``takes`` is the lexicon's column: words, «ل-» and «ب-» for proclitics, * for a
    bare object, sum for a sum of money, deed for a noun of action, masdar, bmasdar
    and onmasdar for an Arabic one, alone or behind its preposition.
    """
    wanted = _folded(takes)
    high = _before_end(passage, after, high)
    reach = min(high, after + (_CLOSE if "*" in wanted else REACH))
    opened = _first_opening(passage, found, (after, high, reach), wanted)
    if opened is not None:
        return opened
    special = _special(passage, found, after, high, wanted)
    if special is not None:
        return special
    if "inf" in wanted and _is_infinitive_near(passage, after, reach=2):
        return after
    if "deed" in wanted:
        return _deed_after(passage, after, min(high, after + _CLOSE))
    if "*" in wanted and after < high and passage.words[after] not in TRAILING:
        return after
    return None


def _first_opening(
    passage: Passage,
    found: Found,
    stretch: tuple[int, int, int],
    wanted: frozenset[str],
) -> int | None:
    """Return the first word that opens what is told, or where a nearer sum is told."""
    after, high, reach = stretch
    near = min(high, after + _NEAR_SUM)
    is_sum = "sum" in wanted and _money(found, after, near)
    for index in range(after, reach):
        if is_sum and _money(found, index, index + 1):
            return after
        if _opens(passage, found, index, after, wanted):
            return index
    return after if is_sum else None


def _special(
    passage: Passage, found: Found, after: int, high: int, wanted: frozenset[str]
) -> int | None:
    """Return where a sum behind «ب», a told future or «its aid» begins, or None."""
    if "bsum" in wanted:
        return _sum_behind_ba(passage, found, after, high)
    if "aidsum" in wanted:
        return _announced_aid(passage, found, after, high)
    if "thatwill" in wanted:
        return _that_will(passage, after, high)
    if "end" in wanted:
        return after - 1
    if "count" in wanted and within(found.figures, after, after + 2):
        return after
    if "np" in wanted and _is_noun_phrase(passage, found, after, high):
        return after
    if "itsaid" in wanted and after < high and passage.words[after] in _POSSESSIVES:
        aid = hits_from(passage.hits("aid"), after + 1, min(high, after + 4))
        return after if aid else None
    return None


def _sum_behind_ba(passage: Passage, found: Found, after: int, high: int) -> int | None:
    near = range(after, min(high, after + _NEAR_SUM))
    told = next((index for index in near if passage.words[index][0] == "ب"), None)
    if told is None or not _money(found, told, min(high, told + _NEAR_SUM)):
        return None
    return told


def _announced_aid(passage: Passage, found: Found, after: int, high: int) -> int | None:
    """Return the aid that is announced with its sum: «عن حزمة مساعدات بقيمة …»."""
    high = min(high, after + _LONG_SUM)
    aid = hits_from(passage.hits("aid"), after, high)
    if not aid or not THAT.isdisjoint(passage.words[after : aid[0].first]):
        return None
    return aid[0].first if _money(found, aid[0].first, high) else None


# A subject and a day stand between an announcement and its sum.
_LONG_SUM = 20


def _that_will(passage: Passage, after: int, high: int) -> int | None:
    words = passage.words
    for index in range(after, min(high, after + _CLOSE)):
        rest = words[index + 1 : min(high, index + REACH)]
        if words[index] == "that" and not _FUTURES.isdisjoint(rest):
            return index
    return None


def _is_noun_phrase(passage: Passage, found: Found, after: int, high: int) -> bool:
    """Say whether the thing promised itself stands behind its verb: a place, an answer.

    What was promised and then is told about («what they promised in May») is none.
    """
    words = passage.words
    no_object = _NO_OBJECT[passage.language]
    if after + 1 >= high or words[after] in no_object or not words[after].isalnum():
        return False
    if not _WHAT.isdisjoint(words[max(0, after - 7) : after]):
        return False
    kinds = (found.parties, found.persons, found.dates)
    return not any(within(kind, after, after + 1) for kind in kinds)


_NO_OBJECT = {
    "ar": frozenset[str](),
    "en": wordset("no_object_en"),
    "fr": wordset("no_object_fr"),
}
_WHAT = frozenset(["what", "whatever", "as", "than", "ce", "comme"])
_FUTURES = frozenset(["will", "would", "shall"])
_POSSESSIVES = wordset("possessives")


# A bare object stands right behind its verb; farther off they belong to another name.
_ARTICLES = frozenset(["le", "la", "les", "l", "un", "une", "des"])


def _is_infinitive_near(passage: Passage, token: int, *, reach: int = 5) -> bool:
    """Say whether a French infinitive follows, its pronouns and negation passed over."""
    return any(
        word.endswith(("er", "ir", "re")) and len(word) > SCARE_QUOTE
        for word in passage.words[token : token + reach]
    )


def _deed_after(passage: Passage, after: int, high: int) -> int | None:
    """Return the noun of action that is announced, before any «that»."""
    for hit in hits_from(passage.hits("deeds"), after, high):
        said = THAT.intersection(passage.words[after : hit.first])
        return None if said or _is_told_before(passage, after, hit.first) else hit.first
    return None


def _is_told_before(passage: Passage, after: int, deed: int) -> bool:
    """Say whether another thing is announced first: «أعلنت إدانتها لـ … وإعادة»."""
    return passage.language == "ar" and any(
        is_masdar(word) and not word.startswith("ال")
        for word in passage.words[after : max(after, deed - 1)]
    )


def _opens(
    passage: Passage, found: Found, index: int, after: int, wanted: frozenset[str]
) -> bool:
    word = passage.words[index]
    if word in wanted:
        if word in _ARTICLES and index > after:
            return False
        if word == "to" and _is_digit(passage, index + 1):
            return False  # «21 to 9» is a vote.
        if word in ("de", "d") and not _is_infinitive_near(passage, index + 1):
            return False
        return not _is_named(found, index)
    if not _MASDARS.isdisjoint(wanted) and _is_deed(passage, index, after, wanted):
        return not _is_named(found, index)
    if word in ("ل", "ب"):
        return f"{word}-" in wanted
    return len(word) > SCARE_QUOTE and _opens_with(passage, found, index, after, wanted)


_MASDARS = frozenset(["masdar", "bmasdar", "onmasdar"])
_TO_DO = frozenset(["ان", "الا", "عدم", "امكانيه"])


def _is_deed(passage: Passage, index: int, after: int, wanted: frozenset[str]) -> bool:
    """Say whether an Arabic noun of action opens here, as the lexicon wants it."""
    word, words = passage.words[index], passage.words
    if index >= after + _CLOSE:
        return False
    if "masdar" in wanted and is_masdar(word):
        return index == after or words[index - 1] not in _GOVERNING
    is_near = index < after + _NEAR_OBJECT
    if "bmasdar" in wanted and is_near and word[0] == "ب" and len(word) > SCARE_QUOTE:
        return is_masdar(word[1:]) or word[1:] in _TO_DO
    if "onmasdar" in wanted and word == "علي" and index + 1 < len(words):
        return is_masdar(words[index + 1]) or words[index + 1] in _TO_DO
    return False


# «يعد» is also «to count»: as «to promise», its object stands close.
_NEAR_OBJECT = 3
# A noun behind one of these tells a circumstance.
_GOVERNING = frozenset(["في", "من", "علي", "الي", "عن", "مع", "خلال", "بعد", "قبل"])


def _is_digit(passage: Passage, token: int) -> bool:
    return token < len(passage.words) and passage.words[token].isdigit()


@cache
def _folded(takes: str) -> frozenset[str]:
    return frozenset(fold(takes).split())


def _before_end(passage: Passage, after: int, high: int) -> int:
    for hit in hits_from(passage.hits("clause_ends"), after + 1, high):
        if hit.row["where"] == "any":
            high = hit.first
            break
    if passage.language != "ar":
        for hit in sayings(passage, after + 1, high):
            cut = comma_before(passage, hit.first, after)
            if cut is not None:
                return cut
    return high


def _opens_with(
    passage: Passage, found: Found, index: int, after: int, wanted: frozenset[str]
) -> bool:
    """Say whether a token opens with one of the wanted Arabic proclitics.

    «ل» before a noun is more often «of» or «for»: it counts right behind the verb, a
    comma or a dash, and behind a name.
    """
    word = passage.words[index]
    if word[0] == "ل" and "ل-" in wanted:
        is_free = (
            index == after
            or passage.words[index - 1] in COMMAS | BREAKS
            or any(one.last == index for one in names_near(found, index))
            or (index < after + _NEAR_DEED and _is_deed_asked(word))
        )
        return is_free and word not in _NO_ADDRESSEE_L and not _is_named(found, index)
    if word[0] == "ب" and "ب-" in wanted:
        return word not in _NO_OBJECT_B and not _is_named(found, index)
    return False


# «دعا الجميع لبذل الجهود»: who is asked stands between.
_NEAR_DEED = 6
_TAFAUUL = re.compile(r"ت\w{3}")


def _is_deed_asked(word: str) -> bool:
    """Say whether «ل» leads to a noun of action: لبذل، للضغط، للتدخل."""
    bare = word.removeprefix("لل") if word.startswith("لل") else word[1:]
    is_other = word.startswith("لل") and _TAFAUUL.fullmatch(bare) is not None
    return is_masdar(bare) or is_other


def names_near(found: Found, index: int) -> list[Seen]:
    """Return the parties and persons that begin a little before a token."""
    return [
        *within(found.parties, index - SCARE_QUOTE - 7, index + 1),
        *within(found.persons, index - SCARE_QUOTE - 7, index + 1),
    ]


def _is_named(found: Found, index: int) -> bool:
    """Say whether a token belongs to a name."""
    return any(one.first <= index < one.last for one in names_near(found, index))


def _money(found: Found, first: int, last: int) -> bool:
    return any(
        isinstance(one.finding, Figure) and is_money(one.finding.unit)
        for one in within(found.figures, first, last)
    )


def is_money(unit: str) -> bool:
    """Say whether a unit is a currency: a code of three capitals."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()
