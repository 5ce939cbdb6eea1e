"""Later mentions in English and French: "the bloc", "his council", "l'institution".

A class word leads to the nearest body named before that it may mean: one of its own
class, or of a class that the word serves as well. "Its secretariat" is a body of the
body named before; a ministry is that of the minister named before.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.english_bodies import is_compound
from marsad.reading.names.french_words import is_adjective, leads_to_verb, translated
from marsad.reading.names.naming import Named, later_mention
from marsad.reading.names.portfolios import PORTFOLIOS
from marsad.reading.names.state_nominals import BEFORE
from marsad.reading.names.states import Known
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

_EVALUATIVE = wordset("judgements")
_AFTER = {
    "en": wordset("after_class_words_en") - {"for"},
    "fr": wordset("after_class_words_fr") | {"sur", "contre"},
}
# How many names back a later mention reaches, and how many words back a minister.
_MEMORY, _MINISTER_MEMORY = 150, 120
_COALITION = "Global Coalition"
# The coalition's name holds the name of its enemy.
_DAESH = Named(0, 0, 0, "Daesh", "armed_group", ("group",))
# Classes whose word alone, as the one that speaks, is a body.
_SPEAKING = wordset("speaking_classes")
# Whose it is, by whom the body was named before: "his council", "son institution".
_PERSONAL = frozenset(["his", "her", "my", "our", "son", "sa", "mon", "ma", "notre"])
# Arms of a body: "its secretariat", "sa commission".
_ITS = frozenset(["its", "leur", "their", "son", "sa"])
_ARMS = frozenset(
    ["secretariat", "committee", "board", "commission", "assembly", "bureau"]
)
# French adjectives that say what a body is and not which of its parts.
_DESCRIBING = frozenset(
    ["UN", "European", "African", "Regional", "Islamic", "Arab", "Pan-African"]
)
_NO_CHARITIES = frozenset(
    ["United Nations", "European Union", "NATO", "Global Coalition"]
)
_CHARITIES = frozenset(
    ["charity", "ngo", "ong", "association", "collectif", "firm", "company"]
)


class LatinClassWords:
    """The class words of a passage and the bodies that were named before each."""

    __slots__ = (
        "edges",
        "firsts",
        "known",
        "letters",
        "ministers",
        "names",
        "passage",
        "says",
    )

    def __init__(
        self, passage: Passage, known: Known, letters: Letters, names: Sequence[Named]
    ) -> None:
        self.passage = passage
        self.known = known
        self.letters = letters
        self.names = names
        self.firsts = [one.first for one in names]
        sure = [one for one in names if one.canonical]
        self.edges = {one.first for one in sure} | {one.last for one in sure}
        self.ministers = [
            hit for hit in passage.hits("title") if "Minister" in hit.row["english"]
        ]
        self.says = {hit.first for hit in passage.hits("says")}

    def mentions(self, taken: set[int]) -> Iterator[Named]:
        """Give the class words that lead back to a body."""
        hits = sorted(
            (*self.passage.hits("nominal"), *self.passage.hits("body_head")),
            # A head knows its English word, by which a body may have been named.
            key=lambda hit: (hit.first, -hit.last, "english" not in hit.row),
        )
        for hit in hits:
            beside = hit.last in self.edges or hit.first in self.edges
            if hit.first in taken or beside or self._is_other_noun(hit):
                continue
            if not self._stands_alone(hit):
                continue
            named = self._meant(hit)
            if named:
                yield named

    def _is_other_noun(self, hit: Hit) -> bool:
        """Say whether a class word stands here for a thing: "the energy sector"."""
        if self.passage.language != "en":
            return False
        is_firm = hit.row.get("kind") == "firm"
        word = self.passage.words[hit.last - 1]
        return is_compound(self.passage, hit) or (is_firm and word not in _FIRMS)

    def _meant(self, hit: Hit) -> Named | None:
        before = self._determiner(hit)
        if before == "our" and self.passage.words[hit.first] in _TROOPS:
            return None  # "our forces" are those of who speaks
        is_strength = self.passage.words[hit.first] == "force"
        if is_strength and self.passage.language == "fr" and before in _PERSONAL:
            return None  # "projeter sa force"
        if before in _PERSONAL or before in _ITS:
            return self._arm(hit, before) or (
                self._of_class(hit) if before in _PERSONAL else None
            )
        return self._of_class(hit) or self._enemy(hit) or self._without_name(hit)

    def _determiner(self, hit: Hit) -> str:
        words, first = self.passage.words, hit.first - 1
        while first > 0 and words[first] in _EVALUATIVE:
            first -= 1
        return words[first] if first >= 0 else "\n"

    def _before(self, hit: Hit) -> Sequence[Named]:
        end = bisect_left(self.firsts, hit.first)
        return self.names[max(0, end - _MEMORY) : end]

    def _stands_alone(self, hit: Hit) -> bool:
        """Say whether a class word is a mention by itself, no part of a longer name."""
        words, language = self.passage.words, self.passage.language
        after = words[hit.last] if hit.last < len(words) else "\n"
        is_asked = language == "fr" and leads_to_verb(words, hit.last)
        if (after in _AFTER[language] and not is_asked) or (
            hit.last in self.known.nationality
        ):
            return False
        if language == "fr" and is_adjective(after) and after not in _EVALUATIVE:
            english = translated(after)
            if english is None or english.english not in _DESCRIBING:
                return False
        before = self._determiner(hit)
        return before in BEFORE[language] or before in _PERSONAL or before in _ITS

    def _of_class(self, hit: Hit) -> Named | None:
        """Return the nearest body before a class word that the word may mean."""
        before = [one for one in self._before(hit) if one.canonical]
        word = " ".join(self.passage.words[hit.first : hit.last])
        is_word = hit.row.get("kind") == "named"
        wanted = {word} if is_word else {hit.row["class"].split()[0], word}
        if word in _CHARITIES:
            before = [one for one in before if one.canonical not in _NO_CHARITIES]
        alike = _alike(word)
        called = _called(before, hit.row.get("english") or word)
        if called:
            return self._later(hit, called)
        for one in reversed(before):
            if not (wanted | alike if word in _GENERIC else wanted).isdisjoint(
                one.classes
            ):
                return self._later(hit, one)
        for one in reversed(before):
            if not alike.isdisjoint(one.classes) and one.type != "state":
                return self._later(hit, one)
        return None

    def _later(self, hit: Hit, one: Named) -> Named:
        first, last = self._with_judgement(hit)
        if self.passage.language == "fr":
            last = self._past_adjective(last)
        named = later_mention(hit.first, last, hit.clitic, one)
        return named._replace(first=first)

    def _past_adjective(self, token: int) -> int:
        """Return the token after a French adjective: "l'agence onusienne"."""
        words = self.passage.words
        english = translated(words[token]) if token < len(words) else None
        is_describing = english is not None and english.english in _DESCRIBING
        return token + 1 if is_describing else token

    def _enemy(self, hit: Hit) -> Named | None:
        """Return Daesh for "the terrorist group" where only the Coalition was named."""
        first, last = self._with_judgement(hit)
        is_judged = last - first > hit.last - hit.first
        names = {one.canonical for one in self._before(hit)}
        is_meant = "group" in hit.row["class"].split() and is_judged
        return self._later(hit, _DAESH) if _COALITION in names and is_meant else None

    def _with_judgement(self, hit: Hit) -> tuple[int, int]:
        """Return the tokens of a class word with what its writer thinks of the body."""
        words, first, last = self.passage.words, hit.first, hit.last
        if last < len(words) and words[last] in _EVALUATIVE:
            last += 1
        while first > 0 and words[first - 1] in _EVALUATIVE:
            first -= 1
        return first, last

    def _arm(self, hit: Hit, before: str) -> Named | None:
        """Return "secretariat of the pact" for "its secretariat"."""
        english = hit.row.get("english")
        if before not in _ITS or hit.row["class"] not in _ARMS or english is None:
            return None
        owner = next(
            (one for one in reversed(self._before(hit)) if one.canonical), None
        )
        if owner is None or owner.type == "state":
            return None
        name = f"{owner.canonical} {english}"
        one = Named(0, 0, 0, name, hit.row["type"], (hit.row["class"],))
        return later_mention(hit.first, hit.last, hit.clitic, one)

    def _without_name(self, hit: Hit) -> Named | None:
        """Return a body that has no name in the text, only its class."""
        row = hit.row
        if row["class"] == "ministry":
            return self._of_minister(hit)
        english = row.get("english")
        is_speaker = hit.last in self.says and row["class"] in _SPEAKING
        if english is None or not is_speaker:
            return None
        one = Named(0, 0, 0, english, row["type"], (row["class"],))
        named = later_mention(hit.first, hit.last, hit.clitic, one)
        return named._replace(score=0.5, why="a body that speaks, without a name")

    def _of_minister(self, hit: Hit) -> Named | None:
        """Return the ministry of the minister named last before."""
        place = bisect_left(self.ministers, hit.first, key=lambda one: one.first)
        if place == 0:
            return None
        minister = self.ministers[place - 1]
        if hit.first - minister.last > _MINISTER_MEMORY:
            return None
        field = PORTFOLIOS.get(minister.row["english"]) or self._field(minister)
        english = f"Ministry of {field}" if field else "Ministry"
        one = Named(0, 0, 0, english, "office", ("ministry",))
        return later_mention(hit.first, hit.last, hit.clitic, one)

    def _field(self, minister: Hit) -> str:
        """Return the English of the field that follows a minister."""
        fields = self.passage.hits("body_field")
        place = bisect_left(fields, minister.last, key=lambda one: one.first)
        if place < len(fields) and fields[place].first == minister.last:
            return fields[place].row["english"]
        return ""


# Of the words that head the names of companies, those that are class words too.
_FIRMS = frozenset(["company", "corporation", "airline", "airlines", "holding"])
_TROOPS = frozenset(["forces", "troops", "force"])
_OFTEN_CALLED = frozenset(["group", "organisation", "union", "force", "forces"])


def _called(before: Sequence[Named], word: str) -> Named | None:
    """Return the nearest body whose name holds the class word itself."""
    key = word.casefold()
    if key in _OFTEN_CALLED or " " in key:
        return None
    for one in reversed(before):
        if one.type != "state" and key in one.canonical.casefold().split():
            return one
    return None


_GENERIC = wordset("generic_class_words")


def _alike(word: str) -> frozenset[str]:
    """Return the classes that a class word serves besides its own."""
    return _SERVING.get(word, frozenset())


_ANY = frozenset(
    "organisation association agency foundation network federation union community institute committee collective platform cooperative observatory club syndicate programme fund group".split()
)
_GROUPS = frozenset(
    "group movement organisation association collective taskforce network front militia brigade syndicate".split()
)
_PARLIAMENTS = frozenset(["parliament", "assembly", "chamber"])
_UNIONS = frozenset(
    [
        "union",
        "league",
        "community",
        "alliance",
        "bloc",
        "council",
        "association",
        "pact",
    ]
)
_SERVING: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        ("organisation", "organization", "body", "institution", "organisme", "entity", "structure"), _ANY
    ),
    **dict.fromkeys(("group", "groupe"), _GROUPS),
    **dict.fromkeys(
        ("charity", "ngo", "ong", "association", "collectif", "nonprofit"),
        frozenset(["organisation", "association", "foundation", "network", "collective"]),
    ),
    **dict.fromkeys(("bloc", "union"), _UNIONS),
    **dict.fromkeys(("house", "chamber", "assembly", "parliament", "assemblee", "chambre", "parlement", "chambres"), _PARLIAMENTS),
    **dict.fromkeys(("department", "ministry", "departement", "ministere"), frozenset(["ministry", "department"])),
    **dict.fromkeys(("command", "commandement"), frozenset(["command", "force"])),
    **dict.fromkeys(("force",), frozenset(["force", "mission"])),
    **dict.fromkeys(("movement", "mouvement", "formation", "party", "parti"), frozenset(["movement", "party", "front"])),
    **dict.fromkeys(("commission", "comite", "committee"), frozenset(["commission", "committee"])),
    **dict.fromkeys(("lender",), frozenset(["bank", "fund"])),
    **dict.fromkeys(("institut", "institute", "centre", "center"), frozenset(["institute", "centre", "foundation"])),
    **dict.fromkeys(("missions", "mission"), frozenset(["mission", "embassy"])),
    **dict.fromkeys(("firm", "company", "entreprise", "societe"), frozenset(["company"])),
}  # fmt: skip
