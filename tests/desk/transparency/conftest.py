"""A website that remembers nothing, and drawings in a folder of their own."""

import pytest

from marsad.desk.website import counts, holdings


@pytest.fixture(autouse=True)
def _own_site(settings, tmp_path):
    settings.ADDRESS = "https://news.example.org"
    settings.CHARTS = tmp_path / "charts"
    settings.ACCOUNT_KEYS = tmp_path / "accounts.keys"
    for memory in (holdings, counts):
        memory.forget()
