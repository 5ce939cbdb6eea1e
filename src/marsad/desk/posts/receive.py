"""Take public posts in: one arrival, whole or not at all, and one line in the trail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection
from django.utils.translation import gettext as _

from marsad.collecting.posts.public import Concern, Fault, PublicPost
from marsad.desk.posts import keys
from marsad.desk.posts.door import Admitted, Door, reach_of
from marsad.desk.posts.erasures import erasures
from marsad.desk.posts.models import Account, Arrival, Post, Stream
from marsad.desk.posts.receive_media import Brought, medium_of
from marsad.desk.safeguards.acts import Actor, act, note
from marsad.errors import Refused

MOST_POSTS: Final = 1000
# As many as somebody reads; all of them are counted.
MOST_FAULTS: Final = 100
# Any number will do, as long as nobody else locks it.
_LOCK: Final = 5_061_736_164


@dataclass(slots=True)
class Batch:
    """What came together: posts, rows that gave none, and bytes that came along."""

    posts: Sequence[PublicPost]
    faults: Sequence[Fault] = ()
    form: str = "marsad"
    # Path inside the export -> what its bytes are.
    brought: Mapping[str, Brought] = field(default_factory=dict)


@act("posts.receive")
def receive(stream: Stream, batch: Batch, *, by: Actor, because: str) -> Arrival:
    """Take a batch of public posts in; a post that is known already only gets its reach."""
    _refuse(stream, batch)
    _queue_up()
    door = Door(stream.platform, _key(), erasures())
    chosen, refused = _chosen(stream, batch.posts, door)
    known = _known(stream, chosen)
    new = {mark: post for mark, post in chosen.items() if mark not in known}
    arrival = _arrival(stream, batch, refused, by)
    arrival.new, arrival.known = len(new), len(batch.posts) - len(new) - len(refused)
    arrival.save()
    _keep(arrival, [door.admit(post, mark) for mark, post in new.items()], door, batch)
    _update_reach(known, chosen)
    note(new=arrival.new, known=arrival.known, refused=arrival.refused)
    return arrival


def _refuse(stream: Stream, batch: Batch) -> None:
    # Read anew, under the lock: a stream may have ended while a file was read.
    stream.refresh_from_db(fields=["until", "ended_at", "retention_days", "marking"])
    if stream.ended_at is not None:
        way_out = _("begin another stream")
        raise Refused(stream.code, _("this stream has ended"), way_out)
    if not stream.is_grounded():
        problem = _("its legal basis ended on %(day)s") % {"day": stream.until}
        raise Refused(stream.code, problem, _("have a director state one that holds"))
    if len(batch.posts) > MOST_POSTS:
        way_out = _("send them in parts of %(most)s") % {"most": MOST_POSTS}
        raise Refused(stream.code, _("too many posts came at once"), way_out)


def _key() -> keys.Key:
    found = keys.all_keys()
    if len(found) > 1:
        problem = _("the keys of accounts are being changed")
        way_out = _("try again; if it lasts, finish it: marsad posts rotate-keys")
        raise Refused(_("the keys of accounts"), problem, way_out)
    return found[-1]


def _queue_up() -> None:
    # SQLite has one writer at a time already; on PostgreSQL two arrivals with one post
    # would each find it new.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _chosen(
    stream: Stream, posts: Sequence[PublicPost], door: Door
) -> tuple[dict[str, PublicPost], list[Fault]]:
    """Posts by their marks, the last of each; and what may not be taken in."""
    chosen: dict[str, PublicPost] = {}
    refused = []
    for at, post in enumerate(posts, 1):
        if post.platform != stream.platform:
            problem = "is of another platform than its stream"
            refused.append(Fault((("post", at),), problem, "send it to its own stream"))
        elif door.is_erased(post):
            problem = "is of an account that was erased on demand"
            refused.append(Fault((("post", at),), problem, "", Concern.PRIVATE))
        else:
            chosen[door.mark(post)] = post
    return chosen, refused


def _known(stream: Stream, chosen: Mapping[str, PublicPost]) -> dict[str, Post]:
    rows = Post.objects.filter(platform=stream.platform)
    marks = list(chosen)
    found: dict[str, Post] = {}
    # SQLite takes only so many values in one question.
    for at in range(0, len(marks), 500):
        some = rows.filter(mark__in=marks[at : at + 500])
        found |= {one.mark: one for one in some.only("mark", "reach", "purged_at")}
    return found


def _arrival(
    stream: Stream, batch: Batch, refused: Sequence[Fault], by: Actor
) -> Arrival:
    faults = [*batch.faults, *refused]
    return Arrival(
        stream=stream,
        by=str(by)[:130],
        form=batch.form[:20],
        refused=len(faults),
        faults=[_told(one) for one in faults[:MOST_FAULTS]],
    )


def _told(fault: Fault) -> dict[str, Any]:
    return {
        "place": list(map(list, fault.place)),
        "problem": fault.problem,
        "way_out": fault.way_out,
        "concern": fault.concern.value,
    }


def _keep(
    arrival: Arrival, admitted: Sequence[Admitted], door: Door, batch: Batch
) -> None:
    accounts = _accounts(door)
    stream = arrival.stream
    rows = Post.objects.bulk_create(
        Post(
            stream=stream,
            arrival=arrival,
            platform=stream.platform,
            mark=one.mark,
            account_id=accounts[one.pseudonym],
            text=one.text,
            language=one.language,
            at=one.at,
            received_at=arrival.at,
            addresses=one.addresses,
            sealed=one.sealed,
            key=door.key.name,
            address_mark=one.address_mark,
            reach=one.reach,
            sha256=one.sha256,
            marking=stream.marking,
        )
        for one in admitted
    )
    media = [
        medium_of(row, one, batch.brought)
        for row, post in zip(rows, admitted, strict=True)
        for one in post.media
    ]
    if media:
        type(media[0]).objects.bulk_create(media)


def _accounts(door: Door) -> dict[str, int]:
    """The numbers of the accounts that wrote; who is only named is kept as well."""
    everybody = door.named | door.writers
    found = _numbers(everybody)
    rows = [
        Account(
            pseudonym=name,
            platform=door.platform,
            sealed=door.key.seal(called),
            key=door.key.name,
        )
        for name, called in everybody.items()
        if name not in found
    ]
    # Two platforms never share a pseudonym, and arrivals wait for one another.
    for row in Account.objects.bulk_create(rows):
        found[row.pseudonym] = row.pk
    return found


def _numbers(pseudonyms: Mapping[str, object]) -> dict[str, int]:
    wanted = list(pseudonyms)
    found: dict[str, int] = {}
    for at in range(0, len(wanted), 500):
        rows = Account.objects.filter(pseudonym__in=wanted[at : at + 500])
        found |= dict(rows.values_list("pseudonym", "pk"))
    return found


def _update_reach(known: Mapping[str, Post], chosen: Mapping[str, PublicPost]) -> None:
    changed = []
    for mark, row in known.items():
        reach = reach_of(chosen[mark].reach)
        # An export without counts says nothing of a post that has some.
        if row.purged_at is None and reach > row.reach:
            row.reach = reach
            changed.append(row)
    if changed:
        Post.objects.bulk_update(changed, ["reach"])
