"""Two cited entries, compared by the rules by which the register compares its own."""

from functools import cached_property
from typing import Final

from rapidfuzz import fuzz

from marsad.collecting.documents import Document
from marsad.composing.editions import Cited
from marsad.errors import MarsadError
from marsad.linking.attestations import Attestation
from marsad.linking.disagreements import disagreement
from marsad.linking.entries import Entry as Line
from marsad.linking.values import SeriesKey, Value
from marsad.reading.findings import Commitment, Finding, Interval
from marsad.reading.goldform import finding_of
from marsad.text.normalise import fold

# So much of a promise stays when its sum and its days are left out.
_ALIKE: Final = 80.0
_NUMBERS: Final = str.maketrans("", "", "0123456789.,%")


def days_of(cited: Cited) -> Interval:
    """The days that an entry is about."""
    return Interval(cited.day, cited.until or cited.day)


class Side:
    """An entry ready to be compared with many others; what is read of it is read once."""

    def __init__(self, cited: Cited) -> None:
        self.cited = cited

    @cached_property
    def finding(self) -> Finding | None:
        """The entry as what a reader saw; None where its fields lack something."""
        cited = self.cited
        row = {
            **cited.fields,
            "kind": cited.kind,
            "start": 0,
            "end": len(cited.words),
            "surface": cited.words,
            "cue": None,
            "speaker": None,
            "continues_at": None,
        }
        try:
            return finding_of(row, cited.words)
        except MarsadError:
            # Fields that a person wrote by hand may lack what the engine asks for.
            return None

    @cached_property
    def value(self) -> Value | None:
        """The value that the entry gives, in its series where it stands in one."""
        cited, finding = self.cited, self.finding
        if cited.value is None or finding is None:
            return None
        indicator, body, place, unit = (*cited.series.split("|"), "", "", "")[:4]
        return Value(
            key=SeriesKey(indicator or None, body or None, place or None, unit),
            value=cited.value,
            high=cited.high,
            bound=cited.bound or "exact",
            change=cited.fields.get("change"),
            moment=days_of(cited),
            attestation=_attestation(cited, finding),
        )

    @cached_property
    def line(self) -> Line | None:
        """The entry as the line that linking compares."""
        if self.finding is None:
            return None
        value = self.value if self.cited.series else None
        attestation = _attestation(self.cited, self.finding)
        return Line(attestation, value, frozenset(), frozenset())


def disagree_on(one: Side, other: Side) -> str | None:
    """What two entries of different documents disagree on: value, days, amount, words."""
    first, second = one.cited, other.cited
    if first.kind == second.kind == "commitment":
        return _promises(one, other)
    # Entries of two kinds or two series say nothing of each other.
    if first.series != second.series or not (first.series or first.kind == second.kind):
        return None
    if one.line is None or other.line is None:
        return None
    found = disagreement(one.line, other.line)
    return found.about if found else None


def _attestation(cited: Cited, finding: Finding) -> Attestation[Finding]:
    passage = cited.passages[0] if cited.passages else None
    document = Document(
        id=f"entry {cited.number}",
        text="",
        published=passage.published if passage and passage.published else cited.day,
        outlet=passage.outlet if passage else None,
    )
    return Attestation(document, finding, cited.language)


def _promises(one: Side, other: Side) -> str | None:
    """What two promises of one party disagree on, months apart and in other words."""
    first, second = one.finding, other.finding
    if not (isinstance(first, Commitment) and isinstance(second, Commitment)):
        return None
    if first.party is None or first.party != second.party:
        return None
    is_one_sum = first.amount is not None and first.amount == second.amount
    is_one_day = first.due is not None and first.due == second.due
    if not (is_one_sum or is_one_day or _is_alike(one.cited, other.cited)):
        return None
    if first.due and second.due and first.due.last != second.due.last:
        return "days"
    return "amount" if _is_other_sum(first, second) else None


def _is_other_sum(one: Commitment, other: Commitment) -> bool:
    if one.amount is None or other.amount is None:
        return False
    is_one_unit = one.amount.unit == other.amount.unit
    return is_one_unit and one.amount.value != other.amount.value


def _is_alike(one: Cited, other: Cited) -> bool:
    if one.language != other.language:
        return False
    first, second = (fold(each.words).translate(_NUMBERS) for each in (one, other))
    return fuzz.ratio(first, second) >= _ALIKE
