"""The pages of streams: the list, one with what came by it, and its posts."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.exports.hand_out import answer
from marsad.desk.exports.tables import Column
from marsad.desk.posts import forms
from marsad.desk.posts.begin import begin
from marsad.desk.posts.change import change
from marsad.desk.posts.end import end
from marsad.desk.posts.fault_words import shown
from marsad.desk.posts.listing import Asked, languages_of, page_of, posts_for
from marsad.desk.posts.models import Arrival, Purge, Stream
from marsad.desk.posts.purge import purge
from marsad.desk.posts.uploads import LARGEST, take_upload
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import MarsadError, Refused

_ARRIVALS: Final = 20
_MEGABYTE: Final = 2**20
COLUMNS: Final = (
    Column("id", lambda one: one.pk),
    Column("platform", lambda one: one.platform),
    Column("account", lambda one: one.account.pseudonym if one.account else ""),
    Column("published_at", lambda one: one.at),
    Column("language", lambda one: one.language),
    Column("reach", lambda one: one.reach),
    Column("text", lambda one: one.text),
    Column("marking", lambda one: one.marking),
)


@needs("posts.read")
@require_GET
def posts(request: HttpRequest) -> HttpResponse:
    """List the streams with their counts."""
    return _streams(request)


@needs("posts.begin")
@require_POST
def stream_begin(request: HttpRequest) -> HttpResponse:
    """Begin a stream."""
    form = forms.BeginForm(request.POST)
    if not form.is_valid():
        return _streams(request, status=422, begin_form=form)
    because = form.cleaned_data["because"]
    try:
        made = begin(form.stream, form.ground, by=_by(request), because=because)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _streams(request, status=409, begin_form=form)
    return redirect("stream", made.pk)


@needs("posts.read")
@require_GET
def stream(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a stream: its ground, what came by it, what was purged."""
    return _page(request, _one(request, pk))


@needs("posts.change")
@require_POST
def stream_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a stream stands on."""
    one, form = _one(request, pk), forms.ChangeForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        days = said["retention_days"]
        because = said["because"]
        return change(
            one, form.ground, retention_days=days, by=_by(request), because=because
        )

    return _do(request, one, form, deed, "change_form")


@needs("posts.end")
@require_POST
def stream_end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a stream."""
    one, form = _one(request, pk), forms.EndForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return end(one, by=_by(request), because=said["because"])

    return _do(request, one, form, deed, "end_form")


@needs("posts.purge")
@require_POST
def stream_purge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away what a stream keeps no longer, without waiting for the clock."""
    one, form = _one(request, pk), forms.PurgeForm(request.POST)

    def deed(said: dict[str, Any]) -> object:
        return purge(one, by=_by(request), because=said["because"])

    return _do(request, one, form, deed, "purge_form")


@needs("posts.receive")
@require_POST
def stream_take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file of posts in."""
    one = _one(request, pk)
    form = forms.TakeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, one, status=422, take_form=form)
    try:
        done = take_upload(one, form.cleaned_data, by=_by(request))
    except MarsadError as problem:
        form.add_error(None, told(problem))
        return _page(request, one, status=409, take_form=form)
    said = _("%(new)s new, %(known)s known, %(refused)s not taken in")
    counts = {"new": done.new, "known": done.known, "refused": done.refused}
    (messages.warning if done.is_empty else messages.success)(request, said % counts)
    return redirect("stream", one.pk)


@needs("posts.read")
@require_GET
def stream_posts(request: HttpRequest, pk: int) -> HttpResponse:
    """List the posts of a stream; as a file where ?format= asks for one."""
    one, asked = _one(request, pk), Asked.of(request.GET)
    rows = posts_for(_by(request), one, asked)
    if "format" in request.GET:
        return answer(request, "posts", COLUMNS, rows.iterator(2000))  # type: ignore[return-value]
    known = {
        "stream": one,
        "asked": asked,
        "page": page_of(rows, request.GET.get("after", "")),
        "spoken": languages_of(one),
    }
    return render(request, "posts/stream_posts.html", known)


def _do(
    request: HttpRequest,
    one: Stream,
    form: Any,
    deed: Callable[[dict[str, Any]], object],
    name: str,
) -> HttpResponse:
    """Do what a form of a stream's page asks, and show the page again."""
    if not form.is_valid():
        return _page(request, one, status=422, **{name: form})
    try:
        deed(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, one, status=409, **{name: form})
    messages.success(request, _("It is done, and written down."))
    return redirect("stream", one.pk)


def _page(
    request: HttpRequest, one: Stream, *, status: int = 200, **said: Any
) -> HttpResponse:
    person = _by(request)
    arrivals = list(one.arrivals.all()[:_ARRIVALS])
    purges = (
        one.purges.order_by("why")
        .values("why")
        .annotate(
            posts=Sum("posts"),
            accounts=Sum("accounts"),
            media=Sum("media"),
            last=Max("at"),
        )
    )
    known = {
        "stream": one,
        "standing": (one.arrivals.aggregate(n=Sum("new"))["n"] or 0)
        - (one.purges.aggregate(n=Sum("posts"))["n"] or 0),
        "arrivals": [(row, [shown(x) for x in row.faults]) for row in arrivals],
        "purges": [(Purge.Why(row["why"]).label, row) for row in purges],
        "largest": LARGEST // _MEGABYTE,
        "take_form": forms.TakeForm(),
        "change_form": forms.ChangeForm(initial=_ground(one)),
        "end_form": forms.EndForm(),
        "purge_form": forms.PurgeForm(),
        "may": _may(person, "change", "end", "purge", "receive"),
    }
    return render(request, "posts/stream.html", known | said, status=status)


def _ground(one: Stream) -> dict[str, Any]:
    names = ("purpose", "basis", "basis_words", "until", "retention_days")
    return {name: getattr(one, name) for name in names}


def _streams(request: HttpRequest, *, status: int = 200, **said: Any) -> HttpResponse:
    person = _by(request)
    came = _by_stream(Arrival, Sum("new"))
    gone = _by_stream(Purge, Sum("posts"))
    last = _by_stream(Arrival, Max("at"))
    rows = [
        {"stream": one, "kept": (came.get(one.pk) or 0) - (gone.get(one.pk) or 0),
         "last": last.get(one.pk)}
        for one in Stream.objects.visible_to(person)
    ]  # fmt: skip
    known = {
        "rows": rows,
        "begin_form": forms.BeginForm(),
        "erase_form": forms.EraseForm(),
        "may": _may(person, "begin", "purge"),
    }
    return render(request, "posts/posts.html", known | said, status=status)


def _by_stream(model: type[Arrival | Purge], what: Sum | Max) -> dict[int, Any]:
    rows = model._default_manager.order_by().values("stream")
    return {row["stream"]: row["told"] for row in rows.annotate(told=what)}


def _one(request: HttpRequest, pk: int) -> Stream:
    found: Stream = get_object_or_404(Stream.objects.visible_to(_by(request)), pk=pk)
    return found


def _may(person: Any, *names: str) -> dict[str, bool]:
    return {name: person.may(f"posts.{name}") for name in names}


def _by(request: HttpRequest) -> Any:
    return request.user
