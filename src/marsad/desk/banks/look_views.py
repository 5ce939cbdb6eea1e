"""What would a text, an address, a hash or a picture match, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from marsad.desk.banks import forms
from marsad.desk.banks.engine_words import told_here
from marsad.desk.banks.file_hashes import hashes_of, read_whole
from marsad.desk.banks.highlighting import marked
from marsad.desk.banks.lookups import Find, look_at
from marsad.desk.banks.reasons import is_of_text, reason_of
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import needs
from marsad.errors import MarsadError, Refused, Unreadable
from marsad.matching.kinds import kind_named
from marsad.matching.links.in_text import addresses_in
from marsad.matching.met import Met, MetMedia
from marsad.matching.pictures.turns import TURNS
from marsad.matching.pictures.variants import Variant, variants_of
from marsad.matching.signals import Kind

_HASHES: Final = (Kind.SHA256, Kind.MD5, Kind.PDQ)
_MOST_ADDRESSES: Final = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """One likeness as a page shows it: both sides with their alike places marked."""

    find: Find
    reason: str
    ours: SafeString | None
    theirs: SafeString | None


@needs("banks.use")
def bank_look_up(request: HttpRequest) -> HttpResponse:
    """Say what a text, an address, a hash or a file would match, and why."""
    person: Any = request.user
    form = forms.LookUpForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "found": None}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            context["found"] = _found(form.cleaned_data, person)
        except MarsadError as fault:
            form.add_error(None, told_here(fault))
            status = 409
    elif request.method == "POST":
        status = 422
    return render(request, "banks/look_up.html", context, status=status)


def _found(said: dict[str, Any], person: Person) -> list[Shown]:
    # A text is looked up as it stands: its places must be found in it again.
    text = said["text"].replace("\r\n", "\n")
    media = [*_of_file(said["file"]), *_of_hash(said["hash"].strip())]
    met = Met(text, tuple(_addresses(text, said["address"].strip())), tuple(media))
    return [_shown(one, text) for one in look_at(met, person)]


def _addresses(text: str, address: str) -> Iterator[str]:
    if address:
        yield kind_named(Kind.URL).canonical(address)
    for one in addresses_in(text)[:_MOST_ADDRESSES]:
        yield one.canonical


def _of_file(file: Any) -> Iterator[MetMedia]:
    if not file:
        return
    raw = read_whole(file)
    hashes = hashes_of(raw)
    ways = variants_of(raw) if Kind.PDQ in hashes else ()
    frames = hashes.get(Kind.VPDQ, "")
    yield MetMedia(hashes[Kind.SHA256], hashes[Kind.MD5], tuple(ways), frames)


def _of_hash(written: str) -> Iterator[MetMedia]:
    if not written:
        return
    values = {kind: _canonical(kind, written) for kind in _HASHES}
    if not any(values.values()):
        problem, way_out = _("is no hash"), _("SHA-256, MD5 or PDQ.")
        raise Refused(repr(written[:60]), problem, way_out)
    # SHA-256 and PDQ are written alike: either may be meant.
    looks = values[Kind.PDQ]
    pictures = (Variant(TURNS[0], looks),) if looks else ()
    yield MetMedia(values[Kind.SHA256], values[Kind.MD5], pictures)


def _canonical(kind: Kind, written: str) -> str:
    try:
        return kind_named(kind).canonical(written)
    except Unreadable:
        return ""


def _shown(find: Find, text: str) -> Shown:
    likeness, signal = find.likeness, find.signal
    ours = marked(text, likeness.ours) if likeness.ours else None
    theirs = None
    if is_of_text(signal.kind):
        theirs = marked(signal.value, likeness.theirs)
    return Shown(find, reason_of(likeness), ours, theirs)
