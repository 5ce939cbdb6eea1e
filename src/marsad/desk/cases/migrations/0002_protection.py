"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("cases", "0001_initial")]

    operations = [
        Protect("cases_capture"),
        Protect("cases_reading"),
        Protect("cases_reopening"),
    ]
