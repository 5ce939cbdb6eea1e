"""What the database itself refuses to change."""

from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    """Keep appeals, and the day by which each is answered."""

    dependencies = [("complaints", "0002_the_post_behind_an_appeal")]

    operations = [
        Protect(
            "complaints_complaint",
            columns=("reference", "at", "due_at", "post_id", "case_id", "referral_id"),
        ),
    ]
