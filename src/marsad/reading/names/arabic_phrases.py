"""The walk over an Arabic name after its head: idafa, adjectives, purposes, places.

A head without article asks for a noun until a definite one closes the idafa. What is
closed may take adjectives, «و» with another noun, «ل» with a purpose, and for some
heads a place.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_english import Owners, Piece
from marsad.reading.names.arabic_idafa import Idafa
from marsad.reading.names.arabic_steps import in_short
from marsad.reading.names.arabic_words import (
    CAPITALS,
    Meaning,
    adjective_at,
    noun_at,
    province_at,
)
from marsad.reading.names.bodies import Part
from marsad.reading.names.gazetteer import arabic_names
from marsad.reading.names.romanised import romanised
from marsad.reading.wordsets import wordset

_STOP = wordset("ends_of_names")
_PLURAL_ENDINGS = ("ين", "ون")
# Heads whose place belongs to the name: «سفارة اليابان في الأردن».
_PLACED = frozenset(["embassy", "consulate", "mission", "office"])
# Heads behind which a city with «ب» is part of the name, in the Maghreb above all.
_SEATED = frozenset(["court", "prosecution", "faculty", "directorate", "embassy", "consulate", "mission", "office", "chamber", "union"])  # fmt: skip
# Heads of organs, whose body follows with «ل».
_ORGANS = frozenset(["secretariat", "bureau", "council", "committee", "office", "board", "assembly", "branch"])  # fmt: skip
_NOT_JOINED = wordset("not_joined_ar")
_LINKS = wordset("name_participles_ar")
_ABROAD = (("بالخارج",), ("في", "الخارج"), ("في", "المهجر"), ("بالمهجر",))
_PLACE_LINKS = frozenset(["في", "لدي", "بشان", "حول"])
_NO_NOUNS = frozenset(["rank", "adj", "and", "for", "in", "tail"])
_TOWNS = frozenset(
    ["لمدينه", "لمحافظه", "لبلده", "لبلديه", "لقضاء", "لناحيه", "لمنطقه"]
)
_ABOUT = frozenset(["بشان", "حول"])
_OWNED = frozenset(["التابعه", "التابع", "تابعه", "تابع"])
_TIMES = wordset("adjectives_of_time_ar")
_LEAST_ADJECTIVE = 6  # letters of an adjective that no list knows, article included


class Walk(Idafa):
    """A walk over the words after a head, taking those that belong to its name."""

    __slots__ = ()

    def run(self, end: int) -> None:
        """Take words while they belong to the name."""
        whole = (self.last, len(self.pieces))
        while self.last < end and self._step(self.last):
            if not self.needs:
                whole = (self.last, len(self.pieces))
        if self.needs and self.has_purpose | (len(self.pieces) > whole[1]) and whole[1]:
            self.last, self.needs = whole[0], False
            del self.pieces[whole[1] :]
            self.has_purpose = any(one.role == "for" for one in self.pieces)
            self.known = sum(one.role not in _NO_NOUNS for one in self.pieces)

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
        if word.endswith(_PLURAL_ENDINGS) and not self.pieces:
            return False
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
        is_fields = self.is_masculine and self.words[last - 1].endswith("ه")
        if english == "General" and is_fields and self.known:
            english = "Public"  # «صندوق الاستثمارات العامة»
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
        name_class = self.head.row["class"]
        if self.words[token][0] != "ل" or name_class == "ministry":
            return False
        if self.is_definite and not self._is_described():
            return False
        if token in self.parts.bodies:
            return name_class in _ORGANS and self._organ_of(token)
        if name_class == "mission" and token in self.parts.known.state:
            return self._sender(self.parts.known.state[token])
        if name_class == "council" and self._of_town(token):
            return True
        noun = noun_at(self.words, token)
        if noun is None:
            return token not in self.parts.heads and self._plain_purpose(token)
        return self._noun_of_purpose(noun, self.words[token])

    def _of_town(self, token: int) -> bool:
        """Take the town of a council: «المجلس المحلي لمدينة إدلب»."""
        words = self.words
        if words[token] in _TOWNS:
            place = province_at(words, token + 1) if token + 1 < len(words) else None
        else:
            bare = [words[token][1:], *words[token + 1 : token + 3]]
            found = province_at(bare, 0)
            place = (found[0], token + found[1]) if found else None
        if place is None:
            return False
        self.pieces.insert(0, Piece(place[0], "city"))
        self.known += 1
        self.last = place[1]
        return True

    def _noun_of_purpose(self, noun: Meaning, word: str) -> bool:
        bare = word.removeprefix("لل").removeprefix("ل")
        if noun.clitic != "ل" or bare in _NOT_JOINED:
            return False
        if noun.kind == "open" and self._is_asked():
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

    def _is_asked(self) -> bool:
        """Say whether «دعت المنظمة لحماية المدنيين» has «ل» for what is asked."""
        is_named = bool(self.pieces) and self.pieces[0].role == "name"
        return is_named and self.head.first in self.parts.after_calls

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
        state = self.parts.known.state.get(token)
        is_placed = self.head.row["class"] in _PLACED
        if state and state.clitic == 1 and is_placed:
            english, last = state.row["en"].split("|")[0], state.last
        elif state and state.clitic == 1 and state.row["iso"] in CAPITALS:
            english, last = CAPITALS[state.row["iso"]], state.last
        elif city and city.clitic == 1:
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

    def _organ_of(self, token: int) -> bool:
        """Take the body whose organ it is: «الأمانة العامة للأمم المتحدة»."""
        body = self.parts.bodies[token]
        if body.clitic != 1 or body.row["type"] in ("armed_group", "state"):
            return False
        if self.has_purpose:
            return False
        canonical = body.row["canonical"]
        self.pieces.append(Piece(in_short(canonical), "rank"))
        self.known += 1
        self.last = body.last
        self.inner = body
        return True

    def _owner_body(self, token: int) -> bool:
        """Take «التابعة للأمم المتحدة» with the body or state that owns this one."""
        body = self.parts.bodies.get(token + 1)
        if body is None or not self.words[token + 1].startswith("ل"):
            return False
        canonical = body.row["canonical"]
        self.pieces.insert(0, Piece(in_short(canonical), "rank"))
        self.known += 1
        self.last = body.last
        return True


__all__ = ["Walk"]
