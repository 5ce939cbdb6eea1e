import re
from datetime import timedelta

import pytest
from django.utils import timezone

from marsad.desk.entities.models import Entity
from marsad.desk.register import asides
from marsad.desk.register.confirm import confirm
from marsad.desk.register.correct import correct
from marsad.desk.register.grade import grade
from marsad.desk.register.models import ENTERED, Entry, EntryVersion, Kind, State
from marsad.desk.register.retract import retract
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking


@pytest.fixture
def entries(report, lina):
    found = list(report.findings.filter(kind__in=ENTERED).order_by("start"))
    return confirm(found, by=lina, because="read in the source")


@pytest.fixture
def figure(entries):
    return next(one for one in entries if one.value == 98)


@pytest.fixture
def browser_of_lina(sign_in, lina):
    return sign_in(lina)


def numbers_on(answer):
    return set(map(int, re.findall(r'line-words" href="/register/(\d+)/', answer)))


def listed(client, asked=""):
    return numbers_on(client.get(f"/register/?{asked}").content.decode())


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        pytest.param("kind=figure", lambda one: one.kind == Kind.FIGURE, id="kind"),
        pytest.param("words=98", lambda one: "98" in one.words, id="words"),
        pytest.param("reliable=A", lambda one: False, id="a grade that nothing has"),
        pytest.param("credible=6", lambda one: True, id="not yet graded"),
        pytest.param("first=2019-01-01", lambda one: False, id="too late"),
        pytest.param("last=2019-01-01", lambda one: True, id="early enough"),
        pytest.param("state=retracted", lambda one: False, id="state"),
        pytest.param("first=soon", lambda one: True, id="what is no day"),
        pytest.param(
            "party=Kuwait",
            lambda one: one.actor is not None and one.actor.canonical == "KW",
            id="party",
        ),
    ],
)
def test_the_list_is_narrowed_by(browser_of_lina, entries, asked, wanted):
    assert listed(browser_of_lina, asked) == {one.pk for one in entries if wanted(one)}


def test_the_list_goes_on_where_the_page_ended(browser_of_lina, make_document, lina):
    text = "".join(
        f"وأعلن التحالف الدولي أن {n} في المئة من الأراضي قد حررت.\n"
        for n in range(5, 80)
    )
    found = make_document(text).findings.filter(kind__in=ENTERED)
    made = confirm(list(found), by=lina, because="read in the source")
    page, seen = "", []

    for _ in range(9):
        answer = browser_of_lina.get(f"/register/{page}").content.decode()
        seen += re.findall(r'line-words" href="/register/(\d+)/', answer)
        following = re.search(r'href="(\?[^"]*after=[^"]*)" rel="next"', answer)
        if following is None:
            break
        page = following[1]

    assert len(seen) == len(set(seen)) == len(made)


def test_a_list_asks_as_much_for_many_entries_as_for_few(
    browser_of_lina, entries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):
        browser_of_lina.get("/register/")


def test_an_entry_shows_its_words_where_they_stand(browser_of_lina, figure):
    page = browser_of_lina.get(f"/register/{figure.pk}/").content.decode()

    citation = figure.citations.get()
    assert f"<mark>{citation.quote}</mark>" in page
    assert f"/register/read/{citation.document_id}/#at-{citation.start}" in page
    assert citation.document.capture.sha256 in page
    assert 'lang="ar" dir="rtl"' in page


def test_the_history_says_who_changed_what_and_why(browser_of_lina, figure, omar):
    correct(
        figure,
        {**figure.fields, "value": 97, "bound": "at_least"},
        by=omar,
        because="the video says 97",
    )

    page = browser_of_lina.get(f"/register/{figure.pk}/").content.decode()

    history = page[page.index('id="version-2"') : page.index('id="version-1"')]
    assert "Omar" in history
    assert "the video says 97" in history
    before, after = re.findall(r"<(?:del|ins)>(.*?)</(?:del|ins)>", history)[:2]
    assert "98%" in before
    assert "at least" in after


def test_only_the_last_decision_is_undone(browser_of_lina, figure, lina):
    grade(figure, "B", "2", by=lina, because="two outlets")

    page = browser_of_lina.get(f"/register/{figure.pk}/").content.decode()

    [decision] = re.findall(r"/register/decisions/(\d+)/undo/", page)
    browser_of_lina.post(f"/register/decisions/{decision}/undo/")
    figure.refresh_from_db()
    assert figure.information_grade == "6"


def test_an_entry_is_graded_with_the_meaning_of_each_grade(browser_of_lina, figure):
    page = browser_of_lina.get(f"/register/{figure.pk}/").content.decode()
    assert "B: usually reliable" in page
    assert "2: probably true" in page

    answer = browser_of_lina.post(
        f"/register/{figure.pk}/grade/",
        {"source": "B", "information": "2", "version": figure.version},
    )

    assert answer.status_code == 302
    figure.refresh_from_db()
    assert figure.source_grade + figure.information_grade == "B2"


def test_who_saw_an_older_version_is_told_beside_the_form(
    browser_of_lina, figure, omar
):
    grade(figure, "B", "2", by=omar, because="two outlets")

    answer = browser_of_lina.post(
        f"/register/{figure.pk}/correct/",
        {"value": "90", "bound": "about", "unit": "percent", "version": "1"},
    )

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "was changed by Omar since you opened it" in page
    assert 'value="90"' in page


def test_an_entry_is_merged_into_one_found_by_its_words(
    browser_of_lina, figure, make_document, lina
):
    other = make_document("وأكد أن 98 في المئة من الأراضي حررت.\n")
    found = other.findings.filter(kind=Kind.FIGURE)
    [twin] = confirm(list(found), by=lina, because="read in the source")
    page = browser_of_lina.get(f"/register/{twin.pk}/?merge=98").content.decode()
    assert f'name="into" value="{figure.pk}"' in page

    browser_of_lina.post(f"/register/{twin.pk}/merge/", {"into": figure.pk})

    twin.refresh_from_db()
    assert (twin.state, twin.merged_into_id) == (State.MERGED, figure.pk)
    assert figure.citations.count() == 2


def test_merging_into_what_is_not_there_is_said(browser_of_lina, figure):
    answer = browser_of_lina.post(f"/register/{figure.pk}/merge/", {"into": 999999})

    assert answer.status_code == 422
    assert "There is no entry with this number" in answer.content.decode()


def test_a_retraction_needs_its_reason(browser_of_lina, figure):
    answer = browser_of_lina.post(f"/register/{figure.pk}/retract/", {"because": ""})
    assert answer.status_code == 422

    browser_of_lina.post(
        f"/register/{figure.pk}/retract/", {"because": "the outlet corrected itself"}
    )

    figure.refresh_from_db()
    assert figure.state == State.RETRACTED


def test_the_register_is_shown_as_it_was_known_on_a_day(
    browser_of_lina, figure, entries, lina
):
    # Versions are never changed; what is moved is the day on which they are asked.
    today = timezone.now().date()
    retract(figure, by=lina, because="the outlet corrected itself")

    then = listed(browser_of_lina, f"as_of={today - timedelta(days=1)}")
    now = listed(browser_of_lina, f"as_of={today}")

    assert then == set()
    assert now == {one.pk for one in entries} - {figure.pk}
    page = browser_of_lina.get(f"/register/{figure.pk}/?as_of={today}")
    assert "As known on" in page.content.decode()
    assert "Save the correction" not in page.content.decode()


def test_an_entry_has_no_page_on_a_day_before_it_was_entered(browser_of_lina, figure):
    answer = browser_of_lina.get(f"/register/{figure.pk}/?as_of=2001-01-01")

    assert answer.status_code == 404


def test_what_was_known_is_not_scanned_for_a_page(
    browser_of_lina, entries, django_assert_max_num_queries
):
    today = timezone.now().date()

    with django_assert_max_num_queries(16):
        browser_of_lina.get(f"/register/?as_of={today}")

    assert EntryVersion.objects.count() == len(entries)


def test_an_entry_above_the_clearance_has_no_address(
    browser_of_lina, make_document, make_person
):
    chief = make_person("dalia", Group.ANALYST, clearance=Marking.RED)
    secret = make_document(marking=Marking.RED)
    found = list(secret.findings.filter(kind__in=ENTERED)[:1])
    [entry] = confirm(found, by=chief, because="read in the source")

    assert browser_of_lina.get(f"/register/{entry.pk}/").status_code == 404
    assert listed(browser_of_lina) == set()
    assert listed(browser_of_lina, f"as_of={timezone.now().date()}") == set()
    decision = entry.versions.get().decision_id
    answer = browser_of_lina.post(f"/register/decisions/{decision}/undo/")
    assert answer.status_code == 404
    assert Entry.objects.get().state == State.CURRENT


def test_the_words_of_a_withdrawn_document_are_shown_to_nobody(
    browser_of_lina, figure, report
):
    type(report).objects.filter(pk=report.pk).update(withdrawn_at="2026-01-01T00:00Z")

    for address in ("/register/", f"/register/{figure.pk}/", "/register/decisions/"):
        page = browser_of_lina.get(address).content.decode()
        main = page[page.index("<main") :]
        assert figure.words not in re.sub(r"<input[^>]*>", "", main), address


def test_ones_own_decisions_are_listed_and_taken_back(browser_of_lina, figure, omar):
    grade(figure, "B", "2", by=omar, because="two outlets")

    page = browser_of_lina.get("/register/decisions/").content.decode()

    assert "read in the source" in page
    assert "two outlets" not in page


def test_other_apps_put_their_piece_beside_an_entry(
    browser_of_lina, figure, monkeypatch
):
    monkeypatch.setitem(asides._ASIDES, "a test", lambda request, one: f"№{one.pk}")

    page = browser_of_lina.get(f"/register/{figure.pk}/").content.decode()

    assert f"№{figure.pk}" in page


def test_a_party_is_called_by_its_name_in_the_language_of_the_reader(
    browser_of_lina, entries
):
    Entity.objects.filter(canonical="KW").update(name_fr="Koweït")
    browser_of_lina.cookies["language"] = "fr"

    page = browser_of_lina.get("/register/?kind=commitment").content.decode()

    assert "Koweït" in page
