"""What an engine finds wrong with a list or a value is told in the reader's language."""

import json
import re

import pytest
from django.utils import translation

from marsad.desk.banks.engine_words import fault_said, told_here
from marsad.errors import MarsadError
from marsad.matching.exchange.lists import read_list
from marsad.matching.exchange.tables import COLUMNS
from marsad.matching.films.hashing import hash_film
from marsad.matching.kinds import KINDS, kind_named
from marsad.matching.pictures.hashing import hash_picture

_LATIN = re.compile(r"[a-z]{2,}", re.IGNORECASE)
# Names, examples and what was written itself stay in their letters.
_NAMES = re.compile(
    r"'[^']*'|\"[^\"]*\"|\S*[./*:_]\S*|SHA-?256|sha256|md5|MD5|PDQ|JSON|CSV|UTF-8|MP4|URL"
    r"|ThreatExchange|HMA|value|kind"
)
VALUES = {
    "sha256": ["abc", ""],
    "md5": ["xyz"],
    "pdq": ["0" * 10],
    "vpdq": ["[", "[]", '["a,b,c"]', f'["{"0" * 64},x,1"]', f'["{"0" * 64},100,-5"]'],
    "url": ["soup", "//", "https://", "https://e.x/" + "a" * 9000],
    "url_pattern": ["t.me/*", "a*b.example/*", "*.com/*", "a.example/" + "*/" * 60],
    "exact_wording": ["خبز"],
    "wording": ["شوربة عدس"],
}
LISTS = [
    b"",
    b"\xff\xfe\xff",
    b"what is this",
    b"kind\nsha256\n",
    b'kind,value\nsha256,"abc\n',
    b"kind,value\nsha256,abc,more\n",
    b"kind,value,until\nurl,https://soup.example/a,someday\n",
    b'{"data": [1]}',
    json.dumps({"value": [{"Type": "Photo"}]}).encode(),
    b"{broken}\n{also broken}",
]


def refused(do, *said):
    try:
        do(*said)
    except MarsadError as fault:
        return fault
    return None


def assert_arabic(words):
    bare = re.sub("|".join(COLUMNS), " ", _NAMES.sub(" ", words))
    assert not _LATIN.search(bare), words


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, one) for kind, some in VALUES.items() for one in some]
)
def test_what_is_wrong_with_a_value_is_told_in_arabic(kind, value):
    fault = refused(kind_named(kind).canonical, value)

    assert fault is not None
    with translation.override("ar"):
        assert_arabic(told_here(fault))


def test_every_kind_has_values_that_it_refuses():
    assert VALUES.keys() == {kind.kind for kind in KINDS}


@pytest.mark.parametrize("raw", LISTS, ids=range(len(LISTS)))
def test_what_is_wrong_with_a_list_is_told_in_arabic(raw):
    try:
        faults = read_list(raw).faults
        told = [
            f"{one['problem']} {one['way_out']}"
            for one in _in_arabic([vars_of(fault) for fault in faults])
        ]
    except MarsadError as fault:
        with translation.override("ar"):
            told = [told_here(fault)]

    assert told
    for one in told:
        assert_arabic(one)


def vars_of(fault):
    return {"row": fault.row, "problem": fault.problem, "way_out": fault.way_out}


def _in_arabic(faults):
    with translation.override("ar"):
        return [fault_said(one) for one in faults]


@pytest.mark.parametrize("read", [hash_picture, hash_film])
def test_bytes_that_cannot_be_read_are_told_in_arabic(read):
    fault = refused(read, b"neither a picture nor a film")

    with translation.override("ar"):
        assert_arabic(told_here(fault))


def test_what_was_written_stands_in_the_sentence():
    with translation.override("ar"):
        told = fault_said(
            {"row": 3, "problem": "day: 'someday' is no day", "way_out": ""},
        )

    assert "'someday'" in told["problem"]
    assert "day:" not in told["problem"]


def test_what_no_pattern_knows_stays_as_it_was_said():
    fault = {"row": 1, "problem": "soup: is cold", "way_out": "warm it"}

    assert fault_said(fault) == fault
