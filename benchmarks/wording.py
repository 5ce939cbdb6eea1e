"""How near wording is found: recall by evasion, false links, speed, against other tools.

    python benchmarks/wording.py [--texts FILE] [--banked N] [--many N] [--peers-banked N]

FILE holds one text a line; without it all texts are made by rule (wording_texts.py).
Every figure is of one process on one core, in CPU seconds.
"""

import argparse
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import wording_peers
from wording_edits import EDITS, fits, three_at_once
from wording_texts import Chain, Writer, look_alikes

from marsad.matching.signals import Band
from marsad.matching.wording.near import WORDING
from marsad.text.language import language_of

LANGUAGES: Final = ("ar", "ar", "ar", "en", "fr")
_ASKED_OF_PEERS: Final = 60
_RAW_TEXT_BANKED: Final = 300
_BATCH: Final = 20_000

Text = tuple[str, str]


def main() -> None:
    """Run what was asked for and print it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--texts", type=Path)
    asked.add_argument("--banked", type=int, default=100_000)
    asked.add_argument("--many", type=int, default=1_000_000)
    asked.add_argument("--pairs", type=int, default=5000)
    asked.add_argument("--peers-banked", type=int, default=5000)
    options = asked.parse_args()
    world = World(options.texts)
    banked = world.texts(options.banked)
    WORDING.index([(0, banked[0][1])]).find(
        [banked[1][1]]
    )  # compiled once, not counted
    if options.peers_banked:
        _peers(banked[: options.peers_banked], world)
    _recall(banked, world)
    _false_links(options.pairs, world)
    for count in (options.banked, options.many):
        if count:
            _speed(count, world)


class World:
    """Where texts come from: real ones and what is like them, or all made by rule."""

    def __init__(self, path: Path | None) -> None:
        self.writers = {name: Writer(name, 1) for name in ("ar", "en", "fr")}
        self.real: list[Text] = []
        self.chains: dict[str, Chain] = {}
        if path:
            lines = path.read_text("utf-8").splitlines()
            self.real = [(language_of(line), line) for line in lines if line]
            self.real = [one for one in self.real if one[0] in self.writers]
            for name in self.writers:
                self.chains[name] = Chain(
                    [text for of, text in self.real if of == name], 1
                )

    def texts(self, count: int, seed: int = 1) -> list[Text]:
        """So many texts of 60 to 300 characters with their languages, the real first."""
        found = self.real[:count] if seed == 1 else []
        makers = {name: self._maker(name, seed) for name in self.writers}
        names = (LANGUAGES[at % 5] for at in range(count - len(found)))
        return [*found, *((name, makers[name].text()) for name in names)]

    def _maker(self, name: str, seed: int) -> "Chain | Writer":
        if self.chains:
            return Chain(self.chains[name].texts, seed)
        return Writer(name, 1000 + seed)

    def by_language(self) -> dict[str, list[str]]:
        """Texts to make look-alikes of, in the order in which they were written."""
        of = self.real or self.texts(6000, 5)
        return {
            name: [text for language, text in of if language == name]
            for name in self.writers
        }


def _recall(banked: Sequence[Text], world: World) -> None:
    print(f"\nRecall on {len(banked):,} banked texts, each met once, altered at random")
    started = time.process_time()
    index = WORDING.index((n, text) for n, (_, text) in enumerate(banked))
    print(f"built in {time.process_time() - started:.1f} s of CPU")
    draw = random.Random(7)  # noqa: S311 (a fixed draw, not a secret)
    met: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, (language, text) in enumerate(banked):
        names = [name for name in EDITS if fits(name, language)]
        name = draw.choice([*names, "three at once"])
        edit = EDITS.get(name, three_at_once)
        met[name].append((number, edit(text, draw, world.writers[language])))
    total = [0, 0, 0]
    print(f"{'edit':26}{'posts':>8}{'same':>9}{'or look':>9}")
    for name in [*EDITS, "three at once"]:
        same, linked = _found(index.find([text for _, text in met[name]]), met[name])
        count = len(met[name])
        total = [total[0] + count, total[1] + same, total[2] + linked]
        print(f"{name:26}{count:8,}{same / count:9.3f}{linked / count:9.3f}")
    print(
        f"{'all':26}{total[0]:8,}{total[1] / total[0]:9.3f}{total[2] / total[0]:9.3f}"
    )


def _found(answers: list, met: Sequence[tuple[int, str]]) -> tuple[int, int]:
    """How many posts are told as the same as their text, and how many as a likeness."""
    bands = [
        max((one.band for one in answer if one.number == number), default=0)
        for answer, (number, _) in zip(answers, met, strict=True)
    ]
    return sum(band == Band.SAME for band in bands), sum(band > 0 for band in bands)


def _false_links(count: int, world: World) -> None:
    pairs = look_alikes(count, 1, world.by_language(), are_real=bool(world.real))
    index = WORDING.index(enumerate(one for one, _ in pairs))
    answers = index.find([other for _, other in pairs])
    own = [
        [one.band for one in answer if one.number == number]
        for number, answer in enumerate(answers)
    ]
    same, look = (
        sum(band in bands for bands in own) for band in (Band.SAME, Band.LOOK)
    )
    print(
        f"\nHarmless look-alikes: {count:,} pairs; told as the same {same}, as a look {look}"
    )
    for number, (one, other) in enumerate(pairs):
        if Band.SAME in own[number]:
            print(f"  {one!r}\n  {other!r}")
    for name, way in (
        ("rensa", wording_peers.rensa_of),
        ("datasketch", wording_peers.datasketch_of),
    ):
        found = way([one for one, _ in pairs])([other for _, other in pairs])
        links = sum(number in numbers for number, numbers in enumerate(found))
        print(f"{name}: {links}")


def _speed(count: int, world: World) -> None:
    banked = world.texts(count)
    started = time.process_time()
    index = WORDING.index((n, text) for n, (_, text) in enumerate(banked))
    built = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 2**20
    print(
        f"\n{count:,} banked: built in {built:.1f} s of CPU, {size:,.0f} MB of arrays,"
    )
    print(f"the process took {peak:,.0f} MB at most, all texts included")
    draw = random.Random(9)  # noqa: S311 (a fixed draw, not a secret)
    new = [text for _, text in world.texts(_BATCH, 77)]
    mixed = list(new)
    for at in range(0, len(new), 20):
        number = draw.randrange(count)
        language, text = banked[number]
        mixed[at] = three_at_once(text, draw, world.writers[language])
    for what, posts in (("that match nothing", new), ("of which 5 % match", mixed)):
        seconds = min(_timed(index.find, posts) for _ in range(3))
        hits = sum(map(bool, index.find(posts)))
        print(f"{len(posts) / seconds:9,.0f} posts a second {what} ({hits:,} answered)")
    more = [(count + n, text) for n, (_, text) in enumerate(world.texts(1000, 78))]
    started = time.process_time()
    index.add(more)
    print(f"1,000 more added in {1000 * (time.process_time() - started):.0f} ms of CPU")


def _timed(find: Callable[[Sequence[str]], object], posts: Sequence[str]) -> float:
    started = time.process_time()
    find(posts)
    return time.process_time() - started


def _peers(banked: Sequence[Text], world: World) -> None:
    texts = [text for _, text in banked]
    print(f"Against others: {len(texts):,} banked, {_ASKED_OF_PEERS} posts an edit")
    print(f"(raw_text, which is asked of every text: {_RAW_TEXT_BANKED} banked)")
    ways: dict[str, Callable[[Sequence[str]], wording_peers.Find]] = {
        "Marsad": _ours,
        "rensa": wording_peers.rensa_of,
        "datasketch": wording_peers.datasketch_of,
        "raw_text": wording_peers.raw_text_of,
        "TLSH": wording_peers.tlsh_of,
    }
    columns = {}
    for name, way in ways.items():
        few = texts[:_RAW_TEXT_BANKED] if name in ("raw_text", "TLSH") else texts
        try:
            columns[name] = _column(name, way(few), banked, len(few), world)
        except ImportError as missing:
            print(f"{name} left out: {missing}")
    print(f"{'edit':26}" + "".join(f"{name:>12}" for name in columns))
    for edit in EDITS:
        row = "".join(f"{column[edit]:12.2f}" for column in columns.values())
        print(f"{edit:26}{row}")


def _ours(texts: Sequence[str]) -> wording_peers.Find:
    index = WORDING.index(enumerate(texts))
    return lambda met: [{one.number for one in many} for many in index.find(met)]


def _column(
    name: str, find: wording_peers.Find, banked: Sequence[Text], most: int, world: World
) -> dict[str, float]:
    """The share found of each edit by one way."""
    draw = random.Random(8)  # noqa: S311 (a fixed draw, not a secret)
    column = {}
    spent, asked = 0.0, 0
    for edit, alter in EDITS.items():
        fitting = (
            (n, *one) for n, one in enumerate(banked[:most]) if fits(edit, one[0])
        )
        some = list(islice(fitting, _ASKED_OF_PEERS))
        met = [alter(text, draw, world.writers[language]) for _, language, text in some]
        started = time.process_time()
        found = find(met)
        spent, asked = spent + time.process_time() - started, asked + len(met)
        hits = sum(n in numbers for (n, *_), numbers in zip(some, found, strict=True))
        column[edit] = hits / len(some)
    print(f"{name}: {asked / spent:,.0f} posts a second, each of which should match")
    return column


if __name__ == "__main__":
    main()
