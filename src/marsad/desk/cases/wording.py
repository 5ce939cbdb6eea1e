"""Why a post resembles known content, and what was done to hide it, in the reader's words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_Words = Mapping[str, str | Promise]

# By the codes of marsad.matching.reasons; what stands in brackets are its details.
REASONS: Final[_Words] = MappingProxyType(
    {
        "sha256_equal": gettext_lazy(
            "The file is the known one, byte for byte (SHA-256)."
        ),
        "md5_equal": gettext_lazy("The file has the MD5 of the known one."),
        "picture_same": gettext_lazy(
            "The picture is the known one: %(bits)s of 256 bits differ."
        ),
        "picture_turned": gettext_lazy(
            "The picture is the known one, turned or mirrored (%(turn)s): "
            "%(bits)s of 256 bits differ."
        ),
        "picture_within": gettext_lazy(
            "The known picture stands within this one (%(variant)s): "
            "%(bits)s of 256 bits differ."
        ),
        "picture_part": gettext_lazy(
            "The picture may be cropped from the known one: %(bits)s of 256 bits "
            "differ once its edges are drawn out."
        ),
        "picture_like": gettext_lazy(
            "The picture resembles the known one: %(bits)s of 256 bits differ."
        ),
        "film_same": gettext_lazy(
            "The film is the known one: it holds %(share_of_known)s%% of it, and "
            "%(share_of_met)s%% of this film is known."
        ),
        "film_part": gettext_lazy(
            "The film shares pictures with the known one: it holds "
            "%(share_of_known)s%% of it, and %(share_of_met)s%% of this film is known."
        ),
        "address_same": gettext_lazy("The address is the known one: %(address)s."),
        "address_archived": gettext_lazy(
            "The address is a copy, in an archive, of the known one: %(address)s."
        ),
        "address_of_a_copy": gettext_lazy(
            "A copy of this address is known; what it shows today may be another "
            "thing: %(address)s."
        ),
        "address_shortened": gettext_lazy(
            "The short link is the known one; where it leads was not asked: "
            "%(address)s."
        ),
        "address_pattern": gettext_lazy(
            "The address lies in a known place; the page itself is not known: "
            "%(pattern)s."
        ),
        "wording_exact": gettext_lazy("The words are the known ones."),
        "wording_near": gettext_lazy(
            "The words are the known ones with changes: %(share)s%% of them are found."
        ),
        "wording_part": gettext_lazy(
            "A part of the known words is found: %(share)s%% of them."
        ),
        "wording_sound": gettext_lazy(
            "The known words are written in other letters: %(share)s%% of them are "
            "found."
        ),
    }
)

# By the codes of marsad.desk.cases.own_addresses.
OWN: Final[_Words] = MappingProxyType(
    {
        "own_address": gettext_lazy(
            "The post itself stands at a known address, which is not shown because "
            "it may name the account."
        ),
        "own_address_place": gettext_lazy(
            "The post itself stands in a known place, which is not shown because it "
            "may name the account."
        ),
    }
)

# By the codes of marsad.matching.wording.evasions.
EVASIONS: Final[_Words] = MappingProxyType(
    {
        "dotless": gettext_lazy("letters without their dots"),
        "dots": gettext_lazy("dots of letters changed"),
        "digits": gettext_lazy("digits in place of letters"),
        "look_alikes": gettext_lazy("letters of another script that look alike"),
        "spaced": gettext_lazy("letters set apart"),
        "elongated": gettext_lazy("letters repeated"),
        "emoji": gettext_lazy("pictures between the words"),
        "tatweel": gettext_lazy("letters drawn out (tatweel)"),
        "marks": gettext_lazy("vowel marks added"),
        "invisible": gettext_lazy("invisible signs"),
        "forms": gettext_lazy("ornamental forms of letters"),
        "reordered": gettext_lazy("another order"),
        "latin": gettext_lazy("written in Latin letters"),
    }
)

# By the codes of marsad.matching.pictures.turns.
TURNS: Final[_Words] = MappingProxyType(
    {
        "upright": gettext_lazy("upright"),
        "quarter_left": gettext_lazy("a quarter turn to the left"),
        "half": gettext_lazy("a half turn"),
        "quarter_right": gettext_lazy("a quarter turn to the right"),
        "upside_down": gettext_lazy("mirrored upside down"),
        "mirrored": gettext_lazy("mirrored"),
        "over_diagonal": gettext_lazy("mirrored over a diagonal"),
        "over_other_diagonal": gettext_lazy("mirrored over the other diagonal"),
    }
)

# By the codes of marsad.matching.pictures.variants.
_SEEN_AS: Final[_Words] = MappingProxyType(
    {
        "trimmed": gettext_lazy("without its frame"),
        "inset": gettext_lazy("a picture within the picture"),
        "middle": gettext_lazy("the middle of the picture"),
    }
)


class _Details(dict[str, Any]):
    """Details of a likeness; what it does not say is left as three dots."""

    def __missing__(self, _key: str) -> str:
        return "…"


def reason(code: str, details: Mapping[str, Any]) -> str:
    """Why a post resembles a signal, in one sentence."""
    if code in OWN:
        return str(OWN[code])
    if code not in REASONS:
        return _("It resembles the known content.")
    said = _Details(details)
    if "turn" in said:
        said["turn"] = TURNS.get(str(said["turn"]), said["turn"])
    if "variant" in said:
        said["variant"] = _SEEN_AS.get(str(said["variant"]), said["variant"])
    return str(REASONS[code]) % said


def evasions(details: Mapping[str, Any]) -> list[str]:
    """What was done to the words so that they are not known again."""
    codes = str(details.get("evasions", "")).split(",")
    return [str(EVASIONS.get(code, code)) for code in codes if code]
