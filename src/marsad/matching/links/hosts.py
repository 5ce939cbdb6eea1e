"""The name of a machine in one form: letters of any script, numbers, mobile doors."""

import ipaddress
import re
import unicodedata
from functools import lru_cache
from typing import Final

import idna
from tld.utils import parse_tld

from marsad.errors import Unreadable

# Another door to the same house.
_DOORS: Final = re.compile(r"^(?:www\d{0,2}|m|mobile|mbasic|touch|wap|amp|web\.m)\.")
# On these families the door stands in the middle: ar.m.wikipedia.org.
_MIDDLE_DOOR: Final = re.compile(
    r"^([a-z-]+)\.m\.(wikipedia|wikimedia|wiktionary|wikisource|wikinews)\.org$"
)
_NUMBER: Final = re.compile(r"0x[0-9a-f]*|\d+")
_WRITTEN: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_LONGEST: Final = 253
_LONGEST_LABEL: Final = 63
_PARTS_OF_IPV4: Final = 4
# Names that never stand in the public list and are addresses all the same.
_OTHER_ENDINGS: Final = frozenset(("onion", "i2p", "example", "test", "localhost"))
# Houses with many tenants, each under a name of its own. The public list holds some.
_LANDLORDS: Final = frozenset(
    "wordpress.com tumblr.com blogspot.com github.io medium.com substack.com "
    "livejournal.com weebly.com wixsite.com over-blog.com t.me telegram.me "
    "translate.goog cdn.ampproject.org sites.google.com archive.org".split()
)


@lru_cache(maxsize=1 << 16)
def canonical_host(written: str) -> str:
    """One form of a host: ASCII, lower case, numbers as four, no www and no mobile door."""
    host = written.strip().rstrip(".。．｡").lower()
    if host.startswith("["):
        return _ipv6(host)
    host = _ascii(host)
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(labels, written)
    if len(host) > _LONGEST or not all(map(_is_label, labels)):
        raise _no_host(written)
    return _without_door(host)


def is_public_ending(host: str) -> bool:
    """Whether everybody may have a name under this one: `com`, `co.uk`, `blogspot.com`."""
    if host in _LANDLORDS or host in _OTHER_ENDINGS or "." not in host:
        return True
    ending, _, _ = parse_tld(f"https://{host}", search_private=True)
    return ending == host


@lru_cache(maxsize=1 << 14)
def is_known_ending(host: str) -> bool:
    """Whether the last part of a host is one that is given out: `com`, `السعودية`."""
    last = host.rpartition(".")[2]
    if last in _OTHER_ENDINGS:
        return True
    return parse_tld(f"https://name.{last}")[0] is not None


def _ascii(host: str) -> str:
    if host.isascii() and "xn--" not in host:
        return host
    try:
        # Decoded first, so that both ways of writing one name pass the same mapping.
        name = idna.decode(host, uts46=True) if "xn--" in host else host
        return idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        # Hearts and flags are in use as names although the standard has none of them.
        return ".".join(map(_by_hand, unicodedata.normalize("NFKC", host).split(".")))


def _by_hand(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode", "replace").decode("ascii").lower()


def _is_label(label: str) -> bool:
    return len(label) <= _LONGEST_LABEL and bool(_WRITTEN.fullmatch(label))


def _without_door(host: str) -> str:
    found = _MIDDLE_DOOR.match(host)
    if found:
        return f"{found[1]}.{found[2]}.org"
    while door := _DOORS.match(host):
        inside = host[door.end() :]
        # m.co.uk is a house of its own.
        if "." not in inside or is_public_ending(inside):
            break
        host = inside
    return host


def _ipv4(labels: list[str], written: str) -> str:
    """Browsers take 2130706433 and 0x7f.1 for 127.0.0.1, and so do we."""
    numbers = [_number(label, written) for label in labels]
    if len(numbers) > _PARTS_OF_IPV4 or any(number > 255 for number in numbers[:-1]):
        raise _no_host(written)
    left = 256 ** (_PARTS_OF_IPV4 + 1 - len(numbers))
    if numbers[-1] >= left:
        raise _no_host(written)
    whole = numbers[-1]
    for place, number in enumerate(numbers[:-1]):
        whole += number << (8 * (3 - place))
    return str(ipaddress.IPv4Address(whole))


def _number(label: str, written: str) -> int:
    try:
        if label.startswith("0x"):
            return int(label[2:] or "0", 16)
        is_octal = len(label) > 1 and label.startswith("0")
        return int(label, 8 if is_octal else 10)
    except ValueError:
        raise _no_host(written) from None


def _ipv6(host: str) -> str:
    try:
        return f"[{ipaddress.IPv6Address(host.strip('[]')).compressed}]"
    except ValueError:
        raise _no_host(host) from None


def _no_host(written: str) -> Unreadable:
    problem, way_out = "is no host", "write it as example.org or as four numbers"
    return Unreadable(repr(written[:80]), problem, way_out)
