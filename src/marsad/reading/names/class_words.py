"""Names that follow a class word: "the charity X", "l'association X"."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import Parts, named_body
from marsad.reading.names.french_words import is_adjective
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters

_LINKS = {
    "en": frozenset(["of", "for", "without", "the"]),
    "fr": frozenset(
        ["de", "du", "des", "d", "'", "la", "le", "les", "l", "pour", "sans"]
    ),
}

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
        "channel",
        "bank",
        "party",
        "movement",
        "club",
    ]
)


def named_after_class(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read "the charity X" and "l'association X": the class word stays outside."""
    passage, capital = parts.passage, letters.capital
    if head.row["class"] not in _CLASS_WORDS:
        return None
    first = _past_description(parts, letters, head.last)
    last = first
    while last < len(capital) and capital[last] and _may_be_named(parts, last):
        last = _past_link(parts, letters, last + 1)
    if last == first:
        return None
    if passage.language == "fr":
        last = _past_agreeing(parts, last)
    name = " ".join(passage.span(first, last).quote.split())
    return named_body(head, first, last, 0, name)


def leads_to_known(parts: Parts, letters: Letters, head: Hit) -> bool:
    """Say whether a small class word stands before a known name: "le journal Le Monde"."""
    kinds = ("body", "firm", "press", "named")
    if letters.capital[head.first] or head.row["kind"] not in kinds:
        return False
    return _past_description(parts, letters, head.last) in parts.bodies


def _past_description(parts: Parts, letters: Letters, token: int) -> int:
    """Return the token after what describes a class word: "site d'information local"."""
    words, capital = parts.passage.words, letters.capital
    if parts.passage.language != "fr":
        return token
    place = token
    while place < min(token + _DESCRIPTION, len(words) - 1) and not capital[place]:
        adjective = _past_adjective(parts, letters, place)
        if adjective > place:
            return adjective
        if words[place] in _MARKS and capital[place + 1]:
            return place + 1
        of = 1 if words[place] in ("de", "en") else 2 * (words[place] == "d")
        is_noun = not capital[place + of] and words[place + of].isalpha()
        is_noun = is_noun and words[place + of] not in _LINKS["fr"]
        if not (of and is_noun) and not is_adjective(words[place]):
            return token
        place += of + 1
    return place if place < len(words) and capital[place] else token


_DESCRIPTION = 7  # words between a class word and its name
_MARKS = frozenset('«“"')


def _past_adjective(parts: Parts, letters: Letters, token: int) -> int:
    """Return the token after a French adjective: "l'ONG locale Rawafed"."""
    if parts.passage.language != "fr" or token + 1 >= len(letters.capital):
        return token
    part = parts.at(token)
    is_known = part is not None and part.kind in ("adj", "nationality")
    is_described = is_known or is_adjective(parts.passage.words[token])
    may = not letters.capital[token] and letters.capital[token + 1]
    return token + 1 if may and is_described else token


def _past_link(parts: Parts, letters: Letters, token: int) -> int:
    """Return the token of the next capital word of a name, over its small words."""
    words, capital = parts.passage.words, letters.capital
    links = _LINKS[parts.passage.language]
    after = token
    while after < min(token + 3, len(words) - 1) and words[after] in links:
        after += 1
    is_place = after in parts.cities or after in parts.known.state
    is_name = after > token and capital[after] and _may_be_named(parts, after)
    return after if is_name and not is_place else token


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
    part = parts.at(token)
    is_state = part is not None and part.kind in ("state", "nationality")
    return not (is_other or is_state or token in parts.titles)
