"""A partner's pack as a page of the site: the same text that its files have."""

from dataclasses import dataclass
from typing import Final

from marsad.composing.briefs import Brief
from marsad.composing.cited_sources import CitedSource
from marsad.composing.edition_sources import edition_sources
from marsad.composing.editions import Edition
from marsad.composing.pieces import direction
from marsad.composing.typesetting import typeset

# What may be taken: the name in the address, the file in the pack, its media type.
WHOLE: Final = "pack.zip"
_MEDIA: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
}
# Only these are shown within the page; they are drawn by us or were cleared.
SHOWN: Final = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a pack in one language, laid out, with where it comes from."""

    brief: Brief
    sources: tuple[CitedSource, ...]
    language: str
    languages: tuple[str, ...]

    @property
    def direction(self) -> str:
        """Which way it is written."""
        return direction(self.language)


def text_of(edition: Edition, asked: str) -> Text:
    """The text in the language asked for, or in the partner's first."""
    languages = tuple(one.language for one in edition.manuscripts)
    language = asked if asked in languages else languages[0]
    sources = tuple(edition_sources(edition, language))
    return Text(typeset(edition, language), sources, language, languages)


def files_of(languages: tuple[str, ...]) -> dict[str, str]:
    """What can be taken of a pack: its name in the address, and the file behind it."""
    found = {WHOLE: "", "figures.csv": "figures.csv", "edition.json": "edition.json"}
    for language in languages:
        for ending in ("pdf", "docx", "html"):
            found[f"{language}.{ending}"] = f"brief-{language}.{ending}"
    return found


def media_type(name: str) -> str:
    """What a file is, by its ending."""
    return _MEDIA[name.rpartition(".")[2]]
