"""Pledges told by a verb: تعهد، وافق، خصص, to undertake, s'engager, décider.

The lexicon says what has to follow a verb; the party is its subject, or who speaks.
"""

from collections.abc import Iterator

from marsad.reading.deeds.actors import Actor, actor_in, is_quoted, speaker_at
from marsad.reading.deeds.arabic_pledges import is_other_sense
from marsad.reading.deeds.authors import voice_at
from marsad.reading.deeds.bearers import bearer
from marsad.reading.deeds.clauses import COMMAS, SIGNS, Clause, bounds, longest
from marsad.reading.deeds.complements import complement
from marsad.reading.deeds.futures import PRONOUNS, Promise
from marsad.reading.deeds.subjects import clause_of, is_finite, opens_line
from marsad.reading.deeds.unbinding import binds_nobody
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset


def pledges_told_by_verbs(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the pledges, agreements, decisions and gifts that a verb tells."""
    for hit in longest(passage.hits("commits")):
        if _is_verb(passage, found, hit):
            yield from _pledge(passage, found, hit)


def _is_verb(passage: Passage, found: Found, hit: Hit) -> bool:
    """Say whether a word tells a deed here, by the shape that the lexicon gives it."""
    shape = hit.row["shape"]
    if passage.language != "ar" and _is_incise(passage.words, hit.first):
        return False
    if shape == "heading":
        return opens_line(passage, hit.first)
    if shape in ("formula", "agreed"):
        return True
    if shape == "reflexive":
        return _is_reflexive(passage, hit)
    if passage.language == "ar" and (
        _is_arabic_noun(passage, found, hit) or is_other_sense(passage, hit)
    ):
        return False
    if passage.language == "en" and _is_english_noun_or_passive(passage, hit):
        return False
    return is_finite(passage, hit)


_PREPOSITIONS = frozenset(
    [
        "علي",
        "عن",
        "من",
        "في",
        "بعد",
        "مع",
        "الي",
        "بموجب",
        "هو",
        "هي",
        "كل",
        "اي",
        "هذا",
    ]
)
_BEHIND_NOUNS = frozenset(
    ["من", "قيمته", "قيمتها", "بقيمه", "قدره", "قدرها", "مني", "منا"]
)
_LIKE_NOUNS = frozenset(
    ["تعهد", "تعهدا", "وعد", "وعدا", "تبرع", "تبرعا", "رصد", "توافق"]
)


def _is_arabic_noun(passage: Passage, found: Found, hit: Hit) -> bool:
    """Say whether «تعهد», «وعد» is a noun here: «على تعهد من», «تعهدا يابانيا».

    «تقرر» is a passive unless its subject stands in front of it; «ما التزم به» is no
    pledge either.
    """
    words = passage.words
    if hit.first and words[hit.first - 1] == "ما":
        return True
    if words[hit.first].startswith(("ملتزم", "مستعد")):
        return not _is_predicate(passage, found, hit.first)
    if words[hit.first][hit.clitic :] == "تقرر":
        near = within(found.parties, hit.first - 6, hit.first)
        return not near or near[-1].last != hit.first
    if words[hit.first][hit.clitic :] not in _LIKE_NOUNS:
        return False
    after = words[hit.last] if hit.last < len(words) else ""
    if after in _BEHIND_NOUNS or (hit.first and words[hit.first - 1] in _PREPOSITIONS):
        return True
    return bool(hits_from(passage.hits("nationality"), hit.last, hit.last + 1))


def _is_predicate(passage: Passage, found: Found, token: int) -> bool:
    """Say whether «ملتزمة» tells of a subject in front of it: definite, or a name."""
    before = passage.words[token - 1] if token else ""
    if before.startswith("ال") or before in PRONOUNS or before in ("نحن", "غير"):
        return before != "غير"
    near = within(found.parties, token - 6, token)
    return bool(near) and near[-1].last == token


def _is_english_noun_or_passive(passage: Passage, hit: Hit) -> bool:
    """Say whether «undertaking» is a noun, or «are eventually offered» a passive."""
    words = passage.words
    before = words[hit.first - 1] if hit.first else ""
    if words[hit.first].endswith("ing"):
        return before in _DETERMINERS
    return before.endswith("ly") and words[hit.first - 2] in _PASSIVES


_DETERMINERS = wordset("noun_determiners")
_PASSIVES = wordset("passive_before")


def _is_incise(words: list[str], token: int) -> bool:
    """Say whether a verb tells who said the words before it: « », promet la ministre."""
    before = words[max(0, token - 2) : token]
    return (before[-1:] == [","] and before[0] in SIGNS) or before[-1:] in (
        ["»"],
        ["”"],
    )


def _is_reflexive(passage: Passage, hit: Hit) -> bool:
    """Say whether a French verb has its «se», as in «s'est engagé»."""
    before = passage.words[max(0, hit.first - 4) : hit.first]
    return not {"s", "se", "nous", "m", "me"}.isdisjoint(before)


def _pledge(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    told = _told(passage, found, hit)
    if told is None:
        return
    clause = _with_subject(passage, clause_of(passage, found, hit, told))
    if hit.row["takes"] == "sum" and not _is_given(passage, clause, hit):
        return
    actor = _bound(passage, found, hit, clause)
    if actor.party and _is_binding(passage, hit, clause):
        clause = _with_antecedent(passage, found, clause)
        is_sure = not (_is_aim(passage, hit) or _is_told_of(passage, found, hit, actor))
        yield Promise(clause, actor, hit.row["shape"], is_sure=is_sure)


def _is_aim(passage: Passage, hit: Hit) -> bool:
    """Say whether a word tells an aim in passing, and not «is committed to helping»."""
    if hit.row["doubt"] != "low":
        return False
    words = passage.words
    if words[hit.last - 2 : hit.last] != ["committed", "to"]:
        return True
    token = hit.last - 3
    while token > 0 and (words[token].endswith("ly") or words[token] in _STILL):
        token -= 1
    deed = hit.last + words[hit.last].endswith("ly")
    is_deed = any(word.endswith("ing") for word in words[deed : deed + 1])
    return words[token] not in _BEING or not is_deed


def _is_told_of(passage: Passage, found: Found, hit: Hit, actor: Actor) -> bool:
    """Say whether another tells what somebody is committed to: «they are committed»."""
    speaker = speaker_at(passage, found, hit.first).party
    is_low = hit.row["doubt"] == "low"
    return is_low and bool(speaker) and str(speaker) not in str(actor.party)


_BEING = frozenset("is are am be been remain remains remained stand stands".split())
_STILL = frozenset("also still both".split())


def _with_subject(passage: Passage, clause: Clause) -> Clause:
    """Give «with Oslo pledging to … and Rome promising to …» their subjects."""
    words = passage.words
    if passage.language != "en" or not words[clause.verb].endswith("ing"):
        return clause
    last = clause.last
    for other in hits_from(passage.hits("commits"), clause.told + 1, clause.last):
        start = _behind_with(words, other.first, clause.told)
        if words[other.first].endswith("ing") and start is not None:
            last = start - 1
            break
    first = _behind_with(words, clause.verb, max(0, clause.verb - _SUBJECT - 1))
    return clause._replace(first=clause.first if first is None else first, last=last)


def _behind_with(words: list[str], verb: int, low: int) -> int | None:
    """Return where the subject of a participle begins behind «with» or «and»."""
    for index in range(verb - 1, max(low, verb - _SUBJECT), -1):
        if words[index] in ("with", "and"):
            return index + 1 if index + 1 < verb else None
        if not words[index].isalpha() and words[index] not in "'-":
            return None
    return None


_SUBJECT = 9


def _told(passage: Passage, found: Found, hit: Hit) -> int | None:
    """Return the token at which what is promised begins, or None."""
    _, high = bounds(passage, hit.first)
    takes = hit.row["takes"]
    told = complement(passage, found, hit.last, high, takes)
    if told is None and "y" in passage.words[max(0, hit.first - 4) : hit.first]:
        # «Elle s'y est engagée»: what is promised was told before.
        return hit.last - 1
    if takes == "to" and _is_agreed_on(passage, found, hit.last, told):
        return None
    is_asked = takes == "to" and not _QUESTIONS.isdisjoint(
        passage.words[hit.last : told]
    )
    return None if is_asked else told


def _is_agreed_on(passage: Passage, found: Found, after: int, told: int | None) -> bool:
    """Say whether «agreed on the list of those to …», which no «to» of its own follows."""
    words = passage.words
    for index in range(after, told or after):
        is_day = words[index + 1] in _WEEKDAYS or within(found.dates, index, index + 3)
        if words[index] == "on" and not is_day:
            return True
    return bool(told) and words[told or 0 : (told or 0) + 2] == ["to", "the"]


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def _bound(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return whom a verb binds; one who speaks for no known body binds himself."""
    if _is_aim(passage, hit) and not is_quoted(found, hit.first):
        # An aim in passing counts only of one who is named as having it.
        return _named_subject(passage, found, hit, clause)
    if hit.first and passage.words[hit.first - 1] in _WE:
        speaker = speaker_at(passage, found, hit.first)
        return speaker if speaker.party else voice_at(passage, found, hit.first)
    actor = bearer(passage, found, hit, clause)
    if actor.party or not _may_be_ours(passage, hit, clause):
        return actor
    voice = voice_at(passage, found, hit.first)
    return Actor(voice.party or actor.person, actor.person)


# «نحن ملتزمون»: the participle does not tell its person.
_WE = frozenset(["نحن", "ونحن", "اننا", "باننا", "واننا", "فنحن"])


def _may_be_ours(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether a verb without a known subject may be told by those it binds.

    Anybody may decide: only a plural, a pronoun or a line of a resolution counts.
    """
    if hit.row["shape"] != "decision":
        return True
    words = passage.words
    if passage.language == "ar" and words[hit.first].endswith(("وا", "نا", "ون")):
        return True
    subject = words[clause.first : hit.first]
    return not _THEY.isdisjoint(subject) or opens_line(passage, clause.first)


_THEY = frozenset(["they", "we", "ils", "elles", "nous"])


def _is_binding(passage: Passage, hit: Hit, clause: Clause) -> bool:
    if not _NOT_BOUND.isdisjoint(passage.words[hit.last : clause.last]):
        return False
    if not _NEEDS.isdisjoint(passage.words[clause.told : clause.told + 2]):
        return False
    if binds_nobody(passage, hit, clause):
        return False
    if passage.words[clause.first] in _NOBODY:
        return False
    if hit.row["shape"] == "heading" and ":" in passage.words[hit.last : clause.last]:
        return False  # The list behind the colon is read line by line.
    return _may_decide(passage, hit, clause)


# A relative clause is spanned with the name that it describes, up to its comma.
_WHICH = frozenset(["which", "qui"])


def _with_antecedent(passage: Passage, found: Found, clause: Clause) -> Clause:
    """Begin «Angola, which vowed to …» with its subject, and end it at its comma."""
    words = passage.words
    which = clause.first - (words[clause.first] not in _WHICH)
    if words[which] not in _WHICH or words[which - 1] not in COMMAS:
        return clause
    named = within(found.parties, which - 9, which)
    if not named or named[-1].last != which - 1:
        return clause
    closing = (i for i in range(clause.told + 1, clause.last) if words[i] in COMMAS)
    first = named[-1].first
    while first > 0 and words[first - 1] in _ARTICLES:
        first -= 1
    return clause._replace(first=first, last=next(closing, clause.last))


_ARTICLES = frozenset(["the", "le", "la", "les", "l", "'"])


# Talking to the press on terms of anonymity binds nobody.
_NOT_BOUND = frozenset(
    ["anonymity", "anonymat", "الصمت", "الهويه", "هويته", "هويتها", "هويتهم"]
)
# To agree on the need for something promises nothing.
_NEEDS = frozenset(["ضروره", "اهميه", "وجوب"])
_NOBODY = frozenset(["no", "none", "nobody", "neither", "aucun", "aucune", "personne"])
_QUESTIONS = frozenset(["that", "whether"])


def _named_subject(passage: Passage, found: Found, hit: Hit, clause: Clause) -> Actor:
    """Return the party named right before a verb, or right behind an Arabic one."""
    if passage.language == "ar" and clause.first == hit.first:
        return actor_in(passage, found, hit.last, hit.last + 2)
    return actor_in(passage, found, clause.first, hit.first)


# Words of giving that need no word of aid beside their sum.
_GIVING = (
    "giv",
    "provid",
    "pledge",
    "offer",
    "commit",
    "donat",
    "alloc",
    "earmark",
    "set",
    "promet",
    "promis",
    "mis",
    "offr",
    "offert",
    "octroi",
    "debloq",
    "consacr",
    "verse",
    "allou",
    "financ",
    "approv",
    "approuv",
    "vot",
    "adopt",
    "doubl",
    "confirm",
)


def _is_given(passage: Passage, clause: Clause, hit: Hit) -> bool:
    """Say whether a sum is given: the verb says so, or a word of aid beside it."""
    words = passage.words[hit.first : hit.last]
    if passage.language == "ar" or any(word.startswith(_GIVING) for word in words):
        return True
    if not _MORE.isdisjoint(passage.words[hit.first : clause.last]):
        return True
    return bool(hits_from(passage.hits("aid"), clause.verb, clause.last))


# «An additional $6 million» is given to somebody.
_MORE = frozenset(
    ["additional", "further", "extra", "new", "supplementaire", "supplementaires"]
)


def _may_decide(passage: Passage, hit: Hit, clause: Clause) -> bool:
    """Say whether a decision binds the one who takes it: a court binds others."""
    if hit.row["shape"] != "decision":
        return True
    near = range(max(0, min(clause.first, hit.first) - 1), hit.last + 3)
    return not any(
        _without_article(passage.words[index]) in _COURTS
        for index in near
        if index < len(passage.words)
    )


def _without_article(word: str) -> str:
    return word.removeprefix("ال")


_COURTS = wordset("courts")
