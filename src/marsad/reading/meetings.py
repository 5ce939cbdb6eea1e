"""Meetings: one finding a meeting, at the mention that names it best.

Mentions are read from nouns (اجتماع، summit, conférence) with what names them, and
from verbs (اجتمع، met, se sont réunis) with who met. Mentions of the same meeting are
joined by place, day and words; a bare «the meeting» joins the one before it. Place and
days are those of the sentence. Visits, sessions and negotiations are doubtful.
"""

from typing import NamedTuple

from marsad.reading.clauses import (
    bounds,
    clause_end,
    hits_from,
    longest,
    opening,
    trimmed,
)
from marsad.reading.findings import (
    DateMention,
    Figure,
    Interval,
    Meeting,
    Party,
    Person,
)
from marsad.reading.lexicon import Hit
from marsad.reading.meeting_names import Named, name_of
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.places import Place, place_of, places

# A day belongs to a meeting when it stands no farther from it than this.
_DAY_REACH = 14
_YEAR_REACH = 3
_DEFINITE = frozenset(["the", "this", "that", "la", "le", "cette", "ce", "'"])
_COUNTED = frozenset(
    [
        "country",
        "member",
        "partner",
        "delegation",
        "organisation",
        "party",
        "state",
        "nation",
    ]
)
_FUTURES = frozenset(
    [
        "will",
        "planned",
        "scheduled",
        "due",
        "prevue",
        "prevu",
        "المزمع",
        "المقرر",
        "سيعقد",
        "ستعقد",
        "aura",
        "auront",
        "tiendra",
        "upcoming",
        "يعقد",
        "تعقد",
    ]
)
_ARTICLES = frozenset(["the", "a", "an"])


class Mention(NamedTuple):
    """One mention of a meeting with what its sentence says of it."""

    named: Named
    place: Place | None
    days: Interval | None
    is_doubtful: bool
    parties: frozenset[str]
    is_verb: bool


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
        low, high = passage.sentences.of(name.head)
        if number:
            low = max(low, names[number - 1][1].last)
        if number + 1 < len(names):
            high = min(high, names[number + 1][1].first)
        low, high = min(low, name.first), max(high, name.last)
        mentions.append(
            Mention(
                name,
                place_of(named, name.first, name.last, low, high),
                _days(found, name, low, high),
                hit.row["doubt"] == "low",
                frozenset(_bodies(found, name)),
                hit.row["shape"] in ("verb", "received"),
            )
        )
    return mentions


def _bodies(found: Found, name: Named) -> list[str]:
    return [
        one.finding.canonical
        for kind in (found.parties, found.persons)
        for one in within(kind, name.first, name.last)
        if isinstance(one.finding, (Party, Person))
    ]


def _name(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    if hit.row["shape"] in ("verb", "received"):
        return _met(passage, found, hit, named)
    return name_of(passage, found, hit, named)


def _days(found: Found, name: Named, low: int, high: int) -> Interval | None:
    """Return the nearest date of the sentence: inside the mention or close to it."""
    dates = [
        (_gap(one, name), one.finding)
        for one in within(found.dates, low, high)
        if isinstance(one.finding, DateMention)
    ]
    if not dates:
        return None
    gap, nearest = min(dates, key=lambda one: one[0])
    reach = _DAY_REACH if len(dates) > 1 else 2 * _DAY_REACH
    if nearest.precision == "year":
        reach = _YEAR_REACH
    return nearest.interval if gap <= reach else None


def _gap(one: Seen, name: Named) -> int:
    """Count the tokens between a date and a name; none where it lies inside."""
    if one.first >= name.last:
        return one.first - name.last
    return max(0, name.first - one.last)


# What a verb of meeting needs beside it.
_WITH = frozenset(["with", "avec", "مع"])


def _met(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    """Return the clause in which people meet, if it names them or the place."""
    low, high = bounds(passage, hit.first)
    end = _met_end(passage, hit, high)
    if passage.language == "ar":
        first, clitic = hit.first, hit.clitic
    else:
        before = passage.words[hit.first - 1] if hit.first else ""
        verb = hit.first - 1 if before == "," else hit.first
        first, clitic = opening(passage, verb, low), 0
        if passage.words[first] in _ARTICLES:
            first += 1
    anchors = [
        one
        for kind in (found.parties, found.persons, found.dates)
        for one in within(kind, hit.last, end)
    ]
    spots = [place for place in named if hit.last <= place.first < end and place.is_in]
    if not _is_met(passage, found, hit, end, bool(spots)):
        return None
    last = max([one.last for one in (*anchors, *spots)], default=min(end, hit.last + 6))
    last = trimmed(passage, first, min(last, end))
    words = frozenset(
        passage.words[token]
        for kind in (found.parties, found.persons)
        for one in within(kind, first, last)
        for token in range(one.first, one.last)
    )
    return Named(first, clitic, last, hit.first, words, _CLAUSE, None, is_bare=False)


def _met_end(passage: Passage, hit: Hit, high: int) -> int:
    end = clause_end(passage, hit.last, high) if hit.last < high else hit.last
    for stop in hits_from(passage.hits("meeting_ends"), hit.last + 1, end):
        if passage.words[stop.first] not in _WITH and stop.row is not None:
            word = passage.words[stop.first]
            if word in _DAY_WORDS:
                continue
            return stop.first
    return end


_DAY_WORDS = frozenset(
    [
        "يوم",
        "امس",
        "اليوم",
        "غدا",
        "مساء",
        "صباح",
        "yesterday",
        "today",
        "this",
        "after",
        "خلال",
        "s",
        "se",
    ]
)


def _is_met(
    passage: Passage, found: Found, hit: Hit, end: int, has_place: bool
) -> bool:
    """Say whether a verb tells of a meeting, not of needs met or guests received."""
    words = passage.words
    after = words[hit.last : hit.last + 3]
    persons = within(found.persons, hit.last, end)
    parties = within(found.parties, hit.last, min(end, hit.last + 4))
    word = words[hit.first]
    if hit.row["shape"] == "received":
        return bool(persons)
    if passage.language == "ar":
        return bool(
            persons
            or parties
            or has_place
            or within(found.dates, hit.last, end)
            or "مع" in words[hit.last : end]
        )
    if passage.language == "fr":
        before = words[max(0, hit.first - 4) : hit.first]
        is_own = not {"s", "se"}.isdisjoint(before)
        if word.startswith(("entreten", "entretien")):
            return "avec" in words[hit.last : end]
        if word.startswith("rencontr"):
            return bool(persons or parties)
        return (
            has_place
            and (is_own or word.endswith("s"))
            or is_own
            and bool(within(found.dates, hit.last, end))
        )
    if len(hit.row["en"].split("|")) and word in ("met", "meet", "meets"):
        is_named = bool(within(found.persons, hit.last, hit.last + 8)) or bool(parties)
        return (
            "with" in after
            and (is_named or has_place)
            or bool(within(found.persons, hit.last, hit.last + 6))
            or has_place
        )
    return bool(persons or parties or has_place)


def _join(passage: Passage, groups: list[list[Mention]], mention: Mention) -> None:
    """Put a mention to the meeting that it names again, or open a new one."""
    if mention.named.is_bare:
        if groups:
            groups[-1].append(mention)
        return
    for group in reversed(groups):
        if any(_is_same(one, mention) for one in group if not one.named.is_bare):
            group.append(mention)
            return
    if groups and _is_that_one(passage, groups[-1], mention):
        groups[-1].append(mention)
    else:
        groups.append([mention])


def _is_same(one: Mention, other: Mention) -> bool:
    """Say whether two mentions name one meeting: no field differs and words agree."""
    if one.named.marker != other.named.marker or not _may_be_one(one, other):
        return False
    words, others = one.named.words, other.named.words
    fewest = min(len(words), len(others))
    if one.is_verb or other.is_verb:
        return fewest > 0 and words == others
    if fewest == 0:
        return bool(one.place and other.place)
    return len(words & others) * 2 >= fewest


def _may_be_one(one: Mention, other: Mention) -> bool:
    if one.place and other.place and one.place.country != other.place.country:
        return False
    return not (one.days and other.days) or _touch(one.days, other.days)


def _is_that_one(passage: Passage, group: list[Mention], mention: Mention) -> bool:
    """Say whether a definite noun («the meeting on …») means the meeting before it."""
    name = mention.named
    if mention.is_verb or name.marker or not _is_definite(passage, name):
        return False
    known = frozenset[str]().union(*(one.parties for one in group))
    return mention.parties <= known and all(_may_be_one(one, mention) for one in group)


def _is_definite(passage: Passage, name: Named) -> bool:
    if passage.language == "ar":
        return passage.words[name.head].lstrip("وفبلك").startswith(("ال", "ل"))
    return name.first > 0 and passage.words[name.first - 1] in _DEFINITE


def _touch(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def _seen(passage: Passage, found: Found, group: list[Mention]) -> Seen | None:
    best = max(
        group, key=lambda one: (min(one.named.richness, _FULL), -one.named.first)
    )
    doubt = best.is_doubtful
    if best.named.is_bare:
        return None
    place = best.place or next((one.place for one in group if one.place), None)
    days = best.days or next((one.days for one in group if one.days), None)
    name = best.named
    if name.richness < _TELLING and not (place and days):
        return None
    span = passage.span(name.first, name.last, name.clitic)
    finding = Meeting(
        span=span,
        reader="meetings.named",
        score=0.4 if doubt else 0.8,
        why=f"«{passage.span(name.head, name.head + 1).quote}» with its name",
        is_doubtful=doubt,
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
# What a clause with its participants tells.
_CLAUSE = 3


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
        low, high = passage.sentences.of(one.named.first)
        for seen in within(found.figures, low, high):
            figure = seen.finding
            if isinstance(figure, Figure) and figure.unit in _COUNTED:
                return int(figure.value)
    return None
