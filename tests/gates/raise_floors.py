"""Raise the floors of the gates to what is reached now; lowering one needs a reason.

Run it with `make gate-raise`. To lower a floor, for instance because passages were
added that are harder, say why; the reason is written beside the floors:

    make gate-raise BECAUSE="twelve interviews were added"
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from gates.measuring import SETS, figures, fingerprint, is_here

Floors = dict[str, dict[str, dict[str, float]]]


def fallen(before: Floors, now: Floors) -> dict[str, str]:
    """Each floor that what is reached now would lower: its name, from what to what."""
    found = {}
    for language, kinds in before.items():
        for kind, old in kinds.items():
            new = now.get(language, {}).get(kind, {"floor": 0.0})
            if new["floor"] < old["floor"]:
                name = f"{language} {kind}"
                found[name] = f"{old['floor']:.3f} to {new['floor']:.3f}"
    return found


def renewed(
    kept: dict[str, Any], now: Floors, marks: str, because: str
) -> dict[str, Any]:
    """The file of floors with every floor at what is reached now."""
    lowered = list(kept.get("lowered", []))
    falls = fallen(kept.get("floors", {}), now)
    if falls:
        lowered.append({"because": because, "floors": falls})
    return {"fingerprint": marks, "floors": now, "lowered": lowered}


def main() -> int:
    """Write the floors anew, or say which would fall and write nothing."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--lower-because", default="", metavar="REASON")
    because = grammar.parse_args().lower_because.strip()
    here = [(folder, file) for folder, file in SETS.items() if is_here(folder)]
    return max(_raise(folder, file, because) for folder, file in here)


def _raise(folder: Path, file: Path, because: str) -> int:
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    now = figures(folder)
    falls = fallen(kept.get("floors", {}), now)
    for name, fall in falls.items():
        print(f"{folder.name}, {name}: {fall}")
    if falls and not because:
        print(
            f"{file.name} stays: a floor falls only with --lower-because and a reason."
        )
        return 1
    content = renewed(kept, now, fingerprint(folder), because)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
