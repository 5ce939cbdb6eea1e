"""Cards for social media: a figure or the words of a quotation, in two sizes.

All cards of a language are set in one go, by the engine that prints the brief, so that
Arabic is shaped and runs from right to left here as there.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final, NamedTuple

import typst

from marsad.composing.briefs import Quoted
from marsad.composing.calendars import as_of, day, named
from marsad.composing.drafting import capitalised
from marsad.composing.drawing import FONT
from marsad.composing.edition_lines import card_names, in_language, speaker
from marsad.composing.editions import Block, Cited, Edition, Sort
from marsad.composing.figures_written import listed, moment, outlets, written
from marsad.composing.isolating import isolate
from marsad.composing.pages import original
from marsad.composing.phrases import phrase, said
from marsad.composing.pieces import Pieces, direction, isolated, plain, words
from marsad.composing.printable import fonts, printable

# What the networks show: beside a link, and as a picture of its own.
SIZES: Final = ((1200, 630), (1080, 1080))
# So many words fit on a card in letters that can be read on a telephone.
_MOST_LETTERS: Final = 420
# Around the words, never in them.
_MARKS: Final = {"en": "“”", "ar": "«»", "fr": "«»"}
# One point of the page is one pixel of the picture.
_PPI: Final = 72.0


@dataclass(frozen=True, slots=True)
class Card:
    """One picture of a block, and the words that stand for it."""

    block: str
    path: str  # cards/figure-1-ar-1200x630.png
    width: int
    height: int
    png: bytes
    alternative: str


class _Told(NamedTuple):
    """What a card shows, and the same in one sentence."""

    block: str
    shown: dict[str, Any]
    alternative: str


def cards(edition: Edition, language: str) -> tuple[Card, ...]:
    """A card in each size for each figure and each quotation of a language."""
    told = list(_told(edition, language))
    if not told:
        return ()
    names = card_names(edition)
    pages = [
        (one, width, height, {**one.shown, "width": width, "height": height})
        for width, height in SIZES
        for one in told
    ]
    drawn = _drawn([page for *_, page in pages])
    return tuple(
        Card(
            block=one.block,
            path=f"cards/{names[one.block]}-{language}-{width}x{height}.png",
            width=width,
            height=height,
            png=png,
            alternative=one.alternative,
        )
        for (one, width, height, _), png in zip(pages, drawn, strict=True)
    )


def _drawn(pages: Sequence[dict[str, Any]]) -> list[bytes]:
    template = files("marsad.composing") / "templates" / "cards.typ"
    data = {"font": [FONT, "Libertinus Serif"], "bold": f"{FONT} SmBld", "cards": pages}
    # Its hints know no set of files, which it takes all the same.
    compiled: Any = typst.compile
    drawn: list[bytes] | bytes = compiled(
        {
            "main.typ": template.read_bytes(),
            "cards.json": printable(json.dumps(data, ensure_ascii=False)).encode(),
        },
        font_paths=fonts(),
        format="png",
        ppi=_PPI,
    )
    return [drawn] if isinstance(drawn, bytes) else drawn


def _told(edition: Edition, language: str) -> Iterator[_Told]:
    for block in edition.in_language(language).blocks:
        known = [
            edition.by_number[number]
            for number in block.entries
            if number in edition.by_number
        ]
        if block.sort is Sort.FIGURE:
            valued = [one for one in known if one.value is not None]
            yield from (_figure(edition, block, one, language) for one in valued[:1])
        elif block.sort is Sort.QUOTATION:
            yield from (_quotation(edition, block, one, language) for one in known[:1])


def _shared(edition: Edition, cited: Cited, language: str) -> dict[str, Any]:
    sources = listed(outlets([cited]), language)
    days = [one.published for one in cited.passages if one.published]
    when = day(min(days), language) if days else named(moment(cited), language)
    foot = (
        said("card.source", language, sources=sources, when=when) if sources else when
    )
    state = () if not edition.is_draft else words(f" · {phrase('draft', language)}")
    return {
        "language": language,
        "direction": direction(language),
        "marking": str(edition.marking),
        "tlp": edition.marking.name.lower().replace("_", "-"),
        "foot": isolated((*foot, *state)),
    }


def _figure(edition: Edition, block: Block, cited: Cited, language: str) -> _Told:
    head = isolate(in_language(cited.series_name, language) or block.text, language)
    shown = written(cited, language)
    when = capitalised(as_of(moment(cited), language), language)
    warning = phrase("figure.disputed", language) if cited.rivals else ""
    alternative = f"{plain(head)}: {plain(shown.whole)}. {plain(when)}. {warning}"
    return _Told(
        block.id,
        {
            **_shared(edition, cited, language),
            "kind": "figure",
            "head": isolated(head),
            "bound": isolated(shown.bound),
            "big": isolated(shown.big),
            "moment": isolated(when),
            "warning": warning,
        },
        alternative.strip(),
    )


def _quotation(edition: Edition, block: Block, cited: Cited, language: str) -> _Told:
    who = speaker(cited, language)
    exact = _shortened(cited.words)
    marks = _MARKS.get(cited.language, "«»")
    return _Told(
        block.id,
        {
            **_shared(edition, cited, language),
            "kind": "quotation",
            "words": exact,
            "opening": marks[0],
            "closing": marks[1],
            "words_language": cited.language,
            "words_direction": direction(cited.language),
            "speaker": isolated(who),
            "moment": isolated(_whose_words(cited, language)),
        },
        f"{plain(who)}: {marks[0]}{exact}{marks[1]}",
    )


def _whose_words(cited: Cited, language: str) -> Pieces:
    """In which language the words are, and whether they are the outlet's account."""
    is_reported = cited.fields.get("form") == "indirect"
    quoted = Quoted(cited.words, cited.language, 0, is_reported=is_reported)
    return original(quoted, language)


def _shortened(text: str) -> str:
    """The words as they are; a long statement ends at a word, with a sign of that."""
    whole = " ".join(text.split())
    if len(whole) <= _MOST_LETTERS:
        return whole
    return f"{whole[:_MOST_LETTERS].rsplit(' ', 1)[0]} […]"
