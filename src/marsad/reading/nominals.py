"""Later mentions: «التنظيم», "the group", "le pays" lead back to what was named before.

A later mention is resolved only when something of its class was named earlier in the
passage; the nearest one is meant.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import Hit, rows
from marsad.reading.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.states import Known
from marsad.reading.wordsets import wordset
from marsad.reading.written import Letters, cases

_EVALUATIVE = wordset("judgements")
_BEFORE = {
    "en": wordset("before_class_words_en"),
    "fr": wordset("before_class_words_fr"),
}
_AFTER = {
    "en": wordset("after_class_words_en"),
    "fr": wordset("after_class_words_fr"),
    "ar": wordset("after_class_words_ar"),
}
_TITLES_BEFORE = wordset("titles_of_government")
_PLACE = wordset("mere_places")
# How many names back a later mention reaches.
_MEMORY = 150
_VERBS = wordset("acting_en")
_COALITION = "Global Coalition"
# The coalition's name holds the name of its enemy.
_DAESH = Named(0, 0, 0, "Daesh", "armed_group", ("group",))
_MEMBERS_CLASSES = frozenset(["coalition", "union", "alliance", "league"])


def nominal_mentions(
    passage: Passage, letters: Letters, known: Known, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the candidates that name a party by its class alone."""
    firsts = [one.first for one in names]
    taken = {token for one in names for token in range(one.first, one.last)}
    edges = {one.first for one in names} | {one.last for one in names}
    for hit in passage.hits("nominal"):
        beside = hit.last in edges or hit.first in edges
        if hit.first not in taken and not beside and _stands_alone(passage, hit, known):
            end = bisect_left(firsts, hit.first)
            before = names[max(0, end - _MEMORY) : end]
            named = _of_class(passage, hit, before, known.nationality)
            if named:
                yield named
    states = _states(known)
    yield from _arms(passage, letters, taken, states)
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
    if after in _AFTER[language]:
        return False
    before = words[hit.first - 1] if hit.first else ""
    if language == "ar":
        if before.endswith("جريمه"):
            return False  # organised crime is no organisation
        is_judged = after in _EVALUATIVE or hit.last in known.nationality
        goes_on = (
            after.startswith("ال") and len(after) > 4 and after.endswith(("ه", "ي"))
        )
        return is_judged or not goes_on
    if hit.last in known.nationality:
        return False
    first = hit.first - 1
    while first > 0 and words[first] in _EVALUATIVE:
        first -= 1
    return first >= 0 and words[first] in _BEFORE[language]


def _of_class(
    passage: Passage,
    hit: Hit,
    before: Sequence[Named],
    nationality: Mapping[int, Hit],
) -> Named | None:
    wanted, word = hit.row["class"], passage.words[hit.first]
    is_armed = word.endswith("تنظيم")
    for one in reversed(before):
        if is_armed and one.canonical == _COALITION:
            one = _DAESH._replace(first=one.first)
        if (
            wanted in one.classes
            and one.canonical
            and (one.type == "armed_group" or not is_armed)
        ):
            first, last = _with_judgement(passage, hit)
            if last == hit.last and last in nationality and passage.language == "ar":
                last = nationality[last].last
            named = _nominal(hit, last, one.canonical, one.type, one.classes)
            return named._replace(
                first=first, clitic=hit.clitic if first == hit.first else 0
            )
    if passage.words[hit.last - 1] in ("الدوليه", "الامميه"):
        return _nominal(hit, hit.last, "United Nations", "organisation", (wanted,))
    return None


def _with_judgement(passage: Passage, hit: Hit) -> tuple[int, int]:
    """Return the tokens of a class word with what its writer thinks of the body."""
    words, first, last = passage.words, hit.first, hit.last
    if last < len(words) and words[last] in _EVALUATIVE:
        last += 1
    while first > 0 and words[first - 1] in _EVALUATIVE:
        first -= 1
    return first, last


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


def _arms(
    passage: Passage,
    letters: Letters,
    taken: set[int],
    states: Sequence[tuple[int, str]],
) -> Iterator[Named]:
    """Give the arms of a state that the text names without it."""
    case = cases(passage.language, "state_arms")
    whose = _whose(states)
    for hit in passage.hits("state_arm"):
        if hit.first in taken or not letters.allows(hit, case):
            continue
        words, language = passage.words, passage.language
        before = words[hit.first - 1] if hit.first else ""
        after = words[hit.last] if hit.last < len(words) else "\n"
        has_article = language == "ar" or before in _BEFORE[language]
        if after in _AFTER[language] or not (has_article or letters.capital[hit.first]):
            continue
        if words[hit.first] == "military" and after.isalpha() and after not in _VERBS:
            continue
        row = hit.row
        named = _nominal(
            hit,
            hit.last,
            f"{whose} {row['english']}".strip(),
            row["type"],
            (row["class"],),
        )
        is_doubtful = row["doubt"] == "always" or (
            bool(row["doubt"]) and language != "ar"
        )
        yield named._replace(is_doubtful=is_doubtful)


def _whose(states: Sequence[tuple[int, str]]) -> str:
    """Return the English adjective of the one state that a text is about, if any."""
    counts = Counter(iso for _, iso in states)
    if not counts:
        return ""
    iso, count = counts.most_common(1)[0]
    return _adjectives().get(iso, "") if count * 5 >= len(states) * 3 else ""


@cache
def _adjectives() -> Mapping[str, str]:
    return {row["iso"]: row["en"].split("|")[0] for row in rows("nationalities")}


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
        end = bisect_left(firsts, hit.first)
        before = names[max(0, end - _MEMORY) : end]
        after = passage.words[hit.last : hit.last + 1]
        is_single = hit.last - hit.first == 1
        if (
            is_single
            and passage.language == "ar"
            and after
            and after[0].startswith("ال")
        ):
            return None
        return _all_members(hit, before)
    if role == "kingdom":
        states = [(token, iso) for token, iso in states if iso in _KINGDOMS]
        role = "country"
    if role not in ("country", "government", "regime"):
        return None
    if not _means_its_state(passage, hit, role, known):
        return None
    iso = _spoken_of(states, hit.first)
    if iso is None:
        return None
    first, last = hit.first, hit.last
    if role == "government":
        first, last = _with_phase(passage, hit)
    named = _nominal(hit, last, iso, "state", ("state",))._replace(first=first)
    before_word = passage.words[hit.first - 2 : hit.first]
    is_place = role == "country" and not _PLACE.isdisjoint(before_word)
    return named._replace(is_doubtful=is_place)


_KINGDOMS = frozenset(["SA", "MA", "BH", "JO", "GB", "OM", "QA", "KW"])
# A government may be described by its phase: "the new coalition government".
_PHASES = wordset("phases")


def _with_phase(passage: Passage, hit: Hit) -> tuple[int, int]:
    words, first, last = passage.words, hit.first, hit.last
    while first > 0 and words[first - 1] in _PHASES:
        first -= 1
    if last < len(words) and words[last] in _PHASES:
        last += 1
    elif words[last : last + 1] == ["de"] and words[last + 1 : last + 2] in (
        ["coalition"],
        ["transition"],
    ):
        last += 2
    return first, last


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
        first = hit.first - 1
        while first > 0 and words[first] in _PHASES:
            first -= 1
        is_phase = words[hit.last + 1 : hit.last + 2] in (["coalition"], ["transition"])
        goes_on = after in _AFTER[language] and not is_phase
        return (
            words[max(first, 0)] in _BEFORE[language] | {"un", "a", "an"} - {"both"}
            and not goes_on
            and not after.endswith(("ales", "elles", "aux"))
        )
    bare = words[hit.first][hit.clitic :]
    if role == "country":
        return not (
            bare.startswith(("المملك", "السلطن", "الامار")) and after.startswith("ال")
        )
    if bare in ("الاداره", "الدوله", "القياده", "الجمهوريه", "المملكه", "الحكومات"):
        return False
    is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
    if not is_definite or before in _TITLES_BEFORE or after == "في":
        return False
    return not after.startswith("ال") or after in _PHASES


def _spoken_of(states: Sequence[tuple[int, str]], token: int) -> str | None:
    """Return the state most spoken of before a token; of two alike the nearer one."""
    end = bisect_left(states, (token, ""))
    before = states[max(0, end - _MEMORY) : end]
    if not before:
        return None
    counts = Counter(iso for _, iso in before)
    best = max(counts.values())
    return next(iso for _, iso in reversed(before) if counts[iso] == best)
