"""Which words of fraction stand for a share: "two-thirds of", «ثلث السكان», un tiers.

The same words have other uses: a third party, half time, «نصف نهائي», «ثمن» the price.
"""

from marsad.reading.numbers.sums import Piece
from marsad.reading.numbers.units import unit_at
from marsad.reading.passage import Passage

# Words behind which and before which a share of something is meant.
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
    "نهايي النهايي الاول الثاني الاولي الثالث الرابع الاخير سنوي سنويه شهري شهريه يومي "
    "اسبوعي اسبوعيه سنويا شهريا السنوي السنويه الشهري الشهريه".split()
)
_ORDINALS = frozenset(
    "first second third fourth other better last latter premier dernier".split()
)
# «الثلث» stands for a share behind these.
_BY = frozenset(
    "قدرها قدره بمقدار بنسبه الي نحو حوالي بواقع قرابه سوي الا تجاوز يتجاوز تتجاوز بلغ بلغت "
    "يفوق تفوق عن يبلغ".split()
)
_ARE = frozenset("are were have had is was do did will would said".split())
_NOT_BEHIND_HALF = frozenset(["-", "time", "dozen", "brother", "sister", "century"])
# "Two-thirds" is a share wherever it stands.
_NUMERATORS = frozenset(
    ["two", "three", "four", "five", "seven", "nine", "deux", "trois"]
)
_DAMMA = "\u064f"


def is_share(passage: Passage, token: int, piece: Piece) -> bool:
    """Say whether a word of fraction at a token stands for a share."""
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
    if words[token] == "half" and after in _ARE:
        return True
    return (
        after in _AFTER_SHARE[passage.language]
        or before in _BEFORE_SHARE[passage.language]
    )


def _is_arabic_share(passage: Passage, token: int, piece: Piece) -> bool:
    words = passage.words
    after = words[piece.last] if piece.last < len(words) else ""
    before = words[token - 1] if token else ""
    if after in _NOT_SHARES:
        return False
    if piece.is_definite:
        # «الخمس سنوات» are five years.
        is_count = after != "" and unit_at(words, piece.last, "ar") is not None
        return before in _BY and not (is_count and not after.startswith("ال"))
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
