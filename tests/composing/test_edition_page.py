"""Tests for the page of an edition in a real browser: both directions, two widths."""

from pathlib import Path

import axe_playwright_python
import pytest

from composing.edition_maker import MEDIA, edition
from marsad.composing.edition_pack import edition_pack

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The pages of an edition in Arabic and English."""
    pack = edition_pack(edition("ar", "en"), MEDIA)
    place = tmp_path_factory.mktemp("edition")
    for name in ("brief-ar.html", "brief-en.html", "index.html"):
        (place / name).write_bytes(pack[name])
    return place


@pytest.fixture(
    params=[(name, width) for name in ("ar", "en") for width in (390, 1200)]
)
def page(request, browser, folder):
    """A page of each language at the width of a telephone and of a desk."""
    language, width = request.param
    opened = browser.new_page(viewport={"width": width, "height": 900})
    opened.asked = []
    opened.on("request", lambda one: opened.asked.append(one.url))
    opened.goto((folder / f"brief-{language}.html").as_uri())
    yield opened
    opened.close()


def test_a_page_fits_is_accessible_and_asks_nobody(page):
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})",
        RULES,
    )
    width = page.evaluate("document.documentElement.scrollWidth")

    assert [one["id"] for one in found["violations"]] == []
    assert width <= page.viewport_size["width"]
    assert [one for one in page.asked[1:] if not one.startswith("data:")] == []


def test_signs_stand_on_their_side_as_they_are_drawn(page):
    # The minus is to the left of its number and the percent sign to its right.
    left_to_right = page.evaluate(
        """() => {
          const shown = [...document.querySelectorAll('bdi.number')]
            .find(one => one.textContent === '-70.5%').firstChild;
          const at = place => {
            const range = document.createRange();
            range.setStart(shown, place); range.setEnd(shown, place + 1);
            return range.getBoundingClientRect().left;
          };
          return [0, 1, 5].map(at);
        }"""
    )

    assert left_to_right == sorted(left_to_right)


def test_labels_of_a_chart_stay_inside_it(page):
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.chart svg text')].filter(one => {
          const box = one.getBoundingClientRect();
          const whole = one.ownerSVGElement.getBoundingClientRect();
          return box.width && (box.left < whole.left - 2 || box.right > whole.right + 2);
        }).map(one => one.textContent)"""
    )

    assert outside == []
