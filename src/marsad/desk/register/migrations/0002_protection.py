"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("register", "0001_initial")]

    operations = [
        Protect("register_decision"),
        Protect("register_entryversion"),
        Protect("register_findingchange"),
        Protect(
            "register_finding",
            columns=("document_id", "key", "kind", "start", "end", "quote", "fields"),
        ),
    ]
