"""The key that the site signs with: made once, kept where only its owner reads it."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from marsad import signing


def site_key() -> signing.Key:
    """The site's key; made at its first use, and never replaced by itself."""
    path = Path(settings.RELEASE_KEY)
    if not path.exists():
        _make(path)
    return signing.read_key(path.read_bytes())


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
