"""A likeness of words as it is told: its share, its places on both sides, its evasions."""

from collections.abc import Sequence
from typing import Final

from marsad.matching.signals import Band, Kind, Likeness
from marsad.matching.wording.evasions import Runs, evasions
from marsad.matching.wording.streams import Stream
from marsad.spans import Span

# Of what is told as the same, this share of the banked letters stands in the post.
SAME: Final = 0.5


def telling(
    number: int,
    texts: tuple[str, str],
    streams: tuple[Stream, Stream],
    runs: Runs,
    own: tuple[int, int],
) -> Likeness:
    """Say why a post (second) resembles a banked text (first), by its own letters found."""
    banked, met = texts
    found, whole = own
    theirs = [_span(banked, streams[0], start, end) for start, end, _, _ in runs]
    ours = [_span(met, streams[1], start, end) for _, _, start, end in runs]
    stretch = met[min(span.start for span in ours) : max(span.end for span in ours)]
    seen = evasions(banked, stretch, runs, streams[0].kinds, streams[1].kinds)
    share = found / whole
    is_same = share >= SAME
    return Likeness(
        number,
        Kind.WORDING,
        round(1 - share, 4),
        Band.SAME if is_same else Band.LOOK,
        _reason(streams, runs, is_same=is_same),
        tuple(ours),
        tuple(theirs),
        {"share": round(100 * share), "letters": found, "evasions": ",".join(seen)},
    )


def told_by_sound(likeness: Likeness) -> Likeness:
    """The same likeness where the post is written in Latin letters."""
    details = {**likeness.details, "evasions": "latin"}
    return Likeness(
        likeness.number,
        likeness.kind,
        likeness.distance,
        likeness.band,
        "wording_sound",
        likeness.ours,
        likeness.theirs,
        details,
    )


def _reason(streams: tuple[Stream, Stream], runs: Runs, *, is_same: bool) -> str:
    lengths = [len(stream.letters) for stream in streams]
    if runs == [(0, lengths[0], 0, lengths[1])]:
        return "wording_exact"
    return "wording_near" if is_same else "wording_part"


def _span(text: str, stream: Stream, start: int, end: int) -> Span:
    first, last = int(stream.first[start]), int(stream.last[end - 1]) + 1
    return Span(first, last, text[first:last])


def nearest_first(likenesses: Sequence[Likeness]) -> tuple[Likeness, ...]:
    """Likenesses in order, one for each number."""
    ordered = sorted(likenesses, key=lambda one: (one.distance, one.number))
    return tuple({one.number: one for one in reversed(ordered)}.values())[::-1]
