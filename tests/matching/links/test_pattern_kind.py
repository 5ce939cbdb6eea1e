import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address
from marsad.matching.links.pattern_kind import URL_PATTERN


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://www.Example.org/Recipes/*", "example.org/Recipes/*"),
        ("*://*.example.org/*", "*.example.org/*"),
        ("example.org", "example.org/*"),
        ("example.org/soup", "example.org/soup"),
        ("example[.]org/soup/**", "example.org/soup/*"),
        ("https://telegram.me/s/SoupKitchen/*", "t.me/soupkitchen/*"),
        ("twitter.com/Cook/*", "x.com/cook/*"),
        ("شوربة.السعودية/*", "xn--ngbcwl4h.xn--mgberp4a5d4ar/*"),
        ("name.wordpress.com/*", "name.wordpress.com/*"),
        ("example.org/p?topic=soup&utm_source=x", "example.org/p?topic=soup"),
    ],
)
def test_a_pattern_has_one_form(written, canonical):
    assert URL_PATTERN.canonical(written) == canonical
    assert URL_PATTERN.canonical(canonical) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "*",
        "*.com",
        "com/*",
        "*.co.uk/*",
        "t.me/*",
        "https://t.me/s/*",
        "t.me/a*",
        "t.me/*/12",
        "x.com/*/status/*",
        "x.com/i/*",
        "*.t.me/*",
        "youtube.com/watch*",
        "youtube.com/*",
        "facebook.com/groups/*",
        "archive.org/details/*",
        "web.archive.org/web/*",
        "*.wordpress.com/*",
        "*.blogspot.com/*",
        "*.github.io",
        "telegra.ph",
        "exa*mple.org/*",
        "example.*/soup",
        "example.org/" + "*a" * 20,
        "example.org/" + "a" * 600,
        "soup",
    ],
)
def test_a_pattern_that_takes_in_too_much_is_refused_with_a_way_out(written):
    with pytest.raises(Unreadable) as refusal:
        URL_PATTERN.canonical(written)

    assert refusal.value.way_out


@pytest.mark.parametrize(
    ("pattern", "address", "is_met"),
    [
        ("t.me/soupkitchen/*", "https://t.me/s/SoupKitchen", True),
        ("t.me/soupkitchen/*", "https://t.me/soupkitchen/9", True),
        (
            "t.me/soupkitchen/*",
            "https://web.archive.org/web/2024/t.me/s/soupkitchen/9",
            True,
        ),
        ("t.me/soupkitchen*", "https://t.me/soupkitchen_two", True),
        ("x.com/cook/*", "https://twitter.com/Cook/status/1", True),
        ("example.org/a/*", "https://example.org/ab", False),
        ("example.org/a", "https://example.org/a/b", False),
        ("example.org/a/*/c", "https://example.org/a/b/c", True),
        ("example.org/a/*/c", "https://example.org/a/b/b/c", False),
        ("example.org/*", "https://sub.example.org/a", False),
        ("*.example.org/*", "https://example.org/a", True),
        ("example.org/p?topic=soup", "https://example.org/p?a=1&topic=soup", True),
        ("example.org/p?topic=soup", "https://example.org/p?topic=salad", False),
    ],
)
def test_a_pattern_takes_in_what_lies_there(pattern, address, is_met):
    banked, met = URL_PATTERN.canonical(pattern), canonical_address(address)

    assert bool(URL_PATTERN.compare(banked, met)) is is_met
    assert bool(URL_PATTERN.index([(1, banked)]).find([met])[0]) is is_met


@given(
    st.text("ab*", min_size=1, max_size=8).filter(lambda glob: "**" not in glob),
    st.text("ab", min_size=1, max_size=8),
)
def test_a_star_stands_for_any_letters_of_one_step(glob, step):
    pattern = URL_PATTERN.canonical(f"example.org/x/{glob}/y")
    met = canonical_address(f"example.org/x/{step}/y")
    as_rule = ".*".join(map(re.escape, glob.split("*")))

    assert bool(URL_PATTERN.compare(pattern, met)) is bool(re.fullmatch(as_rule, step))


def test_a_pattern_of_many_stars_is_not_slow():
    pattern = URL_PATTERN.canonical("example.org/" + "*a" * 8)
    met = canonical_address("example.org/" + "a" * 3000 + "b")
    started = time.process_time()

    assert URL_PATTERN.compare(pattern, met) is None
    assert time.process_time() - started < 0.5
