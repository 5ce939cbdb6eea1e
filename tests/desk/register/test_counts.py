"""What is kept of a count besides its fields: its bound, and the days that are its own."""

from datetime import date

import pytest

from marsad.desk.register.lines import entry_of

MEMBERS = "members|Global Coalition||member"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        pytest.param(
            "The Global Coalition now has more than 80 members, he said.\n",
            "en",
            ("more_than", 80),
            id="more than",
        ),
        pytest.param(
            "قال المتحدث إن التحالف الدولي يضم أكثر من 80 عضوا.\n",
            "ar",
            ("more_than", 80),
            id="in Arabic",
        ),
        pytest.param(
            "La coalition internationale compte désormais 67 membres.\n",
            "fr",
            ("exact", 67),
            id="exactly",
        ),
    ],
)
def test_a_count_is_entered_with_the_bound_of_its_words(
    text, language, said, make_document
):
    document = make_document(text, language=language)
    found = document.findings.filter(kind="membership").exclude(series="")

    assert found
    for one in found:
        entry = entry_of(one)
        assert (entry.bound, entry.value) == said


def test_the_other_of_two_counts_holds_on_the_day_of_publication(make_document):
    text = (
        "La coalition internationale contre Daech compte désormais 83 membres, "
        "contre 79 membres en juin 2019.\n"
    )
    document = make_document(text, language="fr", day=date(2021, 6, 29))
    found = [entry_of(one) for one in document.findings.filter(series=MEMBERS)]

    days = {one.value: (one.day, one.until) for one in found}

    assert days[83] == (date(2021, 6, 29), None)
    assert days[79] == (date(2019, 6, 1), date(2019, 6, 30))
