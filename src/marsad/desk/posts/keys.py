"""The keys that hide accounts: pseudonyms by keyed hash, and seals that only they open.

The key file holds one line a key, ``id hex``; the last line is the one in use, the others
still open what they sealed. It is made once, readable by its owner alone, stands beside
the data and goes into no backup: who holds only the database, or a backup of it, can
neither open a seal nor try names against a pseudonym.
"""

import base64
import functools
import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext as _

from marsad.errors import Unreadable

_BYTES: Final = 32
_NONCE: Final = 12
# 130 bits in base32: no two accounts ever share one.
_LETTERS: Final = 26
# What stands in a text for an account that nothing is known of any more.
GONE: Final = "…"
# A pseudonym where a handle stood: behind a sign, in an address, in its question.
PSEUDONYM: Final = re.compile(r"(?<=[@/=])[a-z2-7]{26}(?![\w-])")
_UNNAMED: Final = re.compile(rf"{PSEUDONYM.pattern}|(?<=[@/=]){GONE}")


@dataclass(frozen=True, slots=True)
class Key:
    """One key by its name: a half that hashes, a half that seals."""

    name: str
    secret: bytes

    def mark(self, what: str, *parts: str) -> str:
        """The keyed hash of something, told apart by what it is; 26 letters."""
        said = "\0".join((what, *parts)).encode("utf-8", "surrogatepass")
        raw = hmac.digest(self._half("marks"), said, "sha256")
        return base64.b32encode(raw).decode("ascii").lower()[:_LETTERS]

    def seal(self, values: dict[str, Any]) -> bytes:
        """Values as bytes that only this key opens."""
        nonce = secrets.token_bytes(_NONCE)
        said = json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")
        return nonce + AESGCM(self._half("seals")).encrypt(nonce, said, None)

    def open(self, sealed: bytes) -> dict[str, Any]:
        """What was sealed; raises Unreadable where this is not its key."""
        raw = bytes(sealed)
        try:
            said = AESGCM(self._half("seals")).decrypt(raw[:_NONCE], raw[_NONCE:], None)
        except (InvalidTag, ValueError) as error:
            problem = _("is not opened by this key, or was damaged")
            way_out = _("bring back the file of keys that was in use")
            raise Unreadable(_("the seal"), problem, way_out) from error
        found: dict[str, Any] = json.loads(said.decode("utf-8", "surrogatepass"))
        return found

    def _half(self, what: str) -> bytes:
        return _derived(self.secret, what)


@functools.lru_cache(maxsize=64)
def _derived(secret: bytes, what: str) -> bytes:
    # One secret, two uses: neither key says anything of the other.
    return hmac.digest(secret, b"marsad " + what.encode(), "sha256")


def new_key() -> Key:
    """A fresh key with a name of its own."""
    secret = secrets.token_bytes(_BYTES)
    return Key(hashlib.sha256(secret).hexdigest()[:8], secret)


def all_keys(path: Path | None = None) -> tuple[Key, ...]:
    """Every key of the file, the one in use last; the file is made where there is none."""
    where = path or Path(settings.ACCOUNT_KEYS)
    if not where.exists():
        _make(where)
    return _read(where, where.stat().st_mtime_ns)


def current() -> Key:
    """The key in use."""
    return all_keys()[-1]


def pseudonym(platform: str, account: str) -> str:
    """What an account is called here, the same each time, while the key is the same."""
    return current().mark("account", platform, account.strip().lstrip("@").casefold())


def post_mark(platform: str, number: str) -> str:
    """By what a post of a platform is known again."""
    return current().mark("post", platform, number.strip())


def address_mark(address: str) -> str:
    """By what the address of a post is known again; the address in its canonical form."""
    return current().mark("address", address)


def unnamed(words: str) -> str:
    """Words with one sign for every account: the same under every key."""
    return _UNNAMED.sub("·", words)


def seal(values: dict[str, Any]) -> tuple[bytes, str]:
    """Values under the key in use, and the name of that key."""
    key = current()
    return key.seal(values), key.name


def unseal(sealed: bytes, key: str) -> dict[str, Any]:
    """What was sealed under the key of a name; for the acts that may, and no page."""
    for one in all_keys():
        if one.name == key:
            return one.open(sealed)
    problem = _("was sealed under a key that is not here")
    way_out = _("bring back the file of keys that was in use")
    raise Unreadable(_("the seal"), problem, way_out)


def write(path: Path, keys: tuple[Key, ...]) -> None:
    """Write the file of keys anew, whole or not at all; only its owner may read it."""
    beside = path.with_name(f"{path.name}.part")
    beside.unlink(missing_ok=True)
    made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.writelines(f"{one.name} {one.secret.hex()}\n" for one in keys)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _make(path: Path) -> None:
    """Of two processes that start at once, one makes the file and both read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = new_key()
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(f"{key.name} {key.secret.hex()}\n")


@functools.lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> tuple[Key, ...]:
    """The keys of a file as it was when it last changed."""
    found = []
    for number, line in enumerate(path.read_text("ascii").splitlines(), 1):
        name, _gap, secret = line.partition(" ")
        try:
            key = Key(name, bytes.fromhex(secret))
        except ValueError:
            key = Key("", b"")
        if not name or len(key.secret) != _BYTES:
            problem = _("line %(number)s is no key") % {"number": number}
            raise Unreadable(str(path), problem, _("bring the file back as it was"))
        found.append(key)
    if not found:
        raise Unreadable(str(path), _("holds no key"), _("bring the file back"))
    return tuple(found)
