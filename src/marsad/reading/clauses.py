"""Where a clause begins and ends around its verb, in Arabic, English and French.

A clause keeps its subject and whatever hangs on it, and stops where the sentence, the
marks around it or another speaker's word stop it. Arabic clauses begin with their
verb, unless the subject stands in front as in headlines.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.findings import Figure
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.text.normalise import fold

# No verb of the newsroom stands farther from what it governs.
REACH = 40
_SCARE_QUOTE = 3
# A sum that is given stands close to its verb.
_NEAR_SUM = 9
# A subject between a verb and its object is no longer than this.
_CLOSE = 9
_COMMAS = frozenset("،,")
_BREAKS = frozenset(";؛–—")
_TRAILING = frozenset(".,،:;؛!?؟…-–—•|") | {"\n"}
_SIGNS = frozenset("\"«»“”‘’'„{}()[]‹›")
_OPENING_SIGNS = frozenset("«“„‹{([")
_SUBJECT_STOPS = frozenset(
    [
        ":",
        ";",
        "–",
        "—",
        "\n",
        "(",
        ")",
        "|",
        "•",
        "that",
        "que",
        "when",
        "puisqu",
        "lorsqu",
        "tandis",
        "if",
        "because",
        "lorsque",
        "quand",
        "si",
        "whether",
        "although",
        "while",
        "après",
        "apres",
        "alors",
    ]
)
_RELATIVES = frozenset(["who", "which", "qui", "ou"])
_JOINERS = frozenset(["and", "or", "but", "then", "also", "et", "ou", "mais", "puis"])
_AUXILIARIES = frozenset(
    [
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "also",
        "again",
        "a",
        "ont",
        "avait",
        "avaient",
        "est",
        "sont",
        "s",
        "'",
        "again",
        "egalement",
        "aussi",
        "ai",
        "avons",
        "ne",
        "n",
        "pas",
        "will",
        "would",
        "not",
        "repeatedly",
        "recently",
        "on",
        "strongly",
        "y",
    ]
)
_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "said",
        "says",
        "est",
        "sont",
        "etait",
        "etaient",
        "a",
        "ont",
        "avait",
        "avaient",
        "va",
        "vont",
    ]
)
_SAID = frozenset(["said", "says", "announced", "told", "stated", "added", "believes"])
# What may stand before an Arabic subject that precedes its verb.
_BEFORE_SUBJECT = frozenset(
    [
        "ان",
        "بان",
        "وان",
        "لكن",
        "ولكن",
        "حيث",
        "فيما",
        "بينما",
        "اذ",
        "كما",
        "كان",
        "وكان",
        "كانت",
        "وكانت",
        "فان",
        "الي",
        "انه",
        "حين",
    ]
)
_THAT = frozenset(["ان", "بان", "وان", "فان", "انه", "انها"])
_NO_SUBJECT = (
    _COMMAS
    | _BREAKS
    | frozenset(
        [
            ":",
            "(",
            ")",
            "|",
            "•",
            "\n",
            "-",
            "الذي",
            "التي",
            "الذين",
            "وقد",
            "ما",
            "لم",
            "ولم",
            "عندما",
            "بعدما",
            "الا",
        ]
    )
)
_GOING_ON = frozenset(
    ["تواصل", "يواصل", "واصل", "واصلت", "يجدد", "تجدد", "تكرر", "يكرر"]
)
# No subject in front of its Arabic verb is longer than this.
_SUBJECT = 14
_NO_ADDRESSEE_L = frozenset(
    [
        "لكن",
        "لدي",
        "ليس",
        "ليست",
        "له",
        "لها",
        "لهم",
        "لم",
        "لن",
        "لا",
        "لان",
        "لقاء",
        "لجنه",
        "لندن",
        "لبنان",
        "ليبيا",
        "لاحقا",
        "لذلك",
        "لكنه",
        "لكنها",
        "لو",
        "لما",
        "لدينا",
        "لديه",
        "لديها",
        "ليل",
        "لمده",
        "لافتا",
        "لقد",
    ]
)
_NO_OBJECT_B = frozenset(
    [
        "بعد",
        "بين",
        "بدون",
        "بعض",
        "بلاده",
        "بلادها",
        "بلدان",
        "بلاد",
        "بلد",
        "بيان",
        "بشكل",
        "بشان",
        "بينما",
        "بسبب",
        "برئاسه",
        "بحضور",
        "بموجب",
        "بخصوص",
        "باسم",
        "بصفته",
        "بتاريخ",
        "بمناسبه",
        "بحسب",
        "بناء",
        "بجامعه",
        "بمدرسه",
        "بكليه",
        "بعدما",
        "بيد",
        "بدوره",
        "بدورها",
        "بحق",
        "بريطانيا",
        "باريس",
        "بغداد",
        "بيروت",
        "برلين",
        "بروكسل",
        "بطريقه",
        "بقوه",
        "بحث",
        "بدا",
        "بدات",
        "بطل",
        "بات",
        "باتت",
        "بل",
        "باستمرار",
        "بذلك",
        "بان",
        "بها",
        "به",
        "بهم",
    ]
)


class Clause(NamedTuple):
    """A clause by its tokens: begin, verb, what is asked or undertaken, end."""

    first: int
    clitic: int  # letters of the first token that stand outside
    verb: int
    told: int
    last: int


def bounds(passage: Passage, token: int) -> tuple[int, int]:
    """Return the stretch no clause leaves: the sentence, or the marks inside it."""
    low, high = passage.sentences.of(token)
    marked = passage.marks.marked
    index = bisect_right(marked, token, key=lambda one: one.first)
    for one in reversed(marked[max(0, index - 12) : index]):
        if one.last > token and one.last - one.first > _SCARE_QUOTE:
            return max(low, one.first), min(high, one.last)
    return low, high


def hits_from(hits: Sequence[Hit], token: int, last: int) -> Sequence[Hit]:
    """Return the hits that begin in tokens token to last (exclusive)."""
    left = bisect_left(hits, token, key=lambda hit: hit.first)
    right = bisect_left(hits, last, lo=left, key=lambda hit: hit.first)
    return hits[left:right]


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
        if passage.words[hit.first - 1] in _COMMAS:
            high = hit.first - 1
            break
    for hit in sayings(passage, told + 1, high):
        cut = _comma_before(passage, hit.first, told)
        if cut is not None:
            high = cut
            break
    return trimmed(passage, told, _joined_verb(passage, told, high))


def _joined_verb(passage: Passage, told: int, high: int) -> int:
    """Return where «and» and a verb of saying, calling or pledging begin, or the end."""
    for tag in ("says", "calls", "commits"):
        for hit in hits_from(passage.hits(tag), told + 1, high):
            if "strict" in hit.row.get("flags", "") or hit.row.get("shape") in _LOOSE:
                continue
            joiner = _joiner_before(passage, hit, tag)
            if joiner is not None and joiner > told:
                high = min(high, joiner)
                break
    return high


# Shapes that are no verb of the main clause.
_LOOSE = ("must", "modal", "command", "resolve", "heading")


def _joiner_before(passage: Passage, hit: Hit, tag: str) -> int | None:
    words = passage.words
    if passage.language == "ar":
        is_joined = hit.clitic and words[hit.first][0] == "و"
        is_apart = tag == "says" or words[hit.first - 1] in _COMMAS
        return hit.first if is_joined and is_apart else None
    index = hit.first - 1
    while index > hit.first - 4 and words[index] in _AUXILIARIES:
        index -= 1
    return index if words[index] in ("and", "et", "but", "mais") else None


def sayings(passage: Passage, first: int, last: int) -> list[Hit]:
    """Return the verbs of saying in a stretch, everyday words («بين») left out."""
    return [
        hit
        for hit in hits_from(passage.hits("says"), first, last)
        if "strict" not in hit.row.get("flags", "")
        and (
            passage.words[hit.first] != "بين"
            or _THAT.issuperset(passage.words[hit.last : hit.last + 1])
        )
    ]


def _first_break(passage: Passage, told: int, high: int) -> int:
    """Return the first break; a colon is one where another future follows it."""
    words = passage.words
    for index in range(told + 1, high):
        if words[index] in _BREAKS:
            return index
        if words[index] == ":" and _has_verb(passage, index, high):
            return index
    return high


def _has_verb(passage: Passage, first: int, last: int) -> bool:
    return any(
        hits_from(passage.hits(tag), first, last)
        for tag in ("will", "undertakes", "commits", "calls")
    )


def _comma_before(passage: Passage, verb: int, told: int) -> int | None:
    """Return the comma that parts a clause from a saying verb and its short subject."""
    reach = 1 if passage.language == "ar" else 7
    for index in range(verb - 1, max(told, verb - 1 - reach), -1):
        if passage.words[index] in _COMMAS:
            return index
    return None


def trimmed(passage: Passage, first: int, last: int) -> int:
    """Leave stops and unpaired marks at the end of a stretch outside."""
    words = passage.words
    while last > first + 1:
        word = words[last - 1]
        if word in _TRAILING:
            last -= 1
        elif word in _SIGNS and not _is_paired(words, first, last - 1):
            last -= 1
        else:
            break
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


def opening(passage: Passage, verb: int, low: int) -> int:
    """Return where an English or French clause begins: its subject, or its verb."""
    words = passage.words
    head = verb
    while head > low and words[head - 1] in _AUXILIARIES:
        head -= 1
    if head > low and words[head - 1] in _JOINERS | _RELATIVES:
        return head
    low = max(low, verb - REACH)
    index = head
    while index > low:
        word = words[index - 1]
        if word in _SUBJECT_STOPS or word in _SIGNS - {"'", "’"}:
            break
        if word in _COMMAS:
            before = _apposition(words, index - 1, low) if index == head else None
            if before is None:
                break
            index = before
        elif word in _SAID:
            break
        elif word in _RELATIVES or (
            word in _JOINERS and not _FINITE.isdisjoint(words[low : index - 1])
        ):
            break
        index -= 1
    while index < head and words[index] in ("'", "’", "-"):
        index += 1
    return min(index, head)


def _apposition(words: list[str], comma: int, low: int) -> int | None:
    """Return the earlier comma of a pair around an apposition, if there is one."""
    for index in range(comma - 1, max(low, comma - 15), -1):
        if words[index] in _COMMAS:
            return index
    return None


def opening_arabic(passage: Passage, found: Found, hit: Hit, low: int) -> int:
    """Return where an Arabic clause begins: its verb, or the subject in front of it.

    Only what begins a sentence or hangs on «أن» can be a subject in front.
    """
    if hit.clitic:
        return hit.first
    words = passage.words
    index = (
        hit.first - 1 if hit.first > low and words[hit.first - 1] == "قد" else hit.first
    )
    stop = max(low, hit.first - _SUBJECT)
    while index > stop and words[index - 1] not in _BEFORE_SUBJECT:
        if words[index - 1] in _NO_SUBJECT:
            return hit.first
        index -= 1
    if index > low and words[index - 1] in _THAT:
        return index
    is_at_head = index == low or words[index - 1] in _BEFORE_SUBJECT
    if is_at_head and index < hit.first and names_in(found, index, hit.first):
        return index
    return _masdar_head(passage, found, hit, low)


def _masdar_head(passage: Passage, found: Found, hit: Hit, low: int) -> int:
    """Return the verb of going on before «حث», as in «تواصل فرنسا حث», or the word."""
    words = passage.words
    for index in range(hit.first - 1, max(low, hit.first - 6) - 1, -1):
        if words[index] in _GOING_ON and names_in(found, index, hit.first):
            return index
    return hit.first


def names_in(found: Found, first: int, last: int) -> bool:
    """Say whether a party or person is named in tokens first to last (exclusive)."""
    return bool(
        within(found.parties, first, last) or within(found.persons, first, last)
    )


def complement(
    passage: Passage, found: Found, after: int, high: int, takes: str
) -> int | None:
    """Return the token at which what is asked or undertaken begins, or None.

    ``takes`` is the lexicon's column: words, «ل-» and «ب-» for proclitics, * for a
    bare object, sum for a sum of money, deed for a noun of action.
    """
    wanted = _folded(takes)
    high = _before_end(passage, after, high)
    reach = min(high, after + (_CLOSE if "*" in wanted else REACH))
    for index in range(after, reach):
        if _opens(passage, found, index, after, wanted):
            return index
    if "sum" in wanted and _money(found, after, min(high, after + _NEAR_SUM)):
        return after
    if "deed" in wanted:
        return _deed_after(passage, after, min(high, after + _CLOSE))
    if "*" in wanted and after < high and passage.words[after] not in _TRAILING:
        return after
    return None


def _deed_after(passage: Passage, after: int, high: int) -> int | None:
    """Return the noun of action that is announced, before any «that»."""
    for hit in hits_from(passage.hits("deeds"), after, high):
        said = _THAT.intersection(passage.words[after : hit.first])
        return None if said else hit.first
    return None


def _opens(
    passage: Passage, found: Found, index: int, after: int, wanted: frozenset[str]
) -> bool:
    word = passage.words[index]
    if word in wanted:
        return not _is_named(found, index)
    if word in ("ل", "ب"):
        return f"{word}-" in wanted
    return len(word) > _SCARE_QUOTE and _opens_with(
        passage, found, index, after, wanted
    )


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
            cut = _comma_before(passage, hit.first, after)
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
            or passage.words[index - 1] in _COMMAS | _BREAKS
            or any(one.last == index for one in names_near(found, index))
        )
        return is_free and word not in _NO_ADDRESSEE_L and not _is_named(found, index)
    if word[0] == "ب" and "ب-" in wanted:
        return word not in _NO_OBJECT_B and not _is_named(found, index)
    return False


def names_near(found: Found, index: int) -> list[Seen]:
    """Return the parties and persons that begin a little before a token."""
    return [
        *within(found.parties, index - _SCARE_QUOTE - 7, index + 1),
        *within(found.persons, index - _SCARE_QUOTE - 7, index + 1),
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


_MOST_WORDS = 15  # of an action: enough to tell it, short enough for a line
_NOUN_BEFORE = {
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "his",
            "her",
            "its",
            "their",
            "our",
            "this",
            "these",
            "any",
            "of",
            "no",
            "new",
            "such",
            "for",
            "by",
            "on",
            "repeated",
            "with",
            "under",
            "about",
        ]
    ),
    "fr": frozenset(
        [
            "la",
            "une",
            "sa",
            "leur",
            "cette",
            "les",
            "des",
            "le",
            "un",
            "son",
            "ce",
            "de",
            "en",
            "du",
            "au",
            "aux",
            "ma",
            "notre",
            "nos",
            "ses",
            "leurs",
            "toute",
        ]
    ),
}
_PASSIVE_BEFORE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "be",
        "est",
        "sont",
        "etait",
        "etaient",
        "ete",
        "sera",
        "serait",
        "so",
        "get",
        "got",
    ]
)
_NEGATIONS = frozenset(
    ["not", "never", "t", "pas", "jamais", "لم", "لن", "لا", "ولم", "refused"]
)
_REFLEXIVES = frozenset(["s", "se", "m"])
_LETTER = re.compile(r"\w")


def longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Keep, of the hits that overlap, the one that begins first and is longest."""
    last = -1
    for hit in sorted(hits, key=lambda one: (one.first, -one.last)):
        if hit.first >= last:
            yield hit
            last = hit.last


def clause_of(passage: Passage, found: Found, hit: Hit, told: int) -> Clause:
    """Return the clause around a word and what it governs."""
    low, high = bounds(passage, hit.first)
    last = clause_end(passage, told, high)
    if hit.row.get("shape") == "hanging" or _hangs(passage, hit):
        return Clause(hit.first, hit.clitic, hit.first, told, last)
    if passage.language == "ar":
        first = opening_arabic(passage, found, hit, low)
    else:
        first = opening(passage, hit.first, low)
    clitic = hit.clitic if first == hit.first else 0
    return Clause(first, clitic, hit.first, told, last)


def opens_line(passage: Passage, token: int) -> bool:
    """Say whether a token opens a line, a bullet point or a headline."""
    words = passage.words
    while token > 0 and words[token - 1] in ("•", "-", "–", "*", "●", ":", "."):
        token -= 1
    return token == 0 or words[token - 1] == "\n"


def _hangs(passage: Passage, hit: Hit) -> bool:
    """Say whether an English or French word is a participle without a subject."""
    word = passage.words[hit.first]
    before = passage.words[hit.first - 1] if hit.first else ""
    if passage.language == "en":
        return word.endswith("ing") and before not in _PASSIVE_BEFORE
    return passage.language == "fr" and word.endswith("ant")


def is_finite(passage: Passage, hit: Hit) -> bool:
    """Say whether a word is a verb here: not a noun, passive, reflexive or denied."""
    before = passage.words[hit.first - 1] if hit.first else ""
    if passage.language == "ar":
        return before not in _NEGATIONS and _is_arabic_verb(passage, hit, before)
    if _hangs(passage, hit):
        return before not in _NEGATIONS
    if before in _NEGATIONS or before in _PASSIVE_BEFORE:
        return False
    if before in _NOUN_BEFORE[passage.language]:
        return False
    second = passage.words[hit.first - 2] if hit.first > 1 else ""
    if passage.language == "en":
        return not (before == "to" and not second.startswith("continu")) and not (
            before in ("will", "would", "could", "can", "might", "may")
        )
    return before not in _REFLEXIVES and not (before == "'" and second in _REFLEXIVES)


# «طالب» and «طلب» are also a student and a request: then they stand after these.
_NOUN_SIGNS = frozenset(
    ["كل", "اي", "هذا", "ان", "بين", "من", "علي", "في", "الي", "عن", "مع", "كان"]
)
_NOUN_TAILS = frozenset(["لجوء", "اللجوء", "جامعي", "علم", "العلم", "ثانوي"])
_SUBJUNCTIVE = frozenset(["ان", "بان", "لان", "كي", "لكي", "حتي", "الا", "ل"])


def _is_arabic_verb(passage: Passage, hit: Hit, before: str) -> bool:
    """Say whether an Arabic form tells a deed: no noun alike, nothing wished for."""
    word = passage.words[hit.first][hit.clitic :]
    after = passage.words[hit.last] if hit.last < len(passage.words) else ""
    if word in ("طالب", "طلب"):
        return before not in _NOUN_SIGNS and after not in _NOUN_TAILS
    return not (before in _SUBJUNCTIVE and word[0] in "يت" and not hit.clitic)


def action_of(passage: Passage, first: int, last: int) -> str:
    """Return the words asked for or undertaken, on one line and not too many."""
    written = passage.span(first, max(last, first + 1)).quote.split()
    kept = [word for word in written if _LETTER.search(word)]
    return " ".join(kept[:_MOST_WORDS])
