"""Signs of known content before they are signals of a bank, and how they become rows."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused, Unreadable
from marsad.marking import Marking, combine
from marsad.matching.kinds import kind_named

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign as somebody says it: its kind, its value, what it is, on whose word."""

    kind: str
    value: str
    title: str = ""
    provenance: str = ""
    reference: str = ""
    # What signs of one thing share; by itself a sign is a thing of its own.
    content: str = ""
    severity: int | None = None
    until: date | None = None
    marking: Marking | None = None
    # What else its list says of it.
    told: Mapping[str, Any] = field(default_factory=dict)


def canonical(sign: Sign) -> Sign:
    """The sign with its value in the one form of its kind; raises Unreadable."""
    kind = kind_named(sign.kind)
    value = kind.canonical(sign.value)
    return replace(sign, kind=kind.kind.value, value=value)


def value_sha256(value: str) -> str:
    """The hash by which a value is known again in its bank."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


def check(sign: Sign, bank: Bank, by: Person) -> None:
    """Refuse a sign that is over already, or that its own bringer may not read."""
    if sign.until is not None and sign.until < timezone.localdate():
        problem = _("was valid until %(day)s") % {"day": sign.until.isoformat()}
        raise Refused(named(sign), problem, _("leave it out, or ask its source"))
    if marking_of(sign, bank) > by.clearance:
        problem = _("is marked %(marking)s, above your own clearance") % {
            "marking": str(marking_of(sign, bank))
        }
        raise Refused(named(sign), problem, _("ask somebody who is cleared for it"))


def marking_of(sign: Sign, bank: Bank) -> Marking:
    """A signal is never marked less strictly than its bank."""
    own = Marking(bank.marking)
    return own if sign.marking is None else combine((own, sign.marking))


def named(sign: Sign) -> str:
    """How a sign is named in an error: never by the words of a text."""
    name = sign.title or sign.reference
    return f"{sign.kind} {name}".strip()


def row_of(
    sign: Sign, bank: Bank, turn: int, *, by: Person, because: str
) -> BankedSignal:
    """A canonical sign as a signal of a bank, not saved yet."""
    sha256 = value_sha256(sign.value)
    return BankedSignal(
        bank=bank,
        kind=sign.kind,
        value=sign.value,
        value_sha256=sha256,
        content=sign.content or sha256,
        title=sign.title[:200],
        provenance=(sign.provenance or bank.provenance)[:500],
        reference=sign.reference[:200],
        told=dict(sign.told),
        severity=sign.severity,
        until=sign.until,
        marking=int(marking_of(sign, bank)),
        added_by=f"{by.name} ({by.username})",
        person=by,
        because=because,
        turn=turn,
    )


def standing_of(bank: Bank, signs: Sequence[Sign]) -> dict[tuple[str, str], str]:
    """Which canonical signs a bank has already, and what has become of each."""
    found: dict[tuple[str, str], str] = {}
    hashes = list({value_sha256(sign.value) for sign in signs})
    for start in range(0, len(hashes), _AT_ONCE):
        some = hashes[start : start + _AT_ONCE]
        rows = BankedSignal.objects.filter(bank=bank, value_sha256__in=some)
        for kind, sha256, standing in rows.values_list(
            "kind", "value_sha256", "standing"
        ):
            found[kind, sha256] = standing
    return found


def key(sign: Sign) -> tuple[str, str]:
    """By what a canonical sign is known again in its bank."""
    return sign.kind, value_sha256(sign.value)


def canonical_all(signs: Iterable[Sign]) -> list[Sign]:
    """Signs in their one form; what cannot be read is refused, with the way out."""
    try:
        return [canonical(sign) for sign in signs]
    except Unreadable as fault:
        raise Refused(fault.subject, fault.problem, fault.way_out) from fault
