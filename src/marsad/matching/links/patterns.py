"""A pattern of addresses: a host, a path with stars; never a rule that others' words run."""

import re
from dataclasses import dataclass
from typing import Final

from marsad.errors import Unreadable
from marsad.matching.links.canonical import canonical_address
from marsad.matching.links.hosts import is_public_ending
from marsad.matching.links.public_places import CASELESS, PLATFORMS, SORTS_OF_PAGE

STAR: Final = "*"
LONGEST: Final = 500
_MOST_STARS: Final = 8
# So many letters before a star still name one account and its like.
_ENOUGH_TO_NAME: Final = 6
_DEFANGED: Final = re.compile(r"[\[({](\.|dot|:|//?)[\])}]", re.IGNORECASE)
_SCHEME: Final = re.compile(r"^(?:\*|h[tx]{2}ps?)://", re.IGNORECASE)
_STARS: Final = re.compile(r"\*{2,}")
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Pattern:
    """Addresses of one host, and of hosts below it, whose path begins or looks like this."""

    host: str
    is_below_too: bool
    steps: tuple[str, ...]
    is_open: bool
    asked: frozenset[str]

    def __str__(self) -> str:
        steps = (*self.steps, STAR) if self.is_open else self.steps
        asked = f"?{'&'.join(sorted(self.asked))}" if self.asked else ""
        below = "*." if self.is_below_too else ""
        return f"{below}{'/'.join((self.host, *steps))}{asked}"

    def takes_in(
        self, host: str, steps: tuple[str, ...], asked: frozenset[str]
    ) -> bool:
        """Whether an address, taken apart, is one of these."""
        is_there = host == self.host or (
            self.is_below_too and host.endswith(f".{self.host}")
        )
        long_enough = len(steps) >= len(self.steps)
        if not is_there or not long_enough or not self.asked <= asked:
            return False
        if not self.is_open and len(steps) != len(self.steps):
            return False
        return all(map(_fits, self.steps, steps))


def pattern_of(written: str) -> Pattern:
    """Read a pattern; raises Unreadable for what is none or takes in a whole platform."""
    plain = _DEFANGED.sub(
        lambda found: "." if found[1] in "dotDOT." else found[1], written
    )
    plain = _STARS.sub(STAR, _SCHEME.sub("", plain.strip()))
    if len(plain) > LONGEST or plain.count(STAR) > _MOST_STARS:
        raise _refused(written, f"is longer than {LONGEST} signs or has too many stars")
    host, slash, rest = plain.partition("/")
    is_below_too = host.startswith("*.")
    host = host.removeprefix("*.")
    if STAR in host:
        problem = "has a star within the name of its host"
        raise _refused(
            written, problem, "write *.example.org/* for a host and all below"
        )
    pattern = _built(host, is_below_too=is_below_too, rest=rest if slash else STAR)
    _refuse_the_wide(pattern, written)
    return pattern


def apart(canonical: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The host, the steps of the path and the question of a canonical address."""
    bare = canonical.partition("://")[2]
    path, _, query = bare.partition("?")
    host, *steps = path.split("/")
    return host, tuple(steps), frozenset(query.split("&") if query else ())


def _built(host: str, *, is_below_too: bool, rest: str) -> Pattern:
    path, _, query = rest.partition("?")
    is_open = path == STAR or path.endswith("/*")
    path = path.removesuffix(STAR).rstrip("/") if is_open else path
    # Brought to the form of addresses, so that both sides are written alike.
    address = canonical_address(
        f"https://{host}/{path}" + (f"?{query}" if query else "")
    )
    host, steps, asked = apart(address)
    if host in CASELESS and steps:
        steps = (steps[0].lower(), *steps[1:])
    return Pattern(host, is_below_too, steps, is_open, asked)


def _refuse_the_wide(pattern: Pattern, written: str) -> None:
    if pattern.host in PLATFORMS:
        if pattern.is_below_too or not _names_somebody(pattern):
            problem = "takes in a platform on which everybody writes"
            way_out = "name the account or the page: t.me/name/*"
            raise _refused(written, problem, way_out)
    elif is_public_ending(pattern.host):
        problem = "takes in every host under an ending that is open to all"
        raise _refused(written, problem, "name one host: *.example.org/*")


def _names_somebody(pattern: Pattern) -> bool:
    if any(STAR not in asked and "=" in asked for asked in pattern.asked):
        return True
    telling = (step for step in pattern.steps if step.lower() not in SORTS_OF_PAGE)
    named, star, _ = next(telling, STAR).lstrip("@+").partition(STAR)
    return len(named) >= _ENOUGH_TO_NAME if star else bool(named)


def _fits(glob: str, step: str) -> bool:
    """Whether a step looks like a glob; read once from left to right, so never slow."""
    first, *others = glob.split(STAR)
    if not others:
        return glob == step
    last = others.pop()
    if not step.startswith(first) or not step.endswith(last):
        return False
    at, end = len(first), len(step) - len(last)
    for part in others:
        found = step.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


def _refused(
    written: str, problem: str, way_out: str = "make it shorter"
) -> Unreadable:
    return Unreadable(repr(written[:_SHOWN]), problem, way_out)
