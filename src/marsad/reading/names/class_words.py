"""Names that follow a class word: "the charity X", "l'association X"."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import Parts, named_body
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters

# Class words that stand before a name.
_CLASS_WORDS = frozenset(
    [
        "organisation",
        "association",
        "company",
        "newspaper",
        "website",
        "agency",
        "group",
    ]
)


def named_after_class(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read "the charity X" and "l'association X": the class word stays outside."""
    passage, capital = parts.passage, letters.capital
    if head.row["class"] not in _CLASS_WORDS:
        return None
    last = head.last
    while last < len(capital) and capital[last] and _may_be_named(parts, last):
        last += 1
    if last == head.last:
        return None
    if passage.language == "fr":
        last = _past_agreeing(parts, last)
    name = " ".join(passage.span(head.last, last).quote.split())
    return named_body(head, head.last, last, 0, name)


def _past_agreeing(parts: Parts, last: int) -> int:
    """Return the token after an adjective of a French name: "Horizons verts"."""
    words = parts.passage.words
    part = parts.at(last)
    if part and part.kind == "adj":
        return part.hit.last
    is_plural = words[last - 1].endswith("s") and words[last : last + 1] != []
    is_adjective = is_plural and words[last].endswith("s") and len(words[last]) > 4
    return last + 1 if is_adjective and words[last].isalpha() else last


def _may_be_named(parts: Parts, token: int) -> bool:
    is_other = token in parts.persons or token in parts.bodies
    return not is_other and parts.at(token) is None and token not in parts.titles
