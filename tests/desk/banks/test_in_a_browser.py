"""Banks in a real browser: a list with a broken row comes in, a signal is doubted."""

import pytest

from desk import browser as browsing

pytestmark = pytest.mark.browser
CSV = (
    "kind,value,title\n"
    "md5,9e107d9d372bb6826bd81d3542a419d6,a recipe\n"
    "sha256,b7e2,half of a hash\n"
)


@pytest.fixture(scope="session")
def kitchen(tmp_path_factory):
    """A folder with a site that has banks."""
    data = tmp_path_factory.mktemp("kitchen") / "data"
    return browsing.seed(data, "desk.banks.seeding")


@pytest.fixture(scope="module")
def running(kitchen, browser, tmp_path_factory):
    """One server for the tests of this module."""
    data = browsing.copied(kitchen, tmp_path_factory.mktemp("site") / "data")
    with browsing.running(data, browser) as site:
        yield site


@pytest.fixture
def site(running):
    """The running site; its pages asked nobody else."""
    yield running
    running.close_pages()
    assert running.outside() == []


def places_of(page):
    """Every page of banks."""
    page.goto("/banks/")
    bank = page.locator("main tbody a").last.get_attribute("href")
    page.goto(bank)
    signal = page.locator("main .row-list .title a").last.get_attribute("href")
    return [
        "/banks/",
        bank,
        f"{bank}add/",
        f"{bank}take-in/",
        signal,
        "/banks/look-up/",
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(site, language, width):
    page = site.page("rana", language=language, width=width)
    for place in places_of(page):
        page.goto(place)
        assert page.locator("html").get_attribute("dir") == (
            "rtl" if language == "ar" else "ltr"
        )
        assert browsing.violations(page) == [], place
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{place} is {wide} wide"


def test_a_list_is_looked_at_first_and_its_broken_row_read(site, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(CSV, "utf-8")
    page = site.page("rana")
    page.goto("/banks/")
    page.click("text=وصفات معروفة")
    page.click("text=Bring a list in")
    page.set_input_files("input[type=file]", path)
    page.click("text=Look at it first")
    page.wait_for_selector("#looked table.faults")
    row = page.locator("#looked table.faults tbody tr")
    assert row.locator("td").first.inner_text() == "3"
    assert "SHA256" in row.inner_text()

    # The file is still chosen: it is taken in without choosing it again.
    page.fill("input[name$=because]", "the list of the council")
    page.click("text=Take it in")
    page.wait_for_url("**/banks/*/#intake-*")
    assert "1 row was not taken" in page.locator("#messages").inner_text()
    intake = page.locator("details.intake").first
    assert intake.locator("tbody td").first.inner_text() == "3"
    assert (
        page.locator("main .row-list .title").first.inner_text().startswith("a recipe")
    )


def test_a_signal_is_doubted_and_another_settles_it(site):
    page = site.page("rana")
    page.goto("/banks/")
    page.click("text=وصفات معروفة")
    page.click("text=شوربة العدس")
    words = page.locator("details.value blockquote")
    assert not words.is_visible(), "nobody sees the words who did not ask"
    page.click("text=Show the words")
    assert words.is_visible()
    page.fill("input[name=disputeform-because]", "هذه وصفة جدتي")
    page.click("button:has-text('Doubt it')")
    page.wait_for_selector("text=It rests until a director settles this")
    address = page.url

    director = site.page("dalia")
    director.goto(address)
    director.check("input[value=keep]")
    director.fill(
        "input[name=settleform-because]", "it is the known one, word for word"
    )
    director.click("button:has-text('Settle it')")
    director.wait_for_selector("text=A doubt was not right")
    assert "in use" in director.locator("h1").inner_text()


def test_a_text_is_looked_up_and_both_sides_are_marked(site):
    page = site.page("rana", language="ar")
    page.goto("/banks/look-up/")
    page.fill(
        "textarea",
        "صباح الخير! وصفة شوربة العدس المشهورة في حارتنا القديمة: عدس أحمر وبصل وكمون "
        "وليمون، تطبخ على نار هادئة ساعة كاملة ثم تقدم ساخنة مع الخبز المحمص. شاركوها",
    )
    page.press("textarea", "Tab")
    page.locator("main form button").click()
    page.wait_for_selector("main article")
    assert page.locator("main article mark").count() >= 1
