"""Capital cities that stand for their governments: "Moscow says", «أعلنت واشنطن».

A capital is a place after a word of place, and a party where it deals, speaks or acts.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from marsad.reading.lexicon import Hit
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Words before a capital city that make it a place.
_PLACE_WORDS = {
    "ar": wordset("place_words_ar"),
    "en": wordset("place_words_en"),
    "fr": wordset("place_words_fr"),
}
_ACTING = {
    "en": wordset("acting_en"),
    "fr": wordset("acting_fr"),
}
_WITH = {
    "ar": wordset("dealt_with_ar"),
    "en": wordset("dealt_with_en"),
    "fr": wordset("dealt_with_fr"),
}
# Before a capital that opens a clause, and is its subject if a verb follows.
_OPENS_CLAUSE = frozenset(
    "\n . , : ; that as but when while if because since although and que qu si lorsque quand comme mais car selon according".split(
        " "
    )
) | {"\n"}
# After a clause's first word these say that it is no subject.
_NO_VERB = wordset("no_verb")
# Nouns whose "of" leads to a government and not to a place.
_STANCES = wordset("stances")
# French pronouns between a subject and its verb: "Bagdad le voudra".
_OBJECTS = frozenset(["le", "la", "les", "lui", "leur", "y", "en"])
_SUBJECTS_AFTER_COMMA = (["which"], ["qui"], ["elle"], ["lui"])
_BETWEEN_WORDS = frozenset(["between", "entre", "بين"])
_AND = frozenset(["and", "et"])


def seat_mentions(passage: Passage, letters: Letters) -> Iterator[Named]:
    """Give the capitals that act for their governments."""
    case = cases(passage.language, "seats")
    hits = [hit for hit in passage.hits("seat") if letters.allows(hit, case)]
    if not hits:
        return
    cities = {hit.last for hit in passage.hits("city")}
    seats = {hit.first: hit for hit in hits}
    parties = seats.keys() | {hit.first for hit in passage.hits("state")}
    acts = _acts_arabic if passage.language == "ar" else _acts
    ends = dict.fromkeys(cities | {hit.last for hit in hits}, False)
    for hit in hits:
        ends[hit.last] = acts(passage, hit, parties, ends)
        if ends[hit.last]:
            yield _seat(hit)


def _seat(hit: Hit) -> Named:
    canonical = hit.row["iso"]
    is_state = len(canonical) == 2
    return Named(
        hit.first,
        hit.last,
        hit.clitic,
        canonical,
        "state" if is_state else "organisation",
        ("state",) if is_state else ("union",),
        reader="parties.seat",
        score=0.75,
        why=f"a capital that acts here for its government ({canonical})",
    )


def _acts(
    passage: Passage, hit: Hit, parties: Set[int], ends: Mapping[int, bool]
) -> bool:
    """Say whether an English or French capital city stands for its government."""
    words, language = passage.words, passage.language
    before, after = _around(passage, hit)
    if before in _WITH[language]:
        return True
    if before in _BETWEEN_WORDS:
        return after in _AND and hit.last + 1 in parties
    if before in _AND and ends.get(hit.first - 1):
        return True
    if before in ("de", "of", "'") and _of_stance(words, hit.first):
        return True
    return before not in _PLACE_WORDS[language] | {"(", "-"} and _is_subject(
        passage, hit
    )


def _of_stance(words: Sequence[str], first: int) -> bool:
    """Say whether a capital is whose stance or envoy a noun before it names."""
    if words[first - 1] == "'":
        return words[first - 2 : first - 1] == ["d"] and words[first - 3] in _STANCES
    return words[first - 2] in _STANCES


def _is_subject(passage: Passage, hit: Hit) -> bool:
    """Say whether a verb or a possessive makes a capital the one that acts."""
    words, language = passage.words, passage.language
    before, after = _around(passage, hit)
    if after == "'" and words[hit.last + 1 : hit.last + 2] == ["s"]:
        return before != ","
    if after in _ACTING[language]:
        return before != "," or after not in _AND | {"also"}
    if after == "," and words[hit.last + 1 : hit.last + 2] in _SUBJECTS_AFTER_COMMA:
        return before != ","
    if after in _OBJECTS and language == "fr" and hit.last + 1 < len(words):
        return before in _OPENS_CLAUSE and _is_verb(passage, hit.last + 1)
    is_open = before in _OPENS_CLAUSE and after not in _NO_VERB and after.isalpha()
    return is_open and _is_verb(passage, hit.last)


def _is_verb(passage: Passage, token: int) -> bool:
    """Say whether a word looks like the verb of a subject before it."""
    word = passage.words[token]
    says = passage.hits("says")
    place = bisect_left(says, token, key=lambda hit: hit.first)
    if place < len(says) and says[place].first == token:
        return True
    if passage.language == "fr":
        return word.endswith(("ait", "aient", "era", "ra", "it")) and len(word) > 4
    return word.endswith("ed") and len(word) > 4


def _acts_arabic(
    passage: Passage, hit: Hit, parties: Set[int], ends: Mapping[int, bool]
) -> bool:
    """Say whether an Arabic capital city stands for its government."""
    before, after = _around(passage, hit)
    clitic = passage.words[hit.first][: hit.clitic]
    if clitic.endswith(("ب", "ل", "ك")):
        return False
    if clitic == "و" and hit.first in ends:
        return ends[hit.first]
    if before in _WITH["ar"]:
        return True
    if before in _BETWEEN_WORDS:
        return hit.last in parties
    if (
        after in ("(", "-", "/", "–", "العاصمه", "القديمه")
        or before in _PLACE_WORDS["ar"]
    ):
        return False
    if before.startswith("ال") and passage.words[max(0, hit.first - 2)].endswith(
        "عاصمه"
    ):
        return False
    if before == "\n" and after[:1].isdigit():
        return False  # a dateline
    return not (before in ("\n", "", "،", "-") and after in ("،", "\n"))


def _around(passage: Passage, hit: Hit) -> tuple[str, str]:
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    return before, words[hit.last] if hit.last < len(words) else "\n"
