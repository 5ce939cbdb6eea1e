"""The page on which a person lets a notice go: what it will say, before it says it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from marsad.desk.cases.models import Case, Reading
from marsad.desk.partners.models import LANGUAGES
from marsad.desk.posts.models import Post
from marsad.desk.referrals import notices, rules
from marsad.desk.referrals import refer as referring
from marsad.desk.referrals.forms import ReferForm
from marsad.desk.referrals.models import Category, Platform, ReferredPost
from marsad.desk.referrals.pages import careful_kind
from marsad.desk.safeguards.needs import needs
from marsad.desk.safeguards.telling import told
from marsad.errors import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """A post of a case: on what it may be referred, or why it may not."""

    post: Post
    ground: rules.Ground | None
    problem: str = ""


@dataclass(slots=True)
class Draft:
    """What the page is about: a case, a platform, the readings, the posts."""

    case: Case
    platform: Platform | None
    readings: tuple[Reading, ...] = ()
    choices: tuple[Choice, ...] = ()
    problem: str = ""

    @property
    def to(self) -> Platform:
        """The platform; Refused where none is open yet."""
        if self.platform is None:
            problem = _("no platform is open for notices")
            raise Refused(str(self.case), problem, _("ask a director to open one"))
        return self.platform

    @property
    def grounds(self) -> list[rules.Ground]:
        """What may be referred."""
        return [one.ground for one in self.choices if one.ground]

    @property
    def earlier(self) -> list[ReferredPost]:
        """Where the same addresses were referred before."""
        return rules.referred_before(self.case, [one.post for one in self.grounds])

    @property
    def is_careful(self) -> bool:
        """Whether the platform has a host about which a person is asked twice."""
        hosts = self.platform.hosts if self.platform else []
        return any(careful_kind(host) for host in hosts)


@needs("referrals.refer")
@require_http_methods(["GET", "POST"])
def refer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a notice will say, and let it go."""
    person: Any = request.user
    rows: Any = Case.objects.visible_to(person)
    draft = _draft(request, get_object_or_404(rows, pk=pk))
    if draft.problem or draft.platform is None or not draft.grounds:
        status = 200 if request.method == "GET" else 409
        return _page(request, draft, None, status=status)
    if request.method == "GET":
        return _page(request, draft, _form(draft))
    form = _form(draft, request.POST)
    if not form.is_valid():
        return _page(request, draft, form, status=422)
    if "preview" in request.POST:
        return _page(request, draft, form)
    try:
        made = referring.refer(
            draft.case,
            _wanted(draft, form),
            by=person,
            because=form.cleaned_data["because"],
        )
    except Refused as refusal:
        form.add_error(None, told(refusal))
        return _page(request, draft, form, status=409)
    return redirect("referral", made.pk)


def _draft(request: HttpRequest, case: Case) -> Draft:
    person: Any = request.user
    posts = list(Post.objects.filter(pk__in=case.matches.values("post")).order_by("id"))
    platform = _platform(request, posts)
    draft = Draft(case, platform)
    try:
        draft.readings = rules.check_case(case, person)
        if platform is not None:
            rules.check_platform(case, platform)
    except Refused as refusal:
        draft.problem = told(refusal)
        return draft
    draft.choices = tuple(_choice(case, post, draft.readings) for post in posts)
    return draft


def _platform(request: HttpRequest, posts: list[Post]) -> Platform | None:
    """The platform that was chosen; else the one that the posts came from."""
    asked = request.POST.get("platform") or request.GET.get("platform") or ""
    if asked.isdecimal():
        return Platform.objects.filter(pk=int(asked)).first()
    codes = {one.platform for one in posts}
    return Platform.objects.filter(code__in=codes).order_by("id").first()


def _choice(case: Case, post: Post, readings: tuple[Reading, ...]) -> Choice:
    try:
        return Choice(post, rules.ground(case, post, readings))
    except Refused as refusal:
        return Choice(post, None, told(refusal))


def _form(draft: Draft, said: Any = None) -> ReferForm:
    posts = [(one.post, _words(one.post)) for one in draft.grounds]
    return ReferForm(said, posts=posts, language=draft.to.language)


def _words(post: Post) -> str:
    """A post by its number and its day: its words are hard, its address is sealed."""
    at = formats.date_format(timezone.localtime(post.at), "DATETIME_FORMAT")
    return _("post %(number)s, %(platform)s, %(at)s") % {
        "number": post.pk,
        "platform": _alone(post.platform),
        "at": _alone(at),
    }


def _wanted(draft: Draft, form: ReferForm) -> referring.Wanted:
    said = form.cleaned_data
    return referring.Wanted(
        platform=draft.to,
        posts=[one.post for one in draft.grounds if str(one.post.pk) in said["posts"]],
        category=said["category"],
        description=said["description"],
        sure_because=said["sure_because"],
    )


def _page(
    request: HttpRequest, draft: Draft, form: ReferForm | None, *, status: int = 200
) -> HttpResponse:
    shown: dict[str, Any] = {
        "draft": draft,
        "case": draft.case,
        "form": form,
        "platforms": Platform.objects.order_by("code"),
    }
    if form is not None:
        shown["previews"], shown["trouble"] = _previews(draft, form)
    return render(request, "referrals/refer.html", shown, status=status)


def _previews(draft: Draft, form: ReferForm) -> tuple[list[dict[str, str]], str]:
    """The notice in the platform's language, and beside it in the reader's."""
    own = (translation.get_language() or "en")[:2]
    languages = dict.fromkeys((draft.to.language, own))
    known = [one for one in languages if one in dict(LANGUAGES)]
    try:
        values = _values(draft, form)
    except Refused as refusal:
        return [], told(refusal)
    return [
        {"language": one, "text": notices.compose(values, one)} for one in known
    ], ""


def _values(draft: Draft, form: ReferForm) -> notices.Values:
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    chosen = said.get("posts")
    grounds = [
        one for one in draft.grounds if chosen is None or str(one.post.pk) in chosen
    ]
    wanted = referring.Wanted(
        platform=draft.to,
        posts=[one.post for one in grounds],
        category=said.get("category", Category.TERMS),
        description=said.get("description", "…"),
    )
    return referring.values(wanted, draft.readings, grounds, referring.NO_NUMBER)


def _alone(words: str) -> str:
    """Words in a direction of their own, so that no sign beside them jumps."""
    return f"\u2068{words}\u2069"
