"""Bytes of media to which nothing points any more, and what does point to bytes."""

import logging
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from marsad.desk.originals import media
from marsad.desk.posts.models import Medium, Post

log = logging.getLogger(__name__)

# No transaction that brings media lasts so long.
_AGE: Final = timedelta(days=1)
_AT_ONCE: Final = 500


def forget_lost() -> int:
    """Take bytes away to which no row has pointed for a day; say how many.

    They were left by a process that was killed: before its rows were written, or after a
    purge was written and before its last step.
    """
    count = 0
    for some in _parts(media.hashes_before(timezone.now() - _AGE)):
        for sha256 in set(some) - used(some):
            media.forget(sha256)
            count += 1
    if count:
        log.warning("%s media to which nothing pointed were taken away", count)
    return count


def used(hashes: Collection[str], but: Collection[int] = ()) -> set[str]:
    """Those of these hashes that a post has which stands, or a row about one; ``but`` some."""
    found: set[str] = set()
    for some in _parts(hashes):
        rows = Medium.objects.filter(sha256__in=some, is_kept=True)
        found.update(rows.values_list("sha256", flat=True))
        for model, name in _attaching():
            kept = model._default_manager.filter(
                Q(**{f"{name}__purged_at__isnull": True}), attached__in=some
            )
            pairs = kept.values_list("attached", f"{name}_id")
            found.update(sha256 for sha256, post in pairs if post not in but)
    return found


def attached_to(posts: Collection[int]) -> set[str]:
    """The hashes of what people attached to these posts, in the rows above this app."""
    found: set[str] = set()
    for model, name in _attaching():
        rows = model._default_manager.filter(**{f"{name}__in": posts})
        found.update(rows.values_list("attached", flat=True))
    return found - {""}


def _attaching() -> Iterator[tuple[Any, str]]:
    """The models above this app that keep a file about a post, and how they name it."""
    for relation in Post._meta.related_objects:
        model: Any = relation.related_model
        if "attached" in {one.name for one in model._meta.concrete_fields}:
            yield model, relation.field.name


def _parts(hashes: Iterable[str]) -> Iterator[list[str]]:
    left = iter(hashes)
    while some := list(islice(left, _AT_ONCE)):
        yield some
