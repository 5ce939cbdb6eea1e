"""What parts a subject from its verb: "The director, 34, said", «X, pour sa part, a dit»."""

from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import STOPS

_REACH = 26
LONGEST_HEAD = 12  # words of a subject before what is put between it and its verb
_INSERTED = frozenset(
    "ou dont where whose lui elle eux now aged himself herself".split()
)
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
    if opening is None or not _is_subject(ground, begin, opening):
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
        or all(one[0].isupper() for one in written)
    )
