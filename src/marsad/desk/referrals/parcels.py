"""What leaves for a platform: the notice with its addresses, as a letter, JSON or a ZIP."""

import io
import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from marsad.desk.referrals import notices, opening
from marsad.desk.referrals.models import Referral, Route, Sending
from marsad.desk.referrals.sender import mail_host, sender
from marsad.errors import Refused

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A notice, or its withdrawal, with its addresses; it exists only on its way."""

    number: str
    what: str
    subject: str
    text: str
    json: bytes

    @property
    def sha256(self) -> str:
        """The hash of the text as it leaves."""
        return sha256(self.text.encode()).hexdigest()


def parcel_of(sending: Sending) -> Parcel:
    """What one sending carries; its addresses are opened for it."""
    referral = sending.referral
    addresses = opening.addresses_of(referral)
    if sending.what == Sending.What.WITHDRAWAL:
        text = notices.compose_withdrawal(
            _withdrawal(referral, addresses), referral.language
        )
        subject = notices.withdrawal_subject(referral.number, referral.language)
    else:
        if len(addresses) < referral.posts.count():
            problem = _("names a post that was purged since")
            raise Refused(referral.number, problem, _("take the notice back"))
        text = notices.filled(referral.notice, addresses)
        subject = notices.subject(referral.number, referral.language)
    said = _as_json(sending, text, addresses)
    return Parcel(referral.number, sending.what, subject, text, said)


def _withdrawal(referral: Referral, addresses: dict[int, str]) -> dict[str, Any]:
    platform = referral.platform
    return {
        "number": referral.number,
        "at": referral.withdrawn_at or referral.at,
        "sent": referral.sent_at or referral.at,
        "platform": platform.written_names.get(referral.language) or platform.name,
        "sender": sender(referral.language),
        "addresses": list(addresses.values()),
    }


def _as_json(sending: Sending, text: str, addresses: dict[int, str]) -> bytes:
    """The same for programs, in the words of Reg. (EU) 2022/2065, art. 16(2)."""
    referral = sending.referral
    who = sender(referral.language)
    said = {
        "type": f"voluntary_assessment_{sending.what}",
        "is_order": False,
        "reference": referral.number,
        "date": referral.at.isoformat(timespec="seconds"),
        "language": referral.language,
        "exact_electronic_locations": list(addresses.values()),
        "explanation": referral.description,
        "category": referral.category,
        "exceptions_examined": True,
        "good_faith": True,
        "sender": {
            "name": who.name,
            "email": who.address,
            "is_governmental": True,
        },
        "appeals": who.appeals,
        "text": text,
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode() + b"\n"


def letter(sending: Sending, parcel: Parcel) -> EmailMessage:
    """The parcel as an e-mail; a withdrawal answers the notice that it takes back."""
    referral = sending.referral
    headers = {
        "Message-ID": message_id(sending),
        "Content-Language": referral.language,
        "X-Marsad-Reference": referral.number,
    }
    if sending.what == Sending.What.WITHDRAWAL:
        before = referral.sendings.filter(what=Sending.What.NOTICE).order_by("-id")
        earlier = before.first()
        if earlier is not None:
            headers["In-Reply-To"] = headers["References"] = message_id(earlier)
    return EmailMessage(
        subject=parcel.subject,
        body=parcel.text,
        from_email=settings.MAIL_FROM,
        to=[referral.platform.address or "notices@platform.invalid"],
        headers=headers,
    )


def message_id(sending: Sending) -> str:
    """The Message-ID of a letter, by which an answer to it is known."""
    return f"<{sending.message_id}@{mail_host()}>"


def archive(sending: Sending, parcel: Parcel) -> bytes:
    """The parcel as a ZIP that a person hands over: as text, as a letter, for programs."""
    name = f"{parcel.number}-{parcel.what}"
    mail = letter(sending, parcel).message().as_bytes()
    members = {
        f"{name}.txt": parcel.text.encode(),
        f"{name}.eml": mail,
        f"{name}.json": parcel.json,
    }
    if sending.route != Route.LETTER:
        # Nobody is written to by mail: the letter would name no address.
        del members[f"{name}.eml"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for path, raw in members.items():
            made.writestr(zipfile.ZipInfo(path, _NO_TIME), raw)
    return buffer.getvalue()
