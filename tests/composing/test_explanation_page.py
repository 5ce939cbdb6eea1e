from pathlib import Path

import pytest

from marsad.collecting.files import open_file
from marsad.collecting.folders import Input
from marsad.composing.explanation import explain_as_html
from marsad.reading.pipeline import Reading, read

REPORTS = Path(__file__).parents[2] / "examples" / "reports"

pytestmark = pytest.mark.browser


@pytest.fixture
def page_of(tmp_path):
    def write(name):
        document, _ = open_file(Input(REPORTS / name, Path(name).stem))
        page = tmp_path / "page.html"
        page.write_text(explain_as_html([Reading(document, read(document))]))
        return page.as_uri()

    return write


@pytest.mark.parametrize("width", [390, 1440], ids=["on a telephone", "on a desk"])
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("01-kuwait-conference.txt", id="Arabic"),
        pytest.param("07-tillerson-pledge.txt", id="English"),
        pytest.param("05-londres-bilan.md", id="French"),
    ],
)
def test_nothing_stands_out_over_the_edge(open_page, page_of, name, width):
    page = open_page(page_of(name), width)

    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert overflow <= 0


def test_an_arabic_report_begins_at_the_right(open_page, page_of):
    page = open_page(page_of("01-kuwait-conference.txt"), 1440)

    first = page.evaluate(
        """() => {
            const words = document.createTreeWalker(document.querySelector('.text'), 4).nextNode();
            const range = document.createRange();
            range.setStart(words, 0); range.setEnd(words, 1);
            const box = document.querySelector('.text').getBoundingClientRect();
            return range.getBoundingClientRect().left - (box.left + box.right) / 2;
        }"""
    )

    assert first > 0


def test_a_mark_leads_to_its_reason(open_page, page_of):
    page = open_page(page_of("01-kuwait-conference.txt"), 1440)

    page.locator("sup a").first.click()

    assert page.locator("li:target .why").is_visible()
