"""The words that readers look for, loaded once and compiled to one automaton a language.

A lexicon is a tab-separated file in ``lexicons/``: lines that begin with # say what
each column is, the first other line names the columns, and the first column, ``form``,
is what is looked for: one word or several, in the writing of the newsroom. Forms are
folded on loading. The automaton walks words, not letters, so that no form is ever
found inside a word; Arabic proclitics are compiled in and cut off the span.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import NamedTuple

from marsad.text.normalise import fold
from marsad.text.tokens import words_of

Row = Mapping[str, str]

# Proclitics by what they may stand before; «لل» is ل before the article, whose alef
# is not written: the rest of the word is looked up with it.
_ON_WORDS = ("و", "ف")
_ON_NAMES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
# Numbers take the article too, which their reader keeps: «الخمس سنوات».
_ON_NUMBERS = (*_ON_NAMES, "ال", "وال", "بال", "فال", "كال", "لل", "ولل")


class Lexicon(NamedTuple):
    """One file of forms, the tag of its hits, its language and its proclitics."""

    name: str
    tag: str
    languages: tuple[str, ...]
    proclitics: tuple[str, ...] = ()


# Every lexicon, in one visible place. A reader asks for its hits by tag.
LEXICONS: tuple[Lexicon, ...] = (
    Lexicon("states", "state", ("ar",), _ON_NAMES),
    Lexicon("states", "state", ("en", "fr")),
    Lexicon("nationalities", "nationality", ("ar",), ("و", "ل", "ب")),
    Lexicon("nationalities", "nationality", ("en", "fr")),
    Lexicon("seats", "seat", ("ar",), _ON_NAMES),
    Lexicon("seats", "seat", ("en", "fr")),
    Lexicon("state_groups", "state_group", ("ar",), _ON_NAMES),
    Lexicon("state_groups", "state_group", ("en", "fr")),
    Lexicon("bodies", "known_body", ("ar",), _ON_NAMES),
    Lexicon("bodies", "known_body", ("en", "fr")),
    Lexicon("bodies_en", "known_body", ("en",)),
    Lexicon("bodies_ar", "known_body", ("ar",), _ON_NAMES),
    Lexicon("home_bodies_ar", "home_body", ("ar",), _ON_NAMES),
    Lexicon("body_heads", "body_head", ("ar",), _ON_NAMES),
    Lexicon("body_heads", "body_head", ("en", "fr")),
    Lexicon("body_fields", "body_field", ("ar",), ("و", "ل", "ب", "ول")),
    Lexicon("body_fields", "body_field", ("fr",)),
    Lexicon("party_words", "party_word", ("ar",), _ON_NAMES),
    Lexicon("party_words", "party_word", ("en", "fr")),
    Lexicon("state_arms", "state_arm", ("ar",), _ON_NAMES),
    Lexicon("state_arms", "state_arm", ("en", "fr")),
    Lexicon("nominals", "nominal", ("ar",), _ON_NAMES),
    Lexicon("nominals", "nominal", ("en", "fr")),
    Lexicon("not_parties", "not_party", ("ar",), _ON_NAMES),
    Lexicon("not_parties", "not_party", ("en", "fr")),
    Lexicon("public_figures", "figure", ("ar",), _ON_NAMES),
    Lexicon("public_figures", "figure", ("en", "fr")),
    Lexicon("figures_ar", "figure", ("ar",), _ON_NAMES),
    Lexicon("public_surnames", "surname", ("ar",), _ON_NAMES),
    Lexicon("public_surnames", "surname", ("en", "fr")),
    Lexicon("titles", "title", ("ar",), _ON_NAMES),
    Lexicon("titles", "title", ("en", "fr")),
    Lexicon("numbers", "number", ("ar",), _ON_NUMBERS),
    Lexicon("numbers", "number", ("en", "fr")),
    Lexicon("bounds", "bound", ("ar",), _ON_NAMES),
    Lexicon("bounds", "bound", ("en", "fr")),
    Lexicon("changes", "change", ("ar",), _ON_NAMES),
    Lexicon("changes", "change", ("en", "fr")),
    Lexicon("months", "month", ("ar",), (*_ON_NAMES, "شهر")),
    Lexicon("months", "month", ("en", "fr")),
    Lexicon("time_words", "time", ("ar",), _ON_NAMES),
    Lexicon("time_words", "time", ("en", "fr")),
    Lexicon("ar_reporting_verbs", "says", ("ar",), _ON_WORDS),
    Lexicon("en_reporting_verbs", "says", ("en",)),
    Lexicon("fr_reporting_verbs", "says", ("fr",)),
    Lexicon("latin_according", "according", ("en", "fr")),
    Lexicon("en_speakers", "speaker", ("en",)),
    Lexicon("fr_speakers", "speaker", ("fr",)),
    Lexicon("ar_speakers", "speaker", ("ar",), ("و", "ف", "ل", "ب")),
    Lexicon("ar_according", "according", ("ar",), _ON_WORDS),
    Lexicon("ar_speech_objects", "speech_object", ("ar",), _ON_WORDS),
    Lexicon("calls", "calls", ("ar",), _ON_WORDS),
    Lexicon("calls", "calls", ("en", "fr")),
    Lexicon("commitments", "commits", ("ar",), _ON_WORDS),
    Lexicon("commitments", "commits", ("en", "fr")),
    Lexicon("pledge_nouns", "pledge_noun", ("ar",), _ON_NAMES),
    Lexicon("pledge_nouns", "pledge_noun", ("en", "fr")),
    Lexicon("futures", "will", ("ar",), _ON_WORDS),
    Lexicon("futures", "will", ("en", "fr")),
    Lexicon("undertakings", "undertakes", ("ar",), _ON_WORDS),
    Lexicon("undertakings", "undertakes", ("en", "fr")),
    Lexicon("clause_ends", "clause_ends", ("ar",), _ON_WORDS),
    Lexicon("clause_ends", "clause_ends", ("en", "fr")),
    Lexicon("aid_words", "aid", ("ar", "en", "fr")),
    Lexicon("deeds", "deeds", ("ar",), ("و", "ب")),
    Lexicon("deeds", "deeds", ("en", "fr")),
    Lexicon("gatherings", "gathering", ("ar",), _ON_WORDS),
    Lexicon("gatherings", "gathering", ("en", "fr")),
    Lexicon("meetings", "meets", ("ar",), ("و", "ف", "ب", "ل", "ك")),
    Lexicon("meetings", "meets", ("en", "fr")),
    Lexicon("generic_bodies", "generic_body", ("ar",), _ON_WORDS),
    Lexicon("generic_bodies", "generic_body", ("en", "fr")),
    Lexicon("actors_by_adjective", "actor_adjective", ("ar",)),
    Lexicon("provinces", "province", ("ar",), _ON_NAMES),
    Lexicon("provinces", "province", ("en", "fr")),
    Lexicon("people", "people", ("ar",), _ON_WORDS),
    Lexicon("people", "people", ("en", "fr")),
    Lexicon("state_titles", "state_title", ("ar",), _ON_WORDS),
    Lexicon("state_titles", "state_title", ("en", "fr")),
    Lexicon("memberships", "membership", ("ar",), _ON_WORDS),
    Lexicon("memberships", "membership", ("en", "fr")),
    Lexicon("member_verbs", "member_verb", ("ar",), _ON_WORDS),
    Lexicon("member_verbs", "member_verb", ("en", "fr")),
    Lexicon("meeting_ends", "meeting_ends", ("ar", "en", "fr")),
    Lexicon("cities", "city", ("ar",), _ON_NAMES),
    Lexicon("cities", "city", ("en", "fr")),
    Lexicon("towns", "town", ("ar",), _ON_NAMES),
    Lexicon("towns", "town", ("en", "fr")),
)


class Hit(NamedTuple):
    """A form found in a text: which row, over which tokens, after which proclitic."""

    first: int
    last: int  # the token after the last one
    clitic: int  # how many letters of the first token are a proclitic
    tag: str
    row: Row


# What is known of a form: the words after its second one, how many words it has, the
# letters of its proclitic, tag and number of its row. Plain tuples of plain values,
# because the garbage collector leaves them alone, and there are 100,000 of them.
_Entry = tuple[tuple[str, ...], int, int, str, int]
_Found = defaultdict[str, list[Hit]]


class Automaton:
    """All forms of a language, compiled so that one walk over the words finds them."""

    __slots__ = ("_alone", "_longer", "_rows")

    def __init__(self) -> None:
        self._alone: dict[str, tuple[_Entry, ...]] = {}
        # Forms of several words, by their first and their second.
        self._longer: dict[str, dict[str, tuple[_Entry, ...]]] = {}
        self._rows: list[Row] = []

    def add(
        self, form: str, tag: str, row: Row, proclitics: Sequence[str] = ()
    ) -> None:
        """Compile one form in; raises nothing, an empty form is passed over."""
        words = words_of(fold(form))
        if not words:
            return
        # The forms of a row come one after another.
        if not self._rows or self._rows[-1] is not row:
            self._rows.append(row)
        number = len(self._rows) - 1
        self._put(words, (words[2:], len(words), 0, tag, number))
        for clitic in proclitics:
            entry = (words[2:], len(words), len(clitic), tag, number)
            self._put((_attached(clitic, words[0]), *words[1:2]), entry)

    def _put(self, words: Sequence[str], entry: _Entry) -> None:
        if len(words) == 1:
            table, last = self._alone, words[0]
        else:
            table, last = self._longer.setdefault(words[0], {}), words[1]
        known = table.get(last, ())
        # Two writings of one row may fold to one form: أن and إن.
        if entry not in known:
            table[last] = (*known, entry)

    def hits(self, words: Sequence[str]) -> dict[str, list[Hit]]:
        """Find every form in a row of words, overlapping ones too, grouped by tag.

        Of the forms that begin at one word, the word alone comes first.
        """
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        self._find_alone(words, found)
        self._find_longer(words, found)
        for hits in found.values():
            hits.sort(key=_FIRST)
        return dict(found)

    # Hits are made as the tuples that they are: Hit's own way takes twice the time.

    def _find_alone(self, words: Sequence[str], found: _Found) -> None:
        rows, new = self._rows, tuple.__new__
        for index, entries in enumerate(map(self._alone.get, words)):
            if entries is None:
                continue
            for _, _, clitic, tag, row in entries:
                hit = new(Hit, (index, index + 1, clitic, tag, rows[row]))
                found[tag].append(hit)

    def _find_longer(self, words: Sequence[str], found: _Found) -> None:
        rows, new = self._rows, tuple.__new__
        for index, seconds in enumerate(map(self._longer.get, words[:-1])):
            if seconds is None or words[index + 1] not in seconds:
                continue
            for rest, length, clitic, tag, row in seconds[words[index + 1]]:
                last = index + length
                if not rest or tuple(words[index + 2 : last]) == rest:
                    hit = new(Hit, (index, last, clitic, tag, rows[row]))
                    found[tag].append(hit)


# Sorting by the first token alone keeps a single word before the forms it begins.
_FIRST = itemgetter(0)


def _attached(clitic: str, word: str) -> str:
    """Write a proclitic on a word: ل before the article swallows its alef.

    Three lams are never written: ل + اللجنة is للجنة. The first ل is the proclitic.
    """
    if clitic[-1] != "ل" or not word.startswith("ال"):
        return clitic + word
    return clitic + word[2 if word.startswith("الل") else 1 :]


def hits_from(hits: Sequence[Hit], token: int, last: int) -> Sequence[Hit]:
    """Return the hits that begin in tokens token to last (exclusive)."""
    left = bisect_left(hits, (token,))
    return hits[left : bisect_left(hits, (last,), lo=left)]


@cache
def automaton(language: str) -> Automaton:
    """Return the automaton of a language, compiled at its first use."""
    compiled = Automaton()
    for lexicon in LEXICONS:
        if language not in lexicon.languages:
            continue
        for row in rows(lexicon.name):
            for form in forms(row, language):
                compiled.add(form, lexicon.tag, row, lexicon.proclitics)
    return compiled


def forms(row: Row, language: str) -> list[str]:
    """Return the forms of a row: column ``form``, or the language's own column.

    Several forms are parted by "|".
    """
    return (row.get(language) or row.get("form") or "").split("|")


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Load the rows of one lexicon file, with its columns as keys."""
    text = files("marsad.reading.lexicons").joinpath(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(
        dict(zip(columns, line.split("\t"), strict=False)) for line in lines[1:]
    )
