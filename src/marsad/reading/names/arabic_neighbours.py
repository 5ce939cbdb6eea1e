"""The neighbours of a state: «دول جوار ليبيا», «دول الجوار السوري».

They are a group of states that is named by the one in their middle.
"""

from collections.abc import Iterator

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import state_name
from marsad.reading.names.naming import Named
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage

_STATES = frozenset(["دول", "الدول", "بلدان", "البلدان", "لدول", "ودول", "بدول"])
_NEAR, _THE_NEAR = "جوار", "الجوار"
_BORDERING = frozenset(["المجاوره", "المحيطه"])


def neighbour_mentions(passage: Passage, known: Known) -> Iterator[Named]:
    """Give the groups of states that lie around one state."""
    words = passage.words
    for token in passage.tokens_of(_STATES):
        after = words[token + 1 : token + 2]
        middle: Hit | None = None
        if after == [_NEAR]:
            middle = known.state.get(token + 2)
        elif after == [_THE_NEAR]:
            middle = known.nationality.get(token + 2)
        elif after and after[0] in _BORDERING:
            middle = known.state.get(token + 2)
        if middle:
            name = state_name(middle.row["iso"]) or middle.row["iso"]
            yield Named(
                token,
                middle.last,
                int(words[token] in ("لدول", "ودول", "بدول")),
                f"{name}'s neighbours",
                "state",
                ("state_group",),
                reader="parties.neighbours",
                score=0.8,
                why=f"the states around {name}",
            )


__all__ = ["neighbour_mentions"]
