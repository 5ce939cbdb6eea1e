"""What the desk derives from a made-up register: counts, contradictions, outcomes."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from desk_writing import Rows, moment

from marsad.desk.catalogue.keep_up import FOLLOWER as SEARCH
from marsad.desk.chronicles.keep_up import FOLLOWER as CONCERNS
from marsad.desk.contradictions.keep_up import FOLLOWER as CONTRADICTIONS
from marsad.desk.indicators.keep_up import FOLLOWER as INDICATORS
from marsad.desk.memberships.models import Grouping

# One in five entries of a series contradicts the one before it.
_CONTRADICTED: Final = 0.2
# Of ten commitments six were looked at: four were kept, one broken, one withdrawn.
_OUTCOMES: Final = ("kept", "kept", "kept", "kept", "broken", "withdrawn")
_MEMBERS: Final = 85


class Derived:
    """Rows that follow from documents and entries, written beside them."""

    def __init__(self, tables: dict[str, Rows], chance: Random) -> None:
        self.tables, self.chance = tables, chance
        self._months: Counter[tuple[int, date, int]] = Counter()
        self._last: dict[str, tuple[int, float, str]] = {}
        self._contradictions = self._concerns = self._outcomes = 0

    def count(self, document: int, day: date, marking: int, named: list[int]) -> None:
        """How often each name stands in a document."""
        counts, month = Counter(named), day.replace(day=1)
        for name, count in counts.items():
            self._months[name, month, marking] += count
        written = json.dumps(
            {str(name): count for name, count in sorted(counts.items())}
        )
        self.tables["counted"].add(document, month.isoformat(), marking, True, written)

    def entered(
        self, entry: int, found: Any, series: str, day: str, at: datetime
    ) -> None:
        """What follows from a new entry."""
        self._concern(entry, found, day)
        if series and found.value is not None:
            self._contradict(entry, found.value, series, day, at)
        if found.kind == "commitment" and self.chance.random() < 0.6:
            self._settle(entry, at)

    def _concern(self, entry: int, found: Any, day: str) -> None:
        actor = found.named.canonical if found.named else None
        named: dict[str, str] = {}
        for name in ("party", "addressee"):
            if found.fields.get(name):
                named.setdefault(found.fields[name], name)
        for canonical in found.fields.get("who") or ():
            named.setdefault(canonical, "who")
        for canonical, field in named.items():
            if canonical != actor:
                self._concerns += 1
                self.tables["concerns"].add(
                    self._concerns, entry, canonical, field, day
                )

    def _contradict(
        self, entry: int, value: float, series: str, day: str, at: datetime
    ) -> None:
        before = self._last.get(series)
        self._last[series] = (entry, value, day)
        if before is None or self.chance.random() > _CONTRADICTED:
            return
        self._contradictions += 1
        state = "open" if self.chance.random() < 0.5 else "resolved"
        key = f"register.entry:{before[0]}|register.entry:{entry}"
        why = f"{before[1]} on {before[2]}, and {value} on {day}"
        self.tables["contradictions"].add(
            self._contradictions, 1, key[:50], "value", series, day, before[0], entry, why,
            why, moment(at), state,
        )  # fmt: skip

    def _settle(self, entry: int, at: datetime) -> None:
        self._outcomes += 1
        status = self.chance.choice(_OUTCOMES)
        self.tables["outcomes"].add(
            self._outcomes, entry, status, "https://example.org/evidence", 1,
            "the fund says so", moment(at + timedelta(days=1)),
        )  # fmt: skip

    def end(
        self, series: list[str], states: list[int], line: int, at: datetime
    ) -> None:
        """What is known when all documents are in."""
        for pk, ((name, month, marking), count) in enumerate(self._months.items(), 1):
            self.tables["months"].add(pk, name, month.isoformat(), marking, count)
        for pk, key in enumerate(series, 1):
            title = key.replace("|", " ")
            self.tables["indicators"].add(pk, 1, key, title, key.rpartition("|")[2])
        # It is there in every site.
        coalition = Grouping.objects.values_list("pk", flat=True)[0]
        since = (at - timedelta(days=1000)).date().isoformat()
        for pk, entity in enumerate(states[:_MEMBERS], 1):
            self.tables["members"].add(pk, 1, coalition, entity, since)
        for follower in (CONCERNS, CONTRADICTIONS, INDICATORS, SEARCH):
            self.tables["watermarks"].add(follower, line)
