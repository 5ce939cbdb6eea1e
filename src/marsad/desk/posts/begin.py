"""Begin a stream: public posts of one platform, for one purpose, on a legal basis, for a time."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.posts.models import Basis, Stream
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking

_CODE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_PLATFORM: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
MOST_DAYS: Final = 365
# A legal basis is looked at again after two years at the latest.
MOST_DAYS_AHEAD: Final = 731


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a stream is for and stands on, and until when."""

    purpose: str
    basis: str
    basis_words: str
    until: date


@act("posts.begin")
def begin(stream: Stream, ground: Ground, *, by: Person, because: str) -> Stream:
    """Begin a stream; without a purpose and a legal basis that holds there is none."""
    if not _CODE.fullmatch(stream.code):
        way_out = _("write small letters, digits and hyphens")
        raise Refused(stream.code, _("is no code"), way_out)
    if Stream.objects.filter(code=stream.code).exists():
        raise Refused(stream.code, _("is there already"), _("choose another code"))
    if not _PLATFORM.fullmatch(stream.platform):
        way_out = _("write it in small letters, as telegram or x")
        raise Refused(stream.platform, _("is no short name of a platform"), way_out)
    if not stream.title.strip() or not stream.theme.strip():
        raise Refused(stream.code, _("has no title or no theme"), _("write both"))
    require_ground(stream.code, ground)
    require_retention(stream.code, stream.retention_days)
    require_clearance(stream.marking, by)
    put_ground(stream, ground)
    stream.opened_by, stream.opened_at = by, timezone.now()
    stream.save(force_insert=True)
    note(code=stream.code, platform=stream.platform, **told(stream))
    return stream


def require_ground(code: str, ground: Ground) -> None:
    """Refuse what stands on nothing, or on nothing any more."""
    if not ground.purpose.strip() or not ground.basis_words.strip():
        problem = _("has no purpose or no legal basis in words")
        raise Refused(code, problem, _("say what for, and which law or decision"))
    if ground.basis not in Basis.values:
        raise Refused(code, _("has no known kind of legal basis"), _("choose one"))
    today = timezone.localdate()
    if ground.until < today:
        raise Refused(code, _("its legal basis has ended"), _("state one that holds"))
    if (ground.until - today).days > MOST_DAYS_AHEAD:
        way_out = _("state a day within two years, and look at it again then")
        raise Refused(code, _("its legal basis holds for too long"), way_out)


def require_retention(code: str, days: int) -> None:
    """Refuse to keep posts for ever."""
    if not 1 <= days <= MOST_DAYS:
        way_out = _("keep posts for 1 to %(most)s days") % {"most": MOST_DAYS}
        raise Refused(code, _("keeps posts for too long, or not at all"), way_out)


def require_clearance(marking: int, by: Person) -> None:
    """Nobody begins what they may not read."""
    if marking > by.clearance:
        way_out = _("ask a director who is cleared for it")
        raise Refused(str(Marking(marking)), _("is above your own clearance"), way_out)


def put_ground(stream: Stream, ground: Ground) -> None:
    """Write down on a stream what it stands on."""
    stream.purpose, stream.basis = ground.purpose.strip(), ground.basis
    stream.basis_words, stream.until = ground.basis_words.strip(), ground.until


def told(stream: Stream) -> dict[str, str | int]:
    """What the trail keeps of a stream's ground."""
    return {
        "purpose": stream.purpose,
        "basis": stream.basis,
        "basis_words": stream.basis_words,
        "until": stream.until.isoformat(),
        "retention_days": stream.retention_days,
        "marking": int(stream.marking),
    }
