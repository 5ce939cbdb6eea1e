"""A made-up site, filled document by document in the order of time."""

import argparse
import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any, Final

from desk_decisions import Trail
from desk_derived import Derived
from desk_tables import tables
from desk_texts import Report
from desk_world import make_world
from desk_writing import moment
from django.contrib.auth.hashers import make_password

from marsad.desk.originals import store
from marsad.marking import Marking
from marsad.text.normalise import fold

PASSWORD: Final = "read what was written, then decide"  # noqa: S105
PEOPLE: Final = (*(f"analyst{one}" for one in range(1, 9)), "auditor", "director")
# Of the findings that can be entered; the others are mentions and dates.
_QUOTAS: Final = {
    "quote": 0.45, "figure": 0.2, "commitment": 0.2, "call": 0.05, "meeting": 0.05,
    "membership": 0.05,
}  # fmt: skip
# Of a thousand findings, so many are of a kind, as the sentences of desk_texts have it.
_PER_THOUSAND: Final = {
    "quote": 88, "figure": 171, "commitment": 21.5, "call": 31, "meeting": 17.5,
    "membership": 13,
}  # fmt: skip
_DAYS: Final = 5 * 365
# The last sentence of a report brings more findings than were asked, on the average.
_TOO_MANY: Final = 1.58
# People are three days behind: what came since is all open.
_OPEN_DAYS: Final = 3
_REJECTED: Final = 0.05


_COUNTING: Final = ("figure", "membership")
_READERS: Final = {"party": "parties", "person": "persons", "date": "dates"}


class Site:
    """The tables of a site, filled document by document in the order of time."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self.chosen = chosen
        self.world = make_world(chosen.seed, chosen.entities, chosen.names)
        self.chance = self.world.chance
        self.tables = tables()
        self.until = chosen.until or datetime.now(UTC).date()
        self.now = datetime.combine(self.until, datetime.min.time(), UTC)
        self.stories: list[list[Any]] = []
        self.series = _series(chosen.series)
        self.odds = {
            kind: chosen.entries * quota * 1000 / chosen.findings / _PER_THOUSAND[kind]
            for kind, quota in _QUOTAS.items()
        }
        self.derived = Derived(self.tables, self.chance)
        self.trail = Trail(self.tables, self.derived)

    def mentions(self) -> dict[int, int]:
        """How often each entity was named."""
        counts: dict[int, int] = {}
        for named in self.world.names:
            counts[named.entity] = counts.get(named.entity, 0) + named.count
        return counts

    def write(self) -> None:
        """All rows, those that others point at among them."""
        self._people()
        self._sources()
        for number in range(1, self.chosen.documents + 1):
            self._document(number)
            if number % 20_000 == 0:
                print(f"{number:,} documents", flush=True)
        self._stories()
        self._entities()
        states = [
            pk
            for pk, one in enumerate(self.world.entities, 1)
            if one["kind"] == "state"
        ]
        self.derived.end(self.series[0], states, self.trail.line, self.now)
        for table in self.tables.values():
            table.flush()

    def _people(self) -> None:
        hashed = make_password(PASSWORD)
        joined = moment(self.now - timedelta(days=_DAYS))
        for pk, username in enumerate(PEOPLE, 1):
            group = username.rstrip("0123456789")
            self.tables["people"].add(
                pk, hashed, username, username.title(), int(Marking.AMBER), True, joined
            )
            self.tables["places"].add(pk, pk, group)
        for pk in range(1, 8 * 20 + 1):
            who, entity = (pk - 1) // 20 + 1, (pk - 1) % 20 + 1
            self.tables["followings"].add(pk, who, entity, joined)

    def _sources(self) -> None:
        for pk in range(1, 201):
            grade = "ABCDEF"[pk % 6]
            self.tables["sources"].add(pk, f"Outlet {pk}", "en", grade)

    def _document(self, pk: int) -> None:
        count = self.chosen.documents
        age = timedelta(days=_DAYS) * ((count - pk) / count)
        taken = self.now - age
        day = taken.date()
        language = self.world.language()
        report = Report(self.world, language, day)
        wanted = self.chosen.findings / count - _TOO_MANY
        report.write(int(wanted + self.chance.random()))
        text = report.text
        encoded = text.encode()
        sha = hashlib.sha256(encoded).hexdigest()
        if self.chosen.originals:
            store.keep(encoded)
        self.tables["captures"].add(pk, sha, len(encoded), f"{pk}.txt", moment(taken))
        source = int(200 ** self.chance.random())
        title = text.partition("\n")[0][:200]
        story = self._story(title, language, day, source)
        marking = 1 if self.chance.random() < 0.9 else 2
        waiting = self._findings(pk, report, taken, marking)
        named = [
            one.named.pk
            for one in report.findings
            if one.kind in _READERS and one.named
        ]
        self.derived.count(pk, day, marking, named)
        self.tables["documents"].add(
            pk, marking, pk, "", sha, title, language, day.isoformat(), day.isoformat(),
            f"Outlet {source}", source, story, moment(taken), "0.1.0",
            len(report.findings), waiting,
        )  # fmt: skip
        self.tables["texts"].add(pk, text)

    def _story(self, title: str, language: str, day: date, source: int) -> int:
        """A story of its own for one report in three; the others join a recent one."""
        if not self.stories or self.chance.random() < 0.35:
            self.stories.append([title, language, day, day, 1, {source}])
            return len(self.stories)
        # The square makes some stories much bigger than others.
        back = int(min(len(self.stories), 60) * self.chance.random() ** 2)
        story = self.stories[-1 - back]
        story[3] = day
        story[4] += 1
        story[5].add(source)
        return len(self.stories) - back

    def _stories(self) -> None:
        for pk, (title, language, first, last, count, sources) in enumerate(
            self.stories, 1
        ):
            began = datetime.combine(first, datetime.min.time(), UTC)
            self.tables["stories"].add(
                pk, title, language, first.isoformat(), last.isoformat(), moment(began),
                count, len(sources), 1,
            )  # fmt: skip

    def _findings(
        self, document: int, report: Any, taken: datetime, marking: int
    ) -> int:
        """A report's findings, what people decided on them, and how many wait."""
        is_open = (self.now - taken).days < _OPEN_DAYS
        day = report.day.isoformat()
        text, waiting = report.text, 0
        decided = self.trail.begin(document, report.language, taken, marking)
        for one in report.findings:
            quote = text[one.start : one.end]
            status, entry, series = "proposed", None, self._series_of(one)
            if one.kind in _QUOTAS:
                drawn = self.chance.random()
                if not is_open and drawn < self.odds[one.kind]:
                    status = "confirmed"
                    entry = decided.confirm(one, quote, series, day)
                elif not is_open and drawn > 1 - _REJECTED:
                    status = "rejected"
                waiting += status == "proposed"
            fields = json.dumps(one.fields, ensure_ascii=False)
            self.trail.finding += 1
            self.tables["findings"].add(
                self.trail.finding, marking, document, f"{self.chance.getrandbits(128):032x}",
                one.kind, one.start, one.end, quote, fields, _READERS.get(one.kind, one.kind),
                0.9, "The words of the sentence say so.", False, day,
                one.named.pk if one.named else None, series, status, entry,
            )  # fmt: skip
        decided.end()
        return waiting

    def _series_of(self, found: Any) -> str:
        if found.kind not in _COUNTING or self.chance.random() > 0.4:
            return ""
        keys, weights = self.series
        return str(self.chance.choices(keys, cum_weights=weights)[0])

    def _entities(self) -> None:
        joined = moment(self.now - timedelta(days=_DAYS))
        mentions = self.mentions()
        for pk, one in enumerate(self.world.entities, 1):
            named = [one[key] for key in ("ar", "en", "fr", "canonical")]
            folded = "\n".join(dict.fromkeys(map(fold, named)))
            self.tables["entities"].add(
                pk, 1, one["kind"], one["canonical"], one["ar"], one["en"], one["fr"],
                one.get("office", ""), folded, mentions.get(pk, 0), joined,
            )  # fmt: skip
        for one in self.world.names:
            self.tables["names"].add(
                one.pk, 1, one.kind, one.canonical, one.text, fold(one.text)[:300],
                one.language, one.entity, one.count,
            )  # fmt: skip


def _series(count: int) -> tuple[list[str], list[float]]:
    """Series of figures, as the register of indicators would key them."""
    names = ("territory-liberated", "forces-trained", "repatriated", "air-strikes")
    units = ("percent", "person", "person", "strike")
    keys = [f"{names[one % 4]}||P{one // 4}|{units[one % 4]}" for one in range(count)]
    return keys, list(accumulate(1 / (place + 1) for place in range(count)))
