"""An error is told with the signs of the reader's language."""

import pytest
from django.utils import translation

from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@pytest.mark.parametrize(
    ("language", "subject", "problem", "way_out", "line"),
    [
        pytest.param(
            "ar", "القيد 12", "حالته «مشطوب»", "تراجع عن ذلك أولًا",
            "القيد 12: حالته «مشطوب»؛ تراجع عن ذلك أولًا", id="Arabic",
        ),
        pytest.param(
            "en", "entry 12", "is retracted", "undo that first",
            "entry 12: is retracted; undo that first", id="English",
        ),
        pytest.param(
            "fr", "entrée 12", "radiée", "annulez cela d’abord",
            "entrée 12\u202f: radiée\u202f; annulez cela d’abord", id="French",
        ),
        pytest.param("en", "entry 12", "is gone", "", "entry 12: is gone", id="short"),
    ],
)  # fmt: skip
def test_a_refusal_is_one_line_in_the_language_of_the_page(
    language, subject, problem, way_out, line
):
    with translation.override(language):
        assert told(Refused(subject, problem, way_out)) == line
