"""A text with its findings marked, and why each was read: one page that needs no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

from marsad.reading.counterfactuals import Without, grouped
from marsad.reading.goldform import reading_of
from marsad.reading.pipeline import Reading

RIGHT_TO_LEFT: Final = frozenset(("ar", "fa", "ur", "ckb", "he"))
# Shown elsewhere, or places that only a program can read.
_NOT_A_FIELD: Final = frozenset(
    "id kind start end surface reader score why confidence cue speaker"
    " continues_at".split()
)
_STYLE: Final = "explanation.css"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text that the same findings cover, and those that end with it."""

    text: str
    covering: tuple[Mapping[str, Any], ...]
    ending: tuple[Mapping[str, Any], ...]


def segments(text: str, findings: Sequence[Mapping[str, Any]]) -> Iterator[Segment]:
    """Cut a text wherever a finding begins or ends; nothing is lost or said twice."""
    edges = {0, len(text)}
    edges.update(edge for one in findings for edge in (one["start"], one["end"]))
    cuts = sorted(edges)
    opening = sorted(findings, key=lambda one: (one["start"], -one["end"]))
    waiting = iter(opening)
    coming = next(waiting, None)
    covering: list[Mapping[str, Any]] = []
    for start, end in pairwise(cuts):
        while coming is not None and coming["start"] <= start:
            covering.append(coming)
            coming = next(waiting, None)
        ending = tuple(one for one in covering if one["end"] == end)
        yield Segment(text[start:end], tuple(covering), ending)
        covering = [one for one in covering if one["end"] > end]


def fields(finding: Mapping[str, Any]) -> dict[str, str]:
    """What a finding was read as, without what is not known."""
    return {
        name: _told(value)
        for name, value in finding.items()
        if name not in _NOT_A_FIELD and value not in (None, "", [])
    }


def _told(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(map(str, value.values()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def sentences_of(changes: Sequence[Without]) -> list[str]:
    """What a finding hangs on, a sentence for each outcome."""
    return [
        f"without {_words(same)}: {_outcome(one)}" for same, one in grouped(changes)
    ]


def _words(same: Sequence[Without]) -> str:
    # Isolated, so that Arabic words leave the order of the line as it is.
    return ", ".join(f"\u2068«{one.word.quote}»\u2069" for one in same)


def _outcome(one: Without) -> str:
    if not one.is_found:
        return "not found"
    return "; ".join(
        f"{name} \u2068{_or_nothing(after)}\u2069 instead of \u2068{_or_nothing(before)}\u2069"
        for name, (before, after) in one.fields.items()
    )


def _or_nothing(value: object) -> str:
    return "nothing" if value in (None, "", []) else _told(value)


def explain_as_html(
    readings: Sequence[Reading],
    tried: Sequence[Sequence[Sequence[Without]]] | None = None,
) -> str:
    """One page with every text, its findings marked, and a line of reason for each.

    With ``tried``, what each finding hangs on stands below it.
    """
    style = (files("marsad.composing") / _STYLE).read_text("utf-8")
    hanging = tried or [[()] * len(one.findings) for one in readings]
    articles = "\n".join(
        _article(reading, number, changes)
        for number, (reading, changes) in enumerate(
            zip(readings, hanging, strict=True), 1
        )
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What was read, and why</title>\n<style>{style}</style></head>\n"
        f"<body><main>\n{articles}\n</main></body></html>\n"
    )


def _article(
    reading: Reading, number: int, hanging: Sequence[Sequence[Without]]
) -> str:
    document = reading.document
    findings = reading_of(document, reading.findings)["findings"]
    marked = "".join(_segment(one, number) for one in segments(document.text, findings))
    language = document.language
    tongue = f' lang="{escape(language)}"' if language else ""
    direction = "rtl" if language in RIGHT_TO_LEFT else "auto"
    rows = "\n".join(
        _row(finding, number, tongue, sentences_of(changes))
        for finding, changes in zip(findings, hanging, strict=True)
    )
    return (
        f'<article><header><h1 dir="auto"{tongue}>{escape(document.title or document.id)}'
        f"</h1><p>{_known(reading)}</p>{_legend(findings)}</header>\n"
        f'<div class="text" dir="{direction}"{tongue}>{marked}</div>\n'
        f'<section class="list" aria-label="Findings"><ol>\n{rows}\n</ol></section></article>'
    )


def _known(reading: Reading) -> str:
    document = reading.document
    day = document.published.isoformat() if document.published else "day not known"
    known = (document.outlet, day, f"{len(reading.findings)} findings", document.url)
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in known if part)


def _legend(findings: Sequence[Mapping[str, Any]]) -> str:
    kinds = dict.fromkeys(finding["kind"] for finding in findings)
    marks = " ".join(f'<mark class="{kind}">{kind}</mark>' for kind in sorted(kinds))
    return f'<p class="legend">{marks}</p>'


def _segment(segment: Segment, number: int) -> str:
    words = escape(segment.text)
    if not segment.covering:
        return words
    kinds = " ".join(dict.fromkeys(one["kind"] for one in segment.covering))
    names = " ".join(
        f'<a href="#{number}-{one["id"]}">{one["id"]}</a>' for one in segment.ending
    )
    chips = f'<sup dir="ltr">{names}</sup>' if names else ""
    return f'<mark class="{kinds}">{words}</mark>{chips}'


def _row(
    finding: Mapping[str, Any], number: int, tongue: str, sentences: Sequence[str]
) -> str:
    hangs = "".join(f"<li>{escape(one)}</li>" for one in sentences)
    said = "".join(
        f"<div><dt>{name}</dt><dd><bdi>{escape(value)}</bdi></dd></div>"
        for name, value in fields(finding).items()
    )
    doubt = " · two readers may differ" if finding.get("confidence") == "low" else ""
    return (
        f'<li id="{number}-{finding["id"]}"><p class="head"><b>{finding["id"]}</b> '
        f'<mark class="{finding["kind"]}">{finding["kind"]}</mark> '
        f"{finding['start']}–{finding['end']}</p>"
        f'<blockquote dir="auto"{tongue}>{escape(finding["surface"])}</blockquote>'
        f'<dl>{said}</dl><p class="why">{escape(finding["why"])} '
        f"<span>({escape(finding['reader'])}, score {finding['score']:.2f}{doubt})</span></p>"
        f"{f'<ul class=hangs>{hangs}</ul>' if hangs else ''}</li>"
    )
