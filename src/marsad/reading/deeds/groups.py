"""Groups of people and bodies without a name, called in English: «جمعيات محلية».

The noun comes from a lexicon of groups, its adjectives and its state from what stands
beside it, its number from the figures.
"""

from marsad.reading.deeds.homes import bare
from marsad.reading.findings import Figure
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within

_NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen twenty""".split()


def group_name(passage: Passage, found: Found, first: int, last: int) -> str | None:
    """Return the English name of the group that a subject begins with, else None."""
    hits = hits_from(passage.hits("people"), first, min(last, first + _NEAR))
    if not hits:
        return None
    hit = max(hits, key=lambda one: (-one.first, one.last))
    noun = hit.row["english"]
    told = [
        _number(found, first, hit.first + 1),
        *_adjectives(passage, hit, last),
        noun,
    ]
    return " ".join(word for word in told if word)


# A number and an article stand before the noun.
_NEAR = 4


def _number(found: Found, first: int, last: int) -> str:
    for one in within(found.figures, first, last):
        figure = one.finding
        if isinstance(figure, Figure) and figure.value == int(figure.value):
            value = int(figure.value)
            is_small = 0 < value <= len(_NUMBERS)
            return _NUMBERS[value - 1] if is_small else str(value)
    return ""


def _is_next(passage: Passage, hit: Hit) -> bool:
    """Say whether an adjective in the singular is another noun's: «المجتمعون الدولي»."""
    noun = passage.words[hit.first]
    after = passage.words[hit.last : hit.last + 1]
    return noun.endswith("ون") and not any(word.endswith("ون") for word in after)


def _adjectives(passage: Passage, hit: Hit, last: int) -> list[str]:
    """Return state and field of a group, told by the adjectives behind its noun."""
    told = [
        one.row["en"].split("|")[0]
        for one in hits_from(passage.hits("nationality"), hit.last, hit.last + 1)
        if one.first < last
    ]
    told += [
        one.row["english"]
        for one in hits_from(passage.hits("body_field"), hit.last, hit.last + 1)
        if one.first < last and one.row["kind"] == "adj" and not _is_next(passage, hit)
    ]
    before = passage.words[max(0, hit.first - 1)]
    if passage.language == "en" and before.isalpha() and bare(before):
        told += [
            one.row["en"].split("|")[0]
            for one in hits_from(passage.hits("nationality"), hit.first - 1, hit.first)
        ]
    return told
