"""Meetings: one finding a meeting, at the mention that names it best.

Mentions are read from nouns (اجتماع، summit, conférence) with what names them, and
from verbs (اجتمع، met, se sont réunis) with who met. Mentions of the same meeting are
joined. Place and days are those of the sentence, then of what is told around it, then
of the dateline. Visits, sessions, negotiations and «a meeting» alone are doubtful.
"""

from functools import partial

from marsad.reading.deeds.arabic_meeting_places import arabic_place, visit_days
from marsad.reading.deeds.arabic_meetings import is_none, is_proposed, reach_of
from marsad.reading.deeds.clauses import longest, sentence_of
from marsad.reading.deeds.datelines import dateline_of, datelines
from marsad.reading.deeds.meeting_best import best_of
from marsad.reading.deeds.meeting_days import (
    days_of,
    earlier_day,
    eve_of,
    is_ahead,
    live_day,
    narrowest,
)
from marsad.reading.deeds.meeting_groups import (
    Mention,
    join,
    stem_of,
)
from marsad.reading.deeds.meeting_names import Named, is_noun, is_off, name_of
from marsad.reading.deeds.meeting_places import (
    Ground,
    at_home,
    elsewhere,
    home_of,
    is_spoken_of,
    is_venue,
    told_from,
)
from marsad.reading.deeds.meeting_stretches import (
    is_after,
    is_fringe,
    is_heading,
)
from marsad.reading.deeds.meeting_verbs import is_at_work, met
from marsad.reading.deeds.place_names import Place
from marsad.reading.deeds.places import place_of, places
from marsad.reading.findings import Figure, Interval, Meeting, Party, Person
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

_COUNTED = wordset("counted")
_FOR = frozenset(["for", "pour", "lors", "during", "في", "اول"])
_ALSO = frozenset(["ايضا", "كما", "كذلك", "also", "egalement", "aussi"])
# How near its head a body makes a meeting its own.
_OF = 5
# Names of less than this are «a meeting», not a meeting.
_TELLING = 2
# The first news of a text is no farther below its begin.
_OPENING = 120
# No more mentions are asked where they are, and no name reaches over more others.
_ASKED_OF = 12
_BESIDE = 4


def read_meetings(passage: Passage, found: Found) -> list[Seen]:
    """Find the meetings, each once, at the mention that names it best."""
    hits = [hit for hit in _hits(passage) if not is_none(passage, found, hit)]
    if not hits:
        return []
    named = places(passage, found)
    lines = datelines(passage, found, named)
    ground = Ground(named, lines, home_of(passage, found, named, lines))
    groups: list[list[Mention]] = []
    for mention in _mentions(passage, found, hits, ground):
        join(passage, groups, mention)
    return [_seen(passage, found, ground, group) for group in groups]


def _hits(passage: Passage) -> list[Hit]:
    """Return the words of meeting, adjectives of one left out: «plenary session»."""
    kept: list[Hit] = []
    hits = [hit for hit in passage.hits("meets") if not _is_participle(passage, hit)]
    for hit in longest(hits):
        is_double = (
            bool(kept)
            and kept[-1].last == hit.first
            and kept[-1].row["shape"] == hit.row["shape"] == "noun"
        )
        if is_double and passage.language == "en":
            kept.pop()
        if hit.row["shape"] != "not" and not (is_double and passage.language == "fr"):
            kept.append(hit)
    return kept


def _is_participle(passage: Passage, hit: Hit) -> bool:
    """Say whether «rencontré» was taken for the noun, which has no accent."""
    is_noun_row = hit.row["shape"] == "noun" and passage.language == "fr"
    return is_noun_row and passage.written(hit.first).endswith(("é", "É"))


def _named(
    passage: Passage, found: Found, hits: list[Hit], ground: Ground
) -> list[tuple[Hit, Named]]:
    """Name the mentions; what lies inside another's name is none of its own."""
    named = ground.named
    names = [(hit, name) for hit in hits if (name := _name(passage, found, hit, named))]
    nouns = frozenset(hit.first for hit, _ in names if is_noun(hit))
    names = [(_as_told(passage, hit, name, nouns), name) for hit, name in names]
    names = [
        (hit, name)
        for number, (hit, name) in enumerate(names)
        if not is_noun(hit)
        or not any(
            is_noun(other) and one.first <= name.head < one.last
            for other, one in names[max(0, number - _BESIDE) : number]
        )
    ]
    return _told_in_words(passage, names)


def _told_in_words(
    passage: Passage, names: list[tuple[Hit, Named]]
) -> list[tuple[Hit, Named]]:
    """Leave out verbs of holding in sentences that name the meeting by a noun."""
    told = {
        passage.sentences.of(name.head)[0]
        for hit, name in names
        if hit.row["shape"] != "held"
    }
    return [
        (hit, name)
        for hit, name in names
        if hit.row["shape"] != "held" or passage.sentences.of(name.head)[0] not in told
    ]


def _mentions(
    passage: Passage, found: Found, hits: list[Hit], ground: Ground
) -> list[Mention]:
    """Name each mention, then give it place and days up to the ones beside it."""
    named = ground.named
    names = _named(passage, found, hits, ground)
    mentions: list[Mention] = []
    for number, (hit, name) in enumerate(names):
        beside = [one for _, one in names[max(0, number - 1) : number + 2]]
        stretch = _stretch(passage, ground, name, beside)
        place = place_of(
            named,
            _anchor(passage, hit, name),
            name.last,
            within=stretch,
            is_venue=partial(_is_venue, passage, hit, name),
            cost=partial(_cost, passage, name),
        )
        mention = _mention(passage, found, hit, name, stretch, place)
        mentions.append(_with_earlier(passage, mention, mentions))
    return mentions


_PARTED = 4  # how far off a comma puts a place


def _cost(passage: Passage, name: Named, place: Place) -> int | None:
    """Return how far off commas put a place behind a name; nothing if spoken of."""
    if is_spoken_of(passage, name.last, place):
        return None
    between = passage.words[name.last : place.first]
    return _PARTED * (between.count(",") + between.count("،"))


def _anchor(passage: Passage, hit: Hit, name: Named) -> int:
    """Return from where place and days are sought: a verb stands behind its subject."""
    is_verb = passage.language != "ar" and hit.row["shape"] in ("verb", "received")
    return name.head if is_verb else name.first


def _as_told(passage: Passage, hit: Hit, name: Named, nouns: frozenset[int]) -> Hit:
    """Read a verb whose subject or object is a meeting as telling of that meeting."""
    if hit.row["shape"] != "verb":
        return hit
    if passage.language == "ar":
        beside = range(hit.last, hit.last + reach_of(passage, hit))
        if not nouns.isdisjoint(range(hit.first - 3, hit.first)) and not hit.clitic:
            beside = range(hit.first - 3, hit.last + 3)
    else:
        beside = range(name.first, min(hit.last + 5, name.last))
    is_meeting = not nouns.isdisjoint(beside) and not is_at_work(passage, hit)
    return hit._replace(row={**hit.row, "shape": "held"}) if is_meeting else hit


_PARTING = frozenset(";؛")


def _name(passage: Passage, found: Found, hit: Hit, named: list[Place]) -> Named | None:
    if hit.row["shape"] == "held":
        nothing = frozenset[str]()
        return Named(hit.first, 0, hit.last, hit.first, nothing, 0, None, is_bare=True)
    if hit.row["shape"] in ("verb", "received") or is_at_work(passage, hit):
        return met(passage, found, hit, named)
    return name_of(passage, found, hit, named)


def _stretch(
    passage: Passage, ground: Ground, name: Named, beside: list[Named]
) -> tuple[int, int]:
    """Return how far place and days of a mention are sought: up to its neighbours.

    What stands between two meetings belongs to the first of them; a dateline and what
    a semicolon parts off belong to none.
    """
    low, high = sentence_of(passage, name.head)
    low = max([low, *(one.last for one in ground.lines if one.last <= name.first)])
    for index in range(low, high):
        if passage.words[index] in _PARTING:
            if index < name.first:
                low = index + 1
            elif index >= name.last:
                high = index
                break
    for other in (one for one in beside if not is_fringe(passage, one.first)):
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
    shape = "verb" if is_at_work(passage, hit) else hit.row["shape"]
    before = passage.words[max(0, name.first - 3) : name.first]
    return Mention(
        named=name,
        place=place,
        days=_days_beside(passage, found, hit, name, stretch),
        shape=shape,
        is_doubtful=hit.row["doubt"] == "low" or is_off(passage, name),
        parties=frozenset(_bodies(found, name)),
        head=stem_of(passage.words[name.head]),
        sentence=passage.sentences.of(name.head)[0],
        is_inside=place is not None and name.first <= place.first < name.last,
        is_apposed=not _FOR.isdisjoint(before),
        is_heading=shape not in ("verb", "received")
        and is_heading(passage, name.first, name.last, name.head),
        is_ahead=name.marker == "next" or is_ahead(passage, name.first, name.last),
    )


def _days_beside(
    passage: Passage, found: Found, hit: Hit, name: Named, stretch: tuple[int, int]
) -> Interval | None:
    if is_after(passage, name.first):
        return None
    first = _anchor(passage, hit, name)
    return days_of(passage, found, first, name.last, inside=stretch)


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


def _seen(passage: Passage, found: Found, ground: Ground, group: list[Mention]) -> Seen:
    best = best_of(passage, group)
    days = _days(passage, found, ground, group, best)
    if days is None and best.is_ahead:
        days = visit_days(passage, found, best.named.first)
    is_planned = _is_planned(passage, best, days)
    place = _place(passage, found, ground, group, best)
    if place is None and not (is_planned or best.named.marker):
        place = told_from(passage, ground, best.named.first, best.named.last)
    name = best.named
    is_told = any(one.place and one.days for one in group)
    tells = name.richness >= _TELLING or bool(name.richness and (place or days))
    span = passage.span(name.first, name.last, name.clitic)
    is_wish = is_proposed(passage, name.first) and not (place and days)
    is_doubtful = best.is_doubtful or is_wish or not (tells or is_told)
    finding = Meeting(
        span=span,
        reader="meetings.named",
        score=0.4 if is_doubtful else 0.8,
        why=f"«{passage.span(name.head, name.head + 1).quote}» with its name",
        is_doubtful=is_doubtful,
        name=" ".join(span.quote.split()),
        city=place.city if place else None,
        country=place.country if place else None,
        interval=days,
        held="planned" if is_planned else "past",
        attendance=_attendance(passage, found, group),
    )
    return Seen(name.first, name.last, finding)


def _place(
    passage: Passage, found: Found, ground: Ground, group: list[Mention], best: Mention
) -> Place | None:
    """Return where a meeting is: in its names, around them, or at home."""
    inside = [one for one in group if one.is_inside]
    order = [best, *inside, *group] if best.is_inside else [*inside, best, *group]
    told = next((one.place for one in order if one.place), None)
    if told:
        return told
    edges = [(one.named.first, one.named.last) for one in (best, *group[:_ASKED_OF])]
    for first, last in edges:
        if place := elsewhere(passage, ground, first, last):
            return place
    if place := arabic_place(passage, found, ground, best.named, best.shape):
        return place
    for first, last in edges:
        if place := at_home(passage, ground, first, last):
            return place
    return None


def _days(
    passage: Passage, found: Found, ground: Ground, group: list[Mention], best: Mention
) -> Interval | None:
    """Return the days told of a meeting, or of what has just happened."""
    order = [*group, best] if best.is_apposed else [best, *group]
    told = narrowest([one.days for one in order if one.days])
    told = told or eve_of(passage, best.named.first)
    if told or best.is_ahead or best.is_doubtful or best.named.marker:
        return told
    first = best.named.first
    line = dateline_of(passage, ground.lines, first)
    if line and line.is_alone and first < _OPENING:
        return line.days
    is_news = best.is_heading or best.is_verb
    return (live_day(passage) if is_news else None) or earlier_day(
        passage, found, first
    )


def _is_planned(passage: Passage, best: Mention, days: Interval | None) -> bool:
    if days and passage.published:
        return days.first > passage.published
    return best.named.marker == "next" or best.is_ahead


def _attendance(passage: Passage, found: Found, group: list[Mention]) -> int | None:
    """Return how many took part, where a sentence of the meeting counts them."""
    for one in group[:_ASKED_OF]:
        low, high = sentence_of(passage, one.named.first)
        for seen in within(found.figures, low, high):
            figure = seen.finding
            if isinstance(figure, Figure) and figure.unit in _COUNTED:
                return int(figure.value)
    return None
