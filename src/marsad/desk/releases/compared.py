"""What changed since the last release, word by word."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.composing.editions import Edition, Manuscript
from marsad.desk.releases.models import Release, Submission

_WORDS: Final = re.compile(r"\s+|[^\s]+")
# Paragraphs that share less than this are shown as one gone and one new.
_LEAST_ALIKE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stayed, came or went."""

    change: str  # same, new, gone
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that is not as it was."""

    change: str  # new, gone, altered
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One language against what was released before."""

    language: str
    paragraphs: tuple[Paragraph, ...]
    is_new: bool = False


def before(submission: Submission) -> Release | None:
    """The release that a submission is compared with: the same brief's, or the last like it."""
    if submission.corrects:
        return submission.corrected
    rows = Release.objects.filter(submission__lt=submission.pk).order_by("-pk")
    same = rows.filter(submission__translation_key=submission.translation_key).first()
    like = rows.filter(
        kind=submission.kind, audience=submission.audience, slug=submission.frozen.slug
    )
    return same or like.first()


def compare(old: Edition, new: Edition) -> list[Compared]:
    """Each language of the new edition against the same language of the old one."""
    earlier = {one.language: one for one in old.manuscripts}
    return [
        Compared(one.language, tuple(_changes(earlier[one.language], one)))
        if one.language in earlier
        else Compared(one.language, (), is_new=True)
        for one in new.manuscripts
    ]


def _changes(old: Manuscript, new: Manuscript) -> Iterator[Paragraph]:
    ours, theirs = _paragraphs(old), _paragraphs(new)
    matched = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for change, start, end, begin, until in matched.get_opcodes():
        if change != "equal":
            yield from _replaced(ours[start:end], theirs[begin:until])


def _paragraphs(one: Manuscript) -> list[str]:
    texts = (one.title, one.summary, *(block.text for block in one.blocks))
    return [text for text in texts if text.strip()]


def _replaced(gone: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    """Pair paragraphs in their order while they are alike; the rest came or went."""
    left = list(gone)
    for text in new:
        pair = next((one for one in left if _are_alike(one, text)), None)
        if pair is None:
            yield Paragraph("new", (Part("new", text),))
            continue
        left.remove(pair)
        yield Paragraph("altered", tuple(words_changed(pair, text)))
    yield from (Paragraph("gone", (Part("gone", text),)) for text in left)


def _are_alike(old: str, new: str) -> bool:
    matched = difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matched.ratio() >= _LEAST_ALIKE


def words_changed(old: str, new: str) -> Iterator[Part]:
    """Two texts word by word: what stayed, what went, what came."""
    ours, theirs = _WORDS.findall(old), _WORDS.findall(new)
    matched = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for change, start, end, begin, until in matched.get_opcodes():
        if change == "equal":
            yield Part("same", "".join(ours[start:end]))
            continue
        if start < end:
            yield Part("gone", "".join(ours[start:end]))
        if begin < until:
            yield Part("new", "".join(theirs[begin:until]))
