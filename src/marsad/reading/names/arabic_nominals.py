"""Later mentions in Arabic: «المنظمة», «الوزارة», «جمعيتنا» lead back to a body.

A class word means the nearest body before it that begins with the same word, else the
nearest one of its class; a body that a text is about outweighs one that was only named
in passing. A ministry that nobody named is that of the minister.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import Hit, hits_from, rows
from marsad.reading.names.arabic_words import adjective_at, noun_at
from marsad.reading.names.naming import Named, later_mention
from marsad.reading.names.portfolios import PORTFOLIOS
from marsad.reading.names.states import Known
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

_EVALUATIVE = wordset("judgements")
_ENDS_OF_NAMES = wordset("ends_of_names")
_STAYS = wordset("after_nominals_ar")
_SPEAKING = wordset("speaking_classes")
_MEMORY = 150  # names back that a later mention reaches
_MINISTER_MEMORY = 160  # words back that a ministry reaches to its minister
_OFTEN = 3  # mentions that make a body what a text is about
_LEAST_NISBA = 5
_COALITION = "Global Coalition"
_DAESH = Named(0, 0, 0, "Daesh", "armed_group", ("group",))
_UN_WORDS = frozenset(["الدوليه", "الامميه"])
_MANY = frozenset(["الوزارات"])  # several bodies are not one named before
_ORDINALS = frozenset(["الاول", "الاولي", "الثاني", "الثانيه", "الثالث", "الثالثه", "الرابع", "الخامس", "السادس", "العاشر"])  # fmt: skip
# Classes that later mentions do not keep apart.
_ALIKE: Mapping[str, frozenset[str]] = {
    "authority": frozenset(["authority", "commission"]),
    "commission": frozenset(["commission", "authority"]),
    "team": frozenset(["team", "taskforce"]),
    "taskforce": frozenset(["taskforce", "team"]),
    "foundation": frozenset(["foundation", "company"]),
    "company": frozenset(["company", "foundation"]),
    "association": frozenset(["association", "assembly"]),
    "university": frozenset(["university", "league", "federation"]),
    "gathering": frozenset(["gathering", "association"]),
}
_LOOSE_ORGANISATIONS = frozenset(["group", "network", "association", "foundation", "institute", "centre", "observatory"])  # fmt: skip
_WITH_SECRETARIATS = frozenset(["union", "league", "council", "organisation", "alliance", "community"])  # fmt: skip
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "كم", "هن")
_PROCLITICS = ("", "و", "ل", "ب", "ف", "ول", "وب", "ك")
# Classes whose word with a possessive ending is still the body: «قوتها» is strength.
_OWNED = frozenset(["organisation", "association", "union", "party", "committee", "council", "commission", "company", "ministry", "bank", "university", "agency", "municipality", "embassy", "mission", "federation", "court"])  # fmt: skip


class ArabicClassWords:
    """The class words of an Arabic passage and the bodies that they mean."""

    __slots__ = (
        "counts",
        "firsts",
        "known",
        "ministers",
        "names",
        "passage",
        "says",
    )

    def __init__(self, passage: Passage, known: Known, names: Sequence[Named]) -> None:
        self.passage = passage
        self.known = known
        self.names = [one for one in names if one.canonical]
        self.firsts = [one.first for one in self.names]
        self.counts: Counter[str] = Counter()
        self.ministers = [
            hit for hit in passage.hits("title") if "Minister" in hit.row["english"]
        ]
        self.says = {hit.first for hit in passage.hits("says")}
        self.says |= {hit.last for hit in passage.hits("says")}

    def mentions(self, taken: set[int]) -> Iterator[Named]:
        """Give the class words that lead back to a body, in order."""
        seen = 0
        for token, hits in self._grouped(taken):
            for one in self.names[seen : bisect_left(self.firsts, token)]:
                self.counts[one.canonical] += 1
            seen = bisect_left(self.firsts, token)
            named = self._meant(hits)
            if named:
                self.counts[named.canonical] += 1
                yield named

    def _grouped(self, taken: set[int]) -> Iterator[tuple[int, list[Hit]]]:
        """Give the class words that stand alone, with all their classes, in order."""
        found: dict[int, list[Hit]] = {}
        tags = ("nominal", "body_head")
        for hit in (hit for tag in tags for hit in self.passage.hits(tag)):
            if hit.first not in taken and self._stands_alone(hit):
                found.setdefault(hit.first, []).append(hit)
        for hit in _possessed(self.passage):
            if hit.first not in taken:
                found.setdefault(hit.first, []).append(hit)
        yield from sorted(found.items())

    def _stands_alone(self, hit: Hit) -> bool:
        """Say whether a class word is a mention by itself, no part of a longer name."""
        words = self.passage.words
        before = words[hit.first - 1] if hit.first else ""
        after = words[hit.last] if hit.last < len(words) else "\n"
        bare = words[hit.first][hit.clitic :]
        is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
        if before.endswith("جريمه") or not is_definite or bare in _MANY:
            return False  # organised crime is no organisation
        if hit.row.get("kind") == "force" or after in _ORDINALS:
            return False
        if bare == "الخارجيه":
            return hit.first in self.says
        if (
            after in _EVALUATIVE
            or after in _STAYS
            or hit.last in self.known.nationality
        ):
            return True
        return not self._is_described(hit, after)

    def _is_described(self, hit: Hit, after: str) -> bool:
        """Say whether an adjective makes a class word another body's name."""
        if not after.startswith("ال") or after in _ENDS_OF_NAMES:
            return False
        adjective = adjective_at(self.passage.words, hit.last)
        if adjective and adjective.is_definite:
            return True
        is_nisba = after.endswith(("يه", "ي")) and len(after) > _LEAST_NISBA
        return is_nisba and noun_at(self.passage.words, hit.last) is None

    def _meant(self, hits: Sequence[Hit]) -> Named | None:
        hit = max(hits, key=lambda one: one.last - one.first)
        wanted = frozenset().union(
            *(_ALIKE.get(one.row["class"], {one.row["class"]}) for one in hits)
        )
        word = _stem(self.passage.words[hit.first])
        one = self._antecedent(hit, wanted, word)
        if one:
            return self._later(hit, one)
        if wanted & {"group"} and self._is_enemy(hit):
            return self._later(hit, _DAESH)
        return self._without_name(hit, hits)

    def _antecedent(self, hit: Hit, wanted: frozenset[str], word: str) -> Named | None:
        """Return the body before a class word that it means."""
        end = bisect_left(self.firsts, hit.first)
        before = self.names[max(0, end - _MEMORY) : end]
        is_armed = word == "تنظيم"
        fits = [
            one for one in before if self._fits(one, wanted, word, is_armed=is_armed)
        ]
        if not fits and "organisation" in wanted and hit.last - hit.first == 1:
            fits = [one for one in before if _is_loose_organisation(one)]
        if not fits:
            return None
        nearest = fits[-1]
        if is_armed and nearest.canonical.startswith(_COALITION):
            return _DAESH
        often = max(fits, key=lambda one: self.counts[one.canonical])
        is_passing = self.counts[nearest.canonical] <= 1
        is_about = self.counts[often.canonical] >= _OFTEN
        return often if is_passing and is_about else nearest

    def _fits(
        self, one: Named, wanted: frozenset[str], word: str, *, is_armed: bool
    ) -> bool:
        if is_armed:
            is_coalition = one.canonical.startswith(_COALITION)
            return one.type == "armed_group" or is_coalition
        if one.type == "state" or (one.type == "armed_group" and "group" not in wanted):
            return not wanted.isdisjoint(one.classes) and one.type != "state"
        head = _stem(self.passage.words[one.first])
        return head == word or not wanted.isdisjoint(one.classes)

    def _later(self, hit: Hit, one: Named) -> Named:
        words, first, last = self.passage.words, hit.first, hit.last
        if last < len(words) and (words[last] in _EVALUATIVE or words[last] in _STAYS):
            last += 1
        elif last in self.known.nationality and words[last].startswith("ال"):
            last = self.known.nationality[last].last
        while first > 0 and words[first - 1] in _EVALUATIVE:
            first -= 1
        clitic = hit.clitic if first == hit.first else 0
        return later_mention(first, last, clitic, one)

    def _is_enemy(self, hit: Hit) -> bool:
        """Say whether «التنظيم الإرهابي» is Daesh where only the Coalition was named."""
        words = self.passage.words
        beside = (
            words[max(0, hit.first - 1) : hit.first] + words[hit.last : hit.last + 1]
        )
        is_judged = not _EVALUATIVE.isdisjoint(beside)
        is_tanzim = words[hit.first].endswith("تنظيم")
        end = bisect_left(self.firsts, hit.first)
        names = {one.canonical for one in self.names[:end]}
        is_clear = _COALITION in names or (is_tanzim and bool(names & {"SY", "IQ"}))
        return is_clear and (is_judged or is_tanzim)

    def _without_name(self, hit: Hit, hits: Sequence[Hit]) -> Named | None:
        """Return a body that no name before tells, only its class."""
        if self.passage.words[hit.last - 1] in _UN_WORDS:
            united = Named(0, 0, 0, "United Nations", "organisation")
            return later_mention(hit.first, hit.last, hit.clitic, united)
        classes = {one.row["class"] for one in hits}
        if "ministry" in classes:
            return self._ministry(hit)
        if "secretariat" in classes:
            return self._secretariat(hit)
        if _is_owned(hit):
            return None
        speaking = next(
            (
                one
                for one in hits
                if one.row.get("english") and one.row["class"] in _SPEAKING
            ),
            None,
        )
        if speaking is None or hit.first not in self.says:
            return None
        row = speaking.row
        one = Named(0, 0, 0, row["english"], row["type"], (row["class"],))
        named = later_mention(hit.first, hit.last, hit.clitic, one)
        return named._replace(score=0.5, why="a body that speaks, without a name")

    def _ministry(self, hit: Hit) -> Named | None:
        """Return the ministry of the minister before, else the one named behind."""
        place = bisect_left(self.ministers, hit.first, key=lambda one: one.first)
        near = self.ministers[place - 1] if place else None
        if near is None or hit.first - near.last > _MINISTER_MEMORY:
            near = self.ministers[place] if place < len(self.ministers) else None
        behind = [one for one in self.names if "ministry" in one.classes]
        field = self._field(near) if near else ""
        if behind and (near is None or not field):
            return self._later(hit, behind[0])
        if near is None:
            return None
        english = f"Ministry of {field}" if field else "Ministry"
        one = Named(0, 0, 0, english, "office", ("ministry",))
        return later_mention(hit.first, hit.last, hit.clitic, one)

    def _field(self, minister: Hit) -> str:
        """Return the English of the field that follows «وزير»."""
        portfolio = PORTFOLIOS.get(minister.row["english"])
        if portfolio:
            return portfolio
        words, last = self.passage.words, minister.last
        noun = noun_at(words, last) if last < len(words) else None
        if noun is None:
            return ""
        if noun.english == "Affairs" and noun.last < len(words):
            noun = noun_at(words, noun.last) or noun
        return noun.english

    def _secretariat(self, hit: Hit) -> Named | None:
        """Return the secretariat of the body with members that was named last."""
        end = bisect_left(self.firsts, hit.first)
        for one in reversed(self.names[:end]):
            if one.type == "organisation" and not _WITH_SECRETARIATS.isdisjoint(
                one.classes
            ):
                name = f"{one.canonical} General Secretariat"
                office = Named(0, 0, 0, name, "office", ("secretariat",))
                return later_mention(hit.first, hit.last, hit.clitic, office)
        return None


def _is_loose_organisation(one: Named) -> bool:
    """Say whether «المنظمة» may mean a body that calls itself a group or a network."""
    return one.type == "organisation" and not _LOOSE_ORGANISATIONS.isdisjoint(
        one.classes
    )


def _stem(word: str) -> str:
    """Return a head word without proclitics, article and possessive."""
    for beginning in ("ولل", "وبال", "وال", "بال", "لل", "فال", "كال", "ال"):
        if word.startswith(beginning):
            return word[len(beginning) :]
    return _heads_by_form().get(word, word)


@cache
def _heads_by_form() -> Mapping[str, str]:
    """Return the bare head word of each written form with a proclitic or an owner."""
    found: dict[str, str] = {}
    for row in rows("body_heads"):
        for form in (row["ar"] or "").split("|"):
            word = fold(form)
            if not word or " " in word or word.startswith("ال"):
                continue
            for clitic in _PROCLITICS[1:]:
                found.setdefault(clitic + word, word)
            for owned, _ in _with_possessives(word):
                found[owned] = word
    return found


@cache
def _owned_rows() -> Mapping[str, tuple[Mapping[str, str], int]]:
    """Return the class words with a possessive: their row and their proclitic."""
    found: dict[str, tuple[Mapping[str, str], int]] = {}
    for row in rows("body_heads"):
        if row["class"] not in _OWNED:
            continue
        for form in (row["ar"] or "").split("|"):
            for word, clitic in _with_possessives(fold(form)):
                found.setdefault(word, (row, clitic))
    return found


def _with_possessives(word: str) -> Iterator[tuple[str, int]]:
    """Give a word with each ending and proclitic, and the length of the proclitic."""
    if not word or " " in word or word.startswith("ال"):
        return
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    for clitic in _PROCLITICS:
        yield from ((clitic + stem + ending, len(clitic)) for ending in _ENDINGS)


def _possessed(passage: Passage) -> Iterator[Hit]:
    """Give the class words with a possessive: «منظمته», «مجلسكم»."""
    owned = _owned_rows()
    for token in passage.tokens_of(owned.keys()):
        row, clitic = owned[passage.words[token]]
        if not hits_from(passage.hits("title"), token, token + 1):
            yield Hit(token, token + 1, clitic, "owned", row)


def _is_owned(hit: Hit) -> bool:
    return hit.tag == "owned"


__all__ = ["ArabicClassWords"]
