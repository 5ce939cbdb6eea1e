"""How well names are written in Latin letters and compared across scripts, beside peers.

    .venv/bin/python benchmarks/names.py FOLDER

FOLDER holds the names of NETransliteration-COLING2018 (CC0): ``wd_arabic_64``, the
training file of the packaged tables, ``wd_arabic_16`` for development and
``wd_arabic_20`` for the test. Spellings are judged by every Latin spelling that a file
has for the same Arabic letters. For the comparison, each name counted twice or more
is paired with its own spelling, with the most alike spelling of another name, and with
the most alike of those that have the same consonants and another long vowel.

The peers: the letter maps of ``marsad.text.names``, Levenshtein's distance to the map,
and the equality of consonant keys.
"""

import argparse
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from marsad.text.names import name_key, romanise, romanise_foreign
from marsad.text.normalise import fold
from marsad.text.transliteration.decoding import spellings
from marsad.text.transliteration.likeness import SAME, likeness

FILES = {"development": "wd_arabic_16", "test": "wd_arabic_20"}
COMPARED = 1500
NEAREST = 8
LONG_VOWELS = "اوي"

References = Mapping[str, frozenset[str]]
Writer = Callable[[str], Sequence[str]]
Scale = Callable[[str, str], float]


class Pair(NamedTuple):
    """An Arabic and a Latin word, and whether they are one name."""

    arabic: str
    latin: str
    is_one: bool


WRITERS: Mapping[str, Writer] = {
    "letter map, Arab names": lambda word: [romanise(word).lower()],
    "letter map, foreign names": lambda word: [romanise_foreign(word).lower()],
    "model": lambda word: spellings(word),
}
# Each scale with the threshold from which it says "one name"; none: the best for F1 on
# the development names.
SCALES: Mapping[str, tuple[Scale, float | None]] = {
    "Levenshtein to the letter map": (
        lambda one, other: Levenshtein.normalized_similarity(
            romanise_foreign(one).lower(), other
        ),
        None,
    ),
    "equal consonant keys": (
        lambda one, other: float(name_key(one) == name_key(other)),
        1.0,
    ),
    "model": (likeness, SAME),
}


def names(path: Path) -> list[tuple[str, str, int]]:
    """The Arabic and the Latin letters of each name of a file, and its count."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        latin, arabic, seen = line.split("\t")
        letters = re.sub("[^ء-ي]", "", fold(arabic.replace(" ", "")))
        spelt = re.sub("[^a-z]", "", fold(latin))
        if letters and spelt:
            found.append((letters, spelt, int(seen)))
    return found


def by_arabic(among: Iterable[tuple[str, str, int]]) -> References:
    """All Latin spellings of each Arabic name."""
    spelt: dict[str, set[str]] = defaultdict(set)
    for arabic, latin, _ in among:
        spelt[arabic].add(latin)
    return {arabic: frozenset(spelt[arabic]) for arabic in sorted(spelt)}


def judge(write: Writer, references: References) -> str:
    """Right at once, right among five, likeness of letters, and the time a name."""
    first = five = 0
    alike = 0.0
    begun = time.process_time()
    written = {arabic: write(arabic) for arabic in references}
    each = (time.process_time() - begun) / len(references)
    for arabic, rights in references.items():
        ranked = written[arabic] or [""]
        first += ranked[0] in rights
        five += not rights.isdisjoint(ranked[:5])
        alike += max(
            Levenshtein.normalized_similarity(ranked[0], right) for right in rights
        )
    shares = [count / len(references) for count in (first, five, alike)]
    return " | ".join(f"{share:.3f}" for share in shares) + f" | {each * 1e6:.0f} µs"


def pairs(among: Sequence[tuple[str, str, int]]) -> list[Pair]:
    """True pairs, and for each the wrong names that are most like it."""
    often = sorted(one for one in among if one[2] > 1)
    random.Random(1).shuffle(often)  # noqa: S311 (a sample, the same on each run)
    latin = sorted({spelt for _, spelt, _ in among})
    arabic: dict[str, set[str]] = defaultdict(set)
    keyed: dict[str, list[str]] = defaultdict(list)
    for letters, spelt, _ in among:
        arabic[spelt].add(letters)
    for spelt in latin:
        keyed[name_key(spelt)].append(spelt)
    found = []
    for letters, spelt, _ in often[:COMPARED]:
        found.append(Pair(letters, spelt, is_one=True))
        near = [one for one in alike(spelt, latin) if letters not in arabic[one]]
        keys = alike(spelt, keyed[name_key(spelt)])
        other = [one for one in keys if is_other(letters, arabic[one])]
        found += [Pair(letters, one, is_one=False) for one in (*near[:1], *other[:1])]
    return found


def alike(spelt: str, among: Iterable[str]) -> list[str]:
    """The names most like one by their letters, itself left out."""
    ratio = Levenshtein.normalized_similarity
    found = process.extract(spelt, among, scorer=ratio, limit=NEAREST)
    return [one for one, _, _ in found if one != spelt]


def is_other(letters: str, others: Iterable[str]) -> bool:
    """Whether all Arabic spellings of a name have more or fewer long vowels."""
    long_ones = sum(letter in LONG_VOWELS for letter in letters)
    return all(
        sum(letter in LONG_VOWELS for letter in one) != long_ones for one in others
    )


def best_threshold(scale: Scale, among: Sequence[Pair]) -> float:
    """The threshold that makes most of the pairs right, by F1."""
    scores = sorted({round(scale(*pair[:2]), 2) for pair in among})
    return max(scores, key=lambda least: f1(scale, least, among)[2])


def f1(
    scale: Scale, least: float, among: Sequence[Pair]
) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and accuracy of a scale with a threshold."""
    said = [(scale(one, other) >= least, is_one) for one, other, is_one in among]
    right = sum(says and is_one for says, is_one in said)
    named = sum(says for says, _ in said)
    true = sum(is_one for _, is_one in said)
    accuracy = sum(says == is_one for says, is_one in said) / len(said)
    precision, recall = right / max(named, 1), right / max(true, 1)
    return precision, recall, 2 * right / max(named + true, 1), accuracy


def main(folder: Path) -> None:
    """Print both tables for the development and the test names."""
    read = {kind: names(folder / name) for kind, name in FILES.items()}
    print("| Names | Written by | first | in five | letters alike | a name |")
    for kind, among in read.items():
        references = by_arabic(among)
        for name, write in WRITERS.items():
            shown = judge(write, references)
            print(f"| {kind}, {len(references):,} | {name} | {shown} |")
    paired = {kind: pairs(among) for kind, among in read.items()}
    print("| Pairs | Compared by | from | P | R | F1 | accuracy | a pair |")
    for name, (scale, least) in SCALES.items():
        start = (
            least if least is not None else best_threshold(scale, paired["development"])
        )
        for kind, among in paired.items():
            clear = getattr(scale, "cache_clear", lambda: None)
            clear()
            begun = time.process_time()
            shown = " | ".join(f"{share:.3f}" for share in f1(scale, start, among))
            each = (time.process_time() - begun) / len(among) * 1e6
            print(
                f"| {kind}, {len(among):,} | {name} | {start:.2f} | {shown} | {each:.0f} µs |"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    main(parser.parse_args().folder)
