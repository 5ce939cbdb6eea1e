"""An officer reads, releases, returns and recalls in a real browser."""

import re
import sqlite3
from uuid import UUID

import pytest
from playwright.sync_api import expect

from desk import browser as browsing
from desk.browser import violations

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
WIDTHS = pytest.mark.parametrize("width", [390, 1440])
SEEDING = "desk.releases.releases_seeding"


@pytest.fixture(scope="module")
def newsroom(browser, tmp_path_factory):
    """A running site with briefs that wait and releases of every fate."""
    data = browsing.seed(tmp_path_factory.mktemp("releases") / "data", SEEDING)
    with browsing.running(data, browser) as site:
        yield site


@pytest.fixture
def site(newsroom):
    """The site; after each test its pages are closed, and they asked nobody else."""
    yield newsroom
    newsroom.close_pages()
    assert newsroom.outside() == []


def asked(site, query):
    with sqlite3.connect(site.data / "marsad.sqlite3") as rows:
        return [row[0] for row in rows.execute(query).fetchall()]


def waiting(site):
    return asked(
        site, "SELECT id FROM releases_submission WHERE fate = 'waiting' ORDER BY id"
    )


def sound(page, width):
    """A page without faults of axe, and not wider than its window."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@LANGUAGES
@WIDTHS
def test_what_waits_is_read_with_everything_that_an_officer_must_know(
    site, language, width
):
    page = site.page("rima", language=language, width=width)
    page.goto(f"/releases/waiting/{waiting(site)[-1]}/")

    expect(page.locator(".version").first).to_be_visible()
    expect(page.locator(".version img").first).to_be_visible()
    assert page.locator(".version img").first.evaluate("one => one.naturalWidth") == 640
    assert page.locator('.version[lang="ar"]').first.get_attribute("dir") == "rtl"
    page.locator("details.sources summary").first.click()
    expect(page.locator(".passage mark").first).to_be_visible()
    sound(page, width)


@LANGUAGES
@WIDTHS
def test_the_list_tells_each_fate(site, language, width):
    page = site.page("rima", language=language, width=width)
    page.goto("/releases/")

    expect(page.locator("table.releases tbody tr").first).to_be_visible()
    assert page.locator("table.releases .badge.bad").count() >= 2
    sound(page, width)


@LANGUAGES
@WIDTHS
def test_a_release_shows_its_proof_and_its_text(site, language, width):
    [first, *_] = asked(site, "SELECT number FROM releases_release ORDER BY id")
    page = site.page("rima", language=language, width=width)
    page.goto(f"/releases/{first}/")

    expect(page.locator("pre.command").first).to_contain_text(f"marsad-{first}.json")
    sound(page, width)


@LANGUAGES
def test_a_writer_submits(site, language):
    [key] = asked(
        site,
        "SELECT p.translation_key FROM wagtailcore_page p JOIN briefs_brief b"
        " ON b.page_ptr_id = p.id WHERE p.translation_key NOT IN"
        " (SELECT translation_key FROM releases_submission) GROUP BY 1 LIMIT 1",
    )
    page = site.page("karim", language=language)
    page.goto(f"/releases/submit/{UUID(key)}/")

    sound(page, 1440)
    expect(page.locator("textarea[name='submitform-because']")).to_be_visible()


@LANGUAGES
def test_an_officer_releases_under_an_embargo(site, language):
    page = site.page("rima", language=language)
    page.goto(f"/releases/waiting/{waiting(site)[0]}/")
    page.fill("input[name='releaseform-opens_at']", "2035-03-01T10:00")
    page.select_option("select[name='releaseform-time_zone']", "Asia/Kuwait")
    page.fill("textarea[name='releaseform-because']", "قرأته ووافقت عليه")
    page.click("form[action$='/release/'] button")

    page.wait_for_url(re.compile(r"/releases/\d{4}-\d{3}/$"))
    expect(page.locator(".message-warning")).to_contain_text("Asia/Kuwait")
    expect(page.locator(".message-warning")).to_contain_text("UTC")
    sound(page, 1440)


@LANGUAGES
def test_a_writer_sees_no_button_of_releasing(site, language):
    page = site.page("karim", language=language)
    page.goto(f"/releases/waiting/{waiting(site)[-1]}/")

    expect(page.locator("form[action$='/withdraw/']")).to_be_visible()
    assert page.locator("form[action$='/release/']").count() == 0


@LANGUAGES
def test_an_officer_recalls_with_a_notice_that_was_suggested(site, language):
    numbers = asked(
        site,
        "SELECT number FROM releases_release WHERE id NOT IN"
        " (SELECT release_id FROM releases_recall) ORDER BY id DESC",
    )
    page = site.page("rima", language=language)
    page.goto(f"/releases/{numbers[0]}/")
    page.locator("#h-recall + details summary").click()
    page.select_option("select#cause", "source")
    page.click("form.inline-form button")
    suggested = page.locator("textarea[name='recallform-notice_ar']")
    expect(suggested).to_have_value(re.compile("أحد مصادره سُحب"))
    sound(page, 1440)
    page.fill("textarea[name='recallform-because']", "the source withdrew it")
    page.click("form[action$='/recall/'] button")

    expect(page.locator(".message-error")).to_contain_text("the source withdrew it")
    sound(page, 1440)
