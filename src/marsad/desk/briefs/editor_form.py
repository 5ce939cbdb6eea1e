"""The form of the editor: what may be written of a brief, and nothing else of it."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    ObjectList,
    TabbedInterface,
)

from marsad.desk.briefs.keeping import IN_THE_EDITOR, said_by, write


class BriefForm(WagtailAdminPageForm):  # type: ignore[misc]
    """What people write of a brief; each save is an act of theirs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Before the form fills the page with what was sent.
        self._before = said_by(self.instance) if self.is_bound else {}

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Wagtail's own)
        """Keep what was written; a preview, which keeps nothing, is no act."""
        if commit:
            write(self.instance, self._before, by=self.for_user, because=IN_THE_EDITOR)
        return super().save(commit=commit)


class DayInput(forms.DateInput):
    """A day, in the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: Any = None) -> None:
        # The form in which browsers send it, whatever the language of the page.
        super().__init__(attrs, format="%Y-%m-%d")


_WRITTEN: Final = ObjectList(
    [
        FieldPanel("title", heading=_("Title"), help_text=_("What readers see first.")),
        FieldPanel(
            "summary",
            heading=_("Summary"),
            help_text=_("Two or three sentences, for lists, letters and feeds."),
        ),
        FieldPanel(
            "as_of",
            heading=_("As of"),
            widget=DayInput,
            help_text=_("The brief knows of nothing after this day."),
        ),
        FieldPanel(
            "audience",
            heading=_("Audience"),
            help_text=_("Nothing marked more strictly than this may be cited."),
        ),
        FieldPanel("body", heading=_("Blocks")),
        CommentPanel(),
    ],
    heading=_("Brief"),
)
# One tab: the scripts of comments look for tabs.
PANELS: Final = TabbedInterface([_WRITTEN], base_form_class=BriefForm)
