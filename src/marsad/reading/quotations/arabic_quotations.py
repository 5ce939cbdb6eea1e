"""Quotes in Arabic: what was said, by whom, also where the verb has no subject.

1. A cue (verb or participle) leads to its content: clause, colon, marks or noun.
2. The content ends with its marks, or with its clause.
3. The speaker is named after the verb, or before it; else the last speaker goes on.
"""

from marsad.reading.findings import Quote
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.quotations.arabic_clauses import DASHES, STOPS, Extent
from marsad.reading.quotations.arabic_contents import Content, ContentFinder
from marsad.reading.quotations.arabic_cues import (
    THAT,
    THAT_PRONOUN,
    Cue,
    cues_of,
    is_own_words,
)
from marsad.reading.quotations.arabic_narration import COMMAS
from marsad.reading.quotations.arabic_phrases import (
    BY_WORDS,
    CLAUSE_HEADS,
    PREPOSITIONS,
    TURNS,
)
from marsad.reading.quotations.arabic_preverbal import ADJUNCTS, PARTICLES
from marsad.reading.quotations.arabic_reports import Reports
from marsad.reading.quotations.arabic_sources import read_sources
from marsad.reading.quotations.arabic_speakers import SpeakerFinder
from marsad.reading.quotations.arabic_turns import read_turns
from marsad.reading.quotations.speakers import GOES_ON, Speaker
from marsad.text.marks import Marked

_NOMINAL_REACH = 10
# What is set aside or asked for is a pledge or a call rather than words.
_MONEY = frozenset(
    "رصد تخصيص تقديم تبرع منح تبرعها تبرعه دعوه دعوته دعوتها دعوتهم".split()
)
_SHORTEST_OWN = 4
_LATEST = 6  # quotes of one sentence; what stands before was read before
_SHORTEST_PLAIN = 5
# Verbs that follow what was said without marks.
_PLAIN = frozenset("قال أضاف أوضح روى شرح".split())
# How far, in tokens, a quote goes on behind its verb and speaker.
_PARTED = 24
_SENTENCE_ENDS = frozenset(".!؟?\n")
_AS = frozenset("كما حسبما مثلما هكذا".split())


def read_arabic_quotes(passage: Passage, found: Found) -> list[Seen]:
    """Read the quotes of an Arabic passage, with their speakers."""
    reader = _QuoteReader(passage, found)
    for cue in reader.cues:
        reader.take(cue)
    seen = reader.seen + reader.turns
    return seen + read_sources(passage, reader.extents, seen)


def _unprefixed(passage: Passage, found: Found) -> frozenset[int]:
    """Return the tokens that begin a name and carry no proclitic."""
    return frozenset(
        one.first
        for one in found.persons + found.parties
        if passage.place(one.first) == one.finding.span.start
    )


class _QuoteReader:
    """Walks the cues of a passage in order, remembering who spoke last."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.cues = cues_of(passage)
        names = _unprefixed(passage, found)
        named = {t for one in found.persons for t in range(one.first, one.last)}
        bodies = {t for one in found.parties for t in range(one.first, one.last)}
        self.contents = ContentFinder(
            passage, self.cues, names, named, frozenset(named | bodies)
        )
        self.speakers = SpeakerFinder(passage, found, self.cues)
        self.extents = Extent(passage, self.contents, self.speakers.subjects)
        self.reports = Reports(self.contents, self.speakers, self.extents)
        self.seen: list[Seen] = []
        self.turns = read_turns(passage, self.extents)
        self._starts: set[int] = {turn.first for turn in self.turns}
        self._quote: Seen | None = None
        self._next = 0
        self._closed_at = {
            mark.last: mark for mark in passage.marks.marked if mark.is_closed
        }

    def take(self, cue: Cue) -> None:
        """Read what one cue reports, if it reports anything."""
        self._pass_turns(cue.first)
        if self._take_trailing(cue) or self._take_own_words(cue):
            return
        is_nested = self._is_inside_quote(cue)
        content, speaker = self.reports.of(cue, is_nested=is_nested)
        if content is None or content.first in self._starts:
            return
        if speaker is None and (is_nested or cue.has("strict")):
            return
        if self._is_of_a_noun(cue, content, speaker):
            return
        if cue.has("nominal") and not self._is_noun_of_saying(cue, content, speaker):
            return
        extent = self._extent(cue, content, is_nested=is_nested)
        if extent is None:
            return
        self._keep(cue, speaker, extent, is_nested=is_nested)
        if not is_nested:
            is_marked = extent[2] == "direct" and extent[1] in self._closed_at
            self._take_second_clauses(cue, speaker, extent[1] + is_marked)

    def _is_of_a_noun(
        self, cue: Cue, content: Content, speaker: Speaker | None
    ) -> bool:
        """Say whether a verb only tells of the noun before it: «قرارات تدين الهجوم»."""
        if content.how != "noun" or cue.clitic or cue.is_participle or speaker is None:
            return False
        is_left_out = speaker.why == GOES_ON and self.words[cue.first][0] in "يتن"
        before = self.words[cue.first - 1] if cue.first else "\n"
        is_noun = before.isalpha() and before not in CLAUSE_HEADS | PARTICLES | TURNS
        return is_left_out and is_noun and before not in ADJUNCTS

    def _pass_turns(self, token: int) -> None:
        """Take the turns that began before a token as what was said last."""
        while self._next < len(self.turns) and self.turns[self._next].first <= token:
            self._quote = self.turns[self._next]
            self.speakers.heard(self._quote)
            self._next += 1

    def _is_noun_of_saying(
        self, cue: Cue, content: Content, speaker: Speaker | None
    ) -> bool:
        """Say whether a noun leads to a clause and to somebody: «تأكيد الوزير أن …»."""
        is_clause = content.how in ("clause", "pronoun") or (
            content.how == "mark" and self.words[content.first - 2] in THAT
        )
        is_near = content.first - cue.last <= _NOMINAL_REACH
        is_known = speaker is not None and speaker.why != BY_WORDS
        return is_clause and is_near and is_known

    def _extent(
        self, cue: Cue, content: Content, *, is_nested: bool
    ) -> tuple[int, int, str] | None:
        """Return what was said and its form, or None where it is too little."""
        first, last, form = self.extents.of(content)
        if is_nested and self._quote is not None:
            last = min(last, self._quote.last)
        if cue.has("call") and not self._is_called_in_marks(content, form):
            return None
        if last <= first or (last - first < 2 and form != "direct"):
            return None
        return first, last, form

    def _is_called_in_marks(self, content: Content, form: str) -> bool:
        """Say whether what is asked for or pledged stands in marks, at least in part."""
        if form == "indirect" or content.how in ("clause", "pronoun"):
            return False
        for token in range(content.first, len(self.words)):
            if self.contents.mark_at(token):
                return True
            if self.words[token] in STOPS:
                return False
        return False

    def _take_trailing(self, cue: Cue) -> bool:
        """Read what stands before its verb: «…»، تقول X; ‏… ، كما قالت X."""
        before = cue.first - 1
        is_as = before > 0 and self.words[before] in _AS
        if is_as:
            before -= 1
        if before < 1 or cue.is_participle or cue.clitic or cue.has("call"):
            return False
        is_parted = self.words[before] in COMMAS | DASHES
        if is_parted:
            before -= 1
        mark = self._closed_at.get(before)
        if (
            mark is not None
            and mark.first not in self._starts
            and self._is_speech(mark)
            and (is_parted or not self.contents.is_name(mark))
        ):
            return self._keep_trailing(cue, (mark.first, mark.last, "direct"))
        if not is_as:
            return self._take_plain(cue, before)
        if self.words[before + 1] not in COMMAS | DASHES:
            return False
        begin = self.passage.sentences.of(before)[0]
        if before - begin < 4 or any(
            one.first >= begin for one in self.seen[-_LATEST:]
        ):
            return False
        extent = (
            begin,
            self.extents.trimmed(begin, before + 1),
            self.extents.form(begin, before + 1),
        )
        return self._keep_trailing(cue, extent)

    def _is_speech(self, mark: Marked) -> bool:
        """Say whether marks hold more than a name: words, or a sign of a sentence."""
        size = mark.last - mark.first
        return size > 3 or (size > 1 and not self.extents.is_named(mark))

    def _keep_trailing(self, cue: Cue, extent: tuple[int, int, str]) -> bool:
        """Keep a quote that its verb follows; the subject stands after the verb."""
        end = cue.last
        limit = min(len(self.words), cue.last + _PARTED)
        while end < limit and self.words[end] not in _SENTENCE_ENDS:
            if self.contents.mark_at(end):
                break
            end += 1
        speaker = self.speakers.find(cue, end, remembers=True, is_nested=False)
        if speaker is None or self._is_inside_quote(cue):
            return False
        self._keep(cue, speaker, extent, is_nested=False)
        self._take_parted(cue, speaker, max(cue.last, extent[1]))
        return True

    def _take_own_words(self, cue: Cue) -> bool:
        """Read the clause before «على حد تعبيره», where no verb has led to it."""
        if not cue.has("quoted") or not is_own_words(self.words, cue):
            return False
        end = cue.first - 2 if self.words[cue.first - 1] == "حد" else cue.first - 1
        begin = self.passage.sentences.of(cue.first)[0]
        if end - begin < _SHORTEST_OWN:
            return False
        if self._is_read_since(begin):
            return True
        while self.words[begin] in STOPS:
            begin += 1
        speaker = self.speakers.find(cue, cue.last, remembers=False, is_nested=False)
        extent = (
            begin,
            self.extents.trimmed(begin, end),
            self.extents.form(begin, end),
        )
        if speaker is not None and extent[1] > extent[0]:
            self._keep(cue, speaker, extent, is_nested=False)
        return True

    def _is_read_since(self, token: int) -> bool:
        """Say whether something behind a token has been read as a quote already."""
        latest = [
            *self.seen[-_LATEST:],
            *self.turns[max(0, self._next - 1) : self._next],
        ]
        return any(one.last > token for one in latest)

    def _take_plain(self, cue: Cue, before: int) -> bool:
        """Read a clause without marks that its verb follows: «…، يقول فلان»."""
        is_speech = cue.row["lemma"] in _PLAIN and self.words[before + 1] in COMMAS
        begin = self.passage.sentences.of(before)[0]
        while begin < before and self.words[begin] in STOPS | DASHES:
            begin += 1
        if not is_speech or before - begin < _SHORTEST_PLAIN:
            return False
        is_adjunct = self.words[begin] in ADJUNCTS or self.words[begin] in PREPOSITIONS
        if is_adjunct or self.contents.find(cue) is not None:
            return False
        if self._is_read_since(begin):
            return False
        extent = (begin, self.extents.trimmed(begin, before + 1), "indirect")
        return self._keep_trailing(cue, extent)

    def _take_parted(self, cue: Cue, speaker: Speaker, token: int) -> None:
        """Read what goes on behind the verb: «…»، قالت X، «…»."""
        end = min(len(self.words), token + _PARTED)
        while token < end and self.words[token] not in _SENTENCE_ENDS:
            mark = self.contents.mark_at(token)
            if mark is not None:
                is_led = self.words[token - 1] in COMMAS | {":"}
                if is_led and mark.is_closed and self._is_speech(mark):
                    extent = (mark.first, mark.last, "direct")
                    self._keep(cue, speaker, extent, is_nested=False, goes_on=True)
                return
            if token in self.contents.cue_at and token >= cue.last:
                return
            token += 1

    def _take_second_clauses(
        self, cue: Cue, speaker: Speaker | None, token: int
    ) -> None:
        """Read the clauses that go on under the same verb: «، وأنه …», «. وأن …»."""
        while True:
            while token < len(self.words) and self.words[token] in STOPS:
                token += 1
            content = self.extents.second(token)
            if content is None or content.first in self._starts:
                return
            first, last, form = self.extents.of(content)
            if last - first < 2:
                return
            self._keep(cue, speaker, (first, last, form), is_nested=False, goes_on=True)
            token = last

    def _keep(
        self,
        cue: Cue,
        speaker: Speaker | None,
        extent: tuple[int, int, str],
        *,
        is_nested: bool,
        goes_on: bool = False,
    ) -> None:
        first, last, form = extent
        before = self._quote
        goes_on = goes_on or (not is_nested and self._goes_on(cue, speaker))
        quote = Quote(
            span=self.passage.span(first, last),
            reader="quotes.ar",
            score=_score(cue, speaker, form),
            why=self._why(cue, speaker, form),
            is_doubtful=self._is_doubtful(cue, first, form),
            form=form,
            cue=self.passage.span(cue.first, cue.last, cue.clitic),
            speaker=speaker.span if speaker else None,
            speaker_name=speaker.name if speaker else None,
            party=speaker.party if speaker else None,
            continues=before.finding.span if goes_on and before else None,
        )
        seen = Seen(first, last, quote)
        self.seen.append(seen)
        self._starts.add(first)
        if not is_nested:
            self._quote = seen
            self.speakers.read_to = last

    def _is_doubtful(self, cue: Cue, first: int, form: str) -> bool:
        """Say whether two readers may differ: an attitude, or a denied noun."""
        if form != "indirect":
            return False
        if self.words[first] in _MONEY:
            return True
        is_clause = self.words[first - 1] in THAT or self.words[first] in THAT_PRONOUN
        return cue.has("low") or (cue.has("nounlow") and not is_clause)

    def _goes_on(self, cue: Cue, speaker: Speaker | None) -> bool:
        """Say whether a cue takes up the quote before it by the same speaker."""
        before = self._quote.finding if self._quote else None
        return (
            isinstance(before, Quote)
            and speaker is not None
            and (cue.has("cont") or cue.is_participle)
            and before.speaker_name == speaker.name
        )

    def _why(self, cue: Cue, speaker: Speaker | None, form: str) -> str:
        who = f"{speaker.name}: {speaker.why}" if speaker else "nobody is named"
        return f"{form} speech after «{self.passage.written(cue.first)}»; {who}"

    def _is_inside_quote(self, cue: Cue) -> bool:
        """Say whether somebody is cited inside what the last speaker says."""
        return self._quote is not None and self._quote.last > cue.first


def _score(cue: Cue, speaker: Speaker | None, form: str) -> float:
    """Score by what was measured to be sure: marks and a named speaker."""
    score = 0.9 if form == "direct" else 0.8
    if speaker is None:
        score -= 0.4
    if cue.has("strict") or cue.has("low"):
        score -= 0.15
    return score
