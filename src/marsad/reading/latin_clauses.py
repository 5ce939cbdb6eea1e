"""Where a reported clause begins and ends in English and French."""

from bisect import bisect_left
from collections.abc import Iterator

from marsad.reading.latin_cues import THAT, Cue
from marsad.reading.passage import Passage

_NOT_BARE = {
    "en": frozenset(
        """in on at to during after before of about by for with from as : , . ; \n and or
        but against when while because if it so ? ! ) today yesterday tuesday monday
        wednesday thursday friday saturday sunday earlier last late early upon among
        between into through""".split()
    )
    | {"\n", '"', "“"},
    "fr": frozenset(
        ": , . ; et ou mais dans lors a au aux en sur par pour ? ! )".split()
    )
    | {"\n", '"', "“", "«"},
}
_LEADING = frozenset("and but however toutefois cependant mais et or".split())
_FIRST_PERSON = {
    "en": frozenset("i we our my us me".split()),
    "fr": frozenset("je nous notre nos mon ma mes j".split()),
}
_MOST_PARAGRAPHS = 8
_THAT_REACH = 14
_SHORTEST = 3
_SIGNS_BEFORE = frozenset('«"“\n:;')


class Clauses:
    """The clauses around the cues of one passage."""

    def __init__(self, passage: Passage, cues: list[Cue]) -> None:
        self.passage = passage
        self.words = passage.words
        self.language = passage.language
        self.cues = cues
        self._marks = {mark.first - 1: mark for mark in passage.marks.marked}

    def next_cue(self, first: int, last: int) -> Cue | None:
        """Return the first cue that begins in tokens first to last."""
        index = bisect_left(self.cues, (first,))
        if index < len(self.cues) and self.cues[index].first < last:
            return self.cues[index]
        return None

    def last_cue(self, first: int, last: int) -> Cue | None:
        """Return the last cue that lies in tokens first to last."""
        index = bisect_left(self.cues, (last,)) - 1
        if (
            index >= 0
            and self.cues[index].first >= first
            and self.cues[index].last <= last
        ):
            return self.cues[index]
        return None

    def reported(self, cue: Cue) -> tuple[int, int] | None:
        """Return the clause that follows a cue, or None where none does."""
        first = self._beginning(cue)
        if first is None:
            return None
        last = self.end(first)
        return (first, last) if last > first + 1 else None

    def _beginning(self, cue: Cue) -> int | None:
        that = self._after_that(cue)
        if that is not None:
            return that
        if cue.last >= len(self.words) or cue.is_inverted or self._trails(cue):
            return None
        if cue.is_participle and self.words[cue.first - 1] not in (
            ",",
            "\n",
            "and",
            "et",
            "-",
            "–",
            "en",
        ):
            return None
        word = self.words[cue.last]
        if word in _NOT_BARE[self.language]:
            return self._after_parenthesis(cue)
        if cue.has("called"):
            return None
        if self.language == "en":
            return self._english_bare(cue)
        return self._french_bare(cue, word)

    def _trails(self, cue: Cue) -> bool:
        """Say whether a cue stands behind a comma, as in '…, said X'."""
        is_behind = cue.first > 0 and self.words[cue.first - 1] == ","
        return is_behind and not cue.is_participle

    def _after_that(self, cue: Cue) -> int | None:
        """Return the token after that or que, if it comes before any other clause."""
        that = THAT[self.language]
        for token in range(cue.last, min(len(self.words), cue.last + _THAT_REACH)):
            word = self.words[token]
            if word in that:
                if self.language == "fr" and self.words[token - 1] in (
                    "ce",
                    "tandis",
                    "alors",
                ):
                    return None
                return token + 2 if word == "qu" else token + 1
            if word in '.;:\n«“"' or (token > cue.last and self._is_cue(token)):
                return None
        return None

    def _is_cue(self, token: int) -> bool:
        cue = self.next_cue(token, token + 1)
        return cue is not None and not cue.has("strict")

    def _after_parenthesis(self, cue: Cue) -> int | None:
        """'In Syria, the secretary said, forces …': the clause goes on after the cue."""
        begin = self.passage.sentences.of(cue.first)[0]
        is_inserted = self.words[cue.last] == "," and self._has_short_lead(begin, cue)
        end = self.passage.sentences.of(cue.first)[1]
        if is_inserted and end - cue.last > 5 and cue.last + 1 not in self._marks:
            return cue.last + 1
        return None

    def _has_short_lead(self, begin: int, cue: Cue) -> bool:
        commas = [t for t in range(begin, cue.first) if self.words[t] == ","]
        return bool(commas) and commas[0] - begin <= 4

    def _english_bare(self, cue: Cue) -> int | None:
        if cue.has("strict") or not (cue.has("bare") or cue.has("acc")):
            return None
        first = cue.last
        if cue.has("tell"):
            first += 1
            while first < len(self.words) and self.words[first] in ("the", "'", "s"):
                first += 1
        if first >= len(self.words) or self.words[first] in _NOT_BARE["en"]:
            return None
        return first

    def _french_bare(self, cue: Cue, word: str) -> int | None:
        is_infinitive = word.endswith(("er", "ir", "re", "oir")) and len(word) > 3
        if cue.has("inf") and (is_infinitive or word in ("ne", "se", "s", "y", "n")):
            return cue.last
        if cue.has("acc") and not cue.has("strict"):
            return cue.last
        return None

    def end(self, first: int) -> int:
        """Return the token at which a reported clause ends."""
        last = self.passage.sentences.of(first)[1]
        token = first
        while token < last:
            mark = self._marks.get(token)
            if mark is not None and mark.is_closed:
                token = mark.last + 1
                # Marks may run over the sentence's end: it ends with them.
                last = max(last, min(token, len(self.words)))
                continue
            if self.words[token] == "," and self._resumes(token + 1, last):
                return token
            if self.words[token] in ("\n", ":") or self._is_turn(token, last):
                return token
            token += 1
        return last

    def _is_turn(self, token: int, last: int) -> bool:
        """Say whether 'but' leads to another report or back to the writer."""
        if self.words[token] not in ("but", "mais") or token + 1 >= last:
            return False
        if self.words[token + 1] in ("then", "ensuite"):
            return True
        cue = self.next_cue(token, min(last, token + 4))
        return cue is not None and not cue.has("strict")

    def _resumes(self, token: int, last: int) -> bool:
        """Say whether after a comma reporting goes on, or the writer's own words."""
        if token >= last:
            return False
        if self.words[token] in ("but", "mais", "although", "tandis", "bien"):
            return True
        if self.words[token] in ("according", "selon"):
            return True
        cue = self.next_cue(token, min(last, token + 8))
        if cue is None:
            return False
        if cue.is_participle:
            return cue.first <= token + 1 and not cue.has("strict")
        between = self.words[token : cue.first]
        return (
            (not between or "," not in between)
            and not cue.has("call")
            and (len(between) <= 5 and not cue.has("strict"))
        )

    def before(self, cue: Cue, covered: int) -> tuple[int, int] | None:
        """Return the clause that a trailing cue reports: '…, X said.'"""
        if cue.is_participle or cue.has("low") or cue.has("strict"):
            return None
        begin, end = self.passage.sentences.of(cue.first)
        if not self._ends_report(cue, end):
            return None
        begin = max(begin, covered)
        comma = self._comma_before(begin, cue)
        if comma is None or comma - begin < _SHORTEST:
            return None
        for token in range(begin, comma):
            if self.words[token] in (";", ":", "\n"):
                begin = token + 1
        while begin < comma and self.words[begin] in _LEADING | {",", "\n"}:
            begin += 1
        return (begin, comma) if comma - begin >= _SHORTEST else None

    def _ends_report(self, cue: Cue, end: int) -> bool:
        """Say whether after a trailing cue no words follow that it could report."""
        for token in range(cue.last, min(end, cue.last + 24)):
            if self.words[token] == ":" or token in self._marks:
                return self.words[token - 1] in ("but", "mais", "and", "et")
            if self.words[token] == ",":
                return True
        return True

    def lead(self, cue: Cue) -> tuple[int, int] | None:
        """Return the clause after 'As X announced today, …' or «Comme l'a dit X, …»."""
        begin, end = self.passage.sentences.of(cue.first)
        while begin < cue.first and self.words[begin] == "\n":
            begin += 1
        if self.words[begin] not in ("as", "comme"):
            return None
        for token in range(cue.last, end):
            if self.words[token] == ",":
                return token + 1, self.end(token + 1)
        return None

    def told_paragraphs(self, cue: Cue) -> list[tuple[int, int]]:
        """Return the unmarked paragraphs that 'X said:' at a line's end leads to.

        The first is taken; later ones up to the last that says I or we.
        """
        if self.words[cue.last : cue.last + 2] != [":", "\n"]:
            return []
        paragraphs: list[tuple[int, int]] = []
        kept, token = 1, cue.last + 2
        while token < len(self.words) and len(paragraphs) < _MOST_PARAGRAPHS:
            end = self.line_end(token)
            paragraphs.append((token, end))
            if _FIRST_PERSON[self.language].intersection(self.words[token:end]):
                kept = len(paragraphs)
            token = end + 1
        return paragraphs[:kept]

    def _comma_before(self, begin: int, cue: Cue) -> int | None:
        """Return the comma that parts the clause from 'X said'."""
        for token in range(cue.first - 1, max(begin, cue.first - 16), -1):
            if self.words[token] == ",":
                follower = self.words[token + 1]
                if follower in ("who", "which", "qui", "and", "et", "but", "mais"):
                    return None
                return token
            if self.words[token] in _SIGNS_BEFORE:
                return None
        return None

    def according(self, first: int, zone: int) -> tuple[int, int] | None:
        """Return the clause that "according to X" attributes, after it or before it.

        ``zone`` is the token after the source's name.
        """
        begin, end = self.passage.sentences.of(first)
        while begin < first and self.words[begin] == "\n":
            begin += 1
        if first - begin <= 1:
            if zone < end and self.words[zone] == ",":
                return zone + 1, self.end(zone + 1)
            return None
        if first - begin < 4:
            return None
        last = first - 1 if self.words[first - 1] == "," else first
        return begin, last

    def headline_colons(self) -> Iterator[tuple[int, int]]:
        """Yield the first token and the colon of lines that begin with 'X:'."""
        for token, word in enumerate(self.words):
            if word != ":":
                continue
            first = token
            while first > 0 and self.words[first - 1] != "\n" and token - first < 9:
                first -= 1
            if first == 0 or self.words[first - 1] == "\n":
                yield first, token

    def line_end(self, token: int) -> int:
        """Return the token at which a line ends."""
        while token < len(self.words) and self.words[token] != "\n":
            token += 1
        return token
