"""Two people take the demonstration's register to a released pack, by hand.

The steps are those of docs/newsroom.md, "A pack in ten minutes".
"""

import io
import json
import re
import subprocess
import sys
import zipfile

import pytest
from playwright.sync_api import expect

from desk.browser import Site, violations
from desk.seeding import ROOT
from flows.demonstration import demonstration

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)
# The day after the newest sample report.
DAY = "2024-10-02"


@pytest.fixture
def cell(browser, demonstrated, tmp_path, request):
    """Pages of the two people of the demonstration, and one of a reader."""
    language, width = request.param
    with demonstration(demonstrated, tmp_path / "demo") as url:
        told = demonstrated.told
        site = Site(url, tmp_path, browser)

        def entered(username, password):
            page = site._context(width, language, None).new_page()
            page.set_default_timeout(60_000)
            page.goto(f"{url}/sign-in/")
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", password)
            page.press("input[name=password]", "Enter")
            expect(page.locator("main h1")).to_be_visible()
            return page

        yield (
            entered(told["sign in"], told["password"]),
            entered(told["to release"], told["its password"]),
            site._context(width, language, None).new_page(),
        )
        assert site.outside() == []
        site.close_pages()


@pytest.mark.parametrize(
    "cell",
    [("ar", 1440), ("en", 390)],
    ids=["Arabic, wide", "English, narrow"],
    indirect=True,
)
def test_from_the_register_to_a_released_pack(cell, tmp_path):
    drafter, officer, reader = cell
    key = begins(drafter)
    stands_side_by_side(drafter, key)
    waits = submits(drafter, key)
    cannot_release_alone(drafter, waits)
    number = releases(officer, waits)
    is_read_by_everybody(reader, number)
    comes_as_a_pack(officer, number, tmp_path)
    stands_in_a_feed(reader, number)
    is_recalled_everywhere(officer, reader, number)


def begins(page):
    """Take everything that the register proposes into a brief of two languages."""
    page.goto("/briefs/")
    page.goto("/briefs/begin/")
    page.fill("#id_as_of", DAY)
    page.fill("#id_since", "2014-01-01")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(f"as_of={DAY}"))
    boxes = page.locator("input[name=take]")
    expect(boxes.first).to_be_attached()
    for box in boxes.all():
        box.check()
    assert violations(page) == []
    page.locator("main button").last.click()
    page.wait_for_url(re.compile(r"/briefs/[0-9a-f-]{36}/"))
    return page.url.rstrip("/").rpartition("/")[2]


def stands_side_by_side(page, key):
    """Both languages are written, and no doubt stands against them."""
    assert page.locator("[lang=ar][dir=rtl]").count() > 10
    assert page.locator("[lang=en][dir=ltr]").count() > 10
    expect(page.locator(f"a[href='/releases/submit/{key}/']")).to_be_visible()
    assert page.locator(".doubt").count() == 0
    assert violations(page) == []


def submits(page, key):
    """Put it before an officer."""
    page.goto(f"/releases/submit/{key}/")
    page.fill("[name$=because]", "The pack of the demonstration")
    page.locator("main form button").last.click()
    page.wait_for_url(re.compile(r"/releases/waiting/\d+/"))
    return page.url


def cannot_release_alone(page, waits):
    """Who drafted it is shown no way to release it."""
    page.goto(waits)
    assert page.locator("form[action$='/release/']").count() == 0


def releases(page, waits):
    """Another person looks at it and lets it out."""
    page.goto(waits)
    assert violations(page) == []
    form = page.locator("form[action$='/release/']")
    form.locator("[name$=because]").fill("Read against its sources")
    form.locator("button").first.click()
    page.wait_for_url(re.compile(r"/releases/\d{4}-\d{3}/"))
    return page.url.rstrip("/").rpartition("/")[2]


def is_read_by_everybody(page, number):
    """The website shows it in both languages, each claim with its source's words."""
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        page.goto(f"/{language}/briefs/{number}/")
        assert page.locator("html").get_attribute("dir") == direction
        source = page.locator("main details").first
        source.locator("summary").click()
        expect(source.locator("blockquote, q, mark").first).to_be_visible()
        assert violations(page) == []
    assert page.context.cookies() == [
        one for one in page.context.cookies() if one["name"] == "language"
    ]


def comes_as_a_pack(page, number, folder):
    """The pack is built in the queue, and proves itself offline."""
    for _ in range(120):
        answer = page.request.get(f"/releases/{number}/pack/")
        if answer.headers["content-type"] == "application/zip":
            break
        page.wait_for_timeout(1000)
    files = zipfile.ZipFile(io.BytesIO(answer.body()))
    names = set(files.namelist())
    for language in ("ar", "en"):
        assert {f"brief-{language}.{kind}" for kind in ("html", "pdf", "docx")} <= names
    assert {"figures.csv", "sources.json", "edition.json", "manifest.json"} <= names
    assert any(name.startswith("charts/") for name in names)
    assert any(name.startswith("cards/") for name in names)
    path = folder / "pack.zip"
    path.write_bytes(answer.body())
    checked = subprocess.run(
        [sys.executable, "-m", "marsad.cli.main", "check", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def stands_in_a_feed(page, number):
    """Feed readers get it in their language."""
    feed = json.loads(page.request.get("/ar/feed.json").text())
    assert number in json.dumps(feed, ensure_ascii=False)


def is_recalled_everywhere(officer, reader, number):
    """A recall takes the words away and says so, on the page and in the feed."""
    officer.goto(f"/releases/{number}/")
    officer.locator("form[action$='/recall/']").evaluate(
        "form => { for (let up = form; up; up = up.parentElement)"
        " if (up.tagName === 'DETAILS') up.open = true }"
    )
    form = officer.locator("form[action$='/recall/']")
    for notice in form.locator("textarea").all():
        if not notice.input_value():
            notice.fill("سُحب هذا الموجز. This brief was recalled.")
    form.locator("[name$=because]").fill("To show what a recall does")
    form.locator("button").last.click()
    expect(officer.locator("form[action$='/recall/']")).to_have_count(0)
    reader.goto(f"/en/briefs/{number}/")
    assert reader.locator("main blockquote").count() == 0
    feed = reader.request.get("/ar/feed.json").text()
    assert "شبكة الساحل" not in feed
