"""Open a platform to which notices may be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from marsad.desk.referrals import platform_words as words
from marsad.desk.referrals.models import Platform
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Described:
    """What a director says of a platform."""

    names: Mapping[str, str]
    hosts: Sequence[str]
    route: str
    language: str
    address: str = ""
    terms: str = ""
    code: str = field(default="")


@act("referrals.open_platform")
def open_platform(said: Described, *, by: Person, because: str) -> Platform:
    """Open a platform; nothing is written to it until two readers agree on a case."""
    code = words.code_of(said.code)
    if Platform.objects.filter(code=code).exists():
        raise Refused(code, _("is another platform's code"), _("choose another"))
    platform = Platform(code=code, **values_of(said))
    platform.save()
    note(code=code, hosts=platform.hosts, route=platform.route)
    return platform


def values_of(
    said: Described, platform: Platform | None = None
) -> dict[str, str | list[str]]:
    """What is said of a platform as its row keeps it; Refused where a part is wrong."""
    names = words.names_of(said.names)
    route = words.route_of(said.route)
    return {
        **{f"name_{language}": name for language, name in names.items()},
        "hosts": words.hosts_of(said.hosts, platform),
        "route": route,
        "address": words.address_of(said.address, route),
        "language": words.language_of(said.language),
        "terms": said.terms.strip(),
    }
