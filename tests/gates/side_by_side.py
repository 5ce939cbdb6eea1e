"""Print what is reached on texts that rule writers read beside texts they never saw.

    make held-out                                the passages of the repository
    python -m gates.side_by_side FOLDER FOLDER   two folders of ar, en and fr

Full F1, span F1 in brackets, and how many findings were annotated. A gap of more than
0.05 means that rules were fitted to texts.
"""

import argparse
import sys
from pathlib import Path

from gates.measuring import HELD_OUT, LANGUAGES, PASSAGES, reached
from marsad.reading.scoring import KINDS, Tally


def main() -> int:
    """Print a table a language."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("seen", nargs="?", type=Path, default=PASSAGES)
    grammar.add_argument("unseen", nargs="?", type=Path, default=HELD_OUT)
    chosen = grammar.parse_args()
    for language in LANGUAGES:
        seen = reached(language, chosen.seen)
        unseen = reached(language, chosen.unseen)
        print(f"{language:12} {'development':>22} {'held out':>22} {'gap':>7}")
        for kind in (*KINDS, "all"):
            one, other = seen[kind], unseen[kind]
            gap = one.full_f1 - other.full_f1
            print(f"{kind:12} {_cell(one):>22} {_cell(other):>22} {gap:+7.3f}")
        print()
    return 0


def _cell(tally: Tally) -> str:
    if not tally.gold:
        return "none"
    return f"{tally.full_f1:.3f} ({tally.span_f1:.3f}) of {tally.gold}"


if __name__ == "__main__":
    sys.exit(main())
