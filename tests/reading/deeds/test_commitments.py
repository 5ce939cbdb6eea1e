"""Commitments: the clause that binds a party, its sum, its day, and how sure it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.deeds.commitments import read_commitments
from marsad.reading.findings import Amount, Commitment, Interval
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import read

PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def commitments(text: str, language: str) -> list[Commitment]:
    """Read the commitments of a text."""
    report = Document("report", text, published=PUBLISHED, language=language)
    found = read(report)
    return [one for one in found if isinstance(one, Commitment)]


@pytest.mark.parametrize(
    ("text", "language", "surface", "party"),
    [
        pytest.param(
            "وتعهدت اليابان بإعادة بناء الجسر، مضيفة أن العمل بدأ.",
            "ar",
            "تعهدت اليابان بإعادة بناء الجسر",
            "JP",
            id="arabic pledge, cut before the next participle",
        ),
        pytest.param(
            "وأعلنت النرويج تخصيص 30 مليون يورو للاجئين.",
            "ar",
            "أعلنت النرويج تخصيص 30 مليون يورو للاجئين",
            "NO",
            id="arabic announcement of a sum",
        ),
        pytest.param(
            "وقالت ألمانيا إنها ستواصل دعم العراق.",
            "ar",
            "ستواصل دعم العراق",
            "DE",
            id="arabic future of a party",
        ),
        pytest.param(
            "Canada pledged to train 200 border guards.",
            "en",
            "Canada pledged to train 200 border guards",
            "CA",
            id="english pledge",
        ),
        pytest.param(
            "Norway will provide two field hospitals to Iraq.",
            "en",
            "Norway will provide two field hospitals to Iraq",
            "NO",
            id="english future of a party",
        ),
        pytest.param(
            "La Suède s'est engagée à financer trois écoles.",
            "fr",
            "La Suède s'est engagée à financer trois écoles",
            "SE",
            id="french reflexive",
        ),
        pytest.param(
            "La Belgique enverra dix experts à Bagdad.",
            "fr",
            "La Belgique enverra dix experts à Bagdad",
            "BE",
            id="french future of a party",
        ),
    ],
)
def test_a_commitment_is_the_clause_that_binds_its_party(
    text: str, language: str, surface: str, party: str
) -> None:
    (commitment,) = commitments(text, language)
    assert surface in commitment.span.quote
    assert commitment.party == party
    assert not commitment.is_doubtful


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("وسيؤدي ذلك إلى ارتفاع الأسعار.", "ar", id="a forecast"),
        pytest.param("وسيتم ترميم الجسر قريبا.", "ar", id="a passive"),
        pytest.param("وتوقع الخبراء سنة صعبة وسنوات عجاف.", "ar", id="years"),
        pytest.param("The rain will stop by Tuesday.", "en", id="the weather"),
        pytest.param("She committed a crime last year.", "en", id="a crime"),
        pytest.param("Il fera beau demain à Lyon.", "fr", id="fair weather"),
    ],
)
def test_forecasts_and_passives_bind_nobody(text: str, language: str) -> None:
    assert commitments(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "surface", "party"),
    [
        pytest.param(
            "ووافقت تركيا على فتح معبر ثان أمام القوافل.",
            "ar",
            "وافقت تركيا على فتح معبر ثان أمام القوافل",
            "TR",
            id="arabic agreement to a deed",
        ),
        pytest.param(
            "وأبدت النرويج التزامها بإزالة الألغام من الحقول.",
            "ar",
            "أبدت النرويج التزامها بإزالة الألغام من الحقول",
            "NO",
            id="arabic noun behind the verb that utters it",
        ),
        pytest.param(
            "وحصل الوفد على تعهد من اليابان بترميم الميناء.",
            "ar",
            "تعهد من اليابان بترميم الميناء",
            "JP",
            id="arabic noun with its giver",
        ),
        pytest.param(
            "تعهدت إيطاليا إرسال طبيبين إلى درنة.",
            "ar",
            "تعهدت إيطاليا إرسال طبيبين إلى درنة",
            "IT",
            id="arabic bare noun of action",
        ),
        pytest.param(
            "قطر تعد بإعادة بناء المستشفى",
            "ar",
            "قطر تعد بإعادة بناء المستشفى",
            "QA",
            id="arabic headline in the present",
        ),
        pytest.param(
            "السويد ستؤوي مئة عائلة",
            "ar",
            "السويد ستؤوي مئة عائلة",
            "SE",
            id="arabic future of a rare verb",
        ),
        pytest.param(
            "Denmark renewed its promise to rebuild the bridge.",
            "en",
            "Denmark renewed its promise to rebuild the bridge",
            "DK",
            id="english noun behind the verb that renews it",
        ),
        pytest.param(
            "Poland gave its word that the road would be opened.",
            "en",
            "Poland gave its word that the road would be opened",
            "PL",
            id="english phrase",
        ),
        pytest.param(
            "Finland to lend two icebreakers",
            "en",
            "Finland to lend two icebreakers",
            "FI",
            id="english headline",
        ),
        pytest.param(
            "Estonia, which has vowed to double its aid, sent a doctor.",
            "en",
            "Estonia, which has vowed to double its aid",
            "EE",
            id="english relative clause with its subject",
        ),
        pytest.param(
            "Le Danemark s'y est engagé hier à Oslo.",
            "fr",
            "Le Danemark s'y est engagé hier à Oslo",
            "DK",
            id="french promise told before",
        ),
        pytest.param(
            "L'Autriche repeindra deux écoles.",
            "fr",
            "L'Autriche repeindra deux écoles",
            "AT",
            id="french future of a rare verb",
        ),
        pytest.param(
            "Le Japon a confirmé sa promesse de bâtir un phare.",
            "fr",
            "Le Japon a confirmé sa promesse de bâtir un phare",
            "JP",
            id="french noun behind the verb that confirms it",
        ),
    ],
)
def test_pledges_come_in_many_forms(
    text: str, language: str, surface: str, party: str
) -> None:
    (commitment,) = commitments(text, language)
    assert commitment.span.quote == surface
    assert commitment.party == party
    assert not commitment.is_doubtful


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("لم تلتزم تركيا بفتح المعبر.", "ar", id="a pledge denied"),
        pytest.param("ودعا إلى التزام تركيا بالهدنة.", "ar", id="a pledge asked for"),
        pytest.param(
            "لو وافقت تركيا على فتح المعبر لعبرنا.", "ar", id="if they agreed"
        ),
        pytest.param("وافقا على الحديث بشرط عدم ذكر هويتهما.", "ar", id="anonymity"),
        pytest.param("قررت المحكمة حبس المتهم شهرا.", "ar", id="a court's decision"),
        pytest.param("تنص المادة 3 على أن تركيا ستدفع رسما.", "ar", id="an article"),
        pytest.param("Talks with Turkey will resume in May.", "en", id="talks"),
        pytest.param("France will face Spain on Sunday.", "en", id="a match"),
        pytest.param("Will France pay the bill?", "en", id="a question"),
        pytest.param("If Spain agreed to pay, we could go.", "en", id="a hypothesis"),
        pytest.param("The law says that Spain shall pay a tax.", "en", id="a law"),
        pytest.param("No state has undertaken to pay.", "en", id="nobody"),
        pytest.param("La France perdra mille emplois.", "fr", id="a loss"),
        pytest.param("La France se rendra aux urnes.", "fr", id="a journey"),
        pytest.param("La loi dispose que la France paiera.", "fr", id="a French law"),
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str, language: str) -> None:
    assert commitments(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "surfaces"),
    [
        pytest.param(
            "وقالت ألمانيا إنها ستدرب الشرطة، وإنها ستمول ثلاث مدارس.",
            "ar",
            ["إنها ستدرب الشرطة", "إنها ستمول ثلاث مدارس"],
            id="two clauses behind one verb of saying",
        ),
        pytest.param(
            "Sweden will give 30 million euros and Norway 12 million euros.",
            "en",
            ["Sweden will give 30 million euros", "Norway 12 million euros"],
            id="a second party shares the verb",
        ),
        pytest.param(
            "L'Espagne s'engage à former des juges, à équiper deux tribunaux et à "
            "loger les témoins.",
            "fr",
            [
                "L'Espagne s'engage à former des juges",
                "équiper deux tribunaux",
                "loger les témoins",
            ],
            id="three infinitives",
        ),
        pytest.param(
            "Germany promised the following:\n- two field hospitals by May\n"
            "- a training course for nurses",
            "en",
            ["two field hospitals by May", "a training course for nurses"],
            id="the points of a list",
        ),
    ],
)
def test_each_undertaking_is_a_finding(
    text: str, language: str, surfaces: list[str]
) -> None:
    found = [one.span.quote for one in commitments(text, language)]
    assert [one for one in found if one in surfaces] == surfaces


def test_the_day_of_a_pledge_is_no_day_to_keep_it() -> None:
    (commitment,) = commitments("Spain promised on 29 June 2021 to open it.", "en")
    assert commitment.due is None


def test_first_person_plural_futures_bind_the_speakers_state() -> None:
    text = "وقال وزير الدفاع الفرنسي سيباستيان ليكورنو: «سنعزز وجودنا في العراق»."
    (commitment,) = commitments(text, "ar")
    assert commitment.span.quote == "سنعزز وجودنا في العراق"
    assert commitment.party == "FR"


def test_strung_undertakings_are_findings_of_their_own() -> None:
    text = "وتعهدت فرنسا بالعمل على دعم العراق، والعمل على إعادة النازحين."
    surfaces = [one.span.quote for one in commitments(text, "ar")]
    assert surfaces == [
        "تعهدت فرنسا بالعمل على دعم العراق",
        "العمل على إعادة النازحين",
    ]


def test_the_sum_and_the_day_of_an_undertaking_are_kept() -> None:
    (commitment,) = commitments(
        "Norway pledged to pay $5 million to the fund by 30 September 2021.", "en"
    )
    assert commitment.amount == Amount(5_000_000, "USD")
    assert commitment.due == Interval(date(2021, 9, 30), date(2021, 9, 30))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Italy pledged to open it before the end of 2022.", "en", id="English"),
        pytest.param("L'Italie s'est engagée à l'ouvrir avant la fin de 2022.", "fr", id="French"),
        pytest.param("وتعهدت إيطاليا بافتتاحه قبل نهاية عام 2022.", "ar", id="Arabic"),
    ],
)  # fmt: skip
def test_before_the_end_of_a_year_is_up_to_its_last_day(
    text: str, language: str
) -> None:
    (commitment,) = commitments(text, language)
    assert commitment.due == Interval(date(2021, 6, 29), date(2022, 12, 31))


def test_what_is_due_before_a_day_is_due_up_to_its_eve() -> None:
    (commitment,) = commitments(
        "La France s'est engagée à rouvrir le pont avant le 3 août 2021.", "fr"
    )
    assert commitment.due == Interval(date(2021, 6, 29), date(2021, 8, 2))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("تعتزم إيطاليا تنظيم ورشة للخبراء.", "ar", id="arabic plan"),
        pytest.param("Italy plans to open a clinic in Basra.", "en", id="english plan"),
        pytest.param(
            "L'Italie prévoit de former vingt pilotes.", "fr", id="french plan"
        ),
    ],
)
def test_plans_are_doubtful(text: str, language: str) -> None:
    assert [one.is_doubtful for one in commitments(text, language)] == [True]


@UNHURRIED
@given(st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_commitments_whose_words_stand_there(
    text: str, language: str
) -> None:
    for one in commitments(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


_WORDS = st.lists(
    st.sampled_from(
        [
            "تعهدت",
            "فرنسا",
            "بتقديم",
            "سنعمل",
            "لن",
            "نسمح",
            "«",
            "»",
            "،",
            ".",
            "will",
            "France",
            "the",
            "'",
            "s",
            "engage",
            "à",
            "nous",
            "ferons",
            "\n",
            ":",
            "and",
        ]
    )
)


@UNHURRIED
@given(_WORDS, st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_pledging_words_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    passage = Passage(text, language, published=PUBLISHED)
    for seen in read_commitments(passage, Found()):
        span = seen.finding.span
        assert text[span.start : span.end] == span.quote
