"""The web door: the one place where Marsad opens the network.

Only http and https, within a time and a size, and never on to another host than the
one that was asked. What is asked and answered is bytes; who uses them reads them.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from typing import Final

import httpx

from marsad.collecting.limits import MEBIBYTE
from marsad.collecting.public_hosts import public_address
from marsad.errors import Refused, Unreachable, Unreadable

_SCHEMES: Final = ("http", "https")
_CHUNK_BYTES: Final = 64 * 1024
# Plain bytes can be counted as they come; a packed answer may unpack to a thousand
# times its size in one step.
_HEADERS: Final = {"User-Agent": "marsad", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how much a host may answer."""

    # Between two signs of life, and from the first byte asked to the last one taken.
    silence_seconds: float = 20
    whole_seconds: float = 60
    largest_bytes: int = 8 * MEBIBYTE
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: the address that answered in the end, and its bytes."""

    url: str
    status: int
    content_type: str
    body: bytes

    @property
    def is_good(self) -> bool:
        """Whether the host says that it did what was asked."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES


NORMAL: Final = Patience()
# Where a host is asked: its name, or the address that was found for it.
_Placing = Callable[[httpx.URL], str]


def _by_name(address: httpx.URL) -> str:
    return address.host


def _in_public(address: httpx.URL) -> str:
    if address.userinfo:
        raise Refused(shown(str(address)), "carries a password", "take it out")
    port = address.port or (443 if address.scheme == "https" else 80)
    return public_address(address.host, port)


def fetch(url: str, *, patience: Patience = NORMAL) -> Answer:
    """Ask for what stands at an address; follow it only within its own host."""
    return _ask("GET", url, b"", {}, patience)


def fetch_public(url: str, *, patience: Patience = NORMAL) -> Answer:
    """Ask a host of the public net, never this machine or its own network."""
    return _ask("GET", url, b"", {}, patience, place=_in_public)


def post(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    patience: Patience = NORMAL,
) -> Answer:
    """Send bytes to an address and take its answer; a redirect is an answer."""
    return _ask("POST", url, body, headers, patience)


def is_here(url: str) -> bool:
    """Say whether an address is on this machine itself."""
    host = _parsed(url).host
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def shown(url: str) -> str:
    """An address as it may be shown: without a password, a query or a fragment."""
    parsed = _parsed(url)
    return str(
        parsed.copy_with(username=None, password=None, query=None, fragment=None)
    )


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError, ValueError):
        raise Refused(
            repr(url[:80]), "is no address", "write it as https://host/path"
        ) from None
    if parsed.scheme not in _SCHEMES or not parsed.host:
        raise Refused(
            repr(url[:80]),
            "is no web address, and nothing else is opened",
            "write it as https://host/path",
        )
    return parsed


def _ask(
    method: str,
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    patience: Patience,
    *,
    place: _Placing = _by_name,
) -> Answer:
    """Ask, and go on while the same host sends a GET elsewhere."""
    address, end = _parsed(url), time.monotonic() + patience.whole_seconds
    with _told(shown(url), end, patience), _client(url, patience) as client:
        for _ in range(patience.redirects + 1):
            request = client.build_request(
                method,
                address.copy_with(host=place(address)),
                content=body or None,
                headers={"Host": address.netloc.decode("ascii"), **headers},
                # The certificate is that of the name, wherever the name leads.
                extensions={"sni_hostname": address.host},
            )
            response = client.send(request, stream=True)
            if not response.has_redirect_location or method != "GET":
                return _answer(response, address, end, patience)
            response.close()
            address = _same_host(address, address.join(response.headers["location"]))
    raise Unreachable(shown(url), "sends in circles", "open it in a browser")


@contextmanager
def _client(url: str, patience: Patience) -> Iterator[httpx.Client]:
    """Open a client that is shut from outside when the whole time is over.

    A host that sends a byte now and then is never silent: only a clock stops it.
    """
    # A proxy of the environment is for the world outside, not for this machine.
    client = httpx.Client(
        timeout=patience.silence_seconds,
        headers=_HEADERS,
        follow_redirects=False,
        trust_env=not is_here(url),
    )
    clock = threading.Timer(patience.whole_seconds, client.close)
    clock.daemon = True
    clock.start()
    try:
        with client:
            yield client
    finally:
        clock.cancel()


def _same_host(before: httpx.URL, after: httpx.URL) -> httpx.URL:
    """Check that a redirect stays with its host, and does not fall back to plain http."""
    if after.host != before.host:
        raise Refused(
            shown(str(before)),
            f"sends on to another host, {after.host}",
            "give that address yourself if you trust it",
        )
    if before.scheme == "https" and after.scheme != "https":
        raise Refused(
            shown(str(before)), "sends on to an unprotected address", "ask its owner"
        )
    return _parsed(str(after))


def _answer(
    response: httpx.Response, address: httpx.URL, end: float, patience: Patience
) -> Answer:
    # The client closes what is still open when it is closed itself.
    subject = shown(str(address))
    if response.headers.get("content-encoding", "identity") != "identity":
        raise Unreadable(subject, "answers packed bytes although plain ones were asked")
    taken = bytearray()
    for chunk in response.iter_raw(_CHUNK_BYTES):
        taken += chunk
        if len(taken) > patience.largest_bytes:
            size = patience.largest_bytes / MEBIBYTE
            raise Unreadable(subject, f"answers more than {size:.3g} MiB")
        if time.monotonic() > end:
            raise _late(subject, patience.whole_seconds)
    return Answer(
        str(address),
        response.status_code,
        response.headers.get("content-type", ""),
        bytes(taken),
    )


@contextmanager
def _told(subject: str, end: float, patience: Patience) -> Iterator[None]:
    """Tell what went wrong on the way in Marsad's own errors."""
    try:
        yield
    except httpx.TimeoutException:
        raise _late(subject, patience.silence_seconds) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:
        # A client that was shut by the clock fails in any of these ways.
        if time.monotonic() >= end:
            raise _late(subject, patience.whole_seconds) from None
        if isinstance(error, httpx.ConnectError):
            way_out = "see that it runs and the address is right"
            raise Unreachable(subject, "nobody answers there", way_out) from None
        problem = f"broke off ({type(error).__name__})"
        raise Unreachable(subject, problem, "try again") from None


def _late(subject: str, seconds: float) -> Unreachable:
    return Unreachable(subject, f"did not answer within {seconds:.3g} s", "try again")
