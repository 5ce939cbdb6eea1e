"""Reports of mail servers that a letter came back: read from RFC 3464, whoever wrote them.

A report is known to be of one of our letters by the secret number in it and by nothing
else: an address alone, which anybody can write, stops nobody's letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from typing import Any, Final

from marsad.desk.dispatches.models import Bounce
from marsad.errors import Unreadable

# Our numbers are 128 bits in hexadecimal; gateways change the case of letters.
_OUR_ID: Final = re.compile(r"<\s*([0-9a-fA-F]{32})@")
_OUR_SENDER: Final = re.compile(r"\+([0-9a-fA-F]{32})@")
_UNSUBSCRIBE: Final = re.compile(r"^\s*unsubscribe\s+([\w-]{20,64})\s*$", re.IGNORECASE)
_STATUS: Final = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
# Where servers write for whom a letter was, which is our address for returned letters.
_DELIVERED_TO: Final = (
    "To",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
)
_LONGEST: Final = 500
_MOST_BYTES: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says: of which letter, what became of it, and in which words."""

    number: str
    bounce: Bounce
    status: str
    said: str


@dataclass(frozen=True, slots=True)
class Unsubscription:
    """A letter that a mail program wrote to unsubscribe."""

    token: str


def read_report(raw: bytes) -> Report | Unsubscription | None:
    """Read a returned letter; None for any other letter, such as an answer by a person."""
    if len(raw) > _MOST_BYTES:
        raise Unreadable("a returned letter", f"is larger than {_MOST_BYTES} bytes")
    message: Any = message_from_bytes(raw, policy=policy.compat32)
    subject = _UNSUBSCRIBE.match(_plain(message.get("Subject", "")))
    if subject:
        return Unsubscription(subject[1])
    fields = list(_fields(message))
    number = _number(message)
    if not fields or not number:
        return None
    # Of several recipients ours is one: the worst of them is what counts.
    return max(
        (_report(number, one) for one in fields),
        key=lambda one: (Bounce.LATE, Bounce.SOFT, Bounce.HARD).index(one.bounce),
    )


def _fields(message: Message) -> Iterator[Message]:
    """The fields of each recipient that failed or is late."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        # The first block is of the server; the others are of one recipient each.
        for block in _blocks(part):
            if _plain(block.get("Action", "")).casefold() in ("failed", "delayed"):
                yield block


def _blocks(part: Message) -> list[Message]:
    found = part.get_payload()
    if isinstance(found, list):
        return [one for one in found if isinstance(one, Message)]
    # Some servers encode the report, which RFC 3464 forbids.
    raw: Any = part.get_payload(decode=True)
    texts = re.split(r"\n\s*\n", raw.decode("utf-8", "replace").replace("\r\n", "\n"))
    return [message_from_bytes(text.encode(), policy=policy.compat32) for text in texts]


def _report(number: str, fields: Message) -> Report:
    diagnosis = _plain(fields.get("Diagnostic-Code", ""))
    status = _status(_plain(fields.get("Status", "")), diagnosis)
    said = " ".join((diagnosis or status).split())[:_LONGEST]
    if _plain(fields.get("Action", "")).casefold() == "delayed":
        return Report(number, Bounce.LATE, status, said)
    # RFC 3463: 5.1.x is of the address, 5.2.1 of a mailbox that was closed. A full
    # mailbox, a policy, a server that was down say nothing of the address.
    is_hard = status.startswith("5.1.") or status == "5.2.1"
    return Report(number, Bounce.HARD if is_hard else Bounce.SOFT, status, said)


def _status(status: str, diagnosis: str) -> str:
    """The status, or a closer one in the words of the far server: Exim says 5.0.0."""
    own = _STATUS.search(status)
    far = _STATUS.search(diagnosis)
    known = own[1] if own else ""
    if far and (not known or known.endswith(".0.0")):
        return far[1]
    if known in ("", "5.0.0") and re.search(r"\b55[013]\b", diagnosis):
        # A server without enhanced codes: 550, 551 and 553 speak of the address.
        return "5.1.0"
    return known


def _number(message: Message) -> str:
    """The number of our letter: in the address it came back to, or in what came back."""
    for name in _DELIVERED_TO:
        for value in message.get_all(name, []):
            if found := _OUR_SENDER.search(_plain(value)):
                return found[1].lower()
    for header in _returned(message):
        if found := _OUR_ID.search(header):
            return found[1].lower()
    return ""


def _returned(message: Message) -> Iterator[str]:
    """The Message-ID of the letter that came back, whole or as its headers alone."""
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner: Any = part.get_payload()
            if isinstance(inner, list) and inner:
                yield _plain(inner[0].get("Message-ID", ""))
        elif kind in ("text/rfc822-headers", "message/rfc822-headers"):
            raw: Any = part.get_payload(decode=True) or b""
            headers = message_from_bytes(raw, policy=policy.compat32)
            yield _plain(headers.get("Message-ID", ""))


def _plain(value: object) -> str:
    return " ".join(str(value).split())
