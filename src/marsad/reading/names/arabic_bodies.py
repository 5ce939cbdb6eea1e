"""Arabic bodies: a head with its idafa, its adjectives and its phrases with «ل».

The walk goes from word to word while the grammar allows: a head without article asks
for a noun, a noun with article may take adjectives, a field may take «و» and another.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import EVERYDAY, Part, Parts, english_name, named_body
from marsad.reading.names.gazetteer import arabic_names, common_words, is_common
from marsad.reading.names.naming import Named
from marsad.reading.names.romanised import romanised
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

_STOP = wordset("ends_of_names")
_LONGEST = 9
_MOROCCAN = frozenset(["المغرب", "المغربيه", "درهم", "غشت", "شتنبر", "يوليوز", "عماله"])
_SHORT = {"United Nations": "UN", "European Union": "EU"}
_OF_CITIES = frozenset(["court", "university", "municipality", "bank"])
_LONG_PLAIN = frozenset(["agency", "authority", "association", "fund", "union"])
_LOOSE = frozenset(["network", "team", "programme", "campaign", "chamber"])
_NAMED_BY_ADJECTIVE = frozenset(
    ["council", "court", "party", "movement", "front", "committee", "authority"]
)
_NAMING = frozenset(
    ["national", "supreme", "central", "federal", "legislative", "constitutional", "criminal", "military", "islamic", "socialist", "communist", "liberal", "republican", "democratic", "transitional", "electoral", "executive", "kurdish", "judicial"]
)  # fmt: skip
_OPENERS = frozenset("\"«“(‘'")
_PARTICLES = frozenset(["ابو", "ابي", "بن", "عبد", "ال"])
_PLURAL_ENDINGS = ("ين", "ون")


def arabic_body(parts: Parts, _letters: Letters, head: Hit) -> Named | None:
    """Read the body that an Arabic head word begins."""
    if head.row["kind"] == "press":
        return _press(parts, head)
    words = parts.passage.words
    bare = words[head.first][head.clitic :]
    has_two_lams = words[head.first].startswith(("لل", "ولل")) and bare != "لجنه"
    is_definite = bare.startswith("ال") or has_two_lams
    marked = 0 if is_definite else _marked(parts, head.last)
    if marked and head.row["kind"] in ("body", "firm", "group"):
        name = " ".join([_marked_name(parts, head.last, marked), head.row["english"]])
        return named_body(head, head.first, marked, head.clitic, name)
    ends_definite = words[head.last - 1].startswith("ال")
    walk = _Walk(parts, head, needs=not (is_definite or ends_definite))
    walk.run(min(parts.passage.sentences.of(head.first)[1], head.last + _LONGEST))
    if not walk.is_enough(is_definite=is_definite):
        return None
    built = named_body(head, head.first, walk.last, head.clitic, walk.english())
    built = built._replace(classes=(*built.classes, *walk.inner))
    return _municipality(parts, built) if bare == "جماعه" else built


def _municipality(parts: Parts, built: Named) -> Named:
    """Read «جماعة» as a town where a text is Moroccan: there it is a municipality."""
    isos = [hit.row["iso"] for hit in parts.known.state.values()]
    is_moroccan = "MA" in isos or any(word in _MOROCCAN for word in parts.passage.words)
    if not is_moroccan or built.type != "armed_group":
        return built
    name = f"municipality of {built.canonical}"
    return built._replace(canonical=name, type="office", classes=("municipality",))


def _press(parts: Parts, head: Hit) -> Named | None:
    """Read a name in marks or Latin letters after «صحيفة»: the class word stays outside."""
    passage, first = parts.passage, head.last
    words = passage.words
    marked = _marked(parts, first)
    if marked:
        name = _marked_name(parts, first, marked)
        return named_body(head, first + 1, marked - 1, 0, name)
    last = first
    while last < len(words) and words[last].isascii() and words[last].isalpha():
        last += 1
    if last == first or last - first > _LONGEST_MARKED:
        return None
    return named_body(head, first, last, 0, passage.span(first, last).quote)


_CLOSERS = frozenset("\"»”)’'")
_LONGEST_MARKED = 4


def _marked(parts: Parts, token: int) -> int:
    """Return the token after a short name in marks that begins at a token, or 0."""
    words = parts.passage.words
    if words[token : token + 1] == [] or words[token] not in _OPENERS - {"(", "'"}:
        return 0
    if token + 1 in parts.bodies:
        return 0
    for last in range(token + 2, min(token + _LONGEST_MARKED + 2, len(words))):
        if words[last] in _CLOSERS:
            return last + 1
        if not words[last][0].isalnum() and words[last] not in ("-", "."):
            return 0
    return 0


def _marked_name(parts: Parts, first: int, last: int) -> str:
    words = [word for word in parts.passage.words[first:last] if word.isalpha()]
    if all(word.isascii() for word in words):
        return parts.passage.span(first + 1, last - 1).quote
    return romanised(words) if words else ""


def _may_own(body: Hit) -> bool:
    return (
        not body.clitic
        and body.row["class"] != "marked group"
        and body.row["type"] != "armed_group"
    )


class _Walk:
    """A walk over the words after a head, taking those that belong to its name."""

    __slots__ = (
        "adjectives",
        "fields",
        "head",
        "inner",
        "is_feminine",
        "known",
        "last",
        "needs",
        "owner",
        "parts",
        "plain",
    )

    def __init__(self, parts: Parts, head: Hit, *, needs: bool) -> None:
        self.parts = parts
        self.head = head
        self.needs = needs
        self.last = head.last
        self.known = self.adjectives = self.plain = 0
        self.owner: Part | None = None
        self.inner: tuple[str, ...] = ()  # classes of a body inside the name
        self.fields: list[Part] = []
        word = parts.passage.words[head.first]
        self.is_feminine = word.endswith("ه")

    def run(self, end: int) -> None:
        """Take words while they belong to the name."""
        while self.last < end and self._take(self.last):
            pass

    def _take(self, token: int) -> bool:
        words = self.parts.passage.words
        word = words[token]
        if word in _STOP or not word[0].isalpha() or token in self.parts.persons:
            return False
        body = self.parts.bodies.get(token)
        is_near = token == self.head.last or self.fields
        if body and self.needs and is_near and _may_own(body):
            return self._take_body(body)
        if self._take_city(token):
            return True
        part = self.parts.at(token)
        if part:
            return self._take_part(part, word)
        if self.head.row["kind"] == "state_body" and self.known:
            return False
        return self._take_plain(token, word)

    def _take_body(self, body: Hit) -> bool:
        """Take a known body that the head belongs to: «بعثة الأمم المتحدة»."""
        self.needs = False
        canonical = body.row["canonical"]
        self.fields.append(Part(body, _SHORT.get(canonical, canonical), "field"))
        self.inner = tuple(body.row["class"].split())
        self.known += 1
        self.last = body.last
        return True

    def _take_city(self, token: int) -> bool:
        """Take the city of a court or a university."""
        city = self.parts.cities.get(token)
        if city is None or city.clitic or not self.needs:
            return False
        if self.head.row["class"] not in _OF_CITIES:
            return False
        english = (city.row.get("en") or "").split("|")[0]
        self.needs = False
        self.fields.append(Part(city, english, "field"))
        self.known += 1
        self.last = city.last
        return True

    def _take_plain(self, token: int, word: str) -> bool:
        """Take a word that is not known: a noun of the idafa or a definite one."""
        if word[0] == "و" and word not in arabic_names():
            return False
        is_definite = word.startswith("ال")
        is_group = self.head.row["kind"] == "group"
        if is_group and not self._is_proper(word):
            return False
        if is_definite and self.plain < 2 and self._may_be_plain(word):
            self.needs = False
        elif self.needs and self._is_open() and not word.startswith(("وال", "بال")):
            self.needs = word in common_words("ar") and word not in arabic_names()
        elif is_group and self.plain < 4:
            self.needs = False
        else:
            return False
        self.plain += 1
        self.last = token + 1
        return True

    def _is_proper(self, word: str) -> bool:
        """Say whether a word can be the name of a group, and is no everyday noun."""
        if self.parts.passage.words[self.last - 1] in _PARTICLES:
            return True
        if is_common(word) and word not in arabic_names():
            return False
        return (
            word in _PARTICLES
            or word in arabic_names()
            or not (word.startswith("ال") or word.endswith("ه"))
        )

    def _is_open(self) -> bool:
        """Say whether the head takes a noun of the idafa that no list knows."""
        return self.plain < 1 and self.head.row["kind"] != "state_body"

    def _may_be_plain(self, word: str) -> bool:
        """Say whether a definite word that no list knows may follow what was taken."""
        return (
            self.needs
            or self.plain > 0
            or (self.known > 0 and word.endswith(("ه", "ي", "ين")))
        )

    def _take_part(self, part: Part, word: str) -> bool:
        hit = part.hit
        clitic = word[: hit.clitic]
        if part.kind == "state":
            return self._take_state(part)
        joins = self.fields and self.fields[-1].hit.tag == "body_field"
        if (clitic.startswith("و") and not joins) or clitic.endswith("ب"):
            return False
        is_definite = word[hit.clitic :].startswith(("ال", "بال")) or "لل" in word[:3]
        if part.kind == "nationality":
            return self._take_nationality(part, word, is_definite=is_definite)
        if part.kind == "adj":
            if not is_definite or (self.needs and not self.fields):
                return False
            self.adjectives += 1
        else:
            self.needs = not (is_definite or hit.last - hit.first > 1)
        self._accept(part)
        return True

    def _take_nationality(self, part: Part, word: str, *, is_definite: bool) -> bool:
        """Take an adjective of nationality, or a people as the noun of an idafa."""
        if not is_definite:
            return False
        if self.needs and word.endswith(_PLURAL_ENDINGS):
            self.needs = False
            self._accept(part._replace(kind="field", english=part.english + "s"))
            return True
        if self.needs or (
            self.is_feminine and not word.endswith("ه") and not self.plain
        ):
            return False
        self.adjectives += 1
        if self.owner and self.owner.kind == "nationality":
            both = f"{self.owner.english}-{part.english}"  # a body of two states
            self.owner = part._replace(english=both)
        else:
            self.owner = part
        self._accept(part)
        return True

    def _accept(self, part: Part) -> None:
        self.fields.append(part)
        self.known += 1
        self.last = part.hit.last

    def _take_state(self, part: Part) -> bool:
        if part.hit.clitic or not self.needs:
            return False
        self.needs = False
        self.owner = part
        self.known += 1
        self.last = part.hit.last
        return True

    def _is_proper_adjective(self) -> bool:
        """Tell «المجلس التشريعي», a name, from «المجلس الاقتصادي», a description."""
        is_kind = self.head.row["class"] in _NAMED_BY_ADJECTIVE
        return is_kind and any(p.english.lower() in _NAMING for p in self.fields)

    def is_national(self) -> bool:
        """Say whether troops are called national, which leaves their state open."""
        return any(part.english == "National" for part in self.fields)

    def is_enough(self, *, is_definite: bool) -> bool:
        """Say whether what was taken makes a name."""
        if self.needs or self.last == self.head.last:
            return False
        kind, name_class = self.head.row["kind"], self.head.row["class"]
        if kind == "force":
            return self.owner is not None or self.is_national()
        if name_class in _LOOSE and self.known + self.plain < 2:
            return False
        if is_definite:
            is_named = self.known > self.adjectives or self.owner is not None
            return is_named or self._is_proper_adjective()
        is_plain = kind == "group" and self.plain > 0
        is_plain = is_plain or (self.plain > 1 and name_class in _LONG_PLAIN)
        return self.known > 0 or is_plain or name_class not in EVERYDAY

    def english(self) -> str:
        """Put the English name together from the parts that are known."""
        if self.known or self.head.row["kind"] != "group":
            return english_name(self.head.row["english"], self.fields, self.owner)
        words = self.parts.passage.words[self.head.last : self.last]
        return romanised([word for word in words if word.isalpha()])
