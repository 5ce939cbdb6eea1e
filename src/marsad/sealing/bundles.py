"""Evidence of a case as one ZIP that is the same each time, with its own list of hashes.

1. Records become lines of JSON by their kind, files keep their bytes, web archives stand
   where WACZ wants them.
2. A page for people says in Arabic and English what is here; it has no scripts.
3. manifest.json names every file with its size and SHA-256.
4. The manifest is signed (minisign) and, where an authority is asked, stamped (RFC 3161).
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from marsad.sealing.index_page import index_page
from marsad.sealing.parts import Attached, Handover, Record, chained, line, moment

FORMAT: Final = "marsad-evidence/1"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.json.minisig"
STAMP: Final = "manifest.json.tsr"
CUSTODY: Final = "custody.jsonl"
INDEX: Final = "index.html"
# The earliest moment that a ZIP can name: nothing of today's clock gets in.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16
# The version of WACZ whose places are kept.
_WACZ: Final = "1.1.1"


@dataclass(frozen=True, slots=True)
class Proofs:
    """What makes the manifest provable: a signature, and an authority's stamp."""

    public_key: str = ""
    sign: Callable[[bytes], bytes] | None = None
    stamp: Callable[[bytes], bytes] | None = None


NO_PROOFS: Final = Proofs()


def seal(
    records: Iterable[Record],
    files: Sequence[Attached],
    custody: Sequence[Handover],
    at: datetime,
    *,
    subject: str,
    proofs: Proofs = NO_PROOFS,
) -> bytes:
    """One ZIP with everything; the same parts make the same bytes, but for the stamp."""
    members = _members(records, files)
    members[CUSTODY] = chained(custody)
    members |= _web_archive(files, subject, at)
    members[INDEX] = index_page(subject, at, members, custody, proofs.public_key)
    manifest = _manifest(members, subject, at, proofs.public_key)
    members[MANIFEST] = manifest
    if proofs.sign:
        members[SIGNATURE] = proofs.sign(manifest)
    # An authority that did not answer stamps nothing, and the evidence stands without.
    stamp = proofs.stamp(manifest) if proofs.stamp else b""
    if stamp:
        members[STAMP] = stamp
    return _zipped(members)


def _members(records: Iterable[Record], files: Sequence[Attached]) -> dict[str, bytes]:
    lines: dict[str, bytearray] = {}
    for one in records:
        lines.setdefault(f"records/{one.kind}.jsonl", bytearray()).extend(
            line(one.values)
        )
    members = {path: bytes(written) for path, written in sorted(lines.items())}
    return members | {one.path: one.raw for one in files}


def _manifest(
    members: Mapping[str, bytes], subject: str, at: datetime, public_key: str
) -> bytes:
    listed = [
        {"path": path, "size": len(raw), "sha256": sha256(raw).hexdigest()}
        for path, raw in sorted(members.items())
    ]
    said = {
        "format": FORMAT,
        "subject": subject,
        "sealed_at": moment(at),
        "public_key": public_key,
        "files": listed,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def _web_archive(
    files: Sequence[Attached], subject: str, at: datetime
) -> dict[str, bytes]:
    """What WACZ lists beside its archives; nothing where there is no web archive."""
    archives = [one for one in files if one.is_archive]
    if not archives:
        return {}
    pages = line({"format": "json-pages-1.0", "id": "pages", "title": subject})
    resources = [
        {
            "name": one.name,
            "path": one.path,
            "hash": f"sha256:{sha256(one.raw).hexdigest()}",
            "bytes": len(one.raw),
        }
        for one in archives
    ]
    package = {
        "profile": "data-package",
        "wacz_version": _WACZ,
        "title": subject,
        "created": moment(at),
        "software": "marsad",
        "resources": resources,
    }
    return {"pages/pages.jsonl": pages, "datapackage.json": line(package)}


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
        for path, raw in sorted(members.items()):
            named = zipfile.ZipInfo(path, _NO_TIME)
            named.external_attr = _READABLE
            # As on Unix, whatever machine writes it.
            named.create_system = 3
            made.writestr(named, raw)
    return buffer.getvalue()
