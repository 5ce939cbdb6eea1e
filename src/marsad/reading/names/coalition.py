"""Coalitions and their members: «أعضاء التحالف الدولي ضد تنظيم "داعش"» is one party.

An idafa head for members, the enemy in a coalition's name and the marks around a
name inside it all belong to the mention.
"""

from collections.abc import Iterator, Mapping, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

GLOBAL_COALITION = "Global Coalition"
_DAESH = "Daesh"
_OPENERS = frozenset("\"«“(‘'{")
_CLOSERS = frozenset("\"»”)’'}")
_FOLLOWERS = frozenset(
    ["membres", "members", "combattants", "islamistes", "rebelles", "miliciens", "fighters", "rebels"]
)  # fmt: skip
_HAS_MEMBERS = wordset("classes_with_members")
_EVALUATIVE = wordset("judgements_on_enemies")
_ENEMY = wordset("enemies")


def member_mentions(
    passage: Passage, bodies: Sequence[Named], built: Sequence[Named]
) -> Iterator[Named]:
    """Give the candidates that are put together around a known body."""
    at: dict[int, Named] = {}
    for body in (*built, *bodies):
        if body.first not in at or body.last >= at[body.first].last:
            at[body.first] = body
    marked = list(_in_marks(passage, bodies))
    at.update((one.first, one) for one in marked)
    yield from marked
    coalitions = list(_coalitions(passage, at, _outside(bodies, built)))
    at.update((one.first, one) for one in coalitions)
    yield from coalitions
    yield from _members(passage, at)


def _outside(bodies: Sequence[Named], built: Sequence[Named]) -> list[Named]:
    """Return the known bodies that are no part of another's name: "Syrian Arab Coalition"."""
    longer = {one.last: one.first for one in (*built, *bodies)}
    for one in (*built, *bodies):
        longer[one.last] = min(longer[one.last], one.first)
    return [one for one in bodies if longer[one.last] == one.first]


def _in_marks(passage: Passage, bodies: Sequence[Named]) -> Iterator[Named]:
    """Give an armed group in marks after its class word: «تنظيم "داعش"»."""
    heads = {
        hit.last: hit
        for hit in passage.hits("body_head")
        if hit.row["type"] == "armed_group" or hit.row["class"] in ("movement", "party")
    }
    words = passage.words
    for body in bodies:
        head = heads.get(body.first - 1)
        if not head or words[body.first - 1] not in _OPENERS or body.clitic:
            continue
        last = _past_closer(words, body.last)
        if last < len(words) and words[last] in _EVALUATIVE:
            last += 1
        yield body._replace(first=head.first, last=last, clitic=head.clitic)


def _past_closer(words: Sequence[str], token: int) -> int:
    return token + 1 if token < len(words) and words[token] in _CLOSERS else token


def _coalitions(
    passage: Passage, at: dict[int, Named], bodies: Sequence[Named]
) -> Iterator[Named]:
    """Give coalitions with their enemy, and coalitions that are named in short."""
    meant = _meant(bodies)
    is_named = any(
        body.canonical == _DAESH or "coalition" in body.classes for body in bodies
    )
    links = {hit.first: hit.last for hit in _role(passage, "against")}
    named = [body for body in bodies if body.canonical.startswith(GLOBAL_COALITION)]
    firsts = {body.first for body in named}
    for body in named:
        last = _with_enemy(passage, body.last, at, links)
        wide = _widened(passage, body)._replace(last=last)
        if (wide.first, last) != (body.first, body.last):
            yield wide
    for hit in _role(passage, "coalition"):
        if hit.first not in firsts:
            last = _with_enemy(passage, hit.last, at, links)
            short = _in_short(passage, hit, last, meant, is_named=is_named)
            if short:
                yield short


def _in_short(
    passage: Passage, hit: Hit, last: int, meant: str, *, is_named: bool
) -> Named | None:
    """Give a coalition that is not named in full: «التحالف», "the coalition"."""
    words = passage.words
    if (
        last > hit.last
        and words[hit.last].startswith("ل")
        and hit.last - hit.first == 1
    ):
        last = hit.last  # «رسمها التحالف لمحاربة داعش»: what it does, not its name
    has_enemy = last > hit.last
    canonical = GLOBAL_COALITION if has_enemy else meant
    if not has_enemy and (
        _goes_on(passage, hit) or not _is_meant(passage, hit, is_named=is_named)
    ):
        return None
    bare = words[hit.first][hit.clitic :]
    is_name = bare.startswith("ال") or has_enemy or not bare.startswith("تحالف")
    named = _coalition(hit, last, canonical, "name" if is_name else "nominal")
    named = named._replace(first=hit.first + (words[hit.first] == "our"))
    return _with_leader(passage, named)


def _with_leader(passage: Passage, named: Named) -> Named:
    """Return a coalition with "U.S.-led" before it, where a line ends between them."""
    words, first = passage.words, named.first
    if words[first - 3 : first] != ["-", "led", "\n"]:
        return named
    leader = next((h for h in passage.hits("state") if h.last == first - 3), None)
    is_american = leader is not None and leader.row["iso"] == "US"
    return named._replace(first=leader.first) if leader and is_american else named


_WIDENING = frozenset(
    ["international", "global", "multinational", "worldwide", "military"]
)


def _widened(passage: Passage, body: Named) -> Named:
    """Return a coalition with its adjective: "international anti-ISIL coalition"."""
    words, first = passage.words, body.first
    is_wide = passage.language == "en" and first > 0 and words[first - 1] in _WIDENING
    return body._replace(first=first - 1) if is_wide else body


def _coalition(hit: Hit, last: int, canonical: str, mention: str) -> Named:
    return Named(
        hit.first,
        last,
        hit.clitic,
        canonical,
        "organisation",
        ("coalition",),
        mention,
        reader="parties.coalition",
        score=0.85,
        why=f"the coalition that this text is about: {canonical}",
    )


def _meant(bodies: Sequence[Named]) -> str:
    """Return the coalition that a text means by the bare word."""
    for body in bodies:
        if "coalition" in body.classes:
            return body.canonical
    names = {body.canonical for body in bodies}
    if "Houthis" in names and _DAESH not in names:
        return "Saudi-led coalition"
    return GLOBAL_COALITION


def _with_enemy(
    passage: Passage, last: int, at: dict[int, Named], links: Mapping[int, int]
) -> int:
    """Return where a coalition's name ends, with «ضد تنظيم داعش» where that follows."""
    words = passage.words
    start = links.get(last)
    if start is None:
        return last
    for token in range(start, min(start + 2, len(words))):
        enemy = at.get(token)
        if enemy and enemy.canonical == _DAESH:
            is_marked = token > start and words[start] in _OPENERS
            return _past_closer(words, enemy.last) if is_marked else enemy.last
        if words[token] in _ENEMY:
            after = token + 1
            return after + (after < len(words) and words[after] in _EVALUATIVE)
    return last


def _role(passage: Passage, role: str) -> Iterator[Hit]:
    return (hit for hit in passage.hits("party_word") if hit.row["role"] == role)


def _is_meant(passage: Passage, hit: Hit, *, is_named: bool) -> bool:
    """Say whether a bare word is the Coalition: in capitals, or once it was named."""
    return (
        passage.language == "ar" or is_named or passage.written(hit.first)[0].isupper()
    )


def _goes_on(passage: Passage, hit: Hit) -> bool:
    """Say whether the bare word is the head of another coalition's name."""
    words, last = passage.words, hit.last
    if last >= len(words):
        return False
    if passage.language == "ar":
        after = words[last]
        is_adjective = after.startswith("ال") and after.endswith("ي")
        return hit.last - hit.first == 1 and is_adjective and len(after) > 4
    before = passage.words[hit.first - 1] if hit.first else ""
    if passage.language == "en" and passage.written(hit.first)[0].isupper():
        return (
            hit.first > 0
            and passage.written(hit.first - 1)[0].isupper()
            and before != "the"
        )
    if passage.language == "en":
        is_free = before in _BEFORE_BARE and not words[hit.first].startswith("our")
        return not (is_free or (before in _BEFORE_NOUN and words[last] in _OF_IT))
    return words[last] in ("de", "d", "des", "du", "entre")


_BEFORE_BARE = frozenset(
    ["the", "'", "s", "our", "this", ",", ".", "\n", "of", "against"]
)
# "a coalition airstrike", "killed by coalition forces", and no "ruling coalition".
_BEFORE_NOUN = wordset("before_coalition_nouns_en")
_OF_IT = wordset("nouns_of_coalitions_en")


def _members(passage: Passage, at: dict[int, Named]) -> Iterator[Named]:
    """Give a body together with the word for its members, before it or behind it."""
    words = passage.words
    ends = {body.last: body for body in at.values()}
    for hit in _role(passage, "member"):
        after = hit.last
        if after < len(words) and words[after] in ("هذا", "هذه"):
            after += 1
        body = at.get(after)
        if body and _has_members(body, words[hit.first]):
            yield body._replace(first=hit.first, clitic=hit.clitic)
    for hit in _role(passage, "members"):
        body = ends.get(hit.first)
        if body and _has_members(body, words[hit.first]):
            yield body._replace(last=hit.last)


def _has_members(body: Named, word: str) -> bool:
    if word.endswith(("قوات", "forces")):
        return "coalition" in body.classes
    if word in _FOLLOWERS and "force" not in body.classes:
        return True
    if body.clitic and body.type == "armed_group":
        return False
    return not _HAS_MEMBERS.isdisjoint(body.classes) and body.type == "organisation"
