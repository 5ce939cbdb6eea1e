"""An Arabic word without what is written onto its front: و ف ب ل ك and the article.

One letter at a time is cut, from any word in the same way, so that every form of a word
ends at one stem: «وللمدينة» loses و, then لل, as «المدينة» loses ال. A word of the
lexicon is not cut: كتاب keeps its ك. What is cut too far, as a rare name may be, is cut
in the query too, and is still found.
"""

from functools import cache
from importlib.resources import files
from typing import Final

LETTERS: Final = frozenset("وفبلك")
ARTICLE: Final = "ال"
# ل before the article is written لل; a third ل is never written: للجنة is ل and اللجنة.
_FOR_THE: Final = "لل"
_SHORTEST: Final = 3
# Words of two letters that proclitics stand before; all others need three.
_AFTER_ARTICLE: Final = frozenset(
    "يد دم حق حل رد خط حد سر صف اب اخ سد حي جو بر ام حب".split()
)
_AFTER_AND: Final = frozenset(
    "في من عن ان لا ما لم لن قد هو هي هم اي او كل ضد حق ذا اذ لو بل".split()
)
_AFTER_BY: Final = frozenset("ان كل اي حق لا ما".split())  # fmt: skip
_AFTER: Final = {
    **dict.fromkeys("وف", _AFTER_AND),
    **dict.fromkeys("بل", _AFTER_BY),
    "ك": frozenset[str](),
}
# «لله» is ل and الله; «اللهم» is a word of its own.
_IRREGULAR: Final = {"لله": "الله"}
# A stem of the lexicon is known with its pronouns and endings too: كتابه, باحثون.
_ENDINGS: Final = ("ها", "هم", "ون", "ين", "ات", "ان", "نا", "يه", "ه", "ي", "ا")
# A word is written with four proclitics at most, but stems may begin alike.
_MOST_CUTS: Final = 8
FRAGMENTS: Final = frozenset("و ف ب ل ك ال وال بال فال كال لل ول وب ولل".split())


def chain(word: str) -> tuple[str, ...]:
    """The folded word, and what is left after each cut; the last one is the stem."""
    links = [word]
    for _ in range(_MOST_CUTS):
        shorter = _cut(links[-1])
        if not shorter:
            break
        links.append(shorter)
    return tuple(links)


def is_known(word: str) -> bool:
    """Whether a word is a stem of the lexicon, alone or with an ending."""
    stems = _stems()
    return word in stems or any(
        word.endswith(ending) and word[: -len(ending)] in stems for ending in _ENDINGS
    )


def _cut(word: str) -> str:
    """The word without its first proclitic; empty where it has none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    # Of three letters, the short words alone are a rest: «ومن», though وفد is a stem.
    if len(word) < _SHORTEST or (len(word) > _SHORTEST and is_known(word)):
        return ""
    rest = word[2:]
    if word.startswith(_FOR_THE):
        # «للجنة» may be ل, the article and لجنة, where that is a word.
        rest = word[1:] if is_known(word[1:]) else rest
        return rest if _is_enough(rest, _AFTER_ARTICLE) else ""
    if word.startswith(ARTICLE):
        return rest if _is_enough(rest, _AFTER_ARTICLE) else ""
    if word[0] in LETTERS:
        return word[1:] if _is_enough(word[1:], _AFTER[word[0]]) else ""
    return ""


def _is_enough(rest: str, short: frozenset[str]) -> bool:
    return len(rest) >= _SHORTEST or rest in short


@cache
def _stems() -> frozenset[str]:
    path = files("marsad.searching") / "lexicons" / "stems_ar.tsv"
    lines = path.read_text("utf-8").splitlines()
    words = (line for line in lines if not line.startswith("#"))
    return frozenset(words) - {"form"}
