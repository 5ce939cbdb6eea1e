"""Who stands behind an Arabic verb as its subject, and who is only its object.

«دعت فرنسا إيران» names both; «دعت لبنان» names whom a woman or a body before calls on.
Gender and number tell the two apart, the verb («حث» has an object), and the accusative.
"""

from marsad.reading.deeds.actors import Actor, actor_in, actor_of, home
from marsad.reading.deeds.affiliations import WARDENS, party_in_title, syndicate
from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.groups import group_name
from marsad.reading.deeds.homes import (
    acting_seat,
    bare,
    body_like,
    body_nouns,
    kind_of_body,
)
from marsad.reading.deeds.joint_parties import pair_meant
from marsad.reading.deeds.references import (
    ANYBODY,
    Want,
    gender_of,
    subjects_in,
    wanted_by_verb,
)
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# Verbs that never go without the one who is asked.
_TRANSITIVE = wordset("with_object")
_OTHER_SIDE = frozenset(["من", "الي", "مع"])
_NO_SUBJECT = wordset("governors") | frozenset(
    ["،", "ان", "بان", ":", "«", '"', "\n", "."]
)
_ADVERBS = wordset("adverbs_ar")
# A subject with its title is shorter than this.
_LONGEST = 14
_HEAD = 4
_NOUN = 2


def behind_verb(passage: Passage, found: Found, hit: Hit, told: int) -> Actor | None:
    """Return who is named behind a verb as its subject, None if nobody is."""
    words = passage.words
    first = _past_adverbs(passage, found, hit.last)
    if words[hit.last - 1] in _OTHER_SIDE or first >= len(words):
        return None
    if first == told and "ب-" in hit.row["takes"] and words[first].startswith("ب"):
        return None  # «أهاب بالقضاء»: whom it asks
    end = _subject_end(passage, found, first, max(told, first + _HEAD))
    if end <= first or words[first] in _NO_SUBJECT:
        return None
    verb = words[hit.first][hit.clitic :]
    # A noun of pledging agrees with nobody.
    is_noun = hit.row.get("shape") in ("heading", "noun")
    want = ANYBODY if is_noun else wanted_by_verb(verb)
    is_alone = told > hit.last and _reaches(passage, found, first, end, told)
    before = words[hit.first - 1] if hit.first else "\n"
    is_joined = bool(hit.clitic) or before in _JOINERS
    if is_alone and is_joined and verb.startswith(tuple(_TRANSITIVE)):
        return None
    pair = pair_meant(passage, found, first, first + 1)
    if pair:
        return Actor(pair)
    seen = _named_at(found, first)
    if _is_joined(passage, found, hit, (first, told)):
        return None
    whose = _of_whom(passage, found, first)
    if whose is not None or seen is not None:
        return _of_name(passage, found, whose or seen, ANYBODY if whose else want)
    return _of_noun(passage, found, (first, end), want)


def _is_joined(
    passage: Passage, found: Found, hit: Hit, stretch: tuple[int, int]
) -> bool:
    """Say whether «ودعا الاتحاد إلى» inside a sentence names whom its subject asks.

    A verb that is joined to another keeps its subject; the one name behind it is asked.
    """
    first, told = stretch
    low, _ = sentence_of(passage, hit.first)
    is_joined = hit.clitic or passage.words[hit.first - 1] in _JOINERS
    if not is_joined or hit.first == low or told <= hit.last:
        return False
    if not _reaches(passage, found, first, told, told):
        return False
    want = wanted_by_verb(passage.words[hit.first][hit.clitic :])
    said = hits_from(passage.hits("says"), low, hit.first)
    return bool(said) and bool(subjects_in(passage, found, (low, hit.first), want))


_JOINERS = frozenset(["كما", "ثم"])


def _past_adverbs(passage: Passage, found: Found, token: int) -> int:
    """Pass over «أيضا», days and words between commas behind a verb."""
    days = {one.first: one.last for one in within(found.dates, token, token + _LONGEST)}
    words = passage.words
    while token < len(words) - 1:
        if token in days:
            token = max(days[token], token + 1)
        elif words[token] in _ADVERBS or (
            words[token] in _MARKS and _named_at(found, token + 1) is not None
        ):
            token += 1
        elif words[token] == "،" and (end := _second_comma(words, token)):
            token = end
        else:
            break
    return token


def _second_comma(words: list[str], first: int) -> int:
    """Return the token behind the comma that closes an insertion, 0 if there is none."""
    for index in range(first + 1, min(len(words), first + 9)):
        if words[index] == "،":
            return index + 1
        if words[index] in (".", "\n"):
            return 0
    return 0


def _subject_end(passage: Passage, found: Found, first: int, told: int) -> int:
    """Return where a subject's words end: what is told, a comma or a preposition.

    The name of an office stands behind its comma: «الوزير، فلان الفلاني».
    """
    words = passage.words
    stop = min(told, len(words), first + _LONGEST)
    for index in range(first, stop):
        if words[index] == "،":
            named = within(found.persons, index + 1, index + _HEAD)
            is_office = bool(hits_from(passage.hits("title"), first, index))
            return min(stop, named[0].last) if named and is_office else index
        if words[index] in _MARKS and _named_at(found, index + 1) is None:
            return index
        if words[index] in ("ان", "بان", ".", "\n", ":") and index > first:
            return index
    return stop


_MARKS = frozenset('«"“')


def _reaches(passage: Passage, found: Found, first: int, end: int, told: int) -> bool:
    """Say whether there is one name only between a verb and what is asked for."""
    named = [
        *within(found.parties, first, told),
        *within(found.persons, first, told),
    ]
    if passage.words[end : end + 1] == ["،"] or end < told:
        return False
    if len(named) == 1:
        return named[0].first <= first + 1 and named[0].last >= told
    is_counted = bool(within(found.figures, first, told))
    return not named and not is_counted and told - first <= _NOUN


def _named_at(found: Found, token: int) -> Seen | None:
    for kind in (found.persons, found.parties):
        for one in within(kind, token, token + 1):
            return one
    return None


def _of_name(
    passage: Passage, found: Found, seen: Seen | None, want: Want
) -> Actor | None:
    if seen is None:
        return None
    finding = seen.finding
    gender = gender_of(passage, found, seen)
    if isinstance(finding, Person):
        is_other = gender and want.gender and gender != want.gender
        return None if is_other else actor_of(passage, found, seen)
    if isinstance(finding, Party) and finding.canonical in _ADDRESSED:
        return None
    if want.gender == "m" and want.number == "s" and gender == "f":
        return None
    if want.gender == "f" and gender == "m":
        return None
    return actor_of(passage, found, seen)


_ADDRESSED = frozenset(["international community", "countries of origin", "donors"])


def _of_noun(
    passage: Passage, found: Found, stretch: tuple[int, int], want: Want
) -> Actor | None:
    """Return who a subject is that begins with a common noun: an office, a group."""
    first, last = stretch
    head = passage.words[first]
    if hits_from(passage.hits("title"), first, first + 1) or head in _OFFICIALS:
        is_woman = head.endswith("ه")
        is_other = want.gender == ("m" if is_woman else "f") and want.number == "s"
        return None if is_other else _of_office(passage, found, stretch)
    for seat in hits_from(passage.hits("seat"), first, first + 1):
        return None if want.gender == "m" else Actor(acting_seat(seat))
    if not _fits(passage, found, first, want):
        return None
    if hits_from(passage.hits("gathering"), first, first + 1):
        gathered = actor_in(passage, found, first, first + 2)
        if gathered.party:
            return gathered
    group = group_name(passage, found, first, last)
    if group:
        return Actor(group)
    nouns = body_nouns(passage, first, first + 1)
    if nouns:
        return _of_body(passage, found, first, nouns)
    named = actor_in(passage, found, first, min(last, first + _HEAD))
    return named if named.party or named.person else None


def _of_body(
    passage: Passage, found: Found, first: int, nouns: frozenset[str]
) -> Actor:
    """Return the body that a class word names, or leads back to, or at least its kind."""
    nations = hits_from(passage.hits("nationality"), first, first + 3)
    named = within(found.parties, first, first + 1)
    if named and not nations:
        return actor_of(passage, found, named[0])
    is_known = nations or passage.words[first].startswith(("ال", "لل"))
    body = body_like(passage, found, first, nouns) if is_known else None
    return Actor(body or kind_of_body(passage, first))


def _of_whom(passage: Passage, found: Found, first: int) -> Seen | None:
    """Return the body whose organ acts: «المكتب التنفيذي للاتحاد»."""
    named = within(found.parties, first, first + 1)
    is_body = bool(named) and not _canonical(named[0]).startswith(_NAMED_ORGANS)
    if is_body or bare(passage.words[first]) not in _ORGANS:
        return None
    for one in within(found.parties, first + 1, first + _HEAD):
        start = one.finding.span.start - passage.place(one.first)
        if start > 0 and passage.words[one.first][0] == "ل":
            return one
    return None


def _canonical(seen: Seen) -> str:
    return seen.finding.canonical if isinstance(seen.finding, Party) else ""


# Organs of a body that are read as bodies of no name of their own.
_NAMED_ORGANS = ("Central ", "Executive ", "Political B", "Political O", "General Sec")
_ORGANS = frozenset(
    "مكتب هيئه هييه لجنه مجلس امانه قياده اداره مكتبه فرع جامعه".split()
)
_OFFICIALS = wordset("officials")


def _of_office(passage: Passage, found: Found, stretch: tuple[int, int]) -> Actor:
    """Return whom an office speaks for: its holder's party, its own, or the text's state."""
    first, last = stretch
    if passage.words[first] in WARDENS:
        return Actor(syndicate(passage, found, first, last))
    last = _title_end(passage, found, first, last)
    persons = within(found.persons, first, last)
    if persons:
        actor = actor_of(passage, found, persons[0])
        if actor.party:
            return actor
        last = persons[0].last
    party = party_in_title(passage, found, first, last)
    person = actor.person if persons else None
    if party or persons:
        return Actor(party, person)
    nouns = body_nouns(passage, first, last)
    if nouns:
        return Actor(body_like(passage, found, first, nouns))
    return home(passage, found)


def _title_end(passage: Passage, found: Found, first: int, last: int) -> int:
    """Return where a title ends: a body behind «مدير المستشفى» is asked, not headed."""
    words = passage.words
    for one in within(found.parties, first + 2, last):
        is_closed = words[one.first - 1].startswith("ال")
        if is_closed and words[one.first][0] not in "لب" and _is_body_or_state(one):
            last = min(last, one.first)
            break
    ends = (i for i in range(first + 1, last) if words[i] in _BEHIND_TITLES)
    return next(ends, last)


# «بعد لقاء مع»: what happened, and with whom, is no part of an office.
_BEHIND_TITLES = frozenset("بعد قبل خلال عقب اثر امام مع اثناء عبر غداه".split())


def _is_body_or_state(seen: Seen) -> bool:
    return isinstance(seen.finding, Party) and seen.finding.mention == "name"


def _fits(passage: Passage, found: Found, first: int, want: Want) -> bool:
    """Say whether a noun may be a verb's subject by its gender, number and case."""
    head = passage.words[first]
    if within(found.figures, first, first + 1):
        return True
    if head.endswith(("ين", "يين")) and bare(head) == head[2:] and len(head) > _HEAD:
        # The sound plural in the accusative is no subject.
        return False
    is_feminine = head.endswith(("ه", "ات")) or head in _FEMININE
    if want.gender == "f":
        return is_feminine or head in _BROKEN
    if want.number == "s":
        return not is_feminine or head.endswith("ات")
    return True


_FEMININE = wordset("feminine_nouns")
_BROKEN = wordset("broken_plurals")
