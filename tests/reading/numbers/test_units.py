"""Arabic nouns of what is counted, in the forms that rules make."""

import pytest

from marsad.reading.numbers.units import duals, unit_at


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        pytest.param("بلدين", "country", id="a second singular of its row"),
        pytest.param("مراهقتان", "person", id="a woman's"),
        pytest.param("مصحتين", "clinic", id="a clinic of the maghreb"),
        pytest.param("زورقين", "boat", id="a boat"),
    ],
)
def test_a_dual_counts_two(word: str, unit: str) -> None:
    assert duals()[word] == unit


@pytest.mark.parametrize("word", ["مساعدات", "محافظه", "محادثات"])
def test_no_women_are_made_of_deeds_and_things(word: str) -> None:
    found = unit_at([word], 0, "ar")
    assert found is None or found.name != "person"
