"""Whether the entries behind a block may be used: current, undenied, for these readers."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from marsad.composing.doubts import Code
from marsad.composing.editions import Cited, Edition
from marsad.marking import Marking


class Fault(NamedTuple):
    """What is wrong with an entry, with the plain values for the explanation."""

    code: Code
    details: Mapping[str, str]


def faults_of(cited: Cited, edition: Edition, on: date) -> Iterator[Fault]:
    """Everything that stands against the use of an entry in an edition on a day."""
    if cited.state != "current":
        case = "merged" if cited.state == "merged" else ""
        yield Fault(Code.RETRACTED, {"case": case, "state": cited.state})
    # The day itself is the first on which a newer value is asked for.
    if cited.expires_on and cited.expires_on <= on:
        yield Fault(Code.EXPIRED, {"day": cited.expires_on.isoformat()})
    if cited.rivals:
        rivals = ", ".join(str(number) for number in cited.rivals)
        yield Fault(Code.CONTRADICTED, {"rivals": rivals})
    yield from _marking_faults(cited.marking, edition)


def _marking_faults(marking: Marking, edition: Edition) -> Iterator[Fault]:
    if not marking.may_reach(edition.audience):
        yield Fault(Code.MARKING, {"holds": str(marking)})
    elif edition.marking < marking:
        details = {
            "case": "edition",
            "wrote": str(edition.marking),
            "holds": str(marking),
        }
        yield Fault(Code.MARKING, details)
