"""Where sealed evidence is kept: encrypted, each file under a key of its own.

The key of a file is sealed under the keys of accounts, which no backup carries: whoever
has the folder and the database, and not those, has noise.
"""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext as _

from marsad.desk.posts import keys
from marsad.errors import Refused, Unreadable

_NONCE: Final = 12
# What the cipher takes at once, and what one request can hold in memory.
MOST_BYTES: Final = 1 << 30
_WHAT: Final = "evidence"


def keep(name: str, raw: bytes) -> tuple[bytes, str]:
    """Keep bytes under a name; say their sealed key and under which key it is sealed."""
    if len(raw) > MOST_BYTES:
        problem = _("is larger than %(most)s bytes") % {"most": MOST_BYTES}
        raise Refused(_("the evidence"), problem, _("seal without the films"))
    key, nonce = AESGCM.generate_key(256), secrets.token_bytes(_NONCE)
    _write(_path(name), nonce + AESGCM(key).encrypt(nonce, raw, name.encode()))
    return keys.seal({"what": _WHAT, "name": name, "key": key.hex()})


def open(name: str, sealed: bytes, key: str) -> bytes:  # noqa: A001 (read as vault.open)
    """The bytes of a name; raises Unreadable where they are lost or were damaged."""
    said = keys.unseal(sealed, key)
    try:
        raw = _path(name).read_bytes()
        secret = bytes.fromhex(str(said["key"]))
        return AESGCM(secret).decrypt(raw[:_NONCE], raw[_NONCE:], name.encode())
    except FileNotFoundError as error:
        problem = _("is not in its folder")
        raise Unreadable(_named(name), problem, _("bring the folder back")) from error
    except (InvalidTag, KeyError, ValueError) as error:
        problem = _("was damaged: it does not open")
        raise Unreadable(_named(name), problem, _("bring the folder back")) from error


def forget(name: str) -> None:
    """Keep nothing under a name any more."""
    _path(name).unlink(missing_ok=True)


def has(name: str) -> bool:
    """Whether something is kept under a name."""
    return _path(name).is_file()


def names() -> Iterator[str]:
    """Everything that is kept."""
    for path in sorted(Path(settings.EVIDENCE).glob("??/*.sealed")):
        yield path.stem


def sealed_bytes(name: str) -> bytes | None:
    """The encrypted bytes of a name, for a backup; None where they are gone."""
    try:
        return _path(name).read_bytes()
    except FileNotFoundError:
        return None


def place_sealed(name: str, raw: bytes) -> None:
    """Put encrypted bytes back under their name, from a backup."""
    _write(_path(name), raw)


def _path(name: str) -> Path:
    return Path(settings.EVIDENCE) / name[:2] / f"{name}.sealed"


def _named(name: str) -> str:
    return _("the evidence %(name)s") % {"name": name[:12]}


def _write(path: Path, raw: bytes) -> None:
    """Whole or not at all, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(made, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
