import json

import pytest

from drawn import as_bytes, scene
from marsad.cli.main import main
from marsad.matching.pictures.hashing import hash_picture

RECIPE = (
    "نغسل العدس الأحمر ثم نسلقه مع الجزر والبصل والكمون على نار هادئة نصف ساعة كاملة"
)
PICTURE = as_bytes(scene(4))


def post(number, text, **more):
    row = {"platform": "demo", "id": number, "account": "cook", "text": text}
    return json.dumps({**row, "at": "2026-01-02T03:04:05Z", **more}, ensure_ascii=False)


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.csv"
    rows = [
        "kind,value,title,until,withdrawn",
        f"wording,{RECIPE},وصفة العدس,,",
        f"pdq,{hash_picture(PICTURE).hash},Bowl,,",
        "url,https://example.org/soup,,,",
        "url,https://example.org/old,,2020-01-01,",
        "url,https://example.org/gone,,,yes",
    ]
    path.write_text("\n".join(rows), "utf-8")
    return path


@pytest.fixture
def posts(tmp_path):
    path = tmp_path / "posts.jsonl"
    pdq = {"kind": "picture", "pdq": hash_picture(PICTURE).hash}
    lines = [
        post(1, f"قالت: {RECIPE}!"),
        post(2, "مطر غداً في الشمال"),
        post(3, "look", media=[pdq]),
        post(4, "example.org/soup example.org/old example.org/gone"),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_each_match_is_printed_with_its_reason_and_its_words(bank, posts, capsys):
    assert main(["match", str(posts), "--bank", str(bank)]) == 0

    printed = capsys.readouterr()
    assert "وصفة العدس" in printed.out
    assert RECIPE[:30] in printed.out
    assert "The picture is the known one: 0 of 256 bits differ." in printed.out
    assert "demo 2" not in printed.out
    assert "2 entries are withdrawn, harmless or out of date" in printed.err


def test_a_line_of_json_for_each_post_that_matches(bank, posts, capsys):
    main(["match", str(posts), "--bank", str(bank), "--format", "jsonl"])

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["id"] for one in told] == ["1", "3", "4"]
    assert [match["number"] for one in told for match in one["matches"]] == [2, 3, 4]
    assert told[1]["matches"][0]["title"] == "Bowl"


def test_bad_rows_of_either_side_are_told_and_the_rest_is_matched(bank, posts, capsys):
    bank.write_text(bank.read_text("utf-8") + "\nurl,t.me\nmd5,soup\n", "utf-8")
    posts.write_text(posts.read_text("utf-8") + "{\n", "utf-8")

    assert main(["match", str(posts), "--bank", str(bank), "--format", "jsonl"]) == 1

    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 3
    assert "row 8" in printed.err
    assert "line 5" in printed.err


def test_an_archive_is_matched_into_a_folder_and_goes_on(bank, posts, tmp_path, capsys):
    out = tmp_path / "answers"
    order = ["match", str(posts), "--bank", str(bank), "--out", str(out)]

    assert main(order) == 0
    before = (out / "matches.jsonl").read_text("utf-8")
    assert main(order) == 0

    assert (out / "matches.jsonl").read_text("utf-8") == before
    assert [json.loads(line)["line"] for line in before.splitlines()] == [1, 3, 4]
    assert "4 posts, 3 matched" in capsys.readouterr().out


def test_hashes_of_files_are_printed(tmp_path, capsys):
    path = tmp_path / "bowl.jpg"
    path.write_bytes(PICTURE)

    assert main(["match", "hash", str(path)]) == 0

    printed = dict(
        line.split("\t")[1:] for line in capsys.readouterr().out.splitlines()
    )
    assert printed["pdq"] == hash_picture(PICTURE).hash
    assert (len(printed["sha256"]), len(printed["md5"])) == (64, 32)
    assert printed["geometry"].startswith("640x480")


def test_what_is_neither_picture_nor_film_is_told(tmp_path, capsys):
    path = tmp_path / "soup.txt"
    path.write_text("lentils", "utf-8")

    assert main(["match", "hash", str(path)]) == 1

    printed = capsys.readouterr()
    assert "sha256" in printed.out
    assert "as a film" in printed.err


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (["match", "posts.jsonl"], "--bank FILE"),
        (["match", "hash"], "name pictures or films"),
        (["match", "none.jsonl", "--bank", "none.csv"], "no such file"),
    ],
)
def test_misuse_is_told_with_a_way_out(order, told, capsys):
    assert main(order) == 1

    assert told in capsys.readouterr().err
