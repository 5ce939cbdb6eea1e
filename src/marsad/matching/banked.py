"""All banked signals, an index a kind, in memory or in one folder."""

import json
import secrets
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.kinds import KINDS
from marsad.matching.signals import Index, Kind, Signal

_CURRENT: Final = "current.json"
_SET: Final = "set-"
_WAY_OUT: Final = "build the indexes again from the bank"


@dataclass(frozen=True, slots=True)
class Banked:
    """What posts are matched against: an index for every kind of signal."""

    by_kind: Mapping[Kind, Index]

    @classmethod
    def of(cls, signals: Iterable[Signal] = ()) -> "Banked":
        """Indexes over signals, in memory."""
        banked = cls({kind.kind: kind.index() for kind in KINDS})
        banked.add(signals)
        return banked

    @classmethod
    def opened(cls, folder: Path) -> "Banked":
        """Indexes that were saved; raises Unreadable where something is damaged."""
        inside = folder / _current(folder)
        return cls({kind.kind: kind.opened(inside / kind.kind) for kind in KINDS})

    def __len__(self) -> int:
        return sum(map(len, self.by_kind.values()))

    def add(self, signals: Iterable[Signal]) -> None:
        """Find these from the next post on; values are canonical."""
        pairs: dict[Kind, list[tuple[int, str]]] = defaultdict(list)
        for signal in signals:
            pairs[signal.kind].append((signal.number, signal.value))
        for kind, some in pairs.items():
            self.by_kind[kind].add(some)

    def drop(self, numbers: Iterable[int]) -> None:
        """Find these no more."""
        gone = list(numbers)
        for index in self.by_kind.values():
            index.drop(gone)

    def save(self, folder: Path) -> None:
        """Write all indexes down, whole or not at all: the older set stands until then."""
        name = _SET + secrets.token_hex(4)
        for kind, index in self.by_kind.items():
            index.save(folder / name / kind.value)
        part = folder / f"{_CURRENT}.part"
        part.write_text(json.dumps({"set": name}), "utf-8")
        part.replace(folder / _CURRENT)
        for older in folder.glob(f"{_SET}*"):
            if older.name != name:
                shutil.rmtree(older, ignore_errors=True)


def _current(folder: Path) -> str:
    path = folder / _CURRENT
    try:
        name = json.loads(path.read_text("utf-8"))["set"]
    except (OSError, ValueError, KeyError, TypeError):
        raise Unreadable(str(path), "is not there or damaged", _WAY_OUT) from None
    if not isinstance(name, str) or not name.startswith(_SET) or "/" in name:
        raise Unreadable(str(path), "names no set of indexes", _WAY_OUT)
    return name
