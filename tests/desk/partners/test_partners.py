"""Partners, seats and contacts: by acts, with what was and what is in the trail."""

import pytest

from marsad.desk.briefs import blocks
from marsad.desk.partners.add import add
from marsad.desk.partners.add_contact import add_contact
from marsad.desk.partners.change import change
from marsad.desk.partners.change_contact import change_contact, reopen_contact
from marsad.desk.partners.close import close, reopen
from marsad.desk.partners.models import SECTIONS, Partner, Seat
from marsad.desk.partners.seat import seat, unseat
from marsad.desk.partners.unsubscribe import unsubscribe
from marsad.desk.safeguards.acts import Worker
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = pytest.mark.django_db
WHY = "agreed in the working group"


@pytest.fixture
def karim(make_person):
    """A communications officer."""
    return make_person("karim", Group.OFFICER)


@pytest.fixture
def dalia(make_person):
    """A director."""
    return make_person("dalia", Group.DIRECTOR, clearance=Marking.RED)


@pytest.fixture
def kuwait(karim):
    """A partner that reads up to GREEN."""
    return add(
        "KW",
        {"ar": "الكويت", "en": "Kuwait"},
        ceiling=Marking.GREEN,
        languages=["ar", "en"],
        by=karim,
        because=WHY,
    )


@pytest.fixture
def office(kuwait, karim):
    """An office that is written to."""
    return add_contact(
        kuwait,
        name="Press office",
        address="press@mofa.example",
        language="ar",
        by=karim,
        because=WHY,
    )


def last():
    return AuditRecord.objects.order_by("-number").first()


def test_a_partner_has_one_code_whatever_its_letters(kuwait, karim):
    assert kuwait.code == "kw"
    with pytest.raises(Refused, match="another partner's code"):
        add("kw", {"en": "K"}, ceiling=1, languages=["ar"], by=karim, because=WHY)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        pytest.param({"code": "k w"}, "no code", id="a blank in the code"),
        pytest.param({"code": "../kw"}, "no code", id="a path for a code"),
        pytest.param({"names": {}}, "has no name", id="no name"),
        pytest.param({"languages": []}, "languages", id="no language"),
        pytest.param(
            {"languages": ["de"]}, "languages", id="a language we do not write"
        ),
        pytest.param({"ceiling": -1}, "no marking", id="no marking"),
        pytest.param({"ceiling": 4}, "above your own", id="above who adds it"),
    ],
)
def test_what_makes_no_sense_of_a_partner_is_refused(karim, said, problem):
    known = {
        "code": "iq", "names": {"en": "Iraq"}, "languages": ["ar"], "ceiling": 1,
    } | said  # fmt: skip
    code, names = known.pop("code"), known.pop("names")
    with pytest.raises(Refused, match=problem):
        add(code, names, **known, by=karim, because=WHY)
    assert not Partner.objects.exists()


def test_each_change_says_what_was_and_what_is(kuwait, karim):
    change(
        kuwait,
        ceiling=Marking.CLEAR,
        without=["figures", "new"],
        foreword={"ar": "كلمة من الشريك.", "en": " "},
        by=karim,
        because=WHY,
    )
    details = last().details
    assert details["before"] == {"ceiling": 1, "without": [], "foreword": {}}
    assert details["after"] == {
        "ceiling": 0,
        # In the order of a brief, however they were said.
        "without": ["new", "figures"],
        "foreword": {"ar": "كلمة من الشريك."},
    }
    kuwait.refresh_from_db()
    assert kuwait.tlp is Marking.CLEAR


def test_a_change_that_changes_nothing_is_refused(kuwait, karim):
    with pytest.raises(Refused, match="nothing is changed"):
        change(kuwait, ceiling=Marking.GREEN, by=karim, because=WHY)


def test_nobody_lets_a_partner_read_more_than_they_may(kuwait, karim, dalia):
    with pytest.raises(Refused, match="above your own"):
        change(kuwait, ceiling=Marking.RED, by=karim, because=WHY)
    change(kuwait, ceiling=Marking.RED, by=dalia, because=WHY)
    # To lower it again, no clearance is asked for.
    change(kuwait, ceiling=Marking.AMBER_STRICT, by=karim, because=WHY)


def test_the_sections_are_those_of_the_editor():
    assert [key for key, _ in SECTIONS] == [key for key, _ in blocks.SECTIONS]


def test_a_person_sits_at_one_partner_alone(kuwait, karim, dalia, make_person):
    yusuf = make_person("yusuf", Group.PARTNER)
    iraq = add("iq", {"en": "Iraq"}, ceiling=1, languages=["ar"], by=karim, because=WHY)
    seat(kuwait, yusuf, by=dalia, because=WHY)
    with pytest.raises(Refused, match="sits at"):
        seat(iraq, yusuf, by=dalia, because=WHY)
    unseat(kuwait, yusuf, by=dalia, because=WHY)
    seat(iraq, yusuf, by=dalia, because=WHY)
    assert Seat.objects.get().partner == iraq


def test_only_people_of_the_group_of_partners_get_a_seat(kuwait, dalia, lina):
    with pytest.raises(Refused, match="group of partners"):
        seat(kuwait, lina, by=dalia, because=WHY)
    with pytest.raises(Refused, match="no right"):
        seat(kuwait, lina, by=lina, because=WHY)


def test_nobody_gives_themselves_a_seat(kuwait, make_person):
    both = make_person("both", Group.DIRECTOR, Group.PARTNER, clearance=Marking.RED)
    with pytest.raises(Refused, match="own account"):
        seat(kuwait, both, by=both, because=WHY)


def test_a_closed_partner_gets_no_seat_and_no_contact(
    kuwait, karim, dalia, make_person
):
    close(kuwait, by=dalia, because=WHY)
    kuwait.refresh_from_db()
    with pytest.raises(Refused, match="is closed"):
        seat(kuwait, make_person("yusuf", Group.PARTNER), by=dalia, because=WHY)
    with pytest.raises(Refused, match="is closed"):
        add_contact(
            kuwait,
            name="A",
            address="a@b.example",
            language="ar",
            by=karim,
            because=WHY,
        )
    with pytest.raises(Refused, match="closed already"):
        close(kuwait, by=dalia, because=WHY)
    assert reopen(kuwait, by=dalia, because=WHY).is_open


@pytest.mark.parametrize(
    "address",
    ["press", "press@", "a b@c.example", "a@b.example\nBcc: x@y.example", "@b.example"],
    ids=["no host", "empty host", "a blank", "a second header", "no name"],
)
def test_what_is_no_address_is_refused(kuwait, karim, address):
    with pytest.raises(Refused, match="no e-mail address"):
        add_contact(
            kuwait, name="A", address=address, language="ar", by=karim, because=WHY
        )


def test_an_address_is_a_contact_once(office, kuwait, karim):
    with pytest.raises(Refused, match="already"):
        add_contact(
            kuwait,
            name="B",
            address="Press@MOFA.example",
            language="en",
            by=karim,
            because=WHY,
        )


def test_a_new_address_is_tried_and_an_unsubscription_stays(office, karim):
    office.stopped_at, office.stopped_because = office.added_at, "no such user"
    office.save()
    unsubscribe(office, by=Worker("reader of a letter"), because="on the page")
    changed = change_contact(
        office,
        name="Press office",
        address="desk@mofa.example",
        language="ar",
        by=karim,
        because=WHY,
    )
    assert changed.stopped_at is None
    assert changed.unsubscribed_at is not None
    assert last().details["after"] == {"address": "desk@mofa.example"}
    assert reopen_contact(changed, by=karim, because="they asked").is_written_to


def test_the_secret_of_a_contact_cannot_be_guessed(office, kuwait, karim):
    other = add_contact(
        kuwait, name="B", address="b@mofa.example", language="en", by=karim, because=WHY
    )
    assert len(office.token) >= 40
    assert office.token != other.token
    assert office.token not in str(list(AuditRecord.objects.values()))


class TestUnsubscribing:
    """The page that letters lead to, and the button of mail programs."""

    def test_opening_the_page_does_nothing(self, office, client):
        answer = client.get(f"/packs/unsubscribe/{office.token}/")
        assert answer.status_code == 200
        assert answer["Content-Language"]
        office.refresh_from_db()
        assert office.unsubscribed_at is None

    def test_the_page_speaks_the_language_of_the_letters(self, office, client):
        page = client.get(f"/packs/unsubscribe/{office.token}/").content.decode()
        assert '<html lang="ar" dir="rtl">' in page
        assert not client.cookies

    def test_the_button_unsubscribes(self, office):
        from django.test import Client  # noqa: PLC0415

        strict = Client(enforce_csrf_checks=True)
        answer = strict.post(f"/packs/unsubscribe/{office.token}/")
        assert answer.status_code == 200
        office.refresh_from_db()
        assert office.unsubscribed_at is not None
        assert last().act == "contacts.unsubscribe"

    def test_one_click_of_a_mail_program_unsubscribes_without_a_cookie(self, office):
        from django.test import Client  # noqa: PLC0415

        strict = Client(enforce_csrf_checks=True)
        strict.post(
            f"/packs/unsubscribe/{office.token}/",
            "List-Unsubscribe=One-Click",
            content_type="application/x-www-form-urlencoded",
        )
        assert last().because == "by one click in a mail program"

    def test_said_twice_it_is_done_once(self, office, client):
        client.post(f"/packs/unsubscribe/{office.token}/")
        office.refresh_from_db()
        first = office.unsubscribed_at
        client.post(f"/packs/unsubscribe/{office.token}/")
        office.refresh_from_db()
        assert office.unsubscribed_at == first

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_guess_finds_nothing(self, office, client, method):
        for guess in (office.token[:-1], f"{office.token}a", str(office.pk), "1"):
            answer = getattr(client, method)(f"/packs/unsubscribe/{guess}/")
            assert answer.status_code == 404
        office.refresh_from_db()
        assert office.unsubscribed_at is None


class TestPages:
    """What the cell sees and does of partners."""

    def test_a_partner_is_added_and_changed_on_its_page(self, karim, sign_in):
        into = sign_in(karim)
        answer = into.post(
            "/partners/add/",
            {
                "addform-code": "jo", "addform-name_en": "Jordan", "addform-ceiling": "1",
                "addform-languages": ["ar"], "addform-because": WHY,
            },
        )  # fmt: skip
        made = Partner.objects.get(code="jo")
        assert answer["Location"] == f"/partners/{made.pk}/"
        said = {
            "changeform-name_en": "Jordan", "changeform-ceiling": "0",
            "changeform-languages": ["ar", "fr"], "changeform-first": "fr",
            "changeform-without": ["meetings"], "changeform-foreword_fr": "Bonjour.",
            "changeform-because": WHY,
        }  # fmt: skip
        assert into.post(f"/partners/{made.pk}/change/", said).status_code == 302
        made.refresh_from_db()
        assert made.languages == ["fr", "ar"]
        assert made.without == ["meetings"]
        page = into.get(f"/partners/{made.pk}/").content.decode()
        assert "Bonjour." in page
        assert "TLP:GREEN" in page  # what it was, in its history

    def test_a_refusal_stands_on_the_form_with_its_reason(self, kuwait, karim, sign_in):
        said = {
            "contactform-name": "A", "contactform-address": "nobody",
            "contactform-language": "ar", "contactform-because": WHY,
        }  # fmt: skip
        answer = sign_in(karim).post(f"/partners/{kuwait.pk}/contacts/add/", said)
        assert answer.status_code == 422
        assert "errorlist" in answer.content.decode()

    def test_an_officer_gives_no_seats(self, kuwait, karim, sign_in):
        answer = sign_in(karim).post(f"/partners/{kuwait.pk}/seat/", {})
        assert answer.status_code == 403

    def test_the_list_goes_out_as_a_file_and_is_written_down(
        self, kuwait, karim, sign_in
    ):
        answer = sign_in(karim).get("/partners/?format=csv")
        assert "kw,الكويت,Kuwait" in answer.getvalue().decode("utf-8-sig")
        assert last().act == "exports.hand_out"
