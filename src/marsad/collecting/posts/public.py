"""One public post as its platform gave it, and what is said of a row that gives none.

What a platform sends beyond these fields is dropped, not kept: it holds names, places and
devices that nobody asked for.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class MediaKind(StrEnum):
    """What a post carries beside its words."""

    PICTURE = "picture"
    FILM = "film"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PostMedia:
    """A picture or film of a post: where it is, and its hashes as far as they are told.

    ``path`` is a place inside the export, with the export's own slashes.
    """

    kind: MediaKind
    address: str = ""
    path: str = ""
    sha256: str = ""
    pdq: str = ""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a post went by the platform's own counts; None where it told none."""

    likes: int | None = None
    shares: int | None = None
    replies: int | None = None
    views: int | None = None


@dataclass(frozen=True, slots=True)
class PublicPost:
    """One public post.

    ``account`` is the platform's id of the account, or its handle where only that is told;
    ``handle`` is the name that others call it by, without the @, and empty when it is the
    account itself. ``shared_from`` and ``reply_to`` are numbers of posts.
    """

    platform: str
    number: str
    account: str
    text: str
    at: datetime
    handle: str = ""
    account_name: str = ""
    address: str = ""
    language: str = ""
    reply_to: str = ""
    shared_from: str = ""
    reach: Reach = field(default_factory=Reach)
    media: tuple[PostMedia, ...] = ()
    tags: tuple[str, ...] = ()


class Concern(StrEnum):
    """Why a row gave no post: it is broken, it is private, or it never was one."""

    BROKEN = "broken"
    PRIVATE = "private"
    NO_POST = "no post"


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that gave no post: where it stands, what is wrong, and the way out.

    It never quotes the row, so that no name reaches a log or a page of faults.
    """

    place: tuple[tuple[str, int], ...]
    problem: str
    way_out: str = ""
    concern: Concern = Concern.BROKEN

    def __str__(self) -> str:
        where = ", ".join(f"{unit} {number}" for unit, number in self.place)
        line = f"{where}: {self.problem}" if where else self.problem
        return f"{line}; {self.way_out}" if self.way_out else line


class NotTaken(Exception):
    """A row gives no post; its reader turns this into a fault with its place."""

    def __init__(
        self, problem: str, way_out: str = "", concern: Concern = Concern.BROKEN
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.way_out = way_out
        self.concern = concern

    def at(self, *place: tuple[str, int]) -> Fault:
        """The fault that this is, at its place."""
        return Fault(place, self.problem, self.way_out, self.concern)
