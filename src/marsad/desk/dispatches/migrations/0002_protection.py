"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("dispatches", "0001_initial")]

    operations = [
        Protect("dispatches_partnerpack"),
        Protect("dispatches_making"),
        Protect("dispatches_return"),
        Protect("dispatches_handing"),
        Protect("dispatches_acknowledgement"),
    ]
