"""What a finding or an entry says, field by field, in the language of the interface."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils import formats, translation
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from marsad.composing.counting import Quantity, bare, bound_words
from marsad.composing.pieces import Piece, Pieces, number, words
from marsad.desk.entities.models import Entity
from marsad.desk.register.called import called, town
from marsad.desk.register.models import Kind
from marsad.desk.register.units import units
from marsad.linking.moments import moment_of, month

_ARABIC_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
Fields = Mapping[str, Any]

LABELS: Final[Mapping[str, str | Promise]] = {
    "speaker_name": _("Speaker"),
    "party": pgettext_lazy("field", "Party"),
    "person": pgettext_lazy("field", "Person"),
    "form": _("Form of speech"),
    "cue": _("Said with"),
    "value": _("Value"),
    "bound": _("Bound"),
    "high": _("Upper value"),
    "unit": _("Unit"),
    "subject": _("What is counted"),
    "change": _("Change"),
    "baseline": _("Compared with"),
    "per": pgettext_lazy("period", "Per"),
    "as_of": _("As of"),
    "place": _("Place"),
    "addressee": _("Addressee"),
    "action": _("Action"),
    "amount": _("Amount"),
    "due": _("Due"),
    "name": _("Name"),
    "city": _("City"),
    "country": _("Country"),
    "from": _("From"),
    "to": _("To"),
    "days": _("Days"),
    "held": _("Held"),
    "attendance": _("Attendance"),
    "event": _("Event"),
    "who": _("Who"),
    "count": _("Count"),
    "canonical": _("Canonical name"),
    "type": _("Sort"),
    "role": _("Role"),
    "mention": _("Mentioned by"),
    "precision": _("Precision"),
}
CHOICES: Final[Mapping[str, Mapping[str, str | Promise]]] = {
    "form": {
        "direct": _("direct speech"),
        "indirect": _("indirect speech"),
        "mixed": _("partly direct speech"),
    },
    "bound": {
        "exact": _("exactly"),
        "at_least": _("at least"),
        "more_than": _("more than"),
        "at_most": _("at most"),
        "less_than": _("less than"),
        "about": _("about"),
    },
    "change": {"decrease": _("a decrease"), "increase": _("an increase")},
    "per": {
        "hour": _("hour"),
        "day": _("day"),
        "week": _("week"),
        "month": _("month"),
        "year": _("year"),
    },
    "held": {"past": _("was held"), "planned": _("is planned")},
    "event": {
        "count": _("number of members"),
        "joined": _("joined"),
        "attended": _("attended"),
        "founded": _("founded"),
    },
    "type": {
        "state": pgettext_lazy("country", "State"),
        "organisation": _("Organisation"),
        "office": _("Office"),
        "armed_group": _("Armed group"),
    },
    "mention": {"name": _("its name"), "nominal": _("a common noun")},
    "precision": {
        "day": _("day"),
        "month": _("month"),
        "season": _("season"),
        "year": _("year"),
        "range": _("several days"),
    },
}
# What is shown of each kind, in the order in which it is read.
_SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    Kind.QUOTE: ("speaker_name", "party", "form", "cue"),
    Kind.FIGURE: ("value", "per", "subject", "change", "baseline", "as_of", "place"),
    Kind.COMMITMENT: ("party", "person", "action", "amount", "due"),
    Kind.CALL: ("party", "person", "addressee", "action"),
    Kind.MEETING: ("name", "city", "country", "days", "held", "attendance"),
    Kind.MEMBERSHIP: ("event", "who", "count", "as_of"),
    Kind.PARTY: ("canonical", "type"),
    Kind.PERSON: ("canonical", "role", "party"),
    Kind.DATE: ("days", "precision"),
}
# Names of states and bodies by which the readers call them; all else is words.
_NAMED: Final = frozenset(
    ("speaker_name", "party", "person", "addressee", "place", "country", "canonical")
)
# Short labels that the readers write in English.
_ENGLISH: Final = frozenset(("subject", "action", "name"))


@dataclass(frozen=True, slots=True)
class Said:
    """One field of a finding as it is shown: its name and its value."""

    field: str
    label: str
    value: SafeString


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes fields for one reader: with their numerals, and the names of parties."""

    names: Mapping[str, str]
    numerals: str = "latin"

    def said(self, kind: str, fields: Fields, *, cue: str = "") -> list[Said]:
        """The fields of a kind that say something."""
        return list(self._said(kind, fields, cue))

    def _said(self, kind: str, fields: Fields, cue: str) -> Iterator[Said]:
        for field in _SHOWN.get(kind, ()):
            value = self._value(field, fields, cue)
            if value:
                yield Said(field, str(LABELS[field]), value)

    def _value(self, field: str, fields: Fields, cue: str) -> SafeString | None:
        if field in ("value", "baseline", "amount", "count", "attendance"):
            return self._counted(field, fields)
        if field == "cue":
            return format_html("<bdi>{}</bdi>", cue) if cue else None
        if field == "days":
            first, last = fields.get("from"), fields.get("to")
            return self.days(f"{first}/{last or first}") if first else None
        said = fields.get(field)
        if not said:
            return None
        if field in ("as_of", "due"):
            return self.days(said)
        if field == "who":
            return self.named_all(said)
        return self._word(field, str(said))

    def _word(self, field: str, said: str) -> SafeString:
        if field in CHOICES:
            return format_html("{}", CHOICES[field].get(said, said))
        if field in _NAMED:
            return called(said, self.names)
        if field == "city":
            return town(said)
        if field in _ENGLISH and said.isascii():
            return format_html('<bdi lang="en">{}</bdi>', said)
        return format_html("<bdi>{}</bdi>", said)

    def _counted(self, field: str, fields: Fields) -> SafeString | None:
        if field == "value" and fields.get("value") is not None:
            return self.quantity(
                fields["value"],
                fields.get("unit") or "",
                high=fields.get("high"),
                bound=fields.get("bound") or "exact",
            )
        if field == "baseline" and fields.get("baseline") is not None:
            return self.quantity(fields["baseline"], fields.get("unit") or "")
        if field == "amount" and fields.get("amount"):
            return self.quantity(fields["amount"]["value"], fields["amount"]["unit"])
        if field == "count" and fields.get("count") is not None:
            return self.quantity(fields["count"], "member")
        if field == "attendance" and fields.get("attendance") is not None:
            return self.quantity(fields["attendance"], "")
        return None

    def quantity(
        self,
        value: float,
        unit: str,
        *,
        high: float | None = None,
        bound: str = "exact",
    ) -> SafeString:
        """A value with its bound and noun: at least 74 members."""
        pieces = _pieces(Quantity(value, unit, bound=bound, high=high))
        return format_html_join("", "{}", ((self._piece(one),) for one in pieces))

    def _piece(self, piece: Piece) -> str | SafeString:
        text = self.digits(piece.text)
        if piece.kind == "words":
            return text
        language = format_html(' lang="{}"', piece.language) if piece.language else ""
        return format_html('<bdi class="figure"{}>{}</bdi>', language, text)

    def days(self, asked: str) -> SafeString:
        """The day, the month, the year or the stretch of days that is meant."""
        found = moment_of(asked, None)
        if found is None:
            return format_html("<bdi>{}</bdi>", asked)
        first, last = found
        if first == last:
            return self._day(formats.date_format(first, "DATE_FORMAT"))
        if found == month(first.year, first.month):
            return self._day(formats.date_format(first, "YEAR_MONTH_FORMAT"))
        if (first.month, first.day, last.month, last.day, first.year) == (
            1, 1, 12, 31, last.year,
        ):  # fmt: skip
            return self._day(str(first.year))
        ends = {
            "first": formats.date_format(first, "DATE_FORMAT"),
            "last": formats.date_format(last, "DATE_FORMAT"),
        }
        return self._day(gettext("%(first)s to %(last)s") % ends)

    def _day(self, written: str) -> SafeString:
        return format_html("<bdi>{}</bdi>", self.digits(written))

    def named_all(self, canonical: Iterable[str]) -> SafeString:
        """Several parties, each by its name."""
        comma = "، " if (translation.get_language() or "")[:2] == "ar" else ", "
        names = ((called(one, self.names),) for one in canonical)
        return format_html_join(comma, "{}", names)

    def digits(self, text: str) -> str:
        """The digits as the reader likes them."""
        return text.translate(_ARABIC_DIGITS) if self.numerals == "arabic" else text


def _pieces(quantity: Quantity) -> Pieces:
    language = (translation.get_language() or "en")[:2]
    written = quantity.written(language)
    if written:
        return written
    figure = number(bare(quantity.value, language))
    if quantity.high is not None:
        figure = (*figure, Piece("–"), *number(bare(quantity.high, language)))
    bound = bound_words(quantity.bound, quantity.unit, language)
    return (*words(bound), *figure, *_unit(quantity.unit, language))


def _unit(unit: str, language: str) -> Pieces:
    """A unit behind its number, in brackets where nobody wrote how it is counted."""
    if not unit:
        return ()
    named = units(language).get(unit)
    return words(f" ({named})") if named else (Piece(" "), Piece(unit, "name", "en"))


def named_in(rows: Iterable[Fields]) -> set[str]:
    """The canonical names that stand in the fields of findings or entries."""
    found: set[str] = set()
    for fields in rows:
        found.update(str(fields[one]) for one in _NAMED if fields.get(one))
        found.update(fields.get("who") or ())
    return found


def writer_for(person: Any, rows: Iterable[Fields]) -> Writer:
    """A writer for a reader, who knows the parties that are named in these rows."""
    entities = Entity.objects.filter(canonical__in=named_in(rows))
    names = {one.canonical: one.whole.name for one in entities}
    return Writer(names, getattr(person, "numerals", "latin"))
