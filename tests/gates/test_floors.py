"""Tests that no kind is read worse than it was, on seen and on held-out passages."""

import json

import pytest

from gates.measuring import (
    ARTICLES,
    ARTICLES_HELD_OUT,
    HELD_OUT,
    LANGUAGES,
    PASSAGES,
    SETS,
    fingerprint,
    is_here,
    passages,
    paths,
    reached,
)

KEPT = {folder: json.loads(file.read_text("utf-8")) for folder, file in SETS.items()}
FLOOR_OF = {
    (folder, language, kind): floor
    for folder, kept in KEPT.items()
    for language, kinds in kept["floors"].items()
    for kind, floor in kinds.items()
}
RENEW = "run `make gate-raise` and review the floors"
NAMES = {
    PASSAGES: "passages",
    HELD_OUT: "held-out passages",
    ARTICLES: "articles",
    ARTICLES_HELD_OUT: "held-out articles",
}
ANY_SET = pytest.mark.parametrize("folder", SETS, ids=NAMES.get)
OF_OUR_WORDS = pytest.mark.parametrize("folder", [PASSAGES, HELD_OUT], ids=NAMES.get)


@pytest.mark.parametrize(
    ("folder", "language", "kind"),
    FLOOR_OF,
    ids=[f"{kind} in {language}, {NAMES[one]}" for one, language, kind in FLOOR_OF],
)
def test_no_kind_is_read_worse_than_its_floor(folder, language, kind):
    if not is_here(folder):
        pytest.skip("the articles are not here: name their folder in MARSAD_NEWS")
    tally = reached(language, folder)[kind]
    kept = FLOOR_OF[folder, language, kind]

    assert tally.gold == kept["gold"], f"the annotation changed: {RENEW}"
    assert tally.full_f1 >= kept["floor"], (
        f"{kind} in {language}: full F1 {tally.full_f1:.3f} is under its floor "
        f"{kept['floor']:.3f} (span F1 {tally.span_f1:.3f}, {tally.full} of {tally.gold} right)"
    )


@ANY_SET
def test_the_passages_are_those_the_floors_were_set_on(folder):
    assert fingerprint(folder) == KEPT[folder]["fingerprint"], (
        f"passages changed: {RENEW}"
    )


@OF_OUR_WORDS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_at_least_25_passages_and_all_kinds(folder, language):
    kinds = {
        kind for one, known, kind in FLOOR_OF if (one, known) == (folder, language)
    }

    assert len(paths(language, folder)) >= 25
    assert len(kinds) == 10


def test_no_passage_is_both_seen_and_held_out():
    seen, unseen = (
        {
            passage["sha256"]
            for language in LANGUAGES
            for passage in passages(language, one)
        }
        for one in (PASSAGES, HELD_OUT)
    )

    assert not seen & unseen


@OF_OUR_WORDS
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_annotation_stands_at_its_words(folder, language):
    for passage in passages(language, folder):
        text = passage["text"]
        for finding in passage["findings"]:
            words = text[finding["start"] : finding["end"]]
            assert words == finding["surface"], (passage["document"], finding["id"])
            for role in ("cue", "speaker"):
                start, end = finding.get(role) or (0, 1)
                assert 0 <= start < end <= len(text), (
                    passage["document"],
                    finding["id"],
                )


@ANY_SET
def test_a_lowered_floor_has_its_reason_beside_it(folder):
    assert all(entry["because"].strip() for entry in KEPT[folder]["lowered"])
