"""One folder of reports from its files to a checked pack."""

import json
from pathlib import Path

import pytest

from marsad.collecting.files import open_file
from marsad.collecting.folders import find_inputs
from marsad.composing.check import check_pack
from marsad.composing.pack import build_pack
from marsad.errors import Unreadable
from marsad.reading.pipeline import Reading, read

SAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def _refuse(problem: Unreadable) -> None:
    raise problem


@pytest.fixture(scope="module")
def readings():
    """Every sample report, read."""
    inputs = find_inputs([SAMPLES], report=_refuse)
    documents = [open_file(one)[0] for one in inputs]
    return [Reading(document, read(document)) for document in documents]


@pytest.fixture(scope="module")
def pack(readings, tmp_path_factory):
    """The pack of the sample reports."""
    return build_pack(readings, tmp_path_factory.mktemp("flow") / "pack")


@pytest.fixture(scope="module")
def register(pack):
    """What the pack says was linked."""
    return json.loads((pack.folder / "register.json").read_text("utf-8"))


def test_the_samples_are_what_they_say(readings):
    languages = [reading.document.language for reading in readings]

    assert (languages.count("ar"), languages.count("en"), languages.count("fr")) == (
        7,
        3,
        2,
    )
    assert all(reading.document.published for reading in readings)
    assert all("example.org" in (reading.document.url or "") for reading in readings)


def test_a_folder_of_reports_becomes_a_pack_that_holds(pack):
    assert check_pack(pack.folder) == ()
    assert pack.documents == 12
    assert pack.sentences > 20


def test_one_altered_letter_of_a_source_breaks_the_pack(pack, readings, tmp_path):
    again = build_pack(readings, tmp_path / "again")
    source = again.folder / "sources" / "01-kuwait-conference.txt"
    source.write_text(source.read_text("utf-8").replace("الكويت", "الكوبت", 1), "utf-8")

    assert check_pack(again.folder)


def test_the_reprint_among_the_samples_adds_no_voice(register):
    assert register["reprints"] == [
        {"document": "03-kuwait-reprint", "of": "01-kuwait-conference"}
    ]


def test_the_two_counts_of_members_on_one_day_contradict_each_other(register):
    rivals = [
        sorted(point["value"] for point in one["points"])
        for one in register["contradictions"]
        if one["indicator"] == "members"
    ]

    assert [74, 75] in rivals


def test_members_are_one_series_from_2016_to_2024(register):
    (members,) = [
        one
        for one in register["series"]
        if one["indicator"] == "members" and len(one["points"]) > 4
    ]
    values = {point["value"] for point in members["points"]}

    assert values >= {67, 74, 75, 79, 83, 85, 86, 87}


def test_a_statement_in_two_languages_is_one_statement(register):
    together = [
        {place["document"] for place in one["attestations"]}
        for one in register["statements"]
        if one["linked_by"]
    ]

    assert {"08-rome-ministerial", "09-rome-ministres"} in together


def test_one_minister_is_one_person_in_three_languages(register):
    blinken = [one for one in register["persons"] if "Blinken" in one["name"]]

    assert len(blinken) == 1
    documents = {place["document"] for place in blinken[0]["attestations"]}
    assert documents >= {
        "08-rome-ministerial",
        "09-rome-ministres",
        "11-riyadh-pledges",
    }


def test_one_figure_of_two_outlets_has_two_sources(register):
    (flow,) = [
        one for one in register["series"] if one["indicator"] == "foreign-fighter-flow"
    ]
    documents = {place["document"] for place in flow["points"][0]["attestations"]}

    assert documents == {"04-london-cell-one-year", "05-londres-bilan"}
