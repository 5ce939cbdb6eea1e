"""Answers without a verb: interviews, press points, replies in parliaments.

1. In an interview, lines that only ask are answered by the person introduced before.
2. "Q:" and "A:", «Q.» and «R.» label questions and the answers of one person.
3. "Answered by X" gives the paragraphs below to X.
"""

from collections import Counter
from typing import NamedTuple

from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_ground import cased
from marsad.reading.quotations.latin_phrases import Named
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_words import DASHES, GRAMMARS

_LONGEST_QUESTION = 60
_SHORTEST = 3
_SHORT_PROMPT = 20
_MOST_PARAGRAPHS = 12
_QUESTIONS = frozenset("q question frage".split())
_ANSWERS = frozenset("a answer r reponse".split())
# "Answered by X" heads the paragraphs of an answer; a French ministry's written answer
# names nobody who speaks, and is left.
_HEADS = frozenset("answered reply answer response replied".split())
_HEADED = frozenset(("by", "from"))
_LETTER = 5  # "(a)" and a label's sign have no more tokens


class Turn(NamedTuple):
    """A stretch of lines given to a speaker without a verb, and what shows it."""

    first: int
    last: int
    named: Named
    sign: tuple[int, int]  # the label's colon, the question before, the dash
    is_direct: bool = False


class Answers:
    """Finds who answers in the lines of one passage."""

    def __init__(
        self, passage: Passage, speakers: SpeakerFinder, lines: list[tuple[int, int]]
    ) -> None:
        self.passage = passage
        self.words = cased(passage)
        self.grammar = GRAMMARS[passage.language]
        self.speakers = speakers
        self.lines = lines

    # -- interviews ------------------------------------------------------------------

    def asked(self, labelled: int) -> list[Turn]:
        """Return what the person introduced answers to lines that only ask."""
        questions = [
            index for index, line in enumerate(self.lines) if self._asks(*line)
        ]
        if len(questions) < 2 or labelled > 1:
            return []
        questions = self._with_prompts(questions)
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
        if self.words[first].isdecimal() and self.words[first + 1 : first + 2] == ["."]:
            first += 2  # "1. How many …?"
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

    def _with_prompts(self, questions: list[int]) -> list[int]:
        """Add the short lines that, as questions here do, stand right above an answer."""
        if not all(self._is_above(index) for index in questions):
            return questions
        return [
            index
            for index in range(questions[0], len(self.lines))
            if index in questions or self._is_prompt(index)
        ]

    def _is_prompt(self, index: int) -> bool:
        first, last = self.lines[index]
        is_short = last - first <= _SHORT_PROMPT
        return is_short and self._is_above(index) and not self._is_above(index - 1)

    def _is_above(self, index: int) -> bool:
        """Say whether no empty line parts a line from the next one."""
        end = self.lines[index][1]
        if end >= len(self.words):
            return False
        return self.passage.span(end, end + 1).quote.count("\n") == 1

    # -- labels of one letter --------------------------------------------------------

    def lettered(self) -> list[Turn]:
        """Return what stands behind "A:" or «R.» in lines that "Q" and "A" label."""
        labels = [(index, self._letter(*line)) for index, line in enumerate(self.lines)]
        asked = [index for index, word in labels if word in _QUESTIONS]
        answered = [index for index, word in labels if word in _ANSWERS]
        if not asked or not answered:
            return []
        named = self._answerer(self.lines[asked[0]])
        if named is None:
            return []
        turns: list[Turn] = []
        for index in answered:
            first, last = self.lines[index]
            turns.append(
                Turn(first + 2, last, named, (first, first + 2), is_direct=True)
            )
            turns += self._paragraphs(index + 1, named, turns[-1].sign, asked)
        return turns

    def _letter(self, first: int, last: int) -> str:
        """Return the label of a line: "Q:", «R.», "A –"."""
        is_label = last - first > _SHORTEST and (
            self.words[first + 1] in (":", ".") or self.words[first + 1] in DASHES
        )
        is_capital = self.passage.written(first)[0].isupper()
        return self.words[first] if is_label and is_capital else ""

    def _answerer(self, question: tuple[int, int]) -> Named | None:
        """Return who is introduced, spoken to in the first question, or named last."""
        phrases = self.speakers.phrases
        introduced = self._introduced(question[0])
        if introduced is not None:
            return introduced
        spoken_to = phrases.persons(*question)
        is_told = self._letter(*self.lines[-1]) not in _ANSWERS
        last = phrases.persons(self.lines[-1][0], len(self.words)) if is_told else []
        persons = spoken_to or last[-1:]
        return phrases.person(persons[0]) if persons else self._office(question[0])

    def _office(self, last: int) -> Named | None:
        """Return the office that the heading gives: "Briefing by the spokesperson"."""
        noun = self.speakers.phrases.nouns.last(0, last)
        if noun is None or noun.row["kind"] != "person":
            return None
        return self.speakers.phrases.head(noun.first, noun.last)

    # -- headed answers --------------------------------------------------------------

    def replies(self) -> list[Turn]:
        """Return the paragraphs below "Answered by X"."""
        turns: list[Turn] = []
        for index, (first, last) in enumerate(self.lines[:-1]):
            named = self._replies(first, last)
            if named is not None:
                turns += self._paragraphs(index + 1, named, (first, first + 2), [])
        return turns

    def _replies(self, first: int, last: int) -> Named | None:
        is_head = (
            self.words[first] in _HEADS
            and last - first > 2
            and self.words[first + 1] in _HEADED
        )
        if not is_head or self.words[last - 1] == ".":
            return None
        persons = self.speakers.phrases.persons(first, last)
        longest = max(persons, key=lambda seen: seen.last - seen.first, default=None)
        return self.speakers.phrases.person(longest) if longest else None

    def _paragraphs(
        self, index: int, named: Named, sign: tuple[int, int], stops: list[int]
    ) -> list[Turn]:
        """Return the full sentences below a line, up to the next label."""
        turns: list[Turn] = []
        for number in range(index, min(len(self.lines), index + _MOST_PARAGRAPHS)):
            first, last = self.lines[number]
            first = self._past_letter(first, last)
            if number in stops or self._is_label(first, last):
                break
            if self._names(first, last, named):
                break  # the writer again: "Interview: A. Li met Mr Berg in Rome."
            if self.words[last - 1] in ".!?…":
                turns.append(Turn(first, last, named, sign, is_direct=True))
        return turns

    def _names(self, first: int, last: int, named: Named) -> bool:
        persons = self.speakers.phrases.persons(first, last)
        phrases = self.speakers.phrases
        return any(
            phrases.person(seen).speaker.name == named.speaker.name for seen in persons
        )

    def _past_letter(self, first: int, last: int) -> int:
        """Skip the "(a)" or "1." of a numbered paragraph."""
        is_bracket = (
            self.words[first] == "(" and ")" in self.words[first:last][:_LETTER]
        )
        return first + 3 if is_bracket and first + 3 < last else first

    def _is_label(self, first: int, last: int) -> bool:
        """Say whether a line begins with a name or a letter and a colon."""
        if self._letter(first, last) in _QUESTIONS | _ANSWERS:
            return True
        for token in range(first, min(last, first + _LETTER + 1)):
            if self.words[token] == ":":
                return self.speakers.alone(first, token) is not None
        return False
