"""Score readings against annotations, kind by kind."""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from marsad.errors import Unreadable

if TYPE_CHECKING:
    from marsad.reading.scoring import Agreement, Marked, Mistake, Tally

_WORDS_SHOWN: Final = 90


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad score`."""
    grammar.add_argument(
        "gold", type=Path, metavar="GOLD", help="folder of annotations"
    )
    grammar.add_argument(
        "readings", type=Path, metavar="READINGS", help="folder of readings, same names"
    )
    grammar.add_argument(
        "--texts", type=Path, metavar="DIR", help="folder of the texts, NAME.txt each"
    )
    grammar.add_argument(
        "--errors", metavar="KIND", help="list what was missed, invented or read wrong"
    )
    grammar.add_argument(
        "--min-f1",
        action="append",
        default=[],
        type=_floor,
        metavar="KIND=F",
        help="exit with 1 where the full F1 of a kind (or `all`) is below F",
    )
    grammar.add_argument("--json", action="store_true", help="print figures as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Compare each annotated document with its reading and print the sums."""
    from marsad.reading.scoring import total

    pages = list(_compare_all(chosen))
    for page in pages:
        for line in _mistakes(page, chosen.errors):
            print(line)
    sums = total(page.agreement.tallies for page in pages)
    print(_as_json(sums) if chosen.json else "\n".join(_as_table(sums)))
    short = [
        f"{kind} {sums[kind].full_f1:.3f} < {floor}"
        for kind, floor in chosen.min_f1
        if kind in sums and sums[kind].full_f1 < floor
    ]
    if short:
        print("falls short: " + "; ".join(short))
    return 1 if short else 0


@dataclass(frozen=True, slots=True)
class _Page:
    """One annotated document beside its reading."""

    name: str
    text: str | None
    agreement: "Agreement"


def _compare_all(chosen: argparse.Namespace) -> Iterator[_Page]:
    from marsad.reading.scoring import compare

    found = False
    for path in sorted(chosen.gold.glob("*.json")):
        gold = _load(path)
        if "findings" not in gold:
            continue
        found = True
        text = _text(chosen.texts, path.stem) or gold.get("text")
        reading = _load_reading(chosen.readings / path.name)
        yield _Page(path.stem, text, compare(gold, reading, text))
    if not found:
        problem = "has no annotated document in it"
        raise Unreadable(str(chosen.gold), problem, "name the folder of annotations")


def _load_reading(path: Path) -> "Marked":
    if not path.exists():
        print(f"no reading of {path.stem}")
        return {"findings": []}
    reading = _load(path)
    if "findings" not in reading:
        raise Unreadable(str(path), "is no reading", "write it with marsad read --out")
    return reading


def _load(path: Path) -> dict[str, Any]:
    try:
        written = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise Unreadable(str(path), "is no JSON", "write it again") from None
    return written if isinstance(written, dict) else {}


def _text(folder: Path | None, name: str) -> str | None:
    path = folder / f"{name}.txt" if folder else None
    if path is None or not path.exists():
        return None
    # Line ends stay as they are: offsets count them.
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _mistakes(page: _Page, kind: str | None) -> Iterator[str]:
    for mistake in page.agreement.mistakes:
        if mistake.kind == kind:
            yield from _tell(mistake, page)


def _tell(mistake: "Mistake", page: _Page) -> Iterator[str]:
    finding = mistake.gold or mistake.read or {}
    words = page.text[finding["start"] : finding["end"]] if page.text else None
    shown = " ".join((words or finding.get("surface", "?")).split())[:_WORDS_SHOWN]
    yield f"{page.name} {mistake.what.upper():<6} {shown!r}"
    if mistake.what == "wrong":
        yield f"   read {_fields(mistake.read)}"
        yield f"   gold {_fields(mistake.gold)}"


def _fields(finding: "Marked | None") -> str:
    kept = {name: value for name, value in (finding or {}).items() if name != "surface"}
    return json.dumps(kept, ensure_ascii=False)


def _as_json(sums: Mapping[str, "Tally"]) -> str:
    figures = {
        kind: {
            "gold": tally.gold,
            "pred": tally.read,
            "span": tally.span,
            "full": tally.full,
            "span_f1": round(tally.span_f1, 4),
            "full_f1": round(tally.full_f1, 4),
        }
        for kind, tally in sums.items()
    }
    return json.dumps(figures, indent=1)


def _as_table(sums: Mapping[str, "Tally"]) -> Iterator[str]:
    of_span, of_full = (
        f"{'span P':>7}{'R':>7}{'F1':>7}",
        f"{'full P':>7}{'R':>7}{'F1':>7}",
    )
    yield f"{'kind':<12}{'gold':>6}{'read':>6} | {of_span} | {of_full}"
    for kind, tally in sums.items():
        if tally.gold or tally.read:
            span = _three(tally, tally.span, tally.span_f1)
            full = _three(tally, tally.full, tally.full_f1)
            yield f"{kind:<12}{tally.gold:>6}{tally.read:>6} | {span} | {full}"


def _three(tally: "Tally", right: int, f1: float) -> str:
    return f"{tally.precision(right):7.3f}{tally.recall(right):7.3f}{f1:7.3f}"


def _floor(written: str) -> tuple[str, float]:
    kind, _, floor = written.partition("=")
    try:
        return kind, float(floor)
    except ValueError:
        message = f"{written!r} is no floor; write it as figure=0.90"
        raise argparse.ArgumentTypeError(message) from None
