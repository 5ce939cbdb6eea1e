import json
import os
import shutil
import time

import pytest

from architecture.house import ROOT
from desk.content_makers import make_stream
from marsad.desk.originals import media
from marsad.desk.posts.models import Arrival, Medium, Post
from marsad.desk.posts.watching import look

SAMPLES = ROOT / "examples" / "posts"


@pytest.fixture
def watched(db, tmp_path, settings):
    settings.WATCH = tmp_path / "watch"
    settings.MEDIA_STORE = str(tmp_path / "media")
    stream = make_stream("soup")
    assert look(stream) == 0
    return stream, tmp_path / "watch" / "soup"


def settle(folder):
    """Make all of it look as if it had lain there for a while."""
    before = time.time() - 60
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (before, before))


def test_a_file_is_taken_in_whole_and_moved_with_what_is_said_of_it(watched):
    stream, folder = watched
    shutil.copy(SAMPLES / "telegram-result.json", folder / "result.json")
    settle(folder)

    assert look(stream) == 3
    assert [path.name for path in folder.iterdir()] == ["done"]
    file, report = sorted((folder / "done").iterdir())
    assert file.name.endswith("-result.json")
    assert report.read_text("utf-8").startswith("new 3, known 0, refused 1\n")


def test_a_file_that_is_still_being_written_waits(watched):
    stream, folder = watched
    shutil.copyfile(SAMPLES / "telegram-result.json", folder / "result.json")

    assert look(stream) == 0
    assert (folder / "result.json").exists()


def test_what_gives_no_post_is_moved_aside_with_the_reason(watched):
    stream, folder = watched
    (folder / "letter.txt").write_text("Dear cook_one", "utf-8")
    chat = json.loads((SAMPLES / "telegram-result.json").read_text("utf-8"))
    (folder / "chat.json").write_text(
        json.dumps({**chat, "type": "personal_chat"}), "utf-8"
    )
    settle(folder)

    assert look(stream) == 0
    said = {
        path.name.split("-", 1)[1]: path.read_text("utf-8")
        for path in (folder / "failed").glob("*.txt")
        if not path.name.endswith("letter.txt")
    }
    assert "private correspondence is not taken in" in said["chat.json.txt"]
    assert "no form that is known" in said["letter.txt.txt"]
    assert "cook_one" not in "".join(said.values())


def test_an_export_of_several_files_is_taken_with_its_pictures(watched):
    stream, folder = watched
    export = folder / "ChatExport"
    (export / "photos").mkdir(parents=True)
    shutil.copy(SAMPLES / "telegram-result.json", export / "result.json")
    (export / "photos" / "photo_1.jpg").write_bytes(b"a drawn bowl")
    settle(folder)

    assert look(stream) == 3
    [row] = Medium.objects.filter(is_kept=True)
    assert media.open(row.sha256) == b"a drawn bowl"
    assert (folder / "done").glob("*-ChatExport")


def test_no_path_of_an_export_leads_out_of_its_folder(watched, tmp_path):
    stream, folder = watched
    (tmp_path / "secret.txt").write_bytes(b"a secret")
    export = folder / "ChatExport"
    export.mkdir()
    chat = json.loads((SAMPLES / "telegram-result.json").read_text("utf-8"))
    chat["messages"][2]["photo"] = "../../../secret.txt"
    (export / "result.json").write_text(json.dumps(chat), "utf-8")
    settle(folder)

    look(stream)
    assert not Medium.objects.filter(is_kept=True).exists()


def test_a_file_twice_brings_nothing_twice(watched):
    stream, folder = watched
    for name in ("one.json", "two.json"):
        shutil.copy(SAMPLES / "telegram-result.json", folder / name)
    settle(folder)

    look(stream)
    assert Post.objects.count() == 3
    assert list(Arrival.objects.order_by("id").values_list("new", "known")) == [
        (3, 0),
        (0, 3),
    ]


def test_a_table_is_read_by_the_mapping_that_lies_beside_it(watched):
    _stream, folder = watched
    stream = make_stream("forum", platform="forum")
    look(stream)
    folder = folder.parent / "forum"
    shutil.copy(SAMPLES / "table-mapped.tsv", folder / "a.tsv")
    shutil.copy(SAMPLES / "table-mapped.json", folder / "mapping.json")
    settle(folder)

    assert look(stream) == 1
    assert (folder / "mapping.json").exists()
