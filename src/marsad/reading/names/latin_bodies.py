"""English and French bodies: a head with its capitals, adjectives and "of" phrases."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import (
    EVERYDAY,
    Part,
    Parts,
    acronym_after,
    english_name,
    named_body,
    state_name,
)
from marsad.reading.names.gazetteer import latin_names, most_common
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Class words that stand before a name, and heads that a name may stand before.
_CLASS_WORDS = frozenset(
    [
        "organisation",
        "association",
        "company",
        "newspaper",
        "website",
        "agency",
        "group",
    ]
)
_SMALL = frozenset(
    ["board", "council", "ministry", "committee", "court", "university", "department", "club", "company", "authority", "parliament", "union", "municipality", "police"]
)  # fmt: skip
_LINKS = frozenset(["of", "for", "on", "against", "to"])
_NOT_IN_NAMES = wordset("not_in_bodies")
_AFTER_IS_TITLE = wordset("titles_after_bodies")


def english_body(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read an English head with the capitals before it and after "of" and "for"."""
    passage, capital = parts.passage, letters.capital
    if not capital[head.first]:
        return _english_small(parts, letters, head)
    first, last = head.first, _english_right(parts, letters, head.last)
    while first > 0 and _joins_left(passage, letters, first - 1):
        first -= 1
    owner = _owner(parts, first)
    first = min(first, owner.first) if owner else first
    if last - first == head.last - head.first or _is_title_next(passage, letters, last):
        return None
    return _english_named(parts, head, first, last, owner)


def _english_named(
    parts: Parts, head: Hit, first: int, last: int, owner: Hit | None
) -> Named | None:
    if head.row["kind"] == "force" and owner is None:
        return None
    text = " ".join(parts.passage.span(first, last).quote.split())
    if head.row["class"] == "ministry" and owner:
        text = _ministry_of(parts, head, owner, text)
    body = named_body(head, first, last, 0, text)
    return body._replace(is_doubtful=head.row["kind"] == "force")


def _ministry_of(parts: Parts, head: Hit, owner: Hit, text: str) -> str:
    """Return "Qatar Ministry of Foreign Affairs" for "Qatar's foreign ministry"."""
    passage, first = parts.passage, owner.last
    first += 2 * (passage.words[first : first + 2] == ["'", "s"])
    field = [word for word in passage.words[first : head.first] if word.isalpha()]
    english = head.row["english"]
    if field and " of " not in english:
        english += " of " + " ".join(field).title()
    if owner.last > head.first or " of " not in english:
        return text
    iso = owner.row["iso"]
    return f"{'US' if iso == 'US' else state_name(iso)} {english}"


def _english_small(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a head without a capital: whose it is, or which, stands before it."""
    words = parts.passage.words
    after = _named_after_class(parts, letters, head)
    if after:
        return after
    field = int(head.first > 0 and words[head.first - 1] in _FIELDS)
    owner = _owner(parts, head.first - field)
    if owner:
        return _english_named(parts, head, owner.first, head.last, owner)
    if head.row["class"] == "ministry" and (field or head.last - head.first > 1):
        english = head.row["english"]
        english += f" of {words[head.first - 1].title()}" if field else ""
        return named_body(head, head.first - field, head.last, 0, english)
    return _english_lettered(parts, letters, head)


def _english_lettered(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a head without a capital after capitals: "the Alder Creek school board"."""
    words, capital = parts.passage.words, letters.capital
    first = head.first - 1
    if (
        first > 0
        and not capital[first]
        and words[first].isalpha()
        and capital[first - 1]
    ):
        first -= 1  # a noun between
    if head.row["class"] not in _SMALL or not capital[first] or first in parts.persons:
        return None
    while first > 0 and _joins_left(parts.passage, letters, first - 1):
        first -= 1
    is_opening = first == 0 or words[first - 1] in (".", "\n", '"', "“")
    if words[first] in _NOT_IN_NAMES or (
        is_opening and words[first] in most_common("en")
    ):
        return None
    return _english_named(parts, head, first, head.last, None)


def _named_after_class(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read "the charity X" and "l'association X": the class word stays outside."""
    passage, capital = parts.passage, letters.capital
    if head.row["class"] not in _CLASS_WORDS:
        return None
    last = head.last
    while last < len(capital) and capital[last] and _may_be_named(parts, last):
        last += 1
    if last == head.last:
        return None
    if passage.language == "fr":
        last = _past_agreeing(parts, last)
    name = " ".join(passage.span(head.last, last).quote.split())
    return named_body(head, head.last, last, 0, name)


def _past_agreeing(parts: Parts, last: int) -> int:
    """Return the token after an adjective of a French name: "Horizons verts"."""
    words = parts.passage.words
    part = parts.at(last)
    if part and part.kind == "adj":
        return part.hit.last
    is_plural = words[last - 1].endswith("s") and words[last : last + 1] != []
    is_adjective = is_plural and words[last].endswith("s") and len(words[last]) > 4
    return last + 1 if is_adjective and words[last].isalpha() else last


def _may_be_named(parts: Parts, token: int) -> bool:
    is_other = token in parts.persons or token in parts.bodies
    return not is_other and parts.at(token) is None and token not in parts.titles


def _owner(parts: Parts, first: int) -> Hit | None:
    """Return the state or nationality before a head, an adjective between allowed."""
    known, words = parts.known.ends, parts.passage.words
    if first in parts.known.nationality:
        return parts.known.nationality[first]
    if first in known:
        return known[first]
    if words[first - 2 : first] == ["'", "s"]:
        return known.get(first - 2)
    between = first - 1
    is_adjective = between > 0 and words[between].isalpha() and len(words[between]) > 4
    return (
        known.get(between)
        if is_adjective and words[between] not in _NOT_IN_NAMES
        else None
    )


def _is_title_next(passage: Passage, letters: Letters, last: int) -> bool:
    words = passage.words
    is_large = last < len(words) and letters.capital[last]
    return is_large and words[last] in _AFTER_IS_TITLE


def _joins_left(passage: Passage, letters: Letters, token: int) -> bool:
    word = passage.words[token]
    if word in ("&", "-"):
        return token > 0 and letters.capital[token - 1]
    return letters.capital[token] and word not in _NOT_IN_NAMES and word.isalpha()


# "Organisation for the Prohibition of Chemical Weapons" has seven words, few have more.
_LONGEST_NAME = 20


def _english_right(parts: Parts, letters: Letters, last: int) -> int:
    """Return where an English name ends: over "of" and "for" phrases and capitals."""
    words = parts.passage.words
    limit = min(len(words) - 1, last + _LONGEST_NAME)
    while last < limit and words[last] != "\n":
        step = _past_link(parts, last)
        if step is None or not letters.capital[step] or step in parts.persons:
            return last
        is_other = words[step] in _NOT_IN_NAMES or words[step] in _AFTER_IS_TITLE
        if is_other or (step == last and parts.at(step)):
            return last
        last = step + 1
    return last


def _past_link(parts: Parts, token: int) -> int | None:
    """Return the token after a link and its article; None where a name cannot go on."""
    words = parts.passage.words
    if words[token] == "and":
        is_joined = not parts.at(token + 1) and words[token - 1] in _FIELDS
        return token + 1 if is_joined else None
    if words[token] not in _LINKS:
        return token
    token += 1
    has_article = words[token] in ("the", "a", "an") and token + 1 < len(words)
    return token + has_article


_FIELDS = wordset("english_fields")


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
        after = _named_after_class(parts, letters, head)
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
