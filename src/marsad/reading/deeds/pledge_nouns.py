"""Pledges told by a noun: «تعهدها بـ», its commitment to, l'engagement de Paris de.

Who renews, confirms or utters the pledge opens the clause; without such a verb it
begins with the noun, and only a pledge whose holder is named or owned counts.
"""

from collections.abc import Iterator

from marsad.reading.deeds.actors import (
    NOBODY,
    Actor,
    actor_before,
    actor_in,
    actor_of,
    is_quoted,
)
from marsad.reading.deeds.authors import voice_at
from marsad.reading.deeds.bearers import bearer
from marsad.reading.deeds.clauses import (
    Clause,
    bounds,
    clause_end,
    longest,
    sentence_of,
)
from marsad.reading.deeds.complements import complement
from marsad.reading.deeds.futures import Promise
from marsad.reading.deeds.subjects import clause_of, opens_line
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_AFFIRMING = wordset("affirming")
_UNKEPT = wordset("unkept")
_DETERMINERS = wordset("noun_determiners")
_POSSESSIVES = wordset("possessives")
_OWN_STATE = wordset("pronouns")
_SUFFIXES = ("ه", "ها", "هم", "نا", "هما", "كم")
# From a pledge to what is pledged stand its holder and an adjective; Latin ones take
# a parenthesis too.
_REACH = {"ar": 9, "en": 14, "fr": 12}
# From the verb that renews a pledge to its noun: an Arabic subject stands between.
_BACK = {"ar": 11, "en": 5, "fr": 5}
_BLOCKED = 3
# What a relative clause or a closing mark adds is no longer the pledge.
_RELATIVES = frozenset(
    [
        "that",
        "which",
        "who",
        "qui",
        "dont",
        "and",
        "et",
        "or",
        "ou",
        "but",
        "mais",
        "»",
        "”",
        "الذي",
        "التي",
        ".",
    ]
)


def pledges_told_by_nouns(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the pledges told by a noun beside which their holder stands."""
    for hit in longest(passage.hits("pledge_noun")):
        if not _is_noun(passage, hit) or _is_unkept(passage, hit):
            continue
        _, high = bounds(passage, hit.first)
        high = min(high, hit.last + _REACH[passage.language])
        told = _told(passage, found, hit, high)
        between = passage.words[hit.last : told]
        if told is None or not (_RELATIVES | _MAIN_VERBS).isdisjoint(between):
            continue
        if told is not None:
            yield from _promise(passage, found, hit, told)


def _told(passage: Passage, found: Found, hit: Hit, high: int) -> int | None:
    """Return where what is pledged begins, a «de» of the holder's passed over."""
    after = hit.last
    while after < high:
        told = complement(passage, found, after, high, hit.row["takes"])
        if told is None or (told == after and _is_sum(passage, found, told)):
            return told
        if _is_deed(passage, told):
            return told
        after = told + 1
    return None


def _is_sum(passage: Passage, found: Found, told: int) -> bool:
    return passage.words[told] not in _PARTICLES and bool(
        within(found.figures, told, told + 9)
    )


_PARTICLES = frozenset(["to", "that", "que", "qu", "a"])


def _promise(passage: Passage, found: Found, hit: Hit, told: int) -> Iterator[Promise]:
    verb = _affirmed_by(passage, hit)
    holder = _holder(passage, found, hit, told)
    is_owned = _is_owned(passage, hit)
    if verb is None and holder == NOBODY and not is_owned:
        return
    if verb is not None:
        clause = clause_of(passage, found, verb, told)
        actor = holder if holder.party else bearer(passage, found, verb, clause)
        if actor == NOBODY:
            actor = voice_at(passage, found, verb.first)
    else:
        _, high = bounds(passage, hit.first)
        first = _opening(passage, found, hit)
        clitic = hit.clitic if first == hit.first else 0
        last = _pledge_end(passage, told, clause_end(passage, told, high))
        last = _front_end(passage, hit, told, last)
        clause = Clause(first, clitic, hit.first, told, last)
        actor = holder if holder.party else _owner(passage, found, hit, first)
        if actor.party is None and passage.words[first] in _OURS:
            actor = voice_at(passage, found, hit.first)
    if actor != NOBODY:
        yield Promise(clause, actor, "noun", is_sure=hit.row["doubt"] != "low")


def _pledge_end(passage: Passage, told: int, last: int) -> int:
    """Return where a pledge that is a subject ends: «its promise to pay was kept»."""
    if passage.language == "ar" or passage.words[told] in ("that", "que", "qu"):
        return last
    verbs = (i for i in range(told + 2, last) if passage.words[i] in _MAIN_VERBS)
    return next(verbs, last)


_MAIN_VERBS = wordset("main_verbs") - {"a"}


def _front_end(passage: Passage, hit: Hit, told: int, last: int) -> int:
    """Return the comma that ends «As part of our commitment to help, …», or the end."""
    begin, _ = sentence_of(passage, hit.first)
    is_front = passage.words[begin] in _FRONTS and hit.first - begin <= _TO_NOUN
    if not is_front:
        return last
    commas = (index for index in range(told + 1, last) if passage.words[index] == ",")
    return next(commas, last)


def _owner(passage: Passage, found: Found, hit: Hit, first: int) -> Actor:
    """Return whose «its pledge» is: not the speaker's, who says «our»."""
    is_theirs = passage.language == "en" and passage.words[first] in ("its", "their")
    if not is_theirs or not is_quoted(found, hit.first):
        return actor_before(passage, found, hit.first)
    low, _ = sentence_of(passage, hit.first)
    named = within(found.parties, low, first)
    return actor_of(passage, found, named[-1]) if named else NOBODY


_OURS = frozenset(["our", "notre", "nos"])
_FRONTS = frozenset("as in under given despite with following per dans selon".split())
_TO_NOUN = 6


def _is_noun(passage: Passage, hit: Hit) -> bool:
    """Say whether «promise» is a noun here: an article or possessive leads to it."""
    if passage.language == "ar" or opens_line(passage, hit.first):
        return True
    before = passage.words[max(0, hit.first - 3) : hit.first]
    return not _DETERMINERS.isdisjoint(before)


def _is_unkept(passage: Passage, hit: Hit) -> bool:
    """Say whether a pledge is denied, broken or asked for."""
    low, _ = bounds(passage, hit.first)
    before = passage.words[max(low, hit.first - _BLOCKED) : hit.first]
    return not _UNKEPT.isdisjoint(word.lstrip("وف") for word in before)


def _is_deed(passage: Passage, told: int) -> bool:
    """Say whether a Latin «to», «de» leads to a deed: a verb, not a name."""
    words = passage.words
    after = words[told + 1 : told + 4]
    if passage.language == "ar" or words[told] in ("that", "que", "qu"):
        return True
    if passage.language == "en":
        return bool(after) and after[0].isalpha() and after[0] not in _DETERMINERS
    return any(word.endswith(("er", "ir", "re")) and len(word) > 3 for word in after)


def _affirmed_by(passage: Passage, hit: Hit) -> Hit | None:
    """Return the verb that renews, confirms or utters a pledge, if it has one."""
    low, _ = bounds(passage, hit.first)
    words = passage.words
    for index in range(
        hit.first - 1, max(low, hit.first - _BACK[passage.language]) - 1, -1
    ):
        word = words[index]
        clitic = 1 if word[0] in "وف" and word[1:] in _AFFIRMING else 0
        if word in _AFFIRMING or clitic:
            hanging = passage.language == "ar" and _is_participle(word[clitic:])
            shape = "hanging" if hanging else "finite"
            row = {**hit.row, "shape": shape}
            return Hit(index, index + 1, clitic, "pledge_noun", row)
    return None


def _is_participle(word: str) -> bool:
    return word.startswith("م") and word.endswith(("ا", "ه", "ين"))


def _is_owned(passage: Passage, hit: Hit) -> bool:
    """Say whether «its» stands with a pledge."""
    if passage.language != "ar":
        before = passage.words[max(0, hit.first - 3) : hit.first]
        return not _POSSESSIVES.isdisjoint(before)
    word = passage.words[hit.last - 1]
    return word.endswith(_SUFFIXES) and not word.endswith(("فقه", "قه"))


def _holder(passage: Passage, found: Found, hit: Hit, told: int) -> Actor:
    """Return who is named as pledging: behind the noun, or before it with «'s»."""
    words = passage.words
    if passage.language == "en" and words[hit.first - 1] == "s":
        near = within(found.parties, hit.first - 8, hit.first)
        if near:
            return actor_in(passage, found, near[-1].first, hit.first)
    if not _OWN_STATE.isdisjoint(words[hit.last : told]):
        return NOBODY
    given = _giver(passage, found, hit)
    if given.party:
        return given
    if passage.language != "ar" and _is_owned(passage, hit):
        return NOBODY
    return actor_in(passage, found, hit.last, told)


def _giver(passage: Passage, found: Found, hit: Hit) -> Actor:
    """Return from whom a pledge was obtained: « a obtenu de Doha l'engagement de »."""
    if passage.language == "ar":
        return NOBODY  # «تعهدا من الدوحة»: the giver stands behind the noun.
    low, _ = sentence_of(passage, hit.first)
    for index in range(hit.first - 1, max(low, hit.first - _OBTAINED) - 1, -1):
        if passage.words[index] in _OBTAINING:
            return actor_in(passage, found, index + 1, hit.first)
    return NOBODY


_OBTAINING = wordset("obtaining")
_OBTAINED = 12


def _opening(passage: Passage, found: Found, hit: Hit) -> int:
    """Return where a pledge begins: its noun, its article, or the one who owns it."""
    if passage.language == "ar":
        return hit.first
    first = hit.first
    while first > 0 and hit.first - first < 3 and passage.words[first - 1].isalpha():
        first -= 1
        if passage.words[first] in _DETERMINERS:
            break
    else:
        first = hit.first
    if passage.words[first] == "s":
        near = within(found.parties, first - 8, first)
        return near[-1].first if near else hit.first
    return first
