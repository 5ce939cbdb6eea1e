"""An edition made fit for one partner: languages, sections, a foreword, a ceiling."""

from collections.abc import Collection, Mapping

from marsad.composing.editions import Edition
from marsad.marking import Audience, Marking


def adapt(
    edition: Edition,
    *,
    languages: Collection[str],
    without: frozenset[str],
    foreword: Mapping[str, str],
    ceiling: Marking,
    audience: Audience,
) -> Edition:
    """The edition with nothing in it that is marked above the ceiling; else Refused."""
    raise NotImplementedError
