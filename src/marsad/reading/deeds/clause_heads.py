"""Where an English or French clause has its head: behind a dateline, at the first of a list.

Also whether a line is written as a headline, all its longer words with capitals.
"""

from marsad.reading.deeds.clauses import COMMAS, SIGNS
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_SUBJECT_STOPS = wordset("subject_stops") | {"\n"}


def past_dash(passage: Passage, first: int, verb: int) -> int:
    """Return where a clause begins behind a dateline's dash: «Nov 14 - Ministers»."""
    words = passage.words
    for index in range(first, min(verb, first + _TO_DASH)):
        is_spaced = words[index] == "-" and not passage.touches(index)
        if is_spaced and not passage.touches(index + 1):
            return index + 1
    return first


_TO_DASH = 5


def past_pair(passage: Passage, found: Found, first: int, low: int) -> int:
    """Return where a subject begins that names share: «Spain, Malta and Luxembourg»."""
    words = passage.words
    is_list = words[first - 1] == "," and not _ANDS.isdisjoint(
        words[first : first + _LIST]
    )
    if first - 2 < low or (words[first - 1] not in _ANDS and not is_list):
        return first
    if not _is_named(found, first, first + (_NEAR_NAME if is_list else 2)):
        return first
    pairs = [one for one in within(found.parties, low, first) if one.last == first - 1]
    if not pairs:
        return first
    begin = pairs[0].first
    while begin > low and words[begin - 1] in _ARTICLES:
        begin -= 1
    is_head = begin == low or words[begin - 1] in _SUBJECT_STOPS | COMMAS | SIGNS
    return begin if is_head else first


_ANDS = frozenset(["and", "et"])
_LIST = 8
_NEAR_NAME = 3
_ARTICLES = frozenset(["the", "le", "la", "les", "l", "'"])


def is_contact_clause(passage: Passage, verb: int) -> bool:
    """Say whether «we» right behind a noun tells of it: «a fight we must win»."""
    words = passage.words
    index = verb
    while index > max(0, verb - _REACH) and _is_verbal(words[index - 1]):
        index -= 1
    if passage.language != "en" or index < _NOUN or words[index - 1] not in _WE:
        return False
    noun, before = words[index - 2], words[max(0, index - _BACK) : index - 2]
    is_noun = noun.isalpha() and noun not in _NO_NOUNS and not noun.endswith("ly")
    return is_noun and not _NOUN_SIGNS.isdisjoint(before)


def _is_verbal(word: str) -> bool:
    return word in _HAVE or (word.endswith("ed") and len(word) > _SMALL)


_NOUN, _BACK, _REACH = 2, 6, 6
_HAVE = frozenset("have has had also already and are is".split())
_WE = frozenset(["we", "they", "it", "he", "she", "i"])
_NOUN_SIGNS = frozenset(
    "a an the this that our their its his her total all any".split()
)
_NO_NOUNS = frozenset(
    """that and but so now then because if when while however therefore today think
    believe says said know means hope feel clear where as or before after until since
    though although which what how why whether""".split()
)


def is_headline_case(passage: Passage, token: int) -> bool:
    """Say whether a line writes all its longer words with capitals: a headline."""
    words, first, last = passage.words, token, token
    while first > 0 and words[first - 1] != "\n" and token - first < _LINE:
        first -= 1
    while last < len(words) and words[last] != "\n" and last - token < _LINE:
        last += 1
    if last - token >= _LINE or words[last - 1] in (".", "!"):
        is_ended = not passage.written(token).isupper()
        if is_ended:
            return False
    long = [
        passage.written(index)[0].isupper()
        for index in range(first, last)
        if words[index].isalpha() and len(words[index]) > _SMALL
    ]
    return len(long) > _SMALL and sum(long) >= _MOST_OF * len(long)


_SMALL = 3
_LINE = 30
_MOST_OF = 0.8


def _is_named(found: Found, first: int, last: int) -> bool:
    return bool(
        within(found.parties, first, last) or within(found.persons, first, last)
    )
