"""HMA spoken over a real connection, by a client that knows nothing but HMA."""

import base64
import hashlib
import io

import httpx
import pytest
from PIL import Image, ImageDraw

from desk.content_makers import make_bank, make_signal
from marsad.desk.banks import searching
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.issue import issue
from marsad.marking import Marking
from marsad.matching.pictures.hashing import hash_picture

pytestmark = pytest.mark.django_db(transaction=True)


def picture(quality=90):
    """A drawn kitchen: shapes and nothing else."""
    drawn = Image.new("RGB", (400, 300), "white")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((30, 160, 370, 290), fill="saddlebrown")
    pen.ellipse((120, 60, 280, 200), fill="orange", outline="black", width=6)
    for x in range(0, 400, 37):
        pen.line((x, 0, 400 - x, 150), fill="teal", width=4)
    raw = io.BytesIO()
    drawn.save(raw, "JPEG", quality=quality)
    return raw.getvalue()


@pytest.fixture(autouse=True)
def index(tmp_path, settings):
    """A folder of indexes that nobody else has."""
    settings.BANK_INDEX = tmp_path / "banks"
    searching.forget()
    yield
    searching.forget()


@pytest.fixture
def key(make_person):
    """Give a program of a person a key."""

    def give(*scopes, clearance=Marking.AMBER, group=Group.REVIEWER):
        person = make_person(f"coop-{clearance}-{group}", group, clearance=clearance)
        said = {"name": "review tool", "scopes": list(scopes or ("banks:look_up",))}
        return issue(person, **said, by=person, because="to review")[1]

    return give


@pytest.fixture
def tool(live_server, key):
    """A review tool with a key, as Coop asks HMA."""

    def connect(secret=None):
        return httpx.Client(
            base_url=f"{live_server.url}/hma",
            headers={"Authorization": f"Bearer {secret or key()}"},
            timeout=60,
        )

    return connect


@pytest.fixture
def soups():
    """A bank of known pictures and files."""
    bank = make_bank("known-soups")
    raw = picture()
    return {
        "pdq": make_signal(bank, hash_picture(raw).hash, kind="pdq"),
        "md5": make_signal(
            bank, hashlib.md5(raw, usedforsecurity=False).hexdigest(), kind="md5"
        ),
        "strict": make_signal(
            make_bank("strict", marking=Marking.RED),
            hashlib.sha256(raw).hexdigest(),
            kind="sha256",
            marking=Marking.RED,
        ),
    }


def test_a_hash_is_looked_up_as_coop_does(tool, soups):
    pdq = soups["pdq"]
    with tool() as client:
        answer = client.get(
            "/m/lookup", params={"signal": pdq.value, "signal_type": "pdq"}
        )

    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "KNOWN_SOUPS": [{"bank_content_id": pdq.pk, "distance": "0"}]
    }


def test_a_file_is_hashed_and_looked_up_and_a_copy_saved_anew_is_known(tool, soups):
    with tool() as client:
        hashes = client.post("/h/hash", files={"photo": picture()}).json()
        answer = client.post("/m/lookup", files={"photo": picture(quality=60)}).json()

    assert set(hashes) == {"pdq", "sha256", "md5"}
    assert hashes["md5"] == soups["md5"].value
    [match] = answer["pdq"]["KNOWN_SOUPS"]
    assert match["bank_content_id"] == soups["pdq"].pk
    assert int(match["distance"]) <= 31
    assert answer["md5"] == {}


def test_raw_lookup_names_signals_with_their_distance_where_asked(tool, soups):
    md5 = soups["md5"]
    asked = {"signal": md5.value, "signal_type": "video_md5"}
    with tool() as client:
        plain = client.get("/m/raw_lookup", params=asked).json()
        far = client.get("/m/raw_lookup", params={**asked, "include_distance": "true"})
        elsewhere = client.get("/m/raw_lookup", params={**asked, "banks": "OTHER"})

    assert plain == {"matches": [md5.pk]}
    assert far.json() == {"matches": [{"bank_content_id": md5.pk, "distance": "0"}]}
    assert elsewhere.json() == {"matches": []}


def test_an_address_is_never_fetched(tool):
    with tool() as client:
        for path in ("/h/hash", "/m/lookup"):
            answer = client.get(path, params={"url": "http://127.0.0.1:1/soup.jpg"})
            assert answer.status_code == 403
            assert "no address is fetched" in answer.json()["message"]


@pytest.mark.parametrize(
    ("method", "path", "sent", "message"),
    [
        ("GET", "/m/lookup?signal=zz&signal_type=pdq", {}, "PDQ"),
        ("GET", "/m/lookup?signal=zz&signal_type=smell", {}, "No such SignalType"),
        ("GET", "/m/lookup", {}, "required"),
        ("POST", "/h/hash", {}, "Missing multipart"),
        ("POST", "/h/hash", {"files": {"smell": b"x"}}, "no such content_type"),
        ("POST", "/h/hash?types=tmk", {"files": {"photo": b"x"}}, "doesn't exist"),
        ("POST", "/m/compare", {"content": b"{"}, "no JSON"),
        ("POST", "/m/compare", {"json": {"pdq": ["a"]}}, "exactly 2"),
    ],
)
def test_what_cannot_be_answered_says_why_as_hma_does(
    tool, method, path, sent, message
):
    with tool() as client:
        answer = client.request(method, path, **sent)

    assert answer.status_code == 400
    assert message in answer.json()["message"]


def test_two_hashes_are_compared(tool):
    one, other = "0" * 64, "0" * 63 + "7"
    far = "0123456789abcdef" * 4
    with tool() as client:
        near = client.post("/m/compare", json={"pdq": [one, other]}).json()
        apart = client.post("/m/compare", json={"pdq": [one, far]}).json()

    assert near == {"pdq": [True, {"distance": 3}]}
    assert apart == {"pdq": [False, {"distance": 128}]}


def test_without_a_key_of_the_right_scope_nothing_is_said(live_server, tool, key):
    address = f"{live_server.url}/hma/m/lookup?signal=a&signal_type=pdq"
    assert httpx.get(address).status_code == 401
    with tool(key("register:read", group=Group.ANALYST)) as client:
        assert client.get("/m/index/status").status_code == 401
    assert httpx.get(f"{live_server.url}/hma/status").text == "I-AM-ALIVE"


def test_a_tool_that_knows_only_basic_puts_the_key_where_the_password_stands(
    live_server, key, soups
):
    said = base64.b64encode(f"anybody:{key()}".encode()).decode()
    answer = httpx.get(
        f"{live_server.url}/hma/m/raw_lookup",
        params={"signal": soups["md5"].value, "signal_type": "md5"},
        headers={"Authorization": f"Basic {said}"},
    )

    assert answer.json() == {"matches": [soups["md5"].pk]}


def test_a_key_sees_what_its_person_may_see(tool, key, soups):
    strict = soups["strict"]
    asked = {"signal": strict.value, "signal_type": "sha256"}
    with tool() as client:
        assert client.get("/m/lookup", params=asked).json() == {}
        assert client.get("/c/bank/STRICT").status_code == 404
        assert client.get("/m/index/status?signal_type=sha256").json() == {
            "sha256": {"present": True, "built_to": 0, "size": 0}
        }
        listed = client.get("/c/banks").json()
    assert listed == [{"name": "KNOWN_SOUPS", "matching_enabled_ratio": 1.0}]

    with tool(key(clearance=Marking.RED)) as client:
        known = client.get("/m/lookup", params=asked).json()
        assert client.get("/c/bank/STRICT").json()["name"] == "STRICT"
    assert known == {"STRICT": [{"bank_content_id": strict.pk, "distance": "0"}]}


def test_what_is_known_to_be_harmless_is_no_match(tool, soups):
    harmless = make_bank(is_harmless=True)
    make_signal(harmless, soups["md5"].value, kind="md5")
    asked = {"signal": soups["md5"].value, "signal_type": "md5"}
    with tool() as client:
        assert client.get("/m/lookup", params=asked).json() == {}
