"""English and French capitals that stand for their governments, by what stands around.

A capital acts where a verb follows or an inverted one goes before it, where a verb or
noun that needs somebody to address leads to it, and where one that stands beside it
in a list acts. After a word of place it is a place.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set

from marsad.reading.lexicon import Hit
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_PLACE_WORDS = {"en": wordset("place_words_en"), "fr": wordset("place_words_fr")}
_ACTING = {
    "en": wordset("acting_en") | wordset("more_acting_en"),
    "fr": wordset("acting_fr"),
}
_WITH = {
    "en": wordset("dealt_with_en") | wordset("lacking_en"),
    "fr": wordset("dealt_with_fr"),
}
# Verbs whose object is somebody, without their endings, and those endings.
_ADDRESSING = {"en": wordset("addressing_en"), "fr": wordset("addressing_fr")}
_ENDINGS = {"en": wordset("verb_endings_en"), "fr": wordset("verb_endings_fr")}
# Verbs and nouns that lead to somebody through a preposition.
_LEADING_TO = {"en": wordset("leading_to_en"), "fr": wordset("leading_to_fr")}
_LEADING_FROM = {"en": wordset("leading_from_en"), "fr": wordset("leading_from_fr")}
_LEADING_ON = {"en": wordset("leading_on_en"), "fr": wordset("leading_on_fr")}
_PREPOSITIONS = {
    "en": {"to": _LEADING_TO, "from": _LEADING_FROM, "of": _LEADING_FROM, "on": _LEADING_ON, "upon": _LEADING_ON},
    "fr": {"a": _LEADING_TO, "de": _LEADING_FROM, "'": _LEADING_FROM, "sur": _LEADING_ON, "aupres": _LEADING_TO},
}  # fmt: skip
# Verbs that give something to somebody, with the thing given between: "vendre des avions à".
_GIVING = wordset("giving_fr")
_GIVING_REACH = 6
_TRUSTING = frozenset(["confiance", "foi", "croire", "croit", "croient", "espoir"])
_ADVERBS = wordset("adverbs_beside_verbs")
# Before a capital that opens a clause, and is its subject if a verb follows.
_OPENS_CLAUSE = wordset("opens_clause") | {"\n"}
# After a clause's first word these say that it is no subject.
_NO_VERB = wordset("no_verb") | wordset("no_verbs_after_capitals")
_CITY_NOUNS = wordset("city_nouns")
# Nouns whose "of" leads to a government and not to a place.
_STANCES = wordset("stances_of_capitals")
# What resumes a subject: "Washington, de son côté", "Sofia, in turn".
_RESUMED = {
    ("which",), ("qui",), ("elle",), ("lui",), ("de", "son"), ("pour", "sa"), ("a", "son"), ("quant", "a"),
    ("in", "turn"), ("for", "its"), ("meanwhile",), ("on", "its"), ("too",), ("however",), ("en", "revanche"),
}  # fmt: skip
_IRREGULAR = wordset("past_verbs_en")
_AFTER_VERB = wordset("after_verbs_en")
# French pronouns between a subject and its verb: "Bagdad le voudra".
_OBJECTS = frozenset(["le", "la", "les", "l", "lui", "leur", "y", "n", "s"])
_INVERTING = frozenset(["que", "qu", "ce", "comme", "le", "l", "'", "ou", "dont"])
_FRENCH_VERBS = ("ait", "aient", "era", "ra", "it", "ent", "e", "eut", "oit", "end")
_BETWEEN = frozenset(["between", "entre"])
# What a government does to whom a compound names: "Moscow-backed forces".
_LED = frozenset("backed led aligned funded supported brokered sponsored imposed controlled allied friendly appointed financed mediated drafted approved supplied trained".split())  # fmt: skip
_JOINING = frozenset(["and", "et", ",", "&", "ou", "or"])


class LatinSeats:
    """The capitals of a passage, with the lists of states that they stand in."""

    __slots__ = ("after", "hits", "letters", "parties", "passage", "says", "starts")

    def __init__(self, passage: Passage, letters: Letters, hits: Sequence[Hit]) -> None:
        self.passage = passage
        self.letters = letters
        self.hits = hits
        self.parties = {hit.first: hit for hit in passage.hits("state")}
        self.says = passage.hits("says")
        every = (*self.parties.values(), *hits, *passage.hits("city"))
        self.starts = {hit.last: hit.first for hit in every}
        self.after = {hit.first: hit.last for hit in every}

    def acting(self) -> list[Hit]:
        """Return the capitals that act for their governments, in order."""
        return [hit for hit in self.hits if self._acts(hit)]

    def _acts(self, hit: Hit) -> bool:
        first, last, count, has_state = self._list(hit)
        words, language = self.passage.words, self.passage.language
        before = words[first - 1] if first else "\n"
        if before == "both" and first > 1:
            before = words[first - 2]
        if before in _WITH[language] or self._is_addressed(first):
            return True
        if language == "fr" and self._is_in_its_eyes(first, last):
            return True
        if words[last : last + 1] == ["-"] and words[last + 1 : last + 2] != []:
            return words[last + 1] in _LED and self.passage.touches(last + 1)
        if before in _BETWEEN:
            return count > 1
        if self._is_led_to(first):
            return True
        if before in _PLACE_WORDS[language] | {"(", "-"} or self._is_article(first):
            return False
        is_listed = has_state and before not in _JOINING
        return is_listed or self._is_subject(first, last) or self._is_inverted(first)

    def _is_in_its_eyes(self, first: int, last: int) -> bool:
        """Say whether a capital thinks or receives: "d'après Kiev", "Pour Berlin,"."""
        words = self.passage.words
        before = words[first - 1] if first else "\n"
        farther = words[first - 2] if first > 1 else "\n"
        if (farther, before) == ("'", "apres"):
            return True
        if before == "en":
            return farther in _TRUSTING
        if before == "pour" and words[last : last + 1] == [","]:
            return not farther.isalnum()
        if before != "a":
            return False
        start, _ = self.passage.sentences.of(first)
        near = words[max(start, first - _GIVING_REACH) : first - 1]
        return "," not in near and any(self._has_stem(word, _GIVING) for word in near)

    def _list(self, hit: Hit) -> tuple[int, int, int, bool]:
        """Return the list that a capital stands in: its ends, length, a state in it."""
        words, first, last = self.passage.words, hit.first, hit.last
        names = [hit.first]
        while (start := self._beside(first)) is not None:
            first = start
            names.append(start)
        while last + 1 < len(words) and words[last] in _JOINING:
            start = last + 1 + (words[last + 1] in ("la", "le", "the", "de"))
            if start not in self.after:
                break
            last = self.after[start]
            names.append(start)
        isos = {self.parties[name].row["iso"] for name in names if name in self.parties}
        return first, last, len(names), bool(isos - {hit.row["iso"]})

    def _beside(self, first: int) -> int | None:
        """Return where the name begins that stands before another one in a list."""
        words, token = self.passage.words, first - 1
        if words[token] == "de" or words[token - 1 : first] == ["d", "'"]:
            token -= 1 if words[token] == "de" else 2
            if token < 0 or words[token] not in ("et", "ou"):
                return None
        if token < 1 or words[token] not in _JOINING:
            return None
        return self.starts.get(token - (words[token - 1] == ","))

    def _is_article(self, first: int) -> bool:
        """Say whether a preposition stands before an article or an elided word."""
        words = self.passage.words
        return words[first - 2 : first] in (["d", "'"], ["in", "the"], ["to", "the"])

    def _is_addressed(self, first: int) -> bool:
        """Say whether a verb that needs somebody as its object stands before."""
        words, token = self.passage.words, first - 1
        if token > 0 and words[token] in _ADVERBS:
            token -= 1
        return token >= 0 and self._has_stem(
            words[token], _ADDRESSING[self.passage.language]
        )

    def _has_stem(self, word: str, stems: Set[str]) -> bool:
        endings = _ENDINGS[self.passage.language]
        return word in stems or any(
            word[:cut] in stems and word[cut:] in endings for cut in range(3, len(word))
        )

    def _is_led_to(self, first: int) -> bool:
        """Say whether a verb or noun leads to a capital through a preposition."""
        words, language = self.passage.words, self.passage.language
        if first < 2:
            return False
        leading = _PREPOSITIONS[language].get(words[first - 1])
        if leading is None:
            return False
        token = first - 2
        if words[token] == "d" and words[first - 1] == "'":
            token -= 1
        elif words[first - 1] == "'":
            return False
        if token > 0 and words[token] in _ADVERBS:
            token -= 1
        word = words[max(token, 0)]
        is_stance = words[first - 1] in ("de", "of", "'") and word in _STANCES
        return is_stance or self._has_stem(word, leading[language])

    def _is_subject(self, first: int, last: int) -> bool:
        """Say whether a verb or a possessive makes a capital the one that acts."""
        words, language = self.passage.words, self.passage.language
        before = words[first - 1] if first else "\n"
        after = words[last] if last < len(words) else "\n"
        if after == "'" and words[last + 1 : last + 2] == ["s"]:
            is_city = (
                words[last + 2 : last + 3] != [] and words[last + 2] in _CITY_NOUNS
            )
            return before != "," and not is_city
        if after in _ACTING[language] and not self._is_preposition(last):
            return before != "," or after not in ("and", "et", "also")
        if after == "," or (after, *words[last + 1 : last + 2]) in _RESUMED:
            start = last + (after == ",")
            resumed = tuple(words[start : start + 2])
            return before != "," and bool({resumed, resumed[:1]} & _RESUMED)
        is_time = before.isdigit() and words[first - 2 : first - 1] in ([":"], ["h"])
        is_open = before in _OPENS_CLAUSE or not before[:1].isalnum() or is_time
        is_open = is_open or before in ("said", "says", "say")
        if not is_open or last >= len(words) or self.letters.capital[last]:
            return False
        return self._is_french_verb(last) if language == "fr" else self._is_verb(last)

    def _is_preposition(self, token: int) -> bool:
        return self.passage.written(token) in ("à", "À")

    def _is_french_verb(self, token: int) -> bool:
        """Say whether a word after a name is a verb: no noun follows a name."""
        word = self.passage.words[token]
        if word in _OBJECTS:
            return token + 1 < len(self.passage.words)
        return word.isalpha() and word not in _NO_VERB and len(word) > 1

    def _is_verb(self, token: int) -> bool:
        """Say whether an English word after a name is a verb and no noun."""
        words = self.passage.words
        while token < len(words) - 1 and words[token] in _ADVERBS:
            token += 1
        word = words[token]
        if word in _IRREGULAR or word in _ACTING["en"] or self._is_saying(token):
            return True
        if word in _NO_VERB or len(word) < 4 or not word.isalpha():
            return False
        after = words[token + 1] if token + 1 < len(words) else "\n"
        is_third = word.endswith("s") and not word.endswith("ss")
        takes_object = (
            after in _AFTER_VERB or after.isdigit() or self._is_capital(token + 1)
        )
        return word.endswith("ed") or (is_third and takes_object)

    def _is_capital(self, token: int) -> bool:
        return token < len(self.letters.capital) and self.letters.capital[token]

    def _is_saying(self, token: int) -> bool:
        place = bisect_left(self.says, token, key=lambda hit: hit.first)
        return place < len(self.says) and self.says[place].first == token

    def _is_inverted(self, first: int) -> bool:
        """Say whether the verb goes before its subject: "promet Gitega"."""
        words = self.passage.words
        if first < 2 or self.passage.language != "fr":
            return False
        place = bisect_left(self.says, first - 3, key=lambda hit: hit.first)
        if any(hit.last == first for hit in self.says[place : place + 6]):
            return True
        is_asked = words[first - 2] in _INVERTING
        return is_asked and words[first - 1].endswith(_FRENCH_VERBS)
