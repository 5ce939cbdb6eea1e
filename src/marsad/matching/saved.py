"""Arrays that are written down whole or not at all, and mapped into memory again.

A folder holds plain ``.npy`` files and one ``manifest.json`` that names them with their
sizes and checksums. New files get names of their own and the manifest is replaced last,
in one step: whoever is killed in between leaves what was there before, and whoever still
reads the older files keeps them until they are closed.
"""

import json
import os
import secrets
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from marsad.errors import Unreadable

MANIFEST: Final = "manifest.json"
_FORM: Final = "marsad index"
_VERSION: Final = 1
_WAY_OUT: Final = "build the index again from the bank"
_PIECE: Final = 1 << 24


def write_arrays(
    folder: Path,
    what: str,
    arrays: Mapping[str, NDArray[Any]],
    facts: Mapping[str, str | int | float] | None = None,
) -> None:
    """Write arrays and a few facts about them; the older ones go once these stand."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = secrets.token_hex(4)
    files = {
        name: _written(folder / f"{name}-{mark}.npy", array)
        for name, array in arrays.items()
    }
    manifest = {
        "form": _FORM,
        "version": _VERSION,
        "what": what,
        "facts": dict(facts or {}),
        "files": files,
    }
    part = folder / f"{MANIFEST}-{mark}.part"
    _synced(part, json.dumps(manifest, indent=1).encode())
    part.replace(folder / MANIFEST)
    _sweep(folder, {str(file["name"]) for file in files.values()})


def read_arrays(
    folder: Path, what: str
) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """The arrays, mapped into memory, and the facts; raises Unreadable where damaged."""
    manifest = _manifest(folder, what)
    try:
        arrays = {
            str(name): _mapped(folder / str(file["name"]), file)
            for name, file in manifest["files"].items()
        }
        return arrays, dict(manifest["facts"])
    except (KeyError, TypeError, AttributeError):
        raise _damaged(folder / MANIFEST, "lacks what it must say") from None


def texts_as_arrays(
    texts: Sequence[str],
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Many texts as one array of bytes and the places where each ends."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(one) for one in encoded], dtype=np.int64)
    return np.frombuffer(b"".join(encoded), np.uint8), ends


def texts_of_arrays(written: NDArray[np.uint8], ends: NDArray[np.int64]) -> list[str]:
    """The texts that were written as one array."""
    whole, starts = written.tobytes(), [0, *ends.tolist()[:-1]]
    return (
        [
            whole[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(starts, ends.tolist(), strict=True)
        ]
        if len(ends)
        else []
    )


def _written(path: Path, array: NDArray[Any]) -> dict[str, str | int]:
    with path.open("wb") as file:
        np.save(file, np.ascontiguousarray(array), allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())
    return {"name": path.name, "bytes": path.stat().st_size, "crc32": _checksum(path)}


def _synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sweep(folder: Path, kept: set[str]) -> None:
    for path in (*folder.glob("*.npy"), *folder.glob("*.part")):
        if path.name not in kept:
            path.unlink(missing_ok=True)


def _manifest(folder: Path, what: str) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise _damaged(path, "is not there") from None
    except (OSError, ValueError):
        raise _damaged(path, "cannot be read") from None
    if not isinstance(manifest, dict) or manifest.get("form") != _FORM:
        raise _damaged(path, "is no manifest of an index")
    if manifest.get("version") != _VERSION or manifest.get("what") != what:
        raise _damaged(path, f"is of another kind or version than {what} {_VERSION}")
    return manifest


def _mapped(path: Path, file: Mapping[str, Any]) -> NDArray[Any]:
    try:
        is_whole = path.stat().st_size == file["bytes"]
        if not is_whole or _checksum(path) != file["crc32"]:
            raise _damaged(path, "is not what was written")
        array: NDArray[Any] = np.load(path, allow_pickle=False, mmap_mode="r")
    except FileNotFoundError:
        raise _damaged(path, "is not there") from None
    except (OSError, ValueError):
        raise _damaged(path, "cannot be read") from None
    return array


def _checksum(path: Path) -> int:
    # Against a failing disk and a cut file, not against a forger: who can write here
    # can also write the bank.
    found = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found


def _damaged(path: Path, problem: str) -> Unreadable:
    return Unreadable(str(path), problem, _WAY_OUT)
