"""Banks with what they hold, and signals a page at a time."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Sum

from marsad.desk.banks.models import KINDS, Bank, BankedSignal, Standing
from marsad.desk.banks.signs import value_sha256
from marsad.desk.safeguards.models import Person
from marsad.errors import Unreadable
from marsad.matching.kinds import KINDS as SIGNAL_KINDS

PAGE: Final = 50
_JUDGED: Final = Q(upheld__gt=0) | Q(overturned__gt=0)


@dataclass(frozen=True, slots=True)
class Measured:
    """What readers found of cases: how many they upheld, how many they overturned."""

    upheld: int = 0
    overturned: int = 0

    @property
    def percent(self) -> int | None:
        """The share that readers upheld; None before anybody decided."""
        judged = self.upheld + self.overturned
        return round(100 * self.upheld / judged) if judged else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A bank with what a person may know of its signals."""

    bank: Bank
    kinds: Mapping[str, int] = field(default_factory=dict)
    standings: Mapping[str, int] = field(default_factory=dict)
    measured: Measured = Measured()

    @property
    def live(self) -> int:
        """How many of its signals are in use."""
        return self.standings.get(Standing.LIVE, 0)

    @property
    def resting(self) -> int:
        """How many rest until a director settles what is wrong with them."""
        aside = (Standing.DISPUTED, Standing.FLOOD, Standing.IMPRECISE)
        return sum(self.standings.get(one, 0) for one in aside)

    @property
    def counts(self) -> list[tuple[Any, int]]:
        """Its kinds with how many signals in use each has, in their usual order."""
        return [
            (words, self.kinds[kind]) for kind, words in KINDS if kind in self.kinds
        ]


def shown(banks: Sequence[Bank], person: Person) -> list[Shown]:
    """Banks with their counts, in few questions to the database."""
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    standings: dict[int, Counter[str]] = defaultdict(Counter)
    rows = BankedSignal.objects.visible_to(person).filter(bank__in=banks).order_by()
    counted = rows.values_list("bank", "kind", "standing").annotate(Count("pk"))
    for bank, kind, standing, count in counted:
        standings[bank][standing] += count
        if standing == Standing.LIVE:
            kinds[bank][kind] += count
    sums = (
        rows.filter(_JUDGED)
        .values_list("bank")
        .annotate(Sum("upheld"), Sum("overturned"))
    )
    judged = {bank: Measured(*found) for bank, *found in sums}
    return [
        Shown(one, kinds[one.pk], standings[one.pk], judged.get(one.pk, Measured()))
        for one in banks
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of the signals of a bank; what makes no sense is not asked."""

    kind: str = ""
    standing: str = ""
    words: str = ""
    after: int = 0

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Asked":
        """Read what stands in an address."""
        kind, standing = said.get("kind", ""), said.get("standing", "")
        after = said.get("after", "")
        return cls(
            kind=kind if kind in dict(KINDS) else "",
            standing=standing if standing in Standing.values else "",
            words=said.get("q", "").strip()[:500],
            after=int(after) if after.isdecimal() and len(after) < 19 else 0,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return bool(self.kind or self.standing or self.words)


def signals_of(bank: Bank, person: Person, asked: Asked) -> QuerySet[Any]:
    """The signals of a bank that a person may see and asks for, the newest first."""
    rows: QuerySet[Any] = BankedSignal.objects.visible_to(person).filter(bank=bank)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.standing:
        rows = rows.filter(standing=asked.standing)
    if asked.words:
        rows = rows.filter(_like(asked.words))
    return rows.order_by("-pk")


def page_of(rows: QuerySet[Any], after: int) -> tuple[list[BankedSignal], int | None]:
    """A page of signals after a number, and after which one the next begins."""
    rows = rows.filter(pk__lt=after) if after else rows
    found = list(rows.select_related("bank")[: PAGE + 1])
    page = found[:PAGE]
    return page, page[-1].pk if len(found) > PAGE else None


def _like(words: str) -> Q:
    named = Q(title__icontains=words) | Q(provenance__icontains=words)
    return named | Q(reference=words) | Q(value_sha256__in=_hashes(words))


def _hashes(words: str) -> set[str]:
    # Whoever pastes a hash, an address or a whole text finds the signal that it is.
    found = {value_sha256(words)}
    for kind in SIGNAL_KINDS:
        try:
            found.add(value_sha256(kind.canonical(words)))
        except Unreadable:
            continue
    return found
