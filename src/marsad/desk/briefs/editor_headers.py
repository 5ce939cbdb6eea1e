"""What a browser may do with the editor's pages: as little as the desk's own, nearly.

Wagtail's scripts were watched in a browser under the desk's own policy, in which nothing
inline runs and nobody else is asked. They need two things more, and get no others:

- `frame-src 'self'`: the preview stands in a frame of the editor;
- `img-src blob:`: the uploader shows a picture before it is sent.

A preview is the printed page, which carries its own style and fonts so that it is one
file. It runs no script at all, its style is let in by its hash, and only the editor may
frame it.
"""

import base64
import hashlib
import re
from typing import Final

from django.http import HttpResponse
from django.http.response import HttpResponseBase

EDITOR: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_PREVIEWS: Final = frozenset(
    (
        "wagtailadmin_pages:view_draft",
        "wagtailadmin_pages:revisions_view",
        "wagtailadmin_pages:preview_on_edit",
    )
)
_STYLE: Final = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)


def with_headers(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """An answer of the editor with the policy that its page needs, and no more."""
    if name in _PREVIEWS and isinstance(response, HttpResponse):
        response.headers["Content-Security-Policy"] = _of_preview(response.content)
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    else:
        response.headers["Content-Security-Policy"] = EDITOR
    return response


def _of_preview(content: bytes) -> str:
    hashes = " ".join(f"'{_hash(one)}'" for one in _STYLE.findall(content))
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'self' {hashes}".rstrip(),
            "img-src 'self' data:",
            "font-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )


def _hash(style: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(style).digest()).decode()}"
