"""Who speaks in English and French: in front of the verb, behind it, or as a source."""

from marsad.reading.passage import Found
from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_phrases import Named, Phrases
from marsad.reading.quotations.latin_pronouns import Pronouns
from marsad.reading.quotations.latin_references import References
from marsad.reading.quotations.latin_subjects import Subjects
from marsad.reading.quotations.latin_verbs import Cue
from marsad.reading.quotations.latin_words import STOPS, is_adverb

_LONGEST_SUBJECT = 14
_TO_COMMA = 16  # no title between a verb and the comma before a name is longer
_TO_SUBJECT = 10  # words of time and place between a verb and its subject
_MOST_INSERTED = 3
_LONGEST_SOURCE = 45
_LONGEST_LABEL = 6
_INSIDE = 8
_SHORT_FORM = 5
_OF = frozenset("of de du d des for in".split())
_HIM = {
    "lui": "il",
    "him": "he",
    "her": "she",
    "eux": "ils",
    "elle": "elle",
    "them": "they",
}
_RULES = frozenset(
    """plan plans law laws custom tradition legend rule rules procedure schedule need needs
    size age taste loi cas saison usage taille besoin besoins regle tradition coutume
    region pays age calendrier plan procedure modele principe formule methode humeur
    expression termes degre nature type categorie etat niveau gravite lieu moment ordre
    quartier secteur type schema rythme mode logique contexte zone meteo droit constitution code
    convention reglement statuts normes criteres""".split()
)
_PALACES = frozenset(
    """kremlin pentagon élysée matignon downing\xa0street white\xa0house quai\xa0d’orsay
    maison-blanche pentagone""".split()
)
_MANY = frozenset("des les plusieurs some several two three both these those".split())
_HIS = frozenset("ses leurs his their its".split())


class SpeakerFinder:
    """Finds the speaker of each cue, remembering who spoke before."""

    def __init__(self, ground: Ground, found: Found) -> None:
        self.ground = ground
        self.words = ground.words
        self.grammar = ground.grammar
        self.phrases = Phrases(ground.passage, found)
        self.pronouns = Pronouns(ground, self.phrases)
        self.references = References(ground, self.phrases, self.pronouns)
        self.subjects = Subjects(ground, self.phrases, self.pronouns, self.references)

    @property
    def last(self) -> Named | None:
        """Return who spoke last."""
        return self.pronouns.last

    def before(self, cue: Cue) -> Named | None:
        """Return the subject in front of a verb, or whom its pronoun means."""
        return self.subjects.of(cue)

    def after(self, cue: Cue) -> Named | None:
        """Return the subject behind a verb: «a dit X», "said X"."""
        if cue.is_inverted:
            return self.subjects.of(cue)
        first = self._past_adverbials(self._past_insertions(cue.last))
        zone = self.zone_after(first)
        if zone == first:
            return None
        referred = self.references.of(first, zone)
        if referred is not None:
            return referred
        named = self.phrases.head(first, zone)
        if named is not None and named.is_name:
            return named
        return self._name_after_title(first, zone) or named

    def _name_after_title(self, first: int, zone: int) -> Named | None:
        """Read "said the minister of X, Bo Li": the name stands after the comma."""
        is_many = self.words[first] in _MANY
        if is_many or self.words[first] not in self.grammar.determiners:
            return None
        for token in range(zone, min(len(self.words), first + _TO_COMMA)):
            if self.words[token] == ",":
                return self.pronouns.name_from(token + 1)
            if self.words[token] in STOPS or self.words[token] in self.grammar.that:
                return None
        return None

    def _past_insertions(self, token: int) -> int:
        """Skip «à Mossoul, au printemps 2019, » between a verb and its subject."""
        for _ in range(_MOST_INSERTED):
            start = token + 1 if self.ground.word(token) == "," else token
            word = self.ground.word(start)
            places = self.grammar.prepositions - {"des"}
            if word not in places | self.grammar.times | {"ce"}:
                break
            end = self.ground.segment_end(start)
            comma = self.ground.word(end)
            if comma != "," or end - start > _TO_SUBJECT:
                break
            holds_subject = start < self._past_adverbials(start) < end
            if holds_subject or self.ground.shows_verb(start, end):
                break
            token = end
        return token + 1 if self.ground.word(token) == "," else token

    def _past_adverbials(self, token: int) -> int:
        """Skip «mardi», «en anglais», "on Monday" between a verb and its subject."""
        limit = min(len(self.words), token + _TO_SUBJECT)
        while token < limit and (
            self.words[token] in self.grammar.times | {"ce"}
            or is_adverb(self.words[token], self.ground.language)
        ):
            token += 1
        # «ont dit des experts»: behind a verb, «des» is an article.
        no_place = self.grammar.prepositions - {"des"}
        if token >= limit or self.words[token] not in no_place:
            return token
        for other in range(token + 2, limit):
            word = self.words[other]
            if word in STOPS or word == ",":
                break
            if word in self.grammar.determiners and word not in ("d", "des"):
                return other
        persons = self.phrases.persons(token + 1, limit)
        return persons[0].first if persons else token

    def zone_after(self, token: int) -> int:
        """Return the token at which the noun phrase after a token ends."""
        zone = token
        limit = min(len(self.words), token + _LONGEST_SUBJECT)
        while zone < limit:
            if self.words[zone] == "(":
                zone = self._past_brackets(zone, limit)
            if zone >= limit or self._breaks(zone, token):
                break
            zone += 1
        return zone

    def _past_brackets(self, token: int, limit: int) -> int:
        """Skip a short form or a party in brackets: «le maire (DVD) de la ville»."""
        limit = min(limit, len(self.words), token + _SHORT_FORM)
        for closing in range(token + 1, limit):
            if self.words[closing] == ")":
                return closing + 1
        return token

    def _breaks(self, token: int, first: int) -> bool:
        word = self.words[token]
        if word in STOPS:
            return self.ground.is_stop(token) and not self._is_inside_name(token)
        if word in (",", "–", "—"):
            return True
        if self._is_inside_name(token) or (word in _OF and token > first):
            return False
        if word == "entre" and self.words[token - 1] == "'":
            return False  # «l'un d'entre eux»
        return (
            word in self.grammar.prepositions
            or word in self.grammar.conjunctions
            or word in self.grammar.relatives
            or (word in self.grammar.times and token > first)
        )

    def _is_inside_name(self, token: int) -> bool:
        low = max(0, token - _INSIDE)
        candidates = self.phrases.candidates
        seen = [*candidates.parties(low, token), *candidates.persons(low, token)]
        return any(one.last > token for one in seen)

    def between(self, first: int, last: int) -> Named | None:
        """Return who is named in an attribution: '…,” X, the mayor of Y, said'."""
        if last - first == 1 and self.words[first] in self.grammar.pronouns:
            is_behind = self.ground.language == "en"
            pronoun = self.words[first]
            return self.pronouns.meant(first, pronoun, is_behind=is_behind)
        edge = self.ground.first_comma(first, last)
        referred = self.references.of(first, edge)
        if referred is not None:
            return referred
        named = self.phrases.head(self.pronouns.past_place(first, edge), edge)
        if named is not None and named.is_name:
            return named
        apposed = self.pronouns.name_from(edge + 1) if edge < last else None
        return apposed if apposed is not None and apposed.last <= last else named

    # -- sources ---------------------------------------------------------------------

    def source(self, token: int) -> tuple[Named | None, int]:
        """Return the source named after "according to", and the token after it."""
        word = self.ground.word(token)
        if word in _HIM:
            return self.pronouns.meant(token, _HIM[word]), token + 1
        if word in _HIS:
            return self.pronouns.meant(token, ""), self.zone_after(token)
        zone = token
        limit = min(len(self.words), token + _LONGEST_SOURCE)
        while zone < limit and not self._ends_source(zone):
            zone += 1
        named = self.phrases.head(token, zone)
        if named is None or not (named.is_certain or self._is_parted(named, zone)):
            return None, zone
        return self._named_source(named, token, zone)

    def _is_parted(self, named: Named, zone: int) -> bool:
        """Say whether plain words may be a source: "according to city records, …"."""
        is_plural = self.words[named.first - 1] in ("les", "des", "aux")
        if self.ground.language == "fr" and is_plural:
            return False  # «selon les pays, …» names no source
        is_rule = not _RULES.isdisjoint(self.words[named.first : named.last])
        return self.ground.word(zone) in (",", ".", "\n") and not is_rule

    def _named_source(self, named: Named, token: int, zone: int) -> tuple[Named, int]:
        """Prefer the name behind an office, and end a source that no comma parts."""
        several = self._several(named, token, zone)
        if several is not None:
            return several, zone
        if self.ground.word(zone) == "(":
            zone = self._past_brackets(zone, zone + _SHORT_FORM)
        sign = self.ground.word(zone)
        if sign == "," and named.kind == "person" and not named.is_name:
            apposed = self.pronouns.name_from(zone + 1)
            if apposed is not None:
                return apposed, apposed.last
        if sign in (",", ":") or zone >= len(self.words):
            return named, zone
        noun = self.phrases.nouns.first(token, zone)
        is_short = named.kind in ("person", "body") and named.last < zone
        if not is_short and noun is not None and noun.last < zone:
            return named, noun.last
        return named, named.last if is_short else zone

    def _several(self, named: Named, token: int, zone: int) -> Named | None:
        """Read "according to the WHO and Unicef, …": names joined up to the comma."""
        last = self.phrases.body_at(zone) or self.phrases.name_at(named.first, zone)
        if last is None or last.first <= named.first:
            return None
        joined = self.phrases.joined(last, token - 1)
        return joined if joined.first <= named.first else None

    def _ends_source(self, token: int) -> bool:
        word = self.words[token]
        return word in (",", "–", "—") or self.ground.is_stop(token)

    def alone(self, first: int, last: int) -> Named | None:
        """Return the speaker whom tokens first to last name and nothing else."""
        named = self.phrases.name_at(first, last)
        if named is not None:
            return named
        first = self.phrases.past_determiners(first, last)
        parties = self.phrases.candidates.parties(first, last)
        if parties and parties[-1].last == last and parties[0].first <= first + 1:
            body = self.phrases.head(first, last)
            return None if body is None or _is_place(body) else body
        noun = self.phrases.nouns.first(first, last)
        is_phrase = not self.ground.shows_verb(first, last)
        is_short = last - first <= _LONGEST_LABEL
        if noun and noun.first <= first + 3 and is_short and is_phrase:
            head = self.phrases.head(first, last)
            return head if head is not None and head.last == last else None
        return None


def _is_place(named: Named) -> bool:
    """A state alone before a colon most often says where, not who; a palace speaks."""
    if named.speaker.span.quote.lower().removeprefix("the ") in _PALACES:
        return False
    return named.speaker.name.startswith("Government of ")
