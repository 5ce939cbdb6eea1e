"""Where Arabic, which has no capitals, names a person in full.

A name begins with a word that is known as one, or after a title; it goes on over
names, particles (بن، آل، أبو، عبد), words with the article and words that are not
common ones. Places named after persons are left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from marsad.reading.names.arabic_name_ends import (
    ends_of_names,
    is_adjective_of_title,
    is_construct,
    is_named_after,
    months,
)
from marsad.reading.names.arabic_surnames import is_of_a_son
from marsad.reading.names.gazetteer import (
    GivenName,
    arabic_given_names,
    arabic_names,
    common_words,
    foreign_given_names,
    is_common,
    names_with_madda,
    words_for_surnames,
)
from marsad.reading.names.surname_words import is_foreign_surname, is_surname
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_PROCLITICS = frozenset("ولبفك")
_PARTICLES = wordset("name_particles_ar")
_COMPOUND = frozenset(["عبد", "ابو"])
# Words that end a name although they stand where a particle may.
_CLOSES = frozenset(["الله", "الدين"])
_STOP = wordset("no_surnames")
_BAD_HEADS = ("وال", "لل")
_LONGEST = 7
_SHORT = 4  # letters of a word from which no proclitic is cut
_LONG = 6  # letters of a word that is seldom a stem with both ends lengthened
_VERBAL = "يتنفلبك"  # proclitics and the beginnings of present verbs
_ALI = "علي"
_FAITH = "الدين"
# A name between a verb of saying and what opens the speech has so many words at most.
_FRAMED = 5
_OPENS_SPEECH = frozenset(["ان", "بان", "انه", "بانه", "انها", "بانها", ":"])


class Stretch(NamedTuple):
    """Tokens that look like a full name, and how sure that is."""

    first: int
    last: int
    clitic: int
    evidence: str  # given / title


def full_names(
    passage: Passage, titles: Mapping[int, int], taken: frozenset[int]
) -> Iterator[Stretch]:
    """Give the stretches that name a person in full.

    ``titles`` holds the token after each title with the token where that begins;
    ``taken`` are tokens that belong to parties.
    """
    finder = _Finder(passage, titles, taken)
    yield from finder.by_name()
    yield from finder.after_titles()
    yield from finder.by_cue()


@cache
def _known() -> frozenset[str]:
    """Return every word that may begin a name as it stands."""
    return _COMPOUND.union(arabic_names(), names_with_madda())


class _Finder:
    """Looks for names in one passage."""

    __slots__ = (
        "common",
        "names",
        "nisbas",
        "passage",
        "says",
        "stops",
        "taken",
        "title_words",
        "titles",
        "words",
    )

    def __init__(
        self, passage: Passage, titles: Mapping[int, int], taken: frozenset[int]
    ) -> None:
        self.passage = passage
        self.words = passage.words
        self.titles = titles
        self.taken = taken | months(passage)
        self.names = arabic_names()
        self.common = common_words("ar")
        self.says = frozenset(hit.first for hit in passage.hits("says"))
        self.title_words = frozenset(hit.first for hit in passage.hits("title"))
        self.stops = self.taken | ends_of_names(passage)
        self.nisbas = frozenset(
            passage.words[hit.first] for hit in passage.hits("nationality")
        )

    def by_name(self) -> Iterator[Stretch]:
        """Give the stretches that begin with a word known as a name."""
        done = 0
        for token, clitic, name in self._known_words():
            if (
                token < done
                or token in self.taken
                or is_named_after(self.passage, token)
            ):
                continue
            if is_adjective_of_title(self.passage, token, self.nisbas):
                continue
            if clitic and token in self.titles and self.words[token - 1] != "،":
                continue
            last = self._extend(token, clitic)
            framed = 0 if clitic else self._framed(token)
            if framed >= last or self._is_enough(token, last, name):
                last = max(last, framed)
                first = token if clitic else self._begins(token)
                kind = "title" if first in self.titles else "given"
                yield Stretch(first, last, clitic, kind)
                done = last

    def _known_words(self) -> Iterator[tuple[int, int, GivenName]]:
        """Give the words that are known as names, a proclitic cut where that helps."""
        get, common = self.names.get, self.common
        known = _known()
        possible = frozenset(
            word
            for word in self.passage.vocabulary
            if word in known or (word[0] in _PROCLITICS and len(word) > _SHORT)
        )
        for token in self.passage.tokens_of(possible):
            word = self.words[token]
            name = self._with_madda(token, word) or get(word)
            if name is not None:
                yield token, 0, name
            elif word in _COMPOUND:
                yield token, 0, GivenName(word, word, is_weak=False)
            elif word[0] in _PROCLITICS and len(word) > _SHORT:
                bare = get(word[1:])
                if bare is None and word[1:] in _COMPOUND:
                    bare = GivenName(word[1:], word[1:], is_weak=False)
                is_given = word[1:] in arabic_given_names()
                is_word = word.removesuffix("ا")[1:] in common
                is_word |= word[:-1] in common and not is_given
                if bare is not None and not is_word and self._may_follow(bare, token):
                    yield token, 1, bare

    def _with_madda(self, token: int, word: str) -> GivenName | None:
        name = names_with_madda().get(word)
        return name if name and self.passage.written(token)[0] == "آ" else None

    def _may_follow(self, bare: GivenName, token: int) -> bool:
        """Say whether a proclitic may be cut off a word so that a name remains."""
        if not bare.is_weak:
            return True
        after = self.words[token + 1 : token + 2]
        is_common = self.words[token][1:] in self.common
        return bool(after) and after[0] in self.names and not is_common

    def _begins(self, token: int) -> int:
        """Return where a name begins whose second word is the one that is known."""
        before = token - 1
        if before < 0 or token in self.titles or before in self.stops:
            return token
        word = self.words[before]
        is_open = word[0].isalpha() and len(word) > 3 and not word.startswith("ال")
        if not is_open or word in words_for_surnames() or before in self.title_words:
            return token
        is_name = self._goes_on(word, 1) and word[0] not in _PROCLITICS.union("يتنسم")
        return (
            before if is_name and not word.endswith(("ه", "ا", "ين", "ون")) else token
        )

    def _extend(self, first: int, clitic: int) -> int:
        """Return the token after the last one of a name that begins at a token."""
        words, token = self.words, first + 1
        bare = words[first][clitic:]
        known = self.names.get(bare)
        is_given = bare in arabic_given_names() or bare in _COMPOUND
        is_given |= known is not None and not known.is_weak and bare.endswith("ه")
        is_foreign = bare in foreign_given_names()
        is_open = words[first][clitic:] in _COMPOUND  # a particle asks for one more
        end = min(first + _LONGEST, len(words))
        is_servant = is_open
        parts = int(not is_open)  # «عبد السلام» is one word of a name
        while token < end and (is_open or token not in self.stops):
            word = words[token]
            past = self._past_initial(token)
            if past > token:
                is_open, token = word == "-", past
                continue
            is_particle = word in _PARTICLES and self._is_word(token + 1)
            is_articled = word.startswith("ال")  # «رفض عبد السلام الكلام»
            if token in self.title_words and token > first + 1 and not is_particle:
                break
            if word == _ALI and not is_open and not self._is_ali(token):
                break
            if not (
                is_open
                or is_particle
                or (is_foreign and parts == 1 and is_foreign_surname(word))
                or self._goes_on(
                    word, parts + (is_servant and is_articled), after_given=is_given
                )
            ):
                break
            if is_open and not self._is_word(token):
                break
            is_open = is_particle and word not in _CLOSES
            parts += not is_particle
            token += 1
        return min(token, len(words))

    def _past_initial(self, token: int) -> int:
        """Return the token after an initial or a hyphen in a name: «أنتوني ج. بلينكن»."""
        word = self.words[token]
        is_initial = len(word) == 1 and self.words[token + 1 : token + 2] == ["."]
        is_hyphen = word == "-" and self.passage.touches(token)
        past = token + (1 if is_hyphen else 2)
        return past if (is_initial or is_hyphen) and self._is_word(past) else token

    def _framed(self, first: int) -> int:
        """Return the token after a name that a verb of saying and «إن» enclose, or 0.

        Of «قال فيصل باوزير إن» both ends are sure, whatever the words are like.
        """
        is_cued = first in self.titles or first - 1 in self.says
        end = first + 1
        while end < min(first + _FRAMED, len(self.words)) and self._may_stand(end):
            end += 1
        closes = self.words[end : end + 1]
        if end - first < 2 or not closes or closes[0] not in _OPENS_SPEECH:
            return 0
        is_given = self.words[first] in arabic_given_names()
        return end if is_cued or is_given else 0

    def _may_stand(self, token: int) -> bool:
        """Say whether a word may be part of a name whose ends are known."""
        word = self.words[token]
        is_letters = "\u0620" <= word[0] <= "\u064a" and word not in _OPENS_SPEECH
        if not is_letters or token in self.stops or token in self.title_words:
            return False
        if word.startswith(_BAD_HEADS):
            return False
        return word in self.names or word not in self.common

    def _is_word(self, token: int) -> bool:
        return token < len(self.words) and self.words[token][0].isalpha()

    def _goes_on(self, word: str, position: int, *, after_given: bool = False) -> bool:
        """Say whether a name may go on with a word at a position of it."""
        if not "\u0620" <= word[0] <= "\u064a" or word in _STOP or len(word) < 2:
            return False
        name = self.names.get(word)
        is_free = word not in self.common or word in arabic_given_names()
        if name and (not name.is_weak or position == 1 or is_free):
            return True
        if word.endswith(("ا", "ه")) and word[:-1] in self.common:
            return False
        is_son = word.startswith("بو") and len(word) > _LONG - 2
        if position > 1 and word.endswith("ه") and not is_son:
            return False
        if word.startswith("ال"):
            is_participle = word[2:3] == "م" and len(word) > _LONG
            is_participle &= position > 1 or is_common(word)
            if word.endswith("ات") or (is_participle and not word.endswith("ي")):
                return False  # plurals and participles: «المحادثات», «المحترف»
            if len(word) < _LONG - 1 and word in self.common:
                return False  # «إلى» is folded like a word with the article
            is_open = position == 1 or word in self.nisbas or not is_common(word)
            return after_given and is_open
        return (after_given and is_of_a_son(word)) or self._is_unknown(word, position)

    def _is_unknown(self, word: str, position: int) -> bool:
        """Say whether a word is unknown enough to be part of a name."""
        if (
            (word in self.common or self._is_inflected(word))
            or word.startswith(_BAD_HEADS)
            or word[0] == "و"
        ):
            return False
        if word[0] == "ي" and word[1] not in "واي":
            return False  # a verb: names that begin so are on the lists
        if word.startswith("بو") and len(word) > _LONG - 2:
            return True  # بوصوفة، بوشهاب
        if position > 1 and word[0] in "يتفلبكنم":
            return False
        bare = word[1:] if word[0] in _PROCLITICS else ""
        return bare not in self.common and bare not in self.names

    def _is_inflected(self, word: str) -> bool:
        """Say whether a word is a common one with a proclitic or an ending."""
        is_open = len(word) < _LONG or word[0] in _VERBAL
        return is_common(word) if is_open else is_common(word, is_once=True)

    def _is_enough(self, first: int, last: int, name: GivenName) -> bool:
        """Say whether a stretch has what it takes to be a person's name."""
        words = self.words
        after_title = first in self.titles
        is_cued = after_title or first - 1 in self.says
        if words[first] == _ALI and not self._is_ali(first):
            return False
        if last - first < 2:
            is_given = words[first] in arabic_given_names()
            return after_title and (not name.is_weak or is_given)
        if not name.is_weak:
            return True
        return self._weak_is_enough(words[first], words[first + 1], is_cued=is_cued)

    def _is_ali(self, token: int) -> bool:
        """Tell علي from على, which newsrooms write alike; a name follows the person."""
        if self.passage.written(token).endswith("ى"):
            return False
        second = self.words[token + 1 : token + 2]
        if second and second[0].startswith("ال") and second[0].endswith("ي"):
            return True
        is_open = bool(second) and not is_common(second[0])
        return is_open and not second[0].endswith("ه")

    def _weak_is_enough(self, word: str, second: str, *, is_cued: bool) -> bool:
        if second == _FAITH:
            return True  # «عز الدين», «سيف الدين»
        follows = self.names.get(second)
        is_name = follows is not None and not follows.is_weak
        if is_name and (
            is_cued or word in arabic_given_names() or word not in self.common
        ):
            return True
        if is_cued and word in arabic_given_names():
            return second not in self.common or second.startswith("ال")
        if is_common(second):
            return False
        if word.startswith("ال") and not follows and second[0] in _PROCLITICS:
            return False  # a surname, and what it does: «أقر الحرشاني بإبرام»
        if is_cued or word not in arabic_given_names():
            return is_cued
        is_nisba = second.startswith("ال") and second.endswith("ي")
        return is_nisba or follows is not None

    def after_titles(self) -> Iterator[Stretch]:
        """Give the names of unknown words that follow a title."""
        words = self.words
        for token in self.titles:
            if token >= len(words) or token in self.stops or words[token] in self.names:
                continue
            word = words[token]
            if token - 1 in self.title_words and is_construct(words[token - 1]):
                continue
            if word.startswith(("ال", "و")) or not self._goes_on(word, 1):
                continue
            last = self._extend(token, 0)
            if last - token > 1 or is_surname(word):
                yield Stretch(token, last, 0, "title")

    def by_cue(self) -> Iterator[Stretch]:
        """Give the pairs of unknown words where a person is to be expected."""
        words = self.words
        nisbas = self.passage.tokens_of(self.nisbas)
        for before in sorted(self.says.union(nisbas)):
            token, is_sure = before + 1, self._is_nationality(before)
            if token in self.stops or token + 1 >= len(words):
                continue
            if not (is_sure or before in self.says):
                continue
            if self._is_strange(words[token]) and self._is_strange(words[token + 1]):
                last = self._extend(token, 0)
                is_sure |= words[last : last + 1] in (["،"], [","], ["("])
                if last - token > 1 and is_sure:
                    yield Stretch(token, last, 0, "given")

    def _is_nationality(self, token: int) -> bool:
        """Say whether a word is «الفرنسي», after which a person may be named."""
        word = self.words[token]
        return word in self.nisbas and word.startswith(("ال", "لل"))

    def _is_strange(self, word: str) -> bool:
        """Say whether a word may be a foreign name: on no list of common words."""
        if len(word) < 3 or word in _STOP or not "\u0620" <= word[0] <= "\u064a":
            return False
        if word in self.names:
            return True
        is_plain = word.startswith("ال") or word.endswith("ه")
        return not is_plain and not is_common(word) and self._goes_on(word, 1)
