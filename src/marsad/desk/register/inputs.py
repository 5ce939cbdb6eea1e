"""Numbers, days and names as people type them, read with a helpful word where wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from marsad.desk.entities.models import Name
from marsad.desk.safeguards.models import Person
from marsad.linking.moments import moment_of
from marsad.reading.findings import Interval

# Arabic and Persian digits, and the Arabic signs for decimals and thousands.
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٪", "01234567890123456789.%")
_BLANKS: Final = str.maketrans("", "", " \u00a0\u202f\u2009٬'’")
_DECIMAL: Final = re.compile(r"-?\d+(\.\d+)?")
_GROUPED: Final = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
# One separator in one day: the stroke between two ISO days is none.
_LOCAL_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_SEPARATORS: Final = re.compile(r"[,،;؛\n]+")


def number_of(written: str, language: str) -> float:
    """The number that somebody typed, in any digits; raises ValueError."""
    text = written.translate(_DIGITS).translate(_BLANKS).rstrip("%").replace("،", ",")
    if language == "fr" and text.count(",") == 1:
        text = text.replace(",", ".")
    elif _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    if not _DECIMAL.fullmatch(text):
        raise ValueError(written)
    return float(text)


class NumberInput(forms.CharField):
    """A number in any digits, with the signs of the reader's language."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr"})

    def to_python(self, value: Any) -> Any:
        """The number, whole where it is whole; None where nothing was typed."""
        text = str(super().to_python(value) or "").strip()
        if not text:
            return None
        try:
            found = number_of(text, (translation.get_language() or "en")[:2])
        except ValueError:
            problem = _("«%(typed)s» is no number; write it in digits, such as 1250.5")
            raise ValidationError(problem % {"typed": text[:40]}) from None
        return int(found) if found.is_integer() else found


def interval_of(written: str) -> Interval | None:
    """The days that somebody typed: ISO, or day first as in 28/6/2021."""
    text = written.translate(_DIGITS).strip().replace(" ", "")
    return moment_of(_LOCAL_DAY.sub(_iso, text), None)


def _iso(found: re.Match[str]) -> str:
    return f"{found[4]}-{int(found[3]):02}-{int(found[1]):02}"


class DaysInput(forms.CharField):
    """A day, a month, a year, or a stretch of days with a stroke between its ends."""

    widget = forms.TextInput(attrs={"dir": "ltr", "placeholder": "2021-06-28"})

    def to_python(self, value: Any) -> Any:
        """The days, or None where nothing was typed."""
        text = str(super().to_python(value) or "").strip()
        if not text:
            return None
        found = interval_of(text)
        if found is None:
            problem = _(
                "«%(typed)s» is no day; write 2021-06-28, 28/6/2021, 2021-06 or 2021"
            )
            raise ValidationError(problem % {"typed": text[:40]})
        return found


class DayInput(DaysInput):
    """One single day."""

    def to_python(self, value: Any) -> Any:
        """The day, or None where nothing was typed."""
        found = super().to_python(value)
        if found is None:
            return None
        if found.first != found.last:
            raise ValidationError(_("Give the day, not only the month or the year."))
        return found.first


def as_written(days: Interval | None) -> str | None:
    """Days in the shortest ISO form that means just these: a day, month, year, stretch."""
    if days is None:
        return None
    first, last = days
    if first == last:
        return first.isoformat()
    for short in (f"{first:%Y-%m}", f"{first:%Y}"):
        if moment_of(short, None) == days:
            return short
    return str(days)


def day_written(day: date | None) -> str | None:
    """A day in ISO form."""
    return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class Called:
    """Who was meant: the readers' own name, and the row of it where there is one."""

    canonical: str
    name: Name | None = None


class NameInput(forms.CharField):
    """A party or a person, by any name that the register knows."""

    def __init__(self, *, kinds: frozenset[str] | None = None, **more: Any) -> None:
        super().__init__(**more)
        self.kinds = kinds
        # Names that the page offers, by the words that it shows for them.
        self.offered: Mapping[str, Called] = {}
        self.person: Person | None = None

    def to_python(self, value: Any) -> Any:
        """Who is meant, or None where nothing was typed."""
        text = str(super().to_python(value) or "").strip()
        if not text:
            return None
        return self.called(text)

    def called(self, text: str) -> Called:
        """Who is called so; raises ValidationError where nobody is."""
        found = self.offered.get(text) or called(text, self.person, self.kinds)
        if found is None:
            problem = _(
                "Nobody is called «%(typed)s» here; choose from the list, or write "
                "the name as a document has it"
            )
            raise ValidationError(problem % {"typed": text[:60]})
        return found


class NamesInput(NameInput):
    """Several parties with commas between them."""

    def to_python(self, value: Any) -> Any:
        """Who are meant, in the order in which they were typed."""
        text = forms.CharField.to_python(self, value) or ""
        parts = (part.strip() for part in _SEPARATORS.split(text))
        return [self.called(part) for part in parts if part]


def called(
    text: str, person: Person | None, kinds: frozenset[str] | None = None
) -> Called | None:
    """Whose name is written so, or whose entity is called so; the most used one."""
    if person is None:
        return None
    is_called = (
        Q(text=text)
        | Q(canonical=text)
        | Q(entity__name_ar=text)
        | Q(entity__name_en__iexact=text)
        | Q(entity__name_fr__iexact=text)
    )
    names = Name.objects.visible_to(person).filter(is_called)
    if kinds:
        names = names.filter(kind__in=kinds)
    found = names.order_by("-mention_count", "pk").first()
    return Called(found.canonical, found) if found else None
