"""What the editor shows of itself: our choosers, our way back, and none of its own powers."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_noop
from wagtail import hooks
from wagtail.images.views.chooser import BaseImageChooseView

from marsad.desk.briefs.choosers import CHOOSERS
from marsad.desk.briefs.editor_form import PANELS
from marsad.desk.briefs.editor_views import brief_views
from marsad.desk.briefs.models import Brief
from marsad.desk.briefs.picture_form import PicturesAsked

# Wagtail's own Arabic leaves these in English; our catalogue is read before Wagtail's.
UNTRANSLATED = (gettext_noop("Bold"), gettext_noop("Italic"))
# Here, not in the model: the form reads the model.
Brief.edit_handler = PANELS
# Pictures are found by their titles; the editor's own index is not installed.
BaseImageChooseView.filter_form_class = PicturesAsked


@hooks.register("register_admin_viewset")
def views_and_choosers() -> list[Any]:
    """Write a brief; choose entries, indicators and groupings of the register."""
    return [brief_views, *CHOOSERS]


@hooks.register("insert_global_admin_css")
def our_style() -> str:
    """Arabic in plain inputs, the lines of the register, our way back."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/editor.css"))


@hooks.register("construct_main_menu")
def no_menu(_request: HttpRequest, menu_items: list[Any]) -> None:
    """The desk has the menu; the editor writes."""
    menu_items[:] = []


@hooks.register("construct_page_action_menu")
def save_only(
    menu_items: list[Any], _request: HttpRequest, _context: dict[str, Any]
) -> None:
    """A draft is saved; it goes out through the releasing officer alone."""
    kept = ("action-save-draft", "action-page-locked")
    menu_items[:] = [one for one in menu_items if one.name in kept]
