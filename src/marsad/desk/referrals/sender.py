"""Who writes to platforms: the cell by its name and its e-mail, and where people appeal."""

from email.utils import parseaddr

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from marsad.desk.referrals.notices import Sender
from marsad.errors import Refused


def sender(language: str) -> Sender:
    """The cell as a notice names it; Refused where the site has no e-mail of its own."""
    name, address = parseaddr(str(settings.MAIL_FROM))
    if "@" not in address:
        problem = _("is not set, and a notice names who sends it")
        way_out = _("write the cell's name and e-mail there")
        raise Refused("MARSAD_MAIL_FROM", problem, way_out)
    return Sender(name or address, address, appeals(language))


def appeals(language: str) -> str:
    """The page of the website on which anybody appeals against a notice."""
    try:
        path = reverse("website:content-appeals", kwargs={"language": language})
    except NoReverseMatch:
        path = "/"
    return f"{settings.ADDRESS}{path}"


def mail_host() -> str:
    """The host that letters come from."""
    return parseaddr(str(settings.MAIL_FROM))[1].rpartition("@")[2] or "localhost"
