"""One contract for every kind of signal: what it says, and that its index is exact."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.matching.kinds import KINDS, kind_named
from marsad.matching.reasons import REASONS, sentence
from marsad.matching.signals import Kind

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.value)
each_example = pytest.mark.parametrize(
    ("kind", "example"),
    [
        pytest.param(kind, example, id=f"{kind.kind.value}: {example.why}")
        for kind in KINDS
        for example in kind.examples
    ],
)


WORDS = (Kind.EXACT_WORDING, Kind.WORDING)


def met_form(kind, value):
    """How what is met is written: patterns meet addresses, words any text."""
    if kind.kind in WORDS:
        return value
    return (kind_named("url") if kind.kind is Kind.URL_PATTERN else kind).canonical(
        value
    )


def met_by(kind):
    return sorted({met_form(kind, example.met) for example in kind.examples})


def banked_by(kind):
    return sorted({kind.canonical(example.banked) for example in kind.examples})


def test_every_kind_stands_in_the_tuple_once():
    assert sorted(kind.kind for kind in KINDS) == sorted(Kind)


def test_a_kind_that_nobody_knows_is_refused_with_those_that_are():
    with pytest.raises(Unreadable, match="sha256"):
        kind_named("smell")


@each_kind
def test_a_kind_shows_what_is_alike_and_what_is_not(kind):
    assert {example.is_alike for example in kind.examples} == {True, False}


@each_example
def test_an_example_is_as_it_says(kind, example):
    banked, met = kind.canonical(example.banked), met_form(kind, example.met)

    likeness = kind.compare(banked, met)
    [found] = kind.index([(12, banked)]).find([met])

    assert bool(likeness) is example.is_alike
    assert [one.number for one in found] == ([12] if example.is_alike else [])
    if likeness:
        assert kind.kind in REASONS[likeness.reason].kinds
        assert "…" not in sentence(found[0])


@each_kind
def test_the_one_form_of_a_value_is_its_own_one_form(kind):
    for value in banked_by(kind):
        assert kind.canonical(value) == value


@each_kind
@pytest.mark.parametrize("value", ["", " ", "\ud800", "\x00", "؟!", "g" * 63])
def test_a_bad_value_is_refused_with_a_way_out(kind, value):
    if kind.kind in WORDS and value == "g" * 63:
        pytest.skip("letters are words")

    with pytest.raises(Unreadable) as refusal:
        kind.canonical(value)

    assert refusal.value.way_out


@each_kind
def test_an_empty_index_finds_nothing(kind, tmp_path):
    index = kind.index()

    assert len(index) == 0
    assert index.find(met_by(kind)) == [()] * len(met_by(kind))
    assert index.find([]) == []
    index.save(tmp_path)
    assert len(kind.opened(tmp_path)) == 0


@each_kind
def test_what_is_added_is_found_at_once_and_what_is_dropped_no_more(kind):
    example = next(example for example in kind.examples if example.is_alike)
    banked, met = kind.canonical(example.banked), met_form(kind, example.met)
    index = kind.index()

    index.add([(-5, banked), (2**62, banked)])
    assert {one.number for one in index.find([met])[0]} == {-5, 2**62}
    index.drop([-5, 77])
    assert {one.number for one in index.find([met])[0]} == {2**62}
    assert len(index) == 1


@each_kind
def test_what_was_saved_answers_alike_and_goes_on_growing(kind, tmp_path):
    index = kind.index(enumerate(banked_by(kind)))
    index.save(tmp_path / "index")
    index.save(tmp_path / "index")

    opened = kind.opened(tmp_path / "index")

    assert opened.find(met_by(kind)) == index.find(met_by(kind))
    opened.drop(range(100))
    opened.add([(500, banked_by(kind)[0])])
    assert len(opened) == 1


@each_kind
def test_nothing_saved_would_run_code(kind, tmp_path):
    kind.index(enumerate(banked_by(kind))).save(tmp_path)

    kept = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert kept <= {".npy", ".json", ".txt"}


@each_kind
def test_damage_is_told_with_a_way_out(kind, tmp_path):
    kind.index(enumerate(banked_by(kind))).save(tmp_path)
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        for damaged in (b"", whole[: len(whole) // 2], whole[:-1]):
            path.write_bytes(damaged)
            with pytest.raises(Unreadable) as refusal:
                kind.opened(tmp_path)
            assert refusal.value.way_out
        path.unlink()
        with pytest.raises(Unreadable):
            kind.opened(tmp_path)
        path.write_bytes(whole)
    assert len(kind.opened(tmp_path)) == len(banked_by(kind))


@each_kind
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9))
def test_the_index_agrees_with_the_slow_reference(kind, seed):
    chance = random.Random(seed)  # noqa: S311 (chance, not secrecy)
    banked, met = banked_by(kind), met_by(kind)
    signals = [
        (number, chance.choice(banked)) for number in range(chance.randint(0, 9))
    ]
    asked = chance.choices(met, k=3)
    gone = set(chance.sample(range(9), 3))
    index = kind.index(signals)
    index.drop(gone)

    found = index.find(asked)

    for one, likenesses in zip(asked, found, strict=True):
        slow = {
            number: kind.compare(value, one)
            for number, value in signals
            if number not in gone
        }
        alike = {number: likeness for number, likeness in slow.items() if likeness}
        told = {likeness.number: likeness for likeness in likenesses}
        assert told.keys() == alike.keys()
        for number, likeness in told.items():
            assert likeness.distance == pytest.approx(alike[number].distance)
            assert (likeness.band, likeness.reason) == (
                alike[number].band,
                alike[number].reason,
            )
