import json
import os
import signal
import threading
import time

import pytest

from marsad.errors import Unreachable, Unreadable
from marsad.matching.banked import Banked
from marsad.matching.bulk import workers as offices
from marsad.matching.bulk.archive import ANSWERS, match_archive
from marsad.matching.bulk.chunks import Order, chunks_of, match_chunk, part_of
from marsad.matching.bulk.workers import Cluster, Lost, Processes
from marsad.matching.kinds import kind_named
from marsad.matching.signals import Kind, Signal

RECIPE = (
    "نغسل العدس الأحمر ثم نسلقه مع الجزر والبصل والكمون على نار هادئة نصف ساعة كاملة"
)
CHUNK = 4000


class Here:
    """Matches in this process; counts what was handed out."""

    def __init__(self):
        self.handed_out = []

    def submit(self, chunk, order):
        self.handed_out.append(chunk.number)
        return chunk, order

    def result(self, handed_out):
        return match_chunk(*handed_out)

    def close(self):
        pass


class Mortal(Here):
    """Its workers die at the first chunk it is given, so many times, and all with them."""

    def __init__(self, deaths):
        super().__init__()
        self.deaths = deaths

    def result(self, handed_out):
        if handed_out[0].number == 2 and self.deaths:
            self.deaths -= 1
            raise Lost(takes_all=True)
        return super().result(handed_out)


@pytest.fixture(scope="module")
def banked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("banked")
    signals = [(1, "wording", RECIPE), (2, "url", "example.org/soup")]
    Banked.of(
        Signal(number, Kind(name), kind_named(name).canonical(value))
        for number, name, value in signals
    ).save(folder)
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "posts.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(240):
            text = f"مطر غداً في الشمال {number}"
            text = f"قالت: {RECIPE}!" if number % 17 == 3 else text
            text += " https://www.example.org/soup/" if number % 29 == 5 else ""
            post = {"platform": "demo", "id": number, "account": "cook", "text": text}
            line = json.dumps(
                {**post, "at": "2026-01-02T03:04:05Z"}, ensure_ascii=False
            )
            file.write("{broken\n" if number == 100 else line + "\n")
        file.write("\n")
    return path


@pytest.fixture
def order(archive, banked, tmp_path):
    return Order(str(archive), str(banked), str(tmp_path / "out"))


def answers(order):
    return (part_of(order.out, 0).parent / ANSWERS).read_text("utf-8")


@pytest.fixture(scope="module")
def expected(archive, banked, tmp_path_factory):
    out = tmp_path_factory.mktemp("expected")
    order = Order(str(archive), str(banked), str(out))
    match_archive(order, Here(), chunk_bytes=CHUNK)
    return answers(order)


def test_chunks_are_whole_lines_and_know_their_numbers(archive):
    raw = archive.read_bytes()
    lines = raw.split(b"\n")
    chunks = list(chunks_of(archive, CHUNK))

    assert len(chunks) > 5
    assert (chunks[0].start, chunks[-1].end) == (0, len(raw))
    for chunk in chunks:
        assert raw[chunk.start : chunk.end].startswith(lines[chunk.first_line - 1])


def test_every_match_and_every_broken_line_is_told_with_its_line(archive, expected):
    told = [json.loads(line) for line in expected.splitlines()]
    posts = archive.read_text("utf-8").splitlines()

    assert [one["line"] for one in told if "fault" in one] == [101]
    matched = [one for one in told if "matches" in one]
    assert len(matched) == sum(RECIPE in post or "soup" in post for post in posts)
    for one in matched:
        assert json.loads(posts[one["line"] - 1])["id"] == int(one["id"])
        assert all(match["because"] for match in one["matches"])


@pytest.mark.parametrize("size", [500, 10**9], ids=["small chunks", "one chunk"])
def test_the_answers_do_not_depend_on_the_size_of_chunks(order, expected, size):
    match_archive(order, Here(), chunk_bytes=size)

    assert answers(order) == expected


def test_what_is_done_is_not_done_again(order, expected):
    seen = []
    match_archive(order, Here(), chunk_bytes=CHUNK, told=seen.append)
    part_of(order.out, 1).unlink()
    half = part_of(order.out, 3)
    half.write_bytes(half.read_bytes()[:-9])
    again = Here()

    progress = match_archive(order, again, chunk_bytes=CHUNK)

    assert again.handed_out == [1, 3]
    assert answers(order) == expected
    assert progress == seen[-1]
    assert (progress.posts, progress.faults) == (239, 1)
    assert [one.chunks for one in seen] == list(range(1, progress.of + 1))


def test_a_folder_of_other_answers_is_not_written_over(order, banked):
    match_archive(order, Here(), chunk_bytes=CHUNK)

    with pytest.raises(Unreadable, match="name an empty folder"):
        match_archive(order, Here(), chunk_bytes=CHUNK + 1)


def test_chunks_of_dead_workers_are_handed_out_again(order, expected):
    match_archive(order, Mortal(2), chunk_bytes=CHUNK)

    assert answers(order) == expected


def test_a_chunk_that_ends_every_worker_is_named_and_the_rest_is_kept(order, expected):
    with pytest.raises(Unreadable, match=r"lines from .* make the chunks smaller"):
        match_archive(order, Mortal(99), chunk_bytes=CHUNK)

    match_archive(order, Here(), chunk_bytes=CHUNK)
    assert answers(order) == expected


def _kill_when_busy(pids, out, is_over):
    """Kill one worker as soon as the first chunk is done."""
    while not is_over.is_set():
        if part_of(out, 0).exists():
            os.kill(pids()[0], signal.SIGKILL)
            return
        time.sleep(0.002)


def killing(pids, out):
    is_over = threading.Event()
    thread = threading.Thread(target=_kill_when_busy, args=(pids, out, is_over))
    thread.start()
    return thread, is_over


def test_a_killed_process_loses_nothing(order, expected):
    pool = Processes(2)
    thread, is_over = killing(lambda: list(pool._pool._processes), order.out)
    try:
        match_archive(order, pool, chunk_bytes=CHUNK)
    finally:
        is_over.set()
        thread.join()
        pool.close()

    assert answers(order) == expected


def test_a_cluster_gives_the_same_answers_though_a_worker_is_killed(order, expected):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        office = Cluster.at(cluster.scheduler_address)
        pids = [nanny.pid for nanny in cluster.workers.values()]
        thread, is_over = killing(lambda: pids, order.out)
        try:
            match_archive(order, office, chunk_bytes=CHUNK)
        finally:
            is_over.set()
            thread.join()
            office.close()

    assert answers(order) == expected


def test_without_dask_the_way_out_names_the_extra(monkeypatch):
    monkeypatch.setattr(offices, "HAS_DASK", False)

    with pytest.raises(Unreachable, match="install the extra cluster"):
        Cluster.at("tcp://127.0.0.1:9")


def test_a_scheduler_that_does_not_answer_is_named():
    pytest.importorskip("distributed")

    with pytest.raises(Unreachable, match="no scheduler answers"):
        Cluster.at("tcp://127.0.0.1:9", seconds=1)
