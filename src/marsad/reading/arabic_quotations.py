"""Quotes in Arabic: what was said, by whom, also where the verb has no subject.

1. A cue (verb or participle) leads to its content: clause, colon, marks or noun.
2. The content ends with its marks, or with its clause: at the sentence's end, before
   the participle or verb that goes on reporting, before "according to".
3. The speaker is named after the verb, or before it; else the last speaker goes on.
"""

from dataclasses import replace

from marsad.reading.arabic_cues import (
    THAT,
    THAT_PRONOUN,
    Content,
    ContentFinder,
    Cue,
    cues_of,
)
from marsad.reading.arabic_speakers import SpeakerFinder
from marsad.reading.findings import Quote
from marsad.reading.passage import Found, Passage, Seen
from marsad.reading.speakers import Speaker
from marsad.text.marks import Marked

_COMMAS = frozenset("،,؛;")
_ENDS = frozenset(".!?؟\n۔")
_STOPS = _COMMAS | _ENDS
_TRIMMED = frozenset("،,؛;.:!?؟\n۔-–…«“")
# After a comma these lead back from what was said to what the outlet tells.
_NARRATOR = frozenset("بعدما وذلك علما عقب".split())
_ACCORDING = frozenset("حسب بحسب وفق وفقا حسبما طبقا".split())
_AS = frozenset("كما حسبما مثلما".split())
_TURNS = frozenset(
    """فيما بينما وفيما وبينما كما وكما ثم لكنه لكنها ولكنه ولكنها لكنهم غير الا انه
    وبدوره وهو وهي فقد وقد""".split()
)
_FIRST_PERSON = frozenset(
    "نحن اننا لدينا علينا انا اني انني لنا عندنا جميعا نا اعتقد نعتقد نريد لقد".split()
)


def read_arabic_quotes(passage: Passage, found: Found) -> list[Seen]:
    """Read the quotes of an Arabic passage, with their speakers."""
    reader = _QuoteReader(passage, found)
    for cue in reader.cues:
        reader.take(cue)
    reader.take_headlines()
    reader.take_according()
    reader.take_continuations()
    return reader.seen


class _QuoteReader:
    """Walks the cues of a passage in order, remembering who spoke last."""

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.words = passage.words
        self.cues = cues_of(passage)
        named = found.persons + found.parties
        names = frozenset(
            one.first
            for one in named
            if passage.span(one.first, one.first + 1).start == one.finding.span.start
        )
        self.contents = ContentFinder(passage, self.cues, names)
        self.speakers = SpeakerFinder(passage, found, self.cues)
        self.seen: list[Seen] = []
        self._starts: set[int] = set()
        self._quote: Seen | None = None
        self._lone = frozenset(passage.marks.lone_closers)
        self._closed_at = {
            mark.last: mark for mark in passage.marks.marked if mark.is_closed
        }

    def take(self, cue: Cue) -> None:
        """Read what one cue reports, if it reports anything."""
        if self._take_trailing(cue):
            return
        content = self.contents.find(cue)
        is_nested = self._is_inside_quote(cue)
        limit = content.first if content else self._clause_end(cue.last)
        is_said = content is not None or cue.has("call")
        is_said = is_said and not cue.has("describe")
        speaker = self.speakers.find(
            cue, limit, remembers=is_said and not is_nested, is_nested=is_nested
        )
        if content is None and speaker is not None:
            content = self._object_after(cue, speaker)
        if content is None or content.first in self._starts:
            return
        if speaker is None and (is_nested or cue.has("strict")):
            return
        first, last, form = self._extent(cue, content)
        if cue.has("call") and not self._is_called_in_marks(content, form):
            return
        if last - first < 2 and form != "direct":
            return
        self._keep(cue, speaker, (first, last, form), is_nested=is_nested)
        if not is_nested and form != "direct":
            self._take_second_clauses(cue, speaker, last)

    def _is_called_in_marks(self, content: Content, form: str) -> bool:
        """Say whether what is asked for or pledged stands in marks, at least in part."""
        if form == "indirect" or content.how in ("clause", "pronoun"):
            return False
        for token in range(content.first, len(self.words)):
            if self.contents.mark_at(token):
                return True
            if self.words[token] in _STOPS:
                return False
        return False

    def _object_after(self, cue: Cue, speaker: Speaker) -> Content | None:
        """Return the noun that follows the subject: «أعلن مصرف لبنان ضخ …»."""
        if "acc" not in cue.row["objects"].split() or cue.is_participle:
            return None
        token = self.speakers.end_of(cue, speaker)
        if token is None or token + 2 >= len(self.words):
            return None
        word = self.words[token]
        if not word.isalpha() or len(word) < 2 or self.speakers.is_breaker(token):
            return None
        return Content(token, "noun")

    def _take_trailing(self, cue: Cue) -> bool:
        """Read what stands before its verb: «…»، تقول X; ‏… ، كما قالت X."""
        before = cue.first - 1
        is_as = before > 0 and self.words[before] in _AS
        if is_as:
            before -= 1
        if before < 1 or cue.is_participle or cue.clitic or cue.has("call"):
            return False
        if self.words[before] in _COMMAS | {"-", "–"}:
            before -= 1
        mark = self._closed_at.get(before)
        if (
            mark is not None
            and mark.first not in self._starts
            and self._is_speech(mark)
        ):
            return self._keep_trailing(cue, (mark.first, mark.last, "direct"))
        if not is_as or self.words[before + 1] not in _COMMAS | {"-", "–"}:
            return False
        begin = self.passage.sentences.of(before)[0]
        if before - begin < 4 or any(one.first >= begin for one in self.seen):
            return False
        extent = (begin, self._trim(begin, before + 1), self._form(begin, before + 1))
        return self._keep_trailing(cue, extent)

    def _is_speech(self, mark: Marked) -> bool:
        """Say whether marks hold more than a name: words, or a sign of a sentence."""
        size = mark.last - mark.first
        return size > 3 or (size > 1 and not self._is_named(mark))

    def _keep_trailing(self, cue: Cue, extent: tuple[int, int, str]) -> bool:
        """Keep a quote that its verb follows; the subject stands after the verb."""
        end = cue.last
        while end < len(self.words) and self.words[end] not in _STOPS:
            end += 1
        speaker = self.speakers.find(cue, end, remembers=True, is_nested=False)
        if speaker is None or self._is_inside_quote(cue):
            return False
        self._keep(cue, speaker, extent, is_nested=False)
        return True

    def _take_second_clauses(
        self, cue: Cue, speaker: Speaker | None, token: int
    ) -> None:
        """Read the clauses that go on under the same verb: «، وأنه …», «. وأن …»."""
        while True:
            while token < len(self.words) and self.words[token] in _STOPS:
                token += 1
            if token >= len(self.words) or not self._is_second_clause(token):
                return
            content = self._second_content(token)
            if content.first >= len(self.words) or content.first in self._starts:
                return
            first, last, form = self._extent(cue, content)
            if last - first < 2:
                return
            self._keep(cue, speaker, (first, last, form), is_nested=False, goes_on=True)
            token = last

    def _second_content(self, token: int) -> Content:
        if self.words[token][1:] in THAT_PRONOUN:
            return Content(token, "pronoun")
        return Content(token + 1, "clause")

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
        goes_on = goes_on or (
            before is not None
            and not is_nested
            and speaker is not None
            and (cue.has("cont") or cue.is_participle)
            and isinstance(before.finding, Quote)
            and before.finding.speaker_name == speaker.name
        )
        quote = Quote(
            span=self.passage.span(first, last),
            reader="quotes.ar",
            score=_score(cue, speaker, form),
            why=self._why(cue, speaker, form),
            is_doubtful=cue.has("low") and form == "indirect",
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

    def _why(self, cue: Cue, speaker: Speaker | None, form: str) -> str:
        who = f"{speaker.name}: {speaker.why}" if speaker else "nobody is named"
        return f"{form} speech after «{self.passage.written(cue.first)}»; {who}"

    def _is_inside_quote(self, cue: Cue) -> bool:
        """Say whether somebody is cited inside what the last speaker says."""
        return self._quote is not None and self._quote.last > cue.first

    # -- where what is said ends ---------------------------------------------------

    def _extent(self, cue: Cue, content: Content) -> tuple[int, int, str]:
        """Return the first token, the token after the last, and the form."""
        first = content.first
        mark = self.contents.mark_at(first)
        if mark and not self.contents.is_name(mark):
            return self._marked_extent(first, mark)
        if mark and content.how == "mark":
            return mark.first, mark.last, "direct"
        last = self._clause_end(first)
        if content.how == "colon":
            last = self._run_on(first, last)
            return first, self._trim(first, last), self._colon_form(first, last)
        return first, self._trim(first, last), self._form(first, last)

    def _marked_extent(self, first: int, mark: Marked) -> tuple[int, int, str]:
        if not mark.is_closed:
            last = self._unclosed_end(mark)
            return mark.first, self._trim(mark.first, last), "direct"
        broken = self._break_inside(mark)
        if broken is not None:
            return mark.first, self._trim(mark.first, broken), "direct"
        after = mark.last + 1
        if self.words[mark.last - 1] in (".", "!", "؟", "?"):
            return mark.first, self._trim(mark.first, mark.last), "direct"
        if self._goes_on_in_marks(after):
            return first, self._trim(first, self._clause_end(after + 1)), "mixed"
        if after >= len(self.words) or self.words[after] in _STOPS | {"-", "–", "("}:
            return mark.first, mark.last, "direct"
        following = self.contents.cue_at.get(after)
        if following or self.words[after] in _ACCORDING:
            return mark.first, mark.last, "direct"
        last = self._clause_end(after)
        if last == after or mark.last - mark.first > 3 * (last - after) + 12:
            return mark.first, mark.last, "direct"
        return first, self._trim(first, last), "mixed"

    def _goes_on_in_marks(self, token: int) -> bool:
        """Say whether after a comma the same clause is quoted on: «…»، وهو «…»."""
        if token >= len(self.words) or self.words[token] not in _COMMAS:
            return False
        for ahead in range(token + 1, min(token + 4, len(self.words))):
            if ahead in self.contents.cue_at:
                return False
            mark = self.contents.mark_at(ahead)
            if mark is not None:
                return not self.contents.is_name(mark)
        return False

    def _unclosed_end(self, mark: Marked) -> int:
        """An unclosed quotation ends where reporting goes on, or with its paragraph."""
        for token in range(mark.first, mark.last):
            if self.words[token] in _COMMAS and self._resumes(token + 1):
                return token
        return self._break_inside(mark) or mark.last

    def _break_inside(self, mark: Marked) -> int | None:
        """Return the stop after which the outlet reports on inside a marked stretch.

        A mark that was never closed pairs with a later one: the sentence between that
        begins with a verb of saying shows it.
        """
        for token in range(mark.first + 1, mark.last - 1):
            if self.words[token] not in (".", "\n"):
                continue
            for ahead in range(token + 1, min(token + 6, mark.last)):
                cue = self.contents.cue_at.get(ahead)
                if cue is None or cue.is_participle or cue.has("strict"):
                    continue
                if (ahead > token + 1 or cue.clitic) and self.contents.find(cue):
                    return token
        return None

    def _clause_end(self, first: int) -> int:
        """Return the token at which a clause that begins at a token ends."""
        token, size = first, len(self.words)
        while token < size:
            word = self.words[token]
            if word in _ENDS and not self._is_pause(token):
                return token
            if word in _COMMAS and self._resumes(token + 1):
                return token
            if token > first and self._is_bare_participle(token):
                return token
            if token > first + 2 and self._is_bare_second(token):
                return token
            mark = self.contents.mark_at(token)
            if mark is not None and mark.is_closed:
                token = mark.last
            elif token in self._lone:
                return token
            token += 1
        return size

    def _is_pause(self, token: int) -> bool:
        """Say whether a full stop is one of the two dots of a pause, or an initial's."""
        return (
            self.words[token] == "." and self.passage.sentences.of(token)[1] > token + 1
        )

    def _resumes(self, token: int) -> bool:
        """Say whether reporting goes on at a token: a participle, a verb, a source."""
        if token >= len(self.words):
            return True
        if self.words[token] in _NARRATOR or self._is_according(token):
            return True
        if self._is_second_clause(token):
            return True
        for ahead in (token, token + 1):
            cue = self.contents.cue_at.get(ahead)
            if cue and (cue.is_participle or ahead > token or self._is_joined(cue)):
                is_turn = ahead == token or self.words[token] in _TURNS | {
                    "كما",
                    "وكما",
                }
                if is_turn and self.contents.find(cue):
                    return True
        return False

    def _is_according(self, token: int) -> bool:
        is_phrase = self.words[token] in _ACCORDING
        return is_phrase and self.speakers.directly_after(token + 1) is not None

    def _is_second_clause(self, token: int) -> bool:
        """Say whether a second clause under the same verb begins: «، وأن …»."""
        word = self.words[token]
        return word[:1] == "و" and (word[1:] in THAT or word[1:] in THAT_PRONOUN)

    def _is_bare_second(self, token: int) -> bool:
        """Say whether «وإن» or «وأن» begins a second clause without a comma.

        Before a verb «وأن» only coordinates: «أن يعود وأن يبقى» is one clause.
        """
        if not self._is_second_clause(token):
            return False
        following = self.words[token + 1 : token + 2]
        is_verb = (
            bool(following) and following[0][:1] in "يتن" and len(following[0]) > 3
        )
        return self.words[token][1:] in THAT_PRONOUN or not is_verb

    def _is_joined(self, cue: Cue) -> bool:
        """Say whether a finite verb begins a clause of its own: «، وقال …»."""
        return cue.clitic > 0 or cue.first == 0

    def _is_bare_participle(self, token: int) -> bool:
        """Say whether a participle without a comma goes on reporting at a token."""
        cue = self.contents.cue_at.get(token)
        if cue is None or not cue.is_participle or cue.clitic:
            return False
        if cue.has("call") and not self.words[token].endswith("ا"):
            return False
        content = self.contents.find(cue)
        return content is not None and content.first - cue.last <= 3

    def _run_on(self, first: int, last: int) -> int:
        """Direct speech after a colon runs on while the next sentence says "we"."""
        for _ in range(3):
            following = last + 1
            if following >= len(self.words) or self.words[last] in ("\n", "،", ","):
                return last
            if self.words[following] == "\n":
                return last
            end = self._clause_end(following)
            inside = self.words[following:end]
            if any(t in self.contents.cue_at for t in range(following, following + 2)):
                return last
            if not any(_is_first_person(word) for word in inside):
                return last
            last = end
        return last

    def _trim(self, first: int, last: int) -> int:
        while last > first + 1 and self.words[last - 1] in _TRIMMED:
            last -= 1
        is_mark = last < len(self.words) and last in self._lone
        return last + 1 if is_mark else last

    # -- form ----------------------------------------------------------------------

    def _form(self, first: int, last: int) -> str:
        """Mixed where some of the clause stands in marks of more than a name."""
        for token in range(first, last):
            mark = self.contents.mark_at(token)
            if mark and not self.contents.is_name(mark):
                return "mixed"
            if mark and mark.last - mark.first >= 2 and not self._is_named(mark):
                return "mixed"
        return "mixed" if last in self._lone else "indirect"

    def _is_named(self, mark: Marked) -> bool:
        return bool(self.speakers.candidates.parties(mark.first, mark.last))

    def _colon_form(self, first: int, last: int) -> str:
        return "direct" if self._form(first, last) != "mixed" else "mixed"

    # -- speech without a verb -----------------------------------------------------

    def take_headlines(self) -> None:
        """Read «X: …» where X alone stands before the colon of a headline."""
        for token, word in enumerate(self.words):
            if word != ":" or token == 0:
                continue
            head = token - 1
            while head > 0 and self.words[head - 1] != "\n" and token - head < 8:
                head -= 1
            if head > 0 and self.words[head - 1] != "\n":
                continue
            speaker = self.speakers.exactly(head, token)
            last = self._paragraph_end(token)
            if (
                speaker is None
                or not 2 < last - token < 30
                or token + 1 in self._starts
            ):
                continue
            self._keep_verbless(token, speaker, (token + 1, last), ":")

    def _paragraph_end(self, token: int) -> int:
        while token < len(self.words) and self.words[token] != "\n":
            token += 1
        return token

    def take_continuations(self) -> None:
        """Read marks that go on right after a direct quote: «…». «…»."""
        ends = {one.last: one for one in self.seen if one.finding.kind == "quote"}
        for mark in self.passage.marks.marked:
            before = next(
                (
                    ends[t]
                    for t in range(mark.first - 2, mark.first - 6, -1)
                    if t in ends
                ),
                None,
            )
            if (
                before is None
                or mark.first in self._starts
                or mark.last - mark.first < 5
            ):
                continue
            if any(one.first <= mark.first < one.last for one in self.seen):
                continue
            quote = before.finding
            if isinstance(quote, Quote) and quote.form == "direct" and mark.is_closed:
                extent = (mark.first, self._trim(mark.first, mark.last))
                goes_on = replace(
                    quote,
                    span=self.passage.span(*extent),
                    why=f"direct speech going on; {quote.speaker_name} spoke before it",
                    continues=quote.span,
                )
                self.seen.append(Seen(*extent, goes_on))
                self._starts.add(mark.first)

    def take_according(self) -> None:
        """Read «وفق X …» and «…، بحسب X», where X speaks."""
        for hit in self.passage.hits("according"):
            speaker = self.speakers.directly_after(hit.last)
            if speaker is None:
                continue
            begin, end = self.passage.sentences.of(hit.first)
            after = self.speakers.after(hit.last)
            is_head = hit.clitic > 0 and self.words[hit.first - 1] in _COMMAS
            if hit.first - begin <= 1 or is_head:
                first = after
                while first < end and self.words[first] in _COMMAS:
                    first += 1
                if self.words[first : first + 1] in (["فان"], ["ان"]):
                    first += 1
                last = self._comma_after(first, self._clause_end(first))
            elif self.words[hit.first - 1] in _COMMAS | {"-", "–"} and after >= end - 2:
                first, last = self._clause_before(begin, hit.first)
            else:
                continue
            if last - first >= 4 and first not in self._starts:
                self._keep_verbless(hit.first, speaker, (first, last), "بحسب")
                self._take_second_sources(hit.first, speaker, last)

    def _take_second_sources(self, cue: int, speaker: Speaker, token: int) -> None:
        """Read the second clause under a source: «وفق X فإن …، وإن …»."""
        while token < len(self.words) and self.words[token] in _COMMAS:
            token += 1
        if token + 2 < len(self.words) and self._is_second_clause(token):
            first = self._second_content(token).first
            last = self._clause_end(first)
            self._keep_verbless(cue, speaker, (first, last), "بحسب")

    def _comma_after(self, first: int, last: int) -> int:
        """End a clause at its first comma once it has enough words to stand alone."""
        for token in range(first + 5, last):
            if self.words[token] in _COMMAS:
                return token
        return last

    def _clause_before(self, begin: int, token: int) -> tuple[int, int]:
        inside = [s for s in self.seen if s.first >= begin and s.first <= token]
        if inside:
            return token, token
        return begin, token

    def _keep_verbless(
        self, cue: int, speaker: Speaker, extent: tuple[int, int], sign: str
    ) -> None:
        first, last = extent[0], self._trim(*extent)
        form = self._form(first, last)
        quote = Quote(
            span=self.passage.span(first, last),
            reader="quotes.ar.verbless",
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


def _is_first_person(word: str) -> bool:
    bare = word[1:] if word[:1] in "وف" else word
    return (
        bare in _FIRST_PERSON
        or (bare.startswith(("سن", "لن")) and len(bare) > 4)
        or (bare.endswith("نا") and len(bare) > 4)
    )


def _score(cue: Cue, speaker: Speaker | None, form: str) -> float:
    """Score by what was measured to be sure: marks and a named speaker."""
    score = 0.9 if form == "direct" else 0.8
    if speaker is None:
        score -= 0.4
    if cue.has("strict") or cue.has("low"):
        score -= 0.15
    return score
