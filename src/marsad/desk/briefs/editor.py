"""The door of the editor: which of Wagtail's pages open, to whom, with which powers.

Wagtail brings hundreds of addresses: publishing, moving, deleting, accounts, groups,
workflows. Only those named here answer, and each only to people with a right of ours;
all others do not exist. Wagtail asks an account for rights of its own: the door gives
them for the one request that it lets through, so no table of the database holds any.
"""

import functools
from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth.models import Permission
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils import translation
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

from marsad.desk.briefs.models import Brief, Shelf
from marsad.desk.safeguards.needs import needs

# Names of Wagtail's addresses that answer, by what they ask of the person.
READ: Final = frozenset(
    (
        "wagtailadmin_pages:revisions_compare",
        "wagtailadmin_pages:revisions_view",
        "wagtailadmin_pages:history",
        "wagtailadmin_pages:history_results",
        "wagtailadmin_pages:view_draft",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "wagtailimages:preview",
    )
)
WRITE: Final = frozenset(
    (
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:preview_on_edit",
        "wagtailadmin_pages:revisions_revert",
        "wagtailadmin_pages:lock",
        "wagtailadmin_pages:unlock",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
        "wagtailadmin_block_preview",
        "wagtailadmin_dismissibles",
        "wagtailimages:index",
        "wagtailimages:index_results",
        "wagtailimages:add",
        "wagtailimages:edit",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
        "wagtailimages_chooser:chosen",
        "wagtailimages_chooser:chosen_multiple",
        "wagtailimages_chooser:create",
        *(
            f"{chooser}:{view}"
            for chooser in ("entry_chooser", "indicator_chooser", "grouping_chooser")
            for view in ("choose", "choose_results", "chosen", "chosen_multiple")
        ),
    )
)
# A form of the editor may ask for these; none of them is ever done.
FORBIDDEN: Final = (
    "action-publish",
    "action-submit",
    "action-restart-workflow",
    "action-cancel-workflow",
    "action-workflow-action",
    "action-unpublish",
)
_PAGES: Final = ("add_page", "change_page", "lock_page", "unlock_page")
_IMAGES: Final = ("add_image", "change_image", "choose_image")


def guarded(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Wrap one of Wagtail's views with the door."""

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        match: ResolverMatch | None = request.resolver_match
        name = _name_of(match)
        if name in READ:
            return _reading(request, view, *args, **kwargs)
        if name in WRITE:
            return _writing(request, view, *args, **kwargs)
        raise Http404(name)

    answer.right = "briefs.read"  # type: ignore[attr-defined]
    return answer


def _name_of(match: ResolverMatch | None) -> str:
    return match.view_name if match is not None else ""


@needs("briefs.read")
def _reading(
    request: HttpRequest, view: Callable[..., HttpResponseBase], *args: Any, **kw: Any
) -> HttpResponseBase:
    if request.method not in ("GET", "HEAD"):
        raise Http404
    empower(request)
    return view(request, *args, **kw)


@needs("briefs.write")
def _writing(
    request: HttpRequest, view: Callable[..., HttpResponseBase], *args: Any, **kw: Any
) -> HttpResponseBase:
    if any(name in request.POST for name in FORBIDDEN):
        raise Http404
    empower(request)
    return view(request, *args, **kw)


def empower(request: HttpRequest) -> None:
    """Give the person, for this request alone, what the editor asks for; never to publish."""
    person: Any = request.user
    person.opened = frozenset(
        (
            "wagtailadmin.access_admin",
            *(f"wagtailimages.{one}" for one in _IMAGES),
        )
    )
    person._page_permission_cache = [
        GroupPagePermission(page=shelf, permission=_permission(codename))
        for shelf in Shelf.objects.all()
        for codename in _PAGES
    ]
    root = Collection.get_first_root_node()
    person._collection_permission_cache = [
        GroupCollectionPermission(
            # Never saved; the editor puts them in a set, which asks for a number.
            pk=-number,
            collection=root,
            permission=_permission(codename),
        )
        for number, codename in enumerate(_IMAGES, 1)
    ]
    person._site_permission_cache = []
    # The editor speaks the language of the desk, and asks no table for it.
    person.wagtail_userprofile = UserProfile(
        user=person,
        preferred_language=translation.get_language() or "",
        updated_comments_notifications=False,
    )


def _permission(codename: str) -> Permission:
    # Not saved, not looked up: the codename is all that is asked of it.
    return Permission(codename=codename)


def may_edit(person: Any, page: Brief) -> bool:
    """Whether the editor opens this page to a person."""
    return bool(person.may("briefs.write")) and page.pk is not None
