"""Who is named in front of an English or French verb of saying.

The subject stands right before its verb, or before the comma, dash or bracket that
closes a title, a name or a relative clause between the two. A "who" goes on about the
name before it; joined verbs share their subject; a participle keeps its sentence's.
"""

from marsad.reading.lexicon import hits_from
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_phrases import Named, Phrases
from marsad.reading.quotations.latin_pronouns import Pronouns
from marsad.reading.quotations.latin_references import References
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import DASHES, STOPS

_LOOK_BACK = 45
_FRONTED = 22
_NAME = 6  # words of a name with its title
_TO_NAME = 10  # words of a title between a name and its verb
_TO_PRONOUN = 24  # words of the verb that a pronoun has before the joined one
_PRONOUN_REACH = 4
_PARTICIPLES = ("ed", "ing", "ant", "e", "es", "ees")
_LINES_ABOVE = 6
_LINKS = frozenset("dont ou where whose whom led headed dirige dirigee preside".split())
_CITING = frozenset("quoted cited quotes cites quoting citing".split())
_BRACKETS = {")": "(", "]": "["}
_MARKS = frozenset("«»“”\n;")
_JOINING = frozenset("and en et but mais".split())


class Subjects:
    """Finds the subject in front of a verb."""

    def __init__(
        self,
        ground: Ground,
        phrases: Phrases,
        pronouns: Pronouns,
        references: References,
    ) -> None:
        self.references = references
        self.ground = ground
        self.words = ground.words
        self.grammar = ground.grammar
        self.phrases = phrases
        self.pronouns = pronouns

    def of(self, cue: Cue) -> Named | None:
        """Return the subject in front of a verb, or whom its pronoun means."""
        low = self._begin(cue.edge)
        if cue.agent:
            return self._agent(cue.agent)
        if cue.is_inverted:
            is_behind = self.ground.word(cue.edge - 1) == ","
            pronoun = self.tied_pronoun(cue)
            return self.pronouns.meant(cue.first, pronoun, is_behind=is_behind)
        if cue.is_participle:
            return self._of_participle(cue, low)
        if self._is_note(cue):
            return self.pronouns.last or self.pronouns.nearest(cue.edge, "")
        return self._before(cue.edge, low)

    def _is_note(self, cue: Cue) -> bool:
        """Read "Said the port would close. Insisted that …": notes leave the subject out."""
        passage = self.ground.passage
        begin = self.ground.sentence_begin(cue.first)
        is_past = self.words[cue.last - 1] in ("said", "told") or self.words[
            cue.last - 1
        ].endswith("ed")
        is_first = cue.edge <= begin and passage.written(cue.first)[0].isupper()
        return self.ground.language == "en" and is_first and is_past

    def _declared(self, token: int) -> Named | None:
        """Return who is named at the head of a line above: "The Council, meeting in X,"."""
        end = token
        for _ in range(_LINES_ABOVE):
            while end > 0 and self.words[end - 1] == "\n":
                end -= 1
            begin = end
            while begin > 0 and self.words[begin - 1] != "\n":
                begin -= 1
            named = self.pronouns.topic(begin, end) if begin < end else None
            if named is not None:
                return named
            end = begin
        return None

    def _agent(self, first: int) -> Named | None:
        """Return whom "by" names behind a passive."""
        last = first
        while last < len(self.words) and not self._breaks(last):
            last += 1
        return self.phrases.head(first, last)

    def nested(self, cue: Cue) -> Named | None:
        """Return whom a verb inside direct speech names, and no pronoun's meaning."""
        low = self._begin(cue.edge)
        word = self.ground.word(cue.edge - 1)
        if cue.is_inverted or word in self.grammar.pronouns:
            return None
        if word in self.grammar.joiners:
            return self.pronouns.topic(low, cue.edge - 1)
        return self._before(cue.edge, low)

    def _begin(self, token: int) -> int:
        return self.ground.passage.sentences.of(max(0, token - 1))[0]

    def tied_pronoun(self, cue: Cue) -> str:
        """Return the pronoun of an inversion: «a-t-elle dit»."""
        for word in reversed(self.words[cue.first : cue.last]):
            if word in self.grammar.pronouns:
                return word
        return ""

    def _before(self, edge: int, low: int) -> Named | None:
        """Return who is named right before a token."""
        if edge <= low:
            return None
        word = self.words[edge - 1]
        if word in self.grammar.pronouns:
            return self._of_pronoun(edge - 1, low)
        if word in self.grammar.relatives:
            return self.antecedent(edge - 1, low)
        if word == "," or word in DASHES or word in _BRACKETS:
            return self._across(edge - 1, low)
        if word in self.grammar.joiners or word in self.grammar.turns:
            return self._shared(edge, low)
        first = self._phrase_begin(edge, low)
        return None if self._is_what(first) else self._in_phrase(first, edge, low)

    def _is_what(self, first: int) -> bool:
        """Say whether "what officials said" is a thing and no saying of its own."""
        before = self.words[max(0, first - 2) : first]
        return before[-1:] == ["what"] or before in (["ce", "que"], ["ce", "qu"])

    def _of_pronoun(self, token: int, low: int) -> Named | None:
        """Read «Quant à Oslo, elle a promis»: a pronoun may repeat the name before it."""
        if self.words[token] in ("on", "you"):
            return None
        if token - low > 1 and self.words[token - 1] == ",":
            if self.words[low] in ("quant", "as"):
                return self.phrases.head(low + 2, token - 1)
            # «Dans un communiqué au journal X, il a dit»: what is fronted is no topic.
            is_fronted = self.words[low] in self.grammar.prepositions
            topic = None if is_fronted else self.phrases.name_at(low, token - 1)
            if topic is not None:
                return topic
        return self.pronouns.meant(token, self.words[token])

    def _phrase_begin(self, edge: int, low: int) -> int:
        """Return where the phrase that ends at a token begins."""
        first = edge
        low = max(low, edge - _LOOK_BACK)
        while first > low and not self._breaks(first - 1):
            first -= 1
        return first

    def _breaks(self, token: int) -> bool:
        word = self.words[token]
        if word in STOPS:
            return self.ground.is_stop(token)
        is_dash = word in DASHES and not self.ground.passage.touches(token)
        return word == "," or is_dash or word in self.grammar.conjunctions

    def _in_phrase(self, first: int, edge: int, low: int) -> Named | None:
        while first < edge and self.words[first] in ("and", "et", "yet", "or"):
            first += 1
        if first >= edge:
            return None
        referred = self.references.of(first, edge)
        if referred is not None:
            return referred
        named = self._free_name(first, edge)
        if named is not None:
            return self.phrases.joined(named, first)
        if (
            self.words[first] in self.grammar.pronouns
            and edge - first <= _PRONOUN_REACH
        ):
            return self.pronouns.meant(first, self.words[first])
        apposed = self._name_before_title(first, low)
        if apposed is not None:
            return apposed
        begin = self.pronouns.past_place(first, edge)
        last = self._last_of_several(begin, edge, low)
        return last or self._to_verb(self.phrases.head(begin, edge), edge)

    def _to_verb(self, named: Named | None, edge: int) -> Named | None:
        """Widen people nobody names up to the verb: "two people briefed on the talks"."""
        if named is None or named.kind not in ("people", "person") or named.is_name:
            return named
        between = self.words[named.last : edge]
        is_phrase = 0 < len(between) <= _TO_NAME and between[0].endswith(_PARTICIPLES)
        if not is_phrase or not self.grammar.finite.isdisjoint(between):
            return named
        span = self.ground.passage.span(named.first, edge)
        speaker = named.speaker._replace(span=span)
        return named._replace(last=edge, speaker=speaker)

    def _last_of_several(self, first: int, edge: int, low: int) -> Named | None:
        """Read "France and Germany said": names joined right before the verb."""
        last = self.phrases.body_at(edge)
        if last is None:
            return None
        joined = self.phrases.joined(last, min(low, first))
        return joined if joined.first < last.first else None

    def _free_name(self, first: int, edge: int) -> Named | None:
        """Return the name at a phrase's end, unless it only belongs to an office."""
        named = self.phrases.name_at(max(first, edge - _NAME), edge)
        if named is None:
            return None
        head = self.phrases.head(first, named.last)
        is_tied = head is not None and not head.is_name and head.is_certain
        return None if is_tied else named

    def _name_before_title(self, first: int, low: int) -> Named | None:
        """Read "X, 68, the president of Y said": a name stands before the title."""
        is_title = self.words[first] in self.grammar.determiners
        is_title = is_title or self._is_bare_title(first, low)
        if not is_title or first - low < 2 or self.words[first - 1] != ",":
            return None
        for comma in range(first - 1, max(low, first - _TO_NAME), -1):
            if self.words[comma] in STOPS:
                break
            if self.words[comma] == ",":
                named = self.phrases.name_at(max(low, comma - _NAME), comma)
                named = named or self._written_name(low, comma)
                if named is not None:
                    return named
        return None

    def _is_bare_title(self, first: int, low: int) -> bool:
        """Say whether a title stands behind a name at its sentence's head: "X, chief of"."""
        titles = hits_from(self.ground.passage.hits("title"), first, first + 1)
        if not titles or self.words[first - 1] != ",":
            return False
        persons = self.phrases.persons(low, first)
        if not persons or persons[-1].last != first - 1:
            return False
        named = self.phrases.name_at(max(low, first - 1 - _NAME), first - 1)
        begin = persons[-1].first
        between = self.words[low:begin]
        is_head = self.grammar.prepositions.isdisjoint(between) and "," not in between
        return named is not None and is_head and not self.ground.acts(low, begin)

    def _written_name(self, low: int, comma: int) -> Named | None:
        """Take capitals at the head of a sentence for a name: "Li Termes, 68, a …"."""
        while low < comma and not self.words[low][0].isalnum():
            low += 1
        is_short = 1 < comma - low <= _NAME
        return self.phrases.bare_name(low, comma) if is_short else None

    # -- across commas ---------------------------------------------------------------

    def _across(self, comma: int, low: int) -> Named | None:
        """Read "X, who leads Y, said": the subject stands before what the comma closes."""
        opening = self._opening(comma, low)
        if opening is None:
            return self.phrases.head(low, comma) if comma - low <= _FRONTED else None
        links = self.grammar.that | self.grammar.relatives | _LINKS
        is_relative = self.words[opening + 1] in links
        apposed = self.phrases.name_at(opening + 1, comma)
        if apposed is not None and is_relative:
            apposed = None  # «le Comité, que préside Aïcha Diallo, réclame»
        if apposed is not None and not self.phrases.is_tied(apposed.first):
            return apposed
        written = self._written_name(opening + 1, comma)
        if written is not None and self.phrases.nouns.first(low, opening) is not None:
            return written
        if self.words[opening - 1] in self.grammar.relatives:
            opening -= 1
        first = self._phrase_begin(opening, low)
        if self.words[first] in self.grammar.relatives:
            return self.antecedent(first, low)  # "A man, who gave a name, X, said"
        return self._in_phrase(first, opening, low) if first < opening else None

    def _opening(self, closing: int, low: int) -> int | None:
        """Return the comma, dash or bracket that opens what one closes."""
        sign = self.words[closing]
        wanted = _BRACKETS.get(sign, sign)
        for token in range(closing - 1, max(low, closing - _LOOK_BACK - 1), -1):
            if self.words[token] == wanted:
                return self._behind_subject(token, low) if sign == "," else token
            if self.words[token] in _MARKS:
                return None
        return None

    def _behind_subject(self, comma: int, low: int) -> int:
        """Of several commas, take the one behind the name: "Li, a judge, now 60, said"."""
        for token in range(comma - 1, max(low, comma - _LOOK_BACK), -1):
            if self.words[token] in _MARKS or self.words[token] == ":":
                break
            if self.words[token] == "," and self.phrases.name_at(
                max(low, token - _NAME), token
            ):
                return token
        return comma

    def antecedent(self, relative: int, low: int) -> Named | None:
        """Return whom a "who" or «qui» goes on about."""
        end = relative
        if end > low and self.words[end - 1] == ",":
            end -= 1
            apposed = self._apposed(end, low)
            if apposed is not None:
                return apposed
        first = self._phrase_begin(end, low)
        noun = self.phrases.nouns.last(first, end)
        return (
            self._free_name(first, end)
            or (
                self.phrases.head(noun.first, end)
                if noun and noun.last >= end - 3
                else None
            )
            or self.phrases.body_at(end)
            or self._name_before_title(first, low)
            or self._noun_before(first, end)
        )

    def _noun_before(self, first: int, end: int) -> Named | None:
        """Return the phrase before "who", without any verb in front of it."""
        named = self.phrases.head(first, end)
        if named is not None and named.is_certain:
            return named
        for token in range(end - 1, first, -1):
            if self.words[token] in self.grammar.determiners:
                return self.phrases.head(token, end)
        return named

    def _apposed(self, end: int, low: int) -> Named | None:
        """Read "X, a judge, who": the title between commas belongs to the name before."""
        opening = self._opening(end, low)
        if opening is None or self.words[opening + 1] not in self.grammar.determiners:
            return None
        return self.phrases.name_at(max(low, opening - _NAME), opening)

    # -- shared ----------------------------------------------------------------------

    def _shared(self, edge: int, low: int) -> Named | None:
        """Return the subject that two joined verbs share."""
        last = self.pronouns.last
        if last is not None and self.pronouns.last_at >= low:
            return last
        return self.pronouns.topic(low, edge - 1) or self._joined_pronoun(edge, low)

    def _joined_pronoun(self, edge: int, low: int) -> Named | None:
        """Read "When we met, he pointed at a map and said": the pronoun is shared."""
        for token in range(edge - 1, max(low - 1, edge - _TO_PRONOUN), -1):
            if self.words[token] == ",":
                return None
            if self.words[token] in self.grammar.pronouns - self.grammar.first_person:
                return self.pronouns.meant(token, self.words[token])
        return None

    def _cited(self, edge: int, low: int) -> Named | None:
        """Read "quoted a ministry official as saying": the object is who speaks."""
        for token in range(edge - 1, low, -1):
            if self.words[token] not in _CITING:
                continue
            if self.words[token - 1] in ("was", "were", "is", "been"):
                return self._before(token - 1, low)
            return self.phrases.head(token + 1, edge)
        return self.phrases.name_at(max(low, edge - _NAME), edge)

    def _of_participle(self, cue: Cue, low: int) -> Named | None:
        """Return the subject of the sentence, or the noun that a participle follows."""
        before = self.ground.word(cue.edge - 1)
        if self.ground.word(cue.edge) == "as":
            return self._cited(cue.edge, low)
        is_right_behind = before.isalpha() and before not in _JOINING
        if is_right_behind and cue.row["role"] == "participle":
            noun = self.phrases.nouns.last(max(low, cue.edge - _NAME), cue.edge)
            if noun is not None and noun.last >= cue.edge - 1:
                return self.phrases.head(noun.first, cue.edge)
        last = self.pronouns.last
        if last is not None and self.pronouns.last_at >= low:
            return last
        named = self.pronouns.topic(low, cue.first) or last
        return named or (self._declared(low) if self._is_preamble(cue) else None)

    def _is_preamble(self, cue: Cue) -> bool:
        """Say whether a line of a declaration begins with a verb and ends in a comma."""
        end = cue.last
        while end < len(self.words) and self.words[end] != "\n":
            end += 1
        is_first = cue.edge == 0 or self.words[cue.edge - 1] == "\n"
        return is_first and self.words[end - 1] in (",", ";")
