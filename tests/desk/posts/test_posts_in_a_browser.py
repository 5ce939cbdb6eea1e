"""A stream begun, a file dropped on it, its posts read, an account asked for and opened."""

import pytest

from architecture.house import ROOT
from desk import browser as browsing

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
SAMPLE = ROOT / "examples" / "posts" / "telegram-result.json"


@pytest.fixture(scope="module")
def kitchen(browser, tmp_path_factory):
    """A site with two streams, served."""
    data = browsing.seed(tmp_path_factory.mktemp("site"), "desk.posts.seeding")
    with browsing.running(data, browser) as running:
        yield running


@pytest.fixture
def site(kitchen):
    yield kitchen
    kitchen.close_pages()
    assert kitchen.outside() == []


def fill(page, form, **said):
    for name, value in said.items():
        field = page.locator(f"[name={form}-{name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def test_a_stream_is_begun_and_a_file_taken_in(site):
    page = site.page("dalia")
    page.goto(f"{site.url}/posts/")
    assert browsing.violations(page) == []
    page.click("summary:has-text('Begin a stream')")
    fill(
        page,
        "beginform",
        code="telegram-soup",
        title="Soup on Telegram",
        platform="telegram",
        theme="soup",
        marking="1",
        purpose="to learn who copies a recipe",
        basis_words="decision 7 of the kitchen council",
        until="2027-06-01",
        because="decided today",
    )
    assert browsing.violations(page) == []
    page.click("button:has-text('Begin')")
    page.wait_for_selector("h1:has-text('Soup on Telegram')")

    page = site.page("lina")
    page.goto(f"{site.url}/posts/")
    page.click("a:has-text('Soup on Telegram')")
    page.set_input_files("input[type=file][name$=export]", SAMPLE)
    assert page.text_content("[data-chosen]") == "telegram-result.json"
    fill(page, "takeform", because="exported this morning")
    page.click("button:has-text('Take in')")
    page.wait_for_selector("text=3 new, 0 known, 1 not taken in")
    assert browsing.violations(page) == []

    page.click("a:has-text('Its posts')")
    assert "شوربة العدس" in page.text_content(".posts")
    assert "Kitchen of Lentils" not in page.content()
    assert browsing.violations(page) == []


def test_an_account_is_opened_by_two_people(site):
    page = site.page("lina")
    page.goto(f"{site.url}/posts/streams/1/posts/")
    page.click(".posts a >> nth=-1")
    fill(page, "askform", purpose="an order", basis="court", basis_words="order 12",
         because="for the court")  # fmt: skip
    assert browsing.violations(page) == []
    page.click("button:has-text('Ask')")
    page.wait_for_selector("text=waits for an answer")

    other = site.page("dalia")
    other.goto(f"{site.url}/posts/reveals/")
    assert browsing.violations(other) == []
    other.fill("[name=answerform-because]", "the order was read")
    other.click("button:has-text('Grant')")
    other.wait_for_selector("text=It is done, and written down.")

    page.goto(f"{site.url}/posts/reveals/")
    page.fill("[name=showform-because]", "to answer the court")
    page.click("button:has-text('Show once')")
    page.wait_for_selector("h1:has-text('Opened once')")
    assert "cook_one" in page.text_content("dl")
    assert browsing.violations(page) == []
    page.goto(f"{site.url}/posts/reveals/")
    assert "cook_one" not in page.content()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_is_wider_than_its_screen(site, width, language):
    page = site.page("dalia", width=width, language=language)
    for place in ("", "streams/1/", "streams/1/posts/", "streams/2/", "reveals/"):
        page.goto(f"{site.url}/posts/{place}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, place
        assert page.get_attribute("html", "dir") == (
            "rtl" if language == "ar" else "ltr"
        )
