"""French bodies: a head with its capitals, adjectives and "de" phrases."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import (
    EVERYDAY,
    Part,
    Parts,
    acronym_after,
    english_name,
    named_body,
)
from marsad.reading.names.class_words import named_after_class
from marsad.reading.names.gazetteer import latin_names
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters

_FRENCH_LINKS = frozenset(
    ["de", "d", "du", "des", "la", "le", "les", "l", "'", "pour", "contre", "et"]
)
_LONGEST = 16
_PLACED = frozenset(["mission", "embassy", "university", "delegation"])
_UNKNOWN_WORDS = 3
_NAMED_BY_WORD = frozenset(
    ["party", "union", "movement", "front", "alliance", "league", "rally"]
)
_ADJECTIVAL = (
    "ique", "iques", "aire", "iste", "ien", "ienne", "if", "ive", "al", "ale", "eux", "euse", "el", "elle"
)  # fmt: skip
_SHORT = 4


def french_body(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a French head with its adjectives and its "de" phrases."""
    if not letters.capital[head.first] or head.row["kind"] == "named":
        after = named_after_class(parts, letters, head)
        if after or head.row["kind"] == "named":
            return after
    walk = _FrenchWalk(parts, letters, head)
    walk.run()
    if not walk.is_enough():
        short_at = walk.short_form_at()
        if not short_at:
            return None
        walk.last = short_at
    fields = [p for p in walk.fields if p.kind != "nationality" and p is not walk.owner]
    english = english_name(head.row["english"], fields, walk.owner)
    english = " ".join([english, *walk.capitals])
    body = named_body(head, head.first, walk.last, 0, " ".join(english.split()))
    return body._replace(is_doubtful=head.row["kind"] == "force")


class _FrenchWalk:
    """A walk over the words after a French head."""

    __slots__ = (
        "capitals",
        "fields",
        "head",
        "last",
        "letters",
        "owner",
        "parts",
        "unknown",
    )

    def __init__(self, parts: Parts, letters: Letters, head: Hit) -> None:
        self.parts = parts
        self.letters = letters
        self.head = head
        self.last = head.last
        self.unknown = 0
        self.owner: Part | None = None
        self.fields: list[Part] = []
        self.capitals: list[str] = []

    def run(self) -> None:
        """Take known words and capitals; links and a few unknown words in between."""
        passage = self.parts.passage
        end = min(passage.sentences.of(self.head.first)[1], self.head.last + _LONGEST)
        token, is_linked = self.head.last, True
        while token < end:
            word = passage.words[token]
            part = self.parts.at(token)
            if part and (is_linked or part.kind != "state") and self._fits(part, token):
                self._take(part)
                token, is_linked = self.last, False
            elif self.letters.capital[token] and is_linked and self._may_take(token):
                self.capitals.append(passage.written(token))
                token = self.last = token + 1
            elif (word in _FRENCH_LINKS and not self._joins_another(token)) or (
                word in ("en", "au", "aux") and self.head.row["class"] in _PLACED
            ):
                token, is_linked = token + 1, True
            elif self._names_itself(token):
                self.capitals.append(passage.written(token))
                token = self.last = token + 1
                break
            elif is_linked and token > self.head.last and self._may_skip(word):
                self.unknown += 1
                token += 1
            else:
                break

    def _fits(self, part: Part, token: int) -> bool:
        """Say whether a nationality agrees: an adjective without a link before it."""
        before = self.parts.passage.words[token - 1]
        return part.kind != "nationality" or before not in _FRENCH_LINKS

    def _take(self, part: Part) -> None:
        if part.kind in ("nationality", "state"):
            self.owner = part
        self.fields.append(part)
        self.last = part.hit.last
        self.unknown = 0

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
        while after < len(words) and words[after] in ("de", "d", "du", "des", "'"):
            after += 1
        part = self.parts.at(after)
        return part is None or part.kind not in ("field", "adj")

    def _names_itself(self, token: int) -> bool:
        """Say whether a small word is all that a name has: "l'Union civique"."""
        if self.last > self.head.last or self.head.row["class"] not in _NAMED_BY_WORD:
            return False
        words, head = self.parts.passage.words, self.head
        is_inside = head.first > 0 and words[head.first - 1] not in (
            ".",
            "\n",
            "«",
            ":",
        )
        if not (is_inside and self.letters.capital[head.first]):
            return False
        if token == head.last:
            return words[token].endswith(_ADJECTIVAL) and len(words[token]) > _SHORT
        is_noun = words[token - 1] in ("de", "du", "des", "'", "la", "pour", "contre")
        return is_noun and words[token].isalpha() and len(words[token]) > _SHORT

    def _may_skip(self, word: str) -> bool:
        """Say whether an unknown word may stand inside: only after a large head."""
        is_large = self.letters.capital[self.head.first]
        return is_large and word.isalpha() and self.unknown < _UNKNOWN_WORDS

    def is_enough(self) -> bool:
        """Say whether what was taken makes a name."""
        if self.last == self.head.last:
            return False
        kind = self.head.row["kind"]
        needed = self.head.row["class"] in EVERYDAY and not self._is_named()
        if kind == "force":
            return self.owner is not None
        if self.capitals or self.owner:
            return not (
                needed
                and self.owner
                and len(self.fields) < 2
                and not self.capitals
                and not self.letters.capital[self.head.first]
            )
        return len(self.fields) > int(needed)

    def _is_named(self) -> bool:
        """Say whether the way it is written makes an everyday word the head of a name."""
        words, head = self.parts.passage.words, self.head
        is_open = head.first > 0 and words[head.first - 1] not in (".", "\n", "«", ":")
        has_aim = words[head.last : head.last + 1] in (["contre"], ["pour"])
        return has_aim or (
            is_open and self.letters.capital[head.first] and head.row["kind"] == "body"
        )

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
