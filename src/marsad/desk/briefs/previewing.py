"""A brief as it will be printed, drawn from what stands in the editor now: a draft."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse
from wagtail.images.models import Image

from marsad.composing.edition_charts import drawn, edition_charts
from marsad.composing.edition_sources import edition_sources
from marsad.composing.editions import Cited, Edition
from marsad.composing.illustrations import Illustrations
from marsad.composing.pages import page as printed
from marsad.composing.typesetting import typeset
from marsad.desk.briefs.freeze import edition_of, newest, pages_of
from marsad.desk.briefs.manuscripts import manuscript_of
from marsad.desk.briefs.models import Brief
from marsad.desk.documents.models import Document
from marsad.desk.safeguards.models import Person

# A file that stands alone carries its own policy, a script of its own, and links to the
# files beside it; within the editor the header is the policy, and nothing lies beside it.
_ITS_OWN: Final = re.compile(
    r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>|<script\b.*?</script>|(?<=</span>\n)<nav\b.*?</nav>",
    re.DOTALL,
)


def preview(page: Brief, person: Person) -> HttpResponse:
    """The printed page of one language, with what this person may read of its sources."""
    language = page.language
    edition = _seen_by(person, _edition(page))
    brief = typeset(edition, language)
    charts = {
        one.name: drawn(one, settings.CHARTS)
        for one in edition_charts(edition, language)
    }
    shown = Illustrations(charts, dict(_pictures(page)))
    html = printed(brief, edition_sources(edition, language), shown, [language])
    return HttpResponse(_ITS_OWN.sub("", html))


def _edition(page: Brief) -> Edition:
    original = None if page.is_original else _original(page)
    manuscript = manuscript_of(page, original)
    return edition_of(page, (manuscript,))


def _original(page: Brief) -> Brief | None:
    return next((newest(one) for one in pages_of(page) if one.is_original), None)


def _seen_by(person: Person, edition: Edition) -> Edition:
    numbers = {one.document for cited in edition.entries for one in cited.passages}
    rows = Document.objects.filter(pk__in=numbers)
    seen = set(rows.visible_to(person).values_list("pk", flat=True))
    return replace(edition, entries=tuple(_within(edition.entries, seen)))


def _within(entries: Iterable[Cited], seen: set[int]) -> Iterable[Cited]:
    for one in entries:
        passages = tuple(kept for kept in one.passages if kept.document in seen)
        yield replace(one, passages=passages)


def _pictures(page: Brief) -> Iterable[tuple[str, bytes]]:
    for block in page.body:
        picture: Image | None = (
            block.value.get("image") if block.block_type in ("image", "video") else None
        )
        if picture is not None:
            with picture.open_file() as file:
                raw: Any = file.read()
            yield hashlib.sha256(raw).hexdigest(), raw
