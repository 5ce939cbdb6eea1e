"""A website with releases of every fate on it."""

import pytest
from django.db import transaction
from django.test import override_settings

from desk.website import world
from marsad.desk.website import counts, holdings, throttle


@pytest.fixture(scope="module", autouse=True)
def _own_folders(tmp_path_factory):
    """Packs, key and pictures of a module's tests in a folder of their own."""
    folder = tmp_path_factory.mktemp("website")
    with override_settings(
        PACKS=folder / "packs",
        RELEASE_KEY=folder / "release.key",
        CONTENT_STORE=str(folder / "content"),
        CHARTS=folder / "charts",
    ):
        yield


@pytest.fixture(autouse=True)
def _own_site(settings):
    """Each test begins with a site that remembers nothing."""
    settings.ADDRESS = "https://news.example.org"
    for memory in (holdings, counts, throttle):
        memory.forget()


@pytest.fixture(scope="module")
def _filled(django_db_setup, django_db_blocker, _own_folders):
    """The releases of world.fill, made once for a module and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world.fill()
        transaction.set_rollback(True)


@pytest.fixture
def made(_filled, db):
    """Releases by what became of them; what a test changes is taken back after it."""
    return _filled
