"""The words for what is counted, and the short English unit that each stands for.

Arabic forms (dual, accusative, sound feminine plural, article, possessive) are made
here by rule from the singular and the broken plurals of the lexicon; English and
French plurals likewise. Everything is compiled once a language.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_POSSESSIVES = ("ه", "ها", "هم", "هن", "نا", "كم")
_DURATIONS = frozenset(
    ["year", "month", "week", "day", "hour", "minute", "second", "decade", "century"]
)


class Unit(NamedTuple):
    """A unit noun found in a text: the token after it, and the English unit."""

    last: int
    name: str
    is_dual: bool = False
    is_definite: bool = False
    # An Arabic singular; and a form with a possessive: «جنوده».
    is_single: bool = False
    is_owned: bool = False


class _Form(NamedTuple):
    """A compiled form: the words behind its first, and its unit."""

    rest: tuple[str, ...]
    name: str
    made: "_Made"


_Forms = dict[str, list[_Form]]


def unit_at(words: Sequence[str], token: int, language: str) -> Unit | None:
    """Return the longest unit noun that begins at a token, or None."""
    if token >= len(words):
        return None
    for form in _forms(language).get(words[token], ()):
        last = token + 1 + len(form.rest)
        if not form.rest or tuple(words[token + 1 : last]) == form.rest:
            return Unit(last, form.name, *form.made[1:])
    return None


def is_duration(name: str) -> bool:
    """Say whether a unit measures time."""
    return name in _DURATIONS


def duals() -> dict[str, str]:
    """Return the indefinite duals of one word, with the unit that each counts."""
    return {
        word: form.name
        for word, forms in _forms("ar").items()
        for form in forms[-1:]
        if form.made.is_dual and not form.made.is_definite and not form.rest
    }


# The first of these that knows a form decides.
_LEXICONS = ("units", "callings", "counted_things", "counted_things_ar")


@cache
def _forms(language: str) -> _Forms:
    """Compile every form of every unit noun of a language, the longest first."""
    forms: _Forms = {}
    made = [
        (row["unit"], _written(row.get(language, "")))
        for name in _LEXICONS
        for row in rows(name)
    ]
    for name, written in made:
        for form in {"ar": _arabic, "en": _english, "fr": _french}[language](written):
            _put(forms, name, form)
    if language == "ar":
        # Duals and possessives come last: no plain form of another noun yields to them.
        for name, written in made:
            for form in _arabic_endings(written, is_object=name != "person"):
                _put(forms, name, form)
    for known in forms.values():
        known.sort(key=lambda form: -len(form.rest))
    return forms


def _written(forms: str) -> list[tuple[str, ...]]:
    return [words_of(fold(form)) for form in forms.split("|") if form]


class _Made(NamedTuple):
    """A form made by rule from the lexicon."""

    words: tuple[str, ...]
    is_dual: bool = False
    is_definite: bool = False
    is_single: bool = False
    is_owned: bool = False


def _put(forms: _Forms, name: str, made: _Made) -> None:
    known = forms.setdefault(made.words[0], [])
    # The first row that claims a form keeps it.
    if all(form.rest != made.words[1:] for form in known):
        known.append(_Form(made.words[1:], name, made))


# -- Arabic -----------------------------------------------------------------------------

# Short nouns that take endings; abbreviations of measures take none: «كم» is no «كما».
_SHORTEST_NOUN = 4
_SHORT = frozenset(["طن", "حي", "سد", "خط", "حق", "فخ"])
_BARE = frozenset(["كلم", "ملم", "كلغ", "كجم"])


def _arabic(written: Sequence[tuple[str, ...]]) -> Iterator[_Made]:
    singles = {words[0] for words in written if len(words) == 1}
    for index, words in enumerate(written):
        head, rest = words[0], words[1:]
        is_single = index == 0 or not _is_broken_plural(head, singles)
        yield _Made(words, is_single=is_single)
        if head == "من" or not head.isalpha() or head in _BARE:
            continue
        yield _Made(
            ("ال" + head, *_with_article(rest)), is_definite=True, is_single=is_single
        )
        if rest:
            continue
        if head.endswith("ه"):
            yield _Made((head[:-1] + "ات",))
            yield _Made(("ال" + head[:-1] + "ات",), is_definite=True)
        elif len(head) > 2 or head in _SHORT:
            yield _Made((head + "ا",), is_single=is_single)


def _is_broken_plural(head: str, singles: set[str]) -> bool:
    """Say whether a form behind the first is a plural: no plural is made of it."""
    return not (head.endswith("ه") or head + "ات" in singles or head + "ين" in singles)


def _with_article(rest: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("ال" + word if word.isalpha() else word for word in rest)


def _arabic_endings(
    written: Sequence[tuple[str, ...]], *, is_object: bool
) -> Iterator[_Made]:
    """Make the duals and the possessive forms of the nouns of a row."""
    singles = {words[0] for words in written if len(words) == 1}
    for index, words in enumerate(written):
        head, rest = words[0], words[1:]
        if head == "من" or head in _BARE or (len(head) < 3 and head not in _SHORT):
            continue
        if rest:
            if head.endswith("ه"):
                yield _Made((head[:-1] + "تين", *_duals(rest)), is_dual=True)
            continue
        if not is_object and {head + "ين", head + "ون"} & singles:
            yield from _feminine(head)
        yield from _possessives(head)
        is_plural = _is_broken_plural(head, singles) and head not in _SINGULARS
        if not (index and is_object and is_plural):
            yield from _both(head, singles)


def _both(head: str, singles: set[str]) -> Iterator[_Made]:
    """Make the duals of a noun, where they are no other form of its row."""
    for dual in _arabic_duals(head, singles):
        if dual not in singles:
            yield _Made((dual,), is_dual=True)
            yield _Made(("ال" + dual,), is_dual=True, is_definite=True)


# Singulars behind another singular of their row, which no ending shows.
_SINGULARS = frozenset(
    """بلد طرف مركب زورق رتل هيكل بيت مسكن مستوصف جامع دكان بنك معمل منفذ اتحاد اتصال حادث
    خرق بلاغ اعتقال احتجاج تدبير مستند مقطع صنف قسم مركز وسام سيل ترخيص رسم مخفر ملتقي رصيف
    مخبز مسبح فرن عنبر مسلخ مصب فوج قناع""".split()
)
# Their feminine is a thing or a deed: «مساعدات», «مقاتلات».
_NO_WOMEN = frozenset(
    """مساعد مشارك مراقب معارض مقاتل متابع مخالف منتج مراسل مطالب مقابل محادث مباحث مشاور
    مواجه ممارس محاول منافس مناقش معالج مسابق منظم ناقل ملاحظ مصور دراج""".split()
)


def _feminine(head: str) -> Iterator[_Made]:
    """Make the feminine of a noun of people: مراهقة، مراهقات، مراهقتين."""
    if head in _NO_WOMEN or head.endswith(("ه", "ي")) or len(head) < _SHORTEST_NOUN:
        return
    for ending in ("ه", "ات"):
        yield _Made((head + ending,))
        yield _Made(("ال" + head + ending,), is_definite=True)
    for ending in ("تين", "تان"):
        yield _Made((head + ending,), is_dual=True)
        yield _Made(("ال" + head + ending,), is_dual=True, is_definite=True)


def _duals(rest: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        word[:-1] + "تين" if word.endswith("ه") else word + "ين" for word in rest
    )


def _possessives(head: str) -> Iterator[_Made]:
    stem = head[:-1] + "ت" if head.endswith("ه") else head
    if head.endswith(("ين", "ون")):
        # «مقاتلين» loses its nun: «مقاتليه», «مقاتلو».
        stem = head[:-2] + "ي"
        yield _Made((stem,))
        yield _Made((head[:-2] + "و",))
    stems = [stem]
    if stem.endswith("اء"):
        # «أعضائها», «أعضاؤها».
        stems += [stem[:-1] + "ي", stem[:-1] + "و"]
    yield from (
        _Made((one + end,), is_owned=True) for one in stems for end in _POSSESSIVES
    )
    if head.endswith("ه"):
        many = head[:-1] + "ات"
        yield from (_Made((many + end,), is_owned=True) for end in _POSSESSIVES)


def _arabic_duals(head: str, singles: set[str]) -> list[str]:
    if head.endswith(("ين", "ون", "ات")):
        return []
    if head.endswith("ه"):
        stem = head[:-1] + "ت"
        return [stem + "ين", stem + "ان"]
    if head + "ين" in singles:
        return [head + "ان"]
    return [head + "ين", head + "ان"]


# -- English and French -----------------------------------------------------------------


def _english(written: Sequence[tuple[str, ...]]) -> Iterator[_Made]:
    for words in written:
        yield _Made(words)
        if words[-1].isalpha():
            yield _Made((*words[:-1], plural(words[-1])))


def plural(word: str) -> str:
    """Return the regular English plural of a noun."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word + "s"


_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person",
    "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse",
    "lives": "life", "wives": "wife", "knives": "knife", "halves": "half",
    "thieves": "thief", "wolves": "wolf", "leaves": "leaf", "shelves": "shelf",
    "loaves": "loaf", "calves": "calf", "oxen": "ox", "criteria": "criterion",
    "phenomena": "phenomenon", "crises": "crisis", "analyses": "analysis",
    "bases": "base", "theses": "thesis", "axes": "axis", "media": "medium",
    "movies": "movie", "ties": "tie", "lies": "lie", "pies": "pie", "dies": "die",
    "cookies": "cookie", "selfies": "selfie", "shoes": "shoe", "toes": "toe",
    "buses": "bus", "gases": "gas", "viruses": "virus", "bonuses": "bonus",
    "campuses": "campus", "censuses": "census", "statuses": "status",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "sheep": "sheep",
    "fish": "fish", "caches": "cache", "headaches": "headache", "niches": "niche",
    "avalanches": "avalanche", "aches": "ache", "series": "series", "species": "species", "helicopters": "helicopter",
}  # fmt: skip
_ES = ("ches", "shes", "sses", "xes", "zzes", "oes")


def singular(word: str) -> str:
    """Return the singular of an English plural noun, or the word itself."""
    known = _IRREGULAR.get(word)
    if known:
        return known
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_ES):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Say whether an English word may be a plural noun."""
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and singular(word) != word


def _french(written: Sequence[tuple[str, ...]]) -> Iterator[_Made]:
    for words in written:
        yield _Made(words)
        if words[0].isalpha():
            yield _Made((_french_plural(words[0]), *words[1:]))
            if words[0].endswith("al"):
                yield _Made((words[0][:-2] + "aux", *words[1:]))
            if len(words) == 2:
                yield _Made(tuple(_french_plural(word) for word in words))


def _french_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith(("eau", "eu")):
        return word + "x"
    return word + "s"


# Endings that French shares with English, for nouns the lexicon does not know.
_COGNATES = (
    ("tions", "tion"), ("tion", "tion"), ("sions", "sion"), ("sion", "sion"),
    ("iques", "ic"), ("ique", "ic"), ("istes", "ist"), ("iste", "ist"),
    ("ismes", "ism"), ("isme", "ism"), ("ites", "ity"), ("ite", "ity"),
    ("ments", "ment"), ("ences", "ence"), ("ances", "ance"), ("ages", "age"),
    ("eurs", "or"), ("eur", "or"), ("aires", "ary"), ("aire", "ary"),
    ("ures", "ure"), ("ogies", "ogy"), ("ogie", "ogy"),
)  # fmt: skip


def cognate(word: str) -> str:
    """Guess the English of an unknown French noun from its ending."""
    for french, english in _COGNATES:
        if word.endswith(french) and len(word) > len(french) + 2:
            return word[: -len(french)] + english
    return word[:-1] if word.endswith(("s", "x")) and len(word) > 3 else word
