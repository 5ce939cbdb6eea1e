"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("documents", "0001_initial")]

    operations = [
        Protect("documents_capture"),
        Protect("documents_custody"),
        Protect("documents_documenttext"),
        Protect(
            "documents_document",
            columns=("capture_id", "part", "text_sha256", "published", "taken_at"),
        ),
    ]
