import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.matching.links.in_text import addresses_in
from marsad.spans import prove


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param(
            "شاهدوا الوصفة على https://t.me/soup/12، وشكراً",
            ["https://t.me/soup/12"],
            id="Arabic comma",
        ),
        pytest.param(
            "الرابط:https://example.org/soup؛ثم",
            ["https://example.org/soup"],
            id="glued signs",
        ),
        pytest.param(
            "وhttps://t.me/soupهنا النص", ["https://t.me/soup"], id="glued words"
        ),
        pytest.param(
            "بـt.me/soup_kitchen/7والسلام",
            ["t.me/soup_kitchen/7"],
            id="glued to no scheme",
        ),
        pytest.param(
            "https://ar.wikipedia.org/wiki/شوربة_العدس.",
            ["https://ar.wikipedia.org/wiki/شوربة_العدس"],
            id="an Arabic path stays whole",
        ),
        pytest.param(
            "(see https://example.org/Soup_(dish)).",
            ["https://example.org/Soup_(dish)"],
            id="brackets",
        ),
        pytest.param("«example.org/soup»", ["example.org/soup"], id="guillemets"),
        pytest.param(
            "hxxps://example[.]com/a et example [.] org/b",
            ["hxxps://example[.]com/a", "example [.] org/b"],
            id="defanged",
        ),
        pytest.param(
            "https://a.example/xhttps://b.example/y",
            ["https://a.example/x", "https://b.example/y"],
            id="two glued together",
        ),
        pytest.param(
            "https://web.archive.org/web/2020/http://a.example/x",
            ["https://web.archive.org/web/2020/http://a.example/x"],
            id="one within another",
        ),
        pytest.param("tg://resolve?domain=soup", ["tg://resolve?domain=soup"], id="tg"),
        pytest.param("زوروا شوربة.السعودية/أ", ["شوربة.السعودية/أ"], id="Arabic host"),
        pytest.param(
            "soup\u200f https://a.example/x\u200f", ["https://a.example/x"], id="marks"
        ),
        pytest.param("mail cook@example.com, first.last@example.com", [], id="mail"),
        pytest.param("It is 3.5 or 10.30, ok.", [], id="numbers"),
        pytest.param("انتهى.ثم بدأ", [], id="a full stop without a blank"),
        pytest.param(
            "http://127.0.0.1:80/y 1.2.3.4", ["http://127.0.0.1:80/y"], id="IP"
        ),
    ],
)
def test_addresses_are_found_where_people_write_them(text, quotes):
    assert [address.span.quote for address in addresses_in(text)] == quotes


@given(
    st.lists(
        st.sampled_from(
            "https:// hxxp:// t.me/ example.org [.] [dot] . / ? @ ( ) ، شوربة soup \u200f \n : tg://".split(
                " "
            )
        )
        | st.text(max_size=5),
        max_size=15,
    ).map("".join)
)
def test_every_address_stands_where_it_says(text):
    found = addresses_in(text)

    for address in found:
        prove(address.span, text)
    ends = [(address.span.start, address.span.end) for address in found]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize(
    "text",
    [
        "a." * 50_000,
        "a" * 100_000,
        "http://" * 15_000,
        "[.]" * 30_000,
        "a-" * 50_000,
        "https://a.example/" + "(" * 50_000 + ")" * 50_000,
        "https://a.example/" + "." * 100_000,
        " a.b" * 20_000,
    ],
    ids=lambda text: text[:20],
)
def test_no_text_takes_long(text):
    started = time.process_time()

    addresses_in(text)

    assert time.process_time() - started < 1.0
