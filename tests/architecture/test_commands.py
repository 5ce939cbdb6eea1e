import argparse
import re

import pytest

from architecture.house import ROOT, name_of
from marsad.cli.main import parser

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MANUAL = (ROOT / "docs" / "command-line.md").read_text("utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")]
)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Each command of the command line with its grammar."""
    [choices] = [
        action
        for action in parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(choices.choices)


def options(grammar):
    """The options of a command, those of its deeds (`marsad audit verify`) included."""
    found = [name for action in grammar._actions for name in action.option_strings]
    for action in grammar._actions:
        if isinstance(action, argparse._SubParsersAction):
            for deed in action.choices.values():
                found += options(deed)
    return found


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_make_target_that_a_page_names_exists(page):
    named = re.findall(
        r"\bmake ([a-z]+(?:-[a-z]+)*)(?=[`\n ])", page.read_text("utf-8")
    )
    # In prose, "make" is also a verb: only what is written as code is a command.
    written = [name for name in named if f"`make {name}" in page.read_text("utf-8")]

    assert all(re.search(rf"^{name}:", MAKEFILE, re.MULTILINE) for name in written), (
        written
    )


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_that_a_page_shows_exists_with_its_options(page):
    for line in re.findall(
        r"^(?:\$ )?marsad (.+)$", page.read_text("utf-8"), re.MULTILINE
    ):
        name, *words = line.split()
        assert name in commands(), line
        known = options(commands()[name])
        used = [word.partition("=")[0] for word in words if word.startswith("--")]
        assert set(used) <= set(known), line


def test_the_readme_names_both_ways_in():
    assert "make demo" in README
    assert "make test" in README


@pytest.mark.parametrize("name", commands())
def test_the_manual_describes_every_command_and_option(name):
    section = re.search(
        rf"^## marsad {name}\n(.*?)(?=^## |\Z)", MANUAL, re.DOTALL | re.MULTILINE
    )

    assert section, f"docs/command-line.md has no section on {name}"
    for option in options(commands()[name]):
        if option not in ("-h", "--help"):
            assert f"`{option}" in section[1], f"{option} of {name} is not described"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_within_the_project_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), target
