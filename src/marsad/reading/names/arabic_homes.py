"""Bodies that several states have under one Arabic name: «مجلس النواب», «حزب العمال».

Which one is meant is told by the state that the text is at home in.
"""

from collections.abc import Iterator

from marsad.reading.names.main_states import home_state
from marsad.reading.names.naming import Named
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage


def home_bodies(passage: Passage, known: Known) -> Iterator[Named]:
    """Give the bodies of the state that an Arabic text is at home in."""
    hits = passage.hits("home_body")
    if not hits:
        return
    owners = (*known.state.values(), *known.nationality.values())
    home = home_state(passage, [hit.row["iso"] for hit in owners])
    for hit in hits:
        row = hit.row
        if row["home"] != home or hit.last in known.nationality:
            continue
        yield Named(
            hit.first,
            hit.last,
            hit.clitic,
            row["canonical"],
            row["type"],
            tuple(row["class"].split()),
            reader="parties.known_body",
            score=0.92,
            why=f"this text is at home in {home}: {row['canonical']}",
        )


__all__ = ["home_bodies"]
