"""Two cited entries, compared by the rules by which the register compares its own."""

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


def value_of(cited: Cited) -> Value | None:
    """The value that an entry gives, in its series where it stands in one."""
    read = _read(cited)
    if cited.value is None or read is None:
        return None
    indicator, body, place, unit = (*cited.series.split("|"), "", "", "")[:4]
    return Value(
        key=SeriesKey(indicator or None, body or None, place or None, unit),
        value=cited.value,
        high=cited.high,
        bound=cited.bound or "exact",
        change=cited.fields.get("change"),
        moment=days_of(cited),
        attestation=_attestation(cited, read),
    )


def disagree_on(one: Cited, other: Cited) -> str | None:
    """What two entries of different documents disagree on: value, days, amount, words."""
    if one.kind == other.kind == "commitment":
        return _promises(one, other)
    # Entries of two kinds or two series say nothing of each other.
    if one.series != other.series or not (one.series or one.kind == other.kind):
        return None
    first, second = _line(one), _line(other)
    found = disagreement(first, second) if first and second else None
    return found.about if found else None


def _line(cited: Cited) -> Line | None:
    """An entry as the line that linking compares."""
    read = _read(cited)
    if read is None:
        return None
    value = value_of(cited) if cited.series else None
    return Line(_attestation(cited, read), value, frozenset(), frozenset())


def _attestation(cited: Cited, read: Finding) -> Attestation[Finding]:
    first = cited.passages[0] if cited.passages else None
    document = Document(
        id=f"entry {cited.number}",
        text="",
        published=first.published if first and first.published else cited.day,
        outlet=first.outlet if first else None,
    )
    return Attestation(document, read, cited.language)


def _read(cited: Cited) -> Finding | None:
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


def _promises(one: Cited, other: Cited) -> str | None:
    """What two promises of one party disagree on, months apart and in other words."""
    first, second = _read(one), _read(other)
    if not (isinstance(first, Commitment) and isinstance(second, Commitment)):
        return None
    if first.party is None or first.party != second.party:
        return None
    is_one_sum = first.amount is not None and first.amount == second.amount
    is_one_day = first.due is not None and first.due == second.due
    if not (is_one_sum or is_one_day or _is_alike(one, other)):
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
