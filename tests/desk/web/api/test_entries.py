from urllib.parse import quote

import pytest

from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.models import ENTERED, Entry
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


@pytest.fixture
def entries(report, lina):
    """All that a report has, entered."""
    found = report.findings.filter(kind__in=ENTERED).order_by("id")
    return confirm(list(found), by=lina, because="read in the source")


def moment(at):
    return quote(at.isoformat())


def ids(answer):
    return [row["id"] for row in answer.json()["rows"]]


@pytest.mark.parametrize(
    ("address", "kind"), [("statements", "quote"), ("figures", "figure")]
)
def test_statements_and_figures_have_lists_of_their_own(
    ask, entries, secret, address, kind
):
    rows = ask(address, secret).json()["rows"]

    assert rows
    assert {row["kind"] for row in rows} == {kind}


def test_what_was_retracted_is_listed_only_where_it_is_asked_for(
    ask, entries, lina, secret
):
    retract(entries[0], by=lina, because="the outlet corrected itself")

    assert entries[0].pk not in ids(ask("entries", secret))
    assert ids(ask("entries?state=retracted", secret)) == [entries[0].pk]
    assert len(ids(ask("entries?state=any", secret))) == len(entries)


def test_the_register_is_told_as_it_was_known(ask, entries, lina, secret):
    before = entries[0].versions.get().at
    retract(entries[0], by=lina, because="the outlet corrected itself")

    then = ask(f"entries?as_of={moment(before)}", secret)
    assert sorted(ids(then)) == sorted(one.pk for one in entries)
    assert then.json()["rows"][0]["citations"]
    one = ask(f"entries/{entries[0].pk}?as_of={moment(before)}", secret).json()
    assert (one["state"], one["version"]) == ("current", 1)
    assert ask(f"entries/{entries[0].pk}", secret).json()["state"] == "retracted"
    long_ago = "2001-01-01T00:00:00Z"
    assert ids(ask(f"entries?as_of={long_ago}", secret)) == []
    missing = ask(f"entries/{entries[0].pk}?as_of={long_ago}", secret)
    assert missing.status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("kind=figure", id="a kind"),
        pytest.param("kind=figure&since=2018-02-13", id="a kind since a day"),
        pytest.param("until=2018-02-13", id="until a day"),
        pytest.param("since=2018-02-14", id="since a later day"),
    ],
)
def test_the_past_is_filtered_like_the_present(ask, entries, secret, asked):
    now = ids(ask(f"entries?{asked}", secret))
    then = ids(ask(f"entries?{asked}&as_of=2100-01-01T00:00:00Z", secret))

    assert sorted(now) == sorted(then)


def test_entries_are_found_by_who_speaks(ask, entries, secret):
    speaker = next(one for one in entries if one.kind == "quote").actor.entity

    rows = ask(f"statements?actor={speaker.pk}", secret).json()["rows"]

    assert rows
    assert {row["actor"]["entity"]["id"] for row in rows} == {speaker.pk}
    assert ids(ask("statements?actor=999999", secret)) == []


def test_each_version_is_told_with_who_decided_and_why(ask, entries, lina, secret):
    figure = next(one for one in entries if one.fields.get("value") == 98)
    fields = {**figure.fields, "value": 95}
    correct(figure, fields, version=1, by=lina, because="misread")

    rows = ask(f"entries/{figure.pk}/versions", secret).json()["rows"]

    assert [(row["number"], row["by"], row["because"]) for row in rows] == [
        (2, "Lina", "misread"),
        (1, "Lina", "read in the source"),
    ]
    assert [row["entry"]["value"] for row in rows] == [95, 98]


def test_a_stricter_version_of_the_past_is_not_told(
    ask, entries, make_person, token_of
):
    partner = token_of(make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN))
    entry = entries[0]
    version = entry.versions.get()
    # As if it had once rested on a stricter text, from which it was freed since.
    version.pk, version.number = None, 2
    version.snapshot["marking"] = int(Marking.RED)
    version.save(force_insert=True)

    rows = ask(f"entries/{entry.pk}/versions", partner).json()["rows"]

    assert [row["number"] for row in rows] == [1]
    known = ids(ask("entries?as_of=2100-01-01T00:00:00Z", partner))
    assert entry.pk not in known


def test_a_partner_reads_the_register_and_no_documents(
    ask, entries, make_person, token_of
):
    partner = token_of(make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN))

    assert len(ids(ask("entries", partner))) == len(entries)
    assert ask("documents", partner).status_code == 403
    assert ask("contradictions", partner).status_code == 403


def test_what_is_above_ones_clearance_is_not_told(ask, entries, make_person, token_of):
    Entry.objects.filter(pk=entries[0].pk).update(marking=Marking.RED)
    partner = token_of(make_person("yusuf", Group.PARTNER, clearance=Marking.GREEN))

    assert entries[0].pk not in ids(ask("entries", partner))
    assert ask(f"entries/{entries[0].pk}", partner).status_code == 404


def test_a_page_of_entries_asks_the_database_a_few_times(
    ask, entries, secret, django_assert_max_num_queries
):
    ask("entries", secret)

    with django_assert_max_num_queries(6):
        assert ask("entries", secret).json()["rows"]
