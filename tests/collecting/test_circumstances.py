from datetime import date

import pytest

from marsad.collecting.circumstances import (
    Circumstances,
    primary_language,
    read_sidecar,
    split_front_matter,
)
from marsad.errors import Unreadable


def test_front_matter_is_parted_from_the_text():
    page = '---\noutlet: "وكالة المرفأ"\npublished: 2016-09-30\n---\nقال الوزير.\n'

    text, said = split_front_matter(page, subject="a.md")

    assert text == "قال الوزير.\n"
    assert said == Circumstances(published=date(2016, 9, 30), outlet="وكالة المرفأ")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("# Rome\n\nThe ministers met.\n", id="a heading first"),
        pytest.param("---\nno end of it\n", id="a line that is never closed"),
        pytest.param("قال\n---\noutlet: x\n---\n", id="lines further down"),
    ],
)
def test_a_text_without_front_matter_stays_whole(page):
    text, said = split_front_matter(page, subject="a.md")

    assert (text, said) == (page, Circumstances())


def test_a_date_that_is_none_is_refused_rather_than_dropped():
    with pytest.raises(Unreadable, match=r"published 'last week'.*YYYY-MM-DD"):
        Circumstances.of({"published": "last week"}, subject="a.meta.json")


def test_a_moment_counts_as_its_own_day():
    said = Circumstances.of({"published": "2021-06-28T23:30:00+03:00"}, subject="a")

    assert said.published == date(2021, 6, 28)


def test_an_outlet_that_is_no_text_is_refused():
    with pytest.raises(Unreadable, match="outlet 7"):
        Circumstances.of({"outlet": 7}, subject="a.meta.json")


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        pytest.param("ar-KW", "ar", id="with a country"),
        pytest.param("FR", "fr", id="capital letters"),
        pytest.param("ckb", "ckb", id="three letters"),
        pytest.param("", None, id="empty"),
        pytest.param("Arabic", None, id="a word, not a tag"),
    ],
)
def test_a_language_tag_gives_its_language(tag, language):
    assert primary_language(tag) == language


@pytest.mark.parametrize("name", ["report.txt.meta.json", "report.meta.json"])
def test_a_sidecar_is_found_by_either_name(tmp_path, name):
    (tmp_path / name).write_text('{"outlet": "AFP", "language": "fr"}')

    said = read_sidecar(tmp_path / "report.txt")

    assert said == Circumstances(outlet="AFP", language="fr")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("{", id="cut off"),
        pytest.param("[1]", id="a list"),
        pytest.param("[" * 100_000, id="nested without end"),
    ],
)
def test_a_broken_sidecar_is_named(tmp_path, content):
    (tmp_path / "report.meta.json").write_text(content)

    with pytest.raises(Unreadable, match=r"report\.meta\.json: is no JSON object"):
        read_sidecar(tmp_path / "report.txt")


def test_what_is_said_beside_a_text_goes_over_what_it_says_itself():
    beside = Circumstances(outlet="Petra")
    itself = Circumstances(outlet="petra.example.org", title="روما")

    assert beside.over(itself) == Circumstances(outlet="Petra", title="روما")
