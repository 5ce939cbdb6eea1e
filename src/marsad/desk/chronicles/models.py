"""Which entries concern an entity, though somebody else speaks or acts in them."""

from django.db import models

from marsad.desk.register.models import Entry


class Concern(models.Model):
    """A party or person that an entry names: who is called on, who joins, where it is.

    Derived from entries by following the trail; whoever speaks or acts in an entry is
    its actor and has no row here.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="concerns")
    # The readers' own name of an entity, as in Entity.canonical.
    canonical = models.CharField(max_length=200)
    # The field in which the entry names it.
    field = models.CharField(max_length=20)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "canonical"], name="concerned_once"
            )
        ]
        indexes = [models.Index(fields=["canonical", "-day", "-entry"])]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.canonical}"
