"""How far an English name reaches to the left and to the right of its head."""

from marsad.reading.lexicon import Hit
from marsad.reading.names.bodies import Parts
from marsad.reading.names.gazetteer import latin_names
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

_LINKS = frozenset(["of", "for", "on", "against", "to", "in"])
_NOT_IN_NAMES = wordset("not_in_bodies")
_AFTER_IS_TITLE = wordset("titles_after_bodies") | wordset("more_titles_after_bodies")
_FIELDS = wordset("english_fields") | wordset("public_fields_en")
# Months and days that may follow "on", and are no part of a name.
_TIMES = wordset("times_en")
# Whose name may go on as a list of fields or of states.
_LISTING = frozenset(["ministry", "department", "embassy", "commission", "committee", "office"])  # fmt: skip
_OWNERS = frozenset("people women men children king queen workers world mothers writers minister".split())  # fmt: skip
_OPENING = wordset("opening_words_en")
_HOLDERS = wordset("holders_of_offices")
_COMMANDS = frozenset(["command", "force", "joint_force", "taskforce group"])
_DASHES = frozenset(["-", "–", "—"])
# Verbs of headlines and ranks that follow a head with a capital of their own.
_HEADLINE_VERBS = wordset("headline_verbs_en")
_AFTER_HEADS = _HEADLINE_VERBS | wordset("ranks_en")
# Documents and places that bear the name of a body.
_THINGS = wordset("things_of_bodies_en")
# "Organisation for the Prohibition of Chemical Weapons" has seven words, few have more.
_LONGEST_NAME = 20
_SHOUTED = 2  # capitals before a head in a line of capitals
_OFTEN = 50  # a word counted so often among names of persons is one


class Reach:
    """Walks over the words beside the head of an English name."""

    __slots__ = ("capital", "parts", "upper", "words")

    def __init__(self, parts: Parts, letters: Letters) -> None:
        self.parts = parts
        self.words = parts.passage.words
        self.capital = letters.capital
        self.upper = letters.upper

    def left(self, first: int) -> int:
        """Return where a name begins, over capitals and what joins them."""
        is_shouted = self._is_shouted(first)
        limit = first - _SHOUTED if is_shouted else 0
        while first > max(limit, 0):
            start = self._before(first)
            if start is None or (is_shouted and self._is_word(start)):
                return first
            first = start
        return first

    def _is_shouted(self, token: int) -> bool:
        """Say whether a name stands among words in capitals."""
        around = range(max(0, token - 1), min(token + 2, len(self.words)))
        return sum(self.upper[near] for near in around) > 1

    def _is_word(self, token: int) -> bool:
        return bool({token} & self.parts.titles) or self.words[token].endswith("s")

    def _before(self, first: int) -> int | None:
        """Return where the word begins that a name takes in on its left."""
        words, capital, touches = self.words, self.capital, self.parts.passage.touches
        token, word = first - 1, words[first - 1]
        if word == "&":
            return token - 1 if token > 0 and capital[token - 1] else None
        if word == "-":
            is_inside = touches(token) and touches(first)
            return token - 1 if is_inside and token > 0 and capital[token - 1] else None
        if word == "'" and token > 0 and words[token - 1].endswith("s"):
            return token - 1 if touches(token) and capital[token - 1] else None
        if word == "s" and words[token - 1] == "'" and token > 1:
            is_owner = words[token - 2] in _OWNERS and capital[token - 2]
            return token - 2 if is_owner else None
        if word == "and" and token > 0:
            fields = {words[token - 1], words[first]}
            is_joined = capital[token - 1] and capital[first] and fields <= _FIELDS
            return token - 1 if is_joined else None
        return self._capital_before(token)

    def _capital_before(self, token: int) -> int | None:
        """Return the token of a capital that a name takes in on its left."""
        words, word = self.words, self.words[token]
        if word == "general" and self.capital[token]:
            # "the General Authority", and no "Secretary General".
            return token if words[token - 1] in ("the", "its", "s") else None
        if word in _HEADLINE_VERBS and self._is_subject_before(token):
            return None
        may = self.capital[token] and word not in _NOT_IN_NAMES and word.isalpha()
        if may and word in _OPENING and self._is_shouted(token):
            return None
        return token if may and token not in self._strangers() else None

    def _is_subject_before(self, token: int) -> bool:
        """Say whether who acts in a headline stands before its verb: "Army Strikes Port"."""
        parts = self.parts
        is_body = token in parts.known.ends or token in parts.body_ends
        return is_body or bool({token - 1} & parts.heads)

    def _strangers(self) -> frozenset[int]:
        return self.parts.persons

    def right(self, head: Hit) -> int:
        """Return where a name ends: over "of" and "for" phrases and capitals."""
        last, words = head.last, self.words
        holder = self._holder(head)
        if holder:
            return holder
        limit = min(len(words), last + _LONGEST_NAME)
        is_small = not self.capital[head.first]
        is_shouted = self._is_shouted(head.first)
        while last < limit and words[last] != "\n":
            step = self._past_link(last, head)
            if step is None or not self.capital[step] or step in self.parts.persons:
                break
            is_other = words[step] in _NOT_IN_NAMES or words[step] in _AFTER_IS_TITLE
            is_other = is_other or words[step] in _THINGS
            is_other = is_other or (step == head.last and words[step] in _AFTER_HEADS)
            is_other = is_other or (
                words[step] == "conference" and head.row["class"] == "party"
            )
            is_next = step == last and (
                is_small
                or (is_shouted and self.parts.heads.isdisjoint(range(step, step + 3)))
                or self.parts.at(step) is not None
            )
            is_next = is_next or (is_shouted and words[last] == "to")
            if is_other or is_next or words[step] in _TIMES:
                break
            last = self._past_name(step) if step > last else step + 1
        if head.row["class"] in _COMMANDS:
            last = self._past_operation(last)
        return self._past_list(head, last)

    def _past_operation(self, token: int) -> int:
        """Return the token after "- Operation Steady Hand" behind a command."""
        words = self.words
        if words[token + 1 : token + 2] != ["operation"] or words[token] not in _DASHES:
            return token
        last = token + 2
        while last < len(words) and self.capital[last] and words[last].isalpha():
            last += 1
        return last if self.capital[token + 1] and last > token + 2 else token

    def _holder(self, head: Hit) -> int:
        """Return the end of "Office of the Prime Minister", and 0 for other names."""
        words, token = self.words, head.last
        if head.row["class"] != "office" or words[token : token + 1] != ["of"]:
            return 0
        start = token = token + 1 + (words[token + 1 : token + 2] == ["the"])
        while token < len(words) and self.capital[token] and words[token].isalpha():
            token += 1
        if token == start or words[token - 1] not in _HOLDERS:
            return 0
        return self._past_domain(token)

    def _past_domain(self, token: int) -> int:
        """Return the token after "for Syria", "for the Global Coalition"."""
        words, parts = self.words, self.parts
        if words[token : token + 1] not in (["for"], ["to"]):
            return token
        after = token + 1 + (words[token + 1 : token + 2] == ["the"])
        named = parts.known.state.get(after) or parts.bodies.get(after)
        return named.last if named else token

    def _past_name(self, token: int) -> int:
        """Return the token after a word or a state's name of several words."""
        part = self.parts.at(token)
        if part is None or part.kind not in ("state", "nationality"):
            return token + 1
        last = part.hit.last
        # "the 3rd Brigade of the Iraqi army"
        is_army = part.kind == "nationality" and last in self.parts.heads
        return last + 1 if is_army else last

    def _past_link(self, token: int, head: Hit) -> int | None:
        """Return the token after a link; None where a name cannot go on."""
        words = self.words
        if words[token] == "and":
            is_phrase = token > head.last and self._is_joined(token)
            return token + 1 if is_phrase else None
        if words[token] not in _LINKS:
            return token
        if words[token] in ("to", "in") and self._leads_away(token, head):
            return None
        token += 1
        token += words[token : token + 1] != [] and words[token] in ("the", "a", "an")
        return token if token < len(words) else None

    def _leads_away(self, token: int, head: Hit) -> bool:
        """Say whether "to" and "in" lead to a place, and no name goes on."""
        if self.words[token] == "in":
            # "UN Mission in Liberia", and no court in a town.
            is_mission = head.row["class"] == "mission"
            return not (is_mission and self.parts.at(token + 1) is not None)
        after = token + 1
        return self.parts.at(after) is not None or after in self.parts.cities

    def _is_joined(self, token: int) -> bool:
        """Say whether "and" joins a field to fields and not one body to another."""
        words, after = self.words, token + 1
        if after >= len(words) or not self.capital[after] or self._is_other(after):
            return False
        if words[after] in _FIELDS:
            return True
        ends = after + 1 + (after + 1 < len(words) and self.capital[after + 1])
        is_body = ends - 1 in self.parts.heads
        is_person = latin_names().get(words[after], 0) > _OFTEN
        return not (is_body or is_person)

    def _is_other(self, token: int) -> bool:
        parts = self.parts
        is_name = (
            token in parts.persons or token in parts.bodies or token in parts.titles
        )
        return is_name or token in parts.heads or parts.at(token) is not None

    def _past_list(self, head: Hit, last: int) -> int:
        """Return the end of a list of fields or states after "of": "of A, B and C"."""
        words = self.words
        if last == head.last or head.row["class"] not in _LISTING:
            return last
        is_of_states = last in self.parts.known.ends
        end = last
        while end + 1 < len(words) and words[end] in (",", "and"):
            token = end + 1 + (words[end + 1] == "and") + (words[end + 1] == "the")
            closes = words[end] == "and" or words[end + 1] == "and"
            if not self._may_list(token, is_of_states=is_of_states):
                return last
            end = self._past_name(token)
            while not is_of_states and end < len(words) and self.capital[end]:
                end += 1
            if closes:
                return end
        return last

    def _may_list(self, token: int, *, is_of_states: bool) -> bool:
        """Say whether a word may be the next one in a list of states or of fields."""
        if token >= len(self.words) or not self.capital[token]:
            return False
        is_state = self.parts.at(token) is not None
        if is_of_states:
            return is_state
        is_apart = self.words[token - 1] == "the"
        return not (is_state or is_apart or self._is_other(token))
