"""How an editor chooses entries, indicators and groupings of the register."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.paginator import InvalidPage
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser, BaseChooserAdapter

from marsad.desk.briefs import choosing
from marsad.desk.briefs.chosen_lines import (
    ChosenLine,
    entry_lines,
    grouping_lines,
    indicator_lines,
)
from marsad.desk.briefs.editor_reader import reader
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.register.models import Entry
from marsad.desk.safeguards.models import Person

Lines = Callable[[Iterable[Any], Person], Mapping[int, ChosenLine]]


class _Listing:
    """A list of rows that the person may see, each with its line."""

    request: Any
    asking_class: Any = None
    find: Any = None
    lines: Any = None
    prepare: Any = None
    results_template_name = "briefs/editor/chooser_results.html"

    def get_filter_form(self) -> Any:
        """What the list is narrowed by."""
        return type(self).asking_class(self.request.GET, person=self.request.user)

    def get_results_page(self, request: Any) -> Any:
        """One page of the list."""
        form: Any = self.filter_form  # type: ignore[attr-defined]
        found = type(self).find(form.asked, request.user)
        self.paginator = self.paginator_class(found, per_page=20)  # type: ignore[attr-defined]
        try:
            page = self.paginator.page(request.GET.get("p", 1))
        except InvalidPage as error:
            raise Http404 from error
        rows = type(self).prepare(page.object_list, request.user)
        lines = type(self).lines(rows, request.user)
        page.object_list = [
            {**lines[one.pk].state, "chosen_url": self._chosen(one.pk)}
            for one in rows
            if one.pk in lines
        ]
        return page

    def _chosen(self, number: int) -> str:
        name: str = self.chosen_url_name  # type: ignore[attr-defined]
        return reverse(name, args=[number])

    @property
    def columns(self) -> list[Any]:
        """None: the list is drawn by its own template."""
        return []


class _Choose(ChooseView):  # type: ignore[misc]
    """The dialogue with what the list is narrowed by."""

    template_name = "briefs/editor/chooser_choose.html"


def _listing(base: type, *, asking: Any, find: Any, lines: Lines, prepare: Any) -> type:
    return type(
        f"Registered{base.__name__}",
        (_Listing, base),
        {
            "asking_class": asking,
            "find": staticmethod(find),
            "lines": staticmethod(lines),
            "prepare": staticmethod(prepare),
        },
    )


class _Chosen(ChosenView):  # type: ignore[misc]
    """The line of what was chosen; what one may not see is not there."""

    def get_object(self, pk: str) -> Any:
        """The row, if the person may see it."""
        if not (pk.isascii() and pk.isdecimal() and len(pk) < 18):
            raise Http404
        rows = self.model_class.objects.visible_to(self.request.user)
        return rows.get(pk=int(pk))

    def get_chosen_response_data(self, item: Any) -> dict[str, Any]:
        """What the block is told."""
        return _line_of(item, self.request.user).state


def _line_of(row: Any, person: Person) -> ChosenLine:
    return _LINES[type(row)]([row], person)[row.pk]


_LINES: Mapping[type, Lines] = {
    Entry: entry_lines,
    Indicator: indicator_lines,
    Grouping: grouping_lines,
}


class LineChooser(BaseChooser):  # type: ignore[misc]
    """The button that opens the register, and the line of what was chosen."""

    template_name = "briefs/editor/chooser.html"
    link_to_chosen_text = _("Open at the desk")

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        """The line of a row, for whoever reads the page."""
        line: ChosenLine | None = getattr(instance, "line", None)
        person = reader()
        if line is None and person is not None:
            line = _line_of(instance, person)
        return line.state if line else {"id": instance.pk, "title": "", "edit_url": ""}


class LineChooserAdapter(BaseChooserAdapter):  # type: ignore[misc]
    """Tells the editor's scripts how the line is drawn."""

    js_constructor = "marsad.briefs.LineChooser"

    @cached_property
    def media(self) -> Any:
        """The scripts of the button, in the order in which they lean on each other."""
        media: Any = super().media
        return media + BaseChooser().media + forms.Media(js=["desk/editor.js"])


class _Chooser(ChooserViewSet):  # type: ignore[misc]
    """What every chooser of the register has in common."""

    chosen_view_class = _Chosen
    base_widget_class = LineChooser
    widget_telepath_adapter_class = LineChooserAdapter
    register_widget = False
    per_page = 20
    # Chosen here, made and changed at the desk alone.
    creation_form_class = None
    edit_item_text = _("Open at the desk")


def _chooser(name: str, model: Any, icon: str, **how: Any) -> Any:
    chooser = type(
        f"{model.__name__}Chooser",
        (_Chooser,),
        {
            "choose_view_class": _listing(_Choose, **how),
            "choose_results_view_class": _listing(ChooseResultsView, **how),
        },
    )
    texts = _TEXTS[name]
    return chooser(
        f"{name}_chooser",
        url_prefix=f"choose/{name}",
        model=model,
        icon=icon,
        choose_one_text=texts[0],
        choose_another_text=texts[1],
    )


_TEXTS = {
    "entry": (_("Choose an entry"), _("Choose another entry")),
    "indicator": (_("Choose an indicator"), _("Choose another indicator")),
    "grouping": (_("Choose a grouping"), _("Choose another grouping")),
}


def _with_sources(rows: Any, _person: Person) -> list[Entry]:
    numbers = [one.pk for one in rows]
    found = Entry.objects.filter(pk__in=numbers).with_sources().in_bulk()
    return [found[number] for number in numbers]


def _as_they_are(rows: Any, _person: Person) -> list[Any]:
    return list(rows)


entry_chooser = _chooser(
    "entry",
    Entry,
    "doc-full",
    asking=choosing.AskingEntries,
    find=choosing.entries,
    lines=entry_lines,
    prepare=_with_sources,
)
indicator_chooser = _chooser(
    "indicator",
    Indicator,
    "order",
    asking=choosing.AskingIndicators,
    find=choosing.indicators,
    lines=indicator_lines,
    prepare=_as_they_are,
)
grouping_chooser = _chooser(
    "grouping",
    Grouping,
    "group",
    asking=choosing.AskingGroupings,
    find=choosing.groupings,
    lines=grouping_lines,
    prepare=_as_they_are,
)
CHOOSERS = (entry_chooser, indicator_chooser, grouping_chooser)
register(LineChooserAdapter(), LineChooser)


class _OfTheRegister(blocks.ChooserBlock):  # type: ignore[misc]
    """A row of the register, which only those may choose who may read it."""

    chooser: ClassVar[Any]

    @cached_property
    def widget(self) -> Any:
        """The button that opens the register."""
        return type(self).chooser.widget_class()

    def value_from_form(self, value: Any) -> Any:
        """The row that a form names; one above the clearance is not there."""
        if value in (None, "") or isinstance(value, self.model_class):
            return value or None
        person = reader()
        number = str(value)
        if person is None or not number.isdecimal() or len(number) > 18:
            raise Http404
        seen = self.model_class.objects.visible_to(person).filter(pk=int(number))
        row = seen.first()
        if row is None:
            raise Http404
        return row

    def bulk_to_python(self, values: Any) -> list[Any]:
        """The rows of these numbers, with their lines where somebody reads them."""
        found = list(super().bulk_to_python(values))
        person = reader()
        rows = {one.pk: one for one in found if one is not None}
        if person is not None and rows:
            lines = _lines_of(self.model_class, rows, person)
            for one in found:
                if one is not None and one.pk in lines:
                    one.line = lines[one.pk]
        return found


def _lines_of(
    model: type, rows: Mapping[int, Any], person: Person
) -> Mapping[int, ChosenLine]:
    kept = _with_sources(rows.values(), person) if model is Entry else rows.values()
    return _LINES[model](kept, person)


class EntryBlock(_OfTheRegister):
    """One entry of the register."""

    target_model = Entry
    chooser = entry_chooser

    class Meta:
        icon = "doc-full"
        label = _("Entry")


class IndicatorBlock(_OfTheRegister):
    """One indicator."""

    target_model = Indicator
    chooser = indicator_chooser

    class Meta:
        icon = "order"
        label = _("Indicator")


class GroupingBlock(_OfTheRegister):
    """One grouping."""

    target_model = Grouping
    chooser = grouping_chooser

    class Meta:
        icon = "group"
        label = _("Grouping")
