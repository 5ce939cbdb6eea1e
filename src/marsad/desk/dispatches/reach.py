"""Whom a release reaches: its circle, each partner's ceiling, and who is named."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.models import QuerySet

from marsad.composing.adapting import adapt
from marsad.composing.editions import Edition
from marsad.desk.partners.models import Partner
from marsad.desk.releases.models import Release
from marsad.errors import Refused
from marsad.marking import Audience

# Narrower circles than all partners: those that the release names, and nobody else.
_ALL_PARTNERS: Final = Audience.COMMUNITY


@dataclass(frozen=True, slots=True)
class Copy:
    """A release as one partner would take it, or why there is none for it."""

    partner: Partner
    edition: Edition | None
    left_out: int = 0
    why_not: str = ""


def partners_of(release: Release) -> QuerySet[Partner]:
    """The open partners in the circle of a release."""
    everybody = Partner.objects.filter(closed_at__isnull=True)
    if release.audience >= _ALL_PARTNERS:
        return everybody
    return everybody.filter(releases=release)


def copies_of(release: Release) -> Iterable[Copy]:
    """A copy for each partner that a release reaches, by their codes."""
    whole = release.frozen
    for partner in partners_of(release).order_by("code"):
        yield copy_of(whole, partner)


def copy_of(whole: Edition, partner: Partner) -> Copy:
    """An edition as a partner takes it: its languages, sections, foreword and ceiling."""
    written = [one.language for one in whole.manuscripts]
    # A pack in another language is better than none.
    wanted = [one for one in partner.languages if one in written] or written
    # Who else gets it is nobody's business but ours.
    named = (partner.code,) if whole.partners else ()
    names = {
        one: whole.partner_names[one] for one in named if one in whole.partner_names
    }
    try:
        made = adapt(
            replace(whole, partners=named, partner_names=names),
            languages=wanted,
            without=frozenset(partner.without),
            foreword=partner.foreword,
            ceiling=partner.tlp,
            audience=whole.audience,
        )
    except Refused as refusal:
        return Copy(partner, None, why_not=str(refusal))
    if not any(one.blocks for one in made.manuscripts):
        return Copy(partner, None, why_not=f"nothing in it is up to {partner.tlp}")
    in_order = sorted(made.manuscripts, key=lambda one: wanted.index(one.language))
    left_out = max(one.left_out for one in in_order)
    return Copy(partner, replace(made, manuscripts=tuple(in_order)), left_out)


def says(edition: Edition) -> dict[str, Any]:
    """What lists and letters say of an edition, by language."""
    return {
        one.language: {"title": one.title, "summary": one.summary}
        for one in edition.manuscripts
    }
