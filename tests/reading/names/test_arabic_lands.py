"""States that Arabic describes by what kind of land they are, and lands together."""

import pytest

from marsad.reading.names.parties import read_parties
from marsad.reading.passage import Found, Passage


def parties(text: str) -> dict[str, str]:
    """Return the canonical name of each party by the words that name it."""
    seen = read_parties(Passage(text, "ar", published=None), Found())
    return {one.finding.span.quote: one.finding.canonical for one in seen}


@pytest.mark.parametrize(
    ("text", "quote", "canonical"),
    [
        pytest.param("زار الوزير موريتانيا، ويعاني هذا البلد من الجفاف.", "البلد", "MR", id="this land"),
        pytest.param("بعد قطر والكويت وصل إلى سلطنة عمان. وتلتزم هذه السلطنة الخليجية الحياد.", "السلطنة الخليجية", "OM", id="a sultanate of the Gulf"),
        pytest.param("تحدث عن المغرب ثم عن الكويت، وقررت المملكة المغاربية فتح الحدود.", "المملكة المغاربية", "MA", id="a kingdom of the Maghreb"),
        pytest.param("زار الوفد كينيا وتعهدت الدولة الأفريقية بالمساعدة.", "الدولة الأفريقية", "KE", id="a state of a continent"),
        pytest.param("دعت الولايات المتحدة حلفاءها إلى التحرك.", "حلفاءها", "US allies", id="allies of a state"),
        pytest.param("انتقد الوزير حلفاء روسيا في المنطقة.", "حلفاء روسيا", "Russian allies", id="allies of a state that follows"),
        pytest.param("وقعت تونس والجزائر ومصر إعلانا. وستعقد الدول الثلاث قمة.", "الدول الثلاث", "TN,DZ,EG", id="three states that were listed"),
        pytest.param("بحث الوزيران العلاقات بين تونس ومالطا. وقال إن البلدين شريكان.", "البلدين", "TN,MT", id="two states"),
        pytest.param("أعلنت السلطة الإماراتية القرار.", "السلطة الإماراتية", "AE", id="an authority that is a state"),
        pytest.param("لم تعلم الجهات الرسمية المغربية بالزيارة.", "الجهات الرسمية المغربية", "MA", id="official quarters"),
    ],
)  # fmt: skip
def test_a_land_is_the_state_that_was_spoken_of(
    text: str, quote: str, canonical: str
) -> None:
    assert parties(text)[quote] == canonical


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تدعم مصر والأردن حل الدولتين.", id="a two-state solution"),
        pytest.param("قال إن الدول الثلاث ستجتمع.", id="three that nobody listed"),
        pytest.param("قالت تونس إنها دولة عربية.", id="a kind of state"),
    ],
)
def test_lands_that_nobody_named_are_no_states(text: str) -> None:
    assert not {"الدولتين", "الدول الثلاث", "دولة عربية"} & parties(text).keys()


def test_two_lands_together_are_doubtful() -> None:
    text = "التقى وزيرا تونس ومالطا لبحث التعاون بين البلدين."
    seen = read_parties(Passage(text, "ar", published=None), Found())
    both = [one.finding for one in seen if one.finding.span.quote == "البلدين"]
    assert [one.is_doubtful for one in both] == [True]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param("نفى الوزير اتهامات باريس لطهران بدعم المتمردين.", "طهران", "IR", id="a capital that is accused"),
        pytest.param("شدد الوزير على أن \"الدولة لها مصداقية\" في تونس.", "الدولة", "TN", id="the state behind a mark"),
    ],
)  # fmt: skip
def test_a_capital_or_the_state_acts_behind_its_signs(
    text: str, quote: str, expected: str
) -> None:
    assert parties(text)[quote] == expected


def test_a_capital_that_was_attacked_is_a_place() -> None:
    assert parties("تبنى مسلحون الهجوم، لاعتداءات باريس صلة به.") == {}


@pytest.mark.parametrize(
    ("text", "words", "canonical"),
    [
        pytest.param("قطعت السعودية والبحرين العلاقات مع قطر، وقالت المنامة إن أمن المملكة خط أحمر.", "المملكة", "BH", id="a kingdom, not an emirate"),
        pytest.param("حمّل المجلس السلطات في دمشق المسؤولية.", "السلطات في دمشق", "SY", id="authorities in a capital"),
        pytest.param("وقعت الاتفاقية بين الحكومتين التركية والقطرية.", "الحكومتين التركية والقطرية", "TR,QA", id="two governments"),
        pytest.param("التقى الجانبان التونسي والجزائري أمس.", "الجانبان التونسي والجزائري", "TN,DZ", id="two sides"),
    ],
)  # fmt: skip
def test_a_state_is_meant_by_its_sort_its_seat_or_its_adjective(
    text: str, words: str, canonical: str
) -> None:
    assert parties(text)[words] == canonical


def test_a_town_is_nobodys_country() -> None:
    found = parties("أعلنت واشنطن قرارها. ثم ذهب الوفد إلى بلدة خان شيخون.")

    assert [words for words in found if "بلد" in words] == []
