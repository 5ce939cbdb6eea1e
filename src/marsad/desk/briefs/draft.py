"""Begin a brief: an empty page in each language, for the editor to fill."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import uuid4

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from marsad.desk.briefs.manuscripts import fingerprint
from marsad.desk.briefs.models import Brief, BriefKind, Shelf
from marsad.desk.safeguards.acts import act, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused
from marsad.marking import Audience

LANGUAGES: Final = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Version:
    """What a brief begins with in another language, where rules could write it."""

    title: str
    # The same blocks by their ids as in the first language.
    body: Sequence[dict[str, Any]] = ()
    # The ids of those blocks that say in this language what the first one says.
    written: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a brief begins with: for whom it is, of which day, in which languages."""

    title: str
    kind: BriefKind
    as_of: date
    audience: Audience
    # The first is the one that the others are held against.
    languages: Sequence[str]
    summary: str = ""
    # Of a standing page: where it stands on the website.
    place: str = ""
    topics: Sequence[str] = ()
    # Blocks as the editor keeps them: [{"type": ..., "value": {...}, "id": ...}].
    body: Sequence[dict[str, Any]] = ()
    # By language, for the languages after the first; the others are copies of it.
    versions: Mapping[str, Version] = field(default_factory=dict)


@act("briefs.draft")
def draft(beginning: Beginning, *, by: Person, because: str) -> Brief:
    """Begin a brief in its first language; the others are copied to be translated."""
    wanted = list(dict.fromkeys(beginning.languages))
    if not wanted or set(wanted) - set(LANGUAGES):
        problem = _("is to be written in no language that we write")
        raise Refused(beginning.title, problem, _("choose ar, en or fr"))
    original = Brief(
        title=beginning.title,
        slug=f"{beginning.kind}-{uuid4().hex}",
        place=beginning.place,
        kind=beginning.kind,
        as_of=beginning.as_of,
        audience=int(beginning.audience),
        summary=beginning.summary,
        topics=list(beginning.topics),
        original=wanted[0],
        locale=_locale(wanted[0]),
        live=False,
        has_unpublished_changes=True,
        owner=by,
        begun_by=by,
    )
    original.body = [
        {"id": str(uuid4()), **one} if "id" not in one else one
        for one in beginning.body
    ]
    _shelf(wanted[0]).add_child(instance=original)
    original.save_revision(user=by)
    touch(original)
    for language in wanted[1:]:
        version = beginning.versions.get(language)
        translate_into(original, language, by=by, version=version)
    return original


def translate_into(
    original: Brief, language: str, *, by: Person, version: Version | None = None
) -> Brief:
    """Copy a brief to be translated; a part of the acts that begin one."""
    _shelf(language)
    copy: Brief = original.copy_for_translation(_locale(language))
    copy.begun_by = by
    copy.stands_for, copy.by_machine = {}, []
    if version is not None:
        copy.title, copy.body = version.title, list(version.body)
        # Rules wrote both from the same entries, so that each stands for the other.
        saved: Any = Brief.objects.get(pk=original.pk).body
        copy.stands_for = {
            str(one.id): fingerprint(one)
            for one in saved
            if str(one.id) in version.written
        }
    copy.save()
    copy.save_revision(user=by)
    touch(copy)
    return copy


def _locale(language: str) -> Locale:
    locale, _made = Locale.objects.get_or_create(language_code=language)
    return locale


def _shelf(language: str) -> Shelf:
    """The place of all briefs of a language; made when the first one is begun."""
    found: Shelf | None = Shelf.objects.filter(locale=_locale(language)).first()
    if found is not None:
        return found
    other: Shelf | None = Shelf.objects.first()
    shelf = Shelf(
        title="Briefs", slug=f"briefs-{language}", locale=_locale(language), live=False
    )
    if other is not None:
        # The shelves are translations of each other, so that their pages can be.
        shelf.translation_key = other.translation_key
    root: Any = Page.get_first_root_node()
    root.add_child(instance=shelf)
    return shelf
