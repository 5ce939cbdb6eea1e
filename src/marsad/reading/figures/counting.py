"""Numbers made into figures, one after the other: what each counts, and its span."""

from collections.abc import Set
from dataclasses import replace

from marsad.reading.figures import identifiers, money
from marsad.reading.figures.antecedents import in_context, them
from marsad.reading.figures.borrowed_units import unit_for
from marsad.reading.figures.drafts import Draft, merged
from marsad.reading.figures.english_bare import bare
from marsad.reading.figures.furniture import is_furniture
from marsad.reading.figures.shares import one_in_many, rounded, share
from marsad.reading.numbers.counted import counted_at
from marsad.reading.numbers.counted_arabic import past_adjectives
from marsad.reading.numbers.counted_nouns import Counted, past_others, past_them
from marsad.reading.numbers.duals import dual
from marsad.reading.numbers.numbers import Number
from marsad.reading.numbers.units import is_duration, unit_at
from marsad.reading.passage import Found, Passage

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
_OF = (["من"], ["of"], ["de"], ["d"], ["du"])
_PART_REACH = 3
_MILLION = 1e6
_TWO = frozenset(["اثنان", "اثنين", "اثنتان", "اثنتين"])
_DEFINITE = frozenset(
    "the les des aux both ces these its our their leurs nos ses his".split()
)
_ARTICLES = frozenset(["a", "an", "un", "une", "le", "la"])
_PLURALS = frozenset(
    "الدول الاشهر الايام الاعوام البلدان الاعضاء الشركاء الاشخاص الاطفال الجنود".split()
)


class Drafts:
    """The numbers of a passage, turned into figures."""

    def __init__(
        self, passage: Passage, found: Found, numbers: list[Number], taken: Set[int]
    ) -> None:
        self.passage = passage
        self.words = passage.words
        self.found = found
        self.numbers = numbers
        self.taken = taken
        self.drafts: list[Draft] = []
        # Days of months that could not be resolved count nothing either.
        self.months = {
            hit.first
            for hit in passage.hits("month")
            if passage.language != "en" or passage.written(hit.first)[0].isupper()
        }

    def all(self) -> list[Draft]:
        """Return the figures; those that find no noun are left out."""
        end, refused = 0, -9
        for index, number in enumerate(self.numbers):
            if number.first < end:
                continue
            if self._is_refused(number, refused):
                refused = number.last
                continue
            draft = self._draft(number, index)
            if draft is not None:
                self._keep(draft)
                end = max(end, self._end(draft))
        return sorted(self.drafts, key=lambda draft: draft.first)

    def _is_refused(self, number: Number, refused: int) -> bool:
        """Say whether a number names something, or goes on a list of such numbers."""
        if is_furniture(self.passage, number, self.numbers):
            return True
        if identifiers.is_named(self.passage, number, self.months):
            return not self._is_counted_after_all(number)
        if not identifiers.goes_on_from(self.words, refused, number):
            return False
        return counted_at(self.passage, number.last, number.value) is None

    def _is_counted_after_all(self, number: Number) -> bool:
        """Say whether a word for a name only happens to stand before a count."""
        after = self.words[number.last : number.last + 1]
        if number.last in self.months or after in _OF:
            return False
        counted = counted_at(self.passage, number.last, number.value)
        before = self.words[number.first - 1] if number.first else ""
        is_word = before in identifiers.NAMED_BY and not before.startswith(("n", "رقم"))
        return (
            is_word
            and counted is not None
            and counted.is_known
            and counted.unit != "hour"
        )

    def _end(self, draft: Draft) -> int:
        """Return where the next figure may begin: inside "7 of the 12 ships"."""
        is_within = draft.reader in ("figures.part", "figures.fraction")
        return draft.number.last if is_within else draft.last

    def _keep(self, draft: Draft) -> None:
        before = self.drafts[-1] if self.drafts else None
        joined = before and merged(self.passage, before, draft)
        if joined:
            self.drafts[-1] = joined
        else:
            self.drafts.append(self._without_article(draft))

    def _without_article(self, draft: Draft) -> Draft:
        """Leave "a", "un" outside the span: a [third], un [millier de soldats]."""
        is_article = self.words[draft.first] in _ARTICLES
        if (
            is_article
            and draft.first + 1 < draft.last
            and draft.number.form != "digits"
        ):
            return replace(draft, first=draft.first + 1)
        return draft

    def _draft(self, number: Number, index: int) -> Draft | None:
        if number.form == "dual":
            return self._dual(number)
        sign = money.sign_before(self.passage, number.first)
        if sign is not None:
            number, last = self._scaled(number, is_money=True)
            unit = money.national(sign.unit, number.first, self.passage, self.found)
            return Draft(number, sign.first, last, 0, unit, "figures.money")
        if number.form == "fraction":
            return share(
                self.passage,
                replace(number, value=rounded(number.value, self.passage.language)),
            )
        number, last = self._scaled(number, is_money=False)
        after = money.sign_after(self.passage, last, is_scaled=number.scale > 1)
        if after is not None:
            after = money.national(after, number.first, self.passage, self.found)
            return self._made(number, last + 1, after, "figures.money")
        millions = money.millions_after(self.passage, last)
        if millions is not None:
            unit, last = millions
            unit = money.national(unit, number.first, self.passage, self.found)
            number = replace(number, value=number.value * _MILLION, scale=_MILLION)
            return self._made(number, last, unit, "figures.money")
        if self.words[last : last + 1] == ["+"] and self.passage.touches(last):
            # "60+ observers".
            last += 1
        return self._counting(number, last, index)

    def _made(self, number: Number, last: int, unit: str, reader: str) -> Draft:
        return Draft(number, number.first, last, number.clitic, unit, reader)

    def _scaled(self, number: Number, *, is_money: bool) -> tuple[Number, int]:
        """Read a scale written as a letter: $200m, £2.3bn, 12 M€."""
        words, last = self.words, number.last
        letter = words[last] if last < len(words) else ""
        scale = _LETTERS.get(letter)
        if scale is None or number.scale > 1 or number.form != "digits":
            return number, last
        touches = self.passage.touches(last)
        before_sign = money.sign_after(self.passage, last + 1) is not None
        is_sum = before_sign or letter in ("bn", "mn") or (touches and is_money)
        is_crowd = touches and letter in "mk" and self._counts(last + 1)
        if not is_sum and not is_crowd:
            return number, last
        high = None if number.high is None else number.high * scale
        return replace(
            number, value=number.value * scale, high=high, scale=scale
        ), last + 1

    def _counts(self, token: int) -> bool:
        counted = counted_at(self.passage, token, 2)
        return counted is not None and counted.unit != "percent"

    def _dual(self, number: Number) -> Draft | None:
        found = dual(self.words[number.first])
        if found is None:
            return None
        last = number.last
        if self.words[last : last + 1] and self.words[last] in _TWO:
            # «متظاهران اثنان».
            last += 1
        last = past_adjectives(self.words, last, self.words[number.first])
        return self._made(number, last, found.unit, "figures.dual")

    # -- numbers with a noun -----------------------------------------------------------

    def _counting(self, number: Number, last: int, index: int) -> Draft | None:
        counted = counted_at(self.passage, last, number.value)
        if counted is not None and self._is_not_its_noun(number, last, counted):
            counted = None
        if identifiers.is_hour(self.passage, number, counted):
            return None
        is_share = counted is not None and counted.unit == "percent"
        end = counted.last if counted else last
        special = None if is_share else self._part(number, end, index)
        if special is not None:
            return special
        if (
            number.form == "words"
            and number.value == 1
            and number.last == number.first + 1
        ):
            return self._one(number)
        return (
            self._others(number, counted, last)
            or self._definite(number)
            or self._with_noun(number, counted, last)
            or self._without_noun(number, last, index)
        )

    def _is_not_its_noun(self, number: Number, last: int, counted: Counted) -> bool:
        """Say whether the noun behind is part of a date, or «العشرة الثانية»."""
        if not self.taken.isdisjoint(range(last, counted.last)):
            return True
        if self.passage.language != "ar" or counted.unit == "percent":
            return False
        # Only bare plurals count a definite noun: «ملايين المدنيين».
        unit = unit_at(self.words, last, "ar")
        is_definite = (
            self.words[last].startswith("ال") if unit is None else unit.is_definite
        )
        return number.form in ("digits", "words") and is_definite

    def _others(
        self, number: Number, counted: Counted | None, last: int
    ) -> Draft | None:
        """Read "three others", «352 آخرين» and "33 of them", «7 آلاف منهم»."""
        end = past_others(self.words, last)
        unit = None
        if end == last or (counted is not None and counted.last > end):
            end = past_them(self.words, last, self.passage.language)
            phrase = tuple(self.words[last:end])
            unit = them(self.passage, number.first, phrase) if phrase else None
        if end == last:
            return None
        unit = unit or unit_for(self.passage, number, self.drafts, None)
        return self._made(number, end, unit or "person", "figures.bare")

    def _with_noun(
        self, number: Number, counted: Counted | None, last: int
    ) -> Draft | None:
        is_crowd = number.form == "vague" and self.passage.language == "en"
        if is_crowd and self.words[last : last + 1] != ["of"]:
            counted = Counted(last, "person")
        if counted is None:
            return None
        unit = money.national(counted.unit, number.first, self.passage, self.found)
        unit = in_context(self.passage, unit, number.first)
        reader = "figures.percent" if unit == "percent" else "figures.counted"
        is_low = number.form == "vague" or self._is_definite_pair(number)
        return Draft(
            number, number.first, counted.last, number.clitic, unit, reader,
            is_known=counted.is_known, is_doubtful=is_low,
        )  # fmt: skip

    def _is_definite_pair(self, number: Number) -> bool:
        """Say whether a definite two is meant: the two towns, les deux rives."""
        return (
            number.value == 2
            and number.first > 0
            and self.words[number.first - 1] in _DEFINITE
        )

    def _one(self, number: Number) -> Draft | None:
        """Read «يوم واحد», "one soldier"; «واحدة من» and "one of" count nothing."""
        words, language = self.words, self.passage.language
        if language == "ar" and number.first > 0:
            unit = unit_at(words, number.first - 1, "ar")
            if unit is None or unit.is_definite or unit.is_dual:
                return None
            if not (is_duration(unit.name) or unit.name == "person"):
                return None
            reader = "figures.counted"
            return Draft(number, number.first - 1, number.last, 0, unit.name, reader)
        unit = unit_at(words, number.last, language)
        if self.words[number.last : number.last + 1] == ["-"]:
            return self._with_noun(number, counted_at(self.passage, number.last, 1), 0)
        if language != "en" or unit is None or unit.name == "day":
            return None
        if not (is_duration(unit.name) or unit.name in ("person", "vote", "country")):
            return None
        return self._made(number, unit.last, unit.name, "figures.counted")

    def _part(self, number: Number, last: int, index: int) -> Draft | None:
        """Read the 7 of "7 of the 12 ships", «7 كليات من أصل 24 كلية», "one in six"."""
        if index + 1 >= len(self.numbers) or number.form not in ("digits", "words"):
            return None
        whole = self.numbers[index + 1]
        if whole.first - last > _PART_REACH:
            return None
        in_many = one_in_many(self.passage, number, whole, last)
        if in_many is not None:
            return in_many
        if number.value == 1:
            return None
        between = tuple(self.words[last : whole.first])
        if self.passage.language == "ar" and between[1:] in _OUT_OF:
            between = between[1:]
        if between not in _OUT_OF or whole.form not in ("digits", "words"):
            return None
        counted = counted_at(self.passage, whole.last, whole.value)
        if counted is None or counted.unit == "percent" or is_duration(counted.unit):
            return None
        return replace(
            self._made(number, counted.last, counted.unit, "figures.part"),
            is_known=counted.is_known,
        )

    def _definite(self, number: Number) -> Draft | None:
        """Read «الدول الخمس» by the noun before, «الثمانية المتبقين» by a figure before."""
        if not number.is_definite or self.passage.language != "ar":
            return None
        token = number.first - 1 - (number.form == "digits")
        unit = unit_at(self.words, token, "ar") if token >= 0 else None
        if unit is None and token > 0 and self.words[token].startswith("ال"):
            # «الجزر الإماراتية الثلاث».
            token -= 1
            unit = unit_at(self.words, token, "ar")
        if unit is not None and unit.is_definite and self._is_many(number, token):
            return Draft(number, token, number.last, 0, unit.name, "figures.counted")
        following = self.words[number.last : number.last + 1]
        if not following or not _is_left_over(following[0]):
            return None
        name = unit_for(self.passage, number, self.drafts, None)
        if name is None:
            return None
        last = number.last + (number.form == "words")
        return self._made(number, last, name, "figures.bare")

    def _is_many(self, number: Number, token: int) -> bool:
        """Say whether a noun is plural: «الدورة الـ21» is the 21st, not 21."""
        if number.form == "words" and number.value < 20:
            return True
        word = self.words[token]
        if word.endswith(("ه", "تين", "تان")):
            return False
        return word.endswith(("ات", "ين", "ون")) or word in _PLURALS

    # -- numbers without a noun --------------------------------------------------------

    def _without_noun(self, number: Number, last: int, index: int) -> Draft | None:
        if identifiers.is_age(self.passage, number):
            return self._made(number, last, "year", "figures.age")
        told = bare(self.passage, number, last)
        if told is not None:
            return self._made(number, told.last, told.unit, "figures.bare")
        before = self._noun_before(number)
        if before is not None:
            return before
        if number.form == "vague" or identifiers.stands_apart(self.passage, number):
            return None
        if number.is_definite and number.form == "words" and number.value < 100:
            return None
        following = self.numbers[index + 1] if index + 1 < len(self.numbers) else None
        unit = unit_for(self.passage, number, self.drafts, following)
        if unit is None and number.scale == 1:
            return None
        unit = unit and money.national(unit, number.first, self.passage, self.found)
        return replace(
            self._made(number, last, unit or "", "figures.bare"),
            is_doubtful=unit is None,
        )

    def _noun_before(self, number: Number) -> Draft | None:
        """Read "air strikes -- eight"."""
        token = number.first - 1
        while token > 0 and self.words[token] in ("-", "–", "—", ":", "("):
            token -= 1
        if token == number.first - 1 or token < 0:
            return None
        if self.drafts and token < self.drafts[-1].last:
            # "27 centres de détention : 10 à Damas".
            name = self.drafts[-1].unit
        else:
            unit = unit_at(self.words, token, self.passage.language)
            name = unit.name if unit else "percent"
        if name == "percent" or is_duration(name):
            return None
        return self._made(number, number.last, name, "figures.bare")


def _is_left_over(word: str) -> bool:
    """Say whether a word is a definite plural adjective: «المتبقين», «الآخرين»."""
    return word.startswith("ال") and word.endswith(("ين", "ون", "ات", "ري"))
