"""Where Arabic reports let people meet, and when, where no place stands beside it.

Who receives somebody receives him at home; who meets a governor meets in his province;
who meets on a visit meets where he went, on the days of the visit.
"""

from marsad.reading.deeds.actors import actor_in
from marsad.reading.deeds.affiliations import party_in_title
from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.meeting_names import Named
from marsad.reading.deeds.meeting_places import HOUSES, Ground
from marsad.reading.deeds.place_names import Place
from marsad.reading.deeds.places import between
from marsad.reading.findings import DateMention, Interval
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_TOLD = wordset("visits_ar")
_VISITS = _TOLD | {f"و{word}" for word in _TOLD}
_VISITING = ("زار", "يزور", "تزور", "سيزور", "ستزور", "وزار", "ويزور", "وتزور")
_OBJECT = 5
_DURING = frozenset("خلال اثناء هامش اطار بمناسبه ضمن مناسبه ختام مستهل وخلال".split())
# One goes to a summit, and holds none on a visit.
_SUMMITS = (
    "قم",
    "القم",
    "موتمر",
    "الموتمر",
    "منتدي",
    "المنتدي",
    "ندو",
    "الندو",
    "دور",
    "جول",
    "الجول",
    "الدور",
)
_GOALS = frozenset(["الي", "في", "لمدينه", "بمدينه"])
# A visit's goal stands so close behind it; what is told first is what a report is about.
_GOAL = 13
_NEWS = 70


def _on_visit(
    passage: Passage, ground: Ground, first: int, last: int, *, head: int
) -> Place | None:
    """Return where somebody went on the visit during which a meeting is told.

    A visit counts that is told before the meeting in its sentence, that says «during
    a visit», or that opens a report.
    """
    is_summit = passage.words[head].lstrip("وفبكل").startswith(_SUMMITS)
    if is_summit:
        return None
    low, high = sentence_of(passage, first)
    near: list[Place] = []
    far: list[Place] = []
    for token in passage.tokens_of(_VISITS):
        goal = _goal(passage, ground, token)
        if goal is None or first <= token < last:
            continue
        is_told = not _DURING.isdisjoint(passage.words[max(0, token - 3) : token])
        if low <= token < first or (is_told and first < token < high):
            near.append(goal)
        elif token < low and (is_told or token < _NEWS):
            far.append(goal._replace(city=None))
    for goals in (near, far):
        if len({goal.country for goal in goals}) == 1:
            return goals[-1]
    return None


def visit_days(passage: Passage, found: Found, first: int) -> Interval | None:
    """Return the days of the one visit told before a meeting, as its own sentence tells."""
    told: list[Interval] = []
    for token in passage.tokens_of(_VISITS):
        if token >= first:
            break
        low, high = sentence_of(passage, token)
        near = (max(low, token - _GOAL), min(high, token + _GOAL))
        days = [
            one.finding.interval
            for one in within(found.dates, *near)
            if isinstance(one.finding, DateMention) and one.finding.precision == "day"
        ]
        if days:
            told.append(Interval(days[0].first, days[-1].last))
    return told[0] if len(set(told)) == 1 else None


def _of_governor(
    passage: Passage, ground: Ground, first: int, last: int
) -> Place | None:
    """Return the province whose governor one meets: «لقاء بوالي صفاقس»."""
    for token in range(first, min(last, first + _NAME)):
        bare = passage.words[token].lstrip("وبل")
        if bare in _GOVERNORS:
            for one in between(ground.named, token + 1, token + 3):
                return one._replace(is_in=True)
    return None


_NAME = 22
_GOVERNORS = frozenset(["الي", "محافظ", "عامل"])


def _goal(passage: Passage, ground: Ground, token: int) -> Place | None:
    """Return where a visit leads: a place behind «to», or right behind its verb."""
    _, high = sentence_of(passage, token)
    for one in between(ground.named, token + 1, min(high, token + _GOAL)):
        before = passage.words[max(token, one.first - 2) : one.first]
        is_object = passage.words[token].startswith(_VISITING)
        if is_object and one.first < token + _OBJECT:
            return one._replace(is_in=True)
        is_to = one.is_goal or one.is_in or not _GOALS.isdisjoint(before)
        if is_to or one.first == token + 1 or passage.words[one.first][0] == "ل":
            return one._replace(is_in=True)
    return None


_STATE = 2
_HOST = 8


def arabic_place(
    passage: Passage, found: Found, ground: Ground, name: Named, shape: str
) -> Place | None:
    """Return where an Arabic meeting is by who meets: a governor, a guest, a host."""
    if passage.language != "ar":
        return None
    if shape == "received":
        return _of_host(passage, found, ground, name)
    return (
        _of_governor(passage, ground, name.first, name.last)
        or _on_visit(passage, ground, name.first, name.last, head=name.head)
        or _in_house(passage, found, ground, name)
    )


def _of_host(
    passage: Passage, found: Found, ground: Ground, name: Named
) -> Place | None:
    """Return the state of the one who receives: behind the verb, or in front of it."""
    head = name.head
    host = actor_in(passage, found, name.first, head) if name.first < head else None
    if host and host.party:
        return _at(head, host.party) or _at(head, ground.home)
    persons = within(found.persons, head + 1, head + _HOST)
    end = persons[0].first if persons else head + _HOST
    state = party_in_title(passage, found, head + 1, end)
    state = state or actor_in(passage, found, head + 1, head + _HOST).party
    return _at(head, state) or _at(head, ground.home)


def _in_house(
    passage: Passage, found: Found, ground: Ground, name: Named
) -> Place | None:
    """Return the state of the first who meets in a house of state: «بمقر الوزارة»."""
    near = passage.words[name.first : min(name.last + _HOUSE, len(passage.words))]
    is_abroad = any("سفار" in word or "قنصلي" in word for word in near)
    if HOUSES.isdisjoint(near) or is_abroad or ground.lines:
        return None
    return _at(name.head, actor_in(passage, found, name.head, name.last).party)


_HOUSE = 6


def _at(token: int, state: str | None) -> Place | None:
    """Return a state as the place of what is told at a token."""
    if state is None or len(state) != _STATE:
        return None
    return Place(token, token, None, state, is_in=True)
