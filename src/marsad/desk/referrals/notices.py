"""What a notice says: composed from values alone, in the platform's language.

It carries what Regulation (EU) 2022/2065, art. 16(2), asks of a notice (reasons, exact
addresses, name and e-mail of the sender, good faith) and what a referral under Regulation
(EU) 2021/784 tells (category, description, day and hour, reference, the exceptions of
art. 1(3)). It asks, and says that it asks: no order, no threat, no deadline. Of the known
content it reproduces nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from marsad.desk.referrals.models import Category

PLACE: Final = "{{address {place}}}"
_PLACES: Final = re.compile(r"\{address (\d+)\}")
# A sentence of some length: DSA, art. 16(2)(a), asks for a substantiated explanation.
SHORTEST_EXPLANATION: Final = 40
LONGEST_EXPLANATION: Final = 4000


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a post resembles known content: the kind, how far, where on both sides."""

    kind: str
    distance: float
    # The known content by its hash, of which only who has it can tell what it is.
    known: str
    ours: tuple[tuple[int, int], ...] = ()
    theirs: tuple[tuple[int, int], ...] = ()

    @property
    def found(self) -> int:
        """Of wording, how many of a hundred parts were found."""
        return round(100 * (1 - self.distance))

    @property
    def bits(self) -> int:
        """Of pictures, how many of 256 bits differ."""
        return round(self.distance)


@dataclass(frozen=True, slots=True)
class Named:
    """A post that a notice names; its address stands there by its place alone."""

    place: int
    published: datetime
    language: str
    captured_at: datetime
    capture: str
    likenesses: tuple[Likeness, ...]

    @property
    def address(self) -> str:
        """Where its address will stand."""
        return PLACE.format(place=self.place)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the cell by its name and its e-mail, and where people appeal."""

    name: str
    address: str
    appeals: str


@dataclass(frozen=True, slots=True)
class Values:
    """All that a notice is composed of."""

    number: str
    at: datetime
    platform: str
    terms: str
    category: Category
    description: str
    sender: Sender
    posts: tuple[Named, ...]
    # When each agreeing reader read the case.
    read_at: tuple[datetime, ...]


def compose(values: Values, language: str) -> str:
    """The notice in a language, with places where the addresses will stand."""
    return _rendered(f"referrals/notice/{language}.txt", {"n": values}, language)


def compose_withdrawal(values: Mapping[str, Any], language: str) -> str:
    """The letter by which a notice is taken back."""
    return _rendered(f"referrals/notice/withdrawal_{language}.txt", values, language)


def subject(number: str, language: str) -> str:
    """The subject of the letter that carries a notice."""
    with translation.override(language):
        return _("Notice %(number)s: content for your own assessment") % {
            "number": number
        }


def withdrawal_subject(number: str, language: str) -> str:
    """The subject of the letter that takes a notice back."""
    with translation.override(language):
        return _("We take notice %(number)s back") % {"number": number}


def filled(notice: str, addresses: Mapping[int, str]) -> str:
    """A notice with the addresses in their places; one that is not known stays a place."""

    def address(found: re.Match[str]) -> str:
        return addresses.get(int(found[1]), found[0])

    return _PLACES.sub(address, notice)


def has_places(words: str) -> bool:
    """Whether words of a person would be taken for the place of an address."""
    return bool(_PLACES.search(words))


def _rendered(template: str, values: Mapping[str, Any], language: str) -> str:
    with translation.override(language):
        said = render_to_string(template, dict(values))
    # Tags leave lines behind; two empty ones are one.
    lines = re.sub(r"\n{3,}", "\n\n", said.strip())
    return f"{lines}\n"
