"""The public pages in a real browser: light, quiet, accessible, right at every width."""

import pytest

from desk import browser as browsing

pytestmark = pytest.mark.browser

# First view of a page with fonts, style and pictures, as it goes over the line.
MOST_BYTES = 150_000
FIRST = "2026-001"
# The one was recalled, the other never was.
ABSENT = ("briefs/2026-006/", "nothing/")
PAGES = (
    "", f"briefs/{FIRST}/", "briefs/", "figures/", "commitments/", "meetings/",
    "members/", "timeline/", "corrections/", "transparency/", "appeals/", "search/?q=87",
    "feeds/", "how-we-work/", "mission/", f"claims/{FIRST}/1/", *ABSENT,
)  # fmt: skip
_WEIGHT = """() => {
  const all = [...performance.getEntriesByType('navigation'),
               ...performance.getEntriesByType('resource')];
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return {
    bytes: all.reduce((sum, one) => sum + one.transferSize, 0),
    requests: all.length,
    paint: paint ? Math.round(paint.startTime) : null,
  };
}"""
_VIOLATIONS = """document.addEventListener('securitypolicyviolation',
  event => (window.refused = window.refused || []).push(event.violatedDirective))"""


@pytest.fixture(scope="module")
def public_site(browser, tmp_path_factory):
    """A server with the releases of world.fill."""
    data = tmp_path_factory.mktemp("public") / "data"
    browsing.seed(data, module="desk.website.world")
    with browsing.running(data, browser) as running:
        yield running


class Visitor:
    """Somebody who was never here: no cookie before, none after, and no other host asked."""

    def __init__(self, site):
        self.site, self.contexts, self.asked = site, [], []

    def __call__(self, path, *, width=1440, scripts=True, scheme="light"):
        """Open a page."""
        context = self.site.browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            reduced_motion="reduce",
            color_scheme=scheme,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.add_init_script(_VIOLATIONS)
        page.goto(f"{self.site.url}{path}")
        return page

    def leave(self):
        """Close what is open; nothing is left of the visit."""
        while self.contexts:
            context = self.contexts.pop()
            assert context.cookies() == []
            context.close()
        ours = (self.site.url, "data:")
        assert [one for one in self.asked if not one.startswith(ours)] == []


@pytest.fixture
def visit(public_site):
    """A visit to the website."""
    visitor = Visitor(public_site)
    yield visitor
    visitor.leave()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("path", ["", f"briefs/{FIRST}/", "figures/"])
def test_the_first_view_is_light(visit, language, path, record_property):
    page = visit(f"/{language}/{path}", width=390)
    page.wait_for_load_state("networkidle")
    weight = page.evaluate(_WEIGHT)

    print(f"\n/{language}/{path}: {weight}")
    record_property("weight", weight)
    assert weight["bytes"] < MOST_BYTES
    assert weight["requests"] <= 8


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_is_accessible_and_its_policy_refuses_nothing(
    visit, language, width
):
    page, said = visit(f"/{language}/", width=width), []
    page.on("console", lambda one: said.append(f"{page.url}: {one.text}"))
    for path in PAGES:
        page.goto(f"{visit.site.url}/{language}/{path}")
        assert browsing.violations(page) == [], path
        assert page.evaluate("window.refused || []") == [], path
    # That a page is not there is said on it; the browser notes it as well.
    absent = tuple(f"{visit.site.url}/{language}/{path}: Failed" for path in ABSENT)
    assert [one for one in said if not one.startswith(absent)] == []


@pytest.mark.parametrize("path", ["", f"briefs/{FIRST}/", "appeals/"])
def test_the_dark_is_accessible_as_well(visit, path):
    page = visit(f"/ar/{path}", scheme="dark")

    assert browsing.violations(page) == []


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_nothing_is_wider_than_a_small_telephone(visit, language):
    page = visit(f"/{language}/", width=360)
    for path in PAGES:
        page.goto(f"{visit.site.url}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_descriptions_for_machines_pass_the_policy(visit):
    page = visit(f"/ar/briefs/{FIRST}/")

    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert page.evaluate("window.refused || []") == []


def test_sources_open_without_any_script(visit):
    page = visit(f"/en/briefs/{FIRST}/", scripts=False)
    source = page.locator("details.source").first
    assert not source.locator("mark").is_visible()

    source.locator("summary").click()

    assert source.locator("mark").first.is_visible()


def test_a_reader_objects_without_any_script(visit, public_site):
    page = visit(f"/en/briefs/{FIRST}/", scripts=False)
    page.get_by_role("link", name="Object to it").click()
    assert page.input_value("input[name=number]") == FIRST
    page.fill("textarea[name=words]", "The number is of another year.")
    page.wait_for_timeout(3500)
    page.get_by_role("button", name="Send").click()

    reference = page.locator(".notice .big").inner_text()
    assert len(reference) == 14
    page.goto(f"{public_site.url}/en/appeals/")
    page.fill("#reference", reference)
    page.get_by_role("button", name="Ask").click()
    assert "Nobody has answered it yet" in page.locator(".notice").inner_text()


def test_keys_alone_lead_through_a_page(visit):
    page = visit("/ar/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_minus_signs_and_percent_signs_stand_where_they_belong(visit):
    page = visit(f"/ar/briefs/{FIRST}/")
    number = page.locator("bdi", has_text="-70.5%").first
    places = number.evaluate(
        """node => [0, node.firstChild.length - 1].map(at => {
             const range = document.createRange();
             range.setStart(node.firstChild, at); range.setEnd(node.firstChild, at + 1);
             return range.getBoundingClientRect().x; })"""
    )

    assert places[0] < places[1], "the minus sign is drawn before its digits"


def test_labels_of_drawings_stand_beside_them_in_arabic(visit):
    page = visit(f"/ar/briefs/{FIRST}/")
    drawing = page.locator("svg.drawing").first.bounding_box()
    labels = page.locator("svg.drawing").first.locator("text")
    for at in range(labels.count()):
        box = labels.nth(at).bounding_box()
        assert box["x"] >= drawing["x"] - 1
        assert box["x"] + box["width"] <= drawing["x"] + drawing["width"] + 1


@pytest.mark.parametrize(("language", "sign"), [("ar", -1), ("en", 1)])
def test_columns_of_tables_follow_the_language(visit, language, sign):
    page = visit(f"/{language}/members/")
    heads = page.locator("thead th")
    places = [heads.nth(at).bounding_box()["x"] * sign for at in range(heads.count())]

    assert places == sorted(places)
