"""The files of partners' packs: built when first asked for, kept, and taken away."""

import contextlib
import io
import os
import secrets
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from django.conf import settings

from marsad.composing.edition_pack import edition_pack, zip_of
from marsad.desk.dispatches.models import PartnerPack
from marsad.desk.releases import keys, pictures

_FOLDER: Final = "partners"


def whole(pack: PartnerPack) -> bytes:
    """The ZIP of a pack; built now if nobody asked for it before."""
    with _opened(pack) as file:
        return file.read()


def one_file(pack: PartnerPack, name: str) -> bytes | None:
    """One file of a pack, by exactly the path that it has there; None if it has none."""
    with (
        _opened(pack) as file,
        zipfile.ZipFile(file) as archive,
        contextlib.suppress(KeyError),
    ):
        return archive.read(name)
    return None


def forget(packs: Iterable[PartnerPack]) -> int:
    """Take the files of packs away; say how many there were."""
    count = 0
    for pack in packs:
        path = _path(pack)
        count += path.exists()
        path.unlink(missing_ok=True)
    return count


def tidy() -> int:
    """Take away the files of packs that were recalled while somebody built them."""
    rows = PartnerPack.objects.filter(release__recall__isnull=False)
    return forget(rows.only("partner_id", "sha256").iterator(200))


def _opened(pack: PartnerPack) -> BinaryIO:
    path = _path(pack)
    try:
        file = path.open("rb")
    except FileNotFoundError:
        # Not built yet, or taken away this moment: who asks still has to be let in.
        raw = _built(pack)
        _write(path, raw)
        return io.BytesIO(raw)
    if zipfile.is_zipfile(file):
        file.seek(0)
        return file
    file.close()
    path.unlink(missing_ok=True)
    return _opened(pack)


def _path(pack: PartnerPack) -> Path:
    # By partner as well: two partners never share a file, not even an equal one.
    name = f"{pack.partner_id}-{pack.sha256}.zip"
    return Path(settings.PACKS) / _FOLDER / name


def _built(pack: PartnerPack) -> bytes:
    edition = pack.adapted
    files = edition_pack(
        edition,
        pictures.bytes_of(edition),
        signer=keys.sign_manifest,
        charts=Path(settings.CHARTS),
    )
    return zip_of(files)


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
