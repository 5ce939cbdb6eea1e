"""A likeness of words as it is told: its share, its places on both sides, its evasions."""

from collections.abc import Sequence

from marsad.matching.signals import Band, Kind, Likeness
from marsad.matching.wording.evasions import Runs, evasions
from marsad.matching.wording.lanes import Rule
from marsad.matching.wording.streams import Stream
from marsad.spans import Span


def telling(
    number: int,
    texts: tuple[str, str],
    streams: tuple[Stream, Stream],
    runs: Runs,
    own: tuple[int, int],
    rule: Rule,
) -> Likeness:
    """Say why a post (second) resembles a banked text (first), by its own letters found."""
    banked, met = texts
    found, whole = own
    theirs = [_span(banked, streams[0], start, end) for start, end, _, _ in runs]
    ours = [_span(met, streams[1], start, end) for _, _, start, end in runs]
    stretch = met[min(span.start for span in ours) : max(span.end for span in ours)]
    seen = evasions(banked, stretch, runs, streams[0].kinds, streams[1].kinds)
    share = found / whole
    is_same = share >= rule.same and found >= rule.same_needed
    return Likeness(
        number,
        Kind.WORDING,
        round(1 - share, 4),
        Band.SAME if is_same else Band.LOOK,
        _reason(streams, runs, seen, is_same=is_same),
        tuple(ours),
        tuple(theirs),
        {"share": round(100 * share), "letters": found, "evasions": ",".join(seen)},
    )


def telling_of_all(
    number: int, texts: tuple[str, str], streams: tuple[Stream, Stream]
) -> Likeness:
    """Say that a post is a banked text and nothing else."""
    banked, met = texts
    length = len(streams[0].letters)
    runs = [(0, length, 0, length)]
    seen = evasions(banked, met, runs, streams[0].kinds, streams[1].kinds)
    return Likeness(
        number,
        Kind.EXACT_WORDING,
        0.0,
        Band.SAME,
        "wording_exact",
        (_span(met, streams[1], 0, length),),
        (_span(banked, streams[0], 0, length),),
        {"share": 100, "letters": length, "evasions": ",".join(seen)},
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


def _reason(
    streams: tuple[Stream, Stream], runs: Runs, seen: tuple[str, ...], *, is_same: bool
) -> str:
    lengths = [len(stream.letters) for stream in streams]
    is_whole = list(runs) == [(0, lengths[0], 0, lengths[1])]
    if is_whole and not {"dotless", "dots", "digits"} & set(seen):
        return "wording_exact"
    return "wording_near" if is_same else "wording_part"


def _span(text: str, stream: Stream, start: int, end: int) -> Span:
    first, last = int(stream.first[start]), int(stream.last[end - 1]) + 1
    return Span(first, last, text[first:last])


def nearest_first(likenesses: Sequence[Likeness]) -> tuple[Likeness, ...]:
    """Likenesses in order, one for each number."""
    ordered = sorted(likenesses, key=lambda one: (one.distance, one.number))
    return tuple({one.number: one for one in reversed(ordered)}.values())[::-1]
