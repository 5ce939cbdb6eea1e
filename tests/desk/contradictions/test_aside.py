import pytest

from marsad.desk.contradictions.keep_up import keep_up
from marsad.desk.register.confirm import confirm
from marsad.desk.safeguards.groups import Group


@pytest.fixture
def rivals(make_document, lina):
    entries = []
    for words in ("74", "75"):
        report = make_document(f"وأضاف أن التحالف الدولي يضم {words} عضوا.\n")
        [finding] = report.findings.filter(kind="membership")
        entries += confirm([finding], by=lina, because="read in the source")
    keep_up()
    return entries


def test_an_entry_shows_what_contradicts_it(rivals, lina, sign_in):
    page = sign_in(lina).get(f"/register/{rivals[0].pk}/").content.decode()

    assert "Contradicted" in page
    assert "75" in page.partition("Contradicted")[2]


def test_who_sees_no_proposals_sees_no_open_contradiction(rivals, make_person, sign_in):
    partner = make_person("pierre", Group.PARTNER)

    page = sign_in(partner).get(f"/register/{rivals[0].pk}/").content.decode()

    assert "Contradicted" not in page
