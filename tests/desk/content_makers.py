"""Rows of the lane of content for tests, all about harmless stand-ins: soup, weather, football."""

import hashlib
import itertools
from datetime import timedelta

from django.utils import timezone

from desk.seeding import PASSWORD
from marsad.desk.banks.models import Bank, BankedSignal, Severity
from marsad.desk.cases.models import Capture, Case, Match, Reading, Stage, Verdict
from marsad.desk.posts import keys
from marsad.desk.posts.models import Account, Arrival, Medium, Post, Stream
from marsad.desk.referrals.models import Platform, Referral, ReferredPost
from marsad.desk.safeguards.models import Person, Place
from marsad.marking import Marking

_numbers = itertools.count(1)
SOUP = (
    "وصفة شوربة العدس المشهورة في حارتنا القديمة: عدس أحمر وبصل وكمون وليمون، "
    "تطبخ على نار هادئة ساعة كاملة ثم تقدم ساخنة مع الخبز المحمص."
)
EXCEPTIONS = {
    "education": "no",
    "journalism": "no",
    "art": "no",
    "research": "no",
    "counter_speech": "no",
    "documentation": "no",
}


def in_days(count):
    return timezone.localdate() + timedelta(days=count)


def make_person(username, *groups, clearance=Marking.AMBER):
    person, is_new = Person.objects.get_or_create(
        username=username, defaults={"name": username.title(), "clearance": clearance}
    )
    if is_new:
        person.set_password(PASSWORD)
        person.save()
        for group in groups:
            Place.objects.create(person=person, group=group)
    return person


def a_director():
    return make_person("dora", "director", clearance=Marking.RED)


def readers():
    """Three reviewers."""
    return tuple(make_person(name, "reviewer") for name in ("rana", "sami", "tala"))


def grounded(until=None):
    return {
        "purpose": "to learn who copies a recipe that is known to be wrong",
        "basis": "mandate",
        "basis_words": "decision 7 of the kitchen council",
        "until": until or in_days(365),
    }


def make_stream(code=None, **said):
    given = {
        "code": code or f"stream-{next(_numbers)}",
        "title": "طبخ على تلغرام",
        "platform": "telegram",
        "theme": "soup",
        "marking": Marking.GREEN,
        "opened_by": a_director(),
        **grounded(),
        **said,
    }
    return Stream.objects.create(**given)


def make_arrival(stream, **said):
    return Arrival.objects.create(
        **{"stream": stream, "by": "a test", "form": "jsonl", "new": 1, **said}
    )


def make_account(platform="telegram", name=None):
    name = name or f"cook_{next(_numbers)}"
    sealed, key = keys.seal({"account": name, "name": name.title()})
    row, _new = Account.objects.get_or_create(
        pseudonym=keys.pseudonym(platform, name),
        defaults={"platform": platform, "sealed": sealed, "key": key},
    )
    return row


def make_post(text=SOUP, stream=None, account=None, **said):
    stream = stream or make_stream()
    number = said.pop("number", str(next(_numbers)))
    address = said.pop("address", f"https://t.me/{stream.code}/{number}")
    sealed, key = keys.seal({"address": address, "number": number})
    given = {
        "stream": stream,
        "arrival": said.pop("arrival", None) or make_arrival(stream),
        "platform": stream.platform,
        "mark": keys.post_mark(stream.platform, number),
        "account": account or make_account(stream.platform),
        "text": text,
        "language": "ar",
        "at": timezone.now() - timedelta(hours=2),
        "sealed": sealed,
        "key": key,
        "address_mark": keys.address_mark(address),
        "reach": 120,
        "marking": stream.marking,
        "sha256": hashlib.sha256(f"{number}{text}".encode()).hexdigest(),
        **said,
    }
    return Post.objects.create(**given)


def make_medium(post, raw=b"a drawn square", **said):
    given = {
        "post": post,
        "kind": "picture",
        "content_type": "image/png",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "md5": hashlib.md5(raw, usedforsecurity=False).hexdigest(),
        **said,
    }
    return Medium.objects.create(**given)


def make_bank(code=None, **said):
    given = {
        "code": code or f"bank-{next(_numbers)}",
        "title": "وصفات معروفة",
        "provenance": "the list of the kitchen council",
        "marking": Marking.GREEN,
        "severity": Severity.MEDIUM,
        "opened_by": a_director(),
        **grounded(),
        **said,
    }
    return Bank.objects.create(**given)


def make_signal(bank=None, value=SOUP, kind="wording", **said):
    bank = bank or make_bank()
    sha256 = hashlib.sha256(value.encode()).hexdigest()
    given = {
        "bank": bank,
        "kind": kind,
        "value": value,
        "value_sha256": sha256,
        "content": sha256,
        "title": "شوربة العدس",
        "provenance": "the list of the kitchen council",
        "marking": bank.marking,
        "added_by": "a test",
        "because": "an example",
        **said,
    }
    return BankedSignal.objects.create(**given)


def make_match(post, signal, case=None, **said):
    given = {
        "post": post,
        "signal": signal,
        "case": case,
        "kind": signal.kind,
        "distance": 0.0,
        "band": 2,
        "reason": "wording_near",
        "details": {"share": 1.0},
        "ours": [[0, len(post.text)]],
        "theirs": [[0, len(signal.value)]],
        **said,
    }
    return Match.objects.create(**given)


def make_capture(case, post, **said):
    before = case.captures.order_by("-id").first()
    given = {
        "case": case,
        "post": post,
        "by": "a test",
        "tool": "marsad test",
        "sha256": hashlib.sha256(f"{post.pk}{post.text}".encode()).hexdigest(),
        "previous": before.sha256 if before else "",
        **said,
    }
    return Capture.objects.create(**given)


def make_case(post=None, signal=None, *, captured=True, **said):
    """A case of one post that carries one signal, captured."""
    signal = signal or make_signal()
    post = post or make_post()
    given = {
        "content": signal.content,
        "bank": signal.bank,
        "severity": signal.severity or signal.bank.severity,
        "reach": post.reach,
        "marking": max(post.marking, signal.marking),
        "due_at": timezone.now() + timedelta(days=1),
        "has_strong_match": True,
        **said,
    }
    case = Case.objects.create(**given)
    make_match(post, signal, case)
    if captured:
        make_capture(case, post)
    return case


def make_reading(case, reader, verdict=Verdict.REFER, **said):
    """A reading as a row, without the act: for tests of what stands on readings."""
    given = {
        "case": case,
        "round": case.round,
        "reader": reader,
        "verdict": verdict,
        "purpose_seen": "the recipe is spread for its own sake",
        "exceptions": EXCEPTIONS,
        "because": "it is the known recipe, word for word",
        **said,
    }
    made = Reading.objects.create(**given)
    made.captures.set(case.captures.all())
    return made


def make_agreed_case(**said):
    """A case on which two readers agree."""
    case = make_case(**said)
    for reader in readers()[:2]:
        make_reading(case, reader)
    case.stage = Stage.AGREED
    case.save()
    return case


def make_platform(code="telegram", **said):
    given = {
        "code": code,
        "name_en": "Telegram",
        "name_ar": "تلغرام",
        "name_fr": "Telegram",
        "hosts": ["t.me", "telegram.me"],
        "route": "letter",
        "address": "notices@telegram.example",
        "language": "en",
        **said,
    }
    row, _new = Platform.objects.get_or_create(code=code, defaults=given)
    return row


def make_referral(case=None, platform=None, **said):
    """A notice as rows, without the act."""
    case = case or make_agreed_case()
    notice = said.pop("notice", "A notice about {address 1}.")
    given = {
        "number": f"N-{next(_numbers):04}",
        "case": case,
        "round": case.round,
        "platform": platform or make_platform(),
        "language": "en",
        "route": "letter",
        "notice": notice,
        "sha256": hashlib.sha256(notice.encode()).hexdigest(),
        "by": readers()[2],
        "because": "two readers agree",
        "marking": case.marking,
        **said,
    }
    made = Referral.objects.create(**given)
    for place, match in enumerate(case.matches.all(), 1):
        post = match.post
        ReferredPost.objects.create(
            referral=made,
            post=post,
            place=place,
            sealed=post.sealed,
            key=post.key,
            address_mark=post.address_mark,
        )
    return made
