"""The nodes of pandoc's document tree that a brief is written with."""

from typing import Any, Final

from marsad.composing.pieces import direction

Node = dict[str, Any]

# The version of pandoc's tree that these values are written for.
VERSION: Final = [1, 23, 1]
NO_ATTRIBUTES: Final[list[Any]] = ["", [], []]

LINE_BREAK: Final[Node] = {"t": "LineBreak"}


def text(words: str) -> Node:
    """Words as they are; nothing in them is a command."""
    return {"t": "Str", "c": words}


def strong(inlines: list[Node]) -> Node:
    """Words in bold."""
    return {"t": "Strong", "c": inlines}


def emphasis(inlines: list[Node]) -> Node:
    """Words in italics."""
    return {"t": "Emph", "c": inlines}


def paragraph(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def quotation(blocks: list[Node]) -> Node:
    """Blocks that are set in from both sides."""
    return {"t": "BlockQuote", "c": blocks}


def heading(level: int, inlines: list[Node]) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, NO_ATTRIBUTES, inlines]}


def _tongue(language: str) -> list[Any]:
    return ["", [], [["lang", language], ["dir", direction(language)]]]


def div(blocks: list[Node], language: str) -> Node:
    """Blocks in a language, in its direction."""
    return {"t": "Div", "c": [_tongue(language), blocks]}


def span(inlines: list[Node], language: str) -> Node:
    """Words in a language, in their direction."""
    return {"t": "Span", "c": [_tongue(language), inlines]}


def link(address: str) -> Node:
    """An address that can be followed."""
    return {"t": "Link", "c": [NO_ATTRIBUTES, [text(address)], [address, ""]]}


def picture(path: str, alternative: str) -> Node:
    """A picture with the words that stand for it."""
    width = ["", [], [["width", "14cm"]]]
    return {"t": "Image", "c": [width, [text(alternative)], [path, ""]]}


def table(
    caption: list[Node], columns: list[list[Node]], rows: list[list[list[Node]]]
) -> Node:
    """A table with a caption and one row of heads."""
    default = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in columns]
    return {
        "t": "Table",
        "c": [
            NO_ATTRIBUTES,
            [None, [{"t": "Plain", "c": caption}]],
            default,
            [NO_ATTRIBUTES, [_cells(columns)]],
            [[NO_ATTRIBUTES, 0, [], [_cells(row) for row in rows]]],
            [NO_ATTRIBUTES, []],
        ],
    }


def _cells(cells: list[list[Node]]) -> list[Any]:
    return [
        NO_ATTRIBUTES,
        [
            [NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": cell}]]
            for cell in cells
        ],
    ]
