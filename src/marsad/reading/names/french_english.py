"""The English of a French name, from the words that a walk over it took."""

from marsad.reading.names.bodies import Part, english_name, state_name
from marsad.reading.names.french_reach import FrenchWalk, has_portfolio


def english_of(walk: FrenchWalk) -> str:
    """Return the English name, or the French one where no word has an English."""
    fields = [
        part
        for part in walk.fields
        if part.kind != "nationality" and part is not walk.owner
    ]
    known = [part for part in fields if part.english]
    if fields and not known and not walk.owner and not walk.capitals:
        text = walk.parts.passage.span(walk.head.first, walk.last).quote
        return " ".join(text.split())
    head = walk.head.row["english"]
    if walk.house:
        return f"{walk.house} {_phrases(walk, 'Committee')}"
    if has_portfolio(walk.head) and len(walk.groups) > 1:
        return _portfolio(walk, head)
    if head.startswith("Presid") or len(walk.groups) < 2:
        english = english_name(head, known, walk.owner)
    else:
        english = english_name(_phrases(walk, head), [], walk.owner)
    return " ".join(" ".join([english, *walk.capitals]).split())


def _portfolio(walk: FrenchWalk, head: str) -> str:
    """Return "Mali Ministry of Digital Economy and Posts"."""
    phrases = [_english_phrase(group, walk.owner) for group in walk.groups[1:]]
    *first, last = [phrase for phrase in phrases if phrase] or [""]
    fields = f"{', '.join(first)} and {last}" if first else last
    adjectives = _english_phrase(walk.groups[0], walk.owner)
    iso = walk.owner.hit.row["iso"] if walk.owner else ""
    whose = "US" if iso == "US" else state_name(iso)
    of = "of" if fields else ""
    return " ".join(f"{whose} {adjectives} {head} {of} {fields}".split())


def _phrases(walk: FrenchWalk, head: str) -> str:
    """Return the English of head and phrases: "National Road Hauliers Federation"."""
    first, *rest = walk.groups
    names = [_english_phrase(first, walk.owner)]
    names += [_english_phrase(group, walk.owner) for group in reversed(rest)]
    return " ".join(" ".join([*names, head]).split())


def _english_phrase(group: list[Part], owner: Part | None) -> str:
    parts = [part for part in group if part is not owner and part.kind != "nationality"]
    adjectives = [part.english for part in reversed(parts) if part.kind == "adj"]
    return " ".join(
        [*adjectives, *(part.english for part in parts if part.kind != "adj")]
    )
