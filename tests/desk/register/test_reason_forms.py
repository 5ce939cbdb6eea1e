import ast
import itertools
import re
from functools import cache

import pytest
from django.utils import translation

from architecture.house import ROOT
from gates.measuring import LANGUAGES, document_of, passages
from marsad.desk.register.reason_forms import FORMS, SPEAKERS
from marsad.desk.register.reasons import clauses_of
from marsad.reading.pipeline import read

READERS = ROOT / "src" / "marsad" / "reading"
# A reason's holes in the readers' code are tried with words of every sort of part.
WORDS = ("US", "day", "half", "month", "direct", "count", "Lina: a person is named")


@cache
def given_over(language):
    """Every reason that readers give over the annotated passages of a language."""
    return {
        found.why
        for passage in passages(language)
        for found in read(document_of(passage))
    } - {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_given_over_the_passages_has_a_known_form(language):
    unknown = sorted(why for why in given_over(language) if not clauses_of(why))

    assert unknown == [], "write their forms in desk/register/reason_forms.py"


def composed_in(path):
    """The reasons that a module of the readers composes, with a zero in each hole."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if is_why(node):
            yield from strings_of(node.value)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("Mention", "_mention", "_because", "Speaker"):
                for one in node.args:
                    yield from (words for words in strings_of(one) if "\0" in words)
                    if isinstance(one, ast.Constant) and " " in str(one.value):
                        yield str(one.value)


def is_why(node):
    """Whether something is named why here: an argument or a variable."""
    if isinstance(node, ast.keyword):
        return node.arg == "why"
    if isinstance(node, ast.Assign):
        return any(getattr(one, "id", "") == "why" for one in node.targets)
    return False


def strings_of(node):
    """The strings that an expression may give; a hole is a zero."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            one.value if isinstance(one, ast.Constant) else "\0" for one in node.values
        )
    elif isinstance(node, ast.IfExp):
        yield from (*strings_of(node.body), *strings_of(node.orelse))


def is_known(composed):
    """Whether some words in the holes make a reason, or a clause of one, that is known."""
    stretches = composed.split("\0")
    for words in itertools.product(WORDS, repeat=len(stretches) - 1):
        told = "".join(itertools.chain(*zip(stretches, (*words, ""), strict=True)))
        clauses = (told, f"Lina: {told}")
        if clauses_of(told) or any(map(is_of_a_speaker, clauses)):
            return True
    return False


def is_of_a_speaker(clause):
    return any(one.parts(clause) is not None for one in SPEAKERS)


def test_every_reason_that_the_readers_compose_has_a_known_form():
    composed = {
        (path.name, told)
        for path in READERS.rglob("*.py")
        for told in composed_in(path)
        if " " in told.strip("\0 ") and not told.endswith(": \0")
    }

    assert len(composed) > 60
    unknown = sorted(one for one in composed if not is_known(one[1]))
    assert unknown == [], "write their forms in desk/register/reason_forms.py"


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_form_is_said_in_the_language(language):
    with translation.override(language):
        same = [
            one.sentence
            for one in FORMS
            if translation.gettext(one.sentence) == one.sentence
        ]

    # An event after its cue is said by its parts alone.
    assert set(same) <= {"«{cue}…»: {event}"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.sentence)
def test_a_form_knows_its_own_sentence(form):
    shapes = {
        "form": "direct", "bound": "about", "event": "joined", "piece": "a half",
        "whole": "a year", "units": "years",
    }  # fmt: skip
    told = re.sub(r"\{(\w+)\}", lambda place: shapes.get(place[1], "IQ"), form.sentence)

    assert form.parts(told) is not None
