"""Joint parties: those who act as one."""

import pytest

from marsad.reading.deeds.joint_parties import joined, pair_meant
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import READERS


def prepared(text: str, language: str) -> tuple[Passage, Found]:
    """Read the parties of a text."""
    passage, found = Passage(text, language, published=None), Found()
    found.parties.extend(sorted(READERS[0][1](passage, found), key=lambda s: s[:2]))
    return passage, found


@pytest.mark.parametrize(
    ("text", "language", "parties"),
    [
        pytest.param("Spain and Luxembourg gave more.", "en", "ES,LU", id="and"),
        pytest.param("السعودية ومصر والإمارات", "ar", "SA,EG,AE", id="three states"),
        pytest.param("La France et l'Allemagne", "fr", "FR,DE", id="french"),
        pytest.param("Spain, which Luxembourg joined", "en", "ES", id="a clause"),
    ],
)
def test_parties_joined_by_and_bind_together(
    text: str, language: str, parties: str
) -> None:
    passage, found = prepared(text, language)

    assert joined(passage, found, found.parties[0]) == parties


def test_a_counterpart_is_the_other_of_a_pair() -> None:
    passage, found = prepared(
        "التقى وزير خارجية قطر نظيره العماني. قطر ترحب. دعا الوزيران إلى الهدوء.", "ar"
    )
    token = passage.words.index("الوزيران")

    assert pair_meant(passage, found, token, token + 1) == "QA,OM"


def test_countries_in_the_plural_are_no_pair() -> None:
    passage, found = prepared("السعودية ومصر: البلدان الأصلية مدعوة.", "ar")
    token = passage.words.index("البلدان")

    assert pair_meant(passage, found, token, token + 1) is None
