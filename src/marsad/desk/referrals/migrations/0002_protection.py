"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("referrals", "0001_initial")]

    operations = [
        Protect(
            "referrals_referral", columns=("notice", "sha256", "by_id", "at", "round")
        ),
        Protect("referrals_reply"),
        Protect("referrals_check"),
        Protect("referrals_sealing"),
        Protect("referrals_custodyline"),
    ]
