"""Which counts may be shown, so that no small group is told, nor worked out from the rest.

A cell of fewer than ten accounts is hidden (the usual threshold rule of statistical
disclosure control, Hundepool et al. 2012, section 4.2). Where a total is shown and one
part of it alone is hidden, the part is what is missing; so another part is hidden too, or
the total.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final

FEWEST_ACCOUNTS: Final = 10

# A total and the parts that add up to it, by the keys of their cells.
Sum = tuple[Hashable, Sequence[Hashable]]


def shown(
    accounts: Mapping[Hashable, int],
    sums: Iterable[Sum],
    *,
    fewest: int = FEWEST_ACCOUNTS,
) -> frozenset[Hashable]:
    """The cells that may be shown; a cell of nobody is shown, for it tells of nobody."""
    seen = {key for key, count in accounts.items() if count == 0 or count >= fewest}
    every = list(sums)
    while any(_mend(accounts, total, parts, seen, fewest) for total, parts in every):
        # What is hidden for one sum may give another away.
        continue
    return frozenset(seen)


def _mend(
    accounts: Mapping[Hashable, int],
    total: Hashable,
    parts: Sequence[Hashable],
    seen: set[Hashable],
    fewest: int,
) -> bool:
    """Hide one cell more where a hidden part could be worked out; say whether one was."""
    if total not in seen:
        return False
    filled = [part for part in parts if accounts.get(part, 0)]
    hidden = [part for part in filled if part not in seen]
    # Together they are enough accounts, and more than one cell: nobody is told.
    if not hidden or (
        len(hidden) > 1 and sum(accounts[part] for part in hidden) >= fewest
    ):
        return False
    others = [part for part in filled if part in seen]
    if others:
        seen.discard(min(others, key=lambda part: (accounts[part], str(part))))
    else:
        seen.discard(total)
    return True
