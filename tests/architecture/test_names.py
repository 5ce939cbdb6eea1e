import ast

import pytest

from architecture.house import PACKAGE, modules, name_of, tree

HEAPS = frozenset(
    "utils util helpers helper common misc core base lib libs shared services service "
    "managers manager handlers handler types stuff tools".split()
)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_and_no_folder_is_a_heap(path):
    names = {*path.relative_to(PACKAGE).with_suffix("").parts}

    assert not names & HEAPS, "name it after the thing it knows"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=name_of)
def test_a_package_says_its_word_and_holds_no_code(path):
    body = tree(path).body

    assert len(body) == 1
    assert isinstance(body[0], ast.Expr), "importing one module must not load another"


def test_every_folder_of_modules_is_a_package():
    folders = {path.parent for path in modules()}

    assert all((folder / "__init__.py").exists() for folder in folders)
