"""Which posts must stay although their time is over: an open case, an appeal, evidence.

What stands on posts lies above this app: it is reached by the rows that point here.
"""

from collections.abc import Collection
from datetime import date

from django.db.models import PROTECT, Q

from marsad.desk.posts.models import Post

# SQLite takes only so many values in one question.
_AT_ONCE = 500


def held(posts: Collection[int], on: date) -> set[int]:
    """Of these posts, those that an open case, an open appeal or evidence holds."""
    case = "matches__case"
    is_open = Q(**{f"{case}__isnull": False, f"{case}__closed_at__isnull": True})
    appeal = f"{case}__complaints"
    is_asked = Q(**{f"{appeal}__isnull": False, f"{appeal}__answered_at__isnull": True})
    is_evidence = Q(**{f"{case}__sealings__keep_until__gte": on})
    found: set[int] = set()
    for some in _parts(posts):
        rows = Post.objects.filter(pk__in=some).filter(is_open | is_asked | is_evidence)
        found.update(rows.values_list("pk", flat=True))
    return found


def pointed_at(posts: Collection[int]) -> set[int]:
    """Of these posts, those that a kept row names: of them a place stays, without words."""
    found: set[int] = set()
    for relation in Post._meta.related_objects:
        if relation.on_delete is not PROTECT:
            continue
        name = relation.field.attname
        rows = relation.related_model._default_manager
        for some in _parts(posts):
            found.update(
                rows.filter(**{f"{name}__in": some}).values_list(name, flat=True)
            )
    return found


def _parts(posts: Collection[int]) -> list[list[int]]:
    wanted = sorted(posts)
    return [wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE)]
