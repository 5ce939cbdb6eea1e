"""What the queue does for releases: build the pack of each, once it is released."""

from typing import Any

from django_tasks import task

from marsad.desk.releases import packs
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import Actor
from marsad.desk.work.subjects import PACK
from marsad.desk.work.submit import Order, submit
from marsad.marking import Marking


@task()
def build_pack(release: int) -> dict[str, Any]:
    """Build the pack of a release and keep it."""
    row = Release.objects.get(pk=release)
    size = packs.build(row)
    return {"number": row.number, "size": size}


def order(release: Release, *, by: Actor) -> None:
    """Have the pack of a release built by whoever is at work; part of the act."""
    one = Order(
        task=build_pack,
        subject=PACK.format(number=release.number),
        knowing={"release": release.pk},
        marking=Marking(release.marking),
    )
    submit([one], label=one.subject, by=by)
