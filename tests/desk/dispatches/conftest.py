"""Partners with contacts, and a real mail server on this machine."""

import email
import email.policy
from contextlib import contextmanager
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from desk.browser import free_port
from desk.newsroom import make_partner, make_somebody
from marsad.desk.dispatches import tasks
from marsad.desk.dispatches.models import Dispatch
from marsad.desk.partners.models import Contact, Seat
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


class Postbox:
    """What a mail server on loopback was given, and how it answers."""

    def __init__(self):
        self.envelopes = []
        self.answers = {}
        self.at_data = None

    async def handle_RCPT(  # noqa: N802 (aiosmtpd calls it so)
        self, server, session, envelope, address, options
    ):
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.at_data is not None:
            return await self.at_data(server, session, envelope)
        self.envelopes.append(envelope)
        return "250 taken"

    @property
    def letters(self):
        """The letters that were taken, as a mail program sees them."""
        policy = email.policy.default
        return [
            email.message_from_bytes(one.content, policy=policy)
            for one in self.envelopes
        ]

    def to(self, address):
        """The letters to one address."""
        return [one for one in self.letters if one["To"] == address]


@contextmanager
def mail_server(box, **more):
    """A mail server on a free port of this machine."""
    controller = Controller(box, hostname="127.0.0.1", port=free_port(), **more)
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


@pytest.fixture
def post(settings):
    """A site that sends through a real mail server, and what that server got."""
    settings.ADDRESS = settings.DESK_ADDRESS = "https://marsad.example"
    settings.MAIL_FROM = "Marsad <packs@marsad.example>"
    settings.BOUNCES = "returned@marsad.example"
    box = Postbox()
    with mail_server(box) as server:
        settings.SMTP = f"smtp://127.0.0.1:{server.port}"
        yield box


@pytest.fixture
def send(settings):
    """Do what the worker does: make what is due and send it."""
    return tasks.carry_out.call


@pytest.fixture
def contact_of(db):
    """An office of a partner."""

    def make(partner, name="press", language="ar", **more):
        address = more.pop("address", f"{name}@{partner.code}.example")
        return Contact.objects.create(
            partner=partner,
            name=f"{name.title()} office",
            address=address,
            language=language,
            token=f"{partner.code}-{name}-{'t' * 40}"[:60],
            **more,
        )

    return make


@pytest.fixture
def seat_at(db):
    """A person who sits at a partner."""

    def make(partner, username="yusuf", clearance=Marking.AMBER):
        person = make_somebody(username, Group.PARTNER, clearance=clearance)
        Seat.objects.update_or_create(person=person, defaults={"partner": partner})
        return person

    return make


@pytest.fixture
def kuwait(db):
    """A partner that reads up to GREEN, in Arabic and English."""
    return make_partner("kw", Marking.GREEN, name_ar="الكويت", name_en="Kuwait")


@pytest.fixture
def iraq(db):
    """A partner that reads up to AMBER, in Arabic."""
    return make_partner("iq", Marking.AMBER, name_en="Iraq", languages=["ar"])


@pytest.fixture
def outcomes(db):
    """What became of each letter, by address."""

    def found(**only):
        rows = Dispatch.objects.filter(**only).select_related("contact")
        return {one.contact.address: one.outcome for one in rows}

    return found


@pytest.fixture
def later(monkeypatch):
    """Let the clock of the site be so much later."""

    def move(**by):
        to = timezone.now() + timedelta(**by)
        monkeypatch.setattr(timezone, "now", lambda: to)

    return move
