"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("releases", "0001_initial")]

    operations = [
        Protect(
            "releases_submission",
            columns=(
                "translation_key",
                "audience",
                "edition",
                "sha256",
                "revisions",
                "submitted_by_id",
                "submitted_at",
            ),
        ),
        Protect("releases_release"),
        Protect("releases_recall"),
        Protect("releases_carried"),
    ]
