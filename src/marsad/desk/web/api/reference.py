"""The interface described: for programs as OpenAPI, for people as a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from marsad.desk.safeguards.needs import open_to_all
from marsad.desk.web.api.description import operations


@dataclass(frozen=True, slots=True)
class Told:
    """One address as the page tells of it."""

    address: str
    summary: str
    scope: str
    parameters: list[Mapping[str, Any]]
    answer: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One sort of answer as the page tells of it: its fields, each with a sentence."""

    name: str
    says: str
    fields: list[tuple[str, str, str]]


def openapi(made: Mapping[str, Any]) -> Any:
    """The view that gives the description to programs."""

    @open_to_all
    def describe(request: HttpRequest) -> HttpResponse:
        """Describe the interface for programs."""
        return JsonResponse(dict(made), json_dumps_params={"ensure_ascii": False})

    return describe


def reference(made: Mapping[str, Any]) -> Any:
    """The view that tells people of the interface, without any script."""

    @open_to_all
    def tell(request: HttpRequest) -> HttpResponse:
        """Tell people what their programs may ask."""
        addresses: dict[str, list[Told]] = {}
        for address, operation in operations(made):
            addresses.setdefault(operation["tags"][0], []).append(
                _told(address, operation)
            )
        said = {"addresses": addresses, "shapes": _shapes(made)}
        return render(request, "web/api.html", said)

    return tell


def _told(address: str, operation: Mapping[str, Any]) -> Told:
    [content] = operation["responses"]["200"]["content"].values()
    return Told(
        address=address,
        summary=operation["summary"],
        scope=operation["x-scope"],
        parameters=operation["parameters"],
        answer=_word(content["schema"]),
    )


def _shapes(made: Mapping[str, Any]) -> list[Shape]:
    schemas: Mapping[str, Any] = made["components"]["schemas"]
    return [
        Shape(
            name=name,
            says=schema.get("description", ""),
            fields=[
                (field, _word(one), one.get("description", ""))
                for field, one in schema["properties"].items()
            ],
        )
        for name, schema in sorted(schemas.items())
    ]


def _word(schema: Mapping[str, Any]) -> str:
    """What a value is, in one word or two: "integer", "list of Alias", "date or null"."""
    if "anyOf" in schema:
        return " or ".join(_word(one) for one in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_word(schema['items'])}"
    return str(schema.get("format") or schema.get("type") or schema.get("const", "any"))
