"""Tests for the pack of an edition, with a test for each trap of paper and drawings."""

import csv
import hashlib
import importlib.util
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from composing.edition_maker import MEDIA, SHA256, edition
from marsad.composing.edition_pack import edition_pack, zip_of
from marsad.composing.editions import Block, Sort, from_json, to_json
from marsad.composing.typesetting import Recall
from marsad.errors import Refused
from marsad.marking import Marking

LANGUAGES = ("ar", "en", "fr")
HOSTILE = (
    "#set page(fill: red) $x^2$ @ref *bold* [link](javascript:1) <script>alert(1)</script>"
    " \\textbf{x} {{ 7 * 7 }} =1+1 & \u202e reversed 🙂 中"
)


@pytest.fixture(scope="module")
def pack():
    """The pack of one edition in three languages."""
    return edition_pack(edition(), MEDIA, signer=lambda raw: b"signed %d" % len(raw))


@pytest.fixture(scope="module")
def hostile():
    """The pack of an edition whose every text tries to be something else."""
    made = edition("en", "ar")
    manuscripts = tuple(
        replace(
            one,
            title=HOSTILE,
            summary=HOSTILE,
            foreword=HOSTILE,
            blocks=tuple(
                replace(
                    block,
                    text=HOSTILE,
                    media=block.media
                    and replace(block.media, alternative=HOSTILE, credit=HOSTILE),
                )
                for block in one.blocks
            ),
        )
        for one in made.manuscripts
    )
    entries = tuple(
        replace(
            one,
            words=f"{HOSTILE} {one.words}",
            actor=dict.fromkeys(one.actor, HOSTILE),
            series_name=dict.fromkeys(one.series_name, HOSTILE),
            passages=tuple(
                replace(
                    p, quote=f"{HOSTILE} {one.words}", title=HOSTILE, outlet=HOSTILE
                )
                for p in one.passages
            ),
        )
        for one in made.entries
    )
    return edition_pack(replace(made, manuscripts=manuscripts, entries=entries), MEDIA)


def _pdf(pack, language):
    return PdfReader(io.BytesIO(pack[f"brief-{language}.pdf"]))


def _word(pack, language):
    return docx.Document(io.BytesIO(pack[f"brief-{language}.docx"]))


def test_a_pack_holds_every_form_of_every_language(pack):
    for language in LANGUAGES:
        for ending in ("html", "pdf", "docx"):
            assert pack[f"brief-{language}.{ending}"]
        for ending in ("svg", "png"):
            assert pack[f"charts/chart-1-{language}.{ending}"]
        for size in ("1200x630", "1080x1080"):
            assert pack[f"cards/figure-1-{language}-{size}.png"]
            assert pack[f"cards/quotation-2-{language}-{size}.png"]
    assert pack["images/hall.png"] == MEDIA[SHA256]
    assert {"index.html", "figures.csv", "sources.json", "edition.json"} <= pack.keys()


def test_the_manifest_names_every_file_and_the_signature_is_of_the_manifest(pack):
    manifest = json.loads(pack["manifest.json"])

    unlisted = {"manifest.json", "manifest.json.minisig"}
    assert manifest["files"].keys() == pack.keys() - unlisted
    assert all(
        hashlib.sha256(pack[path]).hexdigest() == sha256
        for path, sha256 in manifest["files"].items()
    )
    assert manifest["number"] == "2026-014"
    assert pack["manifest.json.minisig"] == b"signed %d" % len(pack["manifest.json"])


def test_the_same_edition_gives_the_same_bytes(pack):
    again = edition_pack(edition(), MEDIA, signer=lambda raw: b"signed %d" % len(raw))

    assert again == pack
    assert zip_of(again) == zip_of(dict(reversed(list(pack.items()))))


def test_the_edition_goes_along_as_it_is(pack):
    assert pack["edition.json"] == to_json(edition())
    assert from_json(pack["edition.json"]) == edition()


def test_passages_go_along_and_full_texts_do_not(pack):
    record = json.loads(pack["sources.json"])
    whole = "The league now has 87 members, it said in Rome. About 10,500 fighters are still held."

    assert not any(path.startswith("sources/") for path in pack)
    assert not any(whole.encode() in raw for raw in pack.values())
    assert all(
        {"start", "end", "quote", "sha256", "citation"} <= one.keys()
        for one in record["passages"]
    )
    assert {one["outlet"] for one in record["documents"]} >= {"وكالة المرفأ"}


def test_figures_stand_in_a_table_that_no_spreadsheet_runs(pack):
    rows = list(csv.DictReader(io.StringIO(pack["figures.csv"].decode("utf-8-sig"))))
    by_entry = {row["entry"]: row for row in rows}

    assert by_entry["3"]["value"] == "'-70.5"
    assert by_entry["2"]["status"] == "expired"
    assert by_entry["27"]["status"] == "disputed"
    assert by_entry["1"]["sha256"]


def test_a_picture_that_is_not_there_or_not_the_one_is_refused():
    with pytest.raises(Refused, match="not there"):
        edition_pack(edition("en"), {})
    with pytest.raises(Refused, match="hash differs"):
        edition_pack(edition("en"), {SHA256: b"another"})


def test_a_zip_holds_every_file_and_no_time(pack):
    with zipfile.ZipFile(io.BytesIO(zip_of(pack))) as archive:
        assert set(archive.namelist()) == pack.keys()
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_dated_by_the_release(pack, language):
    released = datetime(2026, 11, 22, 14, tzinfo=UTC)
    properties = _word(pack, language).core_properties

    assert _pdf(pack, language).metadata.creation_date == released
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=UTC) == released


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_passes_an_outside_validator_of_pdf_ua(pack, hostile, language):
    if importlib.util.find_spec("page") is None:
        pytest.skip("page-validation, a validator of PDF/UA, is not installed")
    import page  # noqa: PLC0415

    packs = (pack, hostile) if language != "fr" else (pack,)
    for one in packs:
        raw = one[f"brief-{language}.pdf"]
        report = page.validate_pdf_bytes(raw, profile="ua1")
        assert report.rules.total > 100
        assert report.is_compliant, [one.message for one in report.failures]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_tagged_titled_and_every_drawing_has_words(pack, language):
    reader = _pdf(pack, language)
    root = reader.trailer["/Root"]
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    figures = [tag for tag in tags if tag.get("/S") == "/Figure"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert len(figures) == 2
    assert all(len(tag["/Alt"]) > 20 for tag in figures)
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/Link"} <= {
        tag.get("/S") for tag in tags
    }
    # Words of another language are told to be so.
    assert {tag.get("/Lang") for tag in tags} - {None, language}


def _tags(node):
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from _tags(node["/K"])


def test_no_letter_is_missing_in_the_fonts_of_a_pdf(pack):
    for language in LANGUAGES:
        fonts = {
            font.get_object()["/BaseFont"].partition("+")[2]
            for page in _pdf(pack, language).pages
            for font in page["/Resources"]["/Font"].values()
        }
        assert {one.partition("-")[0] for one in fonts} <= {
            "IBMPlexSansArabic",
            "NotoNaskhArabic",
        }
        # Latin letters and the percent sign are in the font beside the Arabic one.
        text = "".join(page.extract_text() for page in _pdf(pack, language).pages)
        assert "%" in text
        assert "Northgate Wire" in " ".join(re.sub("[\u2066-\u2069]", "", text).split())


def test_arabic_words_come_out_of_a_pdf_as_they_were_written(pack, tmp_path):
    (tmp_path / "ar.pdf").write_bytes(pack["brief-ar.pdf"])
    texts = ["".join(page.extract_text() for page in _pdf(pack, "ar").pages)]
    try:
        ran = subprocess.run(
            ["pdftotext", tmp_path / "ar.pdf", "-"], capture_output=True, check=True
        )
        texts.append(ran.stdout.decode())
    except FileNotFoundError:
        pass
    expected = _arabic(_text(pack["brief-ar.html"].decode()))
    for text in texts:
        found = set(_arabic(text))
        right = sum(word in found for word in expected)
        assert right / len(expected) > 0.85


def _arabic(text):
    return re.findall("[\u0621-\u0652]+", text)


def _text(html):
    main = html[html.index("<main") : html.index('<section id="sources"')]
    main = re.sub("(?s)<svg.*?</svg>|<details.*?</details>", " ", main)
    return re.sub("<[^>]+>", " ", main)


def test_minus_and_percent_keep_their_side_in_every_form(pack):
    html = pack["brief-ar.html"].decode()

    assert '<bdi class="number">-70.5%</bdi>' in html
    assert '<bdi class="name">https://northgate.example.org/2/</bdi>' in html
    assert "bdi, time { unicode-bidi: isolate; }" in html
    runs = {
        run.text: run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is None
        for run in _word(pack, "ar").element.body.iter(qn("w:r"))
    }
    assert runs["-70.5%"]


def test_a_citation_beside_a_year_cannot_join_it(pack):
    html = pack["brief-ar.html"].decode()

    assert re.search(r'2026</bdi> ?\S*<span class="cites"> <a class="cite"', html)
    assert ".cite {" in html
    assert "unicode-bidi: isolate" in html[html.index(".cite {") :][:300]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_a_chart_are_not_flipped_by_the_page(pack, language):
    html = pack[f"brief-{language}.html"].decode()
    svg = pack[f"charts/chart-1-{language}.svg"].decode()

    assert ".chart svg { display: block; direction: ltr;" in html
    assert svg.partition(">")[2] in html
    if language == "ar":
        assert "\u2067أعضاء الرابطة\u2069" in svg


def test_tables_and_sections_of_a_word_file_run_from_right_to_left(pack):
    body = _word(pack, "ar").element.body
    tables = list(body.iter(qn("w:tblPr")))

    assert tables
    assert all(table.find(qn("w:bidiVisual")) is not None for table in tables)
    assert all(
        section.find(qn("w:bidi")) is not None for section in body.iter(qn("w:sectPr"))
    )
    french = _word(pack, "fr").element.body
    assert not list(french.iter(qn("w:bidiVisual")))


def test_a_word_file_holds_pictures_with_words_and_notes(pack):
    body = _word(pack, "en").element.body
    told = [one.get("descr") for one in body.iter(qn("wp:docPr"))]
    with zipfile.ZipFile(io.BytesIO(pack["brief-en.docx"])) as archive:
        notes = archive.read("word/footnotes.xml").decode()

    assert "A wide hall with rows of empty seats" in told
    assert any("Members of the league" in (one or "") for one in told)
    assert "87 members" in notes


def test_hostile_words_stay_words_on_a_page(hostile):
    html = hostile["brief-en.html"].decode()

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7 * 7 }}" in html
    assert "javascript:" not in "".join(re.findall('(?:href|src)="[^"]*"', html))
    assert "{{ 7 * 7 }}" in hostile["index.html"].decode()


def test_hostile_words_stay_words_in_print(hostile):
    reader = PdfReader(io.BytesIO(hostile["brief-en.pdf"]))
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())

    assert "#set page(fill: red) $x^2$ @ref *bold*" in text
    assert "\ufffd" in text


def test_hostile_words_stay_words_in_word_and_in_drawings(hostile):
    with zipfile.ZipFile(io.BytesIO(hostile["brief-en.docx"])) as archive:
        text = archive.read("word/document.xml").decode()
    svg = hostile["charts/chart-1-en.svg"].decode()

    assert "$x^2$ @ref *bold* [link](javascript:1)" in text
    assert "&lt;script&gt;" in text
    assert "<script" not in svg


def test_a_page_asks_no_other_host(pack):
    for language in LANGUAGES:
        html = pack[f"brief-{language}.html"].decode()
        loaded = re.findall(r'(?:[ ]src="|srcset="|url\("?)([^")]{0,20})', html)
        assert loaded
        assert all(one.startswith("data:") for one in loaded)


def test_a_recalled_pack_says_so_on_every_face():
    recall = Recall(
        datetime(2026, 11, 23, 9, tzinfo=UTC), {"en": "The source withdrew."}
    )
    recalled = edition_pack(edition("en"), MEDIA, recall=recall)

    assert "Recalled: number" in _plain(recalled["brief-en.html"])
    assert "The source withdrew." in _plain(recalled["brief-en.html"])
    assert "The source withdrew." in _plain(recalled["index.html"])
    assert "Recalled" in _pdf(recalled, "en").pages[0].extract_text()
    assert "Recalled" in _word(recalled, "en").core_properties.subject
    assert json.loads(recalled["manifest.json"])["recalled"]["notice"]
    assert not [path for path in recalled if path.startswith("cards/")]


def _plain(raw):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", raw.decode()))


def test_a_marking_stands_on_every_face():
    amber = edition_pack(edition("en", marking=Marking.AMBER_STRICT), MEDIA)

    assert "TLP:AMBER+STRICT" in _plain(amber["brief-en.html"])
    assert "TLP:AMBER+STRICT" in _pdf(amber, "en").pages[-1].extract_text()
    assert "TLP:AMBER+STRICT" in _word(amber, "en").core_properties.subject
    assert json.loads(amber["manifest.json"])["marking"] == "TLP:AMBER+STRICT"


def test_an_edition_of_words_alone_is_a_pack_too():
    made = edition("fr")
    manuscript = replace(
        made.in_language("fr"), blocks=(Block("r", Sort.REMARK, "Bonjour."),)
    )

    pack = edition_pack(replace(made, manuscripts=(manuscript,), entries=()), {})

    assert "Bonjour." in _plain(pack["brief-fr.html"])
    assert not [path for path in pack if path.startswith(("charts/", "cards/"))]
