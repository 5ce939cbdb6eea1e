"""Quotes in Arabic that a colon alone announces: headlines, rolling news, interviews.

A line «X: …» is what X says where X names nobody but a speaker: a person, a body, an
office, or in a dialogue whoever takes a turn again. «س» and «ج» are turns too, and an
answer on the line below a question is its speaker's without any name.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.findings import Quote
from marsad.reading.passage import Passage, Seen
from marsad.reading.quotations.arabic_clauses import Extent
from marsad.reading.quotations.arabic_heads import Heads
from marsad.reading.quotations.speakers import Speaker, person_as_speaker

# A line of more words than this is no headline.
_LONGEST_HEADLINE = 30
# A head has no more words: an office, a comma, the name, and whom it was said to.
_LONGEST_HEAD = 24
_SHORTEST_TURN = 2
_LONGEST_COUNT = 6  # words of a line that only counts: «البصرة: 12 إصابة»
_LINE_ENDS = frozenset("\n|")
_FEWEST_QUESTIONS = 2
_LONGEST_QUESTION = 60
_BULLETS = frozenset("•●▪■◦‣⁃∙◄►▶◀▸*-–—|.)(/#[]")
_BEFORE_HEADS = frozenset(
    "عاجل خبر متابعه بتوقيت غرينتش خاص حصري فيديو بالفيديو بالصور".split()
)
_QUESTIONS = frozenset(("س", "سوال", "السوال"))
_ANSWERS = frozenset(("ج", "جواب", "الجواب", "اجابه"))
_INTERVIEWS = frozenset("حوار الحوار مقابله المقابله حاوره حاورته حاورها اجري".split())
_ASKS = frozenset("؟?")
_ENDS = frozenset(".!؟?")
_CLOSING = frozenset('»"”')


class Line(NamedTuple):
    """A line of a text in tokens: its head up to a colon, and what follows that."""

    first: int  # the first word, behind bullets
    colon: int  # equal to ``first`` where the line has no head
    last: int

    @property
    def begin(self) -> int:
        """Return the first token of what is said."""
        return self.colon + 1 if self.colon > self.first else self.first


def read_turns(passage: Passage, extents: Extent) -> list[Seen]:
    """Read what the lines of a passage quote by a colon or as an answer."""
    if not _may_have_turns(passage):
        return []
    return _TurnReader(passage, extents).read()


def _may_have_turns(passage: Passage) -> bool:
    return not passage.vocabulary.isdisjoint((":", "؟", "?"))


class _TurnReader:
    """Walks the lines of a passage in order, remembering who took a turn."""

    def __init__(self, passage: Passage, extents: Extent) -> None:
        self.passage = passage
        self.words = passage.words
        self.extents = extents
        self.lines = list(self._lines())
        self.heads = Heads(passage, extents.subjects, self._repeated())
        self.seen: list[Seen] = []
        self._questions = sum(map(self._is_question, self.lines))
        self._is_dialogue = self._has_dialogue()

    def read(self) -> list[Seen]:
        """Return the quotes of all turns in the order of the text."""
        asked = False
        for line in self.lines:
            if line.colon > line.first:
                self._take_headed(line)
            elif asked and not self._is_question(line):
                self._take_answer(line)
            asked = self._is_question(line)
        return self.seen

    # -- lines ---------------------------------------------------------------------

    def _lines(self) -> Iterator[Line]:
        first, words = 0, self.words
        ends = [t for t in self.passage.tokens.signs if words[t] in _LINE_ENDS]
        for end in [*ends, len(words)]:
            if end > first:
                begin = self._after_pause(self._after_bullets(first, end), end)
                yield Line(begin, self._colon(begin, end), end)
            first = end + 1

    def _after_bullets(self, token: int, end: int) -> int:
        while token < end - 1 and (
            self.words[token] in _BULLETS
            or self.words[token] in _BEFORE_HEADS
            or self.words[token].isdigit()
            or (self.words[token] == ":" and self._is_passed(token - 1))
        ):
            token += 1
        return token

    def _is_passed(self, token: int) -> bool:
        """Say whether a colon only parts «عاجل» or the hour from the line."""
        word = self.words[token] if token >= 0 else ""
        return word in _BEFORE_HEADS or word.isdigit()

    def _colon(self, first: int, end: int) -> int:
        for token in range(first + 1, min(end - 1, first + _LONGEST_HEAD)):
            if self.words[token] == ":":
                is_clock = self.words[token - 1].isdigit()
                return first if is_clock else token
            if self.words[token] in _ENDS:
                return first
        return first

    def _after_pause(self, first: int, end: int) -> int:
        """Return where a headline's second half begins: «بعد اللقاء.. X: …»."""
        last = min(end - 1, first + _LONGEST_HEAD)
        for token in range(first + 2, last):
            if self.words[token] == ":":
                return first
            is_pause = self.words[token - 1] == "." and self.words[token - 2] == "."
            if is_pause and ":" in self.words[token:last]:
                return token
        return first

    def _repeated(self) -> frozenset[str]:
        """Return the heads that stand before more than one line."""
        counted = Counter(
            " ".join(self.words[line.first : line.colon])
            for line in self.lines
            if 0 < line.colon - line.first <= 3
        )
        return frozenset(head for head, times in counted.items() if times > 1)

    def _has_dialogue(self) -> bool:
        """Say whether lines ask and lines answer: then an answer may be long."""
        asked = self._questions
        headed = sum(line.colon > line.first for line in self.lines)
        return asked >= _FEWEST_QUESTIONS or (asked > 0 and headed > 1) or headed > 3

    def _is_question(self, line: Line) -> bool:
        """Say whether a line does nothing but ask."""
        if self.words[line.first] in _QUESTIONS and line.colon == line.first + 1:
            return True
        if line.last - line.first > _LONGEST_QUESTION:
            return False
        last = line.last - 1
        while last > line.first and self.words[last] in _CLOSING:
            last -= 1
        return self.words[last] in _ASKS

    # -- turns ---------------------------------------------------------------------

    def _take_headed(self, line: Line) -> None:
        """Read «X: …», where X is somebody."""
        head = self.words[line.first : line.colon]
        if len(head) == 1 and head[0] in _QUESTIONS:
            return
        if len(head) == 1 and head[0] in _ANSWERS:
            self._keep(line, self._interviewee())
            return
        speaker = self.heads.speaker(line.first, line.colon)
        if speaker is None or not self._is_said(line, speaker):
            return
        self._keep(line, speaker)

    def _is_said(self, line: Line, speaker: Speaker) -> bool:
        """Say whether what follows a head is speech, not a report after a dateline."""
        size = line.last - line.begin
        if size < _SHORTEST_TURN or self._reports(line, speaker):
            return False
        if self.words[line.begin].isdigit() and size <= _LONGEST_COUNT:
            return self.heads.is_somebody(speaker)
        if self._is_question(line) and not self.heads.is_signed(speaker):
            return False
        if size < _LONGEST_HEADLINE and not self._has_second_sentence(line):
            return True
        return self._is_dialogue and self.heads.is_somebody(speaker)

    def _reports(self, line: Line, speaker: Speaker) -> bool:
        """Say whether a place heads a report: «مسقط: استبعد مصدر …»."""
        cue = self.extents.contents.cue_at.get(line.begin)
        is_report = cue is not None and not cue.is_participle and not cue.has("we")
        return is_report and not self.heads.is_somebody(speaker)

    def _has_second_sentence(self, line: Line) -> bool:
        end = self.passage.sentences.of(line.begin)[1]
        return end < line.last - 1 and not self.heads.is_person(line.first, line.colon)

    def _take_answer(self, line: Line) -> None:
        """Read the line below a question: the one who is interviewed answers."""
        if (
            self._questions < _FEWEST_QUESTIONS
            or line.last - line.first < _SHORTEST_TURN
        ):
            return
        if not self._is_marked_answer(line):
            return
        self._keep(line, self._interviewee())

    def _is_marked_answer(self, line: Line) -> bool:
        """Say whether a dash opens the answer, or the text calls itself an interview."""
        before = self.words[line.first - 1] if line.first else ""
        is_dashed = before != "" and before in "-–—"
        return is_dashed or not self.passage.vocabulary.isdisjoint(_INTERVIEWS)

    def _interviewee(self) -> Speaker | None:
        """Return who answers: who took the last turn, else whom the text names first."""
        if self.heads.last is not None:
            return self.heads.last
        persons = self.extents.subjects.candidates.persons(0, len(self.words))
        return person_as_speaker(persons[0]) if persons else None

    def _keep(self, line: Line, speaker: Speaker | None) -> None:
        first, last = line.begin, self.extents.trimmed(line.begin, line.last)
        form = self.extents.form(first, last)
        mark = self.extents.contents.mark_at(first)
        if mark and mark.is_closed and mark.last >= last - 1:
            first, last, form = mark.first, mark.last, "direct"
        if last <= first:
            return
        form = self._told(line, form)
        why = f"{speaker.name}: {speaker.why}" if speaker else "nobody is named"
        quote = Quote(
            span=self.passage.span(first, last),
            reader="quotes.ar.turn",
            score=0.7 if speaker else 0.5,
            why=f"{form} speech after a colon; {why}",
            form=form,
            cue=self.passage.span(line.colon, line.colon + 1),
            speaker=speaker.span if speaker else None,
            speaker_name=speaker.name if speaker else None,
            party=speaker.party if speaker else None,
        )
        self.seen.append(Seen(first, last, quote))

    def _told(self, line: Line, form: str) -> str:
        """A headline's words are its own; an answer's are the speaker's."""
        if form != "indirect":
            return form
        is_own = self.extents.is_first_person(line.begin, line.last)
        return "direct" if is_own or self._is_dialogue else form
