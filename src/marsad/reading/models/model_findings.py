"""A model's proposal as a finding, or as nothing where one field does not fit.

Every field is checked by its type and its allowed values; one misfit throws the whole
proposal away. The words are those of the text; free fields are short plain words.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from marsad.reading.findings import (
    Call,
    Commitment,
    DateMention,
    Figure,
    Finding,
    Interval,
    Meeting,
    Membership,
    Party,
    Person,
    Quote,
)
from marsad.reading.models.model_fields import Fields
from marsad.reading.models.model_places import Piece
from marsad.text.normalise import fold

# Below every rule: a model is asked where rules say nothing, and is never sure.
HIGHEST_SCORE: Final = 0.5
_UNSTATED_SCORE: Final = 0.3

_NUMBER: Final = re.compile(r"\d+(?:[.,\s]\d+)*")
_SCALES: Final = (1, 100, 1e3, 1e6, 1e9, 1e12)
_MOST_DIGITS: Final = 20


def finding_of(proposal: Mapping[str, Any], piece: Piece, model: str) -> Finding | None:
    """Make a finding of a proposal; none where its words or one field do not fit."""
    kind = proposal.get("kind")
    build = _BUILDERS.get(kind) if isinstance(kind, str) else None
    span = piece.place(proposal.get("quote"), proposal.get("occurrence"))
    if build is None or span is None:
        return None
    fields = Fields(proposal)
    shared = {
        "span": span,
        "reader": "model",
        "score": _score(fields.number("sure")),
        "why": f"the model {model} proposes it; no rule found it",
        # A proposal waits for a person: nothing is drafted from it.
        "is_doubtful": True,
    }
    finding = build(fields, piece, shared)
    return finding if fields.is_fit else None


def _score(stated: float | None) -> float:
    if stated is None or not 0 <= stated <= 1:
        return _UNSTATED_SCORE
    return min(stated, HIGHEST_SCORE)


def _quote(fields: Fields, piece: Piece, shared: dict[str, Any]) -> Finding:
    return Quote(
        **shared,
        form=fields.choice("form", ("direct", "indirect", "mixed")),
        cue=fields.near("cue", piece, shared["span"]),
        speaker=fields.near("speaker", piece, shared["span"]),
        speaker_name=fields.words("speaker_name"),
    )


def _figure(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    value = fields.number("value")
    if value is None or not _agrees(value, shared["span"].quote):
        fields.is_fit = False
    bounds = ("exact", "at_least", "more_than", "at_most", "less_than", "about")
    return Figure(
        **shared,
        value=value or 0.0,
        high=fields.number("high"),
        bound=fields.choice("bound", bounds, "exact"),
        unit=fields.needed("unit"),
        subject=fields.words("subject") or "",
        change=fields.maybe("change", ("increase", "decrease")),
        as_of=fields.period("as_of"),
        place=fields.words("place"),
    )


def _agrees(value: float, quote: str) -> bool:
    """Say whether digits in the words allow the value: itself, or times a scale.

    «2.3 مليار» allows 2.3 and 2,300,000,000, but never 3.2. Number words are not read.
    """
    written = _NUMBER.findall(fold(quote))
    allowed = {
        number * scale
        for one in written
        for number in _readings(one)
        for scale in _SCALES
    }
    return not written or any(math.isclose(value, number) for number in allowed)


def _readings(written: str) -> Iterator[float]:
    """Yield what digits may say: 1,200 and 1.200 are 1200 here and 1.2 there."""
    pieces = re.split(r"[.,\s]", written)
    yield float("".join(pieces)[:_MOST_DIGITS])
    yield from (float(piece[:_MOST_DIGITS]) for piece in pieces)
    if len(pieces) > 1:
        whole, part = "".join(pieces[:-1]), pieces[-1]
        yield float(f"{whole[:_MOST_DIGITS]}.{part[:_MOST_DIGITS]}")


def _date(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    interval = fields.days()
    precision = fields.choice("precision", ("day", "month", "season", "year", "range"))
    if interval is None or (precision == "day" and interval.first != interval.last):
        fields.is_fit = False
    first = interval or Interval(date.min, date.min)
    return DateMention(**shared, interval=first, precision=precision)


def _commitment(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    return Commitment(
        **shared,
        party=fields.words("party"),
        action=fields.needed("action"),
        amount=fields.amount(),
        due=fields.due(),
        person=fields.words("person"),
    )


def _call(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    return Call(
        **shared,
        party=fields.words("party"),
        addressee=fields.words("addressee"),
        action=fields.needed("action"),
        person=fields.words("person"),
    )


def _meeting(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    return Meeting(
        **shared,
        name=fields.needed("name"),
        city=fields.words("city"),
        country=fields.state("country"),
        interval=fields.days(),
        held=fields.choice("held", ("past", "planned"), "past"),
        attendance=fields.count("attendance"),
    )


def _party(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    types = ("state", "organisation", "armed_group", "office")
    kind = fields.choice("type", types)
    canonical = (
        fields.state("canonical") if kind == "state" else fields.needed("canonical")
    )
    if not canonical:
        fields.is_fit = False
    mention = fields.choice("mention", ("name", "nominal"), "name")
    return Party(**shared, canonical=canonical or "", type=kind, mention=mention)


def _person(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    return Person(
        **shared, canonical=fields.needed("canonical"), role=fields.words("role")
    )


def _membership(fields: Fields, _: Piece, shared: dict[str, Any]) -> Finding:
    return Membership(
        **shared,
        event=fields.choice("event", ("count", "joined", "attended", "founded")),
        who=fields.names("who"),
        count=fields.count("count"),
        as_of=fields.period("as_of"),
    )


_BUILDERS: Final[dict[str, Callable[[Fields, Piece, dict[str, Any]], Finding]]] = {
    "quote": _quote,
    "figure": _figure,
    "date": _date,
    "commitment": _commitment,
    "call": _call,
    "meeting": _meeting,
    "party": _party,
    "person": _person,
    "membership": _membership,
}
