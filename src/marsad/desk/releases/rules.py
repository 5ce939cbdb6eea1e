"""What must hold of an edition whenever it goes a step towards its readers."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from marsad.composing.doubts import explain
from marsad.composing.editions import Edition
from marsad.desk.partners.models import Partner
from marsad.desk.releases.clearing import checked_today
from marsad.errors import Refused
from marsad.marking import Audience, Marking


def require_readers(edition: Edition, partners: Sequence[Partner]) -> None:
    """Refuse readers who may not read it, and named readers whom nobody named."""
    subject = title_of(edition)
    if edition.audience not in (Audience.WORLD, Audience.COMMUNITY, Audience.CLIENTS):
        problem = _("has an audience that nothing is released to")
        raise Refused(subject, problem, _("choose another audience"))
    if not edition.marking.may_reach(edition.audience):
        problem = _("is marked %(marking)s, which may not reach this audience")
        way_out = _("cite other entries, or choose a narrower audience")
        raise Refused(subject, problem % {"marking": edition.marking}, way_out)
    if edition.audience != Audience.CLIENTS:
        if partners:
            problem = _("names partners, and goes to all of its audience")
            raise Refused(subject, problem, _("choose named partners, or name none"))
        return
    if not partners:
        problem = _("is for named partners, and none is named")
        raise Refused(subject, problem, _("name the partners that receive it"))
    _require_each(edition, partners)


def _require_each(edition: Edition, partners: Sequence[Partner]) -> None:
    for one in partners:
        if one.closed_at is not None:
            raise Refused(one.name, _("is a partner no longer"), _("leave it out"))
        if one.ceiling < edition.marking:
            said = {"ceiling": Marking(one.ceiling), "marking": edition.marking}
            problem = _("reads up to %(ceiling)s, and this is %(marking)s") % said
            raise Refused(one.name, problem, _("leave it out"))


def require_sound(edition: Edition, translation_key: UUID, *, on: date) -> None:
    """Refuse while the support check has doubts that nobody fixed or answered for."""
    still = checked_today(edition, translation_key, on=on).open
    if still:
        problem = ngettext(
            "%(count)s doubt is open: %(first)s",
            "%(count)s doubts are open: %(first)s",
            len(still),
        )
        first = explain(still[0], (get_language() or "en")[:2])
        way_out = _("fix it, or have an officer answer for it with a reason")
        problem %= {"count": len(still), "first": first}
        raise Refused(title_of(edition), problem, way_out)


def title_of(edition: Edition) -> str:
    """What an edition is called in a sentence: its first title."""
    return edition.manuscripts[0].title if edition.manuscripts else _("the brief")
