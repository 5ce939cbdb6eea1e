"""Near wording: a banked text known again though words and letters of it were altered."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.signals import Example, Kind, Likeness
from marsad.matching.wording.reference import likeness_of, own_letters
from marsad.matching.wording.seeking import LONGEST
from marsad.matching.wording.wording_index import WordingIndex, opened

_SHOWN: Final = 60
# Fewer are a phrase that anybody may write.
FEWEST: Final = 30


class WordingKind:
    """Posts in which most of a banked text stands, whatever was done to its letters."""

    kind: Final = Kind.WORDING

    def canonical(self, value: str) -> str:
        """The words as they stand, without blanks around them."""
        text = value.strip()
        letters, own = own_letters(text)
        if own < FEWEST:
            problem = (
                f"has {own} letters that are its own, outside greetings, prayers and "
                "formulas of the press: too few to be told from ordinary words"
            )
            way_out = f"bank a passage of at least {FEWEST}, or as exact wording"
            raise Unreadable(repr(text[:_SHOWN]), problem, way_out)
        if letters > LONGEST:
            problem = f"has {letters} letters, more than {LONGEST}"
            way_out = "bank the passages by which it is known, each by itself"
            raise Unreadable(repr(text[:_SHOWN]), problem, way_out)
        return text

    def compare(self, banked: str, met: str) -> Likeness | None:
        """Laid against each other letter by letter, without an index."""
        return likeness_of(banked, met)

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> WordingIndex:
        """An index over banked texts, in memory."""
        index = WordingIndex()
        index.add(signals)
        return index

    def opened(self, folder: Path) -> WordingIndex:
        """An index that was saved; raises Unreadable where it is damaged."""
        return opened(folder)

    examples: tuple[Example, ...] = (
        Example(
            "نزرع البصل في الحقل كل صباح ونسقيه بالماء قبل شروق الشمس",
            "قال: نــزرعُ البصل فى الحقل كلّ صباح ونسقيه بالماء قبل شروووق الشمس! 🌱",
            is_alike=True,
            why="marks, tatweel, a repeated letter and an emoji",
        ),
        Example(
            "نزرع البصل في الحقل كل صباح ونسقيه بالماء قبل شروق الشمس",
            "ںررع الٮصل ڡى الحٯل كل صٮاح وںسٯىه ٮالماء ٯٮل سروٯ السمس",
            is_alike=True,
            why="letters without their dots",
        ),
        Example(
            "نزرع البصل في الحقل كل صباح ونسقيه بالماء قبل شروق الشمس",
            "nazra3 elbasal fi el7a9l kol saba7 wa nas9ih bel ma2 9abl shorou9 elshams",
            is_alike=True,
            why="Arabic in Latin letters",
        ),
        Example(
            "السلام عليكم ورحمة الله وبركاته، طبخنا اليوم شوربة عدس بالكمون للجيران",
            "السلام عليكم ورحمة الله وبركاته، مباراة الغد تؤجل بسبب المطر والرياح",
            is_alike=False,
            why="the same greeting before other words",
        ),
        Example(
            "Stir the lentil soup slowly and add the cumin before the lemon juice",
            "My aunt says: Stir the lentil soup slowly, then add cumin before the lemon juice",
            is_alike=True,
            why="a word replaced, a word left out, inside another sentence",
        ),
    )


WORDING: Final = WordingKind()
