"""Citations against the archived texts, and sentences against their citations."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from marsad.composing.bearing import bears
from marsad.composing.faults import Fault, Record, excerpt, records
from marsad.composing.pack_folder import is_inside

Citations = Mapping[int, Record]


def read_texts(folder: Path, sources: Record, faults: list[Fault]) -> dict[str, str]:
    """The archived text of each source, where its hash is that of the record."""
    texts: dict[str, str] = {}
    for source in records(sources, "documents"):
        name, file = str(source.get("id")), str(source.get("file"))
        try:
            raw = (folder / file).read_bytes() if is_inside(file) else b""
        except OSError:
            faults.append(Fault(file, "the archived text is missing"))
            continue
        if hashlib.sha256(raw).hexdigest() != source.get("sha256"):
            faults.append(Fault(file, f"is not the text that was read as {name!r}"))
        texts[name] = raw.decode("utf-8", "surrogatepass")
    return texts


def citation_faults(citations: Citations, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Each citation whose words, or whose context, do not stand at their place."""
    for number, citation in citations.items():
        place = f"citation {number}"
        text = texts.get(str(citation.get("document")))
        if text is None:
            yield Fault(
                place, f"its source {citation.get('document')!r} is not archived"
            )
            continue
        yield from _misplaced(place, citation, text)
        context = citation.get("context")
        if not isinstance(context, dict):
            yield Fault(place, "has no context")
        else:
            yield from _misplaced(f"{place}, context", context, text)


def _misplaced(place: str, words: Record, text: str) -> Iterator[Fault]:
    start, end, quote = words.get("start"), words.get("end"), words.get("quote")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        yield Fault(place, "names no place in its source")
    elif text[start:end] != quote:
        found = excerpt(text[start:end])
        yield Fault(
            place, f"quotes {excerpt(quote)}, but its source reads {found} there"
        )


def sentence_faults(pack: Record, citations: Citations) -> Iterator[Fault]:
    """Each sentence or row that cites nothing, or says what its citations do not."""
    for sentence in records(pack, "sentences"):
        place = f"sentence {sentence.get('language')}/{sentence.get('id')}"
        yield from _uncited(place, sentence, citations)
        yield from _unborne(place, sentence, str(sentence.get("text")), citations)
        for quoted in records(sentence, "quoted"):
            yield from _misquoted(place, quoted, citations)
    for row in records(pack, "rows"):
        place = f"row {row.get('language')}/{row.get('id')}"
        cells = row.get("cells")
        text = "".join(map(str, cells)) if isinstance(cells, list) else ""
        yield from _uncited(place, row, citations)
        yield from _unborne(place, row, text, citations)


def _uncited(place: str, said: Record, citations: Citations) -> Iterator[Fault]:
    numbers = said.get("citations")
    if not isinstance(numbers, list) or not numbers:
        yield Fault(place, "cites nothing")
        return
    for number in numbers:
        if number not in citations:
            yield Fault(place, f"cites {number}, which is no citation of this pack")


def _unborne(
    place: str, said: Record, text: str, citations: Citations
) -> Iterator[Fault]:
    """Figures that the sentence writes otherwise, or whose citation bears another."""
    for shown in records(said, "shown"):
        value, written = shown.get("value"), str(shown.get("written"))
        if not isinstance(value, int | float):
            yield Fault(place, "shows a figure without a value")
            continue
        if written.casefold() not in text.casefold() or not bears(
            written, float(value)
        ):
            yield Fault(place, f"does not show its figure {value:,.10g} as {written!r}")
        big = str(said.get("big") or "")
        if big and not bears(big, float(value)):
            yield Fault(place, f"shows {big!r} large, but its figure is {value:g}")
        citation = citations.get(_number(shown.get("citation")))
        if citation is None:
            yield Fault(place, f"shows {value:g} without a citation of this pack")
        elif not _is_value_of(value, shown.get("high"), citation):
            yield Fault(
                place,
                f"shows {value:g}, but {excerpt(citation.get('quote'))} says otherwise",
            )


def _is_value_of(value: Any, high: Any, citation: Record) -> bool:
    """Whether the finding that is cited has this value, and its words bear it."""
    borne = bears(str(citation.get("quote")), float(value))
    values = records(citation, "values")
    return borne and any(
        one.get("value") == value and one.get("high") == high for one in values
    )


def _misquoted(place: str, quoted: Record, citations: Citations) -> Iterator[Fault]:
    citation = citations.get(_number(quoted.get("citation")))
    if citation is None:
        yield Fault(place, "quotes words without a citation of this pack")
        return
    context = citation.get("context")
    exact = {
        citation.get("quote"),
        context.get("quote") if isinstance(context, dict) else None,
    }
    if quoted.get("text") not in exact:
        yield Fault(place, f"quotes {excerpt(quoted.get('text'))}, not the words cited")


def _number(stated: Any) -> int:
    return stated if isinstance(stated, int) else 0
