"""Put a document into its story: the reports of one event within a week."""

import hashlib
from collections.abc import Iterable
from typing import Final

from django.db.models import Count, Max, Min

from marsad.desk.documents.models import Document, Story, StoryKey, StorySignature
from marsad.linking.signatures import Signature, keys_of
from marsad.linking.stories import WINDOW, Candidate, assign

# A story shares keys with its next report; what shares the most is looked at.
_MOST_LIKE: Final = 40
_MOST_REPORTS: Final = 80


def place(document: Document, signature: Signature) -> Story:
    """Find the story that a new document belongs to, or begin one with it."""
    keys = [_short(key) for key in keys_of(signature)]
    choice = assign(signature, _candidates(document, keys))
    story = Story.objects.filter(pk=choice.story).first() if choice else None
    if story is None:
        story = Story.objects.create(
            title=document.title,
            language=document.language,
            first_day=document.day,
            last_day=document.day,
            marking=document.marking,
        )
    document.story = story
    document.save(update_fields=["story"])
    sign(document, signature, keys)
    refresh(story.pk)
    return story


def sign(document: Document, signature: Signature, keys: Iterable[str]) -> None:
    """Keep what a document's story is recognised by."""
    StorySignature.objects.create(
        document=document, day=document.day, signature=signature.as_json()
    )
    StoryKey.objects.bulk_create(
        StoryKey(key=key, day=document.day, document=document) for key in keys
    )


def refresh(story_id: int | None) -> None:
    """Count a story's reports anew; its title is of the first that most people may read."""
    if story_id is None:
        return
    reports = Document.objects.filter(story=story_id, withdrawn_at__isnull=True)
    figures = reports.aggregate(
        document_count=Count("pk"),
        source_count=Count("source", distinct=True),
        first_day=Min("day"),
        last_day=Max("day"),
    )
    first = reports.order_by("marking", "day", "pk").first()
    if first is None:
        Story.objects.filter(pk=story_id).update(document_count=0, source_count=0)
        return
    Story.objects.filter(pk=story_id).update(
        title=first.title, language=first.language, marking=first.marking, **figures
    )


def _candidates(document: Document, keys: list[str]) -> list[Candidate]:
    """Every report of the stories that share keys with a document, within a week."""
    near = StoryKey.objects.filter(
        key__in=keys,
        day__range=(document.day - WINDOW, document.day + WINDOW),
        document__withdrawn_at__isnull=True,
    )
    alike = (
        near.order_by()
        .values_list("document_id")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "document_id")[:_MOST_LIKE]
    )
    ids = [pk for pk, _ in alike]
    stories = Document.objects.filter(pk__in=ids).values_list("story", flat=True)
    rows = StorySignature.objects.filter(
        document__story__in={one for one in stories if one},
        document__withdrawn_at__isnull=True,
    ).order_by("document_id")
    return [
        Candidate(str(story), Signature.of_json(kept))
        for story, kept in rows.values_list("document__story", "signature")[
            :_MOST_REPORTS
        ]
    ]


def _short(key: str) -> str:
    """Keys hold whole names: their hashes are short, and found as surely."""
    return hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).hexdigest()
