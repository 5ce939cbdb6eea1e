"""Which banked streams stand in which posts, and where: the loops of the search.

1. A post is read in stretches of 2,048 letters, each half over the one before.
2. All grams of a stretch are looked up; rows that enough of them lead to (a sixth of
   those kept, three at least) are looked at.
3. The letters of such a row are laid against the post: runs of letters that stand in
   both, from left to right of the banked text, wherever they stand in the post.
4. What counts is the share of the row's own letters (no formulas) inside such runs.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.wording.formulas import FLAG
from marsad.matching.wording.grams import (
    FEWEST_NEEDED,
    grams_needed,
    mask_of,
    mixed,
    with_next,
)
from marsad.matching.wording.lanes import Lane, Rule, bucket_shift, mark_of, seen_shift
from marsad.matching.wording.streams import Streams

STRETCH: Final = 2048
HALF: Final = STRETCH // 2
# A banked text longer than half a stretch is sought in so many times its length.
WIDTHS: Final = 4
# No banked text is longer, in letters.
LONGEST: Final = 5000
_SLOTS: Final = 1 << 15
_MOST_ROWS: Final = 3 << 13
_PLACES: Final = 1 << 16


class Bench(NamedTuple):
    """Room to work in: a tally of rows, and a table of the places of grams."""

    keys: NDArray[np.uint64]
    slots: NDArray[np.int64]
    counts: NDArray[np.int32]
    used: NDArray[np.int32]
    grams: NDArray[np.uint64]
    places: NDArray[np.int32]
    runs: NDArray[np.int32]


class Found(NamedTuple):
    """Room for what is found: one line a likeness, one a run of letters.

    A hit: post, row, own letters found, first run, end of runs. A run: start and end in
    the banked letters, start and end in the letters of all posts. ``filled`` says how many
    hits and runs there are.
    """

    hits: NDArray[np.int64]
    runs: NDArray[np.int64]
    filled: NDArray[np.int64]


def bench() -> Bench:
    """Room to work in, for one thread."""
    return Bench(
        np.zeros(STRETCH, np.uint64),
        np.full(_SLOTS, -1, np.int64),
        np.zeros(_SLOTS, np.int32),
        np.zeros(_SLOTS, np.int32),
        np.zeros(_PLACES, np.uint64),
        np.zeros(_PLACES, np.int32),
        np.zeros((LONGEST, 4), np.int32),
    )


def found(hits: int, runs: int) -> Found:
    """Room for so many likenesses and runs."""
    return Found(
        np.zeros((hits, 5), np.int64),
        np.zeros((runs, 4), np.int64),
        np.zeros(2, np.int64),
    )


@compiled
def seek(
    posts: Streams, begin: int, lane: Lane, rule: Rule, work: Bench, out: Found
) -> int:
    """Look for all posts from one on; return the first that found no room."""
    for post in range(begin, len(posts.bounds) - 1):
        hits, runs = out.filled[0], out.filled[1]
        start, end = posts.bounds[post], posts.bounds[post + 1]
        at, is_over = start, False
        while not is_over:
            stop = min(at + STRETCH, end)
            if not _seek_stretch(posts, (post, at, stop), lane, rule, work, out):
                out.filled[0], out.filled[1] = hits, runs
                return post
            is_over = stop >= end
            at += HALF
    return len(posts.bounds) - 1


@compiled
def _seek_stretch(
    posts: Streams,
    where: tuple[int, int, int],
    lane: Lane,
    rule: Rule,
    work: Bench,
    out: Found,
) -> bool:
    """Find what stands in one stretch; false where the room is used up."""
    post, start, stop = where
    many = _tally(posts.letters, start, stop, lane, rule, work)
    is_laid, is_roomy = False, True
    for at in range(many):
        slot = work.used[at]
        row, count = work.slots[slot], work.counts[slot]
        work.slots[slot] = -1
        # Most rows are met by chance: they are passed without a look at far memory.
        if count < FEWEST_NEEDED or not is_roomy:
            continue
        length = lane.bounds[row + 1] - lane.bounds[row]
        if count < grams_needed(length, rule.gram):
            continue
        begin, end = start, stop
        if length * WIDTHS > STRETCH:
            more = (length * WIDTHS - STRETCH) // 2
            begin = max(posts.bounds[post], start - more)
            end = min(posts.bounds[post + 1], stop + more)
            is_laid = False
        if not is_laid:
            lay(posts.letters, begin, end, rule.gram, work)
        is_laid = length * WIDTHS <= STRETCH
        is_roomy = _note((post, begin, end, row), posts, lane, rule, work, out)
    return is_roomy


@compiled
def _tally(
    letters: NDArray[np.uint8],
    start: int,
    stop: int,
    lane: Lane,
    rule: Rule,
    work: Bench,
) -> int:
    """Count for each row how many grams of a stretch lead to it; return how many rows."""
    keys = _write_seen(letters, start, stop, lane, rule, work)
    many, shift = 0, bucket_shift(lane.first)
    for at in range(keys):
        bucket, mark = np.int64(work.keys[at] >> shift), mark_of(work.keys[at], shift)
        for entry in range(lane.first[bucket], lane.first[bucket + 1]):
            if lane.marks[entry] == mark:
                many = _count(lane.rows[entry], many, work)
    return many


@compiled
def _write_seen(
    letters: NDArray[np.uint8],
    start: int,
    stop: int,
    lane: Lane,
    rule: Rule,
    work: Bench,
) -> int:
    """Write down the grams that somebody may have; return how many.

    A loop of its own and without a branch: so the processor asks for many far places of
    memory at once instead of waiting for each.
    """
    many, value, mask = 0, np.uint64(0), mask_of(rule.gram)
    seen = seen_shift(lane.seen)
    for at in range(start, min(start + rule.gram - 1, stop)):
        value = with_next(value, letters[at], mask)
    for at in range(start + rule.gram - 1, stop):
        value = with_next(value, letters[at], mask)
        key = mixed(value)
        bit = key >> seen
        word = lane.seen[np.int64(bit >> np.uint64(6))]
        work.keys[many] = key
        many += int((word >> (bit & np.uint64(63))) & np.uint64(1))
    return many


@compiled
def _count(met: np.uint32, many: int, work: Bench) -> int:
    row = int(met)
    slot = (row * 0x9E3779B1) & (_SLOTS - 1)
    while work.slots[slot] != -1 and work.slots[slot] != row:
        slot = (slot + 1) & (_SLOTS - 1)
    if work.slots[slot] == row:
        work.counts[slot] += 1
        return many
    # A stretch that touches so many rows is made of what everybody writes.
    if many >= _MOST_ROWS:
        return many
    work.slots[slot], work.counts[slot], work.used[many] = row, 1, slot
    return many + 1


@compiled
def lay(
    letters: NDArray[np.uint8], begin: int, end: int, gram: int, work: Bench
) -> None:
    """Note where each gram of a stretch stands first."""
    size = 64
    while size < 2 * (end - begin) and size < _PLACES:
        size *= 2
    work.places[:size] = -1
    # The size of the table stands in its last place of the list of used slots.
    work.used[_SLOTS - 1] = size
    value, mask = np.uint64(0), mask_of(gram)
    for at in range(begin, end):
        value = with_next(value, letters[at], mask)
        place = at - begin - gram + 1
        if place < 0:
            continue
        slot = np.int64(mixed(value) & np.uint64(size - 1))
        while work.places[slot] >= 0 and work.grams[slot] != value:
            slot = (slot + 1) & (size - 1)
        if work.places[slot] < 0:
            work.grams[slot], work.places[slot] = value, place


@compiled
def _placed(value: np.uint64, work: Bench) -> int:
    """Where a gram stands in what was laid out, or -1."""
    size = work.used[_SLOTS - 1]
    slot = np.int64(mixed(value) & np.uint64(size - 1))
    while work.places[slot] >= 0:
        if work.grams[slot] == value:
            return int(work.places[slot])
        slot = (slot + 1) & (size - 1)
    return -1


@compiled
def _note(
    where: tuple[int, int, int, int],
    posts: Streams,
    lane: Lane,
    rule: Rule,
    work: Bench,
    out: Found,
) -> bool:
    """Write down what stands of a row, if it is enough; false where no room is left."""
    post, begin, end, row = where
    banked = lane.letters[lane.bounds[row] : lane.bounds[row + 1]]
    runs, own = align(banked, posts.letters[begin:end], rule, work)
    if own < rule.own_needed or own < rule.look * lane.own[row]:
        return True
    hit = _line_for(post, row, out)
    if hit < out.filled[0] and out.hits[hit, 2] >= own:
        return True
    written = out.filled[1]
    if hit >= len(out.hits) or written + runs > len(out.runs):
        return False
    line = out.hits[hit]
    line[0], line[1], line[2], line[3], line[4] = (
        post,
        row,
        own,
        written,
        written + runs,
    )
    for run in range(runs):
        out.runs[written + run, :2] = work.runs[run, :2]
        out.runs[written + run, 2:] = work.runs[run, 2:] + begin
    out.filled[0] = max(out.filled[0], hit + 1)
    out.filled[1] = written + runs
    return True


@compiled
def _line_for(post: int, row: int, out: Found) -> int:
    """The line of a likeness that an earlier stretch of the post gave, or the next."""
    for earlier in range(out.filled[0] - 1, -1, -1):
        if out.hits[earlier, 0] != post:
            break
        if out.hits[earlier, 1] == row:
            return earlier
    return int(out.filled[0])


@compiled
def align(
    banked: NDArray[np.uint8], met: NDArray[np.uint8], rule: Rule, work: Bench
) -> tuple[int, int]:
    """Lay banked letters against what was laid out; return runs and own letters found."""
    runs, own, at = 0, 0, 0
    value, mask, ready = np.uint64(0), mask_of(rule.gram), 0
    while at < len(banked):
        value = with_next(value, banked[at] & 0x7F, mask)
        at, ready = at + 1, ready + 1
        place = _placed(value, work) if ready >= rule.gram else -1
        if place < 0:
            continue
        start, stop, end = at - rule.gram, place + rule.gram, at
        has_latin, own_here = False, 0
        while end < len(banked) and stop < len(met) and banked[end] & 0x7F == met[stop]:
            end, stop = end + 1, stop + 1
        for inside in range(start, end):
            has_latin |= banked[inside] & 0x7F >= rule.first_latin
            own_here += banked[inside] < FLAG
        if end - start < (rule.shortest_latin if has_latin else rule.shortest_run):
            continue
        line = work.runs[runs]
        line[0], line[1], line[2], line[3] = start, end, place, stop
        runs, own, at, ready = runs + 1, own + own_here, end, 0
    return runs, own
