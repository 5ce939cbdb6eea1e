"""A pack against its own sources: every sentence, by hash and place; nobody is asked.

1. Every file has the hash of the manifest, and no other file lies in the folder.
2. Every citation's words stand at their place in the archived text of their source.
3. Every sentence cites; every figure in it has the value of what it cites, and the words
   cited bear that value; every quotation is the cited words.
4. Every page and the table of figures show this and nothing else, letter by letter.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from marsad.composing.check_pages import page_faults, table_faults
from marsad.composing.check_words import citation_faults, read_texts, sentence_faults
from marsad.composing.faults import Fault, Record, read_record, records
from marsad.composing.pack_folder import MANIFEST, listed_files, read_manifest
from marsad.errors import MarsadError

__all__ = ["Fault", "check_pack"]


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a pack; an empty tuple if it all holds."""
    faults: list[Fault] = []
    try:
        faults += _file_faults(folder)
        sources, pack = (
            read_record(folder, "sources.json"),
            read_record(folder, "pack.json"),
        )
        citations = _citations(sources)
        texts = read_texts(folder, sources, faults)
        faults += citation_faults(citations, texts)
        faults += sentence_faults(pack, citations)
        faults += page_faults(folder, pack, citations)
        faults += table_faults(folder, citations)
    except MarsadError as error:
        faults.append(Fault(error.subject, error.problem))
    return tuple(dict.fromkeys(faults))


def _citations(sources: Record) -> dict[int, Record]:
    return {
        one["number"]: one
        for one in records(sources, "citations")
        if isinstance(one.get("number"), int)
    }


def _file_faults(folder: Path) -> Iterator[Fault]:
    listed = listed_files(read_manifest(folder))
    for path, sha256 in listed.items():
        try:
            raw = (folder / path).read_bytes()
        except OSError:
            yield Fault(path, "is missing")
            continue
        if hashlib.sha256(raw).hexdigest() != sha256:
            yield Fault(path, "is not the file that was written: its hash differs")
    present = {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file()
    }
    for extra in sorted(present - listed.keys() - {MANIFEST}):
        yield Fault(extra, "is no file of this pack")
