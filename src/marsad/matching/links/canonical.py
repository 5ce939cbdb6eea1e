"""One form for the many ways of writing an address, by its form alone: never fetched."""

import re
from typing import Final
from urllib.parse import urlsplit

from marsad.errors import Unreadable
from marsad.matching.links.hosts import canonical_host
from marsad.matching.links.parts import (
    canonical_fragment,
    canonical_path,
    canonical_query,
)
from marsad.matching.links.platforms import HOSTS, in_one_form, page_of
from marsad.matching.links.wrappings import (
    behind,
    copy_of,
    is_opaque_copy,
    is_short,
)

LONGEST: Final = 4096
_DEEPEST: Final = 5
_SHOWN: Final = 80
_PORTS: Final = {"https": (80, 443), "ftp": (21,)}
_OUTSIDE: Final = " \t\r\n<>\"'«»“”‹›`|"
# Letters that are not seen, line ends within, and signs that turn the direction.
_UNSEEN: Final = re.compile(
    "[\u0000-\u001f\u007f\u00ad\u034f\u061c\u115f\u180b-\u180e\u200b-\u200f\u2028-\u202f"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
# How people write an address so that nobody opens it by mistake.
_DEFANGED: Final = (
    (re.compile(r"^(?:h[tx]{2}p|hp|http)(s?)(?=\W)", re.IGNORECASE), r"http\1"),
    (re.compile(r"\s?[\[({<](?:\.|dot|نقطة)[\])}>]\s?", re.IGNORECASE), "."),
    (re.compile(r"[\[({<](:|/{1,2}|://)[\])}>]"), r"\1"),
    (re.compile(r"\\(?=[./:])"), ""),
)
_SCHEME: Final = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB: Final = re.compile(r"^https?:[/\\]*", re.IGNORECASE)
_END_OF_AUTHORITY: Final = re.compile("[/?#]")
_FTP: Final = re.compile(r"^ftps?:/+", re.IGNORECASE)
_PORT_FOLLOWS: Final = re.compile(r"^[^/?#]*\.[^/?#:]*:\d+(?:[/?#]|$)")
_TELEGRAM: Final = re.compile(
    r"^tg:(?://)?(?:resolve\?(?:.*&)?domain=(?P<name>\w+)(?:&(?:.*&)?post=(?P<post>\d+))?.*"
    r"|join\?(?:.*&)?invite=(?P<invite>[\w-]+).*)$",
    re.IGNORECASE,
)


def canonical_address(written: str) -> str:
    """The one form of an address; raises Unreadable for what is none."""
    if len(written) > LONGEST:
        raise _no_address(written, f"is longer than {LONGEST} characters")
    address = _canonical(_plain(written), _DEEPEST)
    for _ in range(_DEEPEST):
        # What was hidden behind percent signs may be an archive or a door after all.
        before, address = address, _canonical(address, _DEEPEST)
        if before == address:
            return address
    raise _no_address(written, "leads from one address to the next without end")


def page_key(canonical: str) -> str:
    """What two addresses of one page share, though another account stands before it."""
    scheme, _, bare = canonical.partition("://")
    return f"{scheme}://{page_of(bare)}"


def archived_page(canonical: str) -> str | None:
    """The address of the page of which this is a copy in an archive, if it is one."""
    page = None
    while copy := copy_of(page or canonical):
        page = copy.page
    return page


def is_shortened(canonical: str) -> bool:
    """Whether only asking would tell where this leads; it is never asked."""
    host = canonical.partition("://")[2].partition("/")[0]
    return is_short(host) or is_opaque_copy(canonical)


def _plain(written: str) -> str:
    plain = _UNSEEN.sub("", written.strip(_OUTSIDE)).strip(_OUTSIDE)
    for pattern, put in _DEFANGED:
        plain = pattern.sub(put, plain)
    telegram = _TELEGRAM.match(plain)
    if telegram and telegram["invite"]:
        return f"https://t.me/+{telegram['invite']}"
    if telegram:
        post = f"/{telegram['post']}" if telegram["post"] else ""
        return f"https://t.me/{telegram['name']}{post}"
    return plain


def _canonical(plain: str, deeper: int) -> str:
    scheme, bare = _parted(plain)
    authority, rest = _authority_and_rest(bare)
    # The host first: every other step knows houses by their one name.
    house = _house(scheme, authority, plain)
    if scheme == "https" and deeper:
        if copy := copy_of(house + rest):
            return _bounded(copy.address(_canonical(copy.page, deeper - 1)))
        if inner := behind(house + rest):
            return _canonical(inner, deeper - 1)
    return _bounded(f"{scheme}://{in_one_form(house + _behind_the_host(rest))}")


def _parted(plain: str) -> tuple[str, str]:
    """Whether it is of the web or of a file server, and the address behind the slashes."""
    if web := _WEB.match(plain):
        return "https", plain[web.end() :].replace("\\", "/")
    if ftp := _FTP.match(plain):
        return "ftp", plain[ftp.end() :]
    if _SCHEME.match(plain) and not _PORT_FOLLOWS.match(plain):
        raise _no_address(plain, "is no address of the web")
    return "https", plain.lstrip("/")


def _authority_and_rest(bare: str) -> tuple[str, str]:
    cut = _END_OF_AUTHORITY.search(bare)
    at = cut.start() if cut else len(bare)
    return bare[:at], bare[at:]


def _house(scheme: str, authority: str, written: str) -> str:
    """The host in its one form, with its port where that is not the usual one."""
    try:
        parts = urlsplit(f"{scheme}://{authority}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _no_address(written, "is no address") from None
    host = canonical_host(f"[{host}]" if ":" in host else host)
    if "." not in host and ":" not in host:
        raise _no_address(written, "names no host")
    at = "" if port is None or port in _PORTS[scheme] else f":{port}"
    return HOSTS.get(host, host) + at


def _behind_the_host(rest: str) -> str:
    before, _, fragment = rest.partition("#")
    path, _, query = before.partition("?")
    behind_host = canonical_path(path)
    if asked := canonical_query(query):
        behind_host += f"?{asked}"
    if part := canonical_fragment(fragment):
        behind_host += f"#{part}" if behind_host else f"/#{part}"
    return behind_host


def _bounded(address: str) -> str:
    # Letters of other scripts grow when they are written as percent signs.
    if len(address) > LONGEST:
        raise _no_address(address, f"is longer than {LONGEST} characters")
    return address


def _no_address(written: str, problem: str) -> Unreadable:
    way_out = "write it as https://example.org/page"
    return Unreadable(repr(written[:_SHOWN]), problem, way_out)
