"""Where what is said ends in Arabic prose, and whether it is direct, indirect or mixed.

Marked words end with their marks; a clause ends with its sentence, before the
participle or verb that goes on reporting, before a second clause under the same verb,
and before "according to" or the outlet's own "after which".
"""

from marsad.reading.passage import Passage
from marsad.reading.quotations.arabic_bare_speech import says_we
from marsad.reading.quotations.arabic_contents import Content, ContentFinder
from marsad.reading.quotations.arabic_cues import THAT, THAT_PRONOUN, Cue
from marsad.reading.quotations.arabic_marks import BrokenMarks
from marsad.reading.quotations.arabic_named_sources import directly_after
from marsad.reading.quotations.arabic_narration import COMMAS, Narration
from marsad.reading.quotations.arabic_phrases import NEW_CLAUSES, RELATIVES
from marsad.reading.quotations.arabic_relatives import is_of_it, is_told_of
from marsad.reading.quotations.arabic_subjects import Subjects
from marsad.text.marks import Marked

ENDS = frozenset(".!?؟\n۔")
STOPS = COMMAS | ENDS
DASHES = frozenset("-–—")
_TRIMMED = frozenset("،,؛;.:!?؟\n۔-–…«“")
_ACCORDING = frozenset("حسب بحسب وفق وفقا حسبما طبقا".split())
_TURNS = frozenset(
    """حيث فيما بينما وفيما وبينما كما وكما ثم لكنه لكنها ولكنه ولكنها لكنهم غير الا انه
    وبدوره وهو وهي فقد وقد""".split()
)
# «على حد تعبيره», «بحسب قولها»: the speaker's own words end here.
_OWN_WORDS = frozenset(
    word + ending
    for word in "تعبير قول وصف تقدير راي زعم كلام".split()
    for ending in ("ه", "ها", "هم")
)
_ALSO = frozenset(("كما", "وكما"))
_WHILE = frozenset("بينما وبينما فيما وفيما بعدما وبعدما".split())
_AS_HE = frozenset(
    "كما حيث لكنه لكنها لكنهم لكنهما ولكنه ولكنها ولكنهم فيما وفيما بينما وبينما".split()
)
# How far what a verb reports stands behind it where it has no subject of its own.
_AT_ONCE = 3
_ADDRESSEE = 8  # whom a call is made on stands between
_SECOND = frozenset(f"و{word}" for word in THAT | THAT_PRONOUN)
# «شدد على أن …، وعلى أن …»: the preposition is said again.
_SECOND_LEADS = frozenset(("وعلي", "والي", "ومن", "وعن"))
# Only at these, and at participles, is it asked whether a clause ends.
_ENDING = ENDS | COMMAS | _SECOND
# «وإن كان» concedes.
_EVEN_IF = frozenset("كان كانت كانوا لم بدا بدت تعددت اختلفت".split())
# «خاصة وأن», «علما وأن»: the clause only gives a reason.
_TIED = frozenset("خاصه خصوصا لاسيما سيما علما".split())
# No clause of prose is longer, in tokens; it keeps the work linear on texts without
# full stops.
_LONGEST = 400
# A quotation of so many words is whole: «و» after it begins something new.
_LONG_MARKED = 8
# Fewer words before a source are no clause yet.
_SHORTEST_CLAUSE = 4
_SHORT_VERB = 3


class Extent:
    """Finds the ends of clauses and quotations in one passage."""

    __slots__ = (
        "_broken",
        "_finite",
        "_joined",
        "_lone",
        "_narration",
        "_participles",
        "contents",
        "passage",
        "subjects",
        "words",
    )

    def __init__(
        self, passage: Passage, contents: ContentFinder, subjects: Subjects
    ) -> None:
        self.passage = passage
        self.words = passage.words
        self.contents = contents
        self.subjects = subjects
        self._narration = Narration(passage, contents)
        self._broken = BrokenMarks(passage, contents)
        self._lone = frozenset(passage.marks.lone_closers)
        # A participle of saying behind a comma ends what was said before it.
        self._participles = frozenset(
            cue.first
            for cue in contents.cues
            if cue.is_participle and not cue.has("quoted")
        )
        self._finite = frozenset(
            cue.first
            for cue in contents.cues
            if not cue.is_participle and not cue.has("nominal")
        )
        # So does a verb of saying that «و» joins.
        self._joined = frozenset(
            token
            for token, cue in contents.cue_at.items()
            if cue.clitic and not cue.is_participle and not cue.has("nominal")
        )

    def of(self, content: Content) -> tuple[int, int, str]:
        """Return the first token, the token after the last, and the form."""
        first = content.first
        mark = self.contents.mark_at(first)
        if mark and not self.contents.is_name(mark):
            return self._marked_extent(first, mark)
        if mark and content.how == "mark":
            return mark.first, mark.last, "direct"
        last = self.clause_end(first)
        if content.how == "noun":
            last = self._noun_end(first, last)
        if content.how == "colon":
            last = self._run_on(last)
            return first, self.trimmed(first, last), self._colon_form(first, last)
        return first, self.trimmed(first, last), self.form(first, last)

    def _noun_end(self, first: int, last: int) -> int:
        """A noun ends before the next verb of saying: «تحذر من سيول وتدعو السكان …».

        It holds no clause of its own either: «نفى وجود خلاف، لكن الأزمة …».
        """
        while last + 2 < len(self.words) and self._is_coordinated(last):
            last = self.clause_end(last + 2)
        for token in range(first + 1, last):
            if self.words[token] in COMMAS and self._is_new(token + 1):
                return token
            if token not in self._finite or self.words[token][0] != "و":
                continue
            if self.words[token][1] in "يتن" or self.words[token - 1] in COMMAS:
                return token
        return last

    def _is_coordinated(self, token: int) -> bool:
        """Say whether a noun's clause goes on: «ضرورة أن يعود، وأن يبقى»."""
        if self.words[token] not in COMMAS or self.words[token + 1] != "وان":
            return False
        following = self.words[token + 2]
        return following[0] in "يتن" and len(following) > _SHORT_VERB

    def _is_new(self, token: int) -> bool:
        """Say whether a clause of its own begins behind a comma: «لكن», «إلا أن»."""
        word, following = (
            self.words[token : token + 1],
            self.words[token + 1 : token + 2],
        )
        is_but = word in (["غير"], ["الا"]) and following in (["ان"], ["انه"])
        return is_but or not NEW_CLAUSES.isdisjoint(word)

    def _marked_extent(self, first: int, mark: Marked) -> tuple[int, int, str]:
        if not mark.is_closed:
            last = self._unclosed_end(mark)
            return mark.first, self.trimmed(mark.first, last), "direct"
        broken = self._broken.inside(mark)
        if broken is not None:
            return mark.first, self.trimmed(mark.first, broken), "direct"
        after = mark.last + 1
        if self.words[mark.last - 1] in (".", "!", "؟", "?"):
            return mark.first, self.trimmed(mark.first, mark.last), "direct"
        if self._goes_on_in_marks(after):
            return first, self.trimmed(first, self.clause_end(after + 1)), "mixed"
        if after >= len(self.words) or self.words[after] in STOPS | DASHES | {"("}:
            return mark.first, mark.last, "direct"
        following = self.contents.cue_at.get(after)
        is_new = self.words[after][:1] == "و" and mark.last - mark.first >= _LONG_MARKED
        if following or is_new or self.words[after] in _ACCORDING:
            return mark.first, mark.last, "direct"
        last = self.clause_end(after)
        if last == after or mark.last - mark.first > 3 * (last - after) + 12:
            return mark.first, mark.last, "direct"
        return first, self.trimmed(first, last), "mixed"

    def _goes_on_in_marks(self, token: int) -> bool:
        """Say whether after a comma the same clause is quoted on: «…»، وهو «…»."""
        if token >= len(self.words) or self.words[token] not in COMMAS:
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
        for token in range(mark.first, min(mark.last, mark.first + _LONGEST)):
            if self.words[token] in COMMAS and self._resumes(token + 1):
                return token
        return self._broken.end(mark)

    def clause_end(self, first: int) -> int:
        """Return the token at which a clause that begins at a token ends."""
        token, size = first, min(len(self.words), first + _LONGEST)
        marks = self.contents.openers
        while token < size:
            may_end = self.words[token] in _ENDING or token in self._participles
            if may_end and self._ends_at(token, first):
                return token
            if self.words[token] in _AS_HE and self._says_on(token, first):
                return token
            if self.words[token] in RELATIVES and is_told_of(
                self.words, token, first, self.contents.cue_at
            ):
                return token
            if token in self._joined and self._reports_on(token, first):
                return token
            mark = marks.get(token)
            is_whole = mark is not None and mark.is_closed
            if mark is not None and is_whole and self._broken.inside(mark) is None:
                token = mark.last
            elif token in self._lone and token > first + 2:
                return token
            token += 1
        return size

    def _says_on(self, token: int, first: int) -> bool:
        """Say whether a verb of saying goes on without a comma: «كما قال إن …»."""
        if self.words[token] in _WHILE and token + 1 in self._finite:
            return token > first + 1
        cue = self.contents.cue_at.get(token + 1)
        if cue is None or cue.is_participle or token <= first + 1:
            return False
        if self.words[token] in _ALSO and cue.has("call"):
            return True
        content = self.contents.find(cue)
        return content is not None and content.how != "noun"

    def _reports_on(self, token: int, first: int) -> bool:
        """Say whether a verb without comma and subject reports on: «… وأضاف أن …»."""
        if token <= first + 1:
            return False
        cue = self.contents.cue_at[token]
        content = self.contents.find(cue)
        is_clause = content is not None and content.how in ("clause", "pronoun", "mark")
        return (
            is_clause and content is not None and content.first - cue.last <= _AT_ONCE
        )

    def _ends_at(self, token: int, first: int) -> bool:
        """Say whether a clause that began at a token ends before this one."""
        word = self.words[token]
        if word in ENDS:
            return not self._is_pause(token)
        if word in COMMAS:
            # «إن الوضع، بحسب وصفه، لن يتغير»: so early it is only an aside.
            is_aside = token - first < _SHORTEST_CLAUSE and self._is_according(
                token + 1
            )
            return not is_aside and self._resumes(token + 1)
        if token in self._participles:
            return token > first and self._is_bare_participle(token)
        if word in _SECOND:
            return token >= first + 2 and self._is_bare_second(token)
        return False

    def _is_pause(self, token: int) -> bool:
        """Say whether a full stop is one of the two dots of a pause, or an initial's."""
        return (
            self.words[token] == "." and self.passage.sentences.of(token)[1] > token + 1
        )

    def _resumes(self, token: int) -> bool:
        """Say whether reporting goes on at a token: a participle, a verb, a source."""
        if token >= len(self.words):
            return True
        if self._is_according(token) or self._narration.resumes(token):
            return True
        if token in self._participles:
            return True
        if self.is_second_clause(token):
            return True
        if self.words[token] in _ALSO and token + 1 in self._finite:
            return True
        return self._speaks_again(token)

    def _speaks_again(self, token: int) -> bool:
        """Say whether a verb of saying begins at a token, or behind its first word."""
        for ahead in (token, token + 1):
            cue = self.contents.cue_at.get(ahead)
            if cue and (cue.is_participle or ahead > token or self._is_joined(cue)):
                is_turn = ahead == token or self.words[token] in _TURNS
                is_relative = self.words[token].removeprefix("و") in RELATIVES
                is_turn |= is_relative and is_of_it(self.words, cue)
                is_told = is_relative or cue.has("call") or self.contents.find(cue)
                if is_turn and is_told:
                    return True
        return False

    def _is_according(self, token: int) -> bool:
        if _OWN_WORDS.intersection(self.words[token : token + 3]):
            return True
        is_phrase = token < len(self.words) and self.words[token] in _ACCORDING
        return is_phrase and directly_after(self.subjects, token + 1) is not None

    def is_second_clause(self, token: int) -> bool:
        """Say whether a second clause under the same verb begins: «، وأن …»."""
        following = self.words[token + 1 : token + 2]
        if self.words[token] in _SECOND:
            return self.words[token] != "وان" or _EVEN_IF.isdisjoint(following)
        is_led = self.words[token] in _SECOND_LEADS and bool(following)
        return is_led and (following[0] in THAT or following[0] in THAT_PRONOUN)

    def _is_bare_second(self, token: int) -> bool:
        """Say whether «وإن» or «وأن» begins a second clause without a comma.

        Before a verb «وأن» only coordinates: «أن يعود وأن يبقى» is one clause.
        """
        if not self.is_second_clause(token) or self.words[token - 1] in _TIED:
            return False
        following = [w for w in self.words[token + 1 : token + 3] if w.isalpha()][:1]
        is_verb = any(word[0] in "يتن" and len(word) > 3 for word in following)
        return self.words[token][1:] in THAT_PRONOUN or not is_verb

    def _is_joined(self, cue: Cue) -> bool:
        """Say whether a finite verb begins a clause of its own: «، وقال …».

        Behind a clause that only led up to it («بينما أكد …، حذر …») it is the main one.
        """
        if cue.clitic > 0 or cue.first == 0:
            return True
        begin = self.passage.sentences.of(cue.first)[0]
        return not _WHILE.isdisjoint(self.words[begin : begin + 2])

    def _is_bare_participle(self, token: int) -> bool:
        """Say whether a participle without a comma goes on reporting at a token."""
        cue = self.contents.cue_at.get(token)
        if cue is None or not cue.is_participle or cue.clitic:
            return False
        is_accusative = self.words[token].endswith("ا")
        if cue.has("call") and not is_accusative:
            return False
        content = self.contents.find(cue)
        reach = _ADDRESSEE if cue.has("call") else _AT_ONCE
        return content is not None and content.first - cue.last <= reach

    def _run_on(self, last: int) -> int:
        """Direct speech after a colon runs on while the next sentence says "we"."""
        for _ in range(3):
            following = last + 1
            if following >= len(self.words) or self.words[last] in ("\n", "،", ","):
                return last
            if self.words[following] == "\n":
                return last
            end = self.clause_end(following)
            inside = self.words[following:end]
            if any(t in self.contents.cue_at for t in range(following, following + 2)):
                return last
            if not any(says_we(word) for word in inside):
                return last
            last = end
        return last

    def trimmed(self, first: int, last: int) -> int:
        """Leave out the signs at the end of a stretch, but not its closing mark."""
        while last > first + 1 and self.words[last - 1] in _TRIMMED:
            last -= 1
        is_mark = last < len(self.words) and last in self._lone
        return last + 1 if is_mark else last

    def form(self, first: int, last: int) -> str:
        """Mixed where some of the clause stands in marks of more than a name."""
        marks = self.contents.openers
        for token in range(first, last) if marks else ():
            mark = marks.get(token)
            if mark and not self.contents.is_name(mark):
                return "mixed"
            if mark and mark.last - mark.first >= 2 and not self.is_named(mark):
                return "mixed"
        return "mixed" if last in self._lone else "indirect"

    def is_named(self, mark: Marked) -> bool:
        """Say whether marks hold the name of a body."""
        return bool(self.subjects.candidates.parties(mark.first, mark.last))

    def is_first_person(self, first: int, last: int) -> bool:
        """Say whether somebody says "I" or "we" in a stretch."""
        return any(says_we(word) for word in self.words[first:last])

    def _colon_form(self, first: int, last: int) -> str:
        return "direct" if self.form(first, last) != "mixed" else "mixed"

    def second(self, token: int) -> Content | None:
        """Return the second clause that begins at a token under the same verb."""
        if token + 2 >= len(self.words) or not self.is_second_clause(token):
            return None
        if self.words[token] in _SECOND_LEADS:
            token += 1
            is_pronoun = self.words[token] in THAT_PRONOUN
        else:
            is_pronoun = self.words[token][1:] in THAT_PRONOUN
        return Content(token, "pronoun") if is_pronoun else Content(token + 1, "clause")
