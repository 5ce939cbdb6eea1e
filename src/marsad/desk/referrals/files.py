"""A file that leaves: named, never shown in the page, never kept by a browser."""

from django.http import HttpResponse

from marsad.desk.referrals.hand_out import Handed


def as_file(handed: Handed) -> HttpResponse:
    """The answer that carries a file out."""
    return HttpResponse(
        handed.raw,
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{handed.name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
