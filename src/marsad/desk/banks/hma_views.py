"""What HMA 1.1 answers, answered from our banks: hash, look up, compare.

An address is never fetched: whoever has the file sends the file, or its hash. A key sees
the banks that its person may see. Nothing is added here; people add signals, by acts.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from marsad.desk.banks.file_hashes import hashes_of, read_whole
from marsad.desk.banks.hma_door import Wrong, spoken
from marsad.desk.banks.lookups import Find, look_up
from marsad.desk.banks.models import Bank, BankedSignal
from marsad.desk.banks.turning import last_turn
from marsad.desk.safeguards.models import Person
from marsad.desk.safeguards.needs import open_to_all
from marsad.errors import Unreadable
from marsad.matching.kinds import KINDS, kind_named
from marsad.matching.pictures.bits import distance
from marsad.matching.signals import Kind, SignalKind

# How HMA calls the kinds; the first name of each is the one that we answer with.
_NAMES: Final[Mapping[str, Kind]] = {
    "pdq": Kind.PDQ,
    "vpdq": Kind.VPDQ,
    "video_md5": Kind.MD5,
    "sha256": Kind.SHA256,
    "url": Kind.URL,
    "raw_text": Kind.WORDING,
    "md5": Kind.MD5,
    **{kind.value: kind for kind in Kind},
}
# What HMA hashes a sort of content with, by its own names.
_OF_CONTENT: Final[Mapping[str, tuple[str, ...]]] = {
    "photo": ("pdq", "sha256", "md5"),
    "video": ("video_md5", "vpdq", "sha256"),
}


@spoken("GET", "POST")
def hash_(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Say the hashes of a file that was sent; an address is not fetched."""
    if request.method == "GET":
        raise _not_fetched(request)
    return _hashes(request)


@spoken("GET", "POST")
def lookup(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Say which banks know a signal, or a file that was sent."""
    banks = _banks(request)
    if request.method == "POST":
        return {
            name: _by_bank(_finds(name, value, person), banks)
            for name, value in _hashes(request).items()
        }
    if request.GET.get("url"):
        raise _not_fetched(request)
    name, value = _required(request, "signal_type"), _required(request, "signal")
    return _by_bank(_finds(name, value, person), banks)


@spoken("GET")
def raw_lookup(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Say which signals a hash is alike to, with how far where it is asked."""
    name, value = _required(request, "signal_type"), _required(request, "signal")
    banks = _banks(request)
    found = [
        one
        for one in _finds(name, value, person)
        if banks is None or hma_name(one.signal.bank) in banks
    ]
    if not _is_true(request, "include_distance"):
        return {"matches": [one.signal.pk for one in found]}
    return {"matches": [_match(one) for one in found]}


@spoken("POST")
def compare(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Say of pairs of signals whether they are alike, and how far apart."""
    try:
        asked = json.loads(request.body or b"null")
    except ValueError:
        raise Wrong(HTTPStatus.BAD_REQUEST, "the body is no JSON") from None
    if not isinstance(asked, dict):
        raise Wrong(HTTPStatus.BAD_REQUEST, "Request input was not a dict")
    return {name: _compared(name, pair) for name, pair in asked.items()}


@spoken("GET")
def index_status(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Say how many signals of each type a key's person may look up."""
    wanted = request.GET.get("signal_type")
    kinds = [_kind(wanted).kind] if wanted else [kind.kind for kind in KINDS]
    searched = BankedSignal.objects.searched().visible_to(person)
    counted = searched.order_by().values_list("kind").annotate(Count("pk"))
    counts, turn = dict(counted), last_turn()[0]
    return {
        wanted or _name_of(kind): {
            "present": True,
            "built_to": turn,
            "size": counts.get(kind.value, 0),
        }
        for kind in kinds
    }


@spoken("GET")
def banks(request: HttpRequest, person: Person) -> list[Any]:
    """List the banks that a key's person may look into."""
    return [_as_hma(bank) for bank in Bank.objects.visible_to(person)]


@spoken("GET")
def bank(request: HttpRequest, person: Person, name: str) -> dict[str, Any]:
    """Say of one bank whether it is searched."""
    code = name.lower().replace("_", "-")
    found = Bank.objects.visible_to(person).filter(code__in=(code, name)).first()
    if found is None:
        raise Wrong(HTTPStatus.NOT_FOUND, "bank not found")
    return _as_hma(found)


@open_to_all
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Say that somebody is there."""
    return HttpResponse("I-AM-ALIVE", content_type="text/plain")


def hma_name(bank: Bank) -> str:
    """What HMA would call a bank: capitals and underscores."""
    return bank.code.upper().replace("-", "_")


def _as_hma(bank: Bank) -> dict[str, Any]:
    ratio = 1.0 if bank.is_open and not bank.is_harmless else 0.0
    return {"name": hma_name(bank), "matching_enabled_ratio": ratio}


def _not_fetched(request: HttpRequest) -> Wrong:
    if not request.GET.get("url"):
        return Wrong(HTTPStatus.BAD_REQUEST, "url is required")
    message = "no address is fetched here: send the file (POST), or its hash"
    return Wrong(HTTPStatus.FORBIDDEN, message)


def _hashes(request: HttpRequest) -> dict[str, str]:
    files = [(name, file) for name, some in request.FILES.lists() for file in some]
    if not files:
        message = "Missing multipart/form-data file upload"
        raise Wrong(HTTPStatus.BAD_REQUEST, message)
    if len(files) > 1:
        raise Wrong(HTTPStatus.BAD_REQUEST, "Only one file allowed per request")
    [(content, file)] = files
    if content not in _OF_CONTENT:
        raise Wrong(HTTPStatus.BAD_REQUEST, f"no such content_type: '{content}'")
    found = hashes_of(read_whole(file))
    wanted = _wanted(request, _OF_CONTENT[content])
    return {name: found[_NAMES[name]] for name in wanted if _NAMES[name] in found}


def _wanted(request: HttpRequest, known: tuple[str, ...]) -> tuple[str, ...]:
    said = [one.strip() for one in request.GET.get("types", "").split(",")]
    wanted = tuple(one for one in said if one)
    strange = next((one for one in wanted if one not in known), None)
    if strange is not None:
        message = f"signal type '{strange}' doesn't exist or is disabled"
        raise Wrong(HTTPStatus.BAD_REQUEST, message)
    return wanted or known


def _finds(name: str, value: str, person: Person) -> list[Find]:
    kind = _kind(name)
    [found] = look_up(kind.kind, [kind.canonical(value)], person)
    # A tool that acts by itself is told of nothing weak, and of nothing harmless.
    return [one for one in found if one.is_same and one.harmless is None]


def _by_bank(found: list[Find], banks: set[str] | None) -> dict[str, Any]:
    answer: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        name = hma_name(one.signal.bank)
        if banks is None or name in banks:
            answer.setdefault(name, []).append(_match(one))
    return answer


def _match(found: Find) -> dict[str, Any]:
    # HMA writes distances as text.
    distance = f"{found.likeness.distance:g}"
    return {"bank_content_id": found.signal.pk, "distance": distance}


def _compared(name: str, pair: object) -> list[Any]:
    if not isinstance(pair, list):
        message = f"Comparison hashes for {name} was not a list"
        raise Wrong(HTTPStatus.BAD_REQUEST, message)
    if len(pair) != 2:
        message = "Comparison hash list length must be exactly 2"
        raise Wrong(HTTPStatus.BAD_REQUEST, message)
    kind = _kind(name)
    one, other = (kind.canonical(str(value)) for value in pair)
    likeness = kind.compare(one, other)
    if likeness is None:
        # How far pictures are apart is told also where they are no likeness.
        far = distance(one, other) if kind.kind is Kind.PDQ else None
        return [False, {"distance": far}]
    return [True, {"distance": likeness.distance}]


def _kind(name: str) -> SignalKind:
    kind = _NAMES.get(name)
    try:
        return kind_named(kind.value if kind else name)
    except Unreadable:
        raise Wrong(HTTPStatus.BAD_REQUEST, f"No such SignalType '{name}'") from None


def _name_of(kind: Kind) -> str:
    return next(name for name, one in _NAMES.items() if one is kind)


def _required(request: HttpRequest, name: str) -> str:
    said = request.GET.get(name, "")
    if not said:
        message = "Either url or both signal and signal_type are required"
        raise Wrong(HTTPStatus.BAD_REQUEST, message)
    return said


def _banks(request: HttpRequest) -> set[str] | None:
    said = request.GET.get("banks", "")
    names = {one.strip().upper().replace("-", "_") for one in said.split(",")}
    return (names - {""}) or None


def _is_true(request: HttpRequest, name: str) -> bool:
    return request.GET.get(name, "").lower() in ("true", "1")
