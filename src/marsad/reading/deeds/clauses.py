"""Where a clause begins and ends around its verb, in Arabic, English and French.

A clause keeps its subject and whatever hangs on it, and stops where the sentence, the
marks around it or another speaker's word stop it. Arabic clauses begin with their
verb, unless the subject stands in front as in headlines.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# No verb of the newsroom stands farther from what it governs.
REACH = 40
SCARE_QUOTE = 3


COMMAS = frozenset("،,")


BREAKS = frozenset(";؛–—")


TRAILING = frozenset(".,،:;؛!?؟…-–—•|") | {"\n"}


SIGNS = frozenset("\"«»“”‘’'„{}()[]‹›")


_OPENING_SIGNS = frozenset("«“„‹{([")


AUXILIARIES = wordset("auxiliaries")


THAT = frozenset(["ان", "بان", "وان", "فان", "انه", "انها"])


class Clause(NamedTuple):
    """A clause by its tokens: begin, verb, what is asked or undertaken, end."""

    first: int
    clitic: int  # letters of the first token that stand outside
    verb: int
    told: int
    last: int


# Text without stops is read as sentences of this length, so that time stays linear.
_LONGEST = 160


def sentence_of(passage: Passage, token: int) -> tuple[int, int]:
    """Return the sentence of a token, no farther than a long sentence reaches."""
    low, high = passage.sentences.of(token)
    return max(low, token - _LONGEST), min(high, token + _LONGEST)


def bounds(passage: Passage, token: int) -> tuple[int, int]:
    """Return the stretch no clause leaves: the sentence, or the marks inside it."""
    low, high = sentence_of(passage, token)
    marked = passage.marks.marked
    index = bisect_left(marked, (token + 1,))
    for one in reversed(marked[max(0, index - 12) : index]):
        if one.last > token and one.last - one.first > SCARE_QUOTE:
            return max(low, one.first), min(high, one.last)
    return low, high


def clause_end(passage: Passage, told: int, high: int) -> int:
    """Return the token after the clause that goes on from a token.

    It ends at a break, a word of the lexicon, a comma before somebody's saying, and
    where «and» leads to a verb of its own.
    """
    high = _first_break(passage, told, high)
    for hit in hits_from(passage.hits("clause_ends"), told + 1, high):
        if hit.row["where"] == "any":
            high = hit.first
            break
        if passage.words[hit.first - 1] in COMMAS and not _is_aside(
            passage.words, told, hit.first, high
        ):
            high = hit.first - 1
            break
    for hit in sayings(passage, told + 1, high):
        cut = comma_before(passage, hit.first, told)
        if cut is not None:
            high = cut
            break
    high = _joined_past(passage, told, _joined_verb(passage, told, high))
    if passage.language == "ar":
        high = _joined_clause(passage, told, high)
    elif _THAT_TOLD.isdisjoint(passage.words[told : told + 1]):
        high = _second_that(passage, told, high)
    return trimmed(passage, told, high)


_THAT_TOLD = frozenset(["that", "que", "qu"])


def _second_that(passage: Passage, told: int, high: int) -> int:
    """Return where «and that», « et que » go on with another thing said, or the end."""
    words = passage.words
    for index in range(told + 2, high):
        if words[index] in _THAT_TOLD and words[index - 1] in ("and", "et"):
            return index - 1
    return high


_ARABIC_JOINED = wordset("joined_clauses_ar")
_JOINED_THAT = frozenset(["وان", "وانه", "وانها", "وانهم", "وبان", "وانهما"])


def _joined_clause(passage: Passage, told: int, high: int) -> int:
    """Return where a comma and «و» lead to a clause of its own, or the end.

    «، وسنفتح», «، ولن نقبل», «، وهو», and «، وأن» unless what is told is such a clause.
    """
    words = passage.words
    is_that = told < len(words) and words[told] in THAT
    for index in range(told + 2, high):
        if words[index - 1] not in COMMAS:
            continue
        word = words[index]
        if word in _ARABIC_JOINED or _FUTURE.fullmatch(word):
            return index - 1
        if word in _JOINED_THAT and not is_that:
            return index - 1
    return high


# «وسنفتح», «وستواصل»: a future behind «و»; the nouns that look alike are rarely joined.
_FUTURE = re.compile(r"و?س[ينت]\w{2,}[^ه\W]")


# Between a verb and its object stands an aside of so many words: «, with Rome,».
_ASIDE = 9


def _is_aside(words: list[str], told: int, first: int, high: int) -> bool:
    """Say whether two commas part a verb from its object, so that it goes on."""
    if first - 1 > told + 2 and words[first - 2] not in _GOING_ON:
        return False
    rest = words[first + 1 : min(high, first + _ASIDE)]
    return not COMMAS.isdisjoint(rest)


# «and, where needed, prosecute them»: what comes before the aside cannot end there.
_GOING_ON = frozenset(["and", "or", "but", "et", "ou", "mais"])


def _joined_verb(passage: Passage, told: int, high: int) -> int:
    """Return where «and» and a verb of saying, calling or pledging begin, or the end."""
    for tag in ("says", "calls", "commits", "pledge_noun"):
        for hit in hits_from(passage.hits(tag), told + 1, high):
            if "strict" in hit.row.get("flags", "") or hit.row.get("shape") in _LOOSE:
                continue
            joiner = _joiner_before(passage, hit, tag)
            if joiner is not None and joiner > told:
                high = min(high, joiner)
                break
    return high


def _joined_past(passage: Passage, told: int, high: int) -> int:
    """Return where «and have already helped» goes on with what was done, or the end."""
    words = passage.words
    for index in range(told + 2, high - 2 if passage.language == "en" else 0):
        if words[index] in _HAVE and words[index - 1] == "and":
            deed = index + 1
            while deed < high - 1 and words[deed] in AUXILIARIES | _ALREADY:
                deed += 1
            if words[deed].endswith("ed") and len(words[deed]) > SCARE_QUOTE:
                return index - 1
    if passage.language == "en" and words[told : told + 1] == ["to"]:
        return _other_deed(words, told, high)
    return high


def _other_deed(words: list[str], told: int, high: int) -> int:
    """Return where «and reminded him» tells another deed, and no more of what is asked."""
    for index in range(told + 2, high - 2):
        word = words[index + 1]
        is_past = words[index] == "and" and word.endswith("ed") and len(word) > 4
        if is_past and words[index + 2] in _OBJECTS:
            return index
    return high


_OBJECTS = frozenset(
    "him her them it us me the a an that its his their all both".split()
)


_HAVE = frozenset(["has", "have", "had"])
_ALREADY = frozenset(["already", "now", "since", "just", "also"])


# Shapes that are no verb of the main clause.
_LOOSE = ("must", "modal", "command", "resolve", "heading")


def _joiner_before(passage: Passage, hit: Hit, tag: str) -> int | None:
    words = passage.words
    if passage.language == "ar":
        is_joined = hit.clitic and words[hit.first][0] == "و"
        is_apart = tag == "says" or words[hit.first - 1] in COMMAS
        return hit.first if is_joined and is_apart else None
    index = hit.first - 1
    while index > hit.first - 4 and words[index] in AUXILIARIES:
        index -= 1
    return index if words[index] in ("and", "et", "but", "mais") else None


def sayings(passage: Passage, first: int, last: int) -> list[Hit]:
    """Return the verbs of saying in a stretch, everyday words («بين») left out."""
    return [
        hit
        for hit in hits_from(passage.hits("says"), first, last)
        if ("strict" not in hit.row.get("flags", "") or _ends(passage, hit))
        and (
            passage.words[hit.first] != "بين"
            or THAT.issuperset(passage.words[hit.last : hit.last + 1])
        )
    ]


def _ends(passage: Passage, hit: Hit) -> bool:
    """Say whether a verb of saying ends its sentence: «…, the paper reports.»."""
    return passage.words[hit.last : hit.last + 1] in ([], ["."], ["\n"])


def _first_break(passage: Passage, told: int, high: int) -> int:
    """Return the first break; a colon is one where another future follows it."""
    words = passage.words
    closed = 0
    for index in range(told + 1, high):
        if index < closed:
            continue
        if words[index] in BREAKS:
            closed = _closing_dash(passage, index, high)
            if not closed:
                return index
        if words[index] == ":" and _has_verb(passage, index, high):
            return index
    return high


def _closing_dash(passage: Passage, dash: int, high: int) -> int:
    """Return the token behind an aside between two dashes, 0 where one stands alone."""
    if passage.language == "ar" or passage.words[dash] not in "–—":
        return 0
    for index in range(dash + 2, min(high - 1, dash + _LONGEST_ASIDE)):
        if passage.words[index] == passage.words[dash]:
            is_said = bool(sayings(passage, dash, index))
            return 0 if is_said else index + 1
    return 0


_LONGEST_ASIDE = 20


def _has_verb(passage: Passage, first: int, last: int) -> bool:
    return any(
        hits_from(passage.hits(tag), first, last)
        for tag in ("will", "undertakes", "commits", "calls")
    )


def comma_before(passage: Passage, verb: int, told: int) -> int | None:
    """Return the comma that parts a clause from a saying verb and its short subject."""
    reach = 1 if passage.language == "ar" else 7
    for index in range(verb - 1, max(told, verb - 1 - reach), -1):
        if passage.words[index] in COMMAS:
            return index
    return None


def trimmed(passage: Passage, first: int, last: int) -> int:
    """Leave stops and unpaired marks at the end of a stretch outside."""
    words = passage.words
    while last > first + 1:
        word = words[last - 1]
        is_sign = word in SIGNS and not _is_paired(words, first, last - 1)
        if word not in TRAILING and not is_sign:
            break
        last -= 1
    return last


def _is_paired(words: list[str], first: int, sign: int) -> bool:
    """Say whether a closing sign has its opening one in the same stretch."""
    word = words[sign]
    if word in _OPENING_SIGNS:
        return False
    openers = {"»": "«{", "”": "“„", ")": "(", "]": "[", "}": "{", "›": "‹"}
    wanted = openers.get(word, word)
    inside = words[max(first, sign - REACH) : sign]
    closed = inside.count(word) if wanted != word else 0
    opened = sum(inside.count(one) for one in wanted)
    return opened > closed if wanted != word else opened % 2 == 1


_MOST_WORDS = 15  # of an action: enough to tell it, short enough for a line


_LETTER = re.compile(r"\w")


def longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Keep, of the hits that overlap, the one that begins first and is longest."""
    last = -1
    for hit in sorted(hits, key=lambda one: (one.first, -one.last)):
        if hit.first >= last:
            yield hit
            last = hit.last


def action_of(passage: Passage, first: int, last: int) -> str:
    """Return the words asked for or undertaken, on one line and not too many."""
    if first >= last:
        return ""
    written = passage.span(first, last).quote.split()
    kept = (word for word in written if _LETTER.search(word))
    return " ".join(islice(kept, _MOST_WORDS))
