import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from architecture.house import ROOT
from marsad.collecting.posts.columns import UNMAPPED, load_mapping
from marsad.collecting.posts.forms import Form, form_of, form_of_bytes, read_posts
from marsad.collecting.posts.public import Concern, Fault, PublicPost
from marsad.errors import Unreadable

SAMPLES = ROOT / "examples" / "posts"
EXPECTED = {
    "own.jsonl": (Form.OWN, 3, {}),
    "table.csv": (Form.TABLE, 2, {Concern.BROKEN: 1}),
    "table-mapped.tsv": (Form.TABLE, 1, {}),
    "x.json": (Form.X, 2, {Concern.PRIVATE: 1, Concern.BROKEN: 1}),
    "telegram-result.json": (Form.TELEGRAM, 3, {Concern.NO_POST: 1}),
    "mastodon-statuses.json": (Form.MASTODON, 2, {Concern.PRIVATE: 2}),
    "mastodon-outbox.json": (Form.MASTODON, 3, {Concern.PRIVATE: 1}),
    "bluesky-feed.json": (Form.BLUESKY, 1, {Concern.PRIVATE: 1}),
    "bluesky-jetstream.jsonl": (Form.BLUESKY, 1, {Concern.NO_POST: 2}),
}


def mapping_of(name):
    return load_mapping(SAMPLES / "table-mapped.json") if "mapped" in name else UNMAPPED


@pytest.mark.parametrize("name", EXPECTED)
def test_each_sample_is_known_by_how_it_begins_and_read(name):
    form, posts, faults = EXPECTED[name]
    found = list(read_posts(SAMPLES / name, mapping=mapping_of(name)))

    assert form_of(SAMPLES / name) == form
    assert sum(isinstance(one, PublicPost) for one in found) == posts
    told = Counter(one.concern for one in found if isinstance(one, Fault))
    assert told == faults


@pytest.mark.parametrize("name", EXPECTED)
def test_every_post_has_its_time_in_utc_and_a_number_that_is_its_own(name):
    found = read_posts(SAMPLES / name, mapping=mapping_of(name))
    posts = [one for one in found if isinstance(one, PublicPost)]

    assert {post.at.utcoffset().total_seconds() for post in posts} == {0}
    assert len({(post.platform, post.number) for post in posts}) == len(posts)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_fault_quotes_what_stands_in_the_row(name):
    found = read_posts(SAMPLES / name, mapping=mapping_of(name))
    told = " ".join(str(one) for one in found if isinstance(one, Fault))

    for name in ("cook", "gardener", "shy", "Kitchen", "followers</p>", "aaaa"):
        assert name not in told


def test_each_line_in_our_own_form_keeps_to_the_schema_that_we_give():
    schema = json.loads((ROOT / "docs" / "posts.schema.json").read_text("utf-8"))

    for line in (SAMPLES / "own.jsonl").read_text("utf-8").splitlines():
        jsonschema.validate(json.loads(line), schema)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        pytest.param(b'{"data": [{"id": "1"', Form.X, id="an answer cut off"),
        pytest.param(b'\xef\xbb\xbf{"platform":"x","text":"a"}', Form.OWN, id="a mark"),
        pytest.param(b'[{"visibility":"public","content":""', Form.MASTODON, id="list"),
        pytest.param(b'{"feed": []', Form.BLUESKY, id="an empty feed"),
        pytest.param(b'{"chats": {"list": [', Form.TELEGRAM, id="a whole account"),
        pytest.param(b"id,author,text\n1,a,b\n", Form.TABLE, id="a table"),
        pytest.param(b'{"weather": "sunny"}', None, id="another document"),
        pytest.param(b"Plain words.", None, id="words"),
    ],
)
def test_a_form_is_told_by_its_head_alone(head, form):
    assert form_of_bytes(head) == form


def test_what_is_in_no_form_is_refused_with_a_way_out(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"weather": "sunny"}', "utf-8")

    with pytest.raises(Unreadable, match=r"no form that is known; name its form"):
        form_of(path)


def test_a_missing_file_is_told():
    with pytest.raises(Unreadable, match="no such file"):
        list(read_posts(Path("nothing.jsonl"), Form.OWN))
