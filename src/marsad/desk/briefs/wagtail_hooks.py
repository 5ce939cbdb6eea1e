"""What the editor shows of itself: our choosers, our way back, and none of its own powers."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from marsad.desk.briefs.choosers import CHOOSERS


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    """Choose entries, indicators and groupings of the register."""
    return list(CHOOSERS)


@hooks.register("construct_main_menu")
def no_menu(_request: HttpRequest, menu_items: list[Any]) -> None:
    """The desk has the menu; the editor writes."""
    menu_items[:] = []


@hooks.register("construct_page_action_menu")
def save_only(
    menu_items: list[Any], _request: HttpRequest, _context: dict[str, Any]
) -> None:
    """A draft is saved; it goes out through the releasing officer alone."""
    menu_items[:] = [one for one in menu_items if one.name in (None, "page-locked")]
