"""What a site keeps beside its tables: pictures of the editor, and the key of releases.

The key goes along where the site keeps it in its own folder: who holds a backup holds
everything. Where the settings name a place elsewhere, it is somebody's own care.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.utils._os import safe_join

from marsad.desk.originals import store
from marsad.errors import Unreadable

KEY: Final = "release.key"
# Where each picture of the editor stood, and the hash of its bytes.
PICTURES: Final = "pictures.json"


def key_bytes() -> bytes | None:
    """The key that releases are signed with, if the site keeps it itself."""
    path = Path(settings.RELEASE_KEY)
    if path.is_file() and Path(settings.DATA) in path.resolve().parents:
        return path.read_bytes()
    return None


def place_key(raw: bytes) -> None:
    """Put the key where it was; one that is there already stays."""
    path = Path(settings.RELEASE_KEY)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o600, exist_ok=False)
    path.write_bytes(raw)


def pictures(names: Iterator[str]) -> Iterator[tuple[str, bytes | None]]:
    """The pictures of the editor by the names of their files; nothing where one is lost."""
    for name in names:
        path = Path(safe_join(settings.MEDIA_ROOT, name))
        yield name, path.read_bytes() if path.is_file() else None


def written(pictures: Mapping[str, str]) -> bytes:
    """Which picture has which hash, as a member of the backup."""
    return json.dumps(pictures, indent=1, sort_keys=True).encode() + b"\n"


def place_pictures(raw: bytes) -> None:
    """Put every picture where it was, from the originals that came back."""
    for name, sha256 in json.loads(raw).items():
        try:
            path = Path(safe_join(settings.MEDIA_ROOT, name))
        except SuspiciousFileOperation as error:
            problem = "leads out of its folder"
            raise Unreadable(name[:80], problem, "nothing was restored") from error
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.open(sha256))
