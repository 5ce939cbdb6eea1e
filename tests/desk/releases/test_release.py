"""Two people let a brief out, and nobody does it alone."""

import pytest

from desk.newsroom import make_release

pytestmark = pytest.mark.django_db


def test_x():
    made = make_release()
    print(made.number, made.languages)


def test_edition():
    from composing import edition_maker

    made = make_release(edition_maker.edition())
    print(made.number, made.languages, made.carried.count())
    assert (made.submission.release, made.submission.fate) == (made, "released")
