"""Take a reader's objection in; the site does it, for nobody needs an account to object."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import Worker, act, note
from marsad.desk.safeguards.references import fresh_reference
from marsad.desk.website.models import About, Appeal
from marsad.errors import Refused

WORKER: Final = Worker("website")
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a reader wrote into the form."""

    about: str
    words: str
    language: str
    release: Release | None = None
    page: str = ""
    address: str = ""


@act("appeals.receive")
def receive(objection: Objection, *, by: Worker, because: str) -> Appeal:
    """Take an objection in under a number that only its reader knows."""
    words = objection.words.strip()
    if not words:
        raise Refused(_("the objection"), _("says nothing"), _("write what is wrong"))
    if len(words) > LONGEST:
        way_out = _("keep to %(most)s letters") % {"most": LONGEST}
        raise Refused(_("the objection"), _("is too long"), way_out)
    if objection.about not in About.values:
        raise Refused(_("the objection"), _("is about nothing that is known"))
    # The trail tells that one came, and of what sort; not what it says or from whom.
    note(about=objection.about, language=objection.language)
    return Appeal.objects.create(
        reference=fresh_reference(),
        about=objection.about,
        release=objection.release,
        page=objection.page[:300],
        words=words,
        language=objection.language,
        address=objection.address,
    )
