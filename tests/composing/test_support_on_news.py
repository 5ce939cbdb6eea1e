"""How the support check fares on sentences that nobody wrote for it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from drafts import edition, edition_of, entry
from marsad.cli.batch import Batch
from marsad.cli.demo import samples
from marsad.cli.work import Order
from marsad.composing.editions import Block, Sort
from marsad.composing.outline import outline
from marsad.composing.proposed_sentences import sentence
from marsad.composing.support import check
from marsad.text.normalise import View
from marsad.text.sentences import Sentences
from marsad.text.tokens import Tokens

_PASSAGES = Path(__file__).parents[1] / "gates" / "passages"
# A word, and another in its place that changes what is claimed.
_OTHER_WORDS = {
    "ar": (
        "ثلاثة:أربعة خمسة:ستة عشرين:ثلاثين مئة:مئتي ألف:مليون مليون:مليار مليار:مليون "
        "ثلث:ربع عشرات:مئات دولار:يورو يورو:دولار يناير:مارس حزيران:تموز فرنسا:ألمانيا "
        "العراق:سوريا مصر:ليبيا الأردن:لبنان الكويت:قطر بغداد:دمشق"
    ),
    "en": (
        "three:four four:five six:seven eight:ten twelve:eleven twenty:thirty "
        "million:billion billion:million thousand:million nearly:beyond dozens:hundreds "
        "hundreds:thousands dollars:euros euros:dollars June:July March:May "
        "France:Germany Iraq:Syria Germany:France Kuwait:Oman Jordan:Lebanon Mosul:Raqqa"
    ),
    "fr": (
        "trois:quatre quatre:cinq six:sept dix:douze vingt:trente cent:mille "
        "million:milliard milliard:million tiers:quart dizaines:centaines "
        "dollars:euros euros:dollars janvier:mars juin:juillet France:Belgique "
        "Irak:Syrie Tunisie:Libye Tchad:Niger Mali:Sénégal"
    ),
}


def _sentences(step):
    """Some sentences of the annotated passages, with the day of their text."""
    for path in sorted(_PASSAGES.glob("??/*.json")):
        kept = json.loads(path.read_text("utf-8"))
        tokens = Tokens((view := View(kept["text"])).text)
        ends = Sentences(tokens)
        for first, last in list(zip(ends.firsts, ends.lasts, strict=True))[::step]:
            span = view.span(tokens.starts[first], tokens.ends[last - 1])
            if kept["published"] and span.quote.strip():
                yield path.parent.name, span.quote, kept["published"]


def _against(language, text, source, on):
    """What the check says of a text whose entry has another text for its words."""
    block = Block("a", Sort.STATEMENT, text, (1,))
    cited = entry(1, source, language=language, on=on)
    day = date.fromisoformat(on)
    doubts = check(edition(language, [block], [cited], as_of=day), on=day)
    # Sentences that were cut out of longer quotations lack one of the two marks.
    return [one for one in doubts if one.details.get("case") != "open"]


def test_sentences_bear_themselves_and_no_other_digit():
    alarms, altered, missed = [], 0, []
    for place, (language, text, on) in enumerate(_sentences(step=3)):
        alarms += _against(language, text, text, on)
        rows = [at for at, one in enumerate(text) if one.isdecimal()]
        if not rows:
            continue
        at = rows[place % len(rows)]
        other = chr(ord(text[at]) + (1 if int(text[at]) < 9 else -1))
        spoilt = text[:at] + other + text[at + 1 :]
        altered += 1
        missed += [] if _against(language, spoilt, text, on) else [spoilt]

    assert altered > 200
    assert alarms == []
    # Years of publication, and numbers of the same sentence in another's place.
    assert len(missed) / altered <= 0.02, missed


@pytest.mark.parametrize("language", _OTHER_WORDS)
def test_other_words_for_numbers_days_and_names_are_seen(language):
    pairs = [one.split(":") for one in _OTHER_WORDS[language].split()]
    altered, missed = 0, []
    for spoken, text, on in _sentences(step=1):
        # In quotation marks every other word is seen; that would prove nothing here.
        if spoken != language or any(mark in text for mark in '«»“”"'):
            continue
        for old, new in pairs:
            spoilt = re.sub(rf"(?<!\w){old}(?!\w)", new, text, count=1)
            if spoilt != text:
                altered += 1
                missed += [] if _against(language, spoilt, text, on) else [spoilt]

    assert altered > 60
    # Names and numbers that the sentence holds elsewhere, and words that make no sense.
    assert len(missed) / altered <= 0.07, missed


@pytest.fixture(scope="module")
def drafted_edition():
    """The brief that the engine drafts of the sample reports, in three languages."""
    batch = Batch(Order())
    readings = list(batch.read([Path(samples())], jobs=1))
    batch.close()
    return edition_of(outline(readings))


def test_sentences_that_the_engine_drafts_are_hardly_ever_doubted(drafted_edition):
    blocks = sum(len(one.blocks) for one in drafted_edition.manuscripts)
    doubts = check(drafted_edition, on=drafted_edition.as_of)
    doubted = {(one.language, one.block) for one in doubts}

    # Three are: a date, in three languages, that stands in another sentence of the
    # report than the one cited.
    assert blocks > 150
    assert len(doubted) / blocks <= 0.02


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_sentences_that_rules_propose_are_not_doubted(drafted_edition, language):
    day, proposed, doubted = drafted_edition.as_of, 0, []
    for cited in drafted_edition.entries:
        text = sentence(cited, language)
        block = Block("a", Sort.STATEMENT, text, (cited.number,))
        if text:
            proposed += 1
            doubted += check(edition(language, [block], [cited], as_of=day), on=day)

    assert proposed > 50
    assert doubted == []
