"""What a letter says: plain and as HTML, in the contact's language, asking no other host."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from marsad.composing.isolating import isolate
from marsad.composing.pieces import direction, isolated
from marsad.desk.dispatches import addresses, archives
from marsad.desk.dispatches.claim import corrected_by, may_read
from marsad.desk.dispatches.models import RECEIVED, Cause, Dispatch, PartnerPack
from marsad.desk.dispatches.notices import words_of_correction, words_of_recall
from marsad.desk.releases.models import Release
from marsad.marking import Marking

# Above it a letter says that there is something to read, and not what: mail passes
# through servers that are nobody's.
_MOST_IN_MAIL: Final = Marking.GREEN
# What most mail servers still take.
_MOST_ATTACHED: Final = 15 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Told:
    """Words in a language, which may not be that of the letter."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """Which way they are written."""
        return direction(self.language)


def letter_of(letter: Dispatch) -> EmailMultiAlternatives:
    """The letter as it is sent now; what the contact may no longer read is not in it."""
    language = letter.contact.language
    pack = _pack_of(letter)
    with translation.override(language):
        said = _said(letter, pack, language)
        mail = EmailMultiAlternatives(
            subject=_subject(letter, said),
            body=render_to_string("dispatches/letter.txt", said),
            from_email=addresses.sender(letter),
            to=[letter.contact.address],
            headers=_headers(letter, said["marking"]),
        )
        html = render_to_string("dispatches/letter.html", said)
    mail.attach_alternative(html, "text/html")
    for name, raw in _attached(letter, pack):
        mail.attach(name, raw, "application/pdf")
    return mail


def _pack_of(letter: Dispatch) -> PartnerPack | None:
    """The pack that the letter is about, if the contact's partner may read it now."""
    if not may_read(letter):
        return None
    packs = PartnerPack.objects.filter(partner_id=letter.contact.partner_id)
    found: PartnerPack = packs.get(release_id=letter.release_id)
    return found


def _said(letter: Dispatch, pack: PartnerPack | None, language: str) -> dict[str, Any]:
    release = letter.release
    is_new = letter.cause != Cause.RECALL and letter.contact.unsubscribed_at is None
    marking = Marking(pack.marking) if pack else Marking.CLEAR
    tells = pack is not None and marking <= _MOST_IN_MAIL
    title, summary = _about(pack, language) if tells and pack else (None, None)
    return {
        "language": language,
        "direction": direction(language),
        "letter": letter,
        "number": release.number,
        "marking": marking,
        "headline": _headline(letter),
        "title": title,
        "summary": summary if is_new else None,
        "notice": _notice(letter, pack, language) if tells and pack else None,
        "corrects": release.corrects.number if release.corrects else "",
        "sent_on": _sent_on(letter),
        "address": _address(letter, pack, language) if pack and is_new else "",
        "is_public": release.is_public,
        "is_withheld": pack is not None and not tells,
        "is_bare": pack is None,
        "was_unsubscribed": letter.contact.unsubscribed_at is not None,
        "unsubscribe": addresses.of_unsubscribing(letter.contact),
    }


def _headline(letter: Dispatch) -> str:
    number = letter.release.number
    if letter.cause == Cause.RECALL:
        return _("Release %(number)s was taken back") % {"number": number}
    if letter.release.corrects is not None:
        older = letter.release.corrects.number
        said = {"number": number, "older": older}
        return _("Release %(number)s corrects release %(older)s") % said
    return _("Release %(number)s") % {"number": number}


def _subject(letter: Dispatch, said: Mapping[str, Any]) -> str:
    title = f": {said['title'].text}" if said["title"] else ""
    words = f"{said['headline']}{title}"
    if said["direction"] == "rtl":
        # A list of letters has no layout: signs that nobody sees keep numbers in order.
        words = isolated(isolate(words, said["language"]))
    # A line break in a title would end the header; Django refuses it, and the letter.
    return " ".join(f"[{said['marking']}] {words}".split())


def _about(pack: PartnerPack, language: str) -> tuple[Told, Told | None]:
    known = language if language in pack.says else next(iter(pack.says))
    words = pack.says[known]
    summary = Told(words["summary"], known) if words["summary"] else None
    return Told(words["title"], known), summary


def _notice(letter: Dispatch, pack: PartnerPack, language: str) -> Told | None:
    """What readers are told of a recall or a correction."""
    if letter.cause == Cause.RECALL:
        notices = words_of_recall(letter.release, letter.contact.partner)
    else:
        notices = words_of_correction(pack)
    if not notices:
        return None
    known = language if language in notices else next(iter(notices))
    return Told(notices[known], known)


def _sent_on(letter: Dispatch) -> str:
    """The day on which the contact was sent what is now corrected or taken back."""
    if letter.cause == Cause.RECALL:
        older = [letter.release]
    else:
        older = corrected_by(letter.release)
    sent = Dispatch.objects.filter(
        release__in=older, contact=letter.contact_id, outcome__in=RECEIVED
    )
    first = sent.exclude(pk=letter.pk).order_by("pk").first()
    if first is None:
        return ""
    at = first.sent_at or first.claimed_at or first.made_at
    return formats.date_format(timezone.localtime(at), "DATE_FORMAT")


def _address(letter: Dispatch, pack: PartnerPack, language: str) -> str:
    release: Release = letter.release
    if not release.is_public:
        return addresses.of_pack(release)
    known = language if language in pack.says else next(iter(pack.says))
    return addresses.on_website(release, known)


def _headers(letter: Dispatch, marking: Marking) -> dict[str, str]:
    host = addresses.mail_host()
    ways = [addresses.mailto_unsubscribe(letter.contact)]
    page = addresses.of_unsubscribing(letter.contact)
    one_click = {}
    if page.startswith("https:"):
        # RFC 8058: one click works over HTTPS alone.
        ways.append(page)
        one_click["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return {
        "From": str(settings.MAIL_FROM),
        "Message-ID": addresses.message_id(letter),
        "List-ID": f"Marsad <packs.{host}>",
        "List-Unsubscribe": ", ".join(f"<{way}>" for way in ways),
        **one_click,
        "Auto-Submitted": "auto-generated",
        "Precedence": "list",
        "TLP": str(marking),
        "Content-Language": letter.contact.language,
    }


def _attached(
    letter: Dispatch, pack: PartnerPack | None
) -> Iterator[tuple[str, bytes]]:
    """The PDF of each language, of what everybody may have anyway; else nothing."""
    is_new = letter.cause != Cause.RECALL and letter.contact.unsubscribed_at is None
    if pack is None or not is_new or not letter.release.is_public:
        return
    if pack.marking != Marking.CLEAR:
        return
    size = 0
    for language in pack.says:
        raw = archives.one_file(pack, f"brief-{language}.pdf")
        size += len(raw or b"")
        if raw is not None and size <= _MOST_ATTACHED:
            yield f"{letter.release.number}-{language}.pdf", raw
