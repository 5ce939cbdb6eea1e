"""Directors, and the codes that an authenticator app would show."""

import re
import time
from binascii import unhexlify

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


@pytest.fixture
def huda(make_person):
    """A director who may read everything."""
    return make_person("huda", Group.DIRECTOR, clearance=Marking.RED, name="Huda")


@pytest.fixture
def salim(make_person):
    """Another director, who may not read everything."""
    return make_person("salim", Group.DIRECTOR, name="Salim")


@pytest.fixture
def shown_code():
    """The code that a person's app shows, now or some steps of half a minute later."""

    def code(person, *, later=0):
        device = TOTPDevice.objects.get(user=person)
        totp = TOTP(unhexlify(device.key), device.step, device.t0, device.digits)
        totp.time = time.time() + later * device.step
        return f"{totp.token():06d}"

    return code


@pytest.fixture
def secured(client, sign_in, shown_code):
    """Sign a person in and set their app up; answer with the recovery codes."""

    def secure(person):
        sign_in(person)
        client.post("/account/second-factor/", {"begin": "1"})
        answer = client.post("/account/second-factor/", {"code": shown_code(person)})
        codes = re.findall(r"<li><code>([a-z0-9-]+)</code>", answer.content.decode())
        assert len(codes) == 10
        return codes

    return secure
