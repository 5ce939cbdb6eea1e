"""How an error is told in a page: with the signs that the reader's language puts."""

from django.utils.translation import gettext as _

from marsad.errors import MarsadError


def told(error: MarsadError) -> str:
    """What it is about, what is wrong and the way out, as one line."""
    said = {
        "subject": error.subject,
        "problem": error.problem,
        "way_out": error.way_out,
    }
    if error.way_out:
        return _("%(subject)s: %(problem)s; %(way_out)s") % said
    return _("%(subject)s: %(problem)s") % said
