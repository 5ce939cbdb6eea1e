import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from desk.content_makers import (
    a_director,
    make_capture,
    make_case,
    make_medium,
    make_person,
    make_post,
    make_stream,
)
from desk.posts.test_receive import WORKER, a_post, everything_kept, take
from marsad.desk.originals import media
from marsad.desk.posts.erase import erase
from marsad.desk.posts.lost_media import forget_lost
from marsad.desk.posts.models import Account, Medium, Post, Purge
from marsad.desk.posts.purge import forget_accounts, purge
from marsad.desk.posts.tidy import tidy
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused


@pytest.fixture
def site(tmp_path, settings):
    settings.ERASURES = tmp_path / "erasures.jsonl"
    settings.MEDIA_STORE = str(tmp_path / "media")
    return tmp_path


def grow_old(*posts, days=91):
    before = timezone.now() - timedelta(days=days)
    Post.objects.filter(pk__in=[one.pk for one in posts]).update(received_at=before)
    Account.objects.update(first_at=before)


def test_posts_whose_time_is_over_leave_counts_alone(db, site):
    stream = make_stream()
    take(stream, a_post(), a_post("2", text="the soup is on the table and it was good"))
    grow_old(*Post.objects.all())
    take(stream, a_post("3"))

    done = purge(stream, by=WORKER, because="over")

    assert (done.posts, done.held) == (2, 0)
    assert [one.pk for one in Post.objects.all()] == [done.last + 1]
    rows = Purge.objects.order_by("language").values_list(
        "language", "posts", "accounts", "why"
    )
    assert list(rows) == [("ar", 1, 1, "retention"), ("en", 1, 1, "retention")]


def test_what_an_open_case_holds_stays_until_it_is_closed(db, site):
    post = make_post()
    case = make_case(post)
    grow_old(post)

    assert tidy().held == 1
    assert Post.objects.get(pk=post.pk).text

    case.closed_at = timezone.now()
    case.save()
    assert tidy().over == 1
    row = Post.objects.get(pk=post.pk)
    assert (row.text, row.account, row.sealed, row.addresses) == ("", None, None, [])
    assert row.purged_at is not None
    assert list(Post.objects.standing()) == []


def test_bytes_of_a_picture_go_when_no_post_has_them_any_more(
    db, site, django_capture_on_commit_callbacks
):
    sha256 = media.keep(b"a drawn square")
    stream = make_stream()
    first, second = make_post(stream=stream), make_post(stream=stream)
    for post in (first, second):
        make_medium(post, is_kept=True)
    grow_old(first)
    with django_capture_on_commit_callbacks(execute=True):
        purge(stream, by=WORKER, because="over")
    assert media.has(sha256)

    grow_old(second)
    with django_capture_on_commit_callbacks(execute=True):
        purge(stream, by=WORKER, because="over")
    assert not media.has(sha256)
    assert Medium.objects.count() == 0


def test_a_picture_of_a_page_that_somebody_attached_goes_with_its_post(
    db, site, django_capture_on_commit_callbacks
):
    stream = make_stream()
    post, other = make_post(stream=stream), make_post("soup", stream)
    alone, shared = media.keep(b"a drawn page"), media.keep(b"a page of two posts")
    case = make_case(post)
    for attached in (alone, shared):
        make_capture(case, post, attached=attached)
    make_capture(make_case(other), other, attached=shared)
    case.closed_at = timezone.now()
    case.save()
    grow_old(post)

    with django_capture_on_commit_callbacks(execute=True):
        purge(stream, by=WORKER, because="over")

    assert not media.has(alone)
    assert media.has(shared)


def test_media_to_which_nothing_points_go_after_a_day(db, site):
    post = make_post()
    mine, attached = media.keep(b"a drawn jar"), media.keep(b"a drawn page")
    make_medium(post, b"a drawn jar", is_kept=True)
    make_capture(make_case(post), post, attached=attached)
    lost, fresh = media.keep(b"of a process that died"), media.keep(b"of just now")
    for name in (mine, attached, lost):
        path = site / "media" / name[:2] / name
        before = timezone.now() - timedelta(days=2)
        os.utime(path, (before.timestamp(),) * 2)

    assert forget_lost() == 1
    assert set(media.hashes()) == {mine, attached, fresh}


def test_media_are_never_kept_where_originals_are(db, site, settings):
    settings.CONTENT_STORE = str(site / "content")
    settings.MEDIA_STORE = f"{site}/content/"

    with pytest.raises(Refused, match="name another place"):
        forget_lost()


def test_bytes_that_come_again_are_not_taken_for_lost(db, site):
    name = media.keep(b"a drawn jar")
    os.utime(site / "media" / name[:2] / name, (0, 0))
    media.keep(b"a drawn jar")

    assert forget_lost() == 0


def test_accounts_that_wrote_nothing_any_more_are_forgotten(db, site):
    stream = make_stream()
    take(stream, a_post())
    grow_old(*Post.objects.all())
    tidy()

    assert forget_accounts(by=WORKER, because="over") == 0
    assert Account.objects.count() == 0


def test_an_erased_account_never_comes_again(db, site):
    stream = make_stream()
    take(stream, a_post(), a_post("2", account="other", text="as @Cook_One said"))

    done = erase("telegram", "@COOK_ONE", by=a_director(), because="it was asked for")

    assert (done.accounts, done.posts, done.held) == (1, 1, 0)
    [left] = Post.objects.all()
    assert left.text == "as @… said"
    arrival = take(stream, a_post("3"), a_post("4", account="x", text="hi @cook_one"))
    assert (arrival.new, arrival.refused) == (1, 1)
    assert Post.objects.get(pk=left.pk + 2 - 1).text == "hi @…"
    assert "cook_one" not in settings.ERASURES.read_text("utf-8")


def test_an_account_is_erased_by_its_number_as_well_as_by_its_handle(db, site):
    stream = make_stream(platform="x")
    for number, name in (("1", "4711"), ("2", "cook_one")):
        post = a_post(number, platform="x", account="4711", handle="cook_one")
        settings.ERASURES.unlink(missing_ok=True)
        take(stream, post)
        done = erase("x", name, by=a_director(), because="it was asked for")
        assert done.posts == 1
        assert take(stream, post).refused == 1


def test_the_reason_of_an_erasure_does_not_name_the_account(db, site):
    with pytest.raises(Refused, match="without the name"):
        erase("telegram", "cook_one", by=a_director(), because="Cook_One asked")


def test_what_a_case_holds_of_an_erased_account_goes_when_it_closes(db, site):
    stream = make_stream()
    take(stream, a_post())
    post = Post.objects.get()
    case = make_case(post)

    done = erase("telegram", "cook_one", by=a_director(), because="asked for")
    assert (done.posts, done.held) == (0, 1)
    assert tidy().held == 1

    case.closed_at = timezone.now()
    case.save()
    assert tidy().erased == 1
    assert Account.objects.filter(pk=post.account_id).count() == 0


def test_only_a_director_erases(db, site):
    for group in ("analyst", "reviewer", "auditor"):
        person = make_person(f"a-{group}", group)
        with pytest.raises(Refused):
            erase("telegram", "cook_one", by=person, because="asked for")


def test_the_line_of_an_erasure_has_counts_and_no_name(db, site):
    take(make_stream(), a_post())
    erase("telegram", "cook_one", by=a_director(), because="it was asked for")

    line = AuditRecord.objects.get(act="posts.purge")
    assert line.details == {"accounts": 1, "posts": 1, "held": 0}
    assert "cook" not in everything_kept()


NAMES = (b"layla of the soups", b"cook_one", "وصفة ليلى السرية".encode())


def bytes_of_the_database():
    """Every byte that the database has on the disk, as far as this test can read them."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        beside = [file, Path(f"{file}-wal"), Path(f"{file}-shm")]
        return b"".join(one.read_bytes() for one in beside if one.exists())
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
        cursor.execute("CHECKPOINT")
        found = b""
        for table in ("posts_post", "posts_account", "posts_medium", "posts_reveal"):
            cursor.execute("SELECT pg_relation_filepath(%s)", [table])
            found += (folder / cursor.fetchone()[0]).read_bytes()
        return found


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_an_erased_account_stays_in_the_files_of_the_database(site):
    stream = make_stream()
    posts = [
        a_post(str(n), text=f"{NAMES[2].decode()} {n} layla of the soups")
        for n in range(300)
    ]
    others = [a_post(f"b{n}", account=f"other{n}") for n in range(300)]
    take(stream, *posts[:150], *others, *posts[150:])
    assert NAMES[2] in bytes_of_the_database()

    done = erase("telegram", "cook_one", by=a_director(), because="it was asked for")

    assert done.posts == 300
    left = bytes_of_the_database()
    assert [name for name in NAMES if name in left] == []
    assert Post.objects.count() == 300
