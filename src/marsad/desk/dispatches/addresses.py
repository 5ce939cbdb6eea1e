"""Addresses of the site as letters and feeds name them: whole, with the host."""

from urllib.parse import quote

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from marsad.desk.dispatches.models import Dispatch
from marsad.desk.partners.models import Contact
from marsad.desk.releases.models import Release


def of_pack(release: Release) -> str:
    """Where a partner signs in and reads its pack."""
    return settings.DESK_ADDRESS + reverse("pack", args=[release.number])


def on_website(release: Release, language: str) -> str:
    """Where everybody reads a public release; where there is no website, its pack."""
    try:
        said = {"language": language, "number": release.number}
        path = reverse("website:brief", kwargs=said)
    except NoReverseMatch:
        return of_pack(release)
    return settings.ADDRESS + path


def of_unsubscribing(contact: Contact) -> str:
    """The page of one contact, whose secret nobody else has."""
    return settings.DESK_ADDRESS + reverse("unsubscribe", args=[contact.token])


def mail_host() -> str:
    """The host that letters come from."""
    return str(settings.MAIL_FROM).rpartition("@")[2].strip("> ") or "localhost"


def message_id(letter: Dispatch) -> str:
    """The Message-ID of a letter: every try of it has the same."""
    return f"<{letter.message_id}@{mail_host()}>"


def sender(letter: Dispatch) -> str:
    """Where a letter comes back to: an address of its own, if there is a place for them."""
    local, at, host = str(settings.BOUNCES).rpartition("@")
    return f"{local}+{letter.message_id}@{host}" if at else str(settings.MAIL_FROM)


def mailto_unsubscribe(contact: Contact) -> str:
    """A letter that unsubscribes a contact, read where returned letters are read."""
    place = settings.BOUNCES or settings.MAIL_FROM
    bare = str(place).rpartition("<")[2].strip("> ")
    return f"mailto:{bare}?subject={quote(f'unsubscribe {contact.token}')}"
