"""All that the site does by itself: the tasks of the queue, and what follows the trail.

It stands above everything that it runs; the worker finds it by the settings.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django_tasks.base import Task

from marsad.collecting.documents import Document
from marsad.desk.banks.searching import save_if_old
from marsad.desk.cases import keep_up as cases
from marsad.desk.cases.sampling import draw_daily
from marsad.desk.catalogue import keep_up as catalogue
from marsad.desk.chronicles import keep_up as chronicles
from marsad.desk.contradictions import keep_up as contradictions
from marsad.desk.dispatches import archives
from marsad.desk.dispatches import tasks as dispatches
from marsad.desk.indicators import keep_up as indicators
from marsad.desk.measures import keep_up as measures
from marsad.desk.originals.folder import Folder
from marsad.desk.originals.store import place
from marsad.desk.posts import tidy as posts
from marsad.desk.posts import watching
from marsad.desk.posts.lost_media import forget_lost
from marsad.desk.referrals import tasks as referrals
from marsad.desk.referrals.expire import expire_due
from marsad.desk.register.intake_tasks import read_on, take_in_address, take_in_bytes
from marsad.desk.releases.pack_tasks import build_pack
from marsad.desk.watch import keep_up as watch
from marsad.desk.work.prune import prune
from marsad.linking.signatures import sign
from marsad.reading.pipeline import Reading, read

# What may stand in the queue; a worker runs nothing else.
TASKS: Final[tuple[Task[Any, Any], ...]] = (
    take_in_bytes,
    take_in_address,
    read_on,
    build_pack,
    dispatches.carry_out,
    referrals.carry_notices,
)

# Run each second by one worker: each keeps up with the trail and says how many lines
# of it were new.
FOLLOWERS: Final[tuple[Callable[[], int], ...]] = (
    catalogue.keep_up,
    indicators.keep_up,
    contradictions.keep_up,
    chronicles.keep_up,
    measures.keep_up,
    dispatches.keep_up,
    referrals.keep_up,
    cases.keep_up,
    watch.keep_up,
    watching.follow,
)


def tidy_store() -> int:
    """Take away what dead processes left half written in the content store."""
    store = place()
    return store.tidy() if isinstance(store, Folder) else 0


def clear_sessions() -> None:
    """Forget sessions that are over."""
    SessionStore.clear_expired()


def refresh_statistics() -> None:
    """Tell SQLite how its tables have grown, so that it chooses the right index.

    PostgreSQL does so by itself. To count so many rows of each index takes a second; with
    a hundredth of them it took the wrong index for the overnight page, and needed two.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=100000")
            cursor.execute("ANALYZE")


# Run by one worker when it starts, and once a day.
DAILY: Final[tuple[Callable[[], object], ...]] = (
    tidy_store,
    prune,
    clear_sessions,
    refresh_statistics,
    archives.tidy,
    draw_daily,
    expire_due,
    posts.tidy,
    forget_lost,
    save_if_old,
    watch.look_for_news,
)


def warm() -> None:
    """Load what reading needs, once for all the hands of a worker."""
    for language, text in (
        ("ar", "قال وزير الخارجية إن التحالف يضم 74 عضوا منذ يونيو 2018."),
        ("en", "The minister said that the Coalition has 74 members since June 2018."),
        (
            "fr",
            "Le ministre a dit que la coalition compte 74 membres depuis juin 2018.",
        ),
    ):
        document = Document("warm", text, date(2018, 6, 1), language)
        sign(Reading(document, read(document)))
