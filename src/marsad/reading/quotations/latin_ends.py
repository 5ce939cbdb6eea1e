"""Where a reported clause ends: with its sentence, the writer, or another report."""

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_leads import lead_of
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import is_adverb

LONGEST_CLAUSE = 300  # words; a bound against text without stops
_TO_VERB = 8  # words of a subject between "and" and its verb of saying
_TO_FAR_VERB = 14
_BETWEEN = 6
_CLOSERS = frozenset("»”\"'’")
_TURNS = frozenset(("but", "mais", "although"))
_ASIDE = frozenset("also aussi egalement not non".split())  # "but also" turns nowhere
_HANGING = frozenset("en tout before while and by".split())
_AUXILIARIES = frozenset("a ont s est sont avait se has have had was were".split())
_BE = frozenset("is are was were be will est sont".split())
_CLITICS = frozenset("s se ' a est ont sont avait also then lui leur en y has".split())


def clause_end(ground: Ground, first: int, how: str) -> int:
    """Return the token at which a reported clause ends."""
    last = min(
        ground.line_wrapped_end(first), first + LONGEST_CLAUSE, len(ground.words)
    )
    token = first
    while token < last:
        mark = ground.openings.get(token)
        if mark is not None and mark.is_closed:
            token = mark.last + 1
            # Marks may run over the sentence's end: it ends with them.
            last = max(last, min(token, len(ground.words)))
            continue
        if _ends_at(ground, token, last, how):
            return token
        token += 1
    return last


def _ends_at(ground: Ground, token: int, last: int, how: str) -> bool:
    word = ground.words[token]
    if word == ":" and how == "noun":
        return ground.acts(token + 1, ground.segment_end(token + 1))
    if word in (";", ":"):
        return True
    if word == "\n":
        return not ground.is_wrapped(token)
    if word == ",":
        return _resumes(ground, token + 1, last, how)
    if ground.word(token - 1) in _CLOSERS and ground.word(token - 2) == ",":
        return _resumes(ground, token, last, how)  # "…,” although she said"
    if word in ground.grammar.joiners or word in ("but", "mais"):
        return _is_turn(ground, token, last, how)
    if word in ("while", "whereas", "tandis"):
        return _is_other_report(ground, token + 1, last)
    return _is_attributed(ground, token)


def _is_attributed(ground: Ground, token: int) -> bool:
    """Say whether "according to" or «selon» begins at a token."""
    hits = hits_from(ground.passage.hits("according"), token, token + 1)
    return bool(hits) and hits[0].row["flags"] != "opens"


def _resumes(ground: Ground, token: int, last: int, how: str) -> bool:
    """Say whether after a comma the writer or another report takes over."""
    if token >= last:
        return False
    word = ground.words[token]
    if word in ground.grammar.joiners:
        is_turn = _is_turn(ground, token, last, how)
        return is_turn or _is_other_report(ground, token, last)
    if word in ground.grammar.turns and _leads_back(ground, token):
        return True
    if word.endswith("ant") and ground.word(token + 1) == "ainsi":
        return True  # «, mettant ainsi fin à la crise»: the writer draws what follows
    return (
        _is_attributed(ground, token)
        or _is_hanging(ground, token)
        or _is_attribution(ground, token, last)
    )


def _leads_back(ground: Ground, token: int) -> bool:
    """Say whether "but", «tandis que» lead back to the writer; "but that" does not."""
    word, following = ground.words[token], ground.word(token + 1)
    if word in ("but", "mais"):
        return following not in ground.grammar.that | _ASIDE
    if ground.language == "en":
        return word in ("although", "though")
    return following in ground.grammar.that


def _is_hanging(ground: Ground, token: int) -> bool:
    """Say whether "adding that", «en soulignant», «avant de» begins at a token."""
    if ground.words[token : token + 2] == ["avant", "de"]:
        return True
    cue = ground.cues.next(token, token + 3)
    if cue is None or not cue.is_participle:
        return False
    if not _HANGING.issuperset(ground.words[token : cue.edge]):
        return False
    return _leads(ground, cue)


def _leads(ground: Ground, cue: Cue) -> bool:
    """Say whether a verb surely reports: an everyday word must lead to something."""
    return not cue.has("strict", "marks") or lead_of(ground, cue) is not None


def _is_attribution(ground: Ground, token: int, last: int) -> bool:
    """Say whether "the minister said" begins at a token after a comma."""
    cue = ground.cues.next(token, min(last, token + _TO_VERB + 1))
    if cue is None or cue.is_participle or cue.has("call", "called", "describe"):
        return False
    between = frozenset(ground.words[token : cue.edge])
    return len(between) <= _BETWEEN and between.isdisjoint(
        {",", "as", "comme"} | ground.grammar.relatives | ground.grammar.that
    )


def _is_turn(ground: Ground, token: int, last: int, how: str) -> bool:
    """Say whether "and", "but" lead to another verb of saying or the writer."""
    index = token + 1
    if index >= last:
        return False
    word = ground.words[index]
    if word in ground.grammar.that:
        return False
    if ground.words[token] in ("but", "mais") and word in ("then", "ensuite"):
        return True
    is_clause = how in ("that", "bare")
    if how == "noun" and ground.words[token] == "but" and word.endswith("ed"):
        return True  # "confirmed the arrests but declined to"
    if not is_clause and word in _AUXILIARIES | ground.grammar.finite:
        return True
    return _acts_at(ground, index) or _says_at(ground, token, last)


def _says_at(ground: Ground, joiner: int, last: int) -> bool:
    """Say whether behind a joiner the same subject, or another, says something more."""
    index = joiner + 1
    cue = ground.cues.next(index, min(last, index + _TO_VERB))
    if cue is None:
        return False
    between = ground.words[index : cue.edge]
    if all(is_adverb(word, ground.language) for word in between):
        return _leads(ground, cue)
    is_but = ground.words[joiner] in _TURNS
    return is_but and "," not in ground.words[index : cue.first]


def _is_other_report(ground: Ground, token: int, last: int) -> bool:
    """Say whether ", and in Rome the mayor said" begins at a token."""
    cue = ground.cues.next(token, min(last, token + _TO_FAR_VERB))
    if cue is None or cue.is_participle:
        return False
    inner = {","} | ground.grammar.relatives | ground.grammar.that
    is_clear = inner.isdisjoint(ground.words[token : cue.edge])
    return is_clear and lead_of(ground, cue) is not None


def _acts_at(ground: Ground, token: int) -> bool:
    """Say whether a call or a pledge begins at a token: the speaker's next act."""
    if ground.words[token] in _BE:
        return False  # "and are providing" goes on with the clause
    last = token + 1
    while last < len(ground.words) and ground.words[last - 1] in _CLITICS:
        last += 1
    return any(
        hit.row.get("shape", "finite") == "finite"
        for tag in ("calls", "commits")
        for hit in hits_from(ground.passage.hits(tag), token, last)
    )
