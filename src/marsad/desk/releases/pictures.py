"""Pictures of an edition, frozen: what the editor changes later changes nothing."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from marsad.composing.editions import Edition, Media
from marsad.desk.briefs.models import Brief
from marsad.desk.originals import store
from marsad.errors import Refused


def media_in(edition: Edition) -> dict[str, Media]:
    """Every picture of an edition by its hash."""
    blocks = (block for one in edition.manuscripts for block in one.blocks)
    media = (one.media for one in blocks if one.media is not None)
    return {one.sha256: one for one in media if one.sha256}


def keep_all(edition: Edition, pages: Iterable[Brief]) -> dict[str, int]:
    """Keep the bytes of every picture; their sizes by hash. Refused where one changed."""
    wanted, sizes = media_in(edition), {}
    for image in _images(pages):
        with image.open_file() as file:
            raw: bytes = file.read()
        sha256 = store.hash_of(raw)
        if sha256 in wanted:
            sizes[store.keep(raw)] = len(raw)
    for sha256, media in wanted.items():
        if sha256 not in sizes:
            problem = _("was changed while the brief was being submitted")
            raise Refused(media.name, problem, _("submit it again"))
    return sizes


def bytes_of(edition: Edition) -> dict[str, bytes]:
    """The frozen pictures of an edition, by hash."""
    return {sha256: store.open(sha256) for sha256 in media_in(edition)}


def _images(pages: Iterable[Brief]) -> Iterator[Any]:
    seen = set()
    for page in pages:
        for block in page.body:
            image = block.value.get("image") if hasattr(block.value, "get") else None
            if image is not None and image.pk not in seen:
                seen.add(image.pk)
                yield image
