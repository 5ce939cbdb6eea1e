import pytest

from marsad.desk.entities.offices import is_public_office, written_out


@pytest.mark.parametrize(
    ("role", "party", "is_public"),
    [
        pytest.param("Foreign Minister of KW", "KW", True, id="a minister of a state"),
        pytest.param(
            "Secretary of State of US", "US", True, id="a title with of in it"
        ),
        pytest.param("Secretary of State", None, True, id="the same without a state"),
        pytest.param("Senator", None, True, id="an office by its name alone"),
        pytest.param("Director of WHO", None, True, id="the director of a body"),
        pytest.param("Director", None, False, id="perhaps of a school"),
        pytest.param("President", "FR", True, id="a president whose state is known"),
        pytest.param("President", None, False, id="perhaps of a club"),
        pytest.param("Counterpart of IT", "IT", False, id="an office without a name"),
        pytest.param("Colleague", None, False, id="no office"),
        pytest.param("Lawyer of US", "US", False, id="a private calling"),
        pytest.param("", None, False, id="nothing"),
    ],
)
def test_only_a_public_office_opens_a_page(role, party, is_public):
    assert is_public_office(role, party) is is_public


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        pytest.param("Foreign Minister of KW", "Foreign Minister, Kuwait", id="a code"),
        pytest.param("Director of WHO", "Director of WHO", id="a body"),
        pytest.param("Senator", "Senator", id="alone"),
    ],
)
def test_an_office_names_its_state_and_not_its_code(role, shown):
    assert written_out(role) == shown
