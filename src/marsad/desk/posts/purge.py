"""Take posts away whose time is over; of them stay counts by stream, day and language."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from marsad.desk.originals import media
from marsad.desk.posts.clean import overwrite_what_is_deleted
from marsad.desk.posts.holding import held, pointed_at
from marsad.desk.posts.lost_media import attached_to, used
from marsad.desk.posts.models import Account, Medium, Post, Purge, Stream
from marsad.desk.safeguards.acts import Actor, act, note

# So many in one transaction: others wait no longer than a second.
_AT_ONCE: Final = 2000
_IN_ONE_QUESTION: Final = 500


@dataclass(frozen=True, slots=True)
class Purged:
    """How many posts were taken away, how many a case or evidence still holds."""

    posts: int = 0
    held: int = 0
    # The last one that was looked at: the next part begins behind it.
    last: int = 0


@act("posts.purge")
def purge(stream: Stream, *, after: int = 0, by: Actor, because: str) -> Purged:
    """Take a part of a stream's posts away whose retention is over."""
    overdue = timezone.now() - stream.keeps
    rows = stream.posts.standing().filter(received_at__lt=overdue, pk__gt=after)
    found = list(rows.order_by("pk").values_list("pk", flat=True)[:_AT_ONCE])
    staying = held(found, timezone.localdate())
    take_away(set(found) - staying, Purge.Why.RETENTION)
    done = Purged(len(found) - len(staying), len(staying), found[-1] if found else 0)
    note(posts=done.posts, held=done.held)
    return done


def take_away(posts: Collection[int], why: str) -> int:
    """Delete posts with their media; a part of the acts that purge."""
    overwrite_what_is_deleted()
    count(posts, why)
    places = pointed_at(posts)
    media_of(posts)
    for some in _parts(set(posts) - places):
        Post.objects.filter(pk__in=some).delete()
    for some in _parts(places):
        _forget_seals(some)
        # What is proved by a kept row stays as a place: nothing of it is readable.
        Post.objects.filter(pk__in=some).update(
            text="",
            addresses=[],
            account=None,
            sealed=None,
            key="",
            address_mark="",
            purged_at=timezone.now(),
        )
    return len(posts)


def _forget_seals(posts: Collection[int]) -> None:
    """Take the addresses away that rows above this app keep sealed of these posts."""
    for relation in Post._meta.related_objects:
        model: Any = relation.related_model
        if {"sealed", "key"} <= {one.name for one in model._meta.concrete_fields}:
            rows = model._default_manager.filter(
                **{f"{relation.field.name}__in": posts}
            )
            rows.update(sealed=None, key="")


def count(posts: Collection[int], why: str) -> None:
    """Write down how many posts of which day and language are taken away."""
    rows: dict[tuple[int, date, str], list[set[int]]] = defaultdict(
        lambda: [set(), set(), set()]
    )
    for some in _parts(posts):
        said = Post.objects.filter(pk__in=some).order_by()
        for pk, stream, at, language, account, medium in said.values_list(
            "pk", "stream_id", "at", "language", "account_id", "media__id"
        ):
            cell = rows[(stream, at.date(), language)]
            for found, one in zip(cell, (pk, account, medium), strict=True):
                found.update(() if one is None else (one,))
    Purge.objects.bulk_create(
        Purge(
            stream_id=stream,
            why=why,
            day=day,
            language=language,
            posts=len(cell[0]),
            accounts=len(cell[1]),
            media=len(cell[2]),
        )
        for (stream, day, language), cell in rows.items()
    )


def media_of(posts: Collection[int]) -> None:
    """Delete the media of posts; bytes that no other post has go once it is sure.

    So do pictures of their pages that people attached: they show the account as well.
    """
    gone: set[str] = set()
    for some in _parts(posts):
        gone.update(attached_to(some))
        rows = Medium.objects.filter(post_id__in=some)
        gone.update(rows.filter(is_kept=True).values_list("sha256", flat=True))
        rows.delete()
    for sha256 in gone - used(gone, but=posts):
        # After the commit: what is rolled back keeps its pictures.
        transaction.on_commit(partial(media.forget, sha256))


@act("posts.purge")
def forget_accounts(*, by: Actor, because: str) -> int:
    """Forget accounts that no post is of any more, once no text can name them either."""
    overwrite_what_is_deleted()
    longest = Stream.objects.aggregate(most=Max("retention_days"))["most"] or 0
    before = timezone.now() - timedelta(days=longest)
    rows = Account.objects.filter(posts__isnull=True, first_at__lt=before)
    forgotten = 0
    for some in _parts(list(rows.values_list("pk", flat=True)[: 50 * _AT_ONCE])):
        forgotten += Account.objects.filter(pk__in=some).delete()[0]
    note(accounts=forgotten)
    return forgotten


def _parts(posts: Iterable[int]) -> list[list[int]]:
    wanted, size = sorted(posts), _IN_ONE_QUESTION
    return [wanted[at : at + size] for at in range(0, len(wanted), size)]
