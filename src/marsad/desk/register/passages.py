"""The words around a citation, so that nobody has to open the document to see them."""

from dataclasses import dataclass
from typing import Any, Final

from marsad.desk.documents.models import Document, DocumentText
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person

# So many letters on either side, to the next blank.
_AROUND: Final = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation with what stands before and after it; empty where it may not be shown."""

    document: Document | None
    before: str
    quote: str
    after: str
    start: int

    @property
    def is_withdrawn(self) -> bool:
        """Whether its document was withdrawn, so that its words are shown to nobody."""
        return bool(self.document and self.document.withdrawn_at)


def passages_of(
    entry: Entry, person: Person, citations: list[dict[str, Any]]
) -> list[Passage]:
    """Each citation with its surroundings; what a person may not see is left out."""
    ids = {one["document_id"] for one in citations}
    visible: Any = Document.objects.visible_to(person)
    documents = visible.select_related("source", "capture").in_bulk(ids)
    open_ids = [pk for pk, one in documents.items() if not one.withdrawn_at]
    texts = DocumentText.objects.filter(pk__in=open_ids).in_bulk()
    found = []
    for one in citations:
        document = documents.get(one["document_id"])
        text = texts.get(one["document_id"])
        before, after = _around(text.text, one) if text else ("", "")
        quote = one["quote"] if text else ""
        found.append(Passage(document, before, quote, after, one["start"]))
    return found


def _around(text: str, citation: dict[str, Any]) -> tuple[str, str]:
    start, end = citation["start"], citation["end"]
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return before.lstrip("\n"), after.rstrip("\n")
