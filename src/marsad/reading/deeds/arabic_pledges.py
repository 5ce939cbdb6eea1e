"""Arabic pledges by a signature, and verbs of pledging that mean something else.

Who signs a deal that says what is bought, built or given is bound by it; readers may
differ, so it is doubtful. «أقر بأن» admits, «اتفقوا على أن المسجد قديم» is an opinion.
"""

from collections.abc import Iterator

from marsad.reading.deeds.bearers import bearer
from marsad.reading.deeds.clauses import Clause, bounds, clause_end
from marsad.reading.deeds.futures import Promise
from marsad.reading.deeds.subjects import opening_arabic
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage
from marsad.reading.quotations.masdars import is_masdar
from marsad.reading.wordsets import wordset

_DEALS = wordset("deals_ar")
_SIGNING = wordset("signing_ar")
_SIGNED = frozenset(
    ["ابرام", "توقيع", "امضاء", "ابرامها", "توقيعها", "ابرامه", "توقيعه"]
)
_TELLING = frozenset(
    "اكد اكدت اعلن اعلنت اكدوا اعلنوا توكد يوكد تعلن يعلن كشف كشفت".split()
)
_SAYS_WHAT = frozenset(
    ["تقضي", "يقضي", "تنص", "ينص", "بقيمه", "بمبلغ", "بكلفه", "بتكلفه"]
)
# Between a signature and the deal stand who signs and with whom; behind it, what for.
_BACK = 9
_AHEAD = 14


def deals(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the deals that somebody signs: «وقعت قطر صفقة لشراء», «أكدت إبرام صفقة»."""
    for token in passage.tokens_of(_DEALS):
        verb = _signed_by(passage, token)
        if verb is None or not _says_what_for(passage, token):
            continue
        low, high = bounds(passage, verb)
        word = passage.words[verb]
        clitic = 1 if word not in _SIGNING | _TELLING else 0
        hit = Hit(verb, verb + 1, clitic, "commits", {"shape": "finite", "takes": ""})
        first = opening_arabic(passage, found, hit, low)
        last = clause_end(passage, token, high)
        clitic = clitic if first == verb else 0
        clause = Clause(first, clitic, verb, token, last)
        actor = bearer(passage, found, hit, clause)
        if actor.party:
            yield Promise(clause, actor, "deal", is_sure=False)


def _signed_by(passage: Passage, deal: int) -> int | None:
    """Return the verb by which a deal is signed, or its signing is told."""
    words = passage.words
    low, _ = bounds(passage, deal)
    is_told = False
    for index in range(deal - 1, max(low, deal - _BACK) - 1, -1):
        word = words[index]
        if word in _SIGNED:
            is_told = True
        verbs = _TELLING if is_told else _SIGNING
        if word in verbs or (word[0] in "وف" and word[1:] in verbs):
            return index
        if word in ("،", ",", ":", "ان", "بعد", "قبل"):
            return None
    return None


def _says_what_for(passage: Passage, deal: int) -> bool:
    """Say whether what is dealt in stands behind a deal: «لشراء», «بقيمة»."""
    _, high = bounds(passage, deal)
    ahead = passage.words[deal + 1 : min(high, deal + _AHEAD)]
    return any(
        word in _SAYS_WHAT or (word[0] == "ل" and is_masdar(word[1:])) for word in ahead
    )


def is_other_sense(passage: Passage, hit: Hit) -> bool:
    """Say whether a verb of pledging admits or thinks here, and binds nobody."""
    words = passage.words
    word = words[hit.first][hit.clitic :]
    behind = words[hit.last : hit.last + _AHEAD]
    if word.startswith(_ADMITTING):
        return any(one.startswith(("بان", "بال", "بعدم", "بوجود")) for one in behind)
    if not word.startswith(_AGREEING) or "علي" not in behind:
        return False
    after = behind[behind.index("علي") + 1 :][:2]
    if after[:1] == ["ان"] and len(after) > 1:
        return after[1][0] not in "يتن" or after[1].startswith("نا")
    return bool(after) and (after[0] in _OPINIONS or after[0] in ("انه", "انها"))


_ADMITTING = ("اقر", "يقر", "تقر")
_AGREEING = ("اتفق", "يتفق", "تتفق", "نتفق", "توافق", "وافق")
_OPINIONS = frozenset("الحاجه حاجه ضروره اهميه وجوب اولويه خطوره حق".split())
