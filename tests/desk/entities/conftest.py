import pytest

from marsad.desk.entities.models import Entity, Name
from marsad.marking import Marking


@pytest.fixture
def make_entity(db):
    """Make an entity that goes by some names, as if reports had named it."""

    def make(*spellings, kind="organisation", canonical="", **more):
        if kind == "person":
            more.setdefault("office", "Minister")
        entity = Entity.objects.create(
            kind=kind,
            canonical=canonical or spellings[0],
            name_en=more.pop("name_en", spellings[0]),
            marking=more.get("marking", Marking.GREEN),
            known_marking=more.pop("known_marking", Marking.GREEN),
            **more,
        )
        for text in spellings:
            Name.objects.create(
                kind=kind, canonical=entity.canonical, text=text, entity=entity
            )
        return entity

    return make
