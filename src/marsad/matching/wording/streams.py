"""A text as the stream of its letters, each with the place where it was written.

Out go blanks, signs, emoji, marks, tatweel, zero-width signs, links and mentions; the
words of hashtags stay. A letter that is repeated counts once.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.matching.compiled import compiled
from marsad.matching.wording.letters import ATTACHED, EXPANDED, LIMIT, Form, kinds

_FIRST_LATIN: Final = kinds()["a"]
_FIRST_DIGIT: Final = kinds()["0"]
_LAST_DIGIT: Final = kinds()["9"]


class Stream(NamedTuple):
    """Letters, and the first and the last code point that each was written with."""

    letters: NDArray[np.uint8]
    kinds: NDArray[np.uint8]
    first: NDArray[np.int32]
    last: NDArray[np.int32]


class Streams(NamedTuple):
    """The letters of many texts, one behind the other, and where each text begins.

    Places are those of each text by itself.
    """

    letters: NDArray[np.uint8]
    kinds: NDArray[np.uint8]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    bounds: NDArray[np.int64]


def streams_of(texts: Sequence[str], form: Form) -> Streams:
    """The letters of many texts in a form."""
    codes, starts = code_points(texts)
    found = room(int(_room_needed(codes, form)))
    bounds = np.zeros(len(texts) + 1, np.int64)
    count = _read_all(codes, starts, form, found, bounds)
    return Streams(*cut(found, 0, count), bounds)


def cut(of: Stream | Streams, start: int, end: int) -> Stream:
    """A stretch of streams."""
    return Stream(
        of.letters[start:end],
        of.kinds[start:end],
        of.first[start:end],
        of.last[start:end],
    )


def one_of(streams: Streams, at: int) -> Stream:
    """The stream of one of many texts."""
    start, end = int(streams.bounds[at]), int(streams.bounds[at + 1])
    return cut(streams, start, end)


def code_points(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Many texts as one array of code points, and where each begins and the last ends."""
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)), out=bounds[1:])
    return np.frombuffer(joined, np.uint32), bounds


def room(most: int) -> Stream:
    """An empty stream with room for so many letters."""
    places = (np.zeros(most, np.int32), np.zeros(most, np.int32))
    return Stream(np.zeros(most, np.uint8), np.zeros(most, np.uint8), *places)


def stream_of(text: str, form: Form) -> Stream:
    """The letters of one text in a form."""
    return one_of(streams_of([text], form), 0)


@compiled
def _room_needed(codes: NDArray[np.uint32], form: Form) -> int:
    """How many letters these code points can stand for at most."""
    most = len(codes)
    for code in codes:
        if code < LIMIT and form.kind[code] == EXPANDED:
            most += form.expanded[form.expansion[code]]
    return most


@compiled
def _read_all(
    codes: NDArray[np.uint32],
    starts: NDArray[np.int64],
    form: Form,
    found: Stream,
    bounds: NDArray[np.int64],
) -> int:
    count = 0
    for text in range(len(starts) - 1):
        rest = Stream(
            found.letters[count:],
            found.kinds[count:],
            found.first[count:],
            found.last[count:],
        )
        count += read_letters(codes, starts[text], starts[text + 1], form, rest)
        bounds[text + 1] = count
    return count


@compiled
def read_letters(
    codes: NDArray[np.uint32], start: int, end: int, form: Form, found: Stream
) -> int:
    """Write the letters of a stretch of code points into a stream; return how many."""
    count, at = 0, start
    while at < end:
        passed = _passed(codes, at, start, end)
        if passed > 0:
            at += passed
            continue
        code = codes[at]
        kind = int(form.kind[code]) if code < LIMIT else 0
        if kind == EXPANDED:
            count = _put_all(found, count, form.expansion[code], form, at - start)
        elif kind == ATTACHED:
            found.last[max(0, count - 1)] = at - start
        elif kind != 0:
            is_leet = _FIRST_DIGIT <= kind <= _LAST_DIGIT and _touches_latin(
                codes, at, start, end, form
            )
            letter = form.leet[kind] if is_leet else form.letter[kind]
            count = _put(found, count, kind, letter, at - start)
        at += 1
    return count


@compiled
def _put_all(found: Stream, count: int, place: int, form: Form, at: int) -> int:
    """Write the letters that one character stands for."""
    for step in range(form.expanded[place]):
        piece = form.expanded[place + 1 + step]
        count = _put(found, count, piece, form.letter[piece], at)
    return count


@compiled
def _put(found: Stream, count: int, kind: int, letter: int, place: int) -> int:
    if count > 0 and found.letters[count - 1] == letter:
        found.last[count - 1] = place
        return count
    found.letters[count] = letter
    found.kinds[count] = kind
    found.first[count] = place
    found.last[count] = place
    return count + 1


@compiled
def _touches_latin(
    codes: NDArray[np.uint32], at: int, start: int, end: int, form: Form
) -> bool:
    """Whether a Latin letter stands beside a digit, or beside the digits around it."""
    for step in (-1, 1):
        beside = at + step
        while start <= beside < end and 48 <= codes[beside] <= 57:
            beside += step
        if start <= beside < end and codes[beside] < LIMIT:
            kind = form.kind[codes[beside]]
            if _FIRST_LATIN <= kind < _FIRST_DIGIT:
                return True
    return False


@compiled
def _passed(codes: NDArray[np.uint32], at: int, start: int, end: int) -> int:
    """How many code points a link or a mention takes that begins here, or 0."""
    code = codes[at] | 32
    if code == 104:  # h
        if not _is_scheme(codes, at, end):
            return 0
    elif code == 119:  # www.
        if at + 4 > end or codes[at + 3] != 46 or codes[at + 1] | 32 != 119:
            return 0
    elif codes[at] == 64:  # @
        return _mention(codes, at, start, end)
    else:
        return 0
    stop = at
    while stop < end and codes[stop] > 32 and codes[stop] < 0x600:
        stop += 1
    return stop - at


@compiled
def _is_scheme(codes: NDArray[np.uint32], at: int, end: int) -> bool:
    """Whether http:// or https:// stands here."""
    if at + 7 > end or codes[at + 1] | 32 != 116 or codes[at + 2] | 32 != 116:
        return False
    colon = at + 5 if codes[at + 4] | 32 == 115 else at + 4
    is_web = codes[at + 3] | 32 == 112 and codes[colon] == 58
    return bool(is_web and codes[colon + 1] == 47)


@compiled
def _mention(codes: NDArray[np.uint32], at: int, start: int, end: int) -> int:
    if at > start and _is_ascii_word(codes[at - 1]):
        return 0
    stop = at + 1
    while stop < end and _is_ascii_word(codes[stop]):
        stop += 1
    return stop - at if stop > at + 1 else 0


@compiled
def _is_ascii_word(code: int) -> bool:
    return (
        48 <= code <= 57
        or 65 <= code <= 90
        or 97 <= code <= 122
        or code == 95
        or code == 46
    )
