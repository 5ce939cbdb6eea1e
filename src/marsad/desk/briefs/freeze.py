"""A brief in all its languages as one edition: the newest revision of each page."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from marsad.composing.editions import Edition, Manuscript
from marsad.desk.briefs.citing import cited
from marsad.desk.briefs.manuscripts import manuscript_of
from marsad.desk.briefs.models import Brief
from marsad.marking import Audience, Marking, combine


@dataclass(frozen=True, slots=True)
class Frozen:
    """An edition, and the revisions of the pages that it was made from."""

    edition: Edition
    revisions: dict[str, int]


def pages_of(brief: Brief) -> list[Brief]:
    """The pages of a brief in all its languages, the original first."""
    rows = Brief.objects.filter(translation_key=brief.translation_key)
    pages = list(rows.select_related("locale"))
    return sorted(pages, key=lambda one: (not one.is_original, one.language))


def newest(page: Brief) -> Brief:
    """A page as its newest revision has it."""
    latest: Brief = page.get_latest_revision_as_object()
    return latest


def freeze(brief: Brief, languages: list[str] | None = None) -> Frozen:
    """Bring all languages of a brief together, as they were last saved."""
    pages = [newest(one) for one in pages_of(brief)]
    original = next((one for one in pages if one.is_original), pages[0])
    chosen = [one for one in pages if languages is None or one.language in languages]
    manuscripts = tuple(
        manuscript_of(one, None if one.pk == original.pk else original)
        for one in chosen
    )
    return Frozen(
        edition_of(original, manuscripts),
        {one.language: one.latest_revision_id or 0 for one in chosen},
    )


def edition_of(original: Brief, manuscripts: tuple[Manuscript, ...]) -> Edition:
    """The edition that these manuscripts make, with all that they cite."""
    entries = cited(
        number
        for one in manuscripts
        for block in one.blocks
        for number in _cited_by(block)
    )
    # Words of our own may be read by whoever may read what they rest on.
    marking = combine([Marking.CLEAR, *(one.marking for one in entries)])
    return Edition(
        kind=original.kind,
        audience=Audience(original.audience),
        marking=marking,
        as_of=original.as_of,
        manuscripts=manuscripts,
        entries=entries,
        topics=tuple(original.topics),
        slug=original.place,
    )


def _cited_by(block: Any) -> list[int]:
    members = block.roll.members if block.roll else ()
    return [*block.entries, *(one.entry for one in members if one.entry)]


def writers_of(revisions: dict[str, int]) -> set[int]:
    """Everybody who saved one of these pages, up to the frozen revision."""
    people: set[int] = set()
    for one in Revision.objects.filter(pk__in=revisions.values()):
        rows = Revision.objects.filter(
            content_type=one.content_type,
            object_id=one.object_id,
            created_at__lte=one.created_at,
        )
        people |= set(rows.exclude(user=None).values_list("user", flat=True))
    return people
