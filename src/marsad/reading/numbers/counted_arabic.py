"""The Arabic noun behind a number: «14 طفلا تونسيا», «25,000 من أفراد القوات العراقية»."""

from collections.abc import Sequence
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.numbers.counted_nouns import ADJECTIVES, Counted, nationals
from marsad.reading.numbers.units import unit_at
from marsad.text.normalise import fold


def counted_arabic(words: Sequence[str], token: int) -> Counted | None:
    """Return the noun that begins at a token, with its adjectives."""
    unit = unit_at(words, token, "ar")
    if unit is not None and not unit.is_owned:
        last = past_adjectives(words, unit.last, words[unit.last - 1])
        if unit.name == "person":
            last = _past_second_noun(words, last)
        return Counted(last, unit.name)
    if words[token] in nationals():
        return Counted(past_adjectives(words, token + 1, words[token]), "person")
    if words[token] == "من" and token + 1 < len(words):
        return _arabic_out_of(words, token + 1)
    return _unknown(words, token)


def _unknown(words: Sequence[str], token: int) -> Counted | None:
    """Return a noun that the lexicon lacks, shown by its accusative: «120 حوضا»."""
    word = words[token]
    is_noun = word.endswith("ا") and word.isalpha() and len(word) >= _LEAST
    if not is_noun or word in _NOT_NOUNS or word.endswith(("يا", "وا", "ها", "نا")):
        return None
    if word[0] in "وفبلك" and len(word) < _LEAST + 2:
        return None
    # Participles in mim are of people far more often than of things.
    unit = "person" if word.startswith("م") and len(word) > _LEAST else "unit"
    return Counted(past_adjectives(words, token + 1, word), unit, is_known=False)


_LEAST = 4
_NOT_NOUNS = frozenset(
    "هذا اذا ايضا كما مما عندما بينما فيما حيثما مهما كلما طالما لذا هكذا ماذا لماذا منذا جدا "
    "ابدا غدا مساء صباحا ليلا نهارا ظهرا فجرا عصرا معا احيانا دايما حاليا تقريبا فقط مجددا "
    "مقابلا مباشرة وفقا خصوصا عموما قادما فورا تماما سابقا لاحقا مرارا كثيرا قليلا طبعا "
    "اخيرا اولا ثانيا ثالثا رابعا خامسا سوريا ليبيا تركيا روسيا المانيا ايطاليا اسبانيا اوكرانيا "
    "بريطانيا فرنسا اميركا امريكا كندا كوريا نيجيريا اوروبا افريقيا اسيا".split()
)


def _arabic_out_of(words: Sequence[str], token: int) -> Counted | None:
    """Read «من الشركاء الدوليين», «من بين الأطفال», «من أفراد القوات العراقية»."""
    place = token + 1 if words[token] == "بين" else token
    if place >= len(words):
        return None
    unit = unit_at(words, place, "ar")
    if unit is None:
        if words[place] in nationals() and words[place].startswith("ال"):
            return Counted(place + 1, "person")
        return None
    if unit.is_definite and unit.is_single and unit.name != "person":
        # «اثنان من القاعدة» are not two bases.
        return None
    last = unit.last
    head = words[last - 1]
    is_bare = not (unit.is_definite or head.startswith("ال") or head.endswith(_OWNED))
    if is_bare and last < len(words):
        owned = unit_at(words, last, "ar")
        last += words[last].startswith("ال") or (owned is not None and owned.is_owned)
    last = past_adjectives(words, last, words[last - 1], is_definite=True)
    return Counted(last, unit.name)


_OWNED = ("هم", "ها", "نا")


def _past_second_noun(words: Sequence[str], token: int) -> int:
    """Take in people counted together: «600 مقاتل وأفراد عائلاتهم», «15 قتيلا وجريحا»."""
    if token >= len(words) or words[token][0] != "و" or words[token] == "و":
        return token
    unit = unit_at([words[token][1:]], 0, "ar")
    if unit is None or unit.name != "person" or unit.is_definite or unit.is_dual:
        return token
    is_theirs = token + 1 < len(words) and words[token + 1].endswith(("هم", "هن"))
    return token + 1 + is_theirs


def past_adjectives(
    words: Sequence[str], token: int, noun: str, *, is_definite: bool = False
) -> int:
    """Return the token after the adjectives of an Arabic noun."""
    for _ in range(ADJECTIVES):
        if words[token : token + 1] == ["غير"] and _is_denied(words, token + 1):
            token += 2
            continue
        if token >= len(words) or not _is_adjective(
            words[token], noun, is_definite=is_definite
        ):
            break
        token += 1
    return token


def _is_denied(words: Sequence[str], token: int) -> bool:
    """Say whether an adjective stands behind «غير»: «مهاجرا غير شرعي»."""
    word = words[token] if token < len(words) else ""
    return len(word) > _LEAST - 1 and word.endswith(
        ("ي", "يا", "يه", "يين", "يون", "يات")
    )


def _is_adjective(word: str, noun: str, *, is_definite: bool) -> bool:
    is_with_article = word.startswith("ال") and len(word) > 4
    if is_definite and not is_with_article:
        return False
    bare = word[2:] if is_with_article else word
    if _is_dual_adjective(word, noun):
        return True
    if bare in _adjectives():
        return word not in _ADVERBS
    if word in nationals():
        # «ليبيا» is Libya, and Libyan only behind an accusative.
        return not bare.endswith("يا") or noun.endswith("ا")
    return _looks_like_adjective(bare, noun)


def _is_dual_adjective(word: str, noun: str) -> bool:
    """Say whether a word agrees with a dual: «أسيران محرران»; «يحملان» is a verb."""
    return (
        noun.endswith("ان")
        and word.endswith("ان")
        and len(word) > 5
        and word[0] not in "يتوفبلك"
    )


_ADVERBS = frozenset("يوميا شهريا سنويا اسبوعيا حاليا رسميا محليا دوليا عالميا".split())


def _looks_like_adjective(bare: str, noun: str) -> bool:
    """Say whether an unknown word has the ending that agrees with its noun."""
    if len(bare) < 5 or bare[0] in "وفبلك" or unit_at([bare], 0, "ar") is not None:
        return False
    if bare.endswith("يا"):
        return noun.endswith("ا")
    if bare.endswith("يه"):
        return not bare.endswith("ايه") and noun.endswith(("ه", "ات"))
    return bare.endswith(("يين", "يون")) and not noun.endswith("ه")


@cache
def _adjectives() -> frozenset[str]:
    forms: set[str] = set()
    for row in rows("counted_adjectives"):
        for written in filter(None, row["ar"].split("|")):
            if written[0] == "=":
                forms.add(fold(written[1:]))
                continue
            stem = fold(written)
            forms.update(
                stem + end
                for end in ("", "ه", "ا", "ين", "ون", "ان", "ات", "تين", "تان")
            )
    return frozenset(forms)
