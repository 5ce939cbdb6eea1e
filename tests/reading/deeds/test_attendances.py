"""English attendances without a verb of membership, and parts of bodies."""

from datetime import date

import pytest

from marsad.collecting.documents import Document
from marsad.reading.findings import Membership
from marsad.reading.pipeline import read

PUBLISHED = date(2024, 5, 14)


def memberships(text: str) -> list[tuple[str, str, tuple[str, ...], int | None]]:
    """Return the words, event, parties and count of each membership."""
    report = Document("report", text, published=PUBLISHED, language="en")
    found = [one for one in read(report) if isinstance(one, Membership)]
    return [(one.span.quote, one.event, tuple(one.who), one.count) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Qatar convened this diverse group of 74 participants in May.",
            ("this diverse group of 74 participants", "attended", (), 74),
            id="a group that was convened",
        ),
        pytest.param(
            "The forum brought together 19 heads of state.",
            ("19 heads of state", "attended", (), 19),
            id="those who were brought together",
        ),
        pytest.param(
            "More than 30 trade ministers attended.",
            ("More than 30 trade ministers attended", "attended", (), 30),
            id="those who attended, by their calling",
        ),
        pytest.param(
            "The SDF, which includes the Syrian Arab Coalition, held the bridge.",
            (
                "The SDF, which includes the Syrian Arab Coalition",
                "joined",
                ("Syrian Arab Coalition",),
                None,
            ),
            id="a part of a force",
        ),
    ],
)
def test_who_came_and_who_belongs(text, expected):
    assert expected in memberships(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police gathered 40 shells.", id="things"),
        pytest.param("The visit, which includes Peru, ends today.", id="a journey"),
        pytest.param("Two ministers attended.", id="too few"),
    ],
)
def test_other_gatherings_are_no_membership(text):
    assert memberships(text) == []
