"""Arabic capital cities that stand for their governments: «أعلنت واشنطن».

A capital is a place behind a word of place or a verb of hosting and in a dateline; what
a capital says, wants, owns or is dealt with makes it its government.
"""

from collections.abc import Iterator, Sequence

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.states import is_oman
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_PLACES = wordset("place_nouns_ar") | wordset("place_words_ar")
_HOSTING = wordset("hosting_ar")
_WITH = wordset("dealt_with_ar")
_STANCES = wordset("stances_ar")
_MESSAGES = wordset("messages_ar")
_LEANING = wordset("leaning_ar")
_TRUSTING = wordset("trusting_ar")
_LEBANESE = frozenset(["لبنان", "اللبناني", "اللبنانيه", "بيروت"])
_VISITS = frozenset(["يزور", "تزور", "زار", "زارت", "يغادر", "غادر", "غادرت", "تغادر", "وصل", "وصلت", "يصل", "تصل", "دخل", "دخلت"])  # fmt: skip
_VISIT_REACH = 8
_NEW_CLAUSES = frozenset(["ان", "انه", "انها", "حيث", "فيما", "بينما", "لكن"])
_BETWEEN = "بين"
_LIST_SIGNS = frozenset(["،", ",", "/", "-", "–"])
# Signs before which a capital that opens a line is a dateline.
_DATELINE = frozenset(["،", ",", "(", "-", "/", "–", "—", "\n", ".", "في", "العاصمه", "القديمه", "|"])  # fmt: skip
_REACH = 3  # words before «من» and «إلى» among which their noun stands
# Nouns that reach over their authors to whom they are for: «اتهامات باريس لطهران».
_ACCUSING = frozenset(["اتهام", "اتهامات", "الاتهامات", "انتقادات", "الانتقادات", "تهديدات", "التهديدات", "تحذيرات", "اتهم", "انتقاد", "تهديد"])  # fmt: skip
_ACCUSED_REACH = 6
# Verbs of what happens in a city: «طرابلس تشهد اشتباكات».
_SEEING = frozenset(["تشهد", "شهدت", "تعيش", "عاشت", "استيقظت", "تهتز", "اهتزت"])
_CITY_FORMS = frozenset(["العاصمه", "القديمه", "الكبري", "الجديده"])


class ArabicSeats:
    """The capitals of an Arabic passage, and which of them act."""

    __slots__ = ("ends", "hits", "parties", "passage", "words")

    def __init__(self, passage: Passage, hits: Sequence[Hit]) -> None:
        self.passage = passage
        self.words: Sequence[str] = passage.words
        self.hits = hits
        self.parties = {
            hit.first for tag in ("seat", "state") for hit in passage.hits(tag)
        }
        cities = {hit.last for hit in passage.hits("city")}
        self.ends = dict.fromkeys(cities | {hit.last for hit in hits}, False)

    def acting(self) -> Iterator[Hit]:
        """Give the capitals that stand for their governments, in order."""
        for hit in self.hits:
            acts = self._acts(hit)
            self.ends[hit.last] = acts
            if acts:
                yield hit

    def _acts(self, hit: Hit) -> bool:
        words = self.words
        if self._is_another(hit):
            return False
        before = words[hit.first - 1] if hit.first else "\n"
        after = words[hit.last] if hit.last < len(words) else "\n"
        clitic = words[hit.first][: hit.clitic]
        if after in _CITY_FORMS or after in _SEEING or before in ("(", "/"):
            return False
        if clitic.endswith("ل"):
            near = words[max(0, hit.first - _ACCUSED_REACH) : hit.first]
            return before in _LEANING or not _ACCUSING.isdisjoint(near)
        if clitic.endswith("ب"):
            return before in _TRUSTING
        if clitic.endswith("ك"):
            return False
        if clitic == "و" and hit.first in self.ends:
            return self.ends[hit.first]
        if before in _LIST_SIGNS and hit.first - 1 in self.ends:
            return self.ends[hit.first - 1]
        return self._acts_bare(hit, before, after)

    def _is_another(self, hit: Hit) -> bool:
        """Say whether a name is not this capital: Oman, or Tripoli of Lebanon."""
        if self.words[hit.first][hit.clitic :] == "عمان":
            return is_oman(self.passage, hit)
        is_tripoli = hit.row["iso"] == "LY"
        return is_tripoli and not _LEBANESE.isdisjoint(self.passage.vocabulary)

    def _acts_bare(self, hit: Hit, before: str, after: str) -> bool:
        """Weigh a capital without a proclitic, or with «و» before a clause."""
        words = self.words
        if before in _WITH:
            return True
        if before == _BETWEEN:
            return hit.last in self.parties
        if before in ("من", "عن", "الي"):
            nouns = _MESSAGES if before == "الي" else _STANCES
            return not nouns.isdisjoint(
                words[max(0, hit.first - 1 - _REACH) : hit.first - 1]
            )
        if before in _PLACES or before in _HOSTING:
            return False
        if before[1:] in _HOSTING or (before[0] in "ولب" and before[1:] in _PLACES):
            return False
        if self._is_visited(hit.first):
            return False
        if not before[-1:].isalpha() and before not in ('"', "«", "“"):
            return self._opens(hit, before, after)
        second = words[hit.first - 2] if hit.first > 1 else ""
        return not (before.startswith("ال") and second.endswith("عاصمه"))

    def _is_visited(self, token: int) -> bool:
        """Say whether somebody visits a capital: «يزور رئيس الحكومة باريس»."""
        for word in reversed(self.words[max(0, token - _VISIT_REACH) : token]):
            if word in _NEW_CLAUSES or not word[0].isalpha():
                return False
            if word.removeprefix("و").removeprefix("س") in _VISITS:
                return True
        return False

    def _opens(self, hit: Hit, before: str, after: str) -> bool:
        """Say whether a capital that opens a line or clause is its subject."""
        if after == ":":
            return not self._is_verb(hit.last + 1)
        if after in _DATELINE or after[:1].isdigit():
            return False
        return not (before == "،" and not after[:1].isalpha())

    def _is_verb(self, token: int) -> bool:
        """Say whether a verb opens a sentence: what stands before it is a dateline."""
        word = self.words[token] if token < len(self.words) else ""
        says = hits_from(self.passage.hits("says"), token, token + 1)
        return bool(says) or (word.endswith("ت") and not word.endswith("ات"))


__all__ = ["ArabicSeats"]
