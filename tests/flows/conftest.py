"""One demonstration, from which each journey begins with a copy of its own."""

import pytest

from flows.demonstration import made


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory):
    """The folder of a demonstration that was made from nothing."""
    return made(tmp_path_factory.mktemp("demonstrated") / "demo")
