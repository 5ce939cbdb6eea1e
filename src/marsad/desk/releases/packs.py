"""Packs of releases: each one ZIP, named by its release's hash, rebuilt where it is gone.

The same release gives the same bytes, so a pack is no record: the release is.
"""

import os
import secrets
import zipfile
from pathlib import Path

from django.conf import settings

from marsad.composing.edition_pack import edition_pack, zip_of
from marsad.composing.faces import Recall
from marsad.desk.releases import keys, pictures
from marsad.desk.releases.models import Release


def is_built(release: Release) -> bool:
    """Whether the pack of a release stands ready."""
    return _path(release).is_file()


def build(release: Release) -> int:
    """Build the pack of a release and keep it; its size in bytes."""
    edition = release.frozen
    files = edition_pack(
        edition,
        pictures.bytes_of(edition),
        signer=keys.sign_manifest,
        charts=Path(settings.CHARTS),
        recall=_recall(release),
    )
    raw = zip_of(files)
    _write(_path(release), raw)
    return len(raw)


def whole(release: Release) -> bytes:
    """The ZIP of a release; built now where it is missing or damaged."""
    path = _path(release)
    if not (path.is_file() and zipfile.is_zipfile(path)):
        build(release)
    return path.read_bytes()


def files(release: Release) -> dict[str, int]:
    """The files of a pack by their paths, with their sizes; nothing while it is not built."""
    if not is_built(release):
        return {}
    with zipfile.ZipFile(_path(release)) as pack:
        return {one.filename: one.file_size for one in pack.infolist()}


def open_file(release: Release, path: str) -> bytes | None:
    """One file of a pack, by exactly the path it has there; None where there is none."""
    if not is_built(release):
        build(release)
    try:
        with zipfile.ZipFile(_path(release)) as pack:
            return pack.read(path)
    except KeyError:
        return None


def _recall(release: Release) -> Recall | None:
    """What a pack says of a recall that came after the release."""
    if not release.is_recalled:
        return None
    return Recall(at=release.recall.at, notice=release.recall.notice)


def _path(release: Release) -> Path:
    # A pack that says nothing of the recall is handed out no more.
    name = f"{release.sha256}-recalled" if release.is_recalled else release.sha256
    return Path(settings.PACKS) / f"{name}.zip"


def _write(path: Path, raw: bytes) -> None:
    """Write beside, then move into place: nobody reads half a pack."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
