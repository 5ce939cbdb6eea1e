"""The walk over an Arabic name after its head: idafa, adjectives, purposes, places.

A head without article asks for a noun until a definite one closes the idafa. What is
closed may take adjectives, «و» with another noun, «ل» with a purpose, and for some
heads a place.
"""

from collections.abc import Callable, Sequence

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_english import Owners, Piece, is_own_name, own_name
from marsad.reading.names.arabic_words import (
    Meaning,
    adjective_at,
    noun_at,
    province_at,
)
from marsad.reading.names.bodies import Part, Parts
from marsad.reading.names.gazetteer import arabic_names, is_common
from marsad.reading.names.naming import Named
from marsad.reading.names.romanised import romanised
from marsad.reading.wordsets import wordset

_STOP = wordset("ends_of_names")
_OPENERS = frozenset("\"«“(‘'")
_CLOSERS = frozenset("\"»”)’'")
_PARTICLES = frozenset(["ابو", "ابي", "بن", "عبد", "ال"])
_PLURAL_ENDINGS = ("ين", "ون")
_SHORT = {"United Nations": "UN", "European Union": "EU"}
_OF_CITIES = frozenset(["centre", "parliament", "court", "university", "municipality", "bank", "command", "fund", "secretariat", "police", "directorate", "office", "embassy", "club", "governorate", "chamber", "school", "faculty", "prosecution", "council", "port", "mission", "institute"])  # fmt: skip
# Heads whose place belongs to the name: «سفارة اليابان في الأردن».
_PLACED = frozenset(["embassy", "consulate", "mission", "office"])
# Heads behind which a city with «ب» is part of the name, in the Maghreb above all.
_SEATED = frozenset(["court", "prosecution", "faculty", "directorate"])
# Heads that take the name of a founder, or a word for their own name.
_OF_NAMES = frozenset(["organisation", "company", "foundation", "fund", "association", "centre", "institute", "network", "university", "bank", "club", "school", "municipality", "governorate", "campaign", "newspaper", "team"])  # fmt: skip
_CAUSES = wordset("causes_ar")
# Heads whose field may be any noun: what other heads have in common is no body.
_OF_ANY_FIELD = frozenset(["ministry", "council", "committee", "commission", "association", "union", "university", "faculty", "court", "company", "foundation", "organisation", "institute", "party", "directorate", "municipality", "governorate", "fund", "bank", "federation"])  # fmt: skip
# Heads that take a word of politics for their name: «تحالف الفتح».
_POLITICAL = frozenset(["alliance", "bloc", "coalition", "front", "party", "list"])
_NOT_JOINED = wordset("not_joined_ar")
_LINKS = wordset("name_participles_ar")
_ABROAD = (("بالخارج",), ("في", "الخارج"), ("في", "المهجر"), ("بالمهجر",))
_PLACE_LINKS = frozenset(["في", "لدي", "بشان", "حول"])
_ABOUT = frozenset(["بشان", "حول"])
_OWNED = frozenset(["التابعه", "التابع", "تابعه", "تابع"])
_TIMES = wordset("adjectives_of_time_ar")
_ADJECTIVE_ENDINGS = ("يه", "ي", "يين")
_LEAST_ADJECTIVE = 6  # letters of an adjective that no list knows, article included
_MOST_PLAIN, _MOST_NAME = 2, 3
# Places of every text, which name nobody: «محكمة المدينة».
_ANY_PLACE = wordset("any_places_ar")


# How a body inside a name is put together in its turn.
Builder = Callable[[Parts, Hit], Named | None]


class Walk:
    """A walk over the words after a head, taking those that belong to its name."""

    __slots__ = (
        "adjectives",
        "build",
        "has_purpose",
        "head",
        "inner",
        "is_definite",
        "is_feminine",
        "is_masculine",
        "known",
        "last",
        "named",
        "needs",
        "owners",
        "parts",
        "pieces",
        "plain",
        "words",
    )

    def __init__(
        self, parts: Parts, head: Hit, build: Builder, *, is_definite: bool
    ) -> None:
        self.build = build
        self.parts = parts
        self.words: Sequence[str] = parts.passage.words
        self.head = head
        self.is_definite = is_definite
        self.needs = not is_definite
        self.last = head.last
        self.known = self.adjectives = self.plain = self.named = 0
        self.owners = Owners()
        self.inner: Hit | None = None  # a known body inside the name
        self.pieces: list[Piece] = []
        self.has_purpose = False
        is_single = head.last - head.first == 1
        ends_feminine = self.words[head.first].endswith(("ه", "ات", "يا"))
        self.is_feminine = is_single and ends_feminine
        self.is_masculine = is_single and not ends_feminine

    def run(self, end: int) -> None:
        """Take words while they belong to the name."""
        whole = (self.last, len(self.pieces))
        while self.last < end and self._step(self.last):
            if not self.needs:
                whole = (self.last, len(self.pieces))
        if self.needs and self.has_purpose | (len(self.pieces) > whole[1]) and whole[1]:
            self.last, self.needs = whole[0], False
            del self.pieces[whole[1] :]

    def _step(self, token: int) -> bool:
        word = self.words[token]
        if self.needs:
            return self._complement(token)
        if word in _PLACE_LINKS:
            return self._abroad(token) or self._place(token)
        if word in _OWNED:
            return self._owner_body(token)
        if word in _LINKS and self.is_definite and self._link(token):
            return True
        if word in _STOP or not word[0].isalpha():
            return False
        if token in self.parts.persons and not adjective_at(self.words, token):
            return False
        return (
            self._abroad(token)
            or self._seated(token)
            or self._nationality(token)
            or self._purpose(token)
            or self._joined(token)
            or self._adjective(token)
        )

    # What the head asks for.

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
        self._take(Piece(_SHORT.get(canonical, canonical), "body"), last)

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
        self._take(Piece(state.row["en"].split("|")[0], "state"), state.last)
        return True

    def _city(self, token: int) -> bool:
        if self.head.row["class"] not in _OF_CITIES:
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

    def _take_noun(self, noun: Meaning) -> None:
        self._take(Piece(noun.english, noun.kind), noun.last)
        self.needs = not noun.is_definite

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
        if is_common(word, is_once=True) and word not in arabic_names():
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

    # What may follow when nothing is missing.

    def _abroad(self, token: int) -> bool:
        """Take «بالخارج» behind the people who live there."""
        length = next(
            (
                len(form)
                for form in _ABROAD
                if tuple(self.words[token : token + len(form)]) == form
            ),
            0,
        )
        if not length or not self._has_noun():
            return False
        self.pieces.append(Piece("Abroad", "tail"))
        self.last = token + length
        return True

    def _nationality(self, token: int) -> bool:
        hit = self.parts.known.nationality.get(token)
        word = self.words[token]
        if hit is None or hit.clitic or not word.startswith("ال"):
            return False
        if hit.row["iso"] == "ML" and adjective_at(self.words, token):
            return False  # «المالي» is financial before it is Malian
        is_masculine = not word.endswith(("ه", *_PLURAL_ENDINGS))
        if self.is_feminine and is_masculine and not self._ends_in_noun():
            return False
        english = hit.row["en"].split("|")[0] or hit.row["iso"]
        part = Part(hit, english, "nationality")
        self.owners = Owners((*self.owners.parts, part))
        self.adjectives += 1
        self.last = hit.last
        return True

    def _ends_in_noun(self) -> bool:
        word = self.words[self.last - 1]
        return self.plain > 0 or (self.known > 0 and not word.endswith("ه"))

    def _adjective(self, token: int) -> bool:
        word = self.words[token]
        meaning = adjective_at(self.words, token)
        if meaning and meaning.is_definite and meaning.clitic in ("", "و"):
            if word in _TIMES or (meaning.clitic and not self.adjectives):
                return False
            if not self._agrees(token):
                return False
            self._take_adjective(meaning.english, meaning.last)
            return True
        if not self._looks_like_adjective(token):
            return False
        self.last = token + 1
        return True

    def _agrees(self, token: int) -> bool:
        """Say whether an adjective agrees with the head or with a noun before it."""
        word, before = self.words[token], self.words[token - 1]
        if word.endswith(_PLURAL_ENDINGS):
            is_plural = bool(self.pieces) and self.pieces[-1].english.endswith("s")
            return before.endswith(_PLURAL_ENDINGS) or is_plural
        if not self.is_definite or self.known or self.plain:
            return True
        if self.is_feminine:
            return word.endswith(("ه", "يا", "ري", "ا"))
        return not (self.is_masculine and word.endswith("ه"))

    def _take_adjective(self, english: str, last: int) -> None:
        """Take an adjective: of the head, or of the noun of a purpose."""
        is_of_place = bool(self.pieces) and self.pieces[-1].role == "city"
        is_inner = is_of_place or (self.has_purpose and self._follows_noun())
        role = "adj" if is_inner else "rank"
        self.pieces.append(Piece(english, role))
        self.adjectives += 1
        self.last = last

    def _follows_noun(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].role in ("noun", "open", "adj")

    def _looks_like_adjective(self, token: int) -> bool:
        """Say whether a definite word that no list knows is an adjective by its form."""
        word = self.words[token]
        if not word.startswith("ال") or len(word) < _LEAST_ADJECTIVE or word in _TIMES:
            return False
        if noun_at(self.words, token) or token in self.parts.heads:
            return False
        if word in arabic_names() or token in self.parts.cities:
            return False
        is_fit = word.endswith("يه") or (word.endswith("ي") and not self.is_feminine)
        return is_fit and token not in self.parts.titles

    def _joined(self, token: int) -> bool:
        """Take «و» with another noun: «وزارة الهجرة والمهجرين»."""
        if self.words[token][0] != "و" or not self._has_noun():
            return False
        noun = noun_at(self.words, token)
        if noun is None or noun.clitic not in ("و", "ول"):
            return False
        bare = self.words[token].removeprefix("و").removeprefix("ال")
        is_other = bare in _NOT_JOINED or token in self.parts.heads
        if is_other or token in self.parts.bodies:
            return False
        if not noun.is_definite and noun.kind != "open":
            return False
        self.pieces.append(Piece("and", "and"))
        self._take_noun(noun)
        return True

    def _has_noun(self) -> bool:
        roles = {piece.role for piece in self.pieces}
        return not roles.isdisjoint(("noun", "open"))

    def _purpose(self, token: int) -> bool:
        """Take «ل» with what a body is for: «الهيئة الوطنية لإزالة الألغام»."""
        word = self.words[token]
        if word[0] != "ل" or self.head.row["class"] == "ministry":
            return False
        if self.is_definite and not self._is_described():
            return False
        if token in self.parts.bodies:
            return False
        if self.head.row["class"] == "mission" and token in self.parts.known.state:
            return self._sender(self.parts.known.state[token])
        noun = noun_at(self.words, token)
        if noun is None:
            return token not in self.parts.heads and self._plain_purpose(token)
        bare = word.removeprefix("لل").removeprefix("ل")
        if noun.clitic != "ل" or bare in _NOT_JOINED:
            return False
        if not noun.is_definite and not self._goes_on(noun):
            return False
        self.pieces.append(Piece("for", "for"))
        self.has_purpose = True
        self._take_noun(noun)
        return True

    def _sender(self, state: Hit) -> bool:
        """Take the state whose mission it is: «البعثة الدائمة لقطر»."""
        english = state.row["en"].split("|")[0]
        self._take(Piece(english, "state"), state.last)
        return True

    def _is_described(self) -> bool:
        is_long = self.head.last - self.head.first > 1
        return is_long or self.known > 0 or self.last > self.head.last

    def _goes_on(self, noun: Meaning) -> bool:
        """Say whether a definite noun follows soon, which an open idafa asks for."""
        ahead = self.words[noun.last : noun.last + 3]
        return any(word.startswith(("ال", "وال")) for word in ahead[:2]) or (
            noun.last in self.parts.known.state
        )

    def _plain_purpose(self, token: int) -> bool:
        """Take a purpose that no list knows: «الاتحاد الخليجي للمدفوعات»."""
        word = self.words[token]
        is_known = token in self.parts.known.state or token in self.parts.titles
        if not word.startswith("لل") or is_known or self.has_purpose or self._speaks():
            return False
        if not self.adjectives or token in self.parts.persons:
            return False
        self.pieces.append(Piece("for", "for"))
        self.has_purpose = True
        self.pieces.append(Piece(romanised(["ال" + word[2:]]), "name"))
        self.plain += 1
        self.last = token + 1
        return True

    def _speaks(self) -> bool:
        """Say whether a verb of saying stands before the head, which takes «ل» too."""
        return self.head.first in self.parts.after_verbs

    def _link(self, token: int) -> bool:
        """Take «المعنية بحقوق الطفل» with its noun."""
        if token + 1 >= len(self.words):
            return False
        noun = noun_at(self.words, token + 1)
        if noun is None or noun.clitic != "ب":
            return False
        self.pieces.append(Piece("for", "for"))
        self.has_purpose = True
        self._take_noun(noun)
        return True

    def _place(self, token: int) -> bool:
        """Take the place of an embassy, a mission or an office."""
        is_about = self.words[token] in _ABOUT and self.head.last - self.head.first > 1
        is_placed = (
            self.head.row["class"] in _PLACED and self.words[token] not in _ABOUT
        )
        if token + 1 >= len(self.words) or not (is_about or is_placed):
            return False
        state = self.parts.known.state.get(token + 1)
        body = self.parts.bodies.get(token + 1)
        if state and not state.clitic:
            english, last = state.row["en"].split("|")[0], state.last
        elif body and not body.clitic and body.row["type"] != "armed_group":
            english, last = body.row["canonical"], body.last
        else:
            return False
        self.pieces.append(Piece("in", "in"))
        self._take(Piece(english, "state"), last)
        if body and not state:
            self.inner = body
        return True

    def _seated(self, token: int) -> bool:
        """Take the city of a court or an office: «محكمة الاستئناف بالرباط»."""
        word = self.words[token]
        if word[0] != "ب" or self.head.row["class"] not in _SEATED:
            return False
        city = self.parts.cities.get(token)
        if city and city.clitic == 1:
            english, last = city.row["en"].split("|")[0], city.last
        else:
            bare = [word[1:], *self.words[token + 1 : token + 3]]
            province = province_at(bare, 0)
            if province is None:
                return False
            english, last = province[0], token + province[1]
        self.pieces.append(Piece("in", "in"))
        self._take(Piece(english, "city"), last)
        return True

    def _owner_body(self, token: int) -> bool:
        """Take «التابعة للأمم المتحدة» with the body or state that owns this one."""
        body = self.parts.bodies.get(token + 1)
        if body is None or not self.words[token + 1].startswith("ل"):
            return False
        canonical = body.row["canonical"]
        self.pieces.insert(0, Piece(_SHORT.get(canonical, canonical), "rank"))
        self.known += 1
        self.last = body.last
        return True

    def _take(self, piece: Piece, last: int) -> None:
        self.pieces.append(piece)
        self.known += 1
        self.last = last
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


__all__ = ["Walk"]
