"""Proving sealed evidence: every hash, every file, the signature, the stamp, the custody."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from cryptography import x509

from marsad import signing
from marsad.errors import MarsadError
from marsad.sealing.bundles import CUSTODY, FORMAT, MANIFEST, SIGNATURE, STAMP
from marsad.sealing.parts import is_chained
from marsad.sealing.stamps import read_stamp

_UNLISTED: Final = frozenset((MANIFEST, SIGNATURE, STAMP))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with sealed evidence, and with which file of it."""

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: the faults, how many files hold, who signed, who stamped when."""

    faults: tuple[Fault, ...]
    files: int = 0
    sealed_at: str = ""
    # The key that the signature holds for; empty where there is no signature.
    key: str = ""
    stamped_at: datetime | None = None
    authority: str = ""


def verify(
    raw: bytes, *, public_key: str = "", roots: Sequence[x509.Certificate] = ()
) -> tuple[Fault, ...]:
    """The faults of sealed evidence; none where everything in it holds."""
    return prove(raw, public_key=public_key, roots=roots).faults


def prove(
    raw: bytes, *, public_key: str = "", roots: Sequence[x509.Certificate] = ()
) -> Proof:
    """Prove sealed evidence, by a key and roots that one trusts where one has them."""
    try:
        members = _opened(raw)
    except _Broken as broken:
        return Proof((broken.fault,))
    manifest, fault = _manifest(members)
    if fault:
        return Proof((fault,))
    faults = _of_files(members, manifest)
    key, found = _of_signature(members, manifest, public_key)
    faults += found
    if not is_chained(members.get(CUSTODY, b"")):
        faults.append(Fault(CUSTODY, "a line does not follow the one before it"))
    stamped_at, authority = None, ""
    if STAMP in members:
        try:
            stamp = read_stamp(members[STAMP], members[MANIFEST], roots=roots)
            stamped_at, authority = stamp.at, stamp.authority
        except MarsadError as error:
            faults.append(Fault(STAMP, error.problem))
    return Proof(
        tuple(faults),
        len(manifest["files"]),
        str(manifest.get("sealed_at", "")),
        key,
        stamped_at,
        authority,
    )


class _Broken(Exception):
    """Sealed evidence that cannot be opened at all, and the fault that says so."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(problem)
        self.fault = Fault(path, problem)


def _opened(raw: bytes) -> dict[str, bytes]:
    """Every member; nothing is unpacked, so nothing can swell."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as made:
            return _members(made)
    # An encrypted member, or one of a ZIP from the future, is a RuntimeError.
    except (zipfile.BadZipFile, RuntimeError, EOFError, ValueError) as error:
        raise _Broken("the file", f"is no whole ZIP ({error})") from None


def _members(made: zipfile.ZipFile) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    for one in made.infolist():
        if one.compress_type != zipfile.ZIP_STORED:
            raise _Broken(one.filename, "is packed; evidence never is")
        if one.filename in members:
            raise _Broken(one.filename, "stands there twice")
        members[one.filename] = made.read(one)
    return members


def _manifest(members: Mapping[str, bytes]) -> tuple[dict[str, Any], Fault | None]:
    try:
        said = json.loads(members.get(MANIFEST, b""))
        listed = [(one["path"], one["sha256"], one["size"]) for one in said["files"]]
    except (ValueError, KeyError, TypeError):
        return {}, Fault(MANIFEST, "is missing or cannot be read")
    if said.get("format") != FORMAT:
        return {}, Fault(MANIFEST, f"is not of the form {FORMAT}")
    if len({path for path, _hash, _size in listed}) != len(listed):
        return {}, Fault(MANIFEST, "names a file twice")
    return said, None


def _of_files(members: Mapping[str, bytes], manifest: Mapping[str, Any]) -> list[Fault]:
    faults = []
    for one in manifest["files"]:
        path, held = one["path"], members.get(one["path"])
        if held is None:
            faults.append(Fault(path, "is missing"))
        elif len(held) != one["size"] or sha256(held).hexdigest() != one["sha256"]:
            faults.append(Fault(path, "was changed: its hash is another"))
    listed = {one["path"] for one in manifest["files"]} | _UNLISTED
    added = sorted(members.keys() - listed)
    return faults + [Fault(path, "stands in no manifest") for path in added]


def _of_signature(
    members: Mapping[str, bytes], manifest: Mapping[str, Any], public_key: str
) -> tuple[str, list[Fault]]:
    """The key that signed; without one of one's own, the one that the manifest names."""
    key = public_key or str(manifest.get("public_key", ""))
    if SIGNATURE not in members:
        is_wanted = bool(key)
        return "", [Fault(SIGNATURE, "is missing")] if is_wanted else []
    try:
        signing.verify(members[MANIFEST], members[SIGNATURE], key)
    except MarsadError as error:
        return "", [Fault(SIGNATURE, error.problem)]
    return key, []
