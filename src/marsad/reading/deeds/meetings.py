"""Meetings: one finding a meeting, at the mention that names it best.

Mentions are read from nouns (اجتماع، summit, conférence) with what names them, and
from verbs (اجتمع، met, se sont réunis) with who met. Mentions of the same meeting are
joined by place, day and words; a bare «the meeting» joins the one before it. Place and
days are those of the sentence. Visits, sessions and negotiations are doubtful.
"""

from functools import partial
from typing import NamedTuple

from marsad.reading.deeds.clauses import longest, sentence_of
from marsad.reading.deeds.meeting_names import Named, is_venue, name_of
from marsad.reading.deeds.meeting_verbs import met
from marsad.reading.deeds.places import Place, place_of, places
from marsad.reading.findings import (
    DateMention,
    Figure,
    Interval,
    Meeting,
    Party,
    Person,
)
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# A day belongs to a meeting when it stands no farther from it than this.
_DAY_REACH = 24
_DEFINITE = frozenset(["the", "this", "that", "la", "le", "cette", "ce", "'"])
_COUNTED = wordset("counted")
_FUTURES = wordset("futures")


class Mention(NamedTuple):
    """One mention of a meeting with what its sentence says of it."""

    named: Named
    place: Place | None
    days: Interval | None
    is_doubtful: bool
    parties: frozenset[str]
    is_verb: bool
    head: str
    sentence: int
    is_inside: bool  # the place stands in the mention's own words
    is_apposed: bool  # a noun behind «for a», «pour un», which says what it is


def read_meetings(passage: Passage, found: Found) -> list[Seen]:
    """Find the meetings, each once, at the mention that names it best."""
    hits = list(longest(passage.hits("meets")))
    if not hits:
        return []
    named = places(passage, found)
    groups: list[list[Mention]] = []
    for mention in _mentions(passage, found, hits, named):
        _join(passage, groups, mention)
    return [seen for group in groups if (seen := _seen(passage, found, group))]


def _mentions(
    passage: Passage, found: Found, hits: list[Hit], named: list[Place]
) -> list[Mention]:
    """Name each mention, then give it place and days up to the ones beside it."""
    names = [
        (hit, name)
        for hit in hits
        if hit.row["shape"] != "not" and (name := _name(passage, found, hit, named))
    ]
    mentions: list[Mention] = []
    for number, (hit, name) in enumerate(names):
        beside = [one for _, one in names[max(0, number - 1) : number + 2]]
        stretch = _stretch(passage, name, beside)
        place = place_of(
            named,
            name.first,
            name.last,
            within=stretch,
            is_venue=partial(_is_venue, passage, hit, name),
        )
        mention = _mention(passage, found, hit, name, stretch, place)
        mentions.append(_with_earlier(passage, mention, mentions))
    return mentions


def _stretch(passage: Passage, name: Named, beside: list[Named]) -> tuple[int, int]:
    """Return how far place and days of a mention are sought: up to its neighbours.

    What stands between two meetings belongs to the first of them.
    """
    low, high = sentence_of(passage, name.head)
    for other in beside:
        if low <= other.first < name.first:
            low = name.first
        elif other.first > name.first:
            high = min(high, other.first)
    return min(low, name.first), max(high, name.last)


def _mention(
    passage: Passage,
    found: Found,
    hit: Hit,
    name: Named,
    stretch: tuple[int, int],
    place: Place | None,
) -> Mention:
    return Mention(
        name,
        place,
        _days(passage, found, name, *stretch),
        hit.row["doubt"] == "low",
        frozenset(_bodies(found, name)),
        hit.row["shape"] in ("verb", "received"),
        _stem(passage.words[name.head]),
        passage.sentences.of(name.head)[0],
        place is not None and name.first <= place.first < name.last,
        not _FOR.isdisjoint(passage.words[max(0, name.first - 3) : name.first]),
    )


def _with_earlier(
    passage: Passage, mention: Mention, earlier: list[Mention]
) -> Mention:
    """Lend a mention that says «also» the place and days of the one before."""
    first = mention.named.first
    near = passage.words[max(0, first - 2) : first + 3]
    if not earlier or _ALSO.isdisjoint(near):
        return mention
    before = earlier[-1]
    return mention._replace(
        place=mention.place or before.place, days=mention.days or before.days
    )


_FOR = frozenset(["for", "pour", "lors", "during", "في", "اول"])
_ALSO = frozenset(["ايضا", "كما", "كذلك", "also", "egalement", "aussi"])


def _stem(word: str) -> str:
    """Return a head without its article and ending, so that mentions compare."""
    return word.lstrip("وفبك").removeprefix("لل").removeprefix("ال").rstrip("اs")


def _is_venue(passage: Passage, hit: Hit, name: Named, place: Place) -> bool:
    return is_venue(passage, place, hit, name.first, name.last)


def _bodies(found: Found, name: Named) -> list[str]:
    """Return who stands so near the head that it tells whose meeting it is."""
    return [
        one.finding.canonical
        for kind in (found.parties, found.persons)
        for one in within(kind, name.first, min(name.last, name.head + _OF))
        if isinstance(one.finding, (Party, Person))
    ]


def _name(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    if hit.row["shape"] in ("verb", "received"):
        return met(passage, found, hit, named)
    return name_of(passage, found, hit, named)


def _days(
    passage: Passage, found: Found, name: Named, low: int, high: int
) -> Interval | None:
    """Return the nearest date of the sentence: inside the mention or close to it."""
    dates = [
        (
            _gap(passage, one, name) + _LOOSENESS.get(one.finding.precision, 0),
            one.finding,
        )
        for one in within(found.dates, low, high)
        if isinstance(one.finding, DateMention)
    ]
    if not dates:
        return None
    gap, nearest = min(dates, key=lambda one: one[0])
    is_only = len(dates) == 1 and nearest.precision != "year"
    return nearest.interval if gap <= _DAY_REACH * (1 + is_only) else None


# What is less exact than a day has to stand nearer.
_LOOSENESS = {"season": 2, "year": 20}


def _gap(passage: Passage, one: Seen, name: Named) -> int:
    """Count the tokens between a date and a name; a date in front stands farther."""
    if one.first >= name.last:
        between = passage.words[name.last : one.first]
        return len(between) + 3 * between.count(",")
    if one.last <= name.first:
        between = passage.words[one.last : name.first]
        return len(between) + len(between) // 2 + 2
    return 0


# How near its head a body makes a meeting its own.
_OF = 5

# Of more meetings, or mentions of one, the earlier are not looked at again.
_KEPT = 24


def _join(passage: Passage, groups: list[list[Mention]], mention: Mention) -> None:
    """Put a mention to the meeting that it names again, or open a new one."""
    if mention.named.is_bare:
        if groups:
            groups[-1].append(mention)
        return
    for group in reversed(groups[-_KEPT:]):
        if any(
            _is_same(one, mention) for one in group[:_KEPT] if not one.named.is_bare
        ):
            group.append(mention)
            return
    if groups and _is_that_one(passage, groups[-1], mention):
        groups[-1].append(mention)
    else:
        groups.append([mention])


def _is_same(one: Mention, other: Mention) -> bool:
    """Say whether two mentions name one meeting: no field differs and words agree."""
    if one.is_doubtful != other.is_doubtful or one.named.marker != other.named.marker:
        return False
    if one.is_verb and other.is_apposed and one.sentence == other.sentence:
        return True
    if not _may_be_one(one, other):
        return False
    words, others = one.named.words, other.named.words
    shared, fewest = len(words & others), min(len(words), len(others))
    if one.is_verb != other.is_verb:
        is_apposed = one.sentence == other.sentence and not other.is_inside
        return is_apposed or (shared > 1 and shared * 2 >= fewest)
    if one.is_verb:
        return fewest > 0 and shared == fewest
    if fewest == 0 and one.named.marker is not None:
        return one.head == other.head
    if fewest == 0:
        is_headline = one.sentence == 0 and not one.named.words
        return bool(one.place and other.place) and (
            one.head == other.head or is_headline
        )
    return shared * 2 >= fewest


def _may_be_one(one: Mention, other: Mention) -> bool:
    if one.place and other.place and one.place.country != other.place.country:
        return False
    return not (one.days and other.days) or _touch(one.days, other.days)


def _is_that_one(passage: Passage, group: list[Mention], mention: Mention) -> bool:
    """Say whether a definite noun («the meeting on …») means the meeting before it."""
    name = mention.named
    if mention.is_verb or name.marker or not _is_definite(passage, name):
        return False
    known = frozenset[str]().union(*(one.parties for one in group[:_KEPT]))
    return mention.parties <= known and all(
        _may_be_one(one, mention) for one in group[:_KEPT]
    )


def _is_definite(passage: Passage, name: Named) -> bool:
    if passage.language == "ar":
        head = passage.words[name.head].lstrip("وف")
        return head.startswith(("ال", "لل", "بال", "كال"))
    return name.first > 0 and passage.words[name.first - 1] in _DEFINITE


def _touch(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def _seen(passage: Passage, found: Found, group: list[Mention]) -> Seen | None:
    best = max(
        group, key=lambda one: (min(one.named.richness, _FULL), -one.named.first)
    )
    if best.named.is_bare:
        return None
    inside = [one for one in group if one.is_inside]
    order = [best, *inside, *group] if best.is_inside else [*inside, best, *group]
    place = next((one.place for one in order if one.place), None)
    days = next((one.days for one in order if one.days), None)
    name = best.named
    if name.richness < _TELLING and not (name.richness and (place or days)):
        return None
    span = passage.span(name.first, name.last, name.clitic)
    finding = Meeting(
        span=span,
        reader="meetings.named",
        score=0.4 if best.is_doubtful else 0.8,
        why=f"«{passage.span(name.head, name.head + 1).quote}» with its name",
        is_doubtful=best.is_doubtful,
        name=" ".join(span.quote.split()),
        city=place.city if place else None,
        country=place.country if place else None,
        interval=days,
        held=_held(passage, name, days),
        attendance=_attendance(passage, found, group),
    )
    return Seen(name.first, name.last, finding)


# Names of less than this are «a meeting», not a meeting; above that all tell enough.
_TELLING = 2
_FULL = 3


def _held(passage: Passage, name: Named, days: Interval | None) -> str:
    if days and passage.published and days.first > passage.published:
        return "planned"
    if name.marker == "next":
        return "planned"
    near = passage.words[max(0, name.first - 4) : name.last + 3]
    return "past" if _FUTURES.isdisjoint(near) else "planned"


def _attendance(passage: Passage, found: Found, group: list[Mention]) -> int | None:
    """Return how many took part, where a sentence of the meeting counts them."""
    for one in group:
        low, high = sentence_of(passage, one.named.first)
        for seen in within(found.figures, low, high):
            figure = seen.finding
            if isinstance(figure, Figure) and figure.unit in _COUNTED:
                return int(figure.value)
    return None
