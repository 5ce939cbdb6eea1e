"""What is new: wording that more accounts use than before, as runs of words.

Counted by accounts, not by posts: one that says a thing a hundred times says it once. A
run is told only where enough accounts share it that it names none of them, and where the
rise is not what few counts do by themselves: by the likelihood ratio of two shares, which
holds for rare words (Dunning 1993, "Accurate methods for the statistics of surprise and
coincidence").
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from marsad.measuring.disclosure import FEWEST_ACCOUNTS
from marsad.text.normalise import View, fold
from marsad.text.tokens import Tokens, words_of

_LONGEST: Final = 12
_SHORTEST: Final = 2
# Of so many uses the commonest spelling is taken.
_SPELLINGS: Final = 50
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


# A post by its account and its folded words.
_Words = list[tuple[int, tuple[str, ...]]]
_Users = dict[str, set[int]]


def rising(now: Iterable[Said], before: Iterable[Said]) -> tuple[Rising, ...]:
    """Wording that rises, the surest first; longer runs stand for those inside them."""
    posts = list(now)
    new, old = _words(posts), _words(before)
    sides = _Sides(len({one for one, _ in new}), len({one for one, _ in old}))
    if not sides.new or not sides.old:
        return ()
    often = _often(new)
    runs = tuple(_outermost(often))
    counts = _posts_with(new, runs)
    users = _users_of(old, frozenset(runs))
    found = (
        _compared(Rising(run, len(often[run]), counts[run], 0, 0, 0), users, sides)
        for run in runs
    )
    told = [one for one in found if one is not None]
    told.sort(key=lambda one: (-one.low, one.words))
    written = _as_written({one.words for one in told}, posts)
    return tuple(replace(one, words=written[one.words]) for one in told)


def _as_written(runs: set[str], posts: Iterable[Said]) -> Mapping[str, str]:
    """How each run is written by those who wrote it first: folded words are no spelling."""
    seen: dict[str, Counter[str]] = {run: Counter() for run in runs}
    waiting = set(runs)
    for post in posts:
        if not waiting:
            break
        for run, words in _spellings(post.text, waiting):
            seen[run][words] += 1
            if seen[run].total() >= _SPELLINGS:
                waiting.discard(run)
    return {run: found.most_common(1)[0][0] for run, found in seen.items()}


def _spellings(text: str, runs: set[str]) -> Iterator[tuple[str, str]]:
    view = View(text)
    tokens = Tokens(view.text)
    places = [at for at, word in enumerate(tokens.words) if _says(word)]
    words = tuple(tokens.words[at] for at in places)
    for length in {run.count(" ") + 1 for run in runs}:
        for start, run in enumerate(_windows(words, length)):
            if run in runs:
                first, last = places[start], places[start + length - 1]
                yield run, view.span(tokens.starts[first], tokens.ends[last]).quote


class _Sides(NamedTuple):
    """How many accounts there are now and were before."""

    new: int
    old: int


def _words(posts: Iterable[Said]) -> _Words:
    return [
        (post.account, tuple(word for word in words_of(fold(post.text)) if _says(word)))
        for post in posts
    ]


def _says(word: str) -> bool:
    return word.isalpha()


def _often(posts: _Words) -> _Users:
    """Runs of enough accounts, from short to long: each part of one is itself often."""
    found: _Users = {}
    before = _enough(_users(posts, 1, None))
    for length in range(_SHORTEST, _LONGEST + 1):
        before = _enough(_users(posts, length, before))
        found |= before
    return found


def _users(posts: _Words, length: int, parts: _Users | None) -> _Users:
    """Which accounts used each run of a length whose two parts were often."""
    found: _Users = defaultdict(set)
    for account, words in posts:
        for run in _windows(words, length):
            if parts is None or _has_parts(run, parts):
                found[run].add(account)
    return found


def _has_parts(run: str, parts: _Users) -> bool:
    head, tail = run[: run.rfind(" ")], run[run.find(" ") + 1 :]
    return head in parts and tail in parts


def _enough(users: _Users) -> _Users:
    return {run: some for run, some in users.items() if len(some) >= FEWEST_ACCOUNTS}


def _windows(words: tuple[str, ...], length: int) -> Iterator[str]:
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def _users_of(posts: _Words, runs: frozenset[str]) -> _Users:
    """Which accounts used these runs and no others."""
    lengths = sorted({run.count(" ") + 1 for run in runs})
    found: _Users = defaultdict(set)
    for account, words in posts:
        for run in _runs(words, lengths) & runs:
            found[run].add(account)
    return found


def _runs(words: tuple[str, ...], lengths: Iterable[int]) -> set[str]:
    return {run for length in lengths for run in _windows(words, length)}


def _posts_with(posts: _Words, runs: tuple[str, ...]) -> Mapping[str, int]:
    wanted = frozenset(runs)
    lengths = sorted({run.count(" ") + 1 for run in wanted})
    found: dict[str, int] = defaultdict(int)
    for _account, words in posts:
        for run in _runs(words, lengths) & wanted:
            found[run] += 1
    return found


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


def _compared(one: Rising, before: _Users, sides: _Sides) -> Rising | None:
    """How many times as many accounts, if that is sure; each side's share of its own."""
    here, there = one.accounts, len(before.get(one.words, ()))
    share = (here + 0.5) / (sides.new + 1)
    rise = share / ((there + 0.5) / (sides.old + 1))
    if rise <= 1 or _surprise((here, sides.new), (there, sides.old)) < _SURE:
        return None
    parts = 1 / (here + 0.5) - 1 / (sides.new + 1) + 1 / (there + 0.5)
    reach = math.exp(_NORMAL * math.sqrt(parts - 1 / (sides.old + 1)))
    return replace(one, rise=rise, low=rise / reach, high=rise * reach)


def _surprise(here: tuple[int, int], there: tuple[int, int]) -> float:
    """The root of the likelihood ratio: how many deviations off one common share."""
    sides = here, there
    common = (here[0] + there[0]) / (here[1] + there[1])
    ratio = sum(_likely(count, of, count / of) for count, of in sides)
    ratio -= sum(_likely(count, of, common) for count, of in sides)
    return math.sqrt(max(0.0, 2 * ratio))


def _likely(count: int, of: int, share: float) -> float:
    """The log-likelihood of a count, without the part that is the same for any share."""
    yes = count * math.log(share) if count else 0.0
    no = (of - count) * math.log(1 - share) if count < of else 0.0
    return yes + no
