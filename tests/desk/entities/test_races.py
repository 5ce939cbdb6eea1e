"""Two workers that read reports at the same time."""

import threading
from datetime import date

import pytest
from django.db import connection, connections

from marsad.desk.entities.models import Entity, MonthCount, Name

TEXT = (
    "France, Italy, Spain, Iraq, Syria, Jordan and Egypt met the Global Coalition.\n"
    "Foreign Minister Sergei Lavrov said that Russia would not come.\n"
)


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_one_row_a_name_and_lose_no_count(make_document):
    failed, begin = [], threading.Barrier(2)

    def work(first):
        try:
            begin.wait(30)
            for number in range(first, first + 6):
                make_document(TEXT + "\n" * number, language="en", day=date(2020, 1, 2))
        except Exception as error:  # noqa: BLE001 (a thread's failure is the test's)
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(start,)) for start in (1, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert not failed, failed
    assert connection.vendor in ("sqlite", "postgresql")
    assert Entity.objects.filter(canonical="FR").count() == 1
    for name in Name.objects.filter(canonical__in=("FR", "IQ", "RU")):
        assert name.mention_count == 12
        assert MonthCount.objects.get(name=name).count == 12
    assert Entity.objects.get(canonical="FR").mention_count == 12
