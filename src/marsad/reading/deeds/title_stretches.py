"""Where a person's title stands: in front of the name, or behind it in apposition."""

from collections.abc import Iterator

from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, Seen, within
from marsad.reading.wordsets import wordset

# A title with its field and body has no more words than this.
TITLE_WORDS = 14
_STOPS = wordset("title_stops") | frozenset('«»"“”‘:;؛()\n•–—!?…|.')
_COMMAS = frozenset(",،")


def stretches(passage: Passage, found: Found, one: Seen) -> Iterator[tuple[int, int]]:
    """Give the words before a name and the apposition behind it."""
    others = within(found.persons, one.first - TITLE_WORDS, one.first)
    first = _title_start(passage, one.first, max([0, *(o.last for o in others)]))
    if first < one.first:
        yield first, one.first
    words, (_, high) = passage.words, sentence_of(passage, one.first)
    after = one.last
    if after < high and words[after] in (*_COMMAS, "(", "–", "-"):
        last = after + 1
        ends = _is_closing if words[after] == "(" else _ends_title
        while last < min(high, after + TITLE_WORDS) and not ends(passage, last):
            last += 1
        last = _past_body(passage, found, after + 1, last)
        is_office = any(
            hit.first <= after + _TO_TITLE for hit in titles(passage, after, last)
        )
        if is_office or not OF.isdisjoint(words[after + 1 : after + 2]):
            yield after + 1, last
    elif after < high and words[after] in OF:
        yield after, min(high, after + NEAR)


def _past_body(passage: Passage, found: Found, first: int, comma: int) -> int:
    """Return where the body ends behind a bare title: «commander, First Brigade»."""
    is_bare = any(hit.last == comma for hit in titles(passage, first, comma))
    if (
        comma >= len(passage.words)
        or passage.words[comma] not in _COMMAS
        or not is_bare
    ):
        return comma
    bodies = within(found.parties, comma + 1, comma + 3)
    return bodies[0].last if bodies else comma


# A title in apposition begins right behind its comma.
NEAR = 4
_TO_TITLE = 6
OF = frozenset(["of", "from", "de", "d", "من"])


def _ends_title(passage: Passage, token: int) -> bool:
    return passage.words[token] in _COMMAS or is_stop(passage, token)


def _is_closing(passage: Passage, token: int) -> bool:
    return passage.words[token] == ")"


def is_stop(passage: Passage, token: int) -> bool:
    """Say whether a word ends a title: a verb's particle, a mark, a relative."""
    word = passage.words[token]
    if word == "who" and passage.written(token).isupper():
        return False  # the health organisation
    is_hyphen = word == "-" and passage.touches(token) and passage.touches(token + 1)
    return word in _STOPS and not (is_hyphen or _is_dot(passage, token))


def _is_dot(passage: Passage, token: int) -> bool:
    """Say whether a stop belongs to a short title: «Gen.», «Dr.»."""
    return passage.words[token] == "." and passage.touches(token)


def _title_start(passage: Passage, name: int, low: int) -> int:
    """Return where the title before a name begins, its one comma passed over."""
    low = max(low, sentence_of(passage, name)[0], name - TITLE_WORDS)
    opened = name - 1
    while opened > low and opened in _addresses(passage, name):
        opened -= 1
    if opened > low and passage.words[opened] == "(":
        # «The Minister of State (Lord Ahmad)»
        name = opened
    verbs = {
        hit.first
        for tag in ("says", "calls", "commits")
        for hit in hits_from(passage.hits(tag), low, name)
    }
    # «Secretary of State» holds a word that is a verb elsewhere.
    verbs -= {
        token
        for hit in titles(passage, low, name)
        for token in range(hit.first, hit.last)
    }
    index, comma = name, False
    while index > low:
        if passage.words[index - 1] in _COMMAS:
            if comma or not _addresses(passage, name).issuperset(range(index, name)):
                break
            comma = True
        elif index - 1 in verbs or is_stop(passage, index - 1):
            break
        index -= 1
    return _past_joiner(passage, index, name)


_JOINERS = frozenset(["and", "et", "to", "in", "at", "on", "au", "aux", "en", "sur"])


def _past_joiner(passage: Passage, first: int, name: int) -> int:
    """Return where a title begins behind «and» or «in», where it stands behind it."""
    for index in range(name - 1, first - 1, -1):
        if passage.words[index] in _JOINERS and titles(passage, index, name):
            return index + 1
    return first


def _addresses(passage: Passage, name: int) -> frozenset[int]:
    """Return the tokens of titles near a name: Mr, Dr, السيد, "Minister"."""
    near = hits_from(passage.hits("title"), name - TITLE_WORDS - 1, name)
    return frozenset(
        token
        for hit in near
        if hit.row["kind"] != "office" or passage.language != "en"
        for token in range(hit.first, hit.last + 1)
        if token < hit.last or passage.words[token : token + 1] == ["."]
    )


def titles(passage: Passage, first: int, last: int) -> list[Hit]:
    """Return the offices and ranks in a stretch, forms of address left out."""
    hits = hits_from(passage.hits("title"), first, last)
    return [hit for hit in hits if hit.row["kind"] != "form"]
