"""Who speaks in the first person outside of marks: the one whose turn, byline or paper it is.

1. A line's label («قادر:», "La ministre Wauters :", "A:") gives the turn to somebody.
2. A byline («بقلم», "par") names the author of an opinion.
3. A statement's head names who issues it; «my country» names the speaker's state.
4. A release that names no author tells its own stand: "The United States condemns".
5. Else the state or body for which the persons of the text speak most.
"""

from collections.abc import Iterator

from marsad.reading.deeds.actors import Actor, actor_in, actor_of, author
from marsad.reading.deeds.affiliations import party_in_title
from marsad.reading.deeds.bound_states import bound_state
from marsad.reading.deeds.groups import group_name
from marsad.reading.deeds.homes import home_state, issuer
from marsad.reading.deeds.stands import stand_at
from marsad.reading.findings import Party, Person
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_LINES = 14  # lines back to the label of a long turn
_LABEL = 12  # words of a label with name, party and office
_HEAD = 45  # words of a headline and what stands below it
_SHORT = 6
_BULLETS = frozenset("•-–—*●■◄")
_GREETINGS = frozenset("dear cher chere madame monsieur عزيزي عزيزتي حضره".split())
_ASKS = wordset("labels_of_questions")
_ANSWERS = wordset("labels_of_answers")
_REPLIES = wordset("heads_of_replies")
_BYLINES = wordset("bylines")
_OWN = wordset("own_country")


def voice_at(passage: Passage, found: Found, token: int) -> Actor:
    """Return who speaks in the first person at a token."""
    for find in (_by_turn, _by_line, declarer, _by_head, _by_country, _by_stand):
        actor = find(passage, found, token)
        if actor is not None:
            return actor
    return author(found)


def by_adjective(passage: Passage, token: int) -> Actor | None:
    """Return who calls by the adjective behind «نداء»: a state or a kind of body."""
    for hit in hits_from(passage.hits("nationality"), token, token + 1):
        return Actor(hit.row["iso"])
    for hit in hits_from(passage.hits("actor_adjective"), token, token + 1):
        return Actor(hit.row["english"])
    return None


def declarer(passage: Passage, found: Found, token: int) -> Actor | None:
    """Return who declares the points of a list: «We, governors of …», «إن وزراء …».

    The body in the head of a declaration stands for those who meet under its name.
    """
    words = passage.words
    for first in _line_starts(passage, token):
        if words[first] in _DECLARING:
            begin = first + 1 + (words[first + 1 : first + 2] in ([","], ["،"]))
            group = group_name(passage, found, begin, begin + 2)
            named = within(found.parties, begin, begin + 2)
            if group or named:
                return actor_of(passage, found, named[0]) if named else Actor(group)
    return None


_DECLARING = frozenset(["we", "nous", "نحن", "ان"])


def _line_starts(passage: Passage, token: int) -> Iterator[int]:
    """Give where the first lines of a text begin, up to a token."""
    first = 0
    for _ in range(_LINES):
        yield first
        try:
            first = passage.words.index("\n", first, token) + 1
        except ValueError:
            return


def _by_turn(passage: Passage, found: Found, token: int) -> Actor | None:
    """Return whose turn it is, by the label of the line or of one before it."""
    for first in _lines_back(passage, token):
        label = _label(passage, first)
        words = passage.words[first:label]
        if label and not _ASKS.isdisjoint(words):
            return None
        if label and not _ANSWERS.isdisjoint(words):
            return _interviewed(passage, found)
        actor = _labelled(passage, found, first, label)
        if actor is not None:
            return actor
    if len(_questions(passage)) > 1:
        return _interviewed(passage, found)
    return None


def _labelled(passage: Passage, found: Found, first: int, label: int) -> Actor | None:
    """Return whom the label of a line, or the head of a reply, names."""
    if label and passage.words[first] in _GREETINGS:
        return None
    is_reply = not _REPLIES.isdisjoint(passage.words[first : first + 3])
    end = label or (first + _LABEL if is_reply else first)
    named = within(found.persons, first, end)
    if named:
        actor = actor_of(passage, found, named[0])
        is_state = is_reply and actor.party is None
        return actor._replace(party=home_state(passage, found)) if is_state else actor
    spoken = actor_in(passage, found, first, label) if label else None
    if spoken and spoken.party and label - first < _SHORT:
        return spoken
    if label and hits_from(passage.hits("title"), first, label):
        return Actor(home_state(passage, found))  # one whom nobody knows
    return None


# A line longer than this is no turn of a talk.
_FAR = 300


def _lines_back(passage: Passage, token: int) -> Iterator[int]:
    """Give where the line of a token begins, and the lines before it."""
    words, lines = passage.words, 0
    for index in range(token, max(-1, token - _FAR), -1):
        if index and words[index - 1] != "\n":
            continue
        first = index
        while first < token and words[first] in _BULLETS:
            first += 1
        yield first
        lines += 1
        if lines == _LINES:
            return


def _label(passage: Passage, first: int) -> int:
    """Return the colon that ends the label of a line, 0 without a label."""
    words = passage.words
    for index in range(first + 1, min(len(words), first + _LABEL)):
        if words[index] == ":":
            return index
        if words[index] in ("\n", ".", "?", "؟", "«", '"', "“"):
            break
    return 0


def _questions(passage: Passage) -> list[int]:
    """Return the question marks that end a line."""
    marks = passage.tokens_of(frozenset("?؟"))
    ends = passage.words
    return [one for one in marks if ends[one + 1 : one + 2] in (["\n"], [])]


def _interviewed(passage: Passage, found: Found) -> Actor | None:
    """Return who answers in an interview: the first named, by the office in its head."""
    for one in found.persons[:1]:
        actor = actor_of(passage, found, one)
        if actor.party or not isinstance(one.finding, Person):
            return actor
        for hit in hits_from(passage.hits("title"), 0, min(_HEAD, one.first)):
            party = party_in_title(passage, found, hit.first, hit.first + _LABEL)
            if party and hit.row["kind"] == "office":
                return Actor(bound_state(party), actor.person)
        return actor
    return None


def _by_line(passage: Passage, found: Found, _token: int) -> Actor | None:
    """Return the author of an opinion: «بقلم», "by" and a name in its head."""
    for token, word in enumerate(passage.words[:_HEAD]):
        if word not in _BYLINES:
            continue
        named = within(found.persons, token + 1, token + 4)
        if named and isinstance(named[0].finding, Person):
            return Actor(None, named[0].finding.canonical)
    return None


def _by_head(passage: Passage, found: Found, _token: int) -> Actor | None:
    """Return who issues a statement."""
    party = issuer(passage, found)
    return Actor(party) if party else None


def _by_country(passage: Passage, found: Found, _token: int) -> Actor | None:
    """Return the state that a speaker calls his own."""
    for token in passage.tokens_of(_OWN):
        near = [
            one.finding
            for one in within(found.parties, token - 1, token + _NEAR)
            if isinstance(one.finding, Party) and one.finding.type == "state"
        ]
        is_country = passage.words[token + 1 : token + 2] in _COUNTRY
        if near and (is_country or passage.language == "ar"):
            # «My country will help: Slovenia gives …» names it; the word alone does not.
            named = [party for party in near if party.mention == "name"]
            return Actor((named or near)[0].canonical)
    return None


_NEAR = 10
_COUNTRY = (["country"], ["pays"], ["government"], ["gouvernement"])


def _by_stand(passage: Passage, found: Found, token: int) -> Actor | None:
    """Return whose stand a release tells that names no author."""
    party = stand_at(passage, found, token)
    return Actor(party) if party else None
