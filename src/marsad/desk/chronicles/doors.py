"""What a reader's groups let them do on these pages, in the words of the templates."""

from typing import Final

from marsad.desk.safeguards.models import Person

_DOORS: Final = {
    "may_follow": "entities.follow",
    "may_name": "entities.name",
    "may_join": "entities.join",
    "may_split": "entities.split",
    "may_undo": "entities.undo",
    "may_read_documents": "documents.read",
}


def doors(person: Person) -> dict[str, bool]:
    """Each door with whether it is open to this reader."""
    return {name: person.may(right) for name, right in _DOORS.items()}
