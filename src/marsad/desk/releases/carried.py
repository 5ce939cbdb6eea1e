"""An entry as a release carries it, to and from plain JSON."""

from typing import Any, Final

from pydantic import TypeAdapter

from marsad.composing.editions import Cited

_CITED: Final = TypeAdapter(Cited)


def as_json(one: Cited) -> dict[str, Any]:
    """A cited entry as plain JSON."""
    plain: dict[str, Any] = _CITED.dump_python(one, mode="json")
    return plain


def of_json(plain: dict[str, Any]) -> Cited:
    """A cited entry from the JSON that a release carries."""
    return _CITED.validate_python(plain)
