"""Speech without a verb: labelled turns, interviews, statements, headlines.

1. "Ms Li: …" at the head of a line gives the line to whoever is named.
2. A headline or a line of a ticker may name its speaker behind a dash.
"""

from collections import Counter
from collections.abc import Iterable

from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_answers import Answers, Turn
from marsad.reading.quotations.latin_ground import cased, past_dateline
from marsad.reading.quotations.latin_phrases import Named
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_words import DASHES, GRAMMARS

_LONGEST_LABEL = 14
_LONGEST_HEADLINE = 30
_LONGEST_NAME = 6
_SHORTEST = 3
_ASKERS = frozenset(
    """live update breaking watch video analysis opinion exclusive readout factbox direct
    correspondent presenter reporter journalist host interviewer question questions
    journaliste presentateur presentatrice animateur correspondant correspondante
    interview entretien source sources contact photo photos credit note notes venue date
    author auteur lieu credits""".split()
)


class Turns:
    """Finds the turns of one passage, line by line."""

    def __init__(self, passage: Passage, speakers: SpeakerFinder) -> None:
        self.passage = passage
        self.words = cased(passage)
        self.grammar = GRAMMARS[passage.language]
        self.speakers = speakers
        self.lines = self._lines()
        self.answers = Answers(passage, speakers, self.lines)
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
        found = [*labelled, *self._headlines()]
        found += self.answers.replies()
        found += self.answers.lettered() or self.answers.asked(
            self._below_heading(labelled)
        )
        return sorted(found, key=lambda turn: turn.first)

    def _below_heading(self, turns: list[Turn]) -> int:
        """Count the turns below the first line, which may be a headline with a colon."""
        heading = self.lines[0][1] if self.lines else 0
        return sum(turn.first > heading for turn in turns)

    # -- labels --------------------------------------------------------------------

    def _labelled(self) -> list[Turn]:
        labels: list[tuple[Turn, bool]] = []
        for begin, last in self.lines:
            first = past_dateline(self.passage, begin, last)
            colon = self._colon(first, last)
            stop = self._colon(begin, last) if begin < first else colon
            if stop is not None and self._is_stop_and_dash(stop):
                first, colon = begin, stop
            named = self._label(first, colon) if colon else None
            if named is None or colon is None or named.kind == "text":
                continue
            if self._is_introduced(colon + 1, last) or self._is_procedure(colon):
                continue
            if last - colon > _SHORTEST:
                is_person = named.kind in ("person", "people", "name")
                end = self._past_wraps(last)
                turn = Turn(colon + 1, end, named, (colon, colon + 1))
                labels.append((turn, is_person))
        is_transcript = sum(is_person for _, is_person in labels) > 1
        askers = self._askers(turn for turn, _ in labels)
        return [
            turn._replace(is_direct=self._is_speech(turn, is_transcript=is_transcript))
            for turn, is_person in labels
            if turn.named.speaker.name not in askers
            and self._is_said(turn, is_person=is_person, is_transcript=is_transcript)
        ]

    def _is_introduced(self, first: int, last: int) -> bool:
        """Say whether a label only leads to a name: "Speaker: Ann Li, ministry"."""
        persons = self.speakers.phrases.persons(first, first + _LONGEST_NAME)
        end = first
        while end < last and self.words[end] != ".":
            end += 1
        has_verb = not self.grammar.finite.isdisjoint(self.words[first:end])
        return bool(persons) and not has_verb and "," in self.words[first:end]

    def _is_procedure(self, colon: int) -> bool:
        """Say whether the chair only gives the floor: «La parole est à M. Roux»."""
        words = self.words[colon + 1 : colon + 6]
        if words[:4] == ["i", "give", "the", "floor"] or words[:2] == ["i", "thank"]:
            return self.words[colon - 1] in ("president", "chair", "speaker")
        return "parole" in words and ("la" in words or "passe" in words)

    def _past_wraps(self, last: int) -> int:
        """Return the end of a line that goes on small in the next, as subtitles do."""
        while last < len(self.words) - 1 and self._is_wrap(last):
            last = self._line_end(last + 1)
        return last

    def _is_wrap(self, last: int) -> bool:
        is_single = self.passage.span(last, last + 1).quote.count("\n") == 1
        return is_single and self.passage.written(last + 1)[0].islower()

    def _askers(self, turns: Iterable[Turn]) -> set[str]:
        """Return who only asks, and more than once: a journalist, not a member."""
        asked: dict[str, list[bool]] = {}
        first: Turn | None = None
        for turn in turns:
            first = first or turn
            asks = self.words[turn.last - 1] == "?"
            asked.setdefault(turn.named.speaker.name, []).append(asks)
        askers = {name for name, all_ in asked.items() if len(all_) > 1 and all(all_)}
        if first is not None and self.words[first.last - 1] == "?":
            label = first.named.speaker.span.quote
            is_paper = not first.named.is_name and len(asked) > 1 and label.isupper()
            askers |= {first.named.speaker.name} if is_paper else set()
        return askers

    def _is_asker(self, first: int) -> bool:
        return self.words[first] in _ASKERS

    def _colon(self, first: int, last: int) -> int | None:
        for token in range(first + 1, min(last, first + _LONGEST_LABEL)):
            word = self.words[token]
            if word == ":" or (word == "." and self._is_stop_and_dash(token)):
                return token
            if word in '«“"?!;':
                return None
        return None

    def _is_stop_and_dash(self, token: int) -> bool:
        """Read «M. Alain Roux. – …», as the minutes of French parliaments label turns."""
        is_sign = self.words[token : token + 1] == ["."]
        following = self.words[token + 1 : token + 2]
        return is_sign and bool(following) and following[0] in DASHES

    def _label(self, first: int, colon: int) -> Named | None:
        """Return the speaker named before a colon, with an office in brackets or not."""
        end = colon
        if self.words[colon - 1] == ")":
            while end > first and self.words[end] != "(":
                end -= 1
            named = self.speakers.phrases.name_at(end + 1, colon - 1)
            if named is not None:
                return named  # "The Minister of State (Lord Pell):"
        if end <= first or self._is_asker(first):
            return None
        comma = self._comma(first, end)
        titled = self.speakers.phrases.name_at(first, comma) if comma else None
        if titled is not None:
            return titled  # "Mr Denis Faure, minister of state:"
        return self.speakers.alone(first, end) or self._written(first, end)

    def _comma(self, first: int, end: int) -> int | None:
        found = [token for token in range(first, end) if self.words[token] == ","]
        return found[0] if found else None

    def _written(self, first: int, end: int) -> Named | None:
        """Take "Mr Warren" or "WARREN" for a speaker where it labels several lines."""
        label = tuple(self.words[first:end])
        known = self._known(first, end)
        if known is not None or self._labels[label] < 2:
            return known
        return self.speakers.phrases.bare_name(first, end)

    def _known(self, first: int, end: int) -> Named | None:
        """Take "ROWE" or "F. B. Sarr" for a person whom the text has named in full."""
        last = self.words[end - 1]
        if not self.passage.written(end - 1)[0].isupper():
            return None
        persons = self.speakers.phrases.persons(0, len(self.words))
        found = [seen for seen in persons if self.words[seen.last - 1] == last]
        if not found or end - first > _LONGEST_LABEL // 2:
            return None
        person = self.speakers.phrases.person(found[0])
        span = self.passage.span(first, end)
        return person._replace(speaker=person.speaker._replace(span=span))

    def _is_speech(self, turn: Turn, *, is_transcript: bool) -> bool:
        words = self.words[turn.first : turn.last]
        has_self = not self.grammar.first_person.isdisjoint(words)
        return has_self or is_transcript or "." in words[:-1]

    def _is_said(self, turn: Turn, *, is_person: bool, is_transcript: bool) -> bool:
        """Say whether a label names who says the line, and not what it is about."""
        words = self.words[turn.first : turn.last]
        if is_transcript and is_person:
            return True
        if not self.grammar.first_person.isdisjoint(words):
            return is_person
        if self.passage.language == "fr":
            return False
        if is_person:
            return True
        # "EU: €20 million for schools" lists; a body's words show a verb.
        return len(words) < _LONGEST_HEADLINE and self._shows_verb(
            turn.first, turn.last
        )

    def _shows_verb(self, first: int, last: int) -> bool:
        ground = self.speakers.ground
        is_infinitive = (
            self.words[first] == "to" or "to" in self.words[first + 1 : last]
        )
        return is_infinitive or ground.acts(first, last)

    # -- headlines -------------------------------------------------------------------

    def _headlines(self) -> list[Turn]:
        """Read "Navy may block exports - minister", "Two die in blast: police"."""
        found = [self._headline(*line) for line in self.lines]
        return [turn for turn in found if turn is not None]

    def _headline(self, begin: int, last: int) -> Turn | None:
        """Return the words of a headline or ticker that names its speaker last."""
        if last - begin >= _LONGEST_HEADLINE or self.words[last - 1] in ".?!":
            return None
        if self.words[last - 1] == ")":
            return self._bracketed(begin, last)
        for dash in range(last - 1, max(begin + _SHORTEST - 1, last - 8), -1):
            is_dash = self.words[dash] in DASHES and not self.passage.touches(dash)
            is_colon = self.words[dash] == ":" and begin == self.lines[0][0]
            if is_dash or (is_colon and self.passage.language == "en"):
                named = self.speakers.alone(dash + 1, last)
                if named is None or named.kind == "text":
                    return None
                first = past_dateline(self.passage, begin, dash)
                if not self._is_headline(first, dash, is_top=begin == self.lines[0][0]):
                    return None
                return Turn(first, dash, named, (dash, dash + 1))
        return None

    def _bracketed(self, begin: int, last: int) -> Turn | None:
        """Read «Séisme près de Van, 3 morts (autorités)»."""
        for opening in range(last - 2, max(begin + _SHORTEST, last - 8), -1):
            if self.words[opening] != "(":
                continue
            named = self.speakers.alone(opening + 1, last - 1)
            first = past_dateline(self.passage, begin, opening)
            is_quote = self.words[opening - 1] in '»”"'
            if named is None or is_quote or not self._shows_fact(first, opening):
                return None
            return Turn(first, opening, named, (opening, opening + 1))
        return None

    def _shows_fact(self, first: int, last: int) -> bool:
        """Say whether a headline counts something or shows a verb."""
        has_number = any(word[0].isdecimal() for word in self.words[first:last])
        return has_number or self._shows_verb(first, last)

    def _is_headline(self, first: int, last: int, *, is_top: bool) -> bool:
        """Say whether a line tells something, and is no heading of a section."""
        if is_top:
            return self.speakers.alone(first, last) is None
        is_ticker = all(
            self.passage.written(token).upper() == self.passage.written(token)
            for token in range(first, last)
        )
        return is_ticker or self._shows_verb(first, last)

    def _line_end(self, token: int) -> int:
        while token < len(self.words) and self.words[token] != "\n":
            token += 1
        return token
