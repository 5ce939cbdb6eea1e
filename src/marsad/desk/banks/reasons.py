"""Why a post resembles a signal, in the reader's language."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.matching.signals import Kind, Likeness

# The sentences of marsad.matching.reasons; what stands in braces is a detail.
WORDS: Final[Mapping[str, str | Promise]] = {
    "sha256_equal": _("The file is the known one, byte for byte (SHA-256)."),
    "md5_equal": _("The file has the MD5 of the known one."),
    "picture_same": _("The picture is the known one: {bits} of 256 bits differ."),
    "picture_turned": _(
        "The picture is the known one, turned or mirrored ({turn}): {bits} of 256 bits differ."
    ),
    "picture_within": _(
        "The known picture stands within this one ({variant}): {bits} of 256 bits differ."
    ),
    "picture_part": _(
        "The picture may be cropped from the known one: {bits} of 256 bits differ once its edges are drawn out."
    ),
    "picture_like": _(
        "The picture resembles the known one: {bits} of 256 bits differ."
    ),
    "film_same": _(
        "The film is the known one: it holds {share_of_known}% of it, and {share_of_met}% of this film is known."
    ),
    "film_part": _(
        "The film shares pictures with the known one: it holds {share_of_known}% of it, and {share_of_met}% of this film is known."
    ),
    "address_same": _("The address is the known one: {address}."),
    "address_archived": _(
        "The address is a copy, in an archive, of the known one: {address}."
    ),
    "address_of_a_copy": _(
        "A copy of this address is known; what it shows today may be another thing: {address}."
    ),
    "address_shortened": _(
        "The short link is the known one; where it leads was not asked: {address}."
    ),
    "address_pattern": _(
        "The address lies in a known place; the page itself is not known: {pattern}."
    ),
    "wording_exact": _("The words are the known ones."),
    "wording_near": _(
        "The words are the known ones with changes: {share}% of them are found."
    ),
    "wording_part": _("A part of the known words is found: {share}% of them."),
    "wording_sound": _(
        "The known words are written in other letters: {share}% of them are found."
    ),
}
# How a picture is turned, or which part of it is meant.
SEEN: Final[Mapping[str, str | Promise]] = {
    "quarter_left": _("turned to the left"),
    "half": _("turned by half"),
    "quarter_right": _("turned to the right"),
    "upside_down": _("upside down"),
    "mirrored": _("mirrored"),
    "over_diagonal": _("mirrored over a diagonal"),
    "over_other_diagonal": _("mirrored over the other diagonal"),
    "trimmed": _("without its frame"),
    "inset": _("a picture within the picture"),
    "middle": _("the middle of the picture"),
}
# A detail that stands in another direction keeps its own: first strong isolate, and end.
_ISOLATED: Final = "\u2068{}\u2069"


def reason_of(likeness: Likeness) -> str:
    """Why something resembles known content, in one sentence."""
    return sentence(likeness.reason, likeness.details)


def sentence(code: str, details: Mapping[str, Any]) -> str:
    """The same from the parts that are kept of a match."""
    said = {name: SEEN.get(str(value), value) for name, value in details.items()}
    return str(WORDS.get(code, code)).format_map(_Known(said))


class _Known(dict[str, Any]):
    """Details of a likeness; what it does not say is left as three dots."""

    def __getitem__(self, name: str) -> str:
        return _ISOLATED.format(super().get(name, "…"))

    def __missing__(self, name: str) -> str:
        return "…"


def is_of_text(kind: str) -> bool:
    """Whether a signal of this kind is words or an address, which a page can show."""
    return kind in (
        Kind.WORDING, Kind.EXACT_WORDING, Kind.URL, Kind.URL_PATTERN,
    )  # fmt: skip
