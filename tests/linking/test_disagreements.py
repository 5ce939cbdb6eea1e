"""Tests for what exactly two kept lines disagree on."""

from dataclasses import replace

import pytest

from makers import commitment, days, document, figure, meeting, membership, reading
from marsad.linking.disagreements import disagreement
from marsad.linking.entries import Entry, entries_of

DAY = "2021-06-29"
ROME = {"city": "Rome", "country": "IT", "held": "past"}


def line(text, maker, *, named, language="en", **more):
    source = document(text, named=named, published=DAY, language=language)
    [(_, entry)] = entries_of(reading(source, maker))
    return entry


def came(entry, number):
    """The same meeting with a number of those who came."""
    said = replace(entry.attestation.finding, attendance=number)
    attestation = replace(entry.attestation, finding=said)
    return Entry(attestation, None, entry.numbers, entry.parties)


def ministerial(named, first, last=None, *, number=None, name="ministerial meeting"):
    text = "The ministerial meeting was held in Rome."
    maker = meeting(text[4:23], name, interval=days(first, last), **ROME)
    entry = line(text, maker, named=named)
    return came(entry, number) if number else entry


def test_two_counts_of_members_for_one_day_disagree_on_the_value():
    first = line("74 عضوا", membership("74 عضوا", 74), named="kuna", language="ar")
    second = line("75 members", membership("75 members", 75), named="reuters")

    found = disagreement(first, second)

    assert found is not None
    assert (found.about, found.why) == (
        "value",
        "74 and 75 cannot both hold on the same days.",
    )
    assert disagreement(second, first).about == "value"


def test_bounds_that_agree_are_no_disagreement():
    one = line(
        "près de 10 000 combattants détenus",
        figure("10 000 combattants", 10_000, "fighter", bound="about"),
        named="afp",
        language="fr",
    )
    other = line(
        "9,500 fighters in custody",
        figure("9,500 fighters", 9_500, "fighter"),
        named="ap",
    )

    assert disagreement(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        pytest.param(
            ministerial("a", DAY, number=83),
            ministerial("b", DAY, number=78),
            "attendance",
            id="one meeting, two counts of those who came",
        ),
        pytest.param(
            ministerial("a", "2021-06-28"),
            ministerial("b", "2021-06-29"),
            "days",
            id="one meeting on two days",
        ),
        pytest.param(
            ministerial("a", DAY, number=83),
            ministerial("b", DAY, number=83),
            None,
            id="the same count",
        ),
        pytest.param(
            ministerial("a", "2021-06-28", "2021-06-30"),
            ministerial("b", "2021-06-29"),
            None,
            id="a day within the days",
        ),
        pytest.param(
            ministerial("a", "2021-06-28"),
            ministerial("b", "2022-06-28"),
            None,
            id="the meeting of the next year",
        ),
        pytest.param(
            ministerial("a", "2021-06-28", name="meeting of political directors"),
            ministerial("b", "2021-06-29"),
            None,
            id="two meetings of different names",
        ),
    ],
)
def test_reports_of_one_meeting_disagree_on_days_or_on_who_came(one, other, about):
    for found in (disagreement(one, other), disagreement(other, one)):
        assert (found and found.about) == about


def test_one_promise_in_two_reports_with_two_amounts_disagrees_on_the_amount():
    text = (
        "تعهدت الولايات المتحدة بتقديم {} مليون دولار لدعم الاستقرار في العراق وسوريا"
    )
    one, other = (
        line(
            text.format(number),
            commitment(text.format(number), "US", amount=(number * 1e6, "USD")),
            named=f"outlet {number}",
            language="ar",
        )
        for number in (200, 300)
    )

    assert disagreement(one, other).about == "amount"
