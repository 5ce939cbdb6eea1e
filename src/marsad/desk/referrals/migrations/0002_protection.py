"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Make rows append-only."""

    dependencies = [("referrals", "0001_initial")]

    operations = [
        Protect(
            "referrals_referral",
            columns=(
                *("number", "case_id", "round", "platform_id", "language", "route"),
                *("category", "description", "notice", "sha256", "by_id", "at"),
            ),
        ),
        Protect(
            "referrals_sending",
            columns=("referral_id", "what", "route", "message_id", "let_go_by_id"),
        ),
        Protect("referrals_reply"),
        Protect("referrals_check"),
        # Its key is sealed anew when keys are changed, and forgotten with its file.
        Protect(
            "referrals_sealing",
            columns=("case_id", "at", "by_id", "because", "keep_until", "sha256"),
        ),
        Protect("referrals_custodyline"),
    ]
