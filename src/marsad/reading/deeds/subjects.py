"""Where a clause begins: the subject before its verb, or the verb itself.

English and French clauses begin with their subject, Arabic ones with the verb unless
the subject stands in front, as in headlines and behind «أن». Here it is also told
whether a word is a verb at all.
"""

from marsad.reading.deeds.clause_heads import is_headline_case, past_dash, past_pair
from marsad.reading.deeds.clauses import (
    AUXILIARIES,
    BREAKS,
    COMMAS,
    REACH,
    SIGNS,
    THAT,
    Clause,
    bounds,
    clause_end,
)
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_SUBJECT_STOPS = wordset("subject_stops") | {"\n"}


_RELATIVES = frozenset(["who", "which", "qui", "ou"])


_JOINERS = frozenset(["and", "or", "but", "then", "also", "et", "ou", "mais", "puis"])


_FINITE = wordset("finite")
_ANDS = frozenset(["and", "but", "et", "mais"])


_SAID = frozenset(["said", "says", "announced", "told", "stated", "added", "believes"])


# What may stand before an Arabic subject that precedes its verb.
_BEFORE_SUBJECT = wordset("before_subject")


_NO_SUBJECT = (
    COMMAS
    | BREAKS
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


_GOING_ON = wordset("going_on")


# No subject in front of its Arabic verb is longer than this.
_SUBJECT = 14


def opening(passage: Passage, verb: int, low: int) -> int:
    """Return where an English or French clause begins: its subject, or its verb."""
    words = _without_who(passage, low, verb)
    head = verb
    while head > low and words[head - 1] in AUXILIARIES:
        head -= 1
    if head > low and words[head - 1] in _JOINERS | _RELATIVES:
        return head
    low = max(low, verb - REACH)
    index = head
    if index > low and words[index - 1] in COMMAS:
        index = _apposition(words, index - 1, low)
    index = _subject_start(words, index, low)
    while index < head and words[index] in ("'", "’", "-"):
        index += 1
    return min(index, head)


def _subject_start(words: list[str], index: int, low: int) -> int:
    """Return where a subject begins, a short name in brackets passed over."""
    while index > low:
        if words[index - 1] == ")":
            opened = _bracket(words, index - 1, low)
            if opened is None:
                break
            index = opened
        elif _stops_subject(words, index - 1, low):
            break
        else:
            index -= 1
    return index


def _without_who(passage: Passage, low: int, verb: int) -> list[str]:
    """Return the words up to a verb; the health organisation's short name is no "who"."""
    words = passage.words
    if "who" not in passage.vocabulary:
        return words
    names = [
        index
        for index in range(max(low, verb - REACH), verb)
        if words[index] == "who" and passage.written(index).isupper()
    ]
    if names:
        words = words[: verb + 1]
        for index in names:
            words[index] = "w.h.o"
    return words


# A short name in brackets belongs to the name before it.
_IN_BRACKETS = 5


def _bracket(words: list[str], closing: int, low: int) -> int | None:
    """Return the sign that opens the brackets around a short name, or None."""
    for index in range(closing - 1, max(low, closing - _IN_BRACKETS) - 1, -1):
        if words[index] == "(":
            return index if index > low else None
    return None


def _parts_year(words: list[str], comma: int) -> bool:
    """Say whether a comma stands inside a date: "June 8, 2023"."""
    after = words[comma + 1] if comma + 1 < len(words) else ""
    is_year = len(after) == _YEAR and after.isdigit()
    # The day of a dateline ends with its outlet or a dash: no subject reaches over it.
    is_dateline = words[comma + 2 : comma + 3] in (["("], ["-"], ["–"], ["—"])
    return comma > 0 and words[comma - 1].isdigit() and is_year and not is_dateline


_YEAR = 4


def _stops_subject(words: list[str], index: int, low: int) -> bool:
    """Say whether a word cannot belong to the subject behind it."""
    word = words[index]
    if word in COMMAS:
        return not _parts_year(words, index)
    if word in _SUBJECT_STOPS or word in _SAID or word in _RELATIVES:
        return True
    if word == ".":
        return words[index - 1].isdigit()
    if word in _JOINERS:
        return not _FINITE.isdisjoint(words[low:index])
    return word in SIGNS and word not in "'’"


_APPOSED = 24  # words of a relative clause between a subject and its verb


def _apposition(words: list[str], comma: int, low: int) -> int:
    """Return the earlier comma of a pair around an apposition, or the comma's end."""
    for index in range(comma - 1, max(low, comma - _APPOSED), -1):
        if words[index] in COMMAS:
            return index
    return comma + 1


def opening_arabic(passage: Passage, found: Found, hit: Hit, low: int) -> int:
    """Return where an Arabic clause begins: its verb, or the subject in front of it.

    Only what begins a sentence or hangs on «أن» can be a subject in front.
    """
    if hit.clitic:
        return hit.first
    words = passage.words
    if words[hit.first - 1] in _THAT_THEY:
        return hit.first - 1
    if words[hit.first].startswith("ن") and words[hit.first - 1] in _WE:
        return hit.first - 1
    index = hit.first - 1 if words[hit.first - 1] == "قد" else hit.first
    index = max(low, index)
    stop = max(low, hit.first - _SUBJECT)
    while index > stop and words[index - 1] not in _BEFORE_SUBJECT:
        if words[index - 1] in _NO_SUBJECT:
            return hit.first
        index -= 1
    if index > low and words[index - 1] in THAT and words[index] != "قد":
        return index
    is_at_head = index == low or words[index - 1] in _BEFORE_SUBJECT
    if (
        is_at_head
        and index < hit.first
        and (names_in(found, index, hit.first) or _is_subject_noun(passage, index))
    ):
        return index
    return _masdar_head(passage, found, hit, low)


def _is_subject_noun(passage: Passage, token: int) -> bool:
    """Say whether an office or a group stands at a token: «رئيس الوزراء يأمر»."""
    return any(
        hits_from(passage.hits(tag), token, token + 1)
        for tag in ("title", "people", "generic_body", "gathering")
    )


_THAT_THEY = frozenset(["انه", "انها", "انهم", "بانه", "بانها", "بانهم"])
_WE = frozenset(["نحن", "ونحن", "فنحن"])


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


_NOUN_BEFORE = {
    "en": wordset("noun_before_en"),
    "fr": wordset("noun_before_fr"),
}
_PASSIVE_BEFORE = wordset("passive_before")


_NEGATIONS = wordset("negations")


_REFLEXIVES = frozenset(["s", "se", "m"])


def clause_of(passage: Passage, found: Found, hit: Hit, told: int) -> Clause:
    """Return the clause around a word and what it governs."""
    low, high = bounds(passage, hit.first)
    last = clause_end(passage, told, high)
    if hit.row.get("shape") == "hanging" or _hangs(passage, hit):
        return Clause(hit.first, hit.clitic, hit.first, told, last)
    if passage.language == "ar":
        first = opening_arabic(passage, found, hit, low)
    else:
        first = past_dash(passage, opening(passage, hit.first, low), hit.first)
        first += first < hit.first and passage.words[first] in _ANDS
        first = past_pair(passage, found, first, low)
    clitic = hit.clitic if first == hit.first else 0
    return Clause(first, clitic, hit.first, told, last)


def opens_line(passage: Passage, token: int) -> bool:
    """Say whether a token opens a line, a bullet point or a headline."""
    words = passage.words
    while token > 0 and (words[token - 1] in _BULLETS or words[token - 1].isdigit()):
        token -= 1
    return token == 0 or words[token - 1] == "\n"


_BULLETS = frozenset("•-–*●:.()■◄")


def _hangs(passage: Passage, hit: Hit) -> bool:
    """Say whether an English or French word is a participle without a subject."""
    word = passage.words[hit.first]
    before = passage.words[hit.first - 1] if hit.first else ""
    if passage.language == "en":
        return word.endswith("ing") and before not in _PASSIVE_BEFORE
    return passage.language == "fr" and word.endswith("ant")


def _is_no_verb(passage: Passage, hit: Hit) -> bool:
    """Say whether a word is a headline's noun in English, a bare participle in French."""
    if passage.language == "fr":
        return _is_bare_participle(passage, hit)
    return _is_title_case(passage, hit)


def _is_bare_participle(passage: Passage, hit: Hit) -> bool:
    """Say whether a French participle has no auxiliary: "les électeurs appelés à voter"."""
    if not passage.written(hit.first).endswith(("é", "ée", "és", "ées")):
        return False
    near = passage.words[max(0, hit.first - _TO_AUXILIARY) : hit.first]
    return near != [] and _HAVING.isdisjoint(near)


_TO_AUXILIARY = 7  # words of an insertion behind an auxiliary
_HAVING = frozenset(
    "a ont avait avaient aurait auraient aura auront ayant avoir est sont ait aient ai "
    "avons avez eu et ou puis avions etait etaient".split()
)


def is_finite(passage: Passage, hit: Hit) -> bool:
    """Say whether a word is a verb here: not a noun, passive, reflexive or denied."""
    before = passage.words[hit.first - 1] if hit.first else ""
    if passage.language == "ar":
        return before not in _NEGATIONS and _is_arabic_verb(passage, hit, before)
    if _hangs(passage, hit):
        return before not in _NEGATIONS
    if _is_no_verb(passage, hit):
        return False
    if passage.words[hit.first] in _VERBS_OR_NOUNS and before != "to":
        # «I would urge all sides to stop»
        is_polite = before == "would" and passage.words[hit.first - 2] in _FIRST
        is_plural = before.endswith("s") and len(before) > 1
        return is_polite or is_plural or before in _BEFORE_VERBS
    if before in _NEGATIONS:
        return False
    if before in _PASSIVE_BEFORE:
        # «Is urging» is a verb, «is urged» is passive, unless it is told by whom.
        after = passage.words[hit.last : hit.last + 1]
        is_going_on = passage.words[hit.first].endswith("ing")
        return (passage.language == "en" and is_going_on) or after in (["by"], ["par"])
    if before in _NOUN_BEFORE[passage.language]:
        return False
    return _is_told(passage, hit, before)


def _is_told(passage: Passage, hit: Hit, before: str) -> bool:
    """Say whether a verb tells what was done: no wish of others, nothing reflexive."""
    second, third = (
        passage.words[hit.first - back] if hit.first >= back else "" for back in (2, 3)
    )
    if passage.language != "en":
        return before not in _REFLEXIVES and not (
            before == "'" and second in _REFLEXIVES
        )
    is_mine = not _FIRST.isdisjoint((second, third))
    if is_mine and (before == "would" or second in _POLITE):
        return True
    is_wish = before == "to" and not second.startswith("continu")
    return not is_wish and before not in _MODALS


_FIRST = frozenset(["i", "we"])
_POLITE = frozenset(["like", "wish", "want"])


# «A call», «demand»: verbs behind a pronoun or a plural only.
_VERBS_OR_NOUNS = wordset("verbs_or_nouns")
_BEFORE_VERBS = wordset("before_verbs")


def _is_title_case(passage: Passage, hit: Hit) -> bool:
    """Say whether a word belongs to a name («Board of Appeals»): a capital within."""
    before = passage.words[hit.first - 1] if hit.first else "\n"
    return (
        before.isalpha()
        and passage.written(hit.first)[0].isupper()
        and (passage.written(hit.first - 1)[0].isupper())
        and not is_headline_case(passage, hit.first)
    )


_MODALS = frozenset(["will", "would", "could", "can", "might", "may"])
# «طالب» and «طلب» are also a student and a request: then they stand after these.
_NOUN_SIGNS = wordset("noun_signs")


_NOUN_TAILS = frozenset(["لجوء", "اللجوء", "جامعي", "علم", "العلم", "ثانوي"])


_SUBJUNCTIVE = frozenset(["ان", "بان", "لان", "كي", "لكي", "حتي", "الا", "ل"])


def _is_arabic_verb(passage: Passage, hit: Hit, before: str) -> bool:
    """Say whether an Arabic form tells a deed: no noun alike, nothing wished for."""
    word = passage.words[hit.first][hit.clitic :]
    after = passage.words[hit.last] if hit.last < len(passage.words) else ""
    if word in ("طالب", "طلب"):
        return before not in _NOUN_SIGNS and after not in _NOUN_TAILS
    return not (before in _SUBJUNCTIVE and word[0] in "يت" and not hit.clitic)
