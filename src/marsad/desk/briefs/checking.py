"""What stands between a brief and its release: the support check, and one message."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from marsad.composing.doubts import Doubt
from marsad.composing.editions import Cited, Edition
from marsad.composing.messages import disagreements
from marsad.composing.support import check
from marsad.desk.briefs.citing import cited, cited_without_context
from marsad.desk.briefs.freeze import freeze
from marsad.desk.briefs.models import Brief, BriefKind, Override
from marsad.desk.memberships.models import Member
from marsad.desk.partners.models import Partner
from marsad.desk.register.models import Citation, Entry
from marsad.desk.safeguards.models import Person
from marsad.marking import Marking

DAYS: Final = 90
# What partners say in so many days is never more than people can be shown.
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief as it stands now, its doubts, and what people answered to them."""

    edition: Edition
    doubts: tuple[Doubt, ...]
    # By the key of the doubt that each answers.
    overrides: Mapping[str, Override] = field(default_factory=dict)
    # The entries of partners that say otherwise, with their exact words.
    others: Mapping[int, Cited] = field(default_factory=dict)

    @property
    def open(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has answered."""
        return tuple(one for one in self.doubts if one.key not in self.overrides)

    @property
    def answered(self) -> tuple[tuple[Doubt, Override], ...]:
        """The doubts that a named officer lets stand, each with the reason."""
        return tuple(
            (one, self.overrides[one.key])
            for one in self.doubts
            if one.key in self.overrides
        )


def doubts_of(brief: Brief, *, reader: Person | None = None) -> Checked:
    """Check a brief as it was last saved, for what this reader may see of partners."""
    edition = freeze(brief).edition
    today = timezone.localdate()
    return checked(edition, brief.translation_key, on=today, reader=reader)


def open_doubts(
    edition: Edition,
    translation_key: UUID,
    *,
    on: date,
    reader: Person | None = None,
) -> tuple[Doubt, ...]:
    """Everything that still stands between an edition and its release."""
    return checked(edition, translation_key, on=on, reader=reader).open


def checked(
    edition: Edition,
    translation_key: UUID,
    *,
    on: date,
    reader: Person | None = None,
) -> Checked:
    """Check an edition, and lay the answers of people beside what was found."""
    day = day_of(edition, on)
    others = said_by_partners(edition, on=day, reader=reader)
    doubts = (
        # Entries must hold today, whatever day the brief bears: else an old day would
        # let old values pass. What says of which year it is stays true (docs/support.md).
        *check(edition, on=on),
        *disagreements(edition, others, on=day, days=DAYS),
    )
    once = tuple({one.key: one for one in doubts}.values())
    return Checked(
        edition,
        once,
        _overrides(translation_key, once),
        _whole(others, once),
    )


def day_of(edition: Edition, today: date) -> date:
    """The day up to which partners are heard: a dated brief says what was known by its own.

    A standing page has no day of its own: it is read today, whenever it was written.
    """
    is_dated = edition.kind != BriefKind.STANDING
    return min(edition.as_of, today) if is_dated else today


def _overrides(
    translation_key: UUID, doubts: Iterable[Doubt]
) -> Mapping[str, Override]:
    may = {one.key for one in doubts if one.may_be_overridden}
    rows = Override.objects.filter(translation_key=translation_key, key__in=may)
    return {one.key: one for one in rows.select_related("by")}


def _whole(others: Iterable[Cited], doubts: Iterable[Doubt]) -> Mapping[int, Cited]:
    """The partners' entries that a doubt names, with the words of their sources."""
    numbers = {number for one in doubts for number in one.entries}
    named = [one.number for one in others if one.number in numbers]
    return {one.number: one for one in cited(named)}


def said_by_partners(
    edition: Edition, *, on: date, reader: Person | None = None
) -> tuple[Cited, ...]:
    """What partners said in the last days, as far as it may bear on an edition."""
    rows = _of_partners(on, reader).exclude(pk__in=edition.by_number)
    newest = rows.order_by("-day", "-pk")
    # Values are compared in their series; of all the rest the newest are enough.
    series = {one.series for one in edition.entries if one.series}
    wanted = {one.pk for one in newest.filter(series__in=series)[:_MOST]}
    wanted |= set(newest.values_list("pk", flat=True)[:_MOST])
    return cited_without_context(wanted)


def _of_partners(on: date, reader: Person | None) -> Any:
    """Entries of the last days whose actor is a partner, or a member of a grouping."""
    members = Member.objects.filter(is_void=False).exclude(until__lte=on)
    partners = Partner.objects.filter(closed_at=None).exclude(entity=None)
    ours = Q()
    for rows in (members.values("entity"), partners.values("entity")):
        ours |= Q(actor__entity__in=rows) | Q(actor__entity__joined_into__in=rows)
    days = (on - timedelta(days=DAYS), on)
    reported = Citation.objects.filter(
        entry=OuterRef("pk"), document__published__range=days
    )
    said = Entry.objects.current().filter(
        ours, Q(day__range=days) | Q(Exists(reported))
    )
    if reader is not None:
        return said.visible_to(reader)
    # Without a reader only what the whole cell may see.
    return said.filter(marking__lte=int(Marking.AMBER))
