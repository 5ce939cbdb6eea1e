"""A stream, a key and a bank of so many invented signals, written straight into a site."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from wording_texts import Writer

from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.posts.begin import Ground, begin
from marsad.desk.posts.models import Stream
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.add import add
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.models import Person
from marsad.marking import Marking

_WHY = "for a measurement"
_AT_ONCE = 5_000
# As many as are planted in posts, drawn from the front.
_KNOWN = 5_000


def stream_and_bank(
    code: str, signals: int, texts: int
) -> tuple[list[str], list[str], str]:
    """Texts and pictures that are banked, and a key that brings posts in."""
    person, _password = add(
        "loader",
        name="Loader",
        groups=("director", "analyst", "reviewer"),
        clearance=int(Marking.AMBER),
        by=Worker("benchmark"),
        because=_WHY,
    )
    Person.objects.filter(pk=person.pk).update(must_change_password=False)
    person.refresh_from_db()
    person.forget_groups()
    bank = _bank(person)
    _begin(code, person)
    words = [Writer("ar", 1).text() for _ in range(1)] + _texts(texts - 1)
    pictures = [hash_of(number) for number in range(signals - texts)]
    rows = (_row(bank, person, kind, value) for kind, value in _values(words, pictures))
    _write(rows)
    _token, key = issue(
        person, name="load", scopes=["posts:write"], days=1, by=person, because=_WHY
    )
    return words[:_KNOWN], pictures[:_KNOWN], key


def hash_of(number: int) -> str:
    """A stand-in for the hash of a picture: random bits, the same at every run."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def _texts(count: int) -> list[str]:
    writers = [Writer(language, 1) for language in ("ar", "ar", "en", "fr")]
    return [writers[at % len(writers)].text() for at in range(count)]


def _values(words: list[str], pictures: list[str]) -> Iterator[tuple[str, str]]:
    for text in words:
        yield "wording", text
    for place, picture in enumerate(pictures):
        # A fifth are files known by their bytes alone, as lists have them.
        yield ("sha256" if place >= _KNOWN and place % 5 == 0 else "pdq"), picture


def _row(bank: Bank, person: Person, kind: str, value: str) -> BankedSignal:
    sha256 = hashlib.sha256(value.encode()).hexdigest()
    return BankedSignal(
        bank=bank,
        kind=kind,
        value=value,
        value_sha256=sha256,
        content=sha256,
        provenance=bank.provenance,
        added_by=person.name,
        person=person,
        because=_WHY,
        turn=1,
    )


def _write(rows: Iterator[BankedSignal]) -> None:
    some: list[BankedSignal] = []
    for row in rows:
        some.append(row)
        if len(some) == _AT_ONCE:
            BankedSignal.objects.bulk_create(some, ignore_conflicts=True)
            some = []
    BankedSignal.objects.bulk_create(some, ignore_conflicts=True)


def _bank(person: Person) -> Bank:
    from marsad.desk.banks.open import open_bank  # noqa: PLC0415

    until = timezone.localdate() + timedelta(days=30)
    return open_bank(
        "load",
        title="Invented signals",
        provenance="invented for a measurement",
        ground={
            "purpose": _WHY,
            "basis": "mandate",
            "basis_words": _WHY,
            "until": until,
        },
        flood_limit=1_000_000,
        by=person,
        because=_WHY,
    )


def _begin(code: str, person: Person) -> None:
    until = timezone.localdate() + timedelta(days=30)
    ground = Ground(purpose=_WHY, basis="mandate", basis_words=_WHY, until=until)
    stream = Stream(code=code, title="Load", platform="forum", theme="load")
    begin(stream, ground, by=person, because=_WHY)
