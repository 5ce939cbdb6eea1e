"""Groups: people and bodies that act without a name of their own."""

import pytest

from marsad.reading.deeds.groups import group_name
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import READERS


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        pytest.param("جمعيات محلية", "ar", "local associations", id="arabic group"),
        pytest.param("وكالات أممية", "ar", "UN agencies", id="the longest form"),
        pytest.param("citoyens maliens", "fr", "Malian citizens", id="with its state"),
        pytest.param("Douze ONG", "fr", "twelve NGOs", id="with its number"),
        pytest.param("residents", "en", "residents", id="one word"),
        pytest.param("the weather", "en", None, id="no group"),
    ],
)
def test_a_group_is_called_in_english(
    text: str, language: str, name: str | None
) -> None:
    passage, found = Passage(text, language, published=None), Found()
    for kind, reader in READERS[:4]:
        getattr(found, kind).extend(reader(passage, found))

    assert group_name(passage, found, 0, len(passage.words)) == name
