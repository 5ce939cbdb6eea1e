"""Say of translated blocks that they stand for the original as it is now."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from marsad.desk.briefs.freeze import newest, pages_of
from marsad.desk.briefs.manuscripts import fingerprint
from marsad.desk.briefs.models import Brief
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("briefs.accept")
def accept(page: Brief, blocks: Iterable[str], *, by: Person, because: str) -> Brief:
    """Accept blocks of a translation, one or several, as a person has read them."""
    latest = newest(page)
    original = original_of(page)
    theirs = {str(one.id): one for one in original.body}
    ours = {str(one.id) for one in latest.body}
    wanted = list(dict.fromkeys(blocks))
    if not wanted or set(wanted) - ours or set(wanted) - set(theirs):
        problem = _("has no such block, or the original has none")
        raise Refused(page.title, problem, _("look at both texts again"))
    stands_for = dict(latest.stands_for)
    stands_for.update({one: fingerprint(theirs[one]) for one in wanted})
    by_machine = [one for one in latest.by_machine if one not in wanted]
    note(language=page.language, blocks=wanted)
    return keep(latest, by=by, stands_for=stands_for, by_machine=by_machine)


def original_of(page: Brief) -> Brief:
    """The page that a translation is held against, as it was last saved."""
    if page.is_original:
        problem = _("is the original, and stands for nothing else")
        raise Refused(page.title, problem, _("choose one of its translations"))
    for one in pages_of(page):
        if one.is_original:
            return newest(one)
    problem = _("has lost its original")
    raise Refused(page.title, problem, _("begin the brief anew"))


def keep(page: Brief, *, by: Person, **fields: Any) -> Brief:
    """Save a page with some of its fields changed, as a revision; a part of acts."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    page.save_revision(user=by)
    return page
