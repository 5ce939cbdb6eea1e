import shutil
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.searching.hits import Found, Query, search
from marsad.searching.index import Index
from marsad.searching.keys import keys_of, places
from marsad.searching.records import Record
from marsad.text.normalise import View

ALL = 4
FIVE = ("document:1", "document:2", "document:3", "quote:7", "entity:9")
PIECES = st.sampled_from(
    "التحالف وللتحالف مدينة U.S. ISIS l'Irak 10 000 « » “ ” \" - -داعش AND OR NOT NEAR * ? ~2 ^3 [ ] { } ( ) : key:* "
    'body:"x /regex.*/ \\ \x00 \ud800 \udfff \u202e \ufeff \n \t + && || ! + -'.split(
        " "
    )
)
HOSTILE = st.one_of(
    st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join), st.text()
)


def found(index, words="", **asked):
    return {
        hit.key
        for hit in search(index, Query(words=words, markings_up_to=ALL, **asked)).hits
    }


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        pytest.param("المدينة", {"document:1", "quote:7"}, id="Arabic, whatever its proclitics"),
        pytest.param("83 دوله", {"document:1"}, id="Arabic, digits and ta-marbuta"),
        pytest.param("مسؤول", {"document:1"}, id="Arabic, by its sound plural"),
        pytest.param("US envoy", {"document:2"}, id="English, letters with dots"),
        pytest.param("city", {"document:2"}, id="English, by its plural"),
        pytest.param("medias irak", {"document:3"}, id="French, accents and elision"),
        pytest.param("10000 REFUGIES", {"document:3"}, id="French, a figure in two parts"),
        pytest.param("coalition -envoy", set(), id="without another word"),
        pytest.param("التحالف -مؤتمر", {"entity:9"}, id="without an Arabic word"),
        pytest.param("-التحالف", {"document:2", "document:3", "quote:7"}, id="all without a word"),
        pytest.param("«التحالف الدولي»", {"document:1", "entity:9"}, id="phrase in guillemets"),
        pytest.param("“الدولي التحالف”", set(), id="phrase in another order"),
        pytest.param('"envoye americain"', {"document:3"}, id="phrase in straight marks"),
        pytest.param('-"التحالف الدولي" التحالف', set(), id="without a phrase"),
        pytest.param('"city"', set(), id="one word in marks, as it stands"),
        pytest.param("!!! ؟", set(), id="signs alone"),
        pytest.param("-", set(), id="a minus alone"),
        pytest.param("  \n", set(FIVE), id="nothing asked"),
    ],
)  # fmt: skip
def test_a_question_finds_these_records(filled, words, keys):
    assert found(filled, words) == keys


def test_where_nothing_has_all_words_some_are_enough_and_it_says_so(filled):
    loosened = search(filled, Query(words="médias زلزال", markings_up_to=ALL))

    assert [hit.key for hit in loosened.hits] == ["document:3"]
    assert loosened.is_loosened
    assert not search(filled, Query(words="médias Irak")).is_loosened


def test_a_loosened_question_still_refuses_what_is_not_wanted(filled):
    assert found(filled, "médias زلزال -irak") == set()


def test_a_title_counts_more_than_a_body(tmp_path):
    index = Index.open(tmp_path)
    index.add([
        Record("quote:1", "quote", "Paris", "The ceasefire holds.", marking=0),
        Record("quote:2", "quote", "The ceasefire holds", "Paris", marking=0),
    ])  # fmt: skip
    index.commit()

    hits = search(index, Query(words="ceasefire")).hits
    assert [hit.key for hit in hits] == ["quote:2", "quote:1"]
    assert hits[0].score > hits[1].score > 0


def test_a_word_as_asked_counts_more_than_its_plural(tmp_path):
    index = Index.open(tmp_path)
    index.add([
        Record("quote:1", "quote", body="القرارات الدولية", marking=0),
        Record("quote:2", "quote", body="القرار الدولي", marking=0),
    ])  # fmt: skip
    index.commit()

    hits = search(index, Query(words="قرار")).hits
    assert [hit.key for hit in hits] == ["quote:2", "quote:1"]


def test_a_record_of_a_stricter_marking_is_neither_found_nor_counted(filled):
    public = search(filled, Query(words="مدينة"))

    assert [hit.key for hit in public.hits] == ["document:1"]
    assert public.total == sum(public.facets.kinds.values()) == 1
    assert "state:IQ" not in public.facets.parties
    assert search(filled, Query(markings_up_to=-1)) == Found()


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        pytest.param({"kinds": ("quote", "entity")}, {"quote:7", "entity:9"}, id="kinds"),
        pytest.param({"sources": ("Daily News",)}, {"document:2", "document:3"}, id="a source"),
        pytest.param({"parties": ("state:US",)}, {"document:2", "quote:7"}, id="a party"),
        pytest.param({"languages": ("fr",)}, {"document:3"}, id="a language"),
        pytest.param({"since": date(2021, 6, 29)}, {"document:2", "document:3", "quote:7"}, id="since a day"),
        pytest.param({"until": date(2021, 6, 29)}, {"document:1", "document:2"}, id="until a day"),
        pytest.param({"since": date(2021, 6, 29), "until": date(2021, 6, 29)}, {"document:2"}, id="on a day"),
        pytest.param({"since": date(2022, 1, 1), "until": date(2021, 1, 1)}, set(), id="a stretch upside down"),
        pytest.param({"kinds": ("\ud800",)}, set(), id="half a sign"),
        pytest.param({"markings_up_to": 2**80}, set(FIVE), id="a ceiling above all"),
    ],
)  # fmt: skip
def test_filters_leave_what_they_name(filled, asked, keys):
    answer = search(filled, Query(**{"markings_up_to": ALL, **asked}))

    assert {hit.key for hit in answer.hits} == keys
    assert answer.total == len(keys)


def test_facets_count_what_was_found_by_kind_source_party_and_month(filled):
    facets = search(
        filled, Query(markings_up_to=ALL, parties=("state:US", "state:IQ"))
    ).facets

    assert facets.kinds == {"document": 2, "quote": 1}
    assert facets.sources == {"Daily News": 2, "وكالة الأنباء": 1}
    assert facets.parties == {"state:IQ": 2, "state:US": 2, "body:coalition": 1}
    assert list(facets.months.items()) == [("2021-07", 2), ("2021-06", 1)]


def test_without_words_the_newest_come_first_and_the_undated_last(filled):
    days = [hit.key for hit in search(filled, Query(markings_up_to=ALL)).hits]

    assert set(days[:2]) == {"document:3", "quote:7"}
    assert days[2:] == ["document:2", "document:1", "entity:9"]


def test_the_newest_can_be_asked_for_with_words(filled):
    found = search(filled, Query(words="-syria envoy", order="newest", prefix=True))

    assert [hit.key for hit in found.hits] == ["document:3"]
    assert found.hits[0].cursor is not None


@pytest.mark.parametrize("by_cursor", [False, True], ids=["by offset", "by cursor"])
def test_pages_give_each_record_once(filled, by_cursor):
    seen, after = [], None
    for page in range(10):
        place = {"after": after} if by_cursor else {"offset": page * 2}
        answer = search(filled, Query(markings_up_to=ALL, limit=2, **place))
        assert answer.total == len(FIVE)
        seen += [hit.key for hit in answer.hits]
        after = answer.hits[-1].cursor if answer.hits else after

    assert Counter(seen) == Counter(FIVE)


@pytest.mark.parametrize("place", [{"limit": 0}, {"limit": -3}, {"offset": 10**12}, {"after": 0}, {"after": -5}], ids=str)  # fmt: skip
def test_a_page_outside_the_answer_is_empty(filled, place):
    answer = search(filled, Query(markings_up_to=ALL, **place))

    assert answer.hits == ()
    assert answer.total == len(FIVE)


@pytest.mark.parametrize(
    ("begun", "keys"),
    [
        pytest.param("coal", {"document:2"}, id="English"),
        pytest.param("رياض coal", set(), id="the last word alone"),
        pytest.param("المبع", {"quote:7"}, id="Arabic with its article"),
        pytest.param("مبع", {"quote:7"}, id="Arabic without"),
        pytest.param("للمد", {"document:1", "quote:7"}, id="Arabic with for-the"),
        pytest.param("التحالف ال", {"document:1", "entity:9"}, id="an article alone"),
        pytest.param("réf", {"document:3"}, id="French"),
        pytest.param("coal ", set(), id="a word that is ended"),
        pytest.param('"coal', {"document:2"}, id="a mark that is never closed"),
    ],
)  # fmt: skip
def test_the_last_word_may_be_only_begun(filled, begun, keys):
    answer = search(filled, Query(words=begun, markings_up_to=ALL, prefix=True))

    assert {hit.key for hit in answer.hits if not answer.is_loosened} == keys


@given(HOSTILE, st.booleans())
def test_no_line_raises_whatever_is_typed(filled, words, prefix):
    answer = search(filled, Query(words=words, markings_up_to=ALL, prefix=prefix))

    assert answer.total <= len(FIVE)


@pytest.mark.parametrize("words", ['"' * 10_000, "«" * 10_000, "-" * 10_000, "ا" * 10_000, "مدينة " * 2_000, "a.b" * 4_000], ids=lambda words: words[:6])  # fmt: skip
def test_ten_thousand_characters_are_no_harm(filled, words):
    assert search(filled, Query(words=words, markings_up_to=ALL)).total <= len(FIVE)


@pytest.mark.parametrize("words", ["kind:entity", "*", "+مدينة^3 AND NOT", "[a TO z]", "key:entity\\:9", "title:(x)"])  # fmt: skip
def test_no_syntax_is_read(filled, words):
    signs_out = " ".join(key.stem for key in keys_of(words))

    assert found(filled, words) == (found(filled, signs_out) if signs_out else set())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        st.sampled_from("التحالفوبكمدينةéà'’لـ« ٣12.,0 \nabs") | st.characters(),
        max_size=60,
    )
)
def test_any_text_is_found_by_any_of_its_words(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("one")
    index = Index.open(folder)
    index.add([Record("document:1", "document", body=text, marking=0)])
    index.commit()
    view = View(text)

    for place in places(view.text):
        word = view.span(place.start, place.end).quote
        assert search(index, Query(words=word)).total == 1, word
    shutil.rmtree(folder)
