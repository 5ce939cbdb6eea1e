"""Tables of posts: taken in, matched, taken away."""

from collections import Counter
from collections.abc import Hashable
from typing import Final

from marsad.desk.posts.models import Purge
from marsad.desk.transparency.period_rows import PeriodRows
from marsad.desk.transparency.shares import Share
from marsad.desk.transparency.tables import HIDDEN, TOTAL, Row, Table, sums, table
from marsad.matching.signals import Band
from marsad.measuring.disclosure import shown

FEWEST_POSTS: Final = 5


def taken_in(rows: PeriodRows) -> Table:
    """Posts taken in, by platform and language, with small cells hidden."""
    cells, seen = _counted(rows)

    def cell(key: Hashable) -> int | str:
        return cells[key] if key in seen else HIDDEN

    told: list[Row] = []
    for platform in _platforms(rows):
        parts = sorted(one for one in rows.posts if one[0] == platform)
        told += [(one, [cell(one)]) for one in parts]
        told.append(((platform, TOTAL), [cell(platform)]))
    told.append(((TOTAL, TOTAL), [cell(TOTAL)]))
    return table("posts", ("platform", "language"), ("posts",), told)


def _platforms(rows: PeriodRows) -> list[str]:
    return sorted({platform for platform, _language in rows.posts})


def _counted(rows: PeriodRows) -> tuple[dict[Hashable, int], frozenset[Hashable]]:
    """Every cell with its posts, and the cells that may be told."""
    cells: Counter[Hashable] = Counter(rows.posts)
    totals: list[tuple[Hashable, list[Hashable]]] = [(TOTAL, list(_platforms(rows)))]
    for platform in _platforms(rows):
        parts = [one for one in rows.posts if one[0] == platform]
        cells[platform] = sum(rows.posts[one] for one in parts)
        totals.append((platform, list(parts)))
    cells[TOTAL] = sum(rows.posts.values())
    return cells, shown(cells, totals, fewest=FEWEST_POSTS)


def matched(rows: PeriodRows) -> Table:
    """Of the posts of each platform that were taken in, the share that matched anything."""
    cells, seen = _counted(rows)
    told: list[Row] = []
    for one in _platforms(rows):
        share = Share(rows.matched.get(one, 0), cells[one])
        told.append(((one,), [share.cells() if one in seen else HIDDEN]))
    return table("matched", ("platform",), ("matched",), told)


def not_taken_in(rows: PeriodRows) -> Table:
    """Rows that came and became no post."""
    told = [(("known",), [rows.known]), (("unread",), [rows.unread])]
    return table("arrivals", ("row",), ("rows",), told)


def purges(rows: PeriodRows) -> Table:
    """What was taken away, and why."""
    told = [
        ((why,), rows.purged.get(why, (0, 0, 0))) for why in map(str, Purge.Why.values)
    ]
    return table("purges", ("why",), ("posts", "accounts", "media"), told)


def matches(rows: PeriodRows) -> Table:
    """Matches by kind of signal: strong, weak, and nearer to something harmless."""
    kinds = sorted({kind for kind, _band, _harmless in rows.matches})
    told: list[Row] = [((kind,), _bands(rows, kind)) for kind in kinds]
    told.append(((TOTAL,), sums(told, 3)))
    return table("matches", ("kind",), ("same", "look", "harmless"), told)


def _bands(rows: PeriodRows, kind: str) -> list[int]:
    found = Counter[str]()
    for (one, band, is_harmless), count in rows.matches.items():
        if one == kind:
            name = "same" if band >= Band.SAME else "look"
            found["harmless" if is_harmless else name] += count
    return [found[one] for one in ("same", "look", "harmless")]
