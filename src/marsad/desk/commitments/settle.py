"""Settle a commitment: kept, broken or withdrawn, with what shows it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from marsad.desk.commitments.models import NEEDS_EVIDENCE, SETTLED, Outcome, Status
from marsad.desk.documents.models import Document
from marsad.desk.register.models import Entry, Kind
from marsad.desk.register.versions import at_version, entry_name, require_current
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What shows an outcome: an entry, words of a document, or an address."""

    entry: Entry | None = None
    document: Document | None = None
    quote: str = ""
    address: str = ""

    @property
    def is_given(self) -> bool:
        """Whether anything at all shows it."""
        return bool(self.entry or self.document or self.address)


NOTHING = Evidence()


@act("commitments.settle")
def settle(
    entry: Entry,
    status: str,
    evidence: Evidence = NOTHING,
    *,
    by: Person,
    because: str,
) -> Outcome:
    """Say what became of a commitment; kept and broken are shown by something."""
    fresh = at_version(entry, None)
    require_current(fresh)
    _require(fresh, status, evidence)
    standing = standing_of(fresh)
    if standing is not None:
        said = {"state": standing.get_status_display(), "who": standing.by}
        raise Refused(
            entry_name(fresh),
            _("is already %(state)s by %(who)s") % said,
            _("reopen it first"),
        )
    note(status=status)
    touch(fresh)
    return Outcome.objects.create(
        entry=fresh,
        status=status,
        evidence=evidence.entry,
        document=evidence.document,
        quote=evidence.quote.strip(),
        address=evidence.address,
        by=by,
        because=because,
    )


def standing_of(entry: Entry) -> Outcome | None:
    """The word that stands on a commitment, if somebody gave one."""
    rows = Outcome.objects.filter(entry=entry, status__in=SETTLED, undone_by=None)
    return rows.select_related("by").first()


def _require(entry: Entry, status: str, evidence: Evidence) -> None:
    if entry.kind != Kind.COMMITMENT:
        raise Refused(entry_name(entry), _("is no commitment"))
    if status not in SETTLED:
        way_out = _("say kept, broken or withdrawn")
        raise Refused(entry_name(entry), _("that is no outcome"), way_out)
    if status in NEEDS_EVIDENCE and not evidence.is_given:
        raise Refused(
            entry_name(entry),
            _("nothing shows that it is %(state)s") % {"state": Status(status).label},
            _("choose an entry or a document, or give an address"),
        )
    if evidence.entry is not None:
        _require_entry(entry, evidence.entry)
    address = urlsplit(evidence.address)
    if evidence.address and not (
        address.scheme in ("http", "https") and address.netloc
    ):
        raise Refused(evidence.address[:80], _("is no address"), _("write https://…"))


def _require_entry(entry: Entry, shows: Entry) -> None:
    if shows.pk == entry.pk:
        raise Refused(entry_name(entry), _("a promise does not show that it was kept"))
    require_current(at_version(shows, None))
