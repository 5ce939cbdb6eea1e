"""What the tests of the interface for programs ask with."""

import pytest

from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.issue import issue
from marsad.desk.safeguards.tokens import SCOPES


@pytest.fixture
def ask(client):
    """Ask an address with a token, or as nobody."""

    def asking(address, secret=None, **headers):
        if secret is not None:
            headers["Authorization"] = f"Bearer {secret}"
        path = address if address.startswith("/") else f"/api/v1/{address}"
        return client.get(path, headers=headers)

    return asking


@pytest.fixture
def token_of():
    """Issue a token for somebody, with all scopes that they may have or with some."""

    def make(person, *scopes):
        mine = [scope for scope, right in SCOPES.items() if person.may(right)]
        _, secret = issue(
            person,
            name="a program",
            scopes=scopes or mine,
            by=person,
            because="a test asks",
        )
        return secret

    return make


@pytest.fixture
def secret(lina, token_of):
    """An analyst's token."""
    return token_of(lina)


@pytest.fixture
def director(make_person):
    """Somebody who may read the trail too."""
    return make_person("dalia", Group.DIRECTOR, Group.ANALYST, name="Dalia")
