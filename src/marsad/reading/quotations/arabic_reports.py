"""What an Arabic cue reports together with who says it.

Most content is found without its speaker; an object, what is described, and speech that
nothing leads to begin only behind the subject.
"""

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.arabic_bare_speech import leads_bare, opening
from marsad.reading.quotations.arabic_clauses import Extent
from marsad.reading.quotations.arabic_contents import Content, ContentFinder
from marsad.reading.quotations.arabic_cues import Cue
from marsad.reading.quotations.arabic_descriptions import described
from marsad.reading.quotations.arabic_phrases import BY_WORDS, PREPOSITIONS
from marsad.reading.quotations.arabic_speakers import SpeakerFinder
from marsad.reading.quotations.speakers import OFFICE, Speaker


class Reports:
    """Finds what the cues of one passage report, and who says it."""

    __slots__ = ("contents", "extents", "passage", "speakers", "words")

    def __init__(
        self, contents: ContentFinder, speakers: SpeakerFinder, extents: Extent
    ) -> None:
        self.contents = contents
        self.speakers = speakers
        self.extents = extents
        self.passage = contents.passage
        self.words = self.passage.words

    def of(self, cue: Cue, *, is_nested: bool) -> tuple[Content | None, Speaker | None]:
        """Find where what a cue reports begins, and who says it."""
        content = self.contents.find(cue)
        content = content or self._bare_at(cue, cue.last)
        limit = content.first if content else self.extents.clause_end(cue.last)
        is_said = content is not None or cue.has("call")
        remembers = is_said and not is_nested
        speaker = self.speakers.find(
            cue, limit, remembers=remembers, is_nested=is_nested
        )
        if content is not None and content.how == "noun" and speaker is not None:
            content = self._behind_comma(cue, speaker, content)
        if content is None and speaker is not None:
            speaker = self._without_object(cue, speaker)
            content = self._object_after(cue, speaker)
            is_known = content is not None and speaker.why != BY_WORDS
            if is_known and not is_nested:
                self.speakers.take(cue, speaker)
        if content is None:
            content = self._bare_after(cue, speaker)
        if content is not None and content.how == "described":
            content = self._described(cue, content, speaker)
        return content, speaker

    def _described(
        self, cue: Cue, content: Content, speaker: Speaker | None
    ) -> Content:
        """Take in what is described, between the subject and what it is called."""
        after = cue.last
        while (
            speaker is not None
            and after < content.first
            and speaker.span.start <= self.passage.place(after) < speaker.span.end
        ):
            after += 1
        first = described(self.words, cue, content.first, after)
        is_marked = first == content.first and first in self.contents.openers
        return Content(first, "mark" if is_marked else "noun")

    def _behind_comma(self, cue: Cue, speaker: Speaker, content: Content) -> Content:
        """Begin an object at its head: «ثمن فلان، قرار الحكومة رفع …»."""
        if "acc" not in cue.row["objects"].split() or speaker.why == BY_WORDS:
            return content
        token = self.speakers.subjects.object_after(cue, speaker)
        if token is None or self.words[token] != "،" or token + 1 >= content.first:
            return content
        head = token + 1
        is_plain = self.words[head].isalpha() and not self._is_office(head)
        is_near = "،" not in self.words[head : content.first]
        is_named = self.contents.is_name_at(head) or self.words[head] in PREPOSITIONS
        return (
            Content(head, "noun") if is_plain and is_near and not is_named else content
        )

    def _is_office(self, token: int) -> bool:
        """Say whether a title stands at a token, so that it goes on with the subject."""
        if self.speakers.subjects.is_breaker(token):
            return True
        return any(
            hits_from(self.passage.hits(tag), token, token + 1)
            for tag in ("speaker", "title")
        )

    def _without_object(self, cue: Cue, speaker: Speaker) -> Speaker:
        """Leave the object of a verb to what it reports: «أعلنت السلطات ضبط …»."""
        is_office = speaker.why == OFFICE and "acc" in cue.row["objects"].split()
        # Of a verb that ends the text the subject stands before it.
        is_last = cue.last == len(self.words)
        if (
            not is_office
            or is_last
            or speaker.span.start < self.passage.place(cue.last)
        ):
            return speaker
        return self.speakers.without_object(cue.last, speaker)

    def _object_after(self, cue: Cue, speaker: Speaker) -> Content | None:
        """Return the noun that follows the subject: «أعلن مصرف لبنان ضخ …»."""
        if "acc" not in cue.row["objects"].split() or cue.is_participle:
            return None
        token = self.speakers.subjects.object_after(cue, speaker)
        if token is None or token + 2 >= len(self.words):
            return None
        word = self.words[token]
        if (
            not word.isalpha()
            or len(word) < 2
            or word[0] == "و"
            or self.speakers.subjects.is_breaker(token)
        ):
            return None
        return Content(token, "noun")

    def _bare_after(self, cue: Cue, speaker: Speaker | None) -> Content | None:
        """Return speech that only its subject leads to: «قال البيان سيحصل الوفد …»."""
        if speaker is None or speaker.span.end <= self.passage.place(cue.first):
            return None
        token = self.speakers.subjects.object_after(cue, speaker)
        return None if token is None else self._bare_at(cue, token)

    def _bare_at(self, cue: Cue, token: int) -> Content | None:
        """Return speech that begins at a token though nothing leads to it."""
        if not leads_bare(cue.row["lemma"]) or cue.is_participle:
            return None
        if token >= len(self.words) or self.contents.is_name_at(token):
            return None
        how = opening(self.words[token]) if token + 2 < len(self.words) else None
        return Content(token, how) if how else None
