"""The content store: a folder, a bucket, a full disk, a damaged file."""

import resource
import subprocess
import sys
import textwrap
import threading
from datetime import timedelta

import boto3
import pytest
from django.utils import timezone
from moto.server import ThreadedMotoServer

from marsad.desk.originals import store
from marsad.desk.originals.folder import Folder
from marsad.errors import Unreachable, Unreadable

TEXT = "قال الوزير إن التحالف يضم 74 عضوا".encode()


@pytest.fixture
def folder(settings, tmp_path):
    settings.CONTENT_STORE = str(tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture(scope="module")
def s3():
    """A real server that speaks S3, on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(settings, monkeypatch, s3):
    settings.CONTENT_STORE = "s3://cell/content"
    for name, value in (
        ("ENDPOINT", s3),
        ("REGION", "eu-west-1"),
        ("KEY", "k"),
        ("SECRET", "s"),
    ):
        monkeypatch.setenv(f"MARSAD_S3_{name}", value)
    client = boto3.client(
        "s3",
        endpoint_url=s3,
        region_name="us-east-1",
        aws_access_key_id="k",
        aws_secret_access_key="s",
    )
    client.create_bucket(Bucket="cell")
    yield client
    for one in client.list_objects_v2(Bucket="cell").get("Contents", []):
        client.delete_object(Bucket="cell", Key=one["Key"])


@pytest.fixture(params=["folder", "bucket"])
def any_store(request):
    return request.getfixturevalue(request.param)


def test_bytes_come_back_as_they_were_kept(any_store):
    sha256 = store.keep(TEXT)

    assert store.open(sha256) == TEXT
    assert store.has(sha256)
    assert store.verify(sha256)


def test_the_same_bytes_twice_are_kept_once(any_store):
    assert store.keep(TEXT) == store.keep(TEXT)

    assert list(store.hashes()) == [store.hash_of(TEXT)]


def test_bytes_that_are_not_there_are_missed_with_a_way_out(any_store):
    absent = store.hash_of(b"never kept")

    assert not store.has(absent)
    assert not store.verify(absent)
    with pytest.raises(Unreadable, match="take the original in again"):
        store.open(absent)


def test_one_changed_byte_is_noticed(folder):
    sha256 = store.keep(TEXT)
    path = folder / sha256[:2] / sha256
    path.write_bytes(TEXT.replace(b"74", b"75"))

    assert not store.verify(sha256)
    with pytest.raises(Unreadable, match="damaged"):
        store.open(sha256)


def test_one_changed_byte_is_noticed_in_a_bucket(bucket):
    sha256 = store.keep(TEXT)
    key = f"content/{sha256[:2]}/{sha256}"
    bucket.put_object(Bucket="cell", Key=key, Body=TEXT.replace(b"74", b"75"))

    with pytest.raises(Unreadable, match="damaged"):
        store.open(sha256)


def test_what_was_damaged_is_mended_by_the_same_bytes(folder):
    sha256 = store.keep(TEXT)
    (folder / sha256[:2] / sha256).write_bytes(b"")

    store.keep(TEXT)

    assert store.open(sha256) == TEXT


def test_many_hands_may_keep_the_same_bytes_at_once(folder):
    hands = [threading.Thread(target=store.keep, args=(TEXT,)) for _ in range(8)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert [path.name for path in folder.rglob("*") if path.is_file()] == [
        store.hash_of(TEXT)
    ]


def test_a_bucket_that_does_not_answer_is_told(settings, monkeypatch):
    settings.CONTENT_STORE = "s3://cell/content"
    monkeypatch.setenv("MARSAD_S3_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("MARSAD_S3_KEY", "k")
    monkeypatch.setenv("MARSAD_S3_SECRET", "s")

    with pytest.raises(Unreachable, match="MARSAD_S3_"):
        store.keep(TEXT)


FULL = """
    import resource, sys
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    from marsad.desk.originals.folder import Folder
    from marsad.errors import Unreachable
    folder = Folder(sys.argv[1])
    try:
        folder.put("ab" * 32, b"x" * 10_000)
    except Unreachable as error:
        print(error)
    folder.put("cd" * 32, b"small")
"""


def test_a_full_disk_is_told_and_leaves_no_half_file(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "cannot keep anything (File too large)" in ended.stdout
    assert list(Folder(tmp_path).names()) == ["cd" * 32]
    assert not list(tmp_path.rglob("*.part"))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 4096


def test_what_a_dead_process_left_half_written_is_taken_away(tmp_path, monkeypatch):
    folder = Folder(tmp_path)
    folder.put("ab" * 32, b"whole")
    left = tmp_path / "ab" / f"{'ab' * 32}.x.part"
    left.write_bytes(b"hal")

    assert folder.tidy() == 0
    monkeypatch.setattr("marsad.desk.originals.folder._STALE_SECONDS", -1)
    assert folder.tidy() == 1
    assert list(folder.names()) == ["ab" * 32]


def test_what_was_kept_anew_is_younger(any_store):
    moment = timezone.now() + timedelta(seconds=2)
    store.keep(TEXT)
    [name] = store.hashes()
    assert list(store.place().names_before(moment)) == [name]
    assert list(store.place().names_before(moment - timedelta(days=1))) == []

    store.place().renew(name, TEXT)
    assert store.open(name) == TEXT
