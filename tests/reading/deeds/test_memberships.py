"""Memberships: counts of members, and who joined, attended or founded a body."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.deeds.memberships import read_memberships
from marsad.reading.findings import Membership
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import read

PUBLISHED = date(2021, 6, 29)
# The first reading loads the lexicons, which takes longer than any text.
UNHURRIED = settings(deadline=None)


def memberships(text: str, language: str) -> list[Membership]:
    """Read the memberships of a text."""
    report = Document("report", text, published=PUBLISHED, language=language)
    found = read(report)
    return [one for one in found if isinstance(one, Membership)]


@pytest.mark.parametrize(
    ("text", "language", "event", "count", "who"),
    [
        pytest.param(
            "ويضم التحالف الدولي ضد داعش 83 عضوا.",
            "ar",
            "count",
            83,
            (),
            id="arabic count",
        ),
        pytest.param(
            "يضم التحالف الدولي 74 دولة منها فرنسا وألمانيا وكندا.",
            "ar",
            "count",
            74,
            ("FR", "DE", "CA"),
            id="arabic count with a list",
        ),
        pytest.param(
            "افتتح اللقاء أمس بمشاركة 14 دولة.",
            "ar",
            "attended",
            14,
            (),
            id="arabic attended",
        ),
        pytest.param(
            "تأسيس التحالف الدولي ضد داعش كان في لندن.",
            "ar",
            "founded",
            None,
            (),
            id="arabic founded",
        ),
        pytest.param(
            "انضمت موريتانيا واليمن إلى التحالف الدولي ضد داعش.",
            "ar",
            "joined",
            None,
            ("MR", "YE"),
            id="arabic joined",
        ),
        pytest.param(
            "The 83-member coalition met in Rome.",
            "en",
            "count",
            83,
            (),
            id="hyphened count",
        ),
        pytest.param("NATO has 30 members.", "en", "count", 30, (), id="english count"),
        pytest.param(
            "Kuwait joined the Global Coalition against Daesh in 2014.",
            "en",
            "joined",
            None,
            ("KW",),
            id="english joined",
        ),
        pytest.param(
            "L'Otan compte 30 membres.", "fr", "count", 30, (), id="french count"
        ),
        pytest.param(
            "Le Niger a rejoint la Coalition mondiale contre Daech en 2017.",
            "fr",
            "joined",
            None,
            ("NE",),
            id="french joined",
        ),
    ],
)
def test_members_are_counted_and_named(
    text: str, language: str, event: str, count: int | None, who: tuple[str, ...]
) -> None:
    (membership,) = memberships(text, language)
    assert (membership.event, membership.count) == (event, count)
    assert membership.who == who


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("سافر مئات الشبان للانضمام إلى داعش.", "ar", id="fighters"),
        pytest.param(
            "Sweden refused to join the Global Coalition.", "en", id="refusal"
        ),
        pytest.param("France has 12 ministers in town.", "en", id="not members"),
        pytest.param("Les deux pays se sont réunis.", "fr", id="a definite pair"),
    ],
)
def test_fighters_refusals_and_pairs_are_no_members(text: str, language: str) -> None:
    assert memberships(text, language) == []


def test_joining_that_is_only_spoken_of_is_doubtful() -> None:
    text = "وناقش البرلمان انضمام أوكرانيا إلى حلف الناتو."
    assert all(one.is_doubtful for one in memberships(text, "ar"))


@UNHURRIED
@given(st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_any_text_gives_memberships_whose_words_stand_there(
    text: str, language: str
) -> None:
    for one in memberships(text, language):
        assert text[one.span.start : one.span.end] == one.span.quote


_WORDS = st.lists(
    st.sampled_from(
        [
            "يضم",
            "التحالف",
            "الدولي",
            "74",
            "دولة",
            "منها",
            "فرنسا",
            "و",
            "انضم",
            "إلى",
            "NATO",
            "has",
            "30",
            "members",
            "joined",
            "a",
            "rejoint",
            "membres",
            "\n",
            "-",
        ]
    )
)


@UNHURRIED
@given(_WORDS, st.sampled_from(["ar", "en", "fr"]))
def test_any_row_of_membership_words_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    passage = Passage(text, language, published=PUBLISHED)
    for seen in read_memberships(passage, Found()):
        span = seen.finding.span
        assert text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("text", "language", "event", "count", "words"),
    [
        pytest.param(
            "وقعت تونس على ميثاق المدن النظيفة، وارتفع عدد أعضائه إلى 14 دولة.",
            "ar",
            "count",
            14,
            "عدد أعضائه إلى 14 دولة",
            id="the number of its members",
        ),
        pytest.param(
            "انضم لبنان إلى اتفاقية حماية الغابات، بحسب الوزارة.",
            "ar",
            "joined",
            None,
            "انضم لبنان إلى اتفاقية حماية الغابات",
            id="a treaty no list names",
        ),
        pytest.param(
            "حضره مندوبون عن السعودية والأردن ومصر.",
            "ar",
            "attended",
            None,
            "حضره مندوبون عن السعودية والأردن ومصر",
            id="delegates of states",
        ),
        pytest.param(
            "Oman and Jordan signed up to the Clean Harbours Pact on Monday.",
            "en",
            "joined",
            None,
            "Oman and Jordan signed up to the Clean Harbours Pact",
            id="signing up to a pact",
        ),
        pytest.param(
            "Malta became the ninth member of the Harbour Network.",
            "en",
            "joined",
            9,
            "Malta became the ninth member of the Harbour Network",
            id="an ordinal in words",
        ),
        pytest.param(
            "Le réseau, créé en 2012 par des médecins, revendique 40 associations.",
            "fr",
            "count",
            40,
            "revendique 40 associations",
            id="claims so many",
        ),
        pytest.param(
            "Le Maroc rejoindra la cellule de formation en octobre.",
            "fr",
            "joined",
            None,
            "Le Maroc rejoindra la cellule de formation",
            id="will join a cell",
        ),
    ],
)
def test_a_membership_is_read_by_its_clause(
    text: str, language: str, event: str, count: int | None, words: str
) -> None:
    found = [one for one in memberships(text, language) if one.event == event]

    assert [one.count for one in found] == [count]
    assert words in found[0].span.quote


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("لم تحضر الأردن ولا مصر الاجتماع.", "ar", id="absent, Arabic"),
        pytest.param("Iraq was not represented at the talks.", "en", id="absent"),
        pytest.param("La Libye n'était pas représentée.", "fr", id="absent, French"),
        pytest.param("He joined the queue outside.", "en", id="a queue"),
        pytest.param("The shop was founded on trust.", "en", id="founded on trust"),
    ],
)
def test_who_is_absent_or_joins_no_body_is_no_member(text: str, language: str) -> None:
    assert memberships(text, language) == []


def test_what_a_count_grew_from_is_no_count_of_today() -> None:
    text = "ويضم التحالف 74 عضوا، بعد أن كان عدد الأعضاء 67 عضوا في خريف 2016."

    assert [one.count for one in memberships(text, "ar")] == [74]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("They voted to join NATO.", "en", id="a vote"),
        pytest.param("Greece had blocked its neighbour's entry into NATO.", "en", id="a veto"),
        pytest.param("Bosnia is negotiating its accession to the European Union.", "en", id="talks"),
        pytest.param("The UK welcomes the EU sanctions on Syria.", "en", id="a welcome to no member"),
        pytest.param("La Bosnie négocie son entrée dans l'Union européenne.", "fr", id="pourparlers"),
        pytest.param("Ils ont voté pour rejoindre l'OTAN.", "fr", id="un vote"),
        pytest.param("L'avocat représente la Bolivie à La Haye.", "fr", id="a lawyer"),
        pytest.param("صوتوا لصالح الانضمام إلى الناتو.", "ar", id="تصويت"),
    ],
)  # fmt: skip
def test_who_may_join_one_day_has_not_joined(text: str, language: str) -> None:
    assert memberships(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        pytest.param("Montenegro joined NATO in 2017.", "en", ("ME",), id="joined"),
        pytest.param("Le ministre a salué l'adhésion du Bénin à la Coalition.", "fr", ("BJ",), id="welcomed"),
        pytest.param("La Finlande vient d'adhérer à l'OTAN.", "fr", ("FI",), id="just now"),
    ],
)  # fmt: skip
def test_who_joined_is_told(text: str, language: str, who: tuple[str, ...]) -> None:
    assert [one.who for one in memberships(text, language)] == [who]


def test_a_count_before_a_hyphen_reaches_to_the_body() -> None:
    text = "Our 60-plus nation Global Coalition thanked Jordan."
    (one,) = memberships(text, "en")

    assert (one.event, one.count) == ("count", 60)
    assert one.span.quote.startswith("60-plus nation")
