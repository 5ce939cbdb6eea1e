"""The door of the editor: which of Wagtail's pages open, to whom, with which powers.

Wagtail brings hundreds of addresses: publishing, moving, deleting, accounts, groups,
workflows. Only those named here answer, each only to people with a right of ours and
only to the methods it needs; all others do not exist. Wagtail asks an account for rights
of its own: the door lends them while the one page is made, so no table holds any.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils.datastructures import MultiValueDictKeyError

from marsad.desk.briefs.editor_headers import with_headers
from marsad.desk.briefs.editor_powers import lent
from marsad.desk.briefs.editor_reach import refuse_above
from marsad.desk.briefs.editor_reader import reading_as
from marsad.desk.safeguards.needs import needs

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Opening:
    """What one of Wagtail's addresses asks of a person, and how it may be asked."""

    right: str
    methods: frozenset[str]


def _opening(right: str, *methods: str) -> Opening:
    asked = {*methods, "HEAD"} if "GET" in methods else {*methods}
    return Opening(right, frozenset(asked))


_READ: Final = _opening("briefs.read", "GET")
_LOOK: Final = _opening("briefs.write", "GET")
_DO: Final = _opening("briefs.write", "POST")
_FORM: Final = _opening("briefs.write", "GET", "POST")

# Names of Wagtail's addresses that answer; the rest of them are not there.
OPENINGS: Final[Mapping[str, Opening]] = MappingProxyType(
    {
        "wagtailadmin_javascript_catalog": _READ,
        "wagtailadmin_sprite": _READ,
        "wagtailadmin_pages:history": _READ,
        "wagtailadmin_pages:history_results": _READ,
        "wagtailadmin_pages:revisions_compare": _READ,
        "wagtailadmin_pages:revisions_view": _READ,
        "wagtailadmin_pages:view_draft": _READ,
        "wagtailadmin_pages:edit": _FORM,
        "wagtailadmin_pages:revisions_revert": _FORM,
        "wagtailadmin_pages:preview_on_edit": _opening(
            "briefs.write", "GET", "POST", "DELETE"
        ),
        "wagtailadmin_pages:lock": _DO,
        "wagtailadmin_pages:unlock": _DO,
        "wagtailadmin_editing_sessions:ping": _DO,
        "wagtailadmin_editing_sessions:release": _DO,
        "wagtailimages_chooser:choose": _LOOK,
        "wagtailimages_chooser:choose_results": _LOOK,
        "wagtailimages_chooser:chosen": _LOOK,
        "wagtailimages_chooser:create": _FORM,
        **{
            f"{chooser}_chooser:{view}": _LOOK
            for chooser in ("entry", "indicator", "grouping")
            for view in ("choose", "choose_results", "chosen")
        },
    }
)
# What a form of the editor could ask beyond saving; none of it is ever done. An older
# revision is never written over: each save is one more.
_FORBIDDEN: Final = ("action-", "workflow-", "overwrite_revision_id")


def guarded(view: View, name: str) -> View:
    """Wrap the view of one of Wagtail's addresses with the door."""
    opening = OPENINGS.get(name)
    if opening is None:
        return _closed(view)

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in opening.methods or _asks_too_much(request):
            raise Http404(name)
        person: Any = request.user
        refuse_above(person, name, kwargs)
        with lent(person), reading_as(person):
            try:
                response = view(request, *args, **kwargs)
            except MultiValueDictKeyError as error:
                # A form without parts that every form of the editor has.
                raise Http404(name) from error
            if isinstance(response, SimpleTemplateResponse):
                # Now, while the powers last.
                response.render()
        return with_headers(response, name)

    return needs(opening.right)(answer)


def _closed(view: View) -> View:
    @functools.wraps(view)
    def answer(*_: Any, **__: Any) -> HttpResponseBase:
        raise Http404

    # Not there, so no list of doors names it.
    answer.is_closed = True  # type: ignore[attr-defined]
    return answer


def _asks_too_much(request: HttpRequest) -> bool:
    if any(name.startswith("_w_") for name in request.GET):
        return True
    return any(
        name.startswith(_FORBIDDEN)
        or (name.endswith(("-count", "-order")) and not _is_small_number(said))
        for name, said in request.POST.items()
    )


def _is_small_number(said: object) -> bool:
    text = str(said)
    return text.isascii() and text.isdecimal() and len(text) < 6
