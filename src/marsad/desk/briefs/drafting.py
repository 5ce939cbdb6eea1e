"""Ask the translator for drafts of what is untranslated, before anything is written."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from marsad.collecting.fetch import post
from marsad.composing.editions import Block
from marsad.composing.translating import Asked, Translator, translate
from marsad.desk.briefs.accept import original_of
from marsad.desk.briefs.freeze import freeze
from marsad.desk.briefs.manuscripts import fingerprint
from marsad.desk.briefs.models import Brief
from marsad.desk.briefs.translate import Draft, Drafts
from marsad.desk.briefs.translator import FIELDS, ceiling, marking_of
from marsad.errors import MarsadError, Unreachable

# A page is waited for no longer; the blocks that are left are asked for again.
_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class _Text:
    """A block of the original that waits for words in another language."""

    name: str
    original: Any
    block: Block


def drafts_of(page: Brief, by: Translator) -> Drafts:
    """Drafts of all blocks that nobody has translated and that may leave the house."""
    found: dict[str, Draft] = {}
    failed: dict[str, str] = {}
    waiting, kept_in = _waiting(page)
    end = time.monotonic() + _SECONDS
    for one in waiting:
        if time.monotonic() > end:
            break
        try:
            found[one.name] = _draft(page, one, by)
        except Unreachable as error:
            failed[one.name] = str(error)
            # Who did not answer now will not answer to the next one either.
            break
        except MarsadError as error:
            failed[one.name] = str(error)
    return Drafts(by.name, found, failed, kept_in)


def _waiting(page: Brief) -> tuple[list[_Text], tuple[str, ...]]:
    edition = freeze(page).edition
    ours = {one.id: one for one in edition.in_language(page.language).blocks}
    highest, free, kept_in = ceiling(), [], []
    source = original_of(page)
    theirs = edition.in_language(source.language)
    originals = {str(one.id): one for one in source.body}
    for block in theirs.blocks:
        own = ours.get(block.id)
        if own is None or own.freshness != "untranslated" or own.draft:
            continue
        if marking_of(block, edition.by_number, edition.marking) > highest:
            kept_in.append(block.id)
        else:
            free.append(_Text(block.id, originals[block.id], block))
    return free, tuple(kept_in)


def _draft(page: Brief, text: _Text, by: Translator) -> Draft:
    source = page.original
    words = {
        name: translate(by, Asked(said, source, page.language, page.as_of), post)
        for name, said in _said(text.original)
    }
    return Draft(words, fingerprint(text.original))


def _said(block: Any) -> Iterator[tuple[str, str]]:
    value: Mapping[str, Any] = block.get_prep_value()["value"]
    for name in FIELDS:
        if said := str(value.get(name) or "").strip():
            yield name, said
