"""The door of configured checkers: programs that say whether a referred post is public."""

import hmac
import json
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from marsad.desk.referrals.check import check
from marsad.desk.referrals.models import ReferredPost
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.needs import open_to_all
from marsad.errors import Refused

_MOST_BYTES: Final = 1 << 20
_WHY: Final = "reported by its own program"


@csrf_exempt
@open_to_all
@require_POST
def checked(request: HttpRequest) -> HttpResponse:
    """Take what a checker saw; to anybody without its key there is nothing here."""
    name = _checker(request)
    if name is None or len(request.body) > _MOST_BYTES:
        raise Http404
    try:
        rows = json.loads(request.body)["checks"]
        found = [
            (str(one["notice"]), int(one["place"]), str(one["seen"])) for one in rows
        ]
    except (ValueError, KeyError, TypeError):
        told = 'send {"checks": [{"notice": "N-…", "place": 1, "seen": "gone"}]}'
        return JsonResponse({"problem": told}, status=422)
    faults = [fault for one in found if (fault := _note(name, *one))]
    noted = len(found) - len(faults)
    return JsonResponse({"noted": noted, "refused": faults}, status=200)


def _note(name: str, notice: str, place: int, seen: str) -> dict[str, Any] | None:
    """Write one down; what is wrong with it otherwise."""
    rows = ReferredPost.objects.filter(referral__number=notice, place=place)
    referred = rows.select_related("referral").first()
    problem = "there is no such notice, or no such place in it"
    if referred is not None:
        try:
            check(referred, seen, by=Worker(f"checker {name}"), because=_WHY)
        except Refused as refusal:
            problem = str(refusal)
        else:
            return None
    return {"notice": notice, "place": place, "problem": problem}


def _checker(request: HttpRequest) -> str | None:
    """Which checker a key is of, by MARSAD_CHECKERS: name:key, name:key."""
    scheme, _gap, key = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not key:
        return None
    found = None
    for pair in str(settings.CHECKERS).split(","):
        name, _colon, secret = pair.strip().partition(":")
        # Each is compared whole: how long it takes tells nothing.
        if secret and hmac.compare_digest(secret.encode(), key.encode()):
            found = name
    return found
