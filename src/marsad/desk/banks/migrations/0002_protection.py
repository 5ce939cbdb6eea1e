"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("banks", "0001_initial")]

    operations = [
        Protect(
            "banks_bankedsignal",
            columns=("kind", "value_sha256", "added_by", "added_at"),
        ),
        Protect("banks_intake"),
    ]
