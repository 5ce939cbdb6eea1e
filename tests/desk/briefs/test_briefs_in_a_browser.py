"""From the outline that the register proposes to the languages side by side, in a browser."""

import pytest

from desk import browser as browsing

pytestmark = pytest.mark.browser

TITLE = "الموجز اليومي"


@pytest.fixture(scope="module")
def begun_site(browser, tmp_path_factory):
    """A site with a few entries of yesterday."""
    data = tmp_path_factory.mktemp("begun") / "data"
    browsing.seed(data, module="desk.briefs.outline_seeding")
    with browsing.running(data, browser) as running:
        yield running
        assert running.outside() == []


@pytest.fixture
def site(begun_site):
    yield begun_site
    begun_site.close_pages()


def no_sideways(page):
    """Whether nothing of a page stands beside the window."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_brief_is_begun_and_stands_side_by_side(site, language, width):
    page = site.page("karim", language=language, width=width)
    page.goto("/briefs/begin/")
    assert page.locator("html").get_attribute("dir") == (
        "rtl" if language == "ar" else "ltr"
    )
    assert browsing.violations(page) == []
    assert no_sideways(page)
    boxes = page.locator('input[name="take"]')
    assert boxes.count() >= 4
    page.locator('form[method="post"] button').last.click()

    page.wait_for_selector("#comparison")
    rows = page.locator(".version-row[data-row]")
    assert rows.count() >= 6
    first = rows.nth(1).locator(".block-text")
    assert [first.nth(one).get_attribute("dir") for one in (0, 1)] == ["rtl", "ltr"]
    arabic, english = (first.nth(one).bounding_box() for one in (0, 1))
    if width == 390:
        assert arabic["y"] < english["y"]
    else:
        # The original stands first, where this reader begins a line.
        assert (arabic["x"] > english["x"]) == (language == "ar")
    assert page.locator(".doubt").count() == 0
    assert browsing.violations(page) == []
    assert no_sideways(page)
    page.goto("/briefs/")
    assert TITLE in page.locator(".brief-row").first.inner_text()
    assert browsing.violations(page) == []
    assert no_sideways(page)


def test_another_audience_is_proposed_other_entries_at_once(site):
    page = site.page("karim")
    page.goto("/briefs/begin/")
    assert page.get_by_text("About 9,000 fighters").count() == 0

    page.select_option('select[name="audience"]', "4")

    page.wait_for_selector("text=About 9,000 fighters")
    assert (
        page.locator('form[method="post"] input[name="audience"]').input_value() == "4"
    )


def test_the_list_is_walked_with_keys(site):
    page = site.page("karim")
    page.goto("/briefs/begin/")
    page.locator('form[method="post"] button').last.click()
    page.wait_for_selector("#comparison")
    page.goto("/briefs/")

    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('[data-row]')")
    page.keyboard.press("Enter")

    page.wait_for_selector("#comparison")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id").startswith("block-")


def test_the_page_is_checked_again_where_it_stands(site):
    page = site.page("karim")
    page.goto("/briefs/begin/")
    page.locator('form[method="post"] button').last.click()
    page.wait_for_selector("#comparison")
    page.evaluate("window.stays = true")

    with page.expect_response(lambda answer: "/briefs/" in answer.url):
        page.get_by_role("link", name="Check again").click()

    page.wait_for_selector("#comparison")
    assert page.evaluate("window.stays")
