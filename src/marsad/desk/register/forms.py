"""Forms in which people correct what a finding or an entry says, one for each kind."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from marsad.composing.counting import nouns
from marsad.desk.entities.models import EntityKind, Name
from marsad.desk.register.correct import SAME_ACTOR, Actor
from marsad.desk.register.inputs import (
    Called,
    DayInput,
    DaysInput,
    NameInput,
    NamesInput,
    NumberInput,
    as_written,
    day_written,
)
from marsad.desk.register.models import Kind
from marsad.desk.register.wording import CHOICES, LABELS
from marsad.desk.safeguards.models import Person
from marsad.reading.findings import Interval

_PARTIES: Final = frozenset(set(EntityKind.values) - {EntityKind.PERSON.value})
_PERSONS: Final = frozenset((EntityKind.PERSON.value,))
# Codes of ISO 4217: the coalition's members, donors and the region.
CURRENCIES: Final = frozenset(
    "AED AFN AUD BDT BGN BHD BRL CAD CHF CNY CZK DKK DZD EGP ETB EUR GBP GEL HUF IDR ILS "
    "INR IQD IRR ISK JOD JPY KRW KWD KZT LBP LYD MAD MMK MRU MXN MYR NGN NOK NZD OMR PHP "
    "PKR PLN QAR RON RSD RUB SAR SDG SEK SGD SOS SYP THB TND TRY UAH USD VND XAF XOF YER "
    "ZAR".split()
)
REASON: Final = _("Reason (optional)")


def _choices(field: str, *, empty: bool = False) -> list[tuple[str, Any]]:
    blank: list[tuple[str, Any]] = [("", "—")] if empty else []
    return [*blank, *CHOICES[field].items()]


def _label(field: str) -> Any:
    return LABELS[field]


class FieldsForm(forms.Form):
    """What every form of fields has: a reason, and the names that it offers."""

    because = forms.CharField(
        label=REASON, required=False, max_length=300, widget=forms.TextInput()
    )
    # The fields that say who acts, the first one that is given goes into the entry.
    actor_fields: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, subject: "Subject") -> None:
        self.before = subject.fields
        self.subject = subject
        super().__init__(
            data,
            auto_id=f"{subject.prefix}%s",
            initial=subject.in_words(self.shown(subject.fields), self._name_fields()),
        )
        # The reason comes last: first what is said, then why.
        self.order_fields([*(n for n in self.fields if n != "because"), "because"])
        for name in self._name_fields():
            field = cast("NameInput", self.fields[name])
            field.offered, field.person = subject.called, subject.person
            field.widget.attrs |= {"list": "names", "dir": "auto"}

    def _name_fields(self) -> list[str]:
        return [
            name
            for name, field in self.base_fields.items()
            if isinstance(field, NameInput)
        ]

    def shown(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields as the form shows them."""
        return dict(fields)

    def now(self) -> dict[str, Any]:
        """The fields as they are to be kept."""
        return {**self.before, **self.said()}

    def said(self) -> dict[str, Any]:
        """What was typed, in the form in which fields are kept."""
        raise AssertionError("each kind says its own")

    def actor(self) -> Actor:
        """Who speaks, promises, calls or joins now."""
        now = self.said()
        if all(self.before.get(one) == now.get(one) for one in self.actor_fields):
            return SAME_ACTOR
        for field in self.actor_fields:
            who = self.cleaned_data.get(field)
            for one in who if isinstance(who, list) else [who]:
                if isinstance(one, Called) and one.name:
                    return one.name
        return None

    def reason(self) -> str:
        """The reason that was given, or the plain one."""
        return self.cleaned_data.get("because") or _now("Corrected by the source.")

    def canonical(self, field: str) -> str | None:
        """The readers' own name for what was chosen in a field."""
        who = self.cleaned_data.get(field)
        return who.canonical if isinstance(who, Called) else None


class Subject:
    """What a form corrects: its fields, who corrects it, and the names to choose from."""

    def __init__(
        self,
        fields: Mapping[str, Any],
        person: Person,
        *,
        names: Iterable[Name] = (),
        prefix: str = "",
    ) -> None:
        self.fields = fields
        self.person = person
        self.prefix = prefix
        self.called: dict[str, Called] = {}
        self._words: dict[str, str] = {}
        for name in names:
            words = name.entity.name if name.entity else name.text
            self.called.setdefault(words, Called(name.canonical, name))
            self._words.setdefault(name.canonical, words)

    @property
    def offered(self) -> list[str]:
        """The names that the page offers."""
        return sorted(self.called)

    def in_words(self, shown: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
        """Names as the reader knows them; what nobody touches stays what it was."""
        for field in fields:
            said = shown.get(field)
            if isinstance(said, list):
                shown[field] = ", ".join(self._worded(one) for one in said)
            elif said:
                shown[field] = self._worded(str(said))
        return shown

    def _worded(self, canonical: str) -> str:
        words = self._words.get(canonical, canonical)
        self.called.setdefault(words, Called(canonical))
        return words


class _Unit(forms.CharField):
    """A noun in the singular or the code of a currency."""

    def clean(self, value: Any) -> str:
        """Refuse three capitals that are the code of nothing."""
        unit = str(super().clean(value) or "").strip()
        if len(unit) == 3 and unit.isupper() and unit not in CURRENCIES:
            problem = _now("«%(code)s» is no code of a currency, such as USD or IQD.")
            raise forms.ValidationError(problem % {"code": unit})
        return unit


def units() -> list[str]:
    """Units that a form offers: nouns that the house can write, and currencies."""
    return sorted({"percent", "fraction", *nouns(), *CURRENCIES})


def _unit(**more: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "ltr", "list": "units"})
    return _Unit(label=_label("unit"), max_length=40, widget=widget, **more)


class QuoteForm(FieldsForm):
    """Who said it, for whom, and how."""

    actor_fields = ("speaker_name", "party")
    speaker_name = NameInput(label=_label("speaker_name"), required=False)
    party = NameInput(label=_label("party"), required=False, kinds=_PARTIES)
    form = forms.ChoiceField(label=_label("form"), choices=_choices("form"))

    def said(self) -> dict[str, Any]:
        """Speaker, party and form of speech."""
        return {
            "speaker_name": self.canonical("speaker_name"),
            "party": self.canonical("party"),
            "form": self.cleaned_data["form"],
        }


class FigureForm(FieldsForm):
    """A value with its bound, its unit and its days."""

    value = NumberInput(label=_label("value"))
    high = NumberInput(label=_label("high"), required=False)
    bound = forms.ChoiceField(label=_label("bound"), choices=_choices("bound"))
    unit = _unit(required=False)
    subject = forms.CharField(label=_label("subject"), required=False, max_length=200)
    change = forms.ChoiceField(
        label=_label("change"), choices=_choices("change", empty=True), required=False
    )
    baseline = NumberInput(label=_label("baseline"), required=False)
    per = forms.ChoiceField(
        label=_label("per"), choices=_choices("per", empty=True), required=False
    )
    as_of = DaysInput(label=_label("as_of"), required=False)
    place = NameInput(label=_label("place"), required=False)

    def clean_high(self) -> Any:
        """A range goes up."""
        value, high = self.cleaned_data.get("value"), self.cleaned_data.get("high")
        if value is not None and high is not None and high <= value:
            raise forms.ValidationError(_now("The upper value is not above the value."))
        return high

    def said(self) -> dict[str, Any]:
        """Every field of a figure."""
        clean = self.cleaned_data
        return {
            "value": clean["value"],
            "high": clean["high"],
            "bound": clean["bound"],
            "unit": clean["unit"],
            "subject": clean["subject"],
            "change": clean["change"] or None,
            "baseline": clean["baseline"],
            "per": clean["per"] or None,
            "as_of": as_written(clean["as_of"]),
            "place": self.canonical("place"),
        }


class CommitmentForm(FieldsForm):
    """Who binds itself, to what, by when."""

    actor_fields = ("party", "person")
    party = NameInput(label=_label("party"), required=False, kinds=_PARTIES)
    person = NameInput(label=_label("person"), required=False, kinds=_PERSONS)
    action = forms.CharField(label=_label("action"), max_length=300)
    amount = NumberInput(label=_label("amount"), required=False)
    unit = _unit(required=False)
    due = DaysInput(label=_label("due"), required=False)

    def shown(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The amount in two inputs."""
        amount = fields.get("amount") or {}
        return {**fields, "amount": amount.get("value"), "unit": amount.get("unit")}

    def clean(self) -> dict[str, Any]:
        """An amount is an amount of something."""
        clean = super().clean() or {}
        if clean.get("amount") is not None and not clean.get("unit"):
            self.add_error("unit", _now("Say of what: USD, person, fighter."))
        return clean

    def said(self) -> dict[str, Any]:
        """Every field of a commitment."""
        clean = self.cleaned_data
        days: Interval | None = clean["due"]
        has_amount = clean["amount"] is not None
        return {
            "party": self.canonical("party"),
            "person": self.canonical("person"),
            "action": clean["action"],
            "amount": {"value": clean["amount"], "unit": clean["unit"]}
            if has_amount
            else None,
            "due": str(days) if days else None,
        }


class CallForm(FieldsForm):
    """Who asks whom to do what."""

    actor_fields = ("party", "person")
    party = NameInput(label=_label("party"), required=False, kinds=_PARTIES)
    person = NameInput(label=_label("person"), required=False, kinds=_PERSONS)
    addressee = NameInput(label=_label("addressee"), required=False)
    action = forms.CharField(label=_label("action"), required=False, max_length=300)

    def said(self) -> dict[str, Any]:
        """Every field of a call."""
        names = {one: self.canonical(one) for one in ("party", "person", "addressee")}
        return {**names, "action": self.cleaned_data["action"]}


class MeetingForm(FieldsForm):
    """A meeting: its name, place and days."""

    name = forms.CharField(label=_label("name"), max_length=300)
    city = forms.CharField(label=_label("city"), required=False, max_length=100)
    country = NameInput(
        label=_label("country"),
        required=False,
        kinds=frozenset((EntityKind.STATE.value,)),
    )
    first = DayInput(label=_label("from"), required=False)
    last = DayInput(label=_label("to"), required=False)
    held = forms.ChoiceField(label=_label("held"), choices=_choices("held"))
    attendance = NumberInput(label=_label("attendance"), required=False)

    def shown(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The days in two inputs."""
        return {**fields, "first": fields.get("from"), "last": fields.get("to")}

    def clean(self) -> dict[str, Any]:
        """A meeting does not end before it begins."""
        clean = super().clean() or {}
        first, last = clean.get("first"), clean.get("last")
        if last and not first:
            self.add_error("first", _now("Say on which day it began."))
        if first and last and last < first:
            self.add_error("last", _now("It ends before it begins."))
        return clean

    def said(self) -> dict[str, Any]:
        """Every field of a meeting."""
        clean = self.cleaned_data
        return {
            "name": clean["name"],
            "city": clean["city"] or None,
            "country": self.canonical("country"),
            "from": day_written(clean["first"]),
            "to": day_written(clean["last"] or clean["first"]),
            "held": clean["held"],
            "attendance": clean["attendance"],
        }


class MembershipForm(FieldsForm):
    """How many members there are, or who joined, attended or founded."""

    actor_fields = ("who",)
    event = forms.ChoiceField(label=_label("event"), choices=_choices("event"))
    who = NamesInput(label=_label("who"), required=False, kinds=_PARTIES)
    count = NumberInput(label=_label("count"), required=False)
    as_of = DaysInput(label=_label("as_of"), required=False)

    def shown(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The parties with commas between them."""
        return {**fields, "who": list(fields.get("who") or ())}

    def clean(self) -> dict[str, Any]:
        """A count counts, and somebody joins."""
        clean = super().clean() or {}
        if clean.get("event") == "count" and clean.get("count") is None:
            self.add_error("count", _now("Give the number of members."))
        if clean.get("event") in ("joined", "founded") and not clean.get("who"):
            self.add_error("who", _now("Say who; commas stand between several."))
        return clean

    def said(self) -> dict[str, Any]:
        """Every field of a membership."""
        clean = self.cleaned_data
        return {
            "event": clean["event"],
            "who": [one.canonical for one in clean["who"]],
            "count": clean["count"],
            "as_of": as_written(clean["as_of"]),
        }


FORMS: Final[Mapping[str, type[FieldsForm]]] = {
    Kind.QUOTE: QuoteForm,
    Kind.FIGURE: FigureForm,
    Kind.COMMITMENT: CommitmentForm,
    Kind.CALL: CallForm,
    Kind.MEETING: MeetingForm,
    Kind.MEMBERSHIP: MembershipForm,
}
