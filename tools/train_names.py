"""Count how names are written in Arabic and in Latin letters, for the model of names.

    .venv/bin/python tools/train_names.py FILE

FILE has one name a line: Latin letters, tab, Arabic letters with spaces between. The
packaged tables were counted in the training file of names from Wikidata labels. It
takes two minutes and writes the same bytes on each run.

1. Rules of the script say which Latin letters each Arabic letter may stand for.
2. From there, expectation and maximisation find which groups of letters belong together
   (six rounds: the seventh changes nothing that is written).
3. Every name is cut into its likeliest units, and runs of up to four units are counted
   as Kneser and Ney do: shorter runs by how many different units stand before them.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

from marsad.text.normalise import fold
from marsad.text.transliteration.decoding import groups_at

WRITTEN = Path(__file__).parent.parent / "src" / "marsad" / "text" / "transliteration"
SOURCE = """\
# source: Wikidata labels (CC0 1.0), as collected in github.com/steveash/NETransliteration-COLING2018
# (Merhav and Ash 2018), its training file only; counted by tools/train_names.py
"""
# What an Arabic consonant is written with, by the rules of the script, in English and
# French newsrooms and for foreign names. Vowels may follow each.
RULES = {
    "ب": "b p", "ت": "t", "ث": "th t s", "ج": "j g dj", "ح": "h", "خ": "kh ch h k j x",
    "د": "d", "ذ": "dh z d", "ر": "r", "ز": "z s", "س": "s c z", "ش": "sh ch sch s",
    "ص": "s", "ض": "d dh", "ط": "t", "ظ": "z dh th", "غ": "gh g", "ف": "f v ph",
    "ق": "q k g c", "ك": "k c ck q ch g", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "و": "w v", "ي": "y j", "گ": "g", "پ": "p", "چ": "ch", "ڤ": "v", "ژ": "j",
    "تش": "ch tch tsch c cz", "كس": "x ks", "دج": "j dj", "تز": "z tz", "تس": "z ts c tz",
}  # fmt: skip
VOWELS = {
    "ا": "a",
    "و": "o u ou oo",
    "ي": "i y e ee",
    "ه": "a ah e",
    "ع": "a",
    "ء": "a",
}
SOUNDLESS = "اعءهوي"
ROUNDS, LONGEST, RAREST = 6, 4, 0.3
# A rule counts as much as so many names that follow it.
RULE_COUNT = 2.0
# Names whose letters hardly belong together are translations or errors of the source.
WORST_UNIT = -9.5
UNIT_SEEN, RUN_SEEN, ORDER = 3, 2, 4
# How usual the one is for the other, against how often the two meet by chance.
USUALNESS = 0.5

Unit = tuple[str, str]


class Name(NamedTuple):
    """A name in Arabic and in Latin letters, and how much it weighs."""

    arabic: str
    latin: str
    weight: float


def names(path: Path) -> list[Name]:
    """The names of a file, folded, without those that are much longer in one script."""
    found: list[Name] = []
    for line in path.read_text("utf-8").splitlines():
        latin, arabic, seen = line.split("\t")
        latin = re.sub("[^a-z]", "", fold(latin))
        arabic = re.sub("[^ء-يپچڤژگ]", "", fold(arabic.replace(" ", "")))
        is_even = len(arabic) * 4 >= len(latin) and len(latin) * 2 + 1 >= len(arabic)
        if latin and arabic and is_even:
            found.append(Name(arabic, latin, 1 + log(int(seen))))
    return found


def by_rule(arabic: str, latin: str) -> float:
    """How well Latin letters keep the rules for a group of Arabic letters."""
    if not latin:
        return 1.0 if arabic in SOUNDLESS else 0.02
    if arabic in "اعوي" and not re.search("[^aeiouyw]", latin):
        return 1.0
    head = re.match("[^aeiou]*", latin).group()
    rest = latin[len(head) :]
    if re.sub(r"(.)\1", r"\1", head) in RULES.get(arabic, "").split():
        is_plain = not re.search("[^aeiouywh]", rest)
        return (1.0 if len(rest) < 2 else 0.3) if is_plain else 0.05
    return 0.002 if len(latin) < 3 else 0.0002


def lattice(name: Name) -> Iterator[tuple[int, int, Unit]]:
    """Every unit at every place of a name."""
    for place in range(len(name.arabic)):
        for group in groups_at(name.arabic, place):
            for start in range(len(name.latin) + 1):
                for end in range(start, min(len(name.latin), start + LONGEST) + 1):
                    yield place, start, (group, name.latin[start:end])


def expected(
    name: Name, chances: dict[Unit, float] | None
) -> Iterator[tuple[Unit, float]]:
    """How often each unit is expected in a name, over all ways to cut it."""
    forward = defaultdict(float, {(0, 0): 1.0})
    arcs = []
    for place, start, unit in lattice(name):
        before = forward.get((place, start), 0.0)
        chance = by_rule(*unit) if chances is None else chances.get(unit, 0.0)
        if before and chance:
            after = (place + len(unit[0]), start + len(unit[1]))
            forward[after] += before * chance
            arcs.append(((place, start), after, unit, chance))
    whole = (len(name.arabic), len(name.latin))
    total = forward.get(whole, 0.0)
    if not total:
        return
    backward = defaultdict(float, {whole: 1.0})
    for before, after, unit, chance in reversed(arcs):
        if beyond := backward.get(after, 0.0):
            backward[before] += chance * beyond
            yield unit, name.weight * forward[before] * chance * beyond / total


def counted(among: list[Name]) -> dict[Unit, float]:
    """Count the units of all names, round by round."""
    chances: dict[Unit, float] | None = None
    counts: dict[Unit, float] = {}
    for _ in range(ROUNDS):
        fresh: dict[Unit, float] = defaultdict(float)
        for name in among:
            for unit, share in expected(name, chances):
                fresh[unit] += share
        counts = {unit: count for unit, count in fresh.items() if count > RAREST}
        whole = sum(counts.values())
        chances = {unit: count / whole for unit, count in counts.items()}
    return counts


def with_rules(counts: dict[Unit, float]) -> dict[Unit, float]:
    """Let every rule count a little, also where no name of the file follows it."""
    full = {unit: count for unit, count in counts.items() if count >= RULE_COUNT}
    for table in (RULES, VOWELS):
        for arabic, spelt in table.items():
            for latin in spelt.split():
                full[arabic, latin] = counts.get((arabic, latin), 0.0) + RULE_COUNT
    return full


def weighed(counts: dict[Unit, float], among: list[Name]) -> dict[Unit, float]:
    """How much each unit speaks for one name: more than by chance, and usual."""
    of_arabic, of_latin = Counter(), Counter()
    for (arabic, latin), count in counts.items():
        of_arabic[arabic] += count
        of_latin[latin] += count
    letters = [letters_of(name.arabic for name in among)]
    letters.append(letters_of(name.latin for name in among))
    whole = sum(counts.values())
    weights = {}
    for (arabic, latin), count in counts.items():
        chance = log(count / whole)
        chance -= sum(letters[0][one] for one in arabic)
        chance -= sum(letters[1][one] for one in latin)
        usual = log(count / min(of_arabic[arabic], of_latin[latin]))
        weights[arabic, latin] = chance + USUALNESS * usual
    return weights


def letters_of(words: Iterable[str]) -> defaultdict[str, float]:
    """The logarithm of how often each letter is written, a name's end counted in."""
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(word + "$")
    whole = sum(counts.values())
    chances = {letter: log(count / whole) for letter, count in counts.items()}
    return defaultdict(lambda: -log(whole), chances)


def cut(name: Name, chances: dict[Unit, float]) -> list[Unit]:
    """A name in its likeliest units; none where they hardly belong together."""
    best: dict[tuple[int, int], tuple[float, list[Unit]]] = {(0, 0): (0.0, [])}
    for place, start, unit in lattice(name):
        before, chance = best.get((place, start)), chances.get(unit)
        if before is None or chance is None:
            continue
        after = (place + len(unit[0]), start + len(unit[1]))
        score = before[0] + log(chance)
        if after not in best or score > best[after][0]:
            best[after] = (score, [*before[1], unit])
    score, units = best.get((len(name.arabic), len(name.latin)), (0.0, []))
    return units if units and score / len(units) > WORST_UNIT else []


def runs(cuts: list[list[int]]) -> list[Counter[tuple[int, ...]]]:
    """The runs of one to four units with their counts, the shortest first."""
    plain: list[Counter[tuple[int, ...]]] = [Counter() for _ in range(ORDER)]
    for one in cuts:
        full = [0, *one, 1]
        for end in range(1, len(full)):
            for length in range(1, min(ORDER, end + 1) + 1):
                plain[length - 1][tuple(full[end - length + 1 : end + 1])] += 1
    for shorter, longer in pairwise(plain):
        # By what stands before; a name's beginning has nothing before it.
        befores = Counter(run[1:] for run in longer)
        for run in shorter:
            if run[0] != 0:
                shorter[run] = befores[run]
    return plain


def write_pairs(weights: dict[Unit, float]) -> None:
    """Write what the comparison of two words needs."""
    head = "# Arabic and Latin letter groups and how much they speak for one name.\n"
    lines = (f"{a}\t{b}\t{weight:.2f}\n" for (a, b), weight in sorted(weights.items()))
    text = head + SOURCE + "ar\tlatin\tweight\n" + "".join(lines)
    (WRITTEN / "pairs.tsv").write_text(text, "utf-8")


def write_units(kept: list[Unit]) -> None:
    """Write the units in the order of their numbers, which begin at 2."""
    head = "# Units of names, the most frequent first: Arabic letters, Latin letters.\n"
    lines = (f"{arabic}\t{latin}\n" for arabic, latin in kept)
    text = head + SOURCE + "ar\tlatin\n" + "".join(lines)
    (WRITTEN / "units.tsv").write_text(text, "utf-8")


def write_runs(plain: list[Counter[tuple[int, ...]]]) -> None:
    """Write after each run of units what follows it, numbers to the base of 36."""
    follows: dict[tuple[int, ...], dict[int, int]] = defaultdict(dict)
    whole: Counter[tuple[int, ...]] = Counter()
    for length, counts in enumerate(plain, 1):
        for run, count in counts.items():
            whole[run[:-1]] += count
            if length < ORDER - 1 or count >= RUN_SEEN:
                follows[run[:-1]][run[-1]] = count
    lines = [
        f"{' '.join(map(based, run))}\t{whole[run]}\t"
        + " ".join(f"{based(unit)} {based(after[unit])}" for unit in sorted(after))
        for run, after in sorted(follows.items())
    ]
    head = (
        "# Runs of units: those before, the whole count, what follows and how often.\n"
    )
    text = head + SOURCE + "before\twhole\tafter\n" + "\n".join(lines) + "\n"
    (WRITTEN / "runs.tsv").write_text(text, "utf-8")


def based(number: int) -> str:
    """A number to the base of 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    head, last = divmod(number, 36)
    return (based(head) if head else "") + digits[last]


def main(path: Path) -> None:
    """Count the names of a file and write the tables."""
    among = names(path)
    counts = counted(among)
    write_pairs(weighed(with_rules(counts), among))
    whole = sum(counts.values())
    chances = {unit: count / whole for unit, count in counts.items()}
    cuts = [units for name in among if (units := cut(name, chances))]
    seen = Counter(unit for units in cuts for unit in units)
    ranked = sorted(seen, key=lambda unit: (-seen[unit], unit))
    kept = [unit for unit in ranked if seen[unit] >= UNIT_SEEN]
    number = {unit: place for place, unit in enumerate(kept, 2)}
    write_units(kept)
    usual = [units for units in cuts if all(unit in number for unit in units)]
    write_runs(runs([[number[unit] for unit in units] for units in usual]))
    print(f"{len(among)} names, {len(usual)} counted, {len(kept)} units")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
