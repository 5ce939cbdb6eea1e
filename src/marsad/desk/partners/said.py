"""What may be said of a partner and its contacts, and how it is put right."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from marsad.desk.partners.models import LANGUAGES, SECTIONS
from marsad.errors import Refused
from marsad.marking import Marking

_KNOWN: Final = tuple(code for code, _words in LANGUAGES)
_SECTIONS: Final = tuple(key for key, _words in SECTIONS)
_CODE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
LONGEST_NAME: Final = 200
# A foreword stands before ours on the first page; more would be a text of its own.
LONGEST_FOREWORD: Final = 2000


def code_of(written: str) -> str:
    """The code in its one form: small letters, digits and hyphens."""
    code = written.strip().casefold()
    if not _CODE.fullmatch(code):
        way_out = _("write small letters, digits and hyphens, such as kw or unitad")
        raise Refused(repr(written), _("is no code for a partner"), way_out)
    return code


def names_of(names: Mapping[str, str]) -> dict[str, str]:
    """The names by language without empty ones; at least one is needed."""
    found = {code: " ".join(names.get(code, "").split()) for code in _KNOWN}
    if not any(found.values()):
        problem, way_out = _("has no name"), _("name it in one language at least")
        raise Refused(_("the partner"), problem, way_out)
    long = next((one for one in found.values() if len(one) > LONGEST_NAME), "")
    if long:
        raise Refused(long[:60], _("is too long"), _("write the name in short"))
    return found


def ceiling_of(ceiling: int) -> Marking:
    """A marking that anything for the partner must not pass."""
    try:
        return Marking(ceiling)
    except ValueError:
        way_out = ", ".join(map(str, Marking))
        raise Refused(str(ceiling), _("is no marking"), way_out) from None


def languages_of(languages: Sequence[str]) -> list[str]:
    """The languages of the partner's pack in their order, none twice."""
    wanted = list(dict.fromkeys(languages))
    if not wanted or set(wanted) - set(_KNOWN):
        problem = _("are none that we write")
        raise Refused(_("the languages"), problem, ", ".join(_KNOWN))
    return wanted


def without_of(without: Collection[str]) -> list[str]:
    """The sections that the partner leaves out, in the order of a brief."""
    strange = set(without) - set(_SECTIONS)
    if strange:
        problem, way_out = _("are no sections of a brief"), ", ".join(_SECTIONS)
        raise Refused(", ".join(sorted(strange)), problem, way_out)
    return [key for key in _SECTIONS if key in without]


def foreword_of(foreword: Mapping[str, str]) -> dict[str, str]:
    """The partner's own words by language, without empty ones."""
    found = {
        code: foreword[code].strip().replace("\r\n", "\n")
        for code in _KNOWN
        if foreword.get(code, "").strip()
    }
    if any(len(words) > LONGEST_FOREWORD for words in found.values()):
        way_out = _("keep to %(most)s letters") % {"most": LONGEST_FOREWORD}
        raise Refused(_("the foreword"), _("is too long"), way_out)
    return found


def address_of(written: str) -> str:
    """An e-mail address that a letter can be sent to; its host in small letters."""
    address = written.strip()
    try:
        validate_email(address)
    except ValidationError:
        way_out = _("write it as name@example.org")
        raise Refused(repr(written), _("is no e-mail address"), way_out) from None
    local, _at, host = address.rpartition("@")
    return f"{local}@{host.casefold()}"


def office_of(written: str) -> str:
    """The name of an office on one line."""
    name = " ".join(written.split())
    if not 0 < len(name) <= 120:
        way_out = _("name the office in up to 120 letters")
        raise Refused(_("the contact"), _("has no name"), way_out)
    return name


def language_of(language: str) -> str:
    """A language that letters are written in."""
    if language not in _KNOWN:
        raise Refused(repr(language), _("is none that we write"), ", ".join(_KNOWN))
    return language


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What differs between two states, as the trail keeps it."""
    names = [name for name in after if before.get(name) != after[name]]
    return {
        "before": {name: before.get(name) for name in names},
        "after": {name: after[name] for name in names},
    }
