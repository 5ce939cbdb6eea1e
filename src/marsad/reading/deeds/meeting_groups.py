"""Mentions of one meeting joined: the heading, the sentence that tells it, «the summit».

Two mentions are of one meeting when no place, day or order («next») keeps them apart
and their words agree, or when a definite noun takes up the one before.
"""

from typing import NamedTuple

from marsad.reading.deeds.meeting_names import Named
from marsad.reading.deeds.meeting_stretches import is_fringe
from marsad.reading.deeds.place_names import Place
from marsad.reading.findings import Interval
from marsad.reading.passage import Passage

# Of more meetings, or mentions of one, the earlier are not looked at again.
_KEPT = 24
_FEW = 2
_MONTHS = frozenset(
    """january february march april may june july august september october november
    december jan feb aug sept oct nov dec""".split()
)
# A heading is told again no farther below than this, and «it will be held» next to it.
_BELOW = 90
_BESIDE = 45
_DEFINITE = frozenset(["the", "this", "that", "la", "le", "cette", "ce", "'", "cet"])


class Mention(NamedTuple):
    """One mention of a meeting with what its sentence says of it."""

    named: Named
    place: Place | None
    days: Interval | None
    shape: str
    is_doubtful: bool
    parties: frozenset[str]
    head: str
    sentence: int
    is_inside: bool  # the place stands in the mention's own words
    is_apposed: bool  # a noun behind «for a», «pour un», which says what it is
    is_heading: bool
    is_ahead: bool

    @property
    def is_verb(self) -> bool:
        """Say whether the mention is a clause and no noun."""
        return self.shape in ("verb", "received")


def stem_of(word: str) -> str:
    """Return a head without its article and ending, so that mentions compare."""
    return word.lstrip("وفبك").removeprefix("لل").removeprefix("ال").rstrip("اs")


def join(passage: Passage, groups: list[list[Mention]], mention: Mention) -> None:
    """Put a mention to the meeting that it names again, or open a new one."""
    if mention.shape == "held":
        _tell(groups, mention)
        return
    if is_fringe(passage, mention.named.first):
        groups.append([mention])  # on whose margins others met
        return
    group = _group_of(passage, groups[-_KEPT:], mention)
    if group is None and passage.language == "ar" and mention.named.is_bare:
        group = _named_alike(passage, groups[-_KEPT:], mention)
        mention = mention._replace(place=None, days=None) if group else mention
    if group is None:
        groups.append([mention])
    else:
        group.append(mention)


def _named_alike(
    passage: Passage, groups: list[list[Mention]], mention: Mention
) -> list[Mention] | None:
    """Return the meeting that «القمة» means, whatever place and day stand beside it."""
    if not is_definite(passage, mention.named):
        return None
    alike = (
        group
        for group in reversed(groups)
        if group[0].head == mention.head and not all(one.named.is_bare for one in group)
    )
    return next(alike, None)


def _tell(groups: list[list[Mention]], mention: Mention) -> None:
    """Lend the meeting just named what «it will be held» says of it."""
    if groups:
        last = groups[-1][-1]
        is_near = mention.named.first - last.named.last < _BESIDE
        if is_near and not last.is_verb and _agrees(groups[-1], mention):
            groups[-1].append(mention)


def _group_of(
    passage: Passage, groups: list[list[Mention]], mention: Mention
) -> list[Mention] | None:
    """Return the meeting that a mention names again, the nearest first."""
    groups = [one for one in groups if _is_visit(one[0]) == _is_visit(mention)]
    for group in reversed(groups):
        kept = [one for one in group[:_KEPT] if one.shape != "held"]
        named = [one for one in kept if not one.named.is_bare]
        if any(_is_same(one, mention) for one in named) and not (mention.named.is_bare):
            return group
        if _tells_heading(kept, mention) and _agrees(kept, mention):
            return group
    if not groups:
        return None
    if mention.named.is_bare:
        return _taken_up(passage, groups, mention)
    if _is_that_one(passage, groups[-1], mention):
        return groups[-1]
    return None


def _is_visit(mention: Mention) -> bool:
    """Say whether a mention is of a visit, during which one meets."""
    return mention.head.startswith(("زيار", "visit"))


def _taken_up(
    passage: Passage, groups: list[list[Mention]], mention: Mention
) -> list[Mention] | None:
    """Return the meeting that a bare noun takes up: of the same word, or the last."""
    fitting = [
        group
        for group in groups
        if _agrees(group, mention)
        and (mention.is_ahead or group[0].named.marker != "next")
    ]
    alike = [
        group
        for group in fitting
        if any(one.head == mention.head for one in group[:_KEPT])
    ]
    if alike:
        return alike[-1]
    is_own = bool(mention.place or mention.days) and not is_definite(
        passage, mention.named
    )
    return None if is_own or not fitting else fitting[-1]


_RELATIVES = frozenset(["الذي", "التي"])


def _tells_heading(group: list[Mention], mention: Mention) -> bool:
    """Say whether a mention tells, further below, what a heading has named."""
    head = group[0]
    if not head.is_heading or mention.named.first - head.named.last > _BELOW:
        return False
    if mention.is_heading or mention.named.marker not in (None, head.named.marker):
        return False
    if mention.is_verb:
        return not any(one.is_verb for one in group) and (
            mention.is_ahead == head.is_ahead
        )
    return mention.head == head.head and len(mention.parties - head.parties) < _OTHERS


# A noun below a heading that names so many others is of another meeting.
_OTHERS = 4


def _agrees(group: list[Mention], mention: Mention) -> bool:
    return all(_may_be_one(one, mention) for one in group[:_KEPT])


def _is_same(one: Mention, other: Mention) -> bool:
    """Say whether two mentions name one meeting: no field differs and words agree."""
    if one.is_doubtful != other.is_doubtful or one.named.marker != other.named.marker:
        return False
    if one.is_verb and other.is_apposed and one.sentence == other.sentence:
        return True
    if not _may_be_one(one, other):
        return False
    if one.is_verb != other.is_verb:
        return _is_told_as(one, other)
    words, others = one.named.words, other.named.words
    shared, fewest = len(words & others), min(len(words), len(others))
    if one.is_verb:
        # A headline tells with other words what its text tells first.
        is_headline = one.sentence == 0 and fewest > _FEW
        return fewest > 0 and shared * (1 + is_headline) >= fewest
    is_told = one.named.marker is not None or one.named.order is not None
    if fewest == 0 and is_told and one.named.order == other.named.order:
        return one.head == other.head or {one.head, other.head} <= _TALKS
    if fewest == 0:
        is_headline = one.sentence == 0 and not one.named.words
        return bool(one.place and other.place) and (
            one.head == other.head or is_headline
        )
    return shared * 2 >= fewest or _is_at_one_place(one, other)


# Heads that tell of one meeting by turns: a second summit, a second meeting.
_TALKS = frozenset(["sommet", "rencontre", "reunion", "entretien", "summit", "meeting"])


def _is_at_one_place(one: Mention, other: Mention) -> bool:
    """Say whether two mentions name one kind of meeting with its city: "le sommet de X"."""
    is_placed = one.is_inside and other.is_inside and one.head == other.head
    return (
        is_placed
        and one.is_ahead == other.is_ahead
        and one.place is not None
        and other.place is not None
        and one.place.city is not None
        and one.place.city == other.place.city
    )


def _is_told_as(one: Mention, other: Mention) -> bool:
    """Say whether a verb and a noun tell of one meeting."""
    words, others = one.named.words, other.named.words
    shared, fewest = len(words & others), min(len(words), len(others))
    if one.sentence == other.sentence and not other.is_inside:
        return True
    is_bare = all(word.isdigit() or word in _MONTHS for word in others)
    if one.sentence == 0 and one.place and other.place and is_bare:
        # The headline tells by a verb of the meeting that the text names.
        return one.place.city is not None and one.place.city == other.place.city
    return shared > 1 and shared * 2 >= fewest


def _may_be_one(one: Mention, other: Mention) -> bool:
    if one.named.order and other.named.order and one.named.order != other.named.order:
        return False
    if one.place and other.place:
        if one.place.country != other.place.country:
            return False
        cities = {one.place.city, other.place.city} - {None}
        if len(cities) > 1:
            return False
    return not (one.days and other.days) or _touch(one.days, other.days)


def _is_that_one(passage: Passage, group: list[Mention], mention: Mention) -> bool:
    """Say whether a definite noun («the meeting on …») means the meeting before it."""
    name = mention.named
    if mention.is_verb or name.marker or not is_definite(passage, name):
        return False
    if not _RELATIVES.isdisjoint(passage.words[name.head : name.head + 3]):
        return False  # told by a clause of its own
    known = frozenset[str]().union(*(one.parties for one in group[:_KEPT]))
    return mention.parties <= known and _agrees(group, mention)


def is_definite(passage: Passage, name: Named) -> bool:
    """Say whether a noun has the article or stands behind a word like «this»."""
    if passage.language == "ar":
        head = passage.words[name.head].lstrip("وف")
        return head.startswith(("ال", "لل", "بال", "كال"))
    return name.first > 0 and passage.words[name.first - 1] in _DEFINITE


def _touch(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def is_called_after_place(passage: Passage, mention: Mention) -> bool:
    """Say whether a meeting has the name of its city: "le sommet de Singapour"."""
    place, head = mention.place, mention.named.head
    if passage.language != "fr" or place is None or not mention.is_inside:
        return False
    between = passage.words[head + 1 : place.first]
    return between in (["de"], ["d", "'"]) and is_definite(passage, mention.named)
