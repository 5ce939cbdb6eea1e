"""PDQ hashes found within 31 bits: Marsad beside faiss flat and threatexchange, in one run.

    .venv/bin/python benchmarks/pdq_index.py
    .venv/bin/python benchmarks/pdq_index.py --signals 1000000 10000000 --shape clustered

Each index stands in a process of its own, one after the other, and gets the same hashes
and the same questions: banked hashes with 0 to 31 bits turned over. What faiss flat finds,
which compares every hash with every other, is what must be found. Times are processor
time of one thread, lookups the median of three rounds; memory is what the process holds
more than before it was built, files not counted.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from pdq_banks import SHAPE_OF_BANK, asked_of
from pdq_rivals import RIVALS

SEED = 2017
# Above this, threatexchange's index of boxes and strings would take 7.5 GB.
MOST_FOR_PACKAGE = 2_000_000
NEEDS = {"faiss flat": "faiss", "threatexchange": "threatexchange"}
COLUMNS = (
    ("build_s", "build s", 9, "{:.2f}"),
    ("megabytes", "MB", 7, "{:.0f}"),
    ("one_by_one", "one by one/s", 13, "{:,.0f}"),
    ("together", "together/s", 11, "{:,.0f}"),
    ("ratio", "x faiss", 8, "{:.1f}"),
    ("add_1000_ms", "add 1000 ms", 12, "{:.1f}"),
    ("recall", "recall", 9, "{:.4f}"),
    ("false", "false", 6, "{:d}"),
)


def main() -> int:
    """Measure every bank and print a table for each."""
    asked = _arguments()
    print(
        f"{platform.processor() or platform.machine()}, Python {platform.python_version()}"
    )
    missed = 0
    for shape in asked.shape:
        for signals in asked.signals:
            missed += _bank(shape, signals, asked.queries)
    return 1 if missed else 0


def _bank(shape: str, signals: int, queries: int) -> int:
    print(f"\n{signals:,} hashes, {shape}; {queries:,} questions", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        draw = np.random.default_rng(SEED)
        bank = SHAPE_OF_BANK[shape](signals, draw)
        np.save(f"{folder}/bank.npy", bank)
        np.save(f"{folder}/asked.npy", asked_of(bank, queries, draw))
        np.save(f"{folder}/more.npy", SHAPE_OF_BANK["random"](2000, draw))
        del bank
        told = {name: _told(name, folder, signals) for name in RIVALS}
        _print(told, Path(folder))
    ours = [one for name, one in told.items() if name.startswith("marsad")]
    return sum(one.get("recall", 1) < 1 or one.get("false", 0) > 0 for one in ours)


def _told(name: str, folder: str, signals: int) -> dict[str, Any]:
    package = NEEDS.get(name)
    if package and not find_spec(package):
        return {"skipped": f"{package} is not installed"}
    if name == "threatexchange" and signals > MOST_FOR_PACKAGE:
        return {"skipped": "would take 750 bytes a hash"}
    arguments = [sys.executable, __file__, "--rival", name, "--folder", folder]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"skipped": done.stderr.strip().splitlines()[-1]}
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _print(told: dict[str, dict[str, Any]], folder: Path) -> None:
    head = "".join(f"{title:>{width}}" for _, title, width, _ in COLUMNS)
    print(f"{'':24}{head}")
    if truth := _pairs(folder, "faiss flat"):
        print(f"(to be found for each question: {len(truth[0]) / truth[1]:.1f})")
    flat = told["faiss flat"].get("one_by_one")
    for name, figures in told.items():
        if "skipped" in figures:
            print(f"{name:24}  left out: {figures['skipped']}")
            continue
        figures |= _right(folder, name)
        if flat and "one_by_one" in figures:
            figures["ratio"] = figures["one_by_one"] / flat
        line = "".join(
            f"{form.format(figures[key]) if key in figures else '':>{width}}"
            for key, _, width, form in COLUMNS
        )
        print(f"{name:24}{line}  {figures.get('note', '')}", flush=True)


def _right(folder: Path, name: str) -> dict[str, Any]:
    """How much of what faiss flat found was found, and how much that it did not find."""
    truth, found = (_pairs(folder, one) for one in ("faiss flat", name))
    if truth is None or found is None:
        return {}
    # Both were asked as many questions as the slower had time for.
    most = min(truth[1], found[1])
    right, told = (
        {pair for pair in one[0] if pair[0] < most} for one in (truth, found)
    )
    return {
        "recall": len(right & told) / max(len(right), 1),
        "false": len(told - right),
    }


def _pairs(folder: Path, name: str) -> tuple[set[tuple[int, ...]], int] | None:
    path = folder / f"{name}.npy"
    if not path.exists():
        return None
    pairs = np.load(path)
    return set(map(tuple, pairs[:-1].tolist())), int(pairs[-1, 0])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--signals", type=int, nargs="+", default=[1_000_000])
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument(
        "--shape", nargs="+", choices=SHAPE_OF_BANK, default=list(SHAPE_OF_BANK)
    )
    parser.add_argument("--rival", choices=RIVALS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    chosen = _arguments()
    if chosen.rival:
        print(json.dumps(RIVALS[chosen.rival](chosen.folder)))
        sys.exit(0)
    sys.exit(main())
