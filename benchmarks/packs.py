"""How long a pack takes, and whether a hundred of them need more memory than ten.

    .venv/bin/python benchmarks/packs.py

Prints the time for a pack of six pages and eight charts in Arabic and English, whole and
by part, as a ratio against laying out its PDFs alone, and the memory after 10, 50 and
100 packs. Nothing is kept from pack to pack: the drawings of each are thrown away.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composing.edition_maker import MEDIA, large_edition
from marsad.composing import edition_charts
from marsad.composing.cards import cards
from marsad.composing.edition_pack import edition_pack, zip_of
from marsad.composing.edition_sources import edition_sources
from marsad.composing.illustrations import Drawn, Illustrations
from marsad.composing.pages import page
from marsad.composing.printing import print_pdf
from marsad.composing.typesetting import typeset
from marsad.composing.word_documents import word_document

LANGUAGES = ("ar", "en")
# After so many packs the memory is read; "packs.py 10" stops after ten.
MOST = int(sys.argv[1]) if sys.argv[1:] else 100
ROUNDS = (*(one for one in (10, 50, 100) if one < MOST), MOST)


def timed(work: Callable[[], object]) -> float:
    """The seconds that some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def forget() -> None:
    """Throw away what was drawn, as if each pack were of another week."""
    edition_charts._draw.cache_clear()  # noqa: SLF001


def memory() -> float:
    """The memory of this process now, in MB; where Linux does not say, the most so far."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("utf-8").splitlines()
        line = next(one for one in lines if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def parts() -> dict[str, float]:
    """The seconds of each part, one after the other, with nothing at the same time."""
    edition = large_edition(*LANGUAGES)
    drawn: dict[str, Illustrations] = {}

    def draw() -> None:
        for language in LANGUAGES:
            charts = edition_charts.edition_charts(edition, language)
            made: dict[str, Drawn] = {
                one.name: edition_charts.drawn(one) for one in charts
            }
            drawn[language] = Illustrations(made, MEDIA)

    def each(write: Callable[..., object]) -> Callable[[], None]:
        def work() -> None:
            for language in LANGUAGES:
                brief = typeset(edition, language)
                write(brief, edition_sources(edition, language), drawn[language])

        return work

    forget()
    return {
        "charts": timed(draw),
        "PDF": timed(each(print_pdf)),
        "Word": timed(each(word_document)),
        "page": timed(each(lambda *one: page(*one, LANGUAGES))),
        "cards": timed(lambda: [cards(edition, one) for one in LANGUAGES]),
    }


def main() -> None:
    """Measure, and say under which load."""
    edition = large_edition(*LANGUAGES)
    print(f"load before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    first = timed(lambda: edition_pack(edition, MEDIA))
    print(f"first pack of the process: {first:.2f} s")
    files = edition_pack(edition, MEDIA)
    pages = [
        len(PdfReader(BytesIO(files[f"brief-{one}.pdf"])).pages) for one in LANGUAGES
    ]
    print(
        f"pages: {pages}, files: {len(files)}, ZIP: {len(zip_of(files)) / 1e6:.1f} MB"
    )
    by_part = parts()
    for name, seconds in by_part.items():
        print(f"  {name}: {seconds:.2f} s, {seconds / by_part['PDF']:.1f} x the PDFs")
    whole = []
    began = os.times()
    for done in range(1, ROUNDS[-1] + 1):
        forget()
        whole.append(timed(lambda: edition_pack(edition, MEDIA)))
        if done in ROUNDS:
            print(f"after {done} packs: {memory():.0f} MB")
    median = sorted(whole)[len(whole) // 2]
    print(
        f"a pack: {median:.2f} s (median), {max(whole):.2f} s (slowest),"
        f" {median / by_part['PDF']:.1f} x the PDFs alone"
    )
    spent = sum(os.times()[:4]) - sum(began[:4])
    print(f"a pack: {spent / ROUNDS[-1]:.2f} s of processor time, whatever the load")
    print(f"load after: {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
