"""Whose speech words in marks go on that no verb of their own attributes.

'“A,” he said. “B.”', '“A,” he said, “B.”', "Li was not convinced: “A.”", a paragraph that
begins with a mark, a sentence all in marks behind one about somebody.
"""

from collections.abc import Sequence

from marsad.reading.passage import Seen
from marsad.reading.quotations.latin_attributions import Attribution
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import DASHES
from marsad.text.marks import Marked

_LONG = 5  # fewer words alone in marks may be a name
_NEAR = 60  # words between two paragraphs of one speech
_TO_MARKS = 24
_TO_NEXT = 16


class Sequels:
    """Finds whose speech goes on, with a memory of the last attribution."""

    def __init__(self, ground: Ground, speakers: SpeakerFinder) -> None:
        self.ground = ground
        self.passage = ground.passage
        self.words = ground.words
        self.grammar = ground.grammar
        self.speakers = speakers
        self.pronouns = speakers.pronouns
        self.current: Attribution | None = None

    def of(self, mark: Marked, seen: Sequence[Seen]) -> Attribution | None:
        """Return whose speech marked words without a verb of their own go on."""
        token = mark.first - 2
        if token < 0:
            return self._by_next_sentence(mark, token) if mark.first == 1 else None
        if self.words[token] == ":":
            return self._by_colon(mark, token)
        if self.words[token] == "\n" and self._ends_with_statement(token - 1):
            return self._by_colon(mark, token - 1)
        if self.words[token] in self.grammar.prepositions or self.ground.is_title(mark):
            return None
        near = self._by_insertion(mark, token) or self._by_next_sentence(mark, token)
        if near is not None:
            return near
        if self.pronouns.last is None or not seen:
            return self._by_topic(mark, self._sentence_before(token))
        if self._follows_attribution(mark, token):
            return self.current
        return self._going_on(mark, token, seen[-1].last)

    def has_attribution(self, cue: Cue) -> bool:
        """Say whether the sentence of a verb has its attribution already."""
        before = self.current.cue if self.current else None
        if before is None or before.first >= cue.first:
            return False
        return before.last > self.passage.sentences.of(cue.first)[0]

    def _going_on(self, mark: Marked, token: int, spoken: int) -> Attribution | None:
        """Return who goes on in a new paragraph, behind "and", in a new sentence."""
        last = self.pronouns.last
        going_on = Attribution(last, None, None) if last else None
        begin = self.passage.sentences.of(token)[0]
        if self.words[token] == "\n":
            if mark.first - spoken < _NEAR:
                return going_on if self._is_sentence(mark) else None
            return self._by_topic(mark, self._sentence_before(token))
        if self.words[token] in self.grammar.joiners | {"but", "mais"}:
            is_next = spoken > begin and mark.last - mark.first > 1
            return going_on if is_next else None
        return self._by_topic(mark, begin) if self._is_sentence_begin(mark) else None

    def _follows_attribution(self, mark: Marked, token: int) -> bool:
        """Say whether marks stand right behind '“A,” said X' or in its sentence."""
        cue = self.current.cue if self.current else None
        if cue is None or cue.first > token:
            return False
        end = self.passage.sentences.of(cue.last - 1)[1]
        if mark.first - 1 == end:
            return mark.last - mark.first >= 2
        is_inside = mark.first - 1 < end and mark.first - cue.last <= _TO_NEXT
        return is_inside and (self.words[token] == "," or self.words[token] in DASHES)

    def _is_sentence_begin(self, mark: Marked) -> bool:
        begin = self.passage.sentences.of(mark.first - 1)[0]
        return begin in (mark.first - 1, mark.first)

    def _is_sentence(self, mark: Marked) -> bool:
        """Say whether marks hold a sentence rather than a name or a scare quote."""
        is_long = mark.last - mark.first >= _LONG
        is_ended = self.words[mark.last - 1] in ".!?…" or self.ground.is_whole(mark)
        return is_long and is_ended

    def _ends_with_statement(self, colon: int) -> bool:
        """Read "The commander issued this statement:" at the end of a line."""
        if self.words[colon] != ":":
            return False
        begin = self.passage.sentences.of(colon)[0]
        return self.ground.cues.before(begin, colon) is None

    def _by_insertion(self, mark: Marked, token: int) -> Attribution | None:
        """Read «A, écrit X dans un article, « B »»: a verb set in before the marks."""
        if self.words[token] != ",":
            return None
        begin = self.passage.sentences.of(token)[0]
        cue = self.ground.cues.before(max(begin, token - _TO_MARKS), token)
        if cue is None or cue.is_participle or cue.has("call"):
            return None
        is_inserted = cue.is_inverted or self.words[cue.edge - 1] == ","
        named = self.speakers.after(cue) if is_inserted else self.speakers.before(cue)
        if named is None or not named.is_certain or mark.last - mark.first < _LONG:
            return None
        return Attribution(named, cue, (cue.first, cue.last))

    def _sentence_before(self, token: int) -> int:
        while token > 0 and self.words[token] == "\n":
            token -= 1
        return self.passage.sentences.of(token)[0]

    def _by_topic(self, mark: Marked, begin: int) -> Attribution | None:
        """Give a sentence all in marks to whom the sentence before is about."""
        if not self._is_sentence(mark) or not self._has_stop_near(mark):
            return None
        named = self.pronouns.topic(begin, mark.first - 1) or self.pronouns.last
        if named is None or named.kind not in ("person", "people"):
            return None
        return Attribution(named, None, None)

    def _by_next_sentence(self, mark: Marked, token: int) -> Attribution | None:
        """Read '“It is a good text.” Jules Mahé did not hide …': the next subject."""
        is_first = token < 0 or self.words[token] == "\n"
        if not is_first or not self._is_sentence(mark):
            return None
        inner = self.ground.cues.next(mark.first, mark.last)
        if inner is not None and inner.is_inverted:
            return None  # «« A, soupire-t-il. »» names somebody of its own
        first = mark.last + 1
        is_told = self.words[mark.last - 1] in ".!?…" or self.ground.word(first) == "."
        if not is_told or self.ground.word(first) == "\n":
            return None
        first += self.ground.word(first) == "."
        if first >= len(self.words) or first in self.ground.openings:
            return None
        named = self.pronouns.topic(first, self.passage.sentences.of(first)[1])
        is_person = named is not None and named.is_name
        return Attribution(named, None, None) if named and is_person else None

    def _has_stop_near(self, mark: Marked) -> bool:
        following = self.words[mark.last + 1 : mark.last + 2]
        return self.words[mark.last - 1] in ".!?…" or following in ([], ["."], ["\n"])

    def _by_colon(self, mark: Marked, colon: int) -> Attribution | None:
        """Read "Li: “…”", "Li was not convinced: “…”": the line's speaker without a verb."""
        begin = self.passage.sentences.of(colon)[0]
        label = self.speakers.alone(begin, colon)
        if label is not None:
            return Attribution(label, None, (colon, colon + 1))
        if self._ends_quote(colon) and self.pronouns.last is not None:
            return Attribution(self.pronouns.last, None, None)
        whose = self.speakers.references.whose_saying(begin, colon)
        if whose is not None:
            return Attribution(whose, None, (colon, colon + 1))
        if mark.last - mark.first < _LONG:
            return None
        named = self.pronouns.topic(begin, colon)
        if named is None or named.kind != "person":
            return None
        return Attribution(named, None, (colon, colon + 1))

    def _ends_quote(self, colon: int) -> bool:
        return self.words[colon - 1] in '»”"'
