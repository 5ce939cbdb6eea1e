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
                "title",
                "kind",
                "marking",
                "audience",
                "edition",
                "sha256",
                "revisions",
                "submitted_by_id",
                "submitted_at",
                "because",
                "corrects",
                "correction",
            ),
        ),
        Protect("releases_release"),
        Protect("releases_recall"),
        Protect("releases_carried"),
        Protect("releases_picture"),
        # Who wrote and who receives is decided with the text, and stays as decided.
        Protect("releases_submission_writers"),
        Protect("releases_submission_partners"),
        Protect("releases_release_partners"),
    ]
