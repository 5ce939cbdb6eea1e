"""Quotes in Arabic that no verb introduces: sources, and marks going on."""

from dataclasses import replace
from operator import itemgetter

from marsad.reading.findings import Quote
from marsad.reading.lexicon import Hit
from marsad.reading.passage import Passage, Seen, within
from marsad.reading.quotations.arabic_clauses import DASHES, Extent
from marsad.reading.quotations.arabic_named_sources import (
    directly_after,
    source_end,
    source_start,
)
from marsad.reading.quotations.arabic_narration import COMMAS
from marsad.reading.quotations.arabic_phrases import BY_WORDS, IN_IT
from marsad.reading.quotations.speakers import GOES_ON, Speaker

_SHORTEST_CLAUSE = 4
_SHORTEST_MARKED = 5
_PLACE = itemgetter(0, 1)
_LONGEST_DATELINE = 10
_AS = frozenset(("كما", "وكما"))
_LEADS = frozenset(("فقد", "فانه", "فانها", "فانهم", "فلا", "فلم", "فلن"))
_LACKED = frozenset(("الي", "علي", "عن", "من"))
_CLOSERS = frozenset('»"”')
# Whoever saw, obtained or published a source stands behind these.
_PUBLISHED = frozenset(
    """اطلعت اطلع حصلت حصل نشره نشرته نشرها نشرتها اصدره اصدرته اصدرها اصدرتها اعده اعدته اعدها
    اعدتها اورده اوردته تلقته تلقت نقلته نقلتها بثته بثتها""".split()
)
_WEEKDAYS = frozenset("الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد يوم".split())
_CLOSES = frozenset("،.\n")
# «بحسب تصريحه», «وفق ما جاء في بيانها»: the words of whoever spoke before.
_OWN_SAYINGS = frozenset(
    noun + ending
    for noun in "تصريح تصريحات كلمت بيان بلاغ شهادت اقوال حديث مداخلت رسالت خطاب".split()
    for ending in ("ه", "ها", "هم")
)
_LATEST = 4  # sources of one sentence
# A source with its complements and an aside is no longer than this, in tokens.
_LONGEST_SOURCE = 24
_LINE_HEADS = frozenset("\n-–•")
_COMPLEMENTS = frozenset("في من لدي الي عن الذي التي «".split())
# An aside on the source between commas: «وبحسب المرصد، الذي …، فإن …».
_ASIDES = (["الذي"], ["التي"], ["ومقره"], ["ومقرها"], ["وهو"], ["وهي"])


def read_sources(passage: Passage, extents: Extent, seen: list[Seen]) -> list[Seen]:
    """Read the quotes that stand without a verb beside those already seen."""
    reader = _SourceReader(passage, extents, seen)
    for hit in passage.hits("according"):
        reader.take_source(hit)
    reader.take_continuations()
    return reader.seen


class _SourceReader:
    """Reads verbless attributions, leaving alone what verbs have led to."""

    def __init__(self, passage: Passage, extents: Extent, seen: list[Seen]) -> None:
        self.passage = passage
        self.words = passage.words
        self.extents = extents
        self.subjects = extents.subjects
        self.seen: list[Seen] = []
        self._verbal = sorted(seen, key=_PLACE)
        self._starts = {one.first for one in seen}

    def take_source(self, hit: Hit) -> None:
        """Read «وفق X …» and «… بحسب X», where X speaks."""
        if self._is_aside(hit) or self._only_goes_on(hit):
            return
        speaker = self._own(hit) or directly_after(self.subjects, hit.last)
        extent = self._source_extent(hit, speaker) if speaker else None
        if speaker is None or extent is None:
            return
        if extent[1] - extent[0] >= _SHORTEST_CLAUSE and extent[0] not in self._starts:
            self._keep(hit.first, speaker, extent)
            self._take_second(hit.first, speaker, extent[1])

    def _only_goes_on(self, hit: Hit) -> bool:
        """Say whether «كما أكد X» opens a sentence: X has something more to say."""
        begin = self.passage.sentences.of(hit.first)[0]
        return self.words[hit.first] in _AS and hit.first - begin <= 1

    def _own(self, hit: Hit) -> Speaker | None:
        """Return who spoke last where a source only takes that up: «وفق ما ذكره»."""
        token = hit.last
        if self.words[token : token + 1] in (["ما"], ["لما"]):
            token += 2
        elif not is_own_saying(self.words[token : token + 1]):
            return None
        following = self.words[token : token + 2]
        is_own = not following or following[0] in _CLOSES or is_own_saying(following)
        before = within(self._verbal, 0, hit.first)
        quote = before[-1].finding if is_own and before else None
        if not isinstance(quote, Quote) or not quote.speaker or not quote.speaker_name:
            return None
        return Speaker(quote.speaker, quote.speaker_name, quote.party, GOES_ON)

    def _is_aside(self, hit: Hit) -> bool:
        """Say whether a source stands between a verb of saying and what it reports."""
        place = self.passage.place(hit.first)
        ahead = within(self._verbal, hit.first, hit.last + _LONGEST_SOURCE + 1)
        for one in ahead:
            quote = one.finding
            cue = quote.cue if isinstance(quote, Quote) else None
            if cue is not None and cue.end <= place < quote.span.start:
                return True
        return False

    def _source_extent(self, hit: Hit, speaker: Speaker) -> tuple[int, int] | None:
        """Return the clause that a source is given for, after it or before it."""
        begin, end = self.passage.sentences.of(hit.first)
        while begin < hit.first and self.words[begin] in _LINE_HEADS:
            begin += 1
        before = self.words[hit.first - 1] if hit.first else "\n"
        if hit.first - begin <= 1 or (hit.clitic > 0 and before in COMMAS):
            return self._clause_after(self._after_source(hit, end), end)
        is_set_off = before in COMMAS | DASHES
        if not is_set_off and speaker.why == BY_WORDS:
            return None
        if self._is_amid(hit, begin, end):
            return None
        return self._clause_before(hit, begin)

    def _is_amid(self, hit: Hit, begin: int, end: int) -> bool:
        """Say whether a source stands within its clause: «واعترف X، وفق Y، ب…»."""
        if self._goes_on_behind(hit, end):
            return True
        is_early = hit.first - begin <= _SHORTEST_CLAUSE + 1
        is_by_tongue = self.words[hit.first + 1] == "لسان"
        return (is_early or is_by_tongue) and self._goes_on(hit, end)

    def _goes_on_behind(self, hit: Hit, end: int) -> bool:
        """Say whether a clause lacks what stands behind: «أدت، حسب X، إلى …»."""
        start = source_start(self.subjects, hit.last)
        zone = self._source_end(start)
        if zone + 1 >= end or self.words[zone] not in COMMAS:
            return False
        return self.words[zone + 1] in _LACKED

    def _clause_before(self, hit: Hit, begin: int) -> tuple[int, int] | None:
        """Return the words before a source that no verb has led to yet."""
        told = [
            one
            for one in [*within(self._verbal, begin, hit.first), *self.seen[-_LATEST:]]
            if begin <= one.first < hit.first and not self._is_within(one, begin, hit)
        ]
        if any(one.last > hit.first - 1 for one in told):
            return None
        begin = max([begin, *(one.last for one in told)])
        if told and self.words[begin : begin + 1] != ["،"]:
            return None
        begin = self._after_dateline(begin, hit.first)
        while begin < hit.first and self.words[begin] in COMMAS:
            begin += 1
        return begin, hit.first

    def _is_within(self, one: Seen, begin: int, hit: Hit) -> bool:
        """Say whether a quote is only a small part: «دعوات حذرت من «…»، حسب بيان»."""
        is_small = 3 * (one.last - one.first) < hit.first - begin
        cue_at = self.extents.contents.cue_at
        for token in range(one.first - 1, max(begin, one.first - _SHORTEST_MARKED), -1):
            if token in cue_at:
                return is_small and not self.subjects.is_clause_head(token)
        return False

    def _after_dateline(self, begin: int, end: int) -> int:
        """Pass over the place and day that open a report: «حمص 20 أيار - غادرت …»."""
        if begin > 0 and self.words[begin - 1] != "\n":
            return begin
        for token in range(min(end, begin + _LONGEST_DATELINE) - 1, begin, -1):
            if self.words[token] in DASHES and not self.passage.touches(token):
                return token + 1
        return begin

    def _goes_on(self, hit: Hit, end: int) -> bool:
        """Say whether the sentence goes on behind a source: an aside on its subject."""
        return (
            source_end(self.subjects, source_start(self.subjects, hit.last)) < end - 2
        )

    def _after_source(self, hit: Hit, end: int) -> int:
        """Return where the clause after a source begins: at «فإن», or at its comma."""
        zone = self._source_end(source_start(self.subjects, hit.last))
        limit = min(end, zone + _LONGEST_SOURCE)
        for token in range(zone, limit):
            is_led = self.words[token] in _LEADS and self.words[token - 1] in COMMAS
            if is_led or self.words[token] == "فان":
                return token
        if zone < limit and self.words[zone] in _PUBLISHED:
            zone = self._after_relative(zone, limit)
        if zone < limit and self.words[zone] in COMMAS:
            if self.words[zone + 1 : zone + 2] in _ASIDES:
                return self._comma(zone + 1, limit) or zone
            return zone
        goes_on = zone < limit and self.words[zone] in _COMPLEMENTS
        return (self._comma(zone, limit) if goes_on else None) or zone

    def _after_relative(self, token: int, limit: int) -> int:
        """Pass over who saw or published a source: «وثيقة اطلعت عليها رويترز اليوم»."""
        candidates = self.subjects.candidates
        token += 1
        while token < limit:
            known = candidates.parties(token, token + 1)
            if known:
                token = known[0].last
            elif self.words[token] in IN_IT or self.words[token] in _WEEKDAYS:
                token += 1
            else:
                break
        return token

    def _source_end(self, start: int) -> int:
        """Return the end of a source: of its known name, else of its phrase."""
        zone = source_end(self.subjects, start)
        candidates = self.subjects.candidates
        for known in (candidates.persons(start, zone), candidates.parties(start, zone)):
            if known and known[0].first <= start + 1:
                return known[0].last
        return zone

    def _comma(self, token: int, limit: int) -> int | None:
        for ahead in range(token, limit):
            if self.words[ahead] in COMMAS:
                return ahead
        return None

    def _clause_after(self, token: int, end: int) -> tuple[int, int]:
        while token < end and self.words[token] in COMMAS | _CLOSERS:
            token += 1
        if self.words[token : token + 1] in (["فان"], ["ان"]):
            token += 1
        return token, self.extents.clause_end(token)

    def _take_second(self, cue: int, speaker: Speaker, token: int) -> None:
        """Read the second clause under a source: «وفق X فإن …، وإن …»."""
        while token < len(self.words) and self.words[token] in COMMAS:
            token += 1
        content = self.extents.second(token)
        if content is not None:
            last = self.extents.clause_end(content.first)
            self._keep(cue, speaker, (content.first, last))

    def take_continuations(self) -> None:
        """Read marks that go on right after a direct quote: «…». «…»."""
        ends = {one.last: one for one in self._verbal + self.seen}
        covered = _covered(self._verbal + self.seen)
        for mark in self.passage.marks.marked:
            if mark.last - mark.first < _SHORTEST_MARKED or mark.first in covered:
                continue
            for token in range(mark.first - 2, mark.first - 6, -1):
                before = ends.get(token)
                if before is not None and mark.is_closed:
                    self._continue(before, mark.first, mark.last)
                    break

    def _continue(self, before: Seen, first: int, last: int) -> None:
        quote = before.finding
        if not isinstance(quote, Quote) or not self._may_continue(quote, first):
            return
        last = self.extents.trimmed(first, last)
        goes_on = replace(
            quote,
            span=self.passage.span(first, last),
            form="direct",
            is_doubtful=False,
            why=f"direct speech going on; {quote.speaker_name} spoke before it",
            continues=quote.span,
        )
        self.seen.append(Seen(first, last, goes_on))

    def _may_continue(self, quote: Quote, first: int) -> bool:
        """Say whether marks go on from a quote: a direct one, or on a line of their own."""
        opens_line = first < 2 or self.words[first - 2] == "\n"
        return quote.form == "direct" or opens_line

    def _keep(self, cue: int, speaker: Speaker, extent: tuple[int, int]) -> None:
        first, last = extent[0], self.extents.trimmed(*extent)
        form = self.extents.form(first, last)
        mark = self.extents.contents.mark_at(first)
        if mark and mark.is_closed and mark.last >= last - 1:
            first, last, form = mark.first, mark.last, "direct"
        if last <= first:
            return
        sign = self.passage.written(cue)
        quote = Quote(
            span=self.passage.span(first, last),
            reader="quotes.ar.source",
            score=0.6,
            why=f"{form} speech marked by «{sign}»; {speaker.name}: {speaker.why}",
            form=form,
            cue=self.passage.span(cue, cue + 1),
            speaker=speaker.span,
            speaker_name=speaker.name,
            party=speaker.party,
        )
        self.seen.append(Seen(first, last, quote))
        self._starts.add(first)


def is_own_saying(words: list[str]) -> bool:
    """Say whether a phrase names somebody's own words: «في تصريحه»."""
    return any(word in _OWN_SAYINGS for word in words)


def _covered(seen: list[Seen]) -> set[int]:
    """Return the tokens at which no new quote may begin: those inside one already."""
    return {token for one in seen for token in range(one.first, one.last)}
