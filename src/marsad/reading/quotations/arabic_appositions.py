"""The name that stands beside an office in Arabic, also where no list knows it.

After a definite word a bare noun is no part of the phrase, and between two commas a
few words that are no common ones are nobody's title: both are names in apposition.
"""

from marsad.reading.names.gazetteer import arabic_names, is_common
from marsad.reading.names.romanised import romanised
from marsad.reading.passage import Passage
from marsad.reading.quotations.speakers import Speaker

NAME_BESIDE = "a name stands beside an office"
_COMMAS = frozenset("،,")
_DEFINITE = ("ال", "وال", "بال", "لل", "كال")
# Forms of address between an office and its name: «، ذ. عبد الرحيم …».
_ADDRESS = frozenset(
    "السيد السيده الدكتور الدكتوره د ذ م الاستاذ الاستاذه المهندس سي".split()
)
_NO_NAMES = frozenset(
    """في من عن علي الي لدي مع بين بعد قبل خلال عقب امام عبر منذ ضمن حول بشان مساء صباح ظهر
    فجر ليل يوم امس اليوم غدا عام سنه شهر عبر باسم لشوون ان بان الذي التي الذين هذا هذه ايضا
    غير لا لم لن ما قد هو هي وهو وهي كما فيما بينما اذ حيث عضو ورييس رييس نايب سفير وزير مدير
    سابقا حاليا اول اولي احد احدي كل بعض""".split()
)
# Behind these stands somebody else: «رد على سؤال للنائبة …».
_OTHER_SIDE = frozenset("علي مع ضد بين سوال".split())
_OF_NAMES = frozenset(("الدين", "الله"))
_REACH = 16
_LONGEST_NAME = 5
_SHORTEST = 3


def _may_be_given(word: str) -> bool:
    """Say whether a word may be a first name: «السفير متانة العلاقات» names none."""
    is_noun = word.endswith("ه") or is_common(word)
    return not is_noun or word in arabic_names()


class Appositions:
    """Finds the names that stand beside the offices of one passage."""

    __slots__ = ("_breakers", "_cues", "passage", "words")

    def __init__(
        self, passage: Passage, cues: frozenset[int], breakers: frozenset[str]
    ) -> None:
        self.passage = passage
        self.words = passage.words
        self._cues = cues
        self._breakers = breakers

    def beside(self, first: int, limit: int, office: Speaker) -> Speaker | None:
        """Return whom an office that begins at a token is held by, if he is named."""
        limit = min(limit, first + _REACH, len(self.words))
        found = self._after_definite(first, limit) or self._after_comma(first, limit)
        if found is None:
            return None
        begin, end = found
        name = romanised([w for w in self.words[begin:end] if w.isalpha()])
        span = self.passage.span(begin, end)
        return Speaker(span, name, office.party, NAME_BESIDE)

    def _after_definite(self, first: int, limit: int) -> tuple[int, int] | None:
        """Return the bare nouns behind a definite word: «الخبير العسكري نبيل …»."""
        for token in range(first + 1, limit):
            word = self.words[token]
            if word in _COMMAS or word in _OTHER_SIDE or token in self._cues:
                return None
            is_bare = self._may_name(token) and not word.startswith(_DEFINITE)
            if is_bare and self.words[token - 1].startswith(_DEFINITE):
                begin = token - 2 if self._is_compound(token, first) else token
                if not _may_be_given(self.words[begin]):
                    return None
                found = self._name(begin, limit)
                # One word behind ب or ل is an adjunct: «الرجل بحسرة».
                is_adjunct = found is not None and found[1] - token == 1
                return None if is_adjunct and word[0] in "بلك" else found
        return None

    def _is_compound(self, token: int, first: int) -> bool:
        """Say whether the definite word belongs to a name: «عز الدين», «عبد الإله»."""
        if token - 2 <= first:
            return False
        return self.words[token - 1] in _OF_NAMES or self.words[token - 2] == "عبد"

    def _after_comma(self, first: int, limit: int) -> tuple[int, int] | None:
        """Return the name set off by commas: «المسؤولة في المنظمة، فلانة، …»."""
        for token in range(first + 1, limit):
            if self.words[token] in _COMMAS:
                return self._name(self._after_address(token + 1, limit), limit)
            if token in self._cues:
                return None
        return None

    def _after_address(self, token: int, limit: int) -> int:
        while token < limit and (
            self.words[token] in _ADDRESS or self.words[token] == "."
        ):
            token += 1
        return token

    def _name(self, begin: int, limit: int) -> tuple[int, int] | None:
        end = begin
        while (
            end < limit
            and end - begin < _LONGEST_NAME
            and (self._may_name(end) or (end > begin and self.words[end] == "باسم"))
        ):
            end += 1
        is_closed = end >= limit or self._closes(end)
        is_uncommon = any(not is_common(word) for word in self.words[begin:end])
        is_name = end - begin > 0 and is_closed and is_uncommon
        return (begin, end) if is_name else None

    def _closes(self, token: int) -> bool:
        word = self.words[token]
        return not word.isalpha() or word in self._breakers or word in _NO_NAMES

    def _may_name(self, token: int) -> bool:
        word = self.words[token]
        if not word.isalpha() or word in _NO_NAMES or word in self._breakers:
            return False
        is_compound = self.words[token + 1 : token + 2] in (["الدين"], ["الله"])
        is_long = is_compound or len(word) >= _SHORTEST or word in ("بن", "ال", "دي")
        return is_long and token not in self._cues
