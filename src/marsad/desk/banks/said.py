"""What may be said of a bank and of its signals, and how it is put right."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypedDict

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Bank, BankedSignal, Severity
from marsad.desk.posts.models import Basis
from marsad.desk.safeguards.four_eyes import never_above_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking

_CODE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_LONGEST: Final = {"title": 200, "category": 80}
_LONGEST_TEXT: Final = 2000
# A legal basis is looked at anew at least so often.
_MOST_DAYS: Final = 5 * 366


class Ground(TypedDict):
    """On what a bank stands: purpose, legal basis, which one exactly, until when."""

    purpose: str
    basis: str
    basis_words: str
    until: date


class Wish(TypedDict, total=False):
    """What is to be changed of a bank; what is not named stays."""

    title: str
    provenance: str
    category: str
    severity: int
    marking: int
    flood_limit: int
    least_precision: float
    ground: Ground


def code_of(written: str) -> str:
    """The code in its one form: small letters, digits and hyphens."""
    code = written.strip().casefold()
    if not _CODE.fullmatch(code):
        way_out = _("write small letters, digits and hyphens, such as known-films")
        raise Refused(repr(written[:60]), _("is no code for a bank"), way_out)
    return code


def ground_of(ground: Ground) -> dict[str, Any]:
    """A legal basis with all its parts, which holds today."""
    if ground["basis"] not in Basis.values:
        problem, way_out = _("is no legal basis"), ", ".join(Basis.values)
        raise Refused(repr(ground["basis"]), problem, way_out)
    today = timezone.localdate()
    days = (ground["until"] - today).days
    if not 0 <= days <= _MOST_DAYS:
        way_out = _("name a day from today on, within five years")
        raise Refused(str(ground["until"]), _("is no end of a legal basis"), way_out)
    return {
        "purpose": text_of(ground["purpose"], _("the purpose")),
        "basis": ground["basis"],
        "basis_words": text_of(ground["basis_words"], _("the legal basis")),
        "until": ground["until"],
    }


def text_of(written: str, what: str, longest: int = _LONGEST_TEXT) -> str:
    """Words that must be there, without blanks around them."""
    words = written.strip()
    if not words:
        raise Refused(what, _("is not said"), _("say it in a few words"))
    if len(words) > longest:
        way_out = _("keep to %(most)s letters") % {"most": longest}
        raise Refused(what, _("is too long"), way_out)
    return words


def values_of(wish: Wish, by: Person) -> dict[str, Any]:
    """The columns of a bank that a wish sets, each put right."""
    right: dict[str, Callable[[Any], object]] = {
        "title": lambda said: text_of(said, _("the title"), _LONGEST["title"]),
        "provenance": lambda said: text_of(said, _("the provenance")),
        "category": lambda said: " ".join(said.split())[: _LONGEST["category"]],
        "severity": severity_of,
        "marking": lambda said: int(marking_of(said, by)),
        "flood_limit": _limit_of,
        "least_precision": _share_of,
    }
    given: Mapping[str, Any] = wish
    values = {name: right[name](given[name]) for name in right if name in given}
    return values | (ground_of(wish["ground"]) if "ground" in wish else {})


def marking_of(marking: int, by: Person) -> Marking:
    """A marking that whoever gives it may read."""
    if marking not in list(Marking):
        raise Refused(str(marking), _("is no marking"), ", ".join(map(str, Marking)))
    never_above_oneself(marking, by)
    return Marking(marking)


def severity_of(severity: int) -> int:
    """How urgent content is."""
    if severity not in Severity.values:
        raise Refused(str(severity), _("is no severity"), "1, 2, 3, 4")
    return int(severity)


def _limit_of(limit: int) -> int:
    if not 1 <= limit <= 1_000_000:
        way_out = _("name a number from 1 to a million")
        raise Refused(str(limit), _("is no limit of matches an hour"), way_out)
    return int(limit)


def _share_of(share: float) -> float:
    if not 0 <= share <= 1:
        raise Refused(str(share), _("is no share"), _("name a number from 0 to 1"))
    return float(share)


def grounded_bank(bank: Bank) -> Bank:
    """The bank as it is now, held until the act ends; refused where nothing may come in."""
    held: Bank = Bank.objects.select_for_update().get(pk=bank.pk)
    if held.closed_at is not None:
        problem = _("is closed: nothing comes in any more")
        raise Refused(held.code, problem, _("put it into another bank"))
    if not held.is_grounded():
        problem = _("stands on a legal basis that held until %(day)s") % {
            "day": held.until
        }
        raise Refused(held.code, problem, _("ask the director to renew it first"))
    return held


def locked(signal: BankedSignal) -> BankedSignal:
    """The signal as it is now, held until the act ends."""
    rows = BankedSignal.objects.select_related("bank")
    held: BankedSignal = rows.select_for_update(of=("self",)).get(pk=signal.pk)
    return held


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What differs between two states, as the trail keeps it."""
    names = [name for name in after if before.get(name) != after[name]]
    return {
        "before": {name: _plain(before.get(name)) for name in names},
        "after": {name: _plain(after[name]) for name in names},
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
