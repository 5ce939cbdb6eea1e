"""Every act has words for the people who read the trail."""

from marsad.desk.safeguards.act_words import WORDS, words_of_act
from marsad.desk.web.rights import acts


def test_every_act_of_the_code_is_called_by_words():
    assert sorted(set(acts()) ^ set(WORDS)) == []


def test_no_two_acts_are_called_alike():
    words = [str(one) for one in WORDS.values()]

    assert len(set(words)) == len(words)


def test_an_act_that_is_gone_keeps_its_name():
    assert words_of_act("packs.gone") == "packs.gone"
