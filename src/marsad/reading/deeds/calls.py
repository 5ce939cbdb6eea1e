"""Calls: the clauses in which a party asks another to act.

A call is found from its word (دعا، طالب، urge, call on, exhorter) and what is asked
for, which has to follow. «We must» and «let us» are calls on the Global Coalition
where a text is about it; what others must or should do is doubtful, as are stressed
needs and orders.
"""

from marsad.reading.deeds.actors import (
    NOBODY,
    Actor,
    actor_before,
    actor_in,
    coalition_is_present,
    is_quoted,
    speaker_at,
)
from marsad.reading.deeds.arabic_calls import headline_start, is_look_alike
from marsad.reading.deeds.authors import by_adjective, declarer, voice_at
from marsad.reading.deeds.bearers import FIRST_PERSONS, bearer, is_first_person
from marsad.reading.deeds.bound_states import bound_by_force
from marsad.reading.deeds.clause_heads import is_contact_clause
from marsad.reading.deeds.clauses import Clause, action_of, bounds, clause_end, longest
from marsad.reading.deeds.complements import complement
from marsad.reading.deeds.english_calls import is_no_english_call
from marsad.reading.deeds.subjects import (
    clause_of,
    is_finite,
    names_in,
    opening,
    opens_line,
)
from marsad.reading.findings import Call, Party
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# Asking somebody to say something is an interview, not a call.
_MERE_WORDS = wordset("mere_words")


def read_calls(passage: Passage, found: Found) -> list[Seen]:
    """Find the clauses in which a party calls on, urges or asks another to act."""
    seen: list[Seen] = []
    taken = -1
    for hit in longest(passage.hits("calls")):
        if hit.first < taken or is_look_alike(passage, found, hit):
            continue
        one = _call(passage, found, hit)
        if one is not None:
            seen.append(one)
            taken = max(taken, one.last if not one.finding.is_doubtful else hit.last)
    return seen


def _call(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    special = _SHAPES.get(hit.row["shape"])
    if hit.row["shape"] == "hanging" and opens_line(passage, hit.first):
        special = _heading
    if special is not None:
        return special(passage, found, hit)
    if not is_finite(passage, hit):
        return None
    _, high = bounds(passage, hit.first)
    told = complement(passage, found, hit.last, high, hit.row["takes"])
    if told is None or not _asks_for_deeds(passage, hit, told, high):
        return None
    clause = _before_next(passage, clause_of(passage, found, hit, told))
    actor = bearer(passage, found, hit, clause)
    if actor == NOBODY:
        actor = voice_at(passage, found, hit.first)
        if actor.party in _named(found, hit.last, told):
            return None  # whom somebody asks does not ask
    if actor == NOBODY or not _is_asked_by(passage, found, hit, clause):
        return None
    addressee = _addressee(found, hit.last, told, actor)
    return _seen(passage, clause, actor, hit, addressee)


def _before_next(passage: Passage, clause: Clause) -> Clause:
    """Cut a clause at «, and the union asked»: another's call begins there."""
    if passage.language == "ar":
        return clause
    words = passage.words
    for hit in hits_from(passage.hits("calls"), clause.told + 1, clause.last):
        if hit.row["shape"] not in ("finite", "told") or not is_finite(passage, hit):
            continue
        for index in range(hit.first - 1, clause.told, -1):
            if words[index] in _ANDS and words[index - 1] == ",":
                return clause._replace(last=index - 1)
    return clause


_ANDS = frozenset(["and", "but", "while", "et", "mais", "tandis"])
_UNNAMED = wordset("unnamed")
_NOUN_OPENERS = frozenset(["le", "la", "les", "l", "un", "une", "des"])


def _is_asked_by(passage: Passage, found: Found, hit: Hit, clause: Clause) -> bool:
    """Say whether a bare «demander» has its caller named, so that it is no question."""
    is_bare = clause.told == hit.last and passage.words[hit.first].startswith("demand")
    if not is_bare or passage.words[clause.told] not in _NOUN_OPENERS:
        return True
    if is_first_person(passage, hit):
        return True
    return actor_in(passage, found, clause.first, clause.verb) is not NOBODY


def _heading(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read the noun that opens a line: «دعوة الحكومة إلى»; the one called on follows."""
    if not opens_line(passage, hit.first):
        return None
    _, high = bounds(passage, hit.first)
    told = complement(passage, found, hit.last, high, hit.row["takes"])
    actor = by_adjective(passage, hit.last)
    if actor is None:
        actor = declarer(passage, found, hit.first)
    if actor is None or actor.party is None:
        actor = actor_before(passage, found, hit.first)
    if actor.party is None:
        actor = voice_at(passage, found, hit.first)
    if told is None or told == hit.last or actor.party is None:
        return None
    last = clause_end(passage, told, high)
    clause = Clause(hit.first, hit.clitic, hit.first, told, last)
    addressee = _addressee(found, hit.last, told, actor)
    return _seen(passage, clause, actor, hit, addressee)


def _asks_for_deeds(passage: Passage, hit: Hit, told: int, high: int) -> bool:
    """Say whether a deed is asked for, not a word to the press."""
    after = passage.words[min(told + 1, high - 1)]
    if not _UNNAMED.isdisjoint(passage.words[told + 1 : told + 4]):
        return False
    if passage.language == "en" and is_no_english_call(passage, hit, told):
        return False
    if after in _MERE_WORDS and passage.words[hit.first].startswith(("ask", "demand")):
        return False
    return told < high - 1


def _named(found: Found, first: int, last: int) -> frozenset[str]:
    """Return the parties named in a stretch."""
    return frozenset(
        one.finding.canonical
        for one in within(found.parties, first, last)
        if isinstance(one.finding, Party)
    )


def _addressee(found: Found, first: int, last: int, actor: Actor) -> str | None:
    """Return the last party named before what is asked for that is not the caller."""
    for one in reversed(within(found.parties, first, last)):
        if isinstance(one.finding, Party) and one.finding.canonical != actor.party:
            return one.finding.canonical
    return None


def _need(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «we must» and «let us»: a call on the Coalition where it is the audience."""
    _, high = bounds(passage, hit.first)
    last = clause_end(passage, hit.last, high)
    if last <= hit.last:
        return None
    if passage.words[hit.first] == "we" and is_contact_clause(passage, hit.first + 1):
        return None
    actor = speaker_at(passage, found, hit.first)
    quoted = actor.party is not None
    if not quoted and _is_ours(passage, hit) and not is_quoted(found, hit.first):
        actor = voice_at(passage, found, hit.first)
    clause = Clause(hit.first, hit.clitic, hit.first, hit.last, last)
    on_partners = quoted and coalition_is_present(found) and _is_ours(passage, hit)
    addressee = "Global Coalition" if on_partners else None
    if actor.party is None:
        return None
    return _seen(passage, clause, actor, hit, addressee, is_sure=on_partners)


_OURS = ("علينا", "دعونا", "فلن", "لن", "we", "let", "nous")


def _is_ours(passage: Passage, hit: Hit) -> bool:
    """Say whether a need is put to «us»: in the pronoun or in the next verb's ن."""
    words = passage.words[hit.first : hit.last + 1]
    if any(word.lstrip("و").startswith(_OURS) or word in _OURS for word in words):
        return True
    return passage.language == "ar" and words[-1].startswith("ن")


def _duty(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read what another must or should do, said by somebody: doubtful."""
    actor = speaker_at(passage, found, hit.first)
    if actor.party is None:
        return None
    low, high = bounds(passage, hit.first)
    first = opening(passage, hit.first, low)
    told = passage.words[hit.first - 1] if hit.first > low else ""
    if not within(found.parties, first, hit.first) or told in FIRST_PERSONS:
        return None
    last = clause_end(passage, hit.last, high)
    clause = Clause(first, 0, hit.first, hit.last, last)
    addressee = _addressee(found, first, hit.first, actor)
    return _seen(passage, clause, actor, hit, addressee)


def _owned(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «دعوته إلى»: the call of the one spoken of, whoever acts on it; doubtful."""
    _, high = bounds(passage, hit.first)
    near = min(high, hit.last + _CLOSE)
    told = complement(passage, found, hit.last, near, hit.row["takes"])
    actor = actor_before(passage, found, hit.first)
    if told is None or told + 1 >= high or actor.party is None:
        return None
    last = clause_end(passage, told, high)
    clause = Clause(hit.first, hit.clitic, hit.first, told, last)
    return _seen(passage, clause, actor, hit, _addressee(found, hit.last, told, actor))


def _command(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read an imperative that opens somebody's direct words, or a part of them."""
    before = passage.words[hit.first - 1] if hit.first else ""
    if before not in _OPENERS or not is_quoted(found, hit.first):
        return None
    actor = speaker_at(passage, found, hit.first)
    if actor.party is None and actor.person is None:
        return None
    _, high = bounds(passage, hit.first)
    last = clause_end(passage, hit.last, high)
    first = headline_start(passage, found, hit.first)
    clause = Clause(first, 0, hit.first, hit.last, last)
    is_sure = passage.language != "en"
    return _seen(passage, clause, actor, hit, None, is_sure=is_sure)


_OPENERS = frozenset('«»"“:,،')


def _request(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «طلب ترامب من الوزارة أن» and «تطلب طرابلس مهلة»: what, and of whom."""
    if not is_finite(passage, hit):
        return None
    _, high = bounds(passage, hit.first)
    told = complement(passage, found, hit.last, high, hit.row["takes"])
    if told is None or not _ANONYMITY.isdisjoint(passage.words[hit.last : told + 4]):
        return None
    clause = _before_next(passage, clause_of(passage, found, hit, told))
    is_bare = passage.words[told] not in _OF_WHOM and clause.first == hit.first
    is_noun = is_bare and passage.words[hit.first][hit.clitic :] == "طلب"
    if is_noun and not names_in(found, hit.last, hit.last + 2):
        return None
    actor = bearer(passage, found, hit, clause)
    if actor == NOBODY:
        return None
    addressee = _addressee(found, told, told + _CLOSE, actor)
    return _seen(passage, clause, actor, hit, addressee)


_OF_WHOM = frozenset("من منه منها منهم الي ان".split())
# «Asked not to be named» is the press's word, no call.
_ANONYMITY = frozenset("عدم هويته هويتها اسمه اسمها اسمائهم".split())


def _told_to(passage: Passage, found: Found, hit: Hit) -> Seen | None:
    """Read «told the council to leave»: the one told stands between, and no clause."""
    if not is_finite(passage, hit):
        return None
    _, high = bounds(passage, hit.first)
    words = passage.words[hit.last : min(high, hit.last + _CLOSE)]
    if "to" not in words[1:] or not _NO_ORDER.isdisjoint(words[: words.index("to")]):
        return None
    told = hit.last + words.index("to")
    clause = _before_next(passage, clause_of(passage, found, hit, told))
    actor = bearer(passage, found, hit, clause)
    if actor == NOBODY or told + 2 >= high:
        return None
    addressee = _addressee(found, hit.last, told, actor)
    return _seen(passage, clause, actor, hit, addressee)


_NO_ORDER = wordset("finite") | frozenset(", : that how why what of about it’s".split())


# Whom one asks stands so close behind «من».
_CLOSE = 6
_SHAPES = {
    "request": _request,
    "told": _told_to,
    "modal": _need,
    "must": _duty,
    "owned": _owned,
    "command": _command,
    "heading": _heading,
}


def _seen(
    passage: Passage,
    clause: Clause,
    actor: Actor,
    hit: Hit,
    addressee: str | None,
    *,
    is_sure: bool | None = None,
) -> Seen:
    sure = hit.row.get("doubt") != "low" if is_sure is None else is_sure
    word = passage.span(hit.first, hit.last, hit.clitic).quote
    finding = Call(
        span=passage.span(clause.first, clause.last, clause.clitic),
        reader=f"calls.{hit.row['shape']}",
        score=0.85 if sure else 0.4,
        why=f"«{word}» with what is asked for",
        is_doubtful=not sure,
        # One who speaks for no known body calls in his own name.
        party=bound_by_force(actor.party) if actor.party else actor.person,
        addressee=addressee,
        action=action_of(passage, clause.told, clause.last),
        person=actor.person if actor.party else None,
    )
    return Seen(clause.first, clause.last, finding)
