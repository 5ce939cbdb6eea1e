"""Paths and questions of an address in one form of writing, without what follows people."""

import re
import unicodedata
from contextlib import suppress
from typing import Final
from urllib.parse import quote, unquote_to_bytes

# Who sent the visitor, which campaign, which click: never which page.
_TRACKERS: Final = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh "
    "mc_cid mc_eid mkt_tok li_fat_id epik rb_clickid s_cid vero_id vero_conv oly_anon_id "
    "oly_enc_id wickedid _openstat _hsenc _hsmi __hstc __hssc __hsfp hsctatracking "
    "spm scm ref_src ref_url cmpid icid ocid ncid xtor srsltid _ga _gl __twitter_impression "
    "guccounter guce_referrer guce_referrer_sig __cft__[0] __tn__ fb_action_ids "
    "fb_action_types fb_source share_id sharesource at_medium at_campaign wt_mc "
    "tracking_id trk trkcampaign sc_cid sc_channel amp outputtype usqp".split()
)
_TRACKER_FAMILIES: Final = ("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "ga_")
_SAFE_IN_PATH: Final = "!$&'()*+,;=:@~-._/"
_SAFE_IN_QUERY: Final = "!$'()*,:@~-._/?"
_SLASHES: Final = re.compile(r"/{2,}")
_FRONT_PAGE: Final = re.compile(
    r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE
)
# Pages that a browser alone assembles carry their name behind the hash sign.
_ROUTE: Final = re.compile(r"[!/@]")


def canonical_path(written: str) -> str:
    """One form of a path: percent signs only where needed, no dots, no slash at its end."""
    path = _SLASHES.sub("/", _encoded(written, _SAFE_IN_PATH))
    path = _without_dots(path).rstrip("/")
    while front := _FRONT_PAGE.search(path):
        path = path[: front.start()].rstrip("/")
    return path


def canonical_query(written: str) -> str:
    """One form of a question: in the order of its words, without those that track people."""
    asked = (part.partition("=") for part in re.split("[&;]", written) if part)
    kept = {
        (_word(name), _word(value)) for name, _, value in asked if not is_tracker(name)
    }
    return "&".join(
        f"{name}={value}" if value else name for name, value in sorted(kept) if name
    )


def canonical_fragment(written: str) -> str:
    """What is behind the hash sign, where it names a page of its own; nothing otherwise."""
    if not _ROUTE.match(written) or not written.strip("!/@"):
        return ""
    return _encoded(written, _SAFE_IN_PATH + "?")


def is_tracker(name: str) -> bool:
    """Whether a word of a question says who came from where, and not which page."""
    name = name.lower()
    return name in _TRACKERS or name.startswith(_TRACKER_FAMILIES)


def _word(written: str) -> str:
    return _encoded(written.replace("+", " "), _SAFE_IN_QUERY)


def _encoded(written: str, safe: str) -> str:
    """Decode what was encoded and encode it anew, so that all ways of writing meet."""
    raw = unquote_to_bytes(written.encode("utf-8", "replace"))
    # Older sites write their names in another encoding: those bytes stay as they are.
    with suppress(UnicodeDecodeError):
        raw = unicodedata.normalize("NFC", raw.decode("utf-8")).encode()
    return quote(raw, safe=safe)


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for step in path.split("/"):
        if step == "..":
            del kept[max(1, len(kept) - 1) :]
        elif step != ".":
            kept.append(step)
    return "/".join(kept)
