"""Add the series that were met for the first time."""

from collections.abc import Mapping

from marsad.composing.series_titles import series_title
from marsad.desk.indicators.models import Indicator
from marsad.desk.safeguards.acts import Worker, act
from marsad.desk.safeguards.models import Person


@act("indicators.add")
def add(
    met: Mapping[str, int], *, by: Person | Worker, because: str
) -> list[Indicator]:
    """Give each series, by its key and lowest marking, a row with its titles."""
    rows = []
    for key, marking in sorted(met.items()):
        row, is_new = Indicator.objects.get_or_create(
            key=key, defaults={"marking": marking, **_seeded(key)}
        )
        if not is_new and marking < row.marking:
            row.marking = marking
            row.save(update_fields=["marking"])
        rows.append(row)
    return rows


def _seeded(key: str) -> dict[str, str]:
    titles = {
        f"title_{one}": series_title(key, one)[:200] for one in ("ar", "en", "fr")
    }
    return {**titles, "unit": key.rsplit("|", 1)[-1][:40] if "|" in key else ""}
