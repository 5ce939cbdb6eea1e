"""Where what an Arabic cue reports begins.

What is said follows its cue as a clause after أن/إن, after a colon, between marks, or
as a noun («أكد ضرورة …»، «أعرب عن أمله»); between the two stand the subject and its
adjuncts.
"""

from collections.abc import Set
from typing import NamedTuple

from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Passage
from marsad.reading.quotations.arabic_cues import (
    ASKED_FOR,
    THAT,
    THAT_PRONOUN,
    Cue,
    is_own_words,
)
from marsad.reading.quotations.arabic_descriptions import complement
from marsad.reading.quotations.arabic_objects import is_deed, is_open
from marsad.reading.quotations.arabic_phrases import (
    ADJUNCT_HEADS,
    ISSUED,
    NOT_BA,
    NOT_NOUNS,
    PLACES,
    REPLIES,
    THEIRS,
)
from marsad.text.marks import Marked

# Words that open direct speech without marks or colon: «قال نحن سنعمل معا».
FIRST_PERSON = frozenset(("نحن", "لقد", "لدينا", "علينا", "لسنا"))
_NOT_THAT_AFTER = frozenset(
    "بعد قبل منذ دون قبيل غير الا رغم يجب يمكن ينبغي يريد كما علما خصوصا خاصه".split()
)
_ADVERBS = frozenset("ايضا كذلك هنا مجددا انذاك بدوره بدورها خلال بعد قبل امام".split())
_SENTENCE_ENDS = frozenset(".!?؟\n۔")
# Prepositions as the passage folds them, and as the lexicon writes them.
_WRITTEN = {"الي": "إلى", "علي": "على", "عن": "عن", "من": "من", "في": "في"}
# The words and signs that a search looks at; besides come words in ب, cues and marks.
_TELLING = (
    THAT
    | THAT_PRONOUN
    | {"الا"}
    | FIRST_PERSON
    | _SENTENCE_ENDS
    | _WRITTEN.keys()
    | set(":،,")
)
# How far, in tokens, a subject with its titles and adjuncts may stretch.
REACH = 60
_LIST_LEADS = frozenset("يلي ياتي التالي التاليه الاتي الاتيه".split())
_AS_FOLLOWS = (["ما", "يلي"], ["ما", "ياتي"])
_STRICT_REACH = 14
_BA_REACH = 8
_LONGEST_ASIDE = 8
_LONGEST_NAME = 3
_ASIDE_HEADS = frozenset("في خلال من عبر علي بعد عقب اليوم امس ايضا بدوره".split())
_ADJUNCT = 4  # tokens of «في الوقت نفسه» between a verb and its object
# Nouns that a preposition belongs to, and where an occasion begins: «خلال إشرافه على».


class Content(NamedTuple):
    """Where what is said begins: the token, and what led to it."""

    first: int
    how: str  # clause / pronoun / colon / mark / noun / described


class ContentFinder:
    """Finds what a cue leads to, looking ahead no further than its sentence."""

    __slots__ = (
        "_found",
        "_inside",
        "_names",
        "cue_at",
        "cues",
        "objects",
        "openers",
        "passage",
    )

    def __init__(
        self,
        passage: Passage,
        cues: list[Cue],
        names: frozenset[int] = frozenset(),
        named: Set[int] = frozenset(),
        inside: Set[int] = frozenset(),
    ) -> None:
        self._inside = inside  # «سي إن إن» holds no أن
        self.passage = passage
        self._names = names
        self.cues = cues
        self.openers = {mark.first - 1: mark for mark in passage.marks.marked}
        self.objects = {hit.first: hit for hit in passage.hits("speech_object")}
        for token in self.objects.keys() & named:
            del self.objects[token]  # «الحداد» is a surname too
        self._found: dict[int, Content | None] = {}
        # An everyday word is a cue, and ends another's reach, only if it leads on.
        self.cue_at = {cue.first: cue for cue in cues if not cue.has("strict")}
        for cue in cues:
            if cue.has("strict") and self.find(cue):
                self.cue_at[cue.first] = cue
        self._found.clear()

    def mark_at(self, token: int) -> Marked | None:
        """Return the marked stretch that a token opens, if it opens one."""
        return self.openers.get(token)

    def is_name(self, mark: Marked) -> bool:
        """Say whether marks hold a bare name or one scare-quoted word."""
        words = self.passage.words
        inside = range(mark.first, mark.last)
        is_short = len(inside) <= _LONGEST_NAME
        return is_short and not any(
            words[token] in THAT and token not in self._inside for token in inside
        )

    def is_name_at(self, token: int) -> bool:
        """Say whether a person or a body is named from a token on."""
        return token in self._names

    def find(self, cue: Cue) -> Content | None:
        """Return where what a cue reports begins, or None where it reports nothing."""
        if cue.first not in self._found:
            bare = self._after_participle(cue) if cue.is_participle else None
            self._found[cue.first] = bare or self._search(cue)
        return self._found[cue.first]

    def _search(self, cue: Cue) -> Content | None:
        """Return what a cue leads to, by the kind of the cue."""
        if cue.has("quoted") and is_own_words(self.passage.words, cue):
            return self._after_comma(cue)
        if cue.has("describe"):
            token = complement(self.passage.words, cue, self.openers, self._names)
            return None if token is None else Content(token, "described")
        return self._walk(cue)

    def _walk(self, cue: Cue) -> Content | None:
        """Walk from a cue to what it reports, over its subject and its adjuncts."""
        reach = _STRICT_REACH if cue.has("strict") else REACH
        limit = min(len(self.passage.words), cue.last + reach)
        near = cue.last + _ADJUNCT + 1
        token = self._telling(cue.last, limit, near)
        while token < limit and not self._stops(cue, token):
            content = None if cue.has("prep") else self._content_at(cue, token)
            if content:
                return content
            mark = self.openers.get(token)
            if mark is not None:
                token = self._telling(mark.last + 1, limit, near)
                continue
            noun = self._noun_at(cue, token)
            if noun and self.passage.words[noun.first : noun.first + 2] in _AS_FOLLOWS:
                noun = None
            if noun and self._is_title(cue, token, limit):
                noun = None
            if noun or (token in self.cue_at and token > cue.last):
                return noun
            token = self._telling(token + 1, limit, near)
        return None

    def _telling(self, token: int, limit: int, near: int) -> int:
        """Return the next token that may lead to what is said, or end the search.

        Four words in five do neither: they are passed over with one look each.
        """
        words, cue_at, openers = self.passage.words, self.cue_at, self.openers
        while token < limit:
            word = words[token]
            if word in _TELLING or word[0] == "ب" or token in cue_at:
                break
            if token in openers or token in self.objects:
                break
            if token < near and is_deed(word):
                break
            token += 1
        return token

    def _is_title(self, cue: Cue, token: int, limit: int) -> bool:
        """Say whether a word in ب only belongs to the subject's title.

        «أفاد المدير بوزارة الصحة فلان أن …»: a clause follows before any comma.
        """
        if not self._is_with_ba(token) or token == cue.last:
            return False
        for ahead in range(token + 1, limit):
            word = self.passage.words[ahead]
            if word in THAT or word in THAT_PRONOUN:
                return True
            if word in ("،", ",") or self._is_end(ahead) or self.mark_at(ahead):
                return False
        return False

    def _after_comma(self, cue: Cue) -> Content | None:
        """Return the clause after «على حد قوله،» at a sentence's head."""
        begin = self.passage.sentences.of(cue.first)[0]
        is_head = cue.first - begin <= 3
        if is_head and self.passage.words[cue.last : cue.last + 1] == ["،"]:
            return Content(cue.last + 1, "clause")
        return None

    def _stops(self, cue: Cue, token: int) -> bool:
        """Say whether a cue cannot reach past a token."""
        if self._is_end(token):
            return True
        if self.passage.words[token] == "،" and self._is_everyday(cue):
            return not self._opens_aside(token)
        return token in self.cue_at and self.cue_at[token].is_participle

    def _opens_aside(self, token: int) -> bool:
        """Say whether a comma opens a short aside: «عبرت له، في المكالمة، عن شكرها»."""
        aside = self.passage.words[token + 1 : token + _LONGEST_ASIDE]
        return aside[:1] != [] and aside[0] in _ASIDE_HEADS and "،" in aside

    def _is_everyday(self, cue: Cue) -> bool:
        """Say whether a cue is an everyday word that no conjunction makes a verb."""
        begin = self.passage.sentences.of(cue.first)[0]
        return cue.has("strict") and not (cue.clitic and cue.first - begin <= 1)

    def _is_end(self, token: int) -> bool:
        """Say whether the sentence ends at a token; a dot inside a name does not."""
        word = self.passage.words[token]
        if word != ".":
            return word in _SENTENCE_ENDS
        return self.passage.sentences.of(token)[1] <= token + 2

    def _after_participle(self, cue: Cue) -> Content | None:
        """Return what follows a participle at once: a noun, or a clause without أن."""
        words, token = self.passage.words, cue.last
        if token >= len(words) or self.mark_at(token) or not words[token].isalpha():
            return None
        word = words[token]
        if word in THAT or word in THAT_PRONOUN or word in _WRITTEN:
            return None
        if cue.row["lemma"] in ("أضاف", "قال") and word[0] == "س" and len(word) > 3:
            return Content(token, "pronoun")
        if "acc" in cue.row["objects"] and word not in _ADVERBS and word[:1] != "ب":
            return Content(token, "noun")
        return None

    def _content_at(self, cue: Cue, token: int) -> Content | None:
        words = self.passage.words
        word = words[token]
        if word == ":" and not _is_clock(words, token):
            is_list = words[token - 1] in _LIST_LEADS
            return None if is_list else self._after_colon(token)
        if (
            word in THAT
            and token not in self._inside
            and words[token - 1] not in _NOT_THAT_AFTER
        ):
            is_purpose = cue.has("anna") and _is_present_verb(words, token + 1)
            return None if is_purpose else self._after_that(token)
        if word == "الا" and self._is_that_not(token):
            return Content(token, "pronoun")
        if token == cue.last and word in FIRST_PERSON and not cue.has("call"):
            return Content(token, "colon")
        if word in THAT_PRONOUN and words[token - 1] not in _NOT_THAT_AFTER:
            following = self.mark_at(token + 1)
            if following and not self.is_name(following):
                return Content(token + 1, "mark")
            return Content(token, "pronoun")
        return self._marked_at(cue, token)

    def _marked_at(self, cue: Cue, token: int) -> Content | None:
        """Return marks that hold what is said, not only a name."""
        mark = self.openers.get(token)
        if mark is None:
            return None
        is_said = not self.is_name(mark) or self._is_whole(cue, token, mark)
        return Content(token, "mark") if is_said else None

    def _is_that_not(self, token: int) -> bool:
        """Say whether «ألا» leads to a clause: its hamza, and a verb behind it."""
        is_written = self.passage.written(token).startswith("أ")
        following = self.passage.words[token + 1 : token + 2]
        return is_written and following != [] and following[0][0] in "يتن"

    def _after_colon(self, token: int) -> Content | None:
        following = token + 1
        if (
            following >= len(self.passage.words)
            or self.passage.words[following] == "\n"
        ):
            following += 1
        if following >= len(self.passage.words):
            return None
        return Content(following, "mark" if self.mark_at(following) else "colon")

    def _after_that(self, token: int) -> Content | None:
        if token + 1 >= len(self.passage.words):
            return None
        mark = self.mark_at(token + 1)
        if mark and not self.is_name(mark):
            return Content(token + 1, "mark")
        return Content(token + 1, "clause")

    def _is_with_ba(self, token: int) -> bool:
        """Say whether a word carries the preposition ب and is no name in ب."""
        word = self.passage.words[token]
        following = self.passage.words[token + 1 : token + 2]
        if word == "بما":
            return following not in (["في"], ["ان"], ["يلي"], ["فيها"], ["فيه"])
        is_long = word.startswith("ب") and len(word) > 3
        return is_long and token not in self._names and word not in NOT_BA

    def _is_whole(self, cue: Cue, token: int, mark: Marked) -> bool:
        """Say whether a short marked stretch is all that was said: قال: «نعم»."""
        words = self.passage.words
        after = words[mark.last + 1] if mark.last + 1 < len(words) else "\n"
        # «توقعت «عودة»، التي …»: marks around the subject's name.
        is_name = words[mark.last + 2 : mark.last + 3] in (["التي"], ["الذي"])
        is_set_off = after in _SENTENCE_ENDS | {"،", ","}
        return token == cue.last and is_set_off and not is_name

    def _noun_at(self, cue: Cue, token: int) -> Content | None:
        """Return a noun as object: after the verb's preposition, or by its own word."""
        words, objects = self.passage.words, cue.row["objects"]
        if not objects or token + 1 >= len(words):
            return None
        word = words[token]
        if word in _WRITTEN and self._is_others(token):
            return None
        if word in _WRITTEN and _WRITTEN[word] in objects:
            is_clause = words[token + 1] in THAT or words[token + 1] in THAT_PRONOUN
            return None if is_clause else Content(token + 1, "noun")
        is_near = token - cue.last <= _BA_REACH
        if "ب" in objects and is_near and self._is_with_ba(token):
            return Content(token, "noun")
        if words[token - 1] in ASKED_FOR:
            return None
        hit = self.objects.get(token)
        between = words[cue.last : token]
        if "acc" in objects and hit and hit.clitic == 0 and is_open(between):
            return Content(token, "noun")
        is_action = "acc" in objects and self._is_action(cue, token)
        return Content(token, "noun") if is_action else None

    def _is_others(self, token: int) -> bool:
        """Say whether a preposition belongs to an occasion: «في رده على سؤال»."""
        words = self.passage.words
        is_place = words[token : token + 1] == ["علي"] and words[token + 1] in PLACES
        if is_place or words[token - 1] in REPLIES | ISSUED:
            return True
        return words[token - 1].endswith(THEIRS) and words[token - 2] in ADJUNCT_HEADS

    def _is_action(self, cue: Cue, token: int) -> bool:
        """Say whether a verb without subject reports a deed: «واستبعد التدخل في …»."""
        words = self.passage.words
        if token > cue.last and words[cue.last] not in _WRITTEN:
            return False
        is_near = token - cue.last <= _ADJUNCT and "،" not in words[cue.last : token]
        is_noun = is_deed(words[token]) and words[token] not in NOT_NOUNS
        return is_near and is_noun and not self._may_speak(token)

    def _may_speak(self, token: int) -> bool:
        """Say whether a token begins a body or somebody's office."""
        return token in self._names or any(
            hits_from(self.passage.hits(tag), token, token + 1)
            for tag in ("speaker", "title", "body_head", "known_body", "party_word")
        )


def _is_present_verb(words: list[str], token: int) -> bool:
    """Say whether a present verb stands at a token: after أن it gives a purpose."""
    word = words[token] if token < len(words) else ""
    return len(word) > 3 and word[0] in "يتن" and not word.endswith("ه")


def _is_clock(words: list[str], token: int) -> bool:
    """Say whether a colon stands inside a clock time such as 10:30."""
    return (
        token + 1 < len(words)
        and words[token - 1].isdigit()
        and words[token + 1].isdigit()
    )
