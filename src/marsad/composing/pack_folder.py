"""The folder of a pack: written whole, replaced only where it is a pack already."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from marsad.errors import Refused, Unreadable

MANIFEST: Final = "manifest.json"


def write_pack(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all files of a pack; an older pack in the same place gives way."""
    if folder.exists() and not folder.is_dir():
        raise Refused(str(folder), "is a file, not a folder", "name another folder")
    _clear(folder)
    try:
        for path, raw in contents.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
    except OSError as error:
        problem = f"cannot be written ({error.strerror})"
        raise Refused(str(folder), problem, "name another folder") from None


def _clear(folder: Path) -> None:
    """Take away the files of an older pack; whatever else is there is not touched."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not (folder / MANIFEST).is_file():
        problem = "holds files that are no pack, and a pack must stand alone"
        raise Refused(str(folder), problem, "name an empty folder")
    for path in listed_files(read_manifest(folder)):
        (folder / path).unlink(missing_ok=True)
    (folder / MANIFEST).unlink()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a pack; raises Unreadable where there is none that can be read."""
    path = folder / MANIFEST
    try:
        record = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or not isinstance(record.get("files"), dict):
        problem = "is no manifest of a pack"
        raise Unreadable(str(path), problem, "name the folder of a pack")
    return record


def listed_files(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The files of a manifest with their hashes; none may lie outside the pack."""
    files = {}
    for path, sha256 in manifest["files"].items():
        if not is_inside(path):
            problem = "leads outside the pack"
            raise Unreadable(repr(path), problem, "do not trust this pack")
        files[path] = str(sha256)
    return files


def is_inside(path: str) -> bool:
    """Whether a path of a record stays inside the folder of its pack."""
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and "\\" not in path
        and ".." not in parts
    )
