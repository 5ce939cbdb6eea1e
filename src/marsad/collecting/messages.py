"""The text of an e-mail: its plain part, or its HTML part read as a page."""

import email.policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import Final

from marsad.collecting.circumstances import Circumstances
from marsad.collecting.decoding import decode
from marsad.collecting.limits import NORMAL, Limits
from marsad.collecting.pages import read_page
from marsad.errors import Unreadable

_PARSER: Final = BytesParser(policy=email.policy.default)
# What malformed headers make the standard parser raise.
_BROKEN: Final = (
    AttributeError,
    IndexError,
    KeyError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


def read_message(
    raw: bytes, *, subject: str, limits: Limits = NORMAL
) -> tuple[str, Circumstances]:
    """The words of an e-mail with its subject line and day; attachments are left."""
    try:
        message = _PARSER.parsebytes(raw)
        body = message.get_body(("plain", "html"))
        said = Circumstances(published=None, title=_header(message, "subject"))
        dated = message.get("date")
        day = dated.datetime.date() if dated and dated.datetime else None
    except _BROKEN:
        raise Unreadable(subject, "is a damaged e-mail", "export it again") from None
    if body is None or not message.keys():
        raise Unreadable(subject, "is an e-mail without text", "save its attachments")
    text, stated = _read_body(body, subject, limits)
    stated = Circumstances(published=day, title=said.title).over(stated)
    return text, stated


def _read_body(
    body: MIMEPart, subject: str, limits: Limits
) -> tuple[str, Circumstances]:
    raw = body.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        raise Unreadable(subject, "is an e-mail without text", "save its attachments")
    if body.get_content_subtype() == "html":
        return read_page(raw, subject=subject, limits=limits)
    declared = body.get_content_charset()
    text = decode(raw, subject=subject, declared=declared)
    # The mail's own line ends are of the road, not of the writer.
    return text.replace("\r\n", "\n"), Circumstances()


def _header(message: EmailMessage, name: str) -> str | None:
    words = str(message.get(name) or "").split()
    return " ".join(words) or None
