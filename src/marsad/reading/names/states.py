"""Mentions of states: by name, by government, by seat of government, in groups.

A state is named by its ISO 3166 code. «الحكومة العراقية», "the Asad regime" and a
capital that acts stand for their state; an adjective alone names nobody.
"""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.french_regions import is_one_country
from marsad.reading.names.gazetteer import arabic_names
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Names of states that persons and places bear as well.
_GIVEN_NAMES = wordset("states_and_names")


class Known(NamedTuple):
    """What of the lexicons of states stands at which token of a passage."""

    state: dict[int, Hit]
    nationality: dict[int, Hit]
    ends: dict[int, Hit]  # a state or nationality by the token after it


def known_states(passage: Passage, letters: Letters) -> Known:
    """Index the names and adjectives of states in a passage by their first token."""
    case = cases(passage.language, "states", "nationalities")
    state: dict[int, Hit] = {}
    for hit in passage.hits("state"):
        if not letters.allows(hit, case) or _is_adjective(passage, hit):
            continue
        if _is_longer(hit, state):
            state[hit.first] = hit
    nationality: dict[int, Hit] = {}
    is_french = passage.language == "fr"
    for hit in passage.hits("nationality"):
        is_state = hit.first in state and state[hit.first].last >= hit.last
        if is_state or _is_finance(passage, hit):
            continue
        if (is_french or letters.allows(hit, case)) and _is_longer(hit, nationality):
            nationality[hit.first] = hit
    both = sorted((*nationality.values(), *state.values()), key=lambda hit: -hit.first)
    ends = {hit.last: hit for hit in both}  # of two that end alike the longer one
    return Known(state, nationality, ends)


# Nouns after which «سورية» is the adjective and not the state.
_SYRIAN = wordset("syrian_nouns")
# Words before «مالي» that leave it the state: elsewhere it means financial.
_BEFORE_MALI = wordset("before_mali")


def _is_finance(passage: Passage, hit: Hit) -> bool:
    """Say whether «المالية» is the field of a ministry or minister, not of Mali."""
    before = passage.words[hit.first - 1] if hit.first else ""
    is_field = passage.words[hit.first].endswith("ماليه")
    return is_field and before.lstrip("وبل").startswith(("زار", "زير", "الوزار", "زرا"))


_ACTING = wordset("acting_en")
_DOLLARS = (["$"], ["dollar"], ["dollars"])


def _is_adjective(passage: Passage, hit: Hit) -> bool:
    """Tell «القوات السعودية» from «قالت السعودية», and «دعم مالي» from «في مالي»."""
    if passage.language != "ar":
        after = passage.words[hit.last : hit.last + 1]
        is_saudi = passage.words[hit.first : hit.last] == ["saudi"] and after != []
        is_noun_next = is_saudi and after[0].isalpha() and after[0] not in _ACTING
        return after in _DOLLARS or is_noun_next
    word = passage.words[hit.first]
    if hit.last - hit.first == 1 and hit.clitic and word in arabic_names():
        return True  # «كلاوس» is no Laos
    if hit.last - hit.first > 1 or hit.clitic:
        return False
    before = passage.words[hit.first - 1] if hit.first else "\n"
    if word == "السعوديه":
        return before.startswith(("ال", "لل", "وال", "بال")) and len(before) > 4
    if word == "عمان":
        return not is_oman(passage, hit)
    if word == "سوريه":
        return before in _SYRIAN or before[1:] in _SYRIAN
    return word == "مالي" and before[0].isalpha() and before not in _BEFORE_MALI


_DAYS = frozenset(["الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "في", "يوم"])  # fmt: skip
_DAMMA, _SHADDA = "\u064f", "\u0651"


def is_oman(passage: Passage, hit: Hit) -> bool:
    """Tell Oman from Amman, which are spelt alike without the vowel marks."""
    written = passage.written(hit.first)
    if _SHADDA in written:
        return False
    if _DAMMA in written or "سلطنه" in passage.words[hit.first - 1 : hit.first]:
        return True
    if hit.clitic == 0 and passage.text.count("الاردن") and "سلطنه" not in passage.text:
        return False
    return any(sign in passage.text for sign in ("سلطنه", "العماني", "مسقط"))


def _is_longer(hit: Hit, among: dict[int, Hit]) -> bool:
    other = among.get(hit.first)
    return other is None or (hit.last, -hit.clitic) > (other.last, -other.clitic)


def state_mentions(passage: Passage, letters: Letters, known: Known) -> Iterator[Named]:
    """Give the candidates that name one state or a group of states."""
    for hit in known.state.values():
        if not (_is_person(passage, letters, hit) or _is_dateline(passage, hit)):
            yield _state(hit, hit.first, hit.last, hit.row["iso"], "parties.state")
    case = cases(passage.language, "state_groups")
    for hit in passage.hits("state_group"):
        if letters.allows(hit, case) and not is_one_country(passage.words, hit.first):
            name = hit.row["canonical"]
            yield _state(hit, hit.first, hit.last, name, "parties.state_group")
    yield from _halves(passage, letters, known)


# "The North" and "the South" are states where both halves of Korea are spoken of.
_HALVES = {
    "north": "KP", "south": "KR", "nord": "KP", "sud": "KR", "الشمال": "KP", "الجنوب": "KR",
}  # fmt: skip
_BEFORE_HALF = frozenset(["the", "le", "du", "au"])


def _halves(passage: Passage, letters: Letters, known: Known) -> Iterator[Named]:
    if not _is_of_korea(passage, known):
        return
    words = passage.words
    for token in range(1, len(words)):
        iso = _HALVES.get(words[token])
        if not iso or words[token + 1 : token + 2] in (["korea"], ["korean"], ["-"]):
            continue
        is_named = letters.capital[token] and words[token - 1] in _BEFORE_HALF
        is_named = is_named and words[token + 1 : token + 2] not in _OF_A_PLACE
        if is_named or passage.language == "ar":
            yield Named(
                token,
                token + 1,
                0,
                iso,
                "state",
                ("state",),
                reader="parties.half",
                score=0.8,
                why="one of the two Koreas, both named in this text",
            )


_OF_A_PLACE = (["of"], ["de"], ["du"], ["des"], ["d"])


def _is_of_korea(passage: Passage, known: Known) -> bool:
    """Say whether a text names both halves of Korea, or is about one of them."""
    hits = tuple(known.state.values())
    if passage.language != "ar":
        hits = (*hits, *known.nationality.values(), *passage.hits("seat"))
    isos = [hit.row["iso"] for hit in hits]
    koreas = sum(iso in ("KP", "KR") for iso in isos)
    is_about = passage.language != "ar" and koreas > 0 and koreas * 3 >= len(isos)
    return is_about or set(isos) >= set(_HALVES.values())


def _state(hit: Hit, first: int, last: int, canonical: str, reader: str) -> Named:
    return Named(
        first,
        last,
        hit.clitic if hit.first == first else 0,
        canonical,
        "state",
        ("state",),
        reader=reader,
        score=0.95,
        why=f"a name of {canonical}",
    )


# States whose name is their capital's too, and what follows a place in a dateline.
_CITY_STATES = frozenset(["DZ", "TN", "KW", "DJ", "SG", "LU", "PA", "GT", "MX"])
_AFTER_PLACE = frozenset(["(", "-", "–", "—", "/", "|"])
_COMMAS = frozenset(["،", ","])


def _is_dateline(passage: Passage, hit: Hit) -> bool:
    """Say whether a name opens a line as the city where a text was written."""
    words, last = passage.words, hit.last
    if passage.language != "ar" or hit.row["iso"] not in _CITY_STATES:
        return False
    if hit.clitic or (hit.first and words[hit.first - 1] != "\n"):
        return False
    after = words[last : last + 2]
    if not after or after[0] in _AFTER_PLACE:
        return True
    if after[0] not in _COMMAS or len(after) == 1:
        return False
    days = passage.hits("time")
    is_day = bool(hits_from(days, last + 1, last + 2)) or after[1] in _DAYS
    return is_day or after[1][:1].isdigit()


def _is_person(passage: Passage, letters: Letters, hit: Hit) -> bool:
    """Say whether a state's name is here a first name or a surname, as in "Chad X"."""
    if passage.language == "ar" or passage.words[hit.first] not in _GIVEN_NAMES:
        return False
    after, capital = hit.last, letters.capital
    follows = after < len(capital) and capital[after] and not letters.upper[after]
    before = hit.first - 1
    leads = before > 0 and capital[before] and capital[before - 1]
    return (follows and passage.words[after] not in ("and", "et")) or leads
