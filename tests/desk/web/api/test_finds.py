import pytest

from marsad.desk.catalogue import keep_up
from marsad.desk.catalogue.asking import index_at
from marsad.desk.register.confirm import confirm
from marsad.marking import Marking


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    """An index of its own for each test."""
    settings.SEARCH_INDEX = tmp_path / "search"
    index_at.cache_clear()
    yield
    index_at.cache_clear()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("التحالف", id="as written"),
        pytest.param("والتحالف", id="with a proclitic that is not there"),
        pytest.param("٧٤ عضوا", id="Arabic-Indic digits"),
    ],
)
def test_a_document_is_found_with_its_words_marked(ask, report, secret, words):
    keep_up.keep_up()

    page = ask(f"search?q={words}&kind=document", secret).json()

    [row] = page["rows"]
    assert row["document"]["id"] == report.pk
    assert row["places"]
    text = report.wording.text[row["starts_at"] :]
    for place in row["places"]:
        marked = row["excerpt"][place["start"] : place["end"]]
        assert marked
        assert text[place["start"] : place["end"]] == marked


def test_entries_and_entities_are_found_too(ask, report, lina, secret):
    [entry] = confirm(
        [report.findings.filter(kind="quote").first()], by=lina, because="read"
    )
    keep_up.keep_up()

    assert entry.pk in [
        row["entry"] for row in ask("search?q=ملتزم&kind=quote", secret).json()["rows"]
    ]
    rows = ask("search?q=Kuwait&kind=entity", secret).json()["rows"]
    assert rows[0]["entity"]["canonical"] == "KW"


def test_a_token_finds_only_what_its_scopes_open(ask, report, lina, token_of):
    keep_up.keep_up()

    page = ask("search?q=التحالف", token_of(lina, "register:read")).json()

    assert [row for row in page["rows"] if row["document"]] == []


def test_nobody_finds_what_is_above_their_clearance(ask, make_document, secret):
    make_document("تقرير سري عن التحالف في الكويت.\n", marking=Marking.RED)
    keep_up.keep_up()

    assert ask("search?q=سري", secret).json()["rows"] == []


@pytest.mark.parametrize("order", ["newest", "relevance"])
def test_next_leads_through_all_that_is_found(ask, make_document, secret, order):
    made = {
        make_document(f"قال الوزير إن التحالف يضم {n} عضوا.\n").pk
        for n in range(60, 65)
    }
    keep_up.keep_up()

    met, address = [], f"search?q=التحالف&kind=document&order={order}&limit=2"
    while address:
        page = ask(address, secret).json()
        met += [row["document"]["id"] for row in page["rows"]]
        address = page["next"] and page["next"].removeprefix("http://testserver")

    assert sorted(met) == sorted(made)


def test_a_cursor_of_another_list_is_refused(ask, report, secret):
    keep_up.keep_up()

    assert ask("search?q=التحالف&cursor=WyJ4Il0", secret).status_code == 400


def test_an_index_that_does_not_answer_is_said_so(ask, secret, settings, tmp_path):
    (tmp_path / "file").write_text("no folder")
    settings.SEARCH_INDEX = tmp_path / "file"

    answer = ask("search?q=التحالف", secret)

    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"
