"""Number phrases in digits and words, in Arabic, English and French.

Twenty-five thousand, 2.3 million, «ثلاثة أرباع المليون», "une trentaine": each is one
number with the tokens that write it. What is counted, and whether more or less of it
is meant, is for the reader of figures to say.
"""

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from marsad.reading import digits
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage

_CARDINAL = frozenset(["unit", "teen", "ten", "hundred", "hundreds", "scale", "double"])
_HYPHENS = frozenset("-–—‑")
_FAR = 1e15
_ARTICLES = frozenset(["ال", "وال", "بال", "لل", "فال", "كال"])


@dataclass(frozen=True, slots=True)
class Number:
    """One number phrase: its tokens, the letters cut off its first, and its worth."""

    first: int
    last: int
    clitic: int
    value: float
    form: str = "digits"  # digits / words / fraction / vague / round
    high: float | None = None
    # The last scale that multiplies it, for ranges: "20 to 30 million".
    scale: float = 1
    is_definite: bool = False


class _Piece(NamedTuple):
    """One word of number, or one row of digits."""

    last: int
    clitic: int
    value: float
    kind: str
    has_and: bool = False
    is_definite: bool = False
    # A preposition is written on to it: it begins a phrase, and never goes on.
    has_preposition: bool = False


def read_numbers(passage: Passage, taken: Set[int]) -> list[Number]:
    """Return the number phrases of a passage, in order, outside the taken tokens."""
    reader = _Numbers(passage, taken)
    numbers: list[Number] = []
    last = 0
    for token in reader.starts:
        if token < last or token in taken:
            continue
        number = reader.at(token)
        if number is not None:
            numbers.append(number)
            last = number.last
    return _with_ranges(passage, numbers)


class _Numbers:
    """The number words and digits of a passage, ready to be put together."""

    def __init__(self, passage: Passage, taken: Set[int]) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self.taken = taken
        self.cardinals: dict[int, _Piece] = {}
        self.others: dict[int, _Piece] = {}
        for hit in passage.hits("number"):
            self._put(hit)
        rows = [i for i, word in enumerate(self.words) if "0" <= word[0] <= "9"]
        self.starts = sorted({*rows, *self.cardinals, *self.others})

    def _put(self, hit: Hit) -> None:
        if self.words[hit.first] in _OTHER_WORDS:
            return
        piece = _piece(self.words[hit.first], hit)
        pieces = self.cardinals if piece.kind in _CARDINAL else self.others
        known = pieces.get(hit.first)
        if known is None or (piece.last, -piece.clitic) > (known.last, -known.clitic):
            pieces[hit.first] = piece

    def at(self, token: int) -> Number | None:
        """Read the number phrase that begins at a token."""
        if digits.is_digits(self.words[token]):
            return self._composed(token)
        if token and self.words[token - 1] in _ORDINALS_OF_TEN:
            return None
        other = self.others.get(token)
        if other is not None:
            number = self._other(token, other)
            if number is not None or other.kind == "vague":
                return number
        piece = self.cardinals.get(token)
        if piece is None or (
            piece.kind == "scale" and not self._may_start(token, piece)
        ):
            return None
        return self._composed(token)

    def _may_start(self, token: int, piece: _Piece) -> bool:
        """Say whether a scale stands for one of itself: «ألف», "mille", "a million"."""
        word = self.words[token]
        if self.language == "ar":
            return not piece.is_definite and not word.endswith(_PLURAL_SCALES)
        return word == "mille" or word == "a"

    # -- digits and cardinals -------------------------------------------------------

    def _composed(self, token: int) -> Number | None:
        sum_ = _Sum(self.language)
        first = self._piece(token)
        if first is None:
            return None
        if self._is_dual_scale(first, token):
            first = first._replace(value=2 * first.value, kind="double")
        last, piece = token, first
        while piece is not None and sum_.take(piece):
            last = piece.last
            last = self._with_half(last, sum_)
            following = self._joined(last, sum_)
            if following is None:
                break
            piece = self._piece(following)
            if piece is not None and self._is_number_of_its_own(piece, sum_):
                break
        if last == token:
            return None
        if first.kind == "digits" and digits.counts_nothing(
            self.passage, token, first.last
        ):
            return None
        form = "digits" if first.kind == "digits" else "words"
        return Number(
            token,
            last,
            first.clitic,
            sum_.value,
            form,
            None,
            sum_.scale,
            first.is_definite,
        )

    def _piece(self, token: int) -> _Piece | None:
        if token >= len(self.words) or token in self.taken:
            return None
        word = self.words[token]
        if digits.is_digits(word):
            return self._digits(token)
        if word == "و" and token + 1 < len(self.words):
            piece = self._piece(token + 1)
            return piece and piece._replace(has_and=True)
        return self.cardinals.get(token)

    def _digits(self, token: int) -> _Piece | None:
        last = digits.end_of_groups(self.passage, token)
        word = "".join(self.words[token:last]).replace("،", "")
        if self._is_reversed_decimal(last):
            value = float(f"{self.words[last + 1]}.{word}")
            return _Piece(last + 2, 0, value, "digits")
        following = self.cardinals.get(last)
        is_scaled = following is not None and following.kind == "scale"
        value = digits.value_of(word, self.language, is_scaled=is_scaled)
        if value is None:
            return None
        before = self.words[token - 1] if token else ""
        is_definite = before.endswith(("ال", "لل")) and before in _ARTICLES
        return _Piece(last, 0, value, "digits", is_definite=is_definite)

    def _is_number_of_its_own(self, piece: _Piece, sum_: "_Sum") -> bool:
        """Say whether a number has its own scale: «27 ألفا و31 ألف»."""
        if not piece.has_and:
            return False
        scale = self.cardinals.get(piece.last)
        return (
            scale is not None
            and scale.kind == "scale"
            and scale.value >= sum_.scale > 1
        )

    def _is_reversed_decimal(self, token: int) -> bool:
        """Say whether «ر» parts decimals from the whole behind them: «8ر3» is 3.8."""
        words = self.words
        return (
            words[token : token + 1] == ["ر"]
            and token + 1 < len(words)
            and words[token - 1].isdigit()
            and words[token + 1].isdigit()
            and self.passage.touches(token)
            and self.passage.touches(token + 1)
        )

    def _is_dual_scale(self, piece: _Piece, token: int) -> bool:
        """Say whether «ألفا», «مليونا» at the head of a phrase is a dual: two thousand."""
        if self.language != "ar" or piece.kind != "scale":
            return False
        word = self.words[token]
        is_bare = word.endswith(("الفا", "مليونا", "مليارا"))
        if not is_bare or _TANWIN in self.passage.written(token):
            return False
        after = self.words[piece.last] if piece.last < len(self.words) else ""
        return len(after) > 2 and after[0] != "و" and after not in _NOT_COUNTED

    def _joined(self, token: int, sum_: "_Sum") -> int | None:
        """Return where the next piece may begin, after a hyphen or a small word."""
        if token >= len(self.words):
            return None
        word = self.words[token]
        if self.language == "ar":
            return token
        if word in _HYPHENS and not sum_.is_digits and self.passage.touches(token):
            return token + 1
        if word == "and" and self.language == "en" and sum_.takes_and:
            return token + 1
        if word == "et" and self.language == "fr":
            following = self.cardinals.get(token + 1)
            return token + 1 if following and following.value in (1, 11) else None
        return token

    def _with_half(self, token: int, sum_: "_Sum") -> int:
        """Add a half that follows: «مليون ونصف المليون», "two and a half"."""
        words = self.words
        if self.language == "en" and words[token : token + 3] == ["and", "a", "half"]:
            sum_.add_part(0.5)
            return token + 3
        if (
            self.language == "fr"
            and sum_.scale > 1
            and words[token : token + 1] == ["et"]
        ):
            if words[token + 1 : token + 2] in (["demi"], ["demie"]):
                sum_.add_part(0.5)
                return token + 2
        part = self.others.get(token)
        if (
            self.language == "ar"
            and part is not None
            and part.has_and
            and sum_.scale > 1
        ):
            if part.value in (0.5, 0.25) and not part.is_definite:
                sum_.add_part(part.value)
                return self._past_scale(part.last, sum_.scale)
        return token

    def _past_scale(self, token: int, scale: float) -> int:
        """Step over the scale said a second time: «مليون ونصف المليون»."""
        piece = self.cardinals.get(token)
        return piece.last if piece and piece.value == scale else token

    # -- fractions, bare plurals, round numbers -------------------------------------

    def _other(self, token: int, piece: _Piece) -> Number | None:
        if piece.kind == "vague":
            return self._vague(token, piece)
        if piece.kind == "round":
            return Number(token, piece.last, piece.clitic, piece.value, "round")
        return self._fraction(token, piece)

    def _vague(self, token: int, piece: _Piece) -> Number | None:
        before = self.words[token - 1] if token else ""
        if digits.is_digits(before or "x") or before in ("a", "one", "several", "عده"):
            return None
        if piece.is_definite:
            return None
        return Number(token, piece.last, piece.clitic, piece.value, "vague")

    def _fraction(self, token: int, piece: _Piece) -> Number | None:
        scaled = self._fraction_of_scale(token, piece)
        if scaled is not None:
            return scaled
        if not _is_share(self.passage, token, piece):
            return None
        return Number(token, piece.last, piece.clitic, piece.value, "fraction")

    def _fraction_of_scale(self, token: int, piece: _Piece) -> Number | None:
        """Read «ثلاثة أرباع المليون», "half a million", "un demi-million"."""
        place = piece.last
        if place < len(self.words) and self.words[place] in ("a", "-", "de"):
            place += self.words[place] != "a"
        scale = self.cardinals.get(place)
        if scale is None or scale.kind != "scale" or scale.has_and:
            return None
        if self.language == "en" and self.words[place] != "a":
            return None
        value = piece.value * scale.value
        return Number(
            token, scale.last, piece.clitic, value, "words", None, scale.value
        )


# Words after which a share of something is meant; other uses of the same words
# (a third party, half time, «نصف نهائي») are not.
_AFTER_SHARE = {
    "en": frozenset("of the its their his her our all that those".split()),
    "fr": frozenset(["de", "des", "du", "d"]),
}
_BEFORE_SHARE = {
    "en": frozenset(
        "by to than most least about nearly almost over under around only just for".split()
    ),
    "fr": frozenset(["'", "dont", "de", "plus", "moins", "environ", "au"]),
}
_NOT_SHARES = frozenset(
    "نهايي النهايي الاول الثاني الاولي الثالث الرابع الاخير".split()
)
_ORDINALS = frozenset(
    "first second third fourth other better last latter premier dernier".split()
)
# «الثلث» stands for a share behind these.
_BY = frozenset(
    ["قدرها", "قدره", "بمقدار", "بنسبه", "الي", "نحو", "حوالي", "بواقع", "قرابه"]
)
_NOT_BEHIND_HALF = frozenset(["-", "time", "dozen", "brother", "sister", "century"])
_PLURAL_SCALES = ("الاف", "ملايين", "مليارات", "ملايير", "بلايين", "تريليونات")
# Words that only look like a preposition and a number: «كمية», «لست».
_OTHER_WORDS = frozenset(["كميه", "كميات", "لست", "الست", "كست", "بثمن", "وثمن", "الثمن", "والثمن", "للثمن"])
# «القرن التاسع عشر» is the nineteenth century.
_ORDINALS_OF_TEN = frozenset(
    "الحادي الحاديه الثاني الثانيه الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس السادسه "
    "السابع السابعه الثامن الثامنه التاسع التاسعه".split()
)
# "Two-thirds" is a share wherever it stands.
_NUMERATORS = frozenset(
    ["two", "three", "four", "five", "seven", "nine", "deux", "trois"]
)
_DAMMA = "\u064f"
_TANWIN = "\u064b"
_NOT_COUNTED = frozenset(["من", "في", "علي", "الي", "عن", "خلال", "مليون", "مليار"])


def _is_share(passage: Passage, token: int, piece: _Piece) -> bool:
    words = passage.words
    after = words[piece.last] if piece.last < len(words) else ""
    before = words[token - 1] if token else ""
    if piece.kind == "share":
        return True
    if passage.language == "ar":
        return _is_arabic_share(passage, token, piece)
    if words[token] in _NUMERATORS:
        return True
    if before in _ORDINALS or after in _NOT_BEHIND_HALF:
        return False
    return (
        after in _AFTER_SHARE[passage.language]
        or before in _BEFORE_SHARE[passage.language]
    )


def _is_arabic_share(passage: Passage, token: int, piece: _Piece) -> bool:
    words = passage.words
    after = words[piece.last] if piece.last < len(words) else ""
    before = words[token - 1] if token else ""
    if after in _NOT_SHARES:
        return False
    if piece.is_definite:
        return before in _BY
    is_owned = after.startswith("ال") or (
        len(after) > 3 and after.endswith(("ها", "هم", "ه"))
    )
    if words[token][-3:] in ("خمس", "سبع", "ثمن", "عشر"):
        # «خُمس» and «خَمس» are one word without vowels; ten of something is indefinite.
        is_part = after.startswith("ال") and words[token] in ("خمس", "سبع", "عشر")
        return _DAMMA in passage.written(token) or after == "ما" or is_part
    return (
        is_owned
        or after.startswith(("عدد", "ما", "هذ", "مجموع", "سكان"))
        or words[token].startswith(("ثلث", "نصف"))
    )


def _piece(word: str, hit: Hit) -> _Piece:
    """Make a piece of a hit: the article stays in, conjunctions and prepositions go."""
    letters = word[: hit.clitic]
    is_definite = letters.endswith(("ال", "لل"))
    cut = hit.clitic
    if letters.endswith("ال"):
        cut -= 2
    elif letters.endswith("لل"):
        cut -= 1
    has_and = letters.startswith("و")
    has_preposition = letters.lstrip("وف")[:1] in ("ب", "ل", "ك")
    row = hit.row
    return _Piece(
        hit.last,
        cut,
        float(row["value"]),
        row["class"],
        has_and,
        is_definite,
        has_preposition,
    )


class _Sum:
    """A number while it is put together, word by word."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._total = 0.0
        self._group = 0.0
        self._last_scale = _FAR
        self._is_empty = True
        self.scale = 1.0
        self.is_digits = False
        self.takes_and = False

    @property
    def value(self) -> float:
        """What has been said so far."""
        return round(self._total + self._group, 6)

    def add_part(self, part: float) -> None:
        """Add a half or a quarter of what was said last."""
        if self._group:
            self._group += part
        else:
            self._total += part * self.scale

    def take(self, piece: _Piece) -> bool:
        """Add a piece if the language lets it follow; say whether it did."""
        fits = self._fits(piece)
        if fits:
            self._add(piece)
            self._is_empty = False
            self.is_digits = piece.kind == "digits"
            self.takes_and = piece.kind in ("hundred", "hundreds", "scale", "double")
        return fits

    def _fits(self, piece: _Piece) -> bool:
        if self._is_empty:
            return True
        if piece.has_preposition:
            return False
        if piece.kind == "digits":
            return piece.has_and and self._group == 0 and piece.value < self._last_scale
        multiplies = piece.kind in ("scale", "hundred") and self._multiplies(piece)
        if self._language == "ar":
            return multiplies if not piece.has_and else self._adds(piece)
        return multiplies or (not self.is_digits and self._adds(piece))

    def _multiplies(self, piece: _Piece) -> bool:
        if piece.kind == "hundred":
            return not self.is_digits and 1 <= self._group < 100
        if self._group == 0:
            return self._total > 0 and piece.value > self._last_scale
        return piece.value < self._last_scale

    def _adds(self, piece: _Piece) -> bool:
        rest = self._group % 100
        match piece.kind:
            case "unit":
                return (rest == 0 or (rest >= 20 and rest % 10 == 0)) and not (
                    self._language == "ar" and rest
                )
            case "teen":
                return rest == 0 or (self._language == "fr" and rest in (60, 80))
            case "ten":
                return rest == 0 or (self._language == "ar" and 1 <= rest <= 9)
            case "hundred" | "hundreds":
                return self._group == 0 and self._total > 0
        return self._group == 0 and piece.value < self._last_scale

    def _add(self, piece: _Piece) -> None:
        match piece.kind:
            case "hundred":
                self._group = max(self._group, 1) * 100
            case "scale":
                self._scale(piece)
            case "double":
                self._total += piece.value
                self.scale = self._last_scale = piece.value / 2
            case _:
                self._group += piece.value

    def _scale(self, piece: _Piece) -> None:
        if not self._group and self._total and not piece.has_and:
            self._total *= piece.value
        else:
            self._total += (self._group or 1) * piece.value
        self._group = 0
        self.scale = self._last_scale = piece.value


# -- ranges ---------------------------------------------------------------------------

_TO = frozenset(["to", "or", "a", "ou", "الي", "او", "حتي", "-", "–", "—", "ـ"])
_AND = frozenset(["and", "et", "و"])
_BETWEEN = frozenset(["between", "entre", "بين"])


def _with_ranges(passage: Passage, numbers: list[Number]) -> list[Number]:
    """Join two neighbouring numbers into a range: "20 to 30", «بين 5 و10»."""
    joined: list[Number] = []
    for number in numbers:
        if joined and _is_range(passage, joined[-1], number):
            joined[-1] = _range(joined[-1], number)
        else:
            joined.append(number)
    return joined


def _is_range(passage: Passage, low: Number, high: Number) -> bool:
    if low.high is not None or not {low.form, high.form} <= {"digits", "words"}:
        return False
    if _scaled(low, high) >= high.value:
        return False
    if tells_a_change(passage, low.first):
        return False
    between = passage.words[low.last : high.first]
    follows = low.first > 0 and _is_between(passage, low.first)
    if len(between) == 1:
        return between[0] in _TO or (follows and between[0] in _AND)
    if between:
        return False
    return follows and passage.words[high.first].startswith("و")


FROM = frozenset(["from", "de", "من"])
# Behind these, "from 500 to 4,000" tells two figures, and no range.
_CHANGES = frozenset(
    "porter porte passer passe passera passee tombe tomber monte augmente baisse rose fell "
    "rising falling grew increased decreased up down went cut raised raise dropped rise fall "
    "ارتفع ارتفعت انخفض انخفضت تراجع تراجعت زاد زادت رفع خفض قفز قفزت ارتفاعا انخفاضا".split()
)


def tells_a_change(passage: Passage, token: int) -> bool:
    """Say whether what goes "from" a figure at a token rises or falls."""
    if token == 0 or passage.words[token - 1] not in FROM:
        return False
    return any(word in _CHANGES for word in passage.words[max(0, token - 6) : token])


def _is_between(passage: Passage, token: int) -> bool:
    words = passage.words
    before = words[token - 1]
    if before in ("ال", "$", "£", "€") and token > 1:
        before = words[token - 2]
    return before in _BETWEEN


def _scaled(low: Number, high: Number) -> float:
    """Give the lower end the scale of the higher: "20 to 30 million"."""
    if low.scale == 1 and high.scale > 1 and low.value * high.scale < high.value:
        return low.value * high.scale
    return low.value


def _range(low: Number, high: Number) -> Number:
    return replace(
        low, last=high.last, value=_scaled(low, high), high=high.value, scale=high.scale
    )


__all__ = ["Number", "read_numbers"]
