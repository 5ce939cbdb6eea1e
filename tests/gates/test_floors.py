import json

import pytest

from gates.measuring import FLOORS, LANGUAGES, fingerprint, passages, paths, reached

KEPT = json.loads(FLOORS.read_text("utf-8"))
FLOOR_OF = {
    (language, kind): floor
    for language, kinds in KEPT["floors"].items()
    for kind, floor in kinds.items()
}
RENEW = "run `make gate-raise` and review floors.json"


@pytest.mark.parametrize(
    ("language", "kind"),
    FLOOR_OF,
    ids=[f"{kind} in {language}" for language, kind in FLOOR_OF],
)
def test_no_kind_is_read_worse_than_its_floor(language, kind):
    tally = reached(language)[kind]
    kept = FLOOR_OF[language, kind]

    assert tally.gold == kept["gold"], f"the annotation changed: {RENEW}"
    assert tally.full_f1 >= kept["floor"], (
        f"{kind} in {language}: full F1 {tally.full_f1:.3f} is under its floor "
        f"{kept['floor']:.3f} (span F1 {tally.span_f1:.3f}, {tally.full} of {tally.gold} right)"
    )


def test_the_passages_are_those_the_floors_were_set_on():
    assert fingerprint() == KEPT["fingerprint"], f"passages changed: {RENEW}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_at_least_25_passages_and_all_kinds(language):
    kinds = {kind for known, kind in FLOOR_OF if known == language}

    assert len(paths(language)) >= 25
    assert len(kinds) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_annotation_stands_at_its_words(language):
    for passage in passages(language):
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


def test_a_lowered_floor_has_its_reason_beside_it():
    assert all(entry["because"].strip() for entry in KEPT["lowered"])
