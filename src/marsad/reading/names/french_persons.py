"""What tells persons in French: a nationality before a name, a trade or age behind it."""

from collections.abc import Sequence
from functools import cache

from marsad.reading.lexicon import rows
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold


def nationals_before_names(passage: Passage) -> set[int]:
    """Return the tokens of "L'Italien", "le Français" before a name in French."""
    if passage.language != "fr":
        return set()
    words = passage.words
    elided = {
        t for t in passage.tokens_of(frozenset(["l"])) if words[t + 1 : t + 2] == ["'"]
    }
    regions = passage.tokens_of(_REGIONAL)
    starts = [
        *((hit.first, hit.last) for hit in passage.hits("nationality")),
        *((t, t + 1) for t in regions),
    ]
    told = {
        token
        for first, last in starts
        if first > 0 and words[first - 1] in _ARTICLES_FR
        for token in range(first, last)
    }
    return elided | told


_REGIONAL = wordset("regional_adjectives_fr") | {"anglais", "anglaise"}
_ARTICLES_FR = frozenset(["le", "la", "'", "un", "une", "du", "au"])


def is_trade(words: Sequence[str], token: int) -> bool:
    """Say whether "un plombier", "mécanicien de 42 ans", "54 ans" begin at a token."""
    if words[token : token + 1] and words[token].isdigit():
        return words[token + 1 : token + 2] == ["ans"]
    token += words[token : token + 1] in (["un"], ["une"], ["le"], ["la"], ["l"])
    token += words[token : token + 1] == ["'"]
    return _names_person(words, token)


def _names_person(words: Sequence[str], token: int) -> bool:
    """Say whether one word names one person by a calling, an age or a kinship."""
    return token < len(words) and words[token] in _nouns_for_persons()


@cache
def _nouns_for_persons() -> frozenset[str]:
    """Return the French nouns of one word that name one human being, folded."""
    forms = (
        form
        for lexicon in ("units", "callings")
        for row in rows(lexicon)
        if row["unit"] == "person"
        for form in row.get("fr", "").split("|")
    )
    return frozenset(fold(form) for form in forms if form and " " not in form)
