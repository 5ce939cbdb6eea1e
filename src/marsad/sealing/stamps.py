"""Time stamps of an independent authority over a manifest (RFC 3161)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from marsad.collecting.fetch import Patience, post
from marsad.errors import Unreachable, Unreadable

# Who seals waits for it: an authority that is slow stamps nothing.
_PATIENCE: Final = Patience(
    silence_seconds=5, whole_seconds=8, largest_bytes=256 * 1024
)
_HEADERS: Final = {
    "Content-Type": "application/timestamp-query",
    "Accept": "application/timestamp-reply",
}
_GRANTED: Final = (0, 1)


@dataclass(frozen=True, slots=True)
class Stamp:
    """An authority's answer: its bytes, the moment that it names, and who it is."""

    raw: bytes
    at: datetime
    authority: str


def ask(
    authority: str, manifest: bytes, *, roots: Sequence[x509.Certificate] = ()
) -> Stamp:
    """Let an authority stamp a manifest; raises Unreachable or Unreadable if it did not."""
    asked = (
        TimestampRequestBuilder()
        .data(manifest)
        .hash_algorithm(HashAlgorithm.SHA256)
        .build()
    )
    answer = post(authority, asked.as_bytes(), headers=_HEADERS, patience=_PATIENCE)
    if not answer.is_good:
        problem = f"answers {answer.status}"
        raise Unreachable("the time authority", problem, "see its address")
    said = _decoded(answer.body)
    if said.tst_info.nonce != asked.nonce:
        problem = "answers another question"
        raise Unreadable("the time authority", problem, "ask another authority")
    return read_stamp(answer.body, manifest, roots=roots)


def read_stamp(
    raw: bytes, manifest: bytes, *, roots: Sequence[x509.Certificate] = ()
) -> Stamp:
    """A stamp that is over this manifest; raises Unreadable saying what is wrong with it.

    With the roots that one trusts, its signature is proved as well.
    """
    said = _decoded(raw)
    if said.tst_info.message_imprint.message != sha256(manifest).digest():
        problem = "is over another manifest"
        raise Unreadable("the time stamp", problem, "do not trust this")
    if roots:
        _prove(said, manifest, roots)
    at = said.tst_info.gen_time.astimezone(UTC)
    return Stamp(raw, at, _name_of(said))


def read_roots(raw: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates of a PEM file; raises Unreadable where it holds none."""
    try:
        return tuple(x509.load_pem_x509_certificates(raw))
    except ValueError:
        problem = "hold no certificate"
        raise Unreadable("the roots", problem, "name a PEM file") from None


def _decoded(raw: bytes) -> TimeStampResponse:
    try:
        said = decode_timestamp_response(raw)
        if said.status not in _GRANTED:
            raise Unreadable("the time stamp", "was not granted", "ask again")
        # Absent where nothing was granted, and read lazily.
        said.tst_info  # noqa: B018
    except ValueError:
        problem = "is none of RFC 3161"
        raise Unreadable("the time stamp", problem, "see the authority") from None
    return said


def _prove(
    said: TimeStampResponse, manifest: bytes, roots: Sequence[x509.Certificate]
) -> None:
    builder = VerifierBuilder()
    for one in roots:
        builder = builder.add_root_certificate(one)
    try:
        builder.build().verify_message(said, manifest)
    except VerificationError as error:
        problem = f"does not hold: {error}"
        raise Unreadable("the time stamp", problem, "do not trust this") from None


def _name_of(said: TimeStampResponse) -> str:
    """The common name of the certificate that signed, as the answer carries it."""
    numbers = {one.serial_number for one in said.signed_data.signer_infos}
    for raw in said.signed_data.certificates:
        found = x509.load_der_x509_certificate(raw)
        if found.serial_number not in numbers:
            continue
        names = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else found.subject.rfc4514_string()
    return ""
