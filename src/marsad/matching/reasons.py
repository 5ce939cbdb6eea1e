"""Why a post resembles known content: a code each, and one plain sentence for it.

The sentences are English; the desk says them in the reader's language. What stands in
braces is a detail of the likeness.
"""

from typing import Final

from marsad.matching.signals import Kind, Likeness

REASONS: Final[dict[str, tuple[Kind, str]]] = {
    "sha256_equal": (
        Kind.SHA256,
        "The file is the known one, byte for byte (SHA-256).",
    ),
    "md5_equal": (Kind.MD5, "The file has the MD5 of the known one."),
    "picture_same": (
        Kind.PDQ,
        "The picture is the known one: {distance} of 256 bits differ.",
    ),
    "picture_turned": (
        Kind.PDQ,
        "The picture is the known one, turned or mirrored ({turn}): {distance} of 256 bits differ.",
    ),
    "picture_like": (
        Kind.PDQ,
        "The picture resembles the known one ({variant}): {distance} of 256 bits differ.",
    ),
    "film_same": (
        Kind.VPDQ,
        "The film is the known one: it holds {share_of_known}% of it, and {share_of_met}% of it is known.",
    ),
    "film_part": (
        Kind.VPDQ,
        "The film holds {share_of_known}% of the known one; {share_of_met}% of it is known.",
    ),
    "address_same": (Kind.URL, "The address is the known one: {address}."),
    "address_archived": (
        Kind.URL,
        "The address is a copy, in an archive, of the known one: {address}.",
    ),
    "address_of_a_copy": (
        Kind.URL,
        "A copy of this address is known; what it shows today may be another thing: {address}.",
    ),
    "address_shortened": (
        Kind.URL,
        "The short link is the known one; where it leads was not asked: {address}.",
    ),
    "address_pattern": (
        Kind.URL_PATTERN,
        "The address lies in a known place; the page itself is not known: {pattern}.",
    ),
    "wording_exact": (Kind.EXACT_WORDING, "The words are the known ones."),
    "wording_near": (
        Kind.WORDING,
        "The words are the known ones with changes: {found}% of them are found.",
    ),
    "wording_part": (
        Kind.WORDING,
        "The known words stand within a longer text: {found}% of them are found.",
    ),
    "wording_sound": (
        Kind.WORDING,
        "The known words are written in other letters: {found}% of their sounds are found.",
    ),
}


def sentence(likeness: Likeness) -> str:
    """Why a post resembles known content, in one English sentence."""
    _, template = REASONS[likeness.reason]
    details = {"distance": f"{likeness.distance:g}", **likeness.details}
    return template.format_map(_Known(details))


class _Known(dict[str, str | int | float]):
    """Details of a likeness; what it does not say is left as three dots."""

    def __missing__(self, key: str) -> str:
        return "…"
