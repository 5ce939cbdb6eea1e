"""The words that name a meeting around its noun: adjectives, participants, place."""

import re
from typing import NamedTuple

from marsad.reading.deeds.arabic_meetings import (
    before_topic,
    is_infinitive,
    relative_end,
)
from marsad.reading.deeds.clauses import bounds, sayings, trimmed
from marsad.reading.deeds.meeting_orders import (
    MARKERS,
    SUFFIXES,
    days_in,
    marker_of,
    order_of,
    ordinal,
)
from marsad.reading.deeds.meeting_places import is_venue
from marsad.reading.deeds.meeting_stretches import first_stop, is_inner_dot
from marsad.reading.deeds.place_names import Place
from marsad.reading.deeds.places import between
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

# No name of a meeting is longer than this.
_LONGEST = 22
_BEFORE = 6
_STOPS = frozenset('.,،؛;:()[]–—"«»“”?!؟|•\n{}…')
_LINKS = wordset("links")
_ADJECTIVES = wordset("adjectives")
_ORDINALS = frozenset(
    """first third fourth fifth sixth seventh eighth ninth tenth premier premiere troisieme
    quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme""".split()
)
_DEFINITE = wordset("definite")
_GOING_ON = wordset("meeting_names_going_on")
# What stands in no name: behind these an English noun's own words begin.
_NO_PREMODIFIER = _LINKS | frozenset(
    """from as than that which who when where while if but or not into over under after
    before during through is are was were be been being has have had will would can
    could should may might must do does did said says held hold holds holding host hosts
    attend attended attends chair chaired chairs join joined skip skipped call called
    calls called announced open opened opens close closed plan planned convene convened
    it they he she we you i there no each every any some all both also only then now""".split()
)
_DETERMINED = frozenset(
    "the a an this that its their his her our another 's ’s".split()
)
_EMPTY = _LINKS | _DEFINITE | wordset("empty_in_meeting_names")


class Named(NamedTuple):
    """The tokens that name a meeting, and what tells it from others."""

    first: int
    clitic: int
    last: int
    head: int
    words: frozenset[str]
    richness: int
    marker: str | None
    is_bare: bool
    order: str | None = None  # which of a row of meetings: «second», «58th»


def name_of(
    passage: Passage, found: Found, hit: Hit, named: list[Place]
) -> Named | None:
    """Return the name around a noun; a plural without a name is none."""
    low, high = bounds(passage, hit.first)
    first = _beginning(passage, hit, low)
    last = before_topic(passage, found, hit, _ending(passage, found, hit, high))
    last = _with_day(passage, found, first, trimmed(passage, first, last))
    if passage.language == "ar":
        last = max([last, *(one.last for one in within(found.dates, first, last))])
    days = days_in(found, first, last)
    words = _content(passage, first, last, hit, named) - {
        passage.words[token] for token in days
    }
    spot = any(
        is_venue(passage, place, hit, first, last)
        for place in between(named, first, last)
    )
    who = any(
        within(kind, first, last) for kind in (found.parties, found.persons)
    ) or bool(hits_from(passage.hits("nationality"), first, last))
    marker = marker_of(passage, days, first, last)
    is_proper = hit.row["shape"] == "proper"
    richness = (
        2 * (spot or is_proper) + 2 * (who or marker is not None) + (len(words) > 0)
    )
    order = order_of(passage, days, first, last)
    if order and not marker:
        richness += 2 * (not who)
    is_bare = not (words or marker or order or is_proper or spot)
    if hit.clitic and is_infinitive(passage, hit):
        return None
    if hit.row["shape"] == "told" and not _is_told(passage, found, first, last):
        return None
    if hit.row["shape"] == "plural" and not (spot and who):
        return None
    clitic = hit.clitic if first == hit.first else 0
    return Named(
        first, clitic, last, hit.first, words, richness, marker, is_bare, order
    )


def _is_told(passage: Passage, found: Found, first: int, last: int) -> bool:
    """Say whether a forum or assembly meets here: by its day or order, not its name."""
    words = passage.words
    if not _FOUNDING.isdisjoint(words[max(0, first - 6) : first]):
        return False
    if not (_ORDINALS | MARKERS.keys()).isdisjoint(words[max(0, first - 1) : last]):
        return True
    if words[first - 2 : first] == ["at", "the"] or "lors" in words[first - 3 : first]:
        return True
    return bool(within(found.dates, first - 4, last + 3))


# A body that is founded or joined is no meeting.
_FOUNDING = frozenset(
    """founded founding found create created launch launched establish established joined
    member members cree creee fonde fondee fondent lance lancee membre membres""".split()
)


def _content(
    passage: Passage, first: int, last: int, hit: Hit, named: list[Place]
) -> frozenset[str]:
    """Return the words that tell a meeting from others, places left out."""
    spots = {
        token
        for place in between(named, first, last)
        if place.city
        for token in range(place.first, place.last)
    }
    return frozenset(
        word.removeprefix("لل").removeprefix("ال")
        for index, word in enumerate(passage.words[first:last], first)
        if index != (hit.last - 1 if passage.language == "en" else hit.first)
        and index not in spots
        and word not in _EMPTY
        and word not in MARKERS
        and not ordinal(word)
        and len(word) > 1
    )


def _beginning(passage: Passage, hit: Hit, low: int) -> int:
    """Go back over what stands in front of an English or French noun."""
    if passage.language == "ar":
        return hit.first
    words = passage.words
    index = hit.first
    while index > max(low, hit.first - _BEFORE):
        word = words[index - 1]
        if not _may_precede(passage, index - 1, word):
            break
        index -= 1
    if passage.language == "en":
        index = min(index, _determined(words, index, low))
    if words[index] in SUFFIXES and index > low and words[index - 1].isdigit():
        index -= 1
    while index < hit.first and words[index] in ("'", "s", "’", "-", "and"):
        index += 1
    return index


def _determined(words: list[str], first: int, low: int) -> int:
    """Go back over any words to the determiner of an English noun, or a word or two."""
    for index in range(first - 1, max(low - 1, first - _BEFORE), -1):
        word = words[index]
        if word in _DETERMINED:
            return index + 1
        if word in _NO_PREMODIFIER or not (word.isalpha() or word == "-"):
            break
    return _undetermined(words, first, low)


def _undetermined(words: list[str], first: int, low: int) -> int:
    """Go back over a word or two of a headline: «Yemen prisoner talks», no verb."""
    index = first
    while index > max(low, first - 2):
        word = words[index - 1]
        is_verb = word.endswith(("ed", "es", "ly", "ing", "ts", "ls", "ns"))
        if is_verb or word in _NO_PREMODIFIER or not word.isalpha():
            break
        index -= 1
    return index


_TO = frozenset(["الي", "to", "de"])


def _may_precede(passage: Passage, token: int, word: str) -> bool:
    if word.endswith("ieme"):
        return True
    if word in _NO_PREMODIFIER:
        return word in ("'", "s", "’", "-")
    if word in _DEFINITE or word in ("a", "an", "his", "her", "its", "their"):
        return False
    if word in _ADJECTIVES or word in MARKERS or word in _ORDINALS:
        return True
    if word in ("'", "s", "’", "-"):
        return True
    return passage.language == "en" and passage.written(token)[0].isupper()


def _ending(passage: Passage, found: Found, hit: Hit, high: int) -> int:
    """Go on over what hangs on the noun, to a verb, a stop or a day."""
    words = passage.words
    if end := relative_end(passage, found, hit, high):
        return end
    limit = _limit(passage, hit, min(high, hit.last + _LONGEST))
    index = _relative_end(passage, hit, limit)
    if passage.language == "en" and index < limit and words[index] in ("the", "a"):
        return index
    while index < limit and not _is_over(passage, found, hit, index):
        index += 1
    while index > hit.last and words[index - 1] in _LINKS | _WITHIN | _TO:
        index -= 1
    return index


def _with_day(passage: Passage, found: Found, first: int, last: int) -> int:
    """Take in the day right behind an English or French noun alone: «talks today»."""
    days = within(found.dates, last, last + 1)
    is_alone = passage.language != "ar" and last - first == 1
    return days[0].last if is_alone and days else last


def _relative_end(passage: Passage, hit: Hit, limit: int) -> int:
    """Return the token behind the verb of «اجتماع يعقد», or behind the noun."""
    for other in hits_from(passage.hits("meets"), hit.last, min(limit, hit.last + 2)):
        if _goes_on(passage, hit, other):
            return other.last
    return hit.last


def _limit(passage: Passage, hit: Hit, limit: int) -> int:
    """Return the first word that ends a name.

    1. a word of the lexicon, 2. a verb of saying, 3. another meeting's own name.
    """
    limit = first_stop(passage, hit, limit)
    for verb in sayings(passage, hit.last, limit)[:1]:
        limit = verb.first
    for other in hits_from(passage.hits("meets"), hit.last, limit):
        is_adjective = passage.language == "fr" and other.first == hit.last
        is_of = other.clitic and passage.words[other.first].startswith("ل")
        is_of = is_of or passage.words[other.first - 1] in _OF_THE
        is_whose = is_of and is_noun(other)
        if not is_adjective and not is_whose and not _goes_on(passage, hit, other):
            return other.first
    return limit


_OF_THE = frozenset(["of", "the", "du", "de", "la", "l", "'", "des"])


def is_noun(hit: Hit) -> bool:
    """Say whether a word of meeting is a noun of one meeting."""
    return hit.row["shape"] in ("noun", "proper", "told")


def _goes_on(passage: Passage, hit: Hit, other: Hit) -> bool:
    """Say whether a verb is the relative clause of a noun: «ندوة عقدت بالقاهرة»."""
    words = passage.words
    is_relative = passage.language == "ar" and not words[hit.first].startswith("ال")
    return (
        other.row["shape"] in ("held", "verb")
        and is_relative
        and other.first - hit.last < _TITLED
        and not other.clitic
    )


def _is_over(passage: Passage, found: Found, hit: Hit, index: int) -> bool:
    words = passage.words
    if within(found.dates, index, index + 1) and passage.language == "ar":
        return False
    if words[index] == "," and _names(found, index - 1) and _names(found, index + 1):
        # A list of those who meet: «between Egypt, Jordan and Iraq».
        return "and" not in words[hit.last : index]
    if passage.language == "ar" and _is_apart(passage, hit, index):
        return True
    if words[index] in _STOPS and not _is_short_mark(words, index):
        return not is_inner_dot(passage, index)
    return _is_verb_like(passage, found, index) or _is_day(passage, found, index)


def _is_apart(passage: Passage, hit: Hit, index: int) -> bool:
    """Say whether a word cannot go on a definite noun: it takes no genitive."""
    words = passage.words
    head = words[hit.first][hit.clitic :]
    if not head.startswith(("ال", "لل")) or len(head) < _SHORT_FORM:
        return False
    if not all(word.startswith("ال") for word in words[hit.last : index]):
        return False
    word = words[index]
    is_joined = word.startswith(_JOINED) or word in _LINKS | _HERE
    return word.isalpha() and not is_joined and word not in _GOING_ON


_JOINED = ("ال", "لل", "وال", "بال", "ل", "ب")
_HERE = frozenset(["هناك", "هنا", "امس", "اليوم", "غدا", "الي", "عن", "كل"])


def _is_short_mark(words: list[str], index: int) -> bool:
    """Say whether a mark stands around a word or two, as in «داعش»."""
    if words[index] not in '«»"“”{}()':
        return False
    near = words[max(0, index - 3) : index + 4]
    return sum(word in '«»"“”{}()' for word in near) >= 2


def _is_verb_like(passage: Passage, found: Found, index: int) -> bool:
    word = passage.words[index]
    if passage.language == "ar":
        if _names(found, index) or len(word) <= _SHORT_WORD or word.endswith("يه"):
            return False
        if hits_from(passage.hits("nationality"), index, index + 1):
            return False
        is_coming = word[0] == "ي" or word.startswith(("سي", "ست", "سن"))
        return is_coming or bool(_AND_VERB.fullmatch(word))
    if word in ("and", "et"):
        return not any(_names(found, index + step) for step in range(1, _TITLED))
    if passage.language == "fr":
        is_future = word.endswith(_FRENCH_FUTURES) and len(word) > _SHORT_FORM
        return is_future or passage.written(index) in ("a", "ont", "avait", "se")
    if passage.language == "en":
        if word in _DETERMINERS:
            return passage.words[index - 1] not in _LINKS
        following = passage.words[index + 1] if index + 1 < len(passage.words) else ""
        is_lower = passage.written(index)[0].islower()
        return (
            is_lower
            and word.endswith(("ed", "ing"))
            and following not in ("by", "in", "at", "on", "group")
        )
    return False


# «And» leads to a further participant when a name follows within a title.
_TITLED = 5
_FRENCH_FUTURES = ("era", "ira", "eront", "iront", "drait", "erait")
_SHORT_FORM = 5
_SHORT_WORD = 3
# «And» with a verb, but not with a noun of doing: «وتعزيز».
_AND_VERB = re.compile(r"و(?:قد|قال|قالت|قرر|قررت|ي\w+|ت(?!\w\w?ي\w$)\w+)")
_WITHIN = frozenset(["اطار", "هامش", "ختام", "margins", "marge", "cadre", "خلال"])
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "several"])


def _names(found: Found, index: int) -> bool:
    return any(
        one.first <= index < one.last
        for kind in (found.parties, found.persons)
        for one in within(kind, index - 8, index + 1)
    )


def _is_day(passage: Passage, found: Found, index: int) -> bool:
    """Say whether a date begins here after which the name does not go on."""
    if passage.language == "ar":
        # Arabic names take in the day, and end behind it.
        ended = [
            one for one in within(found.dates, index - 9, index) if one.last == index
        ]
        return bool(ended) and passage.words[index] not in _GOING_ON
    if passage.words[index - 1] in ("du", "de", "of"):
        return False
    for one in within(found.dates, index, index + 1):
        after = passage.words[one.last] if one.last < len(passage.words) else ""
        return after not in _GOING_ON
    return False


def is_off(passage: Passage, name: Named) -> bool:
    """Say whether a meeting is called off, or only asked for."""
    near = passage.words[max(0, name.first - 4) : name.last + 4]
    asked = passage.words[max(0, name.first - 4) : name.first]
    if not _ASKED.isdisjoint(word.lstrip("وف") for word in asked):
        return True
    return not _OFF.isdisjoint(word.lstrip("وف") for word in near)


_ASKED = frozenset(
    """demanded demands demand proposed proposes propose sought seeks suggested urged
    requested requests reclame reclament reclamait propose proposent appelle appellent
    demande demandent souhaite souhaitent دعا دعت يدعو تدعو طالب طالبت اقترح اقترحت يقترح
    تطالب يطالب تقترح بعقد""".split()
)
_OFF = frozenset(
    """cancelled canceled scrapped annule annulee annulation الغي الغيت الغاء بالغاء الغت
    يلغي تلغي""".split()
)
