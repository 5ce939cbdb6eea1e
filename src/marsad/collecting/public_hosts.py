"""Which hosts stand in the public net, and at which of their addresses they are asked.

A name is looked up once and its address is then asked directly: a name that leads to
another machine a moment later leads nowhere.
"""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from marsad.errors import Refused, Unreachable

Address = IPv4Address | IPv6Address

# RFC 6052, section 2.1: behind this prefix stands an address of the old net.
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")


def public_address(host: str, port: int) -> str:
    """The address of a public host; a host of this machine or network is refused."""
    found = [ip_address(one) for one in _look_up(host, port)]
    for address in found:
        if not all(map(_is_public, _faces(address))):
            problem = "is no address of the public net, and nothing else is opened"
            raise Refused(
                host, problem, "give the address at which the public reads it"
            )
    # Many machines have no way into the new net although its names are told to them.
    return str(min(found, key=lambda address: address.version))


def _look_up(host: str, port: int) -> list[str]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable(host, "no such host", "check how it is written") from None
    # A scope such as %eth0 stands behind addresses of the own cable alone.
    return [str(answer[4][0]).partition("%")[0] for answer in answers]


def _faces(address: Address) -> Iterator[Address]:
    """An address, and those of the old net that are written inside it."""
    yield address
    if isinstance(address, IPv6Address):
        inside = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()))
        yield from (one for one in inside if one is not None)
        if address in _TRANSLATED:
            yield IPv4Address(int(address) & 0xFFFFFFFF)


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return True  # judged by the address inside it
    return address.is_global and not address.is_multicast
