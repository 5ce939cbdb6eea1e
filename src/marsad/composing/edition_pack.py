"""The pack of an edition: every file that is sent, by its path.

1. Charts are drawn, cards are set, each language is laid out as page, PDF and Word file.
2. Figures, passages and the edition itself go along as data; full texts do not.
3. The manifest has the hash of every file, and a signature stands for the manifest.

The same edition gives the same bytes: what is dated, is dated by its release.
"""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from marsad.composing.cards import cards
from marsad.composing.edition_charts import drawn, edition_charts
from marsad.composing.edition_lines import picture_path
from marsad.composing.edition_records import figures_csv, sources_record
from marsad.composing.edition_sources import edition_sources
from marsad.composing.editions import Edition, Media, Sort, sha256, to_json
from marsad.composing.illustrations import Illustrations
from marsad.composing.pack_folder import MANIFEST
from marsad.composing.pack_records import as_json, manifest
from marsad.composing.pages import entry_page, page
from marsad.composing.printing import print_pdf
from marsad.composing.typesetting import Recall, typeset
from marsad.composing.word_documents import word_document
from marsad.errors import Refused

FIRST_PAGE: Final = "index.html"
EDITION: Final = "edition.json"
SIGNATURE: Final = f"{MANIFEST}.minisig"
# A ZIP file knows no time before 1980; any fixed one makes the same bytes each time.
_FIXED_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY: Final = (".png", ".jpg", ".webp", ".docx", ".pdf")
# What waits for pandoc, the drawing of charts and typst does not need Python's lock.
_HANDS: Final = 4


def edition_pack(
    edition: Edition,
    media: Mapping[str, bytes],
    *,
    signer: Callable[[bytes], bytes] | None = None,
    charts: Path | None = None,
    recall: Recall | None = None,
) -> Mapping[str, bytes]:
    """Every file of the pack of an edition, by its path.

    ``media`` holds the bytes of pictures by their SHA-256; ``signer`` gives the signature
    of the manifest; ``charts`` is a folder in which drawings are kept.
    """
    pictures = dict(_pictures(edition, media))
    files = dict(_contents(edition, pictures, charts, recall))
    listed = as_json({**manifest(files), **_about(edition, recall)})
    files[MANIFEST] = listed
    if signer is not None:
        files[SIGNATURE] = signer(listed)
    return files


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """The files of a pack in one ZIP; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _FIXED_TIME)
            is_packed = path.endswith(_PACKED_ALREADY)
            entry.compress_type = (
                zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            )
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path])
    return packed.getvalue()


def _about(edition: Edition, recall: Recall | None) -> dict[str, Any]:
    """What the manifest says of the edition, for whoever sees nothing else of it."""
    about: dict[str, Any] = {
        "edition": sha256(edition),
        "number": edition.number,
        "marking": str(edition.marking),
    }
    if recall is not None:
        about["recalled"] = {"at": recall.at.isoformat(), "notice": dict(recall.notice)}
    return about


def _pictures(
    edition: Edition, media: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """The bytes of every picture that the edition shows; raises Refused where one lacks."""
    for one in _media(edition):
        raw = media.get(one.sha256)
        if raw is None:
            raise Refused(one.name, "is shown, but its file is not there", "add it")
        if hashlib.sha256(raw).hexdigest() != one.sha256:
            problem = "is not the picture that was cleared: its hash differs"
            raise Refused(one.name, problem, "take the file that was cleared")
        yield one.sha256, raw


def _media(edition: Edition) -> Iterator[Media]:
    for manuscript in edition.manuscripts:
        for block in manuscript.blocks:
            if block.media is not None and block.media.sha256:
                yield block.media


def _contents(
    edition: Edition,
    pictures: Mapping[str, bytes],
    folder: Path | None,
    recall: Recall | None,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the pack but the manifest, by its path."""
    languages = [one.language for one in edition.manuscripts]
    with ThreadPoolExecutor(max_workers=_HANDS) as pool:
        laid_out = [
            pool.submit(_language, edition, language, pictures, folder, recall)
            for language in languages
        ]
        # A card travels alone, so that of a recalled release is none any more.
        shown = languages if recall is None else ()
        social = [pool.submit(_cards, edition, language) for language in shown]
        for work in (*laid_out, *social):
            yield from work.result().items()
    for one in _media(edition):
        yield picture_path(one), pictures[one.sha256]
    yield "figures.csv", figures_csv(edition)
    yield "sources.json", as_json(sources_record(edition))
    yield EDITION, to_json(edition)
    briefs = [typeset(edition, language, recall=recall) for language in languages]
    first = entry_page(briefs, _counts(edition))
    yield FIRST_PAGE, first.encode("utf-8", "replace")


def _cards(edition: Edition, language: str) -> dict[str, bytes]:
    return {one.path: one.png for one in cards(edition, language)}


def _language(
    edition: Edition,
    language: str,
    pictures: Mapping[str, bytes],
    folder: Path | None,
    recall: Recall | None,
) -> dict[str, bytes]:
    """The files of one language: charts, page, PDF and Word document."""
    brief = typeset(edition, language, recall=recall)
    sources = edition_sources(edition, language)
    charts = {one.name: drawn(one, folder) for one in edition_charts(edition, language)}
    shown = Illustrations(charts, pictures)
    languages: Sequence[str] = [one.language for one in edition.manuscripts]
    files = {}
    for name, one in charts.items():
        files[f"charts/{name}-{language}.svg"] = one.svg.encode()
        files[f"charts/{name}-{language}.png"] = one.png
    html = page(brief, sources, shown, languages)
    return {
        **files,
        f"brief-{language}.html": html.encode("utf-8", "replace"),
        f"brief-{language}.pdf": print_pdf(brief, sources, shown),
        f"brief-{language}.docx": word_document(brief, sources, shown),
    }


def _counts(edition: Edition) -> list[tuple[str, int]]:
    """How much there is to read, for the first page; nothing is counted as none."""
    first = edition.manuscripts[0].blocks
    documents = {
        (one.document, one.sha256)
        for cited in edition.entries
        for one in cited.passages
    }
    counted = {
        "report": len(documents),
        "figure": sum(block.sort is Sort.FIGURE for block in first),
        "statement": sum(block.sort is Sort.QUOTATION for block in first),
        "meeting": sum(block.sort is Sort.MEETING for block in first),
    }
    return [(unit, count) for unit, count in counted.items() if count]
