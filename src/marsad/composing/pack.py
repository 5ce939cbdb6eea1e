"""A media pack: briefs, charts, figures, sources and the proof of each sentence.

1. The readings are linked, and an outline is chosen from the register.
2. A brief is drafted in each language; each becomes a page, a PDF and a Word file.
3. The exact text of every source goes along, with every citation and every hash.

The same readings give the same bytes: what is dated, is dated by the newest report.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from marsad.composing.archive import source_bytes, source_path, sources
from marsad.composing.briefs import Brief
from marsad.composing.charts import draw
from marsad.composing.drafted_sources import drafted_sources
from marsad.composing.drafting import Drafter
from marsad.composing.drawing import to_png, to_svg
from marsad.composing.figures_table import figures_table
from marsad.composing.illustrations import Drawn, Illustrations
from marsad.composing.outline import Outline, outline
from marsad.composing.pack_folder import MANIFEST, write_pack
from marsad.composing.pack_records import (
    as_json,
    manifest,
    pack_record,
    register_record,
)
from marsad.composing.pages import entry_page, page
from marsad.composing.printing import print_pdf
from marsad.composing.sections import LANGUAGES, brief, marking_of
from marsad.composing.word_documents import word_document
from marsad.errors import Refused
from marsad.marking import Marking
from marsad.reading.pipeline import Reading

FIRST_PAGE: Final = "index.html"


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written, and the hash that stands for all of it."""

    folder: Path
    languages: tuple[str, ...]
    marking: Marking
    documents: int
    sentences: int
    citations: int
    contradictions: int
    sha256: str

    @property
    def first_page(self) -> Path:
        """The page to open first."""
        return self.folder / FIRST_PAGE


def build_pack(
    readings: Sequence[Reading], out: Path, *, languages: tuple[str, ...] = ("ar", "en")
) -> Pack:
    """Write the pack of some readings into a folder; raises Refused where it must not."""
    _refuse(readings, languages)
    plan = outline(readings)
    marking = marking_of(reading.document for reading in plan.readings)
    briefs = [brief(plan, language, marking) for language in languages]
    contents = dict(_contents(plan, briefs))
    listed = as_json(manifest(contents))
    write_pack(out, {**contents, MANIFEST: listed})
    return Pack(
        folder=out,
        languages=languages,
        marking=marking,
        documents=len(plan.readings),
        sentences=len(briefs[0].lines),
        citations=len(plan.citations),
        contradictions=len(plan.contradictions),
        sha256=hashlib.sha256(listed).hexdigest(),
    )


def _refuse(readings: Sequence[Reading], languages: Sequence[str]) -> None:
    if not readings:
        raise Refused(
            "a pack", "there is nothing to draft it from", "read reports first"
        )
    unknown = [one for one in languages if one not in LANGUAGES]
    if unknown or not languages:
        problem = f"no brief can be written in {', '.join(unknown) or 'no language'}"
        raise Refused("a pack", problem, f"choose from {', '.join(LANGUAGES)}")
    names = [reading.document.id for reading in readings]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        problem = "is the name of two documents, so a citation of it would be doubtful"
        raise Refused(repr(twice), problem, "give each document a name of its own")


def _contents(plan: Outline, briefs: Sequence[Brief]) -> Iterator[tuple[str, bytes]]:
    """Every file of the pack but the manifest, by its path."""
    drafters = [Drafter(plan, one.language) for one in briefs]
    with ThreadPoolExecutor(max_workers=len(briefs)) as pool:
        # Pandoc and the drawing of charts run outside Python, so languages overlap.
        write = partial(_language, plan, [one.language for one in briefs])
        for files in pool.map(write, briefs, drafters):
            yield from files.items()
    for reading in plan.readings:
        yield source_path(reading.document), source_bytes(reading.document)
    yield "figures.csv", figures_table(plan, drafters)
    yield "sources.json", as_json(sources(plan))
    yield "register.json", as_json(register_record(plan.register))
    yield "pack.json", as_json(pack_record(plan, briefs))
    yield FIRST_PAGE, entry_page(briefs, _counts(plan)).encode("utf-8", "replace")


def _language(
    plan: Outline, languages: Sequence[str], one: Brief, drafter: Drafter
) -> dict[str, bytes]:
    """The files of one language: charts, page, PDF and Word document."""
    language = one.language
    drawn: dict[str, Drawn] = {}
    files: dict[str, bytes] = {}
    for chart in draw(plan, drafter):
        svg = to_svg(chart.spec)
        png = to_png(svg)
        drawn[chart.name] = Drawn(svg, png, chart.alternative)
        files[f"charts/{chart.name}-{language}.svg"] = svg.encode()
        files[f"charts/{chart.name}-{language}.png"] = png
    sources, illustrations = drafted_sources(one, plan), Illustrations(drawn)
    html = page(one, sources, illustrations, languages)
    return {
        **files,
        f"brief-{language}.html": html.encode("utf-8", "replace"),
        f"brief-{language}.pdf": print_pdf(one, sources, illustrations),
        f"brief-{language}.docx": word_document(one, sources, illustrations),
    }


def _counts(plan: Outline) -> list[tuple[str, int]]:
    chosen: Mapping[str, int] = {
        "report": len(plan.readings),
        "figure": len(plan.headlines.entries),
        "statement": len(plan.statements.entries),
        "commitment": len(plan.commitments.entries),
        "contradiction": len(plan.contradictions),
    }
    return list(chosen.items())
