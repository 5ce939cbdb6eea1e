"""Posts a page at a time: the newest first, narrowed by what a reader asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from marsad.desk.posts.models import Post, Stream

PAGE: Final = 50
_MOST: Final = 2**62


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of the list; what makes no sense is not asked."""

    words: str = ""
    language: str = ""
    account: str = ""
    reach: int = 0

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Asked":
        """Read what stands in an address."""
        reach = said.get("reach", "")
        is_number = reach.isascii() and reach.isdecimal() and len(reach) < 19
        return cls(
            words=said.get("words", "").strip().replace("\x00", "")[:200],
            language=said.get("language", "")[:3],
            account=said.get("account", "").strip().lower()[:26],
            reach=min(int(reach), _MOST) if is_number else 0,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return self != Asked()


@dataclass(frozen=True, slots=True)
class Page:
    """Some posts, and where the next ones begin."""

    rows: Sequence[Post]
    next: str = ""


def posts_for(person: Any, stream: Stream, asked: Asked) -> Any:
    """The posts of a stream that a reader may see and asks for, the newest first."""
    rows = Post.objects.visible_to(person).standing().filter(stream=stream)
    for name, value in (
        ("text__icontains", asked.words),
        ("language", asked.language),
        ("account__pseudonym", asked.account),
        ("reach__gte", asked.reach),
    ):
        if value:
            rows = rows.filter(**{name: value})
    return rows.select_related("account").order_by("-pk")


def page_of(rows: Any, after: str) -> Page:
    """A page of posts after a cursor, with one more asked to know if there are more."""
    if after.isascii() and after.isdecimal() and len(after) < 19:
        rows = rows.filter(pk__lt=int(after))
    found = list(rows.prefetch_related("media")[: PAGE + 1])
    is_last = len(found) <= PAGE
    return Page(found[:PAGE], "" if is_last else str(found[PAGE - 1].pk))


def languages_of(stream: Stream) -> list[str]:
    """The languages that posts of a stream are in."""
    rows = Post.objects.standing().filter(stream=stream).exclude(language="")
    return sorted(rows.order_by().values_list("language", flat=True).distinct())
