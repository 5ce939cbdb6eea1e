"""The pages of accounts behind pseudonyms: asking who one is, answering, erasing."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.posts import forms
from marsad.desk.posts.ask_reveal import Need, ask_reveal
from marsad.desk.posts.erase import erase
from marsad.desk.posts.models import Account, Post, Reveal
from marsad.desk.posts.refuse_reveal import refuse_reveal
from marsad.desk.posts.reveal import reveal
from marsad.desk.posts.show_reveal import show_reveal
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import MarsadError, Refused


@needs("posts.read")
@require_GET
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account by its pseudonym: how much is of it, and who asked for its name."""
    return _account(request, _seen(request, pk))


@needs("posts.ask_reveal")
@require_POST
def account_ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask who an account is."""
    one, form = _seen(request, pk), forms.AskForm(request.POST)
    if not form.is_valid():
        return _account(request, one, status=422, ask_form=form)
    said = form.cleaned_data
    need = Need(
        purpose=said["purpose"], basis=said["basis"], basis_words=said["basis_words"]
    )
    try:
        ask_reveal(one, need, by=_by(request), because=said["because"])
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _account(request, one, status=409, ask_form=form)
    messages.success(request, _("It is asked; a director answers."))
    return redirect("reveals")


@needs("posts.read")
@require_GET
def reveals(request: HttpRequest) -> HttpResponse:
    """List who asked for which account, on what ground, and what was answered."""
    return _reveals(request)


@needs("posts.reveal")
@require_POST
def reveal_grant(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant that an account is opened."""
    return _answer(request, pk, reveal)


@needs("posts.refuse_reveal")
@require_POST
def reveal_refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse to open an account."""
    return _answer(request, pk, refuse_reveal)


@needs("posts.show_reveal")
@require_POST
@never_cache
def reveal_show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account once, to who asked for it."""
    one, form = _reveal(request, pk), forms.ShowForm(request.POST)
    if not form.is_valid():
        return _reveals(request, status=422)
    try:
        said = show_reveal(one, by=_by(request), because=form.cleaned_data["because"])
    except MarsadError as refusal:
        messages.error(request, told(refusal))
        return redirect("reveals")
    # Not a redirect: nothing keeps it for a second look.
    return render(request, "posts/reveal.html", {"reveal": one, "said": said})


@needs("posts.purge")
@require_POST
@never_cache
def account_erase(request: HttpRequest) -> HttpResponse:
    """Erase an account on demand."""
    form = forms.EraseForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say the platform, the account and the reason."))
        return redirect("posts")
    said = form.cleaned_data
    try:
        done = erase(
            said["platform"], said["account"], by=_by(request), because=said["because"]
        )
    except MarsadError as refusal:
        messages.error(request, told(refusal))
        return redirect("posts")
    words = _("%(posts)s posts were erased; %(held)s are held until a case is closed")
    messages.success(request, words % {"posts": done.posts, "held": done.held})
    return redirect("posts")


def _answer(request: HttpRequest, pk: int, deed: Callable[..., object]) -> HttpResponse:
    one, form = _reveal(request, pk), forms.AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why."))
        return redirect("reveals")
    try:
        deed(one, by=_by(request), because=form.cleaned_data["because"])
    except Refused as refusal:
        messages.error(request, told(refusal))
    else:
        messages.success(request, _("It is done, and written down."))
    return redirect("reveals")


def _seen(request: HttpRequest, pk: int) -> Account:
    """An account of which this person may see a post."""
    posts = Post.objects.visible_to(_by(request)).standing().filter(account=pk)
    if not posts.exists():
        return get_object_or_404(Account.objects.none())
    return get_object_or_404(Account, pk=pk)


def _seen_reveals(person: Any) -> Any:
    """Requests of one's own, and those for accounts of which one may see a post."""
    posts = Post.objects.visible_to(person).filter(account=OuterRef("account"))
    seen = Q(asked_by=person) | Q(account=None) | Q(Exists(posts))
    return Reveal.objects.filter(seen)


def _reveal(request: HttpRequest, pk: int) -> Reveal:
    found: Reveal = get_object_or_404(_seen_reveals(_by(request)), pk=pk)
    return found


def _account(
    request: HttpRequest, one: Account, *, status: int = 200, **said: Any
) -> HttpResponse:
    person = _by(request)
    posts = Post.objects.visible_to(person).standing().filter(account=one)
    known = {
        "account": one,
        "count": posts.count(),
        "posts": posts.select_related("stream").order_by("-pk")[:20],
        "asked": one.reveals.select_related("asked_by")[:20],
        "ask_form": forms.AskForm(),
        "may_ask": person.may("posts.ask_reveal"),
    }
    return render(request, "posts/account.html", known | said, status=status)


def _reveals(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    person = _by(request)
    rows = _seen_reveals(person).select_related("asked_by", "settled_by")
    known = {
        "rows": rows[:200],
        "answer_form": forms.AnswerForm(),
        "show_form": forms.ShowForm(),
        "may": {
            "reveal": person.may("posts.reveal"),
            "show": person.may("posts.show_reveal"),
        },
    }
    return render(request, "posts/reveals.html", known, status=status)


def _by(request: HttpRequest) -> Any:
    return request.user
