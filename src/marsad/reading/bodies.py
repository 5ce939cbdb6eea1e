"""Bodies that no lexicon knows by name, put together from a head word and what follows.

«وزارة» with its field, "Board of ..." with its capitals, "observatoire" with its
adjectives: the head says what kind of body it is, the rest says which. The English
name is put together from the English of the parts that are known.
"""

from collections.abc import Iterator
from typing import NamedTuple

from marsad.reading.lexicon import Hit
from marsad.reading.naming import Named
from marsad.reading.passage import Passage
from marsad.reading.states import Known
from marsad.reading.written import Letters, cases

# Heads of which everyday things are made as well: they need a known word after them.
_EVERYDAY = frozenset(
    ["centre", "group", "network", "campaign", "programme", "mission", "front", "club", "company", "fund", "office", "team", "union", "movement", "committee", "council", "bloc", "command", "brigade", "forum", "foundation", "chamber", "directorate", "association", "organisation", "agency", "authority", "school", "institute", "coalition", "department", "presidency"]
)  # fmt: skip
_OPENERS = frozenset("\"«“(‘'")
_CLOSERS = frozenset("\"»”)’'")
_STOP = frozenset(
    "الذي التي الذين اللذين اللتين اليوم امس الان الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الماضي الماضيه المقبل المقبله الجاري الحالي السابق السابقه الاسبق الي انه انها ما لا لم لن هو هي هذا هذه ذلك تلك كل بعض في من علي عن مع بعد قبل حول خلال منذ ان او ثم قد كان كانت اي غير بين ضد عند كما حيث لدي عبر".split()
)
_LONGEST = 9


class Part(NamedTuple):
    """What is known of a word inside a name: its English and its kind."""

    hit: Hit
    english: str
    kind: str  # field / adj / nationality / state


class Parts:
    """The words of a passage that may stand in the name of a body after its head."""

    __slots__ = ("_at", "known", "passage", "persons")

    def __init__(self, passage: Passage, known: Known) -> None:
        self.passage = passage
        self.known = known
        self._at: dict[int, Part] = {}
        self.persons = frozenset(hit.first for hit in passage.hits("figure"))
        for hit in passage.hits("body_field"):
            self._put(Part(hit, hit.row["english"], hit.row["kind"]))

    def _put(self, part: Part) -> None:
        other = self._at.get(part.hit.first)
        if other is None or part.hit.last > other.hit.last:
            self._at[part.hit.first] = part

    def at(self, token: int) -> Part | None:
        """Return the known word that begins at a token, the longest one."""
        part = self._at.get(token)
        hit = self.known.nationality.get(token)
        if hit and (part is None or hit.last > part.hit.last):
            return Part(hit, english_adjective(hit), "nationality")
        hit = self.known.state.get(token)
        if hit and (part is None or hit.last >= part.hit.last):
            return Part(hit, hit.row["en"].split("|")[0], "state")
        return part


def english_adjective(hit: Hit) -> str:
    """Return the English adjective of a nationality, or the name of its state."""
    return hit.row["en"].split("|")[0] or hit.row["iso"]


def body_mentions(
    passage: Passage, letters: Letters, known: Known
) -> Iterator[Named]:
    """Give the candidates that a head word and the words around it make."""
    parts = Parts(passage, known)
    if passage.language == "ar":
        for hit in passage.hits("body_head"):
            named = _arabic(parts, hit)
            if named:
                yield named
        return
    case = cases(passage.language, "body_heads")
    for hit in passage.hits("body_head"):
        if letters.allows(hit, case):
            build = _english if passage.language == "en" else _french
            named = build(parts, letters, hit)
            if named:
                yield named


def _arabic(parts: Parts, head: Hit) -> Named | None:
    """Read an Arabic head with its idafa, its adjectives and its «ل» phrases."""
    words = parts.passage.words
    bare = words[head.first][head.clitic :]
    is_definite = bare.startswith("ال") or words[head.first].startswith(("لل", "ولل"))
    walk = _Walk(parts, head, needs=not is_definite)
    walk.run(min(parts.passage.sentences.of(head.first)[1], head.last + _LONGEST))
    if walk.needs or walk.last == head.last:
        return None
    if not walk.known and (is_definite or head.row["class"] in _EVERYDAY):
        return None
    if walk.known == walk.adjectives and is_definite and not walk.owner:
        return None
    return _named(head, head.first, walk.last, head.clitic, walk.english())


class _Walk:
    """A walk over the Arabic words after a head, taking those that belong to its name."""

    __slots__ = ("adjectives", "fields", "head", "known", "last", "needs", "owner", "parts", "plain")

    def __init__(self, parts: Parts, head: Hit, *, needs: bool) -> None:
        self.parts = parts
        self.head = head
        self.needs = needs
        self.last = head.last
        self.known = self.adjectives = self.plain = 0
        self.owner: Part | None = None
        self.fields: list[Part] = []

    def run(self, end: int) -> None:
        """Take words while they belong to the name."""
        while self.last < end and self._take(self.last):
            pass

    def _take(self, token: int) -> bool:
        words = self.parts.passage.words
        word = words[token]
        if word in _STOP or not word[0].isalpha() or token in self.parts.persons:
            return False
        part = self.parts.at(token)
        if part:
            return self._take_part(part, word)
        if self.head.row["kind"] == "state_body" and self.known:
            return False
        if word.startswith("لل") and self.known and self.plain == 0:
            self.plain += 1
        elif word.startswith("ال") and self.plain < 2:  # noqa: PLR2004 - two at most
            self.plain += 1
            self.needs = False
        elif self.needs and self.plain < 1 and not word.startswith(("وال", "بال")):
            self.plain += 1
        else:
            return False
        self.last = token + 1
        return True

    def _take_part(self, part: Part, word: str) -> bool:
        hit = part.hit
        clitic = word[: hit.clitic]
        if part.kind == "state":
            return self._take_state(part)
        if clitic.startswith("و") and not (self.known and self.fields):
            return False
        is_definite = word[hit.clitic :].startswith("ال") or "لل" in word[:3]
        if part.kind in ("nationality", "adj"):
            if not is_definite or (self.needs and not self.fields):
                return False
            self.adjectives += 1
            if part.kind == "nationality":
                self.owner = part
        else:
            self.needs = not (is_definite or hit.last - hit.first > 1)
        self.fields.append(part)
        self.known += 1
        self.last = hit.last
        return True

    def _take_state(self, part: Part) -> bool:
        if part.hit.clitic or (not self.needs and self.head.row["kind"] != "press"):
            return False
        self.needs = False
        self.owner = part
        self.known += 1
        self.last = part.hit.last
        return True

    def english(self) -> str:
        """Put the English name together from the parts that are known."""
        return english_name(self.head.row["english"], self.fields, self.owner)


def english_name(head: str, fields: list[Part], owner: Part | None) -> str:
    """Put together an English name: whose it is, its adjectives, its head, its field."""
    nouns = [part.english for part in fields if part.kind == "field"]
    adjectives = [part.english for part in fields if part.kind == "adj"]
    whose = [owner.english] if owner and owner.kind == "nationality" else []
    name = " ".join([*whose, *reversed(adjectives), head])
    if nouns:
        listed = ", ".join(nouns[:-1]) + " and " + nouns[-1] if nouns[1:] else nouns[0]
        name += f" of {listed}"
    return f"{name} of {owner.english}" if owner and owner.kind == "state" else name


def _named(head: Hit, first: int, last: int, clitic: int, english: str) -> Named:
    row = head.row
    return Named(
        first,
        last,
        clitic,
        english,
        row["type"],
        (row["class"],),
        reader="parties.body",
        score=0.75,
        why=f"the head word means {row['english'].lower()}",
    )


_ENGLISH_LINKS = frozenset(["of", "for", "on", "against", "to"])
_NOT_IN_NAMES = frozenset(["the", "a", "an", "president", "minister", "secretary", "mr", "mrs", "ms"])  # fmt: skip


def _english(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read an English head with the capitals before it and after "of" and "for"."""
    passage, capital = parts.passage, letters.capital
    first, last = head.first, head.last
    while first > 0 and _joins_left(passage, letters, first - 1):
        first -= 1
    if not capital[head.first]:
        owner = parts.known.ends.get(first) or parts.known.ends.get(head.first)
        if owner is None:
            return None
        first = min(first, owner.first)
    else:
        last = _english_right(passage, letters, last)
    if last - first == head.last - head.first:
        return None
    text = passage.span(first, last).quote
    return _named(head, first, last, 0, text.replace("\n", " "))


def _joins_left(passage: Passage, letters: Letters, token: int) -> bool:
    word = passage.words[token]
    if word in ("&", "-"):
        return token > 0 and letters.capital[token - 1]
    return letters.capital[token] and word not in _NOT_IN_NAMES


def _english_right(passage: Passage, letters: Letters, last: int) -> int:
    words, capital = passage.words, letters.capital
    while last + 1 < len(words):
        step = last
        if words[step] in _ENGLISH_LINKS or (words[step] == "and" and step > 0):
            step += 1
            if words[step] == "the" and step + 1 < len(words):
                step += 1
        if not capital[step] or words[step] in _NOT_IN_NAMES:
            return last
        if words[last] == "and" and passage.touches(last):
            return last
        last = step + 1
    return last


_FRENCH_LINKS = frozenset(["de", "d", "du", "des", "la", "le", "les", "l", "'", "pour", "a", "aux", "au", "sur", "contre", "et", "en"])  # fmt: skip


def _french(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a French head with its adjectives and its "de" phrases."""
    passage, words = parts.passage, parts.passage.words
    end = min(passage.sentences.of(head.first)[1], head.last + _LONGEST + 6)
    last, token = head.last, head.last
    fields: list[Part] = []
    owner: Part | None = None
    capitals: list[str] = []
    while token < end:
        part = parts.at(token)
        if part and (part.kind not in ("state",) or token > head.last):
            owner = part if part.kind in ("nationality", "state") else owner
            fields.append(part)
            token = last = part.hit.last
        elif letters.capital[token]:
            capitals.append(passage.written(token))
            token = last = token + 1
        elif words[token] in _FRENCH_LINKS:
            token += 1
        else:
            break
    if last == head.last or not (capitals or owner or _is_enough(head, fields)):
        return None
    fields = [part for part in fields if part.kind != "nationality" and part is not owner]
    english = " ".join([english_name(head.row["english"], fields, owner), *capitals])
    return _named(head, head.first, last, 0, english)


def _is_enough(head: Hit, fields: list[Part]) -> bool:
    return bool(fields) and head.row["class"] not in _EVERYDAY
