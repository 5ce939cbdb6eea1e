"""Tests for what stands between a brief and its release, and who answers for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.newsroom import (
    DAY,
    make_brief,
    make_entry,
    make_partner,
    make_somebody,
    make_submission,
    officer,
    statement,
    write,
    writer,
)
from marsad.composing.doubts import Code
from marsad.composing.editions import Sort
from marsad.desk.briefs.accept import accept
from marsad.desk.briefs.checking import doubts_of, open_doubts, said_by_partners
from marsad.desk.briefs.freeze import freeze, pages_of
from marsad.desk.briefs.models import BriefKind, Override
from marsad.desk.briefs.override import override
from marsad.desk.entities.models import Entity, Name
from marsad.desk.safeguards.models import AuditRecord
from marsad.errors import Refused
from marsad.marking import Marking

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WHY = "the ministry confirmed it by telephone"
COUNT = "members|Global Coalition||member"


def codes(checked):
    return sorted(one.code for one in checked.open)


def the_page(brief, language):
    return next(one for one in pages_of(brief) if one.language == language)


def with_text(brief, text, *entries, language="en", by=None):
    """The brief with another sentence in one language, in the same block."""
    page = the_page(brief, language)
    name = str(page.body[0].id)
    return write(page, [statement(text, *entries, name=name)], by=by or writer())


@pytest.fixture
def entry():
    """A count of 74 members that expires some day."""
    return make_entry()


@pytest.fixture
def brief(entry):
    """A brief of one sentence in Arabic and English, without a doubt."""
    name = "7b1d7d3e-9a44-4a53-8d7c-0a4ad07b5d2b"
    body = {
        "ar": [statement("يضم التحالف 74 عضوا.", entry, name=name)],
        "en": [statement("The Coalition has 74 members.", entry, name=name)],
    }
    return make_brief(body)


def test_a_brief_that_its_entries_bear_has_no_doubt(brief):
    assert doubts_of(brief).doubts == ()


def test_an_altered_number_is_a_doubt_that_an_officer_may_answer_for(brief, entry):
    with_text(brief, "The Coalition has 75 members.", entry)
    [doubt] = doubts_of(brief).open
    assert (doubt.code, doubt.language) == (Code.NUMBER, "en")

    override(brief, doubt.key, by=officer(), because=WHY)

    checked = doubts_of(brief)
    assert checked.open == ()
    [(answered, answer)] = checked.answered
    assert (answered.key, answer.by, answer.because) == (doubt.key, officer(), WHY)
    line = AuditRecord.objects.filter(act="briefs.override", outcome="done").get()
    assert (line.because, line.details["words"]) == (WHY, doubt.words)


def test_the_answer_holds_for_these_very_words_alone(brief, entry):
    with_text(brief, "The Coalition has 75 members.", entry)
    override(brief, doubts_of(brief).open[0].key, by=officer(), because=WHY)

    with_text(brief, "The Coalition has 75 members now.", entry)

    assert codes(doubts_of(brief)) == [Code.NUMBER]


def test_the_answer_falls_when_the_entry_is_changed(brief, entry):
    with_text(brief, "The Coalition has 75 members.", entry)
    override(brief, doubts_of(brief).open[0].key, by=officer(), because=WHY)

    entry.version = 2
    entry.save()

    assert codes(doubts_of(brief)) == [Code.NUMBER]


def test_who_drafts_answers_for_nothing(brief, entry):
    with_text(brief, "The Coalition has 75 members.", entry)
    key = doubts_of(brief).open[0].key

    with pytest.raises(Refused, match="no right"):
        override(brief, key, by=writer(), because=WHY)
    with pytest.raises(Refused, match="no reason"):
        override(brief, key, by=officer(), because="  ")
    assert not Override.objects.exists()


def test_nobody_answers_for_doubts_about_their_own_words(brief, entry):
    both = make_somebody("salma", "officer", "releasing")
    with_text(brief, "The Coalition has 75 members.", entry, by=both)
    [doubt] = doubts_of(brief).open

    with pytest.raises(Refused, match="their own words"):
        override(brief, doubt.key, by=both, because=WHY)


def test_nobody_answers_for_words_that_no_source_has(brief, entry):
    with_text(brief, "The Coalition “has always won”.", entry)
    doubt = next(one for one in doubts_of(brief).open if one.code == Code.QUOTATION)

    with pytest.raises(Refused, match="nobody can answer"):
        override(brief, doubt.key, by=officer(), because=WHY)


def test_a_doubt_that_is_not_there_is_answered_by_nobody(brief):
    with pytest.raises(Refused, match="no such doubt"):
        override(brief, "0" * 32, by=officer(), because=WHY)


def test_a_row_of_override_alone_opens_no_doubt_that_has_to_be_fixed(brief, entry):
    with_text(brief, "The Coalition “has always won”.", entry)
    doubt = next(one for one in doubts_of(brief).open if one.code == Code.QUOTATION)
    Override.objects.create(
        translation_key=brief.translation_key,
        key=doubt.key,
        code=doubt.code,
        language="en",
        words=doubt.words,
        by=officer(),
        because=WHY,
    )

    assert doubt.key in {one.key for one in doubts_of(brief).open}


def test_the_answer_in_the_brief_counts_for_the_edition_that_was_submitted(
    brief, entry
):
    with_text(brief, "The Coalition has 75 members.", entry)
    edition = freeze(brief).edition
    today = timezone.localdate()
    [doubt] = open_doubts(edition, brief.translation_key, on=today)
    with pytest.raises(Refused, match="doubt"):
        make_submission(brief)

    override(brief, doubt.key, by=officer(), because=WHY, edition=edition)

    assert open_doubts(edition, brief.translation_key, on=today) == ()
    assert make_submission(brief).pk


def test_an_old_day_lets_no_old_value_pass(entry):
    today = timezone.localdate()
    entry.expires_on = today - timedelta(days=1)
    entry.save()
    sentence = [statement("يضم التحالف 74 عضوا.", entry)]
    past = today - timedelta(days=5)

    dated = make_brief({"ar": sentence}, languages=("ar",), as_of=past)
    page = make_brief(
        {"ar": sentence},
        languages=("ar",),
        as_of=past,
        kind=BriefKind.STANDING,
        place="mission",
    )

    assert codes(doubts_of(dated)) == [Code.EXPIRED]
    assert codes(doubts_of(page)) == [Code.EXPIRED]


def test_a_changed_original_is_told_until_a_person_accepts_the_translation(
    brief, entry
):
    with_text(brief, "يضم التحالف اليوم 74 عضوا.", entry, language="ar")
    [doubt] = doubts_of(brief).open
    assert (doubt.code, doubt.language) == (Code.CHANGED_ORIGINAL, "en")

    accept(the_page(brief, "en"), [doubt.block], by=writer(), because=WHY)

    assert doubts_of(brief).doubts == ()


def test_the_original_and_blocks_that_are_not_there_are_not_accepted(brief):
    name = str(brief.body[0].id)
    with pytest.raises(Refused, match="original"):
        accept(the_page(brief, "ar"), [name], by=writer(), because=WHY)
    for blocks in ([], ["nothing"]):
        with pytest.raises(Refused, match="no such block"):
            accept(the_page(brief, "en"), blocks, by=writer(), because=WHY)


def partners_count(value, *, canonical="IT", marking=Marking.CLEAR, **more):
    """A count of members that a partner gave, as was reported on that day."""
    entity, _ = Entity.objects.get_or_create(kind="state", canonical=canonical)
    name, _ = Name.objects.get_or_create(
        kind="state", canonical=canonical, defaults={"entity": entity}
    )
    make_partner(canonical.lower(), entity=entity)
    return a_count(value, actor=name, marking=marking, **more)


def a_count(value, **more):
    return make_entry(
        f"the Coalition has {value} members",
        kind="membership",
        fields={"event": "count", "who": [], "count": value, "as_of": None},
        series=COUNT,
        value=value,
        unit="member",
        bound="exact",
        **more,
    )


def our_count(value=74, *, after=10):
    """A brief on a count of members, of some days after it was reported."""
    text = statement(f"The Coalition has {value} members.", a_count(value))
    day = DAY + timedelta(days=after)
    return make_brief({"en": [text]}, languages=("en",), as_of=day)


def test_a_partners_other_figure_is_shown_with_its_words():
    brief, other = our_count(), partners_count(75)

    checked = doubts_of(brief)

    [doubt] = checked.open
    assert (doubt.code, doubt.entries[-1]) == (Code.ONE_MESSAGE, other.pk)
    assert checked.others[other.pk].passages[0].quote == other.words
    assert doubt.may_be_overridden


@pytest.mark.parametrize(
    ("after", "more"),
    [
        pytest.param(100, {}, id="long ago"),
        pytest.param(10, {"marking": Marking.RED}, id="above the cell"),
        pytest.param(10, {"state": "retracted"}, id="retracted"),
    ],
)
def test_what_partners_said_otherwise_is_left_out(after, more):
    brief = our_count(after=after)
    partners_count(75, **more)

    assert Code.ONE_MESSAGE not in codes(doubts_of(brief))


def test_a_reader_is_shown_no_partners_line_above_their_clearance(make_person):
    brief = our_count()
    partners_count(75, marking=Marking.AMBER)
    low = make_person("low", "officer", clearance=Marking.GREEN)

    assert codes(doubts_of(brief, reader=low)) == []
    assert codes(doubts_of(brief, reader=officer())) == [Code.ONE_MESSAGE]


def test_partners_lines_are_asked_for_in_few_questions(django_assert_max_num_queries):
    brief = our_count()
    for value in range(75, 95):
        partners_count(value)
    edition = freeze(brief).edition

    with django_assert_max_num_queries(12):
        found = said_by_partners(edition, on=edition.as_of)

    assert len(found) == 20
    assert edition.manuscripts[0].blocks[0].sort is Sort.STATEMENT
