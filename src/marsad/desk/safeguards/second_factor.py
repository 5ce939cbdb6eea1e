"""The second factor: a code that changes every half minute, or a recovery code once."""

import hashlib
from base64 import b32encode
from datetime import datetime
from typing import Any, Final

import segno
from django.http import HttpRequest
from django.utils import timezone
from django_otp import login, verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.safeguards import sign_ins
from marsad.desk.safeguards.first_passwords import groups_of_letters
from marsad.desk.safeguards.models import Person

HOW_MANY_CODES: Final = 10
_GROUPS_OF_A_CODE: Final = 4
# As many signs as the library's column holds: 64 bits of the hash.
_KEPT: Final = 16


def app_of(person: Person) -> Any:
    """The authenticator app that a person confirmed, or None."""
    return TOTPDevice.objects.filter(user=person, confirmed=True).first()


def waiting_app_of(person: Person) -> Any:
    """The app that a person began to set up, or None."""
    return TOTPDevice.objects.filter(user=person, confirmed=False).first()


def codes_left(person: Person) -> int:
    """How many recovery codes were not used yet."""
    return int(StaticToken.objects.filter(device__user=person).count())


def begin(person: Person) -> Any:
    """Draw a new secret; it counts for nothing before a code confirms it."""
    TOTPDevice.objects.filter(user=person, confirmed=False).delete()
    return TOTPDevice.objects.create(user=person, name="app", confirmed=False)


def picture(app: Any) -> str:
    """The secret as a QR code, in an address that an image can have."""
    drawn = segno.make(app.config_url, error="m")
    return str(drawn.svg_data_uri(scale=5, border=4, light="#fff"))


def letters(app: Any) -> str:
    """The secret to be typed, in groups of four."""
    written = b32encode(app.bin_key).decode("ascii").rstrip("=")
    return " ".join(written[at : at + 4] for at in range(0, len(written), 4))


def new_codes(person: Person) -> list[str]:
    """Draw recovery codes in place of all older ones; only their hashes are kept."""
    StaticDevice.objects.filter(user=person).delete()
    sheet = StaticDevice.objects.create(user=person, name="recovery", confirmed=True)
    codes = [groups_of_letters(_GROUPS_OF_A_CODE) for _ in range(HOW_MANY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=sheet, token=_kept(code)) for code in codes
    )
    return codes


def take_off(person: Person) -> int:
    """Forget app and recovery codes; say how many devices there were."""
    count = 0
    for kind in (TOTPDevice, StaticDevice):
        rows = kind.objects.filter(user=person)
        count += rows.count()
        rows.delete()
    return count


def prove(request: HttpRequest, code: str) -> bool:
    """Take a code of the app, or a recovery code, as the second proof of who it is."""
    device = _device_for(request, code)
    if device is None:
        return False
    typed = _kept(code) if isinstance(device, StaticDevice) else digits(code)
    if verify_token(request.user, device.persistent_id, typed) is None:
        return False
    remember(request, device)
    return True


def confirms(person: Person, app: Any, code: str) -> bool:
    """Whether a code shows that the app holds the secret."""
    typed = digits(code)
    return bool(typed) and verify_token(person, app.persistent_id, typed) is not None


def remember(request: HttpRequest, device: Any) -> None:
    """Let this browser count as proven twice, under a new key of its session."""
    login(request, device)
    sign_ins.renew_key(request)


def closed_until(request: HttpRequest, code: str) -> datetime | None:
    """Until when the library takes no code, after wrong ones; None if it takes one."""
    device = _device_for(request, code)
    if device is None:
        return None
    is_open, why_not = device.verify_is_allowed()
    return None if is_open else (why_not or {}).get("locked_until", timezone.now())


def _device_for(request: HttpRequest, code: str) -> Any:
    kind = TOTPDevice if digits(code) else StaticDevice
    return kind.objects.filter(user=request.user, confirmed=True).first()


def digits(code: str) -> str:
    """The six digits of an app's code, typed in whatever digits; else nothing."""
    typed = "".join(code.split()).replace("-", "")
    if not (len(typed) == 6 and typed.isdecimal()):
        return ""
    return "".join(str(int(one)) for one in typed)


def _kept(code: str) -> str:
    plain = "".join(code.split()).replace("-", "").casefold()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_KEPT]
