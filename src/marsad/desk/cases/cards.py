"""A case as its page shows it: posts that say the same on one card, each match with both sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from marsad.desk.cases import wording
from marsad.desk.cases.exposure import SHOWN_FOR, is_folded
from marsad.desk.cases.models import Case, Look, Match
from marsad.desk.cases.own_addresses import is_own
from marsad.desk.posts.models import Medium, Post
from marsad.desk.safeguards.models import Person
from marsad.matching.signals import Band, Kind

_OF_WORDS: Final = (Kind.WORDING, Kind.EXACT_WORDING)
_BITS: Final = (Kind.PDQ,)
# What stands around a marked place in a long banked text.
_AROUND: Final = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture or film of a post, and whether this reader asked to see it just now."""

    medium: Medium
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Why:
    """A match as it is told: the sentence, the distance, how strong, the known side."""

    match: Match
    sentence: str
    evasions: Sequence[str]
    theirs: SafeString | str

    @property
    def is_weak(self) -> bool:
        """Whether it is weak evidence, which by itself never suffices."""
        return self.match.band < Band.SAME

    @property
    def bits(self) -> int | None:
        """How many bits of a picture's hash differ; None for what is no picture."""
        return round(self.match.distance) if self.match.kind in _BITS else None

    @property
    def percent(self) -> int | None:
        """How much of the known words is found, in hundredths; None for other kinds."""
        is_words = self.match.kind in _OF_WORDS
        return round(100 * (1 - self.match.distance)) if is_words else None


@dataclass(frozen=True, slots=True)
class Card:
    """One wording with all posts that carry it, what they show, and why they match."""

    post: Post
    text: SafeString | str
    is_folded: bool
    media: Sequence[Shown]
    whys: Sequence[Why]
    others: Sequence[Post]

    @property
    def numbers(self) -> str:
        """The posts that it stands for, as a form sends them."""
        return ",".join(str(one.pk) for one in (self.post, *self.others))

    @property
    def beside(self) -> Why | None:
        """The nearest match of words: its known side stands beside the post's own."""
        words = (one for one in self.whys if one.match.kind in _OF_WORDS)
        return next(words, None)


def marked(text: str, spans: Iterable[Sequence[int]]) -> SafeString:
    """A text with the places marked that are alike; everything else is escaped."""
    pieces, at = [], 0
    for start, end in _joined(spans, len(text)):
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308 (every piece is escaped)


def _joined(spans: Iterable[Sequence[int]], length: int) -> list[tuple[int, int]]:
    """Spans in their order, those that touch as one, none beyond the text."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((one[0], one[1]) for one in spans):
        start, end = max(0, start), min(end, length)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif start < end:
            found.append((start, end))
    return found


def cards_of(case: Case, person: Person) -> list[Card]:
    """The posts of a case, those that say and show the same on one card."""
    rows = case.matches.select_related("post__stream", "post__account", "signal__bank")
    groups: dict[Any, dict[int, list[Match]]] = {}
    media = _media(case)
    for match in rows.order_by("-band", "distance", "id"):
        shown = tuple(one.sha256 or one.pk for one in media.get(match.post_id, ()))
        group = groups.setdefault((match.post.text, shown), {})
        group.setdefault(match.post_id, []).append(match)
    seen = _seen(case, person)
    return [_card(case, list(one.values()), media, seen) for one in groups.values()]


def _card(
    case: Case,
    posts: Sequence[Sequence[Match]],
    media: dict[int, list[Medium]],
    seen: set[int | None],
) -> Card:
    matches = posts[0]
    post = matches[0].post
    spans = [span for one in matches if one.kind in _OF_WORDS for span in one.ours]
    shown = [Shown(one, one.pk in seen) for one in media.get(post.pk, ())]
    return Card(
        post=post,
        text=marked(post.text, spans),
        is_folded=is_folded(case) and None not in seen,
        media=shown,
        whys=[_why(one) for one in matches],
        others=[some[0].post for some in posts[1:]],
    )


def _why(match: Match) -> Why:
    theirs: SafeString | str = ""
    if match.kind in _OF_WORDS:
        theirs = marked(match.signal.value, match.theirs)
    elif match.kind in (Kind.URL, Kind.URL_PATTERN) and not is_own(match.reason):
        theirs = match.signal.value
    return Why(
        match,
        wording.reason(match.reason, match.details),
        wording.evasions(match.details),
        theirs,
    )


def _media(case: Case) -> dict[int, list[Medium]]:
    found: dict[int, list[Medium]] = {}
    posts = case.matches.values("post")
    for one in Medium.objects.filter(post__in=posts).order_by("pk"):
        found.setdefault(one.post_id, []).append(one)
    return found


def _seen(case: Case, person: Person) -> set[int | None]:
    """What this person asked to see a short while ago; None stands for the words."""
    since = timezone.now() - SHOWN_FOR
    rows = Look.objects.filter(case=case, person=person, at__gt=since)
    return set(rows.values_list("medium", flat=True))
