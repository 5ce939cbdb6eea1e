"""Figures: a number with what it counts, how it is bounded, and when and where.

A figure is a number that counts or measures something. Ordinals, dates, hours and
identifiers are none; a number without a noun takes that of the figure before it.
"""

from collections.abc import Set
from dataclasses import dataclass, replace

from marsad.reading import money
from marsad.reading.bounds import EXACT, Bounds
from marsad.reading.counted import Counted, counted_at, past_adjectives, past_others
from marsad.reading.digits import is_digits, is_year
from marsad.reading.duals import find_duals
from marsad.reading.findings import DateMention, Figure, Party
from marsad.reading.numbers import Number, read_numbers
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.units import is_duration, unit_at

# How far back a number without a noun looks for the figure that names it.
_REACH = 40
_DRAFTS_BACK = 5
# Where so many are told, countries, parties and the like are not meant.
_FEW = frozenset(["country", "party", "region", "province", "ministry"])
_MANY = 250
# A date that is a length of time is a figure as well.
LENGTHS = "dates.length"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A figure before its finding is made."""

    number: Number
    first: int
    last: int
    clitic: int
    unit: str
    reader: str
    why: str = ""
    is_known: bool = True
    is_doubtful: bool = False


def read_figures(passage: Passage, found: Found) -> list[Seen]:
    """Return the figures of a passage."""
    taken = {
        token
        for seen in found.dates
        if seen.finding.reader != LENGTHS
        for token in range(seen.first, seen.last)
    }
    numbers = read_numbers(passage, taken)
    if passage.language == "ar":
        numbers = find_duals(passage, numbers, taken)
    if not numbers:
        return []
    drafts = _Drafts(passage, found, numbers, taken).all()
    bounds = Bounds(passage)
    changes = {hit.first: hit.row["direction"] for hit in passage.hits("change")}
    return [_seen(passage, found, draft, bounds, changes) for draft in drafts]


class _Drafts:
    """The numbers of a passage, turned into figures one after the other."""

    def __init__(
        self, passage: Passage, found: Found, numbers: list[Number], taken: Set[int]
    ) -> None:
        self.passage = passage
        self.taken = taken
        self.words = passage.words
        self.found = found
        self.numbers = numbers
        self.drafts: list[_Draft] = []
        # Days of months that could not be resolved count nothing either.
        self.months = {
            hit.first
            for hit in passage.hits("month")
            if passage.language != "en" or passage.written(hit.first)[0].isupper()
        }
        self._last_refused = -9

    def all(self) -> list[_Draft]:
        """Return the figures; those that find no noun are left out."""
        end = 0
        for index, number in enumerate(self.numbers):
            if number.first < end:
                continue
            if is_named_by(self.passage, number, self.months) or self._continues_refused(number):
                self._last_refused = number.last
                continue
            draft = self._draft(number, index)
            if draft is not None:
                self._keep(draft)
                end = max(end, self._end(draft))
        return sorted(self.drafts, key=lambda draft: draft.first)

    def _end(self, draft: _Draft) -> int:
        """Return where the next figure may begin: inside "7 of the 12 ships"."""
        return draft.number.last if draft.reader == "figures.part" else draft.last

    def _keep(self, draft: _Draft) -> None:
        before = self.drafts[-1] if self.drafts else None
        merged = before and _merged(self.passage, before, draft)
        if merged:
            self.drafts[-1] = merged
        else:
            self.drafts.append(draft)

    def _continues_refused(self, number: Number) -> bool:
        """Say whether a number goes on a list of names: «رقم 82 و83»."""
        gap = self.words[self._last_refused : number.first]
        return 0 <= number.first - self._last_refused <= 1 and gap in (
            [], ["و"], ["and"], ["et"], [","], ["،"], ["-"], ["/"],
        )  # fmt: skip

    def _draft(self, number: Number, index: int) -> _Draft | None:
        if number.form == "dual":
            return self._dual(number)
        sign = money.sign_before(self.passage, number.first)
        if sign is not None:
            number, last = self._scaled(number, is_money=True)
            return _Draft(number, sign.first, last, 0, sign.unit, "figures.money")
        if number.form == "fraction":
            return self._fraction(number)
        number, last = self._scaled(number, is_money=False)
        after = money.sign_after(self.passage, last)
        if after is not None:
            return _Draft(
                number, number.first, last + 1, number.clitic, after, "figures.money"
            )
        return self._counting(number, last, index)

    def _scaled(self, number: Number, *, is_money: bool) -> tuple[Number, int]:
        """Read a scale written as a letter: $200m, £2.3bn, 12 M€."""
        words, last = self.words, number.last
        letter = words[last] if last < len(words) else ""
        scale = _LETTERS.get(letter)
        if scale is None or number.scale > 1 or number.form != "digits":
            return number, last
        touches = self.passage.touches(last)
        before_sign = money.sign_after(self.passage, last + 1) is not None
        if not (before_sign or letter in ("bn", "mn") or (touches and is_money)):
            if not (touches and letter in "mk" and self._counts_people(last + 1)):
                return number, last
        high = None if number.high is None else number.high * scale
        scaled = replace(number, value=number.value * scale, high=high, scale=scale)
        return scaled, last + 1

    def _counts_people(self, token: int) -> bool:
        counted = counted_at(self.passage, token, 2)
        return counted is not None and counted.unit not in ("percent",)

    def _fraction(self, number: Number) -> _Draft | None:
        unit = unit_at(self.words, number.last, self.passage.language)
        if unit is not None and is_duration(unit.name) and not unit.is_definite:
            return _Draft(
                number,
                number.first,
                unit.last,
                number.clitic,
                unit.name,
                "figures.counted",
            )
        return _Draft(
            number,
            number.first,
            number.last,
            number.clitic,
            "fraction",
            "figures.fraction",
        )

    def _dual(self, number: Number) -> _Draft:
        unit = unit_at([self.words[number.first][number.clitic :]], 0, "ar")
        last = past_adjectives(self.words, number.last, self.words[number.first])
        return _Draft(
            number,
            number.first,
            last,
            number.clitic,
            unit.name if unit else "",
            "figures.dual",
        )

    def _counting(self, number: Number, last: int, index: int) -> _Draft | None:
        counted = counted_at(self.passage, last, number.value)
        if counted is not None and not self.taken.isdisjoint(range(last, counted.last)):
            counted = None
        if _is_bare_one(self.passage, number):
            return self._one(number)
        last_other = past_others(self.words, last)
        if last_other > last and (counted is None or counted.last <= last_other):
            unit = self._unit_before(number) or "person"
            return _Draft(
                number, number.first, last_other, number.clitic, unit, "figures.bare"
            )
        if _is_hour(self.passage, number, counted):
            return None
        special = self._definite(number) or self._part(number, last, index)
        if special is not None:
            return special
        if number.form == "vague" and _is_crowd(self.words, last, self.passage.language):
            counted = Counted(last, "person")
        if counted is not None:
            return self._counted(number, counted)
        if _is_age(self.passage, number):
            return _Draft(
                number, number.first, last, number.clitic, "year", "figures.age"
            )
        return self._without_noun(number, last, index)

    def _counted(self, number: Number, counted: Counted) -> _Draft:
        unit = money.national(counted.unit, number.first, self.found)
        reader = "figures.percent" if unit == "percent" else "figures.counted"
        is_low = number.form == "vague" or _is_definite_pair(self.passage, number)
        return _Draft(
            number, number.first, counted.last, number.clitic, unit, reader,
            is_known=counted.is_known, is_doubtful=is_low,
        )  # fmt: skip

    def _one(self, number: Number) -> _Draft | None:
        """Read «يوم واحد», "one soldier"; «واحدة من» and "one of" count nothing."""
        words, language = self.words, self.passage.language
        if language == "ar" and number.first > 0:
            unit = unit_at(words, number.first - 1, "ar")
            if unit is None or unit.is_definite or unit.is_dual:
                return None
            if not (is_duration(unit.name) or unit.name == "person"):
                return None
            return _Draft(
                number, number.first - 1, number.last, 0, unit.name, "figures.counted"
            )
        unit = unit_at(words, number.last, language)
        if language != "en" or unit is None or unit.name in ("day", "time", "percent"):
            return None
        return _Draft(number, number.first, unit.last, 0, unit.name, "figures.counted")

    def _part(self, number: Number, last: int, index: int) -> _Draft | None:
        """Read the 7 of "7 of the 12 ships", «7 من أصل 12 سفينة»."""
        if index + 1 >= len(self.numbers) or number.form not in ("digits", "words"):
            return None
        whole = self.numbers[index + 1]
        between = tuple(self.words[last : whole.first])
        if between not in _OUT_OF or whole.form not in ("digits", "words"):
            return None
        counted = counted_at(self.passage, whole.last, whole.value)
        if counted is None or counted.unit == "percent":
            return None
        return _Draft(
            number, number.first, counted.last, number.clitic, counted.unit, "figures.part",
            is_known=counted.is_known,
        )  # fmt: skip

    def _without_noun(self, number: Number, last: int, index: int) -> _Draft | None:
        """Give a bare number the noun of the figure before it, or of the one after."""
        noun = self._noun_before(number)
        if noun is not None or (number.is_definite and number.form == "words"):
            return noun
        if number.form == "vague" or _stands_apart(self.passage, number):
            return None
        unit = self._unit_before(number) or self._unit_after(number, index)
        if unit is None and number.scale == 1:
            return None
        return _Draft(
            number, number.first, last, number.clitic, unit or "", "figures.bare",
            is_doubtful=unit is None,
        )  # fmt: skip

    def _noun_before(self, number: Number) -> _Draft | None:
        """Read «الدول الخمس» and "air strikes -- eight"."""
        token = number.first - 1
        while token > 0 and self.words[token] in ("-", "–", "—", ":", "("):
            token -= 1
        if token == number.first - 1 or token < 0:
            return None
        unit = unit_at(self.words, token, self.passage.language)
        if unit is None or unit.name == "percent":
            return None
        return _Draft(
            number, number.first, number.last, number.clitic, unit.name, "figures.bare"
        )

    def _definite(self, number: Number) -> _Draft | None:
        """Read «الدول الخمس» by the noun before, «الثمانية المتبقين» by a figure before."""
        if not number.is_definite or self.passage.language != "ar":
            return None
        token = number.first - 1
        if number.form == "digits":
            token -= 1
        unit = unit_at(self.words, token, "ar") if token >= 0 else None
        if unit is not None and unit.is_definite and self._is_many(number, token):
            return _Draft(
                number, token, number.last, 0, unit.name, "figures.counted"
            )
        name = self._unit_before(number)
        following = self.words[number.last : number.last + 1]
        if name is None or not (following and _is_left_over(following[0])):
            return None
        return _Draft(
            number, number.first, number.last + 1, number.clitic, name, "figures.bare"
        )

    def _is_many(self, number: Number, token: int) -> bool:
        """Say whether a noun is plural: «الدورة الـ21» is the 21st, not 21."""
        if number.form == "words" and number.value < 20:
            return True
        word = self.words[token]
        if word.endswith(("ه", "تين", "تان")):
            return False
        return word.endswith(("ات", "ين", "ون")) or word in _PLURALS

    def _unit_before(self, number: Number) -> str | None:
        """Return the unit of the nearest figure before that may name a bare number."""
        place = number.first
        is_aside = self._is_aside(number.first)
        for before in reversed(self.drafts[-_DRAFTS_BACK:]):
            if not is_aside and self._is_aside(before.first):
                continue
            if place - before.last > _REACH:
                return None
            if _may_name(self.words, before.unit, number):
                return before.unit
        return None

    def _is_aside(self, token: int) -> bool:
        """Say whether a figure opens a bracket: the same sum in other money."""
        return token > 0 and self.words[token - 1] == "("

    def _unit_after(self, number: Number, index: int) -> str | None:
        if index + 1 >= len(self.numbers):
            return None
        following = self.numbers[index + 1]
        _, end = self.passage.sentences.of(number.first)
        if following.first >= end or following.first - number.last > 12:
            return None
        counted = counted_at(self.passage, following.last, following.value)
        if counted is None or is_duration(counted.unit):
            return None
        return money.national(counted.unit, number.first, self.found)


_LETTERS = {
    "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "k": 1e3,
    "md": 1e9, "mds": 1e9, "mrd": 1e9,
}  # fmt: skip
_OUT_OF = frozenset(
    [
        ("of", "the"), ("of",), ("out", "of"), ("out", "of", "the"), ("of", "its"),
        ("of", "their"), ("des",), ("sur",), ("sur", "les"), ("de", "ses"), ("de", "leurs"),
        ("من", "اصل"), ("من", "بين"), ("من", "اصل", "ال"), ("من", "بين", "ال"),
    ]
)  # fmt: skip

# Words before a number that make it the name of a thing.
_NAMED_BY = frozenset(
    "رقم القرار قرار قراري القرارين قرارات القرارات الماده ماده المادتين البند الفصل فصل صفحه "
    "الفقره فقره القانون المرسوم قانون مرسوم القناه طراز الطابق الغرفه ساعه الساعه عدد؟ "
    "resolution resolutions article articles section sections page pages no nos flight route "
    "highway chapter room channel group number numero numeros articles vol chapitre paragraphe "
    "paragraph alinea resolution n grade figure table level rule windows iphone boeing airbus "
    "catch area formula amendment bill loi decret autoroute ligne type".split()
)
# Letters that name aircraft, tanks and missiles in Arabic writing.
_MODELS = frozenset("اف ميغ ميج سوخوي سو تي اس ام جي يو بي سي ايه ار كي توبوليف ايرباص بوينغ".split())
_HOUR_WORDS = frozenset(
    "صباحا مساء ظهرا فجرا عصرا ليلا pm am o gmt بتوقيت oclock".split()
)


def _may_name(words: list[str], unit: str, number: Number) -> bool:
    """Say whether the unit of a figure before may be that of a bare number."""
    if unit in ("", "fraction") or is_duration(unit):
        return False
    is_whole = number.value == int(number.value)
    if unit == "percent":
        return not is_whole or words[number.first - 1] in _COMPARES
    if not is_whole and number.scale == 1:
        return unit.isupper()
    return not (unit in _FEW and number.value > _MANY)


_COMPARES = frozenset("from to against versus and than contre a de et مقابل الي من ب و".split())
_PLURALS = frozenset("الدول الاشهر الايام الاعوام البلدان الاعضاء الشركاء الاشخاص الاطفال الجنود".split())


def _is_left_over(word: str) -> bool:
    """Say whether a word is a definite plural adjective: «المتبقين», «الآخرين»."""
    return word.startswith("ال") and word.endswith(("ين", "ون", "ات", "ري"))


def is_named_by(passage: Passage, number: Number, months: Set[int]) -> bool:
    """Say whether the words around a number make it a name, not a quantity."""
    words, first = passage.words, number.first
    if number.last in months or (first and words[first - 1] == "." and first - 2 in months):
        return True
    if first and first - 1 in months:
        return True
    if first == 0:
        return False
    before = words[first - 1]
    if before in ("tous", "toutes") and number.value == 2:
        return True
    if before in _MODELS and is_digits(words[first]):
        return True
    if before in ("°", "º", "#", "+"):
        return True
    if before in (".", "(", ":", "ال") and first > 1:
        before = words[first - 2] if words[first - 2] in ("no", "nos", "n") else before
    if before in _NAMED_BY:
        return True
    after = words[number.last] if number.last < len(words) else ""
    return after in _HOUR_WORDS or (after == "+" and is_digits(words[first]))


def _is_bare_one(passage: Passage, number: Number) -> bool:
    return (
        number.form == "words" and number.value == 1 and number.last == number.first + 1
    )


def _is_hour(passage: Passage, number: Number, counted: Counted | None) -> bool:
    """Say whether a number is a time of day: à 15 heures, at 3 p.m."""
    words, last = passage.words, number.last
    before = words[number.first - 1] if number.first else ""
    if counted is not None and counted.unit == "hour" and passage.language == "fr":
        return before in ("a", "vers", "des") and number.value <= 24
    is_marked = words[last : last + 2] in (["p", "."], ["a", "."], ["o", "'"])
    return is_marked and passage.language == "en" and number.value <= 12


def _is_crowd(words: list[str], last: int, language: str) -> bool:
    """Say whether a bare plural stands for people: "thousands marched"."""
    return language == "en" and words[last : last + 1] != ["of"]


def _is_age(passage: Passage, number: Number) -> bool:
    """Say whether a number between commas behind a name is an age: "Bo Vance, 62, said"."""
    words, first, last = passage.words, number.first, number.last
    if first < 2 or words[first - 1] != "," or words[last : last + 1] not in ([","], ["."]):
        return False
    is_name = passage.written(first - 2)[0].isupper()
    return is_name and number.form == "digits" and 0 < number.value < 120


def _is_definite_pair(passage: Passage, number: Number) -> bool:
    """Say whether a definite two is meant: the two towns, les deux rives."""
    if number.value != 2 or number.first == 0:
        return False
    return passage.words[number.first - 1] in _DEFINITE


_DEFINITE = frozenset(
    "the les des aux both ces these its our their leurs nos ses his".split()
)


def _stands_apart(passage: Passage, number: Number) -> bool:
    """Say whether a number without a noun is a year, a score or page furniture."""
    words, first, last = passage.words, number.first, number.last
    if last == first + 1 and is_year(words[first]):
        return True
    if number.high is not None and number.high <= 30:
        return True
    if first and number.form == "digits" and number.value < 100:
        # Nord Stream 2, Channel 4: a name before it makes it part of the name.
        if passage.written(first - 1)[0].isupper() and passage.written(first - 1).isalpha():
            return True
    before = words[first - 1] if first else "\n"
    after = words[last] if last < len(words) else "\n"
    if number.form == "words" and number.scale == 1:
        return number.value < 3 or passage.language == "fr" and number.value in (6, 9)
    is_alone = before in ("\n", "•", "-", "*") and after in ("\n", ".", ")", "-")
    is_joined = (
        after in ("-", "/", ":")
        and last + 1 < len(words)
        and is_digits(words[last + 1])
    )
    return is_alone or is_joined


_JOINERS = frozenset(
    [("to",), ("-",), ("–",), ("a",), ("الي",), ("او",), ("or",), ("ou",), ("حتي",)]
)
_BOTH = frozenset([("and",), ("et",), ("و",), ()])
_BETWEEN = frozenset(["between", "entre", "بين"])


def _merged(passage: Passage, low: _Draft, high: _Draft) -> _Draft | None:
    """Join two figures of one unit into a range: between $3m and $5m."""
    if low.unit != high.unit or low.number.value >= high.number.value:
        return None
    if low.number.high is not None or high.number.high is not None:
        return None
    words = passage.words
    between = tuple(words[low.last : high.first])
    before = words[low.first - 1] if low.first else ""
    is_range = between in _JOINERS and before not in ("from", "من")
    if not is_range and not (before in _BETWEEN and between in _BOTH):
        return None
    number = replace(low.number, last=high.number.last, high=high.number.value)
    return replace(low, number=number, last=high.last)


# -- the finding ------------------------------------------------------------------------


def _seen(
    passage: Passage,
    found: Found,
    draft: _Draft,
    bounds: Bounds,
    changes: dict[int, str],
) -> Seen:
    bound, cue = bounds.of(draft.first, draft.last)
    number = draft.number
    if number.form == "vague":
        bound, cue = "more_than", "a bare plural"
    elif number.form == "round" and bound == EXACT:
        bound, cue = "about", "a round number"
    finding = Figure(
        span=passage.span(draft.first, draft.last, draft.clitic),
        reader=draft.reader,
        score=_score(draft),
        why=_why(draft, bound, cue),
        is_doubtful=draft.is_doubtful,
        value=number.value,
        high=number.high,
        bound=bound,
        unit=draft.unit,
        subject=_subject(passage, draft),
        change=_change(passage, draft, changes),
        as_of=_as_of(passage, found, draft),
        place=_place(passage, found, draft),
    )
    return Seen(draft.first, draft.last, finding)


def _score(draft: _Draft) -> float:
    if draft.is_doubtful:
        return 0.4
    if draft.reader == "figures.bare":
        return 0.6
    return 0.95 if draft.is_known else 0.7


def _why(draft: _Draft, bound: str, cue: str) -> str:
    counts = f"a number of {draft.unit}" if draft.unit else "a number without a noun"
    if draft.reader == "figures.bare" and draft.unit:
        counts += ", named by the words before"
    return f"{counts}, {bound.replace('_', ' ')}: {cue}" if cue else counts


def _subject(passage: Passage, draft: _Draft) -> str:
    """Return the counted noun with the words that go on from it."""
    words = passage.words
    _, end = passage.sentences.of(draft.first)
    last = min(end, draft.last + 6, len(words))
    stop = draft.last
    while stop < last and (words[stop].isalpha() or words[stop] in "'-"):
        stop += 1
    if stop == draft.number.last:
        return ""
    return passage.span(draft.number.last, stop).quote


def _change(passage: Passage, draft: _Draft, changes: dict[int, str]) -> str | None:
    start, _ = passage.sentences.of(draft.first)
    for token in range(draft.first - 1, max(start, draft.first - 6) - 1, -1):
        if token in changes:
            return changes[token]
    return None


def _as_of(passage: Passage, found: Found, draft: _Draft) -> str | None:
    first, last = passage.sentences.of(draft.first)
    nearest: DateMention | None = None
    distance = 99
    for seen in within(found.dates, first, last):
        away = min(abs(seen.first - draft.last), abs(seen.last - draft.first))
        if away < distance and isinstance(seen.finding, DateMention):
            nearest, distance = seen.finding, away
    if nearest is None:
        return passage.published.isoformat() if passage.published else None
    written = nearest.interval.last.isoformat()
    return {"month": written[:7], "year": written[:4]}.get(nearest.precision, written)


def _place(passage: Passage, found: Found, draft: _Draft) -> str | None:
    first, last = passage.sentences.of(draft.first)
    after = within(found.parties, draft.first, last)
    for seen in (*after, *reversed(within(found.parties, first, draft.first))):
        if isinstance(seen.finding, Party) and seen.finding.type == "state":
            return seen.finding.canonical
    return None
