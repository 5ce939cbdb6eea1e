"""Cases in a real browser: read by keyboard, blurred until asked, in three languages."""

import re

import pytest

from desk import browser as browsing

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def kitchen(tmp_path_factory):
    """A folder with a site that has cases."""
    data = tmp_path_factory.mktemp("kitchen") / "data"
    return browsing.seed(data, "desk.cases.seeding")


@pytest.fixture(scope="module")
def cases_site(kitchen, browser, tmp_path_factory):
    """One server for the tests of this module."""
    data = browsing.copied(kitchen, tmp_path_factory.mktemp("site") / "data")
    with browsing.running(data, browser) as site:
        yield site


@pytest.fixture
def site(cases_site):
    """The running site; its pages asked nobody else."""
    yield cases_site
    cases_site.close_pages()
    assert cases_site.outside() == []


@pytest.fixture
def fresh(site, kitchen):
    """The same, before anybody has opened a case: who reads one leaves it read."""
    site.put_back(kitchen)
    return site


PAGES = ("/cases/", "/cases/decided/", "/cases/exposure/", "/cases/agreement/")


def open_case(page, words):
    """Open the case of a bank from the queue, whoever had it before."""
    page.goto("/cases/")
    row = page.locator("table.queue tbody tr", has_text=words)
    row.locator("a").first.click()
    begin(page)


def begin(page):
    """Ask for the case whose page was just followed, unless one has it already."""
    button = page.locator("section.opening button")
    page.locator("section.opening button, form#decide").first.wait_for()
    if button.count():
        button.click()
        page.locator("form#decide").wait_for()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(site, language, width):
    for who in ("sami", "dalia"):
        page = site.page(who, language=language, width=width)
        for place in PAGES:
            assert page.goto(place).ok, place
            assert browsing.violations(page) == [], place
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{place} is {wide} wide"


def test_an_open_case_is_accessible(fresh):
    for language, at in (("ar", 0), ("ar", 1), ("en", 1), ("en", 2)):
        page = fresh.page("sami", language=language)
        page.goto("/cases/")
        page.locator("table.queue tbody a").nth(at).click()
        begin(page)
        assert browsing.violations(page) == []
        assert page.evaluate("window.refused || []") == []
    # A break gives back to the others what one has open.
    page.get_by_role("button", name="Take a break").click()
    assert page.get_by_text("You are on a break until").is_visible()


def test_the_gravest_comes_first_and_is_overdue_in_an_hour(fresh):
    page = fresh.page("sami")
    page.goto("/cases/")
    badges = page.locator("table.queue tbody .badge[class*=severity]").all_inner_texts()

    assert badges == ["threat to life", "high", "low"]


def test_pictures_are_blurred_and_words_folded_until_asked(fresh):
    page = fresh.page("hadi")
    open_case(page, "Drawn shapes")
    assert page.locator("img.blurred").count() == 1
    assert "recette" not in page.locator("#posts").inner_text()
    clear = page.locator("img:not(.blurred)[src*='/media/']")
    assert clear.count() == 0
    assert page.locator("video, audio, iframe").count() == 0

    page.get_by_role("button", name="Show the picture").click()
    clear.wait_for()
    assert clear.evaluate("one => one.decode().then(() => one.naturalWidth)") == 640
    assert clear.evaluate("one => getComputedStyle(one).filter") == "grayscale(1)"
    page.get_by_label("grey").uncheck()
    assert clear.evaluate("one => getComputedStyle(one).filter") == "none"
    page.get_by_role("button", name="Show the words").click()
    assert "recette" in page.locator("#posts").inner_text()
    assert "Looked at within this hour: 2." in page.locator(".load").inner_text()


def test_a_picture_is_given_to_nobody_who_did_not_ask(fresh):
    page = fresh.page("hadi")
    open_case(page, "Drawn shapes")
    source = page.locator("img[src*='/media/']").first.get_attribute("src")
    clear = source.replace("blurred/", "")

    other = fresh.page("tala")
    assert other.request.get(f"{fresh.url}{clear}").status == 409
    director = fresh.page("dalia")
    assert director.request.get(f"{fresh.url}{clear}").status == 403


def test_weak_evidence_says_so_and_cannot_be_referred(fresh):
    page = fresh.page("tala")
    open_case(page, "weak")

    assert page.get_by_text("Only weak evidence").is_visible()
    assert page.locator("input[value=refer]").is_disabled()


def read_by_keys(page):
    page.goto("/cases/?bank=soups")
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/cases/\d+/$"))
    page.keyboard.press("1")
    page.keyboard.press("0")
    page.keyboard.press("Enter")
    page.keyboard.type("It spreads the recipe for its own sake.")
    page.keyboard.press("Enter")
    page.keyboard.type("The known recipe, with letters drawn out.")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/")


def test_two_readers_decide_a_case_by_keyboard(fresh):
    page = fresh.page("rana")
    page.goto("/cases/?bank=soups")
    assert page.locator("mark").count() == 0
    read_by_keys(page)
    assert page.get_by_text("Your reading is written down.").is_visible()
    number = "2"
    page.goto(f"/cases/{number}/")
    assert "drawn out" in page.locator(".deciding").inner_text()

    other = fresh.page("sami")
    other.goto(f"/cases/{number}/")
    assert "drawn out" not in other.content(), "read blind"
    read_by_keys(other)
    other.goto(f"/cases/{number}/")
    assert other.get_by_text("two readers agree on a referral").is_visible()
    assert other.locator(".deciding .row-list > li").count() == 2
    assert other.locator("#posts mark").count() >= 2, "both sides are marked"


def test_an_exception_makes_a_referral_impossible(fresh):
    page = fresh.page("hadi")
    open_case(page, "Drawn shapes")
    page.locator("input[value=refer]").check()
    page.locator("#purpose").fill("A lesson.")
    for one in page.locator(".exception input[value=no]").all():
        one.check()
    page.locator("input[name=exception-education][value=yes]").check()
    page.locator("#because").fill("It teaches.")
    page.get_by_role("button", name="Decide").click()

    assert page.get_by_text("an exception applies").is_visible()
    assert page.locator("#purpose").input_value() == "A lesson."


def test_the_page_works_without_any_script(fresh):
    page = fresh.page("tala", scripts=False)
    page.goto("/cases/?bank=shapes")
    page.get_by_role("button", name="Open the next one").click()
    page.locator("input[value=no_action]").check()
    page.locator("#because").fill("Un dessin de classe.")
    page.get_by_role("button", name="Decide").click()

    assert page.get_by_text("Your reading is written down.").is_visible()
