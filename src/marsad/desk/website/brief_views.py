"""The list of briefs, a brief, a claim of it, and the files of its pack."""

import hashlib
import mimetypes
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import quote_etag

from marsad.desk.briefs.models import BriefKind, Topic
from marsad.desk.releases import packs
from marsad.desk.releases.models import Release
from marsad.desk.website import linked
from marsad.desk.website.entries import told
from marsad.desk.website.front_views import edition_of
from marsad.desk.website.holdings import Holdings, Placed, Shown
from marsad.desk.website.pages import CACHING, drawn, page, public
from marsad.desk.website.parts import sections

_ON_A_PAGE: Final = 20
# What minisign asks for beside the file that it checks; the pack has its own.
SIGNATURE: Final = "edition.json.minisig"
_SHOWN_IN_PAGE: Final = (".svg", ".png", ".jpg", ".webp")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: what stands on it, and whether there is more on either side."""

    rows: list[Any]
    number: int
    is_last: bool

    @property
    def newer(self) -> int:
        """The number of the page before; 0 for none."""
        return self.number - 1

    @property
    def older(self) -> int:
        """The number of the page after; 0 for none."""
        return 0 if self.is_last else self.number + 1


def leaf(rows: list[Any], asked: str, *, size: int = _ON_A_PAGE) -> Leaf:
    """The page of a list that was asked for; raises Http404 where there is none."""
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    start = (max(1, number) - 1) * size
    if number > 1 and start >= len(rows):
        raise Http404
    return Leaf(rows[start : start + size], max(1, number), start + size >= len(rows))


@public
def brief_list(request: HttpRequest, now: Holdings, language: str) -> HttpResponse:
    """Show the briefs, newest first, by topic and kind."""
    topic = known_or_none(request.GET.get("topic", ""), Topic.values)
    kind = known_or_none(request.GET.get("kind", ""), BriefKind.values)
    rows = [
        one
        for one in now.briefs
        if (not topic or topic in one.topics) and (not kind or kind == one.kind)
    ]
    said = {
        "leaf": leaf(rows, request.GET.get("page", "")),
        "topic": topic,
        "kind": kind,
        "topics": Topic.choices,
        "kinds": [one for one in BriefKind.choices if one[0] != BriefKind.STANDING],
        "is_unlisted": bool(request.GET),
    }
    return page("website/briefs.html", language, ("briefs",), said)


def known_or_none(asked: str, known: Collection[str]) -> str:
    """What was asked for if there is such a thing; else nothing, and all is shown."""
    return asked if asked in known else ""


@public
def brief(
    request: HttpRequest, now: Holdings, language: str, number: str
) -> HttpResponse:
    """Show a brief with its sources; of one that was recalled, the notice alone."""
    shown = _found(now, number)
    where = ("brief", number)
    if shown.is_recalled:
        return _recalled(shown, language, where)
    said: dict[str, Any] = {"shown": shown, "corrects": None, "corrected_by": None}
    said["corrects"] = now.by_number.get(shown.corrects)
    said["corrected_by"] = now.by_number.get(shown.corrected_by)
    if language not in shown.languages:
        said["is_unlisted"] = True
        template = "website/other_language.html"
        return page(template, language, where, said, languages=shown.languages)
    edition = edition_of(shown)
    row = Release.objects.only("sha256", "signature", "public_key").get(pk=shown.pk)
    parts = sections(shown, edition, language)
    said |= {
        "edition": edition,
        "manuscript": edition.in_language(language),
        "sections": parts,
        "files": files_of(row, language),
        "row": row,
        "linked": linked.article(shown, parts, language),
        "card": _card(row, language),
    }
    return page("website/brief.html", language, where, said, languages=shown.languages)


def _found(now: Holdings, number: str) -> Shown:
    shown = now.by_number.get(number)
    if shown is None:
        raise Http404
    return shown


def _recalled(shown: Shown, language: str, where: tuple[str, ...]) -> HttpResponse:
    """Gone, and why; what was said stands nowhere on the site any more."""
    said = {"shown": shown, "is_unlisted": True}
    return page("website/recalled.html", language, where, said, status=410)


@public
def claim(
    request: HttpRequest, now: Holdings, language: str, number: str, entry: int
) -> HttpResponse:
    """Show one claim of a brief with the words of its sources."""
    shown = _found(now, number)
    if shown.is_recalled:
        return _recalled(shown, language, ("claim", number, str(entry)))
    line = next((one for one in shown.digest.lines if one.entry == entry), None)
    if line is None:
        raise Http404
    one = told(now, [Placed(line, shown)], language, with_rivals=True)[0]
    said = {
        "told": one,
        "shown": shown,
        "carriers": now.carriers[entry],
        "corrected_by": now.by_number.get(shown.corrected_by),
        "linked": linked.quotation(one, language)
        if one.cited.kind == "quote"
        else None,
    }
    return page("website/claim.html", language, ("claim", number, str(entry)), said)


def files_of(row: Release, language: str) -> list[tuple[str, int]]:
    """The files of a pack for readers of a language: its own, and those of all."""
    others = {"ar", "en", "fr"} - {language}
    found = packs.files(row)
    return [
        (path, size)
        for path, size in sorted(found.items())
        if "/" not in path and not any(f"-{one}." in path for one in others)
    ]


def _card(row: Release, language: str) -> str:
    """The picture that stands for a brief where it is passed on."""
    cards = [
        path
        for path in packs.files(row)
        if path.startswith("cards/") and f"-{language}-" in path and "1200x" in path
    ]
    return min(cards, default="")


@public
def file(request: HttpRequest, now: Holdings, number: str, path: str) -> HttpResponse:
    """Hand out a file of a pack by its path there; of a recalled one, say that it is gone."""
    shown = _found(now, number)
    if shown.is_recalled:
        return gone(shown)
    row = Release.objects.only("sha256", "signature").get(pk=shown.pk)
    if path == SIGNATURE:
        return _handed(row.signature.encode(), path, number)
    # A pack takes seconds to build: that is work for the queue, not for a reader.
    if not packs.is_built(row):
        return _not_yet()
    raw = packs.open_file(row, path)
    if raw is None:
        raise Http404
    return _handed(raw, path, number)


@public
def pack(request: HttpRequest, now: Holdings, number: str) -> HttpResponse:
    """Hand out the whole pack of a brief as one ZIP."""
    shown = _found(now, number)
    if shown.is_recalled:
        return gone(shown)
    row = Release.objects.only("sha256").get(pk=shown.pk)
    if not packs.is_built(row):
        return _not_yet()
    return _handed(packs.whole(row), f"marsad-{number}.zip", number)


def gone(shown: Shown) -> HttpResponse:
    """Say that a file was taken back, and where it says why."""
    return HttpResponse(
        f"{shown.number}: recalled\n",
        status=410,
        content_type="text/plain; charset=utf-8",
    )


def _not_yet() -> HttpResponse:
    answer = drawn("website/busy.html", "en", {"is_unlisted": True}, status=503)
    answer.headers["Retry-After"] = "30"
    return answer


def _handed(raw: bytes, path: str, number: str) -> HttpResponse:
    kind, _ = mimetypes.guess_type(path)
    name = path.rpartition("/")[2]
    answer = HttpResponse(raw, content_type=kind or "application/octet-stream")
    # Pages of a pack are for the disk: here they would stand under another policy.
    is_seen = path.endswith(_SHOWN_IN_PAGE)
    way = "inline" if is_seen else f'attachment; filename="{number}-{name}"'
    answer.headers["Content-Disposition"] = way
    answer.headers["ETag"] = quote_etag(hashlib.sha256(raw).hexdigest()[:32])
    answer.headers["Cache-Control"] = CACHING
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
