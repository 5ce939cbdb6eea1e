"""Whom an English or French pronoun means: the subject before it, or who spoke last.

1. The subject of this sentence or of the few before it, if nobody has spoken since.
2. Else the last speaker whom gender and kind allow.
3. Else the nearest person named before.
"""

from bisect import bisect_right

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_ground import Ground, past_dateline
from marsad.reading.quotations.latin_phrases import Named, Phrases
from marsad.reading.quotations.latin_words import STOPS

_SENTENCES_BACK = 4
_REMEMBERED = 6
_NEAREST = 120
_NEAR_OFFICE = 40
_FRONTED = 22  # words of time or place before the subject
_LONGEST_TOPIC = 10
_NESTED_MARKS = 3
_SECOND_NAME = 9  # with two titles and their stops
_SHORT_FORM = 5
_MOST_FRONTS = 3  # "In Rome, far from home, Li": phrases before the subject

_KINDS = {
    **dict.fromkeys(("he", "she"), ("person", "name")),
    "it": ("body", "text", "name"),
    **dict.fromkeys(("they", "ils", "elles"), ("people", "body", "name")),
    **dict.fromkeys(
        ("il", "elle", "celui", "celle"), ("person", "body", "text", "name")
    ),
}
_GENDERS = {"he": "m", "she": "f", "il": "m", "elle": "f", "celui": "m", "celle": "f"}
_FRONT_ENDINGS = ("ing", "ed", "ant", "oge", "ogee")  # Asked, Speaking, «Interrogée»


class Pronouns:
    """Remembers who spoke, and finds whom pronouns mean."""

    def __init__(self, ground: Ground, phrases: Phrases) -> None:
        self.ground = ground
        self.passage = ground.passage
        self.words = ground.words
        self.grammar = ground.grammar
        self.phrases = phrases
        self.last_at = -1
        self._spoken: list[Named] = []
        self._learned: dict[str, str] = {}
        self._marked = ground.passage.marks.marked

    @property
    def last(self) -> Named | None:
        """Return who spoke last."""
        return self._spoken[-1] if self._spoken else None

    def remember(self, named: Named, at: int) -> None:
        """Keep a speaker in mind for the pronouns and marks that follow."""
        self._spoken = [*self._spoken[-_REMEMBERED:], named]
        self.last_at = at

    def memory(self) -> tuple[list[Named], int]:
        """Return what is remembered, to be recalled after words within words."""
        return self._spoken, self.last_at

    def recall(self, memory: tuple[list[Named], int]) -> None:
        """Remember what was remembered before."""
        self._spoken, self.last_at = memory

    def meant(
        self, token: int, pronoun: str, *, is_behind: bool = False
    ) -> Named | None:
        """Return whom a pronoun means, as far as gender and kind allow.

        Behind the words said, "His client, he says", their subject is not meant.
        """
        if pronoun in ("we", "nous"):
            is_people = self.last is not None and self.last.kind == "people"
            return self.last if is_people else self._authors() or self.last
        focus = self._focus(token, pronoun, is_behind=is_behind)
        if focus is not None and focus.first > self.last_at:
            self._learn(focus, pronoun)
            return _because(focus, "a pronoun for the subject before it")
        since = self._since(token, pronoun)
        if since is not None:
            return since
        for named in reversed(self._spoken):
            if self._agrees(named, pronoun):
                self._learn(named, pronoun)
                return _because(named, "a pronoun for an earlier speaker")
        nearest = self.nearest(token, pronoun) or self._nearest_office(token, pronoun)
        return nearest or focus or self.last

    def _learn(self, named: Named, pronoun: str) -> None:
        """Keep in mind that "he" or "she" was said of somebody whose gender nothing told."""
        if pronoun in _GENDERS and not named.gender:
            self._learned[named.speaker.name] = _GENDERS[pronoun]

    def _agrees(self, named: Named, pronoun: str) -> bool:
        learned = self._learned.get(named.speaker.name)
        if learned and not named.gender:
            named = named._replace(gender=learned)
        return _agrees(named, pronoun)

    def _since(self, token: int, pronoun: str) -> Named | None:
        """Return the one person named since somebody spoke whose gender is known."""
        gender = _GENDERS.get(pronoun, "")
        last = self.last
        if not gender or last is None or self.last_at < 0:
            return None
        begin = self.passage.sentences.of(token)[0]
        begin = self.passage.sentences.of(max(0, begin - 1))[0]
        # Who spoke in this sentence or the one before it is still meant.
        is_meant = last.kind == "person" and last.gender == gender
        if is_meant or self.last_at >= begin:
            return None
        named = [self.phrases.person(one) for one in self.phrases.persons(begin, token)]
        found = [one for one in named if one.gender == gender]
        is_one = len({one.speaker.name for one in found}) == 1
        return _because(found[-1], "named since somebody spoke") if is_one else None

    def _nearest_office(self, token: int, pronoun: str) -> Named | None:
        """Return the office or relative named last whose noun has the gender."""
        gender = _GENDERS.get(pronoun, "")
        hits = hits_from(self.passage.hits("speaker"), token - _NEAR_OFFICE, token)
        for hit in reversed(hits):
            if gender and hit.row["gender"] == gender and hit.row["kind"] == "person":
                named = self.phrases.head(hit.first, self._topic_end(hit.first, token))
                if named is not None:
                    return _because(named, "the nearest office before")
        return None

    def _authors(self) -> Named | None:
        """Return the statement that a first line names: its "we" are who signed it."""
        end = 0
        while end < len(self.words) and self.words[end] != "\n":
            end += 1
        named = self.phrases.head(0, end)
        return named if named is not None and named.kind == "text" else None

    def nearest(self, token: int, pronoun: str) -> Named | None:
        """Return the person named last before a token whom a pronoun may mean."""
        for seen in reversed(self.phrases.persons(max(0, token - _NEAREST), token)):
            named = self.phrases.person(seen)
            if _agrees(named, pronoun):
                return _because(named, "the nearest naming before")
        return None

    # -- the subject before ------------------------------------------------------------

    def _focus(self, token: int, pronoun: str, *, is_behind: bool) -> Named | None:
        """Return the subject of this sentence or of one of the few before it."""
        sentences = self.passage.sentences
        begin, end = sentences.of(token)[0], token
        if is_behind and begin > 0:
            begin, end = sentences.of(begin - 1)[0], begin
        for _ in range(_SENTENCES_BACK):
            is_told = not self._is_quoted(begin) and self.words[end - 1] != "?"
            named = self.topic(begin, end) if is_told else None
            if named is not None and self._agrees(named, pronoun):
                return None if self._is_last_speaker(named, pronoun) else named
            if begin == 0:
                return None
            end = begin
            begin = sentences.of(begin - 1)[0]
        return None

    def _is_quoted(self, token: int) -> bool:
        """Say whether a sentence begins inside marks, or with them."""
        while token < len(self.words) and self.words[token] == "\n":
            token += 1
        index = bisect_right(self._marked, (token + 2,)) - 1
        return any(
            first - 1 <= token < last
            for first, last, *_ in self._marked[
                max(0, index - _NESTED_MARKS) : index + 1
            ]
        )

    def _is_last_speaker(self, named: Named, pronoun: str) -> bool:
        """Say whether an office stands for the person who spoke last: "The mayor sat"."""
        last = self.last
        if self.words[named.first - 1] in ("a", "an", "un", "une", "another"):
            return False  # somebody new
        if named.is_name or named.kind != "person" or last is None:
            return False
        if named.gender and last.gender and named.gender != last.gender:
            return False
        if last.offices and named.offices.isdisjoint(last.offices):
            return False
        return last.is_name and self._agrees(last, pronoun)

    def topic(self, begin: int, end: int) -> Named | None:
        """Return the person or body that a sentence is about: its first phrase."""
        first = self._topic_begin(begin, end)
        for _ in range(_MOST_FRONTS):
            if first is None or self.words[first] in self.grammar.pronouns:
                return None
            stop = self._topic_end(first, end)
            named = self.phrases.head(first, stop)
            if self._is_label(first, stop, end):
                first = stop + 1
                continue
            if named is not None and named.is_certain:
                return self._with_name(named, stop, end)
            is_more = stop + 1 < end and self.words[stop] == ","
            first = stop + 1 if is_more and self._is_fronted(begin) else None
        return None

    def _is_label(self, first: int, stop: int, end: int) -> bool:
        """Say whether a colon closes a heading and the sentence is still to come."""
        is_heading = stop + 1 < end and self.words[stop] == ":"
        return is_heading and not self.phrases.persons(first, stop)

    def _topic_end(self, first: int, end: int) -> int:
        stop = first
        last = min(end, first + _LONGEST_TOPIC)
        cue = self.ground.cues.next(first, last)
        if cue is not None and cue.edge > first:
            last = min(last, cue.edge)
        while stop < last and not self._ends_topic(stop):
            stop += 1
        return stop

    def _is_fronted(self, begin: int) -> bool:
        """Say whether a sentence begins with time or place: "In Rome, far from home, X"."""
        while begin < len(self.words) and not self.words[begin][0].isalnum():
            begin += 1
        return self.ground.word(begin) in self.grammar.prepositions

    def _with_name(self, named: Named, stop: int, end: int) -> Named:
        """Prefer the name behind an office or body: "The mayor, Bo Li, …"."""
        comma = self._past_brackets(stop, end)
        if named.is_name or comma >= end or self.words[comma] != ",":
            return named
        return self.name_from(comma + 1) or self._given_name(comma + 1) or named

    def _given_name(self, first: int) -> Named | None:
        """Read "His wife, Ana, …": one capital word between commas."""
        is_closed = self.ground.word(first + 1) == ","
        is_name = is_closed and self.passage.written(first)[0].isupper()
        return self.phrases.bare_name(first, first + 1) if is_name else None

    def _past_brackets(self, token: int, end: int) -> int:
        """Skip a party in brackets: «La maire (PS), Anne Li»."""
        if token < end and self.words[token] == "(":
            for closing in range(token + 1, min(end, token + _SHORT_FORM)):
                if self.words[closing] == ")":
                    return closing + 1
        return token

    def name_from(self, first: int) -> Named | None:
        """Return the person who is named next, with at most a title in front."""
        for seen in self.phrases.persons(first, first + _SECOND_NAME):
            if "," not in self.words[first : seen.first]:
                return self.phrases.person(seen)
        return self.phrases.written_name(first)

    def _topic_begin(self, begin: int, end: int) -> int | None:
        """Return where the subject of a sentence begins, if it is no pronoun."""
        first = past_dateline(self.passage, begin, end)
        while first < end and self._is_opening(first):
            first += 1
        first = self._past_cleft(first, end)
        if first >= end or self.words[first] in self.grammar.pronouns:
            return None
        first = self._past_fronted(first, end)
        if first >= end or self.words[first] in self.grammar.pronouns:
            return None
        return first

    def _past_cleft(self, first: int, end: int) -> int:
        """Skip «C'est à Rome que …», "It was in Rome that …" to the subject."""
        opening = self.words[first : first + 4]
        is_cleft = opening[:3] == ["c", "'", "est"] or opening[:2] in (
            ["it", "was"],
            ["it", "is"],
        )
        if not is_cleft:
            return first
        for token in range(first + 2, min(end - 1, first + _FRONTED)):
            if self.words[token] in self.grammar.that:
                return self.ground.past_that(token)
        return first

    def _is_opening(self, token: int) -> bool:
        word = self.words[token]
        is_sign = not word[0].isalnum()
        return is_sign or word in self.grammar.joiners or word in self.grammar.turns

    def _ends_topic(self, token: int) -> bool:
        word = self.words[token]
        if word in STOPS:
            return self.ground.is_stop(token)
        return (
            word in (",", "–", "—")
            or word in self.grammar.finite
            or word in self.grammar.relatives
            or word in self.grammar.conjunctions
        )

    def _past_fronted(self, first: int, end: int) -> int:
        """Skip "In a statement," or "Asked about the vote," to the subject."""
        word = self.words[first]
        fronts = (
            self.grammar.prepositions | self.grammar.conjunctions | self.grammar.times
        )
        if word not in fronts and not word.endswith(_FRONT_ENDINGS):
            return first
        for token in range(first, min(end - 1, first + _FRONTED)):
            is_relative = self.words[token + 1] in self.grammar.relatives
            if self.words[token] == "," and not is_relative:
                return token + 1
        if self.words[end - 1] == ",":
            return end  # "In a statement, it said": the phrase ends at the pronoun
        return self.past_place(first, end)

    def past_place(self, first: int, edge: int) -> int:
        """Return where the subject begins after "On Friday" or "In Rome" and no comma."""
        if self.words[first] not in self.grammar.prepositions:
            return first
        if self.ground.word(first + 1) in self.grammar.times:
            return min(edge, first + 2)
        for token in range(first + 2, min(edge, first + _FRONTED)):
            if self.words[token] in self.grammar.determiners:
                return token
        persons = self.phrases.persons(first + 1, min(edge, first + _FRONTED))
        return persons[-1].first if persons else first


def _because(named: Named, why: str) -> Named:
    return named._replace(speaker=named.speaker._replace(why=why))


def _agrees(named: Named, pronoun: str) -> bool:
    """Say whether a pronoun may mean someone."""
    kinds = _KINDS.get(pronoun)
    if kinds is not None and named.kind and named.kind not in kinds:
        return False
    gender = _GENDERS.get(pronoun, "")
    return not (gender and named.gender and named.gender != gender)
