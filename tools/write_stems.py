"""Write the Arabic words whose first letters look like proclitics and are none.

A search cuts و ف ب ل ك and the article off a word, but not off كتاب or التزام. What
stands after the article (الكتاب), or after the ي or ت of a verb (يواصل), is a stem: the
common words of Arabic news tell which ones. Names of states, cities and persons, and the
few words in ``stems_by_hand.txt``, join them. The list is committed, so that nothing
is looked up when a text is indexed.
"""

from collections.abc import Iterator
from pathlib import Path

from marsad.text.normalise import fold

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src" / "marsad"
READING = SOURCE / "reading" / "lexicons"
WRITTEN = SOURCE / "searching" / "lexicons" / "stems_ar.tsv"
NAMES = ("states", "cities", "names_ar", "names_foreign_ar", "public_figures")
VERBS = "ar_reporting_verbs"
LETTERS = ("و", "ف", "ب", "ل", "ك", "ال")
ARTICLES = ("ال", "وال", "بال", "لل")
# Past verbs are found by their present: واصل by يواصل and تواصل.
PRESENT = ("ي", "ت")
ENDINGS = ("", "ت", "وا", "ا", "تا")
# A noun of three letters is hardly ever cut, but serves to know بلدا and كتبه by.
SHORTEST = 3
# A verb of three letters is never cut; its longer forms are: كشفت, بحثوا.
SHORTEST_VERB = 3
HEAD = """\
# Arabic words that begin with a letter that elsewhere is a proclitic, folded.
# source: tools/write_stems.py, from the common words of Arabic news and the lexicons of
# names in reading/lexicons, and from tools/stems_by_hand.txt
form
"""


def column(name: str, heading: str) -> list[str]:
    """The forms in one column of a lexicon of the readers, folded."""
    text = (READING / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    place = lines[0].split("\t").index(heading)
    cells = [line.split("\t") for line in lines[1:]]
    return [fold(form) for cell in cells for form in cell[place].split("|") if form]


def nouns(common: set[str]) -> Iterator[str]:
    """The words that are also seen with the article."""
    for word in common:
        for article in ARTICLES:
            if word.startswith(article):
                yield word.removeprefix(article)


def singulars(words: set[str]) -> Iterator[str]:
    """What the sound plurals among the words are of: لاجئ of لاجئين, وزارة of وزارات."""
    for word in words:
        if word.endswith(("ون", "ين", "ات")) and len(word) > SHORTEST + 2:
            yield word[:-2]
            if word.endswith("ات"):
                yield word[:-2] + fold("ة")


def verbs(common: set[str]) -> Iterator[str]:
    """The words that are also seen as a verb of the present, with their endings."""
    for word in common:
        past = word[1:]
        is_verb = all(letter + past in common for letter in PRESENT) or past in common
        # يفتتح is of افتتح, which begins with no such letter.
        is_eighth = "ا" + past in common
        if word[:1] in PRESENT and len(past) >= SHORTEST_VERB and is_verb > is_eighth:
            yield from (past + ending for ending in ENDINGS)
    yield from column(VERBS, "form")


def names() -> Iterator[str]:
    """The words of names; one with و inside a name may be a conjunction."""
    for lexicon in NAMES:
        for name in column(lexicon, "ar"):
            first, *others = name.split()
            yield first
            yield from (other for other in others if not other.startswith("و"))


def by_hand() -> Iterator[str]:
    """The words that no rule finds."""
    for line in (HERE / "stems_by_hand.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from fold(line).split()


def needed(words: set[str]) -> Iterator[str]:
    """The words that would be cut without this list."""
    for word in sorted(words):
        is_one = word.isalpha() and len(word) >= SHORTEST
        # An article before a noun is one, though the noun has it twice somewhere.
        if is_one and word.startswith(LETTERS) and not word.startswith(ARTICLES[1:]):
            yield word


def main() -> None:
    """Gather, sort and write the list."""
    common = set(column("common_words_ar", "form"))
    seen = set(nouns(common))
    seen |= set(singulars(seen))
    radical = {word for word in seen if word.startswith("ال")}
    found = {*seen, *verbs(common), *names()}
    # Names and nouns with their article are no stems; التزام (الالتزام) is.
    found = {word for word in found if len(word) > SHORTEST} | seen
    found = {word for word in found if not word.startswith("ال")} | radical
    found |= set(by_hand())
    WRITTEN.write_text(HEAD + "".join(f"{word}\n" for word in needed(found)), "utf-8")


if __name__ == "__main__":
    main()
