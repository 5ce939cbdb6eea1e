import pytest

from marsad.matching.links.url_kind import URL
from marsad.matching.signals import Band


def found(banked, met):
    index = URL.index([(5, URL.canonical(banked))])
    return index.find([URL.canonical(met)])[0]


@pytest.mark.parametrize(
    ("banked", "met", "reason", "band"),
    [
        ("example.org/a", "https://www.example.org/a/", "address_same", Band.SAME),
        ("bit.ly/aBc", "https://bit.ly/aBc", "address_shortened", Band.SAME),
        (
            "example.org/a",
            "archive.is/2024/http://example.org/a",
            "address_archived",
            Band.SAME,
        ),
        (
            "web.archive.org/web/2023/example.org/a",
            "example.org/a",
            "address_of_a_copy",
            Band.LOOK,
        ),
        (
            "web.archive.org/web/2023/example.org/a",
            "archive.ph/2024/example.org/a",
            "address_of_a_copy",
            Band.LOOK,
        ),
    ],
)
def test_a_match_says_what_sort_it_is(banked, met, reason, band):
    [likeness] = found(banked, met)

    assert (likeness.number, likeness.reason, likeness.band) == (5, reason, band)


def test_short_links_that_differ_by_a_capital_are_two():
    assert found("bit.ly/aBc", "bit.ly/abc") == ()


def test_a_page_stands_before_copies_of_it():
    page = URL.canonical("example.org/a")
    copy = URL.canonical("web.archive.org/web/2023/example.org/a")
    index = URL.index([(1, page), (2, copy)])

    [likenesses] = index.find([copy])

    assert [(one.number, one.reason) for one in likenesses] == [
        (2, "address_same"),
        (1, "address_archived"),
    ]
