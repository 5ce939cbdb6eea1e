"""Note where a released line turned up; a machine's find, until a person judges it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

from marsad.collecting.documents import Document as Text
from marsad.desk.documents.models import Document, DocumentText
from marsad.desk.measures.lines import origins_of, place_of, released_lines
from marsad.desk.measures.models import Uptake
from marsad.desk.releases.models import Release
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.linking.reprints import find_reprints
from marsad.measuring.uptake import Uptake as Find

# A document may bear the day before a release where clocks differ.
_A_DAY: Final = timedelta(days=1)


def finds_in(document: Document) -> tuple[Find, ...]:
    """Where lines of releases stand in a document; nothing is written."""
    if document.withdrawn_at is not None or document.published is None:
        return ()
    text = DocumentText.objects.filter(document=document).first()
    if text is None:
        return ()
    source = Text(
        str(document.pk),
        text.text,
        document.published,
        document.language[:2] or None,
        document.outlet or None,
    )
    return released_lines().find(source)


def new_in(document: Document, finds: Sequence[Find]) -> list[Find]:
    """The finds that are not written down yet, without words that were theirs first."""
    known = set(document.uptakes.values_list("release__number", "start"))
    fresh = [one for one in finds if (one.release, one.start) not in known]
    rows = Release.objects.filter(number__in={one.release for one in fresh})
    theirs = {one.number for one in rows if _is_theirs(document, one)}
    return [one for one in fresh if one.release not in theirs]


def _is_theirs(document: Document, release: Release) -> bool:
    """Whether a document is a source that the release cites, or a reprint of one."""
    origins = origins_of(release)
    if document.text_sha256 in origins:
        return True
    rows = DocumentText.objects.filter(
        document__text_sha256__in=origins
    ) | DocumentText.objects.filter(document=document)
    texts = [Text(str(one.pk), one.text) for one in rows.distinct()]
    return str(document.pk) in _held_together(texts)


def _held_together(texts: Sequence[Text]) -> set[str]:
    """The documents that repeat another of these, or are repeated by one."""
    pairs = find_reprints(texts)
    return set(pairs) | set(pairs.values())


@act("measures.observe")
def observe(
    document: Document, finds: Sequence[Find], *, by: Actor, because: str
) -> list[Uptake]:
    """Write down each place of a document where a released line stands."""
    releases = {
        one.number: one
        for one in Release.objects.filter(number__in={one.release for one in finds})
    }
    kept = [_keep(one, document, releases[one.release]) for one in finds]
    note(found=len(kept))
    return kept


def _keep(find: Find, document: Document, release: Release) -> Uptake:
    language, block = place_of(find.line)
    values: dict[str, Any] = {
        "how": find.how,
        "end": find.end,
        "quote": find.quote,
        "score": find.score,
        "line": _line(release, language, block),
        "changes": [asdict(one) for one in find.changes],
        "marking": max(document.marking, release.marking),
    }
    kept: Uptake = Uptake.objects.get_or_create(
        release=release,
        block=block,
        language=language,
        document=document,
        start=find.start,
        defaults=values,
    )[0]
    return kept


def _line(release: Release, language: str, block: str) -> str:
    blocks = release.frozen.in_language(language).blocks
    return next((one.text for one in blocks if one.id == block), "")


def later_than(release: Release) -> Any:
    """The documents in which a release may have turned up."""
    day = release.opens_at.date() - _A_DAY
    return Document.objects.filter(published__gte=day, withdrawn_at=None)
