"""What every rule of English and French quotation stands on: words, verbs, marks."""

from marsad.reading.passage import Passage
from marsad.reading.quotations.latin_cues import Cues
from marsad.reading.quotations.latin_words import DASHES, GRAMMARS, OPENERS, STOPS
from marsad.text.marks import Marked

_LONGEST_DATELINE = 12
_LONG_MARKS = 6  # so many marked words are a clause, whatever stands behind them
_IN_NAMES = frozenset(
    "de du des la le les l d of the and et for in on en au aux à".split()
)
_SHORT_VERB = 4
_MOST_WRAPS = 6  # lines that one sentence of subtitles fills
# Endings of verbs and hardly ever of nouns: past, future and conditional.
_VERB_ENDINGS = {
    "en": ("ed",),
    "fr": ("ront", "rait", "raient", "era", "ira", "dra", "vra", "tra", "aient"),
}
# Pronouns and negations that only stand beside a verb.
_WITH_VERBS = {
    "en": frozenset("he she they we not".split()),
    "fr": frozenset("ne n se il ils elles c y".split()),
}
# English pasts without that ending that are hardly ever nouns or adjectives.
_PASTS = frozenset(
    """began broke brought built bought caught chose came drew drove fell fought forgot
    gave went grew held hid kept knew laid led lost made met paid ran rose saw sold sent
    shook shot slept spent stole swept swore took taught tore threw wept won wrote felt
    dealt sought stood struck hung blew flew fled bore beat became""".split()
)
_NOUN_ENDINGS = ("trait", "opera", "camera", "front", "extra", "need", "seed")
_LEADING = frozenset("and or but however et ou mais puis toutefois cependant".split())


# Short forms that folding makes small words of: the WHO, the US.
_SHORT_FORMS = frozenset(("who", "us", "it"))


def cased(passage: Passage) -> list[str]:
    """Return the words of a passage, with WHO and US left apart from who and us."""
    found = passage.tokens_of(_SHORT_FORMS)
    capitals = [token for token in found if passage.written(token).isupper()]
    if not capitals:
        return passage.words
    words = list(passage.words)
    for token in capitals:
        beside = passage.words[token + 1 : token + 2]
        if not (
            beside and beside[0].isalpha() and passage.written(token + 1).isupper()
        ):
            words[token] = passage.written(token)
    return words


class Ground:
    """One passage with its grammar, its verbs of saying and its opening marks."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = cased(passage)
        self.language = passage.language
        self.grammar = GRAMMARS[passage.language]
        self.cues = Cues(passage)
        self.openings: dict[int, Marked] = {}
        for mark in passage.marks.marked:
            self.openings.setdefault(mark.first - 1, mark)

    def word(self, token: int) -> str:
        """Return the word at a token; a line end beyond the text."""
        return self.words[token] if 0 <= token < len(self.words) else "\n"

    def is_stop(self, token: int) -> bool:
        """Say whether a sign ends a phrase, and is no dot of an abbreviation."""
        word = self.words[token]
        if word == "." and self.passage.sentences.of(token)[1] > token + 1:
            return False
        return word in STOPS

    def line_wrapped_end(self, token: int) -> int:
        """Return where a sentence ends, over line ends in the middle of it."""
        last = self.passage.sentences.of(token)[1]
        for _ in range(_MOST_WRAPS):
            if last >= len(self.words) or not self.is_wrapped(last - 1):
                break
            last = self.passage.sentences.of(last)[1]
        return last

    def is_wrapped(self, token: int) -> bool:
        """Say whether a line ends in mid-sentence: the next one begins small."""
        if self.words[token] != "\n" or not 0 < token < len(self.words) - 1:
            return False
        is_single = self.passage.span(token, token + 1).quote.count("\n") == 1
        is_open = self.words[token - 1] not in STOPS
        return is_single and is_open and self.passage.written(token + 1).islower()

    def is_that(self, token: int) -> bool:
        """Say whether a that or que stands at a token, and no «afin que»."""
        before = self.word(token - 1)
        return (
            self.word(token) in self.grammar.that
            and before not in self.grammar.before_that
            and before not in self.grammar.prepositions
        )

    def past_that(self, token: int) -> int:
        """Return the token after a that, a que or an elided «qu'»."""
        return token + (2 if self.words[token] == "qu" else 1)

    def shows_verb(self, first: int, last: int) -> bool:
        """Say whether tokens first to last show an auxiliary, and so are a clause."""
        if self.grammar.finite.isdisjoint(self.words[first:last]):
            return False
        return self.language == "en" or any(
            self.words[token] in self.grammar.finite
            and self.passage.written(token) not in ("à", "À")
            for token in range(first, last)
        )

    def acts(self, first: int, last: int) -> bool:
        """Say whether tokens first to last show a verb, by its ending too."""
        if self.shows_verb(first, last):
            return True
        if not _WITH_VERBS[self.language].isdisjoint(self.words[first:last]):
            return True
        words = self.words[first:last]
        if self.language == "en" and not _PASTS.isdisjoint(words):
            return True
        endings = _VERB_ENDINGS[self.language]
        return any(
            len(word) > _SHORT_VERB
            and word.endswith(endings)
            and not word.endswith(_NOUN_ENDINGS)
            for word in words
        )

    def segment_end(self, token: int) -> int:
        """Return where a stretch without commas, stops or relatives ends."""
        if token >= len(self.words):
            return token
        end = self.passage.sentences.of(token)[1]
        while token < end and self.words[token] not in STOPS | {","}:
            word = self.words[token]
            if word in self.grammar.relatives or word in ("but", "mais"):
                break
            token += 1
        return token

    def first_comma(self, first: int, last: int) -> int:
        """Return the first comma outside marks in tokens first to last, or last."""
        token = first
        while token < last and self.words[token] != ",":
            mark = self.openings.get(token)
            token = mark.last if mark is not None and mark.is_closed else token + 1
        return min(token, last)

    def has_marks(self, first: int, last: int) -> bool:
        """Say whether words between marks stand in tokens first to last."""
        return any(
            token in self.openings and self.openings[token].last <= last
            for token in range(first, last)
        )

    def is_title(self, mark: Marked) -> bool:
        """Say whether marks hold a name and nothing said: « La Voix du Tage »."""
        if mark.last <= mark.first:
            return False
        written = [
            self.passage.written(token) for token in range(mark.first, mark.last)
        ]
        names = [
            word for word in written if word[0].isalpha() and word not in _IN_NAMES
        ]
        is_line = self.passage.written(mark.first).isupper()
        return (
            len(names) > 1 and not is_line and all(word[0].isupper() for word in names)
        )

    def is_whole(self, mark: Marked) -> bool:
        """Say whether a clause ends with the marks, so that all of it was quoted."""
        if not mark.is_closed or mark.last + 1 >= len(self.words):
            return True
        word = self.words[mark.last + 1]
        if word in STOPS or word in (",", "–", "—", "'"):
            return True
        if word in self.grammar.joiners:
            return True
        is_long = mark.last - mark.first >= _LONG_MARKS
        return is_long and (
            word in self.grammar.prepositions or word in self.grammar.times
        )

    def sentence_begin(self, token: int) -> int:
        """Return where the sentence of a token begins, its dateline left out."""
        return past_dateline(self.passage, self.passage.sentences.of(token)[0], token)


def past_dateline(passage: Passage, begin: int, last: int) -> int:
    """Return where a sentence begins after a bullet, a place and date, a clock."""
    words = passage.words
    limit = min(last, begin + _LONGEST_DATELINE)
    while begin < limit and (
        words[begin] in _LEADING
        or not (words[begin][0].isalnum() or words[begin] in OPENERS)
    ):
        begin += 1
    if begin > 0 and words[begin - 1] != "\n":
        return begin
    return _past_number_or_place(passage, begin, last)


def _past_number_or_place(passage: Passage, begin: int, last: int) -> int:
    words = passage.words
    if begin < last and words[begin].isdecimal():
        if words[begin + 1 : begin + 2] == [":"]:
            return min(last, begin + 3)
        if words[begin + 1 : begin + 2] == ["."]:
            return min(last, begin + 2)
    for token in range(begin + 1, min(last, begin + _LONGEST_DATELINE)):
        is_spaced = not passage.touches(token) or words[token] == "—"
        if words[token] in DASHES and is_spaced:
            return token + 1
    return begin
