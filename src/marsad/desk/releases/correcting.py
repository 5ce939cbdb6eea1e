"""What a correction must be: once only, at once, and for everybody who had the old one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from marsad.composing.editions import Edition
from marsad.desk.partners.models import Partner
from marsad.desk.releases.models import Fate, Release, Submission
from marsad.errors import Refused
from marsad.marking import Audience


@dataclass(frozen=True, slots=True)
class Correcting:
    """Which release is corrected, and what was wrong in it, by language."""

    release: Release
    said: Mapping[str, str]


def require_correctable(
    release: Release, *, apart_from: Submission | None = None
) -> None:
    """Refuse what was corrected already, or is being corrected by somebody else."""
    later = Release.objects.filter(corrects=release).first()
    if later is not None:
        problem = _("was corrected already by %(number)s") % {"number": later.number}
        raise Refused(release.number, problem, _("correct that one"))
    waiting = Submission.objects.filter(corrects=release.number, fate=Fate.WAITING)
    other = waiting.exclude(pk=apart_from.pk if apart_from else None).first()
    if other is not None:
        said = {"title": other.title, "who": other.submitted_by}
        problem = _("is being corrected by “%(title)s” of %(who)s") % said
        raise Refused(release.number, problem, _("wait for that, or have it returned"))


def require_reaches_all(
    release: Release, edition: Edition, partners: Iterable[Partner]
) -> None:
    """Refuse a correction that somebody who had the old release would not get."""
    before, missing = release.frozen, set(release.languages)
    missing -= {one.language for one in edition.manuscripts}
    if missing:
        problem = _("went out in %(languages)s too") % {"languages": _list(missing)}
        raise Refused(release.number, problem, _("correct it in the same languages"))
    lost: set[str] = set()
    if before.audience == Audience.CLIENTS == edition.audience:
        lost = set(before.partners) - {one.code for one in partners}
    if edition.audience < before.audience or lost:
        problem = _("went to more readers than its correction would reach")
        way_out = _("correct it for the same readers, or more")
        raise Refused(release.number, problem, way_out)


def require_notice(subject: str, said: Mapping[str, str], languages: set[str]) -> None:
    """Refuse a correction or a recall that does not say in each language what is wrong."""
    missing = {one for one in languages if not said.get(one, "").strip()}
    if missing:
        problem = _("nothing says in %(languages)s what was wrong")
        problem %= {"languages": _list(missing)}
        raise Refused(subject, problem, _("say it in a sentence or two"))


def _list(languages: Iterable[str]) -> str:
    return ", ".join(sorted(languages))
