"""Who writes and who releases, and a brief that waits."""

import pytest

from desk.newsroom import make_brief, make_somebody, make_submission, officer, writer


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path):
    """Packs and key of each test in a folder of its own."""
    settings.PACKS = tmp_path / "packs"
    settings.RELEASE_KEY = tmp_path / "release.key"


@pytest.fixture
def karim(db):
    """Who drafts, translates and submits."""
    return writer()


@pytest.fixture
def rima(db):
    """A releasing officer who wrote nothing."""
    return officer()


@pytest.fixture
def sami(db):
    """Somebody who may do everything: draft, submit, release."""
    return make_somebody("sami", "analyst", "officer", "releasing", "director")


@pytest.fixture
def brief(karim):
    """A brief in Arabic and English that the check has no doubt about."""
    return make_brief()


@pytest.fixture
def waiting(brief):
    """That brief, submitted."""
    return make_submission(brief)
