"""Exact wording: the same words and no others, after Arabic normalisation."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.key_table import KeyTable
from marsad.matching.signals import Example, Kind, Likeness
from marsad.matching.wording.letters import plain
from marsad.matching.wording.streams import Stream, Streams, one_of, streams_of
from marsad.matching.wording.tellings import telling_of_all
from marsad.matching.wording.texts import Texts

_SHOWN: Final = 60
# Fewer are a word or two, which are the matter of word lists and not of a bank.
FEWEST: Final = 8
_WIDTH: Final = 16
_KEYS: Final = "exact_wording_keys"
_TEXTS: Final = "exact_wording_texts"


class ExactWordingKind:
    """Posts whose words are a banked text and nothing else, spelling put aside."""

    kind: Final = Kind.EXACT_WORDING
    examples: tuple[Example, ...] = (
        Example(
            "شوربة العدس جاهزة على المائدة",
            "شوربةُ العدسِ جاهـــزة علي المائده!! 🍲 https://soup.example/1",
            is_alike=True,
            why="marks, tatweel, loose spelling, an emoji and a link",
        ),
        Example(
            "شوربة العدس جاهزة على المائدة",
            "شوربة العدس جاهزة على المائدة الآن",
            is_alike=False,
            why="one word more",
        ),
        Example(
            "شوربة العدس جاهزة على المائدة",
            "شوربة العدس جاهزة على المأدبة",
            is_alike=False,
            why="another word",
        ),
        Example(
            "Lentil soup is ready",
            "LENTIL soup... is reaaady",
            is_alike=True,
            why="capitals, dots and a letter repeated",
        ),
    )

    def canonical(self, value: str) -> str:
        """The words as they stand, without blanks around them."""
        text = value.strip()
        letters = len(streams_of([text], plain()).letters)
        if letters < FEWEST:
            problem = f"has {letters} letters: too short to be told from ordinary words"
            way_out = f"bank a whole text of at least {FEWEST} letters"
            raise Unreadable(repr(text[:_SHOWN]), problem, way_out)
        return text

    def compare(self, banked: str, met: str) -> Likeness | None:
        """The same letters in the same order, or nothing."""
        both = streams_of([banked, met], plain())
        return _likeness(0, (banked, met), (one_of(both, 0), one_of(both, 1)))

    def index(self, signals: Iterable[tuple[int, str]] = ()) -> "ExactWordingIndex":
        """An index over banked texts, in memory."""
        index = ExactWordingIndex(KeyTable(_WIDTH), Texts())
        index.add(signals)
        return index

    def opened(self, folder: Path) -> "ExactWordingIndex":
        """An index that was saved; raises Unreadable where it is damaged."""
        keys = KeyTable.opened(folder / "keys", _KEYS, _WIDTH)
        return ExactWordingIndex(keys, Texts.opened(folder / "texts", _TEXTS))


class ExactWordingIndex:
    """Keys of banked texts in sorted arrays, and the texts to show what is the same."""

    def __init__(self, keys: KeyTable, texts: Texts) -> None:
        self._keys, self._texts = keys, texts

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, signals: Iterable[tuple[int, str]]) -> None:
        """Take more texts in; a number that is there already stands for the new text."""
        new = dict(signals)
        self._keys.drop(new)
        self._keys.add(zip(new, _keys_of(list(new.values()))[0], strict=True))
        self._texts.add(new)

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        gone = list(numbers)
        self._keys.drop(gone)
        self._texts.drop(gone)

    def find(self, met: Sequence[str]) -> list[tuple[Likeness, ...]]:
        """The banked texts that each post is."""
        keys, streams = _keys_of(met)
        found = self._keys.find(keys)
        return [
            tuple(self._told(numbers, text, one_of(streams, post))) if numbers else ()
            for post, (numbers, text) in enumerate(zip(found, met, strict=True))
        ]

    def _told(
        self, numbers: Sequence[int], met: str, stream: Stream
    ) -> Iterable[Likeness]:
        for number in numbers:
            banked = self._texts.text(number) or ""
            theirs = one_of(streams_of([banked], plain()), 0)
            # What was saved in part may have a key without its text.
            if likeness := _likeness(number, (banked, met), (theirs, stream)):
                yield likeness

    def save(self, folder: Path) -> None:
        """Write it down; the keys last, which lead to nothing that is not there."""
        self._texts.save(folder / "texts", _TEXTS)
        self._keys.save(folder / "keys", _KEYS)


def _likeness(
    number: int, texts: tuple[str, str], streams: tuple[Stream, Stream]
) -> Likeness | None:
    """The likeness of two texts whose letters are all the same."""
    banked, met = streams[0].letters.tobytes(), streams[1].letters.tobytes()
    return telling_of_all(number, texts, streams) if banked == met != b"" else None


def _keys_of(texts: Sequence[str]) -> tuple[list[bytes], Streams]:
    streams = streams_of(texts, plain())
    written, bounds = streams.letters.tobytes(), streams.bounds.tolist()
    keys = [
        blake2b(written[start:end], digest_size=_WIDTH).digest()
        for start, end in pairwise(bounds)
    ]
    return keys, streams


EXACT_WORDING: Final = ExactWordingKind()
