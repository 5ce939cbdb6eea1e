"""Prove releases: their hashes, their signatures, and that no number is missing."""

import hashlib
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from marsad import signing
from marsad.desk.releases.models import Numbering, Release
from marsad.errors import MarsadError


def faults() -> Iterator[tuple[str, str]]:
    """Whatever is wrong with any release: its number, and what it is."""
    for row in Release.objects.order_by("pk").iterator(50):
        if fault := fault_of(row):
            yield row.number, fault
    for number in missing():
        yield number, _("was given, and there is no such release")


def fault_of(row: Release) -> str:
    """What is wrong with a release; nothing where its bytes are those that were signed."""
    raw = row.edition.encode()
    if hashlib.sha256(raw).hexdigest() != row.sha256:
        return _("its text is not that of its hash")
    try:
        signing.verify(raw, row.signature.encode(), row.public_key)
        edition = row.frozen
    except MarsadError as error:
        return str(error)
    return "" if edition.number == row.number else _("its text has another number")


def missing() -> Iterable[str]:
    """Numbers that were given and that no release has."""
    there = set(Release.objects.values_list("number", flat=True))
    for row in Numbering.objects.order_by("year"):
        numbers = (f"{row.year}-{number:03}" for number in range(1, row.last + 1))
        yield from (one for one in numbers if one not in there)
