"""What is known about a publication: when, where, in which language, under what title."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Final, Self

from marsad.errors import Unreadable

_FRONT_MATTER: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?\r?\n)?---[ \t]*\r?\n", re.DOTALL
)
_FRONT_LINE: Final = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?=[-_]|\Z)")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where a text was published, as far as anything says so."""

    published: date | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    @classmethod
    def of(cls, stated: Mapping[str, object], *, subject: str) -> Self:
        """Read the circumstances that somebody wrote down; what is no date is refused."""
        words = {
            field.name: _words(stated.get(field.name), field.name, subject)
            for field in fields(cls)
            if field.name != "published"
        }
        language = words.pop("language")
        return cls(
            published=_published(stated.get("published"), subject),
            language=primary_language(language),
            **words,
        )

    def over(self, other: "Circumstances") -> "Circumstances":
        """These circumstances, with the gaps filled from others."""
        gaps = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if getattr(self, field.name) is None
        }
        return replace(self, **gaps)


UNKNOWN: Final = Circumstances()


def primary_language(tag: str | None) -> str | None:
    """The language of a tag such as ar-KW, without its country: ar."""
    found = _LANGUAGE.match(tag.strip()) if tag else None
    return found.group().lower() if found else None


def read_day(stated: str) -> date | None:
    """The day of an ISO date or moment, as its own clock tells it."""
    try:
        return date.fromisoformat(stated.strip()[:10])
    except ValueError:
        return None


def split_front_matter(text: str, *, subject: str) -> tuple[str, Circumstances]:
    """Part a text from the `key: value` lines between two `---` at its head."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return text, UNKNOWN
    lines = (_FRONT_LINE.fullmatch(line) for line in (found[1] or "").splitlines())
    stated = {line[1].lower(): line[2].strip("\"'") for line in lines if line}
    return text[found.end() :], Circumstances.of(stated, subject=subject)


def read_sidecar(path: Path) -> Circumstances:
    """The circumstances in NAME.meta.json beside a file, if there is one."""
    for sidecar in (Path(f"{path}.meta.json"), path.with_suffix(".meta.json")):
        if sidecar.is_file():
            return _read_sidecar(sidecar)
    return UNKNOWN


def _read_sidecar(sidecar: Path) -> Circumstances:
    try:
        stated = json.loads(sidecar.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        stated = None
    if not isinstance(stated, dict):
        problem = "is no JSON object"
        raise Unreadable(str(sidecar), problem, "mend it or take it away")
    return Circumstances.of(stated, subject=str(sidecar))


def _published(stated: object, subject: str) -> date | None:
    if stated is None or stated == "":
        return None
    day = read_day(stated) if isinstance(stated, str) else None
    if day is None:
        problem = f"published {stated!r} is no date"
        raise Unreadable(subject, problem, "write it as YYYY-MM-DD")
    return day


def _words(stated: object, name: str, subject: str) -> str | None:
    if stated is None or stated == "":
        return None
    if not isinstance(stated, str):
        problem = f"{name} {stated!r} is no text"
        raise Unreadable(subject, problem, "put it in quotation marks")
    return stated
