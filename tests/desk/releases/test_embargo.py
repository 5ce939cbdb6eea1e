"""Moments as people say them on a wall clock of some place."""

from datetime import UTC, datetime

import pytest

from marsad.desk.releases.embargo import moment_of, opening_of
from marsad.desk.releases.forms import zones
from marsad.errors import Refused

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "zone", "moment"),
    [
        pytest.param(
            "2026-03-01T10:00", "Asia/Kuwait", datetime(2026, 3, 1, 7, tzinfo=UTC),
            id="three hours ahead",
        ),
        pytest.param(
            "2026-07-01T10:00", "Europe/Paris", datetime(2026, 7, 1, 8, tzinfo=UTC),
            id="in summer",
        ),
        pytest.param(
            "2026-12-01T10:00", "Europe/Paris", datetime(2026, 12, 1, 9, tzinfo=UTC),
            id="in winter",
        ),
    ],
)  # fmt: skip
def test_a_wall_clock_is_read_in_its_place(wall, zone, moment):
    assert moment_of(wall, zone) == moment


def test_nothing_said_is_no_embargo():
    assert moment_of("  ", "UTC") is None
    assert opening_of(None, "UTC", now=NOW).at == NOW


def test_an_hour_that_the_clocks_leave_out_is_refused():
    with pytest.raises(Refused, match="clocks go forward"):
        moment_of("2026-03-29T02:30", "Europe/Paris")


@pytest.mark.parametrize("zone", ["", "Nowhere/None", "../../etc/passwd", "x" * 200])
def test_a_zone_that_is_none_is_refused(zone):
    with pytest.raises(Refused, match="no time zone"):
        opening_of(None, zone, now=NOW)


def test_the_zones_of_the_coalition_can_be_chosen():
    wanted = {"UTC", "Asia/Baghdad", "Asia/Kuwait", "Europe/Paris", "America/New_York"}

    assert wanted <= set(zones())
