"""Documents a second against 5,000 released lines, beside a scan by rapidfuzz.

    .venv/bin/python benchmarks/uptake.py
    .venv/bin/python benchmarks/uptake.py --quick
    .venv/bin/python benchmarks/uptake.py --news ../shared/data

The lines are sentences of half of the annotated passages and sample reports, as they are
and, the most of them, with every third word exchanged for a common one. The documents are drawn from
other paragraphs; in one of ten a line is planted, edited by rule in one of eight ways.
The scan asks rapidfuzz's partial_ratio of every line in every document, of whole letters
and of nothing else. With ``--news``, documents of that folder tell how many uptakes are
found where nothing was planted.
"""

import argparse
import json
import platform
import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz
from uptake_edits import EDITS, edited

from marsad.collecting.documents import Document
from marsad.measuring.uptake import Lines, ReleasedLine, Uptake, line_of
from marsad.reading.lexicon import rows
from marsad.reading.pipeline import read
from marsad.text.language import language_of
from marsad.text.normalise import fold

ROOT = Path(__file__).parents[1]
LINES, QUICK_LINES = 5_000, 500
DOCUMENTS, SCANNED = 200, 5
# 44,516 Arabic news articles have about 250 words on the average.
WORDS = 250
PLANTED = 10
# So alike must a line and a part of a document be for a scan to name it.
ALIKE = 80
SEED = 2014
# Common words, not the most common.
_STRANGE = {
    language: [row["form"] for row in rows(f"common_words_{language}")][100:]
    for language in ("ar", "en", "fr")
}
RELEASED, PUBLISHED = date(2021, 6, 1), date(2021, 6, 29)


def paragraphs() -> list[str]:
    """The paragraphs of the annotated passages and of the sample reports."""
    reports = sorted(ROOT.glob("examples/reports/*.txt"))
    passages = sorted((ROOT / "tests/gates/passages").rglob("*.json"))
    texts = [path.read_text("utf-8") for path in reports]
    texts += [json.loads(path.read_text("utf-8"))["text"] for path in passages]
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return list(dict.fromkeys(line for line in lines if len(line.split()) > 8))


def sentences(texts: list[str]) -> Iterator[str]:
    """Rough sentences of eight words or more."""
    for text in texts:
        for one in text.replace(". ", ".\n").split("\n"):
            if 8 <= len(one.split()) <= 45:
                yield one


def released(texts: list[str], count: int, draw: random.Random) -> list[ReleasedLine]:
    """So many different lines; the later ones with words exchanged."""
    own = {
        one: language
        for one in sentences(texts)
        if (language := language_of(one)) in _STRANGE
    }
    lines = dict(list(own.items())[: count // 2])
    while len(lines) < count:
        sentence, language = draw.choice(list(own.items()))
        words = sentence.split()
        for place in range(draw.randrange(3), len(words), 3):
            words[place] = draw.choice(_STRANGE[language])
        lines[" ".join(words)] = language
    mixed = draw.sample(list(lines.items()), count)
    return [
        line_of(f"line {number}", "R1", language, text, RELEASED)
        for number, (text, language) in enumerate(mixed)
    ]


def written(texts: list[str], draw: random.Random) -> list[str]:
    """Documents of about 250 words, all in one language."""
    by_language: dict[str, list[str]] = {}
    for text in texts:
        by_language.setdefault(language_of(text), []).append(text)
    found = []
    for number in range(DOCUMENTS):
        drawn = draw.choices(by_language[("ar", "ar", "en", "fr")[number % 4]], k=40)
        lengths = [len(text.split()) for text in drawn]
        enough = next(
            at for at in range(1, len(drawn) + 1) if sum(lengths[:at]) >= WORDS
        )
        found.append("\n\n".join(drawn[:enough]))
    return found


def documents(
    texts: list[str], lines: list[ReleasedLine], draw: random.Random
) -> list[Document]:
    """Documents, one of ten with an edited line in it."""
    found = []
    for number, text in enumerate(written(texts, draw)):
        body = text
        if number % PLANTED == 0:
            line = draw.choice(lines)
            kind = draw.choice(list(EDITS.values()))
            body += f"\n\n{edited(line.text, line.language, kind, draw)}\n"
        found.append(Document(f"document {number}", body, PUBLISHED))
    return found


def scan(document: Document, lines: list[str]) -> list[int]:
    """What stands to reason without an index: every line against the whole document."""
    text = fold(document.text)
    return [
        number
        for number, line in enumerate(lines)
        if fuzz.partial_ratio(line, text, score_cutoff=ALIKE)
    ]


def speed(lines: list[ReleasedLine], texts: list[Document]) -> None:
    """Documents a second in three ways, and how many times faster than the scan."""
    begun = time.process_time()
    index = Lines(lines)
    print(f"{'index of the lines, s':<44}{time.process_time() - begun:>10.2f}")
    kept = {document.id: read(document) for document in texts}
    ways = {
        "with kept findings": lambda one: index.find(one, findings=kept[one.id]),
        "reading each document first": index.find,
    }
    rates = {}
    for what, way in ways.items():
        begun = time.process_time()
        found = sum(len(way(document)) for document in texts)
        rates[what] = len(texts) / (time.process_time() - begun)
        print(f"{what + ', documents/s':<44}{rates[what]:>10.1f}   {found} uptakes")
    folded = [fold(line.text) for line in lines]
    begun = time.process_time()
    for document in texts[:SCANNED]:
        scan(document, folded)
    rate = SCANNED / (time.process_time() - begun)
    print(f"{'scan by partial_ratio, documents/s':<44}{rate:>10.2f}")
    for what, fast in rates.items():
        print(f"{what + ', times the scan':<44}{fast / rate:>10.0f}")


def recall(lines: list[ReleasedLine], draw: random.Random) -> None:
    """Of lines planted after each edit between other texts, the share that is found."""
    index = Lines(lines)
    plain = set(index.too_plain)
    sample = draw.sample([one for one in lines if one.id not in plain], 300)
    print(f"\n{len(plain)} of {len(lines)} lines are too plain to be sought")
    print(f"{'found after the edit':<34}{'ar':>8}{'en':>8}{'fr':>8}{'all':>8}")
    for what, edit in {"verbatim": None, **EDITS}.items():
        planted: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for line in sample:
            if what == "numbers changed" and not any(map(str.isdigit, line.text)):
                continue
            text = edited(line.text, line.language, edit, draw) if edit else line.text
            document = Document("d", f"-\n{text}\n-", PUBLISHED, line.language)
            uptakes = index.find(document, findings=())
            planted.update((line.language, "all"))
            found.update((line.language, "all") if is_found(line, uptakes) else ())
        shares = "".join(
            f"{found[one] / max(1, planted[one]):>8.3f}"
            for one in ("ar", "en", "fr", "all")
        )
        print(f"{what:<34}{shares}")


def is_found(line: ReleasedLine, uptakes: tuple[Uptake, ...]) -> bool:
    """Whether a line is among the uptakes."""
    return any(one.line == line.id for one in uptakes)


def strangers(lines: list[ReleasedLine], folder: Path) -> None:
    """How many uptakes are found in texts that were never planted in."""
    index = Lines(lines)
    count = 0
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        count += 1
        text = path.read_text("utf-8", errors="replace")
        found.update(one.how for one in index.find(Document("d", text, PUBLISHED)))
    print(f"\n{count} texts of {folder.name}: {dict(found)}")


def main() -> None:
    """Print all figures."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--quick", action="store_true", help="fewer lines")
    grammar.add_argument("--news", type=Path, help="a folder of unrelated texts")
    chosen = grammar.parse_args()
    draw = random.Random(SEED)  # noqa: S311 (a fixed draw, not a secret)
    texts = paragraphs()
    begun = time.process_time()
    # What the lines are drawn from stands in no document.
    draw.shuffle(texts)
    half = len(texts) // 2
    count = QUICK_LINES if chosen.quick else LINES
    lines = released(texts[:half], count, draw)
    print(f"{len(lines):,} lines; Python {platform.python_version()}")
    each = 1e3 * (time.process_time() - begun) / len(lines)
    print(f"{'reading a line, ms':<44}{each:>10.2f}")
    speed(lines, documents(texts[half:], lines, draw))
    recall(lines, draw)
    if chosen.news:
        strangers(lines[: len(lines) // 2], chosen.news)


if __name__ == "__main__":
    main()
