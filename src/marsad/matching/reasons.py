"""Why a post resembles known content: a code each, and one plain sentence for it.

The sentences are English; the desk says them in the reader's language. What stands in
braces is a detail of the likeness.
"""

from typing import Final, NamedTuple

from marsad.matching.signals import Kind, Likeness


class Reason(NamedTuple):
    """Which kinds give a reason, and the sentence for it."""

    kinds: frozenset[Kind]
    sentence: str


def _reason(sentence: str, *kinds: Kind) -> Reason:
    return Reason(frozenset(kinds), sentence)


REASONS: Final[dict[str, Reason]] = {
    "sha256_equal": _reason(
        "The file is the known one, byte for byte (SHA-256).", Kind.SHA256
    ),
    "md5_equal": _reason("The file has the MD5 of the known one.", Kind.MD5),
    "picture_same": _reason(
        "The picture is the known one: {bits} of 256 bits differ.", Kind.PDQ
    ),
    "picture_turned": _reason(
        "The picture is the known one, turned or mirrored ({turn}): {bits} of 256 bits differ.",
        Kind.PDQ,
    ),
    "picture_within": _reason(
        "The known picture stands within this one ({variant}): {bits} of 256 bits differ.",
        Kind.PDQ,
    ),
    "picture_part": _reason(
        "The picture may be cropped from the known one: {bits} of 256 bits differ once its edges are drawn out.",
        Kind.PDQ,
    ),
    "picture_like": _reason(
        "The picture resembles the known one: {bits} of 256 bits differ.", Kind.PDQ
    ),
    "film_same": _reason(
        "The film is the known one: it holds {share_of_known}% of it, and {share_of_met}% of this film is known.",
        Kind.VPDQ,
    ),
    "film_part": _reason(
        "The film shares pictures with the known one: it holds {share_of_known}% of it, and {share_of_met}% of this film is known.",
        Kind.VPDQ,
    ),
    "address_same": _reason("The address is the known one: {address}.", Kind.URL),
    "address_archived": _reason(
        "The address is a copy, in an archive, of the known one: {address}.", Kind.URL
    ),
    "address_of_a_copy": _reason(
        "A copy of this address is known; what it shows today may be another thing: {address}.",
        Kind.URL,
    ),
    "address_shortened": _reason(
        "The short link is the known one; where it leads was not asked: {address}.",
        Kind.URL,
    ),
    "address_pattern": _reason(
        "The address lies in a known place; the page itself is not known: {pattern}.",
        Kind.URL_PATTERN,
    ),
    "wording_exact": _reason(
        "The words are the known ones.", Kind.EXACT_WORDING, Kind.WORDING
    ),
    "wording_near": _reason(
        "The words are the known ones with changes: {share}% of them are found.",
        Kind.WORDING,
    ),
    "wording_part": _reason(
        "A part of the known words is found: {share}% of them.", Kind.WORDING
    ),
    "wording_sound": _reason(
        "The known words are written in other letters: {share}% of them are found.",
        Kind.WORDING,
    ),
}


def sentence(likeness: Likeness) -> str:
    """Why a post resembles known content, in one English sentence."""
    return REASONS[likeness.reason].sentence.format_map(_Known(likeness.details))


class _Known(dict[str, str | int | float]):
    """Details of a likeness; what it does not say is left as three dots."""

    def __missing__(self, key: str) -> str:
        return "…"
