"""The description of the interface for programs: OpenAPI 3.1, made from the code."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from ninja import NinjaAPI

from marsad.desk.web.api.keys import scope_of
from marsad.desk.web.api.problems import CONTENT_TYPE

PREFIX: Final = "/api/v1"

_SECURITY: Final = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token that a person issued for a program, with its scopes.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "The browser of a person who is signed in at the site.",
    },
}
_WHEN: Final = {
    "200": "What was asked for.",
    "304": "Nothing changed since the answer with the ETag that was sent.",
    "400": "A question is wrong: a filter, the cursor or the limit.",
    "401": "Nobody is signed in, or the token opens nothing.",
    "403": "The person has no right to this, or the token no scope for it.",
    "404": "There is nothing here that the person may see.",
    "410": "The document was withdrawn; the reason is in the detail.",
    "429": "Too many requests in this minute; Retry-After says how long to wait.",
    "503": "What is needed does not answer now; ask again in a moment.",
}


@cache
def description(api: NinjaAPI) -> dict[str, Any]:
    """The whole description, with the scope of each address."""
    made = dict(api.get_openapi_schema(path_prefix=PREFIX))
    made["components"] = dict(made["components"]) | {"securitySchemes": _SECURITY}
    for _, operation in operations(made):
        _describe(operation)
    schemas = made["components"]["schemas"]
    used = sorted(
        _used([operation["responses"] for _, operation in operations(made)], schemas)
    )
    made["components"]["schemas"] = {name: schemas[name] for name in used}
    return made


def operations(made: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address of a description with what may be asked there."""
    for address, methods in made["paths"].items():
        yield address, methods["get"]


def _used(part: Any, schemas: Mapping[str, Any]) -> set[str]:
    """The names of all schemas that a part of a description refers to."""
    if isinstance(part, list):
        return {name for one in part for name in _used(one, schemas)}
    if not isinstance(part, dict):
        return set()
    found = {name for one in part.values() for name in _used(one, schemas)}
    if isinstance(part.get("$ref"), str):
        name = part["$ref"].rpartition("/")[2]
        found |= {name} | _used(schemas[name], schemas)
    return found


def _describe(operation: dict[str, Any]) -> None:
    scope = scope_of(operation["x-right"])
    operation["x-scope"] = scope
    operation["security"] = [{"token": [scope]}, {"session": []}]
    answers = {str(status): one for status, one in operation["responses"].items()}
    answers["304"] = {"description": ""}
    for status, answer in answers.items():
        answer["description"] = _WHEN[status]
        if status >= "400":
            answer["content"] = {CONTENT_TYPE: next(iter(answer["content"].values()))}
    if "x-content-type" in operation:
        answers["200"]["content"] = {
            operation.pop("x-content-type"): next(
                iter(answers["200"]["content"].values())
            )
        }
    operation["responses"] = dict(sorted(answers.items()))
    for parameter in operation["parameters"]:
        if parameter["in"] == "path":
            words = parameter["name"].replace("_", " ").replace(" id", "")
            parameter["description"] = f"The number of the {words}."
