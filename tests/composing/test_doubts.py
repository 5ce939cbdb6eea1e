"""Tests for doubts: what they are known by, and what they say."""

import re
from dataclasses import replace

import pytest

from marsad.composing.counting import table
from marsad.composing.doubts import Code, Doubt, doubt_of, explain
from marsad.composing.editions import Block, Media, Sort
from supported import MEMBERS, PLEDGE

LANGUAGES = ("ar", "en", "fr")
BLOCK = Block("a", Sort.STATEMENT, "84 members", (1,))
MEDIA = Media("camp", "", "image/png", 8, 6, "Tents", "Harbour Wire", "CC BY 4.0")


def _doubt(block=BLOCK, entries=(MEMBERS,), words="84", language="en", **more):
    return doubt_of(
        Code.NUMBER,
        language,
        block,
        words=words,
        entries=entries,
        details={"wrote": words, "holds": "83", "case": "held", **more},
    )


def test_the_same_doubt_has_the_same_key():
    assert _doubt().key == _doubt().key


@pytest.mark.parametrize(
    "other",
    [
        _doubt(replace(BLOCK, text="84 members.")),
        _doubt(replace(BLOCK, entries=(1, 2))),
        _doubt(replace(BLOCK, id="b")),
        _doubt(replace(BLOCK, draft="machine")),
        _doubt(replace(BLOCK, media=MEDIA)),
        _doubt(entries=(replace(MEMBERS, version=2),)),
        _doubt(entries=(MEMBERS, PLEDGE)),
        _doubt(words="85"),
        _doubt(language="fr"),
        _doubt(holds="82"),
    ],
    ids=[
        "text",
        "entries of the block",
        "block",
        "draft",
        "picture",
        "version",
        "entries",
        "words",
        "language",
        "what the entry holds",
    ],
)
def test_what_was_overridden_is_open_again_once_anything_of_it_changes(other):
    assert other.key != _doubt().key


def test_a_doubt_names_its_block_and_its_entries():
    doubt = _doubt()

    assert (doubt.block, doubt.entries, doubt.words) == ("a", (1,), "84")


@pytest.mark.parametrize(
    "code",
    [
        Code.UNCITED,
        Code.NUMBER,
        Code.NAME,
        Code.EXPIRED,
        Code.CONTRADICTED,
        Code.ONE_MESSAGE,
        Code.CHANGED_ORIGINAL,
        Code.FACT_IN_REMARK,
        Code.REPORTED_AS_SAID,
        Code.NO_LICENCE,
    ],
)
def test_a_named_person_may_answer_for_it(code):
    assert Doubt(code, "en", "a", "").may_be_overridden


@pytest.mark.parametrize(
    "code",
    [
        Code.UNKNOWN_ENTRY,
        Code.RETRACTED,
        Code.MARKING,
        Code.QUOTATION,
        Code.NO_ALTERNATIVE,
        Code.NO_CREDIT,
        Code.MACHINE_DRAFT,
        Code.UNTRANSLATED,
        Code.EMPTY,
    ],
)
def test_nobody_may_answer_for_it(code):
    assert not Doubt(code, "en", "a", "").may_be_overridden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(Code))
def test_every_doubt_is_explained_in_one_sentence(code, language):
    details = dict.fromkeys(("wrote", "holds", "day", "rivals", "theirs"), "83")
    said = explain(Doubt(code, language, "a", "84", (1,), details), language)

    assert said.endswith(".")
    assert "{" not in said
    assert is_in(language, said)


def is_in(language, text):
    has_arabic = bool(re.search("[ء-ي]", text))
    return has_arabic == (language == "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_table_belongs_to_a_code(language):
    for row in table("doubts"):
        assert row["code"].split(".")[0] in set(Code)
        assert row[language]


def test_numbers_and_names_stand_isolated_in_the_sentence():
    said = explain(_doubt(), "ar")

    assert "\u206684\u2069" in said
    assert "\u206683\u2069" in said
    assert "\u20661\u2069" in said


def test_each_case_of_a_code_has_a_sentence_of_its_own():
    cases = ("held", "bound", "unit", "day")
    said = {explain(_doubt(case=one), "en") for one in cases}

    assert len(said) == len(cases)


def test_a_heading_is_told_that_nothing_bears_it():
    said = explain(_doubt(entries=()), "en")

    assert said.startswith("No entry that this brief cites")


def test_long_words_are_cut_short():
    words = "All of the members agree. " * 20
    doubt = Doubt(Code.UNCITED, "en", "a", words)

    assert len(explain(doubt, "en")) < 300


def test_french_puts_blanks_that_never_break_inside_its_marks():
    said = explain(_doubt(), "fr")

    assert "«\u00a0" in said
    assert " :" not in said
