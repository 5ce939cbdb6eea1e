import re

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.seeding import PASSWORD
from marsad.desk.safeguards.add import add
from marsad.desk.safeguards.close import close, reopen
from marsad.desk.safeguards.groups import Group
from marsad.desk.safeguards.models import AuditRecord, Person
from marsad.desk.safeguards.place import clear, place
from marsad.desk.safeguards.reset import reset
from marsad.errors import Refused
from marsad.marking import Marking

WHY = "decided at the morning meeting"


def test_a_director_opens_an_account_whose_first_password_is_shown_once(
    client, huda, sign_in
):
    sign_in(huda)
    said = {
        "addform-username": "Rana",
        "addform-name": "رنا الخطيب",
        "addform-groups": ["analyst", "officer"],
        "addform-clearance": "2",
        "addform-because": "joins the cell",
    }

    page = client.post("/people/add/", said).content.decode()

    [secret] = re.findall(r'<code class="secret" dir="ltr">([^<]+)</code>', page)
    rana = Person.objects.get(username="rana")
    assert rana.check_password(secret)
    assert rana.in_groups == {Group.ANALYST, Group.OFFICER}
    assert secret not in client.get(f"/people/{rana.pk}/").content.decode()
    assert secret not in str(AuditRecord.objects.values())
    theirs = sign_in_with(rana, secret)
    assert theirs.get("/").url.startswith("/account/password/")


def sign_in_with(person, password):
    browser = Client()
    browser.post("/sign-in/", {"username": person.username, "password": password})
    return browser


@pytest.mark.parametrize(
    ("username", "groups", "words"),
    [
        pytest.param("lina", ["analyst"], "account already", id="taken"),
        pytest.param("LINA ", ["analyst"], "account already", id="taken, capitals"),
        pytest.param("l", ["analyst"], "no user name", id="one letter"),
        pytest.param("a b", ["analyst"], "no user name", id="a space"),
        pytest.param("rana", ["chief"], "is no group", id="no group"),
        pytest.param("rana", [], "no group was chosen", id="none chosen"),
    ],
)
def test_an_account_that_cannot_be_is_refused(lina, huda, username, groups, words):
    with pytest.raises(Refused, match=words):
        add(username, groups=groups, clearance=1, by=huda, because=WHY)

    assert Person.objects.count() == 2


def test_a_name_in_arabic_letters_is_a_user_name(huda):
    person, _ = add("رنا", groups=["analyst"], clearance=1, by=huda, because=WHY)

    assert person.username == "رنا"


def test_a_director_places_somebody_else(lina, huda):
    place(lina, ["officer", "releasing"], by=huda, because=WHY)

    lina = Person.objects.get(pk=lina.pk)
    assert lina.in_groups == {Group.OFFICER, Group.RELEASING}
    line = AuditRecord.objects.last()
    assert line.details == {
        "before": {"groups": ["analyst"]},
        "after": {"groups": ["officer", "releasing"]},
    }


def test_nobody_places_themselves(huda, salim):
    with pytest.raises(Refused, match="nobody does this to their own account"):
        place(huda, ["director", "analyst"], by=huda, because=WHY)

    assert Person.objects.get(pk=huda.pk).in_groups == {Group.DIRECTOR}
    assert AuditRecord.objects.last().outcome == "refused"


def test_nobody_raises_their_own_clearance(salim, huda):
    with pytest.raises(Refused, match="raises their own clearance"):
        clear(salim, Marking.RED, by=salim, because=WHY)

    clear(salim, Marking.GREEN, by=salim, because=WHY)
    assert Person.objects.get(pk=salim.pk).tlp is Marking.GREEN


def test_nobody_gives_more_clearance_than_they_have(salim, lina):
    with pytest.raises(Refused, match="above your own"):
        clear(lina, Marking.RED, by=salim, because=WHY)
    with pytest.raises(Refused, match="above your own"):
        add("rana", groups=["analyst"], clearance=4, by=salim, because=WHY)


def test_nobody_gets_the_password_of_who_may_read_more(salim, huda):
    with pytest.raises(Refused, match="above your own"):
        reset(huda, second_factor_too=True, by=salim, because=WHY)


def test_closing_ends_sessions_and_keeps_the_account(lina, huda, sign_in):
    theirs = sign_in(lina, into=Client())

    close(lina, by=huda, because="left the cell")

    assert theirs.get("/account/").status_code == 302
    assert sign_in_with(lina, PASSWORD).get("/account/").status_code == 302
    assert Person.objects.filter(pk=lina.pk, is_active=False).exists()
    with pytest.raises(Refused, match="closed already"):
        close(lina, by=huda, because=WHY)

    reopen(lina, by=huda, because="came back")
    assert sign_in_with(lina, PASSWORD).get("/account/").status_code == 200


def test_the_last_open_director_stays(huda, salim):
    close(salim, by=huda, because=WHY)

    with pytest.raises(Refused, match="last open director"):
        close(huda, by=huda, because=WHY)


def test_a_director_is_not_made_something_else_when_none_is_left(huda, salim):
    place(salim, ["analyst"], by=huda, because=WHY)

    huda.refresh_from_db()
    with pytest.raises(Refused, match="last open director"):
        close(huda, by=huda, because=WHY)


def test_a_reset_ends_everything_that_opened_the_account(
    client, lina, huda, secured, settings
):
    secured(lina)
    for _ in range(5):
        sign_in_with(lina, "wrong")
    assert AccessAttempt.objects.exists()

    _, secret = reset(lina, second_factor_too=True, by=huda, because="lost it all")

    assert client.get("/account/").status_code == 302
    assert not TOTPDevice.objects.exists()
    assert not AccessAttempt.objects.exists()
    theirs = sign_in_with(lina, secret)
    assert theirs.get("/account/").url.startswith("/account/password/")


def test_nobody_resets_themselves(huda):
    with pytest.raises(Refused, match="own account"):
        reset(huda, second_factor_too=True, by=huda, because=WHY)


def test_a_refusal_stands_beside_the_form_with_all_that_was_typed(
    client, huda, sign_in
):
    sign_in(huda)
    said = {"placeform-groups": ["analyst"], "placeform-because": "أريد أن أقرأ"}

    answer = client.post(f"/people/{huda.pk}/groups/", said)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "nobody does this to their own account" in page
    assert "أريد أن أقرأ" in page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("groups", {"placeform-groups": ["officer"]}, id="groups"),
        pytest.param("clearance", {"clearanceform-clearance": "1"}, id="clearance"),
        pytest.param("close", {}, id="close"),
        pytest.param("reset", {"resetform-second_factor_too": "on"}, id="reset"),
    ],
)
def test_each_form_of_the_page_does_its_act(client, lina, huda, sign_in, path, said):
    sign_in(huda)
    names = {"groups": "place", "clearance": "clear"}
    form = f"{names.get(path, path)}form" if path != "clearance" else "clearanceform"

    answer = client.post(f"/people/{lina.pk}/{path}/", said | {f"{form}-because": WHY})

    assert answer.status_code in (200, 302), answer.content.decode()
    line = AuditRecord.objects.last()
    assert line.act == f"people.{names.get(path, path)}"
    assert (line.outcome, line.because) == ("done", WHY)


def test_an_auditor_reads_people_and_changes_none(client, lina, auditor, sign_in):
    sign_in(auditor)

    page = client.get(f"/people/{lina.pk}/").content.decode()

    assert "Lina" in page
    assert "placeform" not in page
    assert client.get("/people/").status_code == 200
    assert client.get("/people/add/").status_code == 403
    assert client.post(f"/people/{lina.pk}/close/").status_code == 403


@pytest.mark.parametrize("group", ["analyst", "officer", "releasing", "partner"])
def test_others_do_not_read_people(client, make_person, sign_in, group):
    sign_in(make_person("rana", group))

    assert client.get("/people/").status_code == 403


def test_the_list_asks_as_much_for_many_as_for_one(
    client, make_person, huda, sign_in, django_assert_max_num_queries
):
    for number in range(130):
        make_person(f"person{number:03}", "analyst")
    sign_in(huda)

    with django_assert_max_num_queries(15):
        first = client.get("/people/").content.decode()
    second = client.get("/people/?after=person098").content.decode()

    assert "person098" in first
    assert "person099" not in first
    assert "person099" in second


def test_closed_accounts_are_listed_by_themselves(client, lina, huda, sign_in):
    close(lina, by=huda, because=WHY)
    sign_in(huda)

    assert "Lina" not in client.get("/people/?which=open").content.decode()
    assert "Lina" in client.get("/people/?which=closed").content.decode()
