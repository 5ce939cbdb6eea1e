"""An edition made fit for one partner: languages, sections, a foreword, a ceiling.

1. Sections that the partner does not want go, with all that stands under them.
2. A block goes whole if one entry that it rests on is marked above the ceiling, and if it
   repeats the words of such an entry; it is counted, and the copy says how many went.
3. Where anything went for its marking, the summary goes as well: it may tell of it.
4. Entries that nothing cites any more go; what is left carries its own marking.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from marsad.composing.edition_sources import entries_of
from marsad.composing.editions import Block, Cited, Edition, Manuscript, Passage, Sort
from marsad.errors import Refused
from marsad.marking import Audience, Marking
from marsad.text.normalise import fold

# Words so short stand in any text; their entry is not told by them.
_SHORTEST: Final = 4


def adapt(
    edition: Edition,
    *,
    languages: Collection[str],
    without: frozenset[str],
    foreword: Mapping[str, str],
    ceiling: Marking,
    audience: Audience,
) -> Edition:
    """The edition with nothing in it that is marked above the ceiling; else Refused."""
    ceiling = _lower(ceiling, audience)
    _refuse_own_marking(edition, ceiling)
    held = _held(edition.entries, ceiling)
    manuscripts = tuple(
        _manuscript(one, without, foreword.get(one.language, ""), held)
        for one in edition.manuscripts
        if one.language in languages
    )
    if not manuscripts:
        problem = f"nothing is written in {', '.join(languages) or 'no language'}"
        raise Refused("a partner's copy", problem, "choose another language")
    adapted = replace(
        edition,
        audience=audience,
        marking=min(edition.marking, ceiling),
        manuscripts=manuscripts,
        entries=_cited(edition, manuscripts, held),
        correction=_spoken(edition.correction, manuscripts),
    )
    _refuse_words(adapted, held)
    return adapted


def _spoken(
    by_language: Mapping[str, str], manuscripts: Sequence[Manuscript]
) -> dict[str, str]:
    """What stands under the languages that are left."""
    kept = {one.language for one in manuscripts}
    return {
        language: said for language, said in by_language.items() if language in kept
    }


def _lower(ceiling: Marking, audience: Audience) -> Marking:
    """The strictest marking under the ceiling that may reach the audience at all."""
    return max(one for one in Marking if one <= ceiling and one.may_reach(audience))


def _refuse_own_marking(edition: Edition, ceiling: Marking) -> None:
    """What people marked stricter than any entry asks is theirs to mark anew."""
    strictest = max((one.marking for one in edition.entries), default=Marking.CLEAR)
    if edition.marking > max(ceiling, strictest):
        problem = f"its own words are marked {edition.marking}, above {ceiling}"
        raise Refused("a partner's copy", problem, "release it with a lower marking")


@dataclass(frozen=True, slots=True)
class _Held:
    """The numbers of what is held back, the words that only they have, and where."""

    numbers: frozenset[int]
    words: tuple[str, ...]
    passages: tuple[Passage, ...]

    def is_told_by(self, text: str) -> bool:
        """Whether a text repeats the words of something that is held back."""
        folded = _flat(text)
        return any(words in folded for words in self.words)

    def is_beside(self, passage: Passage) -> bool:
        """Whether the words around a passage reach into something that is held back."""
        first = passage.start - len(passage.before)
        last = passage.end + len(passage.after)
        return any(
            one.document == passage.document and one.start < last and first < one.end
            for one in self.passages
        )


def _held(entries: Sequence[Cited], ceiling: Marking) -> _Held:
    """What is marked above a ceiling; words that a lower entry has too are no secret."""
    above = [one for one in entries if one.marking > ceiling]
    open_words = {
        words for one in entries if one.marking <= ceiling for words in _words(one)
    }
    secret = {words for one in above for words in _words(one)}
    only = (
        words
        for words in sorted(secret)
        if len(words) >= _SHORTEST and not any(words in known for known in open_words)
    )
    numbers = frozenset(one.number for one in above)
    passages = tuple(passage for one in above for passage in one.passages)
    return _Held(numbers, tuple(only), passages)


def _words(cited: Cited) -> Iterator[str]:
    yield _flat(cited.words)
    for passage in cited.passages:
        yield _flat(passage.quote)


def _flat(text: str) -> str:
    return " ".join(fold(text).split())


def _manuscript(
    manuscript: Manuscript, without: frozenset[str], foreword: str, held: _Held
) -> Manuscript:
    wanted = _without(manuscript.blocks, without)
    kept = tuple(one for one in wanted if not _is_held(one, held))
    left_out = len(wanted) - len(kept)
    return replace(
        manuscript,
        summary="" if left_out else manuscript.summary,
        blocks=_without_empty(kept) if left_out else kept,
        foreword=foreword,
        left_out=left_out,
    )


def _without(blocks: Sequence[Block], keys: frozenset[str]) -> list[Block]:
    """The blocks outside the sections that are not wanted."""
    kept: list[Block] = []
    is_wanted = True
    for block in blocks:
        if block.sort is Sort.SECTION:
            is_wanted = block.key not in keys
        if is_wanted:
            kept.append(block)
    return kept


def _is_held(block: Block, held: _Held) -> bool:
    return bool(held.numbers & set(entries_of(block))) or held.is_told_by(
        " \n ".join(_texts(block))
    )


def _texts(block: Block) -> Iterator[str]:
    """Everything that a block says in words."""
    yield block.text
    if block.media:
        media = block.media
        yield from (media.alternative, media.transcript, media.credit, media.name)
    if block.roll:
        yield from block.roll.grouping.values()
        for member in block.roll.members:
            yield from member.names.values()


def _without_empty(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without headings under which nothing is left."""
    kept: list[Block] = []
    for block in reversed(blocks):
        is_heading = block.sort is Sort.SECTION
        if not is_heading or (kept and kept[-1].sort is not Sort.SECTION):
            kept.append(block)
    return tuple(reversed(kept))


def _cited(
    edition: Edition, manuscripts: Sequence[Manuscript], held: _Held
) -> tuple[Cited, ...]:
    """The entries that are still cited; around their words nothing that is held back."""
    used = {
        number
        for manuscript in manuscripts
        for block in manuscript.blocks
        for number in entries_of(block)
    }
    return tuple(
        replace(one, passages=tuple(_bare(passage, held) for passage in one.passages))
        for one in edition.entries
        if one.number in used
    )


def _bare(passage: Passage, held: _Held) -> Passage:
    around = f"{passage.before}{passage.quote}{passage.after}"
    if held.is_told_by(around) or held.is_beside(passage):
        passage = replace(passage, before="", after="")
    return replace(passage, title="") if held.is_told_by(passage.title) else passage


def _refuse_words(adapted: Edition, held: _Held) -> None:
    """Titles and corrections cannot go; they are written anew where they tell."""
    for one in adapted.manuscripts:
        if held.is_told_by(one.title) or held.is_told_by(one.summary):
            problem = "its title or summary has words that this partner may not have"
            raise Refused("a partner's copy", problem, "write another title")
    if any(held.is_told_by(words) for words in adapted.correction.values()):
        problem = "its correction has words that this partner may not have"
        raise Refused("a partner's copy", problem, "write another correction")
