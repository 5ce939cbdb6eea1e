"""Add a sign of known content to a bank: a text, an address, a hash, or a file's hashes."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from marsad.desk.banks import said, signs
from marsad.desk.banks.models import Bank, BankedSignal, Standing
from marsad.desk.banks.signs import Sign
from marsad.desk.banks.turning import next_turn
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("banks.add")
def add(
    bank: Bank, these: Sequence[Sign], *, by: Person, because: str
) -> list[BankedSignal]:
    """Add the signs of one thing to a bank; those that it has already stay as they are."""
    held = said.grounded_bank(bank)
    found = signs.canonical_all(these)
    for sign in found:
        signs.check(sign, held, by)
    known = signs.standing_of(held, found)
    _refuse_withdrawn(found, known)
    # A thing that comes twice in one breath is there once.
    new = {signs.key(sign): sign for sign in found if signs.key(sign) not in known}
    if not new:
        problem = _("is in this bank already")
        raise Refused(signs.named(found[0]) if found else held.code, problem)
    rows = _rows(list(new.values()), held, by=by, because=because)
    note(kinds=sorted(row.kind for row in rows), known=len(known))
    return rows


def _rows(
    new: Sequence[Sign], bank: Bank, *, by: Person, because: str
) -> list[BankedSignal]:
    turn = next_turn()
    content = new[0].content or signs.value_sha256(new[0].value)
    rows = [
        signs.row_of(one, bank, turn, by=by, because=because.strip()) for one in new
    ]
    for row in rows:
        row.content = content
        row.save()
    return rows


def _refuse_withdrawn(found: Sequence[Sign], known: dict[tuple[str, str], str]) -> None:
    for sign in found:
        if known.get(signs.key(sign)) == Standing.WITHDRAWN:
            problem = _("was withdrawn from this bank")
            way_out = _("what was taken out for good does not come back by itself")
            raise Refused(signs.named(sign), problem, way_out)
