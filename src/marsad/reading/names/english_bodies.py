"""English bodies: a head with the words before it, its "of" phrases and its owner.

"the Ministry of Transport, Communications and Information Technology", "Albania's
public health institute" and "the Alder Creek school board" are each one name.
"""

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.names.bodies import Parts, named_body, state_name
from marsad.reading.names.class_words import named_after_class
from marsad.reading.names.english_reach import Reach
from marsad.reading.names.naming import Named
from marsad.reading.names.written import Letters
from marsad.reading.passage import Passage
from marsad.reading.wordsets import wordset

# Classes of which a head without a capital may still end a name.
_SMALL = wordset("small_heads_en")
# Classes of which only capitals make a name: "Al-Shifa hospital", no Turkish campaign.
_LETTERED_ONLY = wordset("lettered_heads_en")
# Classes that act for the public: "the civil defence service" is one body.
_PUBLIC = wordset("public_classes_en")
_FIELDS = wordset("english_fields") | wordset("public_fields_en")
_NOT_IN_NAMES = wordset("not_in_bodies")
_AFTER_IS_TITLE = wordset("titles_after_bodies") | wordset("more_titles_after_bodies")
_OPENING_WORDS = wordset("opening_words_en")
_TIMES = wordset("times_en")
_STREETS = frozenset(
    ["street", "avenue", "road", "square", "bridge", "station", "airport"]
)
_HOLDERS = wordset("holders_of_offices")
_NOT_OPENING = _OPENING_WORDS | frozenset(["the", "a", "an", "\n", ".", ","])
_OPENERS = frozenset([".", "\n", '"', "“", "‘", ":", "•", ">", "-", "–", "—"])


def english_body(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read an English head with the capitals before it and after "of" and "for"."""
    if _is_office_of_chair(parts, head) or is_compound(parts.passage, head):
        return None
    if _is_in_title(parts, head):
        return None
    if not letters.capital[head.first]:
        return _small(parts, letters, head)
    reach = Reach(parts, letters)
    last = reach.right(head)
    first = reach.left(head.first)
    while first < head.first and (
        _is_opening_word(parts, first) or parts.passage.words[first] in _TIMES
    ):
        first += 1
    owner = _owner(parts, first)
    first = min(first, owner.first) if owner else first
    is_bare = last - first == head.last - head.first
    is_firm_first = head.row["kind"] == "firm" and first == head.first
    is_street = parts.passage.words[last - 1] in _STREETS
    is_street = is_street or parts.passage.words[first] == "operation"
    if is_bare or is_firm_first or is_street or _is_title_next(parts, letters, last):
        return None
    return _named(parts, head, first, last, owner)


def _is_in_title(parts: Parts, head: Hit) -> bool:
    """Say whether a head is a word of a title: "Special Warfare Operator 1st Class"."""
    titles = hits_from(parts.passage.hits("title"), head.first - _IN_TITLE, head.first)
    return any(title.last > head.last for title in titles)


_IN_TITLE = 4  # words of a title before the one that looks like a body's head


def is_compound(passage: Passage, head: Hit) -> bool:
    """Say whether a head is part of a noun: "service members", "front page", a mission to do."""
    words, after = passage.words, passage.words[head.last : head.last + 2]
    word = words[head.last - 1]
    if after and after[0] in _COMPOUNDS.get(word, ()):
        return True
    is_small = passage.written(head.first)[0].islower()
    is_task = is_small and word == "mission" and after[:1] == ["to"] and len(after) > 1
    return is_task and passage.written(head.last + 1).islower() and after[1] != "the"


# What follows a class word in nouns that are no body.
_COMPOUNDS = {
    "service": wordset("after_service_en"),
    "front": wordset("after_front_en"),
    "hospital": wordset("after_hospital_en"),
    "force": frozenset(["majeure", "multiplier", "multipliers", "protection"]),
    "company": frozenset(["town", "car"]),
    "court": frozenset(["yard", "room", "house"]),
    "bank": frozenset(["holiday", "account", "accounts", "notes", "note", "robbery", "loan", "loans"]),
    "party": wordset("after_party_en"),
}  # fmt: skip


def _is_office_of_chair(parts: Parts, head: Hit) -> bool:
    """Say whether a presidency is who chairs: "under the presidency of France"."""
    before = parts.passage.words[max(0, head.first - 2) : head.first]
    return head.row["class"] == "presidency" and before[:1] in (["under"], ["during"])


def _is_opening_word(parts: Parts, first: int) -> bool:
    """Say whether a word has its capital only because it opens a sentence."""
    words = parts.passage.words
    is_opening = first == 0 or words[first - 1] in _OPENERS
    return is_opening and (words[first] in _OPENING_WORDS or words[first][-2:] == "ly")


def _named(
    parts: Parts, head: Hit, first: int, last: int, owner: Hit | None
) -> Named | None:
    is_local = head.row["class"] == "police" and first < head.first
    if head.row["kind"] == "force" and owner is None and not is_local:
        return None
    text = " ".join(parts.passage.span(first, last).quote.split())
    if owner and "iso" in owner.row:
        text = text.replace("’s ", " ", 1).replace("'s ", " ", 1)
    if head.row["class"] == "ministry" and owner:
        text = _ministry_of(parts, head, owner, text)
    body = named_body(head, first, last, 0, text)
    is_place = head.row["class"] == "hospital" and _is_fought_over(parts, first)
    is_force = head.row["kind"] == "force" and not is_local
    return body._replace(is_doubtful=is_force or is_place)


def _is_fought_over(parts: Parts, first: int) -> bool:
    """Say whether a hospital is where something happens: "seized the Al Noor hospital"."""
    words = parts.passage.words
    before = words[max(0, first - 3) : first]
    return not _PLACED.isdisjoint(before[-2:] if "the" in before[-1:] else before[-1:])


_PLACED = wordset("words_before_places_en")


def _ministry_of(parts: Parts, head: Hit, owner: Hit, text: str) -> str:
    """Return "Qatar Ministry of Foreign Affairs" for "Qatar's foreign ministry"."""
    passage, first = parts.passage, owner.last
    first += 2 * (passage.words[first : first + 2] == ["'", "s"])
    field = [word for word in passage.words[first : head.first] if word.isalpha()]
    english = head.row["english"]
    if field and " of " not in english:
        english += " of " + " ".join(field).title()
    if owner.last > head.first or " of " not in english or "iso" not in owner.row:
        return text
    iso = owner.row["iso"]
    return f"{'US' if iso == 'US' else state_name(iso)} {english}"


def _small(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a head without a capital: whose it is, or which, stands before it."""
    after = named_after_class(parts, letters, head)
    if after or head.row["kind"] == "named":
        return after
    if head.row["class"] in _LETTERED_ONLY:
        return _lettered(parts, letters, head)
    office = _office_of(parts, letters, head)
    if office:
        return office
    first = _past_fields(parts, head.first)
    owner = _owner(parts, first)
    if owner and _is_definite(parts, head, owner):
        last = Reach(parts, letters).right(head)
        return _named(parts, head, owner.first, last, owner)
    words, row = parts.passage.words, head.row
    of_state = _of_state(parts, letters, head, first)
    if of_state:
        return of_state
    if row["class"] == "ministry" and (
        first < head.first or head.last - head.first > 1
    ):
        field = " ".join(words[first : head.first]).title()
        english = row["english"] + (f" of {field}" if field else "")
        last = Reach(parts, letters).right(head)
        return named_body(head, first, last, 0, english)
    return _lettered(parts, letters, head) or _public(parts, letters, head, first)


def _of_state(parts: Parts, letters: Letters, head: Hit, first: int) -> Named | None:
    """Read "the embassy of Japan" and "the supreme court of Kenya"."""
    last = Reach(parts, letters).right(head)
    is_arm = head.row["kind"] == "state_body" and head.row["class"] != "ministry"
    if not is_arm or last not in parts.known.ends or last == head.last:
        return None
    text = parts.passage.span(first, last).quote
    return named_body(head, first, last, 0, " ".join(text.split()))


def _is_definite(parts: Parts, head: Hit, owner: Hit) -> bool:
    """Say whether one known body is meant, and not "a Turkish company"."""
    words = parts.passage.words
    is_arm = head.row["kind"] in ("state_body", "force")
    is_owned = words[owner.last : owner.last + 1] == ["'"]
    before = words[owner.first - 1] if owner.first else "\n"
    return (
        is_arm or is_owned or before not in ("a", "an", "another", "some", "any", "no")
    )


def _office_of(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read "the Prime Minister's office"."""
    words, end = parts.passage.words, head.first - 2
    if head.row["class"] != "office" or words[end : head.first] != ["'", "s"]:
        return None
    first = end
    while (
        first > 0
        and letters.capital[first - 1]
        and words[first - 1] not in _NOT_OPENING
    ):
        first -= 1
    if first == end or words[end - 1] not in _HOLDERS:
        return None
    holder = parts.passage.span(first, end).quote
    return named_body(head, first, head.last, 0, f"Office of the {holder}")


def _past_fields(parts: Parts, first: int) -> int:
    """Return where the fields begin that stand before a head: "foreign affairs"."""
    words = parts.passage.words
    while first > 0 and words[first - 1] in _FIELDS:
        first -= 1
        if words[first - 1] == "-" and words[first - 2] in _FIELDS:
            first -= 2  # "anti-corruption"
    return first


def _public(parts: Parts, letters: Letters, head: Hit, first: int) -> Named | None:
    """Read "the civil defence service": a public field after the article."""
    words = parts.passage.words
    has_article = first > 0 and words[first - 1] in (
        "the",
        "its",
        "his",
        "her",
        "their",
    )
    is_whole = head.row["class"] == "municipality" and head.last - head.first > 1
    if not has_article or not (is_whole or first < head.first):
        return None
    if head.row["class"] not in _PUBLIC and not is_whole:
        return None
    if words[head.last : head.last + 1] and words[head.last] in _AFTER_IS_TITLE:
        return None
    last = Reach(parts, letters).right(head)
    text = parts.passage.span(first, last).quote
    return named_body(head, first, last, 0, " ".join(text.split()))._replace(
        mention="nominal", score=0.6
    )


def _lettered(parts: Parts, letters: Letters, head: Hit) -> Named | None:
    """Read a head without a capital after capitals: "the Alder Creek school board"."""
    words, capital = parts.passage.words, letters.capital
    first = head.first - 1
    if first < 0 or head.row["class"] not in _SMALL:
        return None
    for _ in range(2):  # nouns between: "the Levant rescue coordination centre"
        if first > 0 and not capital[first] and _is_modifier(words[first]):
            first -= 1
    if not capital[first] or first in parts.persons or words[first] in _NOT_IN_NAMES:
        return None
    first = Reach(parts, letters).left(first)
    if first > 0 and words[first - 1] in ("a", "an"):
        return None  # "a Detroit group" describes
    if _is_opening_word(parts, first) or _is_sentence_word(parts, first):
        return None
    return _named(parts, head, first, Reach(parts, letters).right(head), None)


def _is_sentence_word(parts: Parts, first: int) -> bool:
    """Say whether a single capital opens a sentence and may be any word."""
    words = parts.passage.words
    is_opening = first == 0 or words[first - 1] in _OPENERS
    return is_opening and words[first + 1 : first + 2] != ["'"]


def _is_modifier(word: str) -> bool:
    """Say whether a word without a capital may stand inside a name."""
    is_plural = word.endswith("s") and not word.endswith(_NOUNS_IN_S)
    is_field = word in _FIELDS or not is_plural
    return word.isalpha() and len(word) > 3 and word not in _NOT_IN_NAMES and is_field


# Endings of words that may stand before a class word though they look like verbs.
_NOUNS_IN_S = ("ss", "us", "ics", "ers", "ors", "ists", "ans", "ents", "ties", "tions", "oods", "eds", "news", "arms", "drugs", "works", "homes", "sales", "claims", "records", "crimes", "sports", "games", "goods", "ages", "lands")  # fmt: skip


def _owner(parts: Parts, first: int) -> Hit | None:
    """Return the state, nationality or body before a head, adjectives between."""
    known, words = parts.known.ends, parts.passage.words
    if first in parts.known.nationality:
        return parts.known.nationality[first]
    token = first
    for distance in range(4):
        if words[token - 1] == "-" and token > 2:
            token -= 2  # "anti-corruption bureau"
        if words[token - 2 : token] == ["'", "s"] and token > 2:
            owner = known.get(token - 2) or parts.body_ends.get(token - 2)
            head = next(iter(parts.heads_at(token - 3)), None)
            # "the German parliament's defence committee"
            return owner or (head and (known.get(head.first) or head))
        if token > 1 and words[token - 1] == "'" and words[token - 2][-1:] == "s":
            return known.get(token - 1) or parts.body_ends.get(token - 1)
        owner = known.get(token)
        if owner and (distance < 2 or owner in parts.known.nationality.values()):
            return owner
        if token < 2 or not _is_modifier(words[token - 1]):
            return None
        token -= 1
    return None


def _is_title_next(parts: Parts, letters: Letters, last: int) -> bool:
    words = parts.passage.words
    is_large = last < len(words) and letters.capital[last]
    return is_large and words[last] in _AFTER_IS_TITLE
