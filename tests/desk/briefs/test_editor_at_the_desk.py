"""Writing a brief in a real browser, from the right and from the left."""

import re
import sqlite3
import time

import pytest
from playwright.sync_api import expect

from desk import browser as browsing

pytestmark = pytest.mark.browser

# Faults that axe finds in the editor's own pages, where no template of ours reaches.
# Each has its element; a fault of ours, or one more of theirs, is not in the list.
THEIRS = frozenset(())


# Whoever else is here stands in a tip, which the page takes out of itself until somebody
# points at it, or in the label of a button, once they wrote.
_IS_TOLD_OF = """name => [...document.querySelectorAll('.w-editing-sessions__list *')]
  .some(one => [one.ariaLabel, one._tippy?.props.content.textContent]
    .some(said => said?.includes(name)))"""


@pytest.fixture(scope="module")
def briefs(browser, tmp_path_factory):
    """A running site with a short brief and a long one."""
    data = browsing.seed(tmp_path_factory.mktemp("briefs") / "data", SEEDING)
    with browsing.running(data, browser) as site:
        yield site


SEEDING = "desk.briefs.editor_seeding"


@pytest.fixture
def site(briefs):
    """The site; after each test its pages are closed, and they asked nobody else."""
    yield briefs
    briefs.close_pages()
    assert briefs.outside() == []


def pages(site, language="ar"):
    """The short brief and the long one in a language, by their numbers."""
    with sqlite3.connect(site.data / "marsad.sqlite3") as rows:
        found = rows.execute(
            "SELECT b.page_ptr_id FROM briefs_brief b"
            " JOIN wagtailcore_page p ON p.id = b.page_ptr_id"
            " JOIN wagtailcore_locale l ON l.id = p.locale_id"
            " WHERE l.language_code = ? ORDER BY 1",
            [language],
        ).fetchall()
    return [number for (number,) in found]


def first_revision(site, number):
    """The oldest text of a page, by its number."""
    with sqlite3.connect(site.data / "marsad.sqlite3") as rows:
        asked = "SELECT MIN(id) FROM wagtailcore_revision WHERE object_id = ?"
        [(found,)] = rows.execute(asked, [str(number)]).fetchall()
    return found


def watched(page):
    """What a page complains of: blocked by its policy, failed, or not there."""
    told = []
    page.on("console", lambda one: told.append(one.text) if one.type == "error" else 0)
    page.on("pageerror", lambda one: told.append(str(one)))
    page.on(
        "response",
        lambda one: told.append(f"{one.status} {one.url}") if one.status >= 400 else 0,
    )
    return told


def opened(site, number, language="ar", username="lina", **more):
    """The form of a brief, with everything that it loads."""
    page = site.page(username, language=language, **more)
    page.told = watched(page)
    page.goto(f"/editing/pages/{number}/edit/")
    page.wait_for_selector("footer .action-save")
    page.wait_for_selector(".chooser .chosen-words")
    return page


def written(page):
    """What stands in the fields of the form."""
    return page.eval_on_selector_all("textarea", "all => all.map(one => one.value)")


def saved(page):
    """Save, and wait for the page that comes after."""
    with page.expect_navigation():
        page.click("footer .action-save")
    page.wait_for_selector(".messages .success")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_officer_writes_chooses_saves_comments_compares_and_goes_back(
    site, language
):
    number = pages(site, language)[0]
    page = opened(site, number, language)
    assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")

    # A new statement, at the end, with an entry found by its words. Until it is there,
    # the last field is that of the statement before it.
    texts = page.locator("textarea[name^='body-'][name$='-value-text']")
    before = texts.count()
    page.locator(
        "[data-streamfield-stream-container] button.c-sf-add-button"
    ).last.click()
    page.locator('[role="option"]').nth(1).click()
    words = f"جملة جديدة عن التحالف ({language})"
    expect(texts).to_have_count(before + 1)
    text = texts.last
    text.fill(words)
    section = text.locator("xpath=ancestor::section[1]")
    section.locator("button.c-sf-add-button").first.click()
    section.locator("[data-chooser-action-choose]:visible").first.click()
    page.wait_for_selector(".chooser-lines a")
    with page.expect_response(lambda answer: "q=" in answer.url) as found:
        page.fill(".modal input[name=q]", "والتَّحالف")
    found.value.finished()
    page.wait_for_timeout(500)
    first = page.locator(".chooser-lines a").first
    chosen = first.locator(".chosen-words").inner_text()
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".modal", state="detached")
    line = section.locator(".chosen-words").last
    assert line.inner_text() == chosen
    assert line.get_attribute("dir") in ("rtl", "ltr")
    assert "TLP:" in section.locator(".chosen-facts").last.inner_text()
    saved(page)
    assert words in written(page)

    # The comparison with what was before, and the way back.
    page.goto(f"/editing/pages/{number}/revisions/compare/earliest...latest/")
    assert words in page.content()
    page.goto(f"/editing/pages/{number}/history/")
    assert "Lina" in page.content()
    page.goto(
        f"/editing/pages/{number}/revisions/{first_revision(site, number)}/revert/"
    )
    page.wait_for_selector("footer .action-save")
    assert words not in written(page)
    saved(page)
    assert words not in written(page)
    assert page.told == []


def test_a_comment_is_made_answered_and_settled(site):
    number = pages(site)[0]
    page = opened(site, number)
    page.hover("[data-contentpath='title']")
    page.locator("[data-contentpath='title'] [data-comment-add]").click()
    page.locator("#comments textarea:visible").fill("من قال هذا؟")
    page.locator("#comments form button[type=submit]:visible").click()
    saved(page)
    page.locator('[data-side-panel-toggle="comments"]').click()
    assert page.get_by_text("من قال هذا؟").count() >= 1

    other = opened(site, number, username="omar")
    other.locator('[data-side-panel-toggle="comments"]').click()
    other.get_by_text("من قال هذا؟").first.click()
    other.locator(
        ".comment-reply-input, .comment__reply-input, textarea.comment__reply-input"
    ).first.fill("الوزير")
    other.locator("#comments button[type=submit]:visible").last.click()
    saved(other)
    assert "الوزير" in other.content()
    assert page.told == other.told == []


def test_the_preview_is_the_printed_page_in_its_frame(site):
    page = opened(site, pages(site)[0])
    page.locator('[data-side-panel-toggle="preview"]').click()
    frame = page.frame_locator("[data-side-panel='preview'] iframe").first
    frame.locator("text=مسودة غير").first.wait_for()

    assert frame.locator("html").get_attribute("dir") == "rtl"
    assert page.told == []


def test_whoever_opens_what_another_edits_is_told(site):
    number = pages(site)[0]
    first = opened(site, number)
    second = opened(site, number, username="omar")

    second.wait_for_function(_IS_TOLD_OF, arg="Lina")

    assert first.told == second.told == []


def test_a_mixed_text_keeps_its_order_whatever_the_language_of_the_page(site):
    page = opened(site, pages(site)[0], "en")
    style = page.locator("textarea[name=summary]").evaluate(
        "one => [getComputedStyle(one).unicodeBidi, getComputedStyle(one).textAlign]"
    )

    assert style == ["plaintext", "start"]


def test_nothing_leads_to_what_does_not_answer(site):
    page = opened(site, pages(site)[0])
    for panel in ("status", "comments"):
        page.locator(f'[data-side-panel-toggle="{panel}"]').click()
    seen = "all => all.filter(one => one.offsetParent).map(one => one.href)"
    links = page.eval_on_selector_all("a[href]", seen)
    ours = {one.split("#")[0] for one in links if one.startswith(site.url)}

    assert ours
    for link in sorted(ours):
        answer = page.request.get(link)
        assert answer.status == 200, link
    buttons = page.locator("[data-side-panel='status']").inner_text()
    assert not re.search("نقل|نسخ|حذف|نشر الصفحة", buttons)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_serious_of_ours(site, language):
    page = opened(site, pages(site, language)[0], language)
    found = {(rule, str(targets)) for rule, targets, _ in browsing.violations(page)}

    assert {rule for rule, _ in found} <= THEIRS, found

    page.locator("[data-chooser-action-choose]").first.evaluate("one => one.click()")
    page.wait_for_selector(".chooser-lines a")
    # While the dialogue fades in, every colour in it is paler than it will be.
    expect(page.locator(".modal:has(.chooser-lines)").first).to_have_css("opacity", "1")
    found = {(rule, str(targets)) for rule, targets, _ in browsing.violations(page)}

    assert {rule for rule, _ in found} <= THEIRS, found


def test_a_long_brief_opens_within_two_seconds(site):
    number = pages(site)[1]
    page = opened(site, number)
    # Once warm: what the server itself takes for the page.
    began = time.monotonic()
    answer = page.request.get(f"/editing/pages/{number}/edit/")

    assert answer.status == 200
    assert time.monotonic() - began < 2.0
