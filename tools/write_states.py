"""Write the lexicons of states, adjectives and seats of government.

Names of states come from the territory names of CLDR (through babel, which only this
script needs: ``pip install babel``); what CLDR leaves out stands in
``states_by_hand.txt`` beside this file. The three lexicons that it writes are
committed, so that nothing is looked up when a text is read.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale, __version__

HERE = Path(__file__).parent
LEXICONS = HERE.parent / "src" / "marsad" / "reading" / "lexicons"
LANGUAGES = ("ar", "en", "fr")
SOURCE = f"CLDR territory names through babel {__version__} (Unicode licence)"
# Territory names of CLDR that news texts do not use, or that are made of two parts.
_UNUSED = frozenset([
    "Georgia", "Congo - Kinshasa", "Congo - Brazzaville", "Hong Kong SAR China",
    "الكونغو - كينشاسا", "الكونغو - برازافيل", "R.A.S. chinoise de Hong Kong",
    "هونغ كونغ الصينية (منطقة إدارية خاصة)", "Myanmar (Burma)", "Myanmar (Birmanie)",
    "ميانمار (بورما)", "State of the Vatican City", "État de la Cité du Vatican",
])  # fmt: skip
_KEPT = {"GE": {"en": "Georgia"}}


def hand_rows() -> Iterator[tuple[str, list[list[str]]]]:
    """Give each state's code and its nine lists of forms written by hand."""
    for line in (HERE / "states_by_hand.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split(";")]
            cells += [""] * (10 - len(cells))
            yield (
                cells[0],
                [[form for form in cell.split("|") if form] for cell in cells[1:]],
            )


def cldr_name(iso: str, language: str) -> list[str]:
    """Give CLDR's name of a state in a language, where news texts use it."""
    kept = _KEPT.get(iso, {}).get(language)
    name = str(Locale(language).territories.get(iso, ""))
    if kept or not name or name in _UNUSED:
        return [kept] if kept else []
    return [name.replace("’", "'")]


def arabic_adjective(stem: str) -> Iterator[str]:
    """Inflect an Arabic adjective of nationality: gender, number, article."""
    if " " in stem or stem.startswith("ال"):
        yield stem
        return
    for ending in ("", "ة", "ين", "ون", "ان", "ا"):
        yield stem + ending
        yield "ال" + stem + ending


def french_adjective(stem: str) -> Iterator[str]:
    """Inflect a French adjective of nationality: gender and number."""
    yield stem
    yield stem if stem.endswith("s") else stem + "s"
    if stem.endswith("e"):
        return
    feminine = stem + "ne" if stem.endswith(("ien", "éen")) else stem + "e"
    yield feminine
    yield feminine + "s"


def english_adjective(stem: str) -> Iterator[str]:
    """Give the English adjective and its plural as a noun."""
    yield stem
    if stem.endswith(("n", "i", "k", "t")) and not stem.isupper():
        yield stem + "s"


_INFLECTED = {
    "ar": arabic_adjective,
    "en": english_adjective,
    "fr": french_adjective,
}


def joined(forms: Iterable[str]) -> str:
    """Join different forms with the parting sign of the lexicons."""
    return "|".join(dict.fromkeys(forms))


def write(name: str, heading: str, rows: list[tuple[str, ...]]) -> None:
    """Write one lexicon with the lines that say what its columns are."""
    lines = [f"# {heading}", f"# source: {SOURCE} and tools/states_by_hand.txt"]
    lines.append("iso\tar\ten\tfr")
    lines += ["\t".join(row) for row in rows if any(row[1:])]
    (LEXICONS / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Write the three lexicons."""
    states, adjectives, seats = [], [], []
    for iso, forms in hand_rows():
        names, own, seat = forms[:3], forms[3:6], forms[6:9]
        states.append((iso, *(
            joined([*cldr_name(iso, language), *more])
            for language, more in zip(LANGUAGES, names, strict=True)
        )))  # fmt: skip
        adjectives.append((iso, *(
            joined(form for stem in stems for form in _INFLECTED[language](stem))
            for language, stems in zip(LANGUAGES, own, strict=True)
        )))  # fmt: skip
        seats.append((iso, *(joined(forms) for forms in seat)))
    seats.append(("European Union", "بروكسل", "Brussels", "Bruxelles"))
    write("states", "states: ISO 3166 code, then their names by language", states)
    write("nationalities", "adjectives of nationality, by state", adjectives)
    write("seats", "seats of government that stand for a government", seats)


if __name__ == "__main__":
    main()
