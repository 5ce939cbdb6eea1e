"""How an editor chooses entries, indicators and groupings of the register."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.register.models import Entry


class _OfTheReader:
    """What a chooser lists: only what the person's clearance lets them see."""

    request: Any

    def get_object_list(self) -> QuerySet[Any]:
        """The rows, newest first."""
        rows = super().get_object_list()  # type: ignore[misc]
        rows = rows.visible_to(self.request.user)
        current = getattr(rows, "current", None)
        return current() if current else rows  # type: ignore[no-any-return]


class _Choose(_OfTheReader, ChooseView):  # type: ignore[misc]
    pass


class _Results(_OfTheReader, ChooseResultsView):  # type: ignore[misc]
    pass


class _Chooser(ChooserViewSet):  # type: ignore[misc]
    choose_view_class = _Choose
    choose_results_view_class = _Results
    register_widget = False
    per_page = 20
    # Chosen here, made and changed at the desk alone.
    creation_form_class = None
    edit_item_text = _("Open")


entry_chooser = _Chooser(
    "entry_chooser",
    url_prefix="choose/entries",
    model=Entry,
    icon="doc-full",
    choose_one_text=_("Choose an entry"),
    choose_another_text=_("Choose another entry"),
)
indicator_chooser = _Chooser(
    "indicator_chooser",
    url_prefix="choose/indicators",
    model=Indicator,
    icon="order",
    choose_one_text=_("Choose an indicator"),
    choose_another_text=_("Choose another indicator"),
)
grouping_chooser = _Chooser(
    "grouping_chooser",
    url_prefix="choose/groupings",
    model=Grouping,
    icon="group",
    choose_one_text=_("Choose a grouping"),
    choose_another_text=_("Choose another grouping"),
)
CHOOSERS = (entry_chooser, indicator_chooser, grouping_chooser)


class EntryBlock(blocks.ChooserBlock):  # type: ignore[misc]
    """One entry of the register."""

    target_model = Entry

    @cached_property
    def widget(self) -> Any:
        """The button that opens the register."""
        return entry_chooser.widget_class()

    class Meta:
        icon = "doc-full"
        label = _("Entry")


class IndicatorBlock(blocks.ChooserBlock):  # type: ignore[misc]
    """One indicator."""

    target_model = Indicator

    @cached_property
    def widget(self) -> Any:
        """The button that opens the indicators."""
        return indicator_chooser.widget_class()

    class Meta:
        icon = "order"
        label = _("Indicator")


class GroupingBlock(blocks.ChooserBlock):  # type: ignore[misc]
    """One grouping."""

    target_model = Grouping

    @cached_property
    def widget(self) -> Any:
        """The button that opens the groupings."""
        return grouping_chooser.widget_class()

    class Meta:
        icon = "group"
        label = _("Grouping")
