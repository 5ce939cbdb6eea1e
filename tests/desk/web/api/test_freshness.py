from marsad.desk.register.confirm import confirm
from marsad.desk.register.grade import grade
from marsad.desk.register.models import ENTERED


def test_what_a_program_has_already_is_not_sent_again(ask, report, secret):
    first = ask("documents", secret)

    again = ask("documents", secret, **{"If-None-Match": first["ETag"]})

    assert first["ETag"].startswith('W/"')
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]


def test_a_changed_entry_is_sent_anew(ask, report, lina, secret):
    found = report.findings.filter(kind__in=ENTERED)[:1]
    [entry] = confirm(list(found), by=lina, because="read in the source")
    first = ask(f"entries/{entry.pk}", secret)
    grade(entry, "B", "2", by=lina, because="two outlets")

    again = ask(f"entries/{entry.pk}", secret, **{"If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert again.json()["information_grade"] == "2"
    assert again["Last-Modified"] >= first["Last-Modified"]


def test_the_head_of_an_answer_says_as_much_as_the_answer(client, report, secret):
    keys = {"Authorization": f"Bearer {secret}"}
    whole = client.get("/api/v1/documents", headers=keys)

    head = client.head("/api/v1/documents", headers=keys)

    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))
    assert head["ETag"] == whole["ETag"]


def test_what_one_person_may_see_is_not_kept_for_another(ask, report, secret):
    answer = ask("documents", secret)

    assert {"Authorization", "Cookie"} <= set(answer["Vary"].split(", "))
    assert "private" in answer["Cache-Control"]
