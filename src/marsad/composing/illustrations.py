"""Charts and pictures ready to be laid out, and the words that stand for them."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from marsad.composing.briefs import Picture
from marsad.composing.drawing import to_png


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as SVG and PNG, with the words that stand for it."""

    svg: str
    png: bytes
    alternative: str

    @property
    def markup(self) -> Markup:
        """The drawing for a page: made here, from numbers and escaped labels."""
        # Its parts have roles without names; the words around it stand for all of them.
        hidden = self.svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
        return Markup(hidden)  # noqa: S704


@dataclass(frozen=True, slots=True)
class Illustrations:
    """The charts of a brief by name, and the bytes of its pictures by their hash."""

    charts: Mapping[str, Drawn] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def address_of(self, picture: Picture) -> str:
        """A picture as an address that asks no host: its bytes themselves."""
        return data_address(self.pictures[picture.sha256], picture.media_type)


def data_address(raw: bytes, media_type: str) -> str:
    """Bytes as an address that holds them."""
    return f"data:{media_type};base64,{base64.b64encode(raw).decode('ascii')}"


def as_drawing(picture: Picture, raw: bytes) -> str:
    """A picture as SVG, for what takes no other bytes."""
    inside = data_address(raw, picture.media_type)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width}"'
        f' height="{picture.height}"><image width="100%" height="100%"'
        f' href="{inside}"/></svg>'
    )


def for_word(picture: Picture, raw: bytes) -> tuple[str, bytes]:
    """A picture as every office program shows it, with the ending of its file."""
    endings = {"image/png": "png", "image/jpeg": "jpg"}
    if picture.media_type in endings:
        return endings[picture.media_type], raw
    return "png", to_png(as_drawing(picture, raw), scale=1.0)
