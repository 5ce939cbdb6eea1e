import pytest

from marsad.collecting.posts.columns import Columns, read_mapping
from marsad.collecting.posts.public import Fault, MediaKind, PublicPost
from marsad.collecting.posts.tables import read
from marsad.errors import Unreadable

HEAD = "id,platform,author,text,date\n"


def read_text(tmp_path, text, encoding="utf-8", mapping=None):
    path = tmp_path / "posts.csv"
    path.write_bytes(text.encode(encoding))
    found = list(read(path, mapping) if mapping else read(path))
    return [one for one in found if isinstance(one, PublicPost)], [
        str(one) for one in found if isinstance(one, Fault)
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"], ids=str
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_letters_and_delimiters_are_found_at_the_head(tmp_path, encoding, delimiter):
    text = HEAD + "1,forum,cook_one,شوربة العدس بالكمون,2026-03-05T10:00:00Z\n" * 3
    posts, faults = read_text(tmp_path, text.replace(",", delimiter), encoding)

    assert faults == []
    assert {post.text for post in posts} == {"شوربة العدس بالكمون"}


def test_a_quotation_mark_that_is_not_closed_costs_its_own_line_alone(tmp_path):
    rows = [f"{n},forum,cook_one,soup {n},2026-03-05T10:00:00Z\n" for n in range(1, 6)]
    rows[2] = '3,forum,cook_one,"soup 3,2026-03-05T10:00:00Z\n'
    posts, faults = read_text(tmp_path, HEAD + "".join(rows))

    assert [post.number for post in posts] == ["1", "2", "4", "5"]
    assert faults[0].startswith("line 4: has a quotation mark")


def test_a_cell_may_hold_lines(tmp_path):
    text = HEAD + '1,forum,a,"one\ntwo",2026-03-05T10:00:00Z\n2,forum,a,b,never\n'
    posts, faults = read_text(tmp_path, text)

    assert posts[0].text == "one\ntwo"
    assert faults[0].startswith("line 4: ")


@pytest.mark.parametrize(
    ("stated", "mapping", "utc"),
    [
        pytest.param("2026-03-05 13:00:00+03:00", {}, "2026-03-05T10:00", id="iso"),
        pytest.param("2026-03-05 10:00:00 UTC", {}, "2026-03-05T10:00", id="utc"),
        pytest.param("Thu Mar 05 10:00:00 +0000 2026", {}, "2026-03-05T10:00", id="X"),
        pytest.param(
            "Thu, 05 Mar 2026 10:00:00 +0000", {}, "2026-03-05T10:00", id="e-mail"
        ),
        pytest.param("1772704800", {}, "2026-03-05T10:00", id="seconds"),
        pytest.param("1772704800000", {}, "2026-03-05T10:00", id="thousandths"),
        pytest.param(
            "2026-03-05 13:00", {"zone": "Asia/Baghdad"}, "2026-03-05T10:00", id="zone"
        ),
        pytest.param(
            "05.03.2026 10:00",
            {"zone": "UTC", "time": "%d.%m.%Y %H:%M"},
            "2026-03-05T10:00",
            id="a form of its own",
        ),
    ],
)
def test_times_are_read_as_exports_write_them(tmp_path, stated, mapping, utc):
    text = HEAD + f'1,forum,a,b,"{stated}"\n'
    posts, faults = read_text(tmp_path, text, mapping=Columns(**mapping))

    assert faults == []
    assert posts[0].at.isoformat().startswith(utc)


def test_a_time_without_a_zone_is_not_guessed(tmp_path):
    _, faults = read_text(tmp_path, HEAD + "1,forum,a,b,2026-03-05 13:00\n")

    assert 'name the zone in the mapping, as "zone"' in faults[0]


def test_a_table_without_what_a_post_needs_is_told_once(tmp_path):
    _, faults = read_text(tmp_path, "id;words\n1;a\n2;b\n")

    assert faults == [
        "line 1: has no column that is known as: account, text, at, platform; "
        "name its columns in a mapping"
    ]


def test_a_number_is_found_in_the_address_and_counts_as_people_write_them(tmp_path):
    text = (
        "platform,user,text,date,url,likes,views,media\n"
        'x,a,b,2026-03-05T10:00:00Z,https://x.com/a/status/77,"1,204",12.0,'
        "https://m.example/a.jpg https://m.example/b.mp4\n"
    )
    [post], _ = read_text(tmp_path, text)

    assert post.number == "77"
    assert (post.reach.likes, post.reach.views) == (1204, 12)
    assert [m.kind for m in post.media] == [MediaKind.PICTURE, MediaKind.FILM]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"{", id="no JSON"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"columns": {"colour": "a"}}', id="an unknown column"),
        pytest.param(b'{"zone": "Middle/Earth"}', id="an unknown zone"),
        pytest.param(b'{"delimiter": "--"}', id="a long delimiter"),
    ],
)
def test_a_mapping_that_maps_nothing_is_refused(raw):
    with pytest.raises(Unreadable):
        read_mapping(raw, subject="mapping.json")
