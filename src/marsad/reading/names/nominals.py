"""Later mentions: «التنظيم», "the group", "l'agence" lead back to what was named before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_lands import ArabicLands
from marsad.reading.names.arabic_nominals import ArabicClassWords
from marsad.reading.names.english_nominals import english_nominals
from marsad.reading.names.latin_nominals import LatinClassWords
from marsad.reading.names.naming import Named, later_mention
from marsad.reading.names.state_nominals import StateWords
from marsad.reading.names.states import Known
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_MEMORY = 150  # names back that a later mention reaches
# A coalition that governs has partners too: "the ruling coalition partners".
_OF_GOVERNMENTS = frozenset(["ruling", "governing", "junior", "senior", "minority"])
_MEMBERS_CLASSES = frozenset(["coalition", "union", "alliance", "league"])
_BEFORE_MEMBERS = wordset("before_members")


def nominal_mentions(
    passage: Passage, letters: Letters, known: Known, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the candidates that name a party by its class alone."""
    taken = {token for one in names for token in range(one.first, one.last)}
    states = StateWords(passage, known)
    arms = list(states.arms(letters, taken))
    yield from arms
    names = sorted((*names, *arms), key=lambda one: one.first)
    names = list(_with_inner(names))
    yield from english_nominals(passage, letters, known, names)
    if passage.language == "ar":
        yield from ArabicClassWords(passage, known, names).mentions(taken)
        yield from ArabicLands(passage, known).mentions()
    else:
        yield from LatinClassWords(passage, known, letters, names).mentions(taken)
    for hit in passage.hits("party_word"):
        if hit.first not in taken:
            is_members = hit.row["role"] == "all_members"
            named = (
                _all_members(passage, names, hit) if is_members else states.mention(hit)
            )
            if named:
                yield named


def _with_inner(names: Sequence[Named]) -> Iterator[Named]:
    """Give the names, each after the body that its name holds."""
    for one in names:
        if one.inner:
            canonical, kind, classes = one.inner
            yield one._replace(canonical=canonical, type=kind, classes=classes)
        yield one


def _all_members(passage: Passage, names: Sequence[Named], hit: Hit) -> Named | None:
    """Return the body whose members are all spoken of."""
    words = passage.words
    after = words[hit.last] if hit.last < len(words) else "\n"
    is_single = hit.last - hit.first == 1
    if passage.language == "ar" and is_single and after.startswith("ال"):
        return None
    if passage.language == "en" and not _are_members(passage, hit, after):
        return None
    end = bisect_left(names, hit.first, key=lambda one: one.first)
    for one in reversed(names[max(0, end - _MEMORY) : end]):
        if not _MEMBERS_CLASSES.isdisjoint(one.classes):
            return later_mention(hit.first, hit.last, hit.clitic, one)
    return None


def _are_members(passage: Passage, hit: Hit, after: str) -> bool:
    """Say whether "members" are a body's, and no family's or crew's."""
    words = passage.words
    before = words[hit.first - 1] if hit.first else "\n"
    if after == "of" or before in _OF_GOVERNMENTS:
        return False
    return (
        words[hit.first] != "members"
        or before in _BEFORE_MEMBERS
        or not before.isalpha()
    )
