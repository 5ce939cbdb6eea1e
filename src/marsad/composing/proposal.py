"""What a brief may say: an outline proposed from the register, for people to choose from.

1. Only what is current, unexpired, undenied and open to the audience; never the
   adversary's words. What is left out for such a reason is listed with it.
2. Of each series the latest value; the others stand in its chart.
3. Each entry in the standing section where readers look for it, the newest first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from marsad.composing.calendars import day
from marsad.composing.editions import Cited, Sort
from marsad.composing.pieces import plain
from marsad.composing.proposed_sentences import (
    frame,
    has_frame,
    is_indirect,
    sentence,
)
from marsad.marking import Audience

# The standing sections, in their order.
SECTIONS: Final = (
    "efforts",
    "failures",
    "statements",
    "figures",
    "commitments",
    "meetings",
    "members",
    "partners",
)
# Where readers look for the values of an indicator; others stand among the figures.
_OF_INDICATOR: Final[Mapping[str, str]] = {
    "forces-trained": "efforts",
    "air-strikes": "efforts",
    "repatriated": "efforts",
    "returned-home": "efforts",
    "territory-liberated": "failures",
    "foreign-fighter-flow": "failures",
    "pro-daesh-accounts": "failures",
    "pro-daesh-accounts-fall": "failures",
    "fighters-detained": "failures",
    "members": "members",
    "attendance": "meetings",
}
_OF_KIND: Final[Mapping[str, str]] = {
    "quote": "statements",
    "call": "partners",
    "commitment": "commitments",
    "meeting": "meetings",
    "membership": "members",
}
# Fewer values are no course of things over time.
_FEWEST_VALUES: Final = 2
_MOST_IN_A_SECTION: Final = 12
# What is older is entered late, and seldom belongs into a brief.
_NEWS: Final = timedelta(days=62)


class Reason(StrEnum):
    """Why an entry is not proposed."""

    CONTRADICTED = "contradicted"
    EXPIRED = "expired"
    MARKING = "marking"
    ADVERSARY = "adversary"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a brief may say, and what is known of who speaks."""

    cited: Cited
    is_partner: bool = False
    is_adversary: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A series over time that may be shown as a chart."""

    indicator: int
    series: str
    title: Mapping[str, str]
    values: int  # that may reach the audience


@dataclass(frozen=True, slots=True)
class Roster:
    """A grouping whose members may be listed."""

    grouping: int
    members: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """For whom a brief is to be proposed, of which day, in which languages."""

    kind: str
    as_of: date
    audience: Audience
    languages: Sequence[str]


@dataclass(frozen=True, slots=True)
class Proposed:
    """One block that a brief may have."""

    key: str
    sort: Sort
    # By language; nothing where the block says all by itself.
    text: Mapping[str, str] = field(default_factory=dict)
    cited: Cited | None = None
    indicator: int | None = None
    grouping: int | None = None
    # The languages in which rules could write all of it.
    written: frozenset[str] = frozenset()
    # Whether it is to be taken unless somebody leaves it.
    is_ticked: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A standing section with what may stand in it, and how much more there is."""

    key: str
    heading: Mapping[str, str]
    blocks: tuple[Proposed, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that is not proposed, and why."""

    cited: Cited
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """The outline of a brief, and what was kept out of it."""

    title: Mapping[str, str]
    sections: tuple[Section, ...]
    held: tuple[Held, ...] = ()


def title(wanted: Wanted, language: str) -> str:
    """What a brief may be called: its kind and its day."""
    return plain(
        frame(f"title.{wanted.kind}", language, day=day(wanted.as_of, language))
    )


def heading(section: str, language: str) -> str:
    """What a standing section is called."""
    return plain(frame(f"section.{section}", language))


def propose(
    candidates: Iterable[Candidate],
    wanted: Wanted,
    *,
    courses: Iterable[Course] = (),
    rosters: Iterable[Roster] = (),
) -> Proposal:
    """Put what a brief may say into its standing sections."""
    everything = list(candidates)
    held = tuple(_held(everything, wanted))
    barred = {one.cited.number for one in held}
    free = [one for one in everything if one.cited.number not in barred]
    latest = _latest(free)
    chosen = [*latest, *(one for one in free if not _is_valued(one.cited))]
    moved = {one.cited.series for one in latest if _is_news(one.cited, wanted)}
    charts = [
        (_section_of_series(one.series), _chart(one, wanted, moved))
        for one in courses
        if one.values >= _FEWEST_VALUES
    ]
    rolls = [("members", _roll(one)) for one in rosters if one.members]
    return Proposal(
        title={one: title(wanted, one) for one in wanted.languages},
        sections=tuple(_sections(chosen, [*charts, *rolls], wanted)),
        held=held,
    )


def _held(candidates: Iterable[Candidate], wanted: Wanted) -> Iterator[Held]:
    for one in candidates:
        reason = _reason(one, wanted)
        if reason is not None:
            yield Held(one.cited, reason)


def _reason(one: Candidate, wanted: Wanted) -> Reason | None:
    cited = one.cited
    if not cited.marking.may_reach(wanted.audience):
        return Reason.MARKING
    if one.is_adversary:
        return Reason.ADVERSARY
    if cited.rivals:
        return Reason.CONTRADICTED
    if cited.expires_on and cited.expires_on <= wanted.as_of:
        return Reason.EXPIRED
    return None


def _is_valued(cited: Cited) -> bool:
    return bool(cited.series) and cited.value is not None


def _latest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The newest value of each series; of two of one day, the better attested."""
    latest: dict[str, Candidate] = {}
    for one in candidates:
        if _is_valued(one.cited):
            known = latest.get(one.cited.series)
            if known is None or _rank(known.cited) < _rank(one.cited):
                latest[one.cited.series] = one
    return list(latest.values())


def _rank(cited: Cited) -> tuple[date, date, int, int]:
    return cited.until or cited.day, cited.day, len(cited.passages), cited.number


def _sections(
    chosen: Iterable[Candidate],
    drawn: Sequence[tuple[str, Proposed]],
    wanted: Wanted,
) -> Iterator[Section]:
    by_section: dict[str, list[Candidate]] = {}
    for one in chosen:
        by_section.setdefault(_section(one), []).append(one)
    for key in SECTIONS:
        ranked = sorted(by_section.get(key, ()), key=_order)
        written = [_block(one, wanted) for one in ranked]
        sayable = [one for one in written if all(one.text.values())]
        blocks = sayable[:_MOST_IN_A_SECTION]
        blocks += [block for section, block in drawn if section == key]
        if blocks:
            yield Section(
                key=key,
                heading={one: heading(key, one) for one in wanted.languages},
                blocks=tuple(blocks),
                left_out=max(0, len(sayable) - _MOST_IN_A_SECTION),
            )


def _order(one: Candidate) -> tuple[int, int]:
    return -one.cited.day.toordinal(), one.cited.number


def _section(one: Candidate) -> str:
    if _is_valued(one.cited):
        return _section_of_series(one.cited.series)
    if one.cited.kind == "quote" and one.is_partner:
        return "partners"
    if one.cited.fields.get("event") == "attended":
        return "meetings"
    return _OF_KIND.get(one.cited.kind, "figures")


def _section_of_series(series: str) -> str:
    return _OF_INDICATOR.get(series.split("|")[0], "figures")


def _block(one: Candidate, wanted: Wanted) -> Proposed:
    cited = one.cited
    is_account = cited.kind == "quote" and is_indirect(cited)
    languages = frozenset(wanted.languages)
    return Proposed(
        key=f"entry-{cited.number}",
        sort=_sort(cited),
        text={language: sentence(cited, language) for language in wanted.languages},
        cited=cited,
        # An account of what was said has to be translated by people.
        written=languages & {cited.language} if is_account else languages,
        is_ticked=_is_news(cited, wanted)
        and (not is_account or len(cited.passages) > 1),
    )


def _is_news(cited: Cited, wanted: Wanted) -> bool:
    """Whether something is recent, and not only new in the register."""
    return wanted.as_of - (cited.until or cited.day) <= _NEWS


def _sort(cited: Cited) -> Sort:
    if _is_valued(cited) and has_frame(cited.series):
        return Sort.FIGURE
    if cited.kind == "quote" and not is_indirect(cited):
        return Sort.QUOTATION
    return Sort.MEETING if cited.kind == "meeting" else Sort.STATEMENT


def _chart(course: Course, wanted: Wanted, moved: Collection[str]) -> Proposed:
    languages = frozenset(wanted.languages)
    return Proposed(
        key=f"chart-{course.indicator}",
        sort=Sort.CHART,
        text={one: course.title.get(one, "") for one in wanted.languages},
        indicator=course.indicator,
        written=languages,
        is_ticked=course.series in moved,
    )


def _roll(roster: Roster) -> Proposed:
    return Proposed(
        key=f"roll-{roster.grouping}",
        sort=Sort.ROLL,
        grouping=roster.grouping,
        is_ticked=False,
    )
