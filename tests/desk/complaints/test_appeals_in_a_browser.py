"""Appeals and reports in a real browser: no cookie, no script, accessible at every width."""

import pytest

from desk import browser as browsing
from desk.complaints.seeding import ADDRESS

pytestmark = pytest.mark.browser

ANSWER = "قرأنا المقال كاملا، وهو تقرير صحفي عن المطبخ الشعبي، فسحبنا الإشعار وأبلغنا المنصة."


@pytest.fixture(scope="module")
def appeals_site(browser, tmp_path_factory):
    """A server with appeals that wait and reports that were made."""
    data = tmp_path_factory.mktemp("appeals") / "data"
    browsing.seed(data, module="desk.complaints.seeding")
    with browsing.running(data, browser) as running:
        yield running


@pytest.fixture
def visit(appeals_site):
    """Somebody without a cookie and without scripts; none is left of the visit."""
    contexts = []

    def open_at(path, width):
        context = appeals_site.browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=True
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{appeals_site.url}{path}")
        return page

    yield open_at
    for context in contexts:
        assert context.cookies() == []
        context.close()


@pytest.fixture
def desk(appeals_site):
    """Pages of people who are signed in."""
    yield appeals_site
    appeals_site.close_pages()
    assert appeals_site.outside() == []


WIDTHS = [("ar", 390), ("en", 1440)]


@pytest.mark.parametrize(("language", "width"), WIDTHS)
def test_the_public_pages_are_accessible_and_no_wider_than_the_screen(
    visit, language, width
):
    page = visit(f"/{language}/appeals/content/", width)
    for path in (
        "appeals/content/",
        "transparency/",
        "transparency/2026-07-01--2026-09-30/",
    ):
        page.goto(f"{page.url.split(f'/{language}/')[0]}/{language}/{path}")
        assert browsing.violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_somebody_appeals_in_arabic_on_a_telephone(visit):
    page = visit("/ar/appeals/content/", 390)
    page.fill("input[name=post]", ADDRESS)
    page.fill("textarea[name=words]", "نشرتُ الوصفة في مقال عن المطبخ.")
    page.wait_for_timeout(3000)
    page.locator("form.form button").click()

    reference = page.locator(".notice .big").inner_text()
    assert len(reference) == 14
    assert browsing.violations(page) == []
    page.goto(page.url.partition("?")[0])
    page.fill("#reference", reference)
    page.locator("form.choose button").last.click()
    assert reference in page.locator(".notice").inner_text()


@pytest.mark.parametrize(("language", "width"), WIDTHS)
def test_the_pages_of_the_desk_are_accessible(desk, language, width):
    page = desk.page("hana", width=width, language=language)
    for path in ("complaints/", "complaints/1/", "complaints/3/", "transparency/1/"):
        page.goto(f"{desk.url}/{path}")
        assert browsing.violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_stranger_upholds_an_appeal(desk):
    page = desk.page("hana", language="ar")
    page.goto(f"{desk.url}/complaints/1/")
    assert page.get_by_text("المنشور المطعون فيه").count() == 1
    page.check("input[value=upheld]")
    page.fill("textarea[name=words]", ANSWER)
    page.fill("input[name=because]", "the whole article was read")
    page.locator("form.answer button").click()

    page.goto(f"{desk.url}/complaints/?state=answered")
    assert page.locator(".complaints li").count() == 1


def test_a_report_waits_for_somebody_else(desk):
    maker = desk.page("dalia")
    maker.goto(f"{desk.url}/transparency/2/")
    assert maker.locator("form[action$='/publish/']").count() == 0

    other = desk.page("rima")
    other.goto(f"{desk.url}/transparency/2/")
    other.fill("input[name=publish-because]", "the figures were read")
    other.locator("form[action$='/publish/'] button").click()
    assert "public" in other.locator("h1").inner_text()
