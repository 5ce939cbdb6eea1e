"""What releases are signed with: the site's own key."""

from marsad import signing
from marsad.desk.safeguards.site_key import site_key


def release_key() -> signing.Key:
    """The site's key; made at its first use, and never replaced by itself."""
    return site_key()


def public_key() -> str:
    """The public half on one line, as minisign -P takes it."""
    return release_key().public


def signed(message: bytes, comment: str) -> bytes:
    """The signature of the site for a message, in minisign's format."""
    return signing.sign(message, release_key(), comment)


def sign_manifest(manifest: bytes) -> bytes:
    """The signature of a pack's list of files; the same each time it is built."""
    return signed(manifest, "manifest of a Marsad pack")
