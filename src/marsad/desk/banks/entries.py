"""Entries of others' lists as signs of ours, and our signals as entries of a list."""

from dataclasses import asdict
from typing import Any, Final

from django.utils.translation import gettext as _

from marsad.desk.banks import signs
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.banks.signs import Sign
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Marking
from marsad.matching.exchange.entries import Entry
from marsad.matching.signals import Kind

# What a list says and we keep as it says it.
_TOLD: Final = ("ideology", "tags", "file_type", "created", "updated")


def sign_of(entry: Entry, bank: Bank, by: Person) -> Sign:
    """An entry as a sign for a bank; raises Refused where it does not belong there."""
    said = asdict(entry)
    told = {name: said[name] for name in _TOLD if said[name]}
    sign = Sign(
        kind=entry.kind.value,
        value=entry.value,
        title=entry.title,
        provenance=entry.provenance,
        reference=entry.reference,
        content=content_of(entry),
        until=entry.until,
        marking=entry.marking,
        told=told,
    )
    if entry.is_harmless and not bank.is_harmless:
        problem = _("is a harmless look-alike")
        way_out = _("bring it into a bank of harmless look-alikes")
        raise Refused(signs.named(sign), problem, way_out)
    signs.check(sign, bank, by)
    return sign


def content_of(entry: Entry) -> str:
    """What signs of one thing share, so that two lists that count alike do not meet."""
    if not entry.content:
        return ""
    if len(entry.content) == 64:
        return entry.content
    return signs.value_sha256(f"{entry.provenance}\n{entry.content}")


def entry_of(row: int, signal: BankedSignal) -> Entry:
    """A signal as an entry of a list."""
    told: dict[str, Any] = {
        name: signal.told[name] for name in _TOLD if name in signal.told
    }
    return Entry(
        row=row,
        kind=Kind(signal.kind),
        value=signal.value,
        title=signal.title,
        provenance=signal.provenance,
        reference=signal.reference,
        content=signal.content,
        marking=Marking(max(signal.marking, signal.bank.marking)),
        until=signal.until or signal.bank.until,
        is_harmless=signal.bank.is_harmless,
        **{**told, "tags": tuple(told.get("tags", ()))},
    )
