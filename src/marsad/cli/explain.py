"""Show a text with its findings marked, and why each was read."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from marsad.cli.inputs import day
from marsad.errors import Refused

if TYPE_CHECKING:
    from rich.text import Text

    from marsad.composing.explanation import Segment
    from marsad.reading.counterfactuals import Without
    from marsad.reading.pipeline import Reading

# Clauses are set on a colour, words within them written in one, so both are seen.
_STYLES: Final = {
    "quote": "on grey19",
    "commitment": "on dark_green",
    "call": "on dark_red",
    "meeting": "on purple4",
    "membership": "on deep_sky_blue4",
    "figure": "bold dark_orange",
    "date": "bold medium_purple1",
    "party": "bold dodger_blue1",
    "person": "bold hot_pink",
}


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad explain`."""
    grammar.add_argument(
        "input", type=Path, metavar="FILE", help="a report, or - for a pipe"
    )
    grammar.add_argument(
        "--html", type=Path, metavar="OUT", help="write one self-contained page instead"
    )
    grammar.add_argument(
        "--what-if",
        action="store_true",
        help="leave out each word in turn, and say what each finding hangs on",
    )
    grammar.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="its day (YYYY-MM-DD) if not stated",
    )


def run(chosen: argparse.Namespace) -> int:
    """Read one file and show its findings in the terminal, or as a page."""
    from marsad.cli.batch import Batch
    from marsad.cli.work import Order

    batch = Batch(Order(chosen.published))
    readings = list(batch.read([chosen.input], jobs=1))
    if chosen.html and readings:
        _write(chosen.html, readings, with_what_if=chosen.what_if)
    elif readings:
        _print(readings, with_what_if=chosen.what_if)
    return 1 if batch.faults else 0


def _what_if(reading: "Reading") -> "list[list[Without]]":
    """Try each word, with a bar: a page of text takes some seconds."""
    from rich.console import Console
    from rich.progress import Progress

    from marsad.reading.counterfactuals import MOST_WORDS, counterfactuals

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("leaving out each word", total=None)

        def told(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)
            if done == of == MOST_WORDS:
                console.print(f"marsad: only the first {of} words were left out")

        return counterfactuals(reading.document, reading.findings, told=told)


def _write(path: Path, readings: "Sequence[Reading]", *, with_what_if: bool) -> None:
    from marsad.composing.explanation import explain_as_html

    tried = [_what_if(one) for one in readings] if with_what_if else None
    try:
        path.write_text(explain_as_html(readings, tried), "utf-8")
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        raise Refused(str(path), problem, "name another file with --html") from None
    print(path)


def _print(readings: "Sequence[Reading]", *, with_what_if: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from marsad.composing.explanation import fields, segments, sentences_of
    from marsad.reading.goldform import reading_of

    console = Console(highlight=False, soft_wrap=True)
    for reading in readings:
        findings = reading_of(reading.document, reading.findings)["findings"]
        console.rule(Text(reading.document.title or reading.document.id))
        marked = Text()
        for segment in segments(reading.document.text, findings):
            _mark(marked, segment)
        console.print(marked)
        console.rule(f"{len(findings)} findings")
        tried = _what_if(reading) if with_what_if else [[] for _ in findings]
        for finding, changes in zip(findings, tried, strict=True):
            console.print(_line(finding, fields(finding)))
            for sentence in sentences_of(changes):
                console.print(Text(f"     {sentence}", style="dim"))


def _mark(marked: "Text", segment: "Segment") -> None:
    kinds = dict.fromkeys(one["kind"] for one in segment.covering)
    marked.append(segment.text, style=" ".join(_STYLES[kind] for kind in kinds))
    for one in segment.ending:
        marked.append(f"[{one['id']}]", style="dim")


def _line(finding: Mapping[str, Any], said: Mapping[str, str]) -> "Text":
    from rich.text import Text

    line = Text()
    line.append(f"{finding['id']:>4} ", style="dim")
    line.append(f"{finding['kind']:<11}", style=_STYLES[finding["kind"]])
    # Isolated, so that Arabic words leave the order of the line as it is.
    line.append(f" \u2068{' '.join(finding['surface'].split())}\u2069\n")
    if said:
        line.append(
            "     " + "  ".join(f"{name}: {value}" for name, value in said.items())
        )
        line.append("\n")
    reason = (
        f"     {finding['why']} ({finding['reader']}, score {finding['score']:.2f})"
    )
    line.append(reason, style="dim")
    return line
