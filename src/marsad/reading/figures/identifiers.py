"""Numbers that count nothing: names, hours, page furniture, years, places in a row."""

from collections.abc import Sequence, Set

from marsad.reading.numbers.bracketed import is_listed
from marsad.reading.numbers.counted_nouns import Counted
from marsad.reading.numbers.digits import is_digits, is_year
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Passage

# Words before a number that make it the name of a thing.
NAMED_BY = frozenset(
    "رقم الرقم القرار قرار قراري القرارين قرارات القرارات الماده ماده المادتين البند الفصل فصل "
    "صفحه الصفحه الفقره فقره القانون المرسوم قانون مرسوم القناه طراز الطابق الغرفه ساعه الساعه الدقيقه المرتبه "
    "resolution resolutions article articles section sections pages no nos flight route "
    "highway chapter number numero numeros articles chapitre paragraphe paragraph alinea n "
    "ftse cac nikkei stoxx dax asx fortune windows iphone boeing airbus decret autoroute annexe annex decrets circulaire "
    "ordonnance arrete tel telephone fax phone hotline matricule appendix "
    "ص هاتف تلفون جوال فاكس المنشور منشور التعميم تعميم البنود المواد الفصول الفصلين لقانون الظهير المجلد".split()
)
# The same, only where no noun follows: day three, table 4.
_RANKED_BY = frozenset(
    "day week act phase part step line track gate platform jour acte volet etape room channel "
    "group page vol grade figure table level rule catch area formula amendment bill loi ligne "
    "type year annee stage group groupe round tour lot rang place unit camp block radio studio "
    "apollo soyuz falcon code pier exit bus tram district ward sector downing order directive "
    "regulation exercise squadron battalion wing".split()
)
# Letters that name aircraft, tanks and missiles in Arabic writing.
_MODELS = frozenset(
    "اف ميغ ميج سوخوي سو تي اس ام جي يو بي سي ايه ار كي توبوليف ايرباص بوينغ".split()
)
_HOUR_WORDS = frozenset(
    "صباحا مساء ظهرا فجرا عصرا ليلا pm am o gmt بتوقيت oclock".split()
)
_GAPS: tuple[list[str], ...] = ([], ["و"], ["and"], ["et"], [","], ["،"], ["-"], ["/"])
# Behind these, 5-2 is the count of a vote and not of goals.
VOTES = frozenset(["vote", "voted", "votes", "voting", "voix", "صوت", "صوتا"])
_VOTE_REACH = 6
_DAY_HOURS = 24
# "1500 GMT" is written in four digits.
_MILITARY = 4
_CLOCK_HOURS = 12
_AT = frozenset(["at", "before", "until", "till", "past"])
_OLDEST = 120


def is_named(passage: Passage, number: Number, months: Set[int]) -> bool:
    """Say whether the words around a number make it a name, not a quantity."""
    words, first = passage.words, number.first
    if number.last in months:
        return True
    if first == 0:
        return False
    before = words[first - 1]
    if first - 1 in months or (before == "." and first - 2 in months):
        return True
    if is_digits(words[first]) and _is_signed(words, first):
        return True
    is_figure = number.form == "digits" and passage.language == "en"
    if before in _RANKED_BY and is_figure and passage.written(first - 1)[0].isupper():
        return True  # "Phase 2 starts"
    if before in _RANKED_BY and words[number.last : number.last + 1] == ["of"]:
        return True
    return _is_told_apart(passage, number) or _is_hour_or_sum(words, number)


def _is_told_apart(passage: Passage, number: Number) -> bool:
    """Say whether an article or a noun before a number makes it one of a kind."""
    words, first = passage.words, number.first
    if words[first - 1] in ("tous", "toutes") and number.value == 2:
        return True
    if number.is_definite and _ranks(words, number):
        return True
    if passage.language == "ar" and _names_in_arabic(words, number):
        return True
    return _is_named_before(passage, first)


def _is_named_before(passage: Passage, first: int) -> bool:
    if passage.words[max(0, first - 2) : first] == ["group", "of"]:
        return passage.written(first - 2)[0].isupper()
    name = _name_before(passage.words, first)
    if name == "عدد" and is_digits(passage.words[first]):
        # «القانون عدد 9».
        return True
    if name == "nos" and passage.language == "fr":
        # "Nos" are ours here.
        return False
    return name in NAMED_BY


def _names_in_arabic(words: Sequence[str], number: Number) -> bool:
    """Say whether a definite singular before bare digits is named: «الجولة 13»."""
    first = number.first
    before = words[first - 1]
    is_plain = number.form == "digits" and number.scale == 1 and number.high is None
    if not is_plain or words[number.last : number.last + 1] in (["%"], ["من"]):
        return False
    if not before.startswith("ال") or len(before) < _SHORTEST:
        return False
    near = words[max(0, first - _COUNT_REACH) : first]
    if any(word.lstrip("وف") in _COUNTING for word in near):
        return False
    unit = unit_at(words, first - 1, "ar")
    is_single = before.endswith("ه") if unit is None else unit.is_single
    return is_single and unit_at(words, number.last, "ar") is None


_SHORTEST = 5
_COUNT_REACH = 4
_COUNTING = frozenset(
    "عدد عددهم بلغ بلغت تبلغ يبلغ حصيله الحصيله نسبه بنسبه قيمه بقيمه".split()
)


def _ranks(words: Sequence[str], number: Number) -> bool:
    """Say whether a definite number is a rank or a name: «الذكرى الـ12», «قمة الثمانية»."""
    place = number.first - 1 - (number.form == "digits")
    before = words[place] if place >= 0 else ""
    if before in _GROUPS:
        return True
    is_single = before.startswith("ال") and before.endswith(("ه", "ي"))
    return is_single and number.form == "digits"


_GROUPS = frozenset("قمه مجموعه دور لمجموعه لقمه بمجموعه".split())


def _name_before(words: Sequence[str], first: int) -> str:
    """Return the word before a number, past the sign of "no." and «الـ»."""
    before = words[first - 1]
    if before in (".", "(", ":", "ال") and first > 1 and words[first - 2] in _NUMBERS:
        return words[first - 2]
    return before


_NUMBERS = frozenset(["no", "nos", "n"])


def _is_signed(words: Sequence[str], first: int) -> bool:
    """Say whether a sign or a letter before digits makes them a name: n° 5, إف 15."""
    before = words[first - 1]
    if before == "+":
        # "(+ 9 %)" is a rise.
        return words[first - 2 : first - 1] != ["("]
    return before in ("°", "º", "#") or before in _MODELS


def _is_hour_or_sum(words: Sequence[str], number: Number) -> bool:
    after = words[number.last] if number.last < len(words) else ""
    if after in _HOUR_WORDS:
        is_military = after == "gmt" and len(words[number.first]) == _MILITARY
        return number.value <= _DAY_HOURS or is_military
    return False


def goes_on_from(words: Sequence[str], refused: int, number: Number) -> bool:
    """Say whether a number goes on a list of names: «رقم 82 و83»."""
    return 0 <= number.first - refused <= 1 and words[refused : number.first] in _GAPS


def is_hour(passage: Passage, number: Number, counted: Counted | None) -> bool:
    """Say whether a number is a time of day: à 15 heures, at 3 p.m., 13.20 —."""
    words, first, last = passage.words, number.first, number.last
    before = words[first - 1] if first else "\n"
    if counted is not None and counted.unit == "hour" and passage.language == "fr":
        return before in ("a", "vers", "des") and number.value <= _DAY_HOURS
    if before == "\n" and len(words[first]) == 5 and words[first][2] == ".":
        return number.value < _DAY_HOURS and counted is None
    is_marked = words[last : last + 2] in (["p", "."], ["a", "."], ["o", "'"])
    return is_marked and passage.language == "en" and number.value <= _DAY_HOURS


def is_age(passage: Passage, number: Number) -> bool:
    """Say whether a number between commas behind a name is an age: "Bo Vance, 62, said"."""
    words, first, last = passage.words, number.first, number.last
    if words[first - 1 : first] in (["aged"], ["age"], ["ages"]):
        return number.value < _OLDEST
    if words[max(0, first - 3) : first - 2] == ["aged"] and words[first - 1] == "and":
        return number.value < _OLDEST
    if words[max(0, first - 2) : first] in (["age", "of"], ["young", "as"]):
        return number.value < _OLDEST
    if first < 2 or words[first - 1] != ",":
        return False
    if words[last : last + 1] not in ([","], ["."]):
        return False
    is_name = passage.written(first - 2)[0].isupper()
    return is_name and number.form == "digits" and 0 < number.value < _OLDEST


def stands_apart(passage: Passage, number: Number) -> bool:
    """Say whether a number without a noun is a year, a score or page furniture."""
    words, first = passage.words, number.first
    if is_listed(passage, first):
        return False
    if _is_year(words, number) or (first and words[first - 1] in _RANKED_BY):
        return True
    if number.form == "digits" and _is_note(passage, number):
        return True
    if VOTES.intersection(words[max(0, first - _VOTE_REACH) : first]):
        return False
    if number.value < _LEAST or (first > 1 and _is_score(words, first)):
        return True
    if number.form == "words" and first and words[first - 1] in _AT:
        # "Shortly before ten".
        return number.value <= _CLOCK_HOURS
    if number.form == "words" and number.scale == 1:
        # "Neuf" is new as well.
        return passage.language == "fr" and words[first] == "neuf"
    return _is_furniture(words, number) or _is_french_day(passage, number)


_LEAST = 2


def _is_year(words: Sequence[str], number: Number) -> bool:
    if number.last == number.first + 1 and is_year(words[number.first]):
        return True
    before = words[number.first - 1] if number.first else ""
    return (
        number.form == "words"
        and number.scale == 1000
        and 1900 <= number.value <= 2100
        and (number.value != 2000 or before in _YEAR_WORDS)
    )


_YEAR_WORDS = frozenset("en an annee in year عام العام سنه السنه".split())


def _is_note(passage: Passage, number: Number) -> bool:
    """Say whether digits are a small range, 2-1, or part of a name, Channel 4."""
    if number.high is not None and number.high <= 30:
        return True
    return number.value < 100 and _follows_name(passage, number.first)


def _is_furniture(words: Sequence[str], number: Number) -> bool:
    """Say whether a number stands alone on its line, or is joined to another."""
    first, last = number.first, number.last
    before = words[first - 1] if first else "\n"
    after = words[last] if last < len(words) else "\n"
    if (
        after == "-"
        and number.form == "digits"
        and before in (":", "-", ",", "،", ".", "\n")
    ):
        # The number of an item on a list: "2- ".
        return True
    is_alone = before in ("\n", "•", "-", "*") and after in ("\n", ".", ")", "-", "—")
    return is_alone or _is_joined(words, last)


def _is_score(words: Sequence[str], first: int) -> bool:
    """Say whether a number closes the result of a match: 1 - 1."""
    return words[first - 1] in ("-", "–", "/") and is_digits(words[first - 2])


def _follows_name(passage: Passage, first: int) -> bool:
    """Say whether a name stands right before: Nord Stream 2, Channel 4."""
    if first < 2 or passage.words[first - 2] in (".", "\n", ":", "?", "!"):
        return False
    before = passage.written(first - 1)
    return before.isalpha() and before[0].isupper()


def _is_joined(words: Sequence[str], last: int) -> bool:
    after = words[last] if last < len(words) else ""
    return (
        after in ("-", "/", ":")
        and last + 1 < len(words)
        and is_digits(words[last + 1])
    )


def _is_french_day(passage: Passage, number: Number) -> bool:
    """Say whether "le 19" is a day of a month."""
    if passage.language != "fr" or number.form != "digits" or number.first == 0:
        return False
    return passage.words[number.first - 1] == "le" and number.value <= 31
