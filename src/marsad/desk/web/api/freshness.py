"""Whether a program already has what it asks for: ETag, If-None-Match, 304."""

import hashlib
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date


def changed_at(request: HttpRequest, moment: datetime | None) -> None:
    """Note when what is answered changed last, for the Last-Modified header."""
    noted: Any = request
    noted.answer_changed_at = moment


def stamped(request: HttpRequest, response: Any) -> HttpResponse:
    """Give an answer its mark, and leave its body out for whoever has it already."""
    patch_vary_headers(response, ("Authorization", "Cookie"))
    answer: HttpResponse = response
    if answer.status_code != 200 or answer.streaming:
        return answer
    mark = hashlib.blake2b(answer.content, digest_size=12).hexdigest()
    # Weak: the same content may go over the wire compressed.
    answer["ETag"] = f'W/"{mark}"'
    moment = getattr(request, "answer_changed_at", None)
    if moment is not None:
        answer["Last-Modified"] = http_date(moment.timestamp())
    # What an answer says of others may change without it: only the mark decides.
    known = get_conditional_response(request, etag=answer["ETag"], response=answer)
    return known or answer
