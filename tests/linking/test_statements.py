"""Tests for one statement in several reports."""

from makers import document, figure, party, person, quote, reading
from marsad.linking.persons import link_persons
from marsad.linking.statements import link_statements

OFFICE = "Global Coalition spokesperson"
AR = "قال المتحدث: «لدينا 83 شريكاً، ونحتاج إلى أن يتحمل كل شريك حصته»."
AR_WORDS = "لدينا 83 شريكاً، ونحتاج إلى أن يتحمل كل شريك حصته"
EN = (
    '"We have 83 partners, and each of them must carry its share," a spokesperson said.'
)
EN_WORDS = "We have 83 partners, and each of them must carry its share,"
FR = "« Nous avons 83 partenaires, et chacun doit prendre sa part », a-t-il dit."
FR_WORDS = "Nous avons 83 partenaires, et chacun doit prendre sa part"


def _arabic(
    named="a", *, text=AR, words=AR_WORDS, number="83 شريكاً", value=83, **known
):
    return reading(
        document(text, named=named, **known),
        quote(words, OFFICE),
        figure(number, value, "partner"),
    )


def _english(named="e", *, speaker=OFFICE, **known):
    return reading(
        document(EN, named=named, language="en", **known),
        quote(EN_WORDS, speaker),
        figure("83 partners", 83, "partner"),
    )


def _sources(readings):
    statements = link_statements(readings, link_persons(readings))
    return [[one.document.id for one in said.attestations] for said in statements]


def test_the_same_words_in_two_reports_are_one_statement():
    other = AR.replace("شريكاً", "شريكا").replace("«", '"').replace("»", '"')
    second = _arabic(
        "b", text=other, words=AR_WORDS.replace("شريكاً", "شريكا"), number="83 شريكا"
    )

    assert _sources([_arabic(), second]) == [["a", "b"]]


def test_another_number_makes_another_statement():
    text, words = AR.replace("83", "85"), AR_WORDS.replace("83", "85")
    other = _arabic("b", text=text, words=words, number="85 شريكاً", value=85)

    assert _sources([_arabic(), other]) == [["a"], ["b"]]


def test_another_number_counts_though_no_reader_saw_it():
    text = AR.replace("83", "85")
    other = reading(
        document(text, named="b"), quote(AR_WORDS.replace("83", "85"), OFFICE)
    )
    first = reading(document(AR, named="a"), quote(AR_WORDS, OFFICE))

    assert _sources([first, other]) == [["a"], ["b"]]


def test_a_translation_is_the_same_statement():
    french = reading(
        document(FR, named="f", language="fr"),
        quote(FR_WORDS, OFFICE),
        figure("83 partenaires", 83, "partner"),
    )

    assert _sources([_arabic(), _english(), french]) == [["a", "e", "f"]]


def test_two_candidates_for_a_translation_leave_all_apart():
    text = "قال المتحدث: «نشكر 83 شريكاً حضروا اليوم إلى هذه القاعة من كل القارات»."
    words = "نشكر 83 شريكاً حضروا اليوم إلى هذه القاعة من كل القارات"
    rival = _arabic("b", text=text, words=words)

    assert _sources([_arabic(), rival, _english()]) == [["a"], ["b"], ["e"]]


def test_the_same_words_a_year_later_are_said_again():
    again = _arabic("b", published="2022-06-29")

    assert _sources([_arabic(), again]) == [["a"], ["b"]]


def test_two_speakers_make_two_statements():
    other = _english(speaker="Government of IT")

    assert _sources([_arabic(), other]) == [["a"], ["e"]]


def test_an_unnamed_speaker_links_nothing():
    nameless = reading(document(AR, named="a"), quote(AR_WORDS, ""))
    twin = reading(document(AR, named="b"), quote(AR_WORDS, ""))

    assert _sources([nameless, twin]) == [["a"], ["b"]]


def test_a_part_of_a_statement_belongs_to_the_whole():
    words = "هذه حرب رهيبة تهدف إلى تضليل شبان أبرياء في كل مكان"
    part = "حرب رهيبة تهدف إلى تضليل شبان أبرياء"
    readings = [
        reading(
            document(f"قال جون آلن: «{words}».", named="a"),
            quote(words, "John Allen"),
            person("جون آلن", "John Allen"),
        ),
        reading(
            document(f"رأى جون ألن أنها «{part}».", named="b"),
            quote(part, "John Allen", form="mixed"),
            person("جون ألن", "John Allen"),
        ),
    ]

    (statement,) = link_statements(readings, link_persons(readings))

    assert statement.first.document.id == "a"
    assert statement.person is not None
    assert statement.person.spelling("ar") == "جون آلن"


def test_a_translation_says_that_it_is_one():
    (linked,) = link_statements([_arabic(), _english()])
    (alone,) = link_statements([_english()])

    assert linked.is_translated
    assert not alone.is_translated


def test_a_translation_without_a_number_is_held_by_parties_and_words():
    arabic = "قال المتحدث إن العراق يحتاج إلى مستشفيات ومدارس للاجئين."
    english = "Iraq needs hospitals and schools for refugees, a spokesperson said."
    other = "The spokesperson said Iraq had a long and proud history of its own."
    readings = [
        reading(
            document(arabic, named="a"),
            quote("العراق يحتاج إلى مستشفيات ومدارس للاجئين", OFFICE, form="indirect"),
            party("العراق", "IQ"),
        ),
        reading(
            document(english, named="e", language="en"),
            quote("Iraq needs hospitals and schools for refugees", OFFICE),
            party("Iraq", "IQ"),
        ),
        reading(
            document(other, named="o", language="en"),
            quote("Iraq had a long and proud history of its own", OFFICE),
            party("Iraq", "IQ"),
        ),
    ]

    linked, alone = link_statements(readings)

    assert [one.document.id for one in linked.attestations] == ["a", "e"]
    assert {"IQ", "hospital"} <= {sign.what for sign in linked.shared}
    assert not alone.is_translated


def test_numbers_that_each_has_alone_part_two_statements():
    other = EN.replace("83", "85")
    rival = reading(
        document(other, named="e", language="en"),
        quote(EN_WORDS.replace("83", "85"), OFFICE),
        figure("85 partners", 85, "partner"),
    )

    assert _sources([_arabic(), rival]) == [["a"], ["e"]]
