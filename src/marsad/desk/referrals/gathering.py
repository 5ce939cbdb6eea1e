"""Everything that belongs to the evidence of a case, as values; a part of the act alone."""

from collections.abc import Iterator
from typing import Any, Final

from django.db import models

from marsad.desk.cases.models import Capture, Case
from marsad.desk.originals import media as store
from marsad.desk.posts import keys
from marsad.desk.posts.models import Medium, Post
from marsad.desk.referrals import notices, opening
from marsad.desk.referrals.models import Check, Referral, Reply
from marsad.errors import Unreadable
from marsad.sealing.parts import Attached, Handover, Record, named_by_hash

# What of a reading, a reply, … is a person, and stands there by name.
_POST: Final = (
    "platform", "text", "language", "at", "received_at", "addresses", "reach", "sha256",
    "purged_at",
)  # fmt: skip
_MATCH: Final = (
    "kind", "distance", "band", "reason", "details", "ours", "theirs", "at",
)  # fmt: skip
_CAPTURE: Final = ("id", "at", "by", "tool", "sha256", "previous", "attached")
_READING: Final = (
    "round", "verdict", "purpose_seen", "exceptions", "left_out", "because", "at", "is_sample",
)  # fmt: skip
_REFERRAL: Final = (
    "number", "round", "language", "route", "category", "description", "notice",
    "sha256", "at", "because", "fate", "sent_at", "withdrawn_at", "withdrawn_because",
)  # fmt: skip
_COMPLAINT: Final = (
    "reference", "words", "language", "at", "due_at", "answer", "outcome", "answered_at",
)  # fmt: skip


def records_of(case: Case) -> Iterator[Record]:
    """The case, its posts with their own addresses, and all that people did about it."""
    yield Record("case", {"case": case.pk, "content": case.content, **_case(case)})
    for post in posts_of(case):
        yield Record("posts", _post(post))
        for medium in post.media.order_by("id"):
            yield Record("media", _medium(medium))
    for match in case.matches.select_related("signal__bank").order_by("id"):
        signal = match.signal
        known = {
            "post": match.post_id,
            "signal": signal.pk,
            "known_sha256": signal.value_sha256,
            "title": signal.title,
            "provenance": signal.provenance,
            "bank": signal.bank.code,
            "basis": signal.bank.basis_words,
        }
        yield Record("matches", known | _values(match, _MATCH))
    for capture in case.captures.order_by("id"):
        values = _values(capture, _CAPTURE)
        yield Record("captures", {"post": capture.post_id, **values})
    for reading in case.readings.select_related("reader").order_by("id"):
        seen = list(reading.captures.order_by("id").values_list("pk", flat=True))
        said = {"reader": reading.reader.name, "captures": seen}
        yield Record("readings", said | _values(reading, _READING))
    for referral in case.referrals.select_related("by", "platform").order_by("id"):
        yield from _of_referral(referral)
    for one in case.complaints.order_by("id"):
        # Their writer's e-mail is no evidence, and is not in it.
        yield Record("appeals", _values(one, _COMPLAINT))


def files_of(case: Case) -> tuple[list[Attached], list[str]]:
    """The pictures, films and captured pages that are kept; the hashes of those that are not."""
    wanted = {
        one
        for one in (
            *Medium.objects.filter(post__in=posts_of(case)).values_list(
                "sha256", flat=True
            ),
            *Capture.objects.filter(case=case).values_list("attached", flat=True),
        )
        if one
    }
    found, missing = [], []
    for sha256 in sorted(wanted):
        try:
            found.append(named_by_hash(store.open(sha256)))
        except Unreadable:
            missing.append(sha256)
    return found, missing


def custody_of(case: Case) -> list[Handover]:
    """Who captured what of it, and who sealed it before."""
    lines = [
        Handover(one.at, one.by, "captured", f"{one.tool} {one.sha256}")
        for one in case.captures.order_by("id")
    ]
    for sealing in case.sealings.order_by("id"):
        lines += [
            Handover(one.at, one.by, one.what, one.because)
            for one in sealing.custody.order_by("id")
        ]
    return lines


def posts_of(case: Case) -> list[Post]:
    """The posts of a case, each once."""
    mine = case.matches.values("post")
    return list(
        Post.objects.filter(pk__in=mine).select_related("account").order_by("id")
    )


def _case(case: Case) -> dict[str, Any]:
    fields = ("severity", "reach", "stage", "started_at", "round")
    return {**_values(case, fields), "bank": case.bank.code}


def _post(post: Post) -> dict[str, Any]:
    opened = keys.unseal(bytes(post.sealed), post.key) if post.sealed else {}
    return {
        "post": post.pk,
        "address": opened.get("address", ""),
        "number": opened.get("number", ""),
        # The account stays behind its pseudonym: to open it is another act.
        "account": post.account.pseudonym if post.account else "",
        **_values(post, _POST),
    }


def _medium(medium: Medium) -> dict[str, Any]:
    fields = ("kind", "content_type", "sha256", "md5", "pdq", "quality")
    return {"post": medium.post_id, **_values(medium, fields)}


def _of_referral(referral: Referral) -> Iterator[Record]:
    addresses = opening.addresses_of(referral)
    said = _values(referral, _REFERRAL) | {
        "by": referral.by.name,
        "platform": referral.platform.name,
        "notice": notices.filled(referral.notice, addresses),
    }
    yield Record("notices", said)
    for reply in Reply.objects.filter(referral=referral).order_by("id"):
        values = _values(reply, ("what", "ground", "words", "at", "noted_at"))
        yield Record("replies", {"notice": referral.number, **values})
    for check in Check.objects.filter(referred__referral=referral).order_by("id"):
        values = _values(check, ("seen", "at", "by"))
        yield Record("checks", {"post": check.referred.post_id, **values})


def _values(row: models.Model, fields: tuple[str, ...]) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in fields}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in said.items()
    }
