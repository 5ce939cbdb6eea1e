"""What may stand between a verb of saying and what it leads to.

Time, place, document and hearer: "said on Monday in a statement that", "told the
Associated Press that", «a indiqué, dans un communiqué, que».
"""

from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import STOPS, is_adverb

REACH = 26  # no phrase of time, place or hearer is longer
_LEAD_IN = 14
_TO_DOCUMENT = 5
_LONGEST_ASIDE = 9
_DOCUMENTS = frozenset(
    """statement interview report speech letter tweet briefing conference address post
    release message email testimony filing remarks communique study paper note memo
    video broadcast readout reply response""".split()
)
_HEARERS = frozenset(
    """reporters journalists lawmakers parliament members delegates mps senators investors
    analysts ministers councillors supporters me us him her them it you diplomats
    court here correspondents committee parliamentarians congress council assembly
    house chamber panel inquiry hearing summit forum audience crowd rally meeting
    conference press news newspaper broadcaster agency television tv radio station
    channel programme program programme's magazine website outlet state local public
    national crowds guests residents families colleagues delegations negotiators jurors
    judges students workers villagers peers counterparts counterpart visiting
    gathering""".split()
)
_SUBJECTS = frozenset("he she they it there i we".split())
_TIME_WORDS = frozenset("last this ce cette".split())
# Verbs flagged with these take what is said behind a preposition.
PREPOSITIONS = {
    "de": frozenset(("de", "d", "du", "des")),
    "sur": frozenset(("sur",)),
    "contre": frozenset(("contre",)),
    "pour": frozenset(("pour",)),
    "of": frozenset(("of", "about", "against")),
}


def past_adverbials(ground: Ground, cue: Cue) -> int:
    """Return the token after words of time, place and hearer behind a verb."""
    token = cue.last
    if ground.word(token) == "only":
        token += 1
    if cue.is_hedged and not cue.has("tell"):
        return token
    limit = min(len(ground.words), token + REACH)
    hears = cue.has("tell", "hear")
    takes_noun = cue.has("acc") and ground.word(cue.edge - 1) != ","
    while token < limit and not _is_led_by_preposition(ground, cue, token):
        following = _past_one(ground, token, limit, takes_noun=takes_noun)
        if following is None and hears:
            following = _past_hearer(ground, token, limit)
            hears = False
        if following is None:
            return token
        token = following
    return token


def past_subject(ground: Ground, token: int) -> int:
    """Return the colon or mark behind an inverted subject: «comme l'a dit X : « …»»."""
    for index in range(token, min(len(ground.words), token + REACH)):
        if ground.words[index] == ":" or index in ground.openings:
            return index
        if ground.is_stop(index):
            break
    return token


def _is_led_by_preposition(ground: Ground, cue: Cue, token: int) -> bool:
    """Say whether what is said begins with a preposition: «contre», "of"."""
    word = ground.words[token]
    if ground.language == "fr" and cue.has("call") and word in ground.grammar.calls:
        return True
    return any(cue.has(flag) and word in forms for flag, forms in PREPOSITIONS.items())


def _past_one(
    ground: Ground, token: int, limit: int, *, takes_noun: bool
) -> int | None:
    """Return the token after one word or phrase of time, place or document."""
    word = ground.words[token]
    if word == ",":
        return _past_insertion(ground, token, limit, takes_noun=takes_noun)
    if word in STOPS or token in ground.openings or word in ground.grammar.that:
        return None
    if is_adverb(word, ground.language) or word in ground.grammar.times:
        return token + 1
    if word == "plus" and ground.word(token + 1) in ("tot", "tard"):
        return token + 2
    if word not in ground.grammar.prepositions | _TIME_WORDS:
        return None
    led = _led_in(ground, token + 1, limit)
    return led or _past_time(ground, token, limit) or _past_document(ground, token)


def _led_in(ground: Ground, token: int, limit: int) -> int | None:
    """Return the that, colon or mark that follows before any comma, stop or verb."""
    for index in range(token, min(limit, token + _LEAD_IN)):
        word = ground.words[index]
        if word == ":" or ground.is_that(index):
            return index
        if index in ground.openings:
            return None if ground.shows_verb(token, index) else index
        if word == "," and ground.is_that(index + 1):
            continue
        if word == "," or word in ground.grammar.that or ground.is_stop(index):
            return None
        if ground.cues.next(index, index + 1):
            return None
    return None


def _past_time(ground: Ground, token: int, limit: int) -> int | None:
    """Return the token after "on Monday", "last week", «ce mardi»."""
    index = token + 1
    while index < limit and (
        ground.words[index] in ground.grammar.times or ground.words[index].isdecimal()
    ):
        index += 1
    return index if index > token + 1 else None


def _past_document(ground: Ground, token: int) -> int | None:
    """Return the token after "in a statement", "in an interview"."""
    if ground.language != "en" or ground.words[token] not in ("in", "at", "during"):
        return None
    for index in range(token + 1, token + _TO_DOCUMENT):
        if ground.word(index) in _DOCUMENTS:
            return _past_participle(ground, index + 1)
    return None


def _past_participle(ground: Ground, token: int) -> int:
    """Return the token after "posted on its website" behind a document."""
    if ground.word(token) not in _POSTED:
        return token
    last = min(len(ground.words), token + _LEAD_IN)
    while token < last and not (
        ground.is_that(token)
        or token in ground.openings
        or ground.words[token] in (",", ":")
        or ground.is_stop(token)
    ):
        token += 1
    return token


_POSTED = frozenset(
    """posted published released issued emailed e-mailed carried sent broadcast distributed
    obtained seen read aired""".split()
)


def _past_insertion(
    ground: Ground, comma: int, limit: int, *, takes_noun: bool
) -> int | None:
    """Return the token after ", in a statement on Monday,", or the mark behind it."""
    if comma + 1 in ground.openings or ground.word(comma + 1) in ground.grammar.that:
        return comma + 1
    if ground.word(comma + 1) not in ground.grammar.prepositions:
        return _past_aside(ground, comma, limit)
    for index in range(comma + 2, min(limit, comma + _LEAD_IN)):
        if ground.words[index] == ",":
            is_speech = ground.is_that(index + 1) or index + 1 in ground.openings
            is_noun = ground.word(index + 1) in ground.grammar.determiners
            is_speech = is_speech or (is_noun and takes_noun)
            return index + 1 if is_speech else None
        if ground.words[index] == ":" or index in ground.openings:
            return index
        if ground.is_stop(index):
            return None
    return None


def _past_aside(ground: Ground, comma: int, limit: int) -> int | None:
    """Return the that behind a few words between commas: «, chiffres à l'appui, que»."""
    closing = ground.first_comma(comma + 1, min(limit, comma + _LONGEST_ASIDE))
    is_aside = ground.word(closing) == "," and not ground.shows_verb(comma, closing)
    return closing + 1 if is_aside and ground.is_that(closing + 1) else None


def _past_hearer(ground: Ground, token: int, limit: int) -> int | None:
    """Return the token after "reporters", "the Associated Press"."""
    led = _led_in(ground, token, limit)
    if led is not None:
        return led
    if ground.words[token].endswith("s") and token + 1 < limit:
        begins = ground.words[token + 1] in _SUBJECTS | ground.grammar.determiners
        end = ground.segment_end(token + 1)
        if begins and ground.shows_verb(token + 1, end):
            return token + 1  # "told investigators they had been paid"
    index = token
    while index < limit and ground.words[index] in ground.grammar.determiners | {
        "'",
        "s",
    }:
        index += 1
    start = index
    while index < limit and _is_hearer(ground, index):
        index += 1
    return index if index > start else None


def _is_hearer(ground: Ground, token: int) -> bool:
    word = ground.words[token]
    is_name = ground.passage.written(token)[0].isupper()
    return is_name or word in _HEARERS or (word == "." and not ground.is_stop(token))
