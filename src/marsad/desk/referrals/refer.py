"""Refer a case: a person lets a notice go, on what two readers found before."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.models import Case, Reading, Stage
from marsad.desk.posts import keys
from marsad.desk.posts.models import Post
from marsad.desk.referrals import notices, opening, rules
from marsad.desk.referrals.models import (
    Category,
    Platform,
    Referral,
    ReferredPost,
    Sending,
)
from marsad.desk.referrals.sender import sender
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.references import fresh_reference
from marsad.errors import Refused

NO_NUMBER: Final = "N-…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to write, to whom, about which posts of a case."""

    platform: Platform
    posts: Sequence[Post]
    category: str
    description: str
    # Said by who was asked a second time about an archive, a university, …
    sure_because: str = ""


@act("referrals.refer")
def refer(case: Case, wanted: Wanted, *, by: Person, because: str) -> Referral:
    """Write a notice about an agreed case; a worker carries it, once."""
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    platform = Platform.objects.select_for_update().get(pk=wanted.platform.pk)
    wanted = replace(wanted, platform=platform)
    readings = rules.check_case(held, by)
    rules.check_platform(held, platform)
    check_words(wanted)
    grounds = [rules.ground(held, post, readings) for post in _posts(wanted)]
    addresses = _opened(wanted, grounds)
    number = new_number()
    said = values(wanted, readings, grounds, number)
    made = _write(held, wanted, said, by, because)
    for place, one in enumerate(grounds, 1):
        sealed, key = keys.seal({"address": addresses[place - 1]})
        ReferredPost.objects.create(
            referral=made,
            post=one.post,
            place=place,
            sealed=sealed,
            key=key,
            address_mark=one.post.address_mark,
        )
    touch(begin_sending(made, Sending.What.NOTICE, by))
    # Nothing of it waits for a reader any more: its posts are kept for their time only.
    held.stage, held.closed_at = Stage.REFERRED, timezone.now()
    held.save(update_fields=["stage", "closed_at"])
    earlier = rules.referred_before(held, [one.post for one in grounds])
    note(
        platform=platform.code,
        posts=[one.post.pk for one in grounds],
        addresses_opened=len(addresses),
        referred_before=sorted({one.referral.number for one in earlier}),
    )
    return made


def _posts(wanted: Wanted) -> list[Post]:
    posts = list({one.pk: one for one in wanted.posts}.values())
    if not posts:
        problem = _("names no post")
        raise Refused(_("the notice"), problem, _("choose at least one"))
    return posts


def check_words(wanted: Wanted) -> None:
    """Refuse a category that is none, and an explanation that explains nothing."""
    said = wanted.description.strip()
    if wanted.category not in Category.values:
        raise Refused(_("the notice"), _("needs a category"), _("choose one"))
    if len(said) < notices.SHORTEST_EXPLANATION:
        problem = _("needs an explanation that a stranger understands")
        way_out = _("write at least %(least)s letters") % {
            "least": notices.SHORTEST_EXPLANATION
        }
        raise Refused(_("the notice"), problem, way_out)
    if len(said) > notices.LONGEST_EXPLANATION or notices.has_places(said):
        problem = _("has an explanation that is too long or holds a place of addresses")
        raise Refused(_("the notice"), problem, _("write it shorter and plain"))


def _opened(wanted: Wanted, grounds: Sequence[rules.Ground]) -> list[str]:
    """The addresses, opened here and nowhere written; Refused where one may not be named."""
    addresses = []
    for one in grounds:
        address = opening.address_of(one.post)
        opening.check_address(one.post, address, wanted.platform)
        addresses.append(address)
    if opening.careful_kinds(addresses) and not wanted.sure_because.strip():
        problem = _(
            "names a host of an archive, a university, a parliament or the press"
        )
        way_out = _(
            "look again, and say in the second field why it is right all the same"
        )
        raise Refused(_("the notice"), problem, way_out)
    return addresses


def values(
    wanted: Wanted,
    readings: Sequence[Reading],
    grounds: Sequence[rules.Ground],
    number: str,
) -> notices.Values:
    """What the notice is composed of; no address is in it."""
    platform = wanted.platform
    return notices.Values(
        number=number,
        at=timezone.now(),
        platform=platform.written_names.get(platform.language) or platform.name,
        terms=platform.terms,
        category=Category(wanted.category),
        description=wanted.description.strip(),
        sender=sender(platform.language),
        posts=tuple(_named(place, one) for place, one in enumerate(grounds, 1)),
        read_at=tuple(one.at for one in readings),
    )


def _named(place: int, one: rules.Ground) -> notices.Named:
    likenesses = tuple(
        notices.Likeness(
            kind=match.kind,
            distance=match.distance,
            known=match.signal.value_sha256[:16],
            ours=tuple((start, end) for start, end in match.ours),
            theirs=tuple((start, end) for start, end in match.theirs),
        )
        for match in one.matches
    )
    return notices.Named(
        place=place,
        published=one.post.at,
        language=one.post.language,
        captured_at=one.capture.at,
        capture=one.capture.sha256,
        likenesses=likenesses,
    )


def _write(
    case: Case, wanted: Wanted, said: notices.Values, by: Person, because: str
) -> Referral:
    platform = wanted.platform
    text = notices.compose(said, platform.language)
    return Referral.objects.create(
        number=said.number,
        case=case,
        round=case.round,
        platform=platform,
        language=platform.language,
        route=platform.route,
        category=said.category,
        description=said.description,
        sure_because=wanted.sure_because.strip(),
        notice=text,
        sha256=sha256(text.encode()).hexdigest(),
        by=by,
        because=because.strip(),
        marking=case.marking,
    )


def begin_sending(referral: Referral, what: str, by: Person) -> Sending:
    """Put one carrying of a notice, or of its withdrawal, into the queue; a part of acts."""
    return Sending.objects.create(
        referral=referral,
        what=what,
        route=referral.route,
        message_id=secrets.token_urlsafe(24),
        let_go_by=by,
    )


def new_number() -> str:
    """A reference that says nothing of how many there are, easy to read aloud."""
    return f"N-{fresh_reference(2)}"
