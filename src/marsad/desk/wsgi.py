"""The door through which a web server asks the desk."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")

application = get_wsgi_application()


def _warm() -> None:
    """Load what a decision needs now, or the first one of the day waits seconds for it."""
    # Here, because nothing of the desk can be imported before the line above.
    from marsad.desk.schedule import warm  # noqa: PLC0415

    warm()
    # What is loaded now stays. To look through all of it for garbage, again and again,
    # would hold one page in a hundred up for a fifth of a second.
    gc.collect()
    gc.freeze()


_warm()
