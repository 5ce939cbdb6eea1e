"""Ed25519 signatures in the format of minisign, so that anybody's tool can check them.

The message is hashed with BLAKE2b-512 before it is signed (algorithm "ED"). A trusted
comment is signed along with the signature and cannot be exchanged.
"""

import base64
import binascii
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from marsad.errors import Refused, Unreadable

_KEY: Final = b"Ed"
_PREHASHED: Final = b"ED"
_CHECKSUM: Final = b"B2"
# No password: no key derivation, and nothing where salt and its limits would stand.
_NO_DERIVATION: Final = b"\0\0"
_NO_SALT: Final = bytes(32 + 8 + 8)
_UNTRUSTED: Final = "untrusted comment: "
_TRUSTED: Final = "trusted comment: "


@dataclass(frozen=True, slots=True)
class Key:
    """A secret key and the number by which its signatures are known."""

    number: bytes
    seed: bytes = field(repr=False)

    @property
    def public(self) -> str:
        """The public key on one line, as minisign -P takes it."""
        return _text(_KEY + self.number + _public_bytes(self.seed))

    @property
    def public_file(self) -> bytes:
        """The public key as minisign -p takes it."""
        return f"{_UNTRUSTED}minisign public key {self.name}\n{self.public}\n".encode()

    @property
    def name(self) -> str:
        """The number of the key as minisign writes it."""
        return self.number[::-1].hex().upper()


def new_key() -> Key:
    """A key that nobody had before."""
    return Key(secrets.token_bytes(8), secrets.token_bytes(32))


def read_key(raw: bytes) -> Key:
    """A secret key without a password, as minisign -W writes it; else Unreadable."""
    whole = _decoded(_lines(raw, 2)[1], "a secret key")
    kind, derivation = whole[:2], whole[2:4]
    number, seed, public = whole[54:62], whole[62:94], whole[94:126]
    if len(whole) != 158 or kind != _KEY:
        raise Unreadable("a secret key", "is none of minisign", "make a new key")
    if derivation != _NO_DERIVATION:
        problem = "is locked by a password"
        raise Unreadable(
            "a secret key", problem, "write it without one: minisign -C -W"
        )
    # Minisign itself writes no checksum where there is no password.
    sums = (_checksum(number, seed, public), bytes(32))
    if whole[126:] not in sums or public != _public_bytes(seed):
        raise Unreadable("a secret key", "is damaged", "take the copy of the backup")
    return Key(number, seed)


def key_file(key: Key) -> bytes:
    """A secret key as minisign reads it, without a password."""
    public = _public_bytes(key.seed)
    whole = (
        _KEY + _NO_DERIVATION + _CHECKSUM + _NO_SALT + key.number + key.seed + public
    )
    whole += _checksum(key.number, key.seed, public)
    return f"{_UNTRUSTED}minisign secret key {key.name}\n{_text(whole)}\n".encode()


def write_key(key: Key, path: Path) -> None:
    """Write a secret key where only its owner reads it; never over another file."""
    try:
        door = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        problem = "is there already, and a key that is lost signs nothing again"
        raise Refused(str(path), problem, "name another file") from None
    with os.fdopen(door, "wb") as file:
        file.write(key_file(key))


def sign(message: bytes, key: Key, trusted_comment: str) -> bytes:
    """The signature of a message, with a comment that it covers as well."""
    if not trusted_comment.isprintable():
        problem = "holds a line break or a sign that cannot be printed"
        raise Refused("a trusted comment", problem, "write it on one line")
    secret = Ed25519PrivateKey.from_private_bytes(key.seed)
    signature = secret.sign(_hash(message))
    covering = secret.sign(signature + trusted_comment.encode())
    lines = (
        f"{_UNTRUSTED}signature by marsad, key {key.name}",
        _text(_PREHASHED + key.number + signature),
        f"{_TRUSTED}{trusted_comment}",
        _text(covering),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def verify(message: bytes, signature: bytes, public: str) -> str:
    """The trusted comment of a signature that holds; raises Refused where it does not.

    The public key is its one line, or the whole file.
    """
    number, key = _public_key(public)
    _, line, comment, covering = _lines(signature, 4)
    raw = _decoded(line, "a signature")
    if len(raw) != 74 or raw[:2] != _PREHASHED or not comment.startswith(_TRUSTED):
        raise Refused("a signature", "is not in the format ED of minisign", "ask again")
    if raw[2:10] != number:
        problem = "was made with another key"
        raise Refused("a signature", problem, "take the public key of who signed")
    said = comment.removeprefix(_TRUSTED)
    try:
        key.verify(raw[10:], _hash(message))
        key.verify(_decoded(covering, "a signature"), raw[10:] + said.encode())
    except InvalidSignature:
        problem = "does not hold: what it signs was changed"
        raise Refused("a signature", problem, "do not trust this") from None
    return said


def _public_key(written: str) -> tuple[bytes, Ed25519PublicKey]:
    """The number and the key of the last line that says anything."""
    lines = written.split("\n")
    line = next((one.strip() for one in reversed(lines) if one.strip()), "")
    raw = _decoded(line, "a public key")
    if len(raw) != 42 or raw[:2] != _KEY:
        problem = "is none of minisign"
        raise Unreadable("a public key", problem, "it begins with RW")
    return raw[2:10], Ed25519PublicKey.from_public_bytes(raw[10:])


def _public_bytes(seed: bytes) -> bytes:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _checksum(number: bytes, seed: bytes, public: bytes) -> bytes:
    return hashlib.blake2b(_KEY + number + seed + public, digest_size=32).digest()


def _hash(message: bytes) -> bytes:
    return hashlib.blake2b(message, digest_size=64).digest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _decoded(line: str, subject: str) -> bytes:
    try:
        return base64.b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable(subject, "is no base64", "take the whole file") from None


def _lines(raw: bytes, least: int) -> list[str]:
    """The first lines of a file; raises Unreadable where there are fewer."""
    try:
        lines = raw.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        lines = []
    if len(lines) < least:
        raise Unreadable("a key or signature", "is too short", "take the whole file")
    return lines[:least]
