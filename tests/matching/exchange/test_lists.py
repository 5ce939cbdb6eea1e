import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.marking import Marking
from marsad.matching.exchange.entries import Entry
from marsad.matching.exchange.lists import read_list, write_list
from marsad.matching.kinds import KINDS
from marsad.matching.signals import Kind

MD5, SHA256, PDQ = "a1" * 16, "b2" * 32, "0f" * 32


def listed(value):
    raw = value if isinstance(value, str) else json.dumps(value)
    return read_list(raw.encode())


def test_descriptors_of_threatexchange_are_read_with_all_they_say():
    found = listed(
        {
            "data": [
                {
                    "id": "71",
                    "indicator": {"id": "9", "indicator": PDQ, "type": "HASH_PDQ"},
                    "type": "HASH_PDQ",
                    "description": "A drawn bowl of soup",
                    "owner": {"id": "1", "name": "Soup kitchen"},
                    "status": "MALICIOUS",
                    "share_level": "AMBER",
                    "tags": {"data": [{"id": "2", "text": "soup"}, {"text": "bowl"}]},
                    "expired_on": "2027-01-31T00:00:00+0000",
                    "added_on": "2026-01-01T00:00:00+0000",
                },
                {
                    "indicator": "HXXP://Example[.]org/soup/",
                    "type": "URI",
                    "tags": ["a"],
                },
                {
                    "raw_indicator": "example.org",
                    "type": "DOMAIN",
                    "status": "NON_MALICIOUS",
                },
            ],
            "paging": {},
        }
    )

    assert found.form == "threatexchange"
    assert found.faults == ()
    first, second, third = found.entries
    assert first == Entry(
        1,
        Kind.PDQ,
        PDQ,
        title="A drawn bowl of soup",
        provenance="Soup kitchen",
        reference="71",
        marking=Marking.AMBER,
        until=date(2027, 1, 31),
        tags=("soup", "bowl"),
        created="2026-01-01T00:00:00+0000",
    )
    assert (second.kind, second.value, second.tags) == (
        Kind.URL,
        "https://example.org/soup",
        ("a",),
    )
    assert (third.value, third.is_harmless) == ("*.example.org/*", True)


def test_contents_of_hma_give_an_entry_for_each_signal():
    found = listed(
        {
            "bank": {"name": "SOUPS", "matching_enabled_ratio": 1.0},
            "content": [
                {
                    "id": 5,
                    "disable_until_ts": 0,
                    "signals": {"pdq": PDQ.upper(), "video_md5": MD5, "smell": "x"},
                    "metadata": {"json": '{"title": "Bowl", "tags": ["soup"]}'},
                }
            ],
        }
    )

    assert found.form == "hma"
    assert [(one.kind, one.value) for one in found.entries] == [
        (Kind.PDQ, PDQ),
        (Kind.MD5, MD5),
    ]
    assert {(one.content, one.provenance, one.title) for one in found.entries} == {
        ("5", "SOUPS", "Bowl")
    }
    [fault] = found.faults
    assert (fault.row, "smell" in fault.problem, "pdq" in fault.way_out) == (
        1,
        True,
        True,
    )


def test_a_hash_list_keeps_its_ideology_its_numbers_and_what_was_taken_back():
    row = {
        "hash_digest": SHA256,
        "algorithm": "SHA256",
        "ideology": "far-right",
        "file_type": "mp4",
        "deleted": True,
        "created_on": "2025-02-03T04:05:06Z",
        "updated_on": 1767225600.5,
        "id": 812,
    }

    found = listed({"count": 1, "next": None, "checkpoint": "1,812", "results": [row]})

    assert found.form == "tat"
    [entry] = found.entries
    assert (entry.ideology, entry.reference, entry.file_type) == (
        "far-right",
        "812",
        "mp4",
    )
    assert entry.is_withdrawn
    assert (entry.created, entry.updated) == ("2025-02-03T04:05:06Z", "1767225600.5")


def test_a_table_is_read_by_the_names_of_its_columns():
    found = listed(
        "Value;Kind;Title;Until;Marking;Mood\r\n"
        f"{MD5};md5;Bowl;2027-01-31;amber+strict;glad\r\n"
        "\r\n"
        '"t.me/soupkitchen/*";url_pattern;"two\r\nlines";;\r\n'
    )

    first, second = found.entries
    assert found.form == "csv"
    assert (first.row, first.marking, first.until) == (
        2,
        Marking.AMBER_STRICT,
        date(2027, 1, 31),
    )
    assert (second.row, second.title) == (5, "two\r\nlines")


def test_every_bad_row_is_named_and_no_good_one_is_lost():
    rows = [
        f"md5,{MD5},",
        "md5,soup,",
        "smell,roses,",
        "url,https://example.org/a,2027-13-01",
        "url_pattern,t.me/*,",
        "url,https://example.org/b,",
        "url,a,b,c",
        ",,x",
        f"pdq,{PDQ},",
    ]

    found = listed("kind,value,until\n" + "\n".join(rows))

    assert [one.row for one in found.entries] == [2, 7, 10]
    assert [one.row for one in found.faults] == [3, 4, 5, 6, 8, 9]
    assert all(one.problem and one.way_out for one in found.faults)
    assert "platform" in str(found.faults[3])


def test_lines_of_json_are_read_one_by_one():
    good = json.dumps({"indicator": MD5, "type": "HASH_MD5"})

    found = listed(f'{good}\n{{"indicator": \n"soup"\n\n{good}\n[1]\n')

    assert [one.row for one in found.entries] == [1, 5]
    assert [one.row for one in found.faults] == [2, 3, 6]
    assert "soup" not in "".join(map(str, found.faults))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"  \n",
        b"\xff\xfe",
        b"soup\n1",
        b"[]",
        b"{}",
        b"[1, 2]",
        b'{"data": "soup"}',
        b"[" * 100_000,
        b'kind,"value',
    ],
)
def test_what_is_no_list_is_refused_with_a_way_out(raw):
    with pytest.raises(Unreadable) as refusal:
        read_list(raw)

    assert refusal.value.way_out


VALUES = {
    kind.kind: sorted({kind.canonical(example.banked) for example in kind.examples})
    for kind in KINDS
}
LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12
)
WORDS = LETTERS.map(str.strip)
ENTRIES = st.lists(
    st.sampled_from(
        [(kind, value) for kind, some in VALUES.items() for value in some]
    ).flatmap(
        lambda pair: st.builds(
            Entry,
            row=st.just(1),
            kind=st.just(pair[0]),
            value=st.just(pair[1]),
            title=WORDS,
            provenance=WORDS,
            reference=WORDS,
            content=st.sampled_from(["", "a", "b"]),
            marking=st.none() | st.sampled_from(Marking),
            until=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
            tags=st.lists(st.sampled_from(["soup", "=bowl", "عدس"]), max_size=2).map(
                tuple
            ),
            ideology=st.sampled_from(["", "islamist", "far-right"]),
            file_type=st.sampled_from(["", "mp4"]),
            created=st.sampled_from(["", "2026-01-01"]),
            updated=st.sampled_from(["", "2026-01-02"]),
            is_harmless=st.booleans(),
            is_withdrawn=st.booleans(),
        )
    ),
    min_size=1,
    max_size=8,
)


def seen(entries, **less):
    return sorted((replace(one, row=0, **less) for one in entries), key=repr)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_a_table_loses_nothing(entries):
    found = read_list(write_list(entries, "csv").encode())

    assert found.faults == ()
    assert seen(found.entries) == seen(entries)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_a_bank_of_hma_loses_nothing_but_whose_words_stand_on_a_signal(entries):
    found = read_list(write_list(entries, "hma", bank="SOUPS").encode())

    assert found.faults == ()
    left = {"content": "", "provenance": "", "reference": ""}
    assert seen(found.entries, **left) == seen(entries, **left)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_descriptors_keep_what_threatexchange_has_words_for(entries):
    found = read_list(write_list(entries, "threatexchange").encode())

    assert found.faults == ()
    left = {
        "content": "",
        "ideology": "",
        "file_type": "",
        "marking": None,
        "is_harmless": False,
    }
    assert seen(found.entries, **left) == seen(entries, **left)
    for before, after in zip(entries, found.entries, strict=True):
        # Its levels are those of version 1: what it has no word for is said stricter.
        assert (after.marking or 0) >= (before.marking or 0)


def test_a_cell_that_a_spreadsheet_would_reckon_with_is_guarded():
    entry = Entry(1, Kind.MD5, MD5, title="=1+1", provenance="-x", reference="@y")

    table = write_list([entry], "csv")

    assert ",'=1+1,'-x,'@y," in table
    assert read_list(table.encode()).entries[0].title == "=1+1"


def test_a_form_that_nobody_knows_is_refused():
    with pytest.raises(Unreadable, match="csv"):
        write_list([], "yaml")
