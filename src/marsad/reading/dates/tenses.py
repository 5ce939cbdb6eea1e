"""Whether a date without a year, or a bare weekday, lies ahead or behind.

The preposition before it tells, or the nearest verb of its clause: "will meet on
Friday", «يلتقون الأحد», "s'est obligé à rester jusqu'en juin" lie ahead, "met on Friday"
behind. Where nothing tells, the reader of the date decides.
"""

from collections.abc import Iterator
from functools import cache

from marsad.reading.dates.timewords import TimeWords
from marsad.reading.lexicon import hits_from, rows
from marsad.reading.passage import Passage
from marsad.text.normalise import fold

AHEAD, OPEN, BEHIND = 1, 0, -1
# A verb of saying, and one of asking or promising: what follows may lie ahead.
_SAID, _ASKED = 2, 3

# Shorter words are no verbs that an ending shows.
_LEAST = 5
_REACH = 24
_NEAR = 9
_START = 3
# A verb of saying so near to a date is dated by it: "said late on Friday".
_SAID_NEAR = 3
_FROM_NEAR = 3
_ARTICLES = frozenset(
    "the le la l ' du au les a en in on of late early ce fin debut".split()
)
# What opens the words said, asked or promised.
_OPENERS = frozenset("that for que qu ان انه انها بان الي علي الا".split())


def leaning(times: TimeWords, token: int) -> int:
    """Say whether a date at a token lies ahead (1), behind (-1), or cannot be told (0)."""
    alias = _same_day(times, token)
    if alias is not None:
        return leaning(times, alias)
    told = _before(times, token)
    if told in ("since", "told"):
        return BEHIND
    if told == "due":
        return AHEAD
    start, end = times.passage.sentences.of(token)
    reach = _FROM_NEAR + 1 if told == "from" else _REACH
    found = _walk(times, range(token - 1, max(start, token - reach) - 1, -1), token)
    if found == OPEN and end - start <= _START:
        found = _question(times, start)
    if found == OPEN and (times.language != "ar" or token - start < _START):
        is_leading = token - start <= _START
        places = range(token + 1, min(end, token + _NEAR * (1 + is_leading)))
        found = _walk_on(times, places, is_leading=is_leading)
    return found or (AHEAD if told == "from" else OPEN)


def _question(times: TimeWords, start: int) -> int:
    """Return the tense of the question that a bare date answers."""
    last = start - 1
    while last > 0 and times.word(last) in ("\n", "-", "–", "»", "”"):
        last -= 1
    if last < 1 or times.word(last) != "?":
        return OPEN
    first, _ = times.passage.sentences.of(last)
    return _walk(times, range(last, first - 1, -1), start)


def _same_day(times: TimeWords, token: int) -> int | None:
    """Return where the day is told before: "avant Pâques, soit le 5 avril"."""
    place = token - 1 - (times.word(token - 1) in ("le", "the"))
    if times.word(place) != "soit" or place < _START:
        return None
    return place - 1 - (times.word(place - 1) == ",")


def _before(times: TimeWords, token: int) -> str:
    """Return the sense of the preposition before a date, or nothing."""
    place = token - 1
    while (
        place > 0 and times.word(place) in _ARTICLES and token - place < _ARTICLE_REACH
    ):
        place -= 1
    sense = _sense(times, place)
    is_time = sense in ("due", "since", "from", "told")
    if times.word(place) == "من":
        # «اعتبارا من».
        sense = _sense(times, place - 1)
        is_time = sense == "from"
    return sense if is_time and times.word(token + 1) != "'" else ""


_ARTICLE_REACH = 4


def _sense(times: TimeWords, place: int) -> str:
    word = times.word(place)
    return _senses(times.language).get(word, "")


def _walk(times: TimeWords, places: range, token: int) -> int:
    """Return the tense of the nearest verb before a date, OPEN where there is none."""
    is_opened = False
    for place in places:
        word = times.word(place)
        is_opened = is_opened or word in _OPENERS or _is_object(times, word)
        tense = _tense(times, place)
        if tense == _SAID:
            return BEHIND if token - place <= _SAID_NEAR and not is_opened else OPEN
        if tense == _ASKED:
            is_noun = token - place > _SAID_NEAR and times.word(place + 1) in _OF
            return AHEAD if is_opened or is_noun else BEHIND
        if tense != OPEN:
            return tense
    return OPEN


_OF = frozenset(["of", "d", "de"])


def _is_object(times: TimeWords, word: str) -> bool:
    """Say whether «ب» opens what is asked or threatened: «ملوّحا بالإضراب»."""
    return times.language == "ar" and word.startswith("بال") and len(word) > _LEAST


def _walk_on(times: TimeWords, places: range, *, is_leading: bool) -> int:
    """Return the tense of the first verb behind a date, before its clause ends."""
    for place in places:
        word = times.word(place)
        if word in _CLAUSE_ENDS or (word == "," and not is_leading):
            return OPEN
        tense = _tense(times, place)
        is_infinitive = word == "to" or times.word(place - 1) == "to"
        if tense != OPEN and not is_infinitive:
            return AHEAD if tense == AHEAD else BEHIND
    return OPEN


_CLAUSE_ENDS = frozenset(
    [";", ":", "and", "et", "that", "que", "ان", "qu", "which", "who", "qui"]
)


def _tense(times: TimeWords, place: int) -> int:
    tense = _TENSES[times.language](times, place)
    if tense == AHEAD:
        return tense
    if _asks(times.passage, place):
        return _ASKED
    return _SAID if _says(times.passage, place) else tense


def _asks(passage: Passage, place: int) -> bool:
    """Say whether a word of pledging or of calling begins at a token."""
    return any(hits_from(passage.hits(tag), place, place + 1) for tag in _ASKING)


_ASKING = ("commits", "calls", "pledge_noun")


def _says(passage: Passage, place: int) -> bool:
    return bool(hits_from(passage.hits("says"), place, place + 1))


# -- English ---------------------------------------------------------------------------

_BE = frozenset("is are am ' s re m be".split())
_NOT_ED = 4
_MODALS = frozenset("will would shall may might can could should must ll be".split())
_DID_TO = frozenset(
    "latest first last only second third began started managed failed refused helped continued tried used forced led went "
    "came returned was were had".split()
)
_NOT_BASE = frozenset(
    "power office date work school court life death war prison jail hospital safety "
    "account reach a an the his her its their our this that those these it them him us "
    "me you more less about over around nearly almost".split()
)
_DETERMINERS = frozenset("the a an this that its his her their our of no".split())


def _english(times: TimeWords, place: int) -> int:
    word, before = times.word(place), times.word(place - 1)
    is_modal = before in _MODALS and place - 1 not in times.months
    if times.at("future", place) is not None or (is_modal and word.isalpha()):
        return AHEAD
    if before == "to" and _is_base(times, place):
        return _english(times, place - 1)
    if word == "to" and _is_base(times, place + 1):
        return BEHIND if before in _DID_TO else AHEAD
    if before in _BE and _is_plan(word):
        return AHEAD
    sense = _sense(times, place)
    if sense == "soon":
        is_noun = before in _DETERMINERS or times.passage.written(place)[0].isupper()
        return OPEN if is_noun else AHEAD
    if sense == "set":
        return AHEAD
    if sense == "past":
        return BEHIND
    is_past = len(word) > _NOT_ED and word.endswith("ed") and sense != "not_verb"
    return BEHIND if is_past else OPEN


def _is_plan(word: str) -> bool:
    """Say whether a word is the -ing of a verb whose present is a plan: "is hosting"."""
    stem = word.removesuffix("ing")
    plans = _senses("en")
    tries = (stem, stem + "s", stem + "e", stem + "es", stem[:-1] + "s", stem[:-1])
    return stem != word and any(plans.get(one) == "soon" for one in tries)


def _is_base(times: TimeWords, place: int) -> bool:
    word = times.word(place)
    if not word.isalpha() or word in _NOT_BASE or word.endswith("ing"):
        return False
    written = times.passage.written(place)
    # Headlines in capitals hold infinitives as well.
    return written[0].islower() or (written.isupper() and len(written) > 1)


# -- French ----------------------------------------------------------------------------

_FUTURE = (
    "era", "eront", "erons", "erez", "erai", "ira", "iront", "irons", "irez", "ndra",
    "ndront", "ndrons", "tra", "tront", "rra", "rront", "rrons", "vra", "vront", "vrons",
    "ndrait", "ndraient", "erait", "eraient", "nirait", "girait", "rtirait", "vrirait",
    "rrait", "rraient", "vrait", "vraient", "ttrait", "ttraient",
)  # fmt: skip
_INFINITIVES = ("er", "ir", "oir", "dre", "tre", "ire", "vre", "cre", "aire")
_TO = frozenset(["a", "de", "d", "pour"])
_PRONOUNS = frozenset(
    "se s y en le la les lui leur nous vous l m n ne pas plus".split()
)


def _french(times: TimeWords, place: int) -> int:
    word = times.word(place)
    if len(word) < 2 or not word.isalpha():
        return OPEN
    if times.at("future", place) is not None:
        return AHEAD
    sense = _sense(times, place)
    is_future = len(word) > _LEAST - 1 and word.endswith(_FUTURE)
    if sense == "set" or (is_future and sense != "not_verb"):
        return AHEAD
    if _is_french_past(times.passage.written(place)) or sense == "past":
        is_to_be = not _TO_BE.isdisjoint(times.words[max(0, place - 3) : place])
        is_to_come = is_to_be or times.word(place + 1) == "lieu"
        return AHEAD if is_to_come and sense != "not_verb" else BEHIND
    if sense == "soon":
        return AHEAD if times.word(place - 1) not in _FRENCH_ARTICLES else OPEN
    if sense == "not_verb":
        return OPEN
    is_infinitive = word.endswith(_INFINITIVES) and _is_led(times, place)
    return AHEAD if is_infinitive else OPEN


_TO_BE = frozenset("sera seront serait seraient etre soit soient".split())
_FRENCH_ARTICLES = frozenset("la le les une un l de du des".split())


def _is_led(times: TimeWords, place: int) -> bool:
    """Say whether à, de or pour leads a word, past its pronouns: "à le recevoir"."""
    for before in range(place - 1, max(place - 5, -1), -1):
        word = times.word(before)
        if word in _TO:
            return True
        if word != "'" and word not in _PRONOUNS:
            return False
    return False


def _is_french_past(written: str) -> bool:
    if len(written) < 4 or not written[0].islower():
        return False
    return written.endswith(("é", "ée", "és", "ées", "ait", "aient", "èrent"))


# -- Arabic ----------------------------------------------------------------------------

_OF_IMPERFECT = "يتن"
_OF_FUTURE = ("سي", "سن", "ست")
_NOT_FUTURE = (
    "سيا", "سيد", "سيط", "سيب", "سيف", "سينا", "سيره", "سيري", "سيس", "سيم", "سيك", "سيول",
    "سنو", "سنه", "سند", "سنغاف", "سنج", "سني", "سنت", "سته", "ستين", "ستون", "ستار",
    "ستالين", "ستراتيج", "ستماي", "ستمي", "ستوك",
)  # fmt: skip


def _arabic(times: TimeWords, place: int) -> int:
    word, before = times.word(place), times.word(place - 1)
    bare = word[1:] if word[:1] in "وف" and len(word) > _LEAST else word
    if word in ("سوف", "لن", "وسوف", "ولن") or times.at("future", place) is not None:
        return AHEAD
    if _is_arabic_future(times, place, bare):
        return AHEAD
    if _senses("ar").get(bare) == "set":
        return AHEAD
    if bare in _imperfects():
        return BEHIND if before in _PAST_BEFORE else AHEAD
    is_past = _senses("ar").get(bare) == "past" or _is_arabic_past(bare)
    return BEHIND if is_past else OPEN


def _is_arabic_past(bare: str) -> bool:
    """Say whether a word has the ending of a perfect: «أصدرت», «وصلوا»."""
    if bare.startswith(("ال", "ت", "ي")) or len(bare) < _LEAST - 1:
        return False
    is_feminine = bare.endswith("ت") and not bare.endswith(("ات", "يت", "وت"))
    return (is_feminine and bare not in _NOT_PAST) or (
        bare.endswith("وا") and len(bare) > _LEAST - 1
    )


_NOT_PAST = frozenset("انترنت سبت ثابت موقت وقت بالانترنت لافت صامت".split())
_PAST_BEFORE = frozenset("لم ولم كان كانت وكان وكانت كانوا ظل بات".split())


def _is_arabic_future(times: TimeWords, place: int, bare: str) -> bool:
    if bare in _future_verbs():
        return True
    if len(bare) < _LEAST or bare.startswith(_NOT_FUTURE):
        return False
    if bare.startswith("سا"):
        # Only a written hamza tells «سأعود» from «سابق».
        return "سأ" in times.passage.written(place) and not bare.startswith("سال")
    return bare.startswith(_OF_FUTURE)


@cache
def _future_verbs() -> frozenset[str]:
    """Return the Arabic verbs in the future, folded."""
    return frozenset(fold(row["form"]) for row in rows("future_verbs"))


@cache
def _imperfects() -> frozenset[str]:
    """Return the imperfects of verbs whose present beside a date is a plan."""
    return frozenset(
        letter + stem + end
        for stem in _forms("soon", "ar")
        for letter in _OF_IMPERFECT
        for end in ("", "ون", "وا", "ان", "ا")
    ) | frozenset(
        # «يلتقي» loses its last letter: «يلتقون».
        letter + stem[:-1] + end
        for stem in _forms("soon", "ar")
        for letter in _OF_IMPERFECT
        for end in ("ون", "وا")
        if stem.endswith("ي")
    )


_TENSES = {"ar": _arabic, "en": _english, "fr": _french}


# -- the lexicon -----------------------------------------------------------------------


def _forms(sense: str, language: str) -> Iterator[str]:
    for row in rows("tense_words"):
        if row["sense"] == sense:
            yield from (fold(form) for form in row[language].split("|") if form)


@cache
def _senses(language: str) -> dict[str, str]:
    """Return the sense of every word of tense in a language, folded."""
    senses: dict[str, str] = {}
    for row in rows("tense_words"):
        if language == "ar" and row["sense"] == "soon":
            continue
        for form in _forms(row["sense"], language):
            senses.setdefault(form, row["sense"])
    return senses
