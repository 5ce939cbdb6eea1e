import pytest

from marsad.desk.register.arabic_called import arabic_name


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        pytest.param("Ministry of Interior", "وزارة الداخلية", id="a ministry"),
        pytest.param(
            "Kuwait Ministry of Foreign Affairs",
            "وزارة الخارجية في الكويت",
            id="of a state",
        ),
        pytest.param(
            "Iraq Ministry of Oil and Environment",
            "وزارة النفط والبيئة في العراق",
            id="of two fields",
        ),
        pytest.param("Iraq Ministry of Silly Walks", "", id="a field nobody lists"),
        pytest.param("Ruritania Ministry of Oil", "", id="a state nobody lists"),
        pytest.param("House of Oil", "", id="no ministry"),
        pytest.param(
            "Tunisian Labour Union (UTT)", "اتحاد عمال تونس", id="a listed body"
        ),
    ],
)
def test_a_body_is_named_in_arabic_by_its_english_name(canonical, expected):
    assert arabic_name(canonical) == expected
