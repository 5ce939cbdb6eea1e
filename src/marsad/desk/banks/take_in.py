"""Bring a list into a bank: good rows are taken, each broken one is named, nothing is lost."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from django.utils.translation import gettext as _

from marsad.desk.banks import said, signs
from marsad.desk.banks.engine_words import fault_said
from marsad.desk.banks.entries import sign_of
from marsad.desk.banks.models import Bank, BankedSignal, Intake, Standing
from marsad.desk.banks.signs import Sign
from marsad.desk.banks.turning import next_turn
from marsad.desk.banks.withdraw import withdraw
from marsad.desk.safeguards.acts import LONGEST_REASON, act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.matching.exchange.entries import Entry, Fault
from marsad.matching.exchange.lists import read_list

_AT_ONCE: Final = 500
# All are counted; so many are named, or a file of noise would fill the database.
MOST_NAMED: Final = 10_000
_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list would bring into a bank: what is new, what is known, what is wrong."""

    form: str
    sha256: str
    new: Sequence[Sign] = ()
    known: int = 0
    # What its source took back, and is still in use here.
    taken_back: Sequence[BankedSignal] = ()
    faults: Sequence[Fault] = ()

    @property
    def refused(self) -> int:
        """How many rows are not taken."""
        return len(self.faults)

    @property
    def shown(self) -> Sequence[dict[str, Any]]:
        """As many of its faults as a page shows, in the reader's language."""
        return [fault_said(asdict(fault)) for fault in self.faults[:_SHOWN]]

    @property
    def more(self) -> int:
        """How many faults a page leaves out."""
        return max(0, self.refused - _SHOWN)


def look_at(bank: Bank, raw: bytes, *, provenance: str = "", by: Person) -> Looked:
    """What a list would bring into a bank, and what is wrong with which of its rows."""
    listed = read_list(raw)
    sorting = _Sorting(bank, by, provenance.strip(), list(listed.faults))
    for start in range(0, len(listed.entries), _AT_ONCE):
        sorting.take(listed.entries[start : start + _AT_ONCE])
    return Looked(
        form=listed.form,
        sha256=hashlib.sha256(raw).hexdigest(),
        new=tuple(sorting.new.values()),
        known=sorting.known,
        taken_back=tuple(sorting.taken_back),
        faults=tuple(sorted(sorting.faults, key=lambda fault: fault.row)),
    )


@dataclass(slots=True)
class _Sorting:
    """Entries of a list, sorted into what is new, known, taken back, and wrong."""

    bank: Bank
    by: Person
    provenance: str
    faults: list[Fault]
    new: dict[tuple[str, str], Sign] = field(default_factory=dict)
    known: int = 0
    taken_back: list[BankedSignal] = field(default_factory=list)

    def take(self, entries: Sequence[Entry]) -> None:
        """Sort some entries."""
        good = list(self._good(entries))
        standing = signs.standing_of(self.bank, [sign for _entry, sign in good])
        for entry, sign in good:
            self._put(entry, sign, standing.get(signs.key(sign)))

    def _good(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Sign]]:
        for entry in entries:
            try:
                yield entry, sign_of(entry, self.bank, self.by)
            except Refused as refusal:
                told = f"{refusal.subject}: {refusal.problem}"
                self.faults.append(Fault(entry.row, told, refusal.way_out))

    def _put(self, entry: Entry, sign: Sign, standing: str | None) -> None:
        key = signs.key(sign)
        if entry.is_withdrawn:
            self._put_back(entry, key, standing)
        elif standing == Standing.WITHDRAWN:
            problem = _("was withdrawn from this bank")
            way_out = _("what was taken out for good does not come back by itself")
            self.faults.append(Fault(entry.row, problem, way_out))
        elif standing is not None or key in self.new:
            self.known += 1
        else:
            word = sign.provenance or self.provenance
            self.new[key] = replace(sign, provenance=word)

    def _put_back(
        self, entry: Entry, key: tuple[str, str], standing: str | None
    ) -> None:
        """What a source took back goes, if who brings the list may withdraw."""
        if standing in (None, Standing.WITHDRAWN):
            self.known += 1
        elif self.by.may("banks.withdraw"):
            kind, sha256 = key
            rows = self.bank.signals.filter(kind=kind, value_sha256=sha256)
            self.taken_back.extend(rows)
        else:
            problem = _("was taken back by its source, and is still in use")
            way_out = _("ask a reviewer or a director to withdraw it")
            self.faults.append(Fault(entry.row, problem, way_out))


@act("banks.take_in")
def take_in(
    bank: Bank, raw: bytes, *, provenance: str = "", by: Person, because: str
) -> Intake:
    """Take the good rows of a list into a bank, and name the others; twice adds nothing."""
    held = said.grounded_bank(bank)
    looked = look_at(held, raw, provenance=provenance, by=by)
    if not looked.new and not looked.taken_back:
        before = Intake.objects.filter(bank=held, sha256=looked.sha256).first()
        if before is not None:
            note(sha256=looked.sha256, new=0, again=before.pk)
            return before
    if looked.new:
        _keep(held, looked.new, by=by, because=because.strip())
    if looked.taken_back:
        why = f"taken back by its source: {because.strip()}"[:LONGEST_REASON]
        withdraw(held, looked.taken_back, by=by, because=why)
    counts = {"new": len(looked.new), "known": looked.known, "refused": looked.refused}
    taken_back = len(looked.taken_back)
    note(form=looked.form, sha256=looked.sha256, taken_back=taken_back, **counts)
    named = [asdict(fault) for fault in looked.faults[:MOST_NAMED]]
    return Intake.objects.create(
        bank=held,
        form=looked.form,
        sha256=looked.sha256,
        by=f"{by.name} ({by.username})",
        faults=named,
        **counts,
    )


def _keep(bank: Bank, new: Sequence[Sign], *, by: Person, because: str) -> None:
    turn = next_turn()
    for start in range(0, len(new), _AT_ONCE):
        rows = [
            signs.row_of(sign, bank, turn, by=by, because=because)
            for sign in new[start : start + _AT_ONCE]
        ]
        BankedSignal.objects.bulk_create(rows)
