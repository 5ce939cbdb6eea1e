import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from architecture.house import ROOT
from desk.content_makers import a_director, make_person, make_stream
from desk.posts.test_receive import a_post, take
from desk.seeding import PASSWORD
from marsad.desk.posts.models import Post, Reveal, Stream
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord

SAMPLES = ROOT / "examples" / "posts"
BEGIN = {
    "code": "telegram-soup",
    "title": "شوربة على تلغرام",
    "platform": "telegram",
    "theme": "soup",
    "marking": "1",
    "retention_days": "30",
    "purpose": "to learn who copies a recipe",
    "basis": "mandate",
    "basis_words": "decision 7",
    "until": "2027-01-01",
    "because": "decided today",
}


def prefixed(prefix, said):
    return {f"{prefix}-{name}": value for name, value in said.items()}


@pytest.fixture
def person(db, sign_in, settings):
    def enter(username, *groups):
        one = make_person(username, *groups)
        one.set_password(PASSWORD)
        one.save()
        sign_in(one)
        return one

    return enter


def test_an_empty_list_says_what_a_stream_is_and_lets_a_director_begin_one(
    client, person
):
    person("dora", Group.DIRECTOR)
    assert "No stream yet" in client.get(reverse("posts")).content.decode()

    answer = client.post(reverse("stream-begin"), prefixed("beginform", BEGIN))

    made = Stream.objects.get()
    assert answer.status_code == 302
    assert (made.code, made.retention_days, made.basis) == (
        "telegram-soup",
        30,
        "mandate",
    )
    page = client.get(reverse("stream", args=[made.pk])).content.decode()
    assert "decision 7" in page


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        pytest.param("until", "2020-01-01", 409, id="a basis that is over"),
        pytest.param("until", "2040-01-01", 409, id="a basis for ever"),
        pytest.param("retention_days", "4000", 422, id="posts kept for ever"),
        pytest.param("purpose", " ", 422, id="no purpose"),
        pytest.param("platform", "The Best", 409, id="no platform"),
        pytest.param("code", "Soup!", 409, id="no code"),
        pytest.param("marking", "4", 409, id="above one's clearance"),
    ],
)
def test_a_stream_without_ground_is_not_begun(client, person, field, value, status):
    person("dora", Group.DIRECTOR)
    said = prefixed("beginform", {**BEGIN, field: value})

    assert client.post(reverse("stream-begin"), said).status_code == status
    assert Stream.objects.count() == 0


def test_a_file_is_taken_in_and_its_faults_are_shown_with_their_place(client, person):
    person("rana", Group.REVIEWER)
    stream = make_stream(platform="forum")
    file = SimpleUploadedFile("a.csv", (SAMPLES / "table.csv").read_bytes())
    said = prefixed("takeform", {"export": file, "because": "from the forum"})

    answer = client.post(reverse("stream-take", args=[stream.pk]), said, follow=True)

    page = answer.content.decode()
    assert "2 new, 0 known, 1 not taken in" in page
    assert "line 5" in page
    assert "&quot;at&quot; that is no time" in page


def test_a_table_is_taken_in_by_a_mapping_that_comes_along(client, person):
    person("rana", Group.REVIEWER)
    stream = make_stream(platform="forum")
    said = {
        "export": SimpleUploadedFile(
            "a.tsv", (SAMPLES / "table-mapped.tsv").read_bytes()
        ),
        "mapping": SimpleUploadedFile(
            "m.json", (SAMPLES / "table-mapped.json").read_bytes()
        ),
        "because": "from the forum",
    }
    client.post(reverse("stream-take", args=[stream.pk]), prefixed("takeform", said))

    assert Post.objects.get().text == "Linsensuppe mit Kreuzkümmel"


def test_private_chats_are_refused_with_the_reason(client, person):
    person("rana", Group.REVIEWER)
    stream = make_stream()
    raw = (SAMPLES / "telegram-result.json").read_text("utf-8")
    raw = raw.replace("public_channel", "personal_chat").encode()
    said = {"export": SimpleUploadedFile("result.json", raw), "because": "mine"}
    address = reverse("stream-take", args=[stream.pk])

    page = client.post(
        address, prefixed("takeform", said), follow=True
    ).content.decode()

    assert "private correspondence is not taken in" in page
    assert Post.objects.count() == 0


def test_posts_are_listed_by_words_language_account_and_reach(client, person):
    person("lina2", Group.ANALYST)
    stream = make_stream()
    take(stream, a_post(), a_post("2", account="b", text="the soup and it was good"))
    first = Post.objects.order_by("pk").first()
    address = reverse("stream-posts", args=[stream.pk])

    def found(**asked):
        page = client.get(address, asked).content.decode()
        return ("شوربة العدس" in page, "the soup" in page)

    assert found() == (True, True)
    assert found(language="ar") == (True, False)
    assert found(words="SOUP") == (False, True)
    assert found(account=first.account.pseudonym) == (True, False)
    assert found(reach="11") == (False, False)
    assert "cook_one" not in client.get(address).content.decode()


def test_an_account_is_asked_for_granted_and_shown_once(client, person):
    rana = person("rana", Group.REVIEWER)
    take(make_stream(), a_post())
    account = Post.objects.get().account
    asked = {
        "purpose": "an order",
        "basis": "court",
        "basis_words": "order 12",
        "because": "for the court",
    }
    client.post(reverse("account-ask", args=[account.pk]), prefixed("askform", asked))
    row = Reveal.objects.get()
    grant = reverse("reveal-grant", args=[row.pk])
    why = prefixed("answerform", {"because": "read"})
    assert client.post(grant, why).status_code == 403

    person("dora", Group.DIRECTOR)
    assert client.post(grant, why).status_code == 302
    shows = reverse("reveal-show", args=[row.pk])
    why = prefixed("showform", {"because": "to answer"})
    assert client.post(shows, why).status_code == 403

    person("rana", Group.REVIEWER)
    answer = client.post(shows, why)
    assert "cook_one" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    again = client.post(shows, why, follow=True).content.decode()
    assert "cook_one" not in again
    assert "was shown already" in again
    assert AuditRecord.objects.filter(act="posts.show_reveal").count() == 2
    assert rana.pk == row.asked_by_id


def test_a_director_erases_an_account_from_the_page(client, person, settings, tmp_path):
    settings.ERASURES = tmp_path / "erasures.jsonl"
    person("dora", Group.DIRECTOR)
    take(make_stream(), a_post())
    said = {"platform": "telegram", "account": "@cook_one", "because": "file 12"}

    answer = client.post(
        reverse("account-erase"), prefixed("eraseform", said), follow=True
    )

    assert "1 posts were erased" in answer.content.decode()
    assert Post.objects.count() == 0


def test_who_may_not_read_its_marking_does_not_know_of_a_stream(client, person):
    person("lina2", Group.ANALYST)
    stream = make_stream(marking=4, opened_by=a_director())

    for name in ("stream", "stream-posts"):
        assert client.get(reverse(name, args=[stream.pk])).status_code == 404
    assert stream.code not in client.get(reverse("posts")).content.decode()
