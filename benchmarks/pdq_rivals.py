"""What is measured of each index of PDQ hashes, in a process of its own."""

# ruff: noqa: PLC0415 (each process imports only what it measures)
import gc
import statistics
import time
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pdq_banks import Words, as_bytes, as_hexadecimal

LIMIT, WIDE = 31, 52
ROUNDS = 3
ALONE, WIDELY, PICTURES = 2_000, 512, 2_000
Figures = dict[str, Any]


def faiss_flat(folder: Path) -> Figures:
    """Every hash compared with every other, by faiss in one thread."""
    import faiss

    faiss.omp_set_num_threads(1)
    bank, asked, more = _arrays(folder)
    asked = as_bytes(asked)
    index = faiss.IndexBinaryFlat(256)
    built = _built(lambda: index.add(as_bytes(bank)))

    def search(some: NDArray[np.uint8]) -> Any:
        return index.range_search(some, LIMIT + 1)

    started = time.process_time()
    ends, _, rows = search(asked)
    together = len(asked) / (time.process_time() - started)
    _write(
        folder,
        "faiss flat",
        np.repeat(np.arange(len(asked)), np.diff(ends.astype(np.int64))),
        rows,
        len(asked),
    )
    alone = _rate(lambda: [search(asked[at : at + 1]) for at in range(500)], 500)
    widely = _rate(lambda: index.range_search(asked[:WIDELY], WIDE + 1), WIDELY)
    added = _seconds(lambda: index.add(as_bytes(more[:1000])))
    return built | {
        "together": together, "one_by_one": alone, "add_1000_ms": added * 1e3,
        "note": f"to {WIDE} bits {widely:,.0f}/s",
    }  # fmt: skip


def threatexchange(folder: Path) -> Figures:
    """The package's default index, which is asked one by one."""
    import faiss
    from threatexchange.signal_type.pdq.pdq_index import PDQIndex

    faiss.omp_set_num_threads(1)
    bank, asked, more = _arrays(folder)
    index: Any = PDQIndex()
    built = _built(
        lambda: index.add_all(zip(as_hexadecimal(bank), range(len(bank)), strict=True))
    )
    few = list(as_hexadecimal(asked[:1000]))
    found: list[Any] = []
    alone = _rate(lambda: found.append([index.query(one) for one in few]), len(few))
    numbers = [[match.metadata for match in matches] for matches in found[0]]
    queries = np.repeat(np.arange(len(few)), [len(one) for one in numbers])
    _write(
        folder, "threatexchange", queries, list(chain.from_iterable(numbers)), len(few)
    )
    entries = zip(as_hexadecimal(more[:1000]), range(-1000, 0), strict=True)
    added = _seconds(lambda: index.add_all(entries))
    one = _seconds(lambda: index.add(next(as_hexadecimal(more[1000:])), -1))
    return built | {
        "one_by_one": alone, "add_1000_ms": added * 1e3,
        "note": f"one more {one * 1e3:.0f} ms",
    }  # fmt: skip


def marsad(folder: Path) -> Figures:
    """Pieces of a hash looked up in tables, exactly."""
    from marsad.matching.pictures.bits import hashes_of
    from marsad.matching.pictures.pdq_index import PdqIndex

    bank, asked, more = _arrays(folder)
    _compiled()
    index = PdqIndex()
    built = _built(lambda: index.add_words(np.arange(len(bank)), bank))
    figures = _asked(index, asked, folder, "marsad")
    signals = [(-1 - at, one) for at, one in enumerate(hashes_of(more))]
    added = _seconds(lambda: index.add(signals[:1000]))
    one = _seconds(lambda: [index.add([signal]) for signal in signals[1000:]])
    widely = _rate(lambda: index.near(asked[:WIDELY], WIDE), WIDELY)
    turned = hashes_of(asked[:PICTURES])
    pictures = _rate(lambda: index.find(turned), PICTURES)
    index.save(folder / "saved")
    return built | figures | {
        "add_1000_ms": added * 1e3,
        "note": f"to {WIDE} bits {widely:,.0f}/s; with eight turns {pictures:,.0f} pictures/s;"
        f" one more {one:.3f} ms",
    }  # fmt: skip


def marsad_opened(folder: Path) -> Figures:
    """The same as it was saved, mapped into memory from its files."""
    from marsad.matching.pictures.pdq_index import PdqIndex

    _, asked, _ = _arrays(folder)
    _compiled()
    opened: list[PdqIndex] = []
    built = _built(lambda: opened.append(PdqIndex.opened(folder / "saved")))
    size = sum(path.stat().st_size for path in (folder / "saved").iterdir())
    return built | _asked(opened[0], asked, folder, "marsad, opened") | {
        "note": f"{size / 1e6:.0f} MB of files"
    }  # fmt: skip


RIVALS: dict[str, Callable[[Path], Figures]] = {
    "faiss flat": faiss_flat,
    "threatexchange": threatexchange,
    "marsad": marsad,
    "marsad, opened": marsad_opened,
}


def _asked(index: Any, asked: Words, folder: Path, name: str) -> Figures:
    found = index.near(asked)
    # What is not in the first bank was added by the round before.
    _write(folder, name, found.queries, found.numbers, len(asked))
    alone = _rate(
        lambda: [index.near(asked[at : at + 1]) for at in range(ALONE)], ALONE
    )
    together = _rate(lambda: index.near(asked), len(asked))
    return {"one_by_one": alone, "together": together}


def _compiled() -> None:
    """Compile every loop once; it is kept, so that only the first start ever waits."""
    from marsad.matching.pictures.pdq_index import PdqIndex

    small = np.random.default_rng(1).integers(0, 2**64, (9000, 4), dtype=np.uint64)
    index = PdqIndex()
    index.add_words(np.arange(9000), small)
    index.add_words(np.arange(9000, 9100), small[:100])
    index.near(small[:2])
    index.near(small[:9], WIDE)


def _arrays(folder: Path) -> tuple[Words, Words, Words]:
    bank, asked, more = (
        np.load(folder / f"{name}.npy", mmap_mode="r")
        for name in ("bank", "asked", "more")
    )
    return bank, np.array(asked), np.array(more)


def _built(build: Callable[[], object]) -> Figures:
    gc.collect()
    before = _held()
    seconds = _seconds(build)
    gc.collect()
    return {"build_s": seconds, "megabytes": _held() - before}


def _held() -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    held = next(line for line in lines if line.startswith("RssAnon"))
    return int(held.split()[1]) / 1e3


def _seconds(deed: Callable[[], object]) -> float:
    started = time.process_time()
    deed()
    return time.process_time() - started


def _rate(deed: Callable[[], object], count: int) -> float:
    return count / statistics.median(_seconds(deed) for _ in range(ROUNDS))


def _write(
    folder: Path, name: str, queries: Iterable[int], numbers: Iterable[int], asked: int
) -> None:
    """Pairs of question and number, and in the last line how many were asked."""
    pairs = np.array([queries, numbers], np.int64).T
    np.save(folder / f"{name}.npy", np.concatenate([pairs, [[asked, asked]]]))
