"""Tests for the check of a pack: whatever is altered, it is named."""

import hashlib
import json

import pytest

from marsad.composing.bearing import bears
from marsad.composing.check import check_pack


def _replace(folder, name, before, after):
    path = folder / name
    text = path.read_text("utf-8")
    assert before in text, f"{before!r} is not in {name}"
    path.write_text(text.replace(before, after, 1), "utf-8")


def _rehash(folder):
    """Write the manifest anew, as a forger would who knows about it."""
    path = folder / "manifest.json"
    record = json.loads(path.read_text("utf-8"))
    for name in record["files"]:
        raw = (folder / name).read_bytes()
        record["files"][name] = hashlib.sha256(raw).hexdigest()
    path.write_text(json.dumps(record), "utf-8")


def _problems(folder):
    return [str(fault) for fault in check_pack(folder)]


def test_a_pack_as_written_holds(drafted):
    assert check_pack(drafted.folder) == ()


def test_every_single_file_is_proved_by_its_hash(pack_copy):
    names = [
        path.relative_to(pack_copy).as_posix()
        for path in sorted(pack_copy.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    ]
    for name in names:
        path = pack_copy / name
        raw = path.read_bytes()
        altered = bytearray(raw)
        altered[len(raw) // 2] ^= 1
        path.write_bytes(bytes(altered))
        assert any(name in problem for problem in _problems(pack_copy)), name
        path.write_bytes(raw)

    assert check_pack(pack_copy) == ()


@pytest.mark.parametrize(
    ("name", "before", "after", "problem"),
    [
        pytest.param("sources/a.txt", "83 عضواً.", "93 عضواً.", "is not the text that was read", id="a digit in a source"),
        pytest.param("sources/b.txt", "Rome", "Roma", "is not the text that was read", id="a letter in a source, far from any citation"),
        pytest.param("sources.json", "لدينا 83 شريكاً", "لدينا 88 شريكاً", "but its source reads", id="a quote in the citations"),
        pytest.param("sources.json", '"value": 98', '"value": 99', "says otherwise", id="the value of a citation"),
        pytest.param("pack.json", "98% of the territory", "99% of the territory", "does not show its figure", id="a figure in a sentence on record"),
        pytest.param("pack.json", '"text": "We have 83', '"text": "We had 83', "not the words cited", id="a quotation on record"),
        pytest.param("brief-en.html", "of the territory once held", "of the territory still held", "where the record has", id="a word in a page"),
        pytest.param("brief-ar.html", "تحرر ", "تحررت ", "where the record has", id="a letter in an Arabic page"),
        pytest.param("brief-en.html", "We have 83 partners", "We have 88 partners", "does not say", id="a quotation in a page"),
        pytest.param("brief-en.html", '<bdi class="number">98%</bdi></span></p>', '<bdi class="number">99%</bdi></span></p>', "where the record has", id="a large figure in a page"),
        pytest.param("figures.csv", ",98,", ",99,", "not the value cited", id="a value in the table"),
    ],
)  # fmt: skip
def test_a_change_is_found_though_every_hash_was_written_anew(
    pack_copy, name, before, after, problem
):
    _replace(pack_copy, name, before, after)
    _rehash(pack_copy)

    assert any(problem in found for found in _problems(pack_copy)), _problems(pack_copy)


def test_a_figure_changed_everywhere_but_in_the_source_is_found(pack_copy):
    for name in ("pack.json", "sources.json"):
        path = pack_copy / name
        text = path.read_text("utf-8")
        path.write_text(text.replace("98", "99"), "utf-8")
    _rehash(pack_copy)

    assert any("its source reads" in found for found in _problems(pack_copy))


def test_a_sentence_without_a_citation_is_found(pack_copy):
    path = pack_copy / "pack.json"
    record = json.loads(path.read_text("utf-8"))
    record["sentences"][0]["citations"] = []
    path.write_text(json.dumps(record), "utf-8")
    _rehash(pack_copy)

    assert any("cites nothing" in found for found in _problems(pack_copy))


def test_a_sentence_added_to_a_page_is_found(pack_copy):
    added = '<p><span data-sentence="figure-99">All is well.</span></p></main>'
    _replace(pack_copy, "brief-en.html", "</main>", added)
    _rehash(pack_copy)

    assert any("is no sentence of this pack" in found for found in _problems(pack_copy))


def test_a_mark_that_leads_elsewhere_is_found(pack_copy):
    _replace(pack_copy, "brief-en.html", 'href="#citation-1"', 'href="#citation-2"')
    _rehash(pack_copy)

    assert any("leads to" in found for found in _problems(pack_copy))


def test_a_file_too_many_and_a_file_too_few_are_found(pack_copy):
    (pack_copy / "extra.txt").write_text("hello")
    (pack_copy / "brief-fr.pdf").unlink()

    problems = _problems(pack_copy)

    assert "extra.txt: is no file of this pack" in problems
    assert "brief-fr.pdf: is missing" in problems


def test_a_manifest_that_leads_out_of_the_pack_is_not_followed(pack_copy):
    _replace(pack_copy, "manifest.json", '"pack.json"', '"../pack.json"')

    assert any("leads outside the pack" in found for found in _problems(pack_copy))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("manifest.json", "", id="an empty manifest"),
        pytest.param("manifest.json", "[1]", id="a manifest of another kind"),
        pytest.param("pack.json", "{", id="broken sentences"),
        pytest.param("sources.json", '{"citations": 3}', id="citations that are none"),
        pytest.param("brief-en.html", "<p data-sentence", id="a broken page"),
        pytest.param("figures.csv", "", id="an empty table"),
    ],
)
def test_a_broken_pack_is_a_fault_and_no_crash(pack_copy, name, content):
    (pack_copy / name).write_text(content, "utf-8")

    assert check_pack(pack_copy)


def test_a_folder_that_is_no_pack_is_a_fault(tmp_path):
    assert "no manifest" in str(check_pack(tmp_path)[0])


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        pytest.param("83 عضواً", 83, True, id="digits"),
        pytest.param("١٠ آلاف مقاتل", 10000, True, id="Arabic digits and a scale"),
        pytest.param("2.3 مليار", 2.3e9, True, id="a decimal and a scale"),
        pytest.param("25 000 membres", 25000, True, id="grouped by blanks"),
        pytest.param("2,3 milliards", 2.3e9, True, id="a decimal comma"),
        pytest.param("20%", 0.2, True, id="a share"),
        pytest.param("three quarters", 0.75, True, id="no digits: the reader's word"),
        pytest.param("83 members", 84, False, id="another number"),
        pytest.param("200 million", 2e9, False, id="another scale of the same digits"),
    ],
)
def test_words_bear_the_numbers_in_them(words, value, expected):
    assert bears(words, value) is expected
