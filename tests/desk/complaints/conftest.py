"""A website that remembers nobody, and time that goes on while somebody writes."""

import pytest
from django.core import signing

from marsad.desk.website import throttle


@pytest.fixture(autouse=True)
def _own_site(settings, tmp_path):
    settings.ADDRESS = "https://news.example.org"
    settings.ACCOUNT_KEYS = tmp_path / "accounts.keys"
    throttle.forget()


@pytest.fixture
def later(monkeypatch):
    """Time goes on while the writer writes."""
    now = [signing.time.time()]
    monkeypatch.setattr(signing.time, "time", lambda: now[0])

    def wait(seconds=30):
        now[0] += seconds

    return wait
