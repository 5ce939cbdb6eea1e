"""Tests for machine drafts of translations: what leaves the house, what is kept, who accepts."""

import pytest
from django.test import override_settings
from django.utils import timezone

from desk.newsroom import (
    make_entry,
    make_somebody,
    make_submission,
    statement,
    write,
    writer,
)
from marsad.composing.doubts import Code
from marsad.desk.briefs.checking import doubts_of
from marsad.desk.briefs.draft import Beginning, draft
from marsad.desk.briefs.drafting import drafts_of
from marsad.desk.briefs.freeze import newest, pages_of
from marsad.desk.briefs.models import BriefKind
from marsad.desk.briefs.translate import Drafts, translate
from marsad.desk.briefs.translator import translator
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Audience, Marking
from translators import answer, running, sent_text

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WHY = "a test of machine drafts"
SENT = {
    "يضم التحالف 74 عضوا.": "The Coalition has 74 members.",
    "ويرحب التحالف بكل من يساعد.": "The Coalition welcomes all who help.",
}


@pytest.fixture(scope="module")
def server():
    with running() as host:
        yield host


@pytest.fixture(params=["openai", "libre"])
def host(request, server, settings):
    """A translator that the settings name, who knows two sentences."""
    server.asked.clear()
    server.mood = lambda question: (
        200,
        answer(question, SENT.get(sent_text(question), "?")),
    )
    settings.TRANSLATOR = getattr(server, request.param)
    return server


def begun(*blocks, audience=Audience.WORLD):
    """A brief in Arabic with an English copy that nobody has translated."""
    beginning = Beginning(
        "الإحاطة اليومية",
        BriefKind.DAILY,
        timezone.localdate(),
        audience,
        ("ar", "en"),
        body=blocks,
    )
    return draft(beginning, by=writer(), because=WHY)


def english(brief):
    return next(one for one in pages_of(brief) if one.language == "en")


def ask(client, brief):
    address = f"/briefs/{brief.translation_key}/en/translate/"
    return client.post(address, follow=True)


def remark(text):
    return {
        "type": "remark",
        "value": {"text": text},
        "id": "0c5df6f0-72a3-4c0b-9f5e-000000000001",
    }


def codes(brief):
    return sorted({one.code for one in doubts_of(brief).open})


def test_a_draft_is_marked_until_a_person_accepts_it(host, sign_in, client):
    entry = make_entry()
    brief = begun(statement("يضم التحالف 74 عضوا.", entry))
    sign_in(writer())

    ask(client, brief)

    page = newest(english(brief))
    [block] = page.body
    assert block.value["text"] == "The Coalition has 74 members."
    assert [one.pk for one in block.value["entries"]] == [entry.pk]
    assert page.by_machine == [str(block.id)]
    assert codes(brief) == [Code.MACHINE_DRAFT]
    with pytest.raises(Refused, match="doubt"):
        make_submission(brief)

    client.post(f"/briefs/{brief.translation_key}/en/accept/", {"block": block.id})

    assert codes(brief) == []
    assert newest(english(brief)).by_machine == []


def test_what_was_sent_and_to_whom_is_in_the_trail(host, sign_in, client):
    brief = begun(statement("يضم التحالف 74 عضوا.", make_entry()))
    sign_in(writer())

    ask(client, brief)

    line = AuditRecord.objects.get(act="briefs.translate", outcome="done")
    assert line.details["translator"].startswith("http://127.0.0.1")
    assert line.details["filled"] == [str(brief.body[0].id)]


def test_words_above_the_translators_marking_stay_in_the_house(host, sign_in, client):
    shut = make_entry(marking=Marking.AMBER)
    free = make_entry(marking=Marking.GREEN)
    brief = begun(
        statement("ويرحب التحالف بكل من يساعد.", shut),
        statement("يضم التحالف 74 عضوا.", free),
        remark("وفيما يأتي التفاصيل."),
        audience=Audience.CLIENTS,
    )
    sign_in(writer())

    ask(client, brief)

    # A remark says not what it was drawn from: it is as shut as the brief.
    assert [sent_text(one[2]) for one in host.asked] == ["يضم التحالف 74 عضوا."]
    line = AuditRecord.objects.get(act="briefs.translate", outcome="done")
    assert len(line.details["kept_in"]) == 2


def test_the_house_may_let_more_out(host, sign_in, client):
    brief = begun(
        statement("يضم التحالف 74 عضوا.", make_entry(marking=Marking.AMBER)),
        audience=Audience.CLIENTS,
    )
    sign_in(writer())

    with override_settings(TRANSLATOR_MARKING="AMBER"):
        ask(client, brief)

    assert len(host.asked) == 1


def test_what_a_person_wrote_is_never_overwritten(host, sign_in, client):
    entry = make_entry()
    brief = begun(statement("يضم التحالف 74 عضوا.", entry))
    name = str(brief.body[0].id)
    write(english(brief), [statement("Ours.", entry, name=name)], by=writer())
    sign_in(writer())

    ask(client, brief)

    assert newest(english(brief)).body[0].value["text"] == "Ours."


def test_a_draft_of_an_original_that_changed_meanwhile_is_thrown_away(host):
    entry = make_entry()
    brief = begun(statement("يضم التحالف 74 عضوا.", entry))
    drafts = drafts_of(english(brief), translator())
    name = str(brief.body[0].id)
    changed = [statement("يضم التحالف الآن 74 عضوا.", entry, name=name)]
    write(brief, changed, by=writer())

    filled = translate(english(brief), drafts, by=writer(), because=WHY)

    assert filled == []


def test_bad_answers_leave_the_block_untranslated_and_say_so(host, sign_in, client):
    host.says("The Coalition has 75 members.")
    brief = begun(statement("يضم التحالف 74 عضوا.", make_entry()))
    sign_in(writer())

    page = ask(client, brief).content.decode()

    assert codes(brief) == [Code.UNTRANSLATED]
    assert "other numbers" in page


def test_who_does_not_answer_is_asked_once_and_not_for_each_block(
    sign_in, client, settings
):
    settings.TRANSLATOR = "libretranslate:http://127.0.0.1:9"
    brief = begun(*[statement("يضم التحالف 74 عضوا.", make_entry()) for _ in range(3)])
    sign_in(writer())

    ask(client, brief)

    line = AuditRecord.objects.get(act="briefs.translate", outcome="done")
    assert len(line.details["failed"]) == 1


def test_without_a_translator_nobody_is_offered_one(sign_in, client):
    brief = begun(statement("يضم التحالف 74 عضوا.", make_entry()))
    sign_in(writer())
    client.cookies["language"] = "en"

    assert "translate it by hand" in ask(client, brief).content.decode()
    page = client.get(f"/briefs/{brief.translation_key}/").content.decode()
    assert "/en/translate/" not in page


def test_who_may_not_translate_asks_no_machine(host, sign_in, client):
    brief = begun(statement("يضم التحالف 74 عضوا.", make_entry()))
    sign_in(make_somebody("rima", "releasing"))

    assert ask(client, brief).status_code == 403
    assert host.asked == []


def test_nothing_to_send_is_refused_in_words(host):
    brief = begun(statement("يضم التحالف 74 عضوا.", make_entry()))

    with pytest.raises(Refused, match="by hand"):
        translate(english(brief), Drafts("nobody"), by=writer(), because=WHY)
