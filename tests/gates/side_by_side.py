"""Print what is reached on texts that rule writers read beside texts they never saw.

    make held-out                                passages, and articles where they are
    python -m gates.side_by_side FOLDER FOLDER   two folders of ar, en and fr

Full F1, span F1 in brackets, and how many findings were annotated. A gap of more than
0.05 means that rules were fitted to texts.
"""

import argparse
import sys
from pathlib import Path

from gates.measuring import (
    ARTICLES,
    ARTICLES_HELD_OUT,
    HELD_OUT,
    LANGUAGES,
    PASSAGES,
    is_here,
    reached,
)
from marsad.reading.scoring import KINDS, Tally


def main() -> int:
    """Print a table a language, of our own passages and of real articles."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("folders", nargs="*", type=Path, metavar="SEEN UNSEEN")
    folders = grammar.parse_args().folders
    pairs = [(folders[0], folders[1])] if len(folders) == _TWO else list(PAIRS)
    for seen, unseen in pairs:
        if is_here(seen) and is_here(unseen):
            print(f"{seen.parent.name}/{seen.name}, {unseen.parent.name}/{unseen.name}")
            for language in LANGUAGES:
                _table(language, seen, unseen)
        else:
            print(f"{seen}: the texts are not here; name their folder in MARSAD_NEWS")
    return 0


PAIRS = ((PASSAGES, HELD_OUT), (ARTICLES, ARTICLES_HELD_OUT))
_TWO = 2


def _table(language: str, folder: Path, unseen_folder: Path) -> None:
    seen, unseen = reached(language, folder), reached(language, unseen_folder)
    print(f"{language:12} {'development':>22} {'held out':>22} {'gap':>7}")
    for kind in (*KINDS, "all"):
        one, other = seen[kind], unseen[kind]
        gap = one.full_f1 - other.full_f1
        print(f"{kind:12} {_cell(one):>22} {_cell(other):>22} {gap:+7.3f}")
    print()


def _cell(tally: Tally) -> str:
    if not tally.gold:
        return "none"
    return f"{tally.full_f1:.3f} ({tally.span_f1:.3f}) of {tally.gold}"


if __name__ == "__main__":
    sys.exit(main())
