"""What the words around a name tell of a person: he or she, and which office.

"The minister" after "Hedda Krogh, minister for development" is Hedda Krogh; "he" is
somebody else.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from marsad.reading.findings import Person
from marsad.reading.lexicon import Hit, rows
from marsad.reading.passage import Passage, Seen
from marsad.text.normalise import fold

_TITLES = {
    **dict.fromkeys("mr sir lord monsieur king prince sheikh father".split(), "m"),
    **dict.fromkeys(
        """mrs ms miss mme mlle madame lady baroness dame queen princess sister""".split(),
        "f",
    ),
}
_TITLE_REACH = 3  # a full stop and a second title may stand between
_MOST_HOLDERS = 12  # looked through for the same words
_OFFICE_REACH = 10  # words between an office and the name that it belongs to
_PARTING = frozenset('\n . and or with to by et ou avec a par « » “ ” "'.split(" "))
_ARTICLES = frozenset("a an the le la l ' un une its his her son sa".split())


class _Holder(NamedTuple):
    """A person named with an office, and the words of the office."""

    first: int
    words: frozenset[str]
    seen: Seen


class Offices:
    """The gender and the offices of each person, where a passage tells them."""

    __slots__ = ("_genders", "_held", "_holders", "_nouns", "_passage")

    def __init__(self, passage: Passage, persons: Iterable[Seen]) -> None:
        self._passage = passage
        self._nouns = passage.hits("speaker")
        self._genders: dict[str, str] = {}
        self._holders: dict[str, list[_Holder]] = {}
        self._held: dict[str, frozenset[str]] = {}
        for seen in persons:
            name = _name(seen)
            office = self._office(seen)
            told = self._title(seen.first) or (office.row["gender"] if office else "")
            gender = told or _GIVEN.get(fold(name).split(" ")[0], "")
            if gender and name not in self._genders:
                self._genders[name] = gender
            if office is not None:
                holders = self._holders.setdefault(office.row["label"], [])
                words = frozenset(passage.words[office.first : office.last])
                holders.append(_Holder(seen.first, words, seen))
                held = self._held.get(name, frozenset())
                self._held[name] = held | {office.row["label"]}

    def gender(self, seen: Seen) -> str:
        """Return m, f or, where no word tells, an empty word."""
        return self._genders.get(_name(seen), "")

    def held(self, seen: Seen) -> frozenset[str]:
        """Return the offices that a person is named with anywhere."""
        return self._held.get(_name(seen), frozenset())

    def holder(self, noun: Hit) -> Seen | None:
        """Return the last person named before with the office that a noun repeats."""
        holders = self._holders.get(noun.row["label"], [])
        words = frozenset(self._passage.words[noun.first : noun.last])
        index = bisect_left(holders, (noun.first,))
        for holder in reversed(holders[max(0, index - _MOST_HOLDERS) : index]):
            # A foreign secretary is no secretary of state.
            if len(words) == 1 or words <= holder.words:
                return holder.seen
        return None

    def _title(self, first: int) -> str:
        """Read the title right before a name."""
        words = self._passage.words
        for token in range(first - 1, max(-1, first - 1 - _TITLE_REACH), -1):
            word = words[token]
            if word == "m" and self._passage.written(token) == "M":
                return "m"
            if word in _TITLES:
                return _TITLES[word]
            if word in (",", "\n"):
                break
        return ""

    def _office(self, seen: Seen) -> Hit | None:
        """Return the nearest office before a name, or that behind the comma after it."""
        left = bisect_left(self._nouns, (seen.first - _OFFICE_REACH,))
        best: Hit | None = None
        for hit in self._nouns[left : left + _OFFICE_REACH]:
            if hit.last > seen.first:
                break
            if best is None or hit.last > best.last:
                best = hit
        if best is not None and self._leads_to(best.last, seen.first):
            return best
        return self._behind(seen)

    def _leads_to(self, first: int, last: int) -> bool:
        """Say whether only the rest of a title, or one comma, parts office and name."""
        between = self._passage.words[first:last]
        if not _PARTING.isdisjoint(between):
            return False
        return not between or between == [","] or "," not in between[:-1]

    def _behind(self, seen: Seen) -> Hit | None:
        words = self._passage.words
        if words[seen.last : seen.last + 1] != [","]:
            return None
        first = seen.last + 1
        while first < len(words) and words[first] in _ARTICLES:
            first += 1
        left = bisect_left(self._nouns, (first,))
        noun = self._nouns[left] if left < len(self._nouns) else None
        return noun if noun is not None and noun.first - first <= 2 else None


def _name(seen: Seen) -> str:
    person = seen.finding
    return person.canonical if isinstance(person, Person) else ""


_GIVEN = {
    fold(form): row["gender"]
    for row in rows("given_names")
    for form in row["form"].split("|")
}
