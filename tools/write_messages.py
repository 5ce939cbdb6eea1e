"""Collect every sentence of the interface into the catalogues, and compile them.

Reads templates and modules of the desk, keeps the translations that are there, adds what
is new without one, takes out what is no longer said. `--check` changes nothing and fails
where a sentence is missing or untranslated.

    .venv/bin/python tools/write_messages.py [--check]
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

DESK = Path(__file__).parents[1] / "src" / "marsad" / "desk"
LOCALES = DESK / "locale"
LANGUAGES = ("ar", "fr")
# Python would take the rest of the one line that a template becomes for a comment too.
_REMARK = re.compile(r"{% comment .*?endcomment %}", re.DOTALL)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    # gettext_noop by the name that long lists of sentences give it.
    "later": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sentences() -> Iterator[tuple[str | None, str | tuple[str, ...], str]]:
    """Context, sentence (or singular and plural) and the file that says it."""
    for path in sorted(
        [*DESK.rglob("*.py"), *DESK.rglob("*.html"), *DESK.rglob("*.txt")]
    ):
        if "migrations" in path.parts:
            continue
        source = path.read_text("utf-8")
        if path.suffix != ".py":
            source = _REMARK.sub("", source)
            # One line: the indentation of a template means nothing to Python.
            source = " ".join(templatize(source, origin=str(path)).split())
        yield from found_in(source, path.relative_to(DESK).as_posix())


def found_in(
    source: str, name: str
) -> Iterator[tuple[str | None, str | tuple[str, ...], str]]:
    """The sentences that one module or template says."""
    file = io.BytesIO(source.encode("utf-8"))
    keywords = [*KEYWORDS, *re.findall(r"\bgettext(?:_lazy)? as (\w+)", source)]
    for _, keyword, said, _ in extract_python(
        file, keywords, [], {"encoding": "utf-8"}
    ):
        if not said:
            continue  # A sentence that is kept elsewhere, and said there.
        texts = [said] if isinstance(said, str) else [one for one in said if one]
        context = texts.pop(0) if keyword and "pgettext" in keyword else None
        if not texts or not texts[0]:
            continue
        plural = keyword and keyword.startswith(("ngettext", "npgettext"))
        yield context, (texts[0], texts[1]) if plural else texts[0], name


def catalogue(language: str) -> Catalog:
    """The sentences of today with the translations that were kept."""
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    # Dated as it was: a run that finds nothing new writes nothing new.
    new = Catalog(
        locale=language,
        project="Marsad",
        version="",
        copyright_holder="",
        creation_date=old.creation_date,
        revision_date=old.revision_date,
        fuzzy=False,
    )
    for context, said, name in sentences():
        kept = old.get(said if isinstance(said, str) else said[0], context)
        words = kept.string if kept and not kept.fuzzy else None
        flags = ["python-format"] if re.search(r"%\(\w+\)[sd]", str(said)) else []
        new.add(said, words, locations=[(name, 0)], flags=flags, context=context)
    return new


def missing(one: Catalog) -> list[str]:
    """The sentences without a translation, or with other placeholders than they have."""
    found = []
    for message in one:
        if not message.id:
            continue
        strings = (
            message.string if isinstance(message.string, tuple) else (message.string,)
        )
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        if not all(strings):
            found.append(ids[0])
        elif any(not agrees(string, ids) for string in strings):
            found.append(f"{ids[0]} (other placeholders)")
    return found


def agrees(said: str, ids: tuple[str, ...]) -> bool:
    """Whether a translation names what its sentence names; «two sources» needs no figure."""
    is_counted = len(ids) > 1
    return (
        places(said) <= places(ids[-1])
        if is_counted
        else places(said) == places(ids[0])
    )


def places(said: str) -> set[str]:
    """The names of the placeholders in a sentence."""
    return {one or other for one, other in re.findall(r"%\((\w+)\)|\{(\w+)\}", said)}


def main() -> int:
    """Write the catalogues, or check them."""
    grammar = argparse.ArgumentParser(description=__doc__)
    grammar.add_argument("--check", action="store_true")
    is_check = grammar.parse_args().check
    status = 0
    for language in LANGUAGES:
        one = catalogue(language)
        lacking = missing(one)
        print(f"{language}: {len(one)} sentences, {len(lacking)} to translate")
        if is_check:
            status |= bool(lacking)
            for said in lacking[:20]:
                print("  ", said)
            continue
        folder = LOCALES / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "django.po").open("wb") as file:
            write_po(
                file,
                one,
                no_location=True,
                sort_output=True,
                omit_header=False,
                width=0,
            )
        with (folder / "django.mo").open("wb") as file:
            write_mo(file, one)
    return status


if __name__ == "__main__":
    sys.exit(main())
