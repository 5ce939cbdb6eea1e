"""From posts of the demonstration to a notice, its refusal, an appeal and the account of it.

The steps are those of docs/content-tour.md. Letters go to a mail server on this machine.
"""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from desk.browser import Site, violations
from desk.dispatches.conftest import Postbox, mail_server
from flows.demonstration import demonstration

pytestmark = pytest.mark.browser
expect.set_options(timeout=60_000)
WHY = "it is the known recipe, spread for its own sake"
APPEAL = "نشرت الوصفة لأبين لأهل الحي أنها خاطئة، ولم أنشرها ليعمل أحد بها."


@pytest.fixture
def cell(browser, demonstrated, tmp_path, request):
    """Pages of the people of the demonstration, one of a stranger, and a mail server."""
    language, width = request.param
    box, told = Postbox(), demonstrated.told
    with mail_server(box) as server:
        mail = {
            "MARSAD_SMTP": f"smtp://127.0.0.1:{server.port}",
            "MARSAD_MAIL_FROM": "Communications cell <cell@marsad.example>",
        }
        with demonstration(demonstrated, tmp_path / "demo", **mail) as url:
            site = Site(url, tmp_path, browser)
            cell = Cell(site, url, told, language, width, box)
            yield cell
            assert site.outside() == []
            site.close_pages()


class Cell:
    """The people at their pages."""

    def __init__(self, site, url, told, language, width, box):
        self.site, self.url, self.told, self.box = site, url, told, box
        self.language, self.width = language, width

    def stranger(self):
        page = self.site._context(self.width, self.language, None).new_page()
        page.set_default_timeout(60_000)
        return page

    def person(self, username, password):
        page = self.stranger()
        page.goto(f"{self.url}/sign-in/")
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", password)
        page.press("input[name=password]", "Enter")
        expect(page.locator("main h1")).to_be_visible()
        return page

    def reader(self, number):
        name = f"reader{number}"
        return self.person(name, self.told[f"to read cases as {name}"])

    def director(self):
        return self.person(self.told["sign in"], self.told["password"])


@pytest.mark.parametrize(
    "cell",
    [("ar", 1440), ("en", 390)],
    ids=["Arabic, wide", "English, narrow"],
    indirect=True,
)
def test_from_a_post_to_the_public_account_of_it(cell):
    first, second, third = (cell.reader(number) for number in (1, 2, 3))
    case = opens_the_first_case(first)
    says_why_it_matched(first)
    decides(first)
    sees_no_reading_of_others(second, case)
    decides(second)
    notice = refers(first, case)
    address = arrives(cell.box, notice)
    is_refused(first, notice)
    reference = appeals(cell.stranger(), address)
    may_not_answer(first, reference)
    upholds(third, reference)
    is_withdrawn(first, notice, cell.box)
    is_told(cell.stranger(), reference)
    stands_in_the_account(cell.director())


def letters(box, count):
    """So many letters, as soon as the worker has carried them."""
    until = time.monotonic() + 90
    while len(box.letters) < count:
        assert time.monotonic() < until, "the letter did not come"
        time.sleep(0.5)
    return box.letters


def opens_the_first_case(page):
    """Take the first of the queue; its words are folded and its pictures blurred."""
    page.goto("/cases/")
    assert violations(page) == []
    page.locator("table.queue tbody a").first.click()
    page.locator("section.opening button").click()
    expect(page.locator("form#decide")).to_be_visible()
    assert violations(page) == []
    return page.url


def says_why_it_matched(page):
    """Both sides stand beside each other with the words that are alike."""
    for button in page.locator("form[action$='/look/'] button").all()[:1]:
        button.click()
        page.wait_for_load_state()
    expect(page.locator("#posts mark").first).to_be_attached()


def decides(page):
    """Say that it is the known content, with the exception check."""
    if page.locator("form#decide").count() == 0:
        page.locator("section.opening button").click()
    for card in page.locator("article.post", has_text="تقرير اليوم").all():
        card.locator("select").select_option("journalism")
    page.locator("input[name=verdict][value=refer]").check()
    page.fill("#purpose", WHY)
    for one in page.locator(".exception input[value=no]").all():
        one.check()
    page.fill("#because", WHY)
    page.locator("form#decide button").first.click()
    page.wait_for_url(re.compile(r"/cases/$"))


def sees_no_reading_of_others(page, case):
    """The second reader reads blind."""
    page.goto(case)
    assert WHY not in page.content()


def refers(page, case):
    """Let a notice go, after reading what it will say."""
    number = case.rstrip("/").rpartition("/")[2]
    page.goto(f"/referrals/cases/{number}/")
    page.locator("select[name$=category]").select_option(index=1)
    page.fill(
        "textarea[name$=description]",
        "The post repeats, word for word, a recipe that is known to be wrong.",
    )
    page.locator("main form.card input[name$=because]").last.fill("two readers agree")
    assert "t.me/copier" not in page.content()
    expect(page.locator("p.message-warning").first).to_be_visible()
    assert violations(page) == []
    page.locator("main form.card button:not(.second)").last.click()
    page.wait_for_url(re.compile(r"/referrals/\d+/$"))
    return page.url


def arrives(box, notice):
    """The letter reaches the mail server once, with the address and what it is."""
    [letter] = letters(box, 1)
    words = letter.get_content()
    assert "for your own voluntary assessment" in words.lower()
    assert "it is not an order" in words.lower()
    found = re.search(r"https://t\.me/\S+", words)
    assert found, words
    return found.group()


def is_refused(page, notice):
    """The platform answers no, and a person notes it."""
    page.goto(notice)
    page.locator("form[action$='/reply/'] select[name$=what]").select_option("refused")
    form = page.locator("form[action$='/reply/']")
    form.locator("input[name$=because]").fill("their letter says so")
    form.locator("button").click()
    page.wait_for_load_state()
    assert violations(page) == []


def appeals(page, address):
    """Whoever wrote the post appeals, without an account and without a cookie."""
    page.goto("/ar/appeals/content/")
    page.fill("input[name=post]", address)
    page.fill("textarea[name=words]", APPEAL)
    page.wait_for_timeout(3000)
    page.locator("form.form button").click()
    reference = page.locator(".notice .big").inner_text()
    # The language is this test's own wish; the website sets nothing.
    assert {one["name"] for one in page.context.cookies()} <= {"language"}
    return reference


def may_not_answer(page, reference):
    """Who read the case is shown no way to answer."""
    page.goto("/complaints/")
    page.get_by_text(reference).first.click()
    assert page.locator("form.answer").count() == 0


def upholds(page, reference):
    """Somebody who took no part finds that the writer is right."""
    page.goto("/complaints/")
    page.get_by_text(reference).first.click()
    assert violations(page) == []
    page.check("input[value=upheld]")
    page.fill(
        "textarea[name=words]",
        "قرأنا منشورك كاملا، وهو يحذر من الوصفة، فسحبنا الإشعار.",
    )
    page.fill("input[name=because]", "the whole post was read")
    page.locator("form.answer button").click()
    page.wait_for_load_state()


def is_withdrawn(page, notice, box):
    """The notice is taken back, and the platform is told so."""
    page.goto(notice)
    expect(page.locator("p.message-warning").first).to_be_visible()
    assert len(letters(box, 2)) == 2


def is_told(page, reference):
    """Whoever appealed reads the outcome under their number."""
    page.goto(f"/ar/appeals/content/?reference={reference}")
    expect(page.get_by_text("فسحبنا الإشعار")).to_be_visible()


def stands_in_the_account(page):
    """The account of these days counts the notice, its refusal and the appeal."""
    page.goto("/transparency/")
    today = datetime.now(tz=UTC).date()
    page.fill("input[name=begins]", (today - timedelta(days=30)).isoformat())
    page.fill("input[name=ends]", today.isoformat())
    page.fill("input[name=because]", "to see what the account says")
    page.locator("form[action$='/make/'] button").click()
    page.wait_for_url(re.compile(r"/transparency/\d+/$"))
    assert violations(page) == []
    rows = page.locator("section.report-part")
    assert rows.count() >= 5
    answer = page.request.get(f"{page.url}figures.csv")
    told = answer.text()
    assert re.search(r"withdrawn.*,1\b", told), told[:2000]
    assert re.search(r"upheld.*,1\b", told)
    assert page.request.get(f"{page.url}report.pdf").body().startswith(b"%PDF")
