import re
import tomllib

import pytest

from architecture.house import ROOT, name_of, project_files

# Each word has one letter in brackets, so that this file may be searched like any other.
FOREIGN = {
    "a path of somebody's machine": re.compile(
        r"/[w]ork/|/[r]oot/|/[f]arm/|/[h]ome/\w+/"
    ),
    "a host of a package registry": re.compile(
        r"[p]ypi\.org|[p]ythonhosted|registry\.[n]pmjs|deb\.[d]ebian"
    ),
    "somebody's workplace": re.compile(r"\.[l]ibrary/|[f]arm-(?:bench|studio)"),
}
PROMISES = re.compile(r"\b[T]ODO|[F]IXME|[X]XX|[N]otImplemented")
PUBLIC_REGISTRY = ".".join(("https://pypi", "org/simple"))


def is_text(path):
    return path.name != "uv.lock" and b"\0" not in path.read_bytes()[:4096]


TEXTS = list(filter(is_text, project_files()))
SOURCES = [path for path in TEXTS if name_of(path).startswith("src/")]


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_the_project_speaks_only_of_itself(path):
    text = path.read_text("utf-8")

    for what, pattern in FOREIGN.items():
        found = pattern.search(text)
        assert not found, f"{what}: {found[0] if found else ''}"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_promised_is_left_open(path):
    assert not PROMISES.search(path.read_text("utf-8"))


def test_the_lock_file_names_no_registry_but_the_public_one():
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))

    sources = {
        package["source"].get("registry", PUBLIC_REGISTRY)
        for package in lock["package"]
    }

    assert sources == {PUBLIC_REGISTRY}
