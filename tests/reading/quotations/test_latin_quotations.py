"""English and French quotes: the words said, their form, and the words for who says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.collecting.documents import Document
from marsad.reading.findings import Quote
from marsad.reading.passage import Found, Passage
from marsad.reading.pipeline import read
from marsad.reading.quotations.latin_quotations import read_latin_quotes


def quotes(text: str, language: str) -> list[Quote]:
    """The quotes of a text, those on which readers may differ left out."""
    found = read(Document("report", text, language=language))
    return [one for one in found if isinstance(one, Quote) and not one.is_doubtful]


def said(text: str, language: str) -> list[tuple[str, str, str | None]]:
    """Form, words and speaker's words of each quote."""
    return [
        (one.form, one.span.quote, one.speaker.quote if one.speaker else None)
        for one in quotes(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Emma Brandt said on Monday that the harbour would reopen in June.",
            [("indirect", "the harbour would reopen in June", "Emma Brandt")],
            id="that behind a day",
        ),
        pytest.param(
            "The harbour will reopen in June, the port authority said in a statement.",
            [("indirect", "The harbour will reopen in June", "port authority")],
            id="a clause before its verb",
        ),
        pytest.param(
            "Emma Brandt, who runs the port, said the cranes had been repaired.",
            [("indirect", "the cranes had been repaired", "Emma Brandt")],
            id="a relative clause between subject and verb",
        ),
        pytest.param(
            "“The cranes are old,” said the director of the port, Emma Brandt. “We wait.”",
            [
                ("direct", "The cranes are old", "Emma Brandt"),
                ("direct", "We wait", "Emma Brandt"),
            ],
            id="a name behind its title, and a second sentence",
        ),
        pytest.param(
            '"The cranes," said Emma Brandt, "are older than I am."',
            [
                ("direct", "The cranes", "Emma Brandt"),
                ("direct", "are older than I am", "Emma Brandt"),
            ],
            id="marks parted by their verb",
        ),
        pytest.param(
            "Emma Brandt told reporters the work was “almost done” and warned that "
            "the budget was spent.",
            [
                ("mixed", "the work was “almost done”", "Emma Brandt"),
                ("indirect", "the budget was spent", "Emma Brandt"),
            ],
            id="two verbs of one subject",
        ),
        pytest.param(
            "The minister said that the road was open and that the bridge was not.",
            [
                ("indirect", "the road was open", "minister"),
                ("indirect", "the bridge was not", "minister"),
            ],
            id="two clauses under one verb",
        ),
        pytest.param(
            "According to the water ministry, three wells have run dry this summer.",
            [("indirect", "three wells have run dry this summer", "water ministry")],
            id="a source without a verb",
        ),
        pytest.param(
            "Emma Brandt urged the council to “act before the winter”.",
            [("direct", "act before the winter", "Emma Brandt")],
            id="a call in marks",
        ),
        pytest.param(
            "Neighbours described the blast as “a clap of thunder” in the night.",
            [("mixed", "the blast as “a clap of thunder” in the night", "Neighbours")],
            id="what something is said to be",
        ),
        pytest.param(
            "Emma Brandt visited the port. She said the work was nearly over, adding "
            "that the cranes would be sold.",
            [
                ("indirect", "the work was nearly over", "Emma Brandt"),
                ("indirect", "the cranes would be sold", "Emma Brandt"),
            ],
            id="a pronoun and a participle",
        ),
        pytest.param(
            "‘Slow but sure’ is how Emma Brandt describes the repairs.",
            [("direct", "Slow but sure", "Emma Brandt")],
            id="marks that are presented",
        ),
        pytest.param(
            "Cranes will not be sold - port authority",
            [("indirect", "Cranes will not be sold", "port authority")],
            id="a headline with its speaker behind a dash",
        ),
        pytest.param(
            "According to city records, the cranes are older than the port.",
            [("indirect", "the cranes are older than the port", "city records")],
            id="a source in plain words",
        ),
        pytest.param(
            "In Rome, far from the port, Emma Brandt met the owners. “It is a start,” "
            "she said.",
            [("direct", "It is a start", "Emma Brandt")],
            id="a subject behind two phrases of place",
        ),
        pytest.param(
            'Emma Brandt said: "The first crane is ready.\nThe second one is not."',
            [
                (
                    "direct",
                    "The first crane is ready.\nThe second one is not",
                    "Emma Brandt",
                )
            ],
            id="marks over a line end",
        ),
    ],
)
def test_english_quotes_have_their_words_form_and_speaker(text, expected):
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "La ministre a indiqué mardi, dans un communiqué, que le port rouvrirait en juin.",
            [("indirect", "le port rouvrirait en juin", "ministre")],
            id="que behind a day and a document",
        ),
        pytest.param(
            "« Les grues sont vieilles », a déclaré mardi le directeur du port, Marc Lenoir. "
            "« On attend. »",
            [
                ("direct", "Les grues sont vieilles", "Marc Lenoir"),
                ("direct", "On attend", "Marc Lenoir"),
            ],
            id="a name behind its title, and a second sentence",
        ),
        pytest.param(
            "Marc Lenoir s'est dit inquiet du retard et a rappelé que le budget était épuisé.",
            [
                ("indirect", "inquiet du retard", "Marc Lenoir"),
                ("indirect", "le budget était épuisé", "Marc Lenoir"),
            ],
            id="an adjective, and a second verb",
        ),
        pytest.param(
            "« Les grues sont vieilles, soupire-t-il. On attend. » Marc Lenoir dirige le port.",
            [],
            id="a pronoun that means nobody named before",
        ),
        pytest.param(
            "Marc Lenoir dirige le port. « Les grues sont vieilles, soupire-t-il. On attend. »",
            [
                ("direct", "Les grues sont vieilles", "Marc Lenoir"),
                ("direct", "On attend", "Marc Lenoir"),
            ],
            id="a verb set inside the marks",
        ),
        pytest.param(
            "Le port rouvrira en juin, a fait savoir la préfecture.",
            [("indirect", "Le port rouvrira en juin", "préfecture")],
            id="a clause before its inverted verb",
        ),
        pytest.param(
            "Selon Marc Lenoir, trois grues sur quatre ne servent plus à rien.",
            [
                (
                    "indirect",
                    "trois grues sur quatre ne servent plus à rien",
                    "Marc Lenoir",
                )
            ],
            id="selon and a name",
        ),
        pytest.param(
            "Le travail avance, selon les autorités, mais l'argent manque.",
            [("indirect", "Le travail avance", "autorités")],
            id="selon behind the clause",
        ),
        pytest.param(
            "« Il faut agir », plaide Marc Lenoir, pour qui « le temps presse ».",
            [
                ("direct", "Il faut agir", "Marc Lenoir"),
                ("direct", "le temps presse", "Marc Lenoir"),
            ],
            id="pour qui",
        ),
        pytest.param(
            "La présidente a promis de réparer les grues « avant la fin de l'été ».",
            [("mixed", "réparer les grues « avant la fin de l'été »", "présidente")],
            id="a promise partly in marks",
        ),
        pytest.param(
            "Comme le rappelle Marc Lenoir : « Le port nourrit toute la ville. »",
            [("direct", "Le port nourrit toute la ville", "Marc Lenoir")],
            id="comme and an inverted verb",
        ),
        pytest.param(
            "« Il faut agir », s'emporte le maire (DVD) de la commune, Marc Lenoir. L'élu "
            "assure avoir prévenu l'État.",
            [
                ("direct", "Il faut agir", "Marc Lenoir"),
                ("indirect", "avoir prévenu l'État", "élu"),
            ],
            id="a party in brackets, and an infinitive",
        ),
        pytest.param(
            "« Rien n'est perdu », assure Marc Lenoir. Et d'ajouter : « Il suffit d'attendre. »",
            [
                ("direct", "Rien n'est perdu", "Marc Lenoir"),
                ("direct", "Il suffit d'attendre", "Marc Lenoir"),
            ],
            id="et d'ajouter",
        ),
        pytest.param(
            "« Rien n'est perdu », résume Marc Lenoir : les grues seront vendues.",
            [
                ("direct", "Rien n'est perdu", "Marc Lenoir"),
                ("indirect", "les grues seront vendues", "Marc Lenoir"),
            ],
            id="a colon behind the attribution",
        ),
    ],
)
def test_french_quotes_have_their_words_form_and_speaker(text, expected):
    assert said(text, "fr") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The report of the board is due on Friday.", id="a noun"),
        pytest.param("en", "Emma Brandt did not say when it opens.", id="a refusal"),
        pytest.param(
            "en", "The so-called “silent port” lies empty.", id="a name in marks"
        ),
        pytest.param(
            "en", "The director, 34, has said little since.", id="nothing said"
        ),
        pytest.param("en", "Emma Brandt urged the council to act.", id="a bare call"),
        pytest.param("fr", "La critique de la presse a été vive.", id="un nom"),
        pytest.param("fr", "On dit que le port est hanté.", id="on dit"),
        pytest.param(
            "fr", "Marc Lenoir n'a pas confirmé que le port ouvrait.", id="un refus"
        ),
        pytest.param(
            "fr",
            "Le « port d'or » a été vendu hier soir.",
            id="un nom entre guillemets",
        ),
    ],
)
def test_what_nobody_said_is_no_quote(language, text):
    assert said(text, language) == []


def test_a_labelled_turn_belongs_to_whom_the_label_names():
    text = (
        "Question: When does the port open?\n\n"
        "Ms Brandt: In June. We have sold two cranes.\n\n"
        "Question: And the money?\n\n"
        "Ms Brandt: It is spent. I said so in March.\n"
    )

    assert [(words, who) for _, words, who in said(text, "en")] == [
        ("In June. We have sold two cranes", "Brandt"),
        ("It is spent. I said so in March", "Brandt"),
    ]


def test_capitals_that_label_several_lines_are_a_speaker():
    text = (
        "MR. WARREN: Good afternoon. I have one item.\n"
        "QUESTION: Will the port open?\n"
        "MR. WARREN: I would not rule it out.\n"
    )

    assert [(words, who) for _, words, who in said(text, "en")] == [
        ("Good afternoon. I have one item", "WARREN"),
        ("I would not rule it out", "WARREN"),
    ]


def test_an_office_repeats_the_person_who_holds_it():
    text = (
        "The port's press secretary, Emma Brandt, met reporters. “The cranes are old,” the "
        "press secretary said."
    )
    (quote,) = quotes(text, "en")

    assert (quote.speaker.quote, quote.speaker_name) == (
        "press secretary",
        "Emma Brandt",
    )


def test_answers_belong_to_the_person_introduced_before_the_questions():
    text = (
        "Marc Lenoir dirige le port. Il répond à nos questions.\n\n"
        "Quand le port ouvrira-t-il ?\n"
        "En juin. Nous avons vendu deux grues.\n\n"
        "Et l'argent ?\n"
        "Il est épuisé, je le regrette.\n"
    )

    assert [(words, who) for _, words, who in said(text, "fr")] == [
        ("En juin. Nous avons vendu deux grues", "Marc Lenoir"),
        ("Il est épuisé, je le regrette", "Marc Lenoir"),
    ]


def test_somebody_cited_inside_a_quote_is_a_speaker_of_their_own():
    text = "‘The mayor told me, “Bring your own crane,”’ Emma Brandt recalls."

    assert ("direct", "Bring your own crane", "‘The mayor") not in said(text, "en")
    assert {words for _, words, _ in said(text, "en")} == {
        "The mayor told me, “Bring your own crane,”",
        "Bring your own crane",
    }


def test_he_and_she_part_two_speakers():
    text = (
        "Emma Brandt and Marc Lenoir run the port. “I count the ships,” Lenoir said. "
        "“I count the cranes,” Brandt said. “He counts badly,” she added. “She counts "
        "slowly,” he replied."
    )

    assert [who for _, _, who in said(text, "en")] == [
        "Lenoir",
        "Brandt",
        "Brandt",
        "Lenoir",
    ]


def test_a_quote_says_which_one_it_goes_on_from():
    first, second = quotes("“We wait,” said Emma Brandt. “We have time.”", "en")

    assert second.continues == first.span


def test_an_attitude_is_left_to_the_reader():
    found = read(
        Document(
            "report", "Emma Brandt welcomed the sale of the cranes.", language="en"
        )
    )

    assert [q.is_doubtful for q in found if isinstance(q, Quote)] == [True]


_WORDS = st.sampled_from(
    """said says told that “ ” « » " ' , . : ; ? ! ( ) – - \n he she it il elle a t dit que
    qu et mais and but according to selon pour qui who the minister le ministre On Monday
    adding affirmant avant de comme as Mr Li 1 • nous we urged called""".split(" ")
)


@given(
    st.lists(_WORDS, max_size=50).map(" ".join) | st.text(),
    st.sampled_from(["en", "fr"]),
)
def test_every_quote_stands_in_its_text(text, language):
    passage = Passage(text, language, published=None)

    for seen in read_latin_quotes(passage, Found()):
        span = seen.finding.span
        assert text[span.start : span.end] == span.quote != ""
