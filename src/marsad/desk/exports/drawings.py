"""Drawings as answers: they bring their own style and letters, and can run nothing."""

from typing import Final

from django.http import HttpResponse

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def as_drawing(svg: str | bytes) -> HttpResponse:
    """An answer that shows a drawing (SVG), even where it is opened by itself."""
    answer = HttpResponse(svg, content_type="image/svg+xml")
    answer.headers["Content-Security-Policy"] = POLICY
    return answer
