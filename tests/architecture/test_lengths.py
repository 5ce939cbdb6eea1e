import ast

import pytest

from architecture.house import modules, name_of, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
DEEPEST = 3

_NESTING = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_file_fits_in_a_head(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE, (
        "part it by its words"
    )


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_function_fits_on_a_screen_and_is_not_nested_deeply(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"
            assert depth(node.body) <= DEEPEST, (
                f"{node.name} is nested {depth(node.body)} deep"
            )


def depth(body):
    """How deep the blocks of a function stand in one another."""
    return max(
        (1 + inner(node) for node in body if isinstance(node, _NESTING)), default=0
    )


def inner(node):
    blocks = [*getattr(node, "handlers", []), *getattr(node, "cases", [])]
    bodies = [block.body for block in [node, *blocks] if hasattr(block, "body")]
    other = getattr(node, "orelse", [])
    # An elif stands beside its if, not within it.
    beside = isinstance(node, ast.If) and [type(one) for one in other] == [ast.If]
    around = inner(other[0]) if beside else depth(other)
    return max(around, *map(depth, bodies))
