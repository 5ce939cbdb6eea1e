"""Letters through a real mail server: what they say, to whom, and how they are marked."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from composing import edition_maker
from desk.newsroom import make_partner, make_release, officer
from marsad.desk.dispatches.models import Dispatch, Making, PartnerPack
from marsad.desk.originals import store
from marsad.desk.releases.correcting import Correcting
from marsad.desk.releases.recall import recall
from marsad.marking import Audience, Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NOTICE = {"ar": "كان العدد غير صحيح.", "en": "The count was wrong."}


@pytest.fixture
def green(kuwait, iraq):
    """A release for all partners."""
    return make_release(audience=Audience.COMMUNITY, marking=Marking.GREEN)


def text_of(letter):
    return letter.get_body(("plain",)).get_content()


def only_release():
    return Making.objects.get().release


def html_of(letter):
    return letter.get_body(("html",)).get_content()


def test_a_release_goes_to_every_contact_in_their_language(
    green, kuwait, iraq, contact_of, post, send, outcomes
):
    arabic, english = contact_of(kuwait), contact_of(kuwait, "desk", "en")
    contact_of(iraq)
    assert send() == {"made": 1, "letters": 3}
    assert set(outcomes().values()) == {"sent"}
    [letter] = post.to(english.address)
    assert letter["Subject"] == f"[TLP:GREEN] Release {green.number}: Brief of the day"
    assert "Brief of the day" in text_of(letter)
    [letter] = post.to(arabic.address)
    assert "إحاطة اليوم" in letter["Subject"]
    assert 'lang="ar" dir="rtl"' in html_of(letter)


def test_a_letter_is_plain_and_html_and_asks_no_other_host(
    green, kuwait, contact_of, post, send
):
    contact_of(kuwait, language="en")
    send()
    [letter] = post.letters
    assert [one.get_content_type() for one in letter.walk()] == [
        "multipart/alternative", "text/plain", "text/html",
    ]  # fmt: skip
    html = html_of(letter)
    assert not re.search(r"<(img|script|link|iframe|video|object)\b|url\(|src=", html)
    places = set(re.findall(r'href="([^"]+)"', html))
    assert all(one.startswith("https://marsad.example/packs/") for one in places)
    assert f"https://marsad.example/packs/{green.number}/" in text_of(letter)


def test_the_headers_are_those_of_a_list_that_can_be_left(
    green, kuwait, contact_of, post, send
):
    contact = contact_of(kuwait)
    send()
    [letter], [envelope] = post.letters, post.envelopes
    row = Dispatch.objects.get()
    page = f"https://marsad.example/packs/unsubscribe/{contact.token}/"
    assert f"<{page}>" in letter["List-Unsubscribe"]
    assert "<mailto:returned@marsad.example?subject=unsubscribe" in letter[
        "List-Unsubscribe"
    ].replace("\n ", "")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-ID"] == "Marsad <packs.marsad.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Precedence"] == "list"
    assert letter["TLP"] == "TLP:GREEN"
    assert letter["Message-ID"] == f"<{row.message_id}@marsad.example>"
    assert letter["From"] == "Marsad <packs@marsad.example>"
    # What comes back, comes to an address that only this letter has.
    assert envelope.mail_from == f"returned+{row.message_id}@marsad.example"


def test_a_site_without_https_offers_no_one_click(
    green, kuwait, contact_of, post, send, settings
):
    settings.ADDRESS = settings.DESK_ADDRESS = "http://localhost:8000"
    contact_of(kuwait)
    send()
    [letter] = post.letters
    assert letter["List-Unsubscribe-Post"] is None
    assert "http" not in letter["List-Unsubscribe"]


def test_only_what_everybody_may_have_is_attached(kuwait, contact_of, post, send):
    contact_of(kuwait, language="en")
    release = make_release()
    send()
    [letter] = post.letters
    names = [one.get_filename() for one in letter.iter_attachments()]
    assert names == [f"{release.number}-ar.pdf", f"{release.number}-en.pdf"]
    first = next(letter.iter_attachments())
    assert first.get_content().startswith(b"%PDF")


def test_above_green_a_letter_says_that_there_is_something_and_not_what(
    iraq, contact_of, post, send
):
    contact_of(iraq, language="en")
    release = make_release(
        audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[iraq]
    )
    send()
    [letter] = post.letters
    assert letter["Subject"] == f"[TLP:AMBER] Release {release.number}"
    assert "إحاطة" not in text_of(letter) + html_of(letter)
    assert f"/packs/{release.number}/" in text_of(letter)


def test_nobody_hears_of_what_is_under_embargo(kuwait, contact_of, post, send):
    contact_of(kuwait)
    make_release(opens_at=timezone.now() + timedelta(hours=1))
    assert send() == {"made": 0, "letters": 0}
    assert not PartnerPack.objects.exists()
    assert not post.letters


def test_only_named_partners_hear_of_what_is_for_them(
    kuwait, iraq, contact_of, post, send
):
    contact_of(kuwait), contact_of(iraq)
    make_release(audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[iraq])
    send()
    assert [one["To"] for one in post.letters] == ["press@iq.example"]


def test_a_named_partner_whose_ceiling_was_lowered_since_gets_nothing(
    iraq, contact_of, post, send
):
    contact_of(iraq)
    make_release(audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[iraq])
    iraq.ceiling = int(Marking.GREEN)
    iraq.save()
    send()
    assert not post.letters
    assert not PartnerPack.objects.exists()
    assert Making.objects.count() == 1


def test_no_copy_names_the_other_partners(kuwait, iraq, contact_of, post, send):
    jordan = make_partner("jo", Marking.AMBER, name_en="Jordan")
    make_release(
        audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[iraq, jordan]
    )
    send()
    copy = PartnerPack.objects.get(partner=iraq)
    assert "Jordan" not in copy.edition
    assert copy.adapted.partners == ("iq",)


def test_who_unsubscribed_is_closed_or_came_back_gets_no_release(
    green, kuwait, iraq, contact_of, post, send
):
    now = timezone.now()
    contact_of(kuwait, "gone", unsubscribed_at=now)
    contact_of(kuwait, "dead", stopped_at=now, stopped_because="no such user")
    contact_of(iraq)
    iraq.closed_at = now
    iraq.save()
    send()
    assert not post.letters
    # Made for the open one: its seats read it, though nobody is written to.
    assert [one.partner.code for one in PartnerPack.objects.all()] == ["kw"]


def test_made_again_nothing_is_new(green, kuwait, contact_of, post, send):
    contact_of(kuwait)
    send()
    send()
    assert len(post.letters) == 1
    assert Making.objects.count() == 1


class TestRecall:
    """Everybody who had it is told, and nobody else."""

    def test_who_was_sent_it_is_told_whatever_was_agreed_since(
        self, green, kuwait, iraq, contact_of, post, send
    ):
        unsubscribed, closed = contact_of(kuwait, language="en"), contact_of(iraq)
        lowered = make_partner("jo", Marking.GREEN)
        low = contact_of(lowered)
        send()
        # After it was sent.
        never = contact_of(kuwait, "new")
        unsubscribed.unsubscribed_at = timezone.now()
        unsubscribed.save()
        iraq.closed_at = timezone.now()
        iraq.save()
        lowered.ceiling = 0
        lowered.save()
        post.envelopes.clear()
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        send()
        told = {one["To"]: one for one in post.letters}
        assert set(told) == {unsubscribed.address, closed.address, low.address}
        assert never.address not in told
        whole = text_of(told[unsubscribed.address])
        assert "The count was wrong." in whole
        assert "You unsubscribed" in whole
        for address in (closed.address, low.address):
            bare = text_of(told[address]) + html_of(told[address])
            assert green.number in bare
            assert NOTICE["ar"] not in bare
            assert "إحاطة" not in bare + told[address]["Subject"]
            assert "/packs/2" not in bare

    def test_letters_that_wait_are_not_sent_any_more(
        self, green, kuwait, contact_of, post, send, settings, outcomes
    ):
        contact = contact_of(kuwait)
        smtp, settings.SMTP = settings.SMTP, ""
        assert send() == {"made": 1, "letters": 0}
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        settings.SMTP = smtp
        send()
        # Who never had it hears nothing of it.
        assert not post.letters
        assert outcomes() == {contact.address: "dropped"}

    def test_a_letter_in_hand_counts_as_received(
        self, green, kuwait, contact_of, post, send, settings, outcomes
    ):
        contact = contact_of(kuwait)
        settings.SMTP = ""
        send()
        Dispatch.objects.update(outcome="sending", claimed_at=timezone.now())
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        send()
        assert outcomes(cause="recall") == {contact.address: "waiting"}

    def test_what_is_recalled_under_embargo_is_never_told(
        self, kuwait, contact_of, post, send, later
    ):
        contact_of(kuwait)
        release = make_release(opens_at=timezone.now() + timedelta(seconds=2))
        recall(release, notice=NOTICE, by=officer(), because="wrong count")
        later(hours=1)
        send()
        assert not post.letters
        assert not PartnerPack.objects.exists()

    def test_whom_no_letter_reaches_stands_in_the_list(
        self, green, kuwait, contact_of, post, send, outcomes
    ):
        contact = contact_of(kuwait)
        send()
        contact.stopped_at = timezone.now()
        contact.save()
        recall(green, notice=NOTICE, by=officer(), because="wrong count")
        send()
        assert outcomes(cause="recall") == {contact.address: "failed"}


class TestCorrection:
    """Who had what was wrong is told, once, and is given what is right."""

    def test_who_had_it_gets_the_correction_whatever_was_agreed_since(
        self, green, kuwait, iraq, contact_of, post, send
    ):
        staying, leaving, closed = (
            contact_of(kuwait, language="en"), contact_of(kuwait, "left", "en"), contact_of(iraq),
        )  # fmt: skip
        send()
        leaving.unsubscribed_at = timezone.now()
        leaving.save()
        iraq.closed_at = timezone.now()
        iraq.save()
        fresh = contact_of(kuwait, "new", "en")
        post.envelopes.clear()
        newer = make_release(
            audience=Audience.COMMUNITY,
            marking=Marking.GREEN,
            correcting=Correcting(green, NOTICE),
        )
        send()
        told = {one["To"]: one for one in post.letters}
        assert set(told) == {one.address for one in (staying, leaving, closed, fresh)}
        whole = text_of(told[staying.address])
        assert f"Release {newer.number} corrects release {green.number}" in whole
        assert "The count was wrong." in whole
        assert f"/packs/{newer.number}/" in whole
        # Who unsubscribed is told what was wrong and is offered nothing new.
        gone = text_of(told[leaving.address])
        assert "The count was wrong." in gone
        assert f"/packs/{newer.number}/" not in gone
        bare = text_of(told[closed.address])
        assert newer.number in bare
        assert NOTICE["ar"] not in bare

    def test_letters_of_the_wrong_one_that_wait_are_not_sent(
        self, green, kuwait, contact_of, post, send, settings
    ):
        contact_of(kuwait, language="en")
        there, settings.SMTP = settings.SMTP, ""
        send()
        make_release(
            audience=Audience.COMMUNITY,
            marking=Marking.GREEN,
            correcting=Correcting(green, NOTICE),
        )
        send()
        settings.SMTP = there
        send()
        [letter] = post.letters
        assert "corrects" in letter["Subject"]


def test_signs_stay_at_their_numbers_in_arabic(kuwait, contact_of, post, send):
    contact_of(kuwait)
    for raw in edition_maker.MEDIA.values():
        store.keep(raw)
    green = {"audience": Audience.COMMUNITY, "marking": Marking.GREEN}
    make_release(edition_maker.edition("ar", **green))
    send()
    [letter] = post.letters
    assert '<bdi class="number" dir="ltr">-70.5%</bdi>' in html_of(letter)
    assert "\u2066-70.5%\u2069" in text_of(letter)
    # 2026-001 would be drawn as 001-2026.
    number = only_release().number
    assert re.search(rf"<bdi[^>]*>[^<]*{number}</bdi>", html_of(letter))
    for words in (text_of(letter), letter["Subject"]):
        assert re.search(f"[\u2066\u2068][^\u2069]*{number}\u2069", words)


def test_what_is_public_leads_to_the_website(kuwait, contact_of, post, send, settings):
    settings.DESK_ADDRESS = "https://desk.marsad.example"
    contact_of(kuwait, language="en")
    release = make_release()
    send()
    [letter] = post.letters
    place = f"https://marsad.example/en/briefs/{release.number}/"
    assert place in text_of(letter)
    # Who unsubscribes does so where the desk answers.
    assert "https://desk.marsad.example/packs/unsubscribe/" in text_of(letter)
