"""What the clock purges each day, and what a restore purges before the site opens."""

from dataclasses import dataclass

from django.utils import timezone

from marsad.desk.posts.clean import write_anew, write_out
from marsad.desk.posts.erase import Erased, erase_remembered, is_remembered_here
from marsad.desk.posts.models import Stream
from marsad.desk.posts.purge import forget_accounts, purge
from marsad.desk.safeguards.acts import Actor, Worker

_WHY = "the retention of the stream is over"


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many posts were over, how many of erased accounts, and how many are held."""

    over: int = 0
    erased: int = 0
    held: int = 0


def tidy(by: Actor | None = None) -> Tidied:
    """Take away whatever is over or was erased."""
    by = by or Worker("purge of posts")
    over = staying = 0
    for stream in Stream.objects.order_by("pk"):
        more, still = _purge(stream, by)
        over, staying = over + more, staying + still
    erased = Erased()
    if is_remembered_here():
        erased = erase_remembered(by=by, because="erased on demand before")
    if over or erased.posts:
        forget_accounts(by=by, because="no post is of them any more")
        write_out()
    return Tidied(over, erased.posts, staying + erased.held)


def _purge(stream: Stream, by: Actor) -> tuple[int, int]:
    over = staying = last = 0
    while _has_more(stream, last):
        part = purge(stream, after=last, by=by, because=_WHY)
        over, staying, last = over + part.posts, staying + part.held, part.last
    return over, staying


def _has_more(stream: Stream, after: int) -> bool:
    overdue = timezone.now() - stream.keeps
    rows = stream.posts.standing().filter(received_at__lt=overdue, pk__gt=after)
    return rows.exists()


def tidy_restored(by: Actor) -> Tidied:
    """Take away what a backup brought back, and leave no byte of it in the files."""
    done = tidy(by)
    if done.over or done.erased:
        write_anew()
    return done
