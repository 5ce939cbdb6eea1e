import re
import sys
import tomllib
from functools import cache

import pytest

from architecture.house import ROOT, modules
from architecture.test_imports import imported

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
# Where a package is imported by another name than it is installed by.
NAMES = {
    "python-docx": "docx",
    "pypandoc-binary": "pypandoc",
    "vl-convert-python": "vl_convert",
    "django-axes": "axes",
    "django-ninja": "ninja",
    "pillow": "PIL",
}
# Imported by others on our behalf: trafilatura cannot be imported without it.
UNSEEN = frozenset(("lxml-html-clean",))
# Named in the settings of the desk, or started as a program: what each is asked by.
BY_NAME = {
    "argon2-cffi": "Argon2PasswordHasher",
    "gunicorn": '"gunicorn"',
    "psycopg": "postgresql",
    "whitenoise": "whitenoise.middleware",
    "django-axes": '"axes"',
    "django-ninja": '"ninja"',
}


def declared():
    asked = [
        *PROJECT["dependencies"],
        *(one for group in EXTRAS.values() for one in group),
    ]
    # Two groups may need one package.
    return sorted({re.split(r"[\[<>=~! ]", one)[0] for one in asked})


@cache
def used():
    return {name.partition(".")[0] for path in modules() for name in imported(path)}


@pytest.mark.parametrize("package", declared())
def test_no_package_is_installed_for_nothing(package):
    name = NAMES.get(package, package).replace("-", "_")

    asked = BY_NAME.get(package)
    is_named = asked and any(asked in path.read_text("utf-8") for path in modules())
    assert name in used() or package in UNSEEN or is_named


def test_every_package_that_is_imported_is_declared():
    known = {NAMES.get(package, package).replace("-", "_") for package in declared()}
    foreign = {
        name
        for name in used()
        if name and name != "marsad" and name not in sys.stdlib_module_names
    }

    assert foreign <= known
