"""In the editor a person reads and cites what their clearance lets them, and no more."""

import pytest
from django.urls import reverse
from wagtail.models import Revision

from desk.briefs.editor_examples import (
    a_brief,
    a_plain_entry,
    in_language,
    raised,
    sent,
    statement,
)
from marsad.desk.briefs.editor_reach import leaning_of, may_open
from marsad.desk.briefs.models import Brief
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping
from marsad.desk.safeguards.groups import Group
from marsad.marking import Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NOWHERE = 987_654_321
OWN = "جملة من عندنا"


@pytest.fixture
def karim(make_person):
    """An officer who reads up to amber."""
    return make_person("karim", Group.OFFICER, name="Karim")


@pytest.fixture
def dalia(make_person):
    """An officer who reads everything."""
    return make_person("dalia", Group.OFFICER, name="Dalia", clearance=Marking.RED)


@pytest.fixture
def entry(db):
    """An entry that most may read."""
    return a_plain_entry()


@pytest.fixture
def page(lina, entry):
    """A brief that leans on it."""
    return a_brief(lina, statement(OWN, entry))


def addresses(page, number=None):
    """Every address of the editor that shows a page, or a page that is not there."""
    revision, pk = page.latest_revision_id, number or page.pk
    pages = "wagtailadmin_pages"
    return [
        reverse(f"{pages}:edit", args=[pk]),
        reverse(f"{pages}:history", args=[pk]),
        reverse(f"{pages}:history_results", args=[pk]),
        reverse(f"{pages}:view_draft", args=[pk]),
        reverse(f"{pages}:preview_on_edit", args=[pk]),
        reverse(f"{pages}:revisions_view", args=[pk, revision]),
        reverse(f"{pages}:revisions_revert", args=[pk, revision]),
        reverse(f"{pages}:revisions_compare", args=[pk, "earliest", "latest"]),
    ]


class TestPages:
    def test_a_brief_within_the_clearance_opens(self, sign_in, karim, page):
        desk = sign_in(karim)

        for address in addresses(page):
            assert desk.get(address).status_code == 200, address

    def test_a_brief_that_leans_on_more_is_not_there(self, sign_in, karim, page, entry):
        raised(entry)
        desk = sign_in(karim)
        for address, nowhere in zip(
            addresses(page), addresses(page, NOWHERE), strict=True
        ):
            hidden, missing = desk.get(address), desk.get(nowhere)
            assert (hidden.status_code, missing.status_code) == (404, 404), address
            assert OWN not in hidden.content.decode()
        assert desk.post(addresses(page)[0], sent(page)).status_code == 404
        ping = reverse(
            "wagtailadmin_editing_sessions:ping",
            args=["wagtailcore", "page", str(page.pk), 1],
        )
        assert desk.post(ping).status_code == 404
        for deed in ("lock", "unlock"):
            address = reverse(f"wagtailadmin_pages:{deed}", args=[page.pk])
            assert desk.post(address).status_code == 404

    def test_it_opens_to_whoever_may_read_all_of_it(self, sign_in, dalia, page, entry):
        raised(entry)

        assert sign_in(dalia).get(addresses(page)[0]).status_code == 200

    @pytest.mark.parametrize(
        ("sort", "name", "row"),
        [
            pytest.param(
                "chart",
                "indicator",
                lambda: Indicator.objects.create(key="a|b|c|d", marking=Marking.RED),
                id="an indicator",
            ),
            pytest.param(
                "roll",
                "grouping",
                lambda: Grouping.objects.create(
                    kind="line", name_ar="خط جهد", marking=Marking.RED
                ),
                id="a grouping",
            ),
        ],
    )
    def test_charts_and_rolls_lean_on_rows_too(
        self, lina, karim, dalia, sort, name, row
    ):
        value = {name: row().pk, "text": ""}
        page = a_brief(lina, {"type": sort, "value": value})

        assert not may_open(karim, page)
        assert may_open(dalia, page)

    def test_an_older_text_is_read_by_its_own_markings(
        self, sign_in, lina, karim, page, entry
    ):
        older = page.latest_revision_id
        latest = page.get_latest_revision_as_object()
        latest.body = [statement("جملة بلا قيد")]
        latest.save()
        newest = latest.save_revision(user=lina).pk
        raised(entry)
        desk = sign_in(karim)

        def at(view, *args):
            address = reverse(f"wagtailadmin_pages:{view}", args=[page.pk, *args])
            return desk.get(address).status_code

        assert at("edit") == 200
        assert at("revisions_view", older) == 404
        assert at("revisions_revert", older) == 404
        assert at("revisions_compare", "earliest", "latest") == 404
        assert at("revisions_compare", str(older), "latest") == 404
        assert at("revisions_compare", str(newest), "latest") == 200

    @pytest.mark.parametrize("view", ["revisions_view", "revisions_revert"])
    def test_a_revision_of_another_page_is_not_there(
        self, sign_in, lina, karim, page, view
    ):
        other = a_brief(lina, statement("جملة أخرى"))
        address = reverse(
            f"wagtailadmin_pages:{view}", args=[page.pk, other.latest_revision_id]
        )

        assert sign_in(karim).get(address).status_code == 404

    def test_other_languages_are_offered_where_they_may_be_read(
        self, sign_in, lina, karim, entry
    ):
        page = a_brief(lina, statement("جملة بلا قيد"))
        english = in_language(page, "en")
        english.body = [statement("A sentence of ours", entry)]
        english.save()
        english.save_revision(user=lina)
        link = reverse("wagtailadmin_pages:edit", args=[english.pk])
        desk = sign_in(karim)
        address = addresses(page)[0]
        assert link in desk.get(address).content.decode()

        raised(entry)

        assert link not in desk.get(address).content.decode()


class TestForgedCitations:
    @pytest.mark.parametrize("view", ["edit", "preview_on_edit"])
    @pytest.mark.parametrize("number", [None, NOWHERE], ids=["above", "nowhere"])
    def test_what_one_may_not_read_is_not_cited(
        self, sign_in, karim, page, view, number
    ):
        secret = a_plain_entry("عبارة لا يقرؤها إلا قليلون", marking=Marking.RED)
        revisions = Revision.objects.count()
        block = statement(OWN, secret)
        block["value"]["entries"][0]["value"] = number or secret.pk

        answer = sign_in(karim).post(
            reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), sent(page, [block])
        )

        assert answer.status_code == 404
        assert "قليلون" not in answer.content.decode()
        assert Revision.objects.count() == revisions

    def test_who_may_read_it_may_cite_it(self, sign_in, dalia, page):
        secret = a_plain_entry("عبارة لا يقرؤها إلا قليلون", marking=Marking.RED)

        answer = sign_in(dalia).post(
            addresses(page)[0], sent(page, [statement(OWN, secret)])
        )

        assert answer.status_code == 302
        [block] = in_language(page, "ar").body
        assert [one.pk for one in block.value["entries"]] == [secret.pk]


def test_what_a_text_leans_on_is_read_from_every_sort_of_block():
    leaning = leaning_of(
        [
            statement("", a_plain_entry()) | {"value": {"entries": [7, {"value": 8}]}},
            {"type": "figure", "value": {"entry": 9}},
            {"type": "chart", "value": {"indicator": 3}},
            {"type": "roll", "value": {"grouping": 4}},
            {"type": "remark", "value": {"text": "مرحبا"}},
            {"type": "quotation", "value": {"entry": None}},
        ]
    )

    assert leaning.entry == {7, 8, 9}
    assert (leaning.indicator, leaning.grouping) == ({3}, {4})


def test_a_brief_of_no_revision_is_read_as_it_stands(lina, karim, entry):
    page = a_brief(lina, statement(OWN, entry))
    Brief.objects.filter(pk=page.pk).update(latest_revision=None)
    row = Brief.objects.get(pk=page.pk)
    assert may_open(karim, row)

    raised(entry)

    assert not may_open(karim, row)
