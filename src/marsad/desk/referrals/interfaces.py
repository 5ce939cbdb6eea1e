"""Programming interfaces of platforms: one small contract, and the adapters that keep it."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final, Protocol

from django.conf import settings

from marsad.collecting.fetch import Patience, post
from marsad.desk.mailing.office import Fate, Reply
from marsad.desk.referrals.models import Platform
from marsad.desk.referrals.parcels import Parcel
from marsad.errors import Refused, Unreachable, Unreadable

_PATIENCE: Final = Patience(
    silence_seconds=20, whole_seconds=40, largest_bytes=256 * 1024, redirects=0
)
_LONGEST: Final = 500


class Interface(Protocol):
    """What hands a parcel to a platform and says what became of it."""

    def hand_over(self, parcel: Parcel, platform: Platform) -> Reply:
        """Give one parcel to the platform, once."""
        ...


class PostedNotice:
    """Sends the notice as JSON by one POST; the platform answers with a 2xx."""

    def hand_over(self, parcel: Parcel, platform: Platform) -> Reply:
        """Post the parcel; an answer that never came leaves it unsure."""
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            # Whoever receives it twice knows by this that it is one notice.
            "Idempotency-Key": f"{parcel.number}-{parcel.what}",
        }
        secret = _key_of(platform.code)
        if secret:
            headers["Authorization"] = f"Bearer {secret}"
        try:
            answer = post(
                platform.address, parcel.json, headers=headers, patience=_PATIENCE
            )
        except (Unreachable, Unreadable) as error:
            # It may have been read before the line broke.
            return Reply(Fate.UNSURE, str(error)[:_LONGEST])
        except Refused as error:
            return Reply(Fate.REFUSED, str(error)[:_LONGEST])
        said = " ".join(answer.body.decode("utf-8", "replace").split())
        told = f"{answer.status} {said}"[:_LONGEST].strip()
        if answer.is_good:
            return Reply(Fate.TAKEN, told)
        is_theirs = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        return Reply(Fate.LATER if is_theirs else Fate.REFUSED, told)


# A platform with an interface of its own stands here by its code.
ADAPTERS: Final[Mapping[str, Interface]] = MappingProxyType({})
USUAL: Final[Interface] = PostedNotice()


def interface_of(platform: Platform) -> Interface:
    """The adapter of a platform."""
    return ADAPTERS.get(platform.code, USUAL)


def _key_of(code: str) -> str:
    """What a platform's interface wants to be told who we are; by MARSAD_PLATFORM_KEYS."""
    for pair in str(settings.PLATFORM_KEYS).split(","):
        name, _colon, secret = pair.strip().partition(":")
        if name == code:
            return secret
    return ""
