"""The post office: one open line to the mail server, and what it answers to a letter."""

import contextlib
import smtplib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from marsad.errors import Refused, Unreachable

# A server that says nothing for so long is gone; RFC 5321 would wait for minutes, and
# all other letters with it.
_PATIENCE_SECONDS: Final = 20
_PORTS: Final = {"": 25, "starttls": 587, "tls": 465}
_OUR_OWN: Final = frozenset(("localhost", "127.0.0.1", "::1"))
_LONGEST: Final = 500
# Replies to RCPT that speak of the address itself: RFC 5321, section 4.2.3.
_NO_SUCH_ADDRESS: Final = frozenset((550, 551, 553))


class Fate(StrEnum):
    """What became of a letter at the mail server."""

    TAKEN = "taken"
    # Not now: full, busy, greylisted; asked again later.
    LATER = "later"
    # Never: the letter was refused, not the address.
    REFUSED = "refused"
    # Never: there is no such address.
    NO_ADDRESS = "no address"
    # The line broke after the letter was handed over and before the answer.
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a letter, and what the server said."""

    fate: Fate
    said: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters go out, as MARSAD_SMTP names it."""

    host: str
    port: int
    user: str
    password: str
    tls: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def server() -> Server | None:
    """The mail server of the site; None where none is named; Refused where it is wrong."""
    if not settings.SMTP:
        return None
    parts = urlsplit(settings.SMTP)
    tls = parse_qs(parts.query).get("tls", [""])[0]
    subject = "MARSAD_SMTP"
    if parts.scheme != "smtp" or not parts.hostname or tls not in _PORTS:
        way_out = "write smtp://user:password@host:port?tls=starttls, or tls=tls"
        raise Refused(subject, "is no address of a mail server", way_out)
    if parts.password and not tls and parts.hostname not in _OUR_OWN:
        problem = "would send its password over an open line"
        raise Refused(subject, problem, "add ?tls=starttls or ?tls=tls")
    if "@" not in settings.MAIL_FROM:
        problem = "is not set, so letters come from nobody"
        raise Refused("MARSAD_MAIL_FROM", problem, "write packs@example.org")
    return Server(
        host=parts.hostname,
        port=parts.port or _PORTS[tls],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


class _Line(smtplib.SMTP):
    """A line to a server that knows whether a letter is half handed over."""

    is_in_doubt = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        """Hand the letter over; until the answer is here nobody knows."""
        self.is_in_doubt = True
        answer = super().data(msg)
        self.is_in_doubt = False
        return answer


class _SafeLine(_Line, smtplib.SMTP_SSL):
    """The same over TLS from its first byte."""


class _Backend(EmailBackend):
    """Django's own way to send, over lines that know when they are in doubt."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _SafeLine if self.use_ssl else _Line


class Office:
    """An open line to the mail server; used in a with statement."""

    def __init__(self, where: Server) -> None:
        self._where = where
        self._backend = _Backend(
            host=where.host,
            port=where.port,
            username=where.user,
            password=where.password,
            use_tls=where.tls == "starttls",
            use_ssl=where.tls == "tls",
            timeout=_PATIENCE_SECONDS,
        )

    def __enter__(self) -> "Office":
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def open(self) -> None:
        """Open the line if it is not open; raises Unreachable where that cannot be."""
        try:
            self._backend.open()
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            raise Unreachable(str(self._where), _words(error)) from error

    def hand_over(self, letter: EmailMessage) -> Reply:
        """Give one letter to the server; raises Unreachable if nothing was handed over."""
        line: Any = self._backend.connection
        try:
            self._backend.send_messages([letter])
        except smtplib.SMTPRecipientsRefused as error:
            [(code, words)] = error.recipients.values()
            return _refusal(code, words, of_address=True)
        except smtplib.SMTPSenderRefused as error:
            # It is we who are refused, and with us every letter.
            self._hang_up()
            raise Unreachable(str(self._where), _words(error)) from error
        except smtplib.SMTPResponseException as error:
            return _refusal(error.smtp_code, error.smtp_error, of_address=False)
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            if line.is_in_doubt:
                return Reply(Fate.UNSURE, _words(error))
            raise Unreachable(str(self._where), _words(error)) from error
        except ValueError as error:
            # A letter that cannot be written at all, such as with a broken address.
            return Reply(Fate.REFUSED, _words(error))
        return Reply(Fate.TAKEN)

    def _hang_up(self) -> None:
        lines: Any = (
            self._backend.connection,
            getattr(self._backend, "_partial_connection", None),
        )
        with contextlib.suppress(OSError, smtplib.SMTPException):
            self._backend.close()
        # A line that breaks while it is closed stays open otherwise.
        for line in filter(None, lines):
            line.close()
        self._backend.connection = None


def _refusal(code: int, words: bytes | str, *, of_address: bool) -> Reply:
    told = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    said = f"{code} {' '.join(told.split())}"[:_LONGEST]
    if code < 500:
        return Reply(Fate.LATER, said)
    if of_address and is_of_address(code, told):
        return Reply(Fate.NO_ADDRESS, said)
    return Reply(Fate.REFUSED, said)


def is_of_address(code: int, words: str) -> bool:
    """Whether a refusal says that there is no such address; else it is of the letter."""
    status = words.split(maxsplit=1)[0] if words.split() else ""
    if status.startswith("5."):
        # RFC 3463: 5.1.x is of the address, 5.2.1 of a mailbox that was closed.
        return status.startswith("5.1.") or status == "5.2.1"
    return code in _NO_SUCH_ADDRESS


def _words(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        told = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return f"{error.smtp_code} {' '.join(str(told).split())}"[:_LONGEST]
    return (str(error) or type(error).__name__)[:_LONGEST]
