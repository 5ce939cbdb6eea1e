"""No test reaches past this machine; page tests share one real browser."""

import shutil
import socket
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from desk.laid_out import lay_out_at

_LOCAL = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def closed_network(monkeypatch, request):
    """Refuse every connection but those to this machine itself."""
    if request.node.get_closest_marker("live"):
        return
    connect = socket.socket.connect

    def guarded(self, address):
        if isinstance(address, tuple) and address[0] not in _LOCAL:
            message = f"a test asked the network for {address[0]}"
            raise ConnectionRefusedError(message)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def django_db_keepdb():
    """On SQLite the tests begin with a copy of laid-out tables, and find nothing to do."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return False
    lay_out_at(Path(database["TEST"]["NAME"]))
    return True


@pytest.fixture(scope="session")
def browser():
    """Chromium of the system or of Playwright; without one, page tests are skipped aloud."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(
                executable_path=found, args=["--no-sandbox", "--disable-gpu"]
            )
        except BrowserError:
            pytest.skip("NO BROWSER: install chromium, or run `make browser`")
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser):
    """Open a page at a width; what it asks of other hosts fails the test."""
    opened = []

    def open_at(url, width):
        context = browser.new_context(viewport={"width": width, "height": 900})
        opened.append(context)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(url)
        outside = [
            one
            for one in asked
            if not one.startswith(("file:", "data:", "http://127."))
        ]
        assert outside == []
        return page

    yield open_at
    for context in opened:
        context.close()
