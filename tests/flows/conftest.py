"""One demonstration, from which each journey begins with a copy of its own."""

import pytest

from flows.demonstration import made


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory):
    """A demonstration that was made from nothing, with the sign-ins that it told."""
    return made(tmp_path_factory.mktemp("demonstrated") / "demo")
