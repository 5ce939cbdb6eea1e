"""The key that releases are signed with: made once, kept where only its owner reads it."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from marsad import signing


def release_key() -> signing.Key:
    """The site's key; made at its first use, and never replaced by itself."""
    path = Path(settings.RELEASE_KEY)
    if not path.exists():
        _make(path)
    return signing.read_key(path.read_bytes())


def public_key() -> str:
    """The public half on one line, as minisign -P takes it."""
    return release_key().public


def signed(message: bytes, comment: str) -> bytes:
    """The signature of the site for a message, in minisign's format."""
    return signing.sign(message, release_key(), comment)


def sign_manifest(manifest: bytes) -> bytes:
    """The signature of a pack's list of files; the same each time it is built."""
    return signed(manifest, "manifest of a Marsad pack")


def _make(path: Path) -> None:
    """Write beside, then link: of two processes that begin at once, one key stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    signing.write_key(signing.new_key(), beside)
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
