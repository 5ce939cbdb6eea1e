from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.limits import Limits
from marsad.collecting.pages import read_page
from marsad.errors import Unreadable

PAGE = """<!doctype html><html lang="ar-KW" dir="rtl"><head><meta charset="utf-8">
<title> اجتماع روما | وكالة المرفأ </title>
<meta property="og:title" content="اجتماع روما">
<meta property="og:site_name" content="وكالة المرفأ">
<meta property="article:published_time" content="2021-06-28T20:15:00+02:00">
<meta property="article:published_time" content="2020-01-01">
<link rel="canonical" href="https://marfa.example.org/rome">
<script>var day = "1 يناير 1999";</script><style>p { color: red }</style></head>
<body><nav><a href="/">الرئيسية</a> <a href="/politics">سياسة</a></nav>
<article><h1>اجتماع روما</h1>
<p>اجتمع وزراء خارجية التحالف الدولي في روما يوم الاثنين، وقال الوزير الإيطالي في
كلمته: «سنواصل العمل معا حتى النهاية».</p>
<p>وأضاف البيان أن 83 عضوا شاركوا في الاجتماع الذي انعقد حضوريا للمرة الأولى منذ
عامين، وأن الاجتماع المقبل سيعقد قبل يونيو 2022.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_an_article_is_read_without_its_furniture():
    text, _ = read_page(PAGE.encode(), subject="a.html")

    assert "«سنواصل العمل معا حتى النهاية»" in text
    assert "83 عضوا" in text
    assert "الرئيسية" not in text
    assert "1999" not in text


def test_paragraphs_are_parted_by_line_ends():
    text, _ = read_page(PAGE.encode(), subject="a.html")

    paragraphs = [
        line for line in text.split("\n") if "الاجتماع" in line or "اجتمع" in line
    ]
    assert len(paragraphs) >= 2


def test_what_is_known_comes_from_meta_tags_alone():
    _, said = read_page(PAGE.encode(), subject="a.html")

    assert said.published == date(2021, 6, 28)
    assert said.title == "اجتماع روما"
    assert said.outlet == "وكالة المرفأ"
    assert said.language == "ar"
    assert said.url == "https://marfa.example.org/rome"


def test_a_date_in_the_text_is_not_taken_for_the_day_of_publication():
    page = "<html><body><article><p>نُشر البيان في 28 أكتوبر 2014.</p></article></body></html>"

    _, said = read_page(page.encode(), subject="a.html")

    assert said.published is None


def test_a_page_in_the_old_encoding_of_windows_is_read_by_its_declaration():
    page = PAGE.replace("utf-8", "windows-1256").encode("windows-1256")

    text, _ = read_page(page, subject="a.html")

    assert "«سنواصل العمل معا حتى النهاية»" in text


def test_a_short_notice_without_an_article_is_read_as_it_is_seen():
    page = (
        "<p>Rome, 28 June.<br>The ministers met.<script>x</script><div>83 members</div>"
    )

    text, _ = read_page(page.encode(), subject="a.html")

    assert text.split("\n") == ["Rome, 28 June.", "The ministers met.", "83 members"]


def test_tags_nested_fifty_thousand_deep_are_refused_quickly():
    page = b"<html><body>" + b"<div>" * 50_000 + b"<p>Rome</p>" + b"</div>" * 50_000

    with pytest.raises(Unreadable, match=r"nests its tags more than 2,000 deep"):
        read_page(page, subject="a.html")


def test_a_page_deeper_than_a_tree_may_be_is_still_read():
    page = b"<div>" * 600 + "<p>اجتمع الوزراء في روما.</p>".encode() + b"</div>" * 600

    text, _ = read_page(page, subject="a.html")

    assert text == "اجتمع الوزراء في روما."


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<html><body><script>load()</script></body></html>", id="only a script"
        ),
        pytest.param("<html><head><title>روما</title></head></html>", id="only a head"),
        pytest.param("<!-- -->", id="only a comment"),
    ],
)
def test_a_page_that_shows_nothing_is_refused(page):
    with pytest.raises(Unreadable, match="shows no text"):
        read_page(page.encode(), subject="a.html")


@given(st.text(alphabet="<>/ap divéم\"'=&#;!-", max_size=200))
def test_broken_markup_gives_text_or_one_clear_error(markup):
    try:
        text, _ = read_page(markup.encode(), subject="a.html", limits=Limits())
    except Unreadable as refused:
        assert refused.way_out
    else:
        assert text.strip()
