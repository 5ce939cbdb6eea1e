"""Rest: a break of ten minutes, in which nothing hard is shown."""

from django.utils import timezone
from django.utils.translation import gettext as _

from marsad.desk.cases.exposure import REST, load_of
from marsad.desk.cases.models import Case
from marsad.desk.cases.models import Rest as Break
from marsad.desk.safeguards.acts import act
from marsad.desk.safeguards.four_eyes import only_oneself
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused


@act("cases.rest")
def rest(person: Person, *, by: Person, because: str) -> Break:
    """Take a break; what one has open is given back to the queue."""
    only_oneself(person, by)
    until = load_of(person).rests_until
    if until is not None:
        raise Refused(str(person), _("you are on a break already"), _("enjoy it"))
    Case.objects.filter(held_by=person).update(held_by=None, held_until=None)
    now = timezone.now()
    return Break.objects.create(person=person, began_at=now, until=now + REST)
