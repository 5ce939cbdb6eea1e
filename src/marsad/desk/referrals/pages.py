"""Which address is of one post, told by its form alone; nothing is ever opened.

In 2019 a national unit referred some 550 addresses of the Internet Archive in a week,
among them its front page of collections, scholarly papers and broadcasts of a parliament.
So an address of a whole host, a channel, a search or a collection is refused, and one of
an archive, a university, a parliament or the press is asked about twice.
"""

import functools
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

_TABLES: Final = Path(__file__).parent / "tables"
# Words in a path by which pages of many things are known, on whichever host.
_MANY: Final = frozenset(
    "search tag tags hashtag hashtags category categories collection collections "
    "channel channels user users profile profiles author authors explore topics topic "
    "playlist playlists list lists archive archives feed rss sitemap index home about "
    "members followers following discover trending groups community".split()
)
_SEARCHES: Final = frozenset(("q", "s", "query", "search", "search_query", "tbm"))
_IDENTITY: Final = re.compile(r"\d|-.*-|_.*_")


def host_of(address: str) -> str:
    """The host of an address, without www and in small letters."""
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    return host.removeprefix("www.")


def is_on(address: str, hosts: list[str]) -> bool:
    """Whether an address is on one of these hosts, or below one of them."""
    host = host_of(address)
    return any(one in hosts for one in _suffixes(host))


def is_one_post(address: str) -> bool:
    """Whether an address has the form of one post, and not of a page of many things."""
    parts = urlsplit(address)
    path = [one for one in parts.path.split("/") if one]
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    known = _known_forms().get(host_of(address))
    if known is not None:
        whole = parts.path + (f"?{parts.query}" if parts.query else "")
        return any(form.fullmatch(whole) for form in known)
    return _looks_like_one(path, parse_qs(parts.query))


def careful_kind(host: str) -> str:
    """What sort of host asks for a second look: archive, university, …; or nothing."""
    for rule, kind in _careful_hosts():
        if any(fnmatchcase(one, rule) for one in _suffixes(host)):
            return kind
    return ""


def _looks_like_one(path: list[str], asked: dict[str, list[str]]) -> bool:
    if asked.keys() & _SEARCHES:
        return False
    if not path:
        # /?p=123 is how some systems write a post.
        return any(_IDENTITY.search(one[0]) for one in asked.values())
    first, last = path[0].lower(), path[-1].lower()
    if last in _MANY or (first in _MANY and len(path) <= 2):
        return False
    if len(path) == 1 and first.startswith(("@", "~")):
        return False
    return bool(_IDENTITY.search(last)) or any(
        _IDENTITY.search(one[0]) for one in asked.values()
    )


def _suffixes(host: str) -> Iterator[str]:
    """The host and every host above it: a.b.org, b.org, org."""
    labels = host.split(".")
    return (".".join(labels[place:]) for place in range(len(labels)))


@functools.cache
def _known_forms() -> dict[str, tuple[re.Pattern[str], ...]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for host, form in _rows("post_addresses.tsv"):
        found.setdefault(host, []).append(re.compile(form))
    return {host: tuple(forms) for host, forms in found.items()}


@functools.cache
def _careful_hosts() -> tuple[tuple[str, str], ...]:
    return tuple(_rows("careful_hosts.tsv"))


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (_TABLES / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second = line.split("\t")
            yield first, second
