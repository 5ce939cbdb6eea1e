"""Cases gather posts until somebody opens them; captures name who brought them."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """One case a content gathers; second looks are due like cases that are new."""

    dependencies = [
        ("cases", "0002_protection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="case",
            name="one_open_case_a_content",
        ),
        migrations.AddField(
            model_name="capture",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="is_gathering",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="reread",
            name="due_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_gathering", True)),
                fields=("content",),
                name="one_gathering_case_a_content",
            ),
        ),
    ]
