"""States by description: "the country", «الحكومة», "le pays", «بلاده», "the army".

A description means the state most spoken of before it; with a possessive it means
the state of whoever speaks there.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from marsad.reading.lexicon import Hit, rows
from marsad.reading.names.english_nominals import state_in_sentence
from marsad.reading.names.french_regions import (
    SIZES,
    is_one_state,
    nearest_of_part,
    past_part_of_world,
    subject_of_clause,
)
from marsad.reading.names.french_words import (
    is_adjective,
    is_plural_adjective,
    leads_to_verb,
)
from marsad.reading.names.main_states import (
    country_of,
    home_state,
    main_state,
    states_of_figures,
)
from marsad.reading.names.monarchies import rulers
from marsad.reading.names.naming import Named, described_state
from marsad.reading.names.states import Known
from marsad.reading.names.written import Letters, cases
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

BEFORE = {
    "en": wordset("before_class_words_en"),
    "fr": wordset("before_class_words_fr"),
}
_AFTER = {
    "en": wordset("after_class_words_en"),
    "fr": wordset("after_class_words_fr"),
    "ar": wordset("after_class_words_ar"),
}
_TITLES_BEFORE = wordset("titles_of_government")
_PLACE = wordset("mere_places")
_VERBS = wordset("acting_en")
_POSSESSIVE = wordset("possessives")
# A government may be described by its phase: "the new coalition government".
_PHASES = wordset("phases")
_OFFICERS = frozenset(["secretary", "minister", "office", "chief", "speaker"])
_CHIEFS = (["chef", "du"], ["cheffe", "du"])
_ROLES = frozenset(["country", "government", "regime", "kingdom"])
_COUNTERPART = "نظير"
# A government that others recognise or back has a rival.
_RIVALLED = frozenset(["الحكومه", "حكومه", "لحكومه"])
_RECOGNISED = frozenset(["المعترف", "المدعومه", "تدعمها"])
_BEHIND = 2  # words behind a government that may say so
# Words that only look as if they had the article: «دعا الحكومة إلى».
_NO_ADJECTIVES = frozenset(["الي", "الا", "الان", "التي", "الذي", "الذين"])
# Before a government that is yet to be: «تشكيل الحكومة», «هذه الحكومة».
_FORMING = frozenset(["هذه", "لهذه", "تشكيل", "لتشكيل", "بتشكيل", "تاليف", "لتاليف"])
_BEFORE_STATE = wordset("before_state_ar")
_MARKS = frozenset('"«“')
# How many mentions of states back a description reaches.
_MEMORY = 300
_CODE = 2  # letters of an ISO code


class StateWords:
    """The descriptions of states in a passage, and whom each of them may mean."""

    __slots__ = ("known", "passage", "speakers", "states")

    def __init__(self, passage: Passage, known: Known) -> None:
        self.passage = passage
        self.known = known
        seats = (hit for hit in passage.hits("seat") if len(hit.row["iso"]) == _CODE)
        hits = (*known.state.values(), *known.nationality.values())
        # A state that is named counts twice: a capital may be only where one met.
        twice = (*hits, *hits, *seats)
        counted = [(hit.first, hit.row["iso"]) for hit in twice]
        if passage.language == "ar":
            counted += _of_cities(passage)
        self.states = sorted(counted)
        self.speakers = sorted(self._speakers())

    def _speakers(self) -> Iterator[tuple[int, str]]:
        """Give the states of those who hold a title, and of public figures."""
        for hit in self.passage.hits("title"):
            for token in range(hit.last, hit.last + 3):
                one = self.known.nationality.get(token) or self.known.state.get(token)
                if one:
                    yield token, one.row["iso"]
                    break
            before = self.known.ends.get(hit.first)
            if before:
                yield hit.first, before.row["iso"]
        yield from states_of_figures(self.passage)

    def mention(self, hit: Hit) -> Named | None:
        """Return the state that a description means, where that is clear."""
        role = hit.row["role"]
        if role == "own_country":
            if self.passage.written(hit.last - 1).endswith("ة"):
                return None  # «بلدة» is a town
            return self._named(hit, self._speaker(hit.first), hit.last)
        if role not in _ROLES or not self._is_description(hit, role):
            return None
        words = self.passage.words
        first, last = _with_phase(words, hit) if role == "government" else hit[:2]
        if role == "country" and self.passage.language == "fr":
            last = past_part_of_world(words, last)
        iso = self._meant(hit, role, last)
        named = self._named(hit, iso, last)
        if named is None:
            return None
        if words[last - 1] == "transition":
            named = named._replace(
                canonical="transitional government", type="organisation"
            )
        before = words[max(0, hit.first - 2) : hit.first]
        is_place = role in ("country", "kingdom") and not _PLACE.isdisjoint(before)
        is_place = is_place or not _FORMING.isdisjoint(before[-1:])
        return named._replace(first=first, is_doubtful=is_place)

    def _meant(self, hit: Hit, role: str, last: int) -> str | None:
        """Return the code of the state that a description means."""
        words = self.passage.words
        if hit.first > 0 and words[hit.first - 1] in _POSSESSIVE:
            return self._speaker(hit.first)
        if role == "government" and self._is_french_usage(hit):
            return "FR"
        if role == "kingdom":
            return self._ruled(hit)
        beside = self._told_beside(hit, role, last)
        return beside or _spoken_of(self.states, hit.first) or self._home()

    def _ruled(self, hit: Hit) -> str | None:
        """Return the monarchy that was spoken of: «المملكة» is no emirate."""
        kin = rulers(self.passage.words[hit.first])
        end = bisect_left(self.states, (hit.first, ""))
        near = self.states[max(0, end - _MEMORY) : end]
        states = [(token, iso) for token, iso in near if iso in kin]
        meant = _spoken_of(states, hit.first)
        if meant is None and self._home() in kin:
            return self._home()
        return meant

    def _told_beside(self, hit: Hit, role: str, last: int) -> str | None:
        """Return the state that the words around a description tell, if they do."""
        words, language = self.passage.words, self.passage.language
        if language == "ar":
            return self._disputed(hit, last)
        if language == "fr" and words[hit.first] == "administration":
            return "US"  # as in American politics: elsewhere it is who runs an office
        if role != "country":
            return None
        if language == "en":
            return state_in_sentence(self.passage, self.states, hit)
        if last > hit.last:
            return nearest_of_part(words[hit.last : last], self.states, hit.first)
        return subject_of_clause(self.passage, self.states, hit.first)

    def _disputed(self, hit: Hit, last: int) -> str | None:
        """Return the state whose recognised government has a rival: Yemen or Libya."""
        words = self.passage.words
        if words[hit.first][hit.clitic :] not in _RIVALLED:
            return None
        if _RECOGNISED.isdisjoint(words[hit.first : last + _BEHIND]):
            return None
        isos = [iso for _, iso in self.states if iso in ("YE", "LY")]
        is_of_yemen = any("حوثي" in word for word in self.passage.vocabulary)
        return "YE" if is_of_yemen else next(iter(isos), None)

    def _home(self) -> str | None:
        """Return the state that a text is at home in, which names none before."""
        return self.passage.once(home_state, [iso for _, iso in self.states])

    def _is_french_usage(self, hit: Hit) -> bool:
        """Say whether "le Gouvernement" has the capital that France gives to its own.

        Elsewhere the capital is used too, so France must have been spoken of.
        """
        if (
            self.passage.language != "fr"
            or not self.passage.written(hit.first)[0].isupper()
        ):
            return False
        end = bisect_left(self.states, (hit.first, ""))
        return any(iso == "FR" for _, iso in self.states[:end])

    def _speaker(self, token: int) -> str | None:
        """Return the state of the one who spoke last before a token."""
        place = bisect_left(self.speakers, (token, ""))
        while place and self._listens(self.speakers[place - 1][0], token):
            place -= 1
        if place:
            return self.speakers[place - 1][1]
        return _spoken_of(self.states, self.states[-1][0] + 1) if self.states else None

    def _listens(self, speaker: int, token: int) -> bool:
        """Say whether «نظيره البريطاني» stands in the sentence of another's words."""
        words = self.passage.words[max(0, speaker - 2) : speaker]
        is_counterpart = any(_COUNTERPART in word for word in words)
        sentences = self.passage.sentences
        return is_counterpart and sentences.of(speaker) == sentences.of(token)

    def _named(self, hit: Hit, iso: str | None, last: int) -> Named | None:
        if iso is None:
            return None
        return described_state(hit.first, last, hit.clitic, iso)

    def _is_description(self, hit: Hit, role: str) -> bool:
        """Say whether a word describes one state and names nothing by itself."""
        words, language = self.passage.words, self.passage.language
        after = words[hit.last] if hit.last < len(words) else "\n"
        if hit.last in self.known.nationality or hit.last in self.known.state:
            return False
        if language == "ar":
            return self._is_arabic_description(hit, role, after)
        before = self._determiner(hit, role)
        is_phase = words[hit.last + 1 : hit.last + 2] in (["coalition"], ["transition"])
        is_asked = after == "for" or (
            language == "fr" and leads_to_verb(words, hit.last)
        )
        is_part = language == "fr" and past_part_of_world(words, hit.last) > hit.last
        is_behind = is_phase or is_asked or _is_behind(role, after) or is_part
        if after in _AFTER[language] and not is_behind:
            return False
        if language == "fr" and self._is_another(hit, role, after):
            return False
        is_plural = after.endswith(("ales", "elles", "aux"))
        has_article = before in BEFORE[language] - {"both"} or before in (
            "un",
            "a",
            "an",
        )
        return (has_article or before in _POSSESSIVE) and not is_plural

    def _determiner(self, hit: Hit, role: str) -> str:
        """Return what stands before a description, past its phase or its size."""
        words, first = self.passage.words, hit.first - 1
        passed = _PHASES | SIZES if role == "country" else _PHASES
        while first > 0 and words[first] in passed:
            first -= 1
        return words[max(first, 0)]

    def _is_another(self, hit: Hit, role: str, after: str) -> bool:
        """Say whether French words are no state's: "les autorités locales"."""
        words = self.passage.words
        if words[max(0, hit.first - 2) : hit.first] in _CHIEFS:
            return True
        if role == "country":
            is_most = words[hit.last : hit.last + 2] == ["le", "plus"]
            return is_most or not is_one_state(words, hit.first)
        if words[hit.first] == "administration":
            return is_adjective(after) or "US" not in {iso for _, iso in self.states}
        is_plural = words[hit.first].endswith("s")
        return (is_plural and is_plural_adjective(words, hit.last)) or (
            words[hit.first - 1] == "un"
        )

    def _is_arabic_description(self, hit: Hit, role: str, after: str) -> bool:
        words = self.passage.words
        before = words[hit.first - 1] if hit.first else ""
        bare = words[hit.first][hit.clitic :]
        if role in ("country", "kingdom"):
            is_kingdom = bare.startswith(("المملك", "السلطن", "الامار"))
            return not (is_kingdom and after.startswith("ال"))
        if bare == "الدوله":
            is_named = after.startswith("ال") and after not in _NO_ADJECTIVES
            if before in _MARKS and hit.first > 1:
                before = words[hit.first - 2]
            return before in _BEFORE_STATE and not is_named
        if bare == "الاداره":
            return self._is_american(hit, after)
        if bare in ("القياده", "الجمهوريه", "المملكه", "الحكومات", "السلط"):
            return False
        is_definite = bare.startswith("ال") or words[hit.first].startswith("لل")
        is_definite = is_definite or hit.last - hit.first > 1  # «حكومة الوفاق»
        if not is_definite or before in _TITLES_BEFORE or after == "في":
            return False
        is_free = not after.startswith("ال") or after in _NO_ADJECTIVES
        return is_free or after in _PHASES

    def _is_american(self, hit: Hit, after: str) -> bool:
        """Say whether «الإدارة» is that of the United States, as in their politics."""
        is_spoken_of = _spoken_of(self.states, hit.first) == "US"
        return is_spoken_of and not after.startswith("ال") and hit.clitic == 0

    def arms(self, letters: Letters, taken: set[int]) -> Iterator[Named]:
        """Give the arms of a state that the text names without it."""
        language = self.passage.language
        case = cases(language, "state_arms")
        whose = _whose(self.states)
        for hit in self.passage.hits("state_arm"):
            if hit.first in taken or not letters.allows(hit, case):
                continue
            if not self._is_arm(hit, letters):
                continue
            row = hit.row
            last = self._past_seat(hit.last)
            english = f"{whose} {row['english']}".strip()
            named = self._named(hit, english, last)
            if named:
                is_low = row["doubt"] == "always" or (
                    bool(row["doubt"]) and language != "ar"
                )
                yield named._replace(
                    type=row["type"], classes=(row["class"],), is_doubtful=is_low
                )

    def _is_arm(self, hit: Hit, letters: Letters) -> bool:
        words, language = self.passage.words, self.passage.language
        before = words[hit.first - 1] if hit.first else ""
        after = words[hit.last] if hit.last < len(words) else "\n"
        if after in _AFTER[language] and hit.last - hit.first == 1:
            return False
        is_titled = hit.last < len(words) and letters.capital[hit.last]
        if is_titled and after in _OFFICERS:
            return False  # "Cabinet Secretary"
        if words[hit.first] == "military" and after.isalpha() and after not in _VERBS:
            return False
        has_article = language == "ar" or before in BEFORE[language]
        return has_article or letters.capital[hit.first]

    def _past_seat(self, token: int) -> int:
        """Return the token after "in Nicosia", where the seat of a state follows."""
        words = self.passage.words
        if words[token : token + 1] != ["in"]:
            return token
        seats = self.passage.hits("seat")
        place = bisect_left(seats, token + 1, key=lambda seat: seat.first)
        is_seat = place < len(seats) and seats[place].first == token + 1
        return seats[place].last if is_seat else token


def _of_cities(passage: Passage) -> Iterator[tuple[int, str]]:
    """Give the states of the cities that are no capitals, once for each mention."""
    seats = {hit.first for hit in passage.hits("seat")}
    for hit in passage.hits("city"):
        if hit.first not in seats:
            yield hit.first, country_of(passage, hit)


def _whose(states: Sequence[tuple[int, str]]) -> str:
    """Return the English adjective of the one state that a text is about, if any."""
    return _adjectives().get(main_state(iso for _, iso in states), "")


@cache
def _adjectives() -> Mapping[str, str]:
    adjectives = {row["iso"]: row["en"].split("|")[0] for row in rows("nationalities")}
    return adjectives | {"US": "US"}


def _is_behind(role: str, after: str) -> bool:
    """Say whether a word behind a country goes with the verb: "thanked the Kingdom for"."""
    return role in ("country", "kingdom") and after in ("for", "pour", "du", "des")


def _with_phase(words: Sequence[str], hit: Hit) -> tuple[int, int]:
    first, last = hit.first, hit.last
    while first > 0 and words[first - 1] in _PHASES:
        first -= 1
    if last < len(words) and words[last] in _PHASES:
        return first, last + 1
    is_phase = words[last + 1 : last + 2] in (["coalition"], ["transition"])
    if words[last : last + 1] == ["de"] and is_phase:
        last += 2
    return first, last


def _spoken_of(states: Sequence[tuple[int, str]], token: int) -> str | None:
    """Return the state most spoken of before a token; of two alike the nearer one."""
    end = bisect_left(states, (token, ""))
    before = states[max(0, end - _MEMORY) : end]
    if not before:
        return None
    counts = Counter(iso for _, iso in before)
    best = max(counts.values())
    return next(iso for _, iso in reversed(before) if counts[iso] == best)
