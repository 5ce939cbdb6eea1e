"""Tests for reprints and voices."""

from makers import document
from marsad.linking.reprints import corroborate, find_reprints

AGENCY = """\
طرابلس (وكالة النورس) - أعلنت بلدية المدينة أمس افتتاح مكتبة عامة في الحي القديم بعد ترميم \
دام ثلاثة أعوام شارك فيه مهندسون من خمس دول.
وقالت مديرة المكتبة إن القاعات تتسع لألفي قارئ، وإن الكتب النادرة نقلت إلى طابق تضبط فيه \
الحرارة والرطوبة ليل نهار.
وأضافت أن باب الاستعارة يفتح في مطلع الشهر المقبل أمام جميع سكان المدينة.
"""
REPRINT = """\
مكتبة جديدة في طرابلس
(وكالة النورس) أعلنت بلدية المدينة امس إفتتاح مكتبة عامة في الحي القديم بعد ترميم دام \
ثلاثة أعوام شارك فيه مهندسون من خمس دول. وقالت مديرة المكتبة إن القاعات تتسع لألفي قارئ، \
وإن الكتب النادرة نقلت إلى طابق تضبط فيه الحرارة والرطوبة ليل نهار.
"""
OWN_REPORT = """\
زار مراسلنا المكتبة التي رممتها بلدية طرابلس في الحي القديم، ووجد في قاعاتها عشرات \
الطلاب الذين ينتظرون فتح باب الاستعارة. وقال أحدهم إن الترميم طال أكثر مما وعدت به البلدية، \
لكن النتيجة تستحق الانتظار، وإن الهدوء فيها نادر في مدينة صاخبة.
"""


def _three():
    return [
        document(AGENCY, named="a", published="2021-03-02", outlet="وكالة النورس"),
        document(REPRINT, named="b", published="2021-03-02", outlet="صحيفة المدينة"),
        document(OWN_REPORT, named="c", published="2021-03-04", outlet="أصوات الشمال"),
    ]


def test_a_reprint_is_found_through_other_spellings_and_a_lost_paragraph():
    assert find_reprints(_three()) == {"b": "a"}


def test_the_outlet_that_the_texts_credit_is_the_voice_though_it_came_last():
    agency, reprint, _ = _three()
    late = document(AGENCY, named="z", published="2021-03-05", outlet=agency.outlet)

    assert find_reprints([reprint, late]) == {"b": "z"}


def test_without_a_credit_the_first_to_publish_is_the_voice():
    first = document(OWN_REPORT, named="x", published="2021-03-04", outlet="الأول")
    second = document(OWN_REPORT, named="w", published="2021-03-05", outlet="الثاني")

    assert find_reprints([second, first]) == {"w": "x"}


def test_reprints_do_not_add_voices():
    documents = _three()

    result = corroborate(documents, find_reprints(documents))

    assert result.voices == ("وكالة النورس", "أصوات الشمال")
    assert result.echoes == ("صحيفة المدينة",)


def test_a_reprint_of_what_was_not_read_is_itself_a_voice():
    documents = _three()
    origins = find_reprints(documents)

    result = corroborate(documents[1:], origins)

    assert result.voices == ("صحيفة المدينة", "أصوات الشمال")
    assert result.echoes == ()


def test_two_reports_that_share_a_phrase_are_not_reprints():
    other = OWN_REPORT + "أعلنت بلدية المدينة أمس افتتاح مكتبة عامة في الحي القديم.\n"
    documents = [_three()[0], document(other, named="d")]

    assert find_reprints(documents) == {}


def test_very_short_texts_are_never_reprints_of_each_other():
    documents = [document("عاجل: اجتماع طارئ", named=name) for name in "ab"]

    assert find_reprints(documents) == {}
