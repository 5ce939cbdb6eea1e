"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("posts", "0001_initial")]

    operations = [
        Protect("posts_purge"),
    ]
