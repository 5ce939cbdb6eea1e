"""Speech without a verb: labelled turns, interviews, statements, headlines.

1. "Ms Li: …" at the head of a line gives the line to whoever is named.
2. In an interview, lines that only ask are answered by the person introduced before.
3. "X said:" at the end of a line gives the unmarked paragraphs after it to X.
4. A headline may name its speaker behind a dash.
"""

from collections import Counter
from typing import NamedTuple

from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_ground import past_dateline
from marsad.reading.quotations.latin_phrases import Named
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import DASHES, GRAMMARS

_LONGEST_LABEL = 14
_LONGEST_HEADLINE = 30
_LONGEST_QUESTION = 60
_MOST_PARAGRAPHS = 8
_SHORTEST = 3
_ASKERS = frozenset(
    """live update breaking watch video analysis opinion exclusive readout factbox direct
    correspondent presenter reporter journalist host interviewer question questions
    journaliste presentateur presentatrice animateur correspondant correspondante
    interview entretien""".split()
)
_BULLETS = frozenset("•●▪■◦‣⁃∙-–—*")


class Turn(NamedTuple):
    """A stretch of lines given to a speaker without a verb, and what shows it."""

    first: int
    last: int
    named: Named
    sign: tuple[int, int]  # the label's colon, the question before, the dash
    is_direct: bool = False


class Turns:
    """Finds the turns of one passage, line by line."""

    def __init__(self, passage: Passage, speakers: SpeakerFinder) -> None:
        self.passage = passage
        self.words = passage.words
        self.grammar = GRAMMARS[passage.language]
        self.speakers = speakers
        self.lines = self._lines()
        self._labels = Counter(
            tuple(self.words[first:colon])
            for first, last in self.lines
            if (colon := self._colon(first, last))
        )

    def _lines(self) -> list[tuple[int, int]]:
        ends = [i for i, word in enumerate(self.words) if word == "\n"]
        bounds = zip(
            [0, *(end + 1 for end in ends)], [*ends, len(self.words)], strict=True
        )
        return [(first, last) for first, last in bounds if last > first]

    def all(self) -> list[Turn]:
        """Return the turns in the order of the text."""
        labelled = self._labelled()
        found = [*labelled, *self._headline()]
        if len(labelled) < 2:
            found += self._answers()
        return sorted(found, key=lambda turn: turn.first)

    # -- labels --------------------------------------------------------------------

    def _labelled(self) -> list[Turn]:
        labels: list[tuple[Turn, bool]] = []
        for begin, last in self.lines:
            first = past_dateline(self.passage, begin, last)
            colon = self._colon(first, last)
            named = self._label(first, colon) if colon else None
            if named is None or colon is None or named.kind == "text":
                continue
            if last - colon > _SHORTEST:
                is_person = named.kind in ("person", "people", "name")
                turn = Turn(colon + 1, last, named, (colon, colon + 1))
                labels.append((turn, is_person))
        is_transcript = sum(is_person for _, is_person in labels) > 1
        return [
            turn._replace(is_direct=self._is_speech(turn, is_transcript=is_transcript))
            for turn, is_person in labels
            if self._is_said(turn, is_person=is_person, is_transcript=is_transcript)
        ]

    def _is_asker(self, first: int) -> bool:
        return self.words[first] in _ASKERS

    def _colon(self, first: int, last: int) -> int | None:
        for token in range(first + 1, min(last, first + _LONGEST_LABEL)):
            if self.words[token] == ":":
                return token
            if self.words[token] in '«“"?!;':
                return None
        return None

    def _label(self, first: int, colon: int) -> Named | None:
        """Return the speaker named before a colon, with an office in brackets or not."""
        end = colon
        if self.words[colon - 1] == ")":
            while end > first and self.words[end] != "(":
                end -= 1
        if end <= first or self._is_asker(first):
            return None
        return self.speakers.alone(first, end) or self._written(first, end)

    def _written(self, first: int, end: int) -> Named | None:
        """Take "Mr Warren" or "WARREN" for a speaker where it labels several lines."""
        label = tuple(self.words[first:end])
        return (
            self.speakers.phrases.bare_name(first, end)
            if self._labels[label] > 1
            else None
        )

    def _is_speech(self, turn: Turn, *, is_transcript: bool) -> bool:
        words = self.words[turn.first : turn.last]
        has_self = not self.grammar.first_person.isdisjoint(words)
        return has_self or is_transcript or "." in words[:-1]

    def _is_said(self, turn: Turn, *, is_person: bool, is_transcript: bool) -> bool:
        """Say whether a label names who says the line, and not what it is about."""
        words = self.words[turn.first : turn.last]
        if is_transcript and is_person:
            return words[-1] != "?"
        if not self.grammar.first_person.isdisjoint(words):
            return is_person
        if self.passage.language == "fr":
            return False
        return len(words) < _LONGEST_HEADLINE or is_person

    # -- interviews ------------------------------------------------------------------

    def _answers(self) -> list[Turn]:
        """Return what the person introduced answers to lines that only ask."""
        questions = [
            index for index, line in enumerate(self.lines) if self._asks(*line)
        ]
        if len(questions) < 2:
            return []
        named = self._introduced(self.lines[questions[0]][0])
        if named is None:
            return []
        turns: list[Turn] = []
        for number, index in enumerate(questions):
            after = questions[number + 1] if number + 1 < len(questions) else None
            answer = self.lines[index + 1 : after]
            if after is None:
                answer = answer[:1]
            if answer:
                sign = (self.lines[index][1] - 1, self.lines[index][1])
                turns.append(
                    Turn(answer[0][0], answer[-1][1], named, sign, is_direct=True)
                )
        return [*self._title(named), *turns] if self._has_self(turns) else []

    def _title(self, named: Named) -> list[Turn]:
        """Return a headline all in marks: the words of whom the interview is with."""
        first, last = self.lines[0]
        mark = next(iter(self.passage.marks.marked), None)
        if mark is None or mark.first - 1 != first or mark.last + 1 != last:
            return []
        return [
            Turn(
                mark.first, mark.last, named, (named.first, named.last), is_direct=True
            )
        ]

    def _asks(self, first: int, last: int) -> bool:
        is_short = _SHORTEST <= last - first <= _LONGEST_QUESTION
        return (
            is_short
            and self.words[last - 1] == "?"
            and "." not in self.words[first:last]
        )

    def _has_self(self, turns: list[Turn]) -> bool:
        return any(
            not self.grammar.first_person.isdisjoint(self.words[turn.first : turn.last])
            for turn in turns
        )

    def _introduced(self, last: int) -> Named | None:
        """Return the person whom the lines before the first question name most."""
        persons = self.speakers.phrases.persons(0, last)
        named = [self.speakers.phrases.person(seen) for seen in persons]
        counts = Counter(one.speaker.name for one in named)
        if not counts:
            return None
        best = counts.most_common(1)[0][0]
        return next(one for one in named if one.speaker.name == best)

    # -- headlines -------------------------------------------------------------------

    def _headline(self) -> list[Turn]:
        """Read "Navy may block exports - minister", "Two die in blast: police"."""
        if not self.lines:
            return []
        first, last = self.lines[0]
        for dash in range(last - 1, max(first + _SHORTEST, last - 8), -1):
            is_dash = self.words[dash] in DASHES and not self.passage.touches(dash)
            is_colon = self.words[dash] == ":" and self.passage.language == "en"
            if is_dash or is_colon:
                named = self.speakers.alone(dash + 1, last)
                if named is not None and last - first < _LONGEST_HEADLINE:
                    return [Turn(first, dash, named, (dash, dash + 1))]
                return []
        return []

    # -- statements ------------------------------------------------------------------

    def told(self, cue: Cue) -> list[tuple[int, int]]:
        """Return the unmarked paragraphs that 'X said:' at a line's end leads to.

        The first is taken; later ones up to the last that says I or we.
        """
        token = cue.last
        while token < len(self.words) and token - cue.last < _LONGEST_LABEL:
            if self.words[token] in (":", "\n", "."):
                break
            token += 1
        if self.words[token : token + 2] != [":", "\n"]:
            return []
        paragraphs: list[tuple[int, int]] = []
        kept, token = 1, token + 2
        while token < len(self.words) and len(paragraphs) < _MOST_PARAGRAPHS:
            end = self._line_end(token)
            if self.words[token] in _BULLETS or self.words[token] in '«“"':
                break
            paragraphs.append((token, end))
            if not self.grammar.first_person.isdisjoint(self.words[token:end]):
                kept = len(paragraphs)
            token = end + 1
        return paragraphs[:kept]

    def _line_end(self, token: int) -> int:
        while token < len(self.words) and self.words[token] != "\n":
            token += 1
        return token
