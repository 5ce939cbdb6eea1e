"""Somebody new starts the demonstration, and does all that an analyst does in a day."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from desk.browser import Site, violations
from flows.demonstration import demonstration

pytestmark = pytest.mark.browser
# A busy machine takes its time; what never comes fails all the same.
expect.set_options(timeout=30_000)


@pytest.fixture
def entered(browser, demonstrated, tmp_path, request):
    """A page of the demonstration, signed in with the password that it printed."""
    language, width = request.param
    with demonstration(demonstrated, tmp_path / "demo") as url:
        told = demonstrated.told
        site = Site(url, tmp_path, browser)
        page = site._context(width, language, None).new_page()
        page.goto(f"{url}/sign-in/")
        page.fill("input[name=username]", told["sign in"])
        page.fill("input[name=password]", told["password"])
        page.press("input[name=password]", "Enter")
        expect(page.locator("main h1")).to_be_visible()
        yield page
        assert site.outside() == []
        site.close_pages()


def looked_at(page):
    """A page without a serious fault for who reads it by other means than eyes."""
    assert violations(page) == [], page.url


@pytest.mark.parametrize(
    "entered",
    [("ar", 1440), ("en", 390)],
    ids=["Arabic, wide", "English, narrow"],
    indirect=True,
)
def test_an_analysts_first_day(entered):
    page = entered
    looked_at(page)
    confirms_ten(page)
    resolves_a_contradiction(page)
    sees_the_chart(page)
    finds_it_again(page)
    takes_it_along(page)
    sees_each_act(page)


def confirms_ten(page):
    """Read an Arabic report with its findings, and confirm ten by keyboard."""
    page.goto("/register/waiting/")
    looked_at(page)
    progress = opens_what_waits(page, at_least=10)
    before = int(progress.get_attribute("value"))
    expect(page.locator("article.text")).to_have_attribute("dir", "rtl")
    for number in range(1, 11):
        page.keyboard.press("c")
        expect(progress).to_have_attribute("value", str(before + number))
    looked_at(page)


def opens_what_waits(page, *, at_least):
    """Open the first Arabic report with enough findings that wait."""
    links = page.locator(
        'main a[href^="/register/read/"]:has([lang="ar"]), main a[href^="/register/read/"][lang="ar"]'
    )
    addresses = [one.get_attribute("href") for one in links.all()]
    for address in addresses:
        page.goto(address)
        progress = page.locator("#progress progress")
        decided, all_of_them = (progress.get_attribute(one) for one in ("value", "max"))
        if int(all_of_them) - int(decided) >= at_least:
            return progress
    raise AssertionError(f"none of {addresses} has {at_least} findings that wait")


def resolves_a_contradiction(page):
    """Say which of two counts stands, and why."""
    page.goto("/contradictions/")
    looked_at(page)
    card = page.locator("article.contradiction").first
    card.locator('input[name="choice"]').first.check()
    card.locator('input[name="because"]').fill("بيان الخارجية الكويتية هو المصدر الأول")
    card.locator("button").first.click()
    expect(page.locator(".resolution q").first).to_contain_text("المصدر الأول")


def sees_the_chart(page):
    """The indicator of members, drawn, with a table that says the same."""
    page.goto("/indicators/")
    looked_at(page)
    page.locator(
        'main tbody a:has-text("التحالف"), main tbody a:has-text("Coalition")'
    ).last.click()
    chart = page.locator('img[src*="chart.svg"]')
    expect(chart).to_be_visible()
    # The page's own policy lets no test evaluate a waiting condition in it.
    drawn = 0
    for _ in range(100):
        drawn = chart.evaluate("image => image.naturalWidth")
        if drawn:
            break
        page.wait_for_timeout(200)
    assert drawn > 100
    assert page.locator("main tbody tr").count() > 3
    looked_at(page)


def finds_it_again(page):
    """A word with another prefix and another alef finds the report."""
    page.goto("/search/?q=" + "وللاراضي")
    expect(page.locator(".results mark").first).to_contain_text("الأراضي")
    looked_at(page)


def takes_it_along(page):
    """The register as a file that a spreadsheet opens."""
    page.goto("/register/")
    looked_at(page)
    with page.expect_download() as taken:
        page.locator('.exports a:has-text("CSV")').click()
    with taken.value.path().open("rb") as file:
        written = file.read()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert len(rows) > 20
    assert any(re.search("[\u0600-\u06ff]", str(row)) for row in rows)


def sees_each_act(page):
    """The trail has every act of the day, and its chain holds."""
    page.goto("/audit/")
    looked_at(page)
    acts = page.locator("main tbody").inner_text()
    for act in ("exports.hand_out", "contradictions.resolve"):
        assert act in acts
    assert acts.count("register.confirm") >= 10
