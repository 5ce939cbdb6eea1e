import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from architecture.house import ROOT

# Licences that ask for no more than to be named, or whose source duty ends at their own
# files (MPL). What has a choice of licences is used under the one that stands here.
ALLOWED = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla Public|0BSD|Zlib|"
    r"CC0|Unlicense|CNRI-Python|HPND",
)
# The wrapper is MIT; the pandoc inside is GPL and runs as a program of its own, so
# nothing of it is linked into what we distribute.
SEPARATE_PROGRAMS = frozenset(("pypandoc-binary",))
# LGPL, and only with the extra that names it: an unchanged library that whoever runs the
# site may replace, which is all that its licence asks for.
REPLACEABLE = frozenset(("psycopg", "psycopg-binary"))
# Tells its licence in a file alone: MIT, and MPL for the script in it; tests only.
STATED_IN_A_FILE = frozenset(("axe-playwright-python",))


def installed() -> list[str]:
    """The locked packages that are here; others are for other systems or groups."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    names = {package["name"] for package in lock["package"]} - {"marsad"}
    return sorted(name for name in names if is_here(name))


def is_here(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def stated(name: str) -> list[str]:
    """What a package says of its licence, the newest field first."""
    metadata = distribution(name).metadata
    if expression := metadata.get("License-Expression"):
        return [expression]
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in metadata.get_all("Classifier", [])
        if kind.startswith("License ::") and not kind.endswith("OSI Approved")
    ]
    return kinds or [metadata.get("License") or "not stated"]


def is_allowed(licence: str) -> bool:
    """Whether one choice of an expression is allowed in all its parts."""
    choices = re.split(r"\s+OR\s+", licence.strip("()"))
    return any(
        all(ALLOWED.search(part) for part in re.split(r"\s+AND\s+", choice))
        for choice in choices
    )


@pytest.mark.parametrize("name", installed())
def test_every_package_may_be_used_here(name):
    licences = stated(name)

    if name not in SEPARATE_PROGRAMS | REPLACEABLE | STATED_IN_A_FILE:
        assert any(map(is_allowed, licences)), f"{name}: {licences}"


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        pytest.param("MIT", True, id="permissive"),
        pytest.param(
            "MPL-1.1 OR GPL-2.0-only", True, id="a choice with one that is allowed"
        ),
        pytest.param("MIT AND GPL-3.0-only", False, id="two duties, one not allowed"),
        pytest.param("AGPL-3.0", False, id="a duty on the network"),
        pytest.param("not stated", False, id="nothing said"),
    ],
)
def test_a_licence_is_judged_by_its_choices_and_its_parts(licence, allowed):
    assert is_allowed(licence) is allowed
