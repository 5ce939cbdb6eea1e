"""A partner's own place in a real browser, in Arabic and in English."""

import pytest

from desk import browser as browsing

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """A folder with a site that has partners, packs and letters."""
    data = tmp_path_factory.mktemp("newsroom") / "data"
    return browsing.seed(data, "desk.dispatches.seeding")


@pytest.fixture(scope="module")
def partners_site(newsroom, browser, tmp_path_factory):
    """One server for the tests of this module."""
    data = browsing.copied(newsroom, tmp_path_factory.mktemp("site") / "data")
    with browsing.running(data, browser) as site:
        yield site


@pytest.fixture
def site(partners_site):
    """The running site; its pages asked nobody else."""
    yield partners_site
    partners_site.close_pages()
    assert partners_site.outside() == []


def numbers_of(page):
    """The releases of the list, newest first, by their numbers."""
    found = page.locator("main .row-list .meta > bdi").all_inner_texts()
    return [one for one in found if one]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(site, language, width):
    page = site.page("yusuf", language=language, width=width)
    page.goto("/packs/")
    places = ["/packs/", *(f"/packs/{one}/" for one in numbers_of(page))]
    assert len(places) == 5
    for place in places:
        page.goto(place)
        assert page.locator("html").get_attribute("dir") == (
            "rtl" if language == "ar" else "ltr"
        )
        assert browsing.violations(page) == [], place
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{place} is {wide} wide"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_cells_pages_are_accessible(site, language):
    page = site.page("dalia", language=language)
    page.goto("/dispatches/")
    number = page.locator("main tbody a").first.inner_text()
    places = (
        "/partners/", "/partners/1/", "/partners/contacts/1/", "/dispatches/",
        f"/dispatches/{number}/", f"/dispatches/{number}/kw/",
    )  # fmt: skip
    for place in places:
        assert page.goto(place).ok, place
        assert browsing.violations(page) == [], place


def test_a_partner_reads_takes_and_is_told(site, tmp_path):
    page = site.page("yusuf", language="en")
    page.goto("/packs/")
    assert page.get_by_text("which you took, was taken back").is_visible()
    page.locator(".pack-notice").first.get_by_role("button").click()
    assert page.locator(".pack-notice").count() == 1
    assert "private" not in page.content()
    page.locator("main .row-list a").last.click()
    with page.expect_download() as begun:
        page.get_by_role("link", name="en.pdf").click()
    saved = tmp_path / "a.pdf"
    begun.value.save_as(saved)
    assert saved.read_bytes().startswith(b"%PDF")
    for image in page.locator("article img").all():
        assert image.evaluate("one => one.complete && one.naturalWidth > 0")


def test_unsubscribing_takes_one_press_and_no_script(site):
    page = site.page("yusuf", language="en", scripts=False)
    page.goto(f"/packs/unsubscribe/{'0' * 43}/")
    assert page.locator("html").get_attribute("lang") == "ar"
    page.get_by_role("button").click()
    assert page.locator("form").count() == 0
