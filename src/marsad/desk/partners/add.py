"""Add a partner that packs are sent to."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from marsad.desk.partners import said
from marsad.desk.partners.models import Partner
from marsad.desk.safeguards.acts import act, note
from marsad.desk.safeguards.four_eyes import never_above_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("partners.add")
def add(
    code: str,
    names: Mapping[str, str],
    *,
    ceiling: int,
    languages: Sequence[str],
    by: Person,
    because: str,
) -> Partner:
    """Add a partner; nobody sits there and nobody is written to yet."""
    plain = said.code_of(code)
    if Partner.objects.filter(code=plain).exists():
        raise Refused(plain, _("is another partner's code"), _("choose another"))
    never_above_oneself(ceiling, by)
    named = said.names_of(names)
    partner = Partner(
        code=plain,
        ceiling=int(said.ceiling_of(ceiling)),
        languages=said.languages_of(languages),
        **{f"name_{language}": name for language, name in named.items()},
    )
    partner.save()
    note(code=plain, names=named, ceiling=str(partner.tlp), languages=partner.languages)
    return partner
