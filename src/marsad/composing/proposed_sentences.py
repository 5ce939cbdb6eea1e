"""Sentences that rules write from one entry of the register, in each language.

They are drafts for people: a figure with its bound, its day and who gives it, words as
they were said, who promised how much by when, where and when a meeting is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from marsad.composing.calendars import due, when
from marsad.composing.choosing import Dated
from marsad.composing.counting import Quantity, table
from marsad.composing.drafting import Drafter, capitalised
from marsad.composing.editions import Cited
from marsad.composing.figure_lines import FigureLines
from marsad.composing.figures_written import listed, moment, outlets
from marsad.composing.naming import Names, joined
from marsad.composing.outline import Chosen, Entry, Outline
from marsad.composing.phrases import said
from marsad.composing.pieces import Piece, Pieces, fill, plain, words
from marsad.composing.register import Register
from marsad.composing.report_lines import where
from marsad.composing.said import said_in
from marsad.linking.indicators import Point, Series
from marsad.linking.moments import moment_of
from marsad.linking.reprints import Voices
from marsad.reading.findings import Interval

_SPACE: Final = "\u00a0"


def frame(key: str, language: str, **parts: Pieces) -> Pieces:
    """A frame of a proposal with its places filled; raises KeyError where there is none."""
    template = _frames()[key][language]
    if language == "fr":
        # French puts a blank that never breaks inside its quotation marks and before colons.
        template = template.replace(" :", f"{_SPACE}:").replace("« ", f"«{_SPACE}")
        template = template.replace(" »", f"{_SPACE}»")
    return fill(template, **parts)


@cache
def _frames() -> Mapping[str, Mapping[str, str]]:
    return {row["key"]: row for row in table("proposals")}


def sentence(cited: Cited, language: str) -> str:
    """What an entry says, in one language; nothing where no rule can write it."""
    write = _WRITERS.get(cited.kind)
    if write is None:
        return ""
    return plain(capitalised(write(_Writer(cited, language)), language))


class _Writer:
    """One entry with its names, outlets and days, in one language."""

    def __init__(self, cited: Cited, language: str) -> None:
        self.cited = cited
        self.language = language
        called = {
            canonical: named[language]
            for canonical, named in cited.names.items()
            if named.get(language)
        }
        self.names = Names((), language, called)

    def field(self, name: str) -> Any:
        return self.cited.fields.get(name)

    def say(self, key: str, **parts: Pieces) -> Pieces:
        return frame(key, self.language, sources=self.sources, **parts)

    @property
    def sources(self) -> Pieces:
        named = outlets([self.cited])
        return listed(named, self.language) or frame("no_outlet", self.language)

    @property
    def quoted(self) -> Pieces:
        """The words of the entry as they stand in the source, in quotation marks."""
        return frame("marks", self.language, words=words(self.bare))

    @property
    def bare(self) -> str:
        """The words of the entry in one line, without marks around them."""
        return " ".join(self.cited.words.split()).strip('«»“”" ')

    def said_when(self) -> Pieces:
        """The day on which it was said, with the sign before it."""
        day = when(Interval(self.cited.day, self.cited.day), self.language)
        return said("statement.when", self.language, when=day)

    def with_words(self, opening: Pieces) -> Pieces:
        """A frame that ends in a colon, and the exact words after it."""
        return (*opening, Piece(" "), *self.quoted)

    @property
    def party(self) -> str:
        """Who promises or calls, by the readers' name; nothing where nobody is known."""
        return str(self.field("party") or "")

    def party_form(self) -> str:
        return self.names.verb_form(self.party) if self.party else "m"

    def actor(self) -> Pieces:
        """Who promises or calls, as the subject of a sentence."""
        if self.party:
            return self.names.subject(self.party)
        called = self.cited.actor.get(self.language, "")
        return words(called) if called else ()


def _quotation(one: _Writer) -> Pieces:
    speaker = str(one.field("speaker_name") or one.field("party") or "")
    spoken = one.names.speaker(speaker, None) if speaker else one.actor()
    is_account = is_indirect(one.cited)
    if not spoken:
        shown = words(one.bare) if is_account else one.quoted
        return one.say("in_words", when=one.said_when(), words=shown)
    opening = said(
        "statement.indirect" if is_account else "statement",
        one.language,
        speaker=spoken,
        sources=one.sources,
        when=one.said_when(),
    )
    # An outlet's account stands without marks, which would make it somebody's words;
    # the exact words stand below by themselves.
    return (*opening, Piece(f" {one.bare}")) if is_account else opening


def is_indirect(cited: Cited) -> bool:
    """Whether an entry has an outlet's account of what was said, not the words."""
    return cited.fields.get("form") in ("indirect", "mixed")


def _figure(one: _Writer) -> Pieces:
    indicator, body, place, unit = (*one.cited.series.split("|"), "", "", "")[:4]
    value = one.cited.value
    if value is None or not has_frame(one.cited.series):
        # "14 capitals" alone tells nobody what of.
        return ()
    point = Point(
        value=value,
        high=one.cited.high,
        bound=one.cited.bound or "exact",
        unit=one.cited.unit or unit,
        change=one.field("change"),
        moment=moment(one.cited),
        attestations=(),
    )
    series = Series(indicator, body or None, place or None, unit, (point,))
    drafter = _Outlets(one)
    entry = Entry(
        Dated(series, point, earlier=None, is_disputed=False), Voices((), ()), (1,)
    )
    return FigureLines(drafter).figure(entry, 1).pieces


class _Outlets(Drafter):
    """A drafter for one entry alone: its outlets are known, and nothing was read."""

    def __init__(self, writer: _Writer) -> None:
        super().__init__(_empty(), writer.language)
        self.names = writer.names
        self._outlets = writer.sources

    def sources(self, voices: Voices) -> Pieces:
        """The outlets of the entry."""
        del voices
        return self._outlets


@cache
def _empty() -> Outline:
    nothing: Chosen[Any] = Chosen(())
    return Outline(
        readings=(),
        register=Register((), (), (), (), (), (), ()),
        body=None,
        today=date.min,
        contradictions=(),
        headlines=nothing,
        members=nothing,
        statements=nothing,
        commitments=nothing,
        meetings=nothing,
        points=(),
        citations=(),
    )


def has_frame(series: str) -> bool:
    """Whether there is a sentence for the values of a series, by its key."""
    indicator, body, *_ = (*series.split("|"), "")
    is_known = any(row["indicator"] == indicator for row in table("indicators"))
    return is_known and (indicator not in _OWNED or bool(body))


_OWNED: Final = frozenset(("members", "attendance"))


def _membership(one: _Writer) -> Pieces:
    if one.cited.value is not None:
        return _figure(one)
    who = [one.names.party(str(each)) for each in one.field("who") or ()]
    event = str(one.field("event") or "")
    if not who or event not in ("joined", "attended", "founded"):
        return one.say("in_words", when=one.said_when(), words=one.quoted)
    day = when(moment(one.cited), one.language)
    return one.say(event, when=day, who=joined(who, one.language))


def _commitment(one: _Writer) -> Pieces:
    amount = one.field("amount")
    written: Pieces = ()
    if isinstance(amount, Mapping):
        value = float(amount["value"])
        quantity = Quantity(value, str(amount["unit"]), bound=_bound(one, value))
        written = quantity.written(one.language, is_subject=False)
    if not one.actor():
        return one.say("in_words", when=one.said_when(), words=one.quoted)
    opening = said(
        f"{'pledge' if written else 'commitment'}.{one.party_form()}",
        one.language,
        party=one.actor(),
        amount=written,
        due=_due(one),
        sources=one.sources,
    )
    return opening if written else one.with_words(opening)


def _bound(one: _Writer, value: float) -> str:
    """How the words bound a sum: its field has the number alone."""
    said = said_in(one.cited.words, one.cited.language, one.cited.day)
    bounds = (number.bound for number in said.numbers if number.value == value)
    return next(bounds, "exact")


def _due(one: _Writer) -> Pieces:
    days = moment_of(one.field("due"), one.cited.due_on)
    if days is None:
        return ()
    return said("due", one.language, when=due(days, one.language))


def _call(one: _Writer) -> Pieces:
    if not one.actor():
        return one.say("in_words", when=one.said_when(), words=one.quoted)
    addressee = str(one.field("addressee") or "")
    to = one.names.of if one.language == "fr" else one.names.subject
    return one.say(
        f"call{'' if addressee else '.all'}.{one.party_form()}",
        party=one.actor(),
        of=one.names.of(one.party) if one.party else one.actor(),
        addressee=to(addressee) if addressee else (),
        words=one.quoted,
    )


def _meeting(one: _Writer) -> Pieces:
    held = one.field("held")
    is_dated = bool(one.field("from"))
    return one.say(
        "meeting.planned" if held == "planned" else "meeting.past",
        where=where(one.names, one.field("city"), one.field("country")),
        when=when(moment(one.cited), one.language) if is_dated else (),
        words=one.quoted,
    )


_WRITERS: Final[Mapping[str, Callable[[_Writer], Pieces]]] = {
    "quote": _quotation,
    "figure": _figure,
    "commitment": _commitment,
    "call": _call,
    "meeting": _meeting,
    "membership": _membership,
}
