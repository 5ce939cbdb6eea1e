import pytest
from django.db import connection

from marsad.desk import schedule


@pytest.mark.django_db
def test_the_database_is_told_how_its_tables_have_grown(report):
    schedule.refresh_statistics()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT tbl FROM sqlite_stat1")
            assert ("register_finding",) in cursor.fetchall()


def test_it_is_told_once_a_day():
    assert schedule.refresh_statistics in schedule.DAILY
