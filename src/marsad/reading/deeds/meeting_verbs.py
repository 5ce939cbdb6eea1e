"""Clauses in which people meet: اجتمع، التقى، met, held talks, se sont réunis.

A verb of meeting counts where it names whom one meets, or where those who meet for
their work stand before it with the place or day; needs, targets and deadlines are met
as well.
"""

from typing import NamedTuple

from marsad.reading.deeds.clauses import COMMAS, bounds, clause_end, trimmed
from marsad.reading.deeds.meeting_names import Named
from marsad.reading.deeds.meeting_stretches import (
    past_title,
    verb_end,
    whole_phrase,
)
from marsad.reading.deeds.place_names import Place
from marsad.reading.deeds.places import between
from marsad.reading.deeds.subjects import opening, opening_arabic
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_ARTICLES = frozenset(["the", "a", "an", "their", "its", "his", "her", "our"])
# Words of fewer letters tell no participant from another.
_SHORT = 2
# What a clause with its participants tells.
_CLAUSE = 3
# Those who meet for their work, in the plural or as a body.
_CONVENERS = frozenset(
    """ministers directors leaders ambassadors envoys officials group committee council
    commission presidents parliament delegates experts sides parties members allies
    diplomats teams partners states countries nations donors heads chiefs governors
    mayors regulators lawmakers negotiators cabinet board they it coordinators
    coalition forum assembly union league lenders creditors mediators counterparts
    ministres directeurs dirigeants ambassadeurs envoyes responsables groupe comite
    conseil commission presidents parlement delegues experts parties membres allies
    diplomates partenaires etats pays donateurs bailleurs chefs gouverneurs cabinet
    bureau ils elles coalition assemblee union ligue mediateurs homologues delegations
    negociateurs emissaires""".split()
)
# Needs and targets are met as well.
_MATTERS = wordset("matters")
# Whom one meets is named no farther from the verb than this.
_NEAR = 12
# So many words of a clause that names nobody.
_UNNAMED = 6
_DAY_WORDS = wordset("day_words")
# Before these a participle «meeting» says what those before the comma are doing.
_AT_WORK = frozenset("in at on under today yesterday here for behind".split())
# Verbs of those who meet one another: their subject may stand in front.
_PLURALS = ("ون", "ان", "وا")


def met(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    """Return the clause in which people meet, if it names them or the place."""
    low, high = bounds(passage, hit.first)
    end = _met_end(passage, hit, high)
    first, clitic = _first(passage, found, hit, low)
    if passage.words[first] == "in" and passage.language == "en":
        fronted = (one.last for one in between(named, first + 1, first + 2))
        first = min(next(fronted, first), hit.first)  # «In Turkey Mr Li met X»
    spots = [place for place in between(named, hit.last, end) if place.is_in]
    stretch = range(first, end)
    if not _is_met(passage, found, hit, stretch, has_place=bool(spots)):
        return None
    if passage.language == "en" and hit.row["shape"] != "received":
        end = _english_end(passage, found, hit, end, spots)
    last = _last_anchor(passage, found, hit, end, spots)
    last = trimmed(passage, first, last)
    last = _with_subject(passage, first, hit, last, high)
    words = _words(passage, found, hit, range(first, last), spots)
    return Named(first, clitic, last, hit.first, words, _CLAUSE, None, is_bare=False)


def _with_subject(passage: Passage, first: int, hit: Hit, last: int, high: int) -> int:
    """Go on to the subject behind «Réunis à Oran,»: as far as its verb."""
    words = passage.words
    if (
        passage.language == "ar"
        or first != hit.first
        or words[last : last + 1] != [","]
    ):
        return last
    for index in range(last + 2, min(high, last + _SUBJECT)):
        is_saying = hits_from(passage.hits("says"), index, index + 1)
        if words[index] in _VERBS or is_saying:
            return index
        if words[index] in (".", ";", ":"):
            return last
    return last


_SUBJECT = 18
_VERBS = frozenset(
    """ont a sont avaient etaient have has were are will agreed decided pledged adopted
    called urged vowed promised signed discussed backed approved condemned endorsed""".split()
)


def is_at_work(passage: Passage, hit: Hit) -> bool:
    """Say whether «meeting» is a participle behind a comma: «ministers, meeting in»."""
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    return (
        words[hit.first] in ("meeting", "gathering")
        and before in (",", ".", "\n")
        and not _AT_WORK.isdisjoint(words[hit.last : hit.last + 1])
    )


def _first(passage: Passage, found: Found, hit: Hit, low: int) -> tuple[int, int]:
    """Return where the clause begins, and the letters of a proclitic there."""
    words = passage.words
    if passage.language != "ar":
        first = opening(passage, _behind_subject(words, hit.first, low), low)
        first = past_title(passage, found, first, low)
        if words[first] == "which" or words[first - 1 : first] == ["which"]:
            first = _antecedent(passage, found, first)
        return _behind_conjunction(words, first, hit.first), 0
    first = hit.first
    if words[hit.first - 1 : hit.first] not in (["قد"], ["لقد"]):
        first = opening_arabic(passage, found, hit, low)
        if first == hit.first and words[hit.first].endswith(_PLURALS):
            first = _many_before(passage, hit, low)
    return first, hit.clitic if first == hit.first else 0


def _behind_subject(words: list[str], verb: int, low: int) -> int:
    """Return the comma behind a subject, in front of what stands between two commas."""
    if words[verb - 1 : verb] != [","]:
        return verb
    for index in range(verb - 2, max(low, verb - _SUBJECT) - 1, -1):
        if words[index] == ",":
            return index
    return verb - 1


def _behind_conjunction(words: list[str], first: int, verb: int) -> int:
    """Leave «before their» and the article in front of a subject outside."""
    for index in range(verb - 1, first - 1, -1):
        is_dash = words[index] == "-" and words[index - 1] in ")."
        if words[index] in _CONJUNCTIONS or is_dash:
            first = index + 1
            break
    return first + (first < verb and words[first] in _ARTICLES)


_CONJUNCTIONS = frozenset(
    """before when after until once while whether because although lorsque quand avant
    apres pendant tandis puisque""".split()
)


def _antecedent(passage: Passage, found: Found, which: int) -> int:
    """Return where the body begins that «which met» tells of."""
    which -= passage.words[which] != "which"
    comma = which - (passage.words[which - 1 : which] == [","])
    bodies = within(found.parties, comma - 8, comma)
    return next((one.first for one in bodies if one.last == comma), which + 1)


def _many_before(passage: Passage, hit: Hit, low: int) -> int:
    """Return where those who meet stand before a plural verb, at a sentence's head."""
    words = passage.words
    for index in range(hit.first - 1, max(low, hit.first - _NEAR) - 1, -1):
        word = words[index]
        if word in ("ان", "بان", "وان"):
            return index + 1 if index + 1 < hit.first else hit.first
        if not (word.isalpha() or word.isdigit()) or word in ("الذين", "قد", "حيث"):
            is_head = index + 1 < hit.first and word in ("\n", ".", ":", "◄", "•")
            return index + 1 if is_head else hit.first
    return low if hit.first - low < _NEAR else hit.first


def _english_end(
    passage: Passage, found: Found, hit: Hit, end: int, spots: list[Place]
) -> int:
    """Return where an English clause ends: a comma or day behind whom or where."""
    for index in range(hit.last, end):
        is_day = bool(within(found.dates, index, index + 1))
        if passage.words[index] != "," and not is_day:
            continue
        named = any(place.first < index for place in spots)
        if is_day and any(place.first >= index for place in spots):
            continue
        if is_day and index > hit.last:
            return _before_day(passage, index)
        if named or within(found.persons, hit.last, index):
            return index
    return end


def _before_day(passage: Passage, index: int) -> int:
    """Return where the word for on or in before a day stands, or the day."""
    if passage.words[index - 1] in ("the", "this"):
        index -= 1
    return index - (passage.words[index - 1] in ("on", "in", "for", "from", "of"))


def _last_anchor(
    passage: Passage, found: Found, hit: Hit, end: int, spots: list[Place]
) -> int:
    """Return where the last name, day or place of the clause ends."""
    kinds = [found.parties, found.persons]
    if passage.language != "ar" or hit.row["shape"] == "received":
        titles = hits_from(passage.hits("title"), hit.last, min(end, hit.last + _NEAR))
        spots = [
            *spots,
            *(Place(one.first, one.last, None, "", is_in=True) for one in titles),
        ]
    if passage.language != "en":
        kinds.append(found.dates)
    ends = [one.last for kind in kinds for one in within(kind, hit.last, end)]
    if passage.language != "en":
        nations = hits_from(passage.hits("nationality"), hit.last, end)
        ends += [one.last for one in nations]
    ends += [place.last for place in spots]
    last = max(ends, default=hit.last + _UNNAMED)
    return min(end, whole_phrase(passage, last, end))


def _words(
    passage: Passage, found: Found, hit: Hit, stretch: range, spots: list[Place]
) -> frozenset[str]:
    """Return the words that tell who met, days and places left out."""
    taken = set(range(hit.first, hit.last))
    for one in within(found.dates, stretch.start, stretch.stop):
        taken.update(range(one.first, one.last))
    for place in spots:
        taken.update(range(place.first, place.last))
    return frozenset(
        passage.words[token]
        for token in stretch
        if token not in taken and len(passage.words[token]) > _SHORT
    )


def _met_end(passage: Passage, hit: Hit, high: int) -> int:
    end = clause_end(passage, hit.last, high) if hit.last < high else hit.last
    end = verb_end(passage, hit.last, end)
    for stop in hits_from(passage.hits("meeting_ends"), hit.last + 1, end):
        if passage.words[stop.first] not in _DAY_WORDS:
            return stop.first
    return end


class _Beside(NamedTuple):
    """What stands beside a verb that may tell of a meeting."""

    words: list[str]  # from the verb to the clause's end
    before: list[str]
    persons: bool
    parties: bool
    nations: bool
    titles: bool
    place: bool
    day: bool
    conveners: bool
    fellows: bool  # those whom officials meet: counterparts, envoys


def _is_met(
    passage: Passage, found: Found, hit: Hit, stretch: range, *, has_place: bool
) -> bool:
    """Say whether a verb tells of a meeting, not of needs met or guests received."""
    beside = _beside(passage, found, hit, stretch, has_place=has_place)
    word = passage.words[hit.first]
    if hit.row["shape"] == "received":
        return _is_received(passage, found, hit, stretch.stop)
    if passage.language == "ar":
        named = (beside.persons, beside.parties, beside.nations, beside.titles)
        return any(named) or beside.place or beside.day or beside.fellows
    if passage.language == "fr":
        return _met_in_french(word, beside)
    return _met_in_english(word, beside)


def _beside(
    passage: Passage, found: Found, hit: Hit, stretch: range, *, has_place: bool
) -> _Beside:
    end = stretch.stop
    near = min(end, hit.last + _NEAR)
    return _Beside(
        passage.words[hit.last : end],
        passage.words[max(0, hit.first - 4) : hit.first],
        bool(within(found.persons, hit.last, near)),
        bool(within(found.parties, hit.last, min(end, hit.last + 4))),
        bool(hits_from(passage.hits("nationality"), hit.last, min(end, hit.last + 5))),
        bool(hits_from(passage.hits("title"), hit.last, min(end, hit.last + 6))),
        has_place,
        bool(within(found.dates, hit.last, end)),
        not _CONVENERS.isdisjoint(_before(passage, hit)),
        not _FELLOWS.isdisjoint(passage.words[hit.last : min(end, hit.last + 7)]),
    )


def _before(passage: Passage, hit: Hit) -> list[str]:
    """Return the words of a sentence in front of its verb, as far as a subject goes."""
    low, _ = bounds(passage, hit.first)
    return passage.words[max(low, hit.first - _SUBJECT) : hit.first]


_FELLOWS = frozenset(
    """counterpart counterparts colleague colleagues officials leaders envoy envoys
    ministers ambassador ambassadors representatives delegation commanders homologue
    homologues collegue collegues responsables dirigeants emissaire emissaires ministres
    ambassadeur ambassadeurs representants delegation notables elders tribal وفدا وفد
    بوفد ممثلي بممثلي ممثلين بممثلين المسوولين مسوولين بمسوولي مسوولي المسوولون القيادات
    بالقيادات قيادات بقيادات اعضاء باعضاء باطارات اطارات الاطارات نواب بنواب النواب رووساء
    بروساء اهالي باهالي نشطاء بنشطاء نظراءه بنظرايه نظيره بنظيره نظيرته بنظيرتها""".split()
)


def _is_received(passage: Passage, found: Found, hit: Hit, end: int) -> bool:
    """Say whether an official receives somebody named or titled, and no goods."""
    near = min(end, hit.last + _NEAR)
    words = passage.words
    guests = [*within(found.persons, hit.last, near)]
    named = any(COMMAS.isdisjoint(words[hit.last : one.first]) for one in guests)
    if passage.language == "ar":
        # The host stands behind the verb, and the guest behind the host.
        titles = hits_from(passage.hits("title"), hit.last, near)
        return bool(guests) or len({one.first for one in titles}) > 1
    host = range(max(0, hit.first - _NEAR), hit.first)
    is_host = bool(
        hits_from(passage.hits("title"), host.start, host.stop)
        or within(found.persons, host.start, host.stop)
        or not _PRONOUNS.isdisjoint(words[max(0, hit.first - 2) : hit.first])
    )
    titled = bool(hits_from(passage.hits("title"), hit.last, min(end, hit.last + 7)))
    return is_host and (named or titled)


_PRONOUNS = frozenset(["he", "she", "il", "elle", "who", "qui"])


def _met_in_french(word: str, beside: _Beside) -> bool:
    is_reflexive = not {"s", "se"}.isdisjoint(beside.before)
    is_told = beside.place or beside.day
    if word.startswith(("entret", "concert")):
        return "avec" in beside.words or (is_reflexive and is_told)
    if word.startswith("rencontr"):
        return (
            beside.persons
            or beside.parties
            or beside.titles
            or beside.fellows
            or (is_reflexive and is_told)
        )
    if word.startswith("sieg"):
        return is_told and beside.conveners
    if word == "se":
        return is_told
    if word.startswith("revoi"):
        return is_reflexive and is_told
    if is_reflexive:
        return is_told
    if word.startswith(("retrouv", "rassembl", "reunira", "reunir")):
        return False
    return beside.place and word.endswith("s")


def _met_in_english(word: str, beside: _Beside) -> bool:
    if word.startswith(("bring", "brought")):
        return beside.place
    if word.startswith("gather"):
        return beside.place or (beside.conveners and beside.day)
    is_mine = beside.before[-1:] == ["i"] and not beside.persons
    if is_mine or not _MATTERS.isdisjoint(beside.words[:5]):
        return False
    if beside.persons or beside.place or word in ("spoke", "speak"):
        return True
    is_told = beside.day or "again" in beside.words[:2]
    if beside.conveners and is_told:
        return True
    if word in ("met", "meet", "meets"):
        is_direct = not {"the", "a"}.isdisjoint(beside.words[:1]) and beside.titles
        if beside.fellows or is_direct:
            return True
        is_with = "with" in beside.words[:3]
        return beside.nations or ((beside.parties or beside.titles) and is_with)
    return beside.parties or (beside.conveners and beside.day)
