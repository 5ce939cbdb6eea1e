"""The powers that the editor asks of an account, lent for the making of one page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.contrib.auth.models import Permission
from django.utils import translation
from django.utils.functional import LazyObject, empty
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

from marsad.desk.briefs.models import Shelf

_PAGES: Final = ("add_page", "change_page", "lock_page", "unlock_page")
# Pictures are added and chosen; none is changed or deleted under the briefs that show it.
_IMAGES: Final = ("add_image", "choose_image")
_LENT: Final = (
    "opened",
    "_page_permission_cache",
    "_collection_permission_cache",
    "_site_permission_cache",
)


@contextmanager
def lent(person: Any) -> Iterator[None]:
    """Let a person have what the editor asks for, never to publish; then take it back."""
    whole = _whole(person)
    before = {name: whole.__dict__[name] for name in _LENT if name in whole.__dict__}
    _lend(whole)
    try:
        yield
    finally:
        for name in _LENT:
            whole.__dict__.pop(name, None)
        whole.__dict__.update(before)
        whole._state.fields_cache.pop("wagtail_userprofile", None)


def _whole(person: Any) -> Any:
    """The row itself, where the request holds it in a wrapping."""
    if isinstance(person, LazyObject):
        bool(person)
        wrapped = person._wrapped
        return person if wrapped is empty else wrapped
    return person


def _lend(person: Any) -> None:
    person.opened = frozenset(
        ("wagtailadmin.access_admin", *(f"wagtailimages.{one}" for one in _IMAGES))
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
