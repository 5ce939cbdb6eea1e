import json

import pytest

from marsad.cli.main import main

TEXT = "يضم التحالف 60 دولة منها العراق."
FIGURE = {
    "id": "f1",
    "kind": "figure",
    "start": 12,
    "end": 19,
    "surface": "60 دولة",
    "value": 60,
    "unit": "country",
}
PARTY = {
    "id": "p1",
    "kind": "party",
    "start": 25,
    "end": 31,
    "surface": "العراق",
    "canonical": "IQ",
}


@pytest.fixture
def folders(tmp_path):
    gold, readings = tmp_path / "gold", tmp_path / "readings"
    for folder, findings in (
        (gold, [FIGURE, PARTY]),
        (readings, [FIGURE | {"value": 6}]),
    ):
        folder.mkdir()
        (folder / "kuwait.json").write_text(json.dumps({"findings": findings}))
    (gold / "summary.json").write_text('{"documents": 1}')
    (tmp_path / "kuwait.txt").write_text(TEXT)
    return [str(gold), str(readings)]


def test_the_table_has_a_line_a_kind_and_one_for_all(folders, capsys):
    assert main(["score", *folders]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["kind", "figure", "party", "all"]
    assert lines[-1].split()[1:3] == ["2", "1"]


def test_figures_come_as_json_for_machines(folders, capsys):
    main(["score", *folders, "--json"])

    figures = json.loads(capsys.readouterr().out)
    assert figures["figure"] == {
        "gold": 1,
        "pred": 1,
        "span": 1,
        "full": 0,
        "span_f1": 1.0,
        "full_f1": 0.0,
    }


def test_mistakes_are_shown_with_their_words(folders, tmp_path, capsys):
    main(["score", *folders, "--errors", "figure", "--texts", str(tmp_path)])

    told = capsys.readouterr().out
    assert "kuwait WRONG  '60 دولة'" in told
    assert '"value": 6,' in told


@pytest.mark.parametrize(
    ("floor", "status"),
    [
        pytest.param("figure=0.5", 1, id="below its floor"),
        pytest.param("figure=0", 0, id="at its floor"),
        pytest.param("all=0.1", 1, id="all kinds together"),
    ],
)
def test_a_kind_below_its_floor_fails(folders, floor, status, capsys):
    assert main(["score", *folders, "--min-f1", floor]) == status
    assert ("falls short" in capsys.readouterr().out) == bool(status)


def test_a_missing_reading_counts_as_one_in_which_nothing_was_found(
    folders, tmp_path, capsys
):
    (tmp_path / "readings" / "kuwait.json").unlink()

    assert main(["score", *folders]) == 0
    assert "no reading of kuwait" in capsys.readouterr().out


def test_a_folder_without_annotations_is_refused(tmp_path, capsys):
    assert main(["score", str(tmp_path), str(tmp_path)]) == 1
    assert "has no annotated document in it" in capsys.readouterr().err
