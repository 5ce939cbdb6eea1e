"""Who may open which address and do which act: one table, drawn from the code itself."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.urls import URLResolver, get_resolver

import marsad.desk
from marsad.desk.safeguards.acts import ACTS
from marsad.desk.safeguards.groups import RIGHTS, WORKERS_MAY, Group
from marsad.desk.safeguards.needs import OPEN

# What says nothing of acts, or acts when it is imported.
_APART: Final = frozenset(("settings", "wsgi", "migrations"))
# What an address written as a pattern has beyond its words: its ends, its groups.
_PATTERN: Final = re.compile(r"\^|\$$|\\|\(\?P(<\w+>)[^)]*\)")


def _plain(found: re.Match[str]) -> str:
    return found[1] or ""


@dataclass(frozen=True, slots=True)
class Door:
    """An address of the site: how it is written, its name, its right, its view."""

    route: str
    name: str
    right: str | None
    parameters: tuple[str, ...]
    view: str

    @property
    def is_open(self) -> bool:
        """Whether it is meant for whoever asks."""
        return self.right == OPEN

    @property
    def groups(self) -> frozenset[Group]:
        """Who may open it; none where it has declared no right that exists."""
        if self.is_open:
            return frozenset(Group)
        return RIGHTS.get(self.right or "", frozenset())


def doors() -> list[Door]:
    """Every address of the site, in the order of the map."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, before: str, space: str) -> Iterator[Door]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one, route, inner)
            continue
        view: Any = one.callback
        if getattr(view, "is_closed", False):
            # Addresses that the editor brings along and that answer nobody.
            continue
        yield Door(
            route=f"/{_PATTERN.sub(_plain, route)}",
            name=f"{space}{one.name or ''}",
            right=getattr(view, "right", None),
            parameters=tuple(one.pattern.regex.groupindex),
            view=f"{view.__module__}.{view.__name__}",
        )


def acts() -> dict[str, frozenset[Group]]:
    """Every act that the code knows, and the groups that may do it."""
    for module in modules(marsad.desk.__path__, "marsad.desk."):
        importlib.import_module(module)
    return {name: RIGHTS.get(name, frozenset()) for name in sorted(ACTS)}


def modules(paths: Iterable[str], prefix: str) -> Iterator[str]:
    """The names of all modules below these folders that may hold an act."""
    for one in pkgutil.iter_modules(paths, prefix):
        if one.name.rpartition(".")[2] in _APART:
            continue
        yield one.name
        if one.ispkg:
            package: Any = importlib.import_module(one.name)
            yield from modules(package.__path__, f"{one.name}.")


def table() -> str:
    """The two tables for people, in Markdown."""
    heads = " | ".join(str(group.value) for group in Group)
    lines = [
        "| address | right | nobody | " + heads + " |",
        "| --- | --- | --- |" + " --- |" * len(Group),
    ]
    for door in sorted(doors(), key=lambda door: door.route):
        nobody = "yes" if door.is_open else ""
        right = "open to all" if door.is_open else f"`{door.right}`"
        address = door.route.lstrip("/") or "/"
        lines.append(f"| `{address}` | {right} | {nobody} | {_row(door.groups)} |")
    lines += [
        "",
        "| act | machines | " + heads + " |",
        "| --- | --- |" + " --- |" * len(Group),
    ]
    for name, groups in acts().items():
        machines = "yes" if name in WORKERS_MAY else ""
        lines.append(f"| `{name}` | {machines} | {_row(groups)} |")
    return "\n".join(lines) + "\n"


def _row(groups: frozenset[Group]) -> str:
    return " | ".join("yes" if group in groups else "" for group in Group)
