"""A file of posts taken in whole: part by part, with the pictures that lie beside it."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from marsad.collecting.posts.columns import UNMAPPED, Columns
from marsad.collecting.posts.forms import Form, form_of, read_posts
from marsad.collecting.posts.public import Concern, Fault, PublicPost
from marsad.desk.posts.models import Arrival, Stream
from marsad.desk.posts.receive import MOST_FAULTS, MOST_POSTS, Batch, receive
from marsad.desk.posts.receive_media import Brought, keep
from marsad.desk.safeguards.acts import Actor

# A film of an hour is smaller; what is larger is known by its hash, if that is told.
_LARGEST_MEDIUM: Final = 256 * 2**20


@dataclass(slots=True)
class FileTaken:
    """What a file gave: how many posts were new and known, and what gave none."""

    form: str = ""
    new: int = 0
    known: int = 0
    refused: int = 0
    concerns: Counter[Concern] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether not one post was in it."""
        return not (self.new or self.known)


@dataclass(frozen=True, slots=True)
class Filed:
    """A file and how it is to be read: its form, its mapping, what lies beside it."""

    path: Path
    form: Form | None = None
    mapping: Columns = UNMAPPED
    # Pictures and films are looked for here, and nowhere else.
    beside: Path | None = None


def take_file(stream: Stream, filed: Filed, *, by: Actor, because: str) -> FileTaken:
    """Take every post of a file in; a file that comes again brings nothing twice."""
    form = filed.form or form_of(filed.path)
    done = FileTaken(form=form.value)
    for posts, faults in _parts(read_posts(filed.path, form, filed.mapping)):
        batch = Batch(posts, faults, form.value, _brought(posts, filed.beside))
        arrival = receive(stream, batch, by=by, because=because)
        done.arrivals.append(arrival)
        done.new, done.known = done.new + arrival.new, done.known + arrival.known
        done.refused += arrival.refused
        done.concerns.update(one.concern for one in faults)
        told = [str(one) for one in faults if one.concern is not Concern.NO_POST]
        done.faults += told[: MOST_FAULTS - len(done.faults)]
    return done


def _parts(
    rows: Iterable[PublicPost | Fault],
) -> Iterator[tuple[list[PublicPost], list[Fault]]]:
    posts: list[PublicPost] = []
    faults: list[Fault] = []
    for row in rows:
        if isinstance(row, Fault):
            faults.append(row)
        else:
            posts.append(row)
        if len(posts) == MOST_POSTS or len(faults) == MOST_POSTS:
            yield posts, faults
            posts, faults = [], []
    if posts or faults:
        yield posts, faults


def _brought(posts: Iterable[PublicPost], beside: Path | None) -> dict[str, Brought]:
    """The bytes that lie beside the export under the paths that its posts name."""
    found: dict[str, Brought] = {}
    if beside is None:
        return found
    root = beside.resolve()
    for path in {one.path for post in posts for one in post.media if one.path}:
        raw = _bytes_of(root, path)
        if raw is not None:
            found[path] = keep(raw)
    return found


def _bytes_of(root: Path, path: str) -> bytes | None:
    # An export may name any path: none leads out of its own folder.
    file = Path(os.path.realpath(root / path.replace("\\", "/").lstrip("/")))
    try:
        if root not in file.parents or not file.is_file():
            return None
        return file.read_bytes() if file.stat().st_size <= _LARGEST_MEDIUM else None
    except (OSError, ValueError):
        return None
