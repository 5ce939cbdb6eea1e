"""Reports with findings in them: sentences of six shapes in Arabic, English and French."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from desk_world import Named, World

# {slot} is filled; < and > hold the words of the finding that the sentence is for.
SHAPES: Final = {
    "quote": {
        "ar": "قال {person} من {party} يوم {date} إن «<{words} {figure} {words}>».",
        "en": "{person} of {party} said on {date}: “<{words} {figure} {words}>”.",
        "fr": "{person}, de {party}, a déclaré le {date} : « <{words} {figure} {words}> ».",
    },
    "commitment": {
        "ar": "وتعهدت {party} <بتقديم {money} قبل {due} {words}>.",
        "en": "{party} pledged <to give {money} by {due} {words}>.",
        "fr": "{party} s’est engagé <à verser {money} avant le {due} {words}>.",
    },
    "call": {
        "ar": "<دعت {party} {party} إلى {words}> في {words}.",
        "en": "<{party} called on {party} to {words}> in {words}.",
        "fr": "<{party} a appelé {party} à {words}> dans {words}.",
    },
    "meeting": {
        "ar": "وعقد <اجتماع {words}> بحضور {party} و{party} و{party} في {date}.",
        "en": "<A meeting on {words}> with {party}, {party} and {party} was held on {date}.",
        "fr": "<Une réunion sur {words}> avec {party}, {party} et {party} s’est tenue le {date}.",
    },
    "membership": {
        "ar": "<ويضم {party} الآن {figure}> بعد انضمام {party}.",
        "en": "<{party} now has {figure}> after {party} joined.",
        "fr": "<{party} compte désormais {figure}> après l’adhésion de {party}.",
    },
    "figure": {
        "ar": "وبلغ عدد {words} {figure} في {party} و{party} وفق {person} في {date}.",
        "en": "In {party} and {party} {words} reached {figure}, {person} said on {date}.",
        "fr": "À {party} et {party}, {words} a atteint {figure}, selon {person} le {date}.",
    },
}
# Of a hundred sentences with findings, so many are of each shape.
_SHARES: Final = {
    "quote": 40, "figure": 22, "call": 14, "commitment": 10, "meeting": 8, "membership": 6,
}  # fmt: skip
_DECK: Final = [shape for shape, share in _SHARES.items() for _ in range(share)]
_BY_PARTIES: Final = 0.3
_UNITS: Final = {
    "ar": ("عضوا", "في المئة", "شخصا", "ضربة"),
    "en": ("members", "percent", "people", "strikes"),
    "fr": ("membres", "pour cent", "personnes", "frappes"),
}
_UNIT: Final = ("member", "percent", "person", "strike")
_READER: Final = {"party": "parties", "person": "persons", "date": "dates"}

Part = tuple[str, bool]
_PARTS: Final = {
    (shape, language): [
        (one, one[0] == "{") for one in re.split(r"(\{\w+\}|[<>])", template) if one
    ]
    for shape, languages in SHAPES.items()
    for language, template in languages.items()
}


@dataclass(slots=True)
class Found:
    """A finding of a made-up report."""

    kind: str
    start: int
    end: int
    fields: dict[str, Any]
    named: Named | None = None
    value: float | None = None
    unit: str = ""


class Report:
    """A text that grows sentence by sentence, with what stands in it."""

    def __init__(self, world: World, language: str, day: date) -> None:
        self.world, self.language, self.day = world, language, day
        self._pieces: list[str] = []
        self.length = 0
        self.findings: list[Found] = []

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(self._pieces)

    def write(self, findings: int) -> None:
        """Add sentences until there are so many findings, or a few more."""
        chance = self.world.chance
        while len(self.findings) < findings:
            self._sentence(_DECK[int(chance.random() * 100)])
            self._put(" " + self.world.some_words(self.language, 9) + ".\n")

    def _put(self, text: str) -> int:
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return start

    def _sentence(self, shape: str) -> None:
        first = len(self.findings)
        start = end = self.length
        for part, is_slot in _PARTS[shape, self.language]:
            if is_slot:
                self._fill(part[1:-1])
            elif part == "<":
                start = self.length
            elif part == ">":
                end = self.length
            else:
                self._put(part)
        if shape != "figure":
            self._main(shape, start, end, self.findings[first:])

    def _fill(self, slot: str) -> None:
        if slot == "words":
            self._put(self.world.some_words(self.language, 4))
        elif slot in ("party", "person"):
            self._name(slot)
        elif slot in ("date", "due"):
            self._date(slot)
        else:
            self._number(slot)

    def _name(self, slot: str) -> None:
        world = self.world
        crowd = world.parties if slot == "party" else world.persons
        named = crowd[self.language].draw(world.chance)
        start = self._put(named.text)
        said: dict[str, Any] = {"canonical": named.canonical}
        said |= {"type": named.kind} if slot == "party" else {"role": None}
        self.findings.append(Found(slot, start, self.length, said, named))

    def _date(self, slot: str) -> None:
        drawn = int(self.world.chance.random() * 30)
        shift = 30 + drawn * 20 if slot == "due" else -drawn
        told = (self.day + timedelta(days=shift)).isoformat()
        start = self._put(told)
        said = {"from": told, "to": told, "precision": "day"}
        self.findings.append(Found("date", start, self.length, said))

    def _number(self, slot: str) -> None:
        chance = self.world.chance.random
        sort = int(chance() * 4)
        value = int(10 ** (1 + 3 * chance()))
        unit = "USD" if slot == "money" else _UNIT[sort]
        if slot == "money":
            value *= 100_000
        shown = unit if slot == "money" else _UNITS[self.language][sort]
        start = self._put(f"{value} {shown}")
        said = {
            "value": value, "high": None, "bound": "exact", "unit": unit, "change": None,
            "subject": shown, "as_of": self.day.isoformat(), "place": None,
        }  # fmt: skip
        found = Found("figure", start, self.length, said, None, value, unit)
        self.findings.append(found)

    def _main(self, shape: str, start: int, end: int, inner: list[Found]) -> None:
        people = [one for one in inner if one.kind == "person"]
        parties = [one for one in inner if one.kind == "party"]
        amount = next((one for one in inner if one.kind == "figure"), None)
        # Three quotes in ten are those of a party: its spokespersons have no names.
        if shape == "quote" and self.world.chance.random() < _BY_PARTIES:
            people = []
        who = (people or parties)[0]
        said = _SAID[shape](_Inner(parties, people, amount, self.day))
        found = Found(shape, start, end, said, who.named)
        if amount and shape in ("commitment", "membership"):
            found.value, found.unit = amount.value, amount.unit
        self.findings.append(found)


@dataclass(frozen=True, slots=True)
class _Inner:
    """What stands in a sentence, by sort."""

    parties: list[Found]
    people: list[Found]
    amount: Found | None
    day: date


def _canonical(found: list[Found], place: int = 0) -> str | None:
    named = found[place].named if len(found) > place else None
    return named.canonical if named else None


def _quote(inner: _Inner) -> dict[str, Any]:
    speaker = (inner.people or inner.parties)[0]
    said = {"form": "direct", "cue": None, "speaker": [speaker.start, speaker.end]}
    who = {
        "speaker_name": _canonical(inner.people),
        "party": _canonical(inner.parties),
    }
    return said | who | {"continues": None}


def _commitment(inner: _Inner) -> dict[str, Any]:
    due = (inner.day + timedelta(days=180)).isoformat()
    assert inner.amount
    paid = {"value": inner.amount.value, "unit": inner.amount.unit}
    said = {"party": _canonical(inner.parties), "person": None, "action": "give money"}
    return said | {"amount": paid, "due": f"{inner.day.isoformat()}/{due}"}


def _call(inner: _Inner) -> dict[str, Any]:
    said = {"party": _canonical(inner.parties), "person": None, "action": "act"}
    return said | {"addressee": _canonical(inner.parties, 1)}


def _meeting(inner: _Inner) -> dict[str, Any]:
    day = inner.day.isoformat()
    said = {"name": "meeting", "from": day, "to": day, "held": "past"}
    return said | {"city": None, "country": None, "attendance": None}


def _membership(inner: _Inner) -> dict[str, Any]:
    assert inner.amount
    said = {"event": "count", "who": [_canonical(inner.parties)]}
    return said | {"count": inner.amount.value, "as_of": inner.day.isoformat()}


_SAID: Final = {
    "quote": _quote, "commitment": _commitment, "call": _call, "meeting": _meeting,
    "membership": _membership,
}  # fmt: skip
