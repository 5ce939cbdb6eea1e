"""Reads persons: every mention of a named person, titles left out.

Public figures are known by name; others are found by a first name, a title or their
capitals. After a full name a surname alone is a mention too, in any spelling with
the same key, also where a headline puts it before the full name.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from marsad.reading.findings import Person
from marsad.reading.lexicon import Hit
from marsad.reading.names import arabic_persons, latin_persons
from marsad.reading.names.arabic_name_ends import is_named_after
from marsad.reading.names.arabic_persons import Stretch
from marsad.reading.names.arabic_surnames import (
    goes_on_as_nisba,
    is_preposition,
)
from marsad.reading.names.gazetteer import (
    arabic_given_names,
    arabic_names,
    common_words,
    figure_named,
    foreign_given_names,
    is_common,
    latin_names,
    very_common,
)
from marsad.reading.names.main_states import home_state
from marsad.reading.names.party_tokens import party_tokens
from marsad.reading.names.people import Known, People
from marsad.reading.names.roles import Titles
from marsad.reading.names.romanised import romanised
from marsad.reading.names.states import known_states
from marsad.reading.names.surname_articles import with_article
from marsad.reading.names.surname_signs import SurnameSigns
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Found, Passage, Seen

_MAGHREB = frozenset(["TN", "DZ", "MA", "MR"])
_SHARE = 3  # a third of the states spoken of make a text one of the Maghreb
_PROCLITICS = "ولبفك"
_LONG = 4  # letters of a word that is told by its sound


# «بن نايل» after «محمد بن نايل»: the particle belongs to the surname.
_SON = frozenset(["بن", "بنت"])
_LINE = frozenset(["بن", "ال"])
# Titles that the lexicon writes before rulers: "King Salman", "Pope Francis".
_RULERS = frozenset(["king", "queen", "pope", "prince", "princess", "emperor", "pape", "roi", "reine"])  # fmt: skip


class Mention(NamedTuple):
    """A mention of a person before it becomes a finding."""

    first: int
    last: int
    clitic: int
    person: Known
    why: str
    score: float


def read_persons(passage: Passage, found: Found) -> list[Seen]:
    """Read the persons of a passage, in the order of the text."""
    reader = _Reader(passage, found)
    reader.figures()
    reader.strangers()
    reader.repeats()
    reader.surnames()
    return reader.seen()


class _Reader:
    """One pass over a passage, from sure mentions to those that rest on them."""

    __slots__ = (
        "letters",
        "mentions",
        "passage",
        "people",
        "public",
        "says",
        "signs",
        "taken",
        "titles",
        "unlikely",
        "used",
    )

    def __init__(self, passage: Passage, found: Found) -> None:
        self.passage = passage
        self.letters = Letters(passage)
        self.titles = Titles(
            passage, known_states(passage, self.letters), found.parties
        )
        self.people = People()
        self.says = frozenset(hit.first for hit in passage.hits("says"))
        self.signs = SurnameSigns(passage, self.letters, self.titles, self.says)
        self.mentions: list[Mention] = []
        self.public = self._public_surnames()
        self.used: set[int] = set()
        self.taken = party_tokens(passage, found.parties)
        self.unlikely = frozenset(
            hit.first for tag in ("title", "nationality") for hit in passage.hits(tag)
        )

    def figures(self) -> None:
        """Find public figures by their full names."""
        case = cases(self.passage.language, "public_figures")
        hits = [h for h in self.passage.hits("figure") if self.letters.allows(h, case)]
        for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last, hit.clitic)):
            if hit.first in self.used or hit.first in self.taken:
                continue
            if is_named_after(self.passage, hit.first) or self._is_son(hit):
                continue
            if self.passage.language == "en" and latin_persons.is_named_after(
                self.passage, hit.first, hit.last
            ):
                continue
            if hit.last not in self.unlikely and goes_on_as_nisba(self.passage, hit):
                continue  # «كريم النوري الحمداني» is somebody else
            row = hit.row
            person = Known(row["canonical"], row["party"] or None, hit.first)
            words = self.passage.words[hit.first : hit.last]
            words[0] = words[0][hit.clitic :]
            self.people.add([word for word in words if word.isalpha()], person)
            last = self._past_line(hit.last)
            is_titled = words[0] in _RULERS and len(words) > 1
            self._mention(
                hit.first + is_titled, last, hit.clitic, person, "a public figure", 0.95
            )

    def _is_son(self, hit: Hit) -> bool:
        """Say whether a name ends the longer one of another: «أحمد بن محمد بن راشد»."""
        before = self.passage.words[hit.first - 1] if hit.first else ""
        is_part = self.passage.words[hit.first] in _SON and before in arabic_names()
        return before in _SON or is_part

    def _past_line(self, last: int) -> int:
        """Return where a name ends that goes on with fathers and a family."""
        words = self.passage.words
        while words[last : last + 1] and words[last] in _LINE:
            after = words[last + 1 : last + 2]
            is_servant = after in (["عبد"], ["ابو"])
            is_family = words[last] == "ال"
            is_name = is_family or is_servant or (after and after[0] in arabic_names())
            if not after or not is_name:
                break
            last += 2 + is_servant
        return min(last, len(words))

    def strangers(self) -> None:
        """Find persons that no lexicon knows, by first names, titles and capitals."""
        public = self.public
        found = sorted(
            self._stretches(), key=lambda one: (one.last - one.first < 2, one)
        )
        for stretch in found:
            is_single = stretch.last - stretch.first == 1
            if is_single and (stretch.first in public or self._is_held(stretch)):
                continue
            if stretch.first in public and self._is_surname_only(stretch):
                continue
            if self.used.isdisjoint(range(stretch.first, stretch.last)):
                self._stranger(stretch)

    def _is_surname_only(self, stretch: Stretch) -> bool:
        """Say whether an Arabic stretch begins with what is no first name: «ترامب كذب»."""
        word = self.passage.words[stretch.first][stretch.clitic :]
        given = word in arabic_given_names() or word in foreign_given_names()
        return self.passage.language == "ar" and not given

    def _is_held(self, stretch: Stretch) -> bool:
        """Say whether one word is the surname of a person found already."""
        word = self.passage.words[stretch.first][stretch.clitic :]
        return self.people.by_word(word, stretch.first) is not None

    def _stretches(self) -> Iterator[Stretch]:
        taken = self.taken | frozenset(self.used)
        before = self.titles.before
        if self.passage.language == "ar":
            yield from arabic_persons.full_names(self.passage, before, taken)
            return
        cities = frozenset(
            token
            for tag in ("city", "seat")
            for hit in self.passage.hits(tag)
            for token in range(hit.first, hit.last)
        )
        yield from latin_persons.full_names(
            self.passage, self.letters, before, taken, cities
        )

    def _stranger(self, stretch: Stretch) -> None:
        first, last, clitic, evidence = stretch
        words = [word for word in self.passage.words[first:last] if word.isalpha()]
        if not words:
            return
        words[0] = words[0][clitic:]
        person = (
            self.people.by_words(words)
            or self._figure(words, first)
            or (len(words) > 1 and self.people.containing(words))
        )
        if not person:
            canonical = self._canonical(first, last, words)
            role = self.titles.role(first, last)
            person = Known(canonical, role.party if role else None, first)
            self.people.add(words, person)
        why = "a name after a title" if evidence == "title" else "a first name"
        self._mention(first, last, clitic, person, why, 0.85)

    def _figure(self, words: list[str], token: int) -> Known | None:
        """Return the public figure, or the person of this text, who bears these words."""
        if len(words) < 2:
            return None
        figure = figure_named(words, self.passage.language)
        if figure is None:
            return None
        person = Known(figure.canonical, figure.party, token)
        self.people.add(words, person)
        return person

    def _canonical(self, first: int, last: int, words: list[str]) -> str:
        if self.passage.language != "ar":
            return " ".join(self.passage.span(first, last).quote.split())
        return romanised(words, is_maghreb=self._is_maghreb())

    def _is_maghreb(self) -> bool:
        isos = [
            hit.row["iso"]
            for tag in ("state", "nationality")
            for hit in self.passage.hits(tag)
        ]
        if not isos:
            return home_state(self.passage, isos) in _MAGHREB
        return sum(iso in _MAGHREB for iso in isos) * _SHARE >= len(isos)

    def repeats(self) -> None:
        """Find full names again where only their first mention was told by something."""
        if self.passage.language != "ar":
            return
        for first, last, clitic, person in self.people.in_full(self.passage):
            span = range(first, last)
            if self.used.isdisjoint(span) and self.taken.isdisjoint(span):
                self._mention(first, last, clitic, person, "named before", 0.8)

    def surnames(self) -> None:
        """Find later, and headline, mentions by surname."""
        named = self.people.words()
        public = self.public
        common = common_words(self.passage.language)
        joined = self._joined(named)
        for token in self._possible(named | joined, common):
            word = self.passage.words[token]
            if token in self.used or token in self.taken:
                continue
            if token in public:
                self._public(public[token])
            elif word in named:
                self._later(token, word, 0, common)
            elif word in joined:
                self._later(token, word[1:], 1, common)
            elif word not in common and token not in self.unlikely:
                self._by_key(token, word)

    def _joined(self, named: frozenset[str]) -> frozenset[str]:
        """Return the words of known names with an Arabic proclitic before them."""
        if self.passage.language != "ar":
            return frozenset()
        return frozenset(clitic + word for word in named for clitic in _PROCLITICS)

    def _possible(self, named: Set[str], common: Set[str]) -> list[int]:
        """Return the tokens that may be a surname: few words of a text are."""
        rare = self.passage.vocabulary - common
        possible = named | {word for word in rare if len(word) >= _LONG}
        return sorted({*self.passage.tokens_of(possible), *self.public})

    def _public_surnames(self) -> dict[int, Hit]:
        case = cases(self.passage.language, "public_surnames")
        hits = [h for h in self.passage.hits("surname") if self.letters.allows(h, case)]
        found: dict[int, Hit] = {}
        for hit in hits:
            if hit.first not in found or hit.last > found[hit.first].last:
                found[hit.first] = hit
        return found

    def _public(self, hit: Hit) -> None:
        words = self.passage.words
        if self.passage.language == "en" and latin_persons.is_no_person(
            self.passage, hit
        ):
            return
        surname = words[hit.last - 1]
        if hit.last - hit.first == 1:
            surname = surname[hit.clitic :]
        row = hit.row
        person = self.people.by_word(surname, hit.first)
        person = person or self.people.named(row["canonical"])
        if person is None:
            before = hit.first - 1
            is_known = before in self.used or before in self.public
            if self.signs.is_other(hit, is_after_person=is_known):
                return
            if not self.signs.bear_out(hit, surname, is_after_person=is_known):
                return
            person = Known(row["canonical"], row["party"] or None, hit.first)
        self._mention(
            hit.first, hit.last, hit.clitic, person, "a public figure's surname", 0.8
        )

    def _later(
        self, token: int, word: str, clitic: int, common: frozenset[str]
    ) -> None:
        if not self._may_be_surname(token, word, common):
            return
        if is_preposition(self.passage, token, word):
            return
        person = self.people.by_word(word, token)
        if person:
            last = token + 1
            self._mention(
                token, last, clitic, person, f"the surname of {person.canonical}", 0.8
            )

    def _may_be_surname(self, token: int, word: str, common: frozenset[str]) -> bool:
        if self.passage.language != "ar":
            if not self.letters.capital[token]:
                return False
            return latin_names().get(word, 0) < 10000
        name = arabic_names().get(word)
        is_given = name and not name.is_weak and word in arabic_given_names()
        if name and not is_given and word not in very_common():
            return True
        if is_given or token in self.unlikely or word in common or len(word) < 3:
            return token in self.titles.before or token - 1 in self.says
        return True

    def _by_key(self, token: int, word: str) -> None:
        if len(word) < _LONG or not word.isalpha():
            return
        if self.passage.language != "ar" and not self.letters.capital[token]:
            return
        person = self.people.by_key(word, token)
        if person and not (self.passage.language == "ar" and is_common(word)):
            self._mention(
                token, token + 1, 0, person, f"sounds like {person.canonical}", 0.65
            )

    def _mention(
        self, first: int, last: int, clitic: int, person: Known, why: str, score: float
    ) -> None:
        first = with_article(self.passage, self.letters, first, self.used)
        self.mentions.append(Mention(first, last, clitic, person, why, score))
        self.used.update(range(first, last))

    def seen(self) -> list[Seen]:
        """Make the findings, with role and party."""
        return [self._seen(one) for one in sorted(self.mentions)]

    def _seen(self, one: Mention) -> Seen:
        role = self.titles.role(one.first, one.last)
        person = one.person
        return Seen(
            one.first,
            one.last,
            Person(
                span=self.passage.span(one.first, one.last, one.clitic),
                reader="persons.name"
                if one.last - one.first > 1
                else "persons.surname",
                score=one.score,
                why=one.why,
                canonical=person.canonical,
                role=role.english if role else None,
                party=(role and role.party) or person.party,
            ),
        )
