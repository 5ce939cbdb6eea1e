"""What a site keeps beside its tables: pictures, media of posts, evidence, a key.

The key goes along where the site keeps it in its own folder: who holds a backup holds
everything. Where the settings name a place elsewhere, it is somebody's own care.
"""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.utils._os import safe_join

from marsad.desk.originals import media, store
from marsad.desk.referrals import vault
from marsad.errors import Unreadable

KEY: Final = "release.key"
# Where each picture of the editor stood, and the hash of its bytes.
PICTURES: Final = "pictures.json"
_NAME: Final = re.compile(r"[0-9a-f]{64}")

# Media of posts and sealed evidence, each under the name of its file. The keys that open
# accounts and evidence are in no backup: they are kept apart, by whoever runs the site.
MEDIA: Final = "media/"
EVIDENCE: Final = "evidence/"


def kept_beside() -> Iterator[tuple[str, bytes]]:
    """Media and evidence as members of a backup; what goes away meanwhile is left out."""
    for sha256 in media.hashes():
        with contextlib.suppress(Unreadable):
            yield MEDIA + sha256, media.open(sha256)
    for name in vault.names():
        raw = vault.sealed_bytes(name)
        if raw is not None:
            yield EVIDENCE + name, raw


def place_beside(member: str, raw: bytes) -> None:
    """Put a medium or sealed evidence back where it was."""
    if member.startswith(MEDIA):
        if media.keep(raw) != member.removeprefix(MEDIA):
            raise Unreadable(member, "has another hash than its name")
        return
    name = member.removeprefix(EVIDENCE)
    if not _NAME.fullmatch(name):
        raise Unreadable(name[:80], "is no name of evidence", "nothing was restored")
    vault.place_sealed(name, raw)


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
