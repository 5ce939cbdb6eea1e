"""Figures: a number with what it counts, how it is bounded, and when and where.

A figure is a number that counts or measures something. Ordinals, dates, hours and
identifiers are none; a number without a noun takes that of the figure before it.
"""

from collections.abc import Set
from typing import NamedTuple

from marsad.reading.dates.lengths import LENGTHS
from marsad.reading.figures.bounds import EXACT, Bounds
from marsad.reading.figures.circumstances import Circumstances
from marsad.reading.figures.comparisons import compared
from marsad.reading.figures.counting import Drafts
from marsad.reading.figures.drafts import Draft
from marsad.reading.figures.figure_subjects import subject_of
from marsad.reading.figures.tables import read_tables
from marsad.reading.findings import Figure
from marsad.reading.numbers.duals import with_duals
from marsad.reading.numbers.numbers import NumberReader
from marsad.reading.numbers.ranges import with_ranges
from marsad.reading.passage import Found, Passage, Seen


def read_figures(passage: Passage, found: Found) -> list[Seen]:
    """Return the figures of a passage."""
    # A date that is a length of time is a figure as well.
    taken = {
        token
        for seen in found.dates
        if seen.finding.reader != LENGTHS
        for token in range(seen.first, seen.last)
    }
    numbers = with_ranges(passage, NumberReader(passage, taken).all())
    if passage.language == "ar":
        numbers = with_duals(passage, numbers, taken)
    if not numbers:
        return []
    changes = {hit.first: hit.row["direction"] for hit in passage.hits("change")}
    drafts = Drafts(passage, found, numbers, taken).all()
    aside = taken | changes.keys()
    for draft in drafts:
        aside.update(range(draft.first, draft.last))
    around = _Around(
        passage, Bounds(passage), Circumstances(passage, found), changes, aside
    )
    pairs = zip(drafts, [None, *drafts], strict=False)
    seen = [_seen(around, draft, before) for draft, before in pairs]
    return read_tables(passage, found, numbers, compared(passage, found, seen))


class _Around(NamedTuple):
    """What stands around the figures of a passage."""

    passage: Passage
    bounds: Bounds
    circumstances: Circumstances
    changes: dict[int, str]
    # The tokens of dates, of figures and of words for rise and fall.
    aside: Set[int]


def _seen(around: _Around, draft: Draft, before: Draft | None) -> Seen:
    passage = around.passage
    bound, cue = around.bounds.of(draft.first, draft.number.last, draft.last)
    number = draft.number
    if bound == EXACT and before is not None and _is_second(passage, draft, before):
        # "At least five dead and nine hurt" bounds both.
        shared = around.bounds.of(before.first, before.number.last, before.last)
        bound, cue = shared if shared[0] == "at_least" else (bound, cue)
    if number.form == "vague":
        bound, cue = "more_than", "a bare plural"
    elif number.form == "round" and bound == EXACT:
        bound, cue = "about", "a round number"
    finding = Figure(
        span=passage.span(draft.first, draft.last, draft.clitic),
        reader=draft.reader,
        score=_score(draft),
        why=_why(draft, bound, cue),
        is_doubtful=draft.is_doubtful,
        value=number.value,
        high=number.high,
        bound=bound,
        unit=draft.unit,
        subject=subject_of(passage, draft, around.aside),
        change=_change(around, draft),
        as_of=around.circumstances.as_of(draft),
        place=around.circumstances.place(draft),
    )
    return Seen(draft.first, draft.last, finding)


def _is_second(passage: Passage, draft: Draft, before: Draft) -> bool:
    """Say whether a figure is joined to the one before it by "and" alone."""
    between = passage.words[before.last : draft.first]
    is_joined = between in (["and"], ["et"], ["و"]) or (
        not between and passage.words[draft.first].startswith("و")
    )
    return is_joined and draft.unit != "percent" and not draft.unit.isupper()


def _score(draft: Draft) -> float:
    if draft.is_doubtful:
        return 0.4
    if draft.reader == "figures.bare":
        return 0.6
    return 0.95 if draft.is_known else 0.7


def _why(draft: Draft, bound: str, cue: str) -> str:
    counts = f"a number of {draft.unit}" if draft.unit else "a number without a noun"
    if draft.reader == "figures.bare" and draft.unit:
        counts += ", named by the words before"
    return f"{counts}, {bound.replace('_', ' ')}: {cue}" if cue else counts


def _change(around: _Around, draft: Draft) -> str | None:
    start, _ = around.passage.sentences.of(draft.first)
    for token in range(draft.first - 1, max(start, draft.first - 6) - 1, -1):
        if token in around.changes:
            return around.changes[token]
    return None
