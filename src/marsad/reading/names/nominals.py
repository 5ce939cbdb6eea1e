"""Later mentions: «التنظيم», "the group", "l'agence" lead back to what was named before.

A later mention is resolved to the nearest body of its class named before it. A class
word that speaks although nobody of its class was named is a body without a name; a
ministry is that of the minister named before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_nominals import ArabicClassWords
from marsad.reading.names.naming import Named
from marsad.reading.names.state_nominals import BEFORE, StateWords
from marsad.reading.names.states import Known
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_EVALUATIVE = wordset("judgements")
_AFTER = {
    "en": wordset("after_class_words_en"),
    "fr": wordset("after_class_words_fr"),
    "ar": wordset("after_class_words_ar"),
}
# How many names back a later mention reaches, and how many words back a minister.
_MEMORY, _MINISTER_MEMORY = 150, 120
_COALITION = "Global Coalition"
# The coalition's name holds the name of its enemy.
_DAESH = Named(0, 0, 0, "Daesh", "armed_group", ("group",))
_MEMBERS_CLASSES = frozenset(["coalition", "union", "alliance", "league"])
_BEFORE_MEMBERS = wordset("before_members")
# Classes whose word alone, as the one that speaks, is a body.
_SPEAKING = wordset("speaking_classes")


def nominal_mentions(
    passage: Passage, letters: Letters, known: Known, names: Sequence[Named]
) -> Iterator[Named]:
    """Give the candidates that name a party by its class alone."""
    taken = {token for one in names for token in range(one.first, one.last)}
    states = StateWords(passage, known)
    arms = list(states.arms(letters, taken))
    yield from arms
    names = sorted((*names, *arms), key=lambda one: one.first)
    classes = _ClassWords(passage, known, list(_with_inner(names)))
    if passage.language == "ar":
        yield from ArabicClassWords(passage, known, classes.names).mentions(taken)
    else:
        yield from classes.mentions(taken)
    for hit in passage.hits("party_word"):
        if hit.first not in taken:
            is_members = hit.row["role"] == "all_members"
            named = classes.all_members(hit) if is_members else states.mention(hit)
            if named:
                yield named


def _with_inner(names: Sequence[Named]) -> Iterator[Named]:
    """Give the names, each after the body that its name holds."""
    for one in names:
        if one.inner:
            canonical, kind, classes = one.inner
            yield one._replace(canonical=canonical, type=kind, classes=classes)
        yield one


class _ClassWords:
    """The class words of a passage and the bodies that were named before each."""

    __slots__ = ("edges", "firsts", "known", "ministers", "names", "passage", "says")

    def __init__(self, passage: Passage, known: Known, names: Sequence[Named]) -> None:
        self.passage = passage
        self.known = known
        self.names = names
        self.firsts = [one.first for one in names]
        sure = [one for one in names if one.canonical]
        self.edges = {one.first for one in sure} | {one.last for one in sure}
        self.ministers = [
            hit for hit in passage.hits("title") if "Minister" in hit.row["english"]
        ]
        self.says = {hit.first for hit in passage.hits("says")}
        self.says |= {hit.last for hit in passage.hits("says")}

    def mentions(self, taken: set[int]) -> Iterator[Named]:
        """Give the class words that lead back to a body."""
        hits = sorted(
            (*self.passage.hits("nominal"), *self.passage.hits("body_head")),
            key=lambda hit: (hit.first, hit.last),
        )
        for hit in hits:
            beside = hit.last in self.edges or hit.first in self.edges
            if hit.first in taken or beside or not self._stands_alone(hit):
                continue
            named = self._of_class(hit) or self._without_name(hit)
            if named:
                yield named

    def _before(self, hit: Hit) -> Sequence[Named]:
        end = bisect_left(self.firsts, hit.first)
        return self.names[max(0, end - _MEMORY) : end]

    def _stands_alone(self, hit: Hit) -> bool:
        """Say whether a class word is a mention by itself, no part of a longer name."""
        words, language = self.passage.words, self.passage.language
        after = words[hit.last] if hit.last < len(words) else "\n"
        if after in _AFTER[language]:
            return False
        if language == "ar":
            return self._stands_alone_arabic(hit, after)
        if hit.last in self.known.nationality:
            return False
        first = hit.first - 1
        while first > 0 and words[first] in _EVALUATIVE:
            first -= 1
        return first >= 0 and words[first] in BEFORE[language]

    def _stands_alone_arabic(self, hit: Hit, after: str) -> bool:
        words = self.passage.words
        before = words[hit.first - 1] if hit.first else ""
        bare = words[hit.first][hit.clitic :]
        is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
        if before.endswith("جريمه") or not is_definite:
            return False  # organised crime is no organisation
        if hit.row.get("kind") == "force":
            return False
        if bare == "الخارجيه":
            return hit.first in self.says
        if after in _EVALUATIVE or hit.last in self.known.nationality:
            return True
        is_adjective = after.startswith("ال") and after.endswith(("ه", "ي"))
        return not (is_adjective and len(after) > 4)

    def _of_class(self, hit: Hit) -> Named | None:
        """Return the nearest body before a class word that has its class."""
        wanted, before = hit.row["class"], self._before(hit)
        is_armed = self.passage.words[hit.first].endswith("تنظيم")
        for named in reversed(before):
            is_coalition = is_armed and named.canonical == _COALITION
            one = _DAESH if is_coalition else named
            is_right = one.type == "armed_group" or not is_armed
            if wanted in one.classes and one.canonical and is_right:
                return self._later(hit, one)
        return self._enemy_of_the_coalition(hit, before)

    def _later(self, hit: Hit, one: Named) -> Named:
        first, last = self._with_judgement(hit)
        adjective = self.known.nationality.get(last)
        if last == hit.last and adjective and self.passage.language == "ar":
            last = adjective.last
        if self.passage.language == "fr":
            last = self._past_adjective(last)
        named = later(hit, last, one.canonical, one.type, one.classes)
        clitic = hit.clitic if first == hit.first else 0
        return named._replace(first=first, clitic=clitic)

    def _past_adjective(self, token: int) -> int:
        """Return the token after a French adjective: "l'agence onusienne"."""
        fields = self.passage.hits("body_field")
        place = bisect_left(fields, token, key=lambda one: one.first)
        is_field = place < len(fields) and fields[place].first == token
        is_adjective = is_field and fields[place].row["kind"] == "adj"
        return fields[place].last if is_adjective else token

    def _enemy_of_the_coalition(
        self, hit: Hit, before: Sequence[Named]
    ) -> Named | None:
        """Return Daesh for "the terrorist group" where only the Coalition was named."""
        first, last = self._with_judgement(hit)
        is_judged = last - first > hit.last - hit.first
        is_tanzim = self.passage.words[hit.first].endswith("تنظيم")
        names = {one.canonical for one in before}
        is_clear = _COALITION in names or (is_tanzim and bool(names & {"SY", "IQ"}))
        is_meant = hit.row["class"] == "group" and (is_judged or is_tanzim)
        return self._later(hit, _DAESH) if is_clear and is_meant else None

    def _with_judgement(self, hit: Hit) -> tuple[int, int]:
        """Return the tokens of a class word with what its writer thinks of the body."""
        words, first, last = self.passage.words, hit.first, hit.last
        if last < len(words) and words[last] in _EVALUATIVE:
            last += 1
        while first > 0 and words[first - 1] in _EVALUATIVE:
            first -= 1
        return first, last

    def _without_name(self, hit: Hit) -> Named | None:
        """Return a body that has no name in the text, only its class."""
        if self.passage.words[hit.last - 1] in ("الدوليه", "الامميه"):
            return later(hit, hit.last, "United Nations", "organisation", ())
        if hit.row["class"] == "ministry":
            return self._of_minister(hit)
        english = hit.row.get("english")
        if english is None or hit.row["class"] not in _SPEAKING:
            return None
        if not self._speaks(hit):
            return None
        row = hit.row
        named = later(hit, hit.last, english, row["type"], (row["class"],))
        return named._replace(score=0.5, why="a body that speaks, without a name")

    def _speaks(self, hit: Hit) -> bool:
        """Say whether a verb of saying stands beside a class word."""
        if self.passage.language == "ar":
            return hit.first in self.says
        return hit.last in self.says

    def _of_minister(self, hit: Hit) -> Named | None:
        """Return the ministry of the minister named last before."""
        place = bisect_left(self.ministers, hit.first, key=lambda one: one.first)
        if place == 0:
            return None
        minister = self.ministers[place - 1]
        if hit.first - minister.last > _MINISTER_MEMORY:
            return None
        field = _PORTFOLIOS.get(minister.row["english"]) or self._field(minister)
        english = f"Ministry of {field}" if field else "Ministry"
        return later(hit, hit.last, english, "office", ("ministry",))

    def _field(self, minister: Hit) -> str:
        """Return the English of the field that follows «وزير»."""
        fields = self.passage.hits("body_field")
        place = bisect_left(fields, minister.last, key=lambda one: one.first)
        if place < len(fields) and fields[place].first == minister.last:
            return fields[place].row["english"]
        return ""

    def all_members(self, hit: Hit) -> Named | None:
        """Return the body whose members are all spoken of."""
        words = self.passage.words
        after = words[hit.last] if hit.last < len(words) else "\n"
        is_single = hit.last - hit.first == 1
        if self.passage.language == "ar" and is_single and after.startswith("ال"):
            return None
        if self.passage.language == "en" and not self._are_members(hit, after):
            return None
        for one in reversed(self._before(hit)):
            if not _MEMBERS_CLASSES.isdisjoint(one.classes):
                return later(hit, hit.last, one.canonical, one.type, one.classes)
        return None

    def _are_members(self, hit: Hit, after: str) -> bool:
        """Say whether "members" are a body's, and no family's or crew's."""
        words = self.passage.words
        if after == "of":
            return False
        before = words[hit.first - 1] if hit.first else "\n"
        return (
            words[hit.first] != "members"
            or before in _BEFORE_MEMBERS
            or not before.isalpha()
        )


_PORTFOLIOS: Mapping[str, str] = {
    "Foreign Minister": "Foreign Affairs",
    "Interior Minister": "Interior",
    "Defence Minister": "Defence",
    "Finance Minister": "Finance",
    "Justice Minister": "Justice",
    "Health Minister": "Health",
    "Education Minister": "Education",
}


def later(
    hit: Hit, last: int, canonical: str, kind: str, classes: tuple[str, ...]
) -> Named:
    """Make the candidate of a later mention."""
    return Named(
        hit.first,
        last,
        hit.clitic,
        canonical,
        kind,
        classes,
        "nominal",
        reader="parties.nominal",
        score=0.7,
        why=f"a later mention of {canonical}, named before",
    )
