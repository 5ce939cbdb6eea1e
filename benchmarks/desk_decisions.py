"""What people decided in a made-up site: decisions, entries, versions and the trail."""

import json
from datetime import datetime, timedelta
from typing import Any

from desk_derived import Derived
from desk_writing import Rows, moment

from marsad.desk.register.lines import SAID
from marsad.desk.safeguards.models import AuditRecord
from marsad.desk.safeguards.trail import BEGINNING, hash_of

_ANALYSTS = 8


class Trail:
    """The chain of what was done, and the numbers that rows were given so far."""

    def __init__(self, tables: dict[str, Rows], derived: Derived) -> None:
        self.tables, self.derived = tables, derived
        self.finding = self.entry = self.decision = self.custody = self.line = 0
        self.hash = BEGINNING

    def begin(
        self, document: int, language: str, at: datetime, marking: int
    ) -> "Decided":
        """Take a document in, and give what will be decided on it."""
        row = f"documents.document:{document}"
        worker = "reader 0.1.0"
        for act, event in (
            ("documents.take_in", "taken_in"),
            ("register.record", "read"),
        ):
            self.append(act, worker, None, at, row, [row])
            self.custody += 1
            self.tables["custody"].add(
                self.custody,
                document,
                event,
                moment(at),
                worker,
                "0.1.0",
                "came by feed",
            )
        return Decided(self, document, language, at + timedelta(hours=3), marking)

    def append(
        self,
        act: str,
        by: str,
        person: int | None,
        at: datetime,
        subject: str,
        touched: list[str],
    ) -> None:
        """One line of the audit trail, chained to the line before it."""
        self.line += 1
        line = AuditRecord(
            number=self.line, at=at, act=act, outcome="done", by=by, person_id=person,
            because="the report says so", subject=subject, touched=sorted(touched),
            details={}, previous_hash=self.hash,
        )  # fmt: skip
        line.hash = self.hash = hash_of(line)
        self.tables["trail"].add(
            line.number, moment(at), act, "done", by, person, line.because, subject,
            json.dumps(line.touched), "{}", line.previous_hash, line.hash,
        )  # fmt: skip


class Decided:
    """One person's decision on one document's findings."""

    def __init__(
        self, trail: Trail, document: int, language: str, at: datetime, marking: int
    ) -> None:
        self.marking = marking
        self.trail, self.document, self.language, self.at = (
            trail,
            document,
            language,
            at,
        )
        self.person = document % _ANALYSTS + 1
        self.touched: list[str] = []

    def confirm(self, found: Any, quote: str, series: str, day: str) -> int:
        """Enter a finding; its row is the next that the trail counts."""
        trail, tables, at = self.trail, self.trail.tables, moment(self.at)
        if not self.touched:
            trail.decision += 1
            because = "the report says so"
            tables["decisions"].add(trail.decision, "confirm", self.person, at, because)
            self.touched.append(f"register.decision:{trail.decision}")
        trail.entry += 1
        entry, finding = trail.entry, trail.finding + 1
        self.touched += [f"register.entry:{entry}", f"register.finding:{finding}"]
        self._entry(entry, found, quote, series, day)
        tables["citations"].add(
            entry, entry, self.document, finding, found.start, found.end, quote
        )
        key = f"{found.kind}|{series or day[:7]}|{entry % 997}"
        tables["keys"].add(entry, entry, key, day)
        before = json.dumps({"status": "proposed", "entry_id": None})
        after = json.dumps({"status": "confirmed", "entry_id": entry})
        tables["changes"].add(entry, finding, trail.decision, before, after)
        trail.derived.entered(entry, found, series, day, self.at)
        return entry

    def _entry(self, entry: int, found: Any, quote: str, series: str, day: str) -> None:
        trail, tables, at = self.trail, self.trail.tables, moment(self.at)
        fields = json.dumps(found.fields, ensure_ascii=False)
        actor = found.named.pk if found.named else None
        bound = "exact" if found.value is not None else ""
        due = (
            found.fields["due"].partition("/")[2]
            if found.kind == "commitment"
            else None
        )
        expires = (self.at + timedelta(days=365)).date().isoformat() if series else None
        tables["entries"].add(
            entry, self.marking, found.kind, "current", quote, self.language, fields, actor, day,
            series, found.value, bound, found.unit, expires, due, "B", "2", 1, at, at,
        )  # fmt: skip
        said: dict[str, Any] = dict.fromkeys(SAID)
        said |= {
            "kind": found.kind, "state": "current", "words": quote, "day": day,
            "language": self.language, "fields": found.fields, "actor_id": actor,
            "series": series, "value": found.value, "bound": bound, "unit": found.unit,
            "expires_on": expires, "due_on": due, "source_grade": "B",
            "information_grade": "2", "marking": self.marking,
        }  # fmt: skip
        cited = {"document_id": self.document, "finding_id": self.trail.finding + 1}
        place = {"start": found.start, "end": found.end, "quote": quote}
        said["citations"] = [cited | place]
        snapshot = json.dumps(said, ensure_ascii=False)
        tables["versions"].add(
            entry,
            entry,
            1,
            trail.decision,
            at,
            snapshot,
            found.kind,
            "current",
            day,
            actor,
        )

    def end(self) -> None:
        """Write the decision down, if there was one."""
        if self.touched:
            name = f"Analyst{self.person} (analyst{self.person})"
            self.trail.append(
                "register.confirm", name, self.person, self.at, "", self.touched
            )
