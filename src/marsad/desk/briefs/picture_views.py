"""Pictures of briefs, for who may read briefs: never as plain files."""

import re
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from marsad.desk.safeguards.needs import needs

# What is given out as what; a file of any other ending is not given out.
TYPES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
# Where the editor keeps them, and the smaller copies that it makes.
_FOLDERS: Final = frozenset(("original_images", "images"))
# As the editor names files: no way up, no hidden file, no sign that ends a name.
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


@needs("briefs.read")
def picture(request: HttpRequest, folder: str, name: str) -> HttpResponseBase:
    """One picture, or a smaller copy of it."""
    file = _file(folder, name)
    media_type = TYPES.get(file.suffix.lower()) if file else None
    if file is None or media_type is None:
        raise Http404
    response = HttpResponse(file.read_bytes(), content_type=media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _file(folder: str, name: str) -> Path | None:
    """The file of this name in one of the editor's folders, not through any link."""
    if folder not in _FOLDERS or not _PLAIN.fullmatch(name):
        return None
    within = (Path(settings.MEDIA_ROOT) / folder).resolve()
    file = (within / name).resolve()
    return file if file.parent == within and file.is_file() else None
