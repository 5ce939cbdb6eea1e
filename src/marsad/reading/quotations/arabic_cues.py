"""Where Arabic prose says that somebody speaks: its verbs and nouns of saying.

A cue is a reporting verb, participle or noun. What has the letters of one and is none,
or says what the outlet itself thinks, is left out here.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import Hit, Row
from marsad.reading.passage import Passage
from marsad.text.normalise import fold

# أن and إن are one word when folded; with a pronoun they cannot be cut off.
THAT = frozenset(("ان", "بان"))
THAT_PRONOUN = frozenset(
    p + w
    for p in ("", "ب")
    for w in (
        "انه",
        "انها",
        "انهم",
        "اننا",
        "اني",
        "انك",
        "انهما",
        "انهن",
        "انني",
    )
)
# A statement calls itself one in its title or its first line.
_STATEMENTS = frozenset(
    "بيان البيان اعلان الاعلان بلاغ البلاغ تصريح مشترك صادر صادره نداء رساله".split()
)
_HEAD = 40


class Cue(NamedTuple):
    """A reporting verb in its place, with what its form and lexicon row say."""

    first: int
    last: int
    clitic: int
    row: Row

    @property
    def is_participle(self) -> bool:
        """Say whether it hangs on an earlier verb and keeps its speaker."""
        return self.row["role"] == "participle"

    def has(self, flag: str) -> bool:
        """Say whether the lexicon gives the verb a flag."""
        return flag in _flags(self.row["flags"])


@cache
def _flags(written: str) -> frozenset[str]:
    return frozenset(written.split())


def cues_of(passage: Passage) -> list[Cue]:
    """Return the reporting verbs of a passage, one for each place."""
    cues: list[Cue] = []
    for hit in passage.hits("says"):
        if _is_strangers_words(passage.words, Cue(*hit[:3], hit.row)):
            continue
        if cues and cues[-1].first == hit.first:
            cues[-1] = _better(cues[-1], hit)
        else:
            cues.append(Cue(hit.first, hit.last, hit.clitic, hit.row))
    speaks_as_we = _speaks_as_we(passage)
    return [
        cue
        for cue in cues
        if not _is_background(passage, cue)
        and (not cue.has("we") or speaks_as_we(cue.first))
    ]


def _speaks_as_we(passage: Passage) -> Callable[[int], bool]:
    """Tell where the text is a statement whose issuer speaks as "we".

    The head of such a text says what it is; what stands between marks is somebody's
    own speech.
    """
    head = passage.vocabulary & _STATEMENTS and any(
        word in _STATEMENTS for word in passage.words[:_HEAD]
    )
    if not head:
        return lambda _: False
    marked = [(m.first, m.last) for m in passage.marks.marked if m.is_closed]
    return lambda token: not any(first <= token < last for first, last in marked)


def _better(cue: Cue, hit: Hit) -> Cue:
    """Of two readings of one word keep the one with fewer letters cut off."""
    if hit.clitic < cue.clitic:
        return Cue(hit.first, hit.last, hit.clitic, hit.row)
    return cue


# No verb follows these, only the noun of its letters.
_BEFORE_NOUNS = frozenset(
    """في من علي عن الي دون بدون بعد قبل عدم مع حول بشان عند لدي رغم خلال منذ اثناء كل اي عبر بين
    رفض رفضت يرفض ترفض رفضوا سوي غير تم يتم سيتم جري يجري محل موضع مجرد""".split()
)
_NOT_YET = frozenset("لم ولم لن ولن".split())
_UNSAID = frozenset("أعلن ذكر كشف أوضح علق أكد أفاد صرح قال أورد بين أضاف شرح".split())
_ASKED = frozenset("طلب رفض اشترط".split())
# «طلب عدم ذكر اسمه»: what a source asks for is not what it says.
ASKED_FOR = frozenset("طلب طلبت رفض رفضت فضل فضلت اشترط اشترطت طلبوا فضلوا".split())
UNNAMED = frozenset("عدم ذكر الكشف الافصاح كشف حجب".split())
_ASIDES = (["خلال"], ["في"], ["اثناء"], ["امس"], ["اليوم"], ["علي"], ["عبر"])
_PASSIVE = frozenset(("يعتبر", "تعتبر"))  # «is considered» as well
_PASSIVE_REACH = 8
_BETWEEN_REACH = 12  # tokens of a subject between «وبين» and its أن
_IN_THEIR = frozenset("حد حسب بحسب وفق وفقا".split())
_SAID = frozenset(
    """قال قالت يقول تقول وقال وقالت ويقول وتقول واضاف واضافت وتضيف وتابعت وتابع تروي وتروي اكد
    اكدت واكد واكدت اوضح اوضحت واوضح واوضحت اعلن اعلنت واعلن واعلنت صرح صرحت وصرح وصرحت
    ذكر ذكرت وذكر وذكرت كشف كشفت وكشف وكشفت شدد شددت وشدد وشددت اضاف اضافت""".split()
)
_BACKGROUND = frozenset("يذكر يعتقد يتوقع يرجح يفترض يعتبر تعتبر يعد تعد".split())


def _is_background(passage: Passage, cue: Cue) -> bool:
    """Say whether the outlet itself speaks: «يذكر أن», «ويعتقد أن» at a clause's head."""
    words = passage.words
    word = words[cue.first][cue.clitic :]
    if cue.row["lemma"].startswith(("ا", "إ")) and _is_first_person(passage, cue):
        return True
    if any(is_none(words, cue) for is_none in _NO_CUES):
        return True
    if word == "بين" and "ّ" not in passage.written(cue.first):
        return not _explains(words, cue)
    if word not in _BACKGROUND:
        return False
    following = words[cue.last] if cue.last < len(words) else ""
    if word in _PASSIVE:
        return not _leads_on(words, cue.last)
    return following in THAT | THAT_PRONOUN or word in ("يعد", "تعد")


def _leads_on(words: list[str], token: int) -> bool:
    """Say whether أن follows in the same clause: «ويعتبر المحلل أن …»."""
    for ahead in range(token, min(len(words), token + _PASSIVE_REACH)):
        if words[ahead].startswith("ان") and (
            words[ahead] in THAT or words[ahead] in THAT_PRONOUN
        ):
            return True
        if words[ahead] in "،,.\n:":
            return False
    return False


def _is_denied(words: list[str], cue: Cue) -> bool:
    """Say whether somebody has not said a thing: «ولم تعلن حصيلة»."""
    before = words[cue.first - 1] if cue.first else ""
    return before in _NOT_YET and cue.row["lemma"] in _UNSAID


def _is_condition(words: list[str], cue: Cue) -> bool:
    """Say whether a source only asks not to be named, or a hand points somewhere."""
    following = words[cue.last] if cue.last < len(words) else ""
    if cue.row["lemma"] in _ASKED:
        return following in UNNAMED
    before = words[cue.first - 1] if cue.first else ""
    is_pointing = cue.row["lemma"] == "أشار" and before in ("وهو", "وهي")
    is_clause = words[cue.last + 1 : cue.last + 2] in (["ان"], ["انه"], ["انها"])
    return is_pointing and not is_clause


def _explains(words: list[str], cue: Cue) -> bool:
    """Say whether «بين» is the verb: أن follows, at a sentence's head with a subject."""
    is_set_off = cue.first > 0 and words[cue.first - 1] in "،,"
    opens = is_set_off or (
        cue.clitic > 0 and (cue.first == 0 or words[cue.first - 1] in ".\n")
    )
    reach = _BETWEEN_REACH if opens else 1
    for token in range(cue.last, min(len(words), cue.last + reach)):
        if words[token] in THAT or words[token] in THAT_PRONOUN:
            return True
        is_aside = (
            not is_set_off
            and words[token] == "،"
            and words[token + 1 : token + 2] in _ASIDES
        )
        if words[token][0] == "و" or (words[token] in "،,.\n" and not is_aside):
            return words[token] == "،" and words[token + 1 : token + 2] == ["ان"]
    return False


def is_own_words(words: list[str], cue: Cue) -> bool:
    """Say whether a noun stands in a phrase such as «على حد تعبيره»."""
    return cue.first > 0 and words[cue.first - 1] in _IN_THEIR


def _is_byline(words: list[str], cue: Cue) -> bool:
    """Say whether a line only names its author: «كتب - فلان:»."""
    opens = cue.first == 0 or words[cue.first - 1] == "\n"
    return (
        opens
        and cue.row["lemma"] == "كتب"
        and words[cue.last : cue.last + 1] in (["-"], ["–"], [":"])
    )


def _is_strangers_words(words: list[str], cue: Cue) -> bool:
    """Say whether «وصفه» or «رأيه» is no part of «على حد وصفه»."""
    return cue.has("own") and not is_own_words(words, cue)


def _is_bare(words: list[str], cue: Cue) -> bool:
    """Say whether a participle without its ending is none: «، مؤكد أن» is one."""
    if not cue.has("bare"):
        return False
    following = words[cue.last : cue.last + 2]
    is_leading = following[:1] == ["ان"] or following in (["الي", "ان"], ["علي", "ان"])
    return cue.first == 0 or words[cue.first - 1] not in "،," or not is_leading


def _is_student(words: list[str], cue: Cue) -> bool:
    """Say whether «قالت طالبة» names a student and no participle."""
    is_noun = cue.row["lemma"] == "طلب" and cue.is_participle
    return is_noun and words[cue.first - 1] in _SAID


def _is_noun_of_action(words: list[str], cue: Cue) -> bool:
    """Say whether a past verb's letters are a noun: «رفضت ذكر اسمها», «دون كشف …»."""
    if cue.clitic or cue.is_participle or cue.first == 0 or cue.last - cue.first > 1:
        return False
    if words[cue.first] != fold(cue.row["lemma"]):
        return False
    # «قالت أمل، …», «قال دان …»: after a verb of saying the letters are a name.
    return words[cue.first - 1] in _SAID | _BEFORE_NOUNS


_NO_CUES = (
    _is_denied,
    _is_condition,
    _is_bare,
    _is_student,
    _is_noun_of_action,
    _is_byline,
)


def _is_first_person(passage: Passage, cue: Cue) -> bool:
    """Say whether the writing shows the hamza of "I": «أعتقد», against «اعتقد»."""
    return passage.written(cue.first)[cue.clitic : cue.clitic + 1] == "أ"
