"""A real server process on seeded data of its own, and pages signed in to it."""

import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python

from desk.laid_out import NAME, lay_out
from desk.seeding import PASSWORD, ROOT

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
_AUDIT = (
    "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
    ".then(found => found.violations)"
)


def environment(data):
    """What a site on its own SQLite file in this folder is started with."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MARSAD_")}
    return clean | {
        "DJANGO_SETTINGS_MODULE": "marsad.desk.settings",
        "MARSAD_DATA": str(data),
        "MARSAD_SECOND_FACTOR": "offered",
        "MARSAD_LANGUAGE": "en",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
    }


def seed(data, module="desk.seeding"):
    """Fill an empty folder with people and documents."""
    subprocess.run(
        [sys.executable, "-m", module],
        env=environment(lay_out(data)),
        cwd=ROOT,
        check=True,
    )
    return data


@dataclass
class Site:
    """A running site: its address, its folder, and pages for its people."""

    url: str
    data: Path
    browser: object
    asked: list = field(default_factory=list)
    _entered: dict = field(default_factory=dict)
    _opened: list = field(default_factory=list)

    def page(self, username="lina", *, width=1440, language="en", scripts=True):
        """A page on which somebody is signed in, at a width, in a language."""
        if username not in self._entered:
            self._entered[username] = self._sign_in(username)
        context = self._context(
            width, language, self._entered[username], scripts=scripts
        )
        return context.new_page()

    def _sign_in(self, username):
        context = self._context(1440, "en", None)
        page = context.new_page()
        page.goto(f"{self.url}/sign-in/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        return context.storage_state()

    def _context(self, width, language, state, *, scripts=True):
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            storage_state=state,
            base_url=self.url,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            bypass_csp=False,
        )
        cookie = {"name": "language", "value": language, "url": self.url}
        context.add_cookies([cookie])
        context.on("request", lambda request: self.asked.append(request.url))
        self._opened.append(context)
        return context

    def outside(self):
        """The addresses on other hosts that any page asked."""
        ours = (self.url, "data:", "blob:", "about:")
        return [url for url in self.asked if not url.startswith(ours)]

    def put_back(self, seeded):
        """Make its rows what they were in the folder it was copied from."""
        with (
            contextlib.closing(sqlite3.connect(seeded / NAME)) as before,
            contextlib.closing(sqlite3.connect(self.data / NAME, timeout=30)) as now,
        ):
            before.backup(now)
        # Whoever was signed in is not any more.
        self._entered.clear()

    def close_pages(self):
        """Close every page that was opened."""
        while self._opened:
            self._opened.pop().close()


def violations(page):
    """Serious and critical findings of axe on a page, by rule and place."""
    # The page's own policy forbids scripts that are not ours; the debugger may.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(_AUDIT, _RULES)
    return [
        (one["id"], [node["target"] for node in one["nodes"]], one["help"])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@contextlib.contextmanager
def running(data, browser):
    """Serve a folder on a free port with the server that the product uses."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [
        sys.executable, "-m", "gunicorn", "marsad.desk.wsgi",
        "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "4",
        "--log-level", "warning",
    ]  # fmt: skip
    log = (data / "server.log").open("wb")
    process = subprocess.Popen(
        command, env=environment(data), cwd=ROOT, stdout=log, stderr=log
    )
    site = Site(url, data, browser)
    try:
        _wait(url, process, data / "server.log")
        yield site
    finally:
        site.close_pages()
        process.terminate()
        process.wait(10)
        log.close()


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return tried.getsockname()[1]


def _wait(url, process, log, seconds=240):
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/sign-in/", timeout=5).close()  # noqa: S310 (our own)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"the site did not start:\n{log.read_text('utf-8')}")


def copied(seeded, into):
    """A copy of seeded data, for tests that change it."""
    shutil.copytree(seeded, into)
    return into
