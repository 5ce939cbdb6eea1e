"""Number phrases in digits and words, in Arabic, English and French.

Twenty-five thousand, 2.3 million, «ثلاثة أرباع المليون», "une trentaine": each is one
number with the tokens that write it. What is counted, and whether more or less of it
is meant, is for the reader of figures to say.
"""

from collections.abc import Set
from dataclasses import dataclass

from marsad.reading.lexicon import Hit
from marsad.reading.numbers import digits
from marsad.reading.numbers.share_words import is_share
from marsad.reading.numbers.sums import Piece, Sum
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Passage

_CARDINAL = frozenset(
    ["unit", "teen", "dozen", "ten", "hundred", "hundreds", "scale", "double"]
)
_HYPHENS = frozenset("-–—‑")
_ARTICLES = frozenset(["ال", "وال", "بال", "لل", "فال", "كال"])
_PLURAL_SCALES = ("الاف", "ملايين", "مليارات", "ملايير", "بلايين", "تريليونات")
# Words that only look like a preposition and a number: «كمية», «لست».
_OTHER_WORDS = frozenset("كميه كميات لست الست كست بثمن وثمن الثمن والثمن للثمن".split())
# «القرن التاسع عشر» is the nineteenth century.
_ORDINALS_OF_TEN = frozenset(
    "الحادي الحاديه الثاني الثانيه الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس "
    "السادسه السابع السابعه الثامن الثامنه التاسع التاسعه".split()
)
_SEVERAL = frozenset(["several", "few", "plusieurs"])
_TANWIN = "\u064b"
_NOT_COUNTED = frozenset(["من", "في", "علي", "الي", "عن", "خلال", "مليون", "مليار"])
# What is measured, and so may be told with three decimals.
_PARTED = frozenset(
    "percent point time degree metre kilometre mile tonne ton litre kilogram gram gigawatt "
    "megawatt magnitude hectare".split()
)
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}


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


class NumberReader:
    """The number words and digits of a passage, ready to be put together."""

    def __init__(self, passage: Passage, taken: Set[int]) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self.taken = taken
        self._is_pointed: bool | None = None
        self.cardinals: dict[int, Piece] = {}
        self.others: dict[int, Piece] = {}
        for hit in passage.hits("number"):
            self._put(hit)

    def _put(self, hit: Hit) -> None:
        if self.words[hit.first] in _OTHER_WORDS:
            return
        piece = _piece(self.words[hit.first], hit)
        pieces = self.cardinals if piece.kind in _CARDINAL else self.others
        known = pieces.get(hit.first)
        if known is None or (piece.last, -piece.clitic) > (known.last, -known.clitic):
            pieces[hit.first] = piece

    def all(self) -> list[Number]:
        """Return the number phrases in order, outside the taken tokens."""
        rows = self.passage.tokens.digits
        numbers: list[Number] = []
        last = 0
        for token in sorted({*rows, *self.cardinals, *self.others}):
            if token < last or token in self.taken:
                continue
            number = self.at(token)
            if number is not None:
                numbers.append(number)
                last = number.last
        return numbers

    def at(self, token: int) -> Number | None:
        """Read the number phrase that begins at a token, or None."""
        if not 0 <= token < len(self.words):
            return None
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
        if piece is not None and token and self.words[token - 1] in _SEVERAL:
            is_many = piece.kind in ("hundred", "dozen", "scale")
            return (
                Number(token, piece.last, 0, piece.value, "vague") if is_many else None
            )
        if piece is None or (
            piece.kind == "scale" and not self._may_start(token, piece)
        ):
            return None
        return self._composed(token)

    def _may_start(self, token: int, piece: Piece) -> bool:
        """Say whether a scale stands for one of itself: «ألف», "mille", "a million"."""
        word = self.words[token]
        if self.language == "ar":
            return not piece.is_definite and not word.endswith(_PLURAL_SCALES)
        return word == "mille" or word == "a"

    # -- digits and cardinals -------------------------------------------------------

    def _composed(self, token: int) -> Number | None:
        sum_ = Sum(self.language)
        first = self._piece(token)
        if first is None:
            return None
        if self._is_dual_scale(first, token):
            first = first._replace(value=2 * first.value, kind="double")
        last = token
        piece: Piece | None = first
        while piece is not None and sum_.take(piece):
            last = self._with_half(piece.last, sum_)
            piece = self._next_piece(last, sum_)
        if last == token:
            return None
        if first.kind == "digits" and digits.counts_nothing(
            self.passage, token, first.last
        ):
            return None
        form = "digits" if first.kind == "digits" else "words"
        is_bracketed = form == "digits" and self.words[first.last - 1] == ")"
        return Number(
            token - is_bracketed,
            last,
            first.clitic,
            sum_.value,
            form,
            None,
            sum_.scale,
            first.is_definite,
        )

    def _piece(self, token: int) -> Piece | None:
        if token >= len(self.words) or token in self.taken:
            return None
        word = self.words[token]
        if digits.is_digits(word):
            return self._digits(token)
        if word == "و" and self.words[token + 1 : token + 2] not in ([], ["و"]):
            piece = self._piece(token + 1)
            return None if piece is None else piece._replace(has_and=True)
        return self.cardinals.get(token)

    def _next_piece(self, token: int, sum_: Sum) -> Piece | None:
        """Return the piece that may go on from a number that ends at a token."""
        following = self._joined(token, sum_)
        piece = None if following is None else self._piece(following)
        if piece is not None and self._is_number_of_its_own(piece, sum_):
            return None
        return piece

    def _digits(self, token: int) -> Piece | None:
        piece = self._plain_digits(token)
        if piece is None or self.language != "ar" or not self._is_bracketed(piece.last):
            return piece
        return piece._replace(last=piece.last + 1)

    def _is_bracketed(self, token: int) -> bool:
        """Say whether digits stand in brackets before their noun: «(68) مليون ين»."""
        is_open = self.words[token - 2 : token - 1] == ["("]
        is_marker = self.words[max(0, token - 3) : token - 2] in ([], ["\n"], ["-"])
        if not is_open or is_marker or self.words[token : token + 1] != [")"]:
            return False
        scale = self.cardinals.get(token + 1)
        is_scaled = scale is not None and scale.kind == "scale" and not scale.has_and
        return is_scaled or unit_at(self.words, token + 1, "ar") is not None

    def _plain_digits(self, token: int) -> Piece | None:
        last = digits.end_of_groups(self.passage, token)
        word = "".join(self.words[token:last]).replace("،", "").replace("'", "")
        if self._is_worded_decimal(last):
            value = float(f"{word}.{self.words[last + 1]}")
            return Piece(last + 2, 0, value, "digits")
        if self._is_reversed_decimal(last):
            value = float(f"{self.words[last + 1]}.{word}")
            return Piece(last + 2, 0, value, "digits")
        following = self.cardinals.get(last)
        is_pointed = following is not None and following.kind == "scale"
        if self.language == "ar" and not is_pointed and "." in word:
            is_pointed = self._has_points() and not self._counts_whole(last)
        whole = digits.value_of(word, self.language, is_pointed=is_pointed)
        if whole is None:
            return None
        part = _VULGAR.get(self.words[last]) if last < len(self.words) else None
        if part is not None:
            return Piece(last + 1, 0, whole + part, "digits")
        before = self.words[token - 1] if token else ""
        return Piece(last, 0, whole, "digits", is_definite=before in _ARTICLES)

    def _counts_whole(self, token: int) -> bool:
        """Say whether what stands at a token has no parts: people, files, lorries."""
        unit = unit_at(self.words, token, self.language)
        return unit is not None and unit.name.islower() and unit.name not in _PARTED

    def _has_points(self) -> bool:
        """Say once for a passage whether points part decimals in it."""
        if self._is_pointed is None:
            self._is_pointed = digits.has_points(self.words)
        return self._is_pointed

    def _is_number_of_its_own(self, piece: Piece, sum_: Sum) -> bool:
        """Say whether a number has its own scale: «27 ألفا و31 ألف»."""
        if not piece.has_and:
            return False
        scale = self.cardinals.get(piece.last)
        return (
            scale is not None
            and scale.kind == "scale"
            and scale.value >= sum_.scale > 1
        )

    def _is_worded_decimal(self, token: int) -> bool:
        """Say whether a word parts decimals: «7 فاصل 2 بالمائة» is 7.2."""
        words = self.words
        return (
            words[token : token + 1] == ["فاصل"]
            and token + 1 < len(words)
            and words[token - 1].isdigit()
            and words[token + 1].isdigit()
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

    def _is_dual_scale(self, piece: Piece, token: int) -> bool:
        """Say whether «ألفا», «مليونا» at the head of a phrase is a dual: two thousand."""
        if self.language != "ar" or piece.kind != "scale":
            return False
        word = self.words[token]
        is_bare = word.endswith(("الفا", "مليونا", "مليارا"))
        if not is_bare or _TANWIN in self.passage.written(token):
            return False
        after = self.words[piece.last] if piece.last < len(self.words) else ""
        is_noun = len(after) > 2 or unit_at(self.words, piece.last, "ar") is not None
        return is_noun and after[0] != "و" and after not in _NOT_COUNTED

    def _joined(self, token: int, sum_: Sum) -> int | None:
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

    def _with_half(self, token: int, sum_: Sum) -> int:
        """Add a half that follows: «مليون ونصف المليون», "two and a half"."""
        words = self.words
        if self.language == "ar":
            return self._with_arabic_half(token, sum_)
        if self.language == "en" and words[token : token + 3] == ["and", "a", "half"]:
            sum_.add_part(0.5)
            return token + 3
        is_half = words[token : token + 2] in (["et", "demi"], ["et", "demie"])
        if is_half and self.language == "fr" and sum_.scale > 1:
            sum_.add_part(0.5)
            return token + 2
        return token

    def _with_arabic_half(self, token: int, sum_: Sum) -> int:
        part = self.others.get(token)
        if part is None or not part.has_and or part.is_definite or sum_.scale <= 1:
            return token
        if part.value not in (0.5, 0.25):
            return token
        sum_.add_part(part.value)
        return self._past_scale(part.last, sum_.scale)

    def _past_scale(self, token: int, scale: float) -> int:
        """Step over the scale said a second time: «مليون ونصف المليون»."""
        piece = self.cardinals.get(token)
        return piece.last if piece and piece.value == scale else token

    # -- fractions, bare plurals, round numbers -------------------------------------

    def _other(self, token: int, piece: Piece) -> Number | None:
        if piece.kind == "vague":
            return self._vague(token, piece)
        if piece.kind == "round":
            return Number(token, piece.last, piece.clitic, piece.value, "round")
        return self._fraction(token, piece)

    def _vague(self, token: int, piece: Piece) -> Number | None:
        before = self.words[token - 1] if token else ""
        if digits.is_digits(before or "x") or before in ("a", "one", "several", "عده"):
            return None
        if piece.is_definite:
            return None
        return Number(token, piece.last, piece.clitic, piece.value, "vague")

    def _fraction(self, token: int, piece: Piece) -> Number | None:
        scaled = self._fraction_of_scale(token, piece)
        if scaled is not None:
            return scaled
        if not is_share(self.passage, token, piece):
            return None
        return Number(token, piece.last, piece.clitic, piece.value, "fraction")

    def _fraction_of_scale(self, token: int, piece: Piece) -> Number | None:
        """Read «ثلاثة أرباع المليون», "half a million", "un demi-million"."""
        place = piece.last
        if self.words[place : place + 2] == ["a", "dozen"]:
            return Number(token, place + 2, piece.clitic, 12 * piece.value, "words")
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


def _piece(word: str, hit: Hit) -> Piece:
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
    return Piece(
        hit.last,
        cut,
        float(row["value"]),
        row["class"],
        has_and,
        is_definite,
        has_preposition,
    )
