"""An edition in one language, laid out: the blocks that people wrote become a brief."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from marsad.composing.briefs import Brief
from marsad.composing.editions import Edition


@dataclass(frozen=True, slots=True)
class Recall:
    """That a release was recalled, when, and what its readers are told, by language."""

    at: datetime
    notice: Mapping[str, str] = field(default_factory=dict)


def typeset(edition: Edition, language: str, *, recall: Recall | None = None) -> Brief:
    """What was written in a language, as a brief; raises KeyError where nothing was."""
    raise NotImplementedError
