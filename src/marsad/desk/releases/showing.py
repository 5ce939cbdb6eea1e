"""Frozen pictures and files of packs as answers: never run, never guessed at."""

from typing import Final

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from marsad.composing.editions import Edition
from marsad.desk.originals import store
from marsad.desk.releases.pictures import media_in

_IMAGES: Final = frozenset(("image/png", "image/jpeg", "image/webp", "image/gif"))


def picture_answer(edition: Edition, sha256: str) -> HttpResponse:
    """A picture of an edition, by its hash."""
    media = media_in(edition).get(sha256)
    if media is None or media.media_type not in _IMAGES:
        raise Http404(sha256)
    answer = HttpResponse(store.open(sha256), content_type=media.media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


def file_answer(
    raw: bytes, name: str, kind: str = "application/octet-stream"
) -> HttpResponse:
    """Bytes as a file to be kept, which no browser opens as a page of ours."""
    answer = HttpResponse(raw, content_type=kind)
    header = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["Content-Disposition"] = header or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
