from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from desk.content_makers import make_person, make_stream
from marsad.collecting.posts.public import Fault, PublicPost, Reach
from marsad.desk.posts import keys
from marsad.desk.posts.models import Account, Arrival, Post
from marsad.desk.posts.receive import Batch, receive
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

AT = datetime(2026, 3, 5, 17, 10, tzinfo=UTC)
WORKER = Worker("follower of posts")


def a_post(number="1", **said):
    given = {
        "platform": "telegram",
        "number": number,
        "account": "cook_one",
        "account_name": "Layla of the Soups",
        "text": "شوربة العدس مع @gardener_two، الوصفة https://t.me/cook_one/7",
        "at": AT,
        "address": f"https://t.me/cook_one/{number}",
        "reach": Reach(views=10),
        **said,
    }
    return PublicPost(**given)


def take(stream, *posts, faults=(), by=WORKER):
    return receive(stream, Batch(posts, faults), by=by, because="a test")


def everything_kept():
    """Every value of every row of every table, as text."""
    kept = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            for row in cursor.fetchall():
                kept += [bytes(x) if isinstance(x, memoryview) else x for x in row]
    return repr(kept)


@pytest.fixture
def stream(db):
    return make_stream()


def test_no_name_of_an_account_passes_the_door(stream):
    take(stream, a_post(), a_post("2", text="as @Cook_One said"))

    kept = everything_kept()
    for name in ("cook_one", "Cook_One", "gardener_two", "Layla of the Soups"):
        assert name not in kept


def test_a_handle_in_a_text_is_the_pseudonym_of_its_account(stream):
    take(stream, a_post(), a_post("2", account="other", text="as @Cook_One said"))
    first, second = Post.objects.order_by("pk")

    assert second.text == f"as @{first.account.pseudonym} said"
    assert first.account.pseudonym == keys.pseudonym("telegram", "cook_one")
    assert first.addresses == [f"https://t.me/{first.account.pseudonym}/7"]


def test_what_an_account_is_called_is_sealed_with_the_post_s_own_address(stream):
    take(stream, a_post())
    post = Post.objects.get()

    account = keys.unseal(post.account.sealed, post.account.key)
    sealed = keys.unseal(post.sealed, post.key)
    assert account == {
        "account": "cook_one",
        "handle": "",
        "name": "Layla of the Soups",
    }
    assert sealed["address"] == "https://t.me/cook_one/1"
    assert post.address_mark == keys.address_mark("https://t.me/cook_one/1")


def test_a_post_that_is_known_gets_its_reach_and_nothing_else(stream):
    take(stream, a_post())
    before = Post.objects.get()
    arrival = take(stream, a_post(text="changed", reach=Reach(views=25)), a_post("2"))
    take(stream, a_post(reach=Reach()))

    after = Post.objects.get(pk=before.pk)
    assert (arrival.new, arrival.known) == (1, 1)
    assert after.reach == 25
    assert after.text == before.text


def test_one_post_twice_in_a_batch_is_one_row(stream):
    arrival = take(stream, a_post(), a_post())

    assert (arrival.new, arrival.known) == (1, 1)
    assert Post.objects.count() == 1


def test_a_batch_is_one_act_and_one_line_with_counts(stream):
    take(stream, *(a_post(str(n)) for n in range(300)))

    [line] = AuditRecord.objects.filter(act="posts.receive")
    assert line.details == {"new": 300, "known": 0, "refused": 0}
    assert len(line.touched) <= 2
    assert "cook" not in repr(line.__dict__)


def test_a_batch_takes_few_questions(stream, django_assert_max_num_queries):
    with django_assert_max_num_queries(80):
        take(stream, *(a_post(str(n), account=f"cook_{n}") for n in range(1000)))

    assert Post.objects.count() == 1000


def test_nothing_comes_in_on_a_legal_basis_that_has_ended(stream):
    stream.until = timezone.localdate() - timedelta(days=1)
    stream.save()

    with pytest.raises(Refused, match="legal basis ended"):
        take(stream, a_post())
    assert Post.objects.count() == Arrival.objects.count() == 0
    assert AuditRecord.objects.get(act="posts.receive").outcome == "refused"


def test_nothing_comes_in_by_a_stream_that_has_ended(stream):
    stream.ended_at = timezone.now()
    stream.save()

    with pytest.raises(Refused, match="has ended"):
        take(stream, a_post())


def test_more_than_a_thousand_posts_come_in_parts(stream):
    with pytest.raises(Refused, match="too many"):
        take(stream, *[a_post()] * 1001)


def test_posts_of_another_platform_are_counted_and_not_kept(stream):
    arrival = take(stream, a_post(), a_post("2", platform="x"), faults=[Fault((), "b")])

    assert (arrival.new, arrival.refused) == (1, 2)
    assert [one["problem"] for one in arrival.faults] == [
        "b",
        "is of another platform than its stream",
    ]


@pytest.mark.parametrize("group", ["officer", "releasing", "partner", "auditor"])
def test_who_has_no_right_takes_nothing_in(stream, group):
    with pytest.raises(Refused):
        take(stream, a_post(), by=make_person(f"one-{group}", group))


def test_people_with_the_right_take_posts_in(stream):
    assert take(stream, a_post(), by=make_person("rana", "reviewer")).new == 1


def test_the_hash_of_what_came_cannot_be_tried_out(stream):
    take(stream, a_post())
    first = Post.objects.get().sha256
    Post.objects.all().delete()
    Account.objects.all().delete()
    take(stream, a_post())

    assert Post.objects.get().sha256 != first


def test_the_language_is_found_and_where_it_is_not_the_hint_is_taken(stream):
    take(
        stream,
        a_post("1", text="شوربة العدس في المساء مع الخبز"),
        a_post("2", text="the soup is on the table and it was good"),
        a_post("3", text="Mercimek çorbası", language="tr"),
        a_post("4", text="", media=(), shared_from="9"),
    )

    found = Post.objects.order_by("pk").values_list("language", flat=True)
    assert list(found) == ["ar", "en", "tr", ""]
