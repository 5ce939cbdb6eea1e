import re

import pytest
from django.utils import translation

from marsad.desk.register.wording import Writer


@pytest.mark.parametrize(
    ("unit", "arabic", "french", "english"),
    [
        pytest.param(
            "member", "98 عضواً", "98 membres", "98 members", id="a counted noun"
        ),
        pytest.param("village", "98 (قرية)", "98 (village)", "98 village", id="a noun"),
        pytest.param(
            "QAR", "98 (ريال قطري)", "98 (riyal qatari)", "98 QAR", id="money"
        ),
        pytest.param("gizmo", "98 gizmo", "98 gizmo", "98 gizmo", id="an unknown noun"),
    ],
)
def test_a_value_is_written_with_its_unit_in_the_language_of_the_page(
    unit, arabic, french, english
):
    for language, expected in (("ar", arabic), ("fr", french), ("en", english)):
        with translation.override(language):
            page = Writer({}).quantity(98, unit)
        assert re.sub("<[^>]+>", "", page).replace("\u00a0", " ") == expected


def test_a_unit_that_no_list_knows_says_its_language():
    with translation.override("ar"):
        assert '<bdi class="figure" lang="en">gizmo</bdi>' in Writer({}).quantity(
            3, "gizmo"
        )


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        pytest.param("city", "Kuwait City", "الكويت العاصمة", id="a town"),
        pytest.param(
            "speaker_name", "Government of FR", "حكومة فرنسا", id="who speaks"
        ),
        pytest.param("place", "IQ", "العراق", id="a place"),
    ],
)
def test_names_in_fields_are_those_of_the_language_of_the_page(field, said, expected):
    kind = {"city": "meeting", "place": "figure"}.get(field, "quote")
    with translation.override("ar"):
        (one,) = Writer({}).said(kind, {field: said})

    assert re.sub("<[^>]+>", "", one.value) == expected
