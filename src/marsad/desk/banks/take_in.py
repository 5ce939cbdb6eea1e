"""Bring a list into a bank: good rows are taken, each broken one is named."""

from dataclasses import dataclass, field
from typing import Any

from marsad.desk.banks.models import Bank, Intake
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list would bring into a bank."""

    new: int = 0
    known: int = 0
    faults: list[dict[str, Any]] = field(default_factory=list)


def look_at(bank: Bank, raw: bytes, *, provenance: str, by: Person) -> Looked:
    """What a list would bring into a bank, and what is wrong with it."""
    raise Refused(bank.code, "lists are not read yet")


@act("banks.take_in")
def take_in(
    bank: Bank, raw: bytes, *, provenance: str = "", by: Person, because: str
) -> Intake:
    """Take a list into a bank; a second time it adds nothing."""
    raise Refused(bank.code, "lists are not read yet")
