"""Whom a pronoun, a participle or a verb without a subject means.

1. The sentence is walked from its begin to the verb, then the sentences before it.
2. In each, those named as subjects come first: no preposition governs them.
3. Gender, number and kind (person or body) have to fit, as far as the words tell them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.findings import Party, Person, Quote
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# A pronoun's name stands no more sentences back than this.
_SENTENCES = 4
_MOST = 40


class Want(NamedTuple):
    """What is known of someone who is not named: kind, gender, number."""

    kind: str = ""  # person / body / "" for either
    gender: str = ""  # m / f / ""
    number: str = ""  # s / p / ""


ANYBODY = Want()

_PRONOUNS = {
    "he": Want("person", "m", "s"),
    "she": Want("person", "f", "s"),
    "it": Want("body", "", "s"),
    "they": Want("", "", "p"),
    "il": Want("", "m", "s"),
    "elle": Want("", "f", "s"),
    "ils": Want("", "m", "p"),
    "elles": Want("", "f", "p"),
}


def wanted_by_pronoun(words: list[str]) -> Want | None:
    """Return what the pronoun among some words asks for, None without a pronoun."""
    return next((_PRONOUNS[word] for word in words if word in _PRONOUNS), None)


def wanted_by_verb(word: str) -> Want:
    """Return gender and number that an Arabic verb or participle asks for."""
    if word.endswith(("وا", "ون", "ين", "ان", "يين")) and word[-2:] != "ان":
        return Want(number="p", gender="m")
    if word.startswith("ي"):
        return Want(gender="m", number="s")
    if word.startswith("ت") and not word.startswith(_STEMS_IN_T):
        return Want(gender="f", number="s")
    if word.endswith("ت") or (word.endswith(_FEMININE_WORDS) and len(word) > _SHORT):
        return Want(gender="f", number="s")
    return Want(gender="m", number="s")


_SHORT = 4
_FEMININE_WORDS = ("ته", "تها", "تهم", "تهما", "يه", "به", "ثه", "ضه", "ده", "ره", "عه")
# Verbs whose own first letter is ت.
_STEMS_IN_T = ("تعهد", "تمني", "توقع", "تابع", "توعد", "تكفل")


def sentences_back(passage: Passage, token: int) -> Iterator[tuple[int, int]]:
    """Give the sentence up to a token, and the few before it, the nearest first."""
    low, _ = sentence_of(passage, token)
    high = token
    for _ in range(_SENTENCES):
        yield low, high
        if low == 0:
            return
        high = low
        low, _ = sentence_of(passage, low - 1)


def subjects_in(
    passage: Passage, found: Found, stretch: tuple[int, int], want: Want
) -> list[Seen]:
    """Return those named in a stretch who fit and whom no preposition governs."""
    return [
        one
        for one in _named(found, past_dateline(passage, *stretch), stretch[1])
        if not is_governed(passage, one) and fits(passage, found, one, want)
    ]


def offices_in(
    passage: Passage, found: Found, stretch: tuple[int, int], want: Want
) -> Iterator[tuple[int, int]]:
    """Give the words of offices without a name: «وزير الخارجية الفرنسي»."""
    if want.kind == "body" or want.number == "p":
        return
    first, last = stretch
    for hit in hits_from(passage.hits("title"), first, last):
        end = min(last, hit.last + _OFFICE)
        is_office = hit.row["kind"] in ("office", "rank")
        is_named = any(
            _VERBS.isdisjoint(passage.words[hit.last : one.first])
            for one in within(found.persons, hit.first, end + 2)
        )
        before = passage.words[max(0, hit.first - 1)]
        if not is_office or is_named or before in _PREPOSITIONS or hit.clitic:
            continue
        is_woman = passage.words[hit.first].endswith("ه")
        is_other = want.gender and want.gender != ("f" if is_woman else "m")
        if passage.language != "ar" or not is_other:
            yield hit.first, end


# «Le président turc a rencontré X»: the name is not the president's.
_VERBS = wordset("finite") | frozenset(["a", "ont", "met", "meets", "received"])
# The field, the state and the body of an office are told in as many words.
_OFFICE = 5


def _named(found: Found, first: int, last: int) -> list[Seen]:
    both = [*within(found.parties, first, last), *within(found.persons, first, last)]
    return sorted(both, key=lambda one: one.first)[:_MOST]


_PREPOSITIONS = wordset("governors")
_PASSED = wordset("determiners") | wordset("compass")


def is_governed(passage: Passage, seen: Seen) -> bool:
    """Say whether a preposition stands before a name, so that it is no subject."""
    words, token = passage.words, seen.first
    if token == 0:
        return False
    if passage.language == "ar":
        return words[token - 1] in _PREPOSITIONS or _has_proclitic(passage, seen)
    while token > 1 and words[token - 1] in _PASSED - _PREPOSITIONS:
        token -= 1
    if words[token - 1] in _CONJUNCTIONS and _acts(words, seen.last):
        return False  # «after the troops came under fire, they»
    return words[token - 1] in _PREPOSITIONS


def _acts(words: list[str], token: int) -> bool:
    """Say whether an English verb stands right behind a name."""
    word = words[token] if token < len(words) else ""
    return word in _FINITE or (word.endswith("ed") and len(word) > _SHORT)


_CONJUNCTIONS = frozenset(["after", "before", "since", "until"])
_FINITE = wordset("finite") | frozenset(
    """began came took lost won left made met sent fell went broke found held said saw
    got gave led hit struck fought""".split()
)


def past_dateline(passage: Passage, first: int, last: int) -> int:
    """Return where a sentence begins behind «HASAKA, Syria, March 5 - »."""
    words = passage.words
    for index in range(min(last, first + _DATELINE) - 1, first, -1):
        if words[index] not in _DASHES or passage.touches(index):
            continue
        if not passage.touches(index + 1):
            says = hits_from(passage.hits("says"), first, index)
            return first if says else index + 1
    return first


_DATELINE = 18
_DASHES = frozenset("–—-")


def _has_proclitic(passage: Passage, seen: Seen) -> bool:
    start = seen.finding.span.start - passage.offset
    written = passage.place(seen.first) - passage.offset
    return start > written and passage.words[seen.first][0] in "بلك"


def fits(passage: Passage, found: Found, seen: Seen, want: Want) -> bool:
    """Say whether a named party or person may be the one who is wanted."""
    is_person = isinstance(seen.finding, Person)
    if want.kind and is_person != (want.kind == "person"):
        return False
    if isinstance(seen.finding, Party) and seen.finding.canonical in _ADDRESSED:
        return False
    if want.number == "p" and (is_person or not _may_be_they(seen)):
        return False
    if want.number == "s" and passage.language != "ar" and not is_person:
        return not is_plural(seen)
    gender = gender_of(passage, found, seen)
    return not (want.gender and gender and want.gender != gender)


def _may_be_they(seen: Seen) -> bool:
    """Say whether «they» may mean a party: a plural, or a body of many."""
    party = seen.finding
    is_body = isinstance(party, Party) and party.type in ("organisation", "armed_group")
    return is_body or is_plural(seen)


def is_plural(seen: Seen) -> bool:
    """Say whether a party is several: its last or first word is a plural."""
    party = seen.finding
    if not isinstance(party, Party) or len(party.canonical) == _CODE:
        return False
    last = party.canonical.split()[-1]
    first = party.canonical.split()[0]
    return first.endswith("s") or (last.endswith("s") and not last.endswith("ss"))


_CODE = 2
# They are asked to act, they ask nobody.
_ADDRESSED = frozenset(["international community", "countries of origin", "donors"])
# States that are masculine in Arabic; the others, and what ends in ة or ا, are not.
_MASCULINE = frozenset(["IQ", "LB", "JO", "MA", "SD", "YE", "SO", "VA"])
_FEMININE_ENDS = ("ه", "ا", "اء", "الامم", "الدول", "ات", "اسكو", "نيسف", "نيسكو")
_FEMININE_TITLES = wordset("feminine_titles")
_MASCULINE_TITLES = wordset("masculine_titles")
_DETERMINER_GENDER = {"la": "f", "une": "f", "le": "m", "un": "m", "du": "m", "au": "m"}


def gender_of(passage: Passage, found: Found, seen: Seen) -> str:
    """Return m or f where the words around a name tell the gender, else nothing."""
    person = seen.finding
    if isinstance(person, Person):
        return gender_of_person(passage, found, person.canonical)
    if passage.language == "ar":
        return _gender_of_party(passage, seen)
    if passage.language == "fr" and seen.first:
        return _DETERMINER_GENDER.get(passage.words[seen.first - 1], "")
    return ""


def _gender_of_party(passage: Passage, seen: Seen) -> str:
    party = seen.finding
    if hits_from(passage.hits("seat"), seen.first, seen.first + 1):
        return "f"
    if isinstance(party, Party) and party.type == "state":
        head = passage.words[seen.first]
        if len(party.canonical) == _CODE and not head.endswith("ه"):
            return "m" if party.canonical in _MASCULINE else "f"
    head = passage.words[seen.first]
    return "f" if head.endswith(_FEMININE_ENDS) else "m"


def gender_of_person(passage: Passage, found: Found, person: str) -> str:
    """Return m or f where titles or verbs beside a person's name tell it."""
    told = (
        _gender_beside(passage, one)
        for one in found.persons[:_PERSONS]
        if isinstance(one.finding, Person) and one.finding.canonical == person
    )
    return next((gender for gender in told if gender), "")


_PERSONS = 400


def _gender_beside(passage: Passage, seen: Seen) -> str:
    words = passage.words[max(0, seen.first - _TITLE) : seen.first]
    for word in reversed(words):
        if word in _FEMININE_TITLES:
            return "f"
        if word in _MASCULINE_TITLES:
            return "m"
    if passage.language != "ar":
        return ""
    before = words[-1] if words else ""
    titles = hits_from(passage.hits("title"), max(0, seen.first - _TITLE), seen.first)
    if titles:
        return "f" if passage.words[titles[0].first].endswith("ه") else "m"
    says = hits_from(passage.hits("says"), max(0, seen.first - 1), seen.first)
    if says:
        return "f" if before.endswith("ت") or before.startswith("ت") else "m"
    return ""


_TITLE = 6


def voices(found: Found, first: int, last: int) -> list[Quote]:
    """Return the quotes that begin in a stretch, the last one first."""
    return [
        one.finding
        for one in reversed(within(found.quotes, first, last))
        if isinstance(one.finding, Quote)
    ]


def by_given_name(found: Found, quote: Quote) -> str | None:
    """Return the person of the text whom a speaker's one word names: «تميم»."""
    word = fold(quote.speaker.quote) if quote.speaker else ""
    if " " in word or len(word) <= _CODE or word.isascii():
        return None
    for one in found.persons[:_PERSONS]:
        if (
            isinstance(one.finding, Person)
            and word in fold(one.finding.span.quote).split()
        ):
            return one.finding.canonical
    return None
