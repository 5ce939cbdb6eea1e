"""Fill a site with people and a few confirmed entries of yesterday, to begin briefs from."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

from datetime import timedelta

import django

COUNT = "members|Global Coalition||member"


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    from desk.seeding import seed_people

    call_command("migrate", verbosity=0)
    seed_people()
    fill()


def fill():
    """A count of members in its course, a quotation, a promise, a meeting, and a rival."""
    from django.utils import timezone

    from desk.newsroom import make_entry, make_partner
    from marsad.desk.entities.models import Entity, Name
    from marsad.desk.indicators.models import Indicator
    from marsad.marking import Marking

    today = timezone.localdate()
    yesterday = today - timedelta(days=1)
    for value, day in ((79, today - timedelta(days=300)), (83, yesterday)):
        make_entry(
            f"يضم التحالف الدولي {value} عضوا",
            language="ar",
            kind="membership",
            fields=_count(value, day),
            series=COUNT,
            value=value,
            bound="exact",
            unit="member",
            day=day,
        )
    Indicator.objects.get_or_create(key=COUNT, defaults={"marking": Marking.CLEAR})
    make_entry(
        "we will stand with the people of Mosul until the last family is home",
        kind="quote",
        fields={"form": "direct", "speaker_name": "KW", "party": "KW"},
        day=yesterday,
    )
    make_entry(
        "تعهدت الكويت بتقديم 200 مليون دولار",
        language="ar",
        kind="commitment",
        fields={"party": "KW", "amount": {"value": 200_000_000, "unit": "USD"}},
        day=yesterday,
    )
    make_entry(
        "9,000 fighters are held",
        kind="figure",
        fields={"value": 9000, "unit": "person"},
        series="fighters-detained|||person",
        value=9000,
        bound="about",
        unit="person",
        day=yesterday,
        marking=Marking.GREEN,
    )
    italy = Entity.objects.filter(kind="state", canonical="IT").first()
    if italy is None:
        italy = Entity.objects.create(kind="state", canonical="IT")
    name = Name.objects.filter(entity=italy).first()
    if name is None:
        name = Name.objects.create(kind="state", canonical="IT", entity=italy)
    make_partner("it", entity=italy)


def _count(value, day):
    return {
        "event": "count",
        "who": [],
        "count": value,
        "as_of": day.isoformat(),
        "bound": "exact",
        "high": None,
    }


if __name__ == "__main__":
    main()
