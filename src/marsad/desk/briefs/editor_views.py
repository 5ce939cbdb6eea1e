"""Wagtail's views of a brief, without what the door does not open."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import (
    ChecksSidePanel,
    PageStatusSidePanel,
)
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.history import PageHistoryFilterSet, PageHistoryView
from wagtail.admin.views.pages.lock import LockView, UnlockView
from wagtail.admin.views.pages.revisions import (
    RevisionsCompareView,
    RevisionsRevertView,
)
from wagtail.admin.viewsets.pages import PageViewSet

from marsad.desk.briefs.editor_reach import may_open
from marsad.desk.briefs.models import Brief


def address(name: str, *args: Any) -> str:
    """An address of the desk, or none where the desk has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


class _State(PageStatusSidePanel):  # type: ignore[misc]
    """What is known of a page: who saved it last, its other languages, its lock."""

    def get_status_templates(self, context: Any) -> list[str]:
        """Nothing of publishing, of use elsewhere, or of who may see it live."""
        includes = "wagtailadmin/shared/side_panels/includes/status"
        return [
            "briefs/editor/state.html",
            f"{includes}/locale.html",
            f"{includes}/locked.html",
        ]


class _Written:
    """What is shown around the form of a brief."""

    page: Any
    request: Any

    def get_side_panels(self) -> Any:
        """State, preview and comments; what Wagtail checks, the desk checks better."""
        panels = [
            one
            for one in super().get_side_panels()  # type: ignore[misc]
            if not isinstance(one, ChecksSidePanel)
        ]
        return MediaContainer([self._ours(one) for one in panels])

    def _ours(self, panel: Any) -> Any:
        if isinstance(panel, PageStatusSidePanel):
            panel.__class__ = _State
            panel.usage_url = None
        return panel

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """None: a brief is begun, and thrown away, at the desk."""
        return []

    def get_page_title(self) -> str:
        """What the page is."""
        return _("Brief in %(language)s") % {
            "language": self.page.locale.get_display_name()
        }

    def get_translations(self) -> list[dict[str, Any]]:
        """The other languages that this person may open."""
        pages = Brief.objects.filter(translation_key=self.page.translation_key)
        others = pages.exclude(pk=self.page.pk).select_related(
            "locale", "latest_revision"
        )
        return [
            {
                "locale": one.locale,
                "url": reverse("wagtailadmin_pages:edit", args=[one.pk]),
            }
            for one in others
            if may_open(self.request.user, one)
        ]


class _Edit(_Written, EditView):  # type: ignore[misc]
    """The form of a brief."""


class _Revert(_Written, RevisionsRevertView):  # type: ignore[misc]
    """The form with an older text in it."""


class _WithTrail:
    """A page beside the form, whose way back leads to the desk."""

    object: Any

    @cached_property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The list of briefs, then this one."""
        page = self.object
        return [
            {"url": address("briefs"), "label": _("Briefs")},
            {
                "url": address("brief", page.translation_key)
                or reverse("wagtailadmin_pages:edit", args=[page.pk]),
                "label": page.title,
            },
        ]


class _HistoryAsked(PageHistoryFilterSet):  # type: ignore[misc]
    """What the history is narrowed by; Wagtail's calendar would run inline script."""

    timestamp = None


class _History(_WithTrail, PageHistoryView):  # type: ignore[misc]
    """Who saved what, and when."""

    filterset_class = _HistoryAsked


class _Compare(_WithTrail, RevisionsCompareView):  # type: ignore[misc]
    """Two texts of a brief, side by side."""


class _BackToThePage:
    """After a lock or its release one is where one was."""

    object: Any
    next_url: str

    def get_success_url(self) -> str:
        """The form of the page."""
        return self.next_url or reverse(
            "wagtailadmin_pages:edit", args=[self.object.pk]
        )


class _Lock(_BackToThePage, LockView):  # type: ignore[misc]
    """Keep others from writing for a while."""


class _Unlock(_BackToThePage, UnlockView):  # type: ignore[misc]
    """Let others write again."""


class BriefViews(PageViewSet):  # type: ignore[misc]
    """The views of a brief in the editor."""

    model = Brief
    edit_view_class = _Edit
    history_view_class = _History
    revisions_compare_view_class = _Compare
    revisions_revert_view_class = _Revert
    lock_view_class = _Lock
    unlock_view_class = _Unlock


brief_views = BriefViews()
