"""Later mentions: «التنظيم», "the group", "le pays" lead back to what was named before.

A later mention is resolved only when something of its class was named earlier in the
passage; the nearest one is meant.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.states import Known
from marsad.reading.written import Letters

_EVALUATIVE = frozenset(
    "الارهابي الارهابيه المتطرف المتطرفه المتشدد المتشدده الاجرامي المسلح المسلحه المذكور المذكوره نفسه نفسها".split()
)
_BEFORE = {
    "en": frozenset(["the", "this", "that", "both"]),
    "fr": frozenset(["le", "la", "l", "'", "du", "au", "les", "cette", "ce", "cet", "des", "aux"]),
}
_AFTER = {
    "en": frozenset(["of", "-", "for"]),
    "fr": frozenset(["de", "d", "des", "du", "-", "pour"]),
    "ar": frozenset(["من", "ال"]),
}
_TITLES_BEFORE = frozenset(
    "رييس رييسه وزير وزيره نايب عضو اعضاء باسم الناطق المتحدث لدي مجلس رياسه وزراء امين مستشار قصر برييس لرييس ورييس بمجلس لمجلس".split()
)
_PLACE = frozenset(
    "في داخل شمال جنوب شرق غرب ارجاء انحاء مناطق خارج in across around inside throughout outside dans nord sud est ouest travers".split()
)
_MEMBERS_CLASSES = frozenset(["coalition", "union", "alliance", "league"])


def nominal_mentions(
    passage: Passage, letters: Letters, known: Known, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the candidates that name a party by its class alone."""
    firsts = [one.first for one in names]
    taken = {token for one in names for token in range(one.first, one.last)}
    for hit in passage.hits("nominal"):
        if hit.first not in taken and _stands_alone(passage, hit, known):
            before = names[: bisect_left(firsts, hit.first)]
            named = _of_class(passage, hit, before)
            if named:
                yield named
    states = _states(known)
    for hit in passage.hits("party_word"):
        if hit.first in taken:
            continue
        named = _by_role(passage, hit, names, firsts, states, known)
        if named:
            yield named


def _stands_alone(passage: Passage, hit: Hit, known: Known) -> bool:
    """Say whether a class word is a mention by itself, no part of a longer name."""
    words, language = passage.words, passage.language
    after = words[hit.last] if hit.last < len(words) else "\n"
    if after in _AFTER[language] or hit.last in known.nationality:
        return False
    if language == "ar":
        return True
    before = words[hit.first - 1] if hit.first else ""
    return before in _BEFORE[language]


def _of_class(passage: Passage, hit: Hit, before: Sequence[Named]) -> Named | None:
    wanted = hit.row["class"]
    for one in reversed(before):
        if wanted in one.classes and one.canonical:
            last = hit.last
            if last < len(passage.words) and passage.words[last] in _EVALUATIVE:
                last += 1
            return _nominal(hit, last, one.canonical, one.type, one.classes)
    return None


def _nominal(
    hit: Hit, last: int, canonical: str, kind: str, classes: tuple[str, ...]
) -> Named:
    return Named(
        hit.first,
        last,
        hit.clitic,
        canonical,
        kind,
        classes,
        "nominal",
        reader="parties.nominal",
        score=0.7,
        why=f"a later mention of {canonical}, named before",
    )


def _states(known: Known) -> list[tuple[int, str]]:
    """Return which state is spoken of at which token, by name or adjective."""
    hits = (*known.state.values(), *known.nationality.values())
    return sorted((hit.first, hit.row["iso"]) for hit in hits)


def _by_role(
    passage: Passage,
    hit: Hit,
    names: Sequence[Named],
    firsts: Sequence[int],
    states: Sequence[tuple[int, str]],
    known: Known,
) -> Named | None:
    role = hit.row["role"]
    if role == "all_members":
        before = names[: bisect_left(firsts, hit.first)]
        return _all_members(hit, before)
    if role not in ("country", "government", "regime"):
        return None
    if not _means_its_state(passage, hit, role, known):
        return None
    iso = _spoken_of(states, hit.first)
    if iso is None:
        return None
    named = _nominal(hit, hit.last, iso, "state", ("state",))
    before_word = passage.words[hit.first - 2 : hit.first]
    is_place = role == "country" and not _PLACE.isdisjoint(before_word)
    return named._replace(is_doubtful=is_place)


def _all_members(hit: Hit, before: Sequence[Named]) -> Named | None:
    for one in reversed(before):
        if not _MEMBERS_CLASSES.isdisjoint(one.classes):
            return _nominal(hit, hit.last, one.canonical, one.type, one.classes)
    return None


def _means_its_state(passage: Passage, hit: Hit, role: str, known: Known) -> bool:
    words, language = passage.words, passage.language
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else "\n"
    if hit.last in known.nationality or hit.last in known.state:
        return False
    if language != "ar":
        return before in _BEFORE[language] and after not in _AFTER[language]
    bare = words[hit.first][hit.clitic :]
    if role == "country":
        return True
    if bare in ("الاداره", "الدوله", "القياده", "الجمهوريه", "المملكه", "الحكومات"):
        return False
    is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
    if not is_definite or before in _TITLES_BEFORE:
        return False
    return not after.startswith("ال")


def _spoken_of(states: Sequence[tuple[int, str]], token: int) -> str | None:
    """Return the state most spoken of before a token; of two alike the nearer one."""
    before = states[: bisect_left(states, (token, ""))]
    if not before:
        return None
    counts = Counter(iso for _, iso in before)
    best = max(counts.values())
    return next(iso for _, iso in reversed(before) if counts[iso] == best)
