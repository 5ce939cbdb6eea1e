"""Where each brief stands on its way out: a draft, before an officer, released.

What was submitted and released is kept by an app that stands above this one; it is
named in the settings, as the schedule is, and without it every brief is a draft.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Final, Protocol, cast
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from marsad.desk.briefs.models import Brief


class Stand(models.TextChoices):
    """Where a brief stands."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("waits for a releasing officer")
    RELEASED = "released", _("released")
    CHANGED = "changed", _("changed since")


@dataclass(frozen=True, slots=True)
class Last:
    """What was last submitted or released of a brief, and the revisions that it froze."""

    stand: Stand
    at: datetime
    number: str = ""
    revisions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a brief stands, and whether it was edited after it was frozen."""

    stand: Stand
    number: str = ""
    is_changed: bool = False

    @property
    def words(self) -> str:
        """What the list says of it."""
        return str(self.stand.label)


DRAFT: Final = Standing(Stand.DRAFT)


class Keeper(Protocol):
    """The module that knows what was submitted and released."""

    def last_of(self, keys: Collection[UUID] | None) -> Mapping[UUID, Last]:
        """What was last submitted or released of these briefs; of all without keys."""
        ...

    def last_release(self, kind: str, audience: int) -> datetime | None:
        """When a brief of this kind was last released to this audience."""
        ...


def _keeper() -> Keeper | None:
    name = getattr(settings, "BRIEF_STANDINGS", "")
    return cast(Keeper, import_module(name)) if name else None


def standings(keys: Collection[UUID] | None = None) -> dict[UUID, Standing]:
    """Where briefs stand, by their keys; those not named here are drafts."""
    keeper = _keeper()
    found = keeper.last_of(keys) if keeper else {}
    now = _revisions(found)
    return {
        key: Standing(last.stand, last.number, _is_changed(last, now.get(key, {})))
        for key, last in found.items()
    }


def _revisions(keys: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """The newest revision of each language of some briefs."""
    found: dict[UUID, dict[str, int]] = {}
    rows = Brief.objects.filter(translation_key__in=list(keys)).values_list(
        "translation_key", "locale__language_code", "latest_revision"
    )
    for key, language, revision in rows:
        found.setdefault(key, {})[language] = revision
    return found


def _is_changed(last: Last, now: Mapping[str, int]) -> bool:
    return any(now.get(one) != revision for one, revision in last.revisions.items())


def last_release(kind: str, audience: int) -> datetime | None:
    """When a brief of this kind last went out to this audience."""
    keeper = _keeper()
    return keeper.last_release(kind, audience) if keeper else None
