"""What parts a subject from its verb: "The director, 34, said", «X, pour sa part, a dit».

And the other way round, a clause that an attribution only interrupts: "The army has,
officials say, left the town".
"""

from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import STOPS

_REACH = 26
LONGEST_HEAD = 12  # words of a subject before what is put between it and its verb
_INSERTED = frozenset(
    "ou dont where whose lui elle eux now aged himself herself".split()
)
_CONDITIONS = frozenset(
    """si s quand lorsque lorsqu apres une if when once unless until after before
    should""".split()
)
_LONGEST_NAME = 6
_SHORT_OPENING = 4  # "It was, he said, for …", «Il s'agit, dit-il, de …»
_TO_VERB = 3
_TO_RESUME = 18  # words of an attribution set between commas
_PARTICLES = frozenset("al el de du ben bin ibn von van der la le".split())
# Pasts that may be nouns, but hardly right behind a comma.
_PASTS = frozenset("hit put set cut left found led shot struck hurt".split())
_PARTICIPLES = ("ing", "ant", "ed", "é", "ée", "és", "ées")


def insertion(ground: Ground, cue: Cue) -> int | None:
    """Return the comma that opens what stands between a subject and its verb."""
    begin = ground.sentence_begin(cue.edge)
    comma = cue.edge - 1
    if ground.word(comma) != ",":
        return None
    if ground.words[begin] in ground.grammar.pronouns and ground.word(begin + 1) == ",":
        return begin + 1
    opening = _comma_before(ground, comma, begin)
    if opening is None:
        return None
    front = _comma_before(ground, opening, begin)
    is_fronted = ground.words[begin] in ground.grammar.prepositions
    if front is not None and (is_fronted or ground.words[begin].endswith("ant")):
        begin = front + 1  # "In Rome, the minister, Bo Li, said"
    if not _is_subject(ground, begin, opening):
        return None
    return opening if _is_inserted(ground, opening + 1, comma) else None


def _comma_before(ground: Ground, comma: int, begin: int) -> int | None:
    for token in range(comma - 1, max(begin, comma - _REACH), -1):
        if ground.words[token] == ",":
            return token
        if ground.words[token] in STOPS:
            return None
    return None


def _is_subject(ground: Ground, begin: int, comma: int) -> bool:
    """Say whether a sentence begins with a subject, and not with "In Rome,"."""
    return (
        comma - begin <= LONGEST_HEAD
        and ground.words[begin] not in ground.grammar.prepositions
        and not ground.shows_verb(begin, comma)
    )


def _is_inserted(ground: Ground, first: int, last: int) -> bool:
    """Say whether words between commas are a title, an age, a relative clause, a name."""
    if first >= last:
        return False
    word = ground.words[first]
    grammar = ground.grammar
    if (
        word
        in grammar.relatives | grammar.prepositions | grammar.determiners | _INSERTED
    ):
        return True
    written = [ground.passage.written(token) for token in range(first, last)]
    return (
        word[0].isdecimal()
        or written[0].endswith(_PARTICIPLES)
        or all(
            one[0].isupper() or not one[0].isalpha() or one in _PARTICLES
            for one in written
        )
    )


def resumed_end(ground: Ground, first: int, comma: int, zone: int) -> int | None:
    """Return where a clause ends that "…, X said, …" only interrupts, if it does.

    ``comma`` parts its first words from the attribution, whose name ends at ``zone``.
    """
    resumes = _closing_comma(ground, zone)
    if resumes is None or not _is_open(ground, first, comma):
        return None
    begin, end = resumes + 1, ground.line_wrapped_end(comma)
    if begin >= end - 1 or not _goes_on(ground, begin):
        return None
    last = begin
    while last < end and ground.words[last] not in (";", ":"):
        last += 1
    return last if _is_resumed(ground, first, comma, begin) else None


def _is_resumed(ground: Ground, first: int, comma: int, begin: int) -> bool:
    """Say whether the verb that the first words lack stands behind the attribution."""
    if ground.words[comma - 1] in ground.grammar.finite or (
        ground.language == "en" and ground.words[begin] in _PASTS
    ):
        return True
    grammar = ground.grammar
    leads_on = ground.words[begin] in grammar.prepositions | grammar.that
    if comma - first <= _SHORT_OPENING and leads_on:
        return True
    end = ground.segment_end(begin)
    fronts = _CONDITIONS | ground.grammar.prepositions | ground.grammar.times
    is_bound = ground.word(first + 1) in ("least", "most", "moins", "plus")
    is_title = ground.words[begin] in ("a", "an", "un", "une")
    if ground.words[first] in fronts and not (is_bound or is_title):
        return ground.acts(begin, end) and not ground.acts(first + 1, comma)
    if ground.words[first] in _CONDITIONS:
        return ground.acts(begin, end)
    is_apposed = ground.words[begin] in ground.grammar.determiners
    return not is_apposed and ground.acts(begin, min(end, begin + _TO_VERB))


def _closing_comma(ground: Ground, zone: int) -> int | None:
    """Return the comma behind an attribution and its few words of time and place."""
    for token in range(zone, min(len(ground.words), zone + _TO_RESUME)):
        if ground.words[token] == ",":
            return _past_name(ground, token)
        if ground.words[token] in STOPS and ground.is_stop(token):
            return None
        if ground.words[token] in ground.grammar.that | ground.grammar.relatives:
            return None
    return None


def _past_name(ground: Ground, comma: int) -> int:
    """Return the comma behind a name that this one opens: "said the mayor, Bo Li, …"."""
    for token in range(comma + 1, min(len(ground.words), comma + _LONGEST_NAME)):
        if ground.words[token] == ",":
            return token
        if (
            not ground.passage.written(token)[0].isupper()
            and ground.words[token] != "-"
        ):
            break
    return comma


def _is_open(ground: Ground, first: int, comma: int) -> bool:
    """Say whether words in front of an attribution are no clause of their own."""
    is_cut_verb = ground.words[comma - 1] in ground.grammar.finite
    is_condition = ground.words[first] in _CONDITIONS or comma - first <= _SHORT_OPENING
    return is_cut_verb or is_condition or not ground.acts(first, comma)


def _goes_on(ground: Ground, token: int) -> bool:
    """Say whether words behind an attribution may go on with the clause before it."""
    word, grammar = ground.words[token], ground.grammar
    barred = (
        grammar.relatives
        | grammar.turns
        | grammar.joiners
        | grammar.that
        | {"dont", "ou", "where", "whose", "as", "comme", "who"}
    )
    if word in barred or token in ground.openings:
        return False
    cue = ground.cues.next(token, token + 3)
    return cue is None or not cue.is_participle
