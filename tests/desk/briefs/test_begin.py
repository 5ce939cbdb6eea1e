"""Tests for beginning a brief from what the register proposes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.newsroom import DAY, make_entry, make_release, make_somebody
from marsad.composing.doubts import Code
from marsad.composing.proposal import Wanted
from marsad.desk.briefs.begin_language import begin_language
from marsad.desk.briefs.bodies import versions_of
from marsad.desk.briefs.checking import doubts_of
from marsad.desk.briefs.draft import Beginning, draft
from marsad.desk.briefs.freeze import freeze, pages_of
from marsad.desk.briefs.models import Brief, BriefKind
from marsad.desk.briefs.proposing import look_of, proposal
from marsad.desk.contradictions.models import Contradiction
from marsad.desk.entities.models import Entity
from marsad.desk.indicators.models import Indicator
from marsad.desk.memberships.models import Grouping, Member
from marsad.desk.register.models import Entry
from marsad.errors import Refused
from marsad.marking import Audience, Marking

pytestmark = pytest.mark.django_db
WHY = "a test of beginning"
LANGUAGES = ("ar", "en", "fr")
COUNT = "members|Global Coalition||member"


@pytest.fixture
def karim(make_person):
    return make_person("karim", "officer", name="Karim")


def a_count(value=83, **more):
    """A confirmed count of members, of yesterday."""
    yesterday = timezone.localdate() - timedelta(days=1)
    words = {
        "ar": f"يضم التحالف الدولي {value} عضوا",
        "en": f"The Global Coalition has {value} members",
    }
    language = more.pop("language", "en")
    return make_entry(
        words[language],
        language=language,
        kind="membership",
        fields={"event": "count", "who": [], "count": value},
        series=COUNT,
        value=value,
        bound="exact",
        unit="member",
        day=more.pop("day", yesterday),
        **more,
    )


def wanted(audience=Audience.WORLD, languages=LANGUAGES, kind="daily"):
    return Wanted(kind, timezone.localdate(), audience, languages)


def keys(found):
    return [one.key for each in found.sections for one in each.blocks]


def sent(**more):
    """What the form of the outline sends."""
    return {
        "kind": "daily",
        "as_of": timezone.localdate().isoformat(),
        "audience": "5",
        "original": "ar",
        "others": ["en", "fr"],
        "since": "",
        "place": "",
        "title_ar": "الإحاطة اليومية",
        "title_en": "Daily brief",
        "title_fr": "Note quotidienne",
        **more,
    }


def test_a_brief_begins_with_what_was_taken_in_each_language_at_once(
    sign_in, karim, client
):
    entry = a_count()
    sign_in(karim)

    answer = client.post("/briefs/begin/", sent(take=[f"entry-{entry.pk}"]))

    page = Brief.objects.get(locale__language_code="ar")
    assert answer.headers["Location"] == f"/briefs/{page.translation_key}/"
    edition = freeze(page).edition
    assert [one.language for one in edition.manuscripts] == list(LANGUAGES)
    assert len({tuple(b.id for b in one.blocks) for one in edition.manuscripts}) == 1
    assert [one.title for one in edition.manuscripts] == [
        "الإحاطة اليومية",
        "Daily brief",
        "Note quotidienne",
    ]
    assert (
        edition.in_language("en")
        .blocks[1]
        .text.startswith("The Global Coalition has 83 members")
    )
    assert (
        edition.in_language("ar")
        .blocks[1]
        .text.startswith("يبلغ عدد أعضاء التحالف الدولي 83 عضواً")
    )


def test_what_rules_wrote_in_all_languages_is_fresh_and_without_doubt(
    sign_in, karim, client
):
    entry = a_count()
    sign_in(karim)
    client.post("/briefs/begin/", sent(take=[f"entry-{entry.pk}"]))

    checked = doubts_of(Brief.objects.get(locale__language_code="fr"))

    states = {
        block.freshness
        for one in checked.edition.manuscripts[1:]
        for block in one.blocks
    }
    assert states == {"fresh"}
    assert checked.doubts == ()


def test_nothing_is_made_before_somebody_begins(sign_in, karim, client):
    a_count()
    sign_in(karim)

    page = client.get("/briefs/begin/").content.decode()

    assert "entry-" in page
    assert not Brief.objects.exists()


def test_what_was_left_is_not_in_the_brief(sign_in, karim, client):
    a_count()
    sign_in(karim)

    client.post("/briefs/begin/", sent())

    assert len(Brief.objects.get(locale__language_code="ar").body) == 0


def test_only_what_may_reach_the_audience_is_proposed(karim):
    shut = a_count(marking=Marking.GREEN)

    for_all = proposal(look_of(wanted()), karim)
    for_partners = proposal(look_of(wanted(Audience.COMMUNITY)), karim)

    assert keys(for_all) == []
    assert [one.cited.number for one in for_all.held] == [shut.pk]
    assert keys(for_partners) == [f"entry-{shut.pk}"]


def test_what_the_reader_may_not_see_is_not_even_held_back(make_person):
    a_count(marking=Marking.AMBER)
    low = make_person("low", "officer", clearance=Marking.GREEN)

    found = proposal(look_of(wanted(Audience.CLIENTS)), low)

    assert (keys(found), found.held) == ([], ())


def test_after_a_release_only_what_is_newer_is_proposed(karim):
    older = a_count()
    week = timezone.now() - timedelta(days=2)
    Entry.objects.filter(pk=older.pk).update(changed_at=week)
    assert keys(proposal(look_of(wanted()), karim)) == [f"entry-{older.pk}"]
    make_release()

    look = look_of(wanted())

    assert look.is_release
    newer = a_count(84)
    assert keys(proposal(look, karim)) == [f"entry-{newer.pk}"]
    assert not look_of(wanted(kind="weekly")).is_release


def test_what_comes_after_the_day_of_the_brief_is_not_known_yet(karim):
    a_count(day=timezone.localdate() + timedelta(days=1))

    assert keys(proposal(look_of(wanted()), karim)) == []


def test_a_retracted_entry_is_not_proposed(karim):
    a_count(state="retracted")

    assert keys(proposal(look_of(wanted()), karim)) == []


def test_an_account_has_to_be_translated_by_people(sign_in, karim, client):
    entry = make_entry(
        "it would keep training two brigades",
        kind="quote",
        fields={"form": "indirect", "speaker_name": "IT", "party": "IT"},
        day=timezone.localdate(),
    )
    sign_in(karim)
    data = sent(original="en", others=["ar"], take=[f"entry-{entry.pk}"])
    client.post("/briefs/begin/", data)

    checked = doubts_of(Brief.objects.get(locale__language_code="ar"))

    assert Code.UNTRANSLATED in {one.code for one in checked.doubts}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "novel"),
        ("as_of", "yesterday"),
        ("audience", "1"),
        ("original", "de"),
        ("title_en", ""),
        ("topics", "gossip"),
    ],
)
def test_a_form_that_says_what_cannot_be_is_shown_again(
    sign_in, karim, client, field, value
):
    sign_in(karim)

    answer = client.post("/briefs/begin/", sent(**{field: value}))

    assert answer.status_code == 422
    assert not Brief.objects.exists()


def test_a_standing_page_says_where_it_stands(sign_in, karim, client):
    sign_in(karim)

    assert client.post("/briefs/begin/", sent(kind="standing")).status_code == 422
    client.post("/briefs/begin/", sent(kind="standing", place="mission"))

    assert Brief.objects.get(locale__language_code="en").place == "mission"


def test_another_language_is_begun_later_with_a_title_of_its_own(karim):
    entry = a_count()
    brief = _begun(karim, entry, languages=("ar",))

    page = begin_language(brief, "en", by=karim, because=WHY)

    assert page.title.startswith("Daily brief, ")
    checked = doubts_of(brief)
    assert {one.code for one in checked.doubts} == {Code.UNTRANSLATED}
    with pytest.raises(Refused, match="already"):
        begin_language(brief, "en", by=karim, because=WHY)
    with pytest.raises(Refused, match="no language"):
        begin_language(brief, "de", by=karim, because=WHY)
    assert len(pages_of(brief)) == 2


def test_who_may_not_draft_begins_nothing(sign_in, client):
    sign_in(make_somebody("rima", "releasing"))

    assert client.get("/briefs/begin/").status_code == 403
    assert client.post("/briefs/begin/", sent()).status_code == 403


def _begun(person, entry, languages):
    asked = wanted(languages=languages)
    found = proposal(look_of(asked), person)
    versions = versions_of(found, {f"entry-{entry.pk}"}, found.title, asked.as_of)
    beginning = Beginning(
        title=found.title["ar"],
        kind=BriefKind.DAILY,
        as_of=asked.as_of,
        audience=asked.audience,
        languages=languages,
        body=versions["ar"].body,
    )
    return draft(beginning, by=person, because=WHY)


def test_a_roll_lists_who_is_a_member_on_the_day_of_the_brief(sign_in, karim, client):
    proof = make_entry(
        "Italy joined the Coalition",
        kind="membership",
        fields={"event": "joined", "who": ["IT"], "count": None, "as_of": None},
        day=DAY,
    )
    entity, _ = Entity.objects.get_or_create(
        kind="state", canonical="IT", defaults={"marking": int(Marking.CLEAR)}
    )
    Entity.objects.filter(pk=entity.pk).update(marking=int(Marking.CLEAR))
    coalition = Grouping.objects.get(kind="coalition")
    Grouping.objects.filter(pk=coalition.pk).update(marking=int(Marking.CLEAR))
    Member.objects.create(
        grouping=coalition,
        entity=entity,
        since=DAY,
        since_entry=proof,
        marking=int(Marking.CLEAR),
    )
    sign_in(karim)

    found = proposal(look_of(wanted()), karim)
    client.post("/briefs/begin/", sent(take=[f"roll-{coalition.pk}"]))

    assert f"roll-{coalition.pk}" in keys(found)
    edition = freeze(Brief.objects.get(locale__language_code="en")).edition
    [roll] = [one.roll for one in edition.in_language("en").blocks if one.roll]
    assert [one.entry for one in roll.members] == [proof.pk]
    assert doubts_of(Brief.objects.get(locale__language_code="en")).doubts == ()


def test_a_chart_has_the_values_up_to_the_day_that_nobody_denies(
    sign_in, karim, client
):
    today = timezone.localdate()
    old = a_count(79, day=today - timedelta(days=200))
    new, later = a_count(83), a_count(84, day=today + timedelta(days=1))
    one, other = (a_count(value, day=today - timedelta(days=100)) for value in (80, 81))
    Contradiction.objects.create(
        key="a", about="value", day=today, one=one, other=other, why="80 and 81"
    )
    indicator = Indicator.objects.create(key=COUNT, marking=int(Marking.CLEAR))
    sign_in(karim)

    client.post("/briefs/begin/", sent(take=[f"chart-{indicator.pk}"]))

    edition = freeze(Brief.objects.get(locale__language_code="en")).edition
    [chart] = [
        block for block in edition.in_language("en").blocks if block.sort == "chart"
    ]
    assert chart.entries == (old.pk, new.pk)
    assert later.pk not in edition.by_number
    assert chart.text == "Members of the Global Coalition"
