"""How far the words of an English meeting reach: topics, titles, the dots of "U.S.".

1. «A conference focused on security»: what it is about belongs to its name.
2. «Bo Li, commander, First Brigade met …»: the subject begins with its name.
3. «… met staff and presented a plan»: the clause ends with its verb.
"""

from marsad.reading.deeds.clauses import SIGNS
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within

_FOCUSED = frozenset(
    "focused focusing focussed centred centered devoted dedicated".split()
)
_ON = frozenset(["on", "to"])
_PASTS = frozenset("gave took made held went told said saw spoke heard".split())
_LONGEST_TITLE = 8
_PLURALS = frozenset(
    """officials leaders officers ministers members staff employees troops representatives
    delegates experts lawmakers executives counterparts students businesses
    commanders""".split()
)
_BREAKS = SIGNS | frozenset([",", ".", ";", ":", "\n", "and", "or", "in", "on", "at"])


def first_stop(passage: Passage, hit: Hit, limit: int) -> int:
    """Return the first word at which a meeting's name ends, its topic passed over."""
    words = passage.words
    is_topic = (
        words[hit.last : hit.last + 1]
        and words[hit.last] in _FOCUSED
        and not _ON.isdisjoint(words[hit.last + 1 : hit.last + 2])
    )
    after = hit.last + 2 if is_topic else hit.last
    stops = hits_from(passage.hits("meeting_ends"), after, limit)
    limit = stops[0].first if stops else limit
    dashes = (i for i in range(after, limit) if words[i] == "-")
    return next((i for i in dashes if not passage.touches(i)), limit)


def is_fringe(passage: Passage, token: int) -> bool:
    """Say whether one met on the margins of a meeting named here, and where it is."""
    before = passage.words[max(0, token - _TO_FRINGE) : token]
    return passage.language == "en" and not _FRINGES.isdisjoint(before)


_TO_FRINGE = 4
_FRINGES = frozenset("margins margin sidelines sideline fringes edges".split())


def is_after(passage: Passage, token: int) -> bool:
    """Say whether a sentence tells what follows a meeting: its day is not the meeting's."""
    words = passage.words
    begin = token - (words[token - 1] == "the")
    is_front = begin > 0 and passage.sentences.of(begin - 1)[0] == begin - 1
    return passage.language == "en" and is_front and words[begin - 1] == "following"


def is_heading(passage: Passage, first: int, last: int, head: int) -> bool:
    """Say whether a name is a line without a stop over the text, or most of it."""
    if first > _HEADING:
        return False
    low, high = passage.sentences.of(head)
    is_line = high < len(passage.words) and passage.words[high - 1] == "\n"
    is_most = _MOST_OF * (last - first) >= high - low
    return is_line and (is_most or passage.language != "en")


def in_headline(passage: Passage, token: int) -> bool:
    """Say whether a token stands in an English headline, a first line without a stop."""
    low, high = passage.sentences.of(token)
    is_line = high < len(passage.words) and passage.words[high - 1] == "\n"
    return low == 0 and is_line and passage.language == "en"


# The heading of a text is no longer than this.
_HEADING = 60
_MOST_OF = 2


def is_inner_dot(passage: Passage, token: int) -> bool:
    """Say whether a dot belongs to a short form: «U.S. officials», «Gen. Li»."""
    if passage.words[token] != ".":
        return False
    return passage.sentences.of(token)[1] > token + 1


def past_title(passage: Passage, found: Found, first: int, low: int) -> int:
    """Return where «Bo Li, commander, First Brigade» begins, or the same token."""
    words = passage.words
    if passage.language != "en" or first - 2 < low or words[first - 1] != ",":
        return first
    name_end = _before_title(passage, first - 1, low)
    persons = [one for one in within(found.persons, low, first) if one.last == name_end]
    if not persons:
        return first
    begin = persons[0].first
    titles = hits_from(passage.hits("title"), low, begin)
    is_head = all(
        any(hit.first <= token < hit.last + 1 for hit in titles)
        or passage.written(token)[0].isupper()
        or words[token] == "."
        for token in range(low, begin)
    )
    return low if is_head and begin - low <= _LONGEST_TITLE else first


def _before_title(passage: Passage, comma: int, low: int) -> int:
    """Return the comma in front of a bare title: «Bo Li, commander,»."""
    titles = hits_from(passage.hits("title"), max(low, comma - _LONGEST_TITLE), comma)
    bare = [hit for hit in titles if hit.last == comma]
    if bare and passage.words[bare[0].first - 1] == ",":
        return bare[0].first - 1
    return comma


def verb_end(passage: Passage, first: int, last: int) -> int:
    """Return where «and presented a plan» goes on with another verb, or the end."""
    words = passage.words
    if passage.language != "en":
        return last
    for index in range(first + 2, last - 1):
        word = words[index + 1]
        if words[index] == "and" and (word.endswith("ed") or word in _PASTS):
            return index
    return last


def whole_phrase(passage: Passage, last: int, end: int) -> int:
    """Return where a phrase ends that a name opens: «U.S. military officials»."""
    words = passage.words
    if passage.language != "en":
        return last
    for index in range(last, min(end, last + 3)):
        if words[index] in _BREAKS or not words[index].isalpha():
            return last
        if words[index] in _PLURALS:
            return index + 1
    return last
