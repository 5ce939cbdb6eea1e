"""Bodies that no list knows and no head word makes: told by what stands beside them.

"Families Outside, a Detroit group", "the traders' federation, Duka Moja," and "analyst
at Kestrel" say that the name is a body's; once said, the name is one everywhere.
"""

from collections.abc import Iterator, Sequence, Set

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import Parts
from marsad.reading.names.gazetteer import latin_names, most_common
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

# What goes on after the class word of an apposition: "a group founded in 2012".
_AFTER_CLASS = {
    "en": wordset("after_appositions_en"),
    "fr": wordset("after_appositions_fr"),
}
_ARTICLES = {"en": wordset("articles_en"), "fr": wordset("articles_fr")}
_LINKS = {"en": wordset("name_links_en"), "fr": wordset("name_links_fr")}
_ROLES = {"en": wordset("roles_in_bodies_en"), "fr": wordset("roles_in_bodies_fr")}
_ROLE_LINKS = {"en": wordset("role_links_en"), "fr": wordset("role_links_fr")}
# What only a body does: "Adriatic Lines, which runs the ship".
_DOES = wordset("deeds_of_bodies_en")
_NOT_IN_NAMES = wordset("not_in_bodies") | wordset("opening_words_en")
_TIMES = wordset("times_en")
# Words between the article and the class word: in French the noun comes first.
_MODIFIERS = {"en": 5, "fr": 1}
# Words that make the class word the complement of another noun.
_OF = frozenset("of for in at from by to and with de du des d".split())
_LONGEST = 6  # words of a name that no list knows
_OFTEN = 50  # a word counted so often among names of persons is one
_SUFFIXES = frozenset(["ltd", "inc", "plc", "llc", "corp", "sa", "gmbh", "ag"])


class Unlisted:
    """The names of a passage that what stands beside them makes bodies."""

    __slots__ = ("classes", "general", "language", "letters", "parts", "taken", "words")

    def __init__(self, parts: Parts, letters: Letters, names: Sequence[Named]) -> None:
        self.parts = parts
        self.letters = letters
        self.words = parts.passage.words
        self.language = parts.passage.language
        self.taken = {token for one in names for token in range(one.first, one.last)}
        self.classes: dict[int, Hit] = {}
        self.general = {hit.first for hit in parts.passage.hits("party_word")}
        self.general |= parts.heads
        for hit in (*parts.passage.hits("body_head"), *parts.passage.hits("nominal")):
            if not letters.capital[hit.first] and hit.last > hit.first:
                self.classes.setdefault(hit.last, hit)

    def named(self) -> Iterator[Named]:
        """Give the bodies that an apposition, a role or a deed makes known."""
        found: dict[int, Named] = {}
        for one in (*self._appositions(), *self._roles(), *self._deeds()):
            if self.taken.isdisjoint(range(one.first, one.last)):
                found.setdefault(one.first, one)
        yield from found.values()

    def _appositions(self) -> Iterator[Named]:
        """Give "X, an aid group," and "the aid group, X,"."""
        for last, hit in self.classes.items():
            start = self.phrase(hit)
            if start is None:
                continue
            if start > 1 and self.words[start - 1] == "," and self.goes_on(last):
                first = self._left(start - 1)
                if first is not None:
                    yield self._body(first, start - 1, hit)
            if self.words[last : last + 1] == [","]:
                end = self._right(last + 1)
                if end is not None and self.words[end : end + 1] in ([","], ["("]):
                    yield self._body(last + 1, end, hit)

    def phrase(self, hit: Hit) -> int | None:
        """Return where the article stands before a class word and its modifiers."""
        words = self.words
        farthest = hit.first - 2 - _MODIFIERS[self.language]
        for token in range(hit.first - 1, max(farthest, -1), -1):
            word = words[token]
            if word in _ARTICLES[self.language]:
                is_elided = word == "'" and words[token - 1 : token] == ["l"]
                return token - 1 if is_elided else token
            if not (word.isalpha() or word in ("'", "-")) or word in _OF:
                break
        is_bare = self.language == "fr" and words[hit.first - 1 : hit.first] == [","]
        return hit.first if is_bare else None

    def goes_on(self, last: int) -> bool:
        """Say whether an apposition may go on or end behind its class word."""
        words = self.words
        after = words[last] if last < len(words) else "\n"
        return after in _AFTER_CLASS[self.language]

    def _roles(self) -> Iterator[Named]:
        """Give the name that a role in a body leads to: "analyst at X"."""
        words, links = self.words, _ROLE_LINKS[self.language]
        for token in self.parts.passage.tokens_of(_ROLES[self.language]):
            after = token + 1
            if words[after : after + 1] and words[after] in ("general", "executive"):
                after += 1
            if after >= len(words) or words[after] not in links:
                continue
            while after < len(words) - 1 and words[after] in links | {
                "the",
                "l",
                "la",
                "le",
                "'",
            }:
                after += 1
            end = self._right(after)
            if end is not None and not self._is_no_body(after):
                yield self._body(after, end, None)

    def _deeds(self) -> Iterator[Named]:
        """Give "X, which runs the ferries"."""
        if self.language != "en":
            return
        words = self.words
        for token in self.parts.passage.tokens_of(frozenset(["which"])):
            does = words[token + 1 : token + 2]
            if token > 1 and words[token - 1] == "," and does and does[0] in _DOES:
                first = self._left(token - 1)
                if first is not None and token - 1 - first > 1:
                    yield self._body(first, token - 1, None)

    def _left(self, end: int) -> int | None:
        """Return where the name begins that ends before a token."""
        first = end
        while first > 0 and end - first < _LONGEST and self._may(first - 1):
            first -= 1
        while first < end and not self._opens(first):
            first += 1
        return first if first < end else None

    def _right(self, first: int) -> int | None:
        """Return where the name ends that begins at a token."""
        last = first
        if first >= len(self.words) or not self._opens(first):
            return None
        while last < len(self.words) and last - first < _LONGEST and self._may(last):
            last += 1
        while last > first and not self.letters.capital[last - 1]:
            last -= 1
        return last if last > first else None

    def _opens(self, token: int) -> bool:
        word = self.words[token]
        is_name = self.letters.capital[token] and word not in _NOT_IN_NAMES
        is_short = len(word) < 3 and not self.letters.upper[token]
        return is_name and not is_short and word not in _TIMES

    def _may(self, token: int) -> bool:
        """Say whether a word may stand inside a name that no list knows."""
        parts, word = self.parts, self.words[token]
        if token in self.taken or token in parts.persons or token in parts.titles:
            return False
        if token in parts.cities or parts.known.state.get(token):
            return False
        if self.letters.capital[token]:
            return word.isalnum() and word not in _TIMES
        if word == "-":
            return parts.passage.touches(token) and parts.passage.touches(token + 1)
        is_inside = 0 < token < len(self.words) - 1 and self.letters.capital[token - 1]
        return (
            is_inside
            and word in _LINKS[self.language]
            and self.letters.capital[token + 1]
        )

    def _is_no_body(self, token: int) -> bool:
        names = latin_names()
        is_word = token in self.parts.cities or token in self.general
        return is_word or names.get(self.words[token], 0) > _OFTEN

    def _body(self, first: int, last: int, hit: Hit | None) -> Named:
        name = " ".join(self.parts.passage.span(first, last).quote.split())
        row = hit.row if hit else {}
        kinds = ("organisation", *(row.get("class") or "").split())
        word = " ".join(self.words[hit.first : hit.last]) if hit else ""
        return Named(
            first,
            last,
            0,
            name,
            "organisation",
            tuple(dict.fromkeys((*kinds, word))),
            reader="parties.unlisted",
            score=0.65,
            why="what stands beside it says that it is a body",
        )


def repeated(
    parts: Parts, letters: Letters, names: Sequence[Named], taken: Set[int]
) -> Iterator[Named]:
    """Give the other mentions of bodies that were put together, by the same words."""
    passage = parts.passage
    seen: dict[tuple[str, ...], Named] = {}
    for one in names:
        if (
            one.reader in ("parties.unlisted", "parties.body", "parties.spelt_out")
            and (letters.capital[one.first])
        ):
            for words in _short_names(passage.words[one.first : one.last]):
                seen.setdefault(tuple(words), one)
    common = most_common(passage.language)
    for words, one in seen.items():
        if len(words) == 1 and (words[0] in common or len(words[0]) < 4):
            continue
        for token in passage.tokens_of(frozenset(words[:1])):
            last = token + len(words)
            is_same = tuple(passage.words[token:last]) == words
            if is_same and letters.capital[token] and token not in taken:
                yield one._replace(first=token, last=last, short="", clitic=0)


def _short_names(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give a name, and the name without its bracket and without "Ltd"."""
    if "(" in words:
        words = words[: words.index("(")]
    yield words
    if len(words) > 1 and words[-1] in _SUFFIXES:
        yield words[:-1]


def in_apposition(
    parts: Parts, letters: Letters, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the class words of appositions: "X, an institute founded in 2009"."""
    reader = Unlisted(parts, letters, ())
    ends = {one.last: one for one in names if one.type != "state" and one.canonical}
    begins = {one.first: one for one in ends.values()}
    for last, hit in reader.classes.items():
        start = reader.phrase(hit)
        if start is None:
            continue
        first = start + 1 + (reader.words[start] == "l")
        before = (
            ends.get(start - 1) if reader.words[start - 1 : start] == [","] else None
        )
        after = begins.get(last + 1) if reader.words[last : last + 1] == [","] else None
        if before is not None and reader.goes_on(last):
            yield _again(before, first, last)
        elif after is not None and reader.words[after.last : after.last + 1] in (
            [","],
            ["("],
        ):
            yield _again(after, first, last)


def _again(one: Named, first: int, last: int) -> Named:
    return one._replace(
        first=first,
        last=last,
        clitic=0,
        mention="nominal",
        reader="parties.apposition",
        score=0.6,
        why=f"stands beside {one.canonical}",
        short="",
    )
