"""For whom an official speaks whose state or body nobody tells beside the name.

An officer speaks for the forces that the text names, an envoy for whose stand a release
tells or for its issuer, a spokesman for the text's own state, a shadow minister for the
opposition.
"""

from collections.abc import Sequence

from marsad.reading.deeds.bound_states import bound_state
from marsad.reading.deeds.homes import home_state, issuer
from marsad.reading.deeds.stands import stand_at
from marsad.reading.deeds.title_stretches import NEAR, titles
from marsad.reading.findings import Party
from marsad.reading.passage import Found, Passage, Seen

# The titles of one person stand at the first mentions.
_TOLD = 5
_MOST = 400
_CODE = 2


def stood_for(passage: Passage, found: Found, mentions: Sequence[Seen]) -> str | None:
    """Return for whom an officer or an official speaks whose state nobody tells.

    That of the forces of the text for a rank, whose stand a release tells, its issuer's.
    """
    ranks = [
        hit
        for one in mentions[:_TOLD]
        for hit in titles(passage, one.first - NEAR, one.first)
        if hit.row["kind"] == "rank"
    ]
    told = _of_forces(found) if ranks and passage.language == "en" else None
    told = told or issuer(passage, found)
    if told is None and mentions:
        told = stand_at(passage, found, mentions[0].first)
    return at_home(passage, found, told)


def _of_forces(found: Found) -> str | None:
    """Return the state of the first command or army that a text names."""
    for one in found.parties[:_MOST]:
        party = one.finding
        if not isinstance(party, Party) or party.type != "organisation":
            continue
        state = bound_state(party.canonical)
        is_force = not _FORCES.isdisjoint(party.canonical.split())
        if is_force and len(state) == _CODE:
            return state
    return None


_FORCES = frozenset("Command Army army Navy navy Force Forces forces Marines".split())


def at_home(passage: Passage, found: Found, body: str | None) -> str | None:
    """Return the state or body of a statement; a ministry without a state is the text's."""
    if body is None or body.startswith("Minist"):
        return home_state(passage, found) or body
    return bound_state(body)


def is_spokesman(passage: Passage, mentions: Sequence[Seen]) -> bool:
    """Say whether somebody speaks for a body that is not named: the text's own state."""
    return any(
        hit.row["english"] == "Spokesman"
        for one in mentions[:_TOLD]
        for hit in titles(passage, one.first - NEAR, one.last + NEAR)
    )


def opposition(found: Found) -> str | None:
    """Return the party named in the text for which a shadow minister speaks."""
    for one in found.parties[:_MOST]:
        if isinstance(one.finding, Party) and one.finding.canonical in _BENCHES:
            return one.finding.canonical
    return None


_BENCHES = frozenset(["Labour Party", "Conservative Party", "Labour", "Conservatives"])
