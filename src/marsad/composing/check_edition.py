"""The pack of an edition against itself, offline: nobody is asked.

1. Every file has the hash of the manifest; none is missing and none was added.
2. The edition is written in the one way there is, and has the hash that the manifest says.
3. Passages and figures in the tables are those of the edition; quotations are verbatim.
4. Every page and Word file shows these sentences, figures and words, letter by letter.
5. The signature of the manifest holds, where a public key is given.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from zlib import error as BadDeflate  # noqa: N812

from lxml import etree

from marsad.composing.briefs import Brief
from marsad.composing.check_pages import language_faults
from marsad.composing.edition_pack import EDITION, SIGNATURE
from marsad.composing.edition_records import figures_csv, sources_record
from marsad.composing.edition_sources import Numbering
from marsad.composing.editions import Block, Edition, Sort, from_json, sha256, to_json
from marsad.composing.faults import Fault, Record, excerpt
from marsad.composing.pack_folder import MANIFEST, is_inside
from marsad.composing.pack_records import as_json, sentences_record
from marsad.composing.page_contents import read_page_contents
from marsad.composing.pieces import Pieces, plain
from marsad.composing.typesetting import typeset
from marsad.errors import MarsadError, Unreadable
from marsad.signing import verify

# No pack is so large; an archive that says so is not opened.
_MOST_BYTES: Final = 1 << 30
_MARKS: Final = re.compile("[\u200e\u200f\u2066-\u2069]")
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def is_edition_pack(path: Path) -> bool:
    """Whether a folder or ZIP is the pack of an edition."""
    return path.is_file() or (path / EDITION).is_file()


def check_edition_pack(path: Path, *, public: str | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong with a pack; an empty tuple if it all holds.

    ``public`` is the public key of who released it, as minisign writes it.
    """
    try:
        files = read_files(path)
        listed = _manifest(files)
        faults = [*_file_faults(files, listed)]
        edition = from_json(files.get(EDITION, b""))
    except MarsadError as error:
        return (Fault(error.subject, error.problem),)
    faults += _edition_faults(files, edition, listed)
    faults += _quotation_faults(edition)
    for manuscript in edition.manuscripts:
        faults += _language(files, edition, manuscript.language)
    if public is not None:
        faults += _signature_faults(files, public)
    return tuple(dict.fromkeys(faults))


def recalled_at(path: Path) -> str:
    """When a pack says that it was recalled; nothing where it says no such thing."""
    recalled = _manifest(read_files(path)).get("recalled")
    return str(recalled.get("at")) if isinstance(recalled, dict) else ""


def read_files(path: Path) -> dict[str, bytes]:
    """The files of a folder or of a ZIP; raises Unreadable where it is neither."""
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.is_file())
        return {file.relative_to(path).as_posix(): file.read_bytes() for file in found}
    try:
        with zipfile.ZipFile(path) as archive:
            return dict(_unpacked(archive, str(path)))
    # A ZIP that is locked, or packed in a way that nobody uses, is a RuntimeError.
    except (OSError, zipfile.BadZipFile, BadDeflate, RuntimeError) as error:
        problem = "is no folder and no ZIP"
        raise Unreadable(str(path), problem, "name a pack") from error


def _unpacked(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    names = [one.filename for one in entries]
    if sum(one.file_size for one in entries) > _MOST_BYTES:
        raise Unreadable(name, "is larger than any pack", "do not open it")
    if len(set(names)) < len(names) or not all(map(is_inside, names)):
        problem = "has a file twice or outside the pack"
        raise Unreadable(name, problem, "do not trust this pack")
    for one in entries:
        if not one.is_dir():
            yield one.filename, archive.read(one)


def _manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        record = json.loads(files.get(MANIFEST, b""))
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("files"), dict):
        raise Unreadable(MANIFEST, "is missing or is none", "name a pack")
    return record


def _file_faults(files: Mapping[str, bytes], listed: Record) -> Iterator[Fault]:
    for path, expected in listed["files"].items():
        if path not in files:
            yield Fault(path, "is missing")
        elif hashlib.sha256(files[path]).hexdigest() != expected:
            yield Fault(path, "is not the file that was written: its hash differs")
    for extra in sorted(files.keys() - listed["files"].keys()):
        if extra not in (MANIFEST, SIGNATURE):
            yield Fault(extra, "is no file of this pack")


def _edition_faults(
    files: Mapping[str, bytes], edition: Edition, listed: Record
) -> Iterator[Fault]:
    """Where the edition is not the one of the manifest, or its tables say otherwise."""
    if files[EDITION] != to_json(edition):
        yield Fault(EDITION, "is not written in the one way there is")
    if listed.get("edition") != sha256(edition):
        yield Fault(EDITION, "has not the hash that the manifest says")
    tables = {
        "sources.json": as_json(sources_record(edition)),
        "figures.csv": figures_csv(edition),
    }
    for path, expected in tables.items():
        if files.get(path) != expected:
            yield Fault(path, "says other than the edition")


def _quotation_faults(edition: Edition) -> Iterator[Fault]:
    """Each quotation whose words no passage of its entry has."""
    for manuscript in edition.manuscripts:
        for block in manuscript.blocks:
            place = f"{EDITION}, {manuscript.language}/{block.id}"
            yield from (Fault(place, one) for one in _misquoted(block, edition))


def _misquoted(block: Block, edition: Edition) -> Iterator[str]:
    entries = edition.by_number
    for number in block.entries:
        cited = entries.get(number)
        if cited is None:
            yield f"cites {number}, which the edition lacks"
        elif block.sort is Sort.QUOTATION and not any(
            cited.words in passage.quote for passage in cited.passages
        ):
            yield f"quotes {excerpt(cited.words)}, which no passage has"


def _language(
    files: Mapping[str, bytes], edition: Edition, language: str
) -> Iterator[Fault]:
    """Where the page or the Word file of a language shows other words."""
    brief = typeset(edition, language)
    name = f"brief-{language}.html"
    try:
        html = files.get(name, b"").decode("utf-8")
    except ValueError:
        yield Fault(name, "is no UTF-8")
        return
    # A quotation is the words of its entry, which may be a part of a longer passage.
    said = {quote.citation: quote.text for line in brief.lines for quote in line.quoted}
    citations: dict[int, Record] = {
        number: {"quote": one.quote, "context": {"quote": said.get(number, one.quote)}}
        for number, one in Numbering(edition, language).passages
    }
    record = sentences_record([brief])
    yield from language_faults(html, language, record, citations)
    yield from _part_faults(html, name, brief)
    yield from _word_faults(files, brief)


def _part_faults(html: str, name: str, brief: Brief) -> Iterator[Fault]:
    """Where the title, the summary, a heading or a note of a page reads otherwise."""
    contents = read_page_contents(html)
    shown = {one.id: one.text for one in contents.parts}
    expected = {"title": plain(brief.title), "summary": plain(brief.summary)}
    expected |= {one.key: one.heading for one in brief.sections}
    for part, words in expected.items():
        if shown.get(part, "") != words:
            yield Fault(f"{name}, {part}", f"does not say {excerpt(words)}")
    if not contents.title.startswith(plain(brief.title)):
        yield Fault(f"{name}, title", f"does not say {excerpt(plain(brief.title))}")
    whole = _flat(contents.whole)
    for words in map(plain, _beside(brief)):
        if _flat(words) not in whole:
            yield Fault(name, f"does not say {excerpt(words)}")


def _beside(brief: Brief) -> Iterator[Pieces]:
    """What stands beside the sentences: whence, for whom, bounds, days, warnings."""
    yield from (brief.drawn, brief.marking_why, *brief.foreword)
    for line in brief.lines:
        yield from (line.heading, line.bound, *line.notes)
        yield from (quote.speaker for quote in line.quoted)


def _word_faults(files: Mapping[str, bytes], brief: Brief) -> Iterator[Fault]:
    name = f"brief-{brief.language}.docx"
    try:
        text = _word_text(files.get(name, b""))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        yield Fault(name, "is no Word file")
        return
    for line in brief.lines:
        shown = [plain(line.pieces), plain(line.big)]
        for words in (*shown, *(quote.text for quote in line.quoted)):
            if _flat(words) not in text:
                yield Fault(f"{name}, {line.id}", f"does not say {excerpt(words)}")


def _word_text(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        body = etree.fromstring(archive.read("word/document.xml"), parser)
    return _flat("".join(one.text or "" for one in body.iter(f"{_WORD}t")))


def _flat(text: str) -> str:
    """The letters alone: Word keeps blanks and marks of direction in its own way."""
    return re.sub(r"\s+", "", _MARKS.sub("", text))


def _signature_faults(files: Mapping[str, bytes], public: str) -> Iterator[Fault]:
    signature = files.get(SIGNATURE)
    if signature is None:
        yield Fault(SIGNATURE, "is missing, so nobody answers for this pack")
        return
    try:
        verify(files[MANIFEST], signature, public)
    except MarsadError as error:
        yield Fault(SIGNATURE, f"{error.subject} {error.problem}")
