import html
import re
from html.parser import HTMLParser

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.register.reason_forms import FORMS
from marsad.desk.register.reason_parts import Parts
from marsad.desk.register.reasons import clauses_of, reason
from marsad.desk.safeguards.groups import Group

NOBODY = Parts({})


class Shown(HTMLParser):
    """The words of a page, and the elements that stand in them."""

    def __init__(self, page):
        super().__init__()
        self.words = ""
        self.elements = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def said(why, language, parts=NOBODY):
    """A reason as its reader reads it."""
    with translation.override(language):
        return Shown(reason(why, parts)).words


SAMPLES = [
    pytest.param(
        "indirect speech after «وقال»; Sean Spicer: a person is named",
        "قول غير مباشر بعد «وقال»؛ شون سبايسر: ذُكر شخص باسمه",
        "discours indirect après «\u202fوقال\u202f»\u202f; Sean Spicer\u202f: "
        "une personne est nommée",
        id="speech and its speaker",
    ),
    pytest.param(
        'direct speech by "said"; Government of IQ: a state or body is named',
        "قول مباشر تدل عليه عبارة «said»؛ حكومة العراق: ذُكرت دولة أو جهة باسمها",
        "discours direct introduit par «\u202fsaid\u202f»\u202f; le gouvernement de l’Irak"
        "\u202f: un État ou un organisme est nommé",
        id="a government",
    ),
    pytest.param(
        "a number of USD, more than: more than",
        "رقم وحدته دولار أمريكي؛ أكثر من المذكور، بدلالة «more than»",
        "un chiffre, unité\u202f: dollar américain\u202f; plus que le chiffre donné, "
        "d’après «\u202fmore than\u202f»",
        id="a currency and its bound",
    ),
    pytest.param(
        "a number of member, named by the words before, about: a round number",
        "رقم وحدته عضو، كما تدل الكلمات السابقة؛ قيمة تقريبية، لأن العدد مدوّر",
        "un chiffre, unité\u202f: membre, d’après les mots qui précèdent\u202f; "
        "valeur approchée, car le nombre est rond",
        id="a unit taken over",
    ),
    pytest.param(
        "the head word means ministry",
        "الكلمة الأساس في الاسم معناها «وزارة»",
        "le mot principal signifie «\u202fministère\u202f»",
        id="the head of a body's name",
    ),
    pytest.param(
        "a later mention of World Health Organization, named before",
        "إشارة لاحقة إلى منظمة الصحة العالمية بعد ذكر الاسم",
        "nouvelle mention d’un nom déjà cité\u202f: OMS",
        id="a later mention",
    ),
    pytest.param(
        "«wants» binds IR",
        "«wants» لفظ يُلزم إيران",
        "«\u202fwants\u202f» vaut engagement\u202f: Iran",
        id="a promise",
    ),
    pytest.param(
        "«agreed» binds FR,IQ",
        "«agreed» لفظ يُلزم فرنسا، العراق",
        "«\u202fagreed\u202f» vaut engagement\u202f: France, Irak",
        id="a promise of two states",
    ),
    pytest.param(
        "«انضمت…»: joined",
        "«انضمت…»: انضمام",
        "«\u202fانضمت…\u202f»\u202f: adhésion",
        id="who joined",
    ),
    pytest.param(
        "a half of a year",
        "نصف من سنة",
        "une moitié d’une année",
        id="a part of a year",
    ),
    pytest.param(
        "so many years before the day of publication",
        "عدد من السنوات قبل يوم النشر",
        "un nombre d’années avant le jour de la publication",
        id="a length of time",
    ),
    pytest.param(
        "the model lion-7b proposes it; no rule found it",
        "اقترحه النموذج lion-7b ولم تجده أي قاعدة",
        "proposé par le modèle lion-7b\u202f; aucune règle ne l’a trouvé",
        id="a model",
    ),
    pytest.param(
        "direct speech going on; None spoke before it",
        "تتمة قول مباشر؛ القائل قبله: غير مسمى",
        "suite d’un discours direct\u202f; dernier à parler avant\u202f: sans nom",
        id="nobody spoke before",
    ),
]


@pytest.mark.parametrize(("why", "arabic", "french"), SAMPLES)
def test_a_reason_is_said_in_the_language_of_the_page(why, arabic, french):
    assert said(why, "ar") == arabic
    assert said(why, "fr") == french


def test_in_english_a_reason_reads_as_the_reader_gave_it():
    why = "indirect speech after «وقال»; Sean Spicer: a person is named"

    assert said(why, "en") == why


def test_names_are_those_of_the_register_where_it_has_them():
    parts = Parts({"Al-Rahma Charity": "جمعية الرحمة"})

    assert (
        said("stands for Al-Rahma Charity", "ar", parts)
        == "صيغة مختصرة من جمعية الرحمة"
    )


@pytest.mark.parametrize(
    ("text", "start", "why", "shown"),
    [
        pytest.param(
            "حررت قوات الأمن 98 قرية على الأقل منذ الصيف.",
            16,
            "a number of village, at least: علي الاقل",
            "رقم وحدته قرية؛ حد أدنى، بدلالة «على الأقل»",
            id="Arabic letters that readers unite",
        ),
        pytest.param(
            "La mission durera jusqu’à 30 jours.",
            26,
            "a number of day, at most: jusqu ' a",
            "رقم وحدته يوم؛ حد أقصى، بدلالة «jusqu’à»",
            id="French accents",
        ),
        pytest.param(
            "Les autorités catalanes ont voté.",
            4,
            "«autorites catalanes» governs a region",
            "عبارة «autorités catalanes» تعني حكومة إقليم",
            id="the finding itself",
        ),
        pytest.param(
            "About 30 villages.",
            6,
            "a number of village, about: presque",
            "رقم وحدته قرية؛ قيمة تقريبية، بدلالة «presque»",
            id="words that are not there",
        ),
    ],
)
def test_words_that_a_reader_compared_are_shown_as_the_text_writes_them(
    text, start, why, shown
):
    assert said(why, "ar", Parts({}, "und", text, start)) == shown


def test_words_of_the_text_carry_its_language():
    with translation.override("ar"):
        page = reason(
            'direct speech by "said"; Zed: a person is named', Parts({}, "en")
        )

    assert '«<bdi lang="en">said</bdi>»' in page
    assert '<bdi lang="en">Zed</bdi>' in page


def test_a_reason_of_unknown_form_stays_english_and_says_so():
    with translation.override("ar"):
        shown = Shown(reason("it <b>rhymes</b> with Oslo", Parts({})))

    assert shown.words == "it <b>rhymes</b> with Oslo"
    assert shown.elements == [("bdi", {"lang": "en", "dir": "ltr"})]


def test_without_a_reason_nothing_is_shown():
    assert reason("", Parts({})) == ""


@given(st.text(min_size=1), st.sampled_from(("ar", "en", "fr")))
def test_any_other_text_is_passed_through_unharmed(why, language):
    with translation.override(language):
        page = reason(why, Parts({}))

    if not clauses_of(why):
        inner = page.removeprefix('<bdi lang="en" dir="ltr">').removesuffix("</bdi>")
        assert "<" not in inner
        assert html.unescape(inner) == why


@given(
    st.sampled_from(FORMS),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.sampled_from(("ar", "en", "fr")),
)
def test_no_part_can_bring_elements_of_its_own(form, words, language):
    why = re.sub(r"\{\w+\}", lambda _: words, form.sentence)
    with translation.override(language):
        page = reason(why, Parts({words: words}, "en", words * 3, 2))

    bare = re.sub(r'<bdi(?: lang="[a-z]+")?(?: dir="ltr")?>|</bdi>', "", page)
    assert "<" not in bare
    assert ">" not in bare


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        pytest.param(
            "ar",
            [
                "قول مباشر بعد «قال»؛ صباح الخالد الحمد الصباح: ذُكر شخص باسمه",
                "رقم وحدته عضو",
            ],
            id="Arabic",
        ),
        pytest.param("fr", ["un chiffre, unité\u202f: membre"], id="French"),
        pytest.param("en", ["a number of member"], id="English"),
    ],
)
def test_the_reading_page_says_why_in_the_language_of_its_reader(
    language, shown, report, make_person, sign_in
):
    reader = make_person("reader", Group.ANALYST, language=language)

    page = sign_in(reader).get(f"/register/read/{report.pk}/").content.decode()

    reasons = [
        Shown(one).words for one in re.findall(r'<p class="why">(.*?)</p>', page)
    ]
    assert set(shown) <= set(reasons)
    assert 'lang="en" dir="ltr"' not in "".join(re.findall(r'<p class="why">.*', page))


def test_an_unknown_reason_is_shown_in_english_on_an_arabic_page(
    report, make_person, sign_in
):
    finding = report.findings.filter(kind="figure").first()
    # Rows of findings are never changed; this one is another.
    finding.pk, finding.key, finding.why = None, "other", "it <rhymes> with Oslo"
    finding.save(force_insert=True)
    reader = make_person("reader", Group.ANALYST, language="ar")

    page = sign_in(reader).get(f"/register/read/{report.pk}/").content.decode()

    shown = '<bdi lang="en" dir="ltr">it &lt;rhymes&gt; with Oslo</bdi>'
    assert f'<p class="why">{shown}</p>' in page
