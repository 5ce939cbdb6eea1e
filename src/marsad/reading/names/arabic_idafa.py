"""What an Arabic head without article asks for: the nouns of its idafa.

A body, a state, a city, a people, a noun of work, a founder or a name of its own closes
the idafa; a verbal noun leaves it open.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_english import Piece, is_own_name, own_name
from marsad.reading.names.arabic_steps import Steps, in_short
from marsad.reading.names.arabic_words import (
    CAPITALS,
    Meaning,
    adjective_at,
    noun_at,
    province_at,
)
from marsad.reading.names.gazetteer import arabic_names, is_common
from marsad.reading.names.romanised import romanised
from marsad.reading.wordsets import wordset

_STOP = wordset("ends_of_names")
_OPENERS = frozenset("\"«“(‘'")
_CLOSERS = frozenset("\"»”)’'")
_PARTICLES = frozenset(["ابو", "ابي", "بن", "عبد", "ال"])
_PLURAL_ENDINGS = ("ين", "ون")
_OF_CITIES = frozenset(["centre", "government", "parliament", "court", "university", "municipality", "bank", "command", "fund", "secretariat", "police", "directorate", "office", "embassy", "club", "governorate", "chamber", "school", "faculty", "prosecution", "council", "port", "mission", "institute"])  # fmt: skip
# Heads of a city, before the name of a state that is its capital's too.
_OF_CAPITALS = frozenset(["municipality", "governorate", "court", "prosecution"])
# Heads that take the name of a founder, or a word for their own name.
_OF_NAMES = frozenset(["organisation", "company", "foundation", "fund", "association", "centre", "institute", "network", "university", "bank", "club", "school", "municipality", "governorate", "campaign", "newspaper", "team"])  # fmt: skip
_CAUSES = wordset("causes_ar")
# Heads whose field may be any noun: what other heads have in common is no body.
_OF_ANY_FIELD = frozenset(["ministry", "council", "committee", "commission", "association", "union", "university", "faculty", "court", "company", "foundation", "organisation", "institute", "party", "directorate", "municipality", "governorate", "fund", "bank", "federation"])  # fmt: skip
# Heads that take a word of politics for their name: «تحالف الفتح».
_POLITICAL = frozenset(["alliance", "bloc", "coalition", "front", "party", "list"])
_MOST_PLAIN, _MOST_NAME = 2, 3
# Places of every text, which name nobody: «محكمة المدينة».
_ANY_PLACE = wordset("any_places_ar")


class Idafa(Steps):
    """The steps that give a head without article what it asks for."""

    __slots__ = ()

    def _complement(self, token: int) -> bool:
        word = self.words[token]
        if word in _STOP:
            return False
        if word in _OPENERS:
            return self._body_in_marks(token)
        if not word[0].isalpha():
            return False
        return (
            self._body(token)
            or self._nested(token)
            or self._state(token)
            or self._city(token)
            or self._people(token)
            or self._noun(token)
            or self._founder(token)
            or self._plain(token)
        )

    def _is_near(self, token: int) -> bool:
        return token == self.head.last or self.known > 0

    def _body(self, token: int) -> bool:
        """Take a known body that the head belongs to: «بعثة الأمم المتحدة»."""
        body = self.parts.bodies.get(token)
        if body is None or not self._is_near(token) or not _may_own(body):
            return False
        noun = noun_at(self.words, token)
        if noun and noun.last > body.last:
            return False
        self._take_body(body, body.last)
        return True

    def _nested(self, token: int) -> bool:
        """Take a body put together in its turn: «مجلس إدارة مؤسسة الموانئ»."""
        if token not in self.parts.heads or token != self.head.last:
            return False
        if self.words[token].startswith("ال"):
            return False
        for head in self.parts.heads_at(token):
            inner = self.build(self.parts, head) if not head.clitic else None
            if inner is not None and inner.last - inner.first > 1:
                self._take(Piece(inner.canonical, "body"), inner.last)
                return True
        return False

    def _take_body(self, body: Hit, last: int) -> None:
        canonical = body.row["canonical"]
        self.inner = body
        self._take(Piece(in_short(canonical), "body"), last)

    def _body_in_marks(self, token: int) -> bool:
        """Take a known body that stands in marks: «بعثة "يونامي"»."""
        body = self.parts.bodies.get(token + 1)
        if body is None or self.words[body.last : body.last + 1] == []:
            return False
        if self.head.row["class"] in ("agency", "company"):
            return False  # a class word stays outside before a bare name
        if self.words[body.last] not in _CLOSERS or body.row["type"] == "armed_group":
            return False
        self._take_body(body, body.last + 1)
        return True

    def _state(self, token: int) -> bool:
        state = self.parts.known.state.get(token)
        if state is None or state.clitic:
            return False
        if token > self.head.last and not self.known:
            return False
        english, role = state.row["en"].split("|")[0], "state"
        if self.head.row["class"] in _OF_CAPITALS and state.row["iso"] in CAPITALS:
            english, role = CAPITALS[state.row["iso"]], "city"
        self._take(Piece(english, role), state.last)
        return True

    def _city(self, token: int) -> bool:
        is_first = token == self.head.last
        if is_first and self.head.row["class"] not in _OF_CITIES:
            return False
        city = self.parts.cities.get(token)
        if city and not city.clitic:
            self._take(Piece(city.row["en"].split("|")[0], "city"), city.last)
            return True
        province = province_at(self.words, token)
        if province:
            self._take(Piece(province[0], "city"), province[1])
        return province is not None

    def _people(self, token: int) -> bool:
        """Take a people as the noun of an idafa: «جمعية التونسيين»."""
        people = self.parts.known.nationality.get(token)
        word = self.words[token]
        if people is None or not word.startswith("ال"):
            return False
        if not word.endswith(_PLURAL_ENDINGS):
            return False
        english = people.row["en"].split("|")[0] + "s"
        self._take(Piece(english, "noun"), people.last)
        return True

    def _noun(self, token: int) -> bool:
        noun = noun_at(self.words, token)
        if noun is None or (token == self.head.last and not self._may_be_field(token)):
            return False
        if noun.clitic and not self._may_join(noun):
            return False
        if noun.clitic:
            self.pieces.append(Piece("and", "and"))
        self._take_noun(noun)
        return True

    def _may_be_field(self, token: int) -> bool:
        """Say whether a noun can be what a head of this class is named after."""
        word, name_class = self.words[token], self.head.row["class"]
        if word in _ANY_PLACE:
            return False
        if name_class == "movement":
            bare = word.removeprefix("ال")
            return bare in _CAUSES
        return self.head.row["english"] != "Organisation" or name_class != "group"

    def _may_join(self, noun: Meaning) -> bool:
        """Say whether «و» joins a noun to the one before it in an open idafa."""
        is_after_noun = bool(self.pieces) and self.pieces[-1].role in ("noun", "open")
        return noun.clitic == "و" and is_after_noun

    def _founder(self, token: int) -> bool:
        """Take the person whose name a body bears: «مؤسسة محمد بن راشد»."""
        if token != self.head.last or self.head.row["class"] not in _OF_NAMES:
            return False
        last = token
        while last < token + 4 and last < len(self.words):
            word = self.words[last]
            is_part = word in arabic_names() or word in _PARTICLES
            if not is_part or (last > token and word.startswith("ال")):
                break
            last += 1
        if last - token < 2 and token not in self.parts.persons:
            return False
        last = max(last, token + 1)
        self._take(Piece(romanised(self.words[token:last]), "name"), last)
        self.named += 1
        return True

    def _plain(self, token: int) -> bool:
        """Take a word that is not known, as the noun that the idafa asks for."""
        word = self.words[token]
        if self.plain >= _MOST_PLAIN or token in self.parts.persons:
            return False
        if token in self.parts.titles or token in self.parts.heads:
            return False
        if self.head.row["kind"] == "group":
            return self._proper(token)
        if word.startswith("ال") and len(word) > 3:
            adjective = adjective_at(self.words, token)
            if token == self.head.last and (adjective or word in _ANY_PLACE):
                return False
            name_class = self.head.row["class"]
            is_chosen = name_class in _POLITICAL and is_own_name(word)
            is_loose = token == self.head.last and name_class not in _OF_ANY_FIELD
            after = self.words[token + 1 : token + 2]
            is_chosen = is_chosen or bool(after and after[0].startswith("لل"))
            if is_loose and is_common(word) and not is_chosen:
                return False
            self._take_plain(token)
            return True
        return self._own_name(token)

    def _own_name(self, token: int) -> bool:
        """Take an indefinite word that no list knows as the body's own name."""
        word, kind = self.words[token], self.head.row["kind"]
        is_place = self.head.row["class"] in ("municipality", "governorate", "court")
        if word.startswith(("وال", "بال", "لل")):
            return False
        if kind == "state_body" and not is_place:
            return False
        if token != self.head.last or adjective_at(self.words, token):
            return False
        is_known = word in arabic_names() or is_own_name(word)
        is_feminine = word.endswith("ه")  # an adjective: «رابطة فضفاضة»
        if (is_feminine or is_common(word, is_once=True)) and not is_known:
            return False
        is_adjective = word.endswith(("يه", "ي")) and word not in arabic_names()
        if is_adjective or self.head.row["class"] not in _OF_NAMES | {"party", "front"}:
            return False
        self._take_plain(token)
        self.named += 1
        while self.plain < _MOST_NAME and self._goes_on_as_name(self.last):
            self._take_plain(self.last)
        return True

    def _goes_on_as_name(self, token: int) -> bool:
        """Say whether a name of several words goes on: «شركة كونكو فيليبس»."""
        word = self.words[token] if token < len(self.words) else "."
        if not word.isalpha() or word in _STOP or word in arabic_names():
            return False
        at_something = token in self.parts.titles or token in self.parts.after_verbs
        is_article = word.startswith(("ال", "وال", "بال", "لل", "و"))
        return not (is_article or at_something or is_common(word))

    def _proper(self, token: int) -> bool:
        """Take a word that can be the name of an armed group, and is no everyday noun."""
        word = self.words[token]
        if self.words[token - 1] not in _PARTICLES and not _is_proper(word):
            return False
        self._take_plain(token)
        self.needs = word in _PARTICLES
        return True

    def _take_plain(self, token: int) -> None:
        self.plain += 1
        english = own_name([self.words[token]])
        self.pieces.append(Piece(english, "name"))
        self.last = token + 1
        self.needs = False


def _may_own(body: Hit) -> bool:
    return (
        not body.clitic
        and body.row["class"] != "marked group"
        and body.row["type"] != "armed_group"
    )


def _is_proper(word: str) -> bool:
    if is_common(word) and word not in arabic_names():
        return False
    return (
        word in _PARTICLES
        or word in arabic_names()
        or not (word.startswith("ال") or word.endswith("ه"))
    )


__all__ = ["Idafa"]
