"""Governments, regimes and delegations together with the state that they act for.

«الحكومة العراقية», "the government of Iraq", "le régime Moubarak" are mentions of their
states; a head of state may stand for the adjective.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.french_regions import region_behind
from marsad.reading.names.naming import Named
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage

_ACTS_FOR_ITS_STATE = frozenset(["government", "regime", "delegation", "side"])


def government_mentions(passage: Passage, known: Known) -> Iterator[Named]:
    """Give a government, regime or delegation together with the state it acts for."""
    persons = {
        hit.first: hit
        for tag in ("surname", "figure")
        for hit in passage.hits(tag)
        if len(hit.row["party"]) == 2
    }
    for hit in passage.hits("party_word"):
        if hit.row["role"] not in _ACTS_FOR_ITS_STATE:
            continue
        if passage.language == "ar":
            named = _arabic_government(passage, hit, known, persons)
        elif passage.language == "fr":
            named = _french_government(passage, hit, known, persons)
        else:
            named = _english_government(passage, hit, known, persons)
        if named:
            yield named


def _government(
    first: int, last: int, clitic: int, iso: str, words: Sequence[str]
) -> Named:
    return Named(
        first,
        last,
        clitic,
        iso,
        "state",
        ("state",),
        reader="parties.government",
        score=0.9,
        why=f"«{' '.join(words[first:last])}» acts for {iso}",
    )


# An adjective may stand between the government and its nationality: «الحكومة الشرعية اليمنية».
_BETWEEN = 2


# Words that another adjective makes a body: «القيادة المركزية الأميركية».
_NEVER_PARTED = frozenset(["القياده", "الاداره", "السلطه", "الحكم"])
# Who holds the title of a state's secretary: «كاتبة الدولة الإسبانية».
_SECRETARIES = ("كاتب", "كاتبه", "وزير", "وزيره", "كتابه")


def _arabic_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    words = passage.words
    bare = words[hit.first][hit.clitic :]
    is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
    between = 0 if bare in _NEVER_PARTED else _BETWEEN
    if bare == "الدوله" and words[max(0, hit.first - 1)].endswith(_SECRETARIES):
        return None
    for last in range(hit.last, min(hit.last + between + 2, len(words))):
        adjective = known.nationality.get(last)
        if adjective and words[last].startswith("ال") >= is_definite:
            iso = adjective.row["iso"]
            return _government(hit.first, adjective.last, hit.clitic, iso, words)
        if not words[last].startswith("ال"):
            break
    if words[hit.last : hit.last + 1] == ["في"]:
        return _in_its_seat(passage, hit)
    if is_definite or bare in ("حكومات", "اداره"):
        return _regime_of_person(passage, hit, persons) if bare == "اداره" else None
    state = known.state.get(hit.last)
    if state and not state.clitic:
        return _government(hit.first, state.last, hit.clitic, state.row["iso"], words)
    return _regime_of_person(passage, hit, persons)


def _regime_of_person(
    passage: Passage, hit: Hit, persons: dict[int, Hit]
) -> Named | None:
    """Read «نظام الرئيس السوري بشار الأسد» and «إدارة ترامب»."""
    if hit.row["role"] not in ("regime", "government"):
        return None
    words = passage.words
    for token in range(hit.last, min(hit.last + 4, len(words))):
        person = persons.get(token)
        if person and not person.clitic:
            iso = person.row["party"]
            return _government(hit.first, person.last, hit.clitic, iso, words)
        if not words[token].startswith("ال"):
            return None
    return None


def _english_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    """Read "the Iraqi government", "the Asad regime", "the government of Iraq"."""
    words, first = passage.words, hit.first
    if words[first] in _STATE_TITLES:
        return _long_form(passage, hit, known)
    if words[first] == "leadership" and words[hit.last : hit.last + 1] in _QUALITY:
        return None
    owner = _english_owner(words, first, known, persons)
    if owner:
        iso = owner.row.get("iso") or owner.row["party"]
        return _government(owner.first, hit.last, 0, iso, words)
    if words[hit.last : hit.last + 1] == ["in"]:
        return _in_its_seat(passage, hit)
    if words[hit.first] in _OF_SEATS and first > 1 and words[first - 2] == "the":
        seat = next(iter(hits_from(passage.hits("seat"), first - 1, first)), None)
        if seat is not None and seat.last == first:
            return _government(first - 1, hit.last, 0, seat.row["iso"], words)
    return _of_state(words, hit, known, persons)


def _of_state(
    words: Sequence[str], hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    """Read "the federal government of Iraq", "the government and people of Iraq"."""
    first, last = hit.first, hit.last
    with_people = words[last : last + 3] == ["and", "people", "of"]
    after = last + 2 * with_people
    if words[after : after + 1] != ["of"]:
        return None
    after += 1 + (words[after + 1 : after + 2] == ["the"])
    after += words[after : after + 1] == ["president"]
    state = known.state.get(after)
    ruler = persons.get(after) if hit.row["role"] == "regime" else None
    owner = state or ruler
    if not owner:
        return None
    iso = owner.row.get("iso") or owner.row["party"]
    if with_people:
        return _government(first, last, 0, iso, words)
    while first > 0 and words[first - 1] in _KINDS:
        first -= 1
    return _government(first, owner.last, 0, iso, words)


_KINDS = frozenset("federal transitional interim central provisional caretaker legitimate recognised recognized elected internationally democratically newly".split())  # fmt: skip
# How long forms of states begin, and the adjectives before: "Hashemite Kingdom of".
_STATE_TITLES = frozenset(
    ["republic", "kingdom", "sultanate", "emirate", "principality", "grand"]
)
_BEFORE_TITLES = frozenset(
    "islamic federal federative democratic hashemite arab socialist bolivarian united cooperative people s '".split()
)


def _long_form(passage: Passage, hit: Hit, known: Known) -> Named | None:
    """Read "the Republic of Benin" and "the Hashemite Kingdom of Jordan"."""
    words, first = passage.words, hit.first
    if (
        words[hit.last : hit.last + 1] != ["of"]
        or not passage.written(first)[0].isupper()
    ):
        return None
    state = known.state.get(hit.last + 1) or known.state.get(hit.last + 2)
    if state is None or not {*words[hit.last + 1 : state.first]} <= {"the"}:
        return None
    while first > 0 and words[first - 1] in _BEFORE_TITLES:
        first -= 1
    return _government(first, state.last, 0, state.row["iso"], words)


def _english_owner(
    words: Sequence[str], first: int, known: Known, persons: dict[int, Hit]
) -> Hit | None:
    """Return the state, adjective or ruler that stands before a government."""
    ruler = persons.get(first - 1)
    if ruler and ruler.last == first:
        return ruler
    rulers = {hit.last: hit for hit in persons.values()}
    for before in range(first, max(first - _OWNER_REACH, 0), -1):
        owner = known.ends.get(before)
        if words[before : before + 2] == ["'", "s"] and before < first:
            owner = owner or rulers.get(before)
        if owner:
            return owner
        word = words[before - 1]
        is_open = word in ("'", "s", "-") or (
            word.isalpha() and word not in _ENDS_OWNER
        )
        if not is_open:
            return None
    return None


_ENDS_OWNER = frozenset(["the", "a", "of", "and", "with", "in", "to", "by", "for"])
# How far before a government its owner may stand: "Peru's democratically elected government".
_OWNER_REACH = 6


# "We value Peru's leadership in this": what it does, and not who leads it.
_QUALITY = (["in"], ["on"], ["role"], ["of"], ["position"], ["skills"], ["and"])
# "the Baghdad government"
_OF_SEATS = frozenset(["government", "regime", "administration"])


def _in_its_seat(passage: Passage, hit: Hit) -> Named | None:
    """Read "the government in Bucharest", «السلطات في دمشق»."""
    seats = passage.hits("seat")
    place = bisect_left(seats, hit.last + 1, key=lambda seat: seat.first)
    if place == len(seats) or seats[place].first != hit.last + 1:
        return None
    seat = seats[place]
    iso = seat.row["iso"]
    return _government(hit.first, seat.last, hit.clitic, iso, passage.words)


def _regional(hit: Hit, words: Sequence[str], region: str) -> Named:
    """Give the government of a region by its adjective: "le gouvernement catalan"."""
    return Named(
        hit.first,
        hit.last + 1,
        0,
        f"{region} government",
        "organisation",
        ("government",),
        reader="parties.government",
        score=0.85,
        why=f"«{' '.join(words[hit.first : hit.last + 1])}» governs a region",
        is_doubtful=words[hit.first] != "gouvernement",
    )


_FRENCH_OF = frozenset(["de", "d", "du", "des", "la", "le", "l", "'"])


def _french_government(
    passage: Passage, hit: Hit, known: Known, persons: dict[int, Hit]
) -> Named | None:
    words = passage.words
    region = region_behind(words, hit.last)
    if region:
        return _regional(hit, words, region)
    adjective = known.nationality.get(hit.last) or known.nationality.get(hit.last + 1)
    is_near = adjective is not None and (
        adjective.first == hit.last
        or (words[hit.last].isalpha() and words[hit.last] not in _FRENCH_OF)
    )
    if adjective and is_near:
        iso = adjective.row["iso"]
        return _government(hit.first, adjective.last, 0, iso, words)
    if words[hit.first] == "partie":
        return None  # "faire partie de": only with an adjective is it a side
    after = hit.last
    while after < len(words) and after < hit.last + 3 and words[after] in _FRENCH_OF:
        after += 1
    owner = known.state.get(after) or persons.get(after)
    if not owner:
        return None
    iso = owner.row.get("iso") or owner.row["party"]
    return _government(hit.first, owner.last, 0, iso, words)
