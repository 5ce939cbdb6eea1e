"""The door through which a web server asks the desk."""

import gc
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")

application = get_wsgi_application()


def _warm() -> None:
    """Load what pages and decisions need now, once for all the processes of the site."""
    # Here, because nothing of the desk can be imported before the application is made.
    from django.template import engines  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from marsad.desk.schedule import warm  # noqa: PLC0415

    warm()
    # Every view is imported with the addresses, and the interface is described: seconds
    # that the first reader of each process would wait.
    reverse("home")
    for engine in engines.all():
        for name in _templates(engine.template_dirs):
            engine.get_template(name)
    # What is loaded now stays. To look through all of it for garbage, again and again,
    # would hold one page in a hundred up for a fifth of a second.
    gc.collect()
    gc.freeze()


def _templates(folders: Iterable[Path | str]) -> Iterator[str]:
    """The names of our own templates, as views ask for them."""
    ours = Path(__file__).parent
    for folder in map(Path, folders):
        if folder.is_relative_to(ours):
            for path in folder.rglob("*.html"):
                yield path.relative_to(folder).as_posix()


_warm()
