"""Which English forms of saying are verbs that report: "said", "has warned".

Nouns ("the report"), passives, refusals ("did not say") and infinitives are none.
"""

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_verbs import Cue, opens_line, word_at
from marsad.reading.quotations.latin_words import GRAMMARS, is_adverb

_ENDS = frozenset((".", ",", ";", "?", "!", ")", "\n", "and", "or", "but"))
_NOUN_AFTER = frozenset(
    """the a an of their his her its our this these no any united by for from with about
    my your some such to be was were been amid despite every each let""".split()
)
_NEGATIONS = frozenset(("not", "never", "cannot", "t", "nor", "neither"))
_MODALS = frozenset("will would could can may might should must ll".split())
_CONTRACTED = frozenset(("ve", "d"))
_BE = frozenset("is are was were am be been".split())
_MEANS = frozenset(
    """phone telephone email text message video videolink letter radio satellite
    saying""".split()
)
_HEARSAY = frozenset("reported said believed alleged understood quoted".split())
_TO_AGENT = 4  # words between a passive and "by"
_LONGEST_BRACKETS = 8
_NO_PARTICIPLE_AFTER = frozenset(
    "of for the a to no his her their its deny denied not without".split()
)
_KEEPING = frozenset("kept keeps keep began started went".split())
_SAYS = frozenset("said says found finds showed shows stated states read reads".split())
_NOUNS_TOO = frozenset(
    """claim claims report reports comment comments estimate estimates fear fears hope hopes
    note notes state states doubt doubts offer offers order orders pledge pledges promise
    promises remark remarks signal signals stress stresses view worry worries answer
    answers question challenge challenges forecast forecasts object objects caution boast
    joke laugh smile cry whisper sigh blast praise protest protests mention request
    requests demand demands hint hints regret regrets forecast brand label press counter
    reply replies answer suspect suspects ask thanks address urge dispute disputes reason
    reasons figure rant blame appeal appeals rule rules post posts brief briefs guarantee
    guarantees voice voices want wants hold holds decree correct crow rage allow
    read reads""".split()
)


def english_cue(passage: Passage, hit: Hit) -> Cue | None:
    """Take a form as a verb: not "the report", "United States", "to say"."""
    words = passage.words
    if hit.row["role"] == "participle":
        return _participle(passage, hit)
    if _is_passive(words, hit):
        return _passive(passage, hit)
    before = word_at(words, hit.first - 1)
    is_habit = before == "to" and word_at(words, hit.first - 2) == "used"
    if not is_habit and _is_no_verb(passage, hit):
        return None
    first, is_hedged = _auxiliaries(passage, hit.first)
    if word_at(words, first - 1) == "to" and word_at(words, first - 2) in _HEARSAY:
        first = _auxiliaries(passage, first - 3)[0]
    elif word_at(words, first - 1) in _NEGATIONS | {"to"} and not is_habit:
        return None
    # "Would only say that" says it.
    is_hedged = is_hedged and "only" not in words[first : hit.last + 1]
    edge = _before_brackets(passage, _before_time(words, first))
    return Cue(edge, first, hit.last, hit.row, is_hedged=is_hedged)


def _is_no_verb(passage: Passage, hit: Hit) -> bool:
    """Say whether a form is a noun, part of a compound, or a passive's participle."""
    words = passage.words
    before, after = word_at(words, hit.first - 1), word_at(words, hit.last)
    if before in _NOUN_AFTER and hit.row["lemma"] != "be quoted":
        return True
    if after == "by" and word_at(words, hit.last + 1) not in _MEANS:
        return True
    if words[hit.first] == "state" and not before.endswith(("s", "e", "y", "u", "i")):
        return True  # ", state television reported"
    is_noun = words[hit.last - 1] in _NOUNS_TOO and _is_noun(passage, hit)
    return is_noun or _is_compound(passage, hit.first)


def _is_passive(words: list[str], hit: Hit) -> bool:
    """Say whether a form is a participle behind "were": "were told", "was announced"."""
    token = hit.first
    while is_adverb(word_at(words, token - 1), "en"):
        token -= 1
    is_past = words[hit.first].endswith(("ed", "told", "given"))
    is_lasting = hit.row["lemma"].startswith("be ")  # "was quoted as saying"
    return is_past and word_at(words, token - 1) in _BE and not is_lasting


def _passive(passage: Passage, hit: Hit) -> Cue | None:
    """Take "were told by a spokesman that": the speaker stands behind the verb."""
    words = passage.words
    last = min(len(words) - 1, hit.last + _TO_AGENT)
    for token in range(hit.last, last):
        if words[token] == "by" and words[token + 1] not in _MEANS:
            first = _auxiliaries(passage, hit.first - 1)[0]
            return Cue(first, first, hit.last, hit.row, agent=token + 1)
        if words[token] in _ENDS or words[token] == "that":
            break
    return None


def _before_brackets(passage: Passage, token: int) -> int:
    """Return where "has today (Friday 18 November)" begins before a verb."""
    words = passage.words
    if word_at(words, token - 1) != ")":
        return token
    for opening in range(token - 2, max(0, token - _LONGEST_BRACKETS), -1):
        if words[opening] == "(":
            edge = _before_time(words, opening)
            is_time = edge < opening
            return _auxiliaries(passage, edge)[0] if is_time else token
    return token


def _auxiliaries(passage: Passage, token: int) -> tuple[int, bool]:
    """Return where the auxiliaries of a verb begin, and whether one hedges it."""
    words = passage.words
    is_hedged = False
    while token > 0:
        word = words[token - 1]
        if word == "may" and passage.written(token - 1) == "May":
            break  # somebody's name
        if is_adverb(word, "en") or word in _MODALS:
            is_hedged = is_hedged or word in _MODALS
            token -= 1
        elif word in _CONTRACTED and word_at(words, token - 2) == "'":
            token -= 2
        else:
            break
    return token, is_hedged


def _is_noun(passage: Passage, hit: Hit) -> bool:
    """Say whether a form stands as a noun: "experts' fears", "a strong report."."""
    words = passage.words
    before, after = word_at(words, hit.first - 1), word_at(words, hit.last)
    if before in ("s", "'") or _is_in_name(passage, hit):
        return True
    if before.endswith("ed") and after == "that" and words[hit.first].endswith("s"):
        return True  # "have confirmed reports that"
    if before == "," and _is_capital(passage, hit.first, hit.last + 1):
        return True  # "…, State Board of Antiquities"
    grammar = GRAMMARS["en"]
    is_followed = after in grammar.finite | _SAYS
    is_open = is_followed or after in _ENDS or after in grammar.prepositions
    is_subject = (
        before.endswith("s")
        or before in ("who", "people", "police", "they", "we", "he", "she", "it")
        or (hit.first > 0 and passage.written(hit.first - 1)[0].isupper())
    )
    is_subject = is_subject or _follows_speaker(passage, hit)
    return is_open and not is_subject


def _follows_speaker(passage: Passage, hit: Hit) -> bool:
    """Say whether "notes" stands behind somebody who notes: "the commission notes"."""
    if not passage.words[hit.last - 1].endswith("s"):
        return False
    before = hits_from(passage.hits("speaker"), hit.first - 4, hit.first)
    return any(one.last == hit.first for one in before)


def _is_capital(passage: Passage, first: int, last: int) -> bool:
    """Say whether words have a capital and small letters: a name, and no headline."""
    written = [
        passage.written(token) for token in range(first, min(last, len(passage.words)))
    ]
    return all(word[0].isupper() and not word.isupper() for word in written)


def _is_in_name(passage: Passage, hit: Hit) -> bool:
    """Say whether a form is part of a name: "Ohio State University"."""
    if hit.first == 0 or hit.last >= len(passage.words):
        return False
    around = (hit.first - 1, hit.first, hit.last)
    return all(passage.written(token)[0].isupper() for token in around)


def _is_compound(passage: Passage, token: int) -> bool:
    """Say whether a hyphen ties a word to the one before: "so-called"."""
    return token > 0 and passage.words[token - 1] == "-" and passage.touches(token)


def _before_time(words: list[str], token: int) -> int:
    """Return where a time phrase before the verb begins: "officials on Monday said"."""
    grammar = GRAMMARS["en"]
    if word_at(words, token - 1) not in grammar.times:
        return token
    edge = token - 1
    while word_at(words, edge - 1) in grammar.times | grammar.beside_times:
        edge -= 1
    # "Late on Monday, said": the phrase must leave a subject in front of it.
    return edge if word_at(words, edge - 1).isalpha() else token


def _participle(passage: Passage, hit: Hit) -> Cue | None:
    """Take "saying" after a comma or noun as hanging, after "is" as the main verb."""
    words = passage.words
    before = word_at(words, hit.first - 1)
    if before in _NO_PARTICIPLE_AFTER or _is_compound(passage, hit.first):
        return None
    is_adjective = "preamble" in hit.row["flags"]
    if is_adjective and not opens_line(passage, hit.first):
        return None
    if before in _BE | _KEEPING:
        if word_at(words, hit.first - 2) in _NEGATIONS:
            return None
        first = hit.first - 1
        return Cue(first, first, hit.last, hit.row)
    edge = hit.first
    while is_adverb(word_at(words, edge - 1), "en"):
        edge -= 1
    if word_at(words, edge - 1) == "as":  # "quoted an official as saying"
        return Cue(edge - 1, hit.first, hit.last, hit.row, is_participle=True)
    return Cue(edge, edge, hit.last, hit.row, is_participle=True)
