"""Tests for the pack as a whole."""

import csv
import hashlib
import io
import json

import pytest

from makers import commitment, days, document, quote, reading
from marsad.composing.check import check_pack
from marsad.composing.pack import build_pack
from marsad.errors import Refused
from marsad.marking import Marking


def _record(pack, name):
    return json.loads((pack.folder / name).read_text("utf-8"))


def test_a_pack_holds_every_form_of_every_language(drafted):
    files = {
        path.relative_to(drafted.folder).as_posix()
        for path in drafted.folder.rglob("*")
        if path.is_file()
    }

    for language in ("ar", "en", "fr"):
        for ending in ("html", "pdf", "docx"):
            assert f"brief-{language}.{ending}" in files
        for chart in ("members", "figures"):
            assert {
                f"charts/{chart}-{language}.svg",
                f"charts/{chart}-{language}.png",
            } <= files
    assert {
        "index.html",
        "figures.csv",
        "sources.json",
        "register.json",
        "pack.json",
        "manifest.json",
    } <= files
    assert {f"sources/{name}.txt" for name in "abc"} <= files


def test_the_same_readings_give_the_same_bytes(readings, drafted, tmp_path):
    again = build_pack(
        tuple(reversed(readings)), tmp_path / "again", languages=("ar", "en", "fr")
    )

    assert again.sha256 == drafted.sha256


def test_every_sentence_in_every_language_is_cited(drafted):
    sentences = _record(drafted, "pack.json")["sentences"]

    assert {one["language"] for one in sentences} == {"ar", "en", "fr"}
    assert all(one["citations"] for one in sentences)
    assert all(one["citations"] for one in _record(drafted, "pack.json")["rows"])


def test_all_languages_say_the_same_with_the_same_citations(drafted):
    sentences = _record(drafted, "pack.json")["sentences"]
    by_language = {
        language: [
            (one["id"], one["citations"])
            for one in sentences
            if one["language"] == language
        ]
        for language in ("ar", "en", "fr")
    }

    assert by_language["ar"] == by_language["en"] == by_language["fr"]


def test_a_pack_says_on_its_face_that_it_is_a_draft(drafted):
    arabic = (drafted.folder / "brief-ar.html").read_text("utf-8")
    english = (drafted.folder / "brief-en.html").read_text("utf-8")

    assert "مسودة غير مُجازة" in arabic
    assert "Draft, not cleared" in english
    assert "TLP:CLEAR" in arabic
    assert _record(drafted, "pack.json")["status"] == "draft"


def test_a_source_without_a_public_address_makes_the_pack_amber(tmp_path):
    source = document("وتضم الرابطة 83 عضواً.")
    private = type(source)("private", source.text, source.published, "ar")

    pack = build_pack([reading(private)], tmp_path / "pack")

    assert pack.marking is Marking.AMBER
    assert "TLP:AMBER" in (pack.folder / "brief-en.html").read_text("utf-8")


def test_a_statement_keeps_its_language_and_is_never_translated(drafted):
    sentences = _record(drafted, "pack.json")["sentences"]
    (english,) = [
        one
        for one in sentences
        if one["language"] == "en" and one["section"] == "statements"
    ]
    quoted = {one["language"]: one["text"] for one in english["quoted"]}

    assert set(quoted) == {"ar", "en"}
    assert quoted["ar"].startswith("لدينا 83 شريكاً")


def test_rival_values_stand_side_by_side_with_their_sources(drafted):
    sentences = _record(drafted, "pack.json")["sentences"]
    texts = [
        one["text"]
        for one in sentences
        if one["section"] == "contradictions" and one["language"] == "en"
    ]

    assert len(texts) == 1
    assert "83 members (as of 29 June 2021) according to وكالة المرفأ" in texts[0]
    assert "84 members (as of 29 June 2021) according to Northgate Wire" in texts[0]


def test_the_archive_keeps_the_exact_letters_of_each_source(drafted, readings):
    for source, read in zip(
        _record(drafted, "sources.json")["documents"], readings, strict=True
    ):
        raw = (drafted.folder / source["file"]).read_bytes()
        assert raw.decode("utf-8") == read.document.text
        assert hashlib.sha256(raw).hexdigest() == source["sha256"]


def test_the_table_of_figures_opens_safely_in_a_spreadsheet(drafted):
    raw = (drafted.folder / "figures.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert {row["status"] for row in rows} >= {"disputed", "latest"}
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_words_of_a_source_are_never_taken_for_markup(drafted):
    page = (drafted.folder / "brief-en.html").read_text("utf-8")

    assert "<b>Luigi</b>" not in page
    assert "&lt;b&gt;Luigi&lt;/b&gt;" in page


def test_an_older_pack_gives_way_and_leaves_nothing_behind(readings, tmp_path):
    build_pack(readings, tmp_path, languages=("ar", "en"))
    build_pack(readings[:1], tmp_path, languages=("ar",))

    assert not (tmp_path / "brief-en.html").exists()
    assert not (tmp_path / "sources" / "b.txt").exists()


def test_a_folder_with_other_files_is_not_touched(readings, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(Refused, match="no pack"):
        build_pack(readings, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("languages", "problem"),
    [
        pytest.param(("ar", "de"), "no brief can be written in de", id="an unknown language"),
        pytest.param((), "no language", id="no language at all"),
    ],
)  # fmt: skip
def test_a_language_that_cannot_be_written_is_refused(
    readings, tmp_path, languages, problem
):
    with pytest.raises(Refused, match=problem):
        build_pack(readings, tmp_path, languages=languages)


def test_a_pack_of_nothing_is_refused(tmp_path):
    with pytest.raises(Refused, match="nothing"):
        build_pack([], tmp_path)


def test_two_documents_of_one_name_are_refused(readings, tmp_path):
    with pytest.raises(Refused, match="two documents"):
        build_pack([readings[0], readings[0]], tmp_path)


def test_what_title_and_story_both_say_is_quoted_from_the_story(tmp_path):
    text = """Italy pledges $200 million
Italy pledged $200 million on Tuesday.
"""
    both = reading(
        document(text, language="en"),
        commitment("Italy pledges $200 million", "IT", amount=(2e8, "USD")),
        commitment("Italy pledged $200 million", "IT", amount=(2e8, "USD")),
    )

    pack = build_pack([both], tmp_path / "pack", languages=("en",))

    (sentence,) = _record(pack, "pack.json")["sentences"]
    assert [one["text"] for one in sentence["quoted"]] == ["Italy pledged $200 million"]


def test_reports_without_a_day_invent_none(tmp_path):
    source = document(
        '"We have 83 partners, all of them here," Bo said.', language="en"
    )
    undated = type(source)("undated", source.text, None, "en")
    said = reading(
        undated,
        quote("We have 83 partners, all of them here,", "Bo"),
        commitment("We have", "IT", due=days("2021-01-01", "2021-12-31")),
    )

    pack = build_pack([said], tmp_path / "pack", languages=("ar", "en"))

    texts = [one["text"] for one in _record(pack, "pack.json")["sentences"]]
    assert "Bo, quoted by undated:" in texts
    assert not [text for text in texts if " 1:" in text or "January 1" in text]
    assert check_pack(pack.folder) == ()


def test_reports_without_findings_still_make_a_pack(tmp_path):
    pack = build_pack([reading(document("لا شيء هنا يذكر."))], tmp_path / "pack")

    assert pack.sentences == 0
    assert "No headline figure" in (pack.folder / "brief-en.html").read_text("utf-8")
