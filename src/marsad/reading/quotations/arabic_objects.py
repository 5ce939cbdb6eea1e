"""Which Arabic nouns may be what a verb of saying reports, and where they may stand."""

from marsad.reading.quotations.masdars import is_masdar

# Prepositions that lead to what is said.
PREPOSITIONS_LED = frozenset(("الي", "علي", "عن", "من", "في"))


def is_deed(word: str) -> bool:
    """Say whether a word names a deed; with the article «تدخل» is no verb."""
    return is_masdar(word) or (word.startswith("الت") and len(word) == len("التدخل"))


def is_open(between: list[str]) -> bool:
    """Say whether only a subject, no other complement, parts a verb from its object."""
    between = _without_asides(between)
    prepositions = {word for word in between if word in PREPOSITIONS_LED}
    # Where it was said («في كلمته») may stand between.
    is_venue = prepositions == {"في"} and len(between) <= 10
    return len(between) <= 4 or not prepositions or is_venue


def _without_asides(between: list[str]) -> list[str]:
    """Leave out what stands between two commas: «جدد الوزير، من جهة أخرى، نفيه»."""
    commas = [index for index, word in enumerate(between) if word in ("،", ",")]
    if len(commas) < 2:
        return between
    return between[: commas[0]] + between[commas[-1] + 1 :]
