"""How far a French name reaches behind its head."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import (
    EVERYDAY,
    Part,
    Parts,
    acronym_after,
)
from marsad.reading.names.french_coordination import (
    bracket_behind,
    goes_on_as_it_began,
    leads_to_field,
    lists_fields,
)
from marsad.reading.names.french_words import (
    is_adjective,
    leads_to_verb,
    listed,
    translated,
)
from marsad.reading.names.gazetteer import latin_names
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

_LINKS = frozenset(
    ["de", "d", "du", "des", "la", "le", "les", "l", "'", "pour", "contre", "et", "sur"]
)
_OF = frozenset(["de", "d", "du", "des", "la", "le", "les", "l", "'"])
_LONGEST = 16
# Heads whose fields are listed: "ministère de la Femme, de la Famille et de l'Enfance".
_WITH_PORTFOLIO = frozenset(["ministry", "secretariat"])
_CHARGED = frozenset(["charge", "chargee", "delegue", "deleguee"])
_PLACED = frozenset(["mission", "embassy", "university", "delegation"])
_OF_PARLIAMENTS = frozenset(["commission", "committee"])
_PARLIAMENTS = frozenset(["parliament", "assembly", "chamber", "congress"])
_NEVER = wordset("never_in_names_fr")
_PARTICIPLES = wordset("participles_fr")
# Before a head these open a sentence or line, and the capital says nothing.
_OPENERS = frozenset([".", "\n", "«", ":", '"', "“", "!", "?", "•", "■", "-", "–", "—"])
_MONTHS = wordset("times_fr")
_NAMED_BY_DAY = frozenset(
    ["movement", "collective", "front", "coalition", "alliance", "group"]
)
_PLACES = frozenset(
    ["rue", "place", "avenue", "lac", "camp", "mont", "quartier", "ville", "port"]
)
_MOST_NOUNS = 3  # small nouns that a name takes in: "victimes de la rue"
_SHORT = 4


class FrenchWalk:
    """A walk over the words after a French head."""

    __slots__ = (
        "capitals",
        "fields",
        "groups",
        "head",
        "house",
        "is_linked",
        "is_loose",
        "is_proper",
        "last",
        "letters",
        "nouns",
        "owner",
        "parts",
    )

    def __init__(self, parts: Parts, letters: Letters, head: Hit) -> None:
        self.parts = parts
        self.letters = letters
        self.head = head
        self.last = head.last
        self.nouns = 0
        self.owner: Part | None = None
        self.fields: list[Part] = []
        # The adjectives of the head, then each phrase that a link begins.
        self.groups: list[list[Part]] = [[]]
        self.capitals: list[str] = []
        self.house = ""  # the parliament whose committee it is
        self.is_linked = False
        # A small head took an adjective that needs a state behind: "fonds souverain".
        self.is_loose = False
        words = parts.passage.words
        is_inside = head.first > 0 and words[head.first - 1] not in _OPENERS
        self.is_proper = is_inside and letters.capital[head.first]

    def run(self) -> None:
        """Take known words and capitals; of a proper name its small words too."""
        end = self.parts.passage.sentences.of(self.head.first)[1]
        end = min(end, self.head.last + _LONGEST)
        token, may_be_name = self.head.last, True
        while token < end:
            if self._takes_part(token) or self._takes_body(token):
                token, may_be_name = self.last, False
            elif self.letters.capital[token] and may_be_name and self._may_take(token):
                token = self._take_capital(token)
            elif self._is_link(token):
                token, may_be_name, self.is_linked = token + 1, True, True
            elif self._takes_day(token):
                token, may_be_name = self.last, False
            elif self._takes_word(token):
                # "la rue Lauzun": a name may stand behind its small noun.
                may_be_name = self.parts.passage.words[token] in _PLACES
                token = self.last
            else:
                break
        if self.is_proper and self.last > self.head.last:
            self.last = bracket_behind(self.parts, self.head.first, self.last) or (
                self.last
            )

    def _take_capital(self, token: int) -> int:
        """Take a capital word, hyphens and all, and return the token after it."""
        words, touches = self.parts.passage.words, self.parts.passage.touches
        last = token + 1
        while words[last : last + 1] == ["-"] and touches(last) and touches(last + 1):
            last += 2  # "Saint-Joseph"
        english = self._english_of(token)
        known = None if token in self.parts.cities else listed(words[token])
        if known is not None and last == token + 1 and not has_portfolio(self.head):
            # "Agence Nationale de Gestion": a common noun with a capital.
            hit = Hit(token, last, 0, "body_field", {})
            self._take(Part(hit, known.english, known.kind))
        elif has_portfolio(self.head):
            hit = Hit(token, last, 0, "body_field", {})
            self._take(Part(hit, english, "field"))
        elif last > token + 1:
            self.capitals.append(self.parts.passage.span(token, last).quote)
        else:
            self.capitals.append(english)
        self.last, self.is_linked = last, False
        return last

    def _takes_part(self, token: int) -> bool:
        """Take a word that the lists know."""
        part = self.parts.at(token)
        if part is None or not self._fits(part, token):
            return False
        is_free = part.kind in ("adj", "nationality") or token == self.head.last
        is_free = is_free or is_adjective(self.parts.passage.words[token])
        if not (self.is_linked or is_free) or (
            part.kind == "state" and not self.is_linked
        ):
            return False
        self._take(part)
        return True

    def _takes_body(self, token: int) -> bool:
        """Take a known body inside the name: "Mission de l'Union africaine"."""
        if self._takes_parliament(token):
            return True
        hit = self.parts.bodies.get(token)
        if hit is None or not (self.is_linked and self.letters.capital[token]):
            return False
        self.capitals.append(hit.row["canonical"])
        self.last, self.is_linked = hit.last, False
        return True

    def _takes_parliament(self, token: int) -> bool:
        """Take whose committee it is: "commission de la défense du parlement danois"."""
        if not self.is_linked or self.head.row["class"] not in _OF_PARLIAMENTS:
            return False
        house = max(
            (
                hit
                for hit in self.parts.heads_at(token)
                if hit.row["class"] in _PARLIAMENTS
            ),
            key=lambda hit: hit.last,
            default=None,
        )
        known = self.parts.bodies.get(token)
        if known is not None and "parliament" in known.row["class"]:
            self.house, self.last = known.row["canonical"], known.last
        elif house is not None:
            self.house, self.last = house.row["english"], house.last
        else:
            return False
        whose = self.parts.at(self.last)
        if whose is not None and whose.kind == "nationality":
            self.house = f"{whose.english} {self.house}"
            self.last = whose.hit.last
        self.is_linked = False
        return True

    def _takes_day(self, token: int) -> bool:
        """Take the day that a movement is named after: "Mouvement du 23 juin"."""
        words = self.parts.passage.words
        if not (self.is_proper and self.is_linked and words[token].isdigit()):
            return False
        month = token + 1 + (words[token + 1 : token + 2] == ["-"])
        is_day = words[month : month + 1] != [] and words[month] in _MONTHS
        if not is_day or self.head.row["class"].split()[0] not in _NAMED_BY_DAY:
            return False
        self.capitals += [words[token], self._english_of(month)]
        self.last, self.is_linked = month + 1, False
        return True

    def _english_of(self, token: int) -> str:
        """Return a capital word in English, or as it is written."""
        city = self.parts.cities.get(token)
        if city is not None and city.last == token + 1:
            return city.row["city"]
        word = self.parts.passage.words[token]
        known = translated(word) if has_portfolio(self.head) else listed(word)
        return known.english if known else self.parts.passage.written(token)

    def _is_link(self, token: int) -> bool:
        words = self.parts.passage.words
        word = words[token]
        if word == "," and not has_portfolio(self.head):
            return self.is_proper and lists_fields(words, self.head.last, token)
        if has_portfolio(self.head):
            if word == ",":
                return self._lists(token)
            if word in _CHARGED:
                return True
        if word in ("en", "au", "aux"):
            return has_portfolio(self.head) or self.head.row["class"] in _PLACED
        if word == "sur" and not self.is_proper:
            return False
        return word in _LINKS and not self._joins_another(token)

    def _lists(self, token: int) -> bool:
        """Say whether a comma leads to the next field of a ministry."""
        words, after = self.parts.passage.words, token + 1
        if words[after : after + 1] not in (["de"], ["d"], ["du"], ["des"]):
            return False
        while after < len(words) and words[after] in _OF:
            after += 1
        return after < len(words) and self.letters.capital[after]

    def _takes_word(self, token: int) -> bool:
        """Take a small word that no list of fields knows."""
        passage, words = self.parts.passage, self.parts.passage.words
        word = words[token]
        is_word = word.isalpha() and len(word) > 2 and word not in _NEVER
        if not is_word or self.letters.capital[token]:
            return False
        english = translated(word)
        if not self.is_proper:
            known = listed(word)
            is_arm = self.head.row["kind"] == "state_body" and self.is_linked
            is_adjective_here = known is not None and known.kind == "adj"
            is_beside = not self.is_linked and is_adjective_here
            if known is None or not (is_arm or is_beside):
                return False
            self.is_loose = self.is_loose or (is_beside and not self.fields)
        is_noun = self.is_linked and token > self.head.last
        if is_noun and (self._is_infinitive(token) or self.nouns >= _MOST_NOUNS):
            return False
        if not is_noun and not self._is_adjective(token):
            return False
        self.nouns += is_noun
        kind = "field" if is_noun else "adj"
        last = token + 1
        while words[last : last + 1] == ["-"] and passage.touches(last + 1):
            last += 2  # "cessez-le-feu"
        hit = Hit(token, last, 0, "body_field", {})
        self._take(Part(hit, english.english if english else "", kind))
        return True

    def _is_infinitive(self, token: int) -> bool:
        """Say whether a word is a verb: "le Conseil de saisir l'occasion"."""
        words = self.parts.passage.words
        of = token - 1 if words[token - 1] == "de" else token - 2
        return leads_to_verb(words, of) or (
            words[token - 1] == "pour" and leads_to_verb(["de", words[token]], 0)
        )

    def _is_adjective(self, token: int) -> bool:
        """Say whether a word after a noun is its adjective, and no verb."""
        words = self.parts.passage.words
        word = words[token]
        if word in _PARTICIPLES or token in self.parts.after_verbs:
            return False
        if is_adjective(word):
            return True
        before = words[token - 1]
        is_plural = before.endswith(("s", "x")) and word.endswith("s")
        is_field = self.last == token and token > self.head.last
        return is_plural and is_field and len(word) > _SHORT

    def _fits(self, part: Part, token: int) -> bool:
        """Say whether a nationality agrees: an adjective without a link before it."""
        before = self.parts.passage.words[token - 1]
        return part.kind != "nationality" or before not in _LINKS

    def _take(self, part: Part) -> None:
        if part.kind in ("nationality", "state"):
            self.owner = part
        self.fields.append(part)
        if self.is_linked:
            self.groups.append([])
        self.groups[-1].append(part)
        self.last, self.is_linked = part.hit.last, False

    def _may_take(self, token: int) -> bool:
        """Say whether a capital may belong to the name and not be a person's."""
        if token in self.parts.persons:
            return False
        word = self.parts.passage.words[token]
        is_everyday = self.head.row["class"] in EVERYDAY
        return not (is_everyday and latin_names().get(word, 0) > 50)

    def _joins_another(self, token: int) -> bool:
        """Say whether "et" leads to another body and not to another field."""
        words = self.parts.passage.words
        if words[token] != "et":
            return False
        after = token + 1
        while after < len(words) and words[after] in _OF:
            after += 1
        if after in self.parts.bodies or (
            after in self.parts.heads and not has_portfolio(self.head)
        ):
            return True
        if has_portfolio(self.head):
            is_name = after in self.parts.persons or after in self.parts.titles
            is_field = after < len(words) and self.letters.capital[after]
            is_ministry = words[after : after + 1] in (["ministere"], ["ministre"])
            return (
                is_name
                or is_ministry
                or not (is_field or self.parts.at(after) is not None)
            )
        if self.is_proper and goes_on_as_it_began(words, self.head.last, token):
            return not leads_to_field(words, after)
        if self.is_proper and words[token + 1 : token + 2] in (["des"], ["de"], ["du"]):
            # "des droits de l'homme et des peuples" goes on as it began.
            is_capital = after < len(words) and self.letters.capital[after]
            return is_capital or not leads_to_field(words, after)
        part = self.parts.at(after)
        return part is None or part.kind not in ("field", "adj")

    def is_enough(self) -> bool:
        """Say whether what was taken makes a name."""
        if self.last == self.head.last:
            return False
        if self.is_loose and not self.owner:
            return False
        kind = self.head.row["kind"]
        needed = self.head.row["class"] in EVERYDAY and not self._is_named()
        if kind == "force":
            return self.owner is not None
        if self.house:
            return True
        if self.capitals or self.owner:
            is_small = not self.letters.capital[self.head.first]
            is_loose = len(self.fields) < 2 and not self.capitals and is_small
            return not (needed and self.owner and is_loose)
        return len(self.fields) > int(needed)

    def _is_named(self) -> bool:
        """Say whether the way it is written makes an everyday word the head of a name."""
        words, head = self.parts.passage.words, self.head
        has_aim = words[head.last : head.last + 1] in (["contre"], ["pour"])
        return has_aim or self.is_proper

    def short_form_at(self) -> int:
        """Return where a name ends whose short form follows: "Coalition ... (ABC)"."""
        passage = self.parts.passage
        if not self.letters.capital[self.head.first]:
            return 0
        for token in range(self.head.last, min(self.head.last + 8, len(passage.words))):
            if passage.words[token] in (",", ".", "\n", ";", ":"):
                return 0
            if acronym_after(passage, token)[0]:
                return token
        return 0


def has_portfolio(head: Hit) -> bool:
    """Say whether a head is a ministry, whose fields are listed."""
    return head.row["class"] in _WITH_PORTFOLIO
