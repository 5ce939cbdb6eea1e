"""Change the key that hides accounts: all that it hid is hidden anew, then it is destroyed.

1. The file holds the old key, in use, and the new one; nothing comes in meanwhile.
2. In one transaction every pseudonym, mark and seal is written anew.
3. After the commit the file holds the new key alone. A site that dies in between
   finishes when this is called again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import models, transaction

from marsad.desk.posts import keys
from marsad.desk.posts.clean import overwrite_what_is_deleted, write_anew
from marsad.desk.posts.models import Account, Post, Reveal
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.matching.links.canonical import page_key

_AT_ONCE: Final = 500


@act("posts.rotate")
def rotate(*, by: Actor, because: str) -> int:
    """Hide every account behind a new key; returns how many accounts there are."""
    file = Path(settings.ACCOUNT_KEYS)
    old, new = _both(file)
    overwrite_what_is_deleted()
    if not _is_done(new):
        renamed = _accounts(old, new)
        addresses = _posts(old, new, renamed)
        _elsewhere(old, new, addresses)
    note(old=old.name, new=new.name)
    transaction.on_commit(lambda: _finish(file, new))
    return Account.objects.count()


def _both(file: Path) -> tuple[keys.Key, keys.Key]:
    """The key in use, and the one that comes after it, which is kept before it is used."""
    found = keys.all_keys()
    if len(found) > 1:
        return found[-1], found[0]
    old, new = found[-1], keys.new_key()
    # The last one is in use: until the commit that is the old one.
    keys.write(file, (new, old))
    return old, new


def _is_done(new: keys.Key) -> bool:
    """Whether a rotation came as far as its commit before the site died."""
    return Account.objects.filter(key=new.name).exists()


def _finish(file: Path, new: keys.Key) -> None:
    keys.write(file, (new,))
    write_anew()


def _accounts(old: keys.Key, new: keys.Key) -> dict[str, str]:
    renamed = {}
    for row in Account.objects.order_by("pk").iterator(2000):
        told = old.open(bytes(row.sealed))
        name = str(told.get("handle") or told["account"])
        plain = name.strip().lstrip("@").casefold()
        renamed[row.pseudonym] = new.mark("account", row.platform, plain)
        row.pseudonym, row.sealed = renamed[row.pseudonym], new.seal(told)
        row.key = new.name
        row.save(update_fields=["pseudonym", "sealed", "key"])
    for asked in Reveal.objects.order_by("pk"):
        asked.pseudonym = renamed.get(asked.pseudonym, keys.GONE)
        asked.save(update_fields=["pseudonym"])
    return renamed


def _posts(old: keys.Key, new: keys.Key, renamed: Mapping[str, str]) -> dict[str, str]:
    """Write posts anew; returns what marks of addresses became."""
    addresses: dict[str, str] = {}

    def called(found: re.Match[str]) -> str:
        return renamed.get(found[0], keys.GONE)

    for rows in _in_parts(Post.objects.standing().order_by("pk")):
        for row in rows:
            _post(row, old, new, called)
            addresses |= _address(row, new)
        fields = ["text", "addresses", "sealed", "key", "mark", "address_mark"]
        Post.objects.bulk_update(rows, fields, batch_size=60)
    return addresses


def _post(
    row: Post, old: keys.Key, new: keys.Key, called: Callable[[re.Match[str]], str]
) -> None:
    row.text = keys.PSEUDONYM.sub(called, row.text)
    row.addresses = [keys.PSEUDONYM.sub(called, one) for one in row.addresses]
    if row.sealed:
        told = old.open(bytes(row.sealed))
        row.sealed, row.key = new.seal(told), new.name
        row.mark = new.mark("post", row.platform, str(told["number"]).strip())


def _address(row: Post, new: keys.Key) -> dict[str, str]:
    if not row.sealed or not row.address_mark:
        return {}
    before = row.address_mark
    address = str(new.open(bytes(row.sealed))["address"])
    row.address_mark = new.mark("address", page_key(address))
    return {before: row.address_mark}


def _elsewhere(old: keys.Key, new: keys.Key, addresses: Mapping[str, str]) -> None:
    """Seals and marks that stand on posts above this app, wherever they are kept."""
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if model in (Account, Post):
            continue
        if {"sealed", "key"} <= names:
            _seal_anew(model, old, new)
        if "address_mark" in names:
            _mark_anew(model, addresses)


def _seal_anew(model: type[models.Model], old: keys.Key, new: keys.Key) -> None:
    rows: Any = model._default_manager.filter(key=old.name).order_by("pk")
    for row in rows.iterator(_AT_ONCE):
        if row.sealed:
            told = old.open(bytes(row.sealed))
            row.sealed, row.key = new.seal(told), new.name
            fields = ["sealed", "key"]
            # Of a post that is purged by now its address stands here alone.
            if getattr(row, "address_mark", "") and told.get("address"):
                row.address_mark = new.mark("address", page_key(told["address"]))
                fields.append("address_mark")
            row.save(update_fields=fields)


def _mark_anew(model: type[models.Model], addresses: Mapping[str, str]) -> None:
    rows: Any = model._default_manager.exclude(address_mark="").order_by("pk")
    for row in rows.iterator(_AT_ONCE):
        if row.address_mark in addresses:
            row.address_mark = addresses[row.address_mark]
            row.save(update_fields=["address_mark"])


def _in_parts(rows: Any) -> Iterator[list[Post]]:
    last = 0
    while part := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
        yield part
        last = part[-1].pk
