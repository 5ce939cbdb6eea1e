"""What happens to a public post at the door, before anything of it is kept.

1. Its account becomes a pseudonym; what it is called is sealed.
2. Handles in its words, and its own names in addresses, give place to pseudonyms.
3. Its language is found, and the addresses in its words in their one form.
4. Its own address and number are sealed, and marked by keyed hashes.
"""

import hashlib
import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from marsad.collecting.posts.public import PostMedia, PublicPost, Reach
from marsad.desk.posts.erasures import Erasures
from marsad.desk.posts.handles import without_handles, without_own
from marsad.desk.posts.keys import Key
from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address, page_key
from marsad.matching.links.in_text import addresses_in
from marsad.text.language import language_of

# A database keeps them in one column; nobody writes so many links by hand.
_MOST_ADDRESSES: Final = 50
_UNKNOWN: Final = "und"
# Latin letters in every language: they say nothing of it.
_NOT_WORDS: Final = re.compile(r"https?://\S+|@[\w.@-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A post as it may be kept: nothing of it names its account."""

    mark: str
    pseudonym: str
    text: str
    language: str
    at: datetime
    addresses: list[str]
    sealed: bytes
    address_mark: str
    reach: int
    sha256: str
    media: tuple[PostMedia, ...]


@dataclass(slots=True)
class Door:
    """The door for one arrival: one key, one list of erasures, each account met once."""

    platform: str
    key: Key
    erasures: Erasures
    # Pseudonym -> what the account is called: of who wrote, and of who is only named.
    writers: dict[str, dict[str, str]] = field(default_factory=dict)
    named: dict[str, dict[str, str]] = field(default_factory=dict)
    _pseudonyms: dict[str, str] = field(default_factory=dict)

    def is_erased(self, post: PublicPost) -> bool:
        """Whether its account was purged on demand."""
        return self.erasures.holds(self.platform, (post.account, post.handle))

    def mark(self, post: PublicPost) -> str:
        """By what this post is known again."""
        return self.key.mark("post", self.platform, post.number.strip())

    def admit(self, post: PublicPost, mark: str) -> Admitted:
        """The post as it may be kept."""
        pseudonym = self._writer(post)
        names = names_of(post)
        address = _canonical(post.address)
        salt = secrets.token_hex(16)
        text = without_own(post.text, names, pseudonym)
        return Admitted(
            mark=mark,
            pseudonym=pseudonym,
            text=without_handles(text, self._called),
            language=_language(post),
            at=post.at,
            addresses=_addresses(post.text, names, pseudonym),
            sealed=self._sealed(post, address, salt),
            # Who appeals may give the address without the account that stands before it.
            address_mark=self.key.mark("address", page_key(address)) if address else "",
            reach=reach_of(post.reach),
            sha256=_sha256(post, salt),
            media=post.media,
        )

    def _writer(self, post: PublicPost) -> str:
        pseudonym = self._pseudonym(post.handle or post.account)
        if pseudonym not in self.writers:
            self.writers[pseudonym] = {
                "account": post.account,
                "handle": post.handle,
                "name": post.account_name,
            }
        return pseudonym

    def _called(self, handle: str) -> str:
        """What an account is called that a text names; erased ones are called nothing."""
        if self.erasures.holds(self.platform, (handle,)):
            return "…"
        pseudonym = self._pseudonym(handle)
        if pseudonym not in self.named:
            self.named[pseudonym] = {"account": handle, "handle": "", "name": ""}
        return pseudonym

    def _pseudonym(self, name: str) -> str:
        plain = name.strip().lstrip("@").casefold()
        if plain not in self._pseudonyms:
            made = self.key.mark("account", self.platform, plain)
            self._pseudonyms[plain] = made
        return self._pseudonyms[plain]

    def _sealed(self, post: PublicPost, address: str, salt: str) -> bytes:
        return self.key.seal(
            {
                "address": address or post.address,
                "number": post.number,
                "reply_to": post.reply_to,
                "shared_from": post.shared_from,
                "media": [one.address for one in post.media if one.address],
                "salt": salt,
            }
        )


def names_of(post: PublicPost) -> tuple[str, ...]:
    """What the account of a post is called, as its own words and addresses have it."""
    handle, account = post.handle, post.account
    # A handle with its host stands in addresses without it.
    told = (handle, account, handle.partition("@")[0], account.partition("@")[0])
    return tuple(dict.fromkeys(name for name in told if name))


def reach_of(reach: Reach) -> int:
    """How many saw a post, or where that is not told, how many did something with it."""
    if reach.views is not None:
        return reach.views
    return (reach.likes or 0) + (reach.shares or 0) + (reach.replies or 0)


def _language(post: PublicPost) -> str:
    if not post.text:
        return ""
    found = language_of(_NOT_WORDS.sub(" ", post.text))
    stated = post.language.partition("-")[0].lower()
    # Letters and words tell three languages; of the others the platform may know more.
    is_better = found == _UNKNOWN and stated.isascii() and stated.isalpha()
    return stated[:3] if is_better and len(stated) in (2, 3) else found


def _addresses(text: str, names: tuple[str, ...], pseudonym: str) -> list[str]:
    found = dict.fromkeys(one.canonical for one in addresses_in(text))
    return [without_own(one, names, pseudonym) for one in list(found)[:_MOST_ADDRESSES]]


def _canonical(address: str) -> str:
    try:
        return canonical_address(address) if address else ""
    except Unreadable:
        return ""


def _sha256(post: PublicPost, salt: str) -> str:
    """The hash of what came, with a salt that is sealed: names cannot be tried out."""
    came: list[Any] = [
        salt, post.platform, post.number, post.account, post.handle, post.text,
        post.at.isoformat(), post.address, [one.address for one in post.media],
    ]  # fmt: skip
    said = json.dumps(came, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
