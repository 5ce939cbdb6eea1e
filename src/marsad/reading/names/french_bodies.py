"""French bodies: a head with its capitals, adjectives and "de" phrases.

A head with a capital inside a sentence is a name by itself, and goes on over the small
words that follow it: "l'Union des sauveteurs alpins". A small head needs known words.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import (
    Parts,
    named_body,
)
from marsad.reading.names.class_words import leads_to_known, named_after_class
from marsad.reading.names.french_english import english_of
from marsad.reading.names.french_reach import FrenchWalk
from marsad.reading.names.french_words import (
    listed,
    translated,
)
from marsad.reading.names.naming import Named
from marsad.reading.names.state_nominals import BEFORE
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

_BEFORE_HEADS = wordset("before_heads_fr")
# Arms of state whose full head is enough: "le conseil municipal", "la cour suprême".
_WHOLE = frozenset(["council", "court", "committee", "parliament", "prosecution"])


def french_body(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a French head with its adjectives and its "de" phrases."""
    if not letters.capital[head.first] or head.row["kind"] == "named":
        after = named_after_class(parts, letters, head)
        if after or head.row["kind"] == "named" or leads_to_known(parts, letters, head):
            return after
    if _is_office_of_chair(parts, head):
        return None
    walk = FrenchWalk(parts, letters, head)
    walk.run()
    if _is_management(walk, letters):
        return None
    is_high = _left(parts, letters, head.first) < head.first
    if not walk.is_enough() and not is_high:
        short_at = walk.short_form_at()
        if not short_at:
            return _whole(parts, head)
        walk.last = short_at
    first = _left(parts, letters, head.first)
    body = named_body(
        head, first, walk.last, 0, _before(parts, first, head) + english_of(walk)
    )
    return body._replace(is_doubtful=head.row["kind"] == "force")


def _is_management(walk: FrenchWalk, letters: Letters) -> bool:
    """Say whether a direction is who runs a body: "la direction de la SNCF"."""
    is_small = not letters.capital[walk.head.first]
    is_direction = walk.head.row["class"] in ("directorate", "presidency")
    return is_small and is_direction and bool(walk.capitals)


def _left(parts: Parts, letters: Letters, first: int) -> int:
    """Return where a name begins: "Haut Conseil", "Nouveau Parti"."""
    words, is_capital = parts.passage.words, letters.capital
    may = first > 0 and is_capital[first] and is_capital[first - 1]
    return first - 1 if may and words[first - 1] in _BEFORE_HEADS else first


def _before(parts: Parts, first: int, head: Hit) -> str:
    known = listed(parts.passage.words[first]) if first < head.first else None
    return f"{known.english} " if known else ""


def _is_office_of_chair(parts: Parts, head: Hit) -> bool:
    """Say whether a presidency is who chairs: "sous la présidence du Bénin"."""
    before = parts.passage.words[max(0, head.first - 2) : head.first]
    return head.row["class"] == "presidency" and before[:1] == ["sous"]


def _whole(parts: Parts, head: Hit) -> Named | None:
    """Read a head of two words that is a body by itself: "le conseil municipal"."""
    words = parts.passage.words
    is_definite = head.first > 0 and words[head.first - 1] in BEFORE["fr"]
    is_long = head.last - head.first > 1 and head.row["class"] in _WHOLE
    if not (is_long and is_definite):
        return None
    names = [translated(word) for word in words[head.first + 1 : head.last]]
    adjectives = [one.english for one in names if one and one.kind == "adj"]
    english = " ".join([*adjectives, head.row["english"]])
    body = named_body(head, head.first, head.last, 0, english)
    return body._replace(mention="nominal", score=0.6)
