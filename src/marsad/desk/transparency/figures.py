"""The figures of a period: every table in its order, and the one text that is frozen."""

import hashlib
import json
from typing import Any, Final

from marsad.desk.referrals.models import Category, Route
from marsad.desk.transparency import (
    answer_tables,
    case_tables,
    notice_tables,
    post_tables,
)
from marsad.desk.transparency.period_rows import PeriodRows
from marsad.desk.transparency.tables import Maker

FORM: Final = "marsad-transparency-1"

# In the order in which a reader follows a post: taken in, matched, read, referred.
TABLES: Final[tuple[Maker, ...]] = (
    post_tables.taken_in,
    post_tables.not_taken_in,
    post_tables.purges,
    post_tables.matched,
    post_tables.matches,
    case_tables.cases_by("category", lambda one: one.category),
    case_tables.cases_by("bank", lambda one: one.bank),
    case_tables.cases_by("severity", lambda one: str(one.severity)),
    case_tables.verdicts,
    case_tables.agreed,
    notice_tables.notices_by("platform", lambda one: one.platform),
    notice_tables.notices_by(
        "ground", lambda one: one.category, tuple(map(str, Category.values))
    ),
    notice_tables.notices_by("language", lambda one: one.language),
    notice_tables.notices_by(
        "route", lambda one: one.route, tuple(map(str, Route.values))
    ),
    notice_tables.outcomes,
    notice_tables.seen,
    notice_tables.waits,
    notice_tables.errors,
    case_tables.precision,
    answer_tables.appeals,
    answer_tables.in_time,
    answer_tables.reveals,
    answer_tables.signals,
)


def figures(rows: PeriodRows) -> dict[str, Any]:
    """All tables of a period; the same rows give the same figures, to the letter."""
    return {
        "form": FORM,
        "begins": rows.begins.isoformat(),
        "ends": rows.ends.isoformat(),
        "as_of": rows.as_of.isoformat(timespec="seconds"),
        "tables": [made(rows) for made in TABLES],
    }


def canonical(said: dict[str, Any]) -> str:
    """Figures as the one JSON text that they are frozen and hashed in."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(text: str) -> str:
    """SHA-256 of canonical figures."""
    return hashlib.sha256(text.encode()).hexdigest()
