"""People and banks for the tests of this app; all content is soup, weather and football."""

import pytest

from desk.content_makers import grounded, in_days, make_bank, make_signal
from marsad.desk.banks.open import open_bank
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.marking import Marking

WHY = "agreed in the kitchen council"


def ground(**said):
    """A legal basis as somebody says it."""
    return {**grounded(), **said}


def last():
    """The last line of the trail."""
    return AuditRecord.objects.order_by("-number").first()


@pytest.fixture
def dalia(make_person):
    """A director."""
    return make_person("dalia", Group.DIRECTOR, clearance=Marking.RED)


@pytest.fixture
def karim(make_person):
    """Another director."""
    return make_person("karim", Group.DIRECTOR, clearance=Marking.RED)


@pytest.fixture
def rana(make_person):
    """A content reviewer."""
    return make_person("rana", Group.REVIEWER)


@pytest.fixture
def bank(dalia):
    """A bank of known recipes, opened by its act."""
    return open_bank(
        "soups",
        title="وصفات معروفة",
        provenance="the list of the kitchen council",
        marking=int(Marking.GREEN),
        ground=ground(),
        by=dalia,
        because=WHY,
    )


@pytest.fixture
def signal(bank):
    """One sign of it."""
    return make_signal(bank)


__all__ = ["WHY", "ground", "in_days", "last", "make_bank", "make_signal"]
