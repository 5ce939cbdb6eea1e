"""What stands behind a number: the noun that it counts, with the adjectives of it.

«14 طفلا تونسيا», "two al-Qaida vehicles", "28 soldats gouvernementaux": the noun and
its adjectives belong to the number, a relative clause or a further complement does not.
"""

from marsad.reading.numbers.counted_arabic import counted_arabic
from marsad.reading.numbers.counted_english import counted_english
from marsad.reading.numbers.counted_french import counted_french
from marsad.reading.numbers.counted_nouns import Counted
from marsad.reading.passage import Passage


def counted_at(passage: Passage, token: int, value: float) -> Counted | None:
    """Return what a number that ends before a token counts, or None."""
    if token >= len(passage.words):
        return None
    if passage.language == "ar":
        return counted_arabic(passage.words, token)
    if passage.language == "en":
        return counted_english(passage, token, value)
    return counted_french(passage, token)
