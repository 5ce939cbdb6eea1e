import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.house import modules, name_of, tree

LONGEST = 100


def explained(path: Path) -> Iterator[tuple[str, str | None]]:
    """The module, its classes, its public functions, the public methods of public classes."""
    yield "the module", ast.get_docstring(tree(path))
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name, ast.get_docstring(node)
            if not node.name.startswith("_"):
                yield from functions(node.body, f"{node.name}.")
    yield from functions(tree(path).body)


def functions(
    body: list[ast.stmt], prefix: str = ""
) -> Iterator[tuple[str, str | None]]:
    for node in body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield f"{prefix}{node.name}", ast.get_docstring(node)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_what_is_public_says_in_one_line_what_it_is(path):
    for name, docstring in explained(path):
        first = (docstring or "").partition("\n")[0]

        assert first, f"{name} has no docstring"
        assert len(first) <= LONGEST, f"{name}: the first line is longer than {LONGEST}"
        assert first.rstrip("\"'»”)").endswith((".", "?", ":")), (
            f"{name}: no whole sentence"
        )
