"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("transparency", "0001_initial")]

    operations = [
        Protect("transparency_report", columns=("begins", "ends", "figures", "sha256")),
    ]
