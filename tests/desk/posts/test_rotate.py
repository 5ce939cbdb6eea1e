import pytest

from desk.content_makers import a_director, make_stream
from desk.posts.test_receive import a_post, take
from marsad.desk.posts import keys
from marsad.desk.posts.models import Account, Post
from marsad.desk.posts.rotate import rotate
from marsad.errors import Refused


@pytest.fixture
def site(tmp_path, settings):
    settings.ACCOUNT_KEYS = tmp_path / "accounts.keys"
    settings.ERASURES = tmp_path / "erasures.jsonl"
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_all_that_was_hidden_is_hidden_anew_and_the_old_key_is_gone(site):
    stream = make_stream()
    take(stream, a_post(), a_post("2", account="other", text="as @cook_one said"))
    before = keys.current()
    old = {post.pk: (post.mark, post.text) for post in Post.objects.all()}

    assert rotate(by=a_director(), because="a year is over") == 3

    first, second = Post.objects.order_by("pk")
    assert [one.name for one in keys.all_keys()] == [first.key]
    assert before.secret.hex() not in (site / "accounts.keys").read_text("ascii")
    assert first.account.pseudonym == keys.pseudonym("telegram", "cook_one")
    assert second.text == f"as @{first.account.pseudonym} said"
    assert first.addresses == [f"https://t.me/{first.account.pseudonym}/7"]
    assert all(old[one.pk] != (one.mark, one.text) for one in (first, second))
    sealed = keys.unseal(first.sealed, first.key)
    assert sealed["address"] == "https://t.me/cook_one/1"
    assert take(stream, a_post()).known == 1


@pytest.mark.django_db(transaction=True)
def test_a_site_that_died_after_the_commit_finishes_when_asked_again(site, monkeypatch):
    stream = make_stream()
    take(stream, a_post())
    with monkeypatch.context() as patch:
        patch.setattr("marsad.desk.posts.rotate._finish", lambda *_: None)
        rotate(by=a_director(), because="a year is over")
    assert len(keys.all_keys()) == 2
    with pytest.raises(Refused, match="being changed"):
        take(stream, a_post("2"))

    rotate(by=a_director(), because="finish it")

    assert len(keys.all_keys()) == 1
    assert Account.objects.filter(key=keys.current().name).count() == 2
    assert take(stream, a_post(), a_post("2")).known == 1


@pytest.mark.django_db(transaction=True)
def test_a_site_that_died_before_the_commit_begins_anew(site, monkeypatch):
    take(make_stream(), a_post())
    old = keys.current()
    with monkeypatch.context() as patch:
        patch.setattr("marsad.desk.posts.rotate._posts", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rotate(by=a_director(), because="a year is over")
    assert keys.current() == old

    rotate(by=a_director(), because="once more")

    assert old not in keys.all_keys()
    assert Post.objects.get().account.pseudonym == keys.pseudonym(
        "telegram", "cook_one"
    )
