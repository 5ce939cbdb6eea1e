"""Persons: full names, titles, later surnames, and whom a person speaks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.findings import Person
from marsad.reading.names.parties import read_parties
from marsad.reading.names.persons import read_persons
from marsad.reading.passage import Found, Passage

# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def persons(text: str, language: str) -> list[Person]:
    """Read the persons of a text in the order of the text."""
    passage = Passage(text, language, published=None)
    found = Found()
    found.parties = read_parties(passage, found)
    findings = (one.finding for one in read_persons(passage, found))
    return [one for one in findings if isinstance(one, Person)]


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Return the words of each mention with the person that it names."""
    return [(one.span.quote, one.canonical) for one in persons(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "قال وزير الخارجية أنتوني ج. بلينكن. وأضاف بلينكين أنه متفائل.",
            "ar",
            [
                ("أنتوني ج. بلينكن", "Antony Blinken"),
                ("بلينكين", "Antony Blinken"),
            ],
            id="an initial, and a surname in another spelling",
        ),
        pytest.param(
            "استقبل المدير العام سمير الغربي الوفد، وقال الغربي إن العمل مستمر.",
            "ar",
            [("سمير الغربي", "Samir Gharbi"), ("الغربي", "Samir Gharbi")],
            id="an arabic first name and its surname",
        ),
        pytest.param(
            "تحدث عبد الرحمن بن خالد إلى الصحفيين",
            "ar",
            [("عبد الرحمن بن خالد", "Abdul Rahman bin Khaled")],
            id="a compound and a particle",
        ),
        pytest.param(
            "استقبل الشيخ أحمد بن محمد بن راشد الوفد في مكتبه",
            "ar",
            [("أحمد بن محمد بن راشد", "Ahmed bin Mohammed bin Rashid")],
            id="a son who is not his father",
        ),
        pytest.param(
            "غادرت الباحثة آنا كيلر، أما أنا فبقيت",
            "ar",
            [("آنا كيلر", "Anna Keller")],
            id="a name that only the madda tells from a word",
        ),
        pytest.param(
            "فاز الفنلندي ريموس تولفانن بالسباق",
            "ar",
            [("ريموس تولفانن", "Remos Tolffann")],
            id="unknown words after a nationality",
        ),
        pytest.param(
            "يقع المقهى في شارع الحبيب بورقيبة قرب مطار محمد الخامس وكأس الشيخ جاسم",
            "ar",
            [],
            id="places named after persons",
        ),
        pytest.param(
            "Mr Park Min-jun met Karen Dalton. Dalton thanked Mr Park.",
            "en",
            [
                ("Park Min-jun", "Park Min-jun"),
                ("Karen Dalton", "Karen Dalton"),
                ("Dalton", "Karen Dalton"),
                ("Park", "Park Min-jun"),
            ],
            id="a surname that stands first, and one that stands last",
        ),
        pytest.param(
            "On Monday the Foreign Office said March would be cold.",
            "en",
            [],
            id="capitals that are no persons",
        ),
        pytest.param(
            "The Grant Barrier was shut. Ilka Soberon, who runs it, slept.",
            "en",
            [("Ilka Soberon", "Ilka Soberon")],
            id="who tells a person from a thing",
        ),
        pytest.param(
            "La présidente, Mme Claire Fontaine, a reçu M. Dupuis.",
            "fr",
            [("Claire Fontaine", "Claire Fontaine"), ("Dupuis", "Dupuis")],
            id="french titles",
        ),
        pytest.param(
            "Trump meets advisers. Donald Trump spoke for an hour.",
            "en",
            [("Trump", "Donald Trump"), ("Donald Trump", "Donald Trump")],
            id="a headline before the full name",
        ),
        pytest.param(
            "The Asad regime denied it.",
            "en",
            [("Asad", "Bashar al-Assad")],
            id="a person inside a party",
        ),
    ],
)
def test_persons_are_named_in_full(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    """Titles stay outside; a later surname leads to the full name."""
    assert named(text, language) == expected


def test_a_preposition_is_no_first_name() -> None:
    """«على» before a noun is not the name علي."""
    assert named("شدد الرئيس على المستوى المطلوب", "ar") == []


def test_two_persons_with_one_surname_are_told_apart_by_nearness() -> None:
    """A surname means the person named last before it."""
    text = "Karen Dalton spoke. Dalton sat. Peter Dalton spoke. Dalton left."
    assert [name for _, name in named(text, "en")] == [
        "Karen Dalton",
        "Karen Dalton",
        "Peter Dalton",
        "Peter Dalton",
    ]


@pytest.mark.parametrize(
    ("text", "language", "role", "party"),
    [
        pytest.param(
            "قال رئيس الوزراء السويدي ستيفان لوفين إن الاتفاق جيد",
            "ar",
            "Prime Minister of SE",
            "SE",
            id="arabic title and adjective",
        ),
        pytest.param(
            "French President Emmanuel Macron spoke.",
            "en",
            "President",
            "FR",
            id="a public figure",
        ),
    ],
)
def test_a_title_says_whom_a_person_speaks_for(
    text: str, language: str, role: str, party: str
) -> None:
    """The role is what the text says at this mention."""
    (person,) = persons(text, language)
    assert (person.role, person.party) == (role, party)


@UNHURRIED
@given(st.text(max_size=200), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_spans_that_prove_their_words(text: str, language: str) -> None:
    """Every mention is found where its span says."""
    for one in persons(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


_PIECES = st.sampled_from(
    "the Mr President Minister John Kerry Park Jong - un ' al . , ( ) \n said Al "
    "Asad regime bin Laden M. Mme de Le Drian ministre "
    "قال الرئيس وزير عبد الله بن محمد علي على أبو بكر آل الجنرال ج بلينكن وقال لخالد السيسي".split(
        " "
    )
)


@UNHURRIED
@given(st.lists(_PIECES, max_size=30), st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_names_gives_spans_that_prove_their_words(
    pieces: list[str], language: str
) -> None:
    """Titles, names and particles in any order do not confuse the reader."""
    text = " ".join(pieces)
    for one in persons(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "قال فيصل باوزير إن السيول جرفت الطريق.", ["فيصل باوزير"], id="like a word"
        ),
        pytest.param(
            "وتوضح سعاد كبّارة أن العمل مستمر.", ["سعاد كبّارة"], id="like an adjective"
        ),
        pytest.param(
            "وقال ستيفان لامبير إن العمل مستمر.",
            ["ستيفان لامبير"],
            id="foreign surname",
        ),
        pytest.param(
            "وأكدت الوزيرة مليكة التازي: العمل مستمر.", ["مليكة التازي"], id="colon"
        ),
        pytest.param("قال المدير العام للمؤسسة إن العمل مستمر.", [], id="an office"),
        pytest.param("وقالت مصادر طبية إن العمل مستمر.", [], id="sources"),
    ],
)
def test_what_a_verb_and_its_speech_enclose_is_a_name(text, names):
    assert [one.span.quote for one in persons(text, "ar")] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'Col. Ruth "Ace" Okafor flew. Okafor landed.',
            [
                ('Ruth "Ace" Okafor', 'Ruth "Ace" Okafor'),
                ("Okafor", 'Ruth "Ace" Okafor'),
            ],
            id="a nickname in marks",
        ),
        pytest.param(
            "Spc. Jaren Wolk and Petty Officer 2nd Class Dwee Petrik died.",
            [("Jaren Wolk", "Jaren Wolk"), ("Dwee Petrik", "Dwee Petrik")],
            id="ranks of soldiers",
        ),
        pytest.param(
            "A Putin-Erdogan call failed.",
            [
                ("Putin", "Vladimir Putin"),
                ("Erdogan", "Recep Tayyip Erdoğan"),
            ],
            id="two surnames with a hyphen",
        ),
        pytest.param(
            "Peruvian President-elect Osvaldo Quispe left.",
            [("Osvaldo Quispe", "Osvaldo Quispe")],
            id="who is elected",
        ),
        pytest.param(
            "Maria Keller MP came with her son Tibor.",
            [("Maria Keller", "Maria Keller"), ("Tibor", "Tibor")],
            id="letters behind a name and a relative",
        ),
        pytest.param(
            "MBS called.", [("MBS", "Mohammed bin Salman")], id="initials of a ruler"
        ),
        pytest.param(
            "The Minister for Rural Affairs, Hjalta Bryn, resigned.",
            [("Hjalta Bryn", "Hjalta Bryn")],
            id="a portfolio and a comma before an unknown name",
        ),
        pytest.param(
            "Witness Anna Keller spoke to Det Insp Sarah Vane and Queen Elizabeth II.",
            [
                ("Anna Keller", "Anna Keller"),
                ("Sarah Vane", "Sarah Vane"),
                ("Elizabeth II", "Queen Elizabeth II"),
            ],
            id="what people are called, police ranks and rulers",
        ),
        pytest.param(
            "The carrier Charles de Gaulle left; JFK airport closed.", [], id="a ship"
        ),
        pytest.param("The mayor of Bergen, Port Side, fell.", [], id="a town"),
        pytest.param("The court in The Hague ruled.", [], id="a city"),
        pytest.param("This Easter I hope you rest.", [], id="who writes"),
        pytest.param("The Al Jubeir tribe left.", [], id="a tribe"),
    ],
)
def test_persons_of_english_releases(text, expected):
    assert named(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ferran Bosc, un électricien de 61 ans, a voté.",
            "Ferran Bosc",
            id="a trade with its article",
        ),
        pytest.param(
            "Nuru Okoth, pêcheuse, a tout vu. Elsje Wiard, 34 ans, aussi.",
            "Elsje Wiard",
            id="an age",
        ),
        pytest.param("L'Islandais Ari Tveit a gagné.", "Ari Tveit", id="elided nation"),
        pytest.param("La Danoise Kaja Brumm a perdu.", "Kaja Brumm", id="a nation"),
        pytest.param("L'analyste Gene Munster a parlé.", "Gene Munster", id="a town"),
        pytest.param("On attend Sofia Karlsen.", "Sofia Karlsen", id="a capital"),
        pytest.param("Le rappeur Kano Drey chante.", "Kano Drey", id="a title"),
    ],
)
def test_a_french_calling_or_age_makes_a_name_a_person(text, expected):
    assert (expected, expected) in named(text, "fr")
