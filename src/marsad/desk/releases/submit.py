"""Put a brief before a releasing officer: all of it is frozen here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.composing.editions import Edition, sha256, to_json
from marsad.desk.briefs.freeze import Frozen, freeze, newest, pages_of, writers_of
from marsad.desk.briefs.models import Brief
from marsad.desk.partners.models import Partner
from marsad.desk.releases import pictures
from marsad.desk.releases.correcting import (
    Correcting,
    require_correctable,
    require_notice,
    require_reaches_all,
)
from marsad.desk.releases.models import Fate, Picture, Submission
from marsad.desk.releases.rules import require_readers, require_sound
from marsad.desk.releases.waiting import held_release
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("releases.submit")
def submit(
    brief: Brief,
    *,
    by: Person,
    because: str,
    partners: Sequence[Partner] = (),
    languages: Sequence[str] | None = None,
    correcting: Correcting | None = None,
) -> Submission:
    """Freeze a brief as it was last saved, for an officer who did not write it."""
    _require_none_waiting(brief)
    frozen = freeze(brief, list(languages) if languages is not None else None)
    edition = _whole(frozen.edition, partners, correcting)
    _require(edition, partners, correcting)
    require_sound(edition, brief.translation_key, on=timezone.localdate())
    row = Submission(
        translation_key=brief.translation_key,
        title=edition.manuscripts[0].title,
        kind=edition.kind,
        marking=int(edition.marking),
        audience=int(edition.audience),
        edition=to_json(edition).decode(),
        sha256=sha256(edition),
        revisions=frozen.revisions,
        submitted_by=by,
        because=because,
        corrects=edition.corrects,
        correction=dict(edition.correction),
    )
    _save(row)
    row.writers.set(_writers(brief))
    row.partners.set(partners)
    _keep_pictures(edition, brief, frozen)
    note(title=row.title, sha256=row.sha256, audience=edition.audience.name)
    return row


def _whole(
    edition: Edition, partners: Sequence[Partner], correcting: Correcting | None
) -> Edition:
    """The edition with those it is for, and what it corrects."""
    if not edition.manuscripts:
        raise Refused(_("the brief"), _("is written in none of these languages"))
    edition = replace(
        edition,
        partners=tuple(sorted(one.code for one in partners)),
        partner_names={one.code: one.written_names for one in partners},
    )
    if correcting is None:
        return edition
    said = {one.language for one in edition.manuscripts}
    notice = {key: words.strip() for key, words in correcting.said.items()}
    return replace(
        edition,
        corrects=correcting.release.number,
        correction={key: words for key, words in notice.items() if key in said},
    )


def _require(
    edition: Edition, partners: Sequence[Partner], correcting: Correcting | None
) -> None:
    title = edition.manuscripts[0].title
    require_readers(edition, partners)
    if not any(one.blocks for one in edition.manuscripts):
        raise Refused(title, _("there is nothing in it"), _("write it first"))
    if correcting is not None:
        old = held_release(correcting.release)
        require_correctable(old)
        require_reaches_all(old, edition, partners)
        languages = {one.language for one in edition.manuscripts}
        require_notice(title, edition.correction, languages)


def _require_none_waiting(brief: Brief) -> None:
    rows = Submission.objects.filter(translation_key=brief.translation_key)
    waiting = rows.filter(fate=Fate.WAITING).select_related("submitted_by").first()
    if waiting is not None:
        problem = _("waits for a releasing officer already, by %(who)s")
        problem %= {"who": waiting.submitted_by}
        raise Refused(brief.title, problem, _("withdraw that one first"))


def _save(row: Submission) -> None:
    """Two people who submit one brief at the same moment: one of them is told no."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        problem = _("was submitted by somebody else at this moment")
        raise Refused(row.title, problem, _("look at that one")) from None


def _writers(brief: Brief) -> set[int]:
    """Everybody who had a hand in any language: translations carry each other's words."""
    pages: list[Any] = pages_of(brief)
    latest = {one.language: one.latest_revision_id or 0 for one in pages}
    begun = {one.begun_by_id for one in pages if one.begun_by_id}
    return writers_of(latest) | begun


def _keep_pictures(edition: Edition, brief: Brief, frozen: Frozen) -> None:
    chosen = [one for one in pages_of(brief) if one.language in frozen.revisions]
    sizes = pictures.keep_all(edition, map(newest, chosen))
    media = pictures.media_in(edition)
    for name, size in sizes.items():
        defaults = {"name": media[name].name, "size": size}
        Picture.objects.get_or_create(sha256=name, defaults=defaults)
