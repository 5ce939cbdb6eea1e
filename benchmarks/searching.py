"""Records a second into the index, and milliseconds a question, beside SQLite's FTS5.

    .venv/bin/python benchmarks/searching.py
    .venv/bin/python benchmarks/searching.py --quick

The texts are drawn from the lists of common Arabic, English and French words, the
frequent ones often, as in a language (Zipf), with proclitics before one Arabic word in
four. FTS5 gets the same keys and answers the same questions: how many, the best twenty,
and the counts by kind, source, party and month. One Python makes the keys for both.
Questions are timed in processor time, the best of three, so that a busy machine weighs
less on the figures.
"""

import argparse
import platform
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import accumulate
from pathlib import Path

from marsad.reading.lexicon import rows
from marsad.searching.excerpts import excerpt
from marsad.searching.hits import Query, search
from marsad.searching.index import Index
from marsad.searching.keys import Key, pieces
from marsad.searching.questions import question
from marsad.searching.records import Record

RECORDS, QUICK_RECORDS = 200_000, 10_000
PARCEL = 5_000
# 44,516 Arabic news articles have 1,566 characters on average, about 250 words.
WORDS, TITLE = 250, 9
LANGUAGES = ("ar", "ar", "en", "fr")
PROCLITICS = ("و", "ب", "ل", "ال", "وال", "بال")
KINDS = ("document", "quote", "figure", "meeting", "commitment")
QUESTIONS = 200
SEED = 2014
# Each question is matched once, and all counts are of what it found.
FOUND = (
    "INSERT INTO found SELECT id, key, kind, source, month, bm25(words, 3, 1, 0.4)"
    " FROM words JOIN labels ON labels.id = words.rowid"
    " WHERE words MATCH ? AND marking <= 1"
)
COUNTS = (
    "SELECT kind, count(*) FROM found GROUP BY kind",
    "SELECT source, count(*) FROM found GROUP BY source",
    "SELECT month, count(*) FROM found GROUP BY month",
    "SELECT party, count(*) FROM found JOIN parties USING (id) GROUP BY party",
)


class Newsroom:
    """A source of records that are the same ones at every run."""

    def __init__(self) -> None:
        self.draw = random.Random(SEED)  # noqa: S311 (a fixed draw, not a secret)
        self.words = {one: _words(one) for one in set(LANGUAGES)}
        self.weights = {
            one: list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
            for one, words in self.words.items()
        }

    def text(self, language: str, length: int) -> str:
        """Words of a language, the frequent ones often."""
        chosen = self.draw.choices(
            self.words[language], cum_weights=self.weights[language], k=length
        )
        if language == "ar":
            for place in range(0, length, 4):
                chosen[place] = self.draw.choice(PROCLITICS) + chosen[place]
        return " ".join(chosen)

    def record(self, number: int) -> Record:
        """One record with its labels."""
        language = self.draw.choice(LANGUAGES)
        return Record(
            key=f"document:{number}",
            kind=self.draw.choice(KINDS),
            title=self.text(language, TITLE),
            body=self.text(language, WORDS),
            language=language,
            day=date.fromordinal(735_000 + self.draw.randrange(2_500)),
            source=f"outlet {self.draw.randrange(300)}",
            parties=tuple(f"state:{self.draw.randrange(200)}" for _ in range(3)),
            marking=self.draw.choice((0, 0, 0, 1, 2)),
        )

    def questions(self) -> list[str]:
        """Frequent and rare words, two words, phrases, and words not wanted."""
        found = []
        for number in range(QUESTIONS):
            language = self.draw.choice(LANGUAGES)
            # Nobody asks for the most frequent words of a language alone.
            words = self.words[language][50:]
            one, other = self.draw.choices(words, k=2)
            forms = (one, f"{one} {other}", f"{one} -{other}", f"«{self.text(language, 2)}»")  # fmt: skip
            found.append(forms[number % len(forms)])
        return found


def _words(language: str) -> list[str]:
    return [row["form"] for row in rows(f"common_words_{language}")]


class Tables:
    """The same records in SQLite: FTS5 over the keys, and tables of labels."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = sqlite3.connect(path)
        self.base.executescript(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, singulars, content='',"
            " tokenize=\"unicode61 remove_diacritics 0 tokenchars '.'\");"
            "CREATE TABLE labels(id INTEGER PRIMARY KEY, key, kind, source, month, marking);"
            "CREATE TABLE parties(id, party);"
            "CREATE TEMP TABLE found(id, key, kind, source, month, score);"
        )

    def add(self, records: list[Record], first: int) -> None:
        """Put records in, in one statement a table."""
        self.base.executemany(
            "INSERT INTO words(rowid, title, body, singulars) VALUES (?, ?, ?, ?)",
            (self._keys(number, one) for number, one in enumerate(records, first)),
        )
        self.base.executemany(
            "INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?)",
            (
                (number, one.key, one.kind, one.source, f"{one.day:%Y-%m}", one.marking)
                for number, one in enumerate(records, first)
            ),
        )
        self.base.executemany(
            "INSERT INTO parties VALUES (?, ?)",
            (
                (number, party)
                for number, one in enumerate(records, first)
                for party in one.parties
            ),
        )

    def commit(self) -> None:
        """Index the labels and close the transaction."""
        self.base.execute("CREATE INDEX of_record ON parties(id)")
        self.base.commit()

    @staticmethod
    def _keys(number: int, record: Record) -> tuple[int, str, str, str]:
        title, body = pieces(record.title), pieces(record.body)
        return (
            number,
            " ".join(one.stems for one in title),
            " ".join(one.stems for one in body),
            " ".join(one.singulars for one in (*title, *body)),
        )

    def answer(self, words: str) -> int:
        """What a page of results needs: the best twenty, the total, four counts."""
        asked = question(words)
        said = " AND ".join(_said(term.keys) for term in asked.wanted)
        said += "".join(f" NOT {_said(term.keys)}" for term in asked.unwanted)
        asking = self.base.execute
        asking("DELETE FROM found")
        asking(FOUND, (said,))
        for counted in COUNTS:
            asking(counted).fetchall()
        asking("SELECT key FROM found ORDER BY score LIMIT 20").fetchall()
        (total,) = asking("SELECT count(*) FROM found").fetchone()
        return int(total)


def _said(keys: tuple[Key, ...]) -> str:
    if len(keys) > 1:
        return '"' + " ".join(key.stem for key in keys) + '"'
    ways = dict.fromkeys((keys[0].stem, *keys[0].singulars))
    return "(" + " OR ".join(f'"{way}"' for way in ways) + ")"


def filled(newsroom: Newsroom, count: int, folder: Path) -> tuple[Index, Tables]:
    """Both indexes with the same records, and what each took."""
    index, tables = Index.open(folder / "index"), Tables(folder / "tables.sqlite")
    mine, theirs = Watch(), Watch()
    begun, drawn = time.process_time(), Watch()
    for first in range(0, count, PARCEL):
        with drawn:
            numbers = range(first, min(first + PARCEL, count))
            records = list(map(newsroom.record, numbers))
        with mine:
            index.add(records)
        with theirs:
            tables.add(records, first)
    with mine:
        index.commit()
    with theirs:
        tables.commit()
    # Ours works on in threads of its own while the others are at it.
    all_of_ours = time.process_time() - begun - drawn.processor - theirs.processor
    show("indexing, s by the clock", mine.clock, theirs.clock)
    show("indexing, s of processor", all_of_ours, theirs.processor)
    size = sum(path.stat().st_size for path in index.folder.iterdir())
    show("size, MB", size / 1e6, tables.path.stat().st_size / 1e6)
    return index, tables


class Watch:
    """Seconds by the clock and of this thread's processor time, added up."""

    def __init__(self) -> None:
        self.clock = self.processor = 0.0

    def __enter__(self) -> None:
        self.clock -= time.perf_counter()
        self.processor -= time.thread_time()

    def __exit__(self, *_: object) -> None:
        self.clock += time.perf_counter()
        self.processor += time.thread_time()


def seconds(work: Callable[[], object]) -> float:
    """How much processor time a piece of work takes: the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def show(what: str, ours: float, theirs: float) -> None:
    """One line: both figures, and how many times less ours is."""
    print(f"{what:<28}{ours:>12.2f}{theirs:>12.2f}{theirs / ours:>9.1f}")


def compare(index: Index, tables: Tables, questions: list[str]) -> None:
    """Ask both the same questions and print their times."""

    def ours(words: str) -> int:
        found = search(index, Query(words=words, markings_up_to=1))
        return 0 if found.is_loosened else found.total

    same = sum(ours(words) == tables.answer(words) for words in questions)
    mine = [1e3 * seconds(partial(ours, words)) for words in questions]
    theirs = [1e3 * seconds(partial(tables.answer, words)) for words in questions]
    for what, share in (("p50", 50), ("p95", 95), ("p99", 99)):
        cuts = (
            statistics.quantiles(spent, n=100)[share - 1] for spent in (mine, theirs)
        )
        show(f"{what} with facets, ms", *cuts)
    print(f"same total for {same} of {len(questions)} questions")


def show_own(index: Index, newsroom: Newsroom) -> None:
    """What only our own index does: blank questions, beginnings, excerpts."""
    text = newsroom.text("ar", 9_000)[:50_000]
    words = f"{text.split()[500]} {text.split()[900]}"
    beginning = Query(words="الم", prefix=True, markings_up_to=1)
    works: dict[str, Callable[[], object]] = {
        "all, newest, facets": partial(search, index, Query(markings_up_to=1)),
        "a source's newest": partial(search, index, Query(sources=("outlet 7",))),
        "a beginning of a word": partial(search, index, beginning),
        "excerpt, 50,000 characters": partial(excerpt, text, words),
    }
    for what, work in works.items():
        print(f"{what + ', ms':<28}{1e3 * seconds(work):>12.2f}")


def arguments() -> argparse.Namespace:
    """What can be said to the benchmark."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--quick", action="store_true", help="fewer records")
    grammar.add_argument("--records", type=int, default=RECORDS)
    return grammar.parse_args()


def main() -> None:
    """Fill both indexes, ask both, and print the figures side by side."""
    chosen = arguments()
    count = QUICK_RECORDS if chosen.quick else chosen.records
    newsroom = Newsroom()
    print(f"{count:,} records of {WORDS} words; Python {platform.python_version()}")
    print(f"{'':<28}{'marsad':>12}{'FTS5':>12}{'ratio':>9}")
    with tempfile.TemporaryDirectory() as folder:
        index, tables = filled(newsroom, count, Path(folder))
        compare(index, tables, newsroom.questions())
        show_own(index, newsroom)


if __name__ == "__main__":
    main()
