"""The support check: whether every sentence of an edition is borne by its entries.

1. Each entry must be there, current, unexpired, undenied, and open to these readers.
2. Numbers, days, names and words in quotation marks must stand in the entries cited.
3. A remark holds no fact; a title or heading none that the brief itself does not cite.
4. Pictures have words for who cannot see them; nobody's draft is left unread.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from marsad.composing.claims import Found, facts_in, text_of, unborne, with_roll
from marsad.composing.doubts import Code, Doubt, doubt_of
from marsad.composing.editions import Block, Cited, Edition, Manuscript, Sort
from marsad.composing.held import held_by
from marsad.composing.standing import faults_of

TITLE: Final = "title"
SUMMARY: Final = "summary"
# A day without its year goes stale with the brief that says it.
_YEAR: Final = re.compile(r"\d{4}")
_CITING: Final = frozenset(
    (Sort.STATEMENT, Sort.FIGURE, Sort.QUOTATION, Sort.MEETING, Sort.CHART)
)
_CAPTIONED: Final = frozenset((Sort.IMAGE, Sort.VIDEO, Sort.ROLL))
_WORDED: Final = frozenset((Sort.STATEMENT, Sort.FIGURE, Sort.MEETING, Sort.REMARK))


def check(
    edition: Edition, *, on: date, languages: Iterable[str] | None = None
) -> tuple[Doubt, ...]:
    """Everything that stands between an edition and its release, block by block.

    ``on`` is the day for which entries must not have expired; without ``languages``
    each language is checked that the edition is written in.
    """
    wanted = None if languages is None else frozenset(languages)
    doubts: dict[str, Doubt] = {one.key: one for one in _of_whole(edition)}
    for manuscript in edition.manuscripts:
        if wanted is None or manuscript.language in wanted:
            checking = _Checking(edition, manuscript, on)
            doubts.update((one.key, one) for one in checking.all())
    return tuple(doubts.values())


def _of_whole(edition: Edition) -> Iterator[Doubt]:
    """What is wrong with the marking of an edition and of what it carries uncited."""
    whole = Block("", Sort.SECTION, text=f"{edition.marking} {edition.audience}")
    if not edition.marking.may_reach(edition.audience):
        details = {"case": "audience", "wrote": str(edition.marking)}
        yield doubt_of(Code.MARKING, "", whole, details=details)
    cited = {number for one in edition.manuscripts for number in _numbers_of(one)}
    for entry in edition.entries:
        if entry.number in cited:
            continue
        for fault in faults_of(entry, edition, date.min):
            if fault.code is Code.MARKING:
                yield doubt_of(
                    fault.code, "", whole, entries=(entry,), details=fault.details
                )


def _numbers_of(manuscript: Manuscript) -> dict[int, None]:
    return {number: None for block in manuscript.blocks for number in numbers_of(block)}


def numbers_of(block: Block) -> tuple[int, ...]:
    """The entries that a block cites, its list of members included."""
    members = block.roll.members if block.roll else ()
    numbers = (*block.entries, *(one.entry for one in members if one.entry is not None))
    return tuple(dict.fromkeys(numbers))


class _Checking:
    """The check of one language of an edition."""

    def __init__(self, edition: Edition, manuscript: Manuscript, on: date) -> None:
        self._edition = edition
        self._manuscript = manuscript
        self._language = manuscript.language
        self._on = on
        self._entries = edition.by_number

    def all(self) -> Iterator[Doubt]:
        """Every doubt, heads first and then block by block."""
        yield from self._heads()
        for block in self._manuscript.blocks:
            yield from self._block(block)

    def _heads(self) -> Iterator[Doubt]:
        title = Block(TITLE, Sort.SECTION, text=self._manuscript.title)
        if not title.text.strip():
            yield self._doubt(Code.EMPTY, title)
        yield from self._heading(title)
        yield from self._heading(
            Block(SUMMARY, Sort.SECTION, text=self._manuscript.summary)
        )

    def _block(self, block: Block) -> Iterator[Doubt]:
        yield from self._draft(block)
        yield from self._media(block)
        is_missing = not block.text.strip()
        if block.freshness == "untranslated":
            return
        if is_missing and _needs_words(block):
            yield self._doubt(Code.EMPTY, block)
        yield from self._cited(block)
        if not is_missing:
            yield from self._text(block)

    def _draft(self, block: Block) -> Iterator[Doubt]:
        if block.draft == "machine":
            yield self._doubt(Code.MACHINE_DRAFT, block)
        if block.freshness == "untranslated":
            yield self._doubt(Code.UNTRANSLATED, block)
        if block.freshness == "changed":
            yield self._doubt(Code.CHANGED_ORIGINAL, block)

    def _media(self, block: Block) -> Iterator[Doubt]:
        media = block.media
        if block.sort not in (Sort.IMAGE, Sort.VIDEO):
            return
        shown = media and (media.address if block.sort is Sort.VIDEO else media.name)
        if media is None or not shown:
            yield self._doubt(Code.EMPTY, block)
            return
        if not media.alternative.strip():
            yield self._doubt(Code.NO_ALTERNATIVE, block, words=media.name)
        if block.sort is Sort.VIDEO and not media.transcript.strip():
            details = {"case": "transcript"}
            name = media.address or media.name
            yield self._doubt(Code.NO_ALTERNATIVE, block, words=name, details=details)
        if not media.credit.strip():
            yield self._doubt(Code.NO_CREDIT, block, words=media.name)
        if not media.licence.strip():
            yield self._doubt(Code.NO_LICENCE, block, words=media.name)

    def _cited(self, block: Block) -> Iterator[Doubt]:
        """What is wrong with the entries of a block, and that it has none."""
        numbers = numbers_of(block)
        if not numbers and block.sort in _CITING:
            yield self._doubt(Code.UNCITED, block, words=block.text)
        members = block.roll.members if block.roll and not block.entries else ()
        if alone := [one for one in members if one.entry is None]:
            names = ", ".join(_called(one.names, self._language) for one in alone)
            case = {"case": "member"}
            yield self._doubt(Code.UNCITED, block, words=names, details=case)
        for number in numbers:
            entry = self._entries.get(number)
            if entry is None:
                missing = {"number": str(number)}
                one = self._doubt(Code.UNKNOWN_ENTRY, block, details=missing)
                yield replace(one, entries=(number,))
                continue
            for code, details in faults_of(entry, self._edition, self._on):
                if code is not Code.EXPIRED or not self._is_dated(block, entry):
                    yield self._doubt(code, block, entries=(entry,), details=details)
            is_reported = entry.fields.get("form") == "indirect"
            if is_reported and block.sort is Sort.QUOTATION:
                yield self._doubt(Code.REPORTED_AS_SAID, block, entries=(entry,))

    def _is_dated(self, block: Block, entry: Cited) -> bool:
        """Whether a block says of which year its value is, so that it stays true of it."""
        if block.sort is Sort.CHART:
            return True  # Its axis says of when each value is.
        last = entry.until or entry.day
        return any(
            _YEAR.search(one.words)
            and one.days.first <= last
            and entry.day <= one.days.last
            for one in text_of(block, self._language, self._edition.as_of).said.days
        )

    def _text(self, block: Block) -> Iterator[Doubt]:
        if block.sort is Sort.REMARK:
            yield from self._claimless(block, Code.FACT_IN_REMARK)
        elif block.sort is Sort.SECTION:
            yield from self._heading(block)
        elif numbers_of(block):
            known = self._known(numbers_of(block))
            if known:
                yield from self._unborne(block, known)
        elif block.sort in _CAPTIONED:
            yield from self._claimless(block, Code.UNCITED)

    def _known(self, numbers: Iterable[int]) -> tuple[Cited, ...]:
        return tuple(self._entries[one] for one in numbers if one in self._entries)

    def _claimless(self, block: Block, code: Code) -> Iterator[Doubt]:
        """The first fact of a text that cites nothing."""
        text = text_of(block, self._language, self._edition.as_of)
        if block.roll is not None:
            yield from self._unborne(block, ())
            return
        for fact in facts_in(text)[:1]:
            yield self._doubt(code, block, words=fact.words)

    def _heading(self, block: Block) -> Iterator[Doubt]:
        """What a title or heading says and nothing that the brief cites bears."""
        if block.text.strip():
            yield from self._unborne(block, self._known(_numbers_of(self._manuscript)))

    def _unborne(self, block: Block, known: tuple[Cited, ...]) -> Iterator[Doubt]:
        text = text_of(block, self._language, self._edition.as_of)
        for found in unborne(text, with_roll(held_by(known), block.roll)):
            yield self._found(block, found, known)

    def _found(self, block: Block, found: Found, known: tuple[Cited, ...]) -> Doubt:
        # A heading rests on the whole brief, which no reader wants listed.
        entries = () if block.sort is Sort.SECTION else known
        return self._doubt(
            found.code,
            block,
            words=found.words,
            entries=entries,
            details=found.details,
        )

    def _doubt(
        self,
        code: Code,
        block: Block,
        *,
        words: str = "",
        entries: Iterable[Cited] = (),
        details: Mapping[str, str] | None = None,
    ) -> Doubt:
        return doubt_of(
            code, self._language, block, words=words, entries=entries, details=details
        )


def _needs_words(block: Block) -> bool:
    is_heading = block.sort is Sort.SECTION and not block.key
    return is_heading or block.sort in _WORDED


def _called(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")
