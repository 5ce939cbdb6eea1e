"""Fields that a French name joins: "Agence de météorologie, de climatologie et d'eau".

What "et" or a comma joins belongs to the name where it goes on as the name began: with
"de" and no article, or under one "pour".
"""

from collections.abc import Sequence

from marsad.reading.names.bodies import Parts, acronym_after
from marsad.reading.names.french_words import translated

_BARE = frozenset(["de", "d"])
_AIMS = frozenset(["pour", "contre"])
_ARTICLES = frozenset(["la", "le", "les", "l", "'"])
_OF = frozenset(["de", "d", "du", "des", *_ARTICLES])


def goes_on_as_it_began(words: Sequence[str], first: int, token: int) -> bool:
    """Say whether "et" at a token joins what began in one way: "de X et de Y"."""
    after = words[token + 1 : token + 3]
    if after[:1] in (["de"], ["d"]):
        return any(
            is_bare(words, place)
            for place in range(first, token)
            if words[place] in _BARE
        )
    return bool(_AIMS.intersection(words[first:token])) and bool(
        _ARTICLES.intersection(after[:1])
    )


def is_bare(words: Sequence[str], place: int) -> bool:
    """Say whether "de" at a token has no article behind it: "de contrôle", "d'eau"."""
    after = words[place + 1 + (words[place] == "d")]
    return after not in _ARTICLES


def leads_to_field(words: Sequence[str], token: int) -> bool:
    """Say whether a word is a noun that names of bodies are made of."""
    if token >= len(words):
        return False
    word = translated(words[token]) or translated(words[token].removesuffix("s"))
    return word is not None and word.kind == "field"


def lists_fields(words: Sequence[str], first: int, token: int) -> bool:
    """Say whether a comma goes on a list of fields: "de X, de Y et de Z"."""
    if words[token + 1 : token + 2] not in (["de"], ["d"]):
        return False
    noun = token + 2 + (words[token + 1] == "d")
    joined = words[noun + 1 : noun + 4]
    is_list = "et" in joined and goes_on_as_it_began(
        words, first, noun + 1 + joined.index("et")
    )
    return is_list and leads_to_field(words, noun)


def bracket_behind(parts: Parts, first: int, last: int) -> int:
    """Return where the short form stands that ends a name: "X et Y des Z (XYZ)", or 0."""
    passage, words = parts.passage, parts.passage.words
    for token in range(last, min(first + _LONGEST, len(words))):
        if words[token] == "(":
            return token if acronym_after(passage, token)[0] else 0
        is_other = (
            token in parts.heads or token in parts.persons or token in parts.titles
        )
        is_word = words[token].isalpha() or words[token] == "'"
        if is_other or not is_word or words[token] in _VERBS:
            return 0
    return 0


_LONGEST = 18
_VERBS = frozenset("est sont ont ete avait etait sera qui que dont".split())
