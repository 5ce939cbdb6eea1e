"""Quotes in English and French: direct, indirect and mixed, with their speakers.

1. A verb of saying leads to a clause or to words in marks, or trails them both.
2. Words in marks without a verb of their own go on from the quote before them.
3. "According to X", «selon X», labelled turns and answers attribute without a verb.
"""

from marsad.reading.findings import Quote
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.latin_answers import Turn
from marsad.reading.quotations.latin_attributions import Attribution, Attributions
from marsad.reading.quotations.latin_clauses import Clauses, Extent
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_sequels import Sequels
from marsad.reading.quotations.latin_sources import Sources
from marsad.reading.quotations.latin_speakers import SpeakerFinder
from marsad.reading.quotations.latin_statements import (
    going_on,
    opens_statement,
    told_below,
)
from marsad.reading.quotations.latin_turns import Turns
from marsad.reading.quotations.latin_verbs import Cue
from marsad.text.marks import Marked

_TRIMMED = frozenset(",;:.!?\n–—-")
_SHORTEST = 3


def read_latin_quotes(passage: Passage, found: Found) -> list[Seen]:
    """Read the quotes of an English or French passage, with their speakers."""
    return _QuoteReader(passage, found).read()


class _QuoteReader:
    """Walks marks, verbs and phrases in order, remembering who spoke last."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.ground = Ground(passage)
        self.speakers = SpeakerFinder(self.ground, found)
        self.clauses = Clauses(self.ground)
        self.turns = Turns(passage, self.speakers)
        self.attributions = Attributions(self.clauses, self.speakers)
        self.sequels = Sequels(self.ground, self.speakers)
        self.sources = Sources(self.clauses, self.speakers)
        self.seen: list[Seen] = []
        self._used: set[int] = set()
        self._covered = 0  # the end of the last direct speech
        self._reported = 0  # the end of the last reported clause
        self._settled = 0  # the end of the last one that no wider clause may hold

    def read(self) -> list[Seen]:
        """Take turns, marks, verbs and phrases as they come."""
        steps: list[tuple[int, int, Turn | Marked | Cue | Hit]] = [
            *((turn.first, 0, turn) for turn in self.turns.all()),
            *((mark.first - 1, 1, mark) for mark in self.passage.marks.marked),
            *((cue.first, 2, cue) for cue in self.ground.cues.all),
            *((hit.first, 3, hit) for hit in self.passage.hits("according")),
        ]
        for _, _, step in sorted(steps, key=lambda one: one[:2]):
            if isinstance(step, Turn):
                self._take_turn(step)
            elif isinstance(step, Marked):
                self._take_mark(step)
            elif isinstance(step, Cue):
                self._take_cue(step)
            else:
                self._take_according(step)
        return self.seen

    # -- direct speech -------------------------------------------------------------

    def _take_mark(self, mark: Marked) -> None:
        """Give marked words to the attribution behind them, or to the last speaker."""
        begin = mark.first - 1
        if mark.last <= mark.first or begin < self._reported:
            return
        if begin < self._covered:
            self._take_inner(mark)
            return
        attribution = self.attributions.after(mark)
        if attribution is not None:
            self._attribute(mark, attribution)
            return
        if self._take_incise(mark):
            return
        goes_on = self.sequels.of(mark, self.seen)
        if goes_on is not None:
            self._direct(mark, goes_on)

    def _take_inner(self, mark: Marked) -> None:
        """Read what somebody else is cited for inside direct speech."""
        attribution = self.attributions.after(mark)
        if attribution is None or attribution.cue is None:
            return
        if attribution.cue.first < self._covered and attribution.named.is_certain:
            self._used.add(attribution.cue.first)
            self._keep((mark.first, mark.last), "direct", attribution)

    def _take_incise(self, mark: Marked) -> bool:
        """Read «« A, dit-il. B »»: words in marks that hold their own attribution."""
        found = self.attributions.incise(mark)
        if found is None:
            return False
        attribution, before, after = found
        self._used.add(attribution.place[0] if attribution.place else before[1])
        self._keep(before, "direct", attribution)
        self._keep(after, "direct", attribution)
        self._covered = max(self._covered, mark.last)
        self.sequels.current = attribution
        return True

    def _attribute(self, mark: Marked, attribution: Attribution) -> None:
        lead = self.attributions.lead(mark, max(self._covered, self._reported))
        if lead is None:
            self._direct(mark, attribution)
        else:
            self._keep((lead, mark.last + 1), "mixed", attribution)
            self._reported = mark.last + 1
        self.sequels.current = attribution
        if attribution.place is not None:
            self._used.add(attribution.place[0])
        if attribution.cue is None:
            return
        self._used.add(attribution.cue.first)
        rest = self.attributions.colon_after(attribution)
        if rest is not None:
            self._keep(rest, "indirect", attribution)
            self._reported = rest[1]

    def _direct(self, mark: Marked, attribution: Attribution) -> None:
        self._keep((mark.first, mark.last), "direct", attribution)
        self._covered = max(self._covered, min(mark.last + 1, len(self.words)))

    def _take_turn(self, turn: Turn) -> None:
        first = turn.first
        if first < self._covered or first in self.ground.openings:
            return
        form = "direct" if turn.is_direct else self._form(first, turn.last)
        self._keep((first, turn.last), form, Attribution(turn.named, None, turn.sign))
        if turn.is_direct:
            self._covered = turn.last
        else:
            self._reported = turn.last

    # -- reported speech -----------------------------------------------------------

    def _take_cue(self, cue: Cue) -> None:
        if cue.first in self._used:
            return
        if cue.first < max(self._covered, self._reported):
            self._take_nested(cue)
            return
        if self._take_told(cue):
            return
        extent = self.clauses.reported(cue)
        if extent is not None and self._is_said_behind(extent):
            return
        front = None if extent and extent.how == "marks" else self.clauses.front(cue)
        extent = front or extent
        if extent is not None:
            is_behind = front is not None
            named = self.attributions.subject(cue, extent.how, is_behind=is_behind)
            if named is not None:
                self._report(Attribution(named, cue, (cue.first, cue.last)), extent)
            return
        self._take_trailing(cue)

    def _is_said_behind(self, extent: Extent) -> bool:
        """Read «exige davantage : « A », insiste X»: the marks have their own verb."""
        if extent.how != "marks" or self.words[extent.first - 1] != ":":
            return False
        attribution = self.attributions.after(self.ground.openings[extent.first])
        return attribution is not None and attribution.cue is not None

    def _take_trailing(self, cue: Cue) -> None:
        low = max(self._covered, self._settled)
        extent = self.clauses.trailing(cue, low)
        if extent is None or self.sequels.has_attribution(cue):
            return
        named = self.attributions.trailing(cue, extent.comma or extent.last)
        if named is None:
            return
        attribution = Attribution(named, cue, (cue.first, cue.last))
        self._report(attribution, extent)
        self.sequels.current = attribution
        rest = self.attributions.colon_after(attribution)
        if rest is not None:
            self._keep(rest, "indirect", attribution)

    def _report(self, attribution: Attribution, extent: Extent) -> None:
        """Keep a reported clause; one that marks enclose from end to end is direct."""
        mark = self.ground.openings.get(extent.first)
        _, last = self._trimmed(extent.first, extent.last)
        if mark is not None and last <= mark.last + 1:
            self._direct(mark, attribution)
            self.sequels.current = attribution
            return
        cue = attribution.cue
        if extent.how == "statement":
            below = going_on(self.ground, extent.last + 1, attribution.named)
            self._tell(attribution, [(extent.first, extent.last), *below])
            return
        is_low = cue is not None and cue.has("low")
        for part in self.clauses.parts(extent):
            form = self._form(part.first, part.last)
            first, last = self._trimmed(part.first, part.last)
            is_counted = any(word[0].isdecimal() for word in self.words[first:last])
            is_clause = part.how == "that" and self.passage.language == "fr"
            shortest = _SHORTEST - (is_counted or is_clause)
            if form == "indirect" and last - first < shortest and not is_low:
                continue
            self._keep((part.first, part.last), form, attribution, how=part.how)
        self._reported = max(self._reported, extent.last)
        if not self._is_aside(attribution):
            self._settled = self._reported

    def _is_aside(self, attribution: Attribution) -> bool:
        """Say whether a report is an attitude, or stands in a relative clause."""
        cue = attribution.cue
        if cue is None or cue.has("low"):
            return True
        return self.ground.word(cue.edge - 1) in self.ground.grammar.relatives

    def _take_nested(self, cue: Cue) -> None:
        """Read what a named third party says inside somebody's direct speech."""
        extent = self.clauses.reported(cue)
        is_covered = cue.first < self._covered
        end = self._covered if is_covered else self._reported
        if extent is None or extent.last > end + 1 or cue.is_participle:
            return
        if not is_covered and (extent.how != "that"):
            return
        named = self.attributions.nested(cue)
        if named is None or not named.is_certain:
            return
        remembered = self.speakers.pronouns.memory()
        self._report(Attribution(named, cue, (cue.first, cue.last)), extent)
        self.speakers.pronouns.recall(remembered)

    def _take_told(self, cue: Cue) -> bool:
        """Read the unmarked paragraphs of a statement below "X said:"."""
        if not opens_statement(self.ground, cue.last):
            return False
        named = self.speakers.before(cue)
        if named is None:
            return False
        attribution = Attribution(named, cue, (cue.first, cue.last))
        paragraphs = told_below(self.ground, cue.last, named)
        self._tell(attribution, paragraphs)
        return bool(paragraphs)

    def _tell(
        self, attribution: Attribution, paragraphs: list[tuple[int, int]]
    ) -> None:
        for first, last in paragraphs:
            self._keep((first, last), "direct", attribution)
            self._covered = max(self._covered, last)

    def _form(self, first: int, last: int) -> str:
        """Mixed where a part of the clause stands between marks."""
        return "mixed" if self.ground.has_marks(first, last) else "indirect"

    # -- without a verb ------------------------------------------------------------

    def _take_according(self, hit: Hit) -> None:
        is_used = hit.first in self._used
        if is_used or hit.first < max(self._covered, self._reported - 1):
            return
        found = self.sources.according(hit)
        if found is not None:
            self._report(*found)

    # -- findings ------------------------------------------------------------------

    def _keep(
        self,
        extent: tuple[int, int],
        form: str,
        attribution: Attribution,
        *,
        how: str = "",
    ) -> None:
        first, last = self._trimmed(*extent)
        if last <= first:
            return
        named, cue, place = attribution.named, attribution.cue, attribution.place
        before = self.seen[-1].finding if self.seen else None
        goes_on = before if self._goes_on(before, attribution) else None
        speaker = named.speaker
        quote = Quote(
            span=self.passage.span(first, last),
            reader=f"quotes.{self.passage.language}",
            score=0.9 if form == "direct" else 0.75,
            why=self._why(form, attribution),
            is_doubtful=form != "direct" and attribution.is_doubtful(how),
            form=form,
            cue=self.passage.span(*place) if place else None,
            speaker=speaker.span,
            speaker_name=speaker.name,
            party=speaker.party,
            continues=goes_on.span if goes_on else None,
        )
        self.seen.append(Seen(first, last, quote))
        self.speakers.pronouns.remember(named, max(first, cue.first if cue else first))

    def _goes_on(self, before: object, attribution: Attribution) -> bool:
        """Say whether a quote goes on from the one before it, by the same speaker."""
        if not isinstance(before, Quote):
            return False
        if before.speaker_name != attribution.named.speaker.name:
            return False
        cue = attribution.cue
        if cue is None:
            return attribution.place is None
        place = self.passage.span(cue.first, cue.last)
        return cue.is_participle or cue.has("cont") or before.cue == place

    def _why(self, form: str, attribution: Attribution) -> str:
        place, speaker = attribution.place, attribution.named.speaker
        cue = f' by "{self.passage.span(*place).quote}"' if place else " going on"
        return f"{form} speech{cue}; {speaker.name}: {speaker.why}"

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while last > first and self.words[last - 1] in _TRIMMED:
            last -= 1
        while first < last and self.words[first] in _TRIMMED:
            first += 1
        return first, last
