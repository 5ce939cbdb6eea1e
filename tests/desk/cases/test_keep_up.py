"""What arrives is compared with the banks, and what is alike waits for people."""

import pytest

from desk.content_makers import (
    make_arrival,
    make_bank,
    make_match,
    make_medium,
    make_person,
    make_post,
    make_signal,
    make_stream,
)
from marsad.desk.banks import searching
from marsad.desk.cases import keep_up as following
from marsad.desk.cases.cards import cards_of
from marsad.desk.cases.keep_up import keep_up
from marsad.desk.cases.models import Case, Match
from marsad.desk.posts.models import Arrival
from marsad.desk.safeguards.models import AuditRecord
from marsad.matching.signals import Band

pytestmark = pytest.mark.django_db

PAGE = "https://soup.example/recipe"
SHA256 = "ab" * 32


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    settings.BANK_INDEX = tmp_path / "banks"
    searching.forget()
    yield
    searching.forget()


def arrived(count=1, **said):
    """An arrival with posts about nothing that is known, unless it is said."""
    arrival = make_arrival(make_stream(), new=count)
    posts = [
        make_post(
            f"غدا مطر في الشمال {number}", arrival.stream, arrival=arrival, **said
        )
        for number in range(count)
    ]
    return arrival, posts


def test_an_address_and_a_file_that_are_known_start_cases():
    make_signal(value=PAGE, kind="url")
    make_signal(value=SHA256, kind="sha256")
    arrived(2, addresses=[PAGE])
    _, [post] = arrived()
    make_medium(post, sha256=SHA256)

    assert keep_up() == 2
    assert Case.objects.count() == 2
    assert {match.kind for match in Match.objects.all()} == {"url", "sha256"}
    match = Match.objects.filter(kind="url").first()
    assert match.details["address"]


@pytest.mark.parametrize(
    ("kind", "known", "reason", "band"),
    [
        ("url", "https://t.me/cook_one/7", "own_address", Band.SAME),
        ("url_pattern", "t.me/cook_one/*", "own_address_place", Band.LOOK),
    ],
)
def test_a_post_at_a_known_address_is_found_and_not_named(kind, known, reason, band):
    make_signal(value=known, kind=kind)
    arrived(1, address="https://t.me/cook_one/7")
    arrived(1, address="https://t.me/gardener/7")

    keep_up()

    match = Match.objects.get()
    assert (match.kind, match.reason, match.band) == (kind, reason, band)
    assert match.details == {}
    [card] = cards_of(match.case, make_person("rana", "reviewer"))
    [why] = card.whys
    assert why.theirs == ""
    assert "cook_one" not in why.sentence


def test_a_harmless_address_excuses_the_post_that_stands_at_it():
    make_signal(value="t.me/cook_one/*", kind="url_pattern")
    harmless = make_bank(is_harmless=True)
    make_signal(harmless, value="https://t.me/cook_one/7", kind="url")
    arrived(1, address="https://t.me/cook_one/7")
    arrived(1, address="https://t.me/cook_one/8", addresses=["https://t.me/cook_one/7"])

    keep_up()

    first, second = Match.objects.order_by("post_id")
    assert first.harmless is not None
    # What its words name is harmless; where it stands is not.
    assert (second.reason, second.harmless) == ("own_address_place", None)


def test_without_the_keys_of_accounts_all_else_is_compared(settings, tmp_path):
    make_signal(value="https://t.me/cook_one/7", kind="url")
    make_signal(value=PAGE, kind="url")
    arrived(1, address="https://t.me/cook_one/7", addresses=[PAGE])
    settings.ACCOUNT_KEYS = tmp_path / "others.keys"

    keep_up()

    assert Match.objects.get().reason == "address_same"


def test_what_resembles_nothing_is_looked_at_and_done():
    make_signal(value=PAGE, kind="url")
    arrived(3)

    assert keep_up() == 1
    assert keep_up() == 0
    assert not Case.objects.exists()
    assert not AuditRecord.objects.filter(act="cases.start").exists()


def test_a_harmless_page_starts_no_case():
    make_signal(value=PAGE, kind="url")
    make_signal(make_bank(is_harmless=True), value=PAGE, kind="url")
    arrived(1, addresses=[PAGE])

    keep_up()

    assert not Case.objects.exists()
    assert Match.objects.get().harmless is not None


def test_arrivals_are_looked_at_in_their_order_and_whole(monkeypatch):
    make_signal(value=PAGE, kind="url")
    monkeypatch.setattr(following, "_AT_ONCE", 3)
    arrivals = [arrived(2, addresses=[PAGE])[0] for _ in range(3)]

    assert [one.pk for one in following._next()] == [one.pk for one in arrivals[:2]]
    assert keep_up() == 3
    assert Match.objects.count() == 6


def test_what_a_dead_worker_left_is_looked_at_by_the_next(monkeypatch):
    make_signal(value=PAGE, kind="url")
    for _ in range(3):
        arrived(1, addresses=[PAGE])
    real, done = following.start, []

    def dies(*args, **said):
        if done:
            raise KeyboardInterrupt
        done.append(real(*args, **said))

    monkeypatch.setattr(following, "start", dies)
    with pytest.raises(KeyboardInterrupt):
        keep_up()
    assert Arrival.objects.filter(looked_at__isnull=True).count() == 2
    monkeypatch.setattr(following, "start", real)
    keep_up()

    assert Match.objects.count() == 3
    assert Case.objects.get().captures.count() == 3


def test_an_arrival_at_fault_keeps_no_other_waiting(monkeypatch):
    signal = make_signal(value=PAGE, kind="url")
    monkeypatch.setattr(following, "_troubled", set())
    faulty, [post] = arrived(1, addresses=[PAGE])
    make_match(post, signal)
    whole, _ = arrived(1, addresses=[PAGE])

    assert keep_up() == 1
    assert keep_up() == 0
    for one, is_looked_at in ((faulty, False), (whole, True)):
        one.refresh_from_db()
        assert (one.looked_at is not None) is is_looked_at
    assert Case.objects.count() == 1
