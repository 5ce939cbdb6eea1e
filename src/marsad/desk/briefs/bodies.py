"""What people took of a proposal, as the blocks that the editor keeps."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from marsad.composing.editions import Sort
from marsad.composing.proposal import Proposal, Proposed, Section
from marsad.desk.briefs.draft import Version


def versions_of(
    proposal: Proposal,
    taken: Collection[str],
    titles: Mapping[str, str],
    as_of: date,
) -> dict[str, Version]:
    """The blocks that were taken, in each language, with the same ids in all of them."""
    brief = uuid4()
    return {
        one: Version(
            title=title,
            body=tuple(_body(proposal, taken, one, brief, as_of)),
            written=frozenset(_written(proposal, taken, one, brief)),
        )
        for one, title in titles.items()
    }


def _id(brief: UUID, key: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{brief}/{key}"))


def _taken(section: Section, taken: Collection[str]) -> list[Proposed]:
    return [one for one in section.blocks if one.key in taken]


def _body(
    proposal: Proposal,
    taken: Collection[str],
    language: str,
    brief: UUID,
    as_of: date,
) -> Iterator[dict[str, Any]]:
    for section in proposal.sections:
        blocks = _taken(section, taken)
        if not blocks:
            continue
        heading = {"key": section.key, "text": section.heading[language]}
        yield {"type": "section", "value": heading, "id": _id(brief, section.key)}
        for one in blocks:
            name = _id(brief, one.key)
            value = _value(one, language, brief, as_of)
            yield {"type": one.sort.value, "value": value, "id": name}


def _value(one: Proposed, language: str, brief: UUID, as_of: date) -> dict[str, Any]:
    text = one.text.get(language, "")
    if one.sort is Sort.CHART:
        return {"indicator": one.indicator, "text": text}
    if one.sort is Sort.ROLL:
        return {"grouping": one.grouping, "as_of": as_of.isoformat(), "text": text}
    entry = one.cited.number if one.cited else None
    if one.sort is Sort.STATEMENT:
        # Each with an id of its own, or every saving would make another text of it.
        name = _id(brief, f"{one.key}/{entry}")
        listed = [{"type": "item", "value": entry, "id": name}]
        return {"text": text, "entries": listed}
    return {"text": text, "entry": entry}


def _written(
    proposal: Proposal, taken: Collection[str], language: str, brief: UUID
) -> Iterator[str]:
    for section in proposal.sections:
        blocks = _taken(section, taken)
        if blocks:
            yield _id(brief, section.key)
        for one in blocks:
            if language in one.written or not any(one.text.values()):
                yield _id(brief, one.key)
