"""What is new: wording that more accounts use than before, as runs of words.

Counted by accounts, not by posts: one that says a thing a hundred times says it once. A
run is told only where enough accounts share it that it names none of them, and where the
rise is not what few counts do by themselves: by the likelihood ratio of two shares, which
holds for rare words (Dunning 1993, "Accurate methods for the statistics of surprise and
coincidence").
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from marsad.text.normalise import fold
from marsad.text.tokens import words_of

FEWEST_ACCOUNTS: Final = 10
_LONGEST: Final = 6
_SHORTEST: Final = 2
# Of normal distribution, for intervals of 95 %; but thousands of runs are asked at once,
# so what is told must be far less likely than one in twenty: 3.9 is one in 10,000.
_SURE: Final = 3.89
_NORMAL: Final = 1.96


class Said(NamedTuple):
    """One post as novelty sees it: an account's number, and words."""

    account: int
    text: str


@dataclass(frozen=True, slots=True)
class Rising:
    """A run of words that more accounts use now: how many, and how many times as many."""

    words: str
    accounts: int
    posts: int
    rise: float
    low: float
    high: float


class _Counts:
    """By which accounts each run of words was used, and how often."""

    def __init__(self, posts: Iterable[Said]) -> None:
        self.accounts: dict[str, set[int]] = defaultdict(set)
        self.posts: dict[str, int] = defaultdict(int)
        self.speakers: set[int] = set()
        for post in posts:
            self.speakers.add(post.account)
            for run in set(_runs(post.text)):
                self.accounts[run].add(post.account)
                self.posts[run] += 1


def rising(now: Iterable[Said], before: Iterable[Said]) -> tuple[Rising, ...]:
    """Wording that rises, the surest first; longer runs stand for those inside them."""
    new, old = _Counts(now), _Counts(before)
    if not new.speakers or not old.speakers:
        return ()
    often = {
        run: users
        for run, users in new.accounts.items()
        if len(users) >= FEWEST_ACCOUNTS
    }
    found = []
    for run in _outermost(often):
        one = _compared(run, new, old)
        if one is not None:
            found.append(one)
    return tuple(sorted(found, key=lambda one: (-one.low, one.words)))


def _runs(text: str) -> Iterator[str]:
    words = [word for word in words_of(fold(text)) if word.isalpha()]
    for length in range(_SHORTEST, _LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _outermost(often: Mapping[str, set[int]]) -> Iterator[str]:
    """Leave out runs that stand in a longer one of nearly as many accounts."""
    # The longest first, so that what is inside one is known when it comes.
    kept: dict[str, int] = {}
    for run in sorted(often, key=lambda one: -one.count(" ")):
        count = len(often[run])
        if kept.get(run, 0) < 0.8 * count:
            yield run
        for inner in _inside(run):
            kept[inner] = max(kept.get(inner, 0), count, kept.get(run, 0))


def _inside(run: str) -> Iterator[str]:
    """The runs one word shorter."""
    first, last = run.find(" "), run.rfind(" ")
    if run.count(" ") >= _SHORTEST:
        yield run[first + 1 :]
        yield run[:last]


def _compared(run: str, new: _Counts, old: _Counts) -> Rising | None:
    """How many times as many accounts, if that is sure; each side's share of its own."""
    here, there = len(new.accounts[run]), len(old.accounts.get(run, ()))
    share = (here + 0.5) / (len(new.speakers) + 1)
    rise = share / ((there + 0.5) / (len(old.speakers) + 1))
    error = math.sqrt(
        1 / (here + 0.5)
        - 1 / (len(new.speakers) + 1)
        + 1 / (there + 0.5)
        - 1 / (len(old.speakers) + 1)
    )
    if rise <= 1 or _surprise(here, new, there, old) < _SURE:
        return None
    reach = math.exp(_NORMAL * error)
    return Rising(run, here, new.posts[run], rise, rise / reach, rise * reach)


def _surprise(here: int, new: _Counts, there: int, old: _Counts) -> float:
    """The root of the likelihood ratio: how many deviations off one common share."""
    sides = (here, len(new.speakers)), (there, len(old.speakers))
    common = (here + there) / (len(new.speakers) + len(old.speakers))
    ratio = sum(_likely(count, of, count / of) for count, of in sides)
    ratio -= sum(_likely(count, of, common) for count, of in sides)
    return math.sqrt(max(0.0, 2 * ratio))


def _likely(count: int, of: int, share: float) -> float:
    """The log-likelihood of a count, without the part that is the same for any share."""
    yes = count * math.log(share) if count else 0.0
    no = (of - count) * math.log(1 - share) if count < of else 0.0
    return yes + no
