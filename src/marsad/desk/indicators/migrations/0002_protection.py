from django.db import migrations

from marsad.desk.safeguards.append_only import Protect


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial")]

    operations = [Protect("indicators_assignment")]
