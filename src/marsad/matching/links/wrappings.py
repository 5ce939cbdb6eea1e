"""Addresses inside addresses: copies in an archive, doors that only lead on, short links."""

import re
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, unquote

# Where a copy of a page is kept: the day it was taken, and the page.
_ARCHIVES: Final = (
    re.compile(
        r"^(?:(?:web|wayback)\.)?archive\.org/(?:web|wayback|save)/"
        r"(?:(?P<day>\d{1,14}|\*|newest)(?:[a-z]{2}_)?/)?(?P<inner>.+)$",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"^archive\.(?:ph|is|today|li|fo|md|vn)/(?:o/\w+|(?P<day>\d{4,14}|[\d.-]{8,20}|newest|oldest))/"
        r"(?P<inner>.+)$",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        r"^arquivo\.pt/(?:noFrame/replay|wayback)/(?P<day>\d{1,14}|newest)(?:[a-z]{2}_)?/(?P<inner>.+)$",
        re.IGNORECASE | re.DOTALL,
    ),
)
_ARCHIVE_HOSTS: Final = (
    "https://web.archive.org/web",
    "https://archive.ph",
    "https://arquivo.pt/wayback",
)
# Doors that lead on to what they name: host and path, and the word that names it.
_DOORS: Final = (
    (r"(?:[a-z]+\.)?google\.[a-z.]{2,6}/(?:url|imgres)", ("q", "url", "imgrefurl")),
    (r"translate\.google\.[a-z.]{2,6}/(?:translate|website)", ("u",)),
    (r"(?:[a-z]+\.)?facebook\.com/(?:l|flx/warn|sharer/sharer)\.php", ("u",)),
    (
        r"(?:[a-z]+\.)?facebook\.com/(?:flx/warn|dialog/share|plugins/post\.php)",
        ("u", "href"),
    ),
    (r"l\.(?:instagram|threads)\.(?:com|net)", ("u",)),
    (r"(?:[a-z]+\.)?youtube\.com/redirect", ("q",)),
    (r"(?:[a-z]+\.)?vk\.com/away\.php", ("to",)),
    (r"out\.reddit\.com(?:/\w+)?", ("url",)),
    (r"t\.umblr\.com/redirect", ("z",)),
    (r"(?:telegram\.me|t\.me)/(?:share/url|iv)", ("url",)),
    (r"(?:html\.)?duckduckgo\.com/l", ("uddg",)),
    (r"(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share)", ("url",)),
    (r"(?:api|web)?\.?whatsapp\.com/send", ("text",)),
    (r"[a-z0-9-]+\.safelinks\.protection\.outlook\.com", ("url",)),
    (r"steamcommunity\.com/linkfilter", ("u", "url")),
    (r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)", ("url",)),
    (r"12ft\.io/proxy", ("q",)),
)
_DOOR: Final = tuple(
    (
        re.compile(
            rf"^(?:www\.)?{pattern}/?\?(?P<query>.+)$", re.IGNORECASE | re.DOTALL
        ),
        words,
    )
    for pattern, words in _DOORS
)
_BEHIND_A_HOST: Final = re.compile(
    r"^(?:(?:[a-z]+\.)?google\.[a-z.]{2,6}/amp/(?:s/)?|"
    r"(?:[a-z0-9-]+\.)?cdn\.ampproject\.org/[vciwr]/(?:s/)?|"
    r"(?:www\.)?bing\.com/amp/s/|href\.li/\?|anonym\.to/\?|nullrefer\.com/\?|"
    r"12ft\.io/|outline\.com/|r\.jina\.ai/|"
    r"webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{12}:)?)(?P<inner>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TRANSLATED: Final = re.compile(
    r"^(?P<host>[a-z0-9-]+)\.translate\.goog(?P<rest>[/?#].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS: Final = re.compile(r"^(?:https?:/|[^\s/?#.]+\.[^\s/?#]+)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"^https?:/*", re.IGNORECASE)
# What follows a page when a machine has translated it.
_OF_TRANSLATION: Final = re.compile(r"[?&]_x_tr_[a-z]+=[^&#]*")

# Short names for other addresses: where they lead is known by asking alone.
SHORTENERS: Final = frozenset(
    "bit.ly t.co tinyurl.com goo.gl ow.ly is.gd v.gd buff.ly cutt.ly rb.gy shorturl.at "
    "t.ly tiny.cc bl.ink s.id rebrand.ly short.io adf.ly dlvr.it ift.tt lnkd.in trib.al "
    "fb.me fb.watch wp.me qr.ae db.tt j.mp bitly.com tiny.one shorte.st ouo.io linktr.ee.io "
    "vm.tiktok.com vt.tiktok.com pin.it amzn.to g.co youtube.app.goo.gl clck.ru u.to "
    "vk.cc tg.pe soo.gd x.gd urlz.fr lc.cx shorturl.gg 2u.pw da.gd n9.cl surl.li "
    "goo.su acortar.link bc.vc kutt.it urlzs.com spoo.me".split()
)
# Copies under a name of their own: which page they show is not in the address.
_OPAQUE_COPY: Final = re.compile(
    r"^https://(?:archive\.ph/\w{4,6}|ghostarchive\.org/archive/\w+|perma\.cc/[\w-]+)$"
)


class Copy(NamedTuple):
    """A copy of a page in an archive: which archive, which day, and the page's address."""

    archive: str
    day: str
    page: str

    def address(self, page: str) -> str:
        """The address of the copy, with the page in the form given."""
        return f"{self.archive}/{self.day}/{page}"


def copy_of(written: str) -> Copy | None:
    """The page that an archive keeps here, if this is the address of a copy."""
    bare = _SCHEME.sub("", written)
    for pattern, archive in zip(_ARCHIVES, _ARCHIVE_HOSTS, strict=True):
        found = pattern.match(bare)
        if found and _ADDRESS.match(found["inner"]):
            day = (found["day"] or "").strip("*") or "newest"
            return Copy(archive, re.sub("[.-]", "", day), _with_scheme(found["inner"]))
    return None


def behind(written: str) -> str | None:
    """The address that a mere door leads to: a redirect, a translation, a quick page."""
    bare = _SCHEME.sub("", written)
    for pattern, words in _DOOR:
        if found := pattern.match(bare):
            inner = _asked(found["query"], words)
            return _with_scheme(inner) if inner else None
    if found := _BEHIND_A_HOST.match(bare):
        inner = (
            unquote(found["inner"])
            if "%3A%2F" in found["inner"].upper()
            else found["inner"]
        )
        return _with_scheme(inner) if _ADDRESS.match(inner) else None
    if found := _TRANSLATED.match(bare):
        return (
            "https://" + _translated_host(found["host"]) + _untranslated(found["rest"])
        )
    return None


def is_short(host: str) -> bool:
    """Whether addresses of this host lead to another one that only asking would tell."""
    return host in SHORTENERS


def is_opaque_copy(canonical: str) -> bool:
    """Whether this is a copy in an archive whose address does not say of which page."""
    return bool(_OPAQUE_COPY.match(canonical))


def _asked(query: str, words: tuple[str, ...]) -> str | None:
    for name, value in parse_qsl(query.partition("#")[0]):
        if name in words and _ADDRESS.match(value):
            return value
    return None


def _with_scheme(inner: str) -> str:
    # Archives and caches often lose one of the two slashes.
    return "https://" + _SCHEME.sub("", inner)


def _translated_host(written: str) -> str:
    """`ar-example--site-org` stands for `ar.example-site.org`."""
    return written.replace("--", "\0").replace("-", ".").replace("\0", "-")


def _untranslated(rest: str | None) -> str:
    left = _OF_TRANSLATION.sub("", rest or "")
    return left if "?" in left or "&" not in left else left.replace("&", "?", 1)
