"""Tests for briefs in a real browser: both directions, small and large screens."""

import pytest

pytestmark = pytest.mark.browser

PAGES = ("brief-ar", "brief-en", "brief-fr", "index")


@pytest.fixture
def opened(browser, drafted):
    """Opens a page of the pack at a width and watches what it asks for."""
    pages = []

    def _open(name, width, **context):
        page = browser.new_page(viewport={"width": width, "height": 900}, **context)
        pages.append(page)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((drafted.folder / f"{name}.html").as_uri())
        return page

    yield _open
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_never_scrolls_sideways(opened, name, width):
    page = opened(name, width)

    wider = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((one) => !one.closest(".chart, .table, .skip, .hidden"))
            .filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width && (box.left < -1 || box.right > innerWidth + 1);
            })
            .map((one) => one.outerHTML.slice(0, 90))"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wider == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_other_host(opened, name):
    page = opened(name, 1440)

    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_uses_the_font_that_it_carries(opened, name):
    page = opened(name, 1440)

    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('1em \"IBM Plex Sans Arabic\"', 'ع'))"
    )


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        pytest.param("brief-ar", "rtl", id="Arabic"),
        pytest.param("brief-en", "ltr", id="English"),
    ],
)
def test_a_page_runs_in_the_direction_of_its_language(opened, name, direction):
    page = opened(name, 1440)

    assert page.evaluate("getComputedStyle(document.body).direction") == direction


@pytest.mark.parametrize("width", [390, 1440])
def test_numbers_in_arabic_are_not_reversed(opened, width):
    page = opened("brief-ar", width)

    # The percent sign is drawn after the digits, as in its source, never before them.
    edges = page.evaluate(
        """() => {
            const number = [...document.querySelectorAll("[data-sentence] .number")]
                .find((one) => one.textContent === "98%");
            const edge = (from, to) => {
                const range = document.createRange();
                range.setStart(number.firstChild, from);
                range.setEnd(number.firstChild, to);
                return range.getBoundingClientRect().left;
            };
            return [edge(0, 1), edge(1, 2), edge(2, 3)];
        }"""
    )

    assert edges == sorted(edges)
    assert len(set(edges)) == 3


def test_a_foreign_quotation_keeps_its_own_direction(opened):
    page = opened("brief-ar", 1440)

    quotes = page.evaluate(
        """() => [...document.querySelectorAll("blockquote")].map((one) => [
            one.lang, getComputedStyle(one).direction])"""
    )

    assert ["en", "ltr"] in quotes
    assert ["ar", "rtl"] in quotes


def test_a_citation_opens_the_words_that_it_leads_to(opened):
    page = opened("brief-en", 1440)

    page.locator("#statement-1 .cite").first.click()

    mark = page.locator("li:target mark")
    assert mark.is_visible()
    assert "83" in mark.inner_text()


def test_a_page_reads_without_scripts(opened):
    page = opened("brief-en", 1440, java_script_enabled=False)

    page.locator("summary").first.click()

    assert page.locator("mark").first.is_visible()


def test_a_drawing_says_in_words_what_it_shows(opened):
    page = opened("brief-en", 1440)

    told = page.locator("#headlines .chart").get_attribute("aria-label")

    assert "Territory liberated: 98% (1 July 2021)" in told


def test_the_first_thing_a_keyboard_reaches_is_the_way_to_the_text(opened):
    page = opened("brief-ar", 390)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#text"
