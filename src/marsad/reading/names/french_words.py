"""The English of French words in the names of bodies.

Words of the trade stand in a list; of the others many differ from their English only
in the ending. A word of neither kind has no English here.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.reading.lexicon import rows
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# French endings and the English ones for the same stem, with the kind of word.
_ENDINGS = (
    ("ations", "ations", "field"),
    ("ation", "ation", "field"),
    ("itions", "itions", "field"),
    ("ition", "ition", "field"),
    ("ction", "ction", "field"),
    ("ssion", "ssion", "field"),
    ("ateurs", "ators", "field"),
    ("ologie", "ology", "field"),
    ("ographie", "ography", "field"),
    ("isme", "ism", "field"),
    ("ence", "ence", "field"),
    ("ance", "ance", "field"),
    ("ites", "ities", "field"),
    ("ite", "ity", "field"),
    ("ables", "able", "adj"),
    ("able", "able", "adj"),
    ("iques", "ic", "adj"),
    ("ique", "ic", "adj"),
    ("aires", "ary", "adj"),
    ("aire", "ary", "adj"),
    ("istes", "ist", "adj"),
    ("iste", "ist", "adj"),
    ("ives", "ive", "adj"),
    ("ive", "ive", "adj"),
    ("ifs", "ive", "adj"),
    ("if", "ive", "adj"),
    ("ales", "al", "adj"),
    ("ale", "al", "adj"),
    ("aux", "al", "adj"),
    ("al", "al", "adj"),
    ("iens", "ian", "adj"),
    ("iennes", "ian", "adj"),
    ("ienne", "ian", "adj"),
    ("ien", "ian", "adj"),
    ("elles", "al", "adj"),
    ("elle", "al", "adj"),
    ("els", "al", "adj"),
    ("el", "al", "adj"),
    ("euses", "ous", "adj"),
    ("euse", "ous", "adj"),
    ("eux", "ous", "adj"),
)
_ADJECTIVAL = tuple(ending for ending, _, kind in _ENDINGS if kind == "adj")
_LEAST = 3  # letters of a stem
_NO_ADJECTIVES = wordset("no_adjectives_fr")


class Translated(NamedTuple):
    """The English of a French word and its kind: field or adj."""

    english: str
    kind: str


@lru_cache(maxsize=4096)
def translated(word: str) -> Translated | None:
    """Return the English of a folded French word, from the list or by its ending."""
    known = _listed().get(word)
    if known is not None:
        return known
    for ending, english, kind in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            if kind == "adj" and word in _NO_ADJECTIVES:
                return None
            return Translated((word[: -len(ending)] + english).capitalize(), kind)
    return None


def listed(word: str) -> Translated | None:
    """Return the English of a folded French word that the list holds."""
    return _listed().get(word)


def is_adjective(word: str) -> bool:
    """Say whether a French word is an adjective, by the list or by its ending."""
    known = _listed().get(word)
    is_listed = known is not None and known.kind == "adj"
    return is_listed or (word.endswith(_ADJECTIVAL) and word not in _NO_ADJECTIVES)


@cache
def _listed() -> Mapping[str, Translated]:
    return {
        fold(form): Translated(row["english"], row["kind"])
        for name in ("body_fields", "french_name_words")
        for row in rows(name)
        for form in (row["fr"] or "").split("|")
        if form and " " not in form
    }


_BEFORE_VERBS = frozenset(
    [
        "s",
        "se",
        "ne",
        "n",
        "pas",
        "y",
        "en",
        "le",
        "la",
        "les",
        "l",
        "lui",
        "leur",
        "'",
        "plus",
    ]
)
_INFINITIVES = ("er", "ir", "re", "oir")


def leads_to_verb(words: Sequence[str], token: int) -> bool:
    """Say whether "de" begins what somebody is to do: "demande au gouvernement d'agir"."""
    if words[token : token + 1] not in (["de"], ["d"]):
        return False
    after = token + 1
    while after < len(words) and words[after] in _BEFORE_VERBS:
        after += 1
    is_verb = after < len(words) and words[after].endswith(_INFINITIVES)
    return is_verb and len(words[after]) > _LEAST and listed(words[after]) is None


def is_plural_adjective(words: Sequence[str], token: int) -> bool:
    """Say whether a plural word right behind a plural noun can only describe it."""
    word = words[token] if token < len(words) else ""
    is_plural = word.endswith(("s", "x")) and len(word) > _LEAST
    return is_plural and word.isalpha() and word not in _NO_PLURALS


_NO_PLURALS = frozenset(
    "dans sous vers puis mais alors depuis lors pres apres sans plus jamais toujours dont tous "
    "toutes hors elles nous vous leurs ailleurs desormais moins certes plusieurs".split()
)
