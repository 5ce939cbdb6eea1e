from datetime import timedelta

import pytest
from django.utils import timezone

from desk.content_makers import a_director, make_person, make_stream
from desk.posts.test_receive import a_post, everything_kept, take
from marsad.desk.posts.ask_reveal import Need, ask_reveal
from marsad.desk.posts.models import Post, Reveal
from marsad.desk.posts.refuse_reveal import refuse_reveal
from marsad.desk.posts.reveal import reveal
from marsad.desk.posts.show_reveal import show_reveal
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused

NEED = Need(
    purpose="an order to ask", basis="court", basis_words="order 12 of the court"
)


@pytest.fixture
def stream(db):
    return make_stream()


@pytest.fixture
def account(stream):
    take(stream, a_post())
    return Post.objects.get().account


@pytest.fixture
def rana(db):
    return make_person("rana", "reviewer")


def asked(account, by):
    return ask_reveal(account, NEED, by=by, because="for the court")


def test_two_people_open_an_account_once_and_the_trail_has_no_name(account, rana):
    row = asked(account, rana)
    reveal(row, by=a_director(), because="the order was read")

    told = show_reveal(row, by=rana, because="to answer the court")

    assert told == {"account": "cook_one", "name": "Layla of the Soups"}
    lines = AuditRecord.objects.filter(act__contains="reveal").order_by("number")
    assert [line.act for line in lines] == [
        "posts.ask_reveal",
        "posts.reveal",
        "posts.show_reveal",
    ]
    assert lines[2].details["basis"] == "court"
    assert "cook_one" not in everything_kept()
    assert "Layla" not in everything_kept()


def test_an_account_is_shown_once_only(account, rana):
    row = asked(account, rana)
    reveal(row, by=a_director(), because="read")
    show_reveal(row, by=rana, because="once")

    with pytest.raises(Refused, match="shown already"):
        show_reveal(row, by=rana, because="again")
    assert AuditRecord.objects.filter(outcome="refused").count() == 1


def test_nothing_is_shown_that_was_not_granted(account, rana):
    row = asked(account, rana)
    with pytest.raises(Refused, match="not granted"):
        show_reveal(row, by=rana, because="at once")

    refuse_reveal(row, by=a_director(), because="the order does not say so")
    with pytest.raises(Refused, match="not granted"):
        show_reveal(row, by=rana, because="all the same")
    with pytest.raises(Refused, match="answered already"):
        reveal(row, by=a_director(), because="after all")


def test_it_is_shown_to_who_asked_and_to_nobody_else(account, rana):
    row = asked(account, rana)
    reveal(row, by=a_director(), because="read")

    with pytest.raises(Refused, match="only to who asked"):
        show_reveal(row, by=make_person("sami", "reviewer"), because="curious")
    with pytest.raises(Refused):
        show_reveal(row, by=a_director(), because="curious")


def test_nobody_answers_their_own_request(account):
    both = make_person("both", "reviewer", "director")
    row = asked(account, both)

    with pytest.raises(Refused, match="their own request"):
        reveal(row, by=both, because="I may")


@pytest.mark.parametrize("group", ["analyst", "officer", "reviewer", "auditor"])
def test_only_a_director_grants(account, rana, group):
    row = asked(account, rana)

    with pytest.raises(Refused, match="no right"):
        reveal(row, by=make_person(f"a-{group}", group), because="I want to")


def test_no_machine_asks_grants_or_shows(account, rana):
    row = asked(account, rana)
    worker = Worker("a program")
    for deed in (reveal, refuse_reveal, show_reveal):
        with pytest.raises(Refused, match="no machine"):
            deed(row, by=worker, because="by itself")
    with pytest.raises(Refused, match="no machine"):
        asked(account, worker)


def test_a_request_needs_a_legal_basis_in_words(account, rana):
    with pytest.raises(Refused, match="no purpose"):
        ask_reveal(
            account,
            Need(purpose="to know", basis="court", basis_words=" "),
            by=rana,
            because="to know",
        )
    assert Reveal.objects.count() == 0


def test_what_is_not_looked_at_in_a_week_is_asked_for_anew(account, rana):
    row = asked(account, rana)
    reveal(row, by=a_director(), because="read")
    Reveal.objects.update(settled_at=timezone.now() - timedelta(days=8))

    with pytest.raises(Refused, match="too long ago"):
        show_reveal(row, by=rana, because="late")
