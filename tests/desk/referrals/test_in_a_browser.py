"""Referring in a real browser: previewed, let go, received at a mail server, refused."""

import subprocess
import sys

import pytest

from desk import browser as browsing
from desk.dispatches.conftest import Postbox, mail_server
from desk.seeding import ROOT

pytestmark = pytest.mark.browser
_CARRY = (
    "import django; django.setup()\n"
    "from marsad.desk.referrals.tasks import carry_notices\n"
    "carry_notices.call()\n"
)


@pytest.fixture(scope="module")
def box():
    """A mail server on this machine, and what it got."""
    made = Postbox()
    with mail_server(made) as server:
        made.address = f"smtp://127.0.0.1:{server.port}"
        yield made


@pytest.fixture(scope="module")
def referring(browser, box, tmp_path_factory):
    """A site that may write, with cases and notices."""
    plain = browsing.environment
    patch = pytest.MonkeyPatch()
    said = {
        "MARSAD_MAIL_FROM": "Communications cell <cell@marsad.example>",
        "MARSAD_SMTP": box.address,
        "MARSAD_ADDRESS": "https://marsad.example",
    }
    patch.setattr(browsing, "environment", lambda data: plain(data) | said)
    data = browsing.seed(
        tmp_path_factory.mktemp("referrals") / "data", "desk.referrals.seeding"
    )
    try:
        with browsing.running(data, browser) as site:
            yield site
    finally:
        patch.undo()


@pytest.fixture
def site(referring):
    """The running site; its pages asked nobody else."""
    yield referring
    referring.close_pages()
    assert referring.outside() == []


def carry(site):
    """Do what the worker does, in a process of its own."""
    subprocess.run(
        [sys.executable, "-c", _CARRY],
        env=browsing.environment(site.data),
        cwd=ROOT,
        check=True,
    )


def places(page):
    """Every page of referrals, with a real thing in it."""
    page.goto("/referrals/")
    links = page.locator("main tbody th a")
    notices = [one.get_attribute("href") for one in links.all()]
    return [
        "/referrals/", *notices, "/referrals/platforms/", "/referrals/platforms/1/",
        "/referrals/evidence/", "/referrals/evidence/1/",
        "/referrals/evidence/cases/1/", "/referrals/cases/6/",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(site, language, width):
    page = site.page("tala", language=language, width=width)
    for place in places(page):
        assert page.goto(place).ok, place
        assert page.locator("html").get_attribute("dir") == (
            "rtl" if language == "ar" else "ltr"
        )
        assert browsing.violations(page) == [], place
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{place} is {wide} wide"


def test_an_agreed_case_is_referred_received_and_refused(site, box):
    page = site.page("tala")
    page.goto("/referrals/cases/6/")
    assert page.get_by_text("no time is set").is_visible()
    page.get_by_label("Explanation for the platform").fill(
        "The post repeats a recipe that the kitchen council knows to be wrong."
    )
    page.get_by_label("What we believe it to be").select_option("terms")
    page.locator("[name=referform-because]").fill("two readers agree")
    page.get_by_role("button", name="Show what it will say").click()
    assert page.get_by_text("The post repeats a recipe").last.is_visible()
    assert "t.me/" not in page.locator("main").inner_text().replace("t.me, ", "")
    page.get_by_role("button", name="Let the notice go").click()
    page.wait_for_url(lambda url: "/cases/" not in url)
    number = page.locator("h1 bdi").first.inner_text()
    assert page.get_by_text("waits to be sent").first.is_visible()

    box.envelopes.clear()
    carry(site)
    [letter] = [one for one in box.letters if number in one["Subject"]]
    assert "https://t.me/" in letter.get_content()
    page.reload()
    page.locator("[name=replyform-what]").select_option("refused")
    page.locator("[name=replyform-because]").fill("their letter says so")
    page.get_by_role("button", name="Note the answer").click()
    page.locator("strong", has_text="answered: refused").wait_for()
    page.goto("/referrals/?answer=refused")
    assert page.get_by_text(number).is_visible()


def test_an_archive_asks_twice_and_names_no_file(site):
    page = site.page("tala")
    page.goto("/referrals/cases/6/?platform=2")
    told = page.locator("main").inner_text()

    assert "asked twice" in told or "waits for its readers" in told or "agree" in told


def test_evidence_is_taken_out_with_a_line_of_custody(site, tmp_path):
    page = site.page("tala")
    page.goto("/referrals/evidence/1/")
    page.locator("[name=handoutform-because]").fill("for the kitchen court")
    with page.expect_download() as begun:
        page.get_by_role("button", name="Take the file").click()
    saved = tmp_path / "case.zip"
    begun.value.save_as(saved)
    command = [
        sys.executable,
        "-m",
        "marsad.cli.main",
        "evidence",
        "verify",
        str(saved),
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    page.reload()
    assert page.get_by_text("handed out").is_visible()
