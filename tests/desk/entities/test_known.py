from datetime import date

import pytest
from django.conf import settings

from marsad.collecting.documents import Document as Text
from marsad.desk.entities.known import names_of
from marsad.desk.entities.models import Counted, Entity, ExternalId, MonthCount, Name
from marsad.desk.register.models import Kind
from marsad.desk.register.record import record
from marsad.desk.safeguards import acts
from marsad.desk.safeguards.acts import Worker
from marsad.marking import Marking
from marsad.reading.pipeline import Reading, read

FRENCH = (
    "Le ministre français des Affaires étrangères, Jean-Yves Le Drian, a déclaré que "
    "l'Irak restait un partenaire de la Coalition internationale.\n"
)
ENGLISH = (
    "Secretary of State Antony Blinken said that Italy would host the next meeting.\n"
    "John Miller, a teacher from Ohio, said that he had never been to Rome.\n"
)


def read_again(document):
    text = Text(
        id=str(document.pk),
        text=document.wording.text,
        published=document.day,
        language=document.language,
        outlet=None,
    )
    return record(
        document,
        Reading(text, read(text)),
        by=Worker(f"reader {settings.VERSION}"),
        because="read again by a test",
    )


def test_a_state_has_its_name_in_three_languages_and_its_code(report):
    kuwait = Entity.objects.get(canonical="KW")

    assert (kuwait.name_ar, kuwait.name_en, kuwait.name_fr) == (
        "الكويت",
        "Kuwait",
        "Koweït",
    )
    assert ExternalId.objects.get(entity=kuwait).value == "KW"
    assert kuwait.marking == Marking.CLEAR


def test_a_body_of_the_word_files_has_its_name_in_three_languages(report):
    coalition = Entity.objects.get(canonical="Global Coalition")

    assert coalition.name_ar.startswith("التحالف")
    assert coalition.name_en == "Global Coalition"
    assert coalition.name_fr


def test_the_adversary_goes_by_no_name_of_its_own(make_document):
    make_document("وقال المتحدث إن تنظيم الدولة الإسلامية خسر معظم الأراضي.\n")

    daesh = Entity.objects.get(canonical="Daesh")
    assert (daesh.name_ar, daesh.name_en, daesh.name_fr) == ("داعش", "Daesh", "Daech")


def test_the_preposition_before_an_article_is_no_part_of_a_name(make_document):
    make_document("وقال وزير الخارجية الكويتي إن بلاده قدمت الدعم للتحالف الدولي.\n")

    spellings = set(
        Name.objects.filter(canonical="Global Coalition").values_list("text", flat=True)
    )
    assert "التحالف الدولي" in spellings
    assert not any(one.startswith("لتحالف") for one in spellings)


def test_a_name_that_begins_with_l_keeps_its_letter(make_document):
    make_document("وقال وزير الخارجية الكويتي إن بلاده قدمت الدعم للبنان ولليبيا.\n")

    assert Name.objects.filter(canonical="LB", text="لبنان").exists()
    assert not Name.objects.filter(text__startswith="اليبيا").exists()


def test_words_that_name_nobody_are_no_spelling(make_document):
    make_document(
        "قال وزير الخارجية الكويتي إن بلاده تدعم العراق. وقالت الكويت إنها ملتزمة.\n"
    )

    assert not Name.objects.filter(text="بلاده").exists()


def test_who_holds_no_public_office_gets_no_page(make_document):
    document = make_document(ENGLISH, language="en")

    people = Entity.objects.filter(kind="person")
    assert [one.canonical for one in people] == ["Antony Blinken"]
    names = Name.objects.filter(kind="person", entity__isnull=True)
    assert all(one.canonical != "Antony Blinken" for one in names)
    assert document.findings.filter(kind=Kind.PERSON).exists()


def test_a_person_is_known_by_the_fullest_spelling(make_document):
    make_document(ENGLISH + "Blinken thanked the host.\n", language="en")

    blinken = Entity.objects.get(canonical="Antony Blinken")
    assert blinken.name_en == "Antony Blinken"
    assert blinken.name_ar
    assert blinken.office.startswith("Secretary of State")


def test_every_mention_points_at_its_own_spelling(make_document):
    document = make_document(
        "Britain and the United Kingdom are one state. Britain joined in 2014.\n",
        language="en",
    )

    mentions = document.findings.filter(kind=Kind.PARTY, name__canonical="GB")
    assert mentions.count() == 3
    assert all(one.name.text == one.quote for one in mentions)


def test_reading_again_counts_nothing_twice(report):
    before = dict(Name.objects.values_list("text", "mention_count"))
    months = list(MonthCount.objects.values_list("name", "month", "count"))

    read_again(report)

    assert dict(Name.objects.values_list("text", "mention_count")) == before
    assert list(MonthCount.objects.values_list("name", "month", "count")) == months
    total = report.findings.filter(kind__in=("party", "person"), name__isnull=False)
    assert sum(before.values()) == total.count() > 0


def test_months_add_up_over_documents(make_document):
    make_document(FRENCH, day=date(2020, 3, 4), language="fr")
    make_document(FRENCH + "\n", day=date(2020, 3, 9), language="fr")
    make_document(FRENCH + "\n\n", day=date(2020, 5, 1), language="fr")

    iraq = Name.objects.get(canonical="IQ")
    assert [
        (one.month.isoformat(), one.count) for one in iraq.months.order_by("month")
    ] == [
        ("2020-03-01", 2),
        ("2020-05-01", 1),
    ]
    assert iraq.entity.mention_count == iraq.mention_count == 3


def test_a_document_of_a_hundred_names_asks_few_questions(
    db, django_assert_max_num_queries
):
    states = "France, Italy, Spain, Iraq, Syria, Jordan, Egypt, Kuwait, Qatar, Oman"
    text = Text(
        id="1",
        text=f"{states} met. Then Germany, Norway, Sweden, Denmark and Canada joined.\n",
        published=date(2018, 2, 13),
        language="en",
        outlet=None,
    )
    reading = Reading(text, read(text))

    token = acts._running.set(acts._Notes())
    try:
        with django_assert_max_num_queries(12):
            names_of(reading)
    finally:
        acts._running.reset(token)
    assert Entity.objects.count() >= 14


def test_what_only_strict_documents_tell_is_marked_as_they_are(make_document):
    make_document(ENGLISH, language="en", marking=Marking.RED)

    blinken = Entity.objects.get(canonical="Antony Blinken")
    name = Name.objects.get(canonical="Antony Blinken", text="Antony Blinken")
    assert name.marking == Marking.RED
    # The word files name him, so that he exists is no secret.
    assert blinken.marking == Marking.CLEAR


@pytest.mark.parametrize(
    ("strict", "after"),
    [
        pytest.param(Marking.RED, Marking.GREEN, id="a milder document opens it"),
        pytest.param(Marking.GREEN, Marking.GREEN, id="alike"),
    ],
)
def test_the_mildest_document_says_who_may_know(make_document, strict, after):
    text = "The Kuwait Ministry of Planning and Reform said that work had begun.\n"
    make_document(text, language="en", marking=strict)
    make_document(text + "\n", language="en", marking=Marking.GREEN)

    told = Entity.objects.filter(known_marking__isnull=True)
    assert told.exists()
    for one in told:
        assert one.marking == after
    assert Counted.objects.count() == 2
