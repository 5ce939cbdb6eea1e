"""Arabic persons: where a name begins and ends, and when one word of it is enough."""

import pytest

from marsad.reading.findings import Person
from marsad.reading.names.parties import read_parties
from marsad.reading.names.persons import read_persons
from marsad.reading.passage import Found, Passage


def persons(text: str) -> list[tuple[str, str]]:
    """Return the words and the canonical name of every person of a text."""
    passage = Passage(text, "ar", published=None)
    found = Found()
    found.parties = read_parties(passage, found)
    return [
        (one.finding.span.quote, one.finding.canonical)
        for one in read_persons(passage, found)
        if isinstance(one.finding, Person)
    ]


def names(text: str) -> list[str]:
    """Return the words of every mention of a person."""
    return [words for words, _ in persons(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("اعتقلت الشرطة سليم الدرعاوي. وقالت إن درعاوي سافر.", ["سليم الدرعاوي", "درعاوي"], id="without its article"),
        pytest.param("وصل عبد السلام كردمان أمس. وقال كردمان إنه متفائل.", ["عبد السلام كردمان", "كردمان"], id="a servant of God and a surname"),
        pytest.param("وقع الاتفاق السفير، وعدنان الدرعاوي، رئيس الغرفة.", ["عدنان الدرعاوي"], id="behind a comma and «و»"),
        pytest.param("قال المحافظ فيصل باشراحيل إن السيول انحسرت.", ["فيصل باشراحيل"], id="a surname of Hadhramaut"),
        pytest.param("التقى سمير بلحاج الوفد.", ["سمير بلحاج"], id="a surname of the Maghreb"),
        pytest.param("قال سليم الدرعاوي في 5 جوان الجاري إنه عاد.", ["سليم الدرعاوي"], id="a month is no name"),
        pytest.param("قال الحسن بن علي إنه عاد. وأكد على أن الأمر انتهى.", ["الحسن بن علي"], id="on is not Ali"),
        pytest.param("وزارة الفلاحة والصيد البحري في تونس تنفي.", [], id="fishing is no minister"),
        pytest.param("قال كريم النوري الدرعاوي إنه عاد.", ["كريم النوري الدرعاوي"], id="a figure's name that goes on"),
        pytest.param("لافروف وكيري يبحثان الأزمة في جنيف", ["لافروف", "كيري"], id="two ministers of a headline"),
        pytest.param("قالت الشرطة إن ترامب تلعثم أمس.", ["ترامب"], id="a surname and its verb"),
        pytest.param("توفي الممثل المصري محمود درعاوي أمس.", ["محمود درعاوي"], id="an adjective of the title"),
        pytest.param("قال الخبير عز الدين الدرعاوي إن الأزمة عميقة.", ["عز الدين الدرعاوي"], id="glory of the faith"),
        pytest.param("فاز الروائي شكري المدبوغ بالجائزة.", ["شكري المدبوغ"], id="a surname like a participle"),
        pytest.param("تميم يصل إلى الرياض ويلتقي محمد بن سلمان", ["تميم", "محمد بن سلمان"], id="a ruler by his first name"),
        pytest.param("أكد القاضي أن عبد السلام الدرعاوي عاد. ورفض عبد السلام الكلام.", ["عبد السلام الدرعاوي", "عبد السلام"], id="a servant of God and what he refused"),
        pytest.param("الصيد : تونس ستتجاوز الأزمة", ["الصيد"], id="a headline of a minister"),
    ],
)  # fmt: skip
def test_a_person_is_named_to_the_end_and_again(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_full_name_and_a_rare_first_name_are_found_again() -> None:
    text = (
        "قالت السفيرة الدنماركية مرجينة طوبان إنها ستعود. وشكر الوزير مرجينة طوبان "
        "على عملها. وفي ملف مرجينة، قال إن الأمر انتهى."
    )
    assert names(text) == ["مرجينة طوبان", "مرجينة طوبان", "مرجينة"]


def test_sons_are_written_as_the_maghreb_writes_them() -> None:
    text = "قال وزير الصحة التونسي محمود بن سعيدان إن تونس مستعدة."
    assert persons(text) == [("محمود بن سعيدان", "Mahmoud Ben Saidan")]


def test_figures_are_called_by_their_own_latin_spelling() -> None:
    text = "التقى شوقي الطبيب سهام بن سدرين في تونس."
    assert persons(text) == [
        ("شوقي الطبيب", "Chawki Tabib"),
        ("سهام بن سدرين", "Sihem Ben Sedrine"),
    ]


def test_a_like_sounding_first_name_is_somebody_else() -> None:
    assert persons("قال محمود عبد العزيز إنه عاد.") != persons(
        "قال محمد عبد العزيز إنه عاد."
    )


def test_the_son_of_another_is_no_figure_of_a_like_name() -> None:
    assert persons("قال مهدي بن جمعة إنه عاد.") == [("مهدي بن جمعة", "Mahdi bin Jumaa")]
