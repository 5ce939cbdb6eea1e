"""What Arabic speech begins with where neither أن nor a sign leads to it.

«قال البيان سيحصل الوفد على …», «وقال رصدنا …»: a verb in the future, a denial, or "we"
behind a verb of saying opens what is said.
"""

from functools import cache

from marsad.reading.lexicon import forms, rows
from marsad.reading.names.gazetteer import is_common
from marsad.text.normalise import fold

_SAYING = frozenset("قال أضاف تابع أردف استطرد صرح أكد أوضح زاد ختم اختتم كتب".split())
_DENIALS = frozenset("لن لم ليس ليست لا".split())
_NOT = _DENIALS - {"لا"}
_OURS = frozenset("نحن لسنا لدينا علينا لقد انا كنا سوف لدي".split())
_FIRST_PERSON = frozenset(
    "نحن اننا لدينا علينا انا اني انني لنا عندنا جميعا نا اعتقد نعتقد نريد لقد".split()
)
_WE = "نا"
_NAMES = ("ينا", "انا", "ونا")  # more often the end of a name
_SHORTEST = 5
_OUR_FUTURE = ("سن", "سا")


def leads_bare(lemma: str) -> bool:
    """Say whether what a verb reports may follow it without any sign."""
    return lemma in _SAYING


def opening(word: str) -> str | None:
    """Return how a word opens bare speech: "colon" for "we", else "clause"."""
    if word in _OURS:
        return "colon"
    is_ours = word.endswith(_WE) and not word.endswith(_NAMES)
    if is_ours and len(word) >= _SHORTEST and not word.startswith("ال"):
        return "colon"
    is_future = word in _futures() or (_may_be_future(word) and not is_common(word))
    if is_future and word.startswith(_OUR_FUTURE):
        return "colon"
    return "clause" if word in _DENIALS or is_future else None


def begins_clause(word: str) -> bool:
    """Say whether a verb in the future or a denial ends a subject: «البيان سيحصل»."""
    return word in _NOT or word in _futures()


def _may_be_future(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0] == "س" and word[1] in "ينت"


@cache
def _futures() -> frozenset[str]:
    """Return the verbs in the future, folded."""
    return frozenset(
        fold(form) for row in rows("future_verbs") for form in forms(row, "ar")
    )


def says_we(word: str) -> bool:
    """Say whether a word is somebody's "I" or "we"."""
    bare = word[1:] if word[:1] in "وف" else word
    return (
        bare in _FIRST_PERSON
        or (bare.startswith(("سن", "لن")) and len(bare) > 4)
        or (bare.endswith("نا") and len(bare) > 4)
    )
