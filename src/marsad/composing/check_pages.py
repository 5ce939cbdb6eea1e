"""Pages and the table of figures against the sentences and citations of the pack."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from marsad.composing.bearing import bears
from marsad.composing.check_words import Citations
from marsad.composing.faults import Fault, Record, difference, excerpt, records
from marsad.composing.page_contents import PageContents, Shown, read_page_contents


def page_faults(folder: Path, pack: Record, citations: Citations) -> Iterator[Fault]:
    """Each page that shows other words than the pack has on record."""
    languages = pack.get("languages")
    for language in languages if isinstance(languages, list) else ():
        name = f"brief-{language}.html"
        try:
            html = (folder / name).read_text("utf-8")
        except (OSError, ValueError):
            yield Fault(name, "is missing or is no UTF-8")
            continue
        yield from language_faults(html, str(language), pack, citations)


def language_faults(
    html: str, language: str, pack: Record, citations: Citations
) -> Iterator[Fault]:
    """Where the page of one language shows other words than are on record."""
    name = f"brief-{language}.html"
    contents = read_page_contents(html)
    yield from _page(name, language, contents, pack)
    yield from _quotations(name, contents, citations)


def _page(
    name: str, language: str, contents: PageContents, pack: Record
) -> Iterator[Fault]:
    expected = [
        (str(one.get("id")), str(one.get("text")), one.get("citations"))
        for one in records(pack, "sentences")
        if one.get("language") == language
    ]
    yield from _compare(name, expected, contents.sentences)
    rows = [
        (str(one.get("id")), _joined(one.get("cells")), one.get("citations"))
        for one in records(pack, "rows")
        if one.get("language") == language
    ]
    yield from _compare(name, rows, contents.rows)
    large: list[tuple[str, str, Any]] = [
        (str(one.get("id")), str(one.get("big")), [])
        for one in records(pack, "sentences")
        if one.get("language") == language and one.get("big")
    ]
    yield from _compare(name, large, contents.large)


def _compare(
    name: str, expected: Sequence[tuple[str, str, Any]], shown: Sequence[Shown]
) -> Iterator[Fault]:
    """Each sentence of the record that a page lacks or changes, and each one added."""
    found = {one.id: one for one in shown}
    for sentence, text, citations in expected:
        one = found.pop(sentence, None)
        place = f"{name}, {sentence}"
        if one is None:
            yield Fault(place, "is missing on the page")
        elif one.text != text:
            yield Fault(place, f"reads {difference(one.text, text)}")
        elif one.citations != citations:
            yield Fault(place, f"leads to {one.citations}, not to {citations}")
    for extra in found:
        yield Fault(f"{name}, {extra}", "is no sentence of this pack")


def _quotations(
    name: str, contents: PageContents, citations: Citations
) -> Iterator[Fault]:
    for number, text in contents.quoted:
        citation = citations.get(number, {})
        context = citation.get("context")
        whole = context.get("quote") if isinstance(context, dict) else None
        if text not in (citation.get("quote"), whole):
            yield Fault(f"{name}, citation {number}", f"does not say {excerpt(text)}")
    for number, text in contents.cited:
        if text != citations.get(number, {}).get("quote"):
            yield Fault(f"{name}, citation {number}", f"does not say {excerpt(text)}")


def _joined(cells: Any) -> str:
    return "".join(map(str, cells)) if isinstance(cells, list) else ""


def table_faults(folder: Path, citations: Citations) -> Iterator[Fault]:
    """Each row of the table of figures whose value or words are not those cited."""
    try:
        text = (
            (folder / "figures.csv").read_bytes().decode("utf-8-sig", "surrogatepass")
        )
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except (OSError, ValueError, csv.Error):
        yield Fault("figures.csv", "is missing or is no table")
        return
    for line, row in enumerate(rows, 2):
        place = f"figures.csv, line {line}"
        stated = row.get("citation") or ""
        citation = citations.get(int(stated) if stated.isdecimal() else 0)
        if citation is None:
            yield Fault(place, "cites nothing of this pack")
            continue
        quote = (row.get("quote") or "").removeprefix("'")
        if quote != str(citation.get("quote")).removeprefix("'"):
            yield Fault(place, f"quotes {excerpt(quote)}, not the words cited")
        if not _is_value(row.get("value"), citation):
            yield Fault(place, f"gives {row.get('value')}, not the value cited")


def _is_value(stated: str | None, citation: Record) -> bool:
    try:
        value = float(stated or "")
    except ValueError:
        return False
    recorded = any(one.get("value") == value for one in records(citation, "values"))
    return recorded and bears(str(citation.get("quote")), value)
