"""Where what a verb of saying leads to begins: after that, a colon, marks, or bare."""

from typing import NamedTuple

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_adverbials import (
    PREPOSITIONS,
    past_adverbials,
    past_subject,
)
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_insertions import insertion
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import STOPS, is_infinitive

_TO_CALL = 25
_LONGEST_OBJECT = 14
_SHORT_FRONT = 4
_SHORT_REST = 5
_TO_ORDER = 8  # words of whom one tells to do something
_TO_QUE = 4  # words of an adjective before its que: «convaincue hier que»
_NO_CLAUSE = frozenset(
    """so goodbye yes no sorry farewell thanks what how why if when where because although
    though by to than as or and but not about of""".split()
)
_LITTLE = frozenset("nothing something more much little anything less".split())
_HAVING = frozenset(("avoir", "etre", "vouloir"))
_NO_NOUN = frozenset("il elle ils elles on je nous qui ou si comme et pas a".split())


class Lead(NamedTuple):
    """The token at which what is said begins, and what kind of clause it is."""

    first: int
    how: str  # that, bare, noun, infinitive, adjective, object, call, colon, marks, resumed


def lead_of(ground: Ground, cue: Cue) -> Lead | None:
    """Return where the clause after a verb begins, if one follows."""
    if cue.is_inverted:
        return _resumed(ground, cue)
    if cue.agent:
        return _behind_agent(ground, cue)
    token = past_adverbials(ground, cue)
    if ground.word(cue.edge - 1) in ("comme", "ainsi"):
        token = past_subject(ground, token)
    if token >= len(ground.words):
        return None
    if ground.is_that(token):
        return Lead(ground.past_that(token), "that")
    return _by_sign(ground, cue, token)


def _behind_agent(ground: Ground, cue: Cue) -> Lead | None:
    """Read "were told by a police spokesman that …": the speaker stands in between."""
    for token in range(cue.agent, min(len(ground.words), cue.agent + _TO_CALL)):
        if ground.is_that(token):
            return Lead(token + 1, "that")
        if token in ground.openings or ground.is_stop(token):
            break
    return None


def _by_sign(ground: Ground, cue: Cue, token: int) -> Lead | None:
    word = ground.words[token]
    if word == ":":
        return _after_colon(ground, token, cue)
    told = _told_by_colon(ground, cue, token)
    if told is not None:
        return told
    if token in ground.openings:
        if ground.is_title(ground.openings[token]) and ground.words[token - 1] != ":":
            return None
        return Lead(token, "object" if cue.has("describe") else "marks")
    if word == ",":
        return _resumed(ground, cue)
    if word in STOPS or _is_trailing(ground, cue, token):
        return None
    return _object(ground, cue, token)


def _told_by_colon(ground: Ground, cue: Cue, token: int) -> Lead | None:
    """Read «a annoncé la nouvelle : A», «interpelle le ministre : « A »».

    What follows the colon is said where it is in marks or shows a verb of its own; "two
    measures: a levy and a fund" goes on with the noun.
    """
    colon = _colon_behind(ground, token)
    if colon is None or ground.word(cue.edge - 1) in ground.grammar.relatives:
        return None
    if colon + 1 in ground.openings:
        return Lead(colon + 1, "marks")
    if cue.has("call", "describe", "called", "marks", "after") or cue.is_hedged:
        return None
    end = ground.segment_end(colon + 1)
    return Lead(colon + 1, "colon") if ground.acts(colon + 1, end) else None


def _colon_behind(ground: Ground, token: int) -> int | None:
    """Return the colon behind an object and no verb, comma or stop."""
    for index in range(token, min(len(ground.words) - 1, token + _LONGEST_OBJECT)):
        word = ground.words[index]
        if word == ":":
            return index
        if word == "," or index in ground.openings or ground.is_stop(index):
            return None
        if ground.is_that(index) or ground.cues.at(index) is not None:
            return None
    return None


def _after_colon(ground: Ground, colon: int, cue: Cue) -> Lead | None:
    if colon + 1 in ground.openings:
        return Lead(colon + 1, "marks")
    is_ended = ground.word(colon + 1) == "\n"
    if is_ended or cue.has("describe"):
        return None
    # «Il l'a juré : A»: what is pledged or asked is said where it is a clause.
    is_clause = ground.acts(colon + 1, ground.segment_end(colon + 1))
    return Lead(colon + 1, "colon") if is_clause or not cue.has("call") else None


def _is_trailing(ground: Ground, cue: Cue, token: int) -> bool:
    """Read "…, said the mayor": behind a comma, only a clause can be what is said."""
    never = cue.is_participle or cue.has("describe", "called", "obj", "call")
    if never or ground.word(cue.edge - 1) != ",":
        return False
    if insertion(ground, cue) is not None:
        return False
    return not ground.shows_verb(token, ground.segment_end(token))


def _resumed(ground: Ground, cue: Cue) -> Lead | None:
    """Read "In Syria, the secretary said, forces …": the clause goes on after the cue."""
    if ground.word(cue.last) != ",":
        return None
    begin = ground.sentence_begin(cue.first)
    comma = ground.first_comma(begin, min(cue.first, begin + _SHORT_FRONT + 1))
    if (
        ground.word(comma) != ","
        or comma >= cue.first
        or ground.shows_verb(begin, comma)
        or _is_subject(ground, begin, comma)
    ):
        return None
    end = ground.line_wrapped_end(cue.first)
    following = ground.word(cue.last + 1)
    is_turn = following in ground.grammar.turns | ground.grammar.joiners
    if is_turn or cue.last + 1 in ground.openings or end - cue.last <= _SHORT_REST:
        return None
    return Lead(cue.last + 1, "resumed")


def _is_subject(ground: Ground, begin: int, comma: int) -> bool:
    """Say whether words before an attribution are a subject: "The raids, X said, hit"."""
    is_front = ground.words[begin] not in ("the", "a", "an", "this", "these", "both")
    times = ground.grammar.times
    is_time = not times.isdisjoint(ground.words[begin:comma])
    return ground.language == "en" and not is_front and not is_time


# -- right behind the verb -----------------------------------------------------------


def _object(ground: Ground, cue: Cue, token: int) -> Lead | None:
    """Return the clause, noun or infinitive that begins right at a token."""
    if cue.has("call"):
        return _asked(ground, token)
    if cue.has("inf") and _may_be_infinitive(ground, token):
        return Lead(token, "infinitive")
    if cue.has("describe", "called", "obj"):
        is_fronted = ground.words[token] in ("comme", "as")
        return None if is_fronted else Lead(token, "object")
    if ground.language == "en":
        return _english(ground, cue, token)
    return _french(ground, cue, token)


def _may_be_infinitive(ground: Ground, token: int) -> bool:
    """Say whether an infinitive begins, a pronoun before it or not: «en avoir lancé»."""
    if is_infinitive(ground.words[token]):
        return True
    following = ground.word(token + 1)
    is_pronoun = ground.words[token] in ("en", "le", "la", "les", "lui", "leur")
    return is_pronoun and following in _HAVING


def _asked(ground: Ground, token: int) -> Lead:
    """Return what is asked for: after to, de, à, or the noun itself."""
    if ground.words[token] == "for":
        return Lead(token + 1, "call")
    for index in range(token, min(len(ground.words) - 1, token + _TO_CALL)):
        word = ground.words[index]
        if word in STOPS and index not in ground.openings:
            break
        if word in ground.grammar.calls:
            if index - 1 in ground.openings:
                return Lead(index - 1, "call")  # «exhorte ses partisans « à rester »»
            after = index + (2 if ground.words[index + 1] == "'" else 1)
            if _may_be_asked(ground, after):
                return Lead(after, "call")
            if after + 1 in ground.openings:
                return Lead(after, "call")  # «appelle à une « vigilance accrue »»
    return Lead(token, "call")


def _may_be_asked(ground: Ground, token: int) -> bool:
    if token >= len(ground.words):
        return False
    is_english = ground.language == "en"
    return is_english or token in ground.openings or is_infinitive(ground.words[token])


def _english(ground: Ground, cue: Cue, token: int) -> Lead | None:
    word = ground.words[token]
    if cue.has("tell") and _is_order(ground, token):
        return None
    if cue.has("of") and word in PREPOSITIONS["of"]:
        return Lead(token + 1, "noun")
    if not _may_begin(ground, cue, token):
        return None
    if word == "there" and ground.word(token + 1) in ground.grammar.finite:
        return Lead(token, "bare")
    if not cue.has("bare"):
        is_noun = cue.has("acc") and not _hangs_on_noun(ground, cue)
        return Lead(token, "noun") if is_noun else None
    is_clause = ground.shows_verb(token, _noun_end(ground, token))
    if not is_clause and (cue.has("strict") or cue.is_hedged or word in _LITTLE):
        return Lead(token, "noun") if cue.has("acc") else None
    return Lead(token, "noun" if cue.has("acc") and not is_clause else "bare")


def _is_order(ground: Ground, token: int) -> bool:
    """Say whether somebody is told to do something: "told the council to leave"."""
    for index in range(token, min(len(ground.words), token + _TO_ORDER)):
        word = ground.words[index]
        if word == "to":
            return index > token
        if word in STOPS or word == "," or word in ground.grammar.finite:
            return False
    return False


def _noun_end(ground: Ground, token: int) -> int:
    """Return where a noun may end: "its offer and will dispatch" is no clause."""
    end = ground.segment_end(token)
    for index in range(token + 1, end - 1):
        is_joined = ground.words[index] in ground.grammar.joiners
        if is_joined and ground.words[index + 1] in ground.grammar.finite:
            return index
    return end


def _may_begin(ground: Ground, cue: Cue, token: int) -> bool:
    """Say whether a word may begin a clause without that, or a noun."""
    word = ground.words[token]
    if word in ground.grammar.prepositions:
        # A number follows: "said between 30 and 43 percent would vote".
        return ground.word(token + 1)[0].isdecimal()
    is_condition = word in ("if", "unless") and not cue.has("strict")
    is_clause = is_condition or (word == "no" and ground.word(token + 1).isalpha())
    return is_clause or word not in _NO_CLAUSE


def _hangs_on_noun(ground: Ground, cue: Cue) -> bool:
    """Say whether a participle follows its noun: "an ad touting the deal"."""
    return cue.is_participle and ground.word(cue.edge - 1).isalpha()


def _french(ground: Ground, cue: Cue, token: int) -> Lead | None:
    word = ground.words[token]
    if cue.has("adj"):
        return _adjective(ground, token)
    if word in _HAVING or _is_negated_infinitive(ground, token):
        return None if cue.has("marks") else Lead(token, "infinitive")
    for flag, forms in PREPOSITIONS.items():
        if cue.has(flag) and word in forms:
            return Lead(token + (2 if word == "d" else 1), "noun")
    is_noun = word not in ground.grammar.prepositions - {"des"} | _NO_NOUN
    is_noun = is_noun and _begins_noun(ground, token)
    return Lead(token, "noun") if cue.has("acc") and is_noun else None


def _is_negated_infinitive(ground: Ground, token: int) -> bool:
    """Read «ne pas être concerné», «n'avoir rien su»: what one says of oneself."""
    behind = ground.words[token + 1 : token + 3]
    if ground.words[token] == "n" and behind[:1] == ["'"]:
        return behind[1:] != [] and is_infinitive(behind[1])
    is_negated = ground.words[token] == "ne" and behind[:1] in (
        ["pas"],
        ["plus"],
        ["jamais"],
        ["rien"],
    )
    return is_negated and behind[1:] != [] and is_infinitive(behind[1])


def _begins_noun(ground: Ground, token: int) -> bool:
    """Say whether an article, a number or a name begins at a token."""
    if ground.words[token] in ground.grammar.determiners | {"des", "du"}:
        return True
    is_number = bool(hits_from(ground.passage.hits("number"), token, token + 1))
    first = ground.passage.written(token)[0]
    return is_number or first.isdecimal() or first.isupper()


def _adjective(ground: Ground, token: int) -> Lead | None:
    """Read «se dit convaincue que …», «s'est déclarée préoccupée par …»."""
    for index in range(token, min(len(ground.words), token + _TO_QUE)):
        if ground.words[index] in ground.grammar.that:
            return Lead(ground.past_that(index), "that")
        if ground.words[index] in STOPS:
            break
    is_adjective = ground.words[token] not in ground.grammar.prepositions
    return Lead(token, "adjective") if is_adjective else None
