"""People decide at the reading desk by keyboard, in a real browser."""

import pytest
from playwright.sync_api import expect

from desk.browser import violations

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
WIDTHS = pytest.mark.parametrize("width", [390, 1440])

# One report for each test that decides, so that none finds another's decisions; some
# name theirs, and all that only look share one.
LOOKED_AT = 9
_reports = iter([1, 2, 3, 4, 5, 6, 7, 12])


@pytest.fixture
def desk(site):
    """Open the next report that nobody has touched, at its reading desk."""

    def open_at(*, language="en", width=1440, number=None, **more):
        page = site.page(language=language, width=width, **more)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(f"/register/read/{number or next(_reports)}/")
        return page

    return open_at


def at_hand(page):
    return page.locator('.finding[aria-current="true"]')


def decided(page):
    return int(page.locator("#progress progress").get_attribute("value"))


@LANGUAGES
@WIDTHS
def test_ten_findings_are_confirmed_by_keyboard(desk, language, width):
    page = desk(language=language, width=width)
    already = decided(page)

    for _ in range(10):
        page.keyboard.press("c")

    expect(page.locator("#progress progress")).to_have_attribute(
        "value", str(already + 10)
    )
    expect(page.locator("#rows .finding.s-confirmed")).to_have_count(10)
    expect(at_hand(page)).to_have_attribute("data-status", "proposed")
    expect(at_hand(page)).to_be_focused()
    assert page.errors == []
    assert violations(page) == []


def test_the_keys_lie_where_they_lie_on_an_arabic_keyboard(desk):
    page = desk(language="ar", number=LOOKED_AT)
    first = at_hand(page).get_attribute("data-number")

    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'ت', code: 'KeyJ', bubbles: true}))"
    )

    assert at_hand(page).get_attribute("data-number") != first


def test_the_source_and_the_list_go_together(desk):
    page = desk(language="en", number=LOOKED_AT)

    page.keyboard.press("j")
    page.keyboard.press("j")

    number = at_hand(page).get_attribute("data-number")
    marked = page.locator(f'mark.here[data-findings~="{number}"]')
    expect(marked.first).to_be_in_viewport()
    page.keyboard.press("k")
    assert at_hand(page).get_attribute("data-number") != number


def test_a_rejection_asks_why_and_needs_no_answer(desk):
    page = desk()
    figure = page.locator("#rows .finding.k-figure").first
    row = page.locator(f"#{figure.get_attribute('id')}")
    row.click(position={"x": 5, "y": 5})

    page.keyboard.press("x")
    expect(row.locator(".why-not input")).to_be_focused()
    page.keyboard.press("Enter")

    expect(row).to_have_attribute("data-status", "rejected")
    expect(row).to_contain_text("The text does not say so.")
    expect(page.locator("mark.s-rejected").first).to_be_visible()


def test_undo_brings_the_finding_back_to_hand(desk):
    page = desk()
    row = page.locator(f"#{at_hand(page).get_attribute('id')}")
    page.keyboard.press("c")
    expect(row).to_have_attribute("data-status", "confirmed")

    page.keyboard.press("u")

    expect(row).to_have_attribute("data-status", "proposed")
    expect(row.get_by_role("button", name="Confirm")).to_be_visible()


def test_several_findings_are_rejected_together(desk):
    page = desk()

    page.keyboard.press("Space")
    page.keyboard.press("Shift+J")
    expect(page.locator(".finding.selected")).to_have_count(2)
    page.keyboard.press("x")
    page.keyboard.type("A caption, not the report.")
    page.locator('#decide button[value="reject"]').click()

    expect(page.locator("#rows .finding.s-rejected")).to_have_count(2)
    expect(page.locator(".finding.selected")).to_have_count(0)
    first = page.locator("#rows .finding.s-rejected").first
    expect(first).to_contain_text("A caption, not the report.")


@WIDTHS
def test_a_figure_is_corrected_where_it_stands(desk, width):
    page = desk(width=width, number=8)
    row = page.locator("#rows .finding.k-figure[data-open]").first
    row = page.locator(f"#{row.get_attribute('id')}")
    row.click(position={"x": 5, "y": 5})

    page.keyboard.press("e")
    value = row.locator("input[name=value]")
    expect(value).to_be_focused()
    value.fill("a lot")
    value.press("Enter")
    expect(row.locator(".errorlist")).to_contain_text("is no number")
    expect(value).to_have_value("a lot")
    assert violations(page) == []
    value.fill("٨٤")
    value.press("Enter")

    expect(row).to_have_attribute("data-status", "confirmed")
    assert page.errors == []


def test_escape_leaves_the_form_and_changes_nothing(desk):
    page = desk(number=LOOKED_AT)
    row = page.locator(f"#{at_hand(page).get_attribute('id')}")
    page.keyboard.press("e")
    expect(row.locator("form.fields")).to_be_visible()

    page.keyboard.press("Escape")

    expect(row.locator("form.fields")).to_have_count(0)
    expect(row).to_have_attribute("data-status", "proposed")


def test_who_was_slower_is_told_and_sees_what_was_decided(site, desk):
    mine = desk(number=11)
    theirs = site.page("omar", language="en")
    theirs.goto("/register/read/11/")
    row = f"#{at_hand(mine).get_attribute('id')}"
    theirs.keyboard.press("c")
    expect(theirs.locator(row)).to_have_attribute("data-status", "confirmed")

    mine.keyboard.press("x")
    mine.keyboard.press("Enter")

    expect(mine.locator(row)).to_have_attribute("data-status", "confirmed")
    expect(mine.locator(row)).to_contain_text("already confirmed by Omar")


def test_the_help_shows_the_keys_and_can_switch_them_off(desk):
    page = desk(number=LOOKED_AT)
    before = decided(page)
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    assert violations(page) == []
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")

    page.keyboard.press("c")

    page.reload()
    assert decided(page) == before


def test_without_scripts_the_page_is_read_and_decided_on(desk):
    page = desk(scripts=False, number=10)
    row = page.locator("#rows .finding[data-open]").first
    number = row.get_attribute("data-number")

    row.get_by_role("button", name="Confirm").click()

    assert page.url.endswith(f"#finding-{number}")
    confirmed = page.locator(f"#finding-{number}")
    expect(confirmed).to_have_attribute("data-status", "confirmed")
    confirmed.get_by_role("button", name="Undo").click()
    expect(page.locator(f"#finding-{number}")).to_have_attribute(
        "data-status", "proposed"
    )
    page.locator(f"#finding-{number}").get_by_role("link", name="Edit").click()
    page.get_by_role("button", name="Save and confirm").click()
    expect(page.locator(f"#finding-{number}")).to_have_attribute(
        "data-status", "confirmed"
    )


@LANGUAGES
@WIDTHS
def test_no_page_of_the_register_bars_anybody(site, language, width):
    page = site.page(language=language, width=width)
    page.goto("/register/read/9/")
    if page.locator("#rows .finding.s-confirmed").count() == 0:
        page.keyboard.press("c")
        expect(page.locator("#rows .finding.s-confirmed")).to_have_count(1)
    entry = page.locator("#rows .finding.s-confirmed .deeds a").first
    addresses = ("/register/", "/register/waiting/", "/register/decisions/")

    for address in (*addresses, entry.get_attribute("href")):
        page.goto(address)

        assert violations(page) == [], address
        wider = page.evaluate(
            "document.documentElement.scrollWidth"
            " - document.documentElement.clientWidth"
        )
        assert wider <= 0, address
