"""The page that every letter leads to, for whoever wants no more of them."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from marsad.desk.partners.models import Contact
from marsad.desk.partners.unsubscribe import unsubscribe
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.needs import open_to_all

_READER: Final = Worker("reader of a letter")
# What a mail program sends by itself when its button is pressed: RFC 8058, section 3.2.
_ONE_CLICK: Final = "One-Click"


# Whoever has the secret of the address may do it: a mail program has no cookie of ours.
@csrf_exempt
@open_to_all
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_page(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and unsubscribe once it is pressed: scanners of mail press none."""
    contact = get_object_or_404(Contact.objects.select_related("partner"), token=token)
    if request.method == "POST":
        is_one_click = request.POST.get("List-Unsubscribe") == _ONE_CLICK
        how = "by one click in a mail program" if is_one_click else "on the page"
        contact = unsubscribe(contact, by=_READER, because=how)
    with translation.override(contact.language):
        answer = render(
            request,
            "partners/unsubscribe.html",
            {"contact": contact, "language": contact.language},
        )
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
