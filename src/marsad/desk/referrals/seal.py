"""Seal the evidence of a case: one file, kept encrypted until a day."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography import x509
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from marsad import signing
from marsad.desk.cases.models import Case
from marsad.desk.referrals import vault
from marsad.desk.referrals.gathering import (
    custody_of,
    files_of,
    posts_of,
    records_of,
)
from marsad.desk.referrals.models import CustodyLine, Sealing
from marsad.desk.safeguards.acts import act, note, touch
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.site_key import site_key
from marsad.errors import MarsadError, Refused
from marsad.sealing import bundles
from marsad.sealing.parts import Handover
from marsad.sealing.stamps import Stamp, ask, read_roots

# Six months: Reg. (EU) 2021/784, art. 6(2); longer where somebody who may asks for it.
USUAL_DAYS: Final = 183
LONGEST_DAYS: Final = 3660
_COMMENT: Final = "evidence sealed by Marsad"


class _Clock:
    """The time authority as one sealing asks it: what it said, or why it said nothing."""

    stamp: Stamp | None = None
    fault = ""

    def ask(self, manifest: bytes) -> bytes:
        """The authority's answer; none where it did not answer well."""
        try:
            self.stamp = ask(settings.TIME_AUTHORITY, manifest, roots=_roots())
        except MarsadError as error:
            self.fault = f"{error.subject}: {error.problem}"
            return b""
        return self.stamp.raw


@act("referrals.seal")
def seal(case: Case, keep_until: date, *, by: Person, because: str) -> Sealing:
    """Put all evidence of a case into one sealed file; addresses are opened for it."""
    _check(case, keep_until, by)
    at, who = timezone.now(), f"{by.name} ({by.username})"
    files, missing = files_of(case)
    sealed_line = Handover(at, who, "sealed", because.strip())
    clock = _Clock()
    raw = bundles.seal(
        list(records_of(case)),
        files,
        [*custody_of(case), sealed_line],
        at,
        subject=f"Marsad {case.pk}",
        proofs=_proofs(clock),
    )
    made = _keep(case, raw, clock, at, keep_until, by=by, because=because)
    CustodyLine.objects.create(
        sealing=made, at=at, by=who, what="sealed", because=because.strip()
    )
    note(
        sha256=made.sha256,
        size=made.size,
        addresses_opened=len(posts_of(case)),
        media_missing=len(missing),
        time_authority=clock.fault or bool(clock.stamp),
    )
    touch(made)
    return made


def _check(case: Case, keep_until: date, by: Person) -> None:
    today = timezone.localdate()
    if by.clearance < case.marking:
        problem = _("is marked above your clearance")
        raise Refused(str(case), problem, _("leave it to somebody who is cleared"))
    if not case.matches.exists():
        raise Refused(str(case), _("holds no post"), _("there is nothing to seal"))
    if keep_until <= today:
        problem = _("is not after today")
        raise Refused(str(keep_until), problem, _("name a later day"))
    if keep_until > today + timedelta(days=LONGEST_DAYS):
        problem = _("is more than ten years away")
        raise Refused(str(keep_until), problem, _("name an earlier day"))


def _proofs(clock: _Clock) -> bundles.Proofs:
    key = site_key()
    return bundles.Proofs(
        public_key=key.public,
        sign=lambda manifest: signing.sign(manifest, key, _COMMENT),
        stamp=clock.ask if settings.TIME_AUTHORITY else None,
    )


def _keep(
    case: Case, raw: bytes, clock: _Clock, at: datetime, until: date, **said: object
) -> Sealing:
    name = sha256(raw).hexdigest()
    sealed, key = vault.keep(name, raw)
    stamp = clock.stamp
    return Sealing.objects.create(
        case=case,
        at=at,
        keep_until=until,
        sha256=name,
        size=len(raw),
        stamped_at=stamp.at if stamp else None,
        authority=stamp.authority[:300] if stamp else "",
        sealed=sealed,
        key=key,
        **said,
    )


def _roots() -> tuple[x509.Certificate, ...]:
    path = str(settings.TIME_ROOTS)
    return read_roots(Path(path).read_bytes()) if path else ()
