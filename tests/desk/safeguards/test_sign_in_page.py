import pytest

from desk.browser import violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_person_signs_in_and_finds_the_doors(site, width, language):
    page = site.page(width=width, language=language)
    page.goto("/")

    assert page.locator("nav.rooms a").count() >= 1
    assert page.locator("html").get_attribute("dir") == (
        "rtl" if language == "ar" else "ltr"
    )
    assert violations(page) == []
