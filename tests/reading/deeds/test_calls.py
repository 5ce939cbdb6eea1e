"""Calls: the clause in which a party asks another to act, and who asks whom."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.deeds.calls import read_calls
from marsad.reading.findings import Call
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import read

PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def calls(text: str, language: str) -> list[Call]:
    """Read the calls of a text."""
    report = Document("report", text, published=PUBLISHED, language=language)
    found = read(report)
    return [one for one in found if isinstance(one, Call)]


@pytest.mark.parametrize(
    ("text", "language", "surface", "party", "addressee"),
    [
        pytest.param(
            "دعت فرنسا إيران إلى احترام الاتفاق النووي، محذرة من التصعيد.",
            "ar",
            "دعت فرنسا إيران إلى احترام الاتفاق النووي",
            "FR",
            "IR",
            id="arabic verb, subject and object",
        ),
        pytest.param(
            "وطالبت الأمم المتحدة بفتح المعابر أمام المساعدات.",
            "ar",
            "طالبت الأمم المتحدة بفتح المعابر أمام المساعدات",
            "United Nations",
            None,
            id="arabic proclitic cut off the span",
        ),
        pytest.param(
            "ألمانيا تدعو إلى وقف القتال في السودان",
            "ar",
            "ألمانيا تدعو إلى وقف القتال في السودان",
            "DE",
            None,
            id="arabic headline with its subject in front",
        ),
        pytest.param(
            "France urged Turkey to reopen the border crossing, he said.",
            "en",
            "France urged Turkey to reopen the border crossing",
            "FR",
            "TR",
            id="english urge",
        ),
        pytest.param(
            "The United Nations called on Sudan to let aid convoys through.",
            "en",
            "The United Nations called on Sudan to let aid convoys through",
            "United Nations",
            "SD",
            id="english article kept",
        ),
        pytest.param(
            "L'Allemagne a exhorté la Turquie à rouvrir la frontière.",
            "fr",
            "L'Allemagne a exhorté la Turquie à rouvrir la frontière",
            "DE",
            "TR",
            id="french participle behind its auxiliary",
        ),
        pytest.param(
            "La France demande à l'Iran de libérer les prisonniers.",
            "fr",
            "La France demande à l'Iran de libérer les prisonniers",
            "FR",
            "IR",
            id="french demander à … de",
        ),
    ],
)
def test_a_call_runs_from_its_subject_to_the_end_of_its_clause(
    text: str, language: str, surface: str, party: str, addressee: str | None
) -> None:
    (call,) = calls(text, language)
    assert call.span.quote == surface
    assert (call.party, call.addressee) == (party, addressee)
    assert not call.is_doubtful


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("هو طالب بجامعة دمشق منذ عامين.", "ar", id="a student"),
        pytest.param("The calls on Sunday were about trade.", "en", id="a noun"),
        pytest.param("Reporters asked him to comment.", "en", id="a word to the press"),
        pytest.param("Sudan was urged to sign.", "en", id="a passive"),
        pytest.param("La France se demande si tout est prêt.", "fr", id="a reflexive"),
        pytest.param("Il s'appelle Karim et vit à Paris.", "fr", id="a name"),
    ],
)
def test_words_that_only_look_like_calls_are_left_out(text: str, language: str) -> None:
    assert calls(text, language) == []


def test_we_must_to_partners_is_a_call_on_the_coalition() -> None:
    text = (
        "اجتمع التحالف الدولي ضد داعش في روما. "
        "وقال وزير الخارجية الأميركي أنتوني بلينكن: «علينا أن نواصل دعم العراق»."
    )
    (call,) = calls(text, "ar")
    assert call.span.quote == "علينا أن نواصل دعم العراق"
    assert call.addressee == "Global Coalition"
    assert not call.is_doubtful


def test_we_must_without_partners_is_doubtful() -> None:
    text = "وقال وزير الخارجية الأميركي أنتوني بلينكن: «علينا أن نواصل دعم العراق»."
    assert [call.is_doubtful for call in calls(text, "ar")] == [True]


def test_a_masculine_verb_asks_the_feminine_name_behind_it() -> None:
    text = "التقى وزير الخارجية الفرنسي نظراءه. ودعا إيران إلى التهدئة."
    (call,) = calls(text, "ar")
    assert (call.party, call.addressee) == ("FR", "IR")


def test_an_unknown_caller_is_told_in_the_words_of_the_text() -> None:
    (call,) = calls("Local beekeepers urged Slovenia to ban the spray.", "en")
    assert call.party == "Local beekeepers"


@UNHURRIED
@given(st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_calls_whose_words_stand_there(text: str, language: str) -> None:
    for call in calls(text, language):
        assert text[call.span.start : call.span.end] == call.span.quote


_WORDS = st.lists(
    st.sampled_from(
        [
            "دعت",
            "فرنسا",
            "إلى",
            "علينا",
            "أن",
            "«",
            "»",
            "،",
            ".",
            "urged",
            "to",
            "call",
            "France",
            "the",
            "'",
            "demande",
            "de",
            "à",
            "il",
            "faut",
            "\n",
            ":",
            "ودعا",
        ]
    )
)


@UNHURRIED
@given(_WORDS, st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_calling_words_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    passage = Passage(text, language, published=PUBLISHED)
    for seen in read_calls(passage, Found()):
        span = seen.finding.span
        assert text[span.start : span.end] == span.quote


def test_an_aside_between_commas_does_not_end_a_call() -> None:
    text = "Canada called on governments to repatriate and, where needed, try their nationals."
    (one,) = calls(text, "en")

    assert one.span.quote.endswith("try their nationals")


def test_the_comma_of_a_date_does_not_part_a_subject() -> None:
    text = "Ministers meeting in Riyadh on June 8, 2021 called on Iran to respect the deal."
    (one,) = calls(text, "en")

    assert one.span.quote.startswith("Ministers meeting in Riyadh")


def test_no_subject_reaches_over_a_dateline() -> None:
    text = "ROME, June 9, 2021 (Reuters) - Ministers of Italy called on Iran to respect the deal."
    (one,) = calls(text, "en")

    assert one.span.quote.startswith("Ministers of Italy")
