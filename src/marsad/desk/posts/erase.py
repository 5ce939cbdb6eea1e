"""Erase one account on demand: its posts, what it is called, and every word that names it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.posts import erasures, keys
from marsad.desk.posts.clean import overwrite_what_is_deleted, write_anew
from marsad.desk.posts.handles import without_own
from marsad.desk.posts.holding import held
from marsad.desk.posts.models import Account, Post, Purge
from marsad.desk.posts.purge import take_away
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.errors import Refused

# What stands where an erased account was named.
NOBODY: Final = "…"


@dataclass(frozen=True, slots=True)
class Erased:
    """How many accounts and posts went, and how many posts are held until a case closes."""

    accounts: int = 0
    posts: int = 0
    held: int = 0


@act("posts.purge")
def erase(platform: str, name: str, *, by: Actor, because: str) -> Erased:
    """Erase an account by what it is called, now and for every time it would come again."""
    plain = name.strip().lstrip("@")
    if not plain or not platform.strip():
        raise Refused(_("the account"), _("is not named"), _("write its name"))
    if plain.casefold() in because.casefold():
        problem = _("the reason names the account, and reasons are kept")
        raise Refused(_("the reason"), problem, _("say why without the name"))
    platform = platform.strip().lower()
    found = list(_called(platform, (plain,)))
    names = {plain, *(one for _row, told in found for one in told)}
    # On the disk before anything is deleted: a site that dies now erases it later.
    erasures.remember(platform, sorted(names))
    done = _erase(platform, [row for row, _told in found], names)
    note(accounts=done.accounts, posts=done.posts, held=done.held)
    transaction.on_commit(write_anew)
    return done


def is_remembered_here() -> bool:
    """Whether an account is here that was erased on demand."""
    known = erasures.erasures()
    return bool(known.marks) and any(
        known.holds(platform, told)
        for platform in _platforms()
        for _row, told in _opened(platform)
    )


@act("posts.purge")
def erase_remembered(*, by: Actor, because: str) -> Erased:
    """Erase what the file of erasures names and is here: after a restore, and each day."""
    known = erasures.erasures()
    accounts, posts, staying = 0, 0, 0
    for platform in _platforms() if known.marks else ():
        rows = [
            (row, told)
            for row, told in _opened(platform)
            if known.holds(platform, told)
        ]
        names = {one for _row, told in rows for one in told}
        done = _erase(platform, [row for row, _told in rows], names)
        accounts, posts = accounts + done.accounts, posts + done.posts
        staying += done.held
    note(accounts=accounts, posts=posts, held=staying)
    if accounts or posts:
        transaction.on_commit(write_anew)
    return Erased(accounts, posts, staying)


def _platforms() -> list[str]:
    rows = Account.objects.order_by().values_list("platform", flat=True)
    return list(rows.distinct())


def _called(
    platform: str, names: Iterable[str]
) -> Iterator[tuple[Account, tuple[str, ...]]]:
    """Accounts with one of these names, whether it is their number or their handle."""
    wanted = {name.casefold() for name in names}
    for row, told in _opened(platform):
        if wanted & {one.casefold() for one in told}:
            yield row, told


def _opened(platform: str) -> Iterator[tuple[Account, tuple[str, ...]]]:
    rows = Account.objects.filter(platform=platform).order_by("pk")
    for row in rows.iterator(2000):
        told = keys.unseal(bytes(row.sealed), row.key)
        both = (told.get("account", ""), told.get("handle", ""))
        yield row, tuple(str(one).lstrip("@") for one in both if one)


def _erase(platform: str, accounts: list[Account], names: Iterable[str]) -> Erased:
    overwrite_what_is_deleted()
    ids = [row.pk for row in accounts]
    posts: set[int] = set()
    for row in accounts:
        posts.update(row.posts.standing().values_list("pk", flat=True))
    staying = held(posts, timezone.localdate())
    gone = take_away(posts - staying, Purge.Why.DEMAND) if posts - staying else 0
    _unname(platform, [row.pseudonym for row in accounts], list(names))
    still = Post.objects.filter(account_id__in=ids).values_list("account_id", flat=True)
    free = set(ids) - set(still)
    Account.objects.filter(pk__in=free).delete()
    return Erased(len(free), gone, len(staying))


def _unname(platform: str, pseudonyms: list[str], names: list[str]) -> None:
    """Take an account out of the words and addresses of what others wrote."""
    told = [one for one in (*pseudonyms, *names) if len(one) > 2]
    if not told:
        return
    wanted = Q()
    for one in told:
        wanted |= Q(text__icontains=one) | Q(addresses__icontains=one)
    for post in Post.objects.filter(wanted, platform=platform).iterator(500):
        post.text = without_own(post.text, told, NOBODY)
        post.addresses = [without_own(one, told, NOBODY) for one in post.addresses]
        post.save(update_fields=["text", "addresses"])
