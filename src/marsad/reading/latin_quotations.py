"""Quotes in English and French: direct, indirect and mixed, with their speakers.

1. Words between marks are direct speech where a verb of saying stands before or after
   them, or where they go on from a quote just before.
2. A verb of saying leads to a clause (that, que, or bare): indirect, or mixed where a
   part stands between marks; or it trails the clause that it reports.
3. "According to X", «selon X» and a headline's colon attribute without a verb.
"""

from marsad.reading.findings import Quote
from marsad.reading.latin_clauses import Clauses
from marsad.reading.latin_cues import Cue, cues_of
from marsad.reading.latin_speakers import SpeakerFinder
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.speakers import Speaker
from marsad.text.marks import Marked

_TRIMMED = frozenset(",;:.!?\n–—- ")
_LONG = 5
_WINDOW = 16


def read_latin_quotes(passage: Passage, found: Found) -> list[Seen]:
    """Read the quotes of an English or French passage, with their speakers."""
    return _QuoteReader(passage, found).read()


class _QuoteReader:
    """Walks marks and cues in the order of the text, remembering who spoke last."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.cues = cues_of(passage)
        self.speakers = SpeakerFinder(passage, found)
        self.clauses = Clauses(passage, self.cues)
        self.seen: list[Seen] = []
        self._used: set[int] = set()
        self._covered = 0
        self._reported = 0
        self._end_of_attribution = -1

    def read(self) -> list[Seen]:
        """Take marks, cues and phrases as they come, each with the memory so far."""
        steps: list[tuple[int, int, Marked | Cue | int]] = []
        outer = 0
        for mark in self.passage.marks.marked:
            if mark.first >= outer:
                steps.append((mark.first - 1, 0, mark))
                outer = mark.last
        steps += [(cue.first, 1, cue) for cue in self.cues]
        steps += [(hit.first, 2, hit.last) for hit in self.passage.hits("according")]
        for first, _, step in sorted(steps, key=lambda one: one[:2]):
            if isinstance(step, Marked):
                self._take_mark(step)
            elif isinstance(step, Cue):
                self._take_cue(step)
            else:
                self._take_according(first, step)
        self._take_headlines()
        return self.seen

    # -- direct speech -------------------------------------------------------------

    def _take_mark(self, mark: Marked) -> None:
        if mark.first - 1 < max(self._covered, self._reported):
            return
        if mark.last <= mark.first:
            return
        before = self._cue_before(mark)
        after = None if before else self._cue_after(mark)
        if before is not None:
            self._direct(mark, before, self._subject_of(before))
            self._used.add(before.first)
        elif after is not None:
            is_inverted = after.first <= self._after_mark(mark) or after.is_inverted
            speaker = self.speakers.after(after) if is_inverted else None
            self._direct(mark, after, speaker or self.speakers.before(after))
            self._used.add(after.first)
            self._end_of_attribution = self.passage.sentences.of(after.first)[1]
        elif self._goes_on(mark):
            self._direct(mark, None, self.speakers.last)

    def _subject_of(self, cue: Cue) -> Speaker | None:
        """Return who speaks before marks; «comme le précise X : « …» is inverted."""
        before = self.words[max(0, cue.first - 2) : cue.first]
        if "comme" in before or before[-1:] == ["le"]:
            return self.speakers.after(cue) or self.speakers.before(cue)
        return self.speakers.before(cue)

    def _direct(self, mark: Marked, cue: Cue | None, speaker: Speaker | None) -> None:
        last = mark.last
        while last > mark.first and self.words[last - 1] in _TRIMMED:
            last -= 1
        if last > mark.first and speaker is not None:
            self._keep((mark.first, last), "direct", cue, speaker)
            self._covered = max(self._covered, mark.last)

    def _after_mark(self, mark: Marked) -> int:
        token = mark.last + 1
        while token < len(self.words) and self.words[token] in (",", "-", "–", "—"):
            token += 1
        return token

    def _cue_after(self, mark: Marked) -> Cue | None:
        """Find ',” said X' or ',” X said' right after the closing mark."""
        if not mark.is_closed or self._ends_sentence(mark):
            return None
        first = self._after_mark(mark)
        cue = self.clauses.next_cue(first, first + _WINDOW)
        if cue is None or cue.is_participle or cue.has("call"):
            return None
        between = self.words[first : cue.first]
        if any(word in '."«“:;\n' for word in between) or len(between) > 10:
            return None
        is_long = mark.last - mark.first >= _LONG or self._has_stop(mark)
        return cue if is_long or not between else None

    def _ends_sentence(self, mark: Marked) -> bool:
        """Say whether the sentence ends with the marks, so that nothing is attributed."""
        inside = self.words[mark.last - 1]
        following = self.words[mark.last + 1 : mark.last + 2]
        if inside in (".", "…") or following in (["."], ["\n"], []):
            return not following or following[0] in (".", "\n") or inside == "."
        return False

    def _has_stop(self, mark: Marked) -> bool:
        return self.words[mark.last - 1] in (",", "!", "?", ".")

    def _cue_before(self, mark: Marked) -> Cue | None:
        """Find 'X said: “', 'X said, “', 'X said that “' right before the marks."""
        token = mark.first - 2
        if token < 0:
            return None
        begin = self.passage.sentences.of(token)[0]
        cue = self.clauses.last_cue(max(begin, token - 30), token + 1)
        if cue is None or cue.first < self._covered and not self._is_fresh(cue):
            return None
        word = self.words[token]
        if word in (":", ","):
            is_near = word == ":" or token - cue.last <= 12
            return cue if is_near and not cue.has("describe") else None
        if word in ("that", "que", "'") or cue.last == token + 1:
            if token + 1 - cue.last > 12 or not self._is_whole(mark):
                return None
            return cue
        return None

    def _is_fresh(self, cue: Cue) -> bool:
        return cue.first >= self._covered

    def _is_whole(self, mark: Marked) -> bool:
        """Say whether the clause ends with the marks, so that all of it was quoted."""
        if not mark.is_closed:
            return True
        following = self.words[mark.last + 1 : mark.last + 2]
        return (
            not following
            or following[0] in ".,;:!?\n)–—"
            or following[0]
            in (
                "and",
                "et",
            )
        )

    def _goes_on(self, mark: Marked) -> bool:
        """Say whether marks without a verb go on from the quote just before."""
        if self.speakers.last is None or not self.seen:
            return False
        token = mark.first - 2
        if token < 0:
            return False
        if self.words[token] == "\n":
            return mark.last - mark.first >= _LONG and self._is_near(mark)
        if self.words[token] in ("but", "mais", "and", "et"):
            begin = self.passage.sentences.of(token)[0]
            return mark.last - mark.first >= _LONG and self.seen[-1].last > begin
        is_next = self._end_of_attribution in (token, token + 1)
        return is_next and mark.last - mark.first >= 2

    def _is_near(self, mark: Marked) -> bool:
        return mark.first - self.seen[-1].last < 60

    # -- reported speech -----------------------------------------------------------

    def _take_cue(self, cue: Cue) -> None:
        if cue.first in self._used or cue.first < self._reported:
            return
        if cue.first < self._covered:
            self._take_nested(cue)
            return
        for extent in self.clauses.told_paragraphs(cue):
            self._take_told(cue, extent)
        extent = self.clauses.lead(cue) or self.clauses.reported(cue)
        if extent is not None:
            if not self._is_led_by_marks(extent[0]):
                self._report(cue, extent, self.speakers.before(cue))
            return
        trailing = self.clauses.before(cue, self._covered)
        if trailing is not None:
            speaker = self._trailing_speaker(cue)
            if speaker is not None:
                self._report(cue, trailing, speaker)

    def _take_nested(self, cue: Cue) -> None:
        """Read what a named third party says inside somebody's direct speech."""
        extent = self.clauses.reported(cue)
        if extent is None or extent[1] > self._covered or cue.is_participle:
            return
        last = self.speakers.last
        speaker = self.speakers.before(cue)
        if speaker is not None and speaker.why.endswith("is named"):
            self._report(cue, extent, speaker)
        if last is not None:
            self.speakers.remember(last)

    def _take_told(self, cue: Cue, extent: tuple[int, int]) -> None:
        speaker = self.speakers.before(cue)
        if speaker is not None and extent[1] > extent[0]:
            self._keep(extent, "direct", cue, speaker)
            self._covered = max(self._covered, extent[1])

    def _is_led_by_marks(self, token: int) -> bool:
        """Say whether what is said is a quotation from end to end."""
        for mark in self.passage.marks.marked:
            if mark.first - 1 == token:
                return self._is_whole(mark)
        return False

    def _trailing_speaker(self, cue: Cue) -> Speaker | None:
        comma = cue.first > 0 and self.words[cue.first - 1] == ","
        if comma or cue.is_inverted:
            return self.speakers.after(cue)
        return self.speakers.before(cue)

    def _report(
        self, cue: Cue, extent: tuple[int, int], speaker: Speaker | None
    ) -> None:
        first, last = extent
        if cue.has("call") or speaker is None:
            return
        form = self._form(first, last)
        if form == "indirect" and last - first < 3 and not cue.has("low"):
            return
        self._keep((first, last), form, cue, speaker)
        self._reported = max(self._reported, last)

    def _form(self, first: int, last: int) -> str:
        """Mixed where a part of the clause stands between marks."""
        for mark in self.passage.marks.marked:
            if first <= mark.first - 1 and mark.last <= last and mark.last > mark.first:
                return "mixed"
        return "indirect"

    # -- without a verb ------------------------------------------------------------

    def _take_according(self, first: int, after: int) -> None:
        if first < max(self._covered, self._reported - 1):
            return
        speaker, zone = self.speakers.source(after)
        extent = self.clauses.according(first, zone)
        if speaker is not None and extent is not None:
            form = self._form(*extent)
            self._keep(extent, form, None, speaker, cue_at=(first, after))

    def _take_headlines(self) -> None:
        for first, colon in self.clauses.headline_colons():
            speaker = self.speakers.exactly(first, colon)
            last = self.clauses.line_end(colon)
            is_read = any(one.first in (colon + 1, colon + 2) for one in self.seen)
            if speaker is not None and not is_read and 2 < last - colon < 30:
                extent = (colon + 1, last)
                form = self._form(*extent)
                self._keep(extent, form, None, speaker, cue_at=(colon, colon + 1))

    def _keep(
        self,
        extent: tuple[int, int],
        form: str,
        cue: Cue | None,
        speaker: Speaker,
        *,
        cue_at: tuple[int, int] | None = None,
    ) -> None:
        first, last = self._trimmed(*extent)
        if last <= first:
            return
        before = self.seen[-1].finding if self.seen else None
        goes_on = (
            isinstance(before, Quote)
            and before.speaker_name == speaker.name
            and (cue is None or cue.is_participle or cue.has("cont"))
            and cue_at is None
        )
        place = (cue.first, cue.last) if cue else cue_at
        quote = Quote(
            span=self.passage.span(first, last),
            reader=f"quotes.{self.passage.language}",
            score=0.9 if form == "direct" else 0.75,
            why=self._why(form, place, speaker),
            is_doubtful=self._is_doubtful(cue, form, first),
            form=form,
            cue=self.passage.span(*place) if place else None,
            speaker=speaker.span,
            speaker_name=speaker.name,
            party=speaker.party,
            continues=before.span if goes_on and isinstance(before, Quote) else None,
        )
        self.seen.append(Seen(first, last, quote))
        self.speakers.remember(speaker)
        self.speakers.last_at = max(first, place[0] if place else first)

    def _is_doubtful(self, cue: Cue | None, form: str, first: int) -> bool:
        if cue is None or form != "indirect":
            return False
        is_noun = self.words[first - 1] not in ("that", "que", "'")
        return cue.has("low") or (cue.has("nounlow") and is_noun)

    def _why(self, form: str, place: tuple[int, int] | None, speaker: Speaker) -> str:
        cue = f' by "{self.passage.span(*place).quote}"' if place else " going on"
        return f"{form} speech{cue}; {speaker.name}: {speaker.why}"

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while last > first and self.words[last - 1] in _TRIMMED:
            last -= 1
        while first < last and self.words[first] in _TRIMMED:
            first += 1
        return first, last
