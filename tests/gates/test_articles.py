"""Tests of the annotated articles: no words are kept, and every place lies in its text."""

import hashlib
import json

import pytest

from gates.measuring import ARTICLES, ARTICLES_HELD_OUT, LANGUAGES, NEWS, paths, text_of

SEEN, UNSEEN = (
    [path for language in LANGUAGES for path in paths(language, folder)]
    for folder in (ARTICLES, ARTICLES_HELD_OUT)
)
ANY_ARTICLE = pytest.mark.parametrize("path", SEEN + UNSEEN, ids=lambda one: one.stem)


def article_at(path):
    """One annotation."""
    return json.loads(path.read_text("utf-8"))


@ANY_ARTICLE
def test_every_annotation_lies_in_the_text_that_was_annotated(path):
    article = article_at(path)
    if not (NEWS / article["file"]).exists():
        pytest.skip("the text is not here: name its folder in MARSAD_NEWS")
    text = text_of(article)

    assert hashlib.sha256(text.encode()).hexdigest() == article["sha256"]
    assert all(
        0 <= one["start"] < one["end"] <= len(text) for one in article["findings"]
    )


@ANY_ARTICLE
def test_no_words_of_an_article_are_kept(path):
    assert not {"text", "title"} & article_at(path).keys()
    assert not any("surface" in one for one in article_at(path)["findings"])


def test_no_article_is_both_seen_and_held_out():
    assert not {one.name for one in SEEN} & {one.name for one in UNSEEN}
