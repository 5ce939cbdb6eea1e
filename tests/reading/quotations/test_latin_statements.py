"""Statements without marks below "The minister said:"."""

import pytest

from heard import said

_HEAD = (
    "Foreign Office Minister Clara Voss said:\n\n"
    "I welcome the truce in Ruritania.\n\n"
    "Aid convoys have reached both towns since Monday.\n\n"
)
_TOLD = [
    ("I welcome the truce in Ruritania", "Clara Voss"),
    ("Aid convoys have reached both towns since Monday", "Clara Voss"),
]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        pytest.param(
            "The road must now stay open.",
            [("The road must now stay open", "Clara Voss")],
            id="a paragraph without I or we at the end",
        ),
        pytest.param("Ms Voss will return to London on Friday.", [], id="the writer"),
        pytest.param("Further information\n\nThe road is long.", [], id="a heading"),
        pytest.param(
            "For more information, see the page on Ruritania.", [], id="page furniture"
        ),
        pytest.param(
            "The full text is on the page of the council.", [], id="where it all stands"
        ),
    ],
)
def test_a_statement_goes_on_below_up_to_the_writers_words(
    below: str, more: list[tuple[str, str]]
) -> None:
    assert said(_HEAD + below, "en") == [*_TOLD, *more]


def test_a_statement_that_begins_in_its_line_goes_on_below_up_to_the_last_we() -> None:
    text = (
        "Clara Voss said: The council has agreed a list.\n\n"
        "This will hurt the regime. We will not stop.\n\nThe list has nine names."
    )
    assert said(text, "en") == [
        ("The council has agreed a list", "Clara Voss"),
        ("This will hurt the regime. We will not stop", "Clara Voss"),
    ]
